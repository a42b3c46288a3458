//! The tables of an explanation that people read.

use super::{
    CertificateDocument, ExplanationDocument, MetDocument, OfferDocument, OrganizationDocument,
    PolicyDocument, TieDocument, document,
};
use crate::engine::Query;
use crate::explain::Explanation;
use crate::report::Wording;
use crate::report::figure;
use crate::report::shortlist::headed;
use crate::report::table::{Align, Cell, Row, Table};
use crate::roster::{Org, Roster};
use crate::vocabulary::{self, Lang, WordSet};

/// The tables that people read, in their order; those without rows are left out.
pub fn brief(roster: &Roster, explanation: &Explanation, query: &Query, wording: &Wording) -> Vec<Table> {
    let document = document(roster, explanation, query, wording);
    let mut tables = vec![
        head(&document, wording),
        points(&document, wording),
        needs("title-ours", roster, explanation.found.partner, &document.seeker_needs, wording),
        needs("title-theirs", roster, explanation.found.seeker, &document.partner_needs, wording),
    ];
    tables.extend(remarks(&document, wording).into_iter().map(|(title, all)| lines(title, all)));
    tables.push(lines(wording.say("title-ask", &[]), document.questions.iter().cloned()));
    tables.retain(|t| !t.rows.is_empty());
    tables
}

/// What else is known of a pair, as lines under headings: shared fields, kinds, certificates, national
/// goals, ties. Headings without a line are left out.
pub fn remarks(document: &ExplanationDocument, wording: &Wording) -> Vec<(String, Vec<String>)> {
    let country = vocabulary::name(WordSet::Country, &document.seeker.country, wording.lang());
    let fields = wording.list(&document.shared_fields.iter().map(|c| c.label.as_str()).collect::<Vec<_>>());
    let fields = Some(fields).filter(|f| !f.is_empty());
    let say = |key: &str| wording.say(key, &[]);
    let mut all = vec![
        (say("title-fields"), fields.into_iter().collect()),
        (say("title-counterpart"), document.counterpart_reason.iter().cloned().collect()),
        (
            wording.say("title-standards", &[("country", country)]),
            document.certificates.iter().map(|c| certificate_line(c, wording)).collect(),
        ),
        (say("title-policies"), document.policies.iter().map(|p| policy_line(p, wording)).collect()),
        (say("title-ties"), document.ties.iter().map(|t| tie_line(t, wording)).collect::<Vec<_>>()),
    ];
    all.retain(|(_, lines)| !lines.is_empty());
    all
}

pub(super) fn head(document: &ExplanationDocument, wording: &Wording) -> Table {
    let name = |o: &OrganizationDocument| format!("{} ({})", o.name, o.id);
    let title = wording
        .say("title-explain", &[("seeker", &name(&document.seeker)), ("partner", &name(&document.partner))]);
    let percent = |share: f64| figure::percent(share, wording).text();
    let hundredths = |score: f64| figure::score(score, wording).text();
    let confidence = document.confidence.map_or_else(|| wording.say("unknown", &[]), percent);
    let score = wording.say(
        "score-line",
        &[
            ("score", &hundredths(document.score)),
            ("low", &hundredths(document.low)),
            ("high", &hundredths(document.high)),
            ("known", &percent(document.known)),
            ("confidence", &confidence),
        ],
    );
    let mut all = vec![score];
    all.extend(document.gate.iter().map(|g| wording.say("gated", &[("gate", g)])));
    let mut table = lines(title, all);
    if let Some(row) = table.rows.last_mut() {
        row.notes.push((wording.say("for-you", &[]), document.reason_seeker.clone()));
        row.notes.push((wording.say("for-them", &[]), document.reason_partner.clone()));
    }
    table
}

pub(super) fn points(document: &ExplanationDocument, wording: &Wording) -> Table {
    let heads = [
        ("head-criterion", Align::Left),
        ("head-value", Align::Right),
        ("head-weight", Align::Right),
        ("head-points", Align::Right),
    ];
    let mut table = headed(wording, &heads);
    let tenths = |share: f64| figure::tenths(share, wording);
    for c in &document.criteria {
        let name = vocabulary::name(WordSet::Criterion, &c.criterion, wording.lang());
        let value = match c.value {
            None => Cell::Untold(wording.say("unknown", &[])),
            Some(value) if c.assumed => figure::assumed(tenths(value), wording).into(),
            Some(value) => tenths(value).into(),
        };
        table.push([name.into(), value, tenths(c.weight).into(), tenths(c.points).into()]);
    }
    let total = wording.say("head-total", &[]);
    table.push([total.into(), Cell::from(""), tenths(1.0).into(), tenths(document.score).into()]);
    table
}

