//! What people do in chats, and the updates the bot gets from it.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{
    body::Body,
    chats::{Chat, ChatKind, Sender, Standing},
    content::Content,
    rooms,
    text::{Formatted, found},
    world::World,
};

/// Where a person's message stands, and where it came from.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub(super) thread: Option<i64>,
    pub(super) reply_to: Option<i64>,
    /// The part of the answered message that she chose.
    pub(super) quote: Option<Arc<str>>,
    /// The `MessageOrigin` of what was forwarded.
    pub(super) origin: Option<Arc<Value>>,
}

impl World {
    /// Her private chat with the bot; it begins with her first message.
    fn open(&mut self, person: i64) -> &mut Chat {
        self.chats.entry(person).or_insert_with(|| Chat::new(person, ChatKind::Private, String::new()))
    }

    /// A person writes to the bot. Returns the ids of the message and of its content.
    pub(super) fn hears(&mut self, person: i64, content: Content, reply_to: Option<i64>) -> (i64, u64) {
        self.meets(person);
        self.says(person, Sender::Person(person), content, Place { reply_to, ..Place::default() })
    }

    /// A person writes to the bot, somewhere in their chat. Returns the id of the message.
    pub(super) fn hears_at(&mut self, person: i64, content: Content, place: Place) -> i64 {
        self.meets(person);
        self.says(person, Sender::Person(person), content, place).0
    }

    /// Who writes to a bot lets it write to her.
    pub(super) fn meets(&mut self, person: i64) {
        match self.open(person).standing {
            Standing::Kicked => self.unblock(person),
            Standing::Stranger => self.open(person).standing = Standing::Member,
            Standing::Member | Standing::Administrator(_) => {}
        }
    }

    /// Someone writes into a chat.
    pub(super) fn says(&mut self, chat: i64, from: Sender, content: Content, place: Place) -> (i64, u64) {
        let number = self.new_content();
        let album = content.album().map(Arc::from);
        let about = self.chats.get(&chat).map_or(Value::Null, |chat| self.chat_json(chat));
        let body = content.body(number, &about);
        let mut message = self.draft(from, Arc::new(body));
        message.thread = place.thread;
        message.reply_to = place.reply_to;
        message.quote = place.quote;
        message.album = album;
        message.forwarded = place.origin;
        let id = self.add(chat, message);
        if self.concerns_bot(chat, id) {
            self.tell("message", chat, id);
        }
        (id, number)
    }

    /// A person answers a part of a message. Returns her message's id.
    pub(super) fn quotes(&mut self, person: i64, to: i64, quote: &str, content: Content) -> i64 {
        self.meets(person);
        let place = Place { reply_to: Some(to), quote: Some(quote.into()), ..Place::default() };
        self.says(person, Sender::Person(person), content, place).0
    }

    /// A person sends on someone else's message. Returns its id.
    pub(super) fn passes_on(&mut self, person: i64, content: Content, origin: Value) -> i64 {
        self.meets(person);
        let place = Place { origin: Some(Arc::new(origin)), ..Place::default() };
        self.says(person, Sender::Person(person), content, place).0
    }

    /// In groups a bot that is no administrator sees commands, replies to it and mentions only.
    fn concerns_bot(&self, chat: i64, id: i64) -> bool {
        let Some(chat) = self.chats.get(&chat) else { return false };
        match (&chat.standing, chat.kind) {
            (_, ChatKind::Private) | (Standing::Administrator(_), _) => true,
            (Standing::Stranger | Standing::Kicked, _) => false,
            (Standing::Member, _) => {
                let Some(message) = chat.message(id) else { return false };
                let words = message.body.words();
                let replied = message.reply_to.and_then(|to| chat.message(to));
                words.starts_with('/')
                    || message.body.is_service()
                    || words.contains(&format!("@{}", self.options.username))
                    || replied.is_some_and(|replied| replied.from == Sender::Bot)
            }
        }
    }

    /// A message gets other words; text stays text, the rest gets a caption.
    pub(super) fn rewrites(&mut self, chat: i64, id: i64, text: &str) -> bool {
        let content = self.new_content();
        let now = self.unix();
        let Some(message) = self.chats.get(&chat).and_then(|chat| chat.message(id)) else { return false };
        let words = Formatted { text: text.to_owned(), entities: found(text), html: None };
        let body = message.body.rewritten(content, Some(words));
        self.now_holds(chat, id, body, now)
    }

