//! Plans as calendars: one for each participant, or one for all.

use super::meeting::Side;
use super::{MeetingDocument, PlanDocument};
use crate::report::calendar::{Calendar, Event};

/// A calendar for each participant, members first, with its id; each event has the other side's name.
pub fn calendars(document: &PlanDocument) -> Vec<(String, Calendar)> {
    let mut all = Vec::new();
    for side in Side::ALL {
        for (id, name) in side.all(&document.meetings) {
            let own = document.meetings.iter().filter(|m| side.names(m)[0].0 == id);
            let events = own.map(|m| event(m, side, side.names(m)[1].1.clone())).collect();
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
    let both = |m: &MeetingDocument| format!("{} – {}", m.member_name, m.host_name);
    let events = document.meetings.iter().map(|m| event(m, Side::Member, both(m)));
    Calendar { name: document.name.clone(), stamp: stamp(document), events: events.collect() }
}

fn event(m: &MeetingDocument, side: Side, summary: String) -> Event {
    let way = m.way.as_ref().filter(|_| side == Side::Member).map(|way| way.words.as_str());
    let text: Vec<&str> = way.into_iter().chain([m.reason_member.as_str(), &m.reason_host]).collect();
    let table = m.table.map(|t| format!(" #{t}")).unwrap_or_default();
    Event {
        uid: m.uid.clone(),
        start: m.start_utc.clone(),
        end: m.end_utc.clone(),
        summary,
        place: format!("{}{table}", m.city.as_deref().unwrap_or_default()).trim().to_string(),
        text: text.join("\n"),
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
