//! The emulator driven from another process: `POST /control/<verb>` with a JSON object, answered with JSON.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::Request,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use super::{
    content::Content,
    faults::Rule,
    group::Group,
    limits::Limits,
    people::Person,
    phone::Phone,
    telegram::{Shared, Telegram},
    world::World,
};

/// Answers a control request: 200 with its result, or 400 with `{"error": …}`.
pub(super) async fn handle(
    shared: Arc<Shared>,
    address: SocketAddr,
    verb: &str,
    request: Request,
) -> Response {
    let body = axum::body::to_bytes(request.into_body(), 64 << 20).await.unwrap_or_default();
    let wish = if body.is_empty() { Ok(json!({})) } else { serde_json::from_slice(&body) };
    let telegram = Telegram::visiting(shared, address);
    let outcome = match wish {
        Ok(wish) => act(&telegram, verb, wish),
        Err(error) => Err(error.to_string()),
    };
    let (status, body) = match outcome {
        Ok(result) => (StatusCode::OK, result),
        Err(error) => (StatusCode::BAD_REQUEST, json!({ "error": error })),
    };
    (status, [(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

fn act(telegram: &Telegram, verb: &str, wish: Value) -> Result<Value, String> {
    match verb {
        "person" => Ok(json!({ "id": telegram.person(read(wish)?).id() })),
        "group" => Ok(group(telegram, &read(wish)?)),
        "says" | "sends" | "quotes" | "exchanges" | "edits" | "reacts" | "deletes" | "presses"
        | "callback" | "blocks" | "unblocks" | "deactivates" | "forbids_voice" => {
            on_phone(telegram, verb, &read(wish)?)
        }
        "screen" => {
            let phone = phone(telegram, &read(wish)?);
            let toasts = phone.toasts();
            Ok(json!({ "messages": phone.screen(), "keyboard": phone.keyboard(), "toasts": toasts }))
        }
        "update" => Ok(json!({ "update_id": telegram.raw_update(wish) })),
        "redeliver" => Ok(json!(telegram.redeliver(number(&wish, "update_id")))),
        "flood" => {
            let texts: Vec<(i64, String)> = read(wish)?;
            let texts = texts.iter().map(|(person, text)| (*person, text.as_str()));
            Ok(json!({ "contents": telegram.flood(texts) }))
        }
        "fault" => {
            telegram.fault(read::<Rule>(wish)?);
            Ok(Value::Bool(true))
        }
        "clear_faults" => {
            telegram.clear_faults();
            Ok(Value::Bool(true))
        }
        "limits" => {
            telegram.limits(read::<Option<Limits>>(wish)?);
            Ok(Value::Bool(true))
        }
        "time" => Ok(time(telegram, &read(wish)?)),
        "stats" => Ok(stats(telegram)),
        "deliveries" => Ok(deliveries(telegram)),
        "requests" => {
            Ok(json!({ "requests": telegram.requests(), "unknown": telegram.unknown_parameters() }))
        }
        "reset" => {
            telegram.shared().change(|world| *world = World::new(world.options.clone()));
            Ok(Value::Bool(true))
        }
        _ => Err(format!("unknown verb {verb}")),
    }
}

fn read<T: DeserializeOwned>(wish: Value) -> Result<T, String> {
    serde_json::from_value(wish).map_err(|error| error.to_string())
}

fn number(wish: &Value, name: &str) -> i64 {
    wish.get(name).and_then(Value::as_i64).unwrap_or_default()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Act {
    person: i64,
    message: i64,
    reply_to: Option<i64>,
    text: String,
    quote: String,
    album: String,
    kind: String,
    fields: Map<String, Value>,
}

fn phone(telegram: &Telegram, act: &Act) -> Phone {
    Phone::new(telegram.clone(), act.person)
}

fn on_phone(telegram: &Telegram, verb: &str, act: &Act) -> Result<Value, String> {
    let phone = phone(telegram, act);
    let done = match verb {
        "says" | "sends" => {
            let content = content(act)?;
            let id = act
                .reply_to
                .map_or_else(|| phone.sends(content.clone()), |to| phone.replies(to, content.clone()));
            return Ok(json!({ "message_id": id }));
        }
        "presses" if act.message == 0 => {
            return Ok(json!({ "id": phone.presses(&act.text).map_err(|error| error.to_string())? }));
        }
        "presses" => {
            let pressed = phone.presses_on(act.message, &act.text);
            return Ok(json!({ "id": pressed.map_err(|error| error.to_string())? }));
        }
        "callback" => return Ok(json!({ "id": phone.sends_callback(act.message, &act.text) })),
        "quotes" => {
            let id = phone.quotes(act.message, &act.quote, content(act)?);
            return Ok(json!({ "message_id": id }));
        }
        "exchanges" => phone.exchanges(act.message, content(act)?),
        "edits" => phone.edits(act.message, &act.text),
        "reacts" => phone.reacts(act.message, &act.text),
        "deletes" => phone.deletes(act.message),
        "blocks" => {
            phone.blocks();
            true
        }
        "unblocks" => {
            phone.unblocks();
            true
        }
        "deactivates" => {
            phone.deactivates();
            true
        }
        _ => {
            phone.forbids_voice();
            true
        }
    };
    Ok(Value::Bool(done))
}

fn content(act: &Act) -> Result<Content, String> {
    let caption = (!act.text.is_empty()).then(|| act.text.clone());
    Ok(match act.kind.as_str() {
        "" | "text" => Content::Text(act.text.clone()),
        "photo" if !act.album.is_empty() => Content::AlbumPhoto { album: act.album.clone(), caption },
        "photo" => Content::Photo { caption },
        "video" => Content::Video { caption },
        "animation" => Content::Animation { caption },
        "audio" => Content::Audio { caption },
        "document" => Content::Document { name: "file.pdf".to_owned(), caption },
        "voice" => Content::Voice,
        "video_note" => Content::VideoNote,
        "sticker" => Content::Sticker,
        "location" => Content::Location { live: false },
        "contact" => Content::Contact { phone: "+34600000000".to_owned(), name: act.text.clone() },
        "poll" => Content::Poll { question: act.text.clone() },
        "dice" => Content::Dice,
        "raw" => Content::Raw(act.fields.clone()),
        kind => return Err(format!("unknown kind {kind}")),
    })
}

#[derive(Deserialize)]
struct NewGroup {
    id: i64,
    title: String,
    #[serde(default)]
    supergroup: bool,
    #[serde(default)]
    forum: bool,
    by: i64,
    #[serde(default)]
    migrates: bool,
}

fn group(telegram: &Telegram, wish: &NewGroup) -> Value {
    let by = telegram.person(Person { id: wish.by, ..Person::default() });
    let group = match (wish.forum, wish.supergroup) {
        (true, _) => Group::forum(wish.id, &wish.title),
        (false, true) => Group::supergroup(wish.id, &wish.title),
        (false, false) => Group::basic(wish.id, &wish.title),
    };
    let group = telegram.group(group);
    group.joins(&by);
    group.adds_bot(&by);
    let moved = wish.migrates.then(|| group.migrates(&by).id());
    json!({ "id": group.id(), "moved_to": moved })
}

#[derive(Deserialize)]
struct NewTime {
    at: Option<DateTime<Utc>>,
    #[serde(default)]
    advance_seconds: i64,
}

fn time(telegram: &Telegram, wish: &NewTime) -> Value {
    if let Some(at) = wish.at {
        telegram.set_time(at);
    }
    telegram.advance(chrono::Duration::seconds(wish.advance_seconds));
    json!({ "now": telegram.now() })
}

fn stats(telegram: &Telegram) -> Value {
    let world = telegram.shared().world();
    json!({
        "queued": world.updates.len(), "polls": world.updates.polls(), "next_update": world.updates.next(),
        "delivered": world.log.deliveries.len(), "answered": world.log.answered, "refused": world.log.refused,
        "too_many": world.log.too_many, "faults": world.faults.happened,
    })
}

fn deliveries(telegram: &Telegram) -> Value {
    let log = telegram.deliveries();
    let start = log.first().map(|first| first.at);
    let since = |at: std::time::Instant| start.map_or(0, |start| at.duration_since(start).as_micros());
    log.iter()
        .map(|one| {
            let micros = u64::try_from(since(one.at)).unwrap_or(u64::MAX);
            json!({ "micros": micros, "chat": one.chat, "message": one.message, "content": one.content })
        })
        .collect()
}