/// The needs of one side, and how the other meets them. Where the other states no offer at all, whether
/// they are met is unknown.
fn needs(title: &str, roster: &Roster, other: Org, needs: &[MetDocument], wording: &Wording) -> Table {
    let heads = [
        ("head-need", Align::Left),
        ("head-offer", Align::Left),
        ("head-closeness", Align::Right),
        ("head-level", Align::Right),
        ("head-status", Align::Left),
        ("head-date", Align::Left),
        ("head-source", Align::Left),
    ];
    let mut table = headed(wording, &heads).titled(wording.say(title, &[]));
    for need in needs {
        let mark = if need.must { "!" } else { "" };
        let needed = format!("{}{mark} ({})", need.need.label, need.priority);
        let needed = match need.need_evidence.basis.as_str() {
            "assumed" => wording.say("assumed", &[("value", &needed)]),
            _ => needed,
        };
        let Some(offer) = &need.offer else {
            let states_nothing = roster.organization(other).stated_offers().is_empty();
            let answer = wording.say(if states_nothing { "unknown" } else { "not-met" }, &[]);
            let dash = || Cell::from("");
            table.push([needed.into(), answer.into(), dash(), dash(), dash(), dash(), dash()]);
            continue;
        };
        let status = vocabulary::name(WordSet::Status, &offer.status, wording.lang());
        let cells = vec![
            needed.into(),
            offer.concept.label.clone().into(),
            usize::from(offer.closeness).into(),
            usize::from(offer.level).into(),
            status.into(),
            offer.evidence.as_of.as_deref().map_or(String::new(), |date| wording.date(date)).into(),
            offer.evidence.source.clone().unwrap_or_default().into(),
        ];
        table.rows.push(Row { cells, notes: offer_notes(roster, offer, wording) });
    }
    table
}

/// What stands below a met need: what the source says, and who carries the offer.
fn offer_notes(roster: &Roster, offer: &OfferDocument, wording: &Wording) -> Vec<(String, String)> {
    let mut remarks = Vec::new();
    if let Some(note) = &offer.evidence.note {
        let basis = vocabulary::name(WordSet::Basis, &offer.evidence.basis, wording.lang());
        remarks.push((basis.to_string(), note.clone()));
    }
    if !offer.carried_by.is_empty() {
        let name = |id: &String| roster.by_id(id).map_or(id.clone(), |o| roster.organization(o).name.clone());
        let members = wording.list(&offer.carried_by.iter().map(name).collect::<Vec<_>>());
        remarks.push((String::new(), wording.say("carried-by", &[("members", &members)])));
    }
    remarks
}

fn certificate_line(certificate: &CertificateDocument, wording: &Wording) -> String {
    let counts = match (certificate.valid, certificate.counts) {
        (false, _) => wording.say("certificate-invalid", &[]),
        (true, None) => wording.say("certificate-unknown", &[]),
        (true, Some(value)) => {
            wording.say("certificate-counts", &[("value", &figure::score(value, wording).text())])
        }
    };
    format!("{}: {counts}", certificate.certificate)
}

fn policy_line(policy: &PolicyDocument, wording: &Wording) -> String {
    // Goals are quoted in English; another language says first what they are about.
    let target = match wording.lang() {
        Lang::En => policy.target.clone(),
        _ => wording.say("policy-quoted", &[("label", &policy.concept.label), ("target", &policy.target)]),
    };
    let stated = match (&policy.deadline, policy.passed) {
        (None, _) => wording.say("deadline-none", &[("target", &target)]),
        (Some(date), passed) => {
            let key = if passed { "deadline-passed" } else { "deadline" };
            wording.say(key, &[("target", &target), ("deadline", &wording.date(date))])
        }
    };
    let country = vocabulary::name(WordSet::Country, &policy.country, wording.lang());
    wording.say("served-by", &[("country", country), ("policy", &stated), ("need", &policy.served_by.label)])
}

fn tie_line(tie: &TieDocument, wording: &Wording) -> String {
    let status = vocabulary::name(WordSet::Tie, &tie.status, wording.lang());
    let when = tie.date.as_deref().map_or(String::new(), |d| format!(" {}", wording.date(d)));
    let about = if tie.note.is_empty() { String::new() } else { format!(": {}", tie.note) };
    format!("{status}{when}{about}")
}

/// A table of one column without a header.
fn lines(title: String, all: impl IntoIterator<Item = String>) -> Table {
    let mut table = Table::new([("", Align::Left)]).titled(title);
    all.into_iter().for_each(|line| table.push([line.into()]));
    table
}
