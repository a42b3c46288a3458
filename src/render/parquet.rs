//! Parquet: each column of one type, unknown as null, packed with Snappy.
//!
//! Words are kept as they are, as in JSON: no reader of this format runs them as a formula.

use crate::report::table::{Field, Table, Type};
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type as Schema, TypePtr};
use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::Arc;

/// From so many rows up a group of rows is written: enough that each column packs well, few enough that
/// a group takes a few MiB of memory.
const ROWS: usize = 32_768;

/// Rows, column by column.
#[derive(Debug, Clone)]
pub struct Group {
    columns: Vec<Column>,
    rows: usize,
}

/// The values of a column that are known, and for each row 1 where it has one, else 0.
#[derive(Debug, Clone)]
struct Column {
    values: Values,
    known: Vec<i16>,
}

#[derive(Debug, Clone)]
enum Values {
    Text(Vec<ByteArray>),
    Number(Vec<f64>),
    Whole(Vec<i64>),
}

impl Group {
    /// No rows yet, in columns of these types.
    pub fn new(types: &[Type]) -> Group {
        let values = |of: &Type| match of {
            Type::Text => Values::Text(Vec::new()),
            Type::Number => Values::Number(Vec::new()),
            Type::Whole => Values::Whole(Vec::new()),
        };
        let columns = types.iter().map(|of| Column { values: values(of), known: Vec::new() });
        Group { columns: columns.collect(), rows: 0 }
    }

    /// Adds a row. A field that is not of the type of its column is unknown there, and so is one that is
    /// missing.
    pub fn push<'a>(&mut self, fields: impl IntoIterator<Item = Field<'a>>) {
        let mut fields = fields.into_iter();
        self.columns.iter_mut().for_each(|column| column.push(fields.next().unwrap_or(Field::Unknown)));
        self.rows += 1;
    }

    /// Adds the rows of another group with the same columns.
    fn append(&mut self, mut other: Group) {
        for (own, more) in self.columns.iter_mut().zip(&mut other.columns) {
            own.known.append(&mut more.known);
            match (&mut own.values, &mut more.values) {
                (Values::Text(own), Values::Text(more)) => own.append(more),
                (Values::Number(own), Values::Number(more)) => own.append(more),
                (Values::Whole(own), Values::Whole(more)) => own.append(more),
                _ => {}
            }
        }
        self.rows += other.rows;
    }
}

impl Column {
    fn push(&mut self, field: Field) {
        let is_known = match (&mut self.values, field) {
            (Values::Text(all), Field::Text(words)) => {
                all.push(ByteArray::from(words.into_owned().into_bytes()));
                true
            }
            (Values::Number(all), Field::Number(number)) => {
                all.push(number);
                true
            }
            (Values::Whole(all), Field::Whole(number)) => {
                all.push(i64::try_from(number).unwrap_or(i64::MAX));
                true
            }
            _ => false,
        };
        self.known.push(i16::from(is_known));
    }
}

/// A file that is written group by group.
pub struct Writer<'w> {
    out: &'w mut dyn Write,
    /// What is encoded is taken out of it and handed on after each group.
    encoder: SerializedFileWriter<Vec<u8>>,
    waiting: Group,
}

impl<'w> Writer<'w> {
    /// Begins a file with these columns. Of columns with one name, the later ones get a number behind it:
    /// readers find columns by name.
    ///
    /// # Errors
    /// What the writer meets.
    pub fn new(out: &'w mut dyn Write, columns: &[String], types: &[Type]) -> io::Result<Writer<'w>> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("silkmatch ", env!("CARGO_PKG_VERSION")).to_string());
        let schema = schema(columns, types).map_err(failed)?;
        let encoder = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build()));
        Ok(Writer { out, encoder: encoder.map_err(failed)?, waiting: Group::new(types) })
    }

    /// Adds rows.
    ///
    /// # Errors
    /// What the writer meets.
    pub fn write(&mut self, rows: Group) -> io::Result<()> {
        self.waiting.append(rows);
        if self.waiting.rows >= ROWS { self.write_group() } else { Ok(()) }
    }

    /// Writes the rows that wait, and the end of the file.
    ///
    /// # Errors
    /// What the writer meets.
    pub fn end(mut self) -> io::Result<()> {
        if self.waiting.rows > 0 {
            self.write_group()?;
        }
        let rest = self.encoder.into_inner().map_err(failed)?;
        self.out.write_all(&rest)
    }

    fn write_group(&mut self) -> io::Result<()> {
        let mut group = self.encoder.next_row_group().map_err(failed)?;
        for column in &mut self.waiting.columns {
            write_column(&mut group, column).map_err(failed)?;
            column.known.clear();
        }
        group.close().map_err(failed)?;
        self.waiting.rows = 0;
        self.encoder.flush()?;
        let encoded = std::mem::take(self.encoder.inner_mut());
        self.out.write_all(&encoded)
    }
}

