//! A letter on its way: its words are found, and it leaves.

use super::Courier;
use super::round::Back;
use crate::domain::heard::Kind;
use crate::domain::id::{ChatId, MessageId};
use crate::domain::letter::Rank;
use crate::domain::quiet::QuietHours;
use crate::store::{Carried, Errand, Leased, Sound};
use crate::telegram::Refused;
use crate::telegram::api::Never;
use crate::telegram::send::{self, Said};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use tokio::task::JoinSet;

/// How long after it was posted a message goes in the words that were judged.
const FRESH: TimeDelta = TimeDelta::minutes(10);

impl Courier {
    pub(super) fn dispatch(self: &Arc<Self>, errand: Errand, flying: &mut JoinSet<Back>, now: DateTime<Utc>) {
        let (courier, errand) = (self.clone(), Box::new(errand));
        flying.spawn(async move {
            let mut header = None;
            // Boxed: what is handed on stays where it is.
            let result = unharmed(Box::pin(courier.send(&errand, &mut header, now))).await;
            Back { errand, result, header }
        });
    }

    /// Sends a letter, and the line above it as `header`: they are one errand, so nothing comes between them.
    async fn send(
        &self,
        errand: &Errand,
        header: &mut Option<MessageId>,
        now: DateTime<Utc>,
    ) -> Result<Carried, Refused> {
        if errand.until.is_some_and(|until| until < now) {
            return Ok(Carried::Failed("too old"));
        }
        if let Some(line) = errand.line()
            && let Carried::Sent(message) =
                send::carry(&self.api, &line, &self.words_of(&line, now), true).await?
        {
            *header = message;
        }
        // Prompts wait for the day; one that comes at night is somebody's doing, such as a case that is handed over.
        let unasked = [Rank::Relay, Rank::Prompt].map(|rank| rank as i64).contains(&errand.rank);
        let night = unasked && QuietHours::default().is_quiet(errand.reader.zone, now);
        let quiet = match errand.sound {
            Sound::Usual => night,
            Sound::Quiet => true,
            Sound::Urgent => false,
        };
        let silent = quiet || errand.what.is_silent();
        let said = self.words_of(errand, now);
        match (send::carry(&self.api, errand, &said, silent).await, said) {
            // Whatever is wrong with the words, the message itself arrives.
            (
                Err(Refused::Never(Never::Other | Never::ReplyRefused | Never::QuoteRefused)),
                Said::Judged(_, quote),
            ) => {
                self.memory.leaves(errand.id, None, false);
                let said = quote.map_or(Said::Nothing, Said::Quote);
                send::carry(&self.api, errand, &said, silent).await
            }
            (result, _) => result,
        }
    }

    fn words_of(&self, errand: &Errand, now: DateTime<Utc>) -> Said {
        match &errand.what {
            Leased::Write(letter) | Leased::Rewrite(_, letter) => {
                Said::Screen(Box::new(self.words.screen(letter, &errand.reader, now)))
            }
            Leased::Toast(_, Some(letter)) => Said::Toast(self.words.toast(letter, &errand.reader, now)),
            Leased::Topic => Said::Topic(self.words.topic(errand.case, &errand.reader)),
            Leased::Room(name) => Said::Topic(self.words.toast(name, &errand.reader, now)),
            Leased::Commands => Said::Commands(self.words.commands(&errand.reader)),
            Leased::Copy { from, message, reply_to, .. } => {
                self.copy(errand, (*from, *message), *reply_to, now)
            }
            Leased::Edit { from, message, .. } => {
                let correction = self.memory.correction(*from, *message);
                correction.map_or(Said::Nothing, |it| Said::Correction(Box::new(it)))
            }
            Leased::Clear(_)
            | Leased::Album { .. }
            | Leased::React(..)
            | Leased::Delete(..)
            | Leased::Toast(_, None)
            | Leased::Look(_)
            | Leased::Leave
            | Leased::Nothing => Said::Nothing,
        }
    }

    /// What a copy says: the words that were judged, if they are remembered. If it has waited for long its author may have
    /// deleted it meanwhile; then it goes by reference, which finds that out.
    fn copy(
        &self,
        errand: &Errand,
        (chat, message): (ChatId, MessageId),
        reply_to: Option<MessageId>,
        now: DateTime<Utc>,
    ) -> Said {
        let quote = reply_to.and_then(|_| self.memory.quote(chat, message));
        let judged = self.memory.judged(chat, message).filter(|_| now - errand.queued_at < FRESH);
        if judged.is_some() || errand.attempts > 1 {
            // A medium goes by reference all the same: it may be exchanged.
            let words = judged.as_ref().filter(|it| it.kind == Kind::Text);
            self.memory.leaves(errand.id, words, errand.attempts <= 1);
        }
        match judged {
            Some(words) => Said::Judged(Box::new(words), quote),
            None => quote.map_or(Said::Nothing, Said::Quote),
        }
    }
}

/// A letter that makes the program panic harms no other. Whether it arrived nobody knows; it is tried again like any.
async fn unharmed(sending: impl Future<Output = Result<Carried, Refused>>) -> Result<Carried, Refused> {
    AssertUnwindSafe(sending).catch_unwind().await.unwrap_or(Err(Refused::Perhaps))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_letter_that_makes_the_program_panic_is_tried_again_like_one_whose_answer_was_lost() {
        let broken =
            async { [Carried::Sent(None)].into_iter().nth(1).map_or_else(|| panic!("a mistake"), Ok) };
        assert_eq!(unharmed(broken).await, Err(Refused::Perhaps));
        assert_eq!(unharmed(async { Ok(Carried::Held) }).await, Ok(Carried::Held));
    }
}
