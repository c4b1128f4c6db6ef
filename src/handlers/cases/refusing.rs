//! A group that does not take what it should: its cards go to private chats, the lead reads once what is wrong and once that
//! it works again. And accounts that are members of it: what is about them never stands there.

use super::card::Cards;
use super::group::post_open;
use super::reader::tell_heads;
use super::room::Room;
use crate::domain::case::{CaseFile, CaseLetter, Hitch, Note};
use crate::domain::clocks::Rung;
use crate::domain::id::{CaseId, ChatId, ProgrammeId};
use crate::domain::letter::{Gone, Op, Post, Rank};
use crate::domain::presence::Presence;
use crate::handlers::supervised;
use crate::store::{Alarm, Errand, Result, Topical, Tx};
use crate::telegram::refusal::Never;
use chrono::{DateTime, TimeDelta, Utc};

/// How often it is tried whether a group works again.
const PROBE: TimeDelta = TimeDelta::minutes(15);
/// So often a topic is made anew within that time; then the group does not take what it should.
const TOPICS: i64 = 2;
/// When it is looked again who is in the groups.
const DAILY: TimeDelta = TimeDelta::hours(24);

/// What is wrong, as far as Telegram's words say so.
pub fn hitch(class: Never) -> Hitch {
    match class {
        Never::NoRights | Never::Forbidden => Hitch::Rights,
        Never::TopicGone | Never::NoForum => Hitch::Topics,
        Never::AlreadySo
        | Never::Over
        | Never::SourceGone
        | Never::TargetGone
        | Never::ReplyRefused
        | Never::QuoteRefused
        | Never::NotEditable
        | Never::NotDeletable
        | Never::VoiceForbidden
        | Never::Uncopyable
        | Never::NoMember
        | Never::Other => Hitch::Unknown,
    }
}

/// A group does not take what it should, whatever the words.
pub async fn refuses(tx: &mut Tx, chat: ChatId, why: Hitch, now: DateTime<Utc>) -> Result<()> {
    let team = tx.programme_of_group(chat).await?;
    let safe = tx.programme_of_safe_group(chat).await?;
    let Some(programme) = team.as_ref().or(safe.as_ref()).map(|it| it.id) else { return Ok(()) };
    if tx.group_refuses(chat, now).await? {
        tx.audit(None, "group refuses", Some(chat.0), now).await?;
        // Until it has worked for a while, the lead reads what is still true.
        let told = tx.is_awake(Alarm::Group, chat.0).await?;
        tx.wake(Alarm::Group, chat.0, now + PROBE).await?;
        if !told {
            let letter = CaseLetter::GroupRefuses { safe: team.is_none(), why };
            tell_heads(tx, (programme, None), &letter, now).await?;
        }
    }
    empties(tx, (programme, chat), team.is_some(), now).await
}

/// What hangs or is read in a group hangs and is read elsewhere.
async fn empties(
    tx: &mut Tx,
    (programme, chat): (ProgrammeId, ChatId),
    team: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    if team {
        let hung = tx.cases_in(chat).await?;
        tx.withdraw_cards(chat, None).await?;
        tx.take_down(chat, None).await?;
        tx.forget_topics(programme).await?;
        post_elsewhere(tx, &hung, now).await?;
    }
    supervised::elsewhere(tx, chat, now).await
}

/// Cases that hang in the group no more, where they belong now; nobody gets a card she has.
async fn post_elsewhere(tx: &mut Tx, cases: &[CaseId], now: DateTime<Utc>) -> Result<()> {
    let room = Room::of(tx, cases).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.resolved_at.is_none()) {
        let Some((_, team)) = room.programme(case) else { continue };
        let leads = if room.is_among_them(case) { team.told(case, Rung::Lead) } else { Vec::new() };
        for person in team.responsible(case).into_iter().chain(leads) {
            if !room.hung(case.id).any(|(chat, _)| chat == person.chat) {
                cards.post(&room, case, person.chat, Note::Plain);
            }
        }
    }
    cards.write(tx).await
}

