//! The loop that listens: one page after the other, each safe before the next is asked for.

use super::awake::{awake, failed_here};
use super::conflicts::Conflicts;
use super::others::YIELDED;
use super::unsaved::Unsaved;
use super::{Bells, Trouble};
use crate::clock::Clock;
use crate::domain::heard::Heard;
use crate::handlers::{self, House, delivery};
use crate::limits::Mark;
use crate::store::{self, About, Backoff, Db, News, Tx};
use crate::telegram::Api;
use crate::telegram::listen::{HOLD, Poller, Silence};
use chrono::{DateTime, TimeDelta, Utc};
use std::borrow::Cow;
use std::time::Duration;
use tokio::sync::watch;

/// How long after a conflict Telegram is asked again.
pub(super) const AGAIN: Duration = Duration::from_secs(3);

/// A webhook that is set again so soon after it was taken away is no accident.
const BACK_AGAIN: TimeDelta = TimeDelta::days(1);

/// How long a page is left with Telegram: another program asks again sooner, and has taken it by then.
const LOOK_AGAIN: Duration = Duration::from_secs(7);

/// So far apart at least are polls that bring nothing: a server that does not hold them open is not asked without end.
const CALM: Duration = Duration::from_secs(1);

/// Polls, and works on what it hears before it confirms it.
pub(super) struct Listener {
    /// Where it is kept.
    pub(super) db: Db,
    /// Whom it asks.
    pub(super) api: Api,
    /// What handlers need.
    pub(super) house: House,
    /// When.
    pub(super) clock: Clock,
    /// Whom it wakes.
    pub(super) bells: Bells,
    /// Whether the bot is awake: told once it is known what time it is.
    pub(super) awake: watch::Sender<bool>,
    /// Where it shows that it goes on.
    pub(super) mark: Mark,
}

