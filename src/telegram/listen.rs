//! Long polling: a page of updates is confirmed only after its transaction has committed.

use super::api::{Api, Configuration, Refused};
use super::read;
use crate::domain::heard::Heard;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::value::RawValue;
use std::time::Duration;
use teloxide_core::payloads::DeleteWebhook;

/// How many updates Telegram hands out at once, at most.
pub const PAGE: u8 = 100;

/// Telegram holds a poll open for at most this many seconds.
pub const HOLD: u64 = 50;

/// However long Telegram asks to wait, the next poll is no later: somebody may call for help meanwhile.
const LONGEST: Duration = Duration::from_secs(5 * 60);

/// The kinds of updates this version asks for, every time.
const ALLOWED: [&str; 5] =
    ["message", "edited_message", "message_reaction", "callback_query", "my_chat_member"];

/// Where the poller stands. It starts without an offset: what was not confirmed comes again, and is recognised.
#[derive(Debug, Default)]
pub struct Poller {
    offset: Option<i64>,
    answered: Option<DateTime<Utc>>,
}

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Wait so long, then ask again.
    Wait(Duration),
    /// The token is refused: there is no point in asking again soon.
    Token,
    /// Another program polls with this token.
    Conflict,
    /// Another program had set a webhook.
    Webhook {
        /// It is gone now.
        taken_away: bool,
    },
}

/// Takes away a webhook, so that the bot can poll. What waits for it is kept. Gives whether it is gone.
async fn unhook(api: &Api) -> bool {
    tracing::warn!(
        "another program had set a webhook for this bot; it is taken away, and what waits arrives"
    );
    let mut call = DeleteWebhook::new();
    call.drop_pending_updates = Some(false);
    let answer = api.call::<_, bool>(&call).await;
    if let Err(why) = &answer {
        tracing::warn!(?why, "the webhook could not be taken away");
    }
    answer.is_ok()
}

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u64,
    allowed_updates: [&'static str; 5],
}

impl Poller {
    /// Asks for the next page; waits up to `hold` seconds for one. What was understood of its updates comes in their order.
    pub async fn page(&mut self, api: &Api, hold: u64) -> Result<Vec<Heard>, Silence> {
        let ask = GetUpdates { offset: self.offset, limit: PAGE, timeout: hold, allowed_updates: ALLOWED };
        let wait = Duration::from_secs(hold + 15);
        let answer = api.dated::<Vec<Box<RawValue>>>("GetUpdates", &ask, wait).await;
        if matches!(answer, Err(Refused::Configuration(Configuration::Webhook))) {
            return Err(Silence::Webhook { taken_away: unhook(api).await });
        }
        let (raw, answered) = answer.map_err(|why| silence(&why))?;
        self.answered = Some(answered);
        Ok(raw.iter().filter_map(|raw| read::update(raw)).collect())
    }

    /// When Telegram handed out the last page, if it has: whoever was frozen since then reads it late.
    pub fn answered(&self) -> Option<DateTime<Utc>> {
        self.answered
    }

    /// Everything in the page is safe: the next poll confirms it. Gives whether it had anything to be confirmed.
    pub fn confirm(&mut self, page: &[Heard]) -> bool {
        let last = page.iter().map(|heard| heard.update).max();
        let next = last.map(|last| last.saturating_add(1)).or(self.offset);
        std::mem::replace(&mut self.offset, next) != next
    }
}

fn silence(why: &Refused) -> Silence {
    match why {
        Refused::Configuration(Configuration::Token) => Silence::Token,
        Refused::Configuration(Configuration::Conflict) => Silence::Conflict,
        Refused::Configuration(Configuration::Webhook) => Silence::Webhook { taken_away: false },
        Refused::Later(wait) => Silence::Wait(wait.unwrap_or(Duration::from_secs(3)).min(LONGEST)),
        // Asking again within half a second makes Telegram send single updates.
        Refused::Moved(_)
        | Refused::Blocked
        | Refused::Gone
        | Refused::Closed
        | Refused::Never(_)
        | Refused::Transient
        | Refused::Perhaps
        | Refused::Unread => Silence::Wait(Duration::from_secs(1)),
    }
}
