//! A person's phone: what she does with the bot, and what she sees of it.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    acts::Place,
    callbacks::find,
    chats::{Standing, Toast, Topic, Turned},
    content::Content,
    screen::{Seen, glimpse, letters},
    telegram::Telegram,
};

/// The phone of one person, open at her chat with the bot.
#[derive(Debug, Clone)]
pub struct Phone {
    telegram: Telegram,
    id: i64,
}

/// Something a person wanted to do or see is not on her screen; the newest messages are.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    /// No button has the label.
    #[error("no button {label:?} on the screen:{screen}")]
    Button {
        /// The label.
        label: String,
        /// What is there.
        screen: String,
    },
    /// No message of the bot has the words.
    #[error("never saw {words:?}; the screen:{screen}")]
    Words {
        /// The words.
        words: String,
        /// What is there.
        screen: String,
    },
}

impl Phone {
    pub(super) fn new(telegram: Telegram, id: i64) -> Self {
        Self { telegram, id }
    }

    /// Her account id, which is also the id of her chat with the bot.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Opens the bot and presses Start. Returns the id of her `/start` message. A payload that no link can carry (1
    /// to 64 of `A-Z a-z 0-9 _ -`) is lost, as it is on a phone.
    pub fn starts(&self, payload: Option<&str>) -> i64 {
        let payload = payload.filter(|payload| {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            (1..=64).contains(&payload.len()) && payload.bytes().all(fits)
        });
        self.says(&payload.map_or_else(|| "/start".to_owned(), |payload| format!("/start {payload}")))
    }

    /// Follows a link to the bot (`https://t.me/<bot>?start=<payload>`) and presses Start; `None` when it leads
    /// elsewhere.
    pub fn opens(&self, link: &str) -> Option<i64> {
        let path = link.strip_prefix("https://t.me/")?;
        let (bot, payload) = path.split_once("?start=").map_or((path, None), |(bot, rest)| (bot, Some(rest)));
        (bot == self.telegram.bot_username()).then(|| self.starts(payload))
    }

    /// Writes a text. Returns its id.
    pub fn says(&self, text: &str) -> i64 {
        self.sends(text)
    }

    /// Sends anything. Returns its id.
    pub fn sends(&self, content: impl Into<Content>) -> i64 {
        let content = content.into();
        self.telegram.shared().change(|world| world.hears(self.id, content, None).0)
    }

    /// Writes into a topic of this chat. Returns its id.
    pub fn says_in(&self, thread: i64, text: &str) -> i64 {
        let place = Place { thread: Some(thread), ..Place::default() };
        self.telegram.shared().change(|world| world.hears_at(self.id, text.into(), place))
    }

    /// The topics of this chat: thread id and name.
    pub fn topics(&self) -> Vec<(i64, String)> {
        let world = self.telegram.shared().world();
        let topics = world.chats.get(&self.id).into_iter().flat_map(|chat| &chat.topics);
        topics.map(|(thread, topic)| (*thread, topic.name.clone())).collect()
    }

    /// Makes a topic herself, where the bot lets people. Returns its thread id.
    pub fn opens_topic(&self, name: &str) -> i64 {
        self.telegram.shared().change(|world| {
            let icon_color = 0x006F_B9F0;
            let created = json!({ "name": name, "icon_color": icon_color });
            let thread = world.happens(self.id, self.id, "forum_topic_created", created);
            if let Some(chat) = world.chats.get_mut(&self.id) {
                chat.topics.insert(thread, Topic { name: name.to_owned(), closed: false, icon_color });
            }
            thread
        })
    }

    /// Deletes a topic; bots are not told.
    pub fn deletes_topic(&self, thread: i64) {
        self.telegram.shared().change(|world| {
            world.chats.entry(self.id).and_modify(|chat| chat.remove_topic(thread));
        });
    }

    /// Answers a message of this chat. Returns the answer's id.
    pub fn replies(&self, to: i64, content: impl Into<Content>) -> i64 {
        let content = content.into();
        self.telegram.shared().change(|world| world.hears(self.id, content, Some(to)).0)
    }

    /// Answers a part of a message of this chat, which she chose. Returns the answer's id.
    pub fn quotes(&self, to: i64, quote: &str, content: impl Into<Content>) -> i64 {
        let content = content.into();
        self.telegram.shared().change(|world| world.quotes(self.id, to, quote, content))
    }

