//! A message is reported: copied by reference to whoever reads reports, and whoever reported it is asked whether the
//! conversation shall stop too.

use super::{cases, complaint, lifecycle, promise, stop, supervised};
use crate::domain::case::{CaseKind, NewCase, ReportedBy};
use crate::domain::conversation::{Conversation, Phase, Sort};
use crate::domain::id::{CaseId, ConversationId, MessageId, PersonId};
use crate::domain::letter::{Copied, Op, Post, Rank};
use crate::domain::person::{Person, Role};
use crate::domain::safety::{SafetyLetter, Too};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Copies one message by reference to whoever reads reports. Nothing of it is kept. Gives what she reads, as whoever may
/// know of it allows.
pub(super) async fn message(
    tx: &mut Tx,
    person: &Person,
    message: Option<MessageId>,
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    let found = match message {
        Some(message) => tx.copy_at(person.chat, message).await?,
        None => tx.last_copy(person.chat).await?,
    };
    let Some((message, conversation)) = found else { return Ok(SafetyLetter::NothingToReport) };
    let person = &inside(tx, person, conversation).await?;
    let author = tx.author_of_copy(person.chat, message).await?;
    let author = tx.persons(author.as_slice()).await?.pop().filter(|author| author.role.is_staff());
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Report,
        conversation: Some(conversation).filter(|_| author.is_none()),
        person: Some(author.as_ref().map_or(person.id, |author| author.id)),
        since: Some(now),
        due: None,
        tried: author.iter().map(|_| ReportedBy(person.id).fact()).collect(),
    };
    let young = has_minor(tx, person, conversation).await?;
    let case =
        if young { cases::open_urgent(tx, &case, now).await? } else { cases::open(tx, &case, now).await? };
    // A case about somebody of the team is told to nobody whom it is about (`programme.md`, safeguarding 6).
    let copied = Copied { source: None, chat: person.chat, message, reply_to: None, protect: true };
    let secret = cases::is_secret(tx, case).await?;
    if author.is_none() && !secret {
        supervised::report(tx, person, (case, conversation, copied), now).await?;
        let said = SafetyLetter::Reported {
            joined: person.standing.has_team(),
            too: too(tx, person, (case, conversation)).await?,
        };
        return promise::spoken(tx, person, (said, &[case])).await;
    }
    let source = tx.copied_from(person.chat, message).await?.map(|(_, source)| source);
    let header = SafetyLetter::Report { case, alias: person.alias.clone(), source };
    let readers = cases::responsible(tx, case).await?;
    let posts: Vec<Post> = readers
        .iter()
        .flat_map(|reader| {
            let header = Post::ranked(reader, Rank::Safety, header.clone());
            [header, Post::op(reader, Rank::Safety, Op::Copy(copied))].map(|post| post.about(case))
        })
        .collect();
    tx.post_all(&posts, now).await?;
    let lead = author.is_some_and(|author| author.role == Role::Lead);
    let outside = if lead { complaint::outside(tx, person).await? } else { None };
    let said = SafetyLetter::ReportedStaff { too: too(tx, person, (case, conversation)).await?, outside };
    promise::spoken(tx, person, (said, &[case])).await
}

/// Which part of her account is in a conversation.
async fn inside(tx: &mut Tx, person: &Person, conversation: ConversationId) -> Result<Person> {
    let Some(found) = tx.conversation(conversation).await? else { return Ok(person.clone()) };
    let of = tx.team_of(conversation).await?;
    let parts = tx.parts(person.chat).await?;
    let hers =
        |part: &Person| of == Some(part.id) || found.members.iter().any(|member| member.person == part.id);
    Ok(parts.into_iter().find(hers).unwrap_or_else(|| person.clone()))
}

/// Whether somebody in it is under 18: then nobody waits for a working day.
async fn has_minor(tx: &mut Tx, person: &Person, conversation: ConversationId) -> Result<bool> {
    let members = tx.conversation(conversation).await?.map(|it| it.members).unwrap_or_default();
    let ids: Vec<PersonId> = members.iter().map(|member| member.person).collect();
    Ok(person.is_minor() || tx.persons(&ids).await?.iter().any(Person::is_minor))
}

/// "Stop this conversation too?", unless she has stopped it herself. Whatever else stops it is asked about: by what is not
/// asked she would learn of it.
async fn too(tx: &mut Tx, person: &Person, (case, conversation): (CaseId, ConversationId)) -> Result<Too> {
    let Some(pair) = live_pair(tx, conversation).await? else { return Ok(Too::Nothing) };
    let hers = pair.phase == Phase::Held && stop::keeps(tx, person, &pair).await?;
    Ok(if hers { Too::Nothing } else { Too::Asks { case, conversation } })
}

async fn live_pair(tx: &mut Tx, conversation: ConversationId) -> Result<Option<Conversation>> {
    let live = |pair: &Conversation| pair.sort == Sort::Pair && pair.phase.is_live();
    Ok(tx.conversation(conversation).await?.filter(live))
}

/// Her answer; `None` if she is not in it, or not any more.
pub(super) async fn stops_too(
    tx: &mut Tx,
    person: &Person,
    (case, conversation, stop): (CaseId, ConversationId, bool),
    now: DateTime<Utc>,
) -> Result<Option<SafetyLetter>> {
    // The menu is for her first part, the conversation may be another's.
    let person = &inside(tx, person, conversation).await?;
    let hers = tx.cases(&[case]).await?.into_iter().any(|it| {
        it.kind == CaseKind::Report
            && it.resolved_at.is_none()
            && it.person == Some(person.id)
            && it.conversation == Some(conversation)
    });
    let pair = live_pair(tx, conversation).await?;
    let is_in = |pair: &Conversation| pair.has(person.id);
    let Some(mut pair) = pair.filter(|pair| hers && is_in(pair)) else { return Ok(None) };
    let joined = person.standing.has_team();
    let said = if stop {
        lifecycle::hold(tx, &mut pair, Some(person.id), now).await?;
        stop::is_not_hers(tx, pair.id).await?;
        cases::learned(tx, case, true, now).await?;
        SafetyLetter::Reported { joined, too: Too::Stopped }
    } else if cases::is_secret(tx, case).await? {
        SafetyLetter::ReportedStaff { too: Too::Nothing, outside: None }
    } else {
        SafetyLetter::Reported { joined, too: Too::Nothing }
    };
    promise::spoken(tx, person, (said, &[case])).await.map(Some)
}
