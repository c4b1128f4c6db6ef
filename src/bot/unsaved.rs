//! While the store stumbles nothing can be noted. Telegram keeps what people write for a day, but a tap for 150 s only: it is
//! held here. Whoever taps, or cries for help, reads at once that nobody knows of it yet, and whom to ring.

use super::listener::{Hearing, Listener};
use crate::domain::heard::{Heard, What};
use crate::domain::help::HelpLetter;
use crate::domain::id::ChatId;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::zone::Tz;
use crate::handlers;
use crate::store::Reader;
use crate::telegram::listen::Poller;
use crate::telegram::{Refused, send};
use chrono::TimeDelta;
use futures_util::future::join_all;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::pin::pin;
use std::time::Duration;

/// How often one looks for taps and cries while the store is left alone.
const LOOK: Duration = Duration::from_secs(3);

/// How long one answer may take.
const ANSWERS: Duration = Duration::from_secs(10);

/// A tap is held as long as Telegram keeps what is written.
const HELD: TimeDelta = TimeDelta::hours(24);

/// More taps than this are not held, whoever makes them.
const MOST: usize = 10_000;

/// What was heard and is not noted anywhere.
#[derive(Default)]
pub(super) struct Unsaved {
    /// Taps by the number of their update, and when they were held, by the clock's steady time.
    taps: BTreeMap<i64, (TimeDelta, Heard)>,
    /// Updates that were answered.
    told: HashSet<i64>,
}

impl Unsaved {
    /// Holds the taps of a page that is not taken in.
    fn hold(&mut self, page: &[Heard], now: TimeDelta) {
        for heard in page {
            let is_held = |held: &Heard| held.user == heard.user && button(held) == button(heard);
            if button(heard).is_some()
                && self.taps.len() < MOST
                && !self.taps.values().any(|(_, held)| is_held(held))
            {
                self.taps.insert(heard.update, (now, heard.clone()));
            }
        }
    }

    /// A page, and the taps that were held and are not in it.
    pub(super) fn and<'a>(&mut self, page: &'a [Heard], now: TimeDelta) -> Cow<'a, [Heard]> {
        if self.taps.is_empty() {
            return Cow::Borrowed(page);
        }
        self.taps.retain(|_, (since, _)| now - *since < HELD);
        let held = self.taps.values().map(|(_, tap)| tap);
        let gone = held.filter(|tap| page.iter().all(|heard| heard.update != tap.update));
        gone.chain(page).cloned().collect()
    }
}

/// The chat and the data of the button that was tapped.
fn button(heard: &Heard) -> Option<(ChatId, Option<(i64, usize)>)> {
    let What::Pressed { button, .. } = &heard.what else { return None };
    Some((heard.chat, button.map(|(letter, index)| (letter.0, index))))
}

impl Listener {
    /// A page cannot be taken in: its taps are held, and what must not stay without an answer gets one, once.
    pub(super) async fn holds(&self, page: &[Heard], hearing: &mut Hearing) {
        if !hearing.at_home {
            return;
        }
        hearing.unsaved.hold(page, self.clock.steady());
        let cries =
            page.iter().filter(|heard| button(heard).is_some() || handlers::cries(&self.house, heard));
        let new: Vec<_> = cries.filter(|heard| !hearing.unsaved.told.contains(&heard.update)).collect();
        // Whoever got no answer is told at the next look.
        let says = async |it: &Heard| {
            let over = tokio::time::timeout(ANSWERS, self.says_unsaved(it)).await;
            over.unwrap_or(false).then_some(it.update)
        };
        let told = join_all(new.into_iter().map(says)).await;
        hearing.unsaved.told.extend(told.into_iter().flatten());
    }

    /// Says so in the language of her app: her own is where nothing can be read. Gives whether that is over: said, perhaps
    /// said, or refused for good.
    async fn says_unsaved(&self, heard: &Heard) -> bool {
        let (words, source) = (&self.house.words, Lang::source());
        let wanted = heard.app_language.as_deref().unwrap_or_default();
        let reader = Reader {
            lang: words.negotiate(wanted, &source),
            fallback: source,
            zone: Tz::UTC,
            role: None,
            standing: None,
            programme: String::new(),
            both_sides: false,
            switcher: None,
        };
        let (letter, now) = (Letter::from(HelpLetter::Unsaved), self.clock.now());
        if let What::Pressed { query, .. } = &heard.what {
            let text = words.toast(&letter, &reader, now);
            let alerted = send::alert(&self.api, query, text).await;
            if alerted.is_ok() || heard.chat != ChatId(heard.user) {
                return true;
            }
        }
        let screen = words.screen(&letter, &reader, now);
        let Err(why) = send::at_once(&self.api, ChatId(heard.user), &screen).await else { return true };
        tracing::warn!(?why, "somebody could not be told that nothing can be saved");
        !matches!(why, Refused::Later(_) | Refused::Transient)
    }

    /// Leaves the store alone for so long, and meanwhile answers who taps or cries for help.
    pub(super) async fn leaves_store(&self, poller: &mut Poller, hearing: &mut Hearing, wait: Duration) {
        let mut backoff = std::mem::take(&mut hearing.backoff);
        {
            let mut pause = pin!(self.db.pause(&mut backoff, wait));
            loop {
                tokio::select! {
                    () = &mut pause => break,
                    () = tokio::time::sleep(LOOK) => {}
                }
                self.mark.goes_on(wait).await;
                let mut look = pin!(async {
                    if let Ok(page) = poller.page(&self.api, 0).await {
                        self.holds(&page, hearing).await;
                    }
                });
                // The store is knocked at meanwhile: its turn is not kept from others by an answer of Telegram's.
                let rested = tokio::select! {
                    () = &mut look => false,
                    () = &mut pause => true,
                };
                if rested {
                    look.await;
                    break;
                }
            }
        }
        hearing.backoff = backoff;
    }
}
