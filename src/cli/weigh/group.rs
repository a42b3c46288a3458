//! `silkmatch weigh group`: the weights of several officers, and what their lists share.

use super::super::Ending;
use super::super::common::Common;
use super::super::forms::Forms;
use super::super::seekers::Seekers;
use super::{Choice, book, weights, with_cases};
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::report::weigh::GroupDocument;
use std::path::Path;

/// The weights of several officers, how far apart they are, and who is in everybody's list
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER)]
pub struct Args {
    #[command(flatten)]
    seekers: Seekers,
    /// The weights of each officer: files, presets, or coverage=0.4,mutual=0.2
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    group: Vec<String>,
    #[command(flatten)]
    choice: Choice,
}

const AFTER: &str = "\
Nobody's weights are averaged away: each list stays as its officer's weights make it.

Examples:
  silkmatch weigh group kz-sk-pharmacy --group aigul.csv daniyar.csv balanced
  silkmatch weigh group --all --from KZ --group aigul.csv daniyar.csv";

/// The sheet of what the lists share.
const SHARED: &str = "sheet-group";

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let [first, _, ..] = args.group.as_slice() else {
        let error = Error::new(ErrorKind::Value, "a group is two officers or more");
        return Err(error.hint("name the weights of each: --group aigul.csv daniyar.csv"));
    };
    let read = |text: &String| Ok((name(text), weights::read(text, common)?));
    let officers = args.group.iter().map(read).collect::<Result<Vec<_>>>()?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let query = args.choice.query(officers[0].1, roster)?;
    let wording = common.wording();
    let seekers = args.seekers.of(roster)?;
    let documents =
        with_cases(roster, &seekers, &query, &wording, |case| Ok(GroupDocument::new(case, &officers)))?;
    let brief = || match documents.as_slice() {
        [one] if !args.seekers.all => one.brief(&wording),
        all => vec![GroupDocument::summary(all, &wording)],
    };
    let forms = Forms {
        text: brief,
        csv: || GroupDocument::table(&documents),
        json: || &documents,
        book: || {
            let sheets: &[&str] = if args.seekers.all { &[SHARED] } else { &["sheet-weights", SHARED] };
            let made = loaded.scored(&query, first, &wording);
            book(brief(), sheets, &wording).with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}

/// A file without its folder and ending; a preset or pairs as they are.
fn name(text: &str) -> String {
    let stem = Path::new(text).file_stem().filter(|_| Path::new(text).exists());
    stem.map_or(text.to_string(), |stem| stem.to_string_lossy().into_owned())
}