    /// Sends on a message of someone the bot may not know.
    pub fn forwards(&self, from: &str, content: impl Into<Content>) -> i64 {
        let content = content.into();
        let origin = serde_json::json!({ "type": "hidden_user", "date": 1, "sender_user_name": from });
        self.telegram.shared().change(|world| world.passes_on(self.id, content, origin))
    }

    /// Changes the words of a message she wrote. False when it is gone.
    pub fn edits(&self, id: i64, text: &str) -> bool {
        self.telegram.shared().change(|world| world.rewrites(self.id, id, text))
    }

    /// Puts something else in the place of what she sent, as when she exchanges a photo. False when it is gone.
    pub fn exchanges(&self, id: i64, content: impl Into<Content>) -> bool {
        let content = content.into();
        self.telegram.shared().change(|world| world.exchanges(self.id, id, content))
    }

    /// Changes fields of a message of hers, as when she covers a picture; `null` takes one away. False when it is gone.
    pub fn alters(&self, id: i64, how: &Value) -> bool {
        let how = how.as_object().cloned().unwrap_or_default();
        self.telegram.shared().change(|world| world.alters(self.id, id, &how))
    }

    /// Telegram tells of an edit of hers that changed nothing that is seen. False when it is gone.
    pub fn stirs(&self, id: i64) -> bool {
        self.telegram.shared().change(|world| world.stirs(self.id, id))
    }

    /// Reacts with these `ReactionType`s, as Premium users can: several, custom ones, paid ones. False when it is gone.
    pub fn shows(&self, id: i64, reactions: &[Value]) -> bool {
        self.telegram.shared().change(|world| world.shows(self.id, self.id, id, reactions))
    }

    /// Reacts to a message. False when it is gone.
    pub fn reacts(&self, id: i64, emoji: &str) -> bool {
        self.telegram.shared().change(|world| world.reacts(self.id, self.id, id, Some(emoji)))
    }

    /// Takes her reaction back.
    pub fn unreacts(&self, id: i64) -> bool {
        self.telegram.shared().change(|world| world.reacts(self.id, self.id, id, None))
    }

    /// Deletes a message for both; bots are not told.
    pub fn deletes(&self, id: i64) -> bool {
        self.telegram
            .shared()
            .change(|world| world.chats.get_mut(&self.id).is_some_and(|chat| chat.delete(id)))
    }

    /// Presses the newest inline button with this label, or the key of her keyboard. Returns the id of the callback
    /// query or, for a key, of the message it wrote.
    ///
    /// # Errors
    /// When there is neither.
    pub fn presses(&self, label: &str) -> Result<i64, Missing> {
        self.press(None, label)
    }

    /// Presses a button under this message. Returns the id of the callback query.
    ///
    /// # Errors
    /// When there is no such button.
    pub fn presses_on(&self, message: i64, label: &str) -> Result<i64, Missing> {
        self.press(Some(message), label)
    }

    fn press(&self, message: Option<i64>, label: &str) -> Result<i64, Missing> {
        let pressed = self.telegram.shared().change(|world| {
            let chat = world.chats.get_mut(&self.id)?;
            if let Some((id, data)) = find(chat, message, label) {
                // A link or a copy button does its work on the phone.
                return Some(data.map_or(0, |data| world.tap(self.id, self.id, id, &data).cast_signed()));
            }
            let keys = letters(chat).filter(|_| message.is_none())?.concat();
            let key = keys
                .iter()
                .find(|key| *key == label)
                .or_else(|| keys.iter().find(|key| key.contains(label)))?;
            let once = |keyboard: &Value| keyboard.get("one_time_keyboard") == Some(&Value::Bool(true));
            if chat.keyboard.as_ref().is_some_and(|(_, keyboard)| once(keyboard)) {
                chat.keyboard = None;
            }
            Some(world.hears(self.id, key.as_str().into(), None).0)
        });
        pressed.ok_or_else(|| Missing::Button { label: label.to_owned(), screen: glimpse(&self.screen()) })
    }

    /// A tap with any data on any message, as a tampered client sends it. Returns the id of the callback query.
    pub fn sends_callback(&self, message: i64, data: &str) -> i64 {
        self.telegram.shared().change(|world| world.tap(self.id, self.id, message, data)).cast_signed()
    }

    /// Whether the bot answered a tap; `None` when Telegram forgot it.
    pub fn is_answered(&self, query: i64) -> Option<bool> {
        self.telegram.shared().world().is_answered(query.cast_unsigned())
    }

    /// The chat as she sees it, oldest message first.
    pub fn screen(&self) -> Vec<Seen> {
        self.history().into_iter().filter(|seen| !seen.deleted).collect()
    }

