//! `lazo health`: for a container's health check, so it is quick and changes nothing.

use super::Stopped;
use crate::clock::Clock;
use crate::config::Settings;
use crate::store::{Db, Tables};
use chrono::TimeDelta;

/// A poll is held open for up to 25 s and tried again at once; twice that and some patience is too long a silence.
const SILENT_SECONDS: i64 = 90;

/// Whether the running bot has heard from Telegram lately.
pub(super) async fn look(settings: &Settings) -> Result<(), Stopped> {
    let unwell = |why: String| Err(Stopped { why, code: 1 });
    let never = "Telegram was never heard: is the bot running?";
    let Some(db) = Db::look(&settings.database).await? else { return unwell(never.to_owned()) };
    if db.tables().await? == Tables::Missing {
        return unwell(never.to_owned());
    }
    let Some(last) = db.last_heard().await? else { return unwell(never.to_owned()) };
    let silent = Clock::default().now() - last;
    if silent < TimeDelta::seconds(SILENT_SECONDS) {
        println!("Well: Telegram was heard {} s ago.", silent.num_seconds());
        return Ok(());
    }
    unwell(format!(
        "Telegram was last heard {} s ago: is the bot running, and what does its log say?",
        silent.num_seconds()
    ))
}
