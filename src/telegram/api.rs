//! Our own POST to the Bot API: no URL, token or body ever reaches an error or a log.

use crate::clock::Clock;
use chrono::{DateTime, Utc};
use reqwest::Url;
use reqwest::header::{DATE, HeaderMap};
use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use teloxide_core::requests::Payload;
use url::Host;

use super::refusal::classify;
pub use super::refusal::{Configuration, Never, Refused};

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

/// A client for one bot.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    base: Url,
    token: Token,
    clock: Clock,
    /// The methods' addresses, each made once.
    urls: Arc<RwLock<HashMap<String, Url>>>,
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

impl Api {
    /// A client for a token at a Bot API server (`https://api.telegram.org` or a local one). It goes through the proxy
    /// that the environment names for `https`, unless the server is at home.
    pub fn new(base: &str, token: Token) -> Result<Self, reqwest::Error> {
        let client = || {
            reqwest::Client::builder()
                .connect_timeout(Duration::from_secs(10))
                .redirect(reqwest::redirect::Policy::none())
                .pool_idle_timeout(Duration::from_secs(50))
                .tcp_nodelay(true)
        };
        let straight = client().no_proxy().build().map_err(reqwest::Error::without_url)?;
        let base = straight.get(base).build().map_err(reqwest::Error::without_url)?.url().clone();
        // A proxy reads what is not encrypted, the token in its address too.
        let client = if base.scheme() == "https" && !is_at_home(&base) {
            client().build().map_err(reqwest::Error::without_url)?
        } else {
            straight
        };
        Ok(Self { client, base, token, clock: Clock::default(), urls: Arc::default() })
    }

    /// The same that tells this clock when Telegram answers, and what time it is there.
    #[must_use]
    pub fn telling(self, clock: &Clock) -> Self {
        Self { clock: clock.clone(), ..self }
    }

    /// The same with connections of its own. A connection is served by the thread that opened it: what is asked on
    /// another must cross to it and back.
    pub fn apart(&self) -> Result<Self, reqwest::Error> {
        Ok(Self::new(self.base.as_str(), self.token.clone())?.telling(&self.clock))
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
        self.dated(method, body, wait).await.map(|(result, _)| result)
    }

    /// The same, and when Telegram answered: that may be long ago, if the computer was frozen meanwhile.
    pub async fn dated<R: DeserializeOwned>(
        &self,
        method: &str,
        body: &(impl Serialize + ?Sized),
        wait: Duration,
    ) -> Result<(R, DateTime<Utc>), Refused> {
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
        let request = self.client.post(self.url("SendPhoto")).multipart(form.part("photo", part));
        self.answer(request.timeout(CALL)).await.map(|(result, _)| result)
    }

    /// Where a method is called. Names of methods are the program's own, so that there are only a few.
    fn url(&self, method: &str) -> Url {
        if let Some(url) = self.urls.read().unwrap_or_else(PoisonError::into_inner).get(method) {
            return url.clone();
        }
        let mut url = self.base.clone();
        let folder = url.path().trim_end_matches('/');
        let path = format!("{folder}/bot{}/{method}", self.token.0);
        url.set_path(&path);
        self.urls.write().unwrap_or_else(PoisonError::into_inner).insert(method.to_owned(), url.clone());
        url
    }

    async fn answer<R: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<(R, DateTime<Utc>), Refused> {
        let asked = self.clock.steady();
        let response = request.send().await.map_err(|why| lost(&why))?;
        let (status, date) = (response.status().as_u16(), date_of(response.headers()));
        let Ok(body) = response.bytes().await else {
            return Err(if status >= 500 { Refused::Transient } else { Refused::Perhaps });
        };
        let envelope = opened(status, &body)?;
        // Whatever stands in between says no such thing: it is Telegram that answers.
        let answered = self.clock.answered(date, asked);
        understand(status, envelope).map(|result| (result, answered))
    }
}

/// What an answer says about when it was given.
fn date_of(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    let date = DateTime::parse_from_rfc2822(headers.get(DATE)?.to_str().ok()?).ok()?;
    Some(date.to_utc())
}

/// Whether a server is this computer or a near one, which no proxy elsewhere could reach: by its address, or by a name
/// that means nothing anywhere else.
pub fn is_at_home(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(it)) => is_near(it),
        Some(Host::Ipv6(it)) => match it.to_ipv4_mapped() {
            Some(it) => is_near(it),
            None => {
                it.is_loopback() || it.is_unspecified() || it.is_unique_local() || it.is_unicast_link_local()
            }
        },
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let ends = [".localhost", ".local", ".internal", ".home.arpa"];
            !name.contains('.') || ends.iter().any(|end| name.ends_with(end))
        }
        None => false,
    }
}

/// Whether a server is Telegram's own, whose dates are believed whatever they say.
pub fn is_telegrams(base: &str) -> bool {
    Url::parse(base).is_ok_and(|url| {
        let host = url.host_str().unwrap_or_default().trim_end_matches('.');
        url.scheme() == "https" && (host == "telegram.org" || host.ends_with(".telegram.org"))
    })
}

fn is_near(it: Ipv4Addr) -> bool {
    it.is_loopback() || it.is_unspecified() || it.is_private() || it.is_link_local()
}

/// A request without a response.
fn lost(why: &reqwest::Error) -> Refused {
    if why.is_connect() || why.is_builder() { Refused::Transient } else { Refused::Perhaps }
}

/// A response, if it is Telegram's.
fn opened(status: u16, body: &[u8]) -> Result<Envelope<'_>, Refused> {
    serde_json::from_slice(body).map_err(|_| match status {
        _ if body.starts_with(b"{\"ok\":true") => Refused::Unread,
        200..300 => Refused::Perhaps,
        429 => Refused::Later(None),
        // What stands before a server finds it too large, each time.
        413 => Refused::Never(Never::Uncopyable),
        _ => Refused::Transient,
    })
}

/// What it says.
fn understand<R: DeserializeOwned>(status: u16, envelope: Envelope<'_>) -> Result<R, Refused> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_telegrams_own_server_is_telegrams() {
        for url in ["https://api.telegram.org", "https://api.telegram.org./", "https://API.telegram.org"] {
            assert!(is_telegrams(url), "{url}");
        }
        for url in [
            "http://api.telegram.org",
            "https://api.telegram.org.example.org",
            "https://nottelegram.org",
            "http://127.0.0.1:8081",
            "telegram.org",
        ] {
            assert!(!is_telegrams(url), "{url}");
        }
    }

    #[test]
    fn at_home_is_what_no_proxy_elsewhere_could_reach() {
        for (url, home) in [
            ("http://127.0.0.1:8081", true),
            ("https://localhost", true),
            ("https://[::1]:8443", true),
            ("https://[::ffff:10.0.0.4]", true),
            ("https://192.168.1.4/api", true),
            ("https://[fd00::7]", true),
            ("https://bot-api", true),
            ("https://bot-api.internal.", true),
            ("https://api.telegram.org", false),
            ("https://149.154.167.220", false),
            ("https://127.0.0.1.example.org", false),
            ("https://localhost.example.org", false),
            ("https://local.example", false),
            ("https://[2001:67c:4e8:f004::9]", false),
        ] {
            assert_eq!(is_at_home(&Url::parse(url).unwrap()), home, "{url}");
        }
    }
}
