//! Who else on this computer reaches what Lazo keeps in files, and whether Lazo can write where it must.

use crate::config::Settings;
use std::fs::OpenOptions;
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
    if file.is_dir() {
        return Err(format!("{} is a folder: give the name of a file in it", file.display()));
    }
    let folder = file.ancestors().skip(1).find(|folder| folder.exists());
    let Some(folder) = folder else { return Err(format!("{} is in no folder", file.display())) };
    if !takes_files(folder) {
        return Err(cannot_be_written(folder));
    }
    // Whoever opened it as another user may have left a log behind that is not ours.
    let beside = ["-wal", "-shm"].map(|ending| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
    for file in beside.into_iter().chain([file.to_owned(), file.with_extension("lock")]) {
        if file.exists() && OpenOptions::new().append(true).open(&file).is_err() {
            return Err(cannot_be_written(&file));
        }
    }
    privacy(file)
}

fn cannot_be_written(path: &Path) -> String {
    format!("{} cannot be written to: give Lazo the right to, or another folder", path.display())
}

/// Whether files can be made in a folder: only making one tells.
fn takes_files(folder: &Path) -> bool {
    let file = folder.join(format!(".lazo-check-{}", std::process::id()));
    let made = OpenOptions::new().write(true).create_new(true).open(&file).is_ok();
    made && std::fs::remove_file(&file).is_ok()
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
