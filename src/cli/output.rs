//! Where output goes: standard output, or a file that is written whole or not at all.

use clap::ColorChoice;
use silkmatch::error::{Error, ErrorKind, Place, Result};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// An open target.
pub enum Sink {
    /// Standard output.
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A device or a pipe: nothing that could be written whole, or put in the place of anything.
    Stream { target: PathBuf, file: BufWriter<std::fs::File> },
    /// A temporary file beside the target, which takes its place at the end.
    File { target: PathBuf, file: BufWriter<tempfile::NamedTempFile> },
}

impl Sink {
    /// Opens the target.
    pub fn open(target: Option<&Path>, input: Option<&Path>) -> Result<Sink> {
        let Some(target) = target.filter(|t| *t != Path::new("-")) else {
            return Ok(Sink::Stdout(BufWriter::new(io::stdout().lock())));
        };
        let place = || Place::file(target.display().to_string());
        let same =
            |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
        if input.is_some_and(|input| same(input, target)) {
            let error = Error::new(ErrorKind::Io, "this is the input; it would be overwritten").at(place());
            return Err(error.hint("write to another file"));
        }
        match std::fs::metadata(target) {
            Ok(found) if found.is_dir() => {
                let error = Error::new(ErrorKind::Io, "this is a folder").at(place());
                return Err(error.hint("name a file in it"));
            }
            Ok(found) if !found.is_file() => {
                let file = std::fs::OpenOptions::new().write(true).open(target);
                let file = BufWriter::new(file.map_err(|e| Error::io(place(), "cannot be written", e))?);
                return Ok(Sink::Stream { target: target.to_path_buf(), file });
            }
            _ => {}
        }
        let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = tempfile::Builder::new()
            .prefix(".silkmatch-")
            .permissions_like(target)
            .tempfile_in(folder)
            .map_err(|e| Error::io(place(), "cannot be written", e))?;
        Ok(Sink::File { target: target.to_path_buf(), file: BufWriter::new(file) })
    }

    /// Writes everything, and puts a file in its place.
    pub fn finish(self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        match self {
            Sink::Stdout(mut out) => write(&mut out)
                .and_then(|()| out.flush())
                .map_err(|e| Error::io(Place::file("standard output"), "cannot be written", e)),
            Sink::Stream { target, mut file } => {
                let place = Place::file(target.display().to_string());
                let done = write(&mut file).and_then(|()| file.flush());
                done.map_err(|e| Error::io(place, "cannot be written", e))
            }
            Sink::File { target, mut file } => {
                let place = Place::file(target.display().to_string());
                let done = write(&mut file)
                    .and_then(|()| file.into_inner().map_err(|e| e.into_error()))
                    .and_then(|file| file.as_file().sync_all().map(|()| file))
                    .and_then(|file| file.persist(&target).map_err(|e| e.error));
                done.map(drop).map_err(|e| Error::io(place, "cannot be written", e))
            }
        }
    }
}

/// Writes a file of a folder, which is made where it is not there.
pub fn write_into(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let place = Place::file(folder.display().to_string());
    std::fs::create_dir_all(folder).map_err(|e| Error::io(place, "cannot be written", e))?;
    Sink::open(Some(&folder.join(name)), None)?.finish(write)
}

/// A new file gets the usual permissions (the temporary one would be the owner's alone), an old one
/// keeps its own.
trait PermissionsLike {
    fn permissions_like(&mut self, target: &Path) -> &mut Self;
}

#[cfg(unix)]
impl PermissionsLike for tempfile::Builder<'_, '_> {
    fn permissions_like(&mut self, target: &Path) -> &mut Self {
        use std::os::unix::fs::PermissionsExt;
        let old = std::fs::metadata(target).map(|m| m.permissions().mode()).ok();
        self.permissions(std::fs::Permissions::from_mode(old.unwrap_or(0o666)))
    }
}

#[cfg(not(unix))]
impl PermissionsLike for tempfile::Builder<'_, '_> {
    fn permissions_like(&mut self, _: &Path) -> &mut Self {
        self
    }
}

/// Standard error that drops colour where it is not wanted: the option, then `NO_COLOR` and
/// `CLICOLOR_FORCE`, then whether it is a terminal.
pub fn stderr(color: ColorChoice) -> anstream::AutoStream<io::Stderr> {
    let choice = match color {
        ColorChoice::Auto => anstream::AutoStream::choice(&io::stderr()),
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    anstream::AutoStream::new(io::stderr(), choice)
}
