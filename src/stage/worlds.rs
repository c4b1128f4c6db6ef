//! The worlds that are open: each has an address nobody can guess, and ends some minutes after its last visitor left.

use super::script::Opening;
use super::world::{Trouble, World};
use crate::clock::Clock;
use crate::words::Words;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Worlds open at once, at most: each takes some megabytes.
pub const MOST: usize = 24;

/// How long a world waits for its last visitor to come back.
const LINGERS: Duration = Duration::from_secs(180);

/// All worlds of one stage.
pub struct Worlds {
    words: Arc<Words>,
    open: Mutex<HashMap<String, Arc<Place>>>,
    room: Arc<Semaphore>,
}

/// A world at its address.
pub(super) struct Place {
    pub(super) world: World,
    /// Tells whoever watches that this world is over.
    pub(super) over: watch::Sender<bool>,
    watchers: AtomicUsize,
    room: Arc<OwnedSemaphorePermit>,
}

impl Worlds {
    /// No world yet.
    pub fn new(words: Arc<Words>) -> Arc<Self> {
        Arc::new(Self { words, open: Mutex::default(), room: Arc::new(Semaphore::new(MOST)) })
    }

    fn open(&self) -> MutexGuard<'_, HashMap<String, Arc<Place>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a world; gives its address.
    pub(super) async fn opens(self: &Arc<Self>, opening: Opening) -> Result<String, Trouble> {
        let room = Arc::clone(&self.room).try_acquire_owned().map_err(|_| Trouble::Full(MOST))?;
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(|_| crate::bot::Trouble::Chance)?;
        let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        let place = self.place(opening, Arc::new(room)).await?;
        self.open().insert(id.clone(), Arc::clone(&place));
        self.forgets(&id, &place);
        Ok(id)
    }

    /// Opens a new world at the address of an old one, which ends. `None` if there is no such address.
    pub(super) async fn starts_over(
        self: &Arc<Self>,
        id: &str,
        opening: Opening,
    ) -> Result<Option<()>, Trouble> {
        let Some(old) = self.find(id) else { return Ok(None) };
        let new = self.place(opening, Arc::clone(&old.room)).await?;
        self.open().insert(id.to_owned(), Arc::clone(&new));
        self.forgets(id, &new);
        old.ends().await;
        Ok(Some(()))
    }

    async fn place(&self, opening: Opening, room: Arc<OwnedSemaphorePermit>) -> Result<Arc<Place>, Trouble> {
        let clock = Clock::default();
        clock.advance(curtain(clock.now()) - clock.now());
        let world = World::opens(Arc::clone(&self.words), clock, opening).await?;
        Ok(Arc::new(Place { world, over: watch::Sender::new(false), watchers: AtomicUsize::new(0), room }))
    }

    pub(super) fn find(&self, id: &str) -> Option<Arc<Place>> {
        self.open().get(id).cloned()
    }

    /// How many worlds are open.
    pub fn count(&self) -> usize {
        self.open().len()
    }

    /// Ends every world.
    pub async fn ends(&self) {
        let all: Vec<_> = self.open().drain().collect();
        for (_, place) in all {
            place.ends().await;
        }
    }

    /// Ends a world after a while, unless somebody watches it then.
    fn forgets(self: &Arc<Self>, id: &str, place: &Arc<Place>) {
        let (all, id, place) = (Arc::clone(self), id.to_owned(), Arc::clone(place));
        tokio::spawn(async move {
            tokio::time::sleep(LINGERS).await;
            let left = {
                let mut open = all.open();
                let same = open.get(&id).is_some_and(|there| Arc::ptr_eq(there, &place));
                let left = same && place.watchers.load(Ordering::Acquire) == 0;
                left.then(|| open.remove(&id)).flatten()
            };
            if let Some(place) = left {
                place.ends().await;
            }
        });
    }
}

impl Place {
    async fn ends(&self) {
        self.over.send_replace(true);
        self.world.closes().await;
    }
}

/// Somebody watches a world, until this is dropped.
pub(super) struct Watcher {
    worlds: Arc<Worlds>,
    id: String,
    pub(super) place: Arc<Place>,
}

impl Watcher {
    pub(super) fn new(worlds: &Arc<Worlds>, id: &str) -> Option<Self> {
        let place = worlds.find(id)?;
        place.watchers.fetch_add(1, Ordering::AcqRel);
        Some(Self { worlds: Arc::clone(worlds), id: id.to_owned(), place })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        if self.place.watchers.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.worlds.forgets(&self.id, &self.place);
        }
    }
}

/// When a world begins: on the last Monday, at nine o'clock UTC, so that it is a working morning whenever one looks.
fn curtain(now: DateTime<Utc>) -> DateTime<Utc> {
    let monday = now.date_naive() - TimeDelta::days(i64::from(now.weekday().num_days_from_monday()));
    monday.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(9)
}
