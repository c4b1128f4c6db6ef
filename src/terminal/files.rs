//! Who else on this computer reaches what Lazo keeps in files, and whether Lazo can write where it must.

use crate::config::Settings;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What group and everybody else may do with a file.
const OTHERS: u32 = 0o077;

/// What everybody on this computer may do with what is not theirs. Nothing stops working for it, so it is only said: a
/// container's secrets, for one, are readable by all who are in there.
pub(super) fn remarks(settings: &Settings) -> Vec<String> {
    let folder = file_of(&settings.database).and_then(Path::parent);
    let folder = folder.filter(|folder| is_open(folder, 0o002)).map(|folder| {
        format!(
            "everybody on this computer can write to the folder {}: take that right away with chmod o-w.",
            folder.display()
        )
    });
    let token = settings.token_file.as_deref().filter(|file| is_open(file, 0o004)).map(|file| {
        format!(
            "everybody on this computer can read the token file {}: take that right away with chmod o-r.",
            file.display()
        )
    });
    folder.into_iter().chain(token).collect()
}

/// The file an address names; `None` for a server's.
pub(super) fn file_of(database: &str) -> Option<&Path> {
    database.strip_prefix("sqlite://").map(Path::new)
}

fn is_open(path: &Path, to: u32) -> bool {
    path.metadata().is_ok_and(|it| it.mode() & to != 0)
}

/// Whether a start can work with a database file, or make it; with what is to be said of it.
pub(super) fn usable(file: &Path) -> Result<Option<&'static str>, String> {
    if file.is_dir() || file.as_os_str().as_bytes().ends_with(b"/") {
        return Err(format!("{} is a folder: give the name of a file in it", file.display()));
    }
    if file.is_symlink() && !file.exists() {
        return Err(format!("{} leads to a place that is not there: is its disk mounted?", file.display()));
    }
    let folder = file.ancestors().skip(1).find(|folder| folder.exists());
    let Some(folder) = folder else { return Err(format!("{} is in no folder", file.display())) };
    takes_files(folder)?;
    let mut open = None;
    for file in all_of(file) {
        if file.exists() && OpenOptions::new().append(true).open(&file).is_err() {
            return Err(cannot_be_written(&file));
        }
        open = privacy(&file)?.or(open);
    }
    Ok(open)
}

/// Every file of a database's, as SQLite and the start name them.
fn all_of(file: &Path) -> [PathBuf; 4] {
    let with = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    [with(""), with("-wal"), with("-shm"), file.with_extension("lock")]
}

fn cannot_be_written(path: &Path) -> String {
    format!("{} cannot be written to: give Lazo the right to, or another folder", path.display())
}

/// What the tables of a new database take, in bytes, with a little beside.
const ROOM: usize = 1 << 20;

/// Whether files can be made in a folder, and have room there: only making one tells.
fn takes_files(folder: &Path) -> Result<(), String> {
    let path = folder.join(format!(".lazo-check-{}", std::process::id()));
    let made = OpenOptions::new().write(true).create_new(true).open(&path);
    let mut file = made.map_err(|_| cannot_be_written(folder))?;
    let written = file.write_all(&vec![0; ROOM]).and_then(|()| file.sync_all());
    std::fs::remove_file(&path).map_err(|_| cannot_be_written(folder))?;
    written.map_err(|why| {
        if matches!(why.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
            format!("there is no room in {}: make some, or give Lazo another folder", folder.display())
        } else {
            cannot_be_written(folder)
        }
    })
}

/// What is to be said of a database file that others can read: the start ends that, or `Err` if it cannot.
fn privacy(file: &Path) -> Result<Option<&'static str>, String> {
    let Some(it) = file.metadata().ok().filter(|it| it.mode() & OTHERS != 0) else { return Ok(None) };
    let me = rustix::process::geteuid();
    if me.is_root() || me.as_raw() == it.uid() {
        return Ok(Some("others on this computer can read it; the next start ends that"));
    }
    let file = file.display();
    Err(format!("others can read {file}, which belongs to somebody else: give it to Lazo's user with chown"))
}
