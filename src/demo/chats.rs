//! Chats and the messages in them: what Telegram's servers would hold.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use serde_json::{Value, json};

use super::body::Body;

/// Kinds of chats a bot meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChatKind {
    Private,
    Group,
    Supergroup,
    Channel,
}

/// What the bot is in a group, or in a private chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    Stranger,
    Member,
    /// Administrator with these `can_…` rights.
    Administrator(Vec<String>),
    /// Removed from a group, or blocked by a person.
    Kicked,
}

/// How a person stands to a group, other than as a plain member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// An administrator.
    Administrator,
    /// May not do everything, and is in it or not.
    Restricted {
        /// She is in it.
        inside: bool,
    },
    /// Went out.
    Left,
    /// Was put out, and cannot come back.
    Kicked,
}

/// One chat.
#[derive(Debug)]
pub(super) struct Chat {
    pub(super) id: i64,
    pub(super) kind: ChatKind,
    pub(super) title: String,
    pub(super) forum: bool,
    pub(super) standing: Standing,
    pub(super) members: Vec<i64>,
    /// Who stands otherwise to the group than by having joined it.
    pub(super) seats: BTreeMap<i64, Seat>,
    pub(super) moved_to: Option<i64>,
    pub(super) topics: BTreeMap<i64, Topic>,
    pub(super) pinned: Vec<i64>,
    /// The reply keyboard in force and the message that brought it.
    pub(super) keyboard: Option<(i64, Value)>,
    pub(super) toasts: Vec<Toast>,
    /// What the bot was refused here, newest last.
    pub(super) refused: VecDeque<Turned>,
    /// Messages into unknown topics land in the main chat instead of being refused.
    pub(super) lenient_topics: bool,
    messages: VecDeque<Message>,
    next: i64,
}

/// A forum topic.
#[derive(Debug, Clone)]
pub(super) struct Topic {
    pub(super) name: String,
    pub(super) closed: bool,
    pub(super) icon_color: i64,
}

/// What a person saw after pressing a button.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Toast {
    /// Who pressed.
    pub person: i64,
    /// The words; empty when the bot only stopped the waiting animation.
    pub text: String,
    /// Shown in a window that must be closed.
    pub alert: bool,
    /// The data of the button that was pressed.
    pub data: String,
}

/// Something the bot was refused in a chat.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Turned {
    /// The message it came after; 0 if there was none.
    pub after: i64,
    /// Telegram's words.
    pub why: String,
}

/// How many refusals a chat keeps.
const REFUSALS: usize = 20;

/// One message of one chat.
#[derive(Debug, Clone)]
pub(super) struct Message {
    pub(super) id: i64,
    pub(super) from: Sender,
    pub(super) date: i64,
    pub(super) edited: Option<i64>,
    pub(super) thread: Option<i64>,
    pub(super) reply_to: Option<i64>,
    pub(super) body: Arc<Body>,
    pub(super) album: Option<Arc<str>>,
    pub(super) forwarded: Option<Arc<Value>>,
    /// The part of the answered message that was chosen.
    pub(super) quote: Option<Arc<str>>,
    pub(super) inline: Option<Arc<Value>>,
    pub(super) reaction: Option<Box<str>>,
    pub(super) reactions: Vec<(i64, Vec<Value>)>,
    pub(super) flags: Flags,
}

/// What is true of a message.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, as Telegram sends them")]
pub(super) struct Flags {
    pub(super) silent: bool,
    pub(super) protected: bool,
    pub(super) deleted: bool,
    /// Brought a reply keyboard, so that it cannot be edited.
    pub(super) keyboard: bool,
    /// A copy of another message.
    pub(super) copied: bool,
    /// A text as it stands, without a mode to parse it in and without a keyboard.
    pub(super) plain: bool,
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sender {
    Bot,
    Person(i64),
    /// An administrator who writes as the group.
    Anonymous,
}

impl Message {
    pub(super) fn new(from: Sender, date: i64, body: Arc<Body>) -> Self {
        Self {
            id: 0,
            from,
            date,
            edited: None,
            thread: None,
            reply_to: None,
            body,
            album: None,
            forwarded: None,
            quote: None,
            inline: None,
            reaction: None,
            reactions: Vec::new(),
            flags: Flags::default(),
        }
    }
}

impl Chat {
    pub(super) fn new(id: i64, kind: ChatKind, title: String) -> Self {
        // Ids of different chats must not agree by accident, or a bug that mixes chats would not show.
        let first = 100 + (id.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48).cast_signed();
        Self {
            id,
            kind,
            title,
            forum: false,
            standing: Standing::Stranger,
            members: Vec::new(),
            seats: BTreeMap::new(),
            moved_to: None,
            topics: BTreeMap::new(),
            pinned: Vec::new(),
            keyboard: None,
            toasts: Vec::new(),
            refused: VecDeque::new(),
            lenient_topics: false,
            messages: VecDeque::new(),
            next: first,
        }
    }

    /// Adds a message, gives it its id, and lets go of the oldest if only `kept` are kept.
    pub(super) fn add(&mut self, mut message: Message, kept: usize) -> i64 {
        let id = self.next;
        self.next += 1;
        message.id = id;
        if self.messages.len() >= kept {
            self.messages.pop_front();
        }
        self.messages.push_back(message);
        id
    }

    /// A message that still exists.
    pub(super) fn message(&self, id: i64) -> Option<&Message> {
        let at = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        self.messages.get(at).filter(|message| !message.flags.deleted)
    }

    pub(super) fn message_mut(&mut self, id: i64) -> Option<&mut Message> {
        let at = self.messages.binary_search_by_key(&id, |message| message.id).ok()?;
        self.messages.get_mut(at).filter(|message| !message.flags.deleted)
    }

    /// Keeps that the bot was refused something here.
    pub(super) fn turns_down(&mut self, why: String) {
        if self.refused.len() >= REFUSALS {
            self.refused.pop_front();
        }
        let after = self.messages.back().map_or(0, |message| message.id);
        self.refused.push_back(Turned { after, why });
    }

    /// Every message ever kept, deleted ones too, oldest first.
    pub(super) fn history(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages.iter()
    }

    /// Removes a message, and the keyboard it brought. False when it does not exist.
    pub(super) fn delete(&mut self, id: i64) -> bool {
        let Some(message) = self.message_mut(id) else { return false };
        message.flags.deleted = true;
        if self.keyboard.as_ref().is_some_and(|(brought_by, _)| *brought_by == id) {
            self.keyboard = None;
        }
        self.pinned.retain(|pinned| *pinned != id);
        true
    }

    /// Whether the bot is an administrator with this right.
    pub(super) fn allows(&self, right: &str) -> bool {
        match &self.standing {
            Standing::Administrator(rights) => rights.iter().any(|given| given == right),
            Standing::Stranger | Standing::Member | Standing::Kicked => false,
        }
    }

    /// Whether the bot may read and write here.
    pub(super) fn admits_bot(&self) -> bool {
        match self.standing {
            Standing::Member | Standing::Administrator(_) => true,
            Standing::Stranger | Standing::Kicked => false,
        }
    }
}

impl ChatKind {
    /// Telegram's `type`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Group => "group",
            Self::Supergroup => "supergroup",
            Self::Channel => "channel",
        }
    }
}

impl Topic {
    pub(super) fn json(&self, thread: i64) -> Value {
        json!({ "message_thread_id": thread, "name": self.name, "icon_color": self.icon_color })
    }
}