impl Listener {
    /// Listens until `stop` turns true, or until another program has this bot.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) -> Result<(), Trouble> {
        let mut poller = Poller::default();
        let mut hearing = Hearing::default();
        while let Err(why) = self.begin(&mut hearing).await {
            tracing::error!(%why, "the bot cannot begin to listen; trying again");
            let wait = hearing.backoff.failed();
            self.mark.goes_on(wait).await;
            tokio::select! {
                () = self.db.pause(&mut hearing.backoff, wait) => {}
                _ = stop.changed() => return Ok(()),
            }
        }
        loop {
            self.mark.goes_on(Duration::ZERO).await;
            let mut stumbles = false;
            let calm = tokio::time::sleep(CALM);
            // Until it is known what time it is, everybody waits for this answer.
            let waits = *self.awake.borrow() || hearing.conflicts.yields;
            let hold = if waits { HOLD / 2 } else { 0 };
            let asked = self.clock.steady();
            let answer = tokio::select! {
                answer = poller.page(&self.api, hold) => answer,
                _ = stop.changed() => return Ok(()),
            };
            let wait = match answer {
                Ok(page) => match Box::pin(self.take_in(&page, (asked, &poller), &mut hearing)).await {
                    Ok(Taken::In) if poller.confirm(&page) => continue,
                    Ok(Taken::In) => None,
                    Ok(Taken::Left) => Some(LOOK_AGAIN),
                    Ok(Taken::Others) => Some(self.in_conflict(&mut hearing).await?.max(LOOK_AGAIN)),
                    Err(why) => {
                        tracing::error!(%why, "a page could not be taken in; it stays with Telegram");
                        stumbles = true;
                        self.holds(&page, &mut hearing).await;
                        Some(hearing.backoff.failed())
                    }
                },
                Err(silence) => Some(self.silent(silence, &mut hearing).await?),
            };
            let rest = async {
                match wait {
                    Some(wait) => self.passes(wait).await,
                    None => calm.await,
                }
            };
            self.mark.goes_on(wait.unwrap_or(CALM)).await;
            tokio::select! {
                () = self.leaves_store(&mut poller, &mut hearing, wait.unwrap_or(CALM)), if stumbles => {}
                () = rest, if !stumbles => {}
                _ = stop.changed() => return Ok(()),
            }
        }
    }

    /// The first poll can be held open for long: until it comes back, the bot is starting.
    async fn begin(&self, hearing: &mut Hearing) -> store::Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        let last = tx.heartbeat().await?;
        let yields = tx.fact(YIELDED).await?.is_some();
        tx.listens(self.clock.of_computer()).await?;
        hearing.at_home = !tx.programmes().await?.is_empty();
        let _ = tx.commit().await?;
        let known = *self.awake.borrow();
        // Until then the start has looked for a gap.
        hearing.last = known.then_some(now);
        hearing.guessed = self.clock.guesses().then(|| self.clock.steady());
        hearing.conflicts = Conflicts::new(last.map(|last| now - last), yields, self.clock.steady());
        Ok(())
    }

    /// How long to wait after a poll that brought no page.
    async fn silent(&self, silence: Silence, hearing: &mut Hearing) -> Result<Duration, Trouble> {
        match silence {
            Silence::Wait(wait) => Ok(wait),
            Silence::Conflict => self.in_conflict(hearing).await,
            Silence::Webhook { taken_away } => {
                if taken_away && hearing.unhooked(self.clock.now()) {
                    tracing::error!("another program keeps setting a webhook for this bot: stop it");
                    self.tell_of_rival().await;
                }
                Ok(AGAIN)
            }
            Silence::Token => {
                let wait = hearing.refused();
                let seconds = wait.as_secs();
                tracing::error!(
                    seconds,
                    "Telegram refuses the token; Lazo hears nothing and asks again later"
                );
                // The log says it anyhow.
                if let Err(why) = self.deaf().await {
                    tracing::error!(%why, "that the token is refused could not be noted");
                }
                Ok(wait)
            }
        }
    }

    /// Waits so long; less if the clock was moved past it.
    async fn passes(&self, wait: Duration) {
        let since = self.clock.steady();
        let mut left = wait;
        while !left.is_zero() && (self.clock.steady() - since).to_std().is_ok_and(|passed| passed < wait) {
            let step = left.min(Duration::from_secs(1));
            tokio::time::sleep(step).await;
            left -= step;
        }
    }

    async fn deaf(&self) -> store::Result<()> {
        let mut tx = self.db.begin().await?;
        tx.deaf(self.clock.of_computer()).await?;
        tx.commit().await.map(drop)
    }

    /// A gap ends, whose beginning and end these are; without them nothing is made good.
    async fn gap_ends(
        &self,
        gap: Option<(DateTime<Utc>, DateTime<Utc>)>,
        hearing: &mut Hearing,
        now: DateTime<Utc>,
    ) -> store::Result<()> {
        let mut tx = self.db.begin().await?;
        if let Some(gap) = gap {
            handlers::guarded(delivery::after_gap(&mut tx, gap, now)).await?;
        }
        self.beat(&mut tx, hearing).await?;
        self.bells.ring(tx.commit().await?);
        Ok(())
    }

    /// Works on a page that was asked for then, by the clock's steady time.
    async fn take_in(
        &self,
        page: &[Heard],
        (asked, poller): (TimeDelta, &Poller),
        hearing: &mut Hearing,
    ) -> store::Result<Taken> {
        if let Some(latest) = page.iter().filter_map(|heard| heard.at).max() {
            self.clock.happened(latest);
        }
        let now = self.clock.now();
        let sent = now - (self.clock.steady() - asked);
        let page = hearing.unsaved.and(page, self.clock.steady());
        let page = &*page;
        hearing.compares(now, self.clock.of_computer());
        if let Some(taken) = self.steps_back(page, hearing).await? {
            return Ok(taken);
        }
        if !*self.awake.borrow() {
            awake(&self.db, &self.bells, now).await?;
            self.awake.send_replace(true);
        }
        let (page, taken) = if page.is_empty() || hearing.at_home {
            (Cow::Borrowed(page), Taken::In)
        } else {
            self.before_a_programme(page, hearing).await?
        };
        // What the clock showed then was a guess: how long ago that was, steady time says.
        if let Some(then) = hearing.guessed.take().filter(|_| hearing.last.is_some()) {
            hearing.last = Some(sent - (asked - then).max(TimeDelta::zero()));
        }
        // Nobody asked Telegram for a while: what it dropped meanwhile is made good before anything new.
        if let Some(last) = hearing.last.filter(|last| sent - *last > delivery::TAPS_LAST) {
            if let Err(why) = self.gap_ends(Some((last, sent)), hearing, now).await {
                if why.about() == About::Store {
                    return Err(why);
                }
                tracing::error!(%why, "what a gap asks for could not be done");
                self.gap_ends(None, hearing, now).await?;
                failed_here(&self.db, &self.bells, now).await;
            }
            hearing.last = Some(sent);
        }
        if !page.is_empty() {
            self.bells.ring(handlers::page(&self.db, &self.house, &page, now).await?);
        }
        if hearing.backoff.went_well() {
            // What was done before a failure, or by a commit whose answer was lost, rang no bell.
            self.bells.ring(News { posted: true, alarmed: true });
        }
        let steady = self.clock.steady();
        if hearing.noted.is_none_or(|noted| steady - noted > TimeDelta::seconds(10)) {
            let mut tx = self.db.begin().await?;
            self.beat(&mut tx, hearing).await?;
            let _ = tx.commit().await?;
            (hearing.noted, hearing.refusals) = (Some(steady), 0);
        }
        hearing.unsaved = Unsaved::default();
        // Whoever was frozen reads late what was handed out before.
        hearing.last = poller.answered();
        hearing.guessed = self.clock.guesses().then(|| self.clock.steady());
        Ok(taken)
    }

    /// Notes that Telegram is heard.
    async fn beat(&self, tx: &mut Tx, hearing: &Hearing) -> store::Result<()> {
        let shown = self.clock.of_computer();
        if hearing.refusals > 0 {
            tx.listens(shown).await?;
        }
        tx.beat(self.clock.now(), shown).await
    }
}

