//! What others would do: multiply matrices, and keep the top of each row.
//!
//! A product can give what is a sum over things that two organizations share: the shares of what is met in both
//! directions, the cosine of fields, and of the criteria that see classes of organizations alone one thing a class. It
//! cannot give a maximum, `mutual`, policies, a gate but the border, or an unknown. So its top ten are not the ten best: one has
//! to take as many as have all of these, and to score them.

use ndarray::{Array2, Axis, Slice};
use rayon::prelude::*;
use silkmatch::criteria::{self, Pair, coverage};
use silkmatch::engine::Shortlist;
use silkmatch::profile::Organization;
use silkmatch::{Criterion, Org, Roster, Weights};
use sprs::{CsMat, TriMat};
use std::collections::HashMap;
use std::hash::Hash;
use std::io::Write;
use std::path::Path;

/// Seekers that are multiplied at a time.
const BLOCK: usize = 128;
/// The length of a list.
pub const TOP: usize = 10;
/// So much of a coverage is taken for that of the need which is met best, as if every need were that one. Of 0, .15, .3 and .5 it is
/// with this that the fewest of the top of a product have all of every list, at 100,000 organizations of either sort.
const BEST: f64 = 0.15;

/// The two factors: seekers by things, and things by partners.
pub struct Factors {
    seekers: CsMat<f32>,
    partners: CsMat<f32>,
    /// The country of each seeker, and of each partner.
    countries: [Vec<u16>; 2],
}

impl Factors {
    /// The factors of some seekers and of all organizations of a roster.
    pub fn new(roster: &Roster, seekers: &[Org], weights: &Weights) -> Factors {
        let all: Vec<Org> = roster.orgs().collect();
        let mut things = Things {
            of_seekers: vec![Vec::new(); seekers.len()],
            of_partners: vec![Vec::new(); all.len()],
            count: 0,
        };
        things.add_claims(roster, seekers, &all, weights);
        things.add_fields(roster, seekers, &all, weights);
        things.add_class(roster, seekers, weights, Criterion::Counterpart, |o| o.kind);
        things
            .add_class(roster, seekers, weights, Criterion::Standards, |o| format!("{:?}", o.certifications));
        things.add_class(roster, seekers, weights, Criterion::Access, |o| {
            (o.country, &o.languages, &o.wants, o.size.map(|s| s.class))
        });
        let country = |org: &Org| {
            let country = roster.organization(*org).country;
            u16::from_le_bytes(country.code().as_bytes().try_into().expect("two letters"))
        };
        Factors {
            seekers: matrix(&things.of_seekers, things.count),
            partners: matrix(&things.of_partners, things.count).transpose_into().to_csr(),
            countries: [seekers.iter().map(country).collect(), all.iter().map(country).collect()],
        }
    }

    /// How many things there are, and how many of them a seeker and a partner share, in the mean.
    pub fn shared(&self) -> (f64, usize) {
        let mut seekers = vec![0u64; self.seekers.cols()];
        self.seekers.indices().iter().for_each(|&thing| seekers[thing] += 1);
        let partners = self.partners.outer_iterator().map(|row| row.nnz() as u64);
        let all: u64 = seekers.iter().zip(partners).map(|(a, b)| a * b).sum();
        (all as f64 / (self.seekers.rows() * self.partners.cols()) as f64, seekers.len())
    }

    /// For the list of each seeker, how many of the top of its row one has to take to have all of it; and how many of all lists are
    /// in the top ten, as a share.
    pub fn depths(&self, lists: &[Shortlist]) -> (Vec<usize>, f64) {
        let ranks_of = |(seeker, list): (usize, &Shortlist)| {
            let row = self.seekers.outer_view(seeker).expect("a seeker");
            let mut values = vec![0.0; self.partners.cols()];
            for (thing, x) in row.iter() {
                let of = self.partners.outer_view(thing).expect("a thing");
                of.iter().for_each(|(partner, y)| values[partner] += x * y);
            }
            let values: Vec<(usize, f32)> = self.abroad(seeker, values.into_iter().enumerate()).collect();
            let value = |org: Org| values[values.partition_point(|(partner, _)| *partner < org.index())].1;
            let rank = |worth: f32| 1 + values.iter().filter(|(_, value)| *value > worth).count();
            list.matches.iter().map(|m| rank(value(m.partner))).collect::<Vec<_>>()
        };
        let ranks: Vec<Vec<usize>> = lists.par_iter().enumerate().map(ranks_of).collect();
        let mut depths: Vec<usize> = ranks.iter().map(|r| r.iter().copied().max().unwrap_or(0)).collect();
        depths.sort_unstable();
        let all = ranks.iter().flatten();
        (depths, all.clone().filter(|rank| **rank <= TOP).count() as f64 / all.count() as f64)
    }

