//! What Telegram answers when it refuses: a code, a description in Telegram's wording, and sometimes parameters.

use std::borrow::Cow;

use serde_json::{Value, json};

/// What a method answers: its result, or a refusal.
pub(super) type Answer = Result<Value, Refusal>;

/// A request that Telegram turned down.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    code: u16,
    description: Cow<'static, str>,
    parameters: Option<Value>,
}

impl Refusal {
    /// Any refusal, for faults that a test asks for.
    pub(super) fn new(
        code: u16,
        description: impl Into<Cow<'static, str>>,
        parameters: Option<Value>,
    ) -> Self {
        Self { code, description: description.into(), parameters }
    }

    /// 400, with `Bad Request: ` in front.
    pub(super) fn bad(reason: &str) -> Self {
        Self::new(400, format!("Bad Request: {reason}"), None)
    }

    /// 403, with `Forbidden: ` in front.
    pub(super) fn forbidden(reason: &str) -> Self {
        Self::new(403, format!("Forbidden: {reason}"), None)
    }

    /// 429. Without seconds it has no `parameters`, as a proxy in between would answer.
    pub(super) fn too_many(seconds: Option<u64>) -> Self {
        match seconds {
            Some(seconds) => Self::new(
                429,
                format!("Too Many Requests: retry after {seconds}"),
                Some(json!({ "retry_after": seconds })),
            ),
            None => Self::new(429, "Too Many Requests", None),
        }
    }

    /// 400 with the id of the supergroup that a group has become.
    pub(super) fn moved(to: i64) -> Self {
        Self::new(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            Some(json!({ "migrate_to_chat_id": to })),
        )
    }

    /// 409, for the older of two polls.
    pub(super) fn conflict() -> Self {
        Self::new(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            None,
        )
    }

    /// 401, for a token of no bot.
    pub(super) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized", None)
    }

    /// 404, for what is no token.
    pub(super) fn not_found() -> Self {
        Self::new(404, "Not Found", None)
    }

    /// 404, for a method that does not exist.
    pub(super) fn no_method() -> Self {
        Self::new(404, "Not Found: method not found", None)
    }

    /// The HTTP status, which is also the `error_code`.
    pub(super) fn code(&self) -> u16 {
        self.code
    }

    /// The reason, in Telegram's words.
    pub(super) fn description(&self) -> &str {
        &self.description
    }

    /// The answer's body.
    pub(super) fn body(&self) -> String {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let (Some(parameters), Some(fields)) = (&self.parameters, body.as_object_mut()) {
            fields.insert("parameters".to_owned(), parameters.clone());
        }
        body.to_string()
    }
}
