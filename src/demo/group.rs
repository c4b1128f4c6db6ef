//! Groups, with or without topics, and what people do in them.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    acts::Place,
    callbacks::find,
    chats::{Chat, ChatKind, Seat, Sender, Standing, Toast, Topic},
    content::Content,
    phone::{Missing, Phone},
    screen::{Seen, glimpse},
    telegram::Telegram,
};

/// A group to be made.
#[derive(Debug, Clone)]
pub struct Group {
    id: i64,
    title: String,
    forum: bool,
    channel: bool,
}

impl Group {
    /// A basic group; `id` is negative.
    pub fn basic(id: i64, title: &str) -> Self {
        Self { id: -id.abs(), title: title.to_owned(), forum: false, channel: false }
    }

    /// A supergroup with topics; ids of supergroups start with -100.
    pub fn forum(id: i64, title: &str) -> Self {
        Self { forum: true, ..Self::supergroup(id, title) }
    }

    /// A supergroup without topics.
    pub fn supergroup(id: i64, title: &str) -> Self {
        Self { id: supergroup_id(id), title: title.to_owned(), forum: false, channel: false }
    }

    /// A channel; its ids are like a supergroup's.
    pub fn channel(id: i64, title: &str) -> Self {
        Self { channel: true, ..Self::supergroup(id, title) }
    }
}

const SUPERGROUPS: i64 = -1_000_000_000_000;

fn supergroup_id(id: i64) -> i64 {
    if id < SUPERGROUPS { id } else { SUPERGROUPS - id.abs() }
}

/// A group on the phones of its members.
#[derive(Debug, Clone)]
pub struct GroupChat {
    telegram: Telegram,
    id: i64,
}

impl GroupChat {
    pub(super) fn found(telegram: Telegram, group: Group) -> Self {
        let kind = match group.id {
            _ if group.channel => ChatKind::Channel,
            ..SUPERGROUPS => ChatKind::Supergroup,
            _ => ChatKind::Group,
        };
        let id = group.id;
        telegram.shared().change(|world| {
            let mut chat = Chat::new(id, kind, group.title);
            chat.forum = group.forum;
            world.chats.insert(id, chat);
        });
        Self { telegram, id }
    }

    /// The chat's id.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// A person joins.
    pub fn joins(&self, person: &Phone) {
        self.telegram.shared().change(|world| {
            let user = world.user_json(person.id());
            if let Some(chat) = world.chats.get_mut(&self.id) {
                chat.members.push(person.id());
                chat.seats.remove(&person.id());
            }
            world.happens(self.id, person.id(), "new_chat_members", json!([user]));
        });
    }

    /// Whether a person is in it.
    pub fn has(&self, person: &Phone) -> bool {
        let world = self.telegram.shared().world();
        world.chats.get(&self.id).is_some_and(|chat| chat.members.contains(&person.id()))
    }

    /// A person stands to the group like this from now on.
    pub fn seats(&self, person: &Phone, seat: Seat) {
        self.telegram.shared().change(|world| {
            let Some(chat) = world.chats.get_mut(&self.id) else { return };
            chat.seats.insert(person.id(), seat);
            chat.members.retain(|member| *member != person.id());
            if matches!(seat, Seat::Administrator | Seat::Restricted { inside: true }) {
                chat.members.push(person.id());
            }
        });
    }

    /// `by` adds the bot as an administrator who may manage topics, delete and pin.
    pub fn adds_bot(&self, by: &Phone) {
        self.adds_bot_with(by, &["can_manage_topics", "can_delete_messages", "can_pin_messages"]);
    }

    /// `by` makes the bot an administrator with these rights and no others.
    pub fn adds_bot_with(&self, by: &Phone, rights: &[&str]) {
        let rights = rights.iter().map(|right| (*right).to_owned()).collect();
        self.changes_bot(by, &Standing::Administrator(rights));
    }

    /// `by` adds the bot without any rights, or takes its rights away.
    pub fn adds_bot_as_member(&self, by: &Phone) {
        self.changes_bot(by, &Standing::Member);
    }

    /// `by` removes the bot.
    pub fn removes_bot(&self, by: &Phone) {
        self.changes_bot(by, &Standing::Kicked);
    }

    fn changes_bot(&self, by: &Phone, standing: &Standing) {
        self.telegram.shared().change(|world| {
            let tells = |chat: &Chat| chat.kind != ChatKind::Channel && !chat.admits_bot();
            let joined = world.chats.get(&self.id).is_some_and(tells);
            world.stands(self.id, by.id(), standing);
            if joined {
                let bot = world.bot_json();
                world.happens(self.id, by.id(), "new_chat_members", json!([bot]));
            }
        });
    }

    /// A member writes. Returns the message's id.
    pub fn says_as(&self, person: &Phone, text: &str, thread: Option<i64>) -> i64 {
        self.sends_as(person, text, thread)
    }

    /// A member sends anything. Returns the message's id.
    pub fn sends_as(&self, person: &Phone, content: impl Into<Content>, thread: Option<i64>) -> i64 {
        self.put(Sender::Person(person.id()), content.into(), Place { thread, ..Place::default() })
    }

    /// A member answers a message. Returns the answer's id.
    pub fn replies_as(&self, person: &Phone, to: i64, content: impl Into<Content>) -> i64 {
        let thread = self.seen(to).and_then(|seen| seen.thread);
        self.put(
            Sender::Person(person.id()),
            content.into(),
            Place { thread, reply_to: Some(to), ..Place::default() },
        )
    }

