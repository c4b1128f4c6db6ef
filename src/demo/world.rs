//! Everything the emulated Telegram knows, and how it finds its way in it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
    time::{Duration, Instant},
};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    body::Body,
    callbacks::Callback,
    chance::Chance,
    chats::{Chat, ChatKind, Message, Sender, Standing},
    faults::Faults,
    limits::Gate,
    log::{Delivery, Log},
    options::Options,
    people::Account,
    profile::Profile,
    refuse::Refusal,
    time::Clock,
    updates::Updates,
};

/// A poll of the same offset within this time makes Telegram slow.
const REPEATED: Duration = Duration::from_secs(3);

/// The servers' state. One request or one act of a person at a time.
#[derive(Debug)]
pub(super) struct World {
    pub(super) options: Options,
    pub(super) bot: i64,
    pub(super) clock: Clock,
    pub(super) people: HashMap<i64, Account>,
    pub(super) chats: HashMap<i64, Chat>,
    pub(super) updates: Updates,
    pub(super) callbacks: BTreeMap<u64, Callback>,
    pub(super) profile: Profile,
    pub(super) files: HashMap<u64, Bytes>,
    pub(super) log: Log,
    pub(super) faults: Faults,
    pub(super) gate: Gate,
    pub(super) chance: Chance,
    pub(super) webhook: Option<String>,
    contents: u64,
    last_poll: Option<(i64, Instant)>,
}

/// What a request wants to do in a chat; more is forbidden the more it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    Read,
    Edit,
    Write,
}

