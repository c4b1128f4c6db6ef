//! A pair falls silent: ask before alarming, then open a case; when contact resumes, the case closes itself.

use super::press::Press;
use super::{House, cases, checkin, promise, team};
use crate::domain::case::NewCase;
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::dialogue::Dialogue;
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::missed::{MissedAnswer, MissedLetter};
use crate::domain::on_call::Promise;
use crate::domain::person::Person;
use crate::domain::safety::{Call, SafetyLetter};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

pub use super::silence::look;

/// Works on an answer to "Did you talk?"; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    _house: &House,
    press: &Press,
    answer: MissedAnswer,
) -> Result<Option<Letter>> {
    let (person, now) = (&press.person, press.now);
    if person.dialogue == Some(Dialogue::Talked) {
        let waiting = checkin::waiting(tx, person, None).await?;
        tx.await_from(person.id, waiting.as_ref()).await?;
    }
    let pair = tx.conversation(answer.pair()).await?;
    let Some(mut pair) = pair.filter(|pair| pair.phase.is_live() && pair.has(person.id)) else {
        return Ok(Some(HelpLetter::Stale.into()));
    };
    let letter = match answer {
        MissedAnswer::Here(_) => {
            pair.talk = pair.talk.met(now);
            MissedLetter::GoodToHear
        }
        MissedAnswer::Elsewhere(_) => {
            pair.talk = pair.talk.elsewhere(now);
            MissedLetter::Elsewhere { until: pair.talk.elsewhere_until().unwrap_or(now) }
        }
        MissedAnswer::NotYet(_) => MissedLetter::NotYet,
        MissedAnswer::SaidAll(_) => {
            pair.talk = pair.talk.said_all();
            MissedLetter::SaidAll
        }
        MissedAnswer::Help(_) => {
            let (case, by) = call(tx, person, &pair, now).await?;
            team::team_wrote(tx, person).await?;
            if !cases::is_heard(tx, &[case]).await? {
                let calls =
                    SafetyLetter::TeamCalls { when: Call::ThisWeek, promise: Promise::None, joined: false };
                let letter = promise::unheard(tx, person, calls).await?;
                tx.post(Post::ranked(person, Rank::Safety, letter), now).await?;
                return Ok(None);
            }
            MissedLetter::TeamCalls { by }
        }
    };
    talked(tx, &pair, now).await?;
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), now).await?;
    Ok(None)
}

/// The team is to call her this week. Gives the case, and by when, if the team has said hours.
pub(super) async fn call(
    tx: &mut Tx,
    person: &Person,
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<(CaseId, Option<DateTime<Utc>>)> {
    let hours = tx.programme(person.programme).await?.on_call;
    let by = Call::ThisWeek.by(person.zone, now);
    let case = NewCase {
        programme: person.programme,
        kind: Call::ThisWeek.kind(),
        conversation: Some(pair.id),
        person: Some(person.id),
        since: Some(now),
        due: Some(by),
        tried: Vec::new(),
    };
    let case = cases::open(tx, &case, now).await?;
    Ok((case, hours.map(|_| by)))
}

/// Writes down what a member said about how they are in touch; a case about their silence may be over.
pub async fn talked(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    tx.save_talks(&[(pair.id, pair.talk)]).await?;
    if pair.silence_case.is_some() { contact(tx, pair.id, now).await } else { Ok(()) }
}

/// Contact while a silence case is open: every case whose silence is over closes itself, and says so.
pub async fn contact(tx: &mut Tx, conversation: ConversationId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut pair) = tx.conversation(conversation).await? else { return Ok(()) };
    let mut left = None;
    for (case, since) in tx.silence_cases(pair.id).await? {
        let since = since.or(pair.introduced_at).unwrap_or(now);
        if pair.talk.resumed(since) {
            cases::resolve_by_contact(tx, case, now).await?;
        } else {
            left = Some(case);
        }
    }
    if pair.silence_case != left {
        pair.silence_case = left;
        tx.save_conversation(&pair).await?;
    }
    Ok(())
}

/// Somebody of a pair is away, or back: while nobody of a side is there, its silence does not count.
pub async fn clock(tx: &mut Tx, mut pair: Conversation, now: DateTime<Utc>) -> Result<()> {
    let before = pair.stops.clone();
    pair.keep_clock(now);
    if pair.stops == before {
        return Ok(());
    }
    tx.save_conversation(&pair).await?;
    if pair.phase == Phase::Active { tx.wake(Alarm::Silence, pair.id.0, now).await } else { Ok(()) }
}
