//! `silkmatch explain`: what each criterion gave, need by need, both sides.

use super::Ending;
use super::common::{Common, Weighting};
use super::forms::Forms;
use silkmatch::criteria::Pair;
use silkmatch::engine::Query;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::explain;
use silkmatch::report::explanation as report;

/// What each criterion gave, need by need, both sides
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch explain kz-sk-pharmacy kr-khidi")]
pub struct Args {
    /// Id or name of the one who looks for a partner
    #[arg(value_name = "ORG")]
    seeker: String,
    /// Id or name of the partner
    #[arg(value_name = "PARTNER")]
    partner: String,
    #[command(flatten)]
    weighting: Weighting,
}

/// Runs the verb.
pub fn run(args: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let (weights, optimism) = args.weighting.read(common)?;
    let loaded = common.load_whole()?;
    let roster = &loaded.roster;
    let (seeker, partner) = (roster.find(&args.seeker)?, roster.find(&args.partner)?);
    if seeker == partner {
        let error = Error::new(
            ErrorKind::Value,
            format!("`{}` and `{}` are the same organization", args.seeker, args.partner),
        );
        return Err(error.hint("name two organizations"));
    }
    let query = Query { optimism, ..Query::new(weights) };
    let found = explain::explain(Pair { roster, seeker, partner }, &query);
    let wording = common.wording();
    let document = || report::document(roster, &found, &query, &wording);
    let forms = Forms {
        text: || report::brief(roster, &found, &query, &wording),
        csv: || report::points_table(&document()),
        json: document,
        book: || {
            let made = loaded.scored(&query, &args.weighting.weights, &wording);
            report::sheets(&document(), roster, &wording).with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(Ending::Found)
}
