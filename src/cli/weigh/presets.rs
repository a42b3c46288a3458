//! `silkmatch weigh presets`: the shipped weightings and their purposes.

use super::super::Ending;
use super::super::common::Common;
use super::super::forms::Forms;
use super::book;
use silkmatch::Criterion;
use silkmatch::error::Result;
use silkmatch::preset::{self, Preset};
use silkmatch::report::made::Made;
use silkmatch::report::shortlist::headed;
use silkmatch::report::table::{Align, Table};
use silkmatch::report::weigh::{WeightsDocument, criterion_name};
use silkmatch::report::{Wording, figure};

/// The shipped weightings and their purposes
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  silkmatch weigh presets")]
pub struct Args {}

/// Runs the verb.
pub fn run(_: &Args, common: &Common) -> Result<Ending> {
    let (format, sink) = (common.format()?, common.sink()?);
    let wording = common.wording();
    let document = |preset: &Preset| {
        let purpose = wording.say(&format!("purpose-{}", preset.name), &[]);
        let method = format!("{}: {purpose}", preset.name);
        Ok(WeightsDocument::new(&preset.weights()?, method, Vec::new(), &wording))
    };
    let documents = preset::all().iter().map(document).collect::<Result<Vec<_>>>()?;
    let names = Criterion::ALL.map(|c| (c.name(), Align::Right));
    let table = || {
        let mut table = Table::new([("preset", Align::Left)].into_iter().chain(names));
        for (preset, document) in preset::all().iter().zip(&documents) {
            table.push(
                [preset.name.into()].into_iter().chain(document.weights.iter().map(|w| w.weight.into())),
            );
        }
        table
    };
    let forms = Forms {
        text: || presets(&documents, &wording),
        csv: table,
        json: || &documents,
        book: || {
            let made = Made::default().table(&wording);
            book(presets(&documents, &wording), &["sheet-weights"], &wording)
                .with(wording.say("sheet-made", &[]), made)
        },
    };
    forms.write(format, sink)?;
    Ok(Ending::Found)
}

/// The tables that people read: the weights, and what each preset is for.
fn presets(documents: &[WeightsDocument], wording: &Wording) -> Vec<Table> {
    let mut table = headed(wording, &[("head-preset", Align::Left)]);
    let names = Criterion::ALL.map(|c| criterion_name(c, wording));
    table.columns.extend(Table::new(names.iter().map(|name| (name.as_str(), Align::Right))).columns);
    let mut purposes = Table::new([("", Align::Left)]);
    for (preset, document) in preset::all().iter().zip(documents) {
        let cells = document.weights.iter().map(|w| figure::points(w.weight, wording).into());
        table.push([preset.name.into()].into_iter().chain(cells));
        purposes.push([document.method.clone().into()]);
    }
    vec![table, purposes]
}
