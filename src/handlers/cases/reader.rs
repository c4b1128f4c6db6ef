//! Nothing about a case ends without a reader: what a group or a chat does not take goes to whoever is next, and what
//! nobody takes is tried again and stands on a list.

use super::card::Cards;
use super::climb::climb;
use super::room::Room;
use crate::domain::case::{CaseFile, CaseLetter, Note, ReportedBy, Severity};
use crate::domain::id::{CaseId, ChatId, ProgrammeId};
use crate::domain::letter::{Post, Rank};
use crate::domain::person::{Person, Reach, Role};
use crate::domain::quiet::QuietHours;
use crate::handlers::{supervised, upkeep};
use crate::store::{Alarm, Errand, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// When a case that nobody takes is tried again.
const AGAIN: TimeDelta = TimeDelta::hours(1);
/// The same, if somebody may be in danger.
const URGENT_AGAIN: TimeDelta = TimeDelta::minutes(15);

/// A private chat does not take a card for good: whoever is next gets it, at once if it is urgent.
pub async fn not_taken(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Some(case) = errand.case.filter(|_| errand.lane.0 > 0) else { return Ok(()) };
    if supervised::is_report(errand) {
        return supervised::report_on(tx, case, now).await;
    }
    hand_on(tx, &[case], now).await
}

/// A card in a private chat cannot be changed: it is shown anew there.
pub async fn anew(tx: &mut Tx, case: CaseId, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let room = Room::of(tx, &[case]).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.resolved_at.is_none()) {
        cards.post(&room, case, chat, Note::Plain);
    }
    cards.write(tx).await
}

/// Who reads a case after those chats that do not take it.
pub async fn next_reader(tx: &mut Tx, case: CaseId, tried: &[ChatId]) -> Result<Option<Person>> {
    let room = Room::of(tx, &[case]).await?;
    let next = room.cases.first().and_then(|case| room.programme(case)?.1.next(case, tried));
    Ok(next.cloned())
}

/// What she is called who reported a message.
pub async fn reporter(tx: &mut Tx, case: CaseId) -> Result<String> {
    let room = Room::of(tx, &[case]).await?;
    let by = room.cases.first().and_then(|case| {
        case.tried.iter().find_map(|fact| ReportedBy::read(fact)).map(|by| by.0).or(case.person)
    });
    Ok(room.alias(by).unwrap_or_default())
}

/// Cases for whoever is next after all who have their cards. What is not urgent lets her sleep, and is spared her if
/// somebody else can read it.
pub(super) async fn hand_on(tx: &mut Tx, ids: &[CaseId], now: DateTime<Utc>) -> Result<()> {
    let room = Room::of(tx, ids).await?;
    let read = tx.with_reader(ids).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.resolved_at.is_none()) {
        let urgent = case.severity == Severity::Urgent;
        if !urgent && read.contains(&case.id) {
            continue;
        }
        let tried: Vec<ChatId> = room.hung(case.id).map(|(chat, _)| chat).collect();
        let next = room.programme(case).and_then(|(_, team)| team.next(case, &tried));
        let at = match next {
            Some(next) if !urgent => QuietHours::default().next_open_in(&[next.zone], now),
            Some(_) => now,
            None if urgent => now + URGENT_AGAIN,
            None => now + AGAIN,
        };
        match next.filter(|_| at <= now) {
            Some(next) => cards.post(&room, case, next.chat, Note::NobodyTookIt),
            None => tx.wake(Alarm::Reader, case.id.0, at).await?,
        }
    }
    cards.write(tx).await
}

/// Cases that perhaps nobody can read: whoever can be reached by now gets them, also who did not take them before.
pub async fn wanted(tx: &mut Tx, cases: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<CaseId> = cases.iter().map(|id| CaseId(*id)).collect();
    let read = tx.with_reader(&ids).await?;
    let room = Room::of(tx, &ids).await?;
    let mut cards = Cards::at(now);
    let open = |case: &&CaseFile| case.resolved_at.is_none() && !read.contains(&case.id);
    for case in room.cases.iter().filter(open) {
        let team = room.programme(case).map(|(_, team)| team);
        let tried: Vec<ChatId> = room.hung(case.id).map(|(chat, _)| chat).collect();
        let next = team.and_then(|team| team.next(case, &tried).or_else(|| team.next(case, &[])));
        if let Some(next) = next {
            cards.post(&room, case, next.chat, Note::NobodyTookIt);
        }
        let again = if case.severity == Severity::Urgent { URGENT_AGAIN } else { AGAIN };
        tx.wake(Alarm::Reader, case.id.0, now + again).await?;
    }
    cards.write(tx).await?;
    supervised::reports_wanted(tx, &ids, now).await?;
    supervised::rooms_wanted(tx, now).await
}

/// Somebody who reads cases cannot be reached any more: what she had taken must be taken anew, what she was told is told to
/// whoever is next, and the leads know that she is away.
pub async fn out_of_reach(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let ids = tx.cases_in(person.chat).await?;
    let mut files = tx.cases(&ids).await?;
    files.retain(|case| case.programme == person.programme);
    let (mut hers, others): (Vec<CaseFile>, Vec<CaseFile>) =
        files.into_iter().partition(|case| case.owner == Some(person.id));
    for case in &mut hers {
        case.let_go(now);
    }
    tx.save_cases(&hers).await?;
    climb(tx, &hers.iter().map(|case| case.id.0).collect::<Vec<_>>(), now).await?;
    let waiting = others.iter().filter(|case| case.acknowledged_at.is_none()).map(|case| case.id);
    hand_on(tx, &waiting.collect::<Vec<_>>(), now).await?;
    for case in tx.reports_unread(person.chat).await? {
        supervised::report_on(tx, case, now).await?;
    }
    upkeep::contact_gone(tx, person, now).await?;
    if !person.role.is_staff() {
        return Ok(());
    }
    let away = CaseLetter::StaffAway { alias: person.alias.clone() };
    tell_heads(tx, (person.programme, Some(person.id.0)), &away, now).await
}

/// Tells those who lead a programme; without a lead who can be reached, the others of the team.
pub(in crate::handlers) async fn tell_heads(
    tx: &mut Tx,
    (programme, except): (ProgrammeId, Option<i64>),
    letter: &CaseLetter,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut staff = tx.staff(programme).await?;
    staff.retain(|person| person.reach == Reach::Reachable && Some(person.id.0) != except);
    let leads = staff.iter().any(|person| person.role == Role::Lead);
    let heads = staff.iter().filter(|person| !leads || person.role == Role::Lead);
    let posts: Vec<Post> = heads.map(|person| Post::ranked(person, Rank::Prompt, letter.clone())).collect();
    tx.post_all(&posts, now).await.map(drop)
}
