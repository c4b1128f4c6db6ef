//! A participant's talk with her team: a conversation like any other, with whoever looks after her.

use super::album::{Albums, Going};
use super::answerable::coordinator_of;
use super::passing::Marks;
use super::said::Said;
use super::{answering, bundle, cases, checkin, complaint, early, unanswered};
use crate::domain::checkin::CheckinLetter;
use crate::domain::conversation::Side;
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::{Kind, Written};
use crate::domain::id::{ChatId, ConversationId, PersonId, SourceId};
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::pause::HELD_DAYS;
use crate::domain::person::{Person, Reach};
use crate::domain::relay::{RelayLetter, carried, protected};
use crate::domain::trace::Trace;
use crate::store::{Alarm, Kept, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeSet, HashSet};

/// How long "your next message goes to the team" holds.
pub(super) const TEAM_MINUTES: i64 = 30;

/// Her next message goes to the team.
pub async fn write_to_team(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    for part in tx.parts(person.chat).await? {
        bundle::put_down(tx, &part, now).await?;
    }
    let partner = partner(tx, person).await?;
    let until = (now + TimeDelta::minutes(TEAM_MINUTES)).timestamp_millis();
    tx.await_from(person.id, Some(&Dialogue::Team { until })).await?;
    let prompt = RelayLetter::TeamPrompt { partner };
    let rank = says_as(tx, person).await?;
    tx.post(Post::ranked(person, rank, prompt), now).await.map(drop)
}

/// As what the bot speaks of her mail: after 🆘 it tells of her case, and *Clear here* takes it along.
pub(super) async fn says_as(tx: &mut Tx, person: &Person) -> Result<Rank> {
    Ok(if tx.danger(person.chat).await?.is_some() { Rank::Safety } else { Rank::Answer })
}

/// The alias of her only partner, if she has one pair with one.
pub(super) async fn partner(tx: &mut Tx, person: &Person) -> Result<Option<String>> {
    let pairs = tx.pairs_of(&[person.id]).await?;
    let [pair] = pairs.as_slice() else { return Ok(None) };
    Ok(pair.partner(person.id).map(str::to_owned))
}

/// A talk with the team, in either direction, by whichever part of the account is in it. Staff may answer anyone of
/// their programme.
pub(super) async fn with_team(
    tx: &mut Tx,
    it: &Said<'_>,
    of: PersonId,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if let Some(part) = it.parts.iter().find(|part| part.id == of) {
        own(tx, &Said { person: part, ..*it }, reply_to, now).await?;
        return Ok(true);
    }
    let Some(participant) = tx.person(of).await? else { return Ok(false) };
    let Some(staff) = answering::who(tx, it.parts, &participant).await? else { return Ok(false) };
    let it = Said { person: staff, ..*it };
    if cases::parts(tx, &participant, staff.chat).await? {
        complaint::taken(tx, &it, &participant, now).await?;
        return Ok(true);
    }
    let conversation = tx.team_talk(&participant, staff.id, now).await?;
    let header = RelayLetter::From { alias: staff.alias.clone(), side: Side::Team, mark: staff.id.0 };
    carry(tx, &it, conversation, (std::slice::from_ref(&participant), Some(header.into())), (reply_to, now))
        .await?;
    team_wrote(tx, &participant).await?;
    unanswered::answered(tx, &participant, staff, now).await?;
    answered(tx, staff).await?;
    Ok(true)
}

/// The line above what somebody writes to her team.
pub(super) fn team_from(person: &Person) -> RelayLetter {
    RelayLetter::TeamFrom {
        alias: person.called().to_owned(),
        of: Some(person.id),
        file_number: person.file_number.clone().filter(|file| file != person.called()),
    }
}

/// Those of these chats that nothing of a talk goes to or comes from: its participant has an open case that names them.
pub(super) async fn parted(
    tx: &mut Tx,
    conversation: ConversationId,
    chats: &[ChatId],
) -> Result<HashSet<ChatId>> {
    let mut parted = HashSet::new();
    let Some(of) = tx.team_of(conversation).await? else { return Ok(parted) };
    let Some(participant) = tx.person(of).await? else { return Ok(parted) };
    for chat in chats.iter().copied() {
        if chat != participant.chat && cases::parts(tx, &participant, chat).await? {
            parted.insert(chat);
        }
    }
    Ok(parted)
}

/// The same among whoever wrote a message and whoever has it.
pub(super) async fn parted_from(tx: &mut Tx, traces: &[Trace]) -> Result<HashSet<ChatId>> {
    let Some(first) = traces.first() else { return Ok(HashSet::new()) };
    let lanes = traces.iter().flat_map(|trace| &trace.copies).map(|copy| copy.lane);
    let chats: Vec<ChatId> = lanes.chain([first.chat]).collect::<BTreeSet<_>>().into_iter().collect();
    parted(tx, first.conversation, &chats).await
}

