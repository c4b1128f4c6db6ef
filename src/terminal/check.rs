//! `lazo check` and `lazo health`.

use super::{Stopped, open, shown};
use crate::clock::Clock;
use crate::config::Settings;
use crate::telegram::{Api, profile};
use crate::words::Words;
use chrono::TimeDelta;

/// A poll is held open for up to 25 s and tried again at once; twice that and some patience is too long a silence.
const SILENT_SECONDS: i64 = 90;

/// Examines everything the bot needs and says what is wrong, all of it at once.
pub(super) async fn everything(settings: &Settings) -> Result<(), Stopped> {
    let mut wrong = 0;
    let mut say = |what: &str, result: Result<String, String>| match result {
        Ok(fine) => println!("✓ {what}: {fine}"),
        Err(why) => {
            wrong += 1;
            println!("✗ {what}: {why}");
        }
    };
    say("Settings", Ok("understood".to_owned()));
    let words = Words::load();
    say(
        "Words",
        words.map(|words| format!("{} languages", words.languages().len())).map_err(|why| why.to_string()),
    );
    let database = open(settings).await;
    say("Database", database.map(|_| shown(&settings.database)).map_err(|stopped| stopped.why));
    say("Token", token(settings).await);
    if wrong == 0 { Ok(()) } else { Err(Stopped { why: format!("{wrong} of 4 need mending."), code: 2 }) }
}

async fn token(settings: &Settings) -> Result<String, String> {
    let token = settings.token.clone().map_err(|wrong| wrong.to_string())?;
    let api = Api::new(&settings.api, token).map_err(|why| why.to_string())?;
    match profile::name(&api).await {
        Ok(name) => Ok(format!("@{name}")),
        Err(crate::telegram::Refused::Configuration(_)) => {
            Err("Telegram does not know it: copy it again from @BotFather".to_owned())
        }
        Err(_) => Err("Telegram cannot be reached: check the network and LAZO_TELEGRAM_API_URL".to_owned()),
    }
}

/// Whether the running bot has heard from Telegram lately.
pub(super) async fn health(settings: &Settings) -> Result<(), Stopped> {
    let db = open(settings).await?;
    let mut tx = db.begin().await?;
    let now = Clock::default().now();
    match tx.heartbeat().await? {
        Some(last) if now - last < TimeDelta::seconds(SILENT_SECONDS) => {
            println!("Well: Telegram was heard {} s ago.", (now - last).num_seconds());
            Ok(())
        }
        Some(last) => Err(Stopped {
            why: format!("Telegram was last heard {} s ago: see the bot's log.", (now - last).num_seconds()),
            code: 1,
        }),
        None => Err(Stopped { why: "Telegram was never heard: is the bot running?".to_owned(), code: 1 }),
    }
}
