//! Why a pair has its score, as tables and as a document.

mod brief;
mod sheets;

pub use brief::{brief, remarks};
pub use sheets::sheets;

use super::Wording;
use super::figure;
use super::reason::{Whose, kind, reason};
use super::shortlist::{Method, gate};
use super::table::{Align, Table};
use crate::criteria::Pair;
use crate::criterion::Criterion;
use crate::engine::Query;
use crate::explain::{Explanation, NeedMet, unknown};
use crate::profile::{Evidence, Organization};
use crate::reference::Fitness;
use crate::roster::{Org, Roster};
use crate::taxonomy::{Concept, Relation};
use crate::vocabulary::Lang;
use schemars::JsonSchema;
use serde::Serialize;

/// An organization in short.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OrganizationDocument {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// ISO 3166 code of the country.
    pub country: String,
    /// What sort of organization it is; null where it is unknown.
    pub kind: Option<String>,
    /// Whether it is a window: it opens doors to others and has not their capabilities itself.
    pub window: bool,
}

/// A concept.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ConceptDocument {
    /// The id.
    pub concept: String,
    /// The label in the language of the output.
    pub label: String,
}

/// How a claim is known.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidenceDocument {
    /// Where it is known from.
    pub source: Option<String>,
    /// When the source said so.
    pub as_of: Option<String>,
    /// What the source says.
    pub note: Option<String>,
    /// `stated`, or `inferred` where it is read out of the source.
    pub basis: String,
}

/// A need, and how it is met.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MetDocument {
    /// What is needed.
    pub need: ConceptDocument,
    /// How much it matters, 1 to 5.
    pub priority: u8,
    /// Whether a partner that does not meet it is out of the question.
    pub must: bool,
    /// How the need is known.
    pub need_evidence: EvidenceDocument,
    /// The offer that meets it best; null where none does.
    pub offer: Option<OfferDocument>,
}

/// An offer that meets a need.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfferDocument {
    /// What is offered.
    #[serde(flatten)]
    pub concept: ConceptDocument,
    /// How strong the offer is, 1 to 5.
    pub level: u8,
    /// How far along it is: operating, built or planned.
    pub status: String,
    /// How close it comes to the need, in hundredths.
    pub closeness: u8,
    /// How it comes to meet it: same, narrower, broader, related or complement.
    pub relation: String,
    /// Why a complement serves.
    pub why: Option<String>,
    /// Ids of the members of a cluster that carry the offer.
    pub carried_by: Vec<String>,
    /// How the offer is known.
    pub evidence: EvidenceDocument,
}

/// One criterion of a pair.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CriterionDocument {
    /// The name.
    pub criterion: String,
    /// The question that it answers.
    pub question: String,
    /// The answer, 0 to 1; null where it is unknown.
    pub value: Option<f64>,
    /// Whether the answer rests on what is only assumed of organizations of such a kind.
    pub assumed: bool,
    /// How much it counts.
    pub weight: f64,
    /// What it adds to the score: weight × value, or weight × optimism where it is unknown.
    pub points: f64,
}

/// A national goal or grant that something between the two serves.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PolicyDocument {
    /// ISO 3166 code of the country.
    pub country: String,
    /// What the policy is about.
    pub concept: ConceptDocument,
    /// `wants` or `grants`.
    pub side: String,
    /// The goal as stated.
    pub target: String,
    /// By when.
    pub deadline: Option<String>,
    /// Whether the deadline has passed.
    pub passed: bool,
    /// The need that serves it.
    pub served_by: ConceptDocument,
    /// Where the policy is known from.
    pub source: String,
}

/// A certificate of the partner, in the country of the seeker.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CertificateDocument {
    /// The certificate.
    pub certificate: String,
    /// Whether it is held and not expired at the date.
    pub valid: bool,
    /// How far it counts there, 0 to 1; null where nothing is known about it.
    pub counts: Option<f64>,
    /// Where that is known from.
    pub source: Option<String>,
}

/// What is between the two.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TieDocument {
    /// met, memorandum, contract, ended or conflict.
    pub status: String,
    /// When.
    pub date: Option<String>,
    /// What about.
    pub note: String,
    /// Where it is known from.
    pub source: String,
}

