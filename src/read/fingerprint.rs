//! The hash of everything that was read: two reports with the same one rest on the same facts.

use super::bundle::Bundle;
use sha2::{Digest, Sha256};

impl Bundle {
    /// SHA-256 of the tables, as 64 hexadecimal digits. It depends on their cells by column; the order
    /// of rows, of columns and of tables, the encoding and the separator do not change it.
    pub fn fingerprint(&self) -> String {
        let mut tables: Vec<Vec<u8>> = self.origins().map(|(_, table)| digest_table(table)).collect();
        tables.sort();
        hexadecimal(&digest(tables.iter().map(Vec::as_slice)))
    }
}

fn digest_table(table: &super::Table) -> Vec<u8> {
    let mut rows: Vec<Vec<u8>> = table.records().map(|record| digest_row(&record)).collect();
    rows.sort();
    digest([table.name().as_str().as_bytes()].into_iter().chain(rows.iter().map(Vec::as_slice)))
}

fn digest_row(record: &super::Record) -> Vec<u8> {
    let mut cells: Vec<(&str, &str)> = record.cells().filter(|(_, text)| !text.is_empty()).collect();
    cells.sort();
    digest(cells.iter().flat_map(|(column, text)| [column.as_bytes(), text.as_bytes()]))
}

/// The hash of parts, each with its length in front, so that no two lists of parts look alike.
fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint(organizations: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("organizations.csv"), organizations).expect("written");
        Bundle::open(folder.path()).expect("readable").fingerprint()
    }

    #[test]
    fn it_depends_on_what_is_said_and_not_on_how() {
        let one = fingerprint("id,name,country\na,Alpha,KZ\nb,Beta,KR\n");
        assert_eq!(one.len(), 64);
        assert_eq!(one, fingerprint("country;id;name\nKR;b;Beta\nKZ;a;Alpha\n"));
        assert_ne!(one, fingerprint("id,name,country\na,Alpha,KZ\nb,Beta,UZ\n"));
        assert_ne!(one, fingerprint("id,name,country\na,Alpha,KZ\n"));
        assert_ne!(one, fingerprint("id,name,country\na,Alpha,KZ\nb,Beta,KR\nb,Beta,KR\n"));
    }
}
