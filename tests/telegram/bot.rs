//! A bot by hand: one POST at a time.

use lazo::demo::{Options, Person, Phone, Telegram};
use reqwest::{Client, Response};
use serde_json::{Value, json};

/// A Telegram, and a client that speaks for its bot.
pub(crate) struct Bot {
    pub(crate) telegram: Telegram,
    pub(crate) client: Client,
}

impl Bot {
    pub(crate) async fn new() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        Self { telegram: Telegram::start(options).await.expect("a free port"), client: Client::new() }
    }

    /// A bot and someone who has started it; her updates are confirmed.
    pub(crate) async fn and_amina() -> (Self, Phone) {
        let bot = Self::new().await;
        let amina = bot.amina();
        amina.starts(None);
        bot.updates().await;
        (bot, amina)
    }

    pub(crate) fn amina(&self) -> Phone {
        self.telegram.person(Person::named(11, "Amina").known_as("Haddad", "amina_h").with_app_in("ar"))
    }

    pub(crate) fn tomas(&self) -> Phone {
        self.telegram.person(Person::named(22, "Tomás").with_app_in("es"))
    }

    pub(crate) fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.telegram.url(), self.telegram.token())
    }

    pub(crate) async fn post(&self, method: &str, params: Value) -> Result<Response, reqwest::Error> {
        self.client.post(self.url(method)).json(&params).send().await
    }

    /// The answer as it came, refusals too.
    pub(crate) async fn call(&self, method: &str, params: Value) -> Value {
        self.post(method, params).await.expect("an answer").json().await.expect("JSON")
    }

    /// The result of a call that must succeed.
    pub(crate) async fn does(&self, method: &str, params: Value) -> Value {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].clone()
    }

    /// The description of a call that must be refused.
    pub(crate) async fn refused(&self, method: &str, params: Value) -> String {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], false, "{method}: {answer}");
        answer["description"].as_str().expect("a description").to_owned()
    }

    /// Everything queued, confirmed.
    pub(crate) async fn updates(&self) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            let offset = all.last().map_or(0, |last: &Value| last["update_id"].as_i64().unwrap() + 1);
            let page = self.does("getUpdates", json!({ "offset": offset })).await;
            let page = page.as_array().unwrap();
            if page.is_empty() {
                return all;
            }
            all.extend(page.iter().cloned());
        }
    }

    /// Sends a text and returns the message's id.
    pub(crate) async fn says(&self, chat: i64, text: &str) -> i64 {
        let sent = self.does("sendMessage", json!({ "chat_id": chat, "text": text })).await;
        sent["message_id"].as_i64().unwrap()
    }
}
