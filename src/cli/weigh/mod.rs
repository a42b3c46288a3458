//! `silkmatch weigh`: tune weights, elicit them, learn them, and know how sure a list is.

mod ask;
mod compare;
mod elicit;
mod given;
mod group;
mod interview;
mod judgments;
mod learn;
mod presets;
mod robust;
mod set;
mod stability;

use super::Ending;
use super::common::{Common, Format, Partners};
use super::forms::Forms;
use super::output::Sink;
use super::weights;
use clap::Subcommand;
use silkmatch::criterion::{Optimism, Weights};
use silkmatch::engine::{self, Query};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::matrix::DecisionMatrix;
use silkmatch::report::Wording;
use silkmatch::report::book::Book;
use silkmatch::report::table::Table;
use silkmatch::report::weigh::{Case, WeightsDocument};
use silkmatch::roster::{Org, Roster};

/// Tune weights, elicit them, learn them, and know how sure a list is
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Presets(presets::Args),
    Set(set::Args),
    Elicit(elicit::Args),
    Stability(stability::Args),
    Robust(robust::Args),
    Learn(learn::Args),
    Ask(ask::Args),
    Compare(compare::Args),
    Group(group::Args),
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    match &args.verb {
        Verb::Presets(args) => presets::run(args, common),
        Verb::Set(args) => set::run(args, common),
        Verb::Elicit(args) => elicit::run(args, common),
        Verb::Robust(args) => robust::run(args, common),
        Verb::Learn(args) => learn::run(args, common),
        Verb::Ask(args) => ask::run(args, common),
        Verb::Stability(args) => stability::run(args, common),
        Verb::Compare(args) => compare::run(args, common),
        Verb::Group(args) => group::run(args, common),
    }
}

/// How partners are chosen and how long the list is.
#[derive(Debug, clap::Args)]
struct Choice {
    /// How much of an unknown criterion counts, from 0 (all of it bad) to 1 (all of it good)
    #[arg(long, value_name = "X", default_value_t = silkmatch::Optimism::default().degree())]
    optimism: f64,
    /// The length of the list
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = super::shortlist::at_least_one)]
    top: usize,
    #[command(flatten)]
    partners: Partners,
}

impl Choice {
    /// The query under some weights.
    fn query(&self, weights: Weights, roster: &Roster) -> Result<Query> {
        let (optimism, partners) = (Optimism::new(self.optimism)?, self.partners.filter(roster)?);
        Ok(Query { optimism, top: self.top, partners, ..Query::new(weights) })
    }
}

/// Runs over the case of each seeker that has a partner at all.
fn with_cases<T>(
    roster: &Roster,
    seekers: &[Org],
    query: &Query,
    wording: &Wording,
    mut work: impl FnMut(&Case) -> Result<T>,
) -> Result<Vec<T>> {
    let mut done = Vec::new();
    for &seeker in seekers {
        let matrix: DecisionMatrix = engine::matrix(roster, seeker, query);
        if !matrix.alternatives().is_empty() {
            done.push(work(&Case { roster, seeker, matrix: &matrix, query, wording })?);
        }
    }
    Ok(done)
}

/// The row of an organization among the partners of a case.
fn row(case: &Case, org: Org) -> Result<usize> {
    case.matrix.alternatives().iter().position(|o| *o == org).ok_or_else(|| {
        let id = &case.roster.organization(org).id;
        let message = format!("`{id}` is none of the partners: a gate or a filter keeps it out");
        Error::new(ErrorKind::Value, message).hint("`silkmatch shortlist ORG --near-misses` says which gate")
    })
}

/// Where weights are written and how: opened before anything is read, asked or computed.
struct Writer {
    format: Format,
    sink: Sink,
    wording: Wording,
}

impl Writer {
    fn open(common: &Common) -> Result<Writer> {
        Ok(Writer { format: common.format()?, sink: common.sink()?, wording: common.wording() })
    }

    /// Writes weights in each format; as CSV they are a file that `-w` takes.
    fn weights(self, document: &WeightsDocument) -> Result<Ending> {
        let Writer { format, sink, wording } = self;
        let forms = Forms {
            text: || document.brief(&wording),
            csv: || document.file(&wording),
            json: || document,
            book: || {
                let book = book(document.brief(&wording), &["sheet-weights"], &wording);
                book.with(wording.say("sheet-made", &[]), document.made(&wording))
            },
        };
        forms.write(format, sink)?;
        Ok(Ending::Found)
    }
}

/// The tables of a result as sheets, by the keys of their names; those behind the last one are remarks.
fn book(tables: Vec<Table>, sheets: &[&str], wording: &Wording) -> Book {
    let names = sheets.iter().copied().chain(std::iter::repeat("sheet-remarks"));
    tables
        .into_iter()
        .zip(names)
        .fold(Book::new(), |book, (table, name)| book.with(wording.say(name, &[]), table))
}
