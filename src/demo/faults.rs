//! Everything that goes wrong between a bot and Telegram, on demand: scripted, or with a probability.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::Value;

use super::chance::Chance;

/// One way to fail.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// 429, with the seconds to wait or without.
    TooMany {
        /// `retry_after`; `None` leaves `parameters` out.
        seconds: Option<u64>,
    },
    /// A refusal in Telegram's form.
    Refuse {
        /// `error_code` and status.
        code: u16,
        /// The whole description, prefix included.
        description: String,
        /// `parameters`, when there are any.
        parameters: Option<Value>,
    },
    /// A web page of a proxy with this status, instead of JSON.
    Page {
        /// The HTTP status.
        status: u16,
    },
    /// Processed; the answer is this instead (`message_id` 0, fields that do not exist yet).
    Answer {
        /// The whole body.
        body: Value,
    },
    /// Processed; the answer is half of the JSON.
    Truncated,
    /// The connection closes before the request is processed.
    CutBefore,
    /// Processed; the connection closes without an answer.
    CutAfter,
    /// Processed; the connection closes in the middle of the answer.
    CutMidway,
    /// Processed and answered, but so much later than it was asked.
    Slow {
        /// Milliseconds on the way there.
        millis: u64,
    },
    /// Neither processed nor answered.
    Hang,
    /// Processed, and never answered.
    HangAfter,
}

/// When a fault happens: by default always, to every method but `getUpdates`.
#[derive(Debug, Clone, Deserialize)]
pub struct Rule {
    fault: Fault,
    #[serde(default)]
    methods: Vec<String>,
    #[serde(default)]
    chats: Vec<i64>,
    #[serde(default = "always")]
    chance: f64,
    #[serde(default)]
    times: Option<u32>,
    #[serde(default)]
    skip: u32,
    #[serde(skip)]
    until: Option<Instant>,
}

fn always() -> f64 {
    1.0
}

impl Fault {
    /// Whatever the request did, the bot reads another answer than Telegram's, or none.
    pub(super) fn spoils_answer(&self) -> bool {
        self.hides_success() || matches!(self, Self::Answer { .. })
    }

    /// The request was processed, and the bot cannot know.
    fn hides_success(&self) -> bool {
        match self {
            Self::Truncated | Self::CutAfter | Self::CutMidway | Self::HangAfter => true,
            Self::TooMany { .. }
            | Self::Refuse { .. }
            | Self::Page { .. }
            | Self::Answer { .. }
            | Self::CutBefore
            | Self::Slow { .. }
            | Self::Hang => false,
        }
    }
}

impl Rule {
    /// `fault`, every time.
    pub fn new(fault: Fault) -> Self {
        Self { fault, methods: Vec::new(), chats: Vec::new(), chance: 1.0, times: None, skip: 0, until: None }
    }

    /// Only for this method (`sendMessage`); may be called several times.
    #[must_use]
    pub fn on(mut self, method: &str) -> Self {
        self.methods.push(method.to_owned());
        self
    }

    /// Only for requests with this `chat_id`; may be called several times.
    #[must_use]
    pub fn in_chat(mut self, chat: i64) -> Self {
        self.chats.push(chat);
        self
    }

    /// With this probability, 0 to 1.
    #[must_use]
    pub fn chance(mut self, chance: f64) -> Self {
        self.chance = chance;
        self
    }

    /// Only this often.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Not for the first few requests that match.
    #[must_use]
    pub fn after(mut self, requests: u32) -> Self {
        self.skip = requests;
        self
    }

    /// Only for so long, from now, in real time.
    #[must_use]
    pub fn lasting(mut self, time: Duration) -> Self {
        self.until = Instant::now().checked_add(time);
        self
    }

    fn concerns(&self, method: &str, chat: Option<i64>) -> bool {
        let method = if self.methods.is_empty() {
            method != "getUpdates"
        } else {
            self.methods.iter().any(|named| named.eq_ignore_ascii_case(method))
        };
        method && (self.chats.is_empty() || chat.is_some_and(|chat| self.chats.contains(&chat)))
    }
}

/// The rules in force.
#[derive(Debug)]
pub(super) struct Faults {
    rules: Vec<Rule>,
    chance: Chance,
    /// How many faults happened.
    pub(super) happened: u64,
    /// Methods that were processed without an answer, and how often.
    pub(super) hidden: BTreeMap<String, u64>,
}

impl Faults {
    pub(super) fn seeded(seed: u64) -> Self {
        Self { rules: Vec::new(), chance: Chance::seeded(seed), happened: 0, hidden: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, rule: Rule) {
        self.rules.push(rule);
    }

    pub(super) fn clear(&mut self) {
        self.rules.clear();
    }

    /// The fault that befalls this request, if any: the first rule that strikes.
    pub(super) fn strike(&mut self, method: &str, chat: Option<i64>) -> Option<Fault> {
        if self.rules.is_empty() {
            return None;
        }
        let now = Instant::now();
        self.rules.retain(|rule| rule.times != Some(0) && rule.until.is_none_or(|until| now < until));
        for rule in &mut self.rules {
            if !rule.concerns(method, chat) || !self.chance.happens(rule.chance) {
                continue;
            }
            if rule.skip > 0 {
                rule.skip -= 1;
                continue;
            }
            rule.times = rule.times.map(|left| left - 1);
            self.happened += 1;
            if rule.fault.hides_success() {
                *self.hidden.entry(method.to_ascii_lowercase()).or_default() += 1;
            }
            return Some(rule.fault.clone());
        }
        None
    }
}
