//! `getUpdates`: the only method that waits.

use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::sync::watch;

use super::{log::Handed, params::Params, refuse::Refusal, telegram::Shared};

/// Longest long poll, in seconds.
const LONGEST_POLL: i64 = 50;
const MOST_UPDATES: i64 = 100;

/// Hands out updates; waits for one if there is none, up to the timeout.
pub(super) async fn updates(shared: &Shared, params: &Params) -> Result<String, Refusal> {
    let offset = params.integer("offset").unwrap_or(0);
    let limit = params.integer("limit").unwrap_or(MOST_UPDATES).clamp(1, MOST_UPDATES);
    let mut timeout = params.integer("timeout").unwrap_or(0).clamp(0, LONGEST_POLL);
    let allowed = match params.json("allowed_updates")? {
        None => None,
        Some(_) => Some(params.array("allowed_updates")?),
    };
    let allowed = allowed.map(|kinds| kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    let (turn, repeated) = {
        let mut world = shared.world();
        if world.webhook.is_some() {
            let reason = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete \
                          the webhook first";
            return Err(Refusal::new(409, reason, None));
        }
        world.begin_poll(offset, allowed)
    };
    let _held = Held { shared, turn };
    // An older poll that still waits has to notice that it lost its turn.
    shared.news.send_replace(());
    if repeated {
        timeout = timeout.max(3);
    }
    let timeout = Duration::from_secs(timeout.unsigned_abs());
    let limit = usize::try_from(limit).unwrap_or(1);
    let news = shared.news.subscribe();
    let page = wait(shared, turn, limit, news);
    tokio::time::timeout(timeout.max(Duration::from_millis(1)), page)
        .await
        .unwrap_or_else(|_| Ok("{\"ok\":true,\"result\":[]}".to_owned()))
}

/// A poll that waits for its answer.
struct Held<'a> {
    shared: &'a Shared,
    turn: u64,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.shared.world().updates.ends(self.turn);
    }
}

async fn wait(
    shared: &Shared,
    turn: u64,
    limit: usize,
    mut news: watch::Receiver<()>,
) -> Result<String, Refusal> {
    loop {
        news.borrow_and_update();
        {
            let mut world = shared.world();
            if !world.updates.has_turn(turn) {
                return Err(Refusal::conflict());
            }
            let now = world.unix();
            if let Some(page) = world.updates.page(limit, now) {
                let at = Instant::now();
                let log = world.options.log_deliveries;
                let contents = page.contents.into_iter().filter(|_| log);
                world.log.handed.extend(contents.map(|content| Handed { at, content }));
                return Ok(page.body);
            }
        }
        if news.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