    /// A sparse product, block by block, and the top of each row; the sum of what is kept.
    pub fn sparse(&self, top: usize) -> f64 {
        let blocks = (0..self.seekers.rows()).step_by(BLOCK).collect::<Vec<_>>();
        let of = |&start: &usize| {
            let end = (start + BLOCK).min(self.seekers.rows());
            let rows = self.seekers.slice_outer(start..end).to_owned();
            let product: CsMat<f32> = &rows * &self.partners;
            let of_row = |(i, row): (usize, sprs::CsVecViewI<f32, usize>)| {
                self.top(top, start + i, row.iter().map(|(j, v)| (j, *v)))
            };
            product.outer_iterator().enumerate().map(of_row).sum::<f64>()
        };
        blocks.par_iter().map(of).sum()
    }

    /// The factors as full matrices.
    pub fn full(&self) -> [Array2<f32>; 2] {
        [self.seekers.to_dense(), self.partners.to_dense()]
    }

    /// A dense product, block by block, and the top of each row; the sum of what is kept.
    pub fn dense(&self, [seekers, partners]: &[Array2<f32>; 2], top: usize) -> f64 {
        let blocks = (0..seekers.nrows()).step_by(BLOCK).collect::<Vec<_>>();
        let of = |&start: &usize| {
            let end = (start + BLOCK).min(seekers.nrows());
            let product = seekers.slice_axis(Axis(0), Slice::from(start..end)).dot(partners);
            let of_row = |(i, row): (usize, ndarray::ArrayView1<f32>)| {
                self.top(top, start + i, row.iter().copied().enumerate())
            };
            product.outer_iter().enumerate().map(of_row).sum::<f64>()
        };
        blocks.par_iter().map(of).sum()
    }

    fn top(&self, top: usize, seeker: usize, row: impl Iterator<Item = (usize, f32)>) -> f64 {
        let mut values: Vec<f32> = self.abroad(seeker, row).map(|(_, value)| value).collect();
        if values.len() > top {
            values.select_nth_unstable_by(top, |a, b| b.total_cmp(a));
            values.truncate(top);
        }
        values.into_iter().map(f64::from).sum()
    }

    /// The partners from abroad.
    fn abroad(
        &self,
        seeker: usize,
        row: impl Iterator<Item = (usize, f32)>,
    ) -> impl Iterator<Item = (usize, f32)> {
        let [seekers, partners] = &self.countries;
        row.filter(move |(partner, _)| partners[*partner] != seekers[seeker])
    }

    /// Writes the factors, the countries, and how many have all of every list, for `peers.py`, as plain little-endian arrays.
    pub fn export(&self, folder: &Path, deepest: usize) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("deepest"), (deepest as i32).to_le_bytes())?;
        for (name, matrix) in [("seekers", &self.seekers), ("partners", &self.partners)] {
            let index = |values: &[usize]| values.iter().flat_map(|&v| (v as i32).to_le_bytes()).collect();
            let data = matrix.data().iter().flat_map(|v| v.to_le_bytes()).collect();
            let starts: Vec<usize> = matrix.indptr().raw_storage().to_vec();
            let parts: [(&str, Vec<u8>); 3] =
                [("starts", index(&starts)), ("columns", index(matrix.indices())), ("values", data)];
            for (part, bytes) in parts {
                std::fs::File::create(folder.join(format!("{name}.{part}")))?.write_all(&bytes)?;
            }
        }
        for (name, countries) in ["seekers", "partners"].iter().zip(&self.countries) {
            let bytes: Vec<u8> = countries.iter().flat_map(|c| c.to_le_bytes()).collect();
            std::fs::write(folder.join(format!("{name}.countries")), bytes)?;
        }
        Ok(())
    }
}

/// What seekers and partners have to do with each thing that they may share.
struct Things {
    of_seekers: Vec<Vec<(usize, f32)>>,
    of_partners: Vec<Vec<(usize, f32)>>,
    count: usize,
}

impl Things {
    /// A thing for each concept that one needs and the other has, both ways.
    fn add_claims(&mut self, roster: &Roster, seekers: &[Org], all: &[Org], weights: &Weights) {
        let concepts = roster.taxonomy().len();
        // No more than the mean of both directions, of which each is a half.
        let mutual = weights.of(Criterion::Mutual).to_f64() / 2.0;
        let times = |criterion| {
            let weight = (weights.of(criterion).to_f64() + mutual) as f32;
            move |(n, x): (usize, f32)| (n, x * weight)
        };
        for (things, &org) in self.of_seekers.iter_mut().zip(seekers) {
            things.extend(needs(roster, org).map(times(Criterion::Coverage)));
            let met = expanded(roster, org).map(times(Criterion::Reciprocity));
            things.extend(met.map(|(n, worth)| (concepts + n, worth)));
        }
        for (things, &org) in self.of_partners.iter_mut().zip(all) {
            things.extend(expanded(roster, org));
            things.extend(needs(roster, org).map(|(n, share)| (concepts + n, share)));
        }
        self.count = 2 * concepts;
    }

