//! Rosters and files of pairs of any size with the skew of the shipped profiles, from a seed: what the
//! figures in `docs/batch.md` were measured on.
//!
//! `cargo run --release --example generate -- DIR --organizations 100000 --pairs 10000000`

#![allow(missing_docs)]

#[path = "../tests/common/files.rs"]
mod files;
#[path = "../tests/common/generate.rs"]
mod generate;

use clap::Parser;
use silkmatch::Roster;
use silkmatch::profile::Date;
use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// Write DIR/organizations.csv and DIR/pairs.csv
#[derive(Parser)]
struct Args {
    /// The folder, which is made where it is not there
    folder: PathBuf,
    /// Organizations in the likeness of the shipped ones; without it, no table is written and the pairs
    /// are of shipped organizations
    #[arg(long)]
    organizations: Option<usize>,
    /// Pairs by id
    #[arg(long)]
    pairs: Option<usize>,
    /// Another seed gives other files
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = Args::parse();
    std::fs::create_dir_all(&args.folder)?;
    let create = |name: &str| File::create(Path::new(&args.folder).join(name)).map(BufWriter::new);
    let shipped = Roster::shipped(Date::read("2026-11-23").ok_or("no date")?)?;
    let made = args.organizations.map(|count| generate::roster(&shipped, count, args.seed));
    if let Some(made) = &made {
        files::write_organizations(made, &shipped, args.seed, create("organizations.csv")?)?;
    }
    if let Some(pairs) = args.pairs {
        files::write_pairs(made.as_ref().unwrap_or(&shipped), pairs, args.seed, create("pairs.csv")?)?;
    }
    Ok(())
}
