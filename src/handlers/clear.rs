//! *Clear here*: what tells of her case is deleted from her own chat, as far as Telegram still deletes it (48 h). The team
//! keeps what has reached it, what has not goes when it has, and the case stays.

use super::press::Press;
use crate::domain::dialogue::Dialogue;
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, LetterId, SourceId};
use crate::domain::letter::{Gone, Letter, Op, Post, Rank, To};
use crate::domain::person::Person;
use crate::domain::safety::SafetyLetter;
use crate::domain::trace::{State, deletable};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// How often it is looked whether the team has what is to be cleared.
const LOOKS: TimeDelta = TimeDelta::seconds(60);

/// Deletes from her chat what the bot and her team said there since the tap, the tap itself, and what she wrote to the team.
pub(super) async fn here(tx: &mut Tx, press: &Press, case: CaseId) -> Result<Option<Letter>> {
    let (chat, now) = (press.person.chat, press.now);
    let file = tx.cases(&[case]).await?.pop();
    let parts = tx.parts(chat).await?;
    let hers = file.filter(|file| parts.iter().any(|part| Some(part.id) == file.person));
    let Some(file) = hers else { return Ok(Some(HelpLetter::Stale.into())) };
    let (mut letters, mut taps) = (BTreeSet::from([press.root]), BTreeSet::new());
    let mut written = Vec::new();
    for part in &parts {
        let talk = tx.talk_of(part.id).await?;
        let (said, wrote) = tx.traces_of_danger((chat, talk), file.opened_at, now).await?;
        for (letter, tap) in said.into_iter().filter(|(letter, _)| !asks(&parts, *letter)) {
            letters.insert(letter);
            // What she wrote goes as what she wrote: when the team has it.
            if let Some(tap) = tap
                && tx.known(chat, tap).await?.is_none_or(|known| known.source.is_none())
            {
                taps.insert(tap);
            }
        }
        written.extend(wrote);
    }
    let gone = letters.into_iter().map(Gone::Letter).chain(taps.into_iter().map(Gone::Own));
    let delete = |gone| Post::op(&press.person, Rank::Safety, Op::Delete(gone));
    tx.post_all(&gone.map(delete).collect::<Vec<_>>(), now).await?;
    let said = sources(tx, &written, now).await?;
    let old = !deletable(file.opened_at, now);
    Ok(Some(if old { SafetyLetter::ClearedLately } else { said }.into()))
}

/// Whether it is still asked there whom something of hers is for: it would be lost with the question.
fn asks(parts: &[Person], letter: LetterId) -> bool {
    let asked = |part: &Person| matches!(part.dialogue, Some(Dialogue::Bundle { question, .. }) if question == letter);
    parts.iter().any(asked)
}

/// These messages go from their writers' chats: now, or once the team has them. Gives what she is told.
pub(super) async fn sources(tx: &mut Tx, sources: &[SourceId], now: DateTime<Utc>) -> Result<SafetyLetter> {
    let mut said = SafetyLetter::Cleared;
    for source in sources.iter().copied() {
        let whole = tx.whole(source).await?;
        let traces = tx.traces(&whole).await?;
        let Some(first) = traces.first() else { continue };
        let has = traces.iter().flat_map(|it| &it.copies).any(|copy| copy.state == State::Sent);
        if has {
            let (chat, person) = (first.chat, Some(first.author));
            let gone = Op::Delete(Gone::Source { source, chat });
            tx.post(Post::op(To { chat, person }, Rank::Safety, gone), now).await?;
        } else if deletable(first.heard_at, now) {
            tx.wake(Alarm::Clearing, source.0, now + LOOKS).await?;
            said = SafetyLetter::ClearedLater;
        }
    }
    Ok(said)
}

/// What was to be cleared is looked at again.
pub(super) async fn due(tx: &mut Tx, subjects: &[i64], now: DateTime<Utc>) -> Result<()> {
    let subjects: Vec<SourceId> = subjects.iter().map(|source| SourceId(*source)).collect();
    sources(tx, &subjects, now).await.map(drop)
}
