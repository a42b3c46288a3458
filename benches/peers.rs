//! What others would do: multiply matrices of needs and expanded offers, and keep the top of each row.
//! They know coverage and its counterpart alone: no other criterion, no gate but the border, no unknown.

use ndarray::{Array2, Axis, Slice};
use rayon::prelude::*;
use silkmatch::{Org, Roster};
use sprs::{CsMat, TriMat};
use std::io::Write;
use std::path::Path;

/// Seekers that are multiplied at a time.
const BLOCK: usize = 128;
/// The length of a list.
const TOP: usize = 10;

/// The two factors: seekers by (needs, expanded offers), and (expanded offers, needs) by partners.
pub struct Factors {
    seekers: CsMat<f32>,
    partners: CsMat<f32>,
    /// The country of each seeker, and of each partner.
    countries: [Vec<u16>; 2],
}

impl Factors {
    /// The factors of some seekers and of all organizations of a roster.
    pub fn new(roster: &Roster, seekers: &[Org]) -> Factors {
        let concepts = roster.taxonomy().len();
        let all: Vec<Org> = roster.orgs().collect();
        let mut wanting = TriMat::new((seekers.len(), 2 * concepts));
        let mut offering = TriMat::new((all.len(), 2 * concepts));
        for (row, &org) in seekers.iter().enumerate() {
            needs(roster, org).for_each(|(n, share)| wanting.add_triplet(row, n, share));
            expanded(roster, org).for_each(|(n, worth)| wanting.add_triplet(row, concepts + n, worth));
        }
        for (row, &org) in all.iter().enumerate() {
            expanded(roster, org).for_each(|(n, worth)| offering.add_triplet(row, n, worth));
            needs(roster, org).for_each(|(n, share)| offering.add_triplet(row, concepts + n, share));
        }
        let country = |org: &Org| {
            let country = roster.organization(*org).country;
            u16::from_le_bytes(country.code().as_bytes().try_into().expect("two letters"))
        };
        let partners: CsMat<f32> = offering.to_csr();
        Factors {
            seekers: wanting.to_csr(),
            partners: partners.transpose_into().to_csr(),
            countries: [seekers.iter().map(country).collect(), all.iter().map(country).collect()],
        }
    }

    /// A sparse product, block by block, and the top of each row; the sum of what is kept.
    pub fn sparse(&self) -> f64 {
        let blocks = (0..self.seekers.rows()).step_by(BLOCK).collect::<Vec<_>>();
        let of = |&start: &usize| {
            let end = (start + BLOCK).min(self.seekers.rows());
            let rows = self.seekers.slice_outer(start..end).to_owned();
            let product: CsMat<f32> = &rows * &self.partners;
            let of_row = |(i, row): (usize, sprs::CsVecViewI<f32, usize>)| {
                self.top(start + i, row.iter().map(|(j, v)| (j, *v)))
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
    pub fn dense(&self, [seekers, partners]: &[Array2<f32>; 2]) -> f64 {
        let blocks = (0..seekers.nrows()).step_by(BLOCK).collect::<Vec<_>>();
        let of = |&start: &usize| {
            let end = (start + BLOCK).min(seekers.nrows());
            let product = seekers.slice_axis(Axis(0), Slice::from(start..end)).dot(partners);
            let of_row = |(i, row): (usize, ndarray::ArrayView1<f32>)| {
                self.top(start + i, row.iter().copied().enumerate())
            };
            product.outer_iter().enumerate().map(of_row).sum::<f64>()
        };
        blocks.par_iter().map(of).sum()
    }

    fn top(&self, seeker: usize, row: impl Iterator<Item = (usize, f32)>) -> f64 {
        let [seekers, partners] = &self.countries;
        let abroad = |(partner, _): &(usize, f32)| partners[*partner] != seekers[seeker];
        let mut values: Vec<f32> = row.filter(abroad).map(|(_, value)| value).collect();
        if values.len() > TOP {
            values.select_nth_unstable_by(TOP, |a, b| b.total_cmp(a));
            values.truncate(TOP);
        }
        values.into_iter().map(f64::from).sum()
    }

    /// Writes the factors and the countries for `peers.py`, as plain little-endian arrays.
    pub fn export(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
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

/// The share of each need in all of them.
fn needs(roster: &Roster, org: Org) -> impl Iterator<Item = (usize, f32)> + '_ {
    let needs = &roster.organization(org).needs;
    let all: f32 = needs.iter().map(|n| f32::from(n.priority.get())).sum();
    needs.iter().map(move |n| (n.concept.index(), f32::from(n.priority.get()) / all))
}

/// How far its best offer meets each need that it meets at all.
fn expanded(roster: &Roster, org: Org) -> impl Iterator<Item = (usize, f32)> + '_ {
    let own = roster.organization(org);
    roster.taxonomy().concepts().filter_map(move |concept| {
        let reach = roster.taxonomy().closeness_to(concept);
        let worth =
            |o: &silkmatch::profile::Offer| u32::from(reach[o.concept.index()]) * u32::from(o.level.get());
        let worth = own.offers.iter().map(worth).max().unwrap_or(0);
        (worth > 0).then_some((concept.index(), worth as f32 / 500.0))
    })
}
