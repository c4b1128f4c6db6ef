//! `lazo health`: for a container's health check, so it is quick and changes nothing.

use super::{Stopped, address, out};
use crate::clock::Clock;
use crate::config::{Cli, Command, Demo, Settings};
use crate::store::{Db, Tables};
use chrono::TimeDelta;
use clap::Parser;
use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A poll is held open for up to 25 s and tried again at once; twice that and some patience is too long a silence.
const SILENT_SECONDS: i64 = 90;

/// The first poll comes back after 25 s at the latest if all is well; for so long after it began, silence says nothing.
const STARTING_SECONDS: i64 = 60;

/// Why a bot that runs hears nothing, whatever it heard a moment ago.
const DEAF: &str =
    "Telegram refuses the token, so Lazo hears nothing: copy the token from @BotFather, then restart Lazo.";

/// The computer's clock was put back, and Telegram was not heard since.
const AHEAD: &str = "When Telegram was last heard lies ahead: was this computer's clock put back? \
     Ask again in a minute; if it still does, see what Lazo's log says.";

/// How long the demo's page may take.
const PATIENCE: Duration = Duration::from_secs(4);

/// Whether the running bot has heard from Telegram lately, or has only begun to listen. In a demo's container, whether
/// the demo answers.
pub(super) async fn look(settings: &Settings) -> Result<(), Stopped> {
    let unwell = |why: String| Err(Stopped { why, code: 1 });
    if let Some(demo) = demo_of_container() {
        return ask(&demo).await;
    }
    let never = "Telegram was never heard: is the bot running?";
    let Some(db) = Db::look(&settings.database).await? else {
        let place = address::shown(&settings.database);
        return unwell(format!(
            "Telegram was never heard, and {place} is not there: is the bot running, and there?"
        ));
    };
    if db.tables().await? == Tables::Missing {
        return unwell(never.to_owned());
    }
    if db.deaf_since().await?.is_some() {
        return unwell(DEAF.to_owned());
    }
    let (now, last) = (Clock::default().now(), db.last_heard().await?);
    let silent = last.map(|last| now - last);
    let lately = TimeDelta::zero()..TimeDelta::seconds(SILENT_SECONDS);
    if let Some(silent) = silent.filter(|silent| lately.contains(silent)) {
        out(format_args!("Well: Telegram was heard {} s ago.", silent.num_seconds()));
        // A restart would not help, so it is no reason to be unwell.
        match db.untold().await? {
            0 => {}
            1 => out("Nobody could be told of one case: see /cases."),
            cases => out(format_args!("Nobody could be told of {cases} cases: see /cases.")),
        }
        return Ok(());
    }
    // Whoever was heard since then, and no more, is not starting.
    let began = db.last_began().await?.filter(|began| last.is_none_or(|last| last < *began));
    let age = began.map(|began| now - began);
    // What has happened does not lie ahead: it says nothing about how it is now.
    if silent.into_iter().chain(age).any(|it| it < TimeDelta::zero()) {
        return unwell(AHEAD.to_owned());
    }
    if let Some(age) = age.filter(|age| *age < TimeDelta::seconds(STARTING_SECONDS)) {
        out(format_args!("Starting: Lazo began to listen {} s ago.", age.num_seconds()));
        return Ok(());
    }
    let Some(silent) = silent else { return unwell(never.to_owned()) };
    unwell(format!(
        "Telegram was last heard {} s ago: is the bot running, and what does its log say?",
        silent.num_seconds()
    ))
}

/// The demo that a container is there for: its first process says so.
fn demo_of_container() -> Option<Demo> {
    demo_in(&std::fs::read("/proc/1/cmdline").ok()?)
}

/// Reads a process's arguments, as Linux shows them.
fn demo_in(line: &[u8]) -> Option<Demo> {
    let arguments = line.split(|byte| *byte == 0).filter(|it| !it.is_empty()).map(String::from_utf8_lossy);
    // The engine's own init may stand before it.
    let own = arguments.skip_while(|it| Path::new(&**it).file_name().is_none_or(|name| name != "lazo"));
    match Cli::try_parse_from(own.map(Cow::into_owned)).ok()?.command {
        Some(Command::Demo(demo)) => Some(demo),
        Some(
            Command::Run
            | Command::Invite(_)
            | Command::Remove(_)
            | Command::Check
            | Command::Health
            | Command::Backup { .. }
            | Command::Rehearse { .. },
        )
        | None => None,
    }
}

/// Whether the demo shows its page.
async fn ask(demo: &Demo) -> Result<(), Stopped> {
    let here = if demo.listen.is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { demo.listen };
    let address = SocketAddr::new(here, demo.port);
    if let Ok(Ok(true)) = tokio::time::timeout(PATIENCE, shows(address)).await {
        out("Well: the demo answers.");
        return Ok(());
    }
    let why = format!("The demo does not answer at {address}: what does its log say?");
    Err(Stopped { why, code: 1 })
}

async fn shows(address: SocketAddr) -> std::io::Result<bool> {
    let mut line = TcpStream::connect(address).await?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    line.write_all(request.as_bytes()).await?;
    let mut begun = [0; 12];
    line.read_exact(&mut begun).await?;
    Ok(begun == *b"HTTP/1.1 200")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_process_of_a_container_says_that_it_is_there_for_a_demo() {
        for (line, port) in [
            ("lazo\0demo\0--listen\x000.0.0.0\0", Some(8080)),
            ("/usr/local/bin/lazo\0demo\0--port\x0090\0", Some(90)),
            ("/sbin/docker-init\0--\0lazo\0demo\0", Some(8080)),
            ("lazo\0", None),
            ("lazo\0run\0", None),
            ("/sbin/init\0", None),
            ("sh\0-c\0demo\0", None),
            ("", None),
        ] {
            assert_eq!(demo_in(line.as_bytes()).map(|demo| demo.port), port, "{line:?}");
        }
    }
}
