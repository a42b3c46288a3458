//! Where output goes: standard output, or a file that is written whole or not at all.

use super::packing::Packing;
use super::shown::Shown;
use super::whole::Whole;
use clap::ColorChoice;
use silkmatch::error::{Error, ErrorKind, Place, Result};
use silkmatch::read::TableName;
use silkmatch::render;
use silkmatch::report::book::Book;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What is handed to the system at a time.
const BUFFER: usize = 128 << 10;

/// An open target.
pub enum Sink {
    /// Standard output.
    Stdout,
    /// A device or a pipe: nothing that could be written whole, or put in the place of anything.
    Stream { target: PathBuf, file: std::fs::File },
    /// A draft that takes the place of the target at the end.
    Whole { target: PathBuf, draft: Whole },
}

impl Sink {
    /// Opens a target; none, or `-`, is standard output. A link is followed, and what it leads to is
    /// written.
    ///
    /// # Errors
    /// A target that is one of the inputs (a folder stands for the tables in it), or that cannot be
    /// written.
    pub fn open(target: Option<&Path>, inputs: &[PathBuf]) -> Result<Sink> {
        let Some(target) = target.filter(|t| *t != Path::new("-")) else { return Ok(Sink::Stdout) };
        let place = || Place::file(target.display().to_string());
        let refuse =
            |message: &str, hint: &str| Err(Error::new(ErrorKind::Io, message).at(place()).hint(hint));
        let Ok(real) = follow(target) else {
            return refuse("this link leads nowhere", "name the file itself");
        };
        if inputs.iter().any(|input| is_read_from(&real, input)) {
            return refuse("this is an input; it would be overwritten", "write to another file");
        }
        let unwritable = |e| Error::io(place(), "cannot be written", e);
        let target = target.to_path_buf();
        match std::fs::metadata(&real) {
            Ok(found) if found.is_dir() => refuse("this is a folder", "name a file in it"),
            Ok(found) if !found.is_file() => {
                let file = std::fs::OpenOptions::new().write(true).open(&real).map_err(unwritable)?;
                Ok(Sink::Stream { target, file })
            }
            _ => Ok(Sink::Whole { draft: Whole::create(&real).map_err(unwritable)?, target }),
        }
    }

    /// Writes a workbook.
    ///
    /// # Errors
    /// A table that is too large for a sheet, a terminal, and what cannot be written.
    pub fn finish_book(self, book: &Book) -> Result<()> {
        if matches!(self, Sink::Stdout) && io::stdout().is_terminal() {
            let error = Error::new(ErrorKind::Io, "a workbook is nothing that a terminal can show");
            return Err(error.hint("name a file: -o NAME.xlsx"));
        }
        let bytes = render::xlsx::bytes(book)?;
        self.finish(|out| out.write_all(&bytes))
    }

    /// Writes everything, packed as the ending asks for, and puts a file in its place.
    ///
    /// # Errors
    /// What cannot be written; a file is then as it was.
    pub fn finish(self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let (place, done) = match self {
            Sink::Stdout => (Place::file("standard output"), to_stdout(write)),
            Sink::Stream { target, file } => {
                (Place::file(target.display().to_string()), to(&file, &target, write))
            }
            Sink::Whole { target, draft } => {
                let done = to(draft.file(), &target, write).and_then(|()| draft.publish());
                (Place::file(target.display().to_string()), done)
            }
        };
        done.map_err(|e| Error::io(place, "cannot be written", e))
    }
}

/// A terminal shows what is written; anything else gets it as it is.
fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let out = io::stdout().lock();
    let mut out: BufWriter<Box<dyn Write>> = if out.is_terminal() {
        BufWriter::with_capacity(BUFFER, Box::new(Shown::new(out)))
    } else {
        BufWriter::with_capacity(BUFFER, Box::new(out))
    };
    write(&mut out)?;
    out.flush()
}

fn to(
    file: &std::fs::File,
    target: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let (packing, _) = Packing::of(target);
    packing.write(BufWriter::with_capacity(BUFFER, file), write)?.flush()
}

/// The file that a name leads to; the name itself where there is nothing yet.
fn follow(target: &Path) -> io::Result<PathBuf> {
    match target.canonicalize() {
        Ok(real) => Ok(real),
        Err(error) if target.is_symlink() => Err(error),
        Err(_) => Ok(target.to_path_buf()),
    }
}

/// Whether a file is an input, or one of the tables of an input folder (even one that does not exist
/// yet: the next run would read our output).
fn is_read_from(target: &Path, input: &Path) -> bool {
    let Ok(input) = input.canonicalize() else { return false };
    if !input.is_dir() {
        return target == input;
    }
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let is_table = match TableName::read(&stem).filter(|name| !name.is_named_alone()) {
        None => target.extension().is_some_and(is_workbook) && target.exists(),
        Some(_) => true,
    };
    is_table && folder.canonicalize().is_ok_and(|folder| folder == input)
}

/// Writes a file of a folder, which is made where it is not there.
pub fn write_into(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let place = Place::file(folder.display().to_string());
    std::fs::create_dir_all(folder).map_err(|e| Error::io(place, "cannot be written", e))?;
    Sink::open(Some(&folder.join(name)), &[])?.finish(write)
}

fn is_workbook(ending: &std::ffi::OsStr) -> bool {
    ["xlsx", "xlsm", "xlsb", "xls", "ods"].iter().any(|e| ending.eq_ignore_ascii_case(e))
}

/// Standard error that drops colour where it is not wanted: the option, then `NO_COLOR` and
/// `CLICOLOR_FORCE`, then whether it is a terminal that can show it.
pub fn stderr(color: ColorChoice) -> anstream::AutoStream<io::Stderr> {
    // A service that runs tests is taken for one that shows colour, even where its terminal is dumb.
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let is_forced = std::env::var_os("CLICOLOR_FORCE").is_some_and(|force| force != "0");
    let choice = match color {
        ColorChoice::Auto if is_dumb && !is_forced => anstream::ColorChoice::Never,
        ColorChoice::Auto => anstream::AutoStream::choice(&io::stderr()),
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    anstream::AutoStream::new(io::stderr(), choice)
}