/// Writes a column and takes its values out.
fn write_column(
    group: &mut SerializedRowGroupWriter<Vec<u8>>,
    column: &mut Column,
) -> Result<(), ParquetError> {
    match &mut column.values {
        Values::Text(all) => write_values::<ByteArrayType>(group, all, &column.known),
        Values::Number(all) => write_values::<DoubleType>(group, all, &column.known),
        Values::Whole(all) => write_values::<Int64Type>(group, all, &column.known),
    }
}

fn write_values<T: DataType>(
    group: &mut SerializedRowGroupWriter<Vec<u8>>,
    values: &mut Vec<T::T>,
    known: &[i16],
) -> Result<(), ParquetError> {
    let missing = || ParquetError::General("a column more than the file has".to_string());
    let mut column = group.next_column()?.ok_or_else(missing)?;
    column.typed::<T>().write_batch(values, Some(known), None)?;
    values.clear();
    column.close()
}

/// Writes a table whose columns have these types.
///
/// # Errors
/// What the writer meets.
pub fn write(out: &mut dyn Write, table: &Table, types: &[Type]) -> io::Result<()> {
    let columns: Vec<String> = table.columns.iter().map(|c| c.title.clone()).collect();
    let mut writer = Writer::new(out, &columns, types)?;
    for rows in table.rows.chunks(ROWS) {
        let mut group = Group::new(types);
        rows.iter().for_each(|row| group.push(row.cells.iter().map(|cell| cell.field())));
        writer.write(group)?;
    }
    writer.end()
}

fn schema(columns: &[String], types: &[Type]) -> Result<TypePtr, ParquetError> {
    let mut taken = HashSet::new();
    let fields = columns.iter().zip(types).map(|(name, of)| {
        let mut numbered = (2..).map(|n| format!("{name}_{n}"));
        let mut own = name.clone();
        while !taken.insert(own.clone()) {
            own = numbered.next().unwrap_or_default();
        }
        let physical = match of {
            Type::Text => Physical::BYTE_ARRAY,
            Type::Number => Physical::DOUBLE,
            Type::Whole => Physical::INT64,
        };
        let field = Schema::primitive_type_builder(&own, physical).with_repetition(Repetition::OPTIONAL);
        let field = match of {
            Type::Text => {
                field.with_logical_type(Some(LogicalType::String)).with_converted_type(ConvertedType::UTF8)
            }
            Type::Number | Type::Whole => field,
        };
        field.build().map(Arc::new)
    });
    let fields = fields.collect::<Result<Vec<TypePtr>, _>>()?;
    Schema::group_type_builder("silkmatch").with_fields(fields).build().map(Arc::new)
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    #[test]
    fn what_was_written_is_read_group_by_group() {
        let columns = ["note", "note", "score", "rank"].map(String::from);
        let types = [Type::Text, Type::Text, Type::Number, Type::Whole];
        let mut file = tempfile::tempfile().expect("a file");
        let mut writer = Writer::new(&mut file, &columns, &types).expect("sound");
        let rows = ROWS + 7;
        for part in [0..10, 10..ROWS, ROWS..rows] {
            let mut group = Group::new(&types);
            for i in part {
                let number = if i % 3 == 0 { Field::Unknown } else { Field::Number(i as f64 / 7.0) };
                group.push([format!("=가{i}").into(), "".into(), number, Field::Whole(i as u64)]);
            }
            writer.write(group).expect("written");
        }
        writer.end().expect("written");
        let reader = SerializedFileReader::new(file).expect("a whole file");
        assert_eq!(reader.num_row_groups(), 2);
        let names: Vec<String> =
            reader.metadata().file_metadata().schema().get_fields().iter().map(|f| f.name().into()).collect();
        assert_eq!(names, ["note", "note_2", "score", "rank"]);
        for (i, row) in reader.get_row_iter(None).expect("rows").enumerate() {
            let row = row.expect("a row");
            assert_eq!(row.get_string(0).expect("text"), &format!("=가{i}"));
            assert_eq!(row.get_double(2).ok(), (i % 3 != 0).then_some(i as f64 / 7.0));
            assert_eq!(row.get_long(3).expect("whole"), i as i64);
        }
    }
}
