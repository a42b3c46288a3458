//! `silkmatch gaps`: needs nobody meets, offers nobody asks for.

use super::Ending;
use super::common::Common;
use super::forms::Forms;
use silkmatch::engine::Filter;
use silkmatch::error::Result;
use silkmatch::gaps;
use silkmatch::report::book::Book;
use silkmatch::report::evaluation as report;

/// Needs that nobody abroad meets, and offers that nobody abroad asks for
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch gaps --from UZ")]
pub struct Args {
    /// Countries whose needs and offers are looked at
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',')]
    from: Vec<String>,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let from = Filter::of_countries(&args.from)?.countries;
    let loaded = common.load_whole()?;
    let mut found = gaps::gaps(&loaded.roster);
    found.retain(|g| from.is_empty() || from.contains(&g.country));
    let wording = common.wording();
    let documents = report::gap_documents(&loaded.roster, &found, &wording);
    let forms = Forms {
        text: || vec![report::gap_brief(&documents, &wording)],
        csv: || report::gap_table(&documents),
        json: || &documents,
        book: || {
            let book =
                Book::new().with(wording.say("sheet-gaps", &[]), report::gap_brief(&documents, &wording));
            book.with(wording.say("sheet-made", &[]), loaded.made(&wording))
        },
    };
    forms.write(format, sink)?;
    Ok(if documents.is_empty() { Ending::Nothing } else { Ending::Found })
}
