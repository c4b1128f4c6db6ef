//! The coordinators' group: linked by the lead, moved, lost, its topics deleted. Group messages are never relayed.

use super::card::Cards;
use super::refusing::{is_stubborn, probe, refuses};
use super::room::Room;
use crate::domain::case::{CaseFile, CaseLetter, Hitch, Note, Severity};
use crate::domain::clocks::Rung;
use crate::domain::heard::{GroupPlace, Heard, What, Written};
use crate::domain::help::Task;
use crate::domain::id::{CaseId, ChatId, ProgrammeId};
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::supervised::SupervisedLetter;
use crate::handlers::control::Command;
use crate::handlers::{House, parts, removal, supervised};
use crate::store::{Alarm, Errand, Result, Tx};
use crate::telegram::refusal::Never;
use chrono::{DateTime, Utc};

/// Something happened in a group.
pub async fn in_group(tx: &mut Tx, house: &House, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    match &heard.what {
        What::GroupPlace(place) => placed(tx, heard.chat, *place, now).await,
        // Who reads there is not the team, and a post would reach all of them.
        What::InChannel => tx.post(Post::op(heard.chat, Rank::Answer, Op::Leave), now).await.map(drop),
        What::Moved { to } => moved(tx, heard.chat, *to, now).await,
        What::InGroup(written) if asks(house, written, "linkgroup") => {
            asked(tx, house, heard, written.forum, now).await
        }
        What::InGroup(written) if asks(house, written, "linksafeguarding") => {
            supervised::asked(tx, house, heard, written.forum, now).await
        }
        What::InGroup(written) if asks(house, written, "undo") => {
            removal::in_group(tx, (heard.chat, ChatId(heard.user)), written, now).await
        }
        What::InGroup(_)
        | What::Wrote(_)
        | What::Edited(_)
        | What::Reacted { .. }
        | What::Pressed { .. }
        | What::Blocked(_)
        | What::Nothing => Ok(()),
    }
}

/// A command, perhaps addressed to this bot.
fn asks(house: &House, written: &Written, name: &str) -> bool {
    let text = written.text.as_deref().unwrap_or_default();
    let to = text.split_whitespace().next().and_then(|word| word.split_once('@')).map(|(_, bot)| bot);
    Command::parse(text).is_some_and(|command| command.name == name)
        && to.is_none_or(|bot| bot.eq_ignore_ascii_case(&house.bot_name))
}

/// The bot's own place in a group changed.
async fn placed(tx: &mut Tx, chat: ChatId, place: GroupPlace, now: DateTime<Utc>) -> Result<()> {
    let before = tx.group_place(chat).await?.unwrap_or_default();
    tx.note_group(chat, place).await?;
    if !place.inside {
        return group_lost(tx, chat, now).await;
    }
    // What it may do there has changed: perhaps it can write again.
    probe(tx, &[chat.0], now).await?;
    let linked = tx.programme_of_group(chat).await?.is_some();
    let missing = place.missing();
    if !before.inside {
        tx.post(Post::op(chat, Rank::Answer, Op::Commands), now).await?;
        tx.post(Post::answer(chat, CaseLetter::Hello), now).await?;
    } else if linked && before.missing() != missing {
        let letter = if missing.is_empty() { CaseLetter::Linked } else { CaseLetter::CannotLink(missing) };
        tx.post(Post::answer(chat, letter), now).await?;
    }
    Ok(())
}

/// Someone wants to link the group: only a lead can, whatever she is in the group.
async fn asked(tx: &mut Tx, house: &House, heard: &Heard, forum: bool, now: DateTime<Utc>) -> Result<()> {
    let parts = tx.parts(ChatId(heard.user)).await?;
    let Some(first) = parts.first() else {
        return tx.post(Post::answer(heard.chat, CaseLetter::WhoAreYou), now).await.map(drop);
    };
    let leads = |part: &&Person| part.role == Role::Lead && part.standing == Standing::Ready;
    let leads: Vec<&Person> = parts.iter().filter(leads).collect();
    let Some(lead) = leads.first() else {
        return tx.post(Post::answer(first, CaseLetter::OnlyLead), now).await.map(drop);
    };
    let Some(place) = tx.group_place(heard.chat).await?.filter(|place| place.inside) else {
        return tx.post(Post::answer(*lead, CaseLetter::UnknownGroup), now).await.map(drop);
    };
    let worked = place.missing().is_empty();
    let place = GroupPlace { forum, ..place };
    tx.note_group(heard.chat, place).await?;
    let owner = tx.programme_of_group(heard.chat).await?.map(|programme| programme.id);
    match (leads.iter().find(|lead| Some(lead.programme) == owner), leads.as_slice()) {
        (Some(lead), _) | (None, [lead]) => link(tx, lead, heard.chat, (place, worked), now).await,
        // She leads several programmes: the cards of one must not come to another's group.
        (None, _) => parts::perform(tx, house, (&parts, Task::Group(heard.chat)), now).await.map(drop),
    }
}

/// Links a group to the programme this lead has chosen.
pub async fn link_as(tx: &mut Tx, lead: &Person, group: ChatId, now: DateTime<Utc>) -> Result<()> {
    let Some(place) = tx.group_place(group).await?.filter(|place| place.inside) else {
        return tx.post(Post::answer(lead, CaseLetter::UnknownGroup), now).await.map(drop);
    };
    link(tx, lead, group, (place, false), now).await
}

