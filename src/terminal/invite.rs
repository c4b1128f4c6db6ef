//! Links printed in the terminal.

use super::voice::arrives;
use super::{Stopped, Voice, now, open};
use crate::config::{Invite, Settings};
use crate::domain::alias::Refusal;
use crate::domain::id::ProgrammeId;
use crate::domain::invite::NewInvite;
use crate::domain::person::Role;
use crate::domain::programme::Programme;
use crate::handlers::invite::{first_link, new_invite};
use crate::handlers::invites::given;
use crate::store::{Db, Tx};
use crate::telegram::{Api, profile};
use crate::words::poses;
use chrono::{DateTime, Utc};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// `lazo invite`: the link and nothing else, so that a script can read it.
pub(super) async fn print(settings: &Settings, invite: &Invite) -> Result<(), Stopped> {
    let db = open(settings).await?;
    let bot_name = bot_name(settings, &db).await?;
    let role = Role::from(invite.role);
    let alias = invite.alias.as_deref().map(|name| poses().alias(name, "")).transpose().map_err(refused)?;
    let mut tx = db.begin().await?;
    let programme = programme(&mut tx, role, invite.programme.as_deref()).await?;
    let now = now(&mut tx).await?;
    // It stands in /invites and on her card.
    let file_number = match (&invite.file_number, programme) {
        (None, Some(programme)) => given(&mut tx, programme, role, now).await?,
        (typed, _) => typed.clone(),
    };
    let what = NewInvite { programme, role, alias, file_number, invited_by: None };
    let token = new_invite(&mut tx, &what, now).await?;
    let _ = tx.commit().await?;
    if arrives(token.link(&bot_name)) {
        return Ok(());
    }
    let why = "The link could not be written to standard output: ask for another.";
    Err(Stopped { why: why.to_owned(), code: 1 })
}

/// The first start's link, with a QR code; nothing once there is a programme.
pub(super) async fn first(db: &Db, bot_name: &str, voice: &Voice, now: DateTime<Utc>) -> Result<(), Stopped> {
    let mut tx = db.begin().await?;
    let token = first_link(&mut tx, now).await?;
    let _ = tx.commit().await?;
    let Some(token) = token else { return Ok(()) };
    let link = token.link(bot_name);
    voice.out(format_args!(
        "\nThere is no programme yet. Whoever opens this link first leads a new one:\n\n{link}\n"
    ));
    if let Ok(code) = QrCode::new(&link) {
        // Light and dark change places: most terminals write light on dark.
        let mut picture = code.render::<Dense1x2>();
        voice.out(picture.dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build());
    }
    Ok(())
}

/// The bot's name, as its first start noted it; before that, as Telegram says it.
async fn bot_name(settings: &Settings, db: &Db) -> Result<String, Stopped> {
    let known = db.begin().await?.fact("bot_name").await?;
    if let Some(name) = known {
        return Ok(name);
    }
    let unknown = || wrong("Telegram did not tell the bot's name: start the bot once, or check its token.");
    let api = Api::new(&settings.api, settings.token.clone()?).map_err(|_| unknown())?;
    profile::name(&api).await.map_err(|_| unknown())
}

/// The programme that is meant; `None` for the lead of a new one.
async fn programme(tx: &mut Tx, role: Role, wanted: Option<&str>) -> Result<Option<ProgrammeId>, Stopped> {
    let all = tx.programmes().await?;
    match (wanted, all.as_slice()) {
        (None, _) if role == Role::Lead => Ok(None),
        (_, []) => Err(wrong("There is no programme yet: invite its lead first, with --role lead.")),
        (None, [one]) => Ok(Some(one.id)),
        (None, _) => Err(wrong(&format!("Say which programme with --programme: {}.", names(&all)))),
        (Some(wanted), _) => {
            let meant = |it: &&Programme| it.id.to_string() == wanted || it.name.eq_ignore_ascii_case(wanted);
            let found = all.iter().find(meant).map(|it| Some(it.id));
            found.ok_or_else(|| wrong(&format!("There is no such programme. There is: {}.", names(&all))))
        }
    }
}

fn names(all: &[Programme]) -> String {
    let named =
        |it: &Programme| format!("{} ({})", it.id, if it.name.is_empty() { "no name yet" } else { &it.name });
    all.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// Why a name cannot be suggested.
fn refused(why: Refusal) -> Stopped {
    wrong(match why {
        Refusal::Speaks => {
            "--alias must be a person's own name: this one stands for the team, the programme or the bot."
        }
        Refusal::Empty | Refusal::TooLong | Refusal::Link | Refusal::Handle | Refusal::PhoneNumber => {
            "--alias must be a name without link, @ or phone number, up to 30 characters."
        }
    })
}

fn wrong(why: &str) -> Stopped {
    Stopped { why: why.to_owned(), code: 2 }
}
