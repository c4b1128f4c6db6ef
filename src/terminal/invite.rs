//! Links printed in the terminal.

use super::voice::arrives;
use super::{Stopped, Voice, now, open};
use crate::config::{Invite, Settings};
use crate::domain::alias::Refusal;
use crate::domain::id::ProgrammeId;
use crate::domain::invite::NewInvite;
use crate::domain::invites::Holder;
use crate::domain::person::Role;
use crate::domain::programme::Programme;
use crate::handlers::invite::{first_link, new_invite};
use crate::handlers::invites::{given, holders_of};
use crate::store::{Db, Tx};
use crate::telegram::{Api, profile};
use crate::words::poses;
use chrono::{DateTime, Utc};
use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};
use std::io::IsTerminal;

/// What a terminal understands as black on white, and as its own colours again.
const BLACK_ON_WHITE: &str = "\u{1b}[30;47m";
const PLAIN: &str = "\u{1b}[0m";

/// `lazo invite`: the link and nothing else, so that a script can read it.
pub(super) async fn print(settings: &Settings, invite: &Invite, voice: &Voice) -> Result<(), Stopped> {
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
    if let (Some(number), Some(programme)) = (&invite.file_number, programme) {
        let by = holders_of(&mut tx, (programme, None), number, now).await?;
        if !by.is_empty() {
            let by: Vec<String> = by.iter().map(holder).collect();
            voice.err(format_args!("Somebody has the file number {number:?} already: {}.", by.join(", ")));
        }
    }
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
    voice.out(announced(&token.link(bot_name), std::io::stdout().is_terminal()));
    Ok(())
}

/// The link with its picture above it: all of it fits into a terminal of 24 lines, and the link is read last.
fn announced(link: &str, to_terminal: bool) -> String {
    // The least that a code can correct makes the smallest picture: nothing on a screen is scratched.
    let code = QrCode::with_error_correction_level(link, EcLevel::L);
    let picture = code.map(|code| picture(&code, to_terminal)).unwrap_or_default();
    format!("{picture}There is no programme yet. Whoever opens this link first leads a new one:\n{link}")
}

/// Black on white in a terminal, whatever its colours. Where nobody says colours, light and dark change places: most write
/// light on dark.
fn picture(code: &QrCode, to_terminal: bool) -> String {
    let mut picture = code.render::<Dense1x2>();
    if !to_terminal {
        picture.dark_color(Dense1x2::Light).light_color(Dense1x2::Dark);
    }
    let (begins, ends) = if to_terminal { (BLACK_ON_WHITE, PLAIN) } else { ("", "") };
    picture.build().lines().fold(String::new(), |all, line| format!("{all}{begins}{line}{ends}\n"))
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

/// Whoever has a file number, without her name: what is printed stands in logs.
fn holder(it: &Holder) -> String {
    match it {
        Holder::Person(who, role) => format!("{} {}", name(*role), who.id),
        Holder::Invite(role) => format!("an open invitation of a {}", name(*role)),
    }
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Coordinator => "coordinator",
        Role::Mentor => "mentor",
        Role::Mentee => "mentee",
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A link as long as Telegram lets one be: a bot's name has 32 characters.
    const LINK: &str = "https://t.me/lazo_of_a_very_long_name_indeed_bot?start=0123456789abcdefghijAB";

    /// What a camera reads where ink has this brightness, and paper the other.
    fn seen(announced: &str, ink: u8) -> Option<String> {
        let dots = |row: &str| {
            row.chars()
                .map(|it| match it {
                    '█' => Some([true, true]),
                    '▀' => Some([true, false]),
                    '▄' => Some([false, true]),
                    ' ' => Some([false, false]),
                    _ => None,
                })
                .collect::<Option<Vec<_>>>()
        };
        let bare = announced.replace(BLACK_ON_WHITE, "").replace(PLAIN, "");
        let rows: Vec<_> = bare.lines().map_while(dots).collect();
        // A module is four points wide, and lies on a margin of the other brightness.
        let at = |x: usize, y: usize| {
            let (x, y) = ((x / 4).checked_sub(2)?, (y / 4).checked_sub(2)?);
            Some(*rows.get(y / 2)?.get(x)?.get(y % 2)?)
        };
        let (width, height) = ((rows.first()?.len() + 4) * 4, (rows.len() * 2 + 4) * 4);
        let grey = |x, y| if at(x, y).unwrap_or(ink > 0) { ink } else { 255 - ink };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
        image.detect_grids().first().and_then(|grid| grid.decode().ok()).map(|(_, text)| text)
    }

    #[test]
    fn a_camera_reads_the_first_link_on_dark_and_on_light_screens() {
        let coloured = announced(LINK, true);
        let mut rows = coloured.lines().filter(|row| row.starts_with(BLACK_ON_WHITE)).peekable();
        assert!(
            rows.peek().is_some() && rows.all(|row| row.ends_with(PLAIN)),
            "no row hangs on the screen's own"
        );
        assert_eq!(seen(&coloured, 0).as_deref(), Some(LINK));
        let plain = announced(LINK, false);
        assert!(!plain.contains('\u{1b}'));
        assert_eq!(seen(&plain, 255).as_deref(), Some(LINK));
    }

    #[test]
    fn all_of_the_first_link_stands_on_a_screen_of_24_lines_and_80_columns() {
        let announced = announced(LINK, true).replace(BLACK_ON_WHITE, "").replace(PLAIN, "");
        let lines: Vec<_> = announced.lines().collect();
        assert!(lines.len() < 24 && lines.iter().all(|line| line.chars().count() <= 80), "{announced}");
        assert!(
            lines.ends_with(&[
                "There is no programme yet. Whoever opens this link first leads a new one:",
                LINK
            ])
        );
    }
}
