//! The tables that a head of delegation reads, in the order in which she reads them: what the plan is
//! worth, day by day, each participant's own agenda, a brief for each meeting, and what is left open.

use super::meeting::Side;
use super::{MeetingDocument, PlanDocument, SomeoneDocument, Told, conflict_document, document};
use crate::plan::{Conflict, Plan};
use crate::report::Wording;
use crate::report::figure;
use crate::report::shortlist::headed;
use crate::report::table::{Align, Cell, Row, Table};

/// All tables of a plan; those without rows are left out.
pub fn tables(told: &Told, plan: &Plan) -> Vec<Table> {
    let document = document(told, plan);
    let wording = told.wording;
    let mut tables = vec![head(&document, wording)];
    tables.push(travelling(&document, wording));
    tables.push(quotas(&document, wording));
    tables.push(changes(&document, wording));
    tables.extend(days(&document, wording));
    tables.extend(Side::ALL.into_iter().flat_map(|side| agendas(&document, wording, side)));
    let everywhere = open_everywhere(&document);
    tables.push(to_ask_all(&document, &everywhere, wording));
    tables.extend(document.meetings.iter().map(|m| brief(m, &everywhere, wording)));
    tables.push(lines(wording.say("title-alternates", &[]), document.alternates.iter().map(someone)));
    tables.push(unmet(&document, wording));
    tables.push(missed(&document, wording));
    tables.retain(|t| !t.rows.is_empty());
    tables
}

/// Why there is no plan.
pub fn conflict_tables(told: &Told, conflict: &Conflict) -> Vec<Table> {
    let document = conflict_document(told, conflict);
    let wording = told.wording;
    if document.conflict.is_empty() {
        return vec![lines(
            wording.say("conflict-nothing", &[("name", &document.name)]),
            [wording.say("relax-city", &[])],
        )];
    }
    let title = if conflict.smallest { "title-conflict" } else { "title-conflict-perhaps" };
    let mut table = Table::new([("", Align::Left)]).titled(wording.say(title, &[("name", &document.name)]));
    for c in document.conflict {
        let notes = vec![(wording.say("head-relax", &[]), c.relax)];
        table.rows.push(Row { cells: vec![format!("– {}", c.constraint).into()], notes });
    }
    vec![table]
}

pub(super) fn someone(someone: &SomeoneDocument) -> String {
    format!("{} ({})", someone.name, someone.id)
}

pub(super) fn head(document: &PlanDocument, wording: &Wording) -> Table {
    let mut hosts: Vec<&str> = document.meetings.iter().map(|m| m.host.as_str()).collect();
    hosts.sort_unstable();
    hosts.dedup();
    let title = wording.say(
        "title-plan",
        &[
            ("name", &document.name),
            ("members", &document.travelling.len().to_string()),
            ("hosts", &hosts.len().to_string()),
            ("meetings", &document.meetings.len().to_string()),
        ],
    );
    let mut rows: Vec<String> = document.goals.iter().map(|g| goal(g, wording)).collect();
    let timetable = &document.timetable;
    let (gaps, least) = (timetable.gaps.to_string(), timetable.least_gaps.to_string());
    let key = if timetable.gaps == timetable.least_gaps { "plan-gaps-proven" } else { "plan-gaps" };
    rows.push(wording.say(key, &[("value", &gaps), ("bound", &least)]));
    lines(title, rows)
}

/// Who travels, with how many meetings, and what they are worth together.
pub(super) fn travelling(document: &PlanDocument, wording: &Wording) -> Table {
    let heads = [
        ("head-delegate", Align::Left),
        ("head-id", Align::Left),
        ("head-meetings", Align::Right),
        ("head-total-value", Align::Right),
    ];
    let mut table = headed(wording, &heads).titled(wording.say("title-travelling", &[]));
    for member in &document.travelling {
        let own = document.meetings.iter().filter(|m| m.member == member.id);
        let value = own.clone().map(|m| m.value).sum::<f64>();
        table.push([
            member.name.as_str().into(),
            member.id.as_str().into(),
            own.count().into(),
            figure::tenths(value, wording).into(),
        ]);
    }
    table
}

fn goal(goal: &super::GoalDocument, wording: &Wording) -> String {
    let worth = matches!(goal.goal.as_str(), "total" | "worst-off");
    let number = |n: f64| if worth { wording.number(n * 100.0, 1) } else { wording.number(n, 0) };
    let name = wording.say(&format!("goal-{}", goal.goal), &[]);
    let value = number(goal.value);
    match goal.bound {
        _ if goal.proven => wording.say("plan-proven", &[("goal", &name), ("value", &value)]),
        Some(bound) => {
            let words = [("goal", name.as_str()), ("value", &value), ("bound", &number(bound))];
            wording.say("plan-bound", &words)
        }
        None => wording.say("plan-unbounded", &[("goal", &name), ("value", &value)]),
    }
}

