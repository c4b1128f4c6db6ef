//! Every string of a message that its reader sees is judged by the leak guard: whatever the Bot API has a name for, and
//! what it may have one for tomorrow.

use crate::bot_api::api;
use lazo::domain::heard::{Kind, What, Written};
use lazo::domain::leak::{Shown, shown};
use lazo::domain::relay::carried;
use lazo::telegram::read;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// A number, wherever it stands.
const NUMBER: &str = "+34 600 000 009";

/// Fields of a message that its copy does not carry, or that are no content.
#[rustfmt::skip]
const ELSEWHERE: [&str; 37] = [
    "message_id", "message_thread_id", "direct_messages_topic", "from", "sender_chat", "sender_boost_count",
    "sender_business_bot", "sender_tag", "date", "guest_query_id", "business_connection_id", "chat", "forward_origin",
    "is_topic_message", "is_automatic_forward", "reply_to_message", "external_reply", "quote", "reply_to_story",
    "reply_to_checklist_task_id", "reply_to_poll_option_id", "via_bot", "guest_bot_caller_user", "guest_bot_caller_chat",
    "edit_date", "has_protected_content", "is_from_offline", "is_paid_post", "media_group_id", "author_signature",
    "paid_star_count", "suggested_post_info", "effect_id", "reply_markup", "show_caption_above_media", "has_media_spoiler",
    "migrate_to_chat_id",
];

/// Names of strings that no reader sees, and what they are for by the Bot API. All others are judged.
#[rustfmt::skip]
const UNSEEN: [(&str, &str); 14] = [
    ("file_id", "by which a file is sent"),
    ("file_unique_id", "by which a file is known"),
    ("mime_type", "a kind; that of a contact card is a card"),
    ("type", "a kind, of Telegram's own"),
    ("emoji", "one sign"),
    ("set_name", "by which a set of stickers is found; its title is not in the message"),
    ("custom_emoji_id", "by which a sign is found"),
    ("date_time_format", "how an app writes a day, in six letters"),
    ("align", "where a cell's text stands"),
    ("valign", "where a cell's text stands"),
    ("foursquare_id", "by which a place is found"),
    ("foursquare_type", "a kind of place"),
    ("google_place_id", "by which a place is found"),
    ("google_place_type", "a kind of place"),
];

/// Content with a number in a string, for when the API as data is not there: its kinds, and some that it does not have.
fn known() -> Vec<Value> {
    let file = |name: &str| json!({ "file_id": "f", "file_unique_id": "u", name: NUMBER });
    let rich = |block: Value| json!({ "rich_message": { "blocks": [block] } });
    let mut all: Vec<Value> =
        ["document", "video", "animation", "audio"].map(|kind| json!({ kind: file("file_name") })).into();
    all.extend([
        json!({ "audio": file("title") }),
        json!({ "audio": file("performer") }),
        json!({ "text": "song of the day", "link_preview_options": { "url": "https://wa.me/34600000009" } }),
        json!({ "venue": { "location": {}, "title": NUMBER, "address": "" } }),
        rich(json!({ "type": "paragraph", "text": NUMBER })),
        rich(json!({ "type": "paragraph", "text": ["+34 600 ", { "type": "bold", "text": "000 0" }, "09"] })),
        rich(json!({ "type": "paragraph", "text": [{ "type": "bold", "text": "6000" }, { "type": "code", "text": "00009" }] })),
        rich(json!({ "type": "list", "items": [{ "label": "1", "blocks": [{ "type": "footer", "text": { "type": "marked", "text": NUMBER } }] }] })),
        rich(json!({ "type": "paragraph", "text": { "type": "url", "text": "here", "url": "https://t.me/amina_k" } })),
        rich(json!({ "type": "paragraph", "text": { "type": "text_mention", "text": "Ali", "user": { "id": 5, "first_name": "A" } } })),
        rich(json!({ "type": "map", "location": { "latitude": 1.5, "longitude": 2.5 } })),
        rich(json!({ "type": "table", "cells": [[{ "text": "@amina_k" }]] })),
        rich(json!({ "type": "pre", "text": "x", "language": NUMBER })),
        json!({ "text": "hi", "entities": [{ "type": "pre", "offset": 0, "length": 2, "language": NUMBER }] }),
        json!({ "text": "hi", "entities": [{ "type": "code", "offset": 0, "length": 2, "language": "t.me/amina_k" }] }),
        json!({ "hologram": { "light": [{ "of": { "anything": NUMBER } }] } }),
        json!({ "hologram": NUMBER }),
        json!({ "photo": [{ "file_id": "f", "file_unique_id": "u" }], "halo": { "words": NUMBER } }),
        json!({ "text": "hi", "halo": [1, [NUMBER]] }),
        json!({ "text": "hi", "entities": [{ "type": "glow", "offset": 0, "length": 2, "sound": NUMBER }] }),
        json!({ "text": "hi", "entities": [{ "type": "glow", "offset": 0, "length": 2, "url": "https://t.me/amina_k" }] }),
    ]);
    all
}

