//! `silkmatch shortlist`: ranked partners of one organization, or of each.

use super::Ending;
use super::common::{Common, Format, Partners, Weighting};
use super::forms::Forms;
use super::parquet;
use super::seekers::Seekers;
use clap::ValueEnum;
use silkmatch::balance;
use silkmatch::criteria::gate::Borders;
use silkmatch::engine::{self, Query, TieFilter};
use silkmatch::error::Result;
use silkmatch::report::book::Book;
use silkmatch::report::shortlist::{self as report, Method, ShortlistDocument};
use silkmatch::report::{balance as balance_report, matches};
use silkmatch::roster::Org;
use std::io::Write as _;

/// Ranked partners of one organization, or of each
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    #[command(flatten)]
    seekers: Seekers,
    #[command(flatten)]
    weighting: Weighting,
    /// Matches for each seeker
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = at_least_one)]
    top: usize,
    #[command(flatten)]
    partners: Partners,
    /// Partners who know each other already
    #[arg(long, value_name = "T", default_value = "show")]
    ties: Ties,
    /// Partners from the seeker's own country too
    #[arg(long)]
    same_country: bool,
    /// List what gates keep out, with the reason
    #[arg(long)]
    near_misses: bool,
    /// With --all: nobody in more than N lists, at the least cost in total score
    #[arg(long, value_name = "N", requires = "all", value_parser = at_least_one)]
    balance: Option<usize>,
}

const AFTER: &str = "\
Examples:
  silkmatch shortlist kz-sk-pharmacy
  silkmatch shortlist 石药集团 --to KZ,UZ -w market-entry
  silkmatch shortlist --all --from UZ --to KR -f csv -o uz-kr.csv
  silkmatch shortlist --all --from KZ --to KR --balance 5";

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Ties {
    /// Leave them out
    Avoid,
    /// Show them like all others
    Show,
    /// Show nobody else
    Only,
}

/// Reads a whole number from 1 up.
pub fn at_least_one(text: &str) -> std::result::Result<usize, String> {
    text.parse().ok().filter(|n| *n > 0).ok_or_else(|| "a whole number from 1 up".to_string())
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let is_parquet = parquet::is_asked(common)?;
    // Parquet has the rows of CSV.
    let format = if is_parquet { Format::Csv } else { common.format()? };
    let sink = common.sink()?;
    let (weights, optimism) = args.weighting.read(common)?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let query = Query {
        weights,
        optimism,
        top: args.top,
        partners: args.partners.filter(roster)?,
        ties: match args.ties {
            Ties::Avoid => TieFilter::Avoid,
            Ties::Show => TieFilter::Show,
            Ties::Only => TieFilter::Only,
        },
        borders: if args.same_country { Borders::Any } else { Borders::Abroad },
    };
    let seekers = args.seekers.of(roster)?;
    let wording = common.wording();
    let (lists, balance) = match args.balance {
        None => (engine::shortlist_all(roster, &seekers, &query), None),
        Some(limit) => {
            let balanced = balance::balance(roster, &seekers, &query, limit);
            let document = balance_report::document(roster, &balanced);
            (balanced.lists, Some(document))
        }
    };
    let misses = args.near_misses.then(|| {
        let of = |s: &Org| engine::near_misses(roster, *s, &query);
        report::near_miss_documents(roster, &seekers.iter().flat_map(of).collect::<Vec<_>>(), &wording)
    });
    let found = || lists.iter().flat_map(|list| report::documents(roster, list, &wording));
    let forms = Forms {
        text: || {
            let mut tables: Vec<_> = lists.iter().map(|list| report::brief(roster, list, &wording)).collect();
            tables.extend(
                misses.iter().filter(|m| !m.is_empty()).map(|m| report::brief_near_misses(m, &wording)),
            );
            if let Some(balance) = &balance {
                let [crowded, shortened] = balance_report::brief(roster, balance, &wording);
                tables.push(crowded);
                tables.extend(Some(shortened).filter(|t| !t.rows.is_empty()));
            }
            tables
        },
        csv: || report::wide(roster, &lists, &wording),
        json: || ShortlistDocument {
            method: Method::new(roster, &query),
            matches: found().collect(),
            near_misses: misses.clone(),
            balance: balance.clone(),
        },
        book: || {
            let title = (!args.seekers.all).then(|| report::title(roster, &lists[0], &wording));
            let mut book = matches::sheets(Book::new(), &found().collect::<Vec<_>>(), title, &wording);
            if let Some(misses) = misses.as_ref().filter(|m| !m.is_empty()) {
                book =
                    book.with(wording.say("sheet-near-misses", &[]), matches::near_misses(misses, &wording));
            }
            if let Some(balance) = &balance {
                let [crowded, shortened] = balance_report::brief(roster, balance, &wording);
                book = book.with(wording.say("sheet-balance", &[]), crowded);
                book = book.with(wording.say("sheet-shortened", &[]), shortened);
            }
            book.with(
                wording.say("sheet-made", &[]),
                loaded.scored(&query, &args.weighting.weights, &wording),
            )
        },
    };
    if is_parquet {
        let table = report::wide(roster, &lists, &wording);
        sink.finish(|out| parquet::write(out, &table, &report::types()))?;
    } else {
        forms.write(format, sink)?;
    }
    // A spreadsheet has no place for the sentence.
    if let (Format::Csv, Some(balance), false) = (format, &balance, common.quiet) {
        let mut err = super::output::stderr(common.color());
        let _ = writeln!(err, "{}", balance_report::summary(balance, &wording));
    }
    Ok(if lists.iter().all(|l| l.matches.is_empty()) { Ending::Nothing } else { Ending::Found })
}