    /// A thing for each field, and another for what both only look for, which is taken off again.
    fn add_fields(&mut self, roster: &Roster, seekers: &[Org], all: &[Org], weights: &Weights) {
        let (first, concepts) = (self.count, roster.taxonomy().len());
        let field = |org: Org, worth: f64, sign: f64| {
            let field = roster.field(org);
            let strength = |s: &silkmatch::roster::Strength| 2.0 * f64::from(s.offered) + f64::from(s.needed);
            let length = field.iter().map(|s| strength(s).powi(2)).sum::<f64>().sqrt();
            let strong = field.iter().map(move |s| (s.concept.index(), worth * strength(s) / length));
            let needed = field.iter().filter(|s| s.needed > 0);
            let needed = needed
                .map(move |s| (concepts + s.concept.index(), sign * worth * f64::from(s.needed) / length));
            strong.chain(needed).map(move |(n, x)| (first + n, x as f32))
        };
        let worth = weights.of(Criterion::Field).to_f64();
        self.of_seekers
            .iter_mut()
            .zip(seekers)
            .for_each(|(things, &org)| things.extend(field(org, worth, -1.0)));
        self.of_partners.iter_mut().zip(all).for_each(|(things, &org)| things.extend(field(org, 1.0, 1.0)));
        self.count += 2 * concepts;
    }

    /// A thing for each class of partners that a criterion does not tell apart.
    fn add_class<'a, K: Hash + Eq>(
        &mut self,
        roster: &'a Roster,
        seekers: &[Org],
        weights: &Weights,
        criterion: Criterion,
        class: impl Fn(&'a Organization) -> K,
    ) {
        let mut known: HashMap<K, usize> = HashMap::new();
        let mut examples = Vec::new();
        for (things, partner) in self.of_partners.iter_mut().zip(roster.orgs()) {
            let number = *known.entry(class(roster.organization(partner))).or_insert_with(|| {
                examples.push(partner);
                examples.len() - 1
            });
            things.push((self.count + number, 1.0));
        }
        let (first, worth) = (self.count, weights.of(criterion).to_f64());
        let of = |&seeker: &Org| {
            let value = |&partner: &Org| criteria::value(criterion, Pair { roster, seeker, partner });
            let values = examples.iter().map(value).enumerate();
            values
                .filter_map(move |(n, value)| Some((first + n, (value? * worth) as f32)))
                .filter(|(_, x)| *x > 0.0)
                .collect::<Vec<_>>()
        };
        self.of_seekers.par_iter_mut().zip(seekers).for_each(|(things, seeker)| things.extend(of(seeker)));
        self.count += examples.len();
    }
}

fn matrix(rows: &[Vec<(usize, f32)>], columns: usize) -> CsMat<f32> {
    let mut matrix = TriMat::new((rows.len(), columns));
    for (row, things) in rows.iter().enumerate() {
        things.iter().for_each(|&(column, x)| matrix.add_triplet(row, column, x));
    }
    matrix.to_csr()
}

/// How much what is assumed counts.
fn trust(is_assumed: bool) -> f64 {
    if is_assumed { coverage::ASSUMED } else { 1.0 }
}

/// The part of each need in a coverage.
fn needs(roster: &Roster, org: Org) -> impl Iterator<Item = (usize, f32)> + '_ {
    let own = roster.organization(org);
    let priorities = || own.needs.iter().map(|n| f64::from(n.priority.get()));
    let (all, most) = (priorities().sum::<f64>(), priorities().fold(0.0, f64::max));
    let part = (1.0 - BEST) / all + BEST / most;
    let of = move |priority: f64| (trust(own.assumes_needs()) * priority * part) as f32;
    own.needs.iter().map(|n| n.concept.index()).zip(priorities().map(of))
}

/// How far its best offer meets each need that it meets at all.
fn expanded(roster: &Roster, org: Org) -> impl Iterator<Item = (usize, f32)> + '_ {
    let own = roster.organization(org);
    let trust = trust(own.assumes_offers());
    roster.taxonomy().concepts().filter_map(move |concept| {
        let reach = roster.taxonomy().closeness_to(concept);
        let worth =
            |o: &silkmatch::profile::Offer| u32::from(reach[o.concept.index()]) * u32::from(o.level.get());
        let worth = own.offers.iter().map(worth).max().unwrap_or(0);
        (worth > 0).then(|| (concept.index(), (trust * f64::from(worth) / f64::from(coverage::MOST)) as f32))
    })
}
