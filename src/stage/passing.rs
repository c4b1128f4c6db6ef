//! Time passes: from one due moment to the next, with the bot at rest at each, so that every letter bears its own hour.

use super::world::{PATIENCE, Trouble, World};
use crate::demo::Phone;
use chrono::{DateTime, TimeDelta, Utc};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// Nothing visible is looked for further ahead than this.
const HORIZON_DAYS: i64 = 120;

impl World {
    /// Lets this much time pass.
    pub async fn passes(&self, time: TimeDelta) -> Result<(), Trouble> {
        let until = self.now() + time;
        self.rests().await?;
        while self.now() < until {
            let next = self.next_due().await?.filter(|next| *next < until).unwrap_or(until);
            self.jumps(next).await?;
        }
        Ok(())
    }

    /// The same, from a moment at which the bot is at rest, in strides of this length: what is due within one happens
    /// together at its end. For whole years.
    pub async fn strides(&self, time: TimeDelta, stride: TimeDelta) -> Result<(), Trouble> {
        let until = self.now() + time;
        while self.now() < until {
            let next = self.next_due().await?.map_or(until, |next| (next + stride).min(until));
            self.jumps(next).await?;
        }
        Ok(())
    }

    /// Lets time pass until something is seen on a phone. `false` if nothing is for four months.
    pub async fn passes_until_something(&self) -> Result<bool, Trouble> {
        self.rests().await?;
        let (before, end) = (self.seen(), self.now() + TimeDelta::days(HORIZON_DAYS));
        while self.now() < end {
            let Some(next) = self.next_due().await? else { return Ok(false) };
            self.jumps(next).await?;
            if self.seen() != before {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The next moment at which the bot has something to do.
    async fn next_due(&self) -> Result<Option<DateTime<Utc>>, Trouble> {
        let mut tx = self.db.begin().await?;
        let (alarm, lane) = (tx.next_alarm().await?, tx.next_lane().await?);
        Ok([alarm, lane].into_iter().flatten().min())
    }

    /// Moves both clocks to a moment, if it is ahead, and waits until the bot is at rest.
    async fn jumps(&self, to: DateTime<Utc>) -> Result<(), Trouble> {
        tokio::time::timeout(PATIENCE, self.moves(to)).await.map_err(|_| Trouble::Slow)??;
        self.rests().await
    }

    /// A jump of ours is no absence of the bot's, so it waits for one that listens.
    async fn moves(&self, to: DateTime<Utc>) -> Result<(), Trouble> {
        loop {
            let step = to - self.now();
            let moved = || self.telegram.advance_while_polled(step, || self.clock.advance(step));
            if step <= TimeDelta::zero() || moved() {
                return Ok(());
            }
            if self.is_over() {
                return Err(Trouble::Gone);
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// What all phones show, as a number.
    fn seen(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let group = self.group().map(|group| group.screen(None));
        for screen in self.phones().iter().map(Phone::screen).chain(group) {
            for seen in screen {
                (seen.id, seen.edited, &seen.text, seen.buttons.len(), &seen.reaction).hash(&mut hasher);
            }
        }
        hasher.finish()
    }
}