/// What `explain -f json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExplanationDocument {
    /// How it was made.
    pub method: Method,
    /// Who looks for a partner.
    pub seeker: OrganizationDocument,
    /// Who is looked at.
    pub partner: OrganizationDocument,
    /// The score, 0 to 1: the sum of the points.
    pub score: f64,
    /// The score if all that is not stated is bad.
    pub low: f64,
    /// The score if all that is not stated is good.
    pub high: f64,
    /// The share of the weight that rests on what is stated.
    pub known: f64,
    /// How well the claims that met are attested, 0 to 1; null where none met.
    pub confidence: Option<f64>,
    /// Why the partner is kept out of shortlists; null where it is not.
    pub gate: Option<String>,
    /// Why the seeker should want the partner.
    pub reason_seeker: String,
    /// Why the partner should want the seeker.
    pub reason_partner: String,
    /// What each criterion gave.
    pub criteria: Vec<CriterionDocument>,
    /// What the seeker needs, and how the partner meets it.
    pub seeker_needs: Vec<MetDocument>,
    /// What the partner needs, and how the seeker meets it.
    pub partner_needs: Vec<MetDocument>,
    /// The fields that both work in, the strongest together first.
    pub shared_fields: Vec<ConceptDocument>,
    /// Why the kind of the partner fits that of the seeker as it does.
    pub counterpart_reason: Option<String>,
    /// The certificates of the partner.
    pub certificates: Vec<CertificateDocument>,
    /// The national goals that are served.
    pub policies: Vec<PolicyDocument>,
    /// What is between the two, the latest last.
    pub ties: Vec<TieDocument>,
    /// What is unknown and worth asking, criterion by criterion.
    pub questions: Vec<String>,
}

/// The document of an explanation.
pub fn document(
    roster: &Roster,
    explanation: &Explanation,
    query: &Query,
    wording: &Wording,
) -> ExplanationDocument {
    let found = &explanation.found;
    let pair = Pair { roster, seeker: found.seeker, partner: found.partner };
    ExplanationDocument {
        method: Method::new(roster, query),
        seeker: pair.us().into(),
        partner: pair.them().into(),
        score: found.score.to_f64(),
        low: found.low.to_f64(),
        high: found.high.to_f64(),
        known: found.known.to_f64(),
        confidence: found.confidence,
        gate: explanation.gate.map(|g| gate(roster, &g, pair.them(), wording)),
        reason_seeker: reason(pair, Whose::Seeker, wording),
        reason_partner: reason(pair, Whose::Partner, wording),
        criteria: criteria(explanation, query),
        seeker_needs: all_documents(roster, &explanation.ours, wording),
        partner_needs: all_documents(roster, &explanation.theirs, wording),
        shared_fields: explanation.fields.iter().map(|c| concept(roster, *c, wording)).collect(),
        counterpart_reason: explanation.counterpart.map(|f| counterpart(pair, f, wording)),
        certificates: certificates(explanation),
        policies: policies(roster, explanation, wording),
        ties: ties(explanation),
        questions: questions(explanation, wording),
    }
}

/// Why one kind fits the other as it does. The judgements are written in English; any other language, and
/// a judgement without a reason, has both kinds and the number.
fn counterpart(pair: Pair, fitness: &Fitness, wording: &Wording) -> String {
    if wording.lang() == Lang::En && !fitness.reason.is_empty() {
        return fitness.reason.clone();
    }
    let [seeker, partner] = [pair.us(), pair.them()].map(|o| kind(o, wording));
    let value = figure::score(fitness.value, wording).text();
    wording.say("counterpart-fit", &[("seeker", &seeker), ("partner", &partner), ("value", &value)])
}

impl From<&Organization> for OrganizationDocument {
    fn from(organization: &Organization) -> OrganizationDocument {
        OrganizationDocument {
            id: organization.id.clone(),
            name: organization.name.clone(),
            country: organization.country.to_string(),
            kind: organization.kind.map(|k| k.key().to_string()),
            window: organization.kind.is_some_and(|k| k.is_window()),
        }
    }
}

