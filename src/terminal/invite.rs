//! Links printed in the terminal: the first start's, and those `lazo invite` is asked for.

use super::{Stopped, open};
use crate::bot;
use crate::clock::Clock;
use crate::config::{Invite, Settings};
use crate::domain::alias;
use crate::domain::id::ProgrammeId;
use crate::domain::invite::NewInvite;
use crate::domain::person::Role;
use crate::domain::programme::Programme;
use crate::handlers::invite::{first_link, new_invite};
use crate::store::{Db, Tx};
use crate::telegram::Api;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

fn refused(why: impl Into<String>) -> Stopped {
    Stopped { why: why.into(), code: 2 }
}

/// `lazo invite`: prints the link, and nothing else on standard output, so that a script can take it.
pub(super) async fn print(settings: &Settings, invite: &Invite) -> Result<(), Stopped> {
    let token = settings.token.clone()?;
    let db = open(settings).await?;
    let api = Api::new(&settings.api, token).map_err(bot::Trouble::from)?;
    let bot_name = bot::identify(&db, &api).await?;
    let mut tx = db.begin().await?;
    let programme = programme(&mut tx, invite).await?;
    let what = NewInvite {
        programme,
        role: invite.role.into(),
        alias: invite.alias.as_deref().map(suggested).transpose()?,
        file_number: invite.file_number.clone(),
        invited_by: None,
    };
    let token = new_invite(&mut tx, &what, Clock::default().now()).await?;
    let _ = tx.commit().await?;
    println!("{}", token.link(&bot_name));
    db.close().await;
    Ok(())
}

fn suggested(name: &str) -> Result<String, Stopped> {
    alias::clean(name)
        .map_err(|_| refused("--alias must be a first name: at most 30 letters, no link, no number."))
}

/// The programme meant: the one named, or the only one. A lead without one founds a new one.
async fn programme(tx: &mut Tx, invite: &Invite) -> Result<Option<ProgrammeId>, Stopped> {
    let all = tx.programmes().await?;
    match &invite.programme {
        Some(named) => one_of(&all, named).map(Some),
        None if matches!(Role::from(invite.role), Role::Lead) => Ok(None),
        None => match all.as_slice() {
            [only] => Ok(Some(only.id)),
            [] => Err(refused("There is no programme yet: invite its lead first, with --role lead.")),
            _ => Err(refused(format!(
                "There are several programmes: add --programme with one of: {}.",
                names(&all)
            ))),
        },
    }
}

fn one_of(all: &[Programme], named: &str) -> Result<ProgrammeId, Stopped> {
    let found: Vec<_> =
        all.iter().filter(|it| it.name == named || it.id.0.to_string() == named).map(|it| it.id).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(refused(format!("No programme is called {named}. There are: {}.", names(all)))),
        _ => Err(refused(format!(
            "Several programmes are called {named}: give the number. There are: {}.",
            names(all)
        ))),
    }
}

fn names(all: &[Programme]) -> String {
    all.iter().map(|it| format!("{} ({})", it.name, it.id)).collect::<Vec<_>>().join(", ")
}

/// The first start: as long as nobody founded a programme, a link that makes its opener the lead of a new one.
pub(super) async fn first(db: &Db, bot_name: &str) -> Result<(), Stopped> {
    let mut tx = db.begin().await?;
    let token = first_link(&mut tx, Clock::default().now()).await?;
    let _ = tx.commit().await?;
    let Some(token) = token else { return Ok(()) };
    let link = token.link(bot_name);
    println!("\nOpen this link in Telegram. Whoever opens it first leads the new programme:\n\n  {link}\n");
    if let Ok(code) = QrCode::new(&link) {
        println!("{}\n", code.render::<Dense1x2>().quiet_zone(true).build());
    }
    Ok(())
}