async fn link(
    tx: &mut Tx,
    lead: &Person,
    chat: ChatId,
    (place, worked): (GroupPlace, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let owner = tx.programme_of_group(chat).await?.map(|programme| programme.id);
    if owner.is_some_and(|owner| owner != lead.programme) {
        return tx.post(Post::answer(lead, CaseLetter::OtherProgramme), now).await.map(drop);
    }
    if tx.programme_of_safe_group(chat).await?.is_some() {
        return tx.post(Post::answer(lead, SupervisedLetter::SameGroup), now).await.map(drop);
    }
    tx.ask_for_group(chat, lead.programme).await?;
    let mut programme = tx.programme(lead.programme).await?;
    let missing = place.missing();
    if !programme.set_up || !missing.is_empty() {
        let why = if missing.is_empty() { CaseLetter::SetUpFirst } else { CaseLetter::CannotLink(missing) };
        return tx.post(Post::answer(chat, why), now).await.map(drop);
    }
    tx.post(Post::answer(chat, CaseLetter::Linked), now).await?;
    let refused = tx.group_takes(chat).await?;
    tx.let_sleep(Alarm::Group, chat.0).await?;
    if programme.group == Some(chat) && worked && !refused {
        return Ok(());
    }
    if let Some(old) = programme.group.replace(chat) {
        tx.take_down(old, None).await?;
        tx.withdraw_cards(old, None).await?;
    }
    tx.forget_topics(programme.id).await?;
    tx.save_programme(&programme, now).await?;
    tx.audit(Some(lead.id.0), "group linked", Some(chat.0), now).await?;
    post_open(tx, programme.id, now).await
}

/// The open cases' cards, where they belong now: in the group, or in private chats.
pub(super) async fn post_open(tx: &mut Tx, programme: ProgrammeId, now: DateTime<Utc>) -> Result<()> {
    let open = tx.open_cases(programme).await?;
    let room = Room::of(tx, &open).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.severity > Severity::Routine) {
        post_where_it_belongs(&mut cards, &room, case);
    }
    cards.write(tx).await
}

fn post_where_it_belongs(cards: &mut Cards, room: &Room, case: &CaseFile) {
    let Some((_, team)) = room.programme(case) else { return };
    if let Some(group) = room.group(case) {
        cards.post(room, case, group, Note::Plain);
        return;
    }
    let leads = if room.is_among_them(case) { team.told(case, Rung::Lead) } else { Vec::new() };
    for person in team.responsible(case).into_iter().chain(leads) {
        cards.post(room, case, person.chat, Note::Plain);
    }
}

/// The bot is no longer in a group: cases go to private chats at once, and the team hears of it.
pub async fn group_lost(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    tx.note_group(chat, GroupPlace::default()).await?;
    supervised::lost(tx, chat, now).await?;
    tx.withdraw_cards(chat, None).await?;
    let Some(mut programme) = tx.programme_of_group(chat).await? else { return Ok(()) };
    programme.group = None;
    tx.save_programme(&programme, now).await?;
    tx.take_down(chat, None).await?;
    tx.forget_topics(programme.id).await?;
    tx.audit(None, "group lost", Some(chat.0), now).await?;
    for person in tx.staff(programme.id).await? {
        tx.post(Post::answer(&person, CaseLetter::GroupLost), now).await?;
    }
    post_open(tx, programme.id, now).await
}

/// The group has a new id: it is replaced everywhere, and open cases are posted anew, because the old messages are
/// out of reach.
pub async fn moved(tx: &mut Tx, from: ChatId, to: ChatId, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme_of_group(from).await?;
    tx.withdraw_cards(from, None).await?;
    tx.take_down(from, None).await?;
    tx.move_group(from, to).await?;
    let Some(programme) = programme else { return Ok(()) };
    tx.forget_topics(programme.id).await?;
    tx.audit(None, "group moved", Some(to.0), now).await?;
    post_open(tx, programme.id, now).await
}

/// A topic could not be made: the group is told what is missing, once. Cards appear there without topics meanwhile.
pub async fn no_topic(tx: &mut Tx, errand: &Errand, why: Never, now: DateTime<Utc>) -> Result<()> {
    let before = tx.group_place(errand.lane).await?.unwrap_or_default();
    let place = match why {
        Never::NoRights => GroupPlace { topics: false, ..before },
        Never::AlreadySo
        | Never::Over
        | Never::SourceGone
        | Never::TargetGone
        | Never::TopicGone
        | Never::NoForum
        | Never::ReplyRefused
        | Never::QuoteRefused
        | Never::NotEditable
        | Never::NotDeletable
        | Never::VoiceForbidden
        | Never::Uncopyable
        | Never::NoMember
        | Never::Forbidden
        | Never::Other => GroupPlace { forum: false, ..before },
    };
    if place != before {
        tx.note_group(errand.lane, place).await?;
        tx.post(Post::answer(errand.lane, CaseLetter::CannotLink(place.missing())), now).await?;
    }
    Ok(())
}

/// A case's topic was deleted: it is made anew, and the card goes there instead of what did not arrive.
pub async fn topic_gone(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Some(case) = errand.case else { return Ok(()) };
    if is_stubborn(tx, errand, now).await? {
        return refuses(tx, errand.lane, Hitch::Topics, now).await;
    }
    tx.forget_topic(case).await?;
    post_again(tx, errand.lane, case, now).await
}

/// A card was deleted from the group, perhaps with its topic.
pub async fn card_gone(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Some(case) = errand.case.filter(|_| errand.lane.0 < 0) else { return Ok(()) };
    post_again(tx, errand.lane, case, now).await
}

async fn post_again(tx: &mut Tx, group: ChatId, case: CaseId, now: DateTime<Utc>) -> Result<()> {
    tx.withdraw_cards(group, Some(case)).await?;
    tx.take_down(group, Some(case)).await?;
    let room = Room::of(tx, &[case]).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.resolved_at.is_none()) {
        post_where_it_belongs(&mut cards, &room, case);
    }
    cards.write(tx).await
}
