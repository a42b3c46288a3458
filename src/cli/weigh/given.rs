//! What the officer knows about her weights, read from the command line.

use silkmatch::Criterion;
use silkmatch::error::{Error, ErrorKind, Result};
use silkmatch::weigh::region::Region;

/// Options that narrow the weights down.
#[derive(Debug, clap::Args)]
pub struct Given {
    /// What is known about the weights: coverage>=field, policy>=10, access<=5 (points of a hundred)
    #[arg(long, value_name = "S", num_args = 1.., value_delimiter = ',')]
    pub given: Vec<String>,
    /// All criteria, the most important first
    #[arg(long, value_name = "C", num_args = 1.., value_delimiter = ',', conflicts_with = "given")]
    pub ranking: Vec<Criterion>,
}

impl Given {
    /// The region.
    pub fn region(&self) -> Result<Region> {
        if !self.ranking.is_empty() {
            let order: Vec<usize> = self.ranking.iter().map(|c| c.index()).collect();
            if let Some(twice) = (1..order.len()).find(|&i| order[..i].contains(&order[i])) {
                let message = format!("`{}` is ranked twice", self.ranking[twice]);
                return Err(Error::new(ErrorKind::Value, message).hint("name each criterion once"));
            }
            if order.len() != Criterion::COUNT {
                let message = format!("the ranking has {} of {} criteria", order.len(), Criterion::COUNT);
                return Err(Error::new(ErrorKind::Value, message)
                    .hint("rank all of them, or state what you know: --given coverage>=field"));
            }
            return Ok(Region::ranked(&order));
        }
        let mut region = Region::whole(Criterion::COUNT);
        for text in &self.given {
            region = region.and(statement(text)?);
        }
        Ok(region)
    }

    /// The statements in words.
    pub fn words(&self) -> Vec<String> {
        if self.ranking.is_empty() {
            return self.given.clone();
        }
        let names: Vec<&str> = self.ranking.iter().map(|c| c.name()).collect();
        vec![names.join(" >= ")]
    }
}

/// A statement as a row: what is greater less what is smaller.
fn statement(text: &str) -> Result<Vec<f64>> {
    let bad = || {
        Error::new(ErrorKind::Value, format!("`{text}` says nothing about the weights"))
            .hint("write two criteria, or a criterion and points: coverage>=field, policy>=10, access<=5")
    };
    let (left, right, sign) = match (text.split_once(">="), text.split_once("<=")) {
        (Some((left, right)), _) => (left, right, 1.0),
        (None, Some((left, right))) => (left, right, -1.0),
        (None, None) => return Err(bad()),
    };
    let first: Criterion = left.trim().parse()?;
    let mut row = vec![0.0; Criterion::COUNT];
    match right.trim().trim_end_matches('%').parse::<f64>() {
        Ok(points) if (0.0..=100.0).contains(&points) => row.fill(-points / 100.0),
        Ok(_) => return Err(bad()),
        Err(_) => row[right.trim().parse::<Criterion>()?.index()] -= 1.0,
    }
    row[first.index()] += 1.0;
    row.iter_mut().for_each(|a| *a *= sign);
    Ok(row)
}