pub(super) fn changes(document: &PlanDocument, wording: &Wording) -> Table {
    let Some(changes) = &document.changes else { return lines(String::new(), []) };
    let mut rows = vec![wording.say("change-stayed", &[("count", &changes.stayed.to_string())])];
    for c in &changes.changed {
        let from = c.from.as_deref().unwrap_or_default();
        let to = c.to.as_deref().unwrap_or_default();
        let pair = format!("{} – {}", c.member, c.host);
        rows.push(match c.change.as_str() {
            "moved" => wording.say("change-moved", &[("pair", &pair), ("from", from), ("to", to)]),
            "lost" => wording.say("change-lost", &[("pair", &pair)]),
            _ => wording.say("change-new", &[("pair", &pair)]),
        });
    }
    lines(wording.say("title-changes", &[]), rows)
}

/// One table a day.
fn days<'a>(document: &'a PlanDocument, wording: &'a Wording) -> impl Iterator<Item = Table> + 'a {
    document.days.iter().map(move |day| {
        let date = wording.date(&day.date);
        let words =
            [("date", date.as_str()), ("city", day.city.as_deref().unwrap_or_default()), ("zone", &day.zone)];
        let title = match &day.city {
            Some(_) => wording.say("title-day", &words),
            None => wording.say("title-day-anywhere", &[words[0], words[2]]),
        };
        let mut heads = vec![("head-time", Align::Left)];
        heads.extend(day.tables.map(|_| ("head-table", Align::Right)));
        heads.extend([
            ("head-delegate", Align::Left),
            ("head-host", Align::Left),
            ("head-value", Align::Right),
        ]);
        let mut table = headed(wording, &heads).titled(title);
        for m in document.meetings.iter().filter(|m| m.date == day.date && m.city == day.city) {
            let mut cells: Vec<Cell> = vec![format!("{}–{}", m.start, m.end).into()];
            cells.extend(day.tables.map(|_| Cell::from(m.table)));
            cells.extend([
                m.member_name.as_str().into(),
                m.host_name.as_str().into(),
                figure::score(m.value, wording).into(),
            ]);
            table.rows.push(Row { cells, notes: Vec::new() });
        }
        table
    })
}

/// One table a participant: when, where and with whom.
fn agendas(document: &PlanDocument, wording: &Wording, side: Side) -> Vec<Table> {
    let agenda = |(id, name): (String, String)| {
        let meetings: Vec<_> = document.meetings.iter().filter(|m| side.names(m)[0].0 == id).collect();
        let words = [("name", name.as_str()), ("id", &id), ("count", &meetings.len().to_string())];
        let travels = side.travels(&meetings);
        let at_tables = meetings.iter().any(|m| m.table.is_some());
        let mut heads =
            vec![("head-date", Align::Left), ("head-time", Align::Left), ("head-city", Align::Left)];
        heads.extend(at_tables.then_some(("head-table", Align::Right)));
        heads.extend(travels.then_some(("head-way", Align::Right)));
        heads.push(("head-with", Align::Left));
        let mut table = headed(wording, &heads).titled(wording.say("title-agenda", &words));
        for m in meetings {
            let mut cells: Vec<Cell> = vec![
                wording.date(&m.date).into(),
                format!("{}–{}", m.start, m.end).into(),
                m.city.clone().unwrap_or_default().into(),
            ];
            // At home there is no table.
            cells.extend(at_tables.then(|| m.table.map_or_else(|| "".into(), Cell::from)));
            cells.extend(travels.then(|| way(m)));
            cells.push(side.names(m)[1].1.as_str().into());
            table.push(cells);
        }
        table
    };
    side.all(&document.meetings).into_iter().map(agenda).collect()
}

/// The minutes of the way; the first meeting of a day has none.
pub(super) fn way(m: &MeetingDocument) -> Cell {
    m.way.as_ref().map_or_else(|| "".into(), |way| Cell::from(way.minutes as usize))
}

/// What the quotas ask for, and what the plan has. Of a sort that is at most to be there and is not, nothing
/// is told.
pub(super) fn quotas(document: &PlanDocument, wording: &Wording) -> Table {
    let row = |q: &super::QuotaDocument| {
        let words = [("quota", q.quota.clone()), ("count", q.count.to_string()), ("all", q.all.to_string())];
        wording.say("quota-reached", &words.each_ref().map(|(k, w)| (*k, w.as_str())))
    };
    lines(wording.say("title-quotas", &[]), document.quotas.iter().filter(|q| q.count > 0).map(row))
}

