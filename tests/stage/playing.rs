//! A stage that plays, a visitor's hands on it, and everything its program says in its log meanwhile.

use lazo::stage::Stage;
use lazo::words::Words;
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, Once, PoisonError};
use tokio::sync::oneshot;

/// A stage that plays until this is dropped.
pub(crate) struct Playing {
    pub(crate) url: String,
    pub(crate) client: Client,
    _stop: oneshot::Sender<()>,
}

impl Playing {
    pub(crate) async fn new() -> Self {
        listens();
        let words = Arc::new(Words::load().unwrap());
        let stage = Stage::opens(IpAddr::V4(Ipv4Addr::LOCALHOST), 0, words).await.unwrap();
        let url = format!("http://{}", stage.address());
        let (stop, stopped) = oneshot::channel();
        tokio::spawn(stage.plays(async move {
            let _ = stopped.await;
        }));
        Self { url, client: Client::new(), _stop: stop }
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.client.get(format!("{}{path}", self.url)).send().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        let request = self.client.post(format!("{}{path}", self.url));
        request.header("content-type", "application/json").body(body.to_string()).send().await.unwrap()
    }

    /// A new world's path.
    pub(crate) async fn world(&self) -> String {
        self.opens(&json!({ "tour": false })).await
    }

    /// A new world's path, where the tour begins.
    pub(crate) async fn tour(&self) -> String {
        self.opens(&json!({ "tour": true })).await
    }

    async fn opens(&self, scene: &Value) -> String {
        let answer = json_of(self.post("/worlds", scene).await).await;
        format!("/w/{}", answer["id"].as_str().unwrap())
    }

    /// What a page that is opened now is told: the phones, and the world.
    pub(crate) async fn sees(&self, world: &str) -> (Vec<Value>, Value) {
        let mut events = self.get(&format!("{world}/events")).await;
        let mut told = Vec::new();
        loop {
            let Some(chunk) = events.chunk().await.unwrap() else { panic!("the world is over") };
            told.extend_from_slice(&chunk);
            let text = String::from_utf8_lossy(&told);
            let all = |name: &str| {
                let events = text.split_inclusive("\n\n").filter(|event| event.ends_with("\n\n"));
                let named = events.filter_map(|event| event.strip_prefix(&format!("event: {name}\ndata: ")));
                named.map(|data| serde_json::from_str(data).unwrap()).collect::<Vec<Value>>()
            };
            if let Some(about) = all("world").pop() {
                return (all("phone"), about);
            }
        }
    }

    /// Does something on a phone; Telegram may refuse it.
    pub(crate) async fn acts(&self, world: &str, phone: usize, act: Value) {
        let answer = self.post(&format!("{world}/acts"), &json!({ "phone": phone, "act": act })).await;
        let fine = [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY].contains(&answer.status());
        assert!(fine, "{} after {act} on phone {phone}", answer.status());
    }

    /// Presses the newest button with this label.
    pub(crate) async fn presses(&self, world: &str, phone: usize, label: &str) {
        let (phones, _) = self.sees(world).await;
        let messages = phones[phone]["messages"].as_array().unwrap();
        let found = buttons(messages).into_iter().rev().find(|it| it.label.contains(label));
        let found = found.unwrap_or_else(|| panic!("no {label} on phone {phone}"));
        self.acts(world, phone, found.press()).await;
    }

    /// Presses the newest button with this label in the group, on the phone of a member.
    pub(crate) async fn presses_in(&self, world: &str, group: usize, by: usize, label: &str) -> StatusCode {
        let (phones, _) = self.sees(world).await;
        let messages = phones.last().unwrap()["messages"].as_array().unwrap();
        let found = buttons(messages).into_iter().rev().find(|it| it.label.contains(label)).unwrap();
        let wish = json!({ "phone": group, "by": by, "act": found.press() });
        self.post(&format!("{world}/acts"), &wish).await.status()
    }

    /// Presses the key with this label.
    pub(crate) async fn keys(&self, world: &str, phone: usize, label: &str) {
        let (phones, _) = self.sees(world).await;
        let found = keys(&phones[phone]).into_iter().find(|key| key.as_str().unwrap().contains(label));
        self.acts(world, phone, json!({ "key": { "label": found.unwrap() } })).await;
    }

    /// Moves time.
    pub(crate) async fn moves(&self, world: &str, by: Value) {
        let answer = self.post(&format!("{world}/time"), &by).await;
        assert_eq!(answer.status(), StatusCode::OK, "time moves by {by}");
    }

    /// Goes on with the tour, and once the page offers the way back, takes it. Gives whether it had to.
    pub(crate) async fn goes_on(&self, world: &str) -> bool {
        let before = self.sees(world).await.1["tour"]["done"].as_u64().unwrap();
        let answer = self.post(&format!("{world}/tour"), &json!({ "on": true })).await;
        assert_eq!(answer.status(), StatusCode::OK, "step {} of the tour", before + 1);
        let tour = self.sees(world).await.1["tour"].clone();
        if tour["done"] == before + 1 {
            return false;
        }
        assert_eq!(tour["stuck"], json!(true), "the page offers a way back: {tour}");
        let over = self.post(&format!("{world}/over"), &json!({ "tour": true, "done": before + 1 })).await;
        assert_eq!(over.status(), StatusCode::OK, "a fresh world at step {}", before + 1);
        let tour = self.sees(world).await.1["tour"].clone();
        assert_eq!((&tour["done"], &tour["stuck"]), (&json!(before + 1), &json!(false)), "{tour}");
        true
    }
}

pub(crate) async fn json_of(answer: Response) -> Value {
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

/// A button that can be pressed.
pub(crate) struct Pressed {
    message: Value,
    row: usize,
    column: usize,
    pub(crate) label: String,
}

impl Pressed {
    pub(crate) fn press(&self) -> Value {
        json!({ "press": { "message": self.message, "row": self.row, "column": self.column } })
    }
}

/// All buttons below these messages, in their order.
pub(crate) fn buttons(messages: &[Value]) -> Vec<Pressed> {
    let mut all = Vec::new();
    for message in messages {
        for (row, keys) in message["buttons"].as_array().unwrap().iter().enumerate() {
            for (column, key) in keys.as_array().unwrap().iter().enumerate() {
                let label = key["text"].as_str().unwrap().to_owned();
                all.push(Pressed { message: message["id"].clone(), row, column, label });
            }
        }
    }
    all
}

/// The links to the bot that a phone shows, oldest first.
pub(crate) fn links(phone: &Value) -> Vec<String> {
    let texts = phone["messages"].as_array().unwrap().iter().filter_map(|it| it["text"].as_str());
    let words = texts.flat_map(|text| text.split(|it: char| !it.is_ascii_graphic()));
    words.filter(|word| word.starts_with("https://t.me/")).map(str::to_owned).collect()
}

/// The labels on the keyboard of a phone.
pub(crate) fn keys(phone: &Value) -> Vec<Value> {
    let rows = phone["keyboard"].as_array().cloned().unwrap_or_default();
    rows.iter().flat_map(|row| row.as_array().unwrap().clone()).collect()
}

/// What the program has said in its log.
static SAID: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Said;

impl io::Write for Said {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        SAID.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// From now on every line of the log is kept, whatever it is about.
fn listens() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let log = tracing_subscriber::fmt().with_max_level(tracing::Level::INFO).with_writer(|| Said);
        log.with_ansi(false).init();
    });
}

/// The log so far, of all tests of this program.
pub(crate) fn log() -> String {
    String::from_utf8_lossy(&SAID.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}