    /// The chat with all that was ever deleted.
    pub fn history(&self) -> Vec<Seen> {
        let world = self.telegram.shared().world();
        let Some(chat) = world.chats.get(&self.id) else { return Vec::new() };
        chat.history().map(|message| Seen::of(chat, message)).collect()
    }

    /// The newest message of the bot; what Telegram says by itself ("pinned") does not count.
    pub fn last(&self) -> Option<Seen> {
        let world = self.telegram.shared().world();
        let chat = world.chats.get(&self.id)?;
        let real = chat.history().rev().filter(|message| !message.body.is_service());
        let from_bot = |seen: &Seen| seen.from_bot && !seen.deleted;
        real.map(|message| Seen::of(chat, message)).find(from_bot)
    }

    /// The labels of the keyboard that stands in the place of letters.
    pub fn keyboard(&self) -> Option<Vec<Vec<String>>> {
        self.telegram.shared().world().chats.get(&self.id).and_then(letters)
    }

    /// The grey text in her empty input field.
    pub fn placeholder(&self) -> Option<String> {
        let world = self.telegram.shared().world();
        let (_, keyboard) = world.chats.get(&self.id)?.keyboard.as_ref()?;
        keyboard.get("input_field_placeholder")?.as_str().map(str::to_owned)
    }

    /// What the bot answered to her taps, in order.
    pub fn toasts(&self) -> Vec<Toast> {
        self.telegram.shared().world().chats.get(&self.id).map(|chat| chat.toasts.clone()).unwrap_or_default()
    }

    /// The commands in her menu, as name and description, in the language of her app.
    pub fn menu(&self) -> Vec<(String, String)> {
        let world = self.telegram.shared().world();
        let account = world.people.get(&self.id);
        let language =
            account.and_then(|account| account.person.language_code.as_deref()).unwrap_or_default();
        let language = language.get(..2).unwrap_or_default();
        let field = |command: &Value, name: &str| {
            command.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let commands = world.profile.menu(self.id, language).iter();
        commands.map(|command| (field(command, "command"), field(command, "description"))).collect()
    }

    /// The language of her app.
    pub fn language(&self) -> Option<String> {
        self.telegram.shared().world().people.get(&self.id)?.person.language_code.clone()
    }

    /// Sets her app to a language; the bot hears of it with her next message.
    pub fn reads_in(&self, language: &str) {
        self.telegram.shared().change(|world| {
            let language = Some(language.to_owned());
            world.people.entry(self.id).and_modify(|account| account.person.language_code = language);
        });
    }

    /// What the bot was refused in her chat lately, in order.
    pub fn refusals(&self) -> Vec<Turned> {
        let world = self.telegram.shared().world();
        world.chats.get(&self.id).map(|chat| chat.refused.iter().cloned().collect()).unwrap_or_default()
    }

    /// Whether she has a chat with the bot.
    pub fn has_started(&self) -> bool {
        self.telegram.shared().world().chats.contains_key(&self.id)
    }

    /// Blocks the bot.
    pub fn blocks(&self) {
        self.telegram.shared().change(|world| world.block(self.id));
    }

    /// Unblocks the bot without writing to it.
    pub fn unblocks(&self) {
        self.telegram.shared().change(|world| world.unblock(self.id));
    }

    /// Whether she has blocked the bot.
    pub fn is_blocking(&self) -> bool {
        let world = self.telegram.shared().world();
        world.chats.get(&self.id).is_some_and(|chat| chat.standing == Standing::Kicked)
    }

    /// Gives up her account; bots are not told.
    pub fn deactivates(&self) {
        self.telegram.shared().change(|world| {
            world.people.entry(self.id).and_modify(|account| account.deactivated = true);
        });
    }

    /// Forbids voice and video messages, as Premium users can.
    pub fn forbids_voice(&self) {
        self.telegram.shared().change(|world| {
            world.people.entry(self.id).and_modify(|account| account.forbids_voice = true);
        });
    }

    /// Waits until the bot's messages on her screen contain these words; the newest of them.
    ///
    /// # Errors
    /// When they do not in `time`.
    pub async fn until_sees(&self, words: &str, time: Duration) -> Result<Seen, Missing> {
        let wanted = |phone: &Self| {
            let fits = |seen: &Seen| seen.from_bot && seen.text.contains(words);
            phone.screen().into_iter().rev().find(fits)
        };
        let found = self.telegram.until_some(time, |_| wanted(self)).await;
        found.map_err(|_| Missing::Words { words: words.to_owned(), screen: glimpse(&self.screen()) })
    }
}
