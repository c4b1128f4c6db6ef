//! The only one who asks the time, and who knows whom to believe about it.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Instant;
use tokio::sync::watch;

/// The time. In earnest it is [Telegram's](Self::of_telegram); on the stage the computer's; in a story it stands still and
/// is moved on. Clones are the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// When it was made, by what only goes on.
    made: Instant,
    /// It stands still, but for what it is moved on: since then (epoch ms).
    stands: Option<i64>,
    /// It was moved on by so much (ms).
    moved: AtomicI64,
    /// The computer's was set by so much (ms).
    set: AtomicI64,
    /// Telegram's time when this was made (epoch ms); `None` if nobody asks for it.
    telegram: Option<AtomicI64>,
    /// Whether it is known what time it is.
    known: watch::Sender<bool>,
    /// Whether Telegram has said so.
    sure: AtomicBool,
    /// The last answer bore a date of Telegram's.
    dated: AtomicBool,
    /// Who answers is a server of one's own, so its dates are only some computer's.
    own: bool,
}

/// How far a computer's clock may have gone by itself where no date of Telegram's tells.
const UNTOLD: TimeDelta = TimeDelta::days(1);

/// How long after its start a computer without a battery for its clock asks somebody what time it is, at the latest.
const SETTLED: TimeDelta = TimeDelta::hours(1);

impl Default for Clock {
    /// The computer's.
    fn default() -> Self {
        Self::new(None, None, false)
    }
}

impl Clock {
    fn new(stands: Option<i64>, telegram: Option<AtomicI64>, own: bool) -> Self {
        let known = watch::Sender::new(telegram.is_none());
        let (moved, set) = (AtomicI64::new(0), AtomicI64::new(0));
        let (sure, dated) = (AtomicBool::new(telegram.is_none()), AtomicBool::new(false));
        Self(Arc::new(Inner { made: Instant::now(), stands, moved, set, telegram, known, sure, dated, own }))
    }

    /// Telegram's time: what the dates of its answers say, and in between what has passed since, however the computer's
    /// clock is set, stands, or was frozen. Until it has answered, the time is only a guess.
    pub fn of_telegram() -> Self {
        Self::new(None, Some(AtomicI64::new(0)), false)
    }

    /// The same where a Bot API server of one's own answers, or what stands before it: its dates are believed as the
    /// computer's clock is, unless they go a day from what it was.
    pub fn of_own_server() -> Self {
        Self::new(None, Some(AtomicI64::new(0)), true)
    }

    /// A clock that stands still until it is moved.
    pub fn stopped_at(at: DateTime<Utc>) -> Self {
        Self::new(Some(at.timestamp_millis()), None, false)
    }

    /// Telegram's time on a computer whose own clock stands still until it is moved.
    pub fn of_telegram_stopped_at(at: DateTime<Utc>) -> Self {
        Self::new(Some(at.timestamp_millis()), Some(AtomicI64::new(0)), false)
    }

    /// The same by a server of one's own.
    pub fn of_own_server_stopped_at(at: DateTime<Utc>) -> Self {
        Self::new(Some(at.timestamp_millis()), Some(AtomicI64::new(0)), true)
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0.telegram {
            Some(telegram) if self.is_known() => {
                moment(telegram.load(Ordering::Relaxed).saturating_add(self.steady_ms()))
            }
            Some(_) | None => self.of_computer(),
        }
    }

    /// What the computer's clock shows: for those who can ask nobody else, such as another process on it.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
    pub fn of_computer(&self) -> DateTime<Utc> {
        let shows = self.0.stands.unwrap_or_else(|| Utc::now().timestamp_millis());
        let by = self.0.moved.load(Ordering::Relaxed).saturating_add(self.0.set.load(Ordering::Relaxed));
        moment(shows.saturating_add(by))
    }

    /// How long there has been this clock. It goes on whatever becomes of the time, so how long something takes is the
    /// difference of two of these.
    pub fn steady(&self) -> TimeDelta {
        TimeDelta::milliseconds(self.steady_ms())
    }

    fn steady_ms(&self) -> i64 {
        let passed = match self.0.stands {
            Some(_) => 0,
            None => i64::try_from(self.0.made.elapsed().as_millis()).unwrap_or(i64::MAX),
        };
        passed.saturating_add(self.0.moved.load(Ordering::Relaxed))
    }

    /// Whether the time is more than a guess: Telegram has answered.
    pub fn is_known(&self) -> bool {
        *self.0.known.borrow()
    }

    /// Waits until it [is](Self::is_known).
    pub async fn known(&self) {
        // This clock tells it, so there is somebody who can.
        let _ = self.0.known.subscribe().wait_for(|known| *known).await;
    }

    /// Telegram answers what it was asked then (by [`steady`](Self::steady)), and dates its answer. So it is that date at
    /// least, however long the answer lay there, and as much later at most as there was time to answer. A server of one's
    /// own gives no date, or some computer's: there that and the computer's clock are believed, unless they go a day from
    /// what it was, an hour after the start or later. Gives when it was answered.
    pub fn answered(&self, date: Option<DateTime<Utc>>, asked: TimeDelta) -> DateTime<Utc> {
        let now = self.now();
        if self.0.telegram.is_none() {
            return now;
        }
        let guesses = self.guesses();
        let strays = |it: DateTime<Utc>| self.is_known() && !guesses && (it - now).abs() > UNTOLD;
        let date = date.filter(|date| !(self.0.own && strays(*date)));
        let is = match date {
            Some(date) => {
                let took = (self.steady() - asked).max(TimeDelta::zero());
                // A date says the second alone.
                now.clamp(date, date + TimeDelta::milliseconds(999) + took)
            }
            None if strays(self.of_computer()) => now,
            None => self.of_computer(),
        };
        self.turn(is);
        let dated = date.is_some() && !self.0.own;
        self.0.dated.store(dated, Ordering::Relaxed);
        self.0.sure.fetch_or(dated, Ordering::Relaxed);
        self.0.known.send_if_modified(|known| !std::mem::replace(known, true));
        date.unwrap_or(is).min(is)
    }

    /// Telegram hands out what happened at this moment. It keeps that for a day: where no date tells, it is no earlier and
    /// not a day later.
    pub fn happened(&self, at: DateTime<Utc>) {
        if self.0.telegram.is_none() || self.0.dated.load(Ordering::Relaxed) {
            return;
        }
        let now = self.now();
        if now < at - TimeDelta::minutes(1) || now > at + UNTOLD {
            self.turn(at);
        }
        self.0.sure.store(true, Ordering::Relaxed);
    }

    /// Whether Telegram has said what time it is: a moment that was noted and lies ahead is then wrong, and not this clock.
    pub fn is_sure(&self) -> bool {
        self.0.sure.load(Ordering::Relaxed)
    }

    /// Whether it is soon after the start, and nobody has said what time it is: a computer without a battery for its clock is
    /// put right then, and what was a moment before may be years.
    pub fn guesses(&self) -> bool {
        !self.is_sure() && self.steady() < SETTLED
    }

    /// It is this late.
    fn turn(&self, now: DateTime<Utc>) {
        if let Some(telegram) = &self.0.telegram {
            telegram.store(now.timestamp_millis().saturating_sub(self.steady_ms()), Ordering::Relaxed);
        }
    }

    /// Time passes for this clock: on it, and on the computer's.
    pub fn advance(&self, by: TimeDelta) {
        self.0.moved.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }

    /// Somebody sets the computer's clock on by so much, or back.
    pub fn set_computer(&self, by: TimeDelta) {
        self.0.set.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}

fn moment(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}