/// What became of a page.
pub(super) enum Taken {
    /// All of it is safe.
    In,
    /// It stays with Telegram: it may be another program's.
    Left,
    /// It does, and what stayed before was taken by another program.
    Others,
}

/// How this process has heard from Telegram.
#[derive(Default)]
pub(super) struct Hearing {
    /// When Telegram handed out the last page that was taken in.
    last: Option<DateTime<Utc>>,
    /// The same by the clock's steady time, where the time was a guess.
    guessed: Option<TimeDelta>,
    /// When that was noted last, by the clock's steady time.
    noted: Option<TimeDelta>,
    /// How often the token was refused since.
    refusals: u32,
    /// How far the computer's clock is ahead, as far as the log knows.
    ahead: TimeDelta,
    /// There is a programme, so people are its own.
    pub(super) at_home: bool,
    pub(super) conflicts: Conflicts,
    /// When a webhook was last taken away.
    unhooked: Option<DateTime<Utc>>,
    /// The store stumbles.
    pub(super) backoff: Backoff,
    /// What could not be noted for that.
    pub(super) unsaved: Unsaved,
}

impl Hearing {
    /// The computer's clock shows another time: a human can mend that.
    fn compares(&mut self, now: DateTime<Utc>, shown: DateTime<Utc>) {
        let ahead = shown - now;
        if (ahead - self.ahead).abs() > TimeDelta::minutes(1) {
            let seconds = ahead.num_seconds();
            tracing::warn!(
                seconds,
                "the computer's clock is that far ahead of Telegram's, which is believed"
            );
            self.ahead = ahead;
        }
    }

    /// A webhook was taken away. Gives whether it keeps coming back.
    fn unhooked(&mut self, now: DateTime<Utc>) -> bool {
        self.unhooked.replace(now).is_some_and(|last| now - last < BACK_AGAIN)
    }

    /// The token was refused: how long to wait, a minute at first and half an hour at most.
    fn refused(&mut self) -> Duration {
        let minutes = 1_u64 << self.refusals.min(5);
        self.refusals = self.refusals.saturating_add(1);
        Duration::from_secs(60 * minutes.min(30))
    }
}
