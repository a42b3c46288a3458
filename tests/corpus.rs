//! The seeds of the fuzz targets, as plain tests; and the same targets on bytes made from the seeds by
//! a plain mutator, for those who cannot run `cargo fuzz` (`cargo test --test corpus -- --ignored`).

#![allow(clippy::print_stderr)]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 7] = [
    ("organizations", targets::organizations),
    ("taxonomy", targets::taxonomy),
    ("weights", targets::weights),
    ("pairs", targets::pairs),
    ("workbook", targets::workbook),
    ("parts", targets::parts),
    ("delegation", targets::delegation),
];

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let list = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = list.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("readable")).collect()
}

#[test]
fn every_seed_is_survived() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() >= 5, "{name} has {} seeds", seeds.len());
        seeds.iter().for_each(|seed| target(seed));
        // Broken off anywhere, too.
        for seed in &seeds {
            (0..seed.len()).step_by(seed.len() / 16 + 1).for_each(|end| target(&seed[..end]));
        }
    }
}

/// The generator of Steele and others (SplitMix, OOPSLA 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

/// Pieces that readers stumble over.
const PIECES: [&[u8]; 16] = [
    b"\"",
    b"\"\"",
    b"\r",
    b"\n",
    b"\r\n",
    b",",
    b";",
    b"\t",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"sep=;\n",
    b"-1",
    b"1e999",
    "＝ҚЎ가".as_bytes(),
    b"\x1f\x8b\x08",
];

fn mutate(random: &mut Random, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(9)).min(bytes.len());
        match random.below(5) {
            0 => drop(bytes.splice(at..end, PIECES[random.below(PIECES.len())].iter().copied())),
            1 => drop(bytes.splice(at..end, [])),
            2 => drop(bytes.splice(at..at, [random.below(256) as u8])),
            3 => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => {
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
        }
    }
    bytes
}

/// Half a minute a target, or as many seconds as `SILKMATCH_FUZZ_SECONDS` says.
#[test]
#[ignore = "takes minutes"]
fn what_a_mutator_makes_is_survived() {
    let seconds = std::env::var("SILKMATCH_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(30);
    for (name, target) in TARGETS {
        let (seeds, start, mut count) = (seeds(name), Instant::now(), 0);
        let mut random = Random(1);
        while start.elapsed() < Duration::from_secs(seconds) {
            target(&mutate(&mut random, &seeds));
            count += 1;
        }
        eprintln!("{name}: {count} runs in {seconds} s");
    }
}
