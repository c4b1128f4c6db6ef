//! `lazo remove`: somebody is taken out of the team from the terminal, as the lead does it in the chat.

use super::{Stopped, now, open, out};
use crate::config::{Remove, Settings};
use crate::domain::departure::Load;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::handlers::departure::{may_follow, may_go, take_out};
use crate::store::Tx;

/// Takes her out, or without `--yes` says what would happen.
pub(super) async fn from_team(settings: &Settings, remove: &Remove) -> Result<(), Stopped> {
    let db = open(settings).await?;
    let mut tx = db.begin().await?;
    let now = now(&mut tx).await?;
    let (who, heir) = (tx.person(PersonId(remove.person)).await?, tx.person(PersonId(remove.to)).await?);
    let both = who.zip(heir).filter(|(who, heir)| may_go(who) && may_follow(who, heir));
    let Some((who, heir)) = both else { return Err(wrong(&team(&mut tx).await?)) };
    let load = tx.load_of(who.id, now).await?;
    let (who_is, heir_is, what) = (named(&who), named(&heir), said(load));
    if !remove.yes {
        out(format_args!("{who_is} would be out of the team, and {heir_is} would take over: {what}."));
        out("Nothing has changed. To do it, say it again with --yes.");
        return Ok(());
    }
    take_out(&mut tx, (&who, &heir), None, now).await?;
    let _ = tx.commit().await?;
    out(format_args!("{who_is} is out of the team, and {heir_is} takes over: {what}."));
    Ok(())
}

fn named(person: &Person) -> String {
    format!("{} ({})", if person.alias.is_empty() { "no name yet" } else { &person.alias }, person.id)
}

fn said(load: Load) -> String {
    let Load { pairs, cases, tasks, invitations, mail } = load;
    format!(
        "pairs {pairs}, open cases {cases}, calls to make {tasks}, open invitations {invitations}, people who write to the team {mail}"
    )
}

/// Who works in the teams, for whoever named somebody else.
async fn team(tx: &mut Tx) -> Result<String, Stopped> {
    let mut all = Vec::new();
    for programme in tx.programmes().await? {
        all.extend(tx.staff(programme.id).await?.iter().map(named));
    }
    if all.is_empty() {
        return Ok(
            "Nobody works in a team yet: invite its lead first, with `lazo invite --role lead`.".to_owned()
        );
    }
    Ok(format!(
        "Say --person with a coordinator's number and --to with another's of the same team; a lead is followed with `lazo invite --role lead`. There is: {}.",
        all.join(", ")
    ))
}

fn wrong(why: &str) -> Stopped {
    Stopped { why: why.to_owned(), code: 2 }
}