    /// A message gets other contents, as when a photo is exchanged.
    pub(super) fn exchanges(&mut self, chat: i64, id: i64, content: Content) -> bool {
        let number = self.new_content();
        let about = self.chats.get(&chat).map_or(Value::Null, |chat| self.chat_json(chat));
        let now = self.unix();
        self.now_holds(chat, id, content.body(number, &about), now)
    }

    /// Some fields of a message become others, as when a picture is covered; `null` takes one away.
    pub(super) fn alters(&mut self, chat: i64, id: i64, how: &Map<String, Value>) -> bool {
        let now = self.unix();
        let body = self.chats.get(&chat).and_then(|chat| chat.message(id)).map(|it| it.body.as_ref().clone());
        body.is_some_and(|body| self.now_holds(chat, id, body.shown(how.clone()), now))
    }

    /// Telegram tells of an edit although nothing that is seen changed.
    pub(super) fn stirs(&mut self, chat: i64, id: i64) -> bool {
        let now = self.unix();
        let body = self.chats.get(&chat).and_then(|chat| chat.message(id)).map(|it| it.body.as_ref().clone());
        body.is_some_and(|body| self.now_holds(chat, id, body, now))
    }

    fn now_holds(&mut self, chat: i64, id: i64, body: Body, now: i64) -> bool {
        let Some(message) = self.chats.get_mut(&chat).and_then(|chat| chat.message_mut(id)) else {
            return false;
        };
        message.body = Arc::new(body);
        message.edited = Some(now);
        if self.concerns_bot(chat, id) {
            self.tell("edited_message", chat, id);
        }
        true
    }

    /// A person sets her reaction to a message, or takes it away.
    pub(super) fn reacts(&mut self, person: i64, chat: i64, id: i64, emoji: Option<&str>) -> bool {
        let new = emoji.map(|emoji| json!({ "type": "emoji", "emoji": emoji }));
        self.shows(person, chat, id, new.as_slice())
    }

    /// A person's reactions to a message are now these `ReactionType`s: Premium has several, and emoji of its own.
    pub(super) fn shows(&mut self, person: i64, chat: i64, id: i64, new: &[Value]) -> bool {
        let Some(room) = self.chats.get_mut(&chat) else { return false };
        let Some(message) = room.message_mut(id) else { return false };
        let before = message.reactions.iter().position(|(who, _)| *who == person);
        let old = before.map(|at| message.reactions.remove(at).1).unwrap_or_default();
        if !new.is_empty() {
            message.reactions.push((person, new.to_vec()));
        }
        let told = room.kind == ChatKind::Private || matches!(room.standing, Standing::Administrator(_));
        let update = json!({
            "chat": self.chats.get(&chat).map(|chat| self.chat_json(chat)), "message_id": id,
            "user": self.user_json(person), "date": self.unix(),
            "old_reaction": old, "new_reaction": new,
        });
        if told {
            self.tell_of("message_reaction", &update);
        }
        true
    }

    /// A person blocks the bot.
    pub(super) fn block(&mut self, person: i64) {
        self.open(person);
        self.stands(person, person, &Standing::Kicked);
    }

    /// A person unblocks the bot.
    pub(super) fn unblock(&mut self, person: i64) {
        self.open(person);
        self.stands(person, person, &Standing::Member);
    }

    /// `by` gives the bot another standing in a chat; the bot is told.
    pub(super) fn stands(&mut self, chat: i64, by: i64, new: &Standing) {
        let Some(room) = self.chats.get_mut(&chat) else { return };
        let old = std::mem::replace(&mut room.standing, new.clone());
        if old == *new {
            return;
        }
        let update = json!({
            "chat": self.chats.get(&chat).map(|chat| self.chat_json(chat)), "from": self.user_json(by),
            "date": self.unix(), "old_chat_member": rooms::standing(&self.bot_json(), &old),
            "new_chat_member": rooms::standing(&self.bot_json(), new),
        });
        self.tell_of("my_chat_member", &update);
    }

    /// A service message in a chat, which the bot hears about. A new topic's thread is the message's id.
    pub(super) fn happens(&mut self, chat: i64, by: i64, kind: &'static str, value: Value) -> i64 {
        let body = Body::media(self.new_content(), kind, value, None);
        let message = self.draft(Sender::Person(by), body.into());
        let id = self.add(chat, message);
        let added = self.chats.get_mut(&chat).and_then(|chat| chat.message_mut(id));
        if let (Some(message), "forum_topic_created") = (added, kind) {
            message.thread = Some(id);
        }
        if self.concerns_bot(chat, id) {
            self.tell("message", chat, id);
        }
        id
    }
}
