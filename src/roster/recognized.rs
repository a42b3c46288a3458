//! Which certificate counts where: found once for each certificate and country of a roster.

use crate::profile::{Certification, Country, Date, Organization};
use crate::reference::Recognitions;
use std::collections::{BTreeMap, HashMap};

/// For each certificate of a roster and each country in it, the row of the table that counts most.
#[derive(Debug, Clone)]
pub(super) struct Recognized {
    /// For each organization, the class of each of its certificates: those of one scheme and issuer.
    classes: Vec<Vec<u32>>,
    /// For each country, the row for each class.
    rows: BTreeMap<Country, Vec<Option<usize>>>,
}

impl Recognized {
    pub fn new(organizations: &[Organization], table: &Recognitions, at: Date) -> Recognized {
        let mut known: HashMap<(&str, Option<&str>), u32> = HashMap::new();
        let mut examples: Vec<&Certification> = Vec::new();
        let mut classes = Vec::with_capacity(organizations.len());
        for organization in organizations {
            let mut own = Vec::with_capacity(organization.certifications.len());
            for certificate in &organization.certifications {
                let issued = (certificate.scheme.as_str(), certificate.authority.as_deref());
                own.push(*known.entry(issued).or_insert_with(|| {
                    examples.push(certificate);
                    examples.len() as u32 - 1
                }));
            }
            classes.push(own);
        }
        let mut rows = BTreeMap::new();
        for organization in organizations {
            let country = organization.country;
            let of = || examples.iter().map(|example| table.best_row(example, country, at)).collect();
            rows.entry(country).or_insert_with(of);
        }
        Recognized { classes, rows }
    }

    /// The row for the n-th certificate of an organization in a country of the roster.
    pub fn row(&self, organization: usize, certificate: usize, country: Country) -> Option<usize> {
        self.rows.get(&country)?[self.classes[organization][certificate] as usize]
    }
}