/// In her own talk.
async fn own(tx: &mut Tx, it: &Said<'_>, reply_to: Option<SourceId>, now: DateTime<Utc>) -> Result<()> {
    let header = team_from(it.person);
    if to_team(tx, std::slice::from_ref(it), header.into(), reply_to, now).await? {
        unanswered::waits(tx, it.person, false, now).await?;
    } else {
        let said = complaint::nobody(tx, it.person).await?;
        tx.post(Post::answer(it.person, said), now).await?;
    }
    answered(tx, it.person).await
}

/// What somebody writes after 🆘 without a word about where it goes.
pub(super) async fn danger(
    tx: &mut Tx,
    it: &Said<'_>,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<()> {
    // Her words are the team's again: whom she writes to besides is chosen anew.
    tx.chose_none(it.person.chat).await?;
    let danger = tx.danger(it.person.chat).await?;
    let part = danger.and_then(|danger| it.parts.iter().find(|part| part.id == danger.person));
    // A place that moves arrives as a point, and again where it moved to.
    let kind = if it.kind == Kind::LiveLocation { Kind::Location } else { it.kind };
    own(tx, &Said { person: part.unwrap_or(it.person), kind, ..*it }, reply_to, now).await
}

/// Somebody who is also in a conversation got a message of a talk with the team: whom her next message is for is not to
/// be guessed.
pub(super) async fn team_wrote(tx: &mut Tx, reader: &Person) -> Result<()> {
    let answers_something = !matches!(reader.dialogue, None | Some(Dialogue::Checkin { asked: true, .. }));
    let asks_nothing = early::waits(reader);
    if answers_something || (!asks_nothing && tx.live_in(&[reader.chat]).await?.is_empty()) {
        return Ok(());
    }
    tx.await_from(reader.id, Some(&Dialogue::TeamWrote)).await
}

/// The team has asked these people something with buttons.
pub(super) async fn asked(tx: &mut Tx, people: &[PersonId]) -> Result<()> {
    for person in tx.persons(people).await? {
        team_wrote(tx, &person).await?;
    }
    Ok(())
}

/// She answered what the team wrote: what she writes next is for somebody else as before.
pub(super) async fn answered(tx: &mut Tx, person: &Person) -> Result<()> {
    if person.dialogue != Some(Dialogue::TeamWrote) {
        return Ok(());
    }
    let waiting = checkin::waiting(tx, person, None).await?;
    tx.await_from(person.id, waiting.as_ref()).await
}

