//! What others would do: multiply matrices of needs and expanded offers, and keep the top of each row.
//! They know coverage and its counterpart alone: no other criterion, no gate but the border, no unknown.

use ndarray::{Array2, Axis, Slice};
use rayon::prelude::*;
use silkmatch::{Org, Roster};
use sprs::{CsMat, TriMat};

/// Seekers that are multiplied at a time.
const BLOCK: usize = 128;
/// The length of a list.
const TOP: usize = 10;

/// The two factors: seekers by (needs, expanded offers), and partners by (expanded offers, needs).
pub struct Factors {
    seekers: CsMat<f32>,
    partners: CsMat<f32>,
    countries: Vec<u16>,
}

impl Factors {
    /// The factors of all organizations of a roster.
    pub fn new(roster: &Roster) -> Factors {
        let concepts = roster.taxonomy().len();
        let shape = (roster.len(), 2 * concepts);
        let (mut seekers, mut partners) = (TriMat::new(shape), TriMat::new(shape));
        let mut countries = Vec::new();
        for org in roster.orgs() {
            let (row, own) = (Org::index(org), roster.organization(org));
            countries
                .push(u16::from_le_bytes(own.country.code().as_bytes().try_into().expect("two letters")));
            let all: f32 = own.needs.iter().map(|n| f32::from(n.priority.get())).sum();
            for need in &own.needs {
                let share = f32::from(need.priority.get()) / all;
                seekers.add_triplet(row, need.concept.index(), share);
                partners.add_triplet(row, concepts + need.concept.index(), share);
            }
            for concept in roster.taxonomy().concepts() {
                let reach = roster.taxonomy().closeness_to(concept);
                let worth = |o: &silkmatch::profile::Offer| {
                    u32::from(reach[o.concept.index()]) * u32::from(o.level.get())
                };
                let worth = own.offers.iter().map(worth).max().unwrap_or(0) as f32 / 500.0;
                if worth > 0.0 {
                    seekers.add_triplet(row, concepts + concept.index(), worth);
                    partners.add_triplet(row, concept.index(), worth);
                }
            }
        }
        Factors {
            seekers: seekers.to_csr(),
            partners: partners.to_csr().transpose_into().to_csr(),
            countries,
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

    /// A dense product, block by block, and the top of each row; the sum of what is kept.
    pub fn dense(&self) -> f64 {
        let (seekers, partners): (Array2<f32>, Array2<f32>) =
            (self.seekers.to_dense(), self.partners.to_dense());
        let blocks = (0..seekers.nrows()).step_by(BLOCK).collect::<Vec<_>>();
        let of = |&start: &usize| {
            let end = (start + BLOCK).min(seekers.nrows());
            let product = seekers.slice_axis(Axis(0), Slice::from(start..end)).dot(&partners);
            let of_row = |(i, row): (usize, ndarray::ArrayView1<f32>)| {
                self.top(start + i, row.iter().copied().enumerate())
            };
            product.outer_iter().enumerate().map(of_row).sum::<f64>()
        };
        blocks.par_iter().map(of).sum()
    }

    fn top(&self, seeker: usize, row: impl Iterator<Item = (usize, f32)>) -> f64 {
        let abroad = |(partner, _): &(usize, f32)| self.countries[*partner] != self.countries[seeker];
        let mut values: Vec<f32> = row.filter(abroad).map(|(_, value)| value).collect();
        if values.len() > TOP {
            values.select_nth_unstable_by(TOP, |a, b| b.total_cmp(a));
            values.truncate(TOP);
        }
        values.into_iter().map(f64::from).sum()
    }
}