fn concept(roster: &Roster, concept: Concept, wording: &Wording) -> ConceptDocument {
    let taxonomy = roster.taxonomy();
    ConceptDocument {
        concept: taxonomy.id(concept).to_string(),
        label: taxonomy.label(concept, wording.lang().tag()).to_string(),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceDocument {
    EvidenceDocument {
        source: evidence.source.as_deref().map(str::to_string),
        as_of: evidence.as_of.map(|d| d.to_string()),
        note: evidence.note.as_deref().map(str::to_string),
        basis: evidence.basis.key().to_string(),
    }
}

fn criteria(explanation: &Explanation, query: &Query) -> Vec<CriterionDocument> {
    let one = |c: Criterion| CriterionDocument {
        criterion: c.name().to_string(),
        question: c.question().to_string(),
        value: explanation.found.values[c.index()],
        assumed: explanation.found.is_assumed(c),
        weight: query.weights.of(c).to_f64(),
        points: explanation.points[c.index()].to_f64(),
    };
    Criterion::ALL.into_iter().map(one).collect()
}

/// The documents of the needs that are met.
pub fn met_documents(roster: &Roster, needs: &[NeedMet], wording: &Wording) -> Vec<MetDocument> {
    needs.iter().filter(|n| n.met.is_some()).map(|n| met_document(roster, n, wording)).collect()
}

/// The documents of all needs, those that are not met too.
fn all_documents(roster: &Roster, needs: &[NeedMet], wording: &Wording) -> Vec<MetDocument> {
    needs.iter().map(|n| met_document(roster, n, wording)).collect()
}

fn met_document(roster: &Roster, met: &NeedMet, wording: &Wording) -> MetDocument {
    let ids = |orgs: &[Org]| orgs.iter().map(|o| roster.organization(*o).id.clone()).collect();
    MetDocument {
        need: concept(roster, met.need.concept, wording),
        priority: met.need.priority.get(),
        must: met.need.must,
        need_evidence: evidence(&met.need.evidence),
        offer: met.met.map(|m| OfferDocument {
            concept: concept(roster, m.offer.concept, wording),
            level: m.offer.level.get(),
            status: m.offer.status.key().to_string(),
            closeness: m.closeness,
            relation: relation_word(met.relation).to_string(),
            why: why(roster, met.relation).map(str::to_string),
            carried_by: ids(&met.carriers),
            evidence: evidence(&m.offer.evidence),
        }),
    }
}

/// The stable word for how an offer comes to meet a need.
pub(super) fn relation_word(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "same",
        Relation::Narrower => "narrower",
        Relation::Broader => "broader",
        Relation::Related => "related",
        Relation::Complement(_) => "complement",
        Relation::None => "none",
    }
}

/// Why a complement serves.
pub(super) fn why(roster: &Roster, relation: Relation) -> Option<&str> {
    match relation {
        Relation::Complement(row) => Some(&roster.taxonomy().complements()[row].reason),
        _ => None,
    }
}

fn certificates(explanation: &Explanation) -> Vec<CertificateDocument> {
    let one = |s: &crate::criteria::standards::Standing| CertificateDocument {
        certificate: s.certificate.to_string(),
        valid: s.valid,
        counts: s.recognition.map(|r| r.value),
        source: s.recognition.map(|r| r.source.clone()),
    };
    explanation.standards.iter().map(one).collect()
}

fn policies(roster: &Roster, explanation: &Explanation, wording: &Wording) -> Vec<PolicyDocument> {
    let one = |s: &crate::explain::Served| PolicyDocument {
        country: s.policy.country.to_string(),
        concept: concept(roster, s.policy.concept, wording),
        side: s.policy.side.key().to_string(),
        target: s.policy.target.clone(),
        deadline: s.policy.deadline.map(|d| d.to_string()),
        passed: s.passed,
        served_by: concept(roster, s.need, wording),
        source: s.policy.source.clone(),
    };
    explanation.policies.iter().map(one).collect()
}

fn ties(explanation: &Explanation) -> Vec<TieDocument> {
    let one = |t: &crate::reference::Tie| TieDocument {
        status: t.status.key().to_string(),
        date: t.date.map(|d| d.to_string()),
        note: t.note.clone(),
        source: t.source.clone(),
    };
    explanation.ties.iter().map(one).collect()
}

fn questions(explanation: &Explanation, wording: &Wording) -> Vec<String> {
    unknown(&explanation.found.stated).map(|c| wording.say(&format!("ask-{c}"), &[])).collect()
}

/// The points as a table: what spreadsheets get.
pub fn points_table(document: &ExplanationDocument) -> Table {
    let mut table = Table::new([
        ("seeker", Align::Left),
        ("partner", Align::Left),
        ("criterion", Align::Left),
        ("value", Align::Right),
        ("weight", Align::Right),
        ("points", Align::Right),
        ("question", Align::Left),
    ]);
    for c in &document.criteria {
        table.push([
            document.seeker.id.clone().into(),
            document.partner.id.clone().into(),
            c.criterion.clone().into(),
            c.value.into(),
            c.weight.into(),
            c.points.into(),
            c.question.clone().into(),
        ]);
    }
    table
}
