//! A plan as a workbook: the visit, its meetings, and a sheet for each participant to be sent to them.

use super::brief::{changes, head, missed, quotas, someone, travelling, unmet, way};
use super::meeting::Side;
use super::{MeetingDocument, PlanDocument, Told, conflict_tables, document};
use crate::plan::{Conflict, Plan};
use crate::report::Wording;
use crate::report::book::Book;
use crate::report::figure;
use crate::report::shortlist::headed;
use crate::report::table::{Align, Cell, Table};

/// The workbook of a plan; the last sheet says how it was made.
pub fn book(told: &Told, plan: &Plan, made: Table) -> Book {
    let (document, wording) = (document(told, plan), told.wording);
    let sheet = |key: &str| wording.say(key, &[]);
    let mut book = Book::new().with(sheet("sheet-visit"), head(&document, wording));
    book = book.with(sheet("sheet-travelling"), travelling(&document, wording));
    book = book.with(sheet("sheet-meetings"), meetings(&document, wording)).fixing(2);
    for (name, agenda) in agendas(&document, wording) {
        book = book.with(name, agenda).fixing(2);
    }
    let rest = [
        ("title-quotas", quotas(&document, wording)),
        ("sheet-changes", changes(&document, wording)),
        ("sheet-alternates", alternates(&document, wording)),
        ("sheet-unmet", with_causes(&document, wording)),
        ("sheet-missed", missed(&document, wording)),
    ];
    for (key, table) in rest.into_iter().filter(|(_, table)| !table.rows.is_empty()) {
        book = book.with(sheet(key), table);
    }
    book.with(sheet("sheet-made"), made)
}

/// The workbook of a visit that has no plan.
pub fn conflict_book(told: &Told, conflict: &Conflict) -> Book {
    let name = told.wording.say("sheet-conflict", &[]);
    conflict_tables(told, conflict)
        .into_iter()
        .fold(Book::new(), |book, table| book.with(name.clone(), table))
}

const WHEN: [(&str, Align); 4] = [
    ("head-date", Align::Left),
    ("head-time", Align::Left),
    ("head-city", Align::Left),
    ("head-table", Align::Right),
];
const WHY: [(&str, Align); 8] = [
    ("head-value", Align::Right),
    ("for-you", Align::Left),
    ("for-them", Align::Left),
    ("head-tie", Align::Left),
    ("brief-languages", Align::Left),
    ("brief-bring", Align::Left),
    ("brief-ask-for", Align::Left),
    ("head-source", Align::Left),
];

/// A column of ways, where any takes time.
fn ways(travels: bool) -> &'static [(&'static str, Align)] {
    if travels { &[("head-way", Align::Right)] } else { &[] }
}

/// All meetings, by time.
fn meetings(document: &PlanDocument, wording: &Wording) -> Table {
    let who = [("head-delegate", Align::Left), ("head-host", Align::Left)];
    let travels = Side::Member.travels(&document.meetings.iter().collect::<Vec<_>>());
    let heads = [&WHEN[..], ways(travels), &who, &WHY, &[("brief-ask", Align::Left)]].concat();
    let mut table = headed(wording, &heads);
    for m in &document.meetings {
        let mut cells = when(m, wording);
        cells.extend(travels.then(|| way(m)));
        cells.extend([m.member_name.as_str().into(), m.host_name.as_str().into()]);
        cells.extend(why(m, Side::Member, wording));
        cells.push(m.questions.join("\n").into());
        table.push(cells);
    }
    table
}

/// The agenda of each participant with its briefs, members first, by the name of the participant.
fn agendas(document: &PlanDocument, wording: &Wording) -> Vec<(String, Table)> {
    let mut agendas = Vec::new();
    for side in Side::ALL {
        for (id, name) in side.all(&document.meetings) {
            let own = document.meetings.iter().filter(|m| side.names(m)[0].0 == id).collect::<Vec<_>>();
            let words = [("name", name.as_str()), ("id", &id), ("count", &own.len().to_string())];
            let title = wording.say("title-agenda", &words);
            agendas.push((name, agenda(&own, side, wording).titled(title)));
        }
    }
    agendas
}

fn agenda(own: &[&MeetingDocument], side: Side, wording: &Wording) -> Table {
    // What is unknown is asked by the members, of the hosts.
    let asks: &[(&str, Align)] = if side == Side::Member { &[("brief-ask", Align::Left)] } else { &[] };
    let travels = side.travels(own);
    let heads = [&WHEN[..], ways(travels), &[("head-with", Align::Left)], &WHY, asks].concat();
    let mut table = headed(wording, &heads);
    for m in own {
        let mut cells = when(m, wording);
        cells.extend(travels.then(|| way(m)));
        cells.push(side.names(m)[1].1.as_str().into());
        cells.extend(why(m, side, wording));
        cells.extend(asks.iter().map(|_| Cell::from(m.questions.join("\n"))));
        table.push(cells);
    }
    table
}

fn when(m: &MeetingDocument, wording: &Wording) -> Vec<Cell> {
    vec![
        wording.date(&m.date).into(),
        format!("{}–{}", m.start, m.end).into(),
        m.city.clone().into(),
        m.table.into(),
    ]
}

/// What a side reads on the way to a meeting.
fn why(m: &MeetingDocument, side: Side, wording: &Wording) -> Vec<Cell> {
    let mut reasons = [m.reason_member.as_str(), m.reason_host.as_str()];
    let mut papers = [&m.bring, &m.ask_for];
    if side == Side::Host {
        reasons.reverse();
        papers.reverse();
    }
    let languages = m.languages.as_ref().map(|l| match l.as_slice() {
        [] => wording.say("brief-no-language", &[]),
        common => common.join(", "),
    });
    vec![
        figure::score(m.value, wording).into(),
        reasons[0].into(),
        reasons[1].into(),
        m.tie.clone().into(),
        languages.into(),
        papers[0].join("; ").into(),
        papers[1].join("; ").into(),
        m.sources.join("; ").into(),
    ]
}

fn alternates(document: &PlanDocument, wording: &Wording) -> Table {
    let mut table = Table::new([("", Align::Left)]).titled(wording.say("title-alternates", &[]));
    document.alternates.iter().for_each(|s| table.push([someone(s).into()]));
    table
}

/// What is unmet with its cause in a column, for a spreadsheet has no remarks.
fn with_causes(document: &PlanDocument, wording: &Wording) -> Table {
    let mut table = unmet(document, wording);
    table.columns.extend(headed(wording, &[("head-cause", Align::Left)]).columns);
    for row in &mut table.rows {
        let cause = row.notes.pop().map(|(_, cause)| cause);
        row.cells.push(cause.into());
    }
    table
}
