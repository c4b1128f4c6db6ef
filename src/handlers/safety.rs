//! The 🆘 button. It works for every participant in every state, and pressing it twice does no harm.

use super::press::Press;
use super::{House, cases, delivery, lifecycle, team};
use crate::domain::case::{CaseKind, NewCase};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{CaseId, ConversationId, MessageId};
use crate::domain::letter::{Copied, Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::safety::{About, Call, HELD, Reached, SafetyAnswer, SafetyLetter, Stands};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The 🆘 button, pressed perhaps as a reply to a message.
pub async fn menu(
    tx: &mut Tx,
    person: &Person,
    reply_to: Option<MessageId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let about = match reply_to {
        Some(message) => tx.copy_at(person.chat, message).await?.map(|(message, _)| message),
        None => None,
    };
    tx.post(Post::ranked(person, Rank::Safety, SafetyLetter::Menu { about }), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    _house: &House,
    press: &Press,
    answer: SafetyAnswer,
) -> Result<Option<Letter>> {
    let joined = press.person.standing == Standing::Ready;
    let letter = match answer {
        SafetyAnswer::Unsafe => not_safe(tx, &press.person, press.now).await?,
        SafetyAnswer::About { case, about, paused_until } => {
            about_partner(tx, &press.person, case, (about, paused_until), press.now).await?
        }
        SafetyAnswer::Reach { case, how } => {
            note(tx, case, &Reached::FACTS, how.fact()).await?;
            // Whoever is about to call must not overlook that a call may harm.
            cases::learned(tx, case, how != Reached::Call, press.now).await?;
            let by = Call::Today.by(press.person.zone, press.now);
            SafetyLetter::Noted { how, by, joined }
        }
        SafetyAnswer::Report(message) => report(tx, &press.person, message, press.now).await?,
        SafetyAnswer::CallMe => SafetyLetter::Call { joined },
        SafetyAnswer::Call(when) => call(tx, &press.person, when, press.now).await?,
        SafetyAnswer::Mistake => SafetyLetter::Mistake,
        SafetyAnswer::Write => {
            team::write_to_team(tx, &press.person, press.now).await?;
            return Ok(None);
        }
    };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Safety, rewrite), press.now).await?;
    Ok(None)
}

/// "I don't feel safe": the relay stops both ways and an urgent case opens, before anything is asked.
async fn not_safe(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<SafetyLetter> {
    let by = Call::Today.by(person.zone, now);
    let joined = person.standing == Standing::Ready;
    let mut pair = tx.pair_of(person.id).await?.filter(|pair| pair.phase.is_live());
    let paused_until = pair.as_ref().and_then(|pair| pair.paused_until);
    let was_held = pair.as_ref().is_some_and(|pair| pair.phase == Phase::Held);
    if let Some(pair) = &mut pair {
        lifecycle::hold(tx, pair, Some(person.id), now).await?;
    }
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Unsafe,
        conversation: pair.as_ref().map(|pair| pair.id),
        person: Some(person.id),
        since: Some(now),
        due: Some(by),
        tried: Vec::new(),
    };
    let case = cases::open(tx, &case, now).await?;
    let Some(pair) = pair else {
        return Ok(SafetyLetter::Next { case, conversation: Stands::Alone, by, joined });
    };
    // A hold that a coordinator set, or kept, is not hers to end.
    if !was_held || !beside(tx, case, &pair, now).await?.is_empty() {
        note(tx, case, &About::FACTS, HELD).await?;
    }
    let partner = pair.partner(person.id).map(str::to_owned);
    Ok(SafetyLetter::Stopped { case, partner, paused_until })
}

