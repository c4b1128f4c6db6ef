//! Taps on inline buttons, from the finger to the toast.

use serde_json::{Value, json};

use super::{
    chats::{Chat, Toast},
    params::Params,
    refuse::{Answer, Refusal},
    text::units,
    world::World,
};

/// A tap can be answered this many seconds.
const ANSWERABLE: i64 = 150;
const LONGEST_TOAST: usize = 200;
/// Query ids are never those of messages.
const FIRST_QUERY: u64 = 4_000_000_000;

/// A tap that waits for its answer.
#[derive(Debug, Clone)]
pub(super) struct Callback {
    at: i64,
    person: i64,
    chat: i64,
    data: String,
    answered: bool,
}

/// `answerCallbackQuery`
pub(super) fn answer(world: &mut World, params: &Params) -> Answer {
    let text = params.text("text").unwrap_or_default().into_owned();
    if units(&text) > LONGEST_TOAST {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let now = world.unix();
    let id = params.text("callback_query_id").and_then(|id| id.parse::<u64>().ok()).unwrap_or(0);
    let callback =
        world.callbacks.get_mut(&id).filter(|callback| now - callback.at <= ANSWERABLE).ok_or_else(|| {
            Refusal::bad("query is too old and response timeout expired or query ID is invalid")
        })?;
    if callback.answered {
        return Ok(true.into());
    }
    callback.answered = true;
    let (person, alert) = (callback.person, params.truth("show_alert"));
    let toast = Toast { person, text, alert, data: callback.data.clone() };
    let chat = callback.chat;
    if let Some(chat) = world.chats.get_mut(&chat) {
        chat.toasts.push(toast);
    }
    Ok(true.into())
}

impl World {
    /// `person` taps a button with `data` under a message. Returns the query's id.
    pub(super) fn tap(&mut self, person: i64, chat: i64, message: i64, data: &str) -> u64 {
        let id = FIRST_QUERY + self.new_content();
        let at = self.unix();
        self.callbacks.retain(|_, callback| at - callback.at <= ANSWERABLE);
        self.callbacks.insert(id, Callback { at, person, chat, data: data.to_owned(), answered: false });
        let mut carrier = self.message_json(chat, message);
        if carrier.is_null() {
            // Telegram says no more than this about a message that is gone.
            let chat = self.chats.get(&chat).map(|chat| self.chat_json(chat));
            carrier = json!({ "chat": chat, "message_id": message, "date": 0 });
        }
        let query = json!({
            "id": id.to_string(), "from": self.user_json(person), "message": carrier,
            "chat_instance": chat.to_string(), "data": data,
        });
        self.tell_of("callback_query", &query);
        id
    }

    /// Whether a tap was answered; `None` for one that is not known any more.
    pub(super) fn is_answered(&self, id: u64) -> Option<bool> {
        self.callbacks.get(&id).map(|callback| callback.answered)
    }
}

/// The rows of an inline keyboard.
pub(super) fn rows(keyboard: &Value) -> impl Iterator<Item = &Vec<Value>> {
    keyboard
        .get("inline_keyboard")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
}

/// The newest message with a button of this label, and its data: the same label first, else one that contains it.
pub(super) fn find(chat: &Chat, message: Option<i64>, label: &str) -> Option<(i64, Option<String>)> {
    let search = |fits: &dyn Fn(&str) -> bool| {
        let live = chat.history().rev().filter(|one| !one.flags.deleted);
        live.filter(|one| message.is_none_or(|id| id == one.id)).find_map(|one| {
            let keyboard = one.inline.as_ref()?;
            let button = rows(keyboard)
                .flatten()
                .find(|button| button.get("text").and_then(Value::as_str).is_some_and(fits))?;
            let data = button.get("callback_data").and_then(Value::as_str).map(str::to_owned);
            Some((one.id, data))
        })
    };
    let label = bare(label);
    search(&|text| bare(text) == label).or_else(|| search(&|text| bare(text).contains(&label)))
}

/// Words without the marks that only steer direction: nobody sees them.
pub(super) fn bare(text: &str) -> String {
    let unseen = |c: &char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !unseen(c)).collect()
}
