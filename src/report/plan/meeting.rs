//! One meeting: when, where, who, why, and what to bring and to ask.

use super::Told;
use crate::criteria::Pair;
use crate::explain::{self, Explanation, NeedMet};
use crate::plan::delegation::clock;
use crate::plan::puzzle::Places;
use crate::plan::{Meeting, Plan, route, ways};
use crate::profile::Status;
use crate::report::reason::{self, Whose, reason};
use crate::report::table::{Align, Cell, Table};
use crate::text::slug;
use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::Serialize;

/// A meeting of a member with a host. Members who move together each have it, at the same time and table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingDocument {
    /// A stable name: the same for the same two in every plan of this visit.
    pub uid: String,
    /// The date.
    pub date: String,
    /// When it starts, in the time of the place.
    pub start: String,
    /// When it ends, in the time of the place.
    pub end: String,
    /// The start in UTC.
    pub start_utc: String,
    /// The end in UTC.
    pub end_utc: String,
    /// Where: the city of the day; null where it does not matter where hosts are.
    pub city: Option<String>,
    /// The table, from 1; null where the host receives at home.
    pub table: Option<usize>,
    /// The way that the member has to it; null where it is the first meeting of the day, or no way takes time.
    pub way: Option<WayDocument>,
    /// Id of the member.
    pub member: String,
    /// Name of the member.
    pub member_name: String,
    /// Id of the host.
    pub host: String,
    /// Name of the host.
    pub host_name: String,
    /// What it is worth, 0 to 1: both scores as one.
    pub value: f64,
    /// The score of the host for the member, 0 to 1.
    pub score_member: f64,
    /// The score of the member for the host, 0 to 1.
    pub score_host: f64,
    /// Why the member should want it.
    pub reason_member: String,
    /// Why the host should want it.
    pub reason_host: String,
    /// What is between the two; null where nothing is known.
    pub tie: Option<String>,
    /// Languages that both work in, BCP 47; null where one side does not say.
    pub languages: Option<Vec<String>>,
    /// What is unknown and worth asking.
    pub questions: Vec<String>,
    /// Certificates of the member to bring along.
    pub bring: Vec<String>,
    /// Certificates of the host to ask for.
    pub ask_for: Vec<String>,
    /// Where the claims that met are known from.
    pub sources: Vec<String>,
}

/// A way from the meeting before.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WayDocument {
    /// Id of the host who is met before.
    pub from: String,
    /// Minutes that are left for it, at least.
    pub minutes: u32,
    /// The same in words.
    pub words: String,
}

/// From which side a meeting is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Member,
    Host,
}

impl Side {
    /// Both, in the order in which they are told.
    pub const ALL: [Side; 2] = [Side::Member, Side::Host];

    /// Who this side is, and who the other one: id and name.
    pub fn names(self, m: &MeetingDocument) -> [(String, String); 2] {
        let member = (m.member.clone(), m.member_name.clone());
        let host = (m.host.clone(), m.host_name.clone());
        if self == Side::Member { [member, host] } else { [host, member] }
    }

