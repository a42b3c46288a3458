//! Plans as calendars: one for each participant, or one for all.

use super::{MeetingDocument, PlanDocument};
use crate::report::calendar::{Calendar, Event};

/// A calendar for each participant, members first, with its id; each event has the other side's name.
pub fn calendars(document: &PlanDocument) -> Vec<(String, Calendar)> {
    let mut all = Vec::new();
    for (own, other) in [(true, false), (false, true)] {
        let side = |m: &MeetingDocument, member: bool| match member {
            true => (m.member.clone(), m.member_name.clone()),
            false => (m.host.clone(), m.host_name.clone()),
        };
        let mut who: Vec<(String, String)> = document.meetings.iter().map(|m| side(m, own)).collect();
        who.sort_unstable();
        who.dedup();
        for (id, name) in who {
            let meetings = document.meetings.iter().filter(|m| side(m, own).0 == id);
            let events = meetings.map(|m| event(m, side(m, other).1)).collect();
            all.push((
                id,
                Calendar { name: format!("{}: {name}", document.name), stamp: stamp(document), events },
            ));
        }
    }
    all
}

/// One calendar of all meetings.
pub fn whole(document: &PlanDocument) -> Calendar {
    let events = document.meetings.iter().map(|m| event(m, format!("{} – {}", m.member_name, m.host_name)));
    Calendar { name: document.name.clone(), stamp: stamp(document), events: events.collect() }
}

fn event(m: &MeetingDocument, summary: String) -> Event {
    let reasons = [m.reason_member.as_str(), m.reason_host.as_str()];
    let table = m.table.map(|t| format!(" #{t}")).unwrap_or_default();
    Event {
        uid: m.uid.clone(),
        start: m.start_utc.clone(),
        end: m.end_utc.clone(),
        summary,
        place: format!("{}{table}", m.city.as_deref().unwrap_or_default()).trim().to_string(),
        text: reasons.join("\n"),
    }
}

/// The date of judgement, as the moment when the calendar was made: the same input gives the same bytes.
fn stamp(document: &PlanDocument) -> String {
    let digits: String = document.method.as_of.chars().filter(char::is_ascii_digit).collect();
    let day = match digits.len() {
        4 => format!("{digits}0101"),
        6 => format!("{digits}01"),
        _ => digits,
    };
    format!("{day}T000000Z")
}
