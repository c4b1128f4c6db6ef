//! What a page is told while it is open: each phone whenever it changed, and the world's time and calendar.

use super::look::looks;
use super::worlds::Watcher;
use axum::response::sse::Event;
use futures_util::stream::{self, Stream};
use serde_json::json;
use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;

/// Changes that come close upon each other are told together.
const TOGETHER: Duration = Duration::from_millis(40);

/// The world itself, after every phone.
const ABOUT: usize = usize::MAX;

/// One page that is open.
struct Open {
    watcher: Watcher,
    changes: watch::Receiver<()>,
    over: watch::Receiver<bool>,
    /// What it was told last, phone by phone, and of the world.
    told: HashMap<usize, String>,
    waiting: VecDeque<Event>,
    begun: bool,
    ended: bool,
}

/// Everything that happens in a world, from what there is now until the world is over or the page is closed.
pub(super) fn stream(watcher: Watcher) -> impl Stream<Item = Result<Event, Infallible>> {
    let open = Open {
        changes: watcher.place.world.telegram().changes(),
        over: watcher.place.over.subscribe(),
        watcher,
        told: HashMap::new(),
        waiting: VecDeque::new(),
        begun: false,
        ended: false,
    };
    stream::unfold(open, |mut open| async move { open.next().await.map(|event| (Ok(event), open)) })
}

impl Open {
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.ended {
                return None;
            }
            if *self.over.borrow() {
                self.ended = true;
                return Some(Event::default().event("over").data("{}"));
            }
            if self.begun {
                let happened = tokio::select! {
                    changed = self.changes.changed() => changed.is_ok(),
                    over = self.over.changed() => over.is_ok(),
                };
                if !happened {
                    return None;
                }
                tokio::time::sleep(TOGETHER).await;
            }
            self.begun = true;
            self.changes.borrow_and_update();
            self.looks().await;
        }
    }

    /// Notes what is different from what was told before.
    async fn looks(&mut self) {
        let world = &self.watcher.place.world;
        let calendar = world.calendar().await.unwrap_or_default();
        let about = json!({ "calendar": calendar, "tour": world.progress() }).to_string();
        let looks = looks(world).await.unwrap_or_default();
        let phones = looks.iter().filter_map(|look| Some((look.place, serde_json::to_string(look).ok()?)));
        let phones = phones.map(|(place, phone)| (place, "phone", phone));
        let now = world.now().timestamp_millis();
        for (place, name, said) in phones.chain([(ABOUT, "world", about)]) {
            let told = self.told.entry(place).or_default();
            if *told != said {
                self.waiting.push_back(Event::default().event(name).data(&said));
                *told = said;
            }
        }
        // Time may have been moved though nothing else is different.
        self.waiting.push_front(Event::default().event("now").data(now.to_string()));
    }
}
