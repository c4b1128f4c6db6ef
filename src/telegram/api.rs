//! Our own POST to the Bot API: no URL, token or body ever reaches an error or a log.

use crate::domain::id::ChatId;
use reqwest::Url;
use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::time::Duration;
use teloxide::requests::Payload;

/// A bot's token. It has no `Debug` and no `Display`: it can only be spent on a request.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Takes a token as BotFather gives it, `123456:ABC…`; the part before the colon is the bot's id.
    ///
    /// Refuses anything else without repeating it.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let (id, secret) = text.split_once(':')?;
        let sound = id.parse::<i64>().is_ok_and(|id| id > 0)
            && secret.len() >= 8
            && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        sound.then(|| Self(text.to_owned()))
    }

    /// The bot's user id.
    pub fn bot(&self) -> i64 {
        self.0.split_once(':').and_then(|(id, _)| id.parse().ok()).unwrap_or_default()
    }
}

/// Why a call did not succeed, as far as it matters what to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// Too many requests: not before this time has passed. `None` when Telegram did not say how long.
    Later(Option<Duration>),
    /// The group has a new id.
    Moved(ChatId),
    /// The recipient has blocked the bot.
    Blocked,
    /// The recipient's account is deactivated.
    Gone,
    /// The bot may not write there at all (any other 403, or a chat that is not known).
    Closed,
    /// Telegram will never accept this request; the class of its reason.
    Never(Never),
    /// The token is wrong, or another program polls with it. Nothing is lost by waiting.
    Configuration(Configuration),
    /// It did not arrive: try again.
    Transient,
    /// It may have arrived: the answer was lost.
    Perhaps,
    /// It did arrive: the answer said ok, but could not be read.
    Unread,
}

/// Classes of final refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// What was asked for is already so: counts as done.
    AlreadySo,
    /// The message to be copied is gone: its writer took it back.
    SourceGone,
    /// The message to be edited is gone.
    TargetGone,
    /// The topic is gone.
    TopicGone,
    /// The chat has no topics.
    NoForum,
    /// The message to reply to is gone, or its caption is too long beside a reply: again without the reply.
    ReplyRefused,
    /// What is quoted does not stand in the message: again without the quote.
    QuoteRefused,
    /// This message cannot be made to say something else.
    NotEditable,
    /// This message cannot be deleted any more.
    NotDeletable,
    /// This person does not take voice messages.
    VoiceForbidden,
    /// Telegram does not let bots copy this.
    Uncopyable,
    /// The bot lacks a right in the group.
    NoRights,
    /// Anything else.
    Other,
}

impl Never {
    /// The class as it is stored and logged.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AlreadySo => "already so",
            Self::SourceGone => "source gone",
            Self::TargetGone => "target gone",
            Self::TopicGone => "topic gone",
            Self::NoForum => "no forum",
            Self::ReplyRefused => "reply refused",
            Self::QuoteRefused => "quote refused",
            Self::NotEditable => "not editable",
            Self::NotDeletable => "not deletable",
            Self::VoiceForbidden => "voice forbidden",
            Self::Uncopyable => "uncopyable",
            Self::NoRights => "no rights",
            Self::Other => "refused",
        }
    }
}

/// What is wrong with the installation rather than with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Configuration {
    /// 401 or 404: the token is not (any more) a bot's.
    Token,
    /// 409: another program polls with this token.
    Conflict,
}

/// A client for one bot.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    base: Url,
    token: Token,
}

/// Longer than any call but a long poll should take.
const CALL: Duration = Duration::from_secs(30);

#[derive(serde::Deserialize)]
struct Envelope<'a> {
    ok: bool,
    #[serde(borrow)]
    result: Option<&'a RawValue>,
    error_code: Option<u16>,
    description: Option<String>,
    #[serde(borrow)]
    parameters: Option<&'a RawValue>,
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Parameters {
    migrate_to_chat_id: Option<i64>,
    retry_after: Option<u64>,
}

