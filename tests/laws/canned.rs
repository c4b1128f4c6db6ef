//! A Bot API server that answers some methods as it is told, and all others well.

use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What is answered.
#[derive(Clone)]
pub(crate) enum Answer {
    /// This status and body.
    Says(u16, String),
    /// The connection closes, and nobody knows whether it was done.
    Nothing,
}

#[derive(Default)]
struct Told {
    answers: HashMap<String, Answer>,
    asked: Vec<String>,
}

/// The server.
#[derive(Clone)]
pub(crate) struct Canned {
    /// Its address.
    pub(crate) url: String,
    told: Arc<Mutex<Told>>,
}

impl Canned {
    /// Answers everything well.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let canned = Self { url, told: Arc::default() };
        let server = canned.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                tokio::spawn(async move { server.serves(stream).await });
            }
        });
        canned
    }

    /// From now on this method (`sendMessage`) is answered so, and every other well.
    pub(crate) fn answers(&self, method: &str, answer: &Answer) {
        self.told.lock().unwrap().answers.clear();
        self.answers_too(method, answer);
    }

    /// This one is answered so, too.
    pub(crate) fn answers_too(&self, method: &str, answer: &Answer) {
        self.told.lock().unwrap().answers.insert(method.to_ascii_lowercase(), answer.clone());
    }

    /// The methods that were called since this was asked last, small letters, in their order.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.told.lock().unwrap().asked)
    }

    async fn serves(&self, mut stream: TcpStream) {
        let mut read = Vec::new();
        let (head, length) = loop {
            let mut some = [0; 4096];
            let Ok(n @ 1..) = stream.read(&mut some).await else { return };
            read.extend_from_slice(&some[..n]);
            if let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&read[..end]).to_ascii_lowercase();
                let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
                break (head.clone(), end + 4 + length.map_or(0, |it| it.trim().parse().unwrap()));
            }
        };
        while read.len() < length {
            let mut some = [0; 4096];
            let Ok(n @ 1..) = stream.read(&mut some).await else { return };
            read.extend_from_slice(&some[..n]);
        }
        let path = head.split(' ').nth(1).unwrap_or_default();
        let method = path.rsplit('/').next().unwrap_or_default();
        let Answer::Says(status, body) = self.answer(method) else { return };
        let answer = format!(
            "HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        let _ = stream.write_all(answer.as_bytes()).await;
    }

    fn answer(&self, method: &str) -> Answer {
        let mut told = self.told.lock().unwrap();
        told.asked.push(method.to_owned());
        if let Some(answer) = told.answers.get(method) {
            return answer.clone();
        }
        let result = match method {
            "sendmessage" | "sendphoto" | "copymessage" => json!({ "message_id": 7 }),
            "getupdates" => json!([]),
            _ => json!(true),
        };
        Answer::Says(200, json!({ "ok": true, "result": result }).to_string())
    }
}

/// The methods the bot can call, by its sources: small letters, each once.
pub(crate) fn named_in_sources() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/telegram");
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let payloads =
            text.split("use teloxide_core::payloads::").skip(1).filter_map(|it| it.split(';').next());
        let quoted = text.split('"').skip(1).step_by(2);
        let words = payloads.flat_map(|it| it.split(|c: char| !c.is_ascii_alphanumeric())).chain(quoted);
        let verbs = [
            "Get", "Set", "Send", "Copy", "Edit", "Delete", "Answer", "Create", "Close", "Leave", "Pin",
            "Unpin",
        ];
        let is_method = |word: &&str| {
            word.bytes().all(|b| b.is_ascii_alphabetic())
                && verbs.iter().any(|verb| {
                    word.strip_prefix(verb).is_some_and(|rest| rest.starts_with(char::is_uppercase))
                })
        };
        found.extend(words.filter(is_method).map(str::to_ascii_lowercase));
    }
    found
}
