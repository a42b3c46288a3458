//! Days, slots and cities.

use super::MOST;
use crate::error::{Error, ErrorKind, Result};
use crate::plan::delegation::{Day, Delegation, Slot};
use crate::plan::place::zone;
use crate::read::{Given, Section};
use crate::roster::Roster;
use jiff::civil::{DateTime, Time};

const DAY: &[&str] = &["date", "city", "hosts_from", "slots", "minutes", "tables", "zone"];
/// The most cities between which one day may choose.
const MOST_CITIES: usize = 8;
/// How long a meeting takes where the file does not say, in minutes.
const MINUTES: usize = 45;

pub(super) fn days(file: &Section, roster: &Roster, delegation: &mut Delegation) -> Result<()> {
    let minutes = file.whole("minutes", 5..=600)?.unwrap_or(MINUTES);
    let general = file.text("zone")?;
    let sections = file.sections("day", DAY)?;
    if sections.is_empty() {
        return Err(file.missing("day", "write [[day]] with date, city and slots"));
    }
    let mut dated = Vec::new();
    for section in &sections {
        let date = section.date("date")?.ok_or_else(|| section.missing("date", "write date = 2027-06-14"))?;
        let minutes = section.whole("minutes", 5..=600)?.unwrap_or(minutes);
        let times = times(section, date.value, minutes)?;
        dated.push((times, date, section));
    }
    dated.sort_by_key(|(times, ..)| times.first().map(|(start, _)| *start));
    for (times, date, section) in dated {
        let cities: Vec<Given<String>> = section.texts("city")?.unwrap_or_default();
        if cities.len() > MOST_CITIES {
            return Err(
                cities[MOST_CITIES].wrong(format!("a day may choose between {MOST_CITIES} cities at most"))
            );
        }
        let first = delegation.slots.len();
        let day = delegation.days.len();
        delegation.slots.extend(times.iter().map(|&(start, end)| Slot { day, start, end }));
        delegation.days.push(Day {
            date: date.value,
            zone: day_zone(section, general.as_ref(), roster, delegation)?,
            cities: cities.into_iter().map(|c| c.value).collect(),
            hosts_from: section
                .texts("hosts_from")?
                .unwrap_or_default()
                .into_iter()
                .map(|c| c.value)
                .collect(),
            tables: section.whole("tables", 1..=MOST)?,
            slots: first..delegation.slots.len(),
        });
    }
    match delegation.slots.windows(2).find(|two| two[1].start < two[0].end) {
        Some(two) => {
            let message =
                format!("the slot at {} begins before the one at {} ends", two[1].start, two[0].start);
            let error = Error::new(ErrorKind::Value, message).at(file.place());
            Err(error.hint("move a slot, or make meetings shorter with `minutes`"))
        }
        None if delegation.slots.len() > MOST => {
            let message = format!("{} slots; at most {MOST} can be planned", delegation.slots.len());
            Err(Error::new(ErrorKind::Value, message).at(file.place()))
        }
        None => Ok(()),
    }
}

/// A time of day such as 09:30, or 9:30.
fn clock(text: &str) -> Option<Time> {
    let padded = if text.len() == 4 { format!("0{text}") } else { text.to_string() };
    padded.parse().ok().filter(|_| padded.len() == 5)
}

/// Start and end of the slots of a day, in order.
fn times(section: &Section, date: jiff::civil::Date, minutes: usize) -> Result<Vec<(DateTime, DateTime)>> {
    let list = section.texts("slots")?.filter(|l| !l.is_empty());
    let list = list.ok_or_else(|| section.missing("slots", "write slots = [\"09:30\", \"10:30\"]"))?;
    let one = |given: &Given<String>| {
        let time = clock(&given.value);
        let wrong = || {
            let error = given.wrong(format!("`{}` is no time of day", given.value));
            error.hint("write a time such as 09:30; several in a cell are split by `;`")
        };
        let start = date.to_datetime(time.ok_or_else(wrong)?);
        let end = start.checked_add(jiff::Span::new().minutes(minutes as i64));
        Ok((start, end.map_err(|_| wrong())?))
    };
    let mut times = list.iter().map(one).collect::<Result<Vec<_>>>()?;
    times.sort_unstable();
    Ok(times)
}

/// The zone of a day: its own, that of the visit, or that of the country of the hosts.
fn day_zone(
    section: &Section,
    general: Option<&Given<String>>,
    roster: &Roster,
    delegation: &Delegation,
) -> Result<String> {
    let own = section.text("zone")?;
    if let Some(given) = own.as_ref().or(general) {
        let known = jiff::tz::TimeZone::get(&given.value).is_ok();
        let wrong = || given.wrong(format!("`{}` is no time zone", given.value));
        return known
            .then(|| given.value.clone())
            .ok_or_else(|| wrong().hint("write an IANA name such as Asia/Seoul"));
    }
    let country = delegation.hosts.first().map(|h| roster.organization(h.org).country);
    let zone = country.and_then(zone);
    zone.map(str::to_string)
        .ok_or_else(|| section.missing("zone", "write the IANA name of the time zone, such as Europe/Berlin"))
}
