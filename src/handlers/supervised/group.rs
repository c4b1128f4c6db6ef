//! The safeguarding group: linked by the lead, lost, its topics missing or deleted.

use super::elsewhere::elsewhere;
use super::over::not_deleted;
use super::room::topic_again;
use crate::domain::case::{CaseLetter, Hitch};
use crate::domain::heard::{GroupPlace, Heard};
use crate::domain::help::Task;
use crate::domain::id::{ChatId, RoomId};
use crate::domain::letter::{Letter, Post, To};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::supervised::SupervisedLetter;
use crate::handlers::{House, cases, parts};
use crate::store::{Errand, Leased, Result, Tx};
use chrono::{DateTime, Utc};

/// Someone wants to link a group for safeguarding: only a lead can, whatever she is in the group.
pub(in crate::handlers) async fn asked(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    forum: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let parts = tx.parts(ChatId(heard.user)).await?;
    let Some(first) = parts.first() else {
        return say(tx, heard.chat, CaseLetter::WhoAreYou, now).await;
    };
    let leads = |part: &&Person| part.role == Role::Lead && part.standing == Standing::Ready;
    let leads: Vec<&Person> = parts.iter().filter(leads).collect();
    let Some(lead) = leads.first() else {
        return say(tx, first, CaseLetter::OnlyLead, now).await;
    };
    let Some(place) = tx.group_place(heard.chat).await?.filter(|place| place.inside) else {
        return say(tx, *lead, SupervisedLetter::UnknownGroup, now).await;
    };
    let place = GroupPlace { forum, ..place };
    tx.note_group(heard.chat, place).await?;
    let owner = tx.programme_of_safe_group(heard.chat).await?.map(|programme| programme.id);
    match (leads.iter().find(|lead| Some(lead.programme) == owner), leads.as_slice()) {
        (Some(lead), _) | (None, [lead]) => link(tx, lead, heard.chat, place, now).await,
        // She leads several programmes: what is read here must not be another's.
        (None, _) => parts::perform(tx, house, (&parts, Task::SafeGroup(heard.chat)), now).await.map(drop),
    }
}

/// Links a group to the programme this lead has chosen.
pub(in crate::handlers) async fn link_as(
    tx: &mut Tx,
    lead: &Person,
    group: ChatId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(place) = tx.group_place(group).await?.filter(|place| place.inside) else {
        return say(tx, lead, SupervisedLetter::UnknownGroup, now).await;
    };
    link(tx, lead, group, place, now).await
}

async fn say(tx: &mut Tx, to: impl Into<To>, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(to, letter), now).await.map(drop)
}

async fn link(tx: &mut Tx, lead: &Person, chat: ChatId, place: GroupPlace, now: DateTime<Utc>) -> Result<()> {
    let owner = tx.programme_of_safe_group(chat).await?.map(|programme| programme.id);
    if owner.is_some_and(|owner| owner != lead.programme) {
        return say(tx, lead, CaseLetter::OtherProgramme, now).await;
    }
    if tx.programme_of_group(chat).await?.is_some() {
        return say(tx, lead, SupervisedLetter::SameGroup, now).await;
    }
    tx.ask_for_group(chat, lead.programme).await?;
    let mut programme = tx.programme(lead.programme).await?;
    if !programme.set_up {
        return say(tx, chat, CaseLetter::SetUpFirst, now).await;
    }
    // Topics are welcome, not needed; where they are on, they must be allowed.
    if place.forum && !place.topics {
        return say(tx, chat, SupervisedLetter::NoTopics, now).await;
    }
    say(tx, chat, SupervisedLetter::Linked, now).await?;
    let before = programme.safe_group.replace(chat);
    if before == Some(chat) {
        return Ok(());
    }
    tx.save_programme(&programme, now).await?;
    tx.audit(Some(lead.id.0), "safeguarding group linked", Some(chat.0), now).await?;
    match before {
        Some(old) => tx.move_rooms(old, chat).await,
        None => Ok(()),
    }
}

/// The bot is no longer in a group. If it was for safeguarding, the lead hears of it, and what waits comes to her.
pub(in crate::handlers) async fn lost(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut programme) = tx.programme_of_safe_group(chat).await? else {
        return tx.follow_rooms(chat).await;
    };
    programme.safe_group = None;
    tx.save_programme(&programme, now).await?;
    tx.audit(None, "safeguarding group lost", Some(chat.0), now).await?;
    let leads = tx.leads(programme.id).await?;
    for lead in &leads {
        say(tx, lead, SupervisedLetter::GroupLost, now).await?;
    }
    elsewhere(tx, chat, now).await
}

/// Telegram refuses something about a room's topic: to make it, to delete it, or to write into it because it was deleted.
pub(in crate::handlers) async fn topic_refused(
    tx: &mut Tx,
    errand: &Errand,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(room) = errand.room else { return Ok(()) };
    match errand.what {
        Leased::Room(_) => no_topic(tx, errand, room, now).await,
        Leased::Topic => not_deleted(tx, room, now).await,
        Leased::Write(_)
        | Leased::Rewrite(..)
        | Leased::Clear(_)
        | Leased::Copy { .. }
        | Leased::Album { .. }
        | Leased::Edit { .. }
        | Leased::React(..)
        | Leased::Delete(..)
        | Leased::Toast(..)
        | Leased::Commands
        | Leased::Look(_)
        | Leased::Leave
        | Leased::Nothing => {
            if cases::is_stubborn(tx, errand, now).await? {
                return cases::refuses(tx, errand.lane, Hitch::Topics, now).await;
            }
            topic_again(tx, room, now).await
        }
    }
}

/// A topic could not be made: from now on everything stands in the group itself, and the group is told once why.
async fn no_topic(tx: &mut Tx, errand: &Errand, room: RoomId, now: DateTime<Utc>) -> Result<()> {
    tx.topics_asked(&[room], false).await?;
    let before = tx.group_place(errand.lane).await?.unwrap_or_default();
    if before.topics {
        tx.note_group(errand.lane, GroupPlace { topics: false, ..before }).await?;
        say(tx, errand.lane, SupervisedLetter::NoTopics, now).await?;
    }
    Ok(())
}
