//! The people with an account.

use serde_json::{Value, json};

/// A person as she registered with Telegram.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Person {
    /// Account id; also the id of her private chat with the bot.
    pub id: i64,
    /// First name, as typed.
    pub first_name: String,
    /// Last name.
    pub last_name: Option<String>,
    /// Name without the @.
    pub username: Option<String>,
    /// The language her app is set to (IETF tag).
    pub language_code: Option<String>,
}

impl Person {
    /// A person with a first name and nothing else.
    pub fn named(id: i64, first_name: &str) -> Self {
        Self { id, first_name: first_name.to_owned(), ..Self::default() }
    }

    /// The same with the app in a language.
    #[must_use]
    pub fn with_app_in(mut self, language: &str) -> Self {
        self.language_code = Some(language.to_owned());
        self
    }

    /// The same with a last name and a username, which no partner may ever see.
    #[must_use]
    pub fn known_as(mut self, last_name: &str, username: &str) -> Self {
        self.last_name = Some(last_name.to_owned());
        self.username = Some(username.to_owned());
        self
    }
}

/// An account and what its owner decided.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) person: Person,
    pub(super) deactivated: bool,
    pub(super) forbids_voice: bool,
}

impl Account {
    /// The `User`.
    pub(super) fn json(&self) -> Value {
        let person = &self.person;
        let mut user = json!({ "id": person.id, "is_bot": false, "first_name": person.first_name });
        optional(&mut user, "last_name", person.last_name.as_deref());
        optional(&mut user, "username", person.username.as_deref());
        optional(&mut user, "language_code", person.language_code.as_deref());
        user
    }

    /// Her private chat with the bot.
    pub(super) fn chat_json(&self) -> Value {
        let person = &self.person;
        let mut chat = json!({ "id": person.id, "type": "private", "first_name": person.first_name });
        optional(&mut chat, "last_name", person.last_name.as_deref());
        optional(&mut chat, "username", person.username.as_deref());
        chat
    }
}

fn optional(object: &mut Value, name: &str, value: Option<&str>) {
    if let (Some(fields), Some(value)) = (object.as_object_mut(), value) {
        fields.insert(name.to_owned(), value.into());
    }
}
