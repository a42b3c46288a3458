//! `silkmatch evaluate`: how high known partners rank, beside baselines.

use super::Ending;
use super::common::{Common, Weighting};
use super::forms::Forms;
use silkmatch::engine::Query;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::evaluate::{self, Known, Ranker, Texts};
use silkmatch::read::{Table, TableName};
use silkmatch::report::book::Book;
use silkmatch::report::evaluation::{self as report, EvaluationDocument};
use silkmatch::report::shortlist::Method;
use silkmatch::{Roster, resolve};
use std::path::PathBuf;

/// How high known partners rank, beside baselines
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  silkmatch evaluate known.csv --misses\n\nPAIRS has the columns a, b (ids or names) and, if known, strength, topic, date."
)]
pub struct Args {
    /// Table of known partnerships
    #[arg(value_name = "PAIRS")]
    pairs: PathBuf,
    #[command(flatten)]
    weighting: Weighting,
    /// List the known partners below rank 20, with what holds them down
    #[arg(long)]
    misses: bool,
}

/// Below this rank a known partner is a miss.
const DEPTH: usize = 20;

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let (weights, optimism) = args.weighting.read(common)?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let known = known(args, roster, common)?;
    let query = Query { optimism, ..Query::new(weights) };
    let texts = Texts::of(roster);
    let model = evaluate::ranks(roster, &known, &Ranker::Model(query.clone()), &texts);
    let mut quality: Vec<_> = Ranker::all(&query)
        .iter()
        .filter_map(|r| report::overall(&r.name(), &evaluate::ranks(roster, &known, r, &texts)))
        .collect();
    quality.extend(report::parts(roster, "model", &known, &model));
    let wording = common.wording();
    let misses = args.misses.then(|| {
        let found = evaluate::misses(roster, &known, &model, &query, DEPTH);
        report::miss_documents(roster, &found, &wording)
    });
    let brief = || report::brief(&quality, &wording);
    let missed = || misses.iter().map(|m| report::miss_brief(m, &wording));
    let forms = Forms {
        text: || [brief()].into_iter().chain(missed()).collect(),
        csv: || misses.as_ref().map_or_else(|| report::table(&quality), |m| report::miss_table(m)),
        json: || EvaluationDocument {
            method: Method::new(roster, &query),
            quality: quality.clone(),
            misses: misses.clone(),
        },
        book: || {
            let book = Book::new().with(wording.say("sheet-quality", &[]), brief());
            let book = missed().fold(book, |book, table| book.with(wording.say("sheet-misses", &[]), table));
            let made = loaded.scored(&query, &args.weighting.weights, &wording);
            book.with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(Ending::Found)
}

fn known(args: &Args, roster: &Roster, common: &Common) -> Result<Vec<Known>> {
    let rows = common.read(&args.pairs, |source, findings| {
        let table = Table::read(source, TableName::Pairs, findings)?;
        Ok(resolve::known_pairs(&table, roster.organizations(), findings))
    })?;
    let known: Vec<Known> = rows
        .into_iter()
        .filter_map(|((a, b), strength, topic, date)| {
            Some(Known { a: roster.by_id(&a)?, b: roster.by_id(&b)?, strength, topic, date })
        })
        .collect();
    if known.is_empty() {
        let error = Error::new(ErrorKind::Value, "no pair of the table names two known organizations");
        return Err(error
            .at(common.source(&args.pairs).place())
            .hint("`silkmatch resolve --names` shows how names are understood"));
    }
    Ok(known)
}