/// The questions that are open in half of the meetings or more: they are told once, and each brief holds
/// what is its own.
fn open_everywhere(document: &PlanDocument) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for question in document.meetings.iter().flat_map(|m| &m.questions) {
        match counts.iter_mut().find(|(known, _)| known == question) {
            Some((_, count)) => *count += 1,
            None => counts.push((question.clone(), 1)),
        }
    }
    counts.retain(|(_, count)| *count > 1 && 2 * count >= document.meetings.len());
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

fn to_ask_all(document: &PlanDocument, everywhere: &[(String, usize)], wording: &Wording) -> Table {
    let all = document.meetings.len().to_string();
    let row = |(question, count): &(String, usize)| {
        let words = [("question", question.as_str()), ("count", &count.to_string()), ("all", &all)];
        wording.say("ask-all", &words)
    };
    lines(wording.say("title-ask-all", &[]), everywhere.iter().map(row))
}

/// What the member reads on the way to a meeting.
fn brief(m: &MeetingDocument, everywhere: &[(String, usize)], wording: &Wording) -> Table {
    let date = wording.date(&m.date);
    let words =
        [("date", date.as_str()), ("time", &m.start), ("member", &m.member_name), ("host", &m.host_name)];
    let mut table = lines(wording.say("title-brief", &words), []);
    let mut add = |label: String, text: String| table.push([format!("{label}: {text}").into()]);
    if let Some(way) = &m.way {
        add(wording.say("brief-way", &[]), way.words.clone());
    }
    add(wording.say("for-you", &[]), m.reason_member.clone());
    add(wording.say("for-them", &[]), m.reason_host.clone());
    if let Some(tie) = &m.tie {
        add(wording.say("head-tie", &[]), tie.clone());
    }
    let languages = m.languages.as_ref().map(|l| match l.as_slice() {
        [] => wording.say("brief-no-language", &[]),
        common => common.join(", "),
    });
    if let Some(languages) = languages {
        add(wording.say("brief-languages", &[]), languages);
    }
    let known = |question: &&String| !everywhere.iter().any(|(other, _)| other == *question);
    let questions: Vec<String> = m.questions.iter().filter(known).cloned().collect();
    for (key, list) in [("brief-bring", &m.bring), ("brief-ask-for", &m.ask_for), ("brief-ask", &questions)] {
        if !list.is_empty() {
            add(wording.say(key, &[]), list.join(if key == "brief-ask" { " " } else { "; " }));
        }
    }
    if !m.sources.is_empty() {
        add(wording.say("head-source", &[]), m.sources.join("; "));
    }
    table
}

/// The cause stands below its row, where it is not cut.
pub(super) fn unmet(document: &PlanDocument, wording: &Wording) -> Table {
    let heads = [("head-delegate", Align::Left), ("head-host", Align::Left), ("head-value", Align::Right)];
    let mut table = headed(wording, &heads).titled(wording.say("title-unmet", &[]));
    let name = |s: &Option<SomeoneDocument>| s.as_ref().map(|s| s.name.clone());
    for u in &document.unmet {
        let member = name(&u.member).unwrap_or_else(|| wording.say("unmet-nobody", &[]));
        let host = name(&u.host).unwrap_or_default();
        let value = u.value.map(|value| figure::score(value, wording));
        let notes = vec![(wording.say("head-cause", &[]), u.cause.clone())];
        table.rows.push(Row { cells: vec![member.into(), host.into(), value.into()], notes });
    }
    table
}

/// The most cities that are listed.
const MOST_CITIES: usize = 6;

pub(super) fn missed(document: &PlanDocument, wording: &Wording) -> Table {
    let heads = [("head-city", Align::Left), ("head-hosts", Align::Right), ("head-best", Align::Right)];
    let mut table = headed(wording, &heads).titled(wording.say("title-missed", &[]));
    for city in document.missed_cities.iter().take(MOST_CITIES) {
        table.push([
            city.city.as_str().into(),
            city.hosts.len().into(),
            figure::score(city.best, wording).into(),
        ]);
    }
    table
}

/// A table of one column without a header.
fn lines(title: String, all: impl IntoIterator<Item = String>) -> Table {
    let mut table = Table::new([("", Align::Left)]).titled(title);
    all.into_iter().for_each(|line| table.push([line.into()]));
    table
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use crate::plan::choose::Goal;
    use crate::vocabulary::Lang;

    #[test]
    fn every_goal_has_its_words() {
        let wording = Wording::new(Lang::En);
        let all = [
            Goal::Shortfall,
            Goal::Kept,
            Goal::Wished,
            Goal::Filled,
            Goal::WorstOff(1),
            Goal::Total,
            Goal::Spread,
        ];
        for goal in all {
            let key = format!("goal-{}", words::goal_key(goal));
            assert_ne!(wording.say(&key, &[]), key);
        }
    }
}
