//! An explanation as the sheets of a workbook.

use super::brief::{head, points, remarks};
use super::{ExplanationDocument, MetDocument};
use crate::report::Wording;
use crate::report::book::Book;
use crate::report::matches::need_cells;
use crate::report::shortlist::headed;
use crate::report::table::{Align, Cell, Table};
use crate::roster::{Org, Roster};
use crate::vocabulary::{self, WordSet};

/// The sheets of an explanation: the score, what each criterion gave, the needs of both sides, and what
/// else is known or worth asking.
pub fn sheets(document: &ExplanationDocument, roster: &Roster, wording: &Wording) -> Book {
    let say = |key: &str| wording.say(key, &[]);
    let org = |id: &str| roster.by_id(id);
    let (seeker, partner) = (&document.seeker.id, &document.partner.id);
    let mut book = Book::new().with(say("sheet-score"), head(document, wording));
    book = book.with(say("sheet-criteria"), points(document, wording)).fixing(1);
    for (sheet, title, needs, other) in [
        ("sheet-ours", "title-ours", &document.seeker_needs, org(partner)),
        ("sheet-theirs", "title-theirs", &document.partner_needs, org(seeker)),
    ] {
        if !needs.is_empty() {
            book = book.with(say(sheet), needed(needs, roster, other, wording).titled(say(title)));
        }
    }
    book.with(say("sheet-remarks"), others(document, wording))
}

/// One row a need, met or not.
fn needed(needs: &[MetDocument], roster: &Roster, other: Option<Org>, wording: &Wording) -> Table {
    let heads = [
        ("head-need", Align::Left),
        ("head-priority", Align::Right),
        ("head-offer", Align::Left),
        ("head-relation", Align::Left),
        ("head-closeness", Align::Right),
        ("head-level", Align::Right),
        ("head-status", Align::Left),
        ("head-basis", Align::Left),
        ("head-date", Align::Left),
        ("head-note", Align::Left),
        ("head-source", Align::Left),
    ];
    let mut table = headed(wording, &heads);
    let states_nothing = other.is_some_and(|o| roster.organization(o).stated_offers().is_empty());
    let answer = wording.say(if states_nothing { "unknown" } else { "not-met" }, &[]);
    for need in needs {
        match &need.offer {
            Some(offer) => table.push(need_cells(need, offer, wording)),
            None => {
                let mark = if need.must { "!" } else { "" };
                let basis = &need.need_evidence.basis;
                let mut cells: Vec<Cell> = vec![Cell::Unknown; heads.len()];
                cells[0] = format!("{}{mark}", need.need.label).into();
                cells[1] = usize::from(need.priority).into();
                cells[2] = answer.as_str().into();
                cells[7] = vocabulary::name(WordSet::Basis, basis, wording.lang()).into();
                table.push(cells);
            }
        }
    }
    table
}

/// What else is known, and what is worth asking: one row a remark.
fn others(document: &ExplanationDocument, wording: &Wording) -> Table {
    let mut table = headed(wording, &[("head-about", Align::Left), ("head-remark", Align::Left)]);
    let ask = (wording.say("title-ask", &[]), document.questions.clone());
    for (about, lines) in remarks(document, wording).into_iter().chain([ask]) {
        lines.into_iter().for_each(|line| table.push([about.as_str().into(), line.into()]));
    }
    table
}