    /// An administrator writes anonymously, as the group itself.
    pub fn says_anonymously(&self, text: &str, thread: Option<i64>) -> i64 {
        self.put(Sender::Anonymous, text.into(), Place { thread, ..Place::default() })
    }

    fn put(&self, from: Sender, content: Content, place: Place) -> i64 {
        self.telegram.shared().change(|world| world.says(self.id, from, content, place).0)
    }

    /// Someone, member or not, presses the newest button with this label. Returns the id of the callback query.
    ///
    /// # Errors
    /// When there is no such button.
    pub fn presses_as(&self, person: &Phone, label: &str) -> Result<i64, Missing> {
        self.press(person, None, label)
    }

    /// The same under one message.
    ///
    /// # Errors
    /// When there is no such button.
    pub fn presses_on_as(&self, person: &Phone, message: i64, label: &str) -> Result<i64, Missing> {
        self.press(person, Some(message), label)
    }

    fn press(&self, person: &Phone, message: Option<i64>, label: &str) -> Result<i64, Missing> {
        let pressed = self.telegram.shared().change(|world| {
            let (id, data) = find(world.chats.get(&self.id)?, message, label)?;
            Some(data.map_or(0, |data| world.tap(person.id(), self.id, id, &data).cast_signed()))
        });
        pressed
            .ok_or_else(|| Missing::Button { label: label.to_owned(), screen: glimpse(&self.screen(None)) })
    }

    /// A member reacts to a message.
    pub fn reacts_as(&self, person: &Phone, message: i64, emoji: &str) -> bool {
        self.telegram.shared().change(|world| world.reacts(person.id(), self.id, message, Some(emoji)))
    }

    /// What stands in a topic, or in the whole group, oldest first.
    pub fn screen(&self, thread: Option<i64>) -> Vec<Seen> {
        let world = self.telegram.shared().world();
        let Some(chat) = world.chats.get(&self.id) else { return Vec::new() };
        let here = chat.history().filter(|message| thread.is_none() || message.thread == thread);
        here.map(|message| Seen::of(chat, message)).filter(|seen| !seen.deleted).collect()
    }

    /// What the bot answered to taps in this group, in order.
    pub fn toasts(&self) -> Vec<Toast> {
        self.telegram.shared().world().chats.get(&self.id).map(|chat| chat.toasts.clone()).unwrap_or_default()
    }

    /// Waits until the bot's messages in the group contain these words; the newest of them.
    ///
    /// # Errors
    /// When they do not in `time`.
    pub async fn until_sees(&self, words: &str, time: Duration) -> Result<Seen, Missing> {
        let fits = |seen: &Seen| seen.from_bot && seen.text.contains(words);
        let found = self.telegram.until_some(time, |_| self.screen(None).into_iter().rev().find(fits)).await;
        found.map_err(|_| Missing::Words { words: words.to_owned(), screen: glimpse(&self.screen(None)) })
    }

    fn seen(&self, id: i64) -> Option<Seen> {
        let world = self.telegram.shared().world();
        let chat = world.chats.get(&self.id)?;
        Some(Seen::of(chat, chat.message(id)?))
    }

    /// The topics: thread id, name, and whether it is closed.
    pub fn topics(&self) -> Vec<(i64, String, bool)> {
        let world = self.telegram.shared().world();
        let topics = world.chats.get(&self.id).into_iter().flat_map(|chat| &chat.topics);
        topics.map(|(thread, topic)| (*thread, topic.name.clone(), topic.closed)).collect()
    }

    /// A member opens a topic. Returns its thread id.
    pub fn opens_topic(&self, by: &Phone, name: &str) -> i64 {
        self.telegram.shared().change(|world| {
            let icon_color = 0x006F_B9F0;
            let created = json!({ "name": name, "icon_color": icon_color });
            let thread = world.happens(self.id, by.id(), "forum_topic_created", created);
            if let Some(chat) = world.chats.get_mut(&self.id) {
                chat.topics.insert(thread, Topic { name: name.to_owned(), closed: false, icon_color });
            }
            thread
        })
    }

    /// An administrator deletes a topic; bots are not told.
    pub fn deletes_topic(&self, thread: i64) {
        self.telegram.shared().change(|world| {
            world.chats.entry(self.id).and_modify(|chat| chat.remove_topic(thread));
        });
    }

    /// Messages into unknown topics land in the main chat instead of being refused, as they did for a while in 2026.
    pub fn is_lenient_with_topics(&self, lenient: bool) {
        self.telegram.shared().change(|world| {
            world.chats.entry(self.id).and_modify(|chat| chat.lenient_topics = lenient);
        });
    }

    /// Topics are switched on or off.
    pub fn has_topics(&self, forum: bool) {
        self.telegram.shared().change(|world| {
            world.chats.entry(self.id).and_modify(|chat| chat.forum = forum);
        });
    }

    /// The group becomes a supergroup, without topics at first: the old id is dead, and so are its messages.
    #[must_use]
    pub fn migrates(&self, by: &Phone) -> Self {
        let new = supergroup_id(self.id);
        self.telegram.shared().change(|world| {
            let Some(old) = world.chats.get(&self.id) else { return };
            let mut chat = Chat::new(new, ChatKind::Supergroup, old.title.clone());
            chat.standing = old.standing.clone();
            chat.members.clone_from(&old.members);
            world.chats.insert(new, chat);
            world.happens(self.id, by.id(), "migrate_to_chat_id", Value::from(new));
            world.happens(new, by.id(), "migrate_from_chat_id", Value::from(self.id));
            if let Some(old) = world.chats.get_mut(&self.id) {
                old.moved_to = Some(new);
            }
        });
        Self { telegram: self.telegram.clone(), id: new }
    }
}
