//! `lazo check`: everything the bot needs, looked at and not touched.

use super::{Stopped, address, files, out, out_of_reach};
use crate::config::Settings;
use crate::store::{Db, Tables};
use crate::telegram::{Api, Refused, profile};
use crate::words::{Words, embedded, embedded_status};
use rustix::fs::{Access, access};
use std::path::Path;

/// Examines everything the bot needs and says what is wrong, all of it at once.
pub(super) async fn everything(settings: &Settings) -> Result<(), Stopped> {
    let found = [
        ("Settings", Ok("understood".to_owned())),
        ("Words", words()),
        ("Database", database(&settings.database).await),
        ("Token", token(settings).await),
    ];
    for (what, result) in &found {
        match result {
            Ok(fine) => out(format_args!("✓ {what}: {fine}")),
            Err(why) => out(format_args!("✗ {what}: {why}")),
        }
    }
    for remark in files::remarks(settings) {
        out(format_args!("! {remark}"));
    }
    match found.iter().filter(|(_, result)| result.is_err()).count() {
        0 => Ok(()),
        wrong => Err(Stopped { why: format!("{wrong} of {} need mending.", found.len()), code: 2 }),
    }
}

fn words() -> Result<String, String> {
    let words = Words::read(&embedded_status(), &embedded()).map_err(|why| why.to_string())?;
    Ok(format!("{} languages", words.languages().len()))
}

async fn database(url: &str) -> Result<String, String> {
    let shown = address::shown(url);
    let privacy = files::file_of(url).map_or(Ok(None), files::privacy)?;
    let shown = privacy.map_or(shown.clone(), |open| format!("{shown} ({open})"));
    let Some(db) = Db::look(url).await.map_err(|why| why.to_string())? else { return to_be_made(url) };
    match db.tables().await.map_err(|why| why.to_string())? {
        Tables::Missing => Ok(format!("{shown}, still empty; the first start fills it")),
        Tables::Older => Ok(format!("{shown}, an older version's; the next start brings it up to date")),
        Tables::Current => Ok(shown),
        Tables::Newer => Err(format!("{shown} belongs to a newer version of Lazo: use that one")),
    }
}

/// A file that is not there needs a folder it can be made in.
fn to_be_made(url: &str) -> Result<String, String> {
    let path = Path::new(url.strip_prefix("sqlite://").unwrap_or(url));
    let Some(folder) = path.ancestors().skip(1).find(|folder| folder.exists()) else {
        return Err(format!("{url} is in no folder"));
    };
    if folder.is_dir() && access(folder, Access::WRITE_OK).is_ok() {
        return Ok(format!("{url} is not there yet; the first start makes it"));
    }
    Err(format!("{} cannot be written to: give Lazo the right to, or another folder", folder.display()))
}

async fn token(settings: &Settings) -> Result<String, String> {
    let token = settings.token.clone().map_err(|wrong| wrong.to_string())?;
    let bot = token.bot().to_string();
    let api = Api::new(&settings.api, token).map_err(|why| why.to_string())?;
    let name = profile::name(&api).await.map_err(|why| match why {
        Refused::Configuration(_) => "Telegram does not know it: copy it again from @BotFather".to_owned(),
        Refused::Later(_)
        | Refused::Moved(_)
        | Refused::Blocked
        | Refused::Gone
        | Refused::Closed
        | Refused::Never(_)
        | Refused::Transient
        | Refused::Perhaps
        | Refused::Unread => out_of_reach(settings.proxy.as_ref()),
    })?;
    if settings.private_topics && !profile::has_topics(&api).await.unwrap_or(false) {
        return Err(format!(
            "@{name}'s, but that bot has no topics in private chats: switch them on at @BotFather, or unset LAZO_PRIVATE_TOPICS"
        ));
    }
    match other_bot(&settings.database).await {
        Some(other) if other != bot => Err(format!(
            "@{name}'s, but the database belongs to bot {other}: give that bot's token, or a new LAZO_DATABASE_URL"
        )),
        Some(_) | None => Ok(format!("@{name}")),
    }
}

/// The bot a database belongs to, as far as that can be found out.
async fn other_bot(url: &str) -> Option<String> {
    Db::look(url).await.ok()??.noted("bot_id").await.ok()?
}
