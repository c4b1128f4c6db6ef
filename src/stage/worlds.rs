//! The worlds that are open: each has an address nobody can guess, and ends some minutes after its last visitor left.

use super::script::Opening;
use super::world::{Trouble, World};
use crate::clock::Clock;
use crate::words::Words;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// Worlds open at once, at most: each takes some megabytes. When one more is wanted, one that nobody watches makes room.
pub const MOST: usize = 24;

/// How long a world waits for its last visitor to come back: a page that nobody sees watches no world, and a lunch or a
/// long talk in another window must not end one. If all places are taken, it makes room sooner.
const LINGERS: Duration = Duration::from_secs(6 * 60 * 60);

/// All worlds of one stage.
pub struct Worlds {
    words: Arc<Words>,
    open: Mutex<Open>,
    departures: AtomicU64,
}

#[derive(Default)]
struct Open {
    places: HashMap<String, Arc<Place>>,
    /// Worlds that are being made.
    coming: usize,
}

/// A world at its address.
pub(super) struct Place {
    pub(super) world: World,
    /// Tells whoever watches that this world is over.
    pub(super) over: watch::Sender<bool>,
    watchers: AtomicUsize,
    /// Which departure of a last visitor this one's was.
    left: AtomicU64,
}

/// A world that is being made; gives its place back if it is not.
struct Coming<'w>(&'w Worlds);

impl Drop for Coming<'_> {
    fn drop(&mut self) {
        self.0.open().coming -= 1;
    }
}

impl Worlds {
    /// No world yet.
    pub fn new(words: Arc<Words>) -> Arc<Self> {
        Arc::new(Self { words, open: Mutex::default(), departures: AtomicU64::new(1) })
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a world; gives its address.
    pub(super) async fn opens(self: &Arc<Self>, opening: Opening) -> Result<String, Trouble> {
        let all = Arc::clone(self);
        // A visitor who closes her page meanwhile must not leave half a world behind.
        let opened = tokio::spawn(async move {
            let (_coming, crowded) = all.takes_place()?;
            if let Some(crowded) = crowded {
                crowded.ends().await;
            }
            let mut id = [0; 16];
            getrandom::fill(&mut id).map_err(|_| crate::bot::Trouble::Chance)?;
            let id = format!("{:032x}", u128::from_le_bytes(id));
            all.places(&id, opening).await?;
            Ok(id)
        });
        opened.await.map_err(|_| Trouble::Slow)?
    }

    /// Opens a new world at the address of an old one, which ends. `None` if there is no such address.
    pub(super) async fn starts_over(
        self: &Arc<Self>,
        id: &str,
        opening: Opening,
    ) -> Result<Option<()>, Trouble> {
        let Some(old) = self.find(id) else { return Ok(None) };
        let (all, id) = (Arc::clone(self), id.to_owned());
        let opened = tokio::spawn(async move {
            all.places(&id, opening).await?;
            old.ends().await;
            Ok(Some(()))
        });
        opened.await.map_err(|_| Trouble::Slow)?
    }

    /// A place for one more world, and the one that has to go for it.
    fn takes_place(&self) -> Result<(Coming<'_>, Option<Arc<Place>>), Trouble> {
        let mut open = self.open();
        let mut crowded = None;
        if open.places.len() + open.coming >= MOST {
            let idle = open.places.iter().filter(|(_, place)| place.watchers.load(Ordering::Acquire) == 0);
            let first = idle.min_by_key(|(_, place)| place.left.load(Ordering::Acquire));
            let id = first.map(|(id, _)| id.clone()).ok_or(Trouble::Full(MOST))?;
            crowded = open.places.remove(&id);
        }
        open.coming += 1;
        drop(open);
        Ok((Coming(self), crowded))
    }

    /// Makes a world and puts it at an address.
    async fn places(self: &Arc<Self>, id: &str, opening: Opening) -> Result<(), Trouble> {
        let clock = Clock::default();
        clock.advance(curtain(clock.now()) - clock.now());
        let world = World::opens(Arc::clone(&self.words), clock, opening).await?;
        let left = AtomicU64::new(self.departures.fetch_add(1, Ordering::AcqRel));
        let over = watch::Sender::new(false);
        let place = Arc::new(Place { world, over, watchers: AtomicUsize::new(0), left });
        self.open().places.insert(id.to_owned(), Arc::clone(&place));
        self.forgets(id, &place);
        Ok(())
    }

    pub(super) fn find(&self, id: &str) -> Option<Arc<Place>> {
        self.open().places.get(id).cloned()
    }

    /// Ends every world.
    pub async fn ends(&self) {
        let all: Vec<_> = self.open().places.drain().collect();
        for (_, place) in all {
            place.ends().await;
        }
    }

    /// Ends a world after a while, unless somebody watches it then, or has since.
    fn forgets(self: &Arc<Self>, id: &str, place: &Arc<Place>) {
        let (all, id, place) = (Arc::clone(self), id.to_owned(), Arc::downgrade(place));
        let departure = place.upgrade().map(|place| place.left.load(Ordering::Acquire));
        tokio::spawn(async move {
            tokio::time::sleep(LINGERS).await;
            let Some(place) = place.upgrade() else { return };
            let left = {
                let mut open = all.open();
                let same = open.places.get(&id).is_some_and(|there| Arc::ptr_eq(there, &place));
                let idle = place.watchers.load(Ordering::Acquire) == 0
                    && Some(place.left.load(Ordering::Acquire)) == departure;
                (same && idle).then(|| open.places.remove(&id)).flatten()
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
        let departure = self.worlds.departures.fetch_add(1, Ordering::AcqRel);
        self.place.left.store(departure, Ordering::Release);
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
