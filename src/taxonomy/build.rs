//! From rows to the parts of a taxonomy, each checked: ids, links, order, lineages, contents, labels.

use super::{Concept, ConceptRow, Heading, MOST_CONCEPTS};
use crate::error::{Error, ErrorKind, Place, Result};
use crate::text::nearest;
use std::collections::HashMap;

pub(super) fn unknown(id: &str, ids: &[String], place: &Place) -> Error {
    let error =
        Error::new(ErrorKind::Structure, format!("`{id}` is no concept of the taxonomy")).at(place.clone());
    match nearest(id, ids.iter().map(String::as_str), 1).first() {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("add a row for it to the taxonomy"),
    }
}

pub(super) fn index(rows: &[ConceptRow]) -> Result<HashMap<String, Concept>> {
    let Some(first) = rows.first() else {
        return Err(
            Error::new(ErrorKind::Structure, "the taxonomy has no concept").hint("give it at least one row")
        );
    };
    if rows.len() > MOST_CONCEPTS {
        let message = format!("{} concepts; a taxonomy holds at most {MOST_CONCEPTS}", rows.len());
        let place = Place { line: None, column: None, ..first.place.clone() };
        return Err(Error::new(ErrorKind::Structure, message).at(place));
    }
    let mut by_id = HashMap::with_capacity(rows.len());
    for (n, row) in rows.iter().enumerate() {
        if let Some(Concept(first)) = by_id.insert(row.id.clone(), Concept(n as u16)) {
            let line = rows[usize::from(first)].place.line.unwrap_or_default();
            let message = format!("concept `{}` stands twice, first in line {line}", row.id);
            return Err(Error::new(ErrorKind::Structure, message)
                .at(row.place.clone())
                .hint("an id names one concept; rename or remove one of them"));
        }
    }
    Ok(by_id)
}

pub(super) fn link(rows: &[ConceptRow], by_id: &HashMap<String, Concept>) -> Result<Vec<Vec<Concept>>> {
    let ids: Vec<String> = rows.iter().map(|r| r.id.clone()).collect();
    rows.iter()
        .map(|row| {
            let mut broader = Vec::new();
            for id in &row.broader {
                let concept = *by_id.get(id).ok_or_else(|| unknown(id, &ids, &row.place))?;
                if !broader.contains(&concept) {
                    broader.push(concept);
                }
            }
            Ok(broader)
        })
        .collect()
}

/// Concepts ordered so that each comes after its broader ones (Kahn 1962); no recursion, so that no
/// depth of a hostile file matters.
pub(super) fn top_down(rows: &[ConceptRow], broader: &[Vec<Concept>]) -> Result<Vec<usize>> {
    let mut narrower = vec![Vec::new(); broader.len()];
    let mut waiting: Vec<usize> = broader.iter().map(Vec::len).collect();
    for (child, parents) in broader.iter().enumerate() {
        parents.iter().for_each(|p| narrower[p.index()].push(child));
    }
    let mut order: Vec<usize> = (0..broader.len()).filter(|&c| waiting[c] == 0).collect();
    let mut next = 0;
    while let Some(&parent) = order.get(next) {
        next += 1;
        for &child in &narrower[parent] {
            waiting[child] -= 1;
            if waiting[child] == 0 {
                order.push(child);
            }
        }
    }
    if order.len() == broader.len() { Ok(order) } else { Err(cycle(rows, broader, &waiting)) }
}

/// Names a cycle among the concepts that still wait, with at most five of its members.
fn cycle(rows: &[ConceptRow], broader: &[Vec<Concept>], waiting: &[usize]) -> Error {
    let mut walk = vec![waiting.iter().position(|&w| w > 0).unwrap_or(0)];
    let start = loop {
        // Every waiting concept has a waiting broader one, so the walk upwards comes back to itself.
        let here = *walk.last().unwrap_or(&0);
        let Some(up) = broader[here].iter().map(|c| c.index()).find(|&p| waiting[p] > 0) else { break 0 };
        if let Some(start) = walk.iter().position(|&c| c == up) {
            break start;
        }
        walk.push(up);
    };
    let mut names: Vec<String> = walk[start..].iter().map(|&c| format!("`{}`", rows[c].id)).collect();
    let first = names[0].clone();
    if names.len() > 5 {
        names.truncate(5);
        names.push("…".into());
    }
    names.push(first);
    let message = format!("a cycle of broader concepts: {}", names.join(" → "));
    Error::new(ErrorKind::Structure, message)
        .at(rows[walk[start]].place.clone())
        .hint("remove one of these links: a concept cannot be broader than itself")
}

pub(super) fn lineages(broader: &[Vec<Concept>], order: &[usize]) -> Vec<Vec<Concept>> {
    let mut lineage: Vec<Vec<Concept>> = vec![Vec::new(); broader.len()];
    for &concept in order {
        let mut all = vec![Concept(concept as u16)];
        for parent in &broader[concept] {
            all.extend_from_slice(&lineage[parent.index()]);
        }
        all.sort_unstable();
        all.dedup();
        lineage[concept] = all;
    }
    lineage
}

pub(super) fn information_content(lineage: &[Vec<Concept>]) -> Vec<f64> {
    let mut descendants = vec![0usize; lineage.len()];
    for line in lineage {
        line.iter().for_each(|c| descendants[c.index()] += 1);
    }
    let all = (lineage.len() as f64).ln();
    // A taxonomy of one concept: nothing to tell apart, so nothing is informative.
    descendants.iter().map(|&d| if all == 0.0 { 0.0 } else { 1.0 - (d as f64).ln() / all }).collect()
}

/// Whether some way from the root down to each concept passes no heading of ways of working together;
/// the root itself is no field.
pub(super) fn fields(rows: &[ConceptRow], broader: &[Vec<Concept>], order: &[usize]) -> Vec<bool> {
    let mut is_field = vec![false; rows.len()];
    for &concept in order {
        let open = |parent: &Concept| broader[parent.index()].is_empty() || is_field[parent.index()];
        is_field[concept] = rows[concept].heading != Some(Heading::Mode) && broader[concept].iter().any(open);
    }
    is_field
}

pub(super) fn labels(rows: &[ConceptRow]) -> (Vec<String>, Vec<Vec<Option<String>>>) {
    let mut languages: Vec<String> = Vec::new();
    for (lang, _) in rows.iter().flat_map(|r| &r.preferred) {
        if !languages.contains(lang) {
            languages.push(lang.clone());
        }
    }
    let of = |row: &ConceptRow, lang: &String| {
        row.preferred.iter().find(|(l, _)| l == lang).map(|(_, text)| text.clone())
    };
    let labels = rows.iter().map(|r| languages.iter().map(|l| of(r, l)).collect()).collect();
    (languages, labels)
}