impl World {
    pub(super) fn new(options: Options) -> Self {
        let bot = options.token.split_once(':').and_then(|(id, _)| id.parse().ok()).unwrap_or(1);
        let mut gate = Gate::default();
        gate.set(options.limits);
        Self {
            bot,
            clock: Clock::Running(chrono::Duration::zero()),
            people: HashMap::new(),
            chats: HashMap::new(),
            updates: Updates::starting_at(options.first_update),
            callbacks: BTreeMap::new(),
            profile: Profile::default(),
            files: HashMap::new(),
            log: Log::default(),
            faults: Faults::seeded(options.seed),
            gate,
            chance: Chance::seeded(options.seed ^ 0x00da_7a0f_c4a7),
            webhook: None,
            contents: 0,
            last_poll: None,
            options,
        }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Seconds since 1970, the form of every date in the Bot API.
    pub(super) fn unix(&self) -> i64 {
        self.now().timestamp()
    }

    /// A number no other content has.
    pub(super) fn new_content(&mut self) -> u64 {
        self.contents += 1;
        self.contents
    }

    /// Whether a content with this number was ever made.
    pub(super) fn has_content(&self, id: u64) -> bool {
        (1..=self.contents).contains(&id)
    }

    /// The chat `id` if the bot may do this there; otherwise Telegram's reason why not.
    pub(super) fn chat(&mut self, id: Option<i64>, wish: Wish) -> Result<&mut Chat, Refusal> {
        let id = id.ok_or_else(|| Refusal::bad("chat not found"))?;
        let stranger = self.stranger(id, wish);
        let deactivated = self.people.get(&id).is_some_and(|account| account.deactivated);
        let chat = self.chats.get_mut(&id).ok_or(stranger)?;
        if let (Some(to), Wish::Write) = (chat.moved_to, wish) {
            return Err(Refusal::moved(to));
        }
        let refused = match (chat.kind, &chat.standing, wish) {
            (ChatKind::Private, _, Wish::Edit | Wish::Write) if deactivated => "user is deactivated",
            (ChatKind::Private, Standing::Kicked, Wish::Write) => "bot was blocked by the user",
            (ChatKind::Group, Standing::Kicked, Wish::Edit | Wish::Write) => {
                "bot was kicked from the group chat"
            }
            (ChatKind::Group, Standing::Stranger, Wish::Edit | Wish::Write) => {
                "bot is not a member of the group chat"
            }
            (ChatKind::Supergroup, Standing::Kicked, _) => "bot was kicked from the supergroup chat",
            (ChatKind::Supergroup, Standing::Stranger, _) => "bot is not a member of the supergroup chat",
            (ChatKind::Channel, Standing::Kicked, _) => "bot was kicked from the channel chat",
            (ChatKind::Channel, Standing::Stranger, _) => "bot is not a member of the channel chat",
            _ => return Ok(chat),
        };
        Err(Refusal::forbidden(refused))
    }

    /// Why the bot cannot do this in a chat it has never been in.
    fn stranger(&self, id: i64, wish: Wish) -> Refusal {
        // Looked at only when there is no chat: with many chats it would be slow.
        let is_known = !self.chats.contains_key(&id) && wish == Wish::Write && id > 0;
        // A member of a common group is known to the bot, but has not let it write to her.
        if is_known && self.chats.values().any(|chat| chat.admits_bot() && chat.members.contains(&id)) {
            return Refusal::forbidden("bot can't initiate conversation with a user");
        }
        Refusal::new(400, "Bad Request: chat not found", None)
    }

    /// A poll begins. Its turn, and whether it repeats the last one too soon.
    pub(super) fn begin_poll(&mut self, offset: i64, allowed: Option<Vec<String>>) -> (u64, bool) {
        let now = Instant::now();
        let soon = self.last_poll.is_some_and(|(last, at)| last == offset && now - at < REPEATED);
        self.last_poll = Some((offset, now));
        (self.updates.begin(offset, allowed), soon && self.options.slow_on_repeated_polls)
    }

    /// Puts a message into a chat; its date is now. Returns its id.
    pub(super) fn add(&mut self, chat: i64, message: Message) -> i64 {
        let kept = self.options.history;
        let delivery = (message.from == Sender::Bot).then_some((message.body.id, message.flags.copied));
        let id = self.chats.get_mut(&chat).map_or(0, |chat| chat.add(message, kept));
        if let (Some((content, copied)), true) = (delivery, self.options.log_deliveries) {
            let at = Instant::now();
            self.log.deliveries.push(Delivery { at, chat, message: id, content, copied, answered: true });
        }
        id
    }

    /// A new message of `from` with this content, not yet in a chat.
    pub(super) fn draft(&self, from: Sender, body: Arc<Body>) -> Message {
        Message::new(from, self.unix(), body)
    }

    /// The `User` with this id; strangers have an id and an empty name.
    pub(super) fn user_json(&self, id: i64) -> Value {
        if id == self.bot {
            return self.bot_json();
        }
        self.people
            .get(&id)
            .map_or_else(|| json!({ "id": id, "is_bot": false, "first_name": "" }), Account::json)
    }

    /// The bot as a `User`.
    pub(super) fn bot_json(&self) -> Value {
        json!({
            "id": self.bot, "is_bot": true, "first_name": self.options.name, "username": self.options.username,
        })
    }

    /// The `Chat`.
    pub(super) fn chat_json(&self, chat: &Chat) -> Value {
        if let (ChatKind::Private, Some(account)) = (chat.kind, self.people.get(&chat.id)) {
            return account.chat_json();
        }
        let mut value = json!({ "id": chat.id, "type": chat.kind.name(), "title": chat.title });
        if let (true, Some(fields)) = (chat.forum, value.as_object_mut()) {
            fields.insert("is_forum".to_owned(), true.into());
        }
        value
    }

    /// The `Message` with this id; `null` when it does not exist.
    pub(super) fn message_json(&self, chat: i64, id: i64) -> Value {
        let Some(chat) = self.chats.get(&chat) else { return Value::Null };
        chat.message(id).map_or(Value::Null, |message| self.full(chat, message))
    }

    fn full(&self, chat: &Chat, message: &Message) -> Value {
        let mut value = self.bare(chat, message);
        // In a topic, what answers nothing answers the topic's first message.
        let root = message.thread.filter(|thread| *thread != message.id);
        let replied = message.reply_to.or(root).and_then(|to| chat.message(to)).map(|to| self.bare(chat, to));
        if let (Some(fields), Some(replied)) = (value.as_object_mut(), replied) {
            fields.insert("reply_to_message".to_owned(), replied);
        }
        value
    }

    fn bare(&self, chat: &Chat, message: &Message) -> Value {
        let about = self.chat_json(chat);
        let mut value = json!({ "message_id": message.id, "date": message.date });
        let Some(fields) = value.as_object_mut() else { return value };
        let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        match message.from {
            Sender::Bot => set("from", self.bot_json()),
            Sender::Person(id) => set("from", self.user_json(id)),
            Sender::Anonymous => {
                set("sender_chat", about.clone());
                set("from", anonymous())
            }
        };
        set("chat", about);
        if let Some(edited) = message.edited {
            set("edit_date", edited.into());
        }
        if let Some(thread) = message.thread {
            set("message_thread_id", thread.into());
            set("is_topic_message", true.into());
        }
        if let Some(album) = &message.album {
            set("media_group_id", album.to_string().into());
        }
        if let Some(origin) = &message.forwarded {
            set("forward_origin", origin.as_ref().clone());
        }
        if let Some(quote) = &message.quote {
            let position = place_of(chat, message, quote);
            set("quote", json!({ "text": quote.as_ref(), "position": position, "is_manual": true }));
        }
        if let Some(keyboard) = &message.inline {
            set("reply_markup", keyboard.as_ref().clone());
        }
        if message.flags.protected {
            set("has_protected_content", true.into());
        }
        fields.extend(message.body.fields.clone());
        value
    }

    /// Queues an update that brings a message.
    pub(super) fn tell(&mut self, kind: &str, chat: i64, message: i64) -> Option<i64> {
        let payload = self.message_json(chat, message);
        let content = self.chats.get(&chat)?.message(message)?.body.id;
        let now = self.unix();
        self.updates.push(kind, &payload, content, now)
    }

    /// Queues an update that brings something else.
    pub(super) fn tell_of(&mut self, kind: &str, payload: &Value) -> Option<i64> {
        let now = self.unix();
        self.updates.push(kind, payload, 0, now)
    }
}

/// Where a quote begins in the message it is from, in UTF-16 units.
fn place_of(chat: &Chat, message: &Message, quote: &str) -> usize {
    let words = message.reply_to.and_then(|to| chat.message(to)).map(|to| to.body.words());
    let before = words.and_then(|words| words.split_once(quote)).map_or("", |(before, _)| before);
    before.encode_utf16().count()
}

/// The account that stands for anonymous administrators.
pub(super) fn anonymous() -> Value {
    json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot" })
}
