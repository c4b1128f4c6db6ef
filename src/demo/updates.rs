//! The queue of updates: handed out again until a later offset confirms them, forgotten after their time.

use std::{collections::VecDeque, sync::Arc};

use serde_json::Value;

/// Telegram keeps button taps this many seconds, and everything else a day.
const TAP_KEPT: i64 = 150;
const KEPT: i64 = 24 * 60 * 60;
/// More updates than this are not kept: the oldest go.
const LONGEST_QUEUE: usize = 100_000;
/// How many confirmed updates can still be delivered a second time.
const REMEMBERED: usize = 2_000;
/// Only sent to a bot that asks for them.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// All updates of the bot.
#[derive(Debug)]
pub(super) struct Updates {
    next: i64,
    waiting: VecDeque<Update>,
    done: VecDeque<Update>,
    allowed: Vec<String>,
    held_kinds: Vec<String>,
    held: Vec<(String, Value, u64)>,
    turn: u64,
    /// The poll that has the turn is not answered yet.
    polled: bool,
    polls: u64,
    /// Something among what waits has come again.
    again: bool,
    /// Something arrived that a waiting poll has not seen.
    pub(super) fresh: bool,
}

#[derive(Debug, Clone)]
struct Update {
    id: i64,
    expires: i64,
    body: Arc<str>,
    content: u64,
    handed: bool,
    again: bool,
}

/// A page of updates: the answer's body, and the content of those handed out for the first time.
pub(super) struct Page {
    pub(super) body: String,
    pub(super) contents: Vec<u64>,
}

impl Updates {
    pub(super) fn starting_at(next: i64) -> Self {
        Self {
            next,
            waiting: VecDeque::new(),
            done: VecDeque::new(),
            allowed: Vec::new(),
            held_kinds: Vec::new(),
            held: Vec::new(),
            turn: 0,
            polled: false,
            polls: 0,
            again: false,
            fresh: false,
        }
    }

    /// Queues an update of a kind unless the bot did not ask for the kind. Returns its id.
    pub(super) fn push(&mut self, kind: &str, payload: &Value, content: u64, now: i64) -> Option<i64> {
        let wanted = if self.allowed.is_empty() {
            !ON_REQUEST.contains(&kind)
        } else {
            self.allowed.iter().any(|allowed| allowed == kind)
        };
        if !wanted {
            return None;
        }
        if self.held_kinds.iter().any(|held| held == kind) {
            self.held.push((kind.to_owned(), payload.clone(), content));
            return None;
        }
        let id = self.next;
        self.next += 1;
        let body = format!("{{\"update_id\":{id},\"{kind}\":{payload}}}");
        let kept = if kind == "callback_query" { TAP_KEPT } else { KEPT };
        self.enqueue(Update {
            id,
            expires: now + kept,
            body: body.into(),
            content,
            handed: false,
            again: false,
        });
        Some(id)
    }

    /// Keeps updates of a kind back.
    pub(super) fn hold(&mut self, kind: &str) {
        self.held_kinds.push(kind.to_owned());
    }

    /// Queues what was kept back, behind everything else.
    pub(super) fn release(&mut self, now: i64) {
        self.held_kinds.clear();
        for (kind, payload, content) in std::mem::take(&mut self.held) {
            self.push(&kind, &payload, content, now);
        }
    }

    /// Queues any object as an update; it gets an id unless it has one.
    pub(super) fn push_raw(&mut self, mut update: Value, now: i64) -> i64 {
        let id = update.get("update_id").and_then(Value::as_i64).unwrap_or(self.next);
        if let Some(fields) = update.as_object_mut() {
            fields.entry("update_id").or_insert(id.into());
        }
        let again = id < self.next;
        self.next = self.next.max(id + 1);
        let body = update.to_string().into();
        self.enqueue(Update { id, expires: now + KEPT, body, content: 0, handed: false, again });
        id
    }

    fn enqueue(&mut self, update: Update) {
        if self.waiting.len() >= LONGEST_QUEUE {
            self.waiting.pop_front();
        }
        self.again |= update.again;
        self.waiting.push_back(update);
        self.fresh = true;
    }

    /// Delivers an update once more, confirmed or not. False when it is no longer known.
    pub(super) fn redeliver(&mut self, id: i64) -> bool {
        let known = self.waiting.iter().chain(&self.done).find(|update| update.id == id).cloned();
        match known {
            Some(update) => {
                self.enqueue(Update { handed: false, again: true, ..update });
                true
            }
            None => false,
        }
    }

    /// The next update id is `by` further; negative numbers go back, as after a quiet week.
    pub(super) fn jump(&mut self, by: i64) {
        self.next = (self.next + by).max(1);
    }

    /// A new poll: any older one loses its turn. Remembers `allowed` and confirms what lies before `offset`.
    pub(super) fn begin(&mut self, offset: i64, allowed: Option<Vec<String>>) -> u64 {
        if let Some(allowed) = allowed {
            self.allowed = allowed;
        }
        self.confirm(offset);
        self.turn += 1;
        self.polls += 1;
        self.polled = true;
        self.turn
    }

    /// A poll is answered, or nobody waits for its answer any more.
    pub(super) fn ends(&mut self, turn: u64) {
        self.polled &= !self.has_turn(turn);
    }

    /// Whether the bot waits for an answer to its poll.
    pub(super) fn is_polled(&self) -> bool {
        self.polled
    }

    pub(super) fn has_turn(&self, turn: u64) -> bool {
        self.turn == turn
    }

    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let kept = usize::try_from(-offset).unwrap_or(usize::MAX);
            let gone = self.waiting.len().saturating_sub(kept);
            self.waiting.drain(..gone);
        } else if offset > 0 && offset <= self.next {
            while self.waiting.front().is_some_and(|first| first.is_confirmed_by(offset)) {
                if let Some(update) = self.waiting.pop_front() {
                    self.done.push_back(update);
                }
            }
            // Only what came again can stand behind what is not confirmed.
            if self.again {
                self.waiting.retain(|update| !update.is_confirmed_by(offset));
                self.again = self.waiting.iter().any(|update| update.again);
            }
            let extra = self.done.len().saturating_sub(REMEMBERED);
            self.done.drain(..extra);
        }
    }

    /// Up to `limit` updates that have not expired, oldest first; `None` when there is nothing.
    pub(super) fn page(&mut self, limit: usize, now: i64) -> Option<Page> {
        if self.waiting.iter().take(limit).any(|update| update.expires <= now) {
            self.waiting.retain(|update| update.expires > now);
        }
        if self.waiting.is_empty() {
            return None;
        }
        let mut page = Page { body: String::from("{\"ok\":true,\"result\":["), contents: Vec::new() };
        for (n, update) in self.waiting.iter_mut().take(limit).enumerate() {
            if n > 0 {
                page.body.push(',');
            }
            page.body.push_str(&update.body);
            if !update.handed {
                page.contents.push(update.content);
            }
            update.handed = true;
        }
        page.body.push_str("]}");
        Some(page)
    }

    /// Updates not confirmed yet, expired ones included.
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// The id that the next update gets.
    pub(super) fn next(&self) -> i64 {
        self.next
    }

    /// How many times `getUpdates` was called.
    pub(super) fn polls(&self) -> u64 {
        self.polls
    }

    pub(super) fn allowed(&self) -> &[String] {
        &self.allowed
    }

    pub(super) fn clear(&mut self) {
        self.waiting.clear();
    }
}

impl Update {
    fn is_confirmed_by(&self, offset: i64) -> bool {
        self.id < offset && (!self.again || self.handed)
    }
}