/// A message with this content, as it is written, put into an album, and as it is after an edit.
fn heard(content: &Value) -> [Written; 3] {
    let with = |more: Value| {
        let mut message = json!({ "message_id": 1, "date": 1, "chat": { "id": 1, "type": "private" }, "from": { "id": 1 } });
        for (name, value) in content.as_object().unwrap().iter().chain(more.as_object().unwrap()) {
            message[name] = value.clone();
        }
        message
    };
    let read = |name: &str, message: Value| {
        let raw = RawValue::from_string(json!({ "update_id": 1, name: message }).to_string()).unwrap();
        let what = read::update(&raw).unwrap().what;
        let (What::Wrote(written) | What::Edited(written)) = what else { panic!("{what:?}") };
        written
    };
    [
        read("message", with(json!({}))),
        read("message", with(json!({ "media_group_id": "a" }))),
        read("edited_message", with(json!({ "edit_date": 2 }))),
    ]
}

fn is_judged(content: &Value) -> bool {
    heard(content).iter().all(|it| shown(it.kind, &it.content).is_some())
}

#[test]
fn a_number_is_seen_in_every_string_of_what_has_a_name_or_none() {
    for content in known() {
        assert!(is_judged(&content), "{content}");
    }
}

#[test]
fn what_no_reader_sees_is_not_judged_and_what_harms_nobody_passes() {
    for content in [
        json!({ "photo": [{ "file_id": "AgAC600000009", "file_unique_id": "600000009" }], "caption": "our cat" }),
        json!({ "sticker": { "file_id": "f", "file_unique_id": "u", "set_name": "pack_600000009", "emoji": "😀" } }),
        json!({ "document": { "file_id": "f", "file_unique_id": "u", "file_name": "CV_Amina_2026.pdf", "mime_type": "application/pdf" } }),
        json!({ "audio": { "file_id": "f", "file_unique_id": "u", "title": "25", "performer": "Adele", "duration": 240 } }),
        json!({ "text": "look", "link_preview_options": { "url": "https://www.bbc.co.uk/news/articles/c4g5x7y9z1o" } }),
        json!({ "text": "look", "entities": [{ "type": "bold", "offset": 0, "length": 4 }] }),
        json!({ "text": "look", "entities": [{ "type": "pre", "offset": 0, "length": 4, "language": "python3" }] }),
        json!({ "rich_message": { "blocks": [{ "type": "paragraph", "text": "see you on 14/06/2026 at 17:30" }] } }),
    ] {
        assert!(heard(&content).iter().all(|it| shown(it.kind, &it.content).is_none()), "{content}");
    }
}

#[test]
fn a_card_is_a_card_in_whatever_wrapping_it_comes() {
    for file in [
        json!({ "file_name": "amina.vcf" }),
        json!({ "file_name": "Amina K.VCF" }),
        json!({ "file_name": "amina", "mime_type": "text/vcard" }),
        json!({ "mime_type": "text/x-vcard" }),
        json!({ "mime_type": "text/directory; profile=vCard" }),
    ] {
        let mut document = json!({ "file_id": "f", "file_unique_id": "u" });
        for (name, value) in file.as_object().unwrap() {
            document[name] = value.clone();
        }
        for written in heard(&json!({ "document": document })) {
            assert_eq!(
                (written.kind, shown(written.kind, &written.content)),
                (Kind::Document, Some(Shown::Card)),
                "{file}"
            );
        }
    }
}