/// The other cases about safety that were open during the present hold.
async fn beside(
    tx: &mut Tx,
    case: CaseId,
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<Vec<Vec<String>>> {
    let since = pair.stops.last().and_then(|(from, _)| DateTime::from_timestamp_millis(*from)).unwrap_or(now);
    tx.unsafe_cases_beside(case, pair.id, since).await
}

/// "Is it about them?" Only "no" opens the conversation again, and only if nothing else holds it.
async fn about_partner(
    tx: &mut Tx,
    person: &Person,
    case: CaseId,
    (about, paused_until): (About, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    note(tx, case, &About::FACTS, about.fact()).await?;
    cases::learned(tx, case, false, now).await?;
    let pair = tx.pair_of(person.id).await?.filter(|pair| pair.phase.is_live());
    let conversation = match pair {
        None => Stands::Alone,
        Some(mut pair) => {
            if about == About::Other {
                reopen(tx, person, case, (&mut pair, paused_until), now).await?;
            }
            if pair.phase == Phase::Held { Stands::Stopped } else { Stands::Open }
        }
    };
    let by = Call::Today.by(person.zone, now);
    Ok(SafetyLetter::Next { case, conversation, by, joined: person.standing == Standing::Ready })
}

async fn reopen(
    tx: &mut Tx,
    person: &Person,
    case: CaseId,
    (pair, paused_until): (&mut Conversation, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> Result<()> {
    let is = |facts: &[String], fact: &str| facts.iter().any(|known| known == fact);
    let hers = is(&tx.case_facts(case).await?, HELD);
    let others = beside(tx, case, pair, now).await?;
    if !hers || others.iter().any(|facts| !is(facts, About::Other.fact())) {
        return Ok(());
    }
    match paused_until.filter(|until| *until > now) {
        Some(until) => lifecycle::back_to_pause(tx, pair, until, person.id, now).await,
        None => lifecycle::release(tx, pair, person.id, now).await,
    }
}

/// Adds a fact to a case, in place of earlier ones of its kind.
async fn note(tx: &mut Tx, case: CaseId, kind: &[&str], fact: &str) -> Result<()> {
    let mut facts = tx.case_facts(case).await?;
    facts.retain(|known| !kind.contains(&known.as_str()) && known != fact);
    facts.push(fact.to_owned());
    tx.set_case_facts(case, &facts).await
}

/// Copies one message by reference to whoever leads the programme. Nothing of it is kept.
async fn report(
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
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Report,
        conversation: Some(conversation),
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    let case = cases::open(tx, &case, now).await?;
    if let Some(reader) = reader_of_reports(tx, person).await? {
        let header = SafetyLetter::Report { case, alias: person.alias.clone() };
        let copied = Copied { source: None, chat: person.chat, message, reply_to: None, protect: true };
        let posts = [
            Post::ranked(&reader, Rank::Safety, header).about(case),
            Post::op(&reader, Rank::Safety, Op::Copy(copied)).about(case),
        ];
        tx.post_all(&posts, now).await?;
    }
    Ok(SafetyLetter::Reported { joined: person.standing == Standing::Ready })
}

/// The lead; without one, whoever looks after her.
async fn reader_of_reports(tx: &mut Tx, person: &Person) -> Result<Option<Person>> {
    let lead = tx.staff(person.programme).await?.into_iter().find(|it| it.role == Role::Lead);
    if lead.is_some() {
        return Ok(lead);
    }
    match delivery::coordinator_of(tx, person).await? {
        Some(coordinator) => tx.person(coordinator).await,
        None => Ok(None),
    }
}

/// "Call me", by the team of the part that was chosen.
pub(super) async fn call_posted(tx: &mut Tx, person: &Person, when: Call, now: DateTime<Utc>) -> Result<()> {
    let letter = call(tx, person, when, now).await?;
    tx.post(Post::ranked(person, Rank::Safety, letter), now).await.map(drop)
}

/// "Call me."
async fn call(tx: &mut Tx, person: &Person, when: Call, now: DateTime<Utc>) -> Result<SafetyLetter> {
    let by = when.by(person.zone, now);
    let conversation: Option<ConversationId> = tx.pair_of(person.id).await?.map(|pair| pair.id);
    let case = NewCase {
        programme: person.programme,
        kind: when.kind(),
        conversation,
        person: Some(person.id),
        since: Some(now),
        due: Some(by),
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await?;
    Ok(SafetyLetter::TeamCalls { when, by })
}