    /// Everybody on this side, by id.
    pub fn all(self, meetings: &[MeetingDocument]) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = meetings.iter().map(|m| self.names(m)[0].clone()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether the way to a meeting is of interest: it is the members who are on their way.
    pub fn travels(self, meetings: &[&MeetingDocument]) -> bool {
        self == Side::Member && meetings.iter().any(|m| m.way.is_some())
    }
}

/// The most sources that a brief names.
const MOST_SOURCES: usize = 4;

/// The document of a meeting.
pub fn document(told: &Told, plan: &Plan, places: &Places, meeting: &Meeting) -> MeetingDocument {
    let (delegation, roster) = (told.delegation, told.roster);
    let (member, host) = (delegation.members[meeting.member].org, delegation.hosts[meeting.host].org);
    let pair = Pair { roster, seeker: member, partner: host };
    let slot = delegation.slots[meeting.slot];
    let zone = &delegation.days[slot.day].zone;
    let worth = told.worths.get(meeting.member, meeting.host);
    let explained = explain::explain(pair, told.query);
    MeetingDocument {
        uid: uid(told, &told.id(member), &told.id(host)),
        date: slot.start.date().to_string(),
        start: clock(slot.start),
        end: clock(slot.end),
        start_utc: utc(slot.start, zone),
        end_utc: utc(slot.end, zone),
        city: route::city(delegation, &plan.route, slot.day).map(str::to_string),
        table: meeting.table.map(|t| t + 1),
        way: way(told, plan, places, meeting),
        member: told.id(member),
        member_name: told.name(member),
        host: told.id(host),
        host_name: told.name(host),
        value: super::scores(meeting.value as i64),
        score_member: worth.for_member.to_f64(),
        score_host: worth.for_host.to_f64(),
        reason_member: reason(pair, Whose::Seeker, told.wording),
        reason_host: reason(pair, Whose::Partner, told.wording),
        tie: reason::tie(explained.ties, told.wording),
        languages: common(&pair.us().languages, &pair.them().languages),
        questions: explain::unknown(&explained.found.values)
            .map(|c| told.wording.say(&format!("ask-{c}"), &[]))
            .collect(),
        bring: certificates(pair.us()),
        ask_for: certificates(pair.them()),
        sources: sources(&explained),
    }
}

/// The way from the meeting that the member has before, on the same date.
fn way(told: &Told, plan: &Plan, places: &Places, meeting: &Meeting) -> Option<WayDocument> {
    let slots = &told.delegation.slots;
    let date = |slot: usize| slots[slot].start.date();
    let is_before = |other: &&Meeting| {
        other.member == meeting.member && other.slot < meeting.slot && date(other.slot) == date(meeting.slot)
    };
    let last = plan.meetings.iter().filter(is_before).max_by_key(|other| other.slot)?;
    let (from, to) = ((last.host, last.slot), (meeting.host, meeting.slot));
    let minutes = ways::minutes(told.delegation, &plan.route, places, from, to);
    let from = told.delegation.hosts[last.host].org;
    let words = [("minutes", minutes.to_string()), ("from", told.name(from))];
    let words = told.wording.say("brief-way-from", &words.each_ref().map(|(k, w)| (*k, w.as_str())));
    (minutes > 0).then(|| WayDocument { from: told.id(from), minutes, words })
}

/// A name that stays when the meeting moves, so that calendars move their entry and add none.
fn uid(told: &Told, member: &str, host: &str) -> String {
    let visit = slug(&told.delegation.name);
    format!("{visit}-{member}-{host}@silkmatch").trim_start_matches('-').to_string()
}

/// A time of a place in UTC, as RFC 3339 without punctuation: the form that calendars have.
fn utc(at: DateTime, zone: &str) -> String {
    let zoned = at.in_tz(zone);
    zoned.map_or_else(|_| String::new(), |z| z.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string())
}

fn common(a: &[String], b: &[String]) -> Option<Vec<String>> {
    let known = !a.is_empty() && !b.is_empty();
    known.then(|| a.iter().filter(|tag| b.contains(tag)).cloned().collect())
}

/// Certificates that are held.
fn certificates(organization: &crate::profile::Organization) -> Vec<String> {
    let held = organization.certifications.iter().filter(|c| c.status == Status::Operating);
    held.map(ToString::to_string).collect()
}

/// Where the claims of both sides that met are known from, the weightiest first.
fn sources(explained: &Explanation) -> Vec<String> {
    let of = |n: &NeedMet| {
        let offer = n.met.and_then(|m| m.offer.evidence.source.clone());
        [offer, n.need.evidence.source.clone().filter(|_| n.met.is_some())]
    };
    let mut sources: Vec<String> = Vec::new();
    for source in explained.ours.iter().chain(&explained.theirs).flat_map(of).flatten() {
        if !sources.iter().any(|s| *s == *source) && sources.len() < MOST_SOURCES {
            sources.push(source.to_string());
        }
    }
    sources
}

/// The meetings as spreadsheets get them: one row a member and host.
pub fn csv(meetings: &[MeetingDocument]) -> Table {
    let left = |title| (title, Align::Left);
    let right = |title| (title, Align::Right);
    let mut table = Table::new([
        left("date"),
        left("start"),
        left("end"),
        left("start_utc"),
        left("end_utc"),
        left("city"),
        right("table"),
        right("way_minutes"),
        left("member"),
        left("member_name"),
        left("host"),
        left("host_name"),
        right("value"),
        right("score_member"),
        right("score_host"),
        left("reason_member"),
        left("reason_host"),
        left("tie"),
        left("languages"),
        left("questions"),
        left("bring"),
        left("ask_for"),
        left("sources"),
        left("uid"),
    ]);
    for m in meetings {
        let list = |list: &[String]| Cell::from(list.join("; "));
        table.push([
            m.date.as_str().into(),
            m.start.as_str().into(),
            m.end.as_str().into(),
            m.start_utc.as_str().into(),
            m.end_utc.as_str().into(),
            m.city.clone().into(),
            m.table.into(),
            m.way.as_ref().map(|way| way.minutes as usize).into(),
            m.member.as_str().into(),
            m.member_name.as_str().into(),
            m.host.as_str().into(),
            m.host_name.as_str().into(),
            m.value.into(),
            m.score_member.into(),
            m.score_host.into(),
            m.reason_member.as_str().into(),
            m.reason_host.as_str().into(),
            m.tie.clone().into(),
            m.languages.as_ref().map(|l| l.join("; ")).into(),
            list(&m.questions),
            list(&m.bring),
            list(&m.ask_for),
            list(&m.sources),
            m.uid.as_str().into(),
        ]);
    }
    table
}
