//! Who else on this computer reaches what Lazo keeps in files, and whether Lazo can write where it must.

use crate::config::Settings;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// What group and everybody else may do with a file.
const OTHERS: u32 = 0o077;

/// What everybody on this computer may do with what is not theirs. Nothing stops working for it, so it is only said: a
/// container's secrets, for one, are readable by all who are in there.
pub(super) fn remarks(settings: &Settings) -> Vec<String> {
    let folder = file_of(&settings.database).and_then(Path::parent);
    let folder = folder.filter(|folder| is_open(folder, 0o002)).map(|folder| {
        format!("everybody on this computer can write to the folder {}: take that right away with chmod o-w.", folder.display())
    });
    let token = settings.token_file.as_deref().filter(|file| is_open(file, 0o004)).map(|file| {
        format!("everybody on this computer can read the token file {}: take that right away with chmod o-r.", file.display())
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

/// What is to be said of a database file that others can read: the start ends that, or `Err` if it cannot.
pub(super) fn privacy(file: &Path) -> Result<Option<&'static str>, String> {
    let Some(it) = file.metadata().ok().filter(|it| it.mode() & OTHERS != 0) else { return Ok(None) };
    let me = rustix::process::geteuid();
    if me.is_root() || me.as_raw() == it.uid() {
        return Ok(Some("others on this computer can read it; the next start ends that"));
    }
    let file = file.display();
    Err(format!("others can read {file}, which belongs to somebody else: give it to Lazo's user with chown"))
}
