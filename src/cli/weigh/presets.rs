//! `silkmatch weigh presets`: the shipped weightings and their purposes.

use super::super::Ending;
use super::super::common::{Common, Format};
use silkmatch::error::Result;
use silkmatch::report::table::{Align, Table};
use silkmatch::report::weigh::{WeightsDocument, points};
use silkmatch::{Criterion, preset, render};

/// The shipped weightings and their purposes
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch weigh presets")]
pub struct Args {}

/// Runs the verb.
pub fn run(_: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let wording = common.wording();
    let mut documents = Vec::new();
    for preset in preset::all() {
        let purpose = wording.say(&format!("purpose-{}", preset.name), &[]);
        let method = format!("{}: {purpose}", preset.name);
        documents.push((preset, WeightsDocument::new(&preset.weights()?, method, Vec::new(), &wording)));
    }
    let names = Criterion::ALL.map(|c| (c.name(), Align::Right));
    let mut table = Table::new([("preset", Align::Left)].into_iter().chain(names));
    for (preset, document) in &documents {
        let weights = document.weights.iter();
        if format == Format::Csv {
            let cells = weights.map(|w| w.weight.into());
            table.push([preset.name.into()].into_iter().chain(cells));
        } else {
            let cells = weights.map(|w| points(w.weight).into());
            table.push([preset.name.into()].into_iter().chain(cells));
        }
    }
    let mut purposes = Table::new([("", Align::Left)]);
    documents.iter().for_each(|(_, document)| purposes.push([document.method.clone().into()]));
    let documents: Vec<_> = documents.iter().map(|(_, document)| document).collect();
    sink.finish(|out| match format {
        Format::Text => render::text::write(out, &[table, purposes]),
        Format::Csv => render::csv::write(out, &table),
        Format::Json => render::json::write(out, &documents),
    })?;
    Ok(Ending::Found)
}