/// To whoever looks after her, or has her case; `false` if none of them can be reached: then it is not taken. Only what
/// she writes in danger waits for them all the same, and for whoever takes her case one day.
pub(super) async fn to_team(
    tx: &mut Tx,
    messages: &[Said<'_>],
    header: Letter,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(first) = messages.first() else { return Ok(true) };
    let readers = readers(tx, first.person).await?;
    let read = readers.iter().any(|reader| reader.reach == Reach::Reachable);
    if !read && !has_case(tx, first.person).await? {
        return Ok(false);
    }
    let known = if readers.is_empty() { tx.talk_of(first.person.id).await? } else { None };
    let foremost = readers.first().unwrap_or(first.person).id;
    let conversation = match known {
        Some(talk) => talk,
        None => tx.team_talk(first.person, foremost, now).await?,
    };
    let mut header = Some(header);
    for it in messages {
        carry(tx, it, conversation, (&readers, header.take()), (reply_to, now)).await?;
    }
    for reader in &readers {
        team_wrote(tx, reader).await?;
    }
    Ok(read)
}

/// Whether she pressed 🆘 and a case of it is open: all she writes is for whoever has it, now or one day.
pub(super) async fn has_case(tx: &mut Tx, person: &Person) -> Result<bool> {
    Ok(tx.danger(person.chat).await?.is_some_and(|danger| !danger.cases.is_empty()))
}

/// The same with what she chose it for; gives what she reads in place of the question.
pub(super) async fn tells_team(
    tx: &mut Tx,
    person: &Person,
    messages: &[Said<'_>],
    now: DateTime<Utc>,
) -> Result<RelayLetter> {
    let sent = to_team(tx, messages, team_from(person).into(), None, now).await?;
    if !sent {
        return complaint::unread(tx, person, now).await;
    }
    unanswered::waits(tx, person, true, now).await?;
    Ok(RelayLetter::TeamSent)
}

/// Who reads what somebody writes to her team: whoever looks after her; after 🆘 whoever has her case, and before that
/// everybody whom it has rung; while a case of hers about the team is open whoever has that, and nobody who is named. Also
/// those who cannot be reached: what is for them waits.
pub(super) async fn readers(tx: &mut Tx, person: &Person) -> Result<Vec<Person>> {
    let about_team = cases::hears(tx, person).await?;
    let mut readers = about_team.clone().unwrap_or_default();
    let danger = tx.danger(person.chat).await?.filter(|danger| !danger.cases.is_empty());
    if let Some(danger) = &danger {
        for reader in cases::readers(tx, &danger.cases).await? {
            if !readers.iter().any(|known| known.id == reader.id)
                && !cases::parts(tx, person, reader.chat).await?
            {
                readers.push(reader);
            }
        }
    }
    // Where nobody may know of her case nobody reads what she writes in it.
    if about_team.is_some() || danger.is_some() {
        return Ok(readers);
    }
    let coordinator = coordinator_of(tx, person).await?;
    for reader in tx.persons(coordinator.as_slice()).await? {
        // Nor whom she has named in another programme.
        if !cases::parts(tx, person, reader.chat).await? {
            readers.push(reader);
        }
    }
    Ok(readers)
}

/// An answer to a check-in that is no button's: copied to the coordinator, privately. `false` if that cannot be.
pub(super) async fn only_team(
    tx: &mut Tx,
    person: &Person,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Written { forwarded, elsewhere, .. } = *written;
    let marks = Marks { album: written.album.as_deref(), forwarded, elsewhere, ..Marks::default() };
    let (message, kind) = (written.message, written.kind);
    let it = Said { parts: &[], person, message, kind, shows: None, marks, beat: None };
    if !carried(it.kind) {
        tx.post(Post::answer(person, RelayLetter::NotCarried(it.kind)), now).await?;
        return Ok(false);
    }
    let header = CheckinLetter::From { alias: person.alias.clone(), of: Some(person.id) };
    let sent = to_team(tx, &[it], header.into(), None, now).await?;
    if !sent {
        let said = complaint::nobody(tx, person).await?;
        tx.post(Post::answer(person, said), now).await?;
    }
    Ok(sent)
}

/// One message, after its header if it has one, to its readers.
pub(super) async fn carry(
    tx: &mut Tx,
    it: &Said<'_>,
    conversation: ConversationId,
    (readers, header): (&[Person], Option<Letter>),
    (reply_to, now): (Option<SourceId>, DateTime<Utc>),
) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let (chat, message) = (it.person.chat, it.message);
    let kept = Kept {
        conversation,
        author: it.person.id,
        chat,
        message,
        kind: it.kind,
        album: it.marks.album,
        print: it.marks.print,
    };
    let Some(source) = tx.keep(&[kept], now).await?.remove(&(chat, message)) else { return Ok(()) };
    if it.marks.poses && !it.person.role.is_staff() {
        tx.pose(&[source]).await?;
    }
    let protect = protected(it.kind, &tx.programme(it.person.programme).await?.protect);
    let mut albums = Albums::load(tx, [(chat, it.marks.album)].into_iter()).await?;
    let mut posts: Vec<Post> = Vec::new();
    for reader in readers {
        let (to, held) = (reader.into(), reader.reach != Reach::Reachable);
        let going = Going {
            source,
            chat,
            message,
            marks: it.marks,
            reply_to,
            conversation,
            protect,
            to,
            held,
            room: None,
        };
        let header = header.clone().filter(|_| !albums.is_under_way(&going));
        posts.extend(
            header.map(|header| Post {
                held,
                ..Post::ranked(reader, Rank::Relay, header).within(conversation)
            }),
        );
        albums.post(&going, &mut posts, now);
    }
    tx.post_all(&posts, now).await?;
    let away = readers.iter().filter(|reader| reader.reach != Reach::Reachable);
    let too_old = now + TimeDelta::days(HELD_DAYS);
    tx.wake_by(&away.map(|reader| (Alarm::Held, reader.chat.0, too_old)).collect::<Vec<_>>()).await?;
    albums.write(tx).await
}

/// The message she announced, to the team.
pub(super) async fn write_down(tx: &mut Tx, it: &Said<'_>, now: DateTime<Utc>) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let waiting = checkin::waiting(tx, it.person, None).await?;
    tx.await_from(it.person.id, waiting.as_ref()).await?;
    let header = team_from(it.person);
    let sent = to_team(tx, std::slice::from_ref(it), header.into(), None, now).await?;
    let said = if sent { RelayLetter::TeamSent.into() } else { complaint::nobody(tx, it.person).await? };
    let rank = says_as(tx, it.person).await?;
    tx.post(Post::ranked(it.person, rank, said), now).await?;
    if sent {
        unanswered::waits(tx, it.person, true, now).await?;
    }
    // A second line may belong to the first.
    team_wrote(tx, &Person { dialogue: waiting, ..it.person.clone() }).await
}
