//! A file that appears under its name whole, or not at all.
//!
//! On Linux the draft has no name until it is complete (`O_TMPFILE`): whatever ends the run, a kill, a
//! full disk or a loss of power, the system takes it back. Elsewhere, and on file systems without
//! such files, it has a hidden name beside the target, which every ending but a kill removes.

use super::signals;
use std::fs::{File, Permissions};
use std::io;
use std::path::{Path, PathBuf};

/// A draft, and the name that it will have.
pub struct Whole {
    target: PathBuf,
    draft: Draft,
    /// Those of the file whose place it takes.
    permissions: Option<Permissions>,
}

enum Draft {
    #[cfg(target_os = "linux")]
    Nameless(File),
    Named(tempfile::NamedTempFile),
}

impl Whole {
    /// A draft for a target, which is not touched yet. A new file gets the usual permissions, an old
    /// one keeps its own; owner and extended attributes are those of a new file.
    ///
    /// # Errors
    /// A folder or a file that this user may not write to.
    pub fn create(target: &Path) -> io::Result<Whole> {
        let permissions = match std::fs::metadata(target) {
            Ok(old) => {
                // Taking its place would get round its write protection.
                std::fs::OpenOptions::new().write(true).open(target)?;
                Some(old.permissions())
            }
            Err(_) => None,
        };
        Ok(Whole { draft: Draft::in_folder(folder(target))?, target: target.to_path_buf(), permissions })
    }

    /// The draft, to write to.
    pub fn file(&self) -> &File {
        match &self.draft {
            #[cfg(target_os = "linux")]
            Draft::Nameless(file) => file,
            Draft::Named(file) => file.as_file(),
        }
    }

    /// Puts the draft in the place of the target, once the disk has it.
    ///
    /// # Errors
    /// What the system says; the target is then as it was.
    pub fn publish(self) -> io::Result<()> {
        if let Some(permissions) = &self.permissions {
            self.file().set_permissions(permissions.clone())?;
        }
        self.file().sync_all()?;
        let mut hold = signals::hold();
        match self.draft {
            #[cfg(target_os = "linux")]
            Draft::Nameless(file) => nameless::publish(&file, &self.target),
            Draft::Named(draft) => {
                hold.forget(draft.path());
                draft.persist(&self.target).map(drop).map_err(|e| e.error)
            }
        }
    }
}

impl Draft {
    fn in_folder(folder: &Path) -> io::Result<Draft> {
        #[cfg(target_os = "linux")]
        if let Some(file) = nameless::create(folder) {
            return Ok(Draft::Nameless(file));
        }
        let mut hold = signals::hold();
        let mut builder = tempfile::Builder::new();
        builder.prefix(".silkmatch-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        hold.add(file.path());
        Ok(Draft::Named(file))
    }
}

fn folder(target: &Path) -> &Path {
    target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Files without a name.
#[cfg(target_os = "linux")]
mod nameless {
    use super::folder;
    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, openat};
    use std::fs::File;
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::io;
    use std::os::fd::AsRawFd;
    use std::path::{Path, PathBuf};

    /// A file without a name; `None` where the file system has none, or nothing that could name it.
    pub fn create(folder: &Path) -> Option<File> {
        let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
        let file = File::from(openat(CWD, folder, flags, Mode::from_raw_mode(0o666)).ok()?);
        handle(&file).exists().then_some(file)
    }

    /// The name by which the system knows a file of this process.
    fn handle(file: &File) -> PathBuf {
        PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
    }

    fn link(file: &File, name: &Path) -> io::Result<()> {
        Ok(linkat(CWD, handle(file), CWD, name, AtFlags::SYMLINK_FOLLOW)?)
    }

    /// Gives the file its name. A name that is taken can only be renamed over, so for the time of two
    /// system calls the file has a spare name, with the number of this process: once a link of such a
    /// file is removed it can get no other, so no run may touch the name of one that still works. What a
    /// kill left behind, the next run with this target takes away.
    pub fn publish(file: &File, target: &Path) -> io::Result<()> {
        match link(file, target) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done,
        }
        let prefix = spare_prefix(target);
        remove_abandoned(target, &prefix);
        let spare = folder(target).join(format!("{prefix}{}", std::process::id()));
        // Of an ended process that had our number.
        drop(std::fs::remove_file(&spare));
        link(file, &spare)?;
        std::fs::rename(&spare, target).inspect_err(|_| drop(std::fs::remove_file(&spare)))
    }

    fn spare_prefix(target: &Path) -> String {
        let mut hasher = DefaultHasher::new();
        target.file_name().hash(&mut hasher);
        format!(".silkmatch-{:016x}-", hasher.finish())
    }

    /// Removes spare names of this target whose process has ended. What cannot be listed or removed stays.
    fn remove_abandoned(target: &Path, prefix: &str) {
        for entry in std::fs::read_dir(folder(target)).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(process) = name.to_str().and_then(|n| n.strip_prefix(prefix)) else { continue };
            if process.parse::<u32>().is_ok_and(|p| !Path::new("/proc").join(p.to_string()).exists()) {
                drop(std::fs::remove_file(entry.path()));
            }
        }
    }
}
