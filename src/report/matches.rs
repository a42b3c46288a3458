//! Matches as sheets of a workbook: one row a match with everything that is known of it, and the needs
//! that it rests on, to which each match leads.

use super::book::Book;
use super::explanation::{MetDocument, OfferDocument};
use super::figure;
use super::pairs::PairDocument;
use super::shortlist::{MatchDocument, NearMissDocument, Reasons, ValuesDocument, country_name, headed};
use super::table::{Align, Cell, Link, Table};
use super::wording::Wording;
use crate::criterion::Criterion;
use crate::vocabulary::{self, WordSet};
use std::collections::HashSet;

/// The columns at the end of a match that say whose it is.
const SEEKER: usize = 2;
/// The columns of both reasons in a pair, which has no rank.
const REASONS: std::ops::Range<usize> = 5..7;
/// Columns of the list of matches that are printed: up to what is between the two.
const PRINTED: usize = 9;
/// Columns of the needs that are printed: up to the date.
const PRINTED_NEEDS: usize = 12;

/// The sheets of matches, of one seeker or of many, and of their needs.
pub fn sheets(book: Book, matches: &[MatchDocument], title: Option<String>, wording: &Wording) -> Book {
    let several = matches.iter().any(|m| m.seeker != matches[0].seeker);
    let needs = needs(matches, wording);
    let mut listed = listed(matches, wording);
    listed.title = title;
    let (fixed, printed) = if several { (0, PRINTED + SEEKER) } else { (2, PRINTED) };
    if several {
        // Whose list it is comes first where there are several.
        listed.columns.rotate_right(SEEKER);
        listed.rows.iter_mut().for_each(|row| row.cells.rotate_right(SEEKER));
    }
    let book = book.with(wording.say("sheet-shortlist", &[]), listed).fixing(fixed).printing(printed);
    match needs.rows.is_empty() {
        true => book,
        false => book.with(wording.say("sheet-needs", &[]), needs).printing(PRINTED_NEEDS),
    }
}

/// The sheet of those that a gate keeps out.
pub fn near_misses(misses: &[NearMissDocument], wording: &Wording) -> Table {
    let found: Vec<MatchDocument> = misses.iter().map(|m| m.found.clone()).collect();
    let mut table = listed(&found, wording);
    let gate = headed(wording, &[("head-gate", Align::Left)]);
    table.columns.extend(gate.columns);
    for (row, miss) in table.rows.iter_mut().zip(misses) {
        row.cells.push(miss.gate.clone().into());
    }
    table
}

/// One row a match.
fn listed(matches: &[MatchDocument], wording: &Wording) -> Table {
    let front = [
        ("head-rank", Align::Right),
        ("head-partner", Align::Left),
        ("head-country", Align::Left),
        ("head-score", Align::Right),
        ("head-range", Align::Right),
        ("head-known", Align::Right),
        ("head-reason-seeker", Align::Left),
        ("head-reason-partner", Align::Left),
        ("head-tie", Align::Left),
        ("head-id", Align::Left),
        ("head-confidence", Align::Right),
    ];
    let back = [("head-seeker", Align::Left), ("head-seeker-id", Align::Left)];
    let mut table = headed(wording, &front);
    let criteria = Criterion::ALL.map(|c| vocabulary::name(WordSet::Criterion, c.name(), wording.lang()));
    table.columns.extend(Table::new(criteria.map(|name| (name, Align::Right))).columns);
    table.columns.extend(headed(wording, &back).columns);
    for found in matches {
        table.push(cells(found, wording));
    }
    table
}

fn cells(found: &MatchDocument, wording: &Wording) -> Vec<Cell> {
    let has_needs = !found.seeker_needs_met.is_empty() || !found.partner_needs_met.is_empty();
    let partner = Link {
        text: found.partner_name.clone(),
        name: Some(match_name(found)),
        to: has_needs.then(|| needs_name(found)),
    };
    let mut cells: Vec<Cell> = vec![
        found.rank.into(),
        Cell::Link(partner),
        country_name(&found.partner_country, wording).into(),
        figure::score(found.score, wording).into(),
        figure::scores(found.low, found.high, wording),
        figure::percent(found.known, wording).into(),
        found.reason_seeker.clone().into(),
        found.reason_partner.clone().into(),
        found.tie.clone().into(),
        found.partner.clone().into(),
        found.confidence.map(|c| figure::percent(c, wording)).into(),
    ];
    cells.extend(Criterion::ALL.map(|c| value(found, c, wording)));
    cells.extend([found.seeker_name.clone().into(), found.seeker.clone().into()]);
    cells
}

