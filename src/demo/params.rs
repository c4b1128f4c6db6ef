//! The parameters of one request. Telegram takes them from the query, JSON, a form or a multipart form, and is lax
//! about numbers and objects that arrive as text.

use std::{borrow::Cow, collections::BTreeMap};

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use serde_json::{Map, Value};

use super::refuse::Refusal;

pub(super) const LARGEST_REQUEST: usize = 60 << 20;

/// A file that came with a request.
#[derive(Debug, Clone)]
pub(super) struct Upload {
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

/// Parameters by name, and files by the name of their form part.
#[derive(Debug, Clone, Default)]
pub(super) struct Params {
    pub(super) values: Map<String, Value>,
    pub(super) files: BTreeMap<String, Upload>,
}

impl Params {
    /// Reads a request to its end.
    pub(super) async fn read(request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.form(query.as_bytes());
        }
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/") {
            params.multipart(request).await?;
            return Ok(params);
        }
        let is_json = kind.starts_with("application/json");
        let Ok(body) = axum::body::to_bytes(request.into_body(), LARGEST_REQUEST).await else {
            return Err(Refusal::new(413, "Request Entity Too Large", None));
        };
        if !is_json {
            params.form(&body);
        } else if !body.is_empty() {
            let values: Map<String, Value> =
                serde_json::from_slice(&body).map_err(|_| Refusal::bad("can't parse JSON object"))?;
            if params.values.is_empty() {
                params.values = values;
            } else {
                params.values.extend(values);
            }
        }
        Ok(params)
    }

    fn form(&mut self, body: &[u8]) {
        for (name, value) in form_urlencoded::parse(body) {
            self.values.insert(name.into_owned(), Value::String(value.into_owned()));
        }
    }

    async fn multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let broken = || Refusal::bad("can't parse multipart form data");
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
        while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
            let name = part.name().unwrap_or_default().to_owned();
            if let Some(file) = part.file_name().map(str::to_owned) {
                let bytes = part.bytes().await.map_err(|_| broken())?;
                self.files.insert(name, Upload { name: file, bytes });
            } else {
                let text = part.text().await.map_err(|_| broken())?;
                self.values.insert(name, Value::String(text));
            }
        }
        Ok(())
    }

    /// A parameter as text; absent and `null` are the same.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let value = self.values.get(name)?;
        match value.as_str() {
            Some(text) => Some(Cow::Borrowed(text)),
            None if value.is_null() => None,
            None => Some(Cow::Owned(value.to_string())),
        }
    }

    /// A parameter as a number, also when it came as text.
    pub(super) fn integer(&self, name: &str) -> Option<i64> {
        integer(self.values.get(name)?)
    }

    /// Whether a flag is set: `true`, `1`, `yes` in any of their forms.
    pub(super) fn truth(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(truth)
    }

    /// A parameter that is an object or array, also when it came as JSON in text.
    pub(super) fn json(&self, name: &str) -> Result<Option<Cow<'_, Value>>, Refusal> {
        let Some(value) = self.values.get(name) else { return Ok(None) };
        let Some(text) = value.as_str() else {
            return Ok(if value.is_null() { None } else { Some(Cow::Borrowed(value)) });
        };
        if text.is_empty() {
            return Ok(None);
        }
        match serde_json::from_str(text) {
            Ok(value) => Ok(Some(Cow::Owned(value))),
            Err(_) => Err(Refusal::bad(&format!("can't parse {} JSON object", name.replace('_', " ")))),
        }
    }

    /// Whether some parameter says `attach://name`.
    pub(super) fn is_attached(&self, name: &str) -> bool {
        self.values
            .values()
            .filter_map(Value::as_str)
            .any(|text| text.strip_prefix("attach://") == Some(name))
    }

    /// An array parameter; absent is empty.
    pub(super) fn array(&self, name: &str) -> Result<Vec<Value>, Refusal> {
        match self.json(name)? {
            None => Ok(Vec::new()),
            Some(value) => match value.as_array() {
                Some(items) => Ok(items.clone()),
                None => Err(Refusal::bad(&format!("expected an Array as {}", name.replace('_', " ")))),
            },
        }
    }
}

/// A number, also when it is written as text.
pub(super) fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// Telegram's reading of a flag.
pub(super) fn truth(value: &Value) -> bool {
    value.as_bool().unwrap_or_else(|| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_ascii_lowercase);
        matches!(text.as_str(), "true" | "yes" | "1")
    })
}