/// Values of a type, each with the number in one of its strings: where, and the value.
fn planted(api: &Value, kind: &str, depth: usize) -> Vec<(String, Value)> {
    if kind == "String" {
        return vec![(String::new(), json!(NUMBER))];
    }
    if let Some(inner) = kind.strip_prefix("Array of ") {
        return planted(api, inner, depth)
            .into_iter()
            .map(|(at, value)| (format!("[]{at}"), json!([value])))
            .collect();
    }
    let Some(it) = api["types"].get(kind).filter(|_| depth > 0) else { return Vec::new() };
    let kinds = it["s"].as_array().into_iter().flatten();
    let mut all: Vec<(String, Value)> =
        kinds.flat_map(|kind| planted(api, kind.as_str().unwrap(), depth - 1)).collect();
    for field in it["f"].as_array().unwrap() {
        let name = field[0].as_str().unwrap();
        if UNSEEN.iter().any(|(unseen, _)| *unseen == name) {
            continue;
        }
        let kinds = field[1].as_array().unwrap().iter().map(|kind| kind.as_str().unwrap());
        for (at, value) in kinds.flat_map(|kind| planted(api, kind, depth - 1)) {
            let mut whole = plain(api, kind, 3);
            whole[name] = value;
            all.push((format!(".{name}{at}"), whole));
        }
    }
    all
}

/// A value of a type with nothing in it but what it must have.
fn plain(api: &Value, kind: &str, depth: usize) -> Value {
    if let Some(inner) = kind.strip_prefix("Array of ") {
        return if depth == 0 { json!([]) } else { json!([plain(api, inner, depth - 1)]) };
    }
    match kind {
        "Integer" => return json!(1),
        "Float" => return json!(1.5),
        "Boolean" | "True" => return json!(true),
        "String" => return json!("x"),
        _ => {}
    }
    let it = &api["types"][kind];
    if let Some(first) = it["s"].as_array().and_then(|kinds| kinds.first()) {
        return plain(api, first.as_str().unwrap(), depth);
    }
    let mut value = json!({});
    for field in it["f"].as_array().unwrap().iter().filter(|field| field[2] == 1 && depth > 0) {
        value[field[0].as_str().unwrap()] = plain(api, field[1][0].as_str().unwrap(), depth - 1);
    }
    if let Some(constant) = it["c"].as_array() {
        value[constant[0].as_str().unwrap()] = constant[1].clone();
    }
    value
}

#[test]
fn a_number_is_seen_in_every_string_of_every_kind_that_a_copy_carries() {
    let api = api();
    let (mut strings, mut missed) = (0, Vec::new());
    for field in api["types"]["Message"]["f"].as_array().unwrap() {
        let (name, kind) = (field[0].as_str().unwrap(), field[1][0].as_str().unwrap());
        if ELSEWHERE.contains(&name) {
            continue;
        }
        for (at, value) in planted(api, kind, 5) {
            let content = match name {
                "link_preview_options" => json!({ "text": "hi", name: value }),
                "entities" => json!({ "text": "hi", name: marked(value, &at) }),
                "caption_entities" => json!({ "voice": {}, "caption": "hi", name: marked(value, &at) }),
                "caption" => json!({ "voice": {}, name: value }),
                _ => json!({ name: value }),
            };
            let [written, ..] = heard(&content);
            if carried(written.kind) {
                strings += 1;
                if !is_judged(&content) {
                    missed.push(format!("{name}{at}: {content}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} of {strings} strings: {missed:#?}", missed.len());
    assert!(strings > 200, "{strings} strings");
    println!("{strings} strings");
}

/// A mark of the kind that has what was planted: somebody's profile, code with its heading, or a link behind words.
fn marked(mut marks: Value, at: &str) -> Value {
    let kinds = [("user", "text_mention"), ("language", "pre")];
    let kind = kinds.iter().find(|(name, _)| at.contains(name)).map_or("text_link", |(_, kind)| kind);
    marks[0]["type"] = json!(kind);
    marks
}

#[test]
fn what_no_reader_sees_is_there_and_has_a_reason() {
    let api = api();
    let fields: Vec<&Value> = api["types"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|it| it["f"].as_array().into_iter().flatten())
        .collect();
    for (name, why) in UNSEEN {
        assert!(fields.iter().any(|field| field[0] == json!(name)), "{name} is not in the Bot API");
        assert!(!why.is_empty());
    }
}