impl Api {
    /// A client for a token at a Bot API server (`https://api.telegram.org` or a local one).
    pub fn new(base: &str, token: Token) -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .pool_idle_timeout(Duration::from_secs(50))
            .tcp_nodelay(true)
            .build()
            .map_err(reqwest::Error::without_url)?;
        let base = client.get(base).build().map_err(reqwest::Error::without_url)?.url().clone();
        Ok(Self { client, base, token })
    }

    /// The same with connections of its own. A connection is served by the thread that opened it: what is asked on
    /// another must cross to it and back.
    pub fn apart(&self) -> Result<Self, reqwest::Error> {
        Self::new(self.base.as_str(), self.token.clone())
    }

    /// The bot's user id, from its token.
    pub fn bot(&self) -> i64 {
        self.token.bot()
    }

    /// Calls a method with one of teloxide's payloads.
    pub async fn call<P, R>(&self, payload: &P) -> Result<R, Refused>
    where
        P: Payload + Serialize,
        R: DeserializeOwned,
    {
        self.json(P::NAME, payload, CALL).await
    }

    /// Calls a method with a body of our own.
    pub async fn ask<R: DeserializeOwned>(
        &self,
        method: &str,
        body: &(impl Serialize + ?Sized),
    ) -> Result<R, Refused> {
        self.json(method, body, CALL).await
    }

    /// Calls a method with any body, and waits so long for its answer.
    pub async fn json<R: DeserializeOwned>(
        &self,
        method: &str,
        body: &(impl Serialize + ?Sized),
        wait: Duration,
    ) -> Result<R, Refused> {
        self.answer(self.client.post(self.url(method)).json(body).timeout(wait)).await
    }

    /// Sends a picture (PNG bytes) with the other fields of `sendPhoto`.
    pub async fn photo<R: DeserializeOwned>(
        &self,
        fields: Vec<(&'static str, String)>,
        png: Vec<u8>,
    ) -> Result<R, Refused> {
        let part = Part::bytes(png)
            .file_name("invitation.png")
            .mime_str("image/png")
            .map_err(|_| Refused::Never(Never::Other))?;
        let form = fields.into_iter().fold(Form::new(), |form, (name, value)| form.text(name, value));
        self.answer(self.client.post(self.url("SendPhoto")).multipart(form.part("photo", part)).timeout(CALL))
            .await
    }

    fn url(&self, method: &str) -> Url {
        let mut url = self.base.clone();
        let folder = url.path().trim_end_matches('/');
        let path = format!("{folder}/bot{}/{method}", self.token.0);
        url.set_path(&path);
        url
    }

    async fn answer<R: DeserializeOwned>(&self, request: reqwest::RequestBuilder) -> Result<R, Refused> {
        let response = request.send().await.map_err(|why| lost(&why))?;
        let status = response.status().as_u16();
        let Ok(body) = response.bytes().await else {
            return Err(if status >= 500 { Refused::Transient } else { Refused::Perhaps });
        };
        understand(status, &body)
    }
}

/// A request without a response.
fn lost(why: &reqwest::Error) -> Refused {
    if why.is_connect() || why.is_builder() { Refused::Transient } else { Refused::Perhaps }
}

/// A response.
fn understand<R: DeserializeOwned>(status: u16, body: &[u8]) -> Result<R, Refused> {
    let Ok(envelope) = serde_json::from_slice::<Envelope<'_>>(body) else {
        return Err(match status {
            _ if body.starts_with(b"{\"ok\":true") => Refused::Unread,
            200..300 => Refused::Perhaps,
            429 => Refused::Later(None),
            _ => Refused::Transient,
        });
    };
    if envelope.ok {
        let result = envelope.result.map_or("null", RawValue::get);
        return serde_json::from_str(result).map_err(|_| Refused::Unread);
    }
    let parameters =
        envelope.parameters.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
    Err(classify(
        envelope.error_code.unwrap_or(status),
        &envelope.description.unwrap_or_default(),
        &parameters,
    ))
}

fn classify(code: u16, description: &str, parameters: &Parameters) -> Refused {
    let says = |part: &str| description.to_ascii_lowercase().contains(&part.to_ascii_lowercase());
    if let Some(chat) = parameters.migrate_to_chat_id {
        return Refused::Moved(ChatId(chat));
    }
    match code {
        429 => Refused::Later(parameters.retry_after.map(Duration::from_secs)),
        401 | 404 => Refused::Configuration(Configuration::Token),
        409 => Refused::Configuration(Configuration::Conflict),
        403 if says("bot was blocked") => Refused::Blocked,
        403 if says("deactivated") => Refused::Gone,
        403 => Refused::Closed,
        400 if says("chat not found") || says("PEER_ID_INVALID") => Refused::Closed,
        400 => Refused::Never(class(description)),
        _ => Refused::Transient,
    }
}

/// The texts of Telegram's server that call for an answer of their own; everything else is [`Never::Other`].
const CLASSES: [(&str, Never); 20] = [
    ("message is not modified", Never::AlreadySo),
    ("message to delete not found", Never::AlreadySo),
    ("query is too old", Never::AlreadySo),
    ("query id is invalid", Never::AlreadySo),
    ("message to copy not found", Never::SourceGone),
    ("there are no messages to copy", Never::SourceGone),
    ("message_id_invalid", Never::SourceGone),
    ("message to edit not found", Never::TargetGone),
    ("message can't be edited", Never::TargetGone),
    ("message thread not found", Never::TopicGone),
    ("topic_deleted", Never::TopicGone),
    ("topic_id_invalid", Never::TopicGone),
    ("the chat is not a forum", Never::NoForum),
    ("message to be replied not found", Never::ReplyRefused),
    ("caption is too long", Never::ReplyRefused),
    ("quote_text_invalid", Never::QuoteRefused),
    ("message can't be deleted", Never::NotDeletable),
    ("voice_messages_forbidden", Never::VoiceForbidden),
    ("message can't be copied", Never::Uncopyable),
    ("not enough rights", Never::NoRights),
];

fn class(description: &str) -> Never {
    let description = description.to_ascii_lowercase();
    CLASSES.iter().find(|(text, _)| description.contains(text)).map_or(Never::Other, |(_, class)| *class)
}
