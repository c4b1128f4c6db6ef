//! One world: an emulated Telegram on loopback, a real bot on it, a clock that can be moved, and phones.

use super::cast::{AT_FIRST, Actor, CAST};
use super::script::{self, Opening};
use super::tour::Walk;
use crate::bot::{self, Parts, Running};
use crate::clock::Clock;
use crate::courier;
use crate::demo::{GroupChat, Missing, Options, Phone, Telegram};
use crate::limits::Limits;
use crate::store::{self, Db, IN_MEMORY};
use crate::telegram::Token;
use crate::words::Words;
use chrono::{DateTime, Utc};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long the bot may take to come to rest, in real time. It takes milliseconds.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Messages a chat keeps; more than anybody scrolls back.
const HISTORY: usize = 400;

/// Something on the stage did not go as it must.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The bot.
    #[error(transparent)]
    Bot(#[from] bot::Trouble),
    /// No port on loopback.
    #[error("The emulated Telegram cannot listen: {0}.")]
    Port(#[from] std::io::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A button is not where the script expects it.
    #[error(transparent)]
    Missing(#[from] Missing),
    /// The script expects something else.
    #[error("The script did not find {0:?} on a phone.")]
    Lost(&'static str),
    /// The bot does not come to rest.
    #[error("The bot was not done in time.")]
    Slow,
    /// Another world has come in its place, or everything ends.
    #[error("This world is over.")]
    Gone,
    /// There is no room.
    #[error(
        "{0} worlds are open, and more would be too much for this computer: close one, or wait some minutes."
    )]
    Full(usize),
}

impl Trouble {
    /// What kind it is. A log says no more: the rest may quote what stands on somebody's phone.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Bot(_) => "the bot",
            Self::Port(_) => "a port",
            Self::Store(_) => "the database",
            Self::Missing(_) => "a button that is not there",
            Self::Lost(what) => what,
            Self::Slow => "a bot that is not done in time",
            Self::Gone => "a world that is over",
            Self::Full(_) => "no room",
        }
    }
}

/// A world of its own. It ends with [`World::closes`].
pub struct World {
    pub(super) telegram: Telegram,
    pub(super) clock: Clock,
    pub(super) words: Arc<Words>,
    /// In the order of the cast.
    pub(super) phones: Mutex<Vec<Phone>>,
    /// The team's group, once there is one.
    pub(super) group: Mutex<Option<GroupChat>>,
    pub(super) db: Db,
    /// Held by whoever moves time or plays a step.
    pub(super) turn: tokio::sync::Mutex<()>,
    /// How far the tour is, if one is on.
    pub(super) tour: Mutex<Option<Walk>>,
    bot: Mutex<Option<Running>>,
}

impl World {
    /// A new world at the clock's time, with what happened before the curtain opens.
    pub async fn opens(words: Arc<Words>, clock: Clock, opening: Opening) -> Result<Self, Trouble> {
        let options = Options {
            username: "lazo_demo_bot".to_owned(),
            recorded: 0,
            log_deliveries: false,
            history: HISTORY,
            ..Options::default()
        };
        let telegram = Telegram::start(options).await?;
        telegram.advance(clock.now() - telegram.now());
        let token = Token::new(&telegram.token()).ok_or(bot::Trouble::Token)?;
        let parts = Parts {
            database: IN_MEMORY.to_owned(),
            api: telegram.url(),
            token,
            clock: clock.clone(),
            carrying: courier::Settings { paced: false, in_flight: 16, ..courier::Settings::default() },
            words: Some(Arc::clone(&words)),
            limits: Limits::default(),
        };
        let running = bot::start(parts).await?;
        let phones = CAST.iter().take(AT_FIRST).map(|role| telegram.person(role.person())).collect();
        let walk = match opening {
            Opening::Tour => Some(Walk::after(0)),
            Opening::TourAfter(steps) => Some(Walk::after(steps)),
            Opening::Paired | Opening::Empty => None,
        };
        let world = Self {
            telegram,
            clock,
            words,
            phones: Mutex::new(phones),
            group: Mutex::default(),
            db: running.db.clone(),
            turn: tokio::sync::Mutex::default(),
            tour: Mutex::new(walk),
            bot: Mutex::new(Some(running)),
        };
        match script::plays(&world, opening).await {
            Ok(()) => Ok(world),
            Err(why) => {
                world.closes().await;
                Err(why)
            }
        }
    }

    /// Stops its bot. Nothing of it is left.
    pub async fn closes(&self) {
        let running = self.bot.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(running) = running {
            running.stop().await;
        }
    }

    /// The time in this world.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// One of the phones, by its place in the cast.
    pub fn phone(&self, place: usize) -> Option<Phone> {
        self.phones.lock().unwrap_or_else(PoisonError::into_inner).get(place).cloned()
    }

    /// The emulated Telegram.
    pub fn telegram(&self) -> &Telegram {
        &self.telegram
    }

    /// The bot's database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Somebody who can be told what to do.
    pub(super) fn actor(&self, place: usize) -> Result<Actor<'_>, Trouble> {
        let phone = self.phone(place).ok_or(Trouble::Lost("a phone"))?;
        Ok(Actor { world: self, phone })
    }

    /// Tells the bot's loops that time was moved, or that something waits.
    pub(super) fn wakes(&self) {
        if let Some(running) = self.bot.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            running.wake();
        }
    }

    /// Its bot was stopped: nothing comes to rest here any more.
    pub(super) fn is_over(&self) -> bool {
        self.bot.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Waits until the bot has nothing left to do at this moment.
    pub async fn rests(&self) -> Result<(), Trouble> {
        self.wakes();
        tokio::time::timeout(PATIENCE, self.calm()).await.map_err(|_| Trouble::Slow)?
    }

    /// An update is confirmed after what follows from it is committed, so an empty queue and no work is rest.
    async fn calm(&self) -> Result<(), Trouble> {
        loop {
            if self.is_over() {
                return Err(Trouble::Gone);
            }
            let heard = self.telegram.queue_len() == 0;
            if heard && self.db.begin().await?.work(self.now()).await?.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}