/// The value of a criterion; what is only assumed says so and stays a number.
fn value(found: &MatchDocument, criterion: Criterion, wording: &Wording) -> Cell {
    let Some(value) = found.values.of(criterion) else { return Cell::Unknown };
    let figure = figure::tenths(value, wording);
    match found.assumed.iter().any(|name| name == criterion.name()) {
        true => figure::assumed(figure, wording).into(),
        false => figure.into(),
    }
}

/// A table without rows for given pairs: the columns of the input in front, what stood in the way behind.
pub fn pairs(input: &[String], wording: &Wording) -> Table {
    let mut table = Table::new(input.iter().map(|head| (head.as_str(), Align::Left)));
    // A pair that is given has no rank.
    table.columns.extend(listed(&[], wording).columns.into_iter().skip(1));
    table.columns.extend(headed(wording, &[("head-problem", Align::Left)]).columns);
    table
}

/// The cells of a given pair, behind those of the input.
pub fn pair(document: &PairDocument, reasons: Reasons, wording: &Wording) -> Vec<Cell> {
    let width = listed(&[], wording).columns.len() - 1;
    let mut row = match &document.found {
        None => vec![Cell::Unknown; width],
        Some(found) => cells(found, wording).into_iter().skip(1).collect(),
    };
    if reasons == Reasons::Left {
        row[REASONS].fill(Cell::Unknown);
    }
    row.push(document.problem.clone().into());
    row
}

fn match_name(found: &MatchDocument) -> String {
    format!("match {} {}", found.seeker, found.partner)
}

fn needs_name(found: &MatchDocument) -> String {
    format!("needs {} {}", found.seeker, found.partner)
}

/// One row a need that is met. The first row of a match leads back to it.
fn needs(matches: &[MatchDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-partner", Align::Left),
        ("head-seeker", Align::Left),
        ("head-needed-by", Align::Left),
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
    let mut named = HashSet::new();
    for found in matches {
        let sides =
            [(&found.seeker_name, &found.seeker_needs_met), (&found.partner_name, &found.partner_needs_met)];
        for (whose, need) in sides.iter().flat_map(|(whose, needs)| needs.iter().map(move |n| (whose, n))) {
            let Some(offer) = &need.offer else { continue };
            let is_first = named.insert((&found.seeker, &found.partner));
            let partner = Link {
                text: found.partner_name.clone(),
                name: is_first.then(|| needs_name(found)),
                to: Some(match_name(found)),
            };
            let mut cells =
                vec![Cell::Link(partner), found.seeker_name.clone().into(), whose.as_str().into()];
            cells.extend(need_cells(need, offer, wording));
            table.push(cells);
        }
    }
    table
}

/// A need and the offer that meets it: from the need to its source.
pub fn need_cells(need: &MetDocument, offer: &OfferDocument, wording: &Wording) -> [Cell; 11] {
    let evidence = &offer.evidence;
    let word = |set, key| vocabulary::name(set, key, wording.lang()).to_string();
    // What is assumed on either side is assumed together.
    let basis = [&need.need_evidence.basis, &evidence.basis].into_iter().find(|b| *b == "assumed");
    let mark = if need.must { "!" } else { "" };
    [
        format!("{}{mark}", need.need.label).into(),
        usize::from(need.priority).into(),
        offer.concept.label.clone().into(),
        wording.say(&format!("relation-{}", offer.relation), &[]).into(),
        figure::percent(f64::from(offer.closeness) / 100.0, wording).into(),
        usize::from(offer.level).into(),
        word(WordSet::Status, &offer.status).into(),
        word(WordSet::Basis, basis.unwrap_or(&evidence.basis)).into(),
        evidence.as_of.as_deref().map(|date| wording.date(date)).into(),
        evidence.note.clone().into(),
        evidence.source.clone().into(),
    ]
}

impl ValuesDocument {
    /// The value of a criterion.
    fn of(&self, criterion: Criterion) -> Option<f64> {
        match criterion {
            Criterion::Coverage => self.coverage,
            Criterion::Reciprocity => self.reciprocity,
            Criterion::Mutual => self.mutual,
            Criterion::Field => self.field,
            Criterion::Counterpart => self.counterpart,
            Criterion::Standards => self.standards,
            Criterion::Policy => self.policy,
            Criterion::Access => self.access,
        }
    }
}
