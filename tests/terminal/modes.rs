//! Who else on the computer can read what Lazo keeps: mended, refused, or said.

use crate::house::{House, said};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

fn set(path: &Path, mode: u32) {
    std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

/// What a bot says on standard error while it starts and runs for a moment.
async fn start_says(mut command: Command) -> String {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    // One that is refused ends by itself.
    let ended = tokio::time::timeout(Duration::from_secs(3), child.wait()).await;
    if ended.is_err() {
        crate::house::terminate(child.id().unwrap());
    }
    String::from_utf8(child.wait_with_output().await.unwrap().stderr).unwrap()
}

#[tokio::test]
async fn a_folder_and_a_token_file_that_others_reach_are_said_by_the_start_and_by_check() {
    let house = House::new().await;
    let token = house.path("token");
    std::fs::write(&token, house.telegram.token()).unwrap();
    let with = |arguments: &[&str]| {
        let mut command = house.lazo(arguments);
        command.env_remove("LAZO_TELEGRAM_TOKEN").env("LAZO_TELEGRAM_TOKEN_FILE", &token);
        command
    };
    let folder =
        format!("everybody on this computer can write to the folder {}", house.folder.path().display());
    let file = format!("everybody on this computer can read the token file {}", token.display());
    for (modes, folder_said, file_said) in
        [((0o777, 0o600), true, false), ((0o700, 0o644), false, true), ((0o750, 0o640), false, false)]
    {
        set(house.folder.path(), modes.0);
        set(&token, modes.1);
        let check = said(with(&["check"])).await;
        assert_eq!(check.code, Some(0), "{}", check.out);
        let start = start_says(with(&[])).await;
        for all in [&check.out, &start] {
            assert_eq!(all.contains(&folder), folder_said, "{modes:?}: {all}");
            assert_eq!(all.contains(&file), file_said, "{modes:?}: {all}");
        }
    }
}

/// The program as an account that owns nothing.
fn nobody(house: &House, arguments: &[&str]) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_lazo")]);
    command.args(arguments).env_clear().kill_on_drop(true).stdin(Stdio::null());
    for (name, value) in house.lazo(&[]).as_std().get_envs() {
        command.env(name, value.unwrap());
    }
    command
}

fn is_root() -> bool {
    let root = std::fs::metadata("/proc/self").unwrap().uid() == 0;
    if !root {
        eprintln!("\n!!! SKIPPED: only root can make files that belong to somebody else !!!\n");
    }
    root
}

#[tokio::test]
async fn a_database_that_others_can_read_and_that_cannot_be_closed_to_them_is_refused() {
    let house = House::new().await;
    if !is_root() {
        return;
    }
    assert_eq!(house.runs().await.terminates().await, Some(0));
    set(&house.path("lazo.db"), 0o666);
    let check = house.asks(&["check"]).await;
    assert_eq!(check.code, Some(0), "its owner's next start mends it: {}", check.out);
    assert!(
        check.out.contains("others on this computer can read it; the next start ends that"),
        "{}",
        check.out
    );
    // Whoever runs it now owns the folder but not the database.
    chown(house.folder.path(), Some(65534), Some(65534)).unwrap();
    chown(house.path("lazo.lock"), Some(65534), Some(65534)).unwrap();
    let check = said(nobody(&house, &["check"])).await;
    assert_eq!(check.code, Some(2), "{}", check.out);
    assert!(
        check.out.contains("✗ Database: ") && check.out.contains("belongs to somebody else"),
        "{}",
        check.out
    );
    let start = said(nobody(&house, &["run"])).await;
    assert_eq!(start.code, Some(1), "{}", start.err);
    assert!(start.err.contains("could not keep the database file from others"), "{}", start.err);
    assert_eq!(house.path("lazo.db").metadata().unwrap().mode() & 0o777, 0o666);
}

/// The start looks at every file of a database's: so does `check`.
#[tokio::test]
async fn what_stands_beside_a_database_and_cannot_be_closed_to_others_is_found_by_check() {
    let house = House::new().await;
    if !is_root() {
        return;
    }
    assert_eq!(house.runs().await.terminates().await, Some(0));
    for path in [house.folder.path().to_owned(), house.path("lazo.db"), house.path("lazo.lock")] {
        chown(path, Some(65534), Some(65534)).unwrap();
    }
    assert_eq!(said(nobody(&house, &["check"])).await.code, Some(0));
    for (name, mode) in
        [("lazo.db-wal", 0o666), ("lazo.db-shm", 0o666), ("lazo.lock", 0o666), ("lazo.db-wal", 0o644)]
    {
        let path = house.path(name);
        std::fs::write(&path, "").unwrap();
        chown(&path, Some(0), Some(0)).unwrap();
        set(&path, mode);
        let check = said(nobody(&house, &["check"])).await;
        let start = said(nobody(&house, &["run"])).await;
        assert_eq!((start.code, check.code), (Some(1), Some(2)), "{name}: {} {}", start.err, check.out);
        assert!(check.out.contains("✗ Database: ") && check.out.contains(name), "{name}: {}", check.out);
        std::fs::remove_file(&path).unwrap();
    }
}