/// Whether the topic an errand was to stand in has been made anew too often already.
pub async fn is_stubborn(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<bool> {
    let of = Topical { chat: errand.lane, case: errand.case, room: errand.room };
    Ok(tx.topics_made(of, now - PROBE).await? >= TOPICS)
}

/// It is tried whether groups work again: a line in each, which says so if it arrives. Of one that has taken everything since
/// its line arrived the lead is told: a line may arrive where a card does not.
pub async fn probe(tx: &mut Tx, groups: &[i64], now: DateTime<Utc>) -> Result<()> {
    for group in groups.iter().map(|id| ChatId(*id)) {
        if tx.is_refusing(group).await? {
            let line = Post::ranked(group, Rank::Prompt, CaseLetter::GroupBack).until(now + PROBE);
            tx.post(line, now).await?;
            tx.wake(Alarm::Group, group.0, now + PROBE).await?;
        } else {
            tell_it_works(tx, group, now).await?;
        }
    }
    Ok(())
}

async fn tell_it_works(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let team = tx.programme_of_group(chat).await?;
    let safe = tx.programme_of_safe_group(chat).await?;
    let Some(programme) = team.as_ref().or(safe.as_ref()).map(|it| it.id) else { return Ok(()) };
    tx.audit(None, "group works again", Some(chat.0), now).await?;
    tell_heads(tx, (programme, None), &CaseLetter::GroupWorks { safe: team.is_none() }, now).await
}

/// A line has arrived in a group that refused: it is used again. That it works is said when it has done so for a while.
pub async fn works(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    if !tx.group_takes(chat).await? {
        return Ok(());
    }
    tx.wake(Alarm::Group, chat.0, now + PROBE).await?;
    match tx.programme_of_group(chat).await? {
        Some(programme) => post_open(tx, programme.id, now).await,
        None => Ok(()),
    }
}

/// Telegram said whether an account is in a group. Where it is, or may be, what is about it goes elsewhere.
pub async fn looked(
    tx: &mut Tx,
    (chat, account): (ChatId, ChatId),
    presence: Presence,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = tx.present(chat).await?.0.get(&account).map(|(presence, _)| *presence);
    tx.note_presence((chat, account), presence, now).await?;
    let former = tx.is_former((chat, account)).await?;
    if presence == Presence::Outside && !former {
        return Ok(());
    }
    let team = tx.programme_of_group(chat).await?;
    let safe = tx.programme_of_safe_group(chat).await?;
    let Some(programme) = team.as_ref().or(safe.as_ref()).map(|it| it.id) else { return Ok(()) };
    if former {
        return match (presence, before) {
            (Presence::Outside, Some(Presence::Inside | Presence::Unknown)) if team.is_some() => {
                post_open(tx, programme, now).await
            }
            (Presence::Outside, _) => Ok(()),
            (Presence::Inside | Presence::Unknown, _) => {
                // That she has to go out of it was said when she left the team.
                if presence == Presence::Unknown && before != Some(presence) {
                    tell_holds(tx, (programme, team.is_none()), presence, now).await?;
                }
                empties(tx, (programme, chat), team.is_some(), now).await
            }
        };
    }
    if before != Some(presence) {
        tell_holds(tx, (programme, team.is_none()), presence, now).await?;
    }
    if team.is_some() {
        take_away(tx, (programme, chat), account, now).await?;
    }
    supervised::elsewhere(tx, chat, now).await
}

/// Those who lead hear why what would be in a group comes to them.
async fn tell_holds(
    tx: &mut Tx,
    (programme, safe): (ProgrammeId, bool),
    presence: Presence,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = CaseLetter::GroupHolds { safe, sure: presence == Presence::Inside };
    tell_heads(tx, (programme, None), &letter, now).await
}

/// The cards about an account do not stay where it reads them.
async fn take_away(
    tx: &mut Tx,
    (programme, group): (ProgrammeId, ChatId),
    account: ChatId,
    now: DateTime<Utc>,
) -> Result<()> {
    let open = tx.open_cases(programme).await?;
    let room = Room::of(tx, &open).await?;
    let about = |case: &&CaseFile| room.accounts(case).contains(&account);
    let mut moved = Vec::new();
    for case in room.cases.iter().filter(about) {
        tx.withdraw_cards(group, Some(case.id)).await?;
        let Some((_, card)) = room.hung(case.id).find(|(chat, _)| *chat == group) else { continue };
        tx.take_down(group, Some(case.id)).await?;
        tx.forget_topic(case.id).await?;
        tx.post(Post::op(group, Rank::Prompt, Op::Delete(Gone::Letter(card))), now).await?;
        moved.push(case.id);
    }
    post_elsewhere(tx, &moved, now).await
}

/// Once a day it is looked who of those whom cases and reading along are about is in the team's groups by now.
pub async fn look_around(tx: &mut Tx, programmes: &[i64], now: DateTime<Utc>) -> Result<()> {
    for id in programmes.iter().map(|id| ProgrammeId(*id)) {
        let programme = tx.programme(id).await?;
        let accounts = tx.concerned(id).await?;
        if accounts.is_empty() {
            continue;
        }
        for group in [programme.group, programme.safe_group].into_iter().flatten() {
            let ask = |account: &ChatId| Post::op(group, Rank::Announcement, Op::Look { account: *account });
            tx.post_all(&accounts.iter().map(ask).collect::<Vec<_>>(), now).await?;
        }
        tx.wake(Alarm::Inside, id.0, now + DAILY).await?;
    }
    Ok(())
}

/// Something begins that somebody must not read in a group: from now on it is looked daily who is in it.
pub async fn watch_groups(tx: &mut Tx, programme: ProgrammeId, now: DateTime<Utc>) -> Result<()> {
    tx.wake_unless(Alarm::Inside, programme.0, now + DAILY).await
}
