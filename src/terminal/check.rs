//! `lazo check`: everything the bot needs, looked at and left as it is.

use super::{Stopped, address, files, out, out_of_reach};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::zone;
use crate::store::{Db, Tables};
use crate::telegram::{Api, Refused, profile};
use crate::words::{Words, embedded, embedded_status};
use chrono::{DateTime, Datelike, Utc};

/// What was found of one thing.
type Finding = Result<String, Stopped>;

/// A setting or what it names is to be mended.
fn wrong(why: impl Into<String>) -> Stopped {
    Stopped { why: why.into(), code: 2 }
}

/// Something else is: a network, a server.
fn failed(why: impl Into<String>) -> Stopped {
    Stopped { why: why.into(), code: 1 }
}

/// Examines everything the bot needs and says what is wrong, all of it at once.
pub(super) async fn everything(settings: &Settings) -> Result<(), Stopped> {
    let found = [
        ("Settings", Ok("understood".to_owned())),
        ("Words", words()),
        ("Time zones", Ok(zones(Clock::default().now()))),
        ("Database", database(&settings.database).await),
        ("Token", token(settings).await),
    ];
    for (what, result) in &found {
        match result {
            Ok(fine) => out(format_args!("✓ {what}: {fine}")),
            Err(Stopped { why, .. }) => out(format_args!("✗ {what}: {why}")),
        }
    }
    for remark in files::remarks(settings) {
        out(format_args!("! {remark}"));
    }
    let codes: Vec<u8> =
        found.iter().filter_map(|(_, result)| result.as_ref().err()).map(|it| it.code).collect();
    let Some(code) = codes.iter().max() else { return Ok(()) };
    let need = if codes.len() == 1 { "needs" } else { "need" };
    Err(Stopped { why: format!("{} of {} {need} mending.", codes.len(), found.len()), code: *code })
}

fn words() -> Finding {
    let words = Words::read(&embedded_status(), &embedded()).map_err(|why| failed(why.to_string()))?;
    Ok(format!("{} languages", words.languages().len()))
}

/// Of which release they are, and what to do about old ones: countries change their time every year.
fn zones(now: DateTime<Utc>) -> String {
    let release = zone::RELEASE;
    let year: i32 = release.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
    if now.year() > year + 1 {
        format!(
            "of {release} (IANA), which is old: some countries have another time since; a newer Lazo knows it"
        )
    } else {
        format!("of {release} (IANA)")
    }
}

async fn database(url: &str) -> Finding {
    let file = files::file_of(url);
    let open = file.map_or(Ok(None), files::usable).map_err(wrong)?;
    let shown = address::shown(url);
    let shown = open.map_or(shown.clone(), |open| format!("{shown} ({open})"));
    let unwell = |why: crate::store::Error| {
        if file.is_some() { wrong(why.to_string()) } else { failed(why.to_string()) }
    };
    let Some(db) = Db::look(url).await.map_err(unwell)? else {
        return Ok(format!("{shown} is not there yet; the first start makes it"));
    };
    let tables = db.tables().await.map_err(unwell)?;
    if !db.takes_tables().await.map_err(unwell)? {
        let mend = "give the user of LAZO_DATABASE_URL that right, at a server that takes changes";
        return Err(wrong(format!("Lazo may not make tables there ({shown}): {mend}")));
    }
    match tables {
        Tables::Missing => Ok(format!("{shown}, still empty; the first start fills it")),
        Tables::Older => Ok(format!("{shown}, an older version's; the next start brings it up to date")),
        Tables::Current => Ok(shown),
        Tables::Newer => Err(wrong(format!("{shown} belongs to a newer version of Lazo: use that one"))),
    }
}

async fn token(settings: &Settings) -> Finding {
    let token = settings.token.clone()?;
    let bot = token.bot().to_string();
    let api = Api::new(&settings.api, token).map_err(|why| wrong(why.to_string()))?;
    let name = profile::name(&api).await.map_err(|why| match why {
        Refused::Configuration(_) => wrong("Telegram does not know it: copy it again from @BotFather"),
        Refused::Later(_)
        | Refused::Moved(_)
        | Refused::Blocked
        | Refused::Gone
        | Refused::Closed
        | Refused::Never(_)
        | Refused::Transient
        | Refused::Perhaps
        | Refused::Unread => failed(out_of_reach(settings.proxy.as_ref())),
    })?;
    if settings.private_topics && !profile::has_topics(&api).await.unwrap_or(false) {
        return Err(wrong(format!(
            "@{name}'s, but that bot has no topics in private chats: switch them on at @BotFather, or unset LAZO_PRIVATE_TOPICS"
        )));
    }
    match other_bot(&settings.database).await {
        Some(other) if other != bot => Err(wrong(format!(
            "@{name}'s, but the database belongs to bot {other}: give that bot's token, or a new LAZO_DATABASE_URL"
        ))),
        Some(_) | None => Ok(match profile::webhook(&api).await {
            Some(hook) => {
                format!(
                    "@{name}; {hook} receives its messages by a webhook, which Lazo takes away when it starts"
                )
            }
            None => format!("@{name}"),
        }),
    }
}

/// The bot a database belongs to, as far as that can be found out.
async fn other_bot(url: &str) -> Option<String> {
    Db::look(url).await.ok()??.noted("bot_id").await.ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_of_the_year_before_last_are_said_to_be_old() {
        let year: i32 = zone::RELEASE[..4].parse().unwrap();
        for (later, old) in [(0, false), (1, false), (2, true), (9, true)] {
            let now = format!("{}-06-01T00:00:00Z", year + later).parse().unwrap();
            let said = zones(now);
            assert!(said.contains(zone::RELEASE) && said.contains("old") == old, "{said}");
        }
    }
}
