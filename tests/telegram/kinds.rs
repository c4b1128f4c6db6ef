//! Quotes, reactions, exchanged files, and what is deleted: as Telegram has them.

use lazo::demo::Content;
use serde_json::{Value, json};

use crate::bot::Bot;

const ALL: [&str; 3] = ["message", "edited_message", "message_reaction"];

async fn asks_for_all(bot: &Bot) {
    bot.does("getUpdates", json!({ "allowed_updates": ALL })).await;
}

#[tokio::test]
async fn a_quote_travels_with_a_reply_and_must_stand_in_the_message() {
    let (bot, amina) = Bot::and_amina().await;
    asks_for_all(&bot).await;
    let asked = bot.says(amina.id(), "😀 Tuesday or Thursday?").await;
    let answer = amina.quotes(asked, "Thursday", "that day");
    let update = bot.updates().await.pop().unwrap();
    assert_eq!(update["message"]["quote"], json!({ "text": "Thursday", "position": 14, "is_manual": true }));
    let copy = |quote: &str| {
        let reply = json!({ "message_id": asked, "quote": quote });
        json!({ "chat_id": 11, "from_chat_id": 11, "message_id": answer, "reply_parameters": reply })
    };
    bot.does("copyMessage", copy("Tuesday")).await;
    assert_eq!(amina.last().unwrap().quote.as_deref(), Some("Tuesday"));
    assert_eq!(bot.refused("copyMessage", copy("Friday")).await, "Bad Request: QUOTE_TEXT_INVALID");
}

#[tokio::test]
async fn several_and_custom_reactions_are_told_as_they_are() {
    let (bot, amina) = Bot::and_amina().await;
    asks_for_all(&bot).await;
    let id = bot.says(amina.id(), "hello").await;
    let several =
        json!([{ "type": "custom_emoji", "custom_emoji_id": "5" }, { "type": "emoji", "emoji": "👍" }]);
    assert!(amina.shows(id, several.as_array().unwrap()));
    amina.unreacts(id);
    let updates = bot.updates().await;
    assert_eq!(updates[0]["message_reaction"]["new_reaction"], several);
    assert_eq!(updates[1]["message_reaction"]["old_reaction"], several);
    assert_eq!(updates[1]["message_reaction"]["new_reaction"], json!([]));
}

#[tokio::test]
async fn a_file_is_exchanged_for_one_that_telegram_knows_and_albums_keep_their_kind() {
    let (bot, amina) = Bot::and_amina().await;
    asks_for_all(&bot).await;
    let id = amina.sends(Content::photo("one"));
    let copy = |id: i64| json!({ "chat_id": 11, "from_chat_id": 11, "message_id": id });
    let copied = bot.does("copyMessage", copy(id)).await["message_id"].clone();
    assert!(amina.exchanges(id, Content::Video { caption: Some("two".to_owned()) }));
    let edited = bot.updates().await.pop().unwrap()["edited_message"].clone();
    assert_eq!((&edited["message_id"], &edited["caption"]), (&json!(id), &json!("two")));
    let file = edited["video"]["file_id"].clone();
    let edit = |message: &Value, kind: &str, file: &Value| json!({ "chat_id": 11, "message_id": message, "media": { "type": kind, "media": file, "caption": "two" } });
    let answer = bot.does("editMessageMedia", edit(&copied, "video", &file)).await;
    assert_eq!(answer["video"]["file_unique_id"], edited["video"]["file_unique_id"]);
    assert!(bot.refused("editMessageMedia", edit(&copied, "video", &file)).await.contains("not modified"));
    assert!(bot.refused("editMessageMedia", edit(&copied, "photo", &file)).await.contains("wrong file"));
    assert!(bot.refused("editMessageMedia", edit(&copied, "voice", &file)).await.contains("media type"));
    let part = amina.sends(Content::AlbumPhoto { album: "a".to_owned(), caption: None });
    let many = json!({ "chat_id": 11, "from_chat_id": 11, "message_ids": [part] });
    let part = bot.does("copyMessages", many).await[0]["message_id"].clone();
    let document = Content::Document { name: "f.pdf".to_owned(), caption: None };
    amina.sends(document);
    let document = bot.updates().await.pop().unwrap()["message"]["document"]["file_id"].clone();
    let refusal = bot.refused("editMessageMedia", edit(&part, "document", &document)).await;
    assert_eq!(refusal, "Bad Request: can't change media type in the album");
    bot.does("editMessageMedia", edit(&part, "video", &file)).await;
}

#[tokio::test]
async fn telegram_tells_of_edits_that_changed_nothing() {
    let (bot, amina) = Bot::and_amina().await;
    asks_for_all(&bot).await;
    let id = amina.says("hello");
    let before = bot.updates().await.pop().unwrap()["message"]["text"].clone();
    assert!(amina.stirs(id));
    let update = bot.updates().await.pop().unwrap();
    assert_eq!(update["edited_message"]["text"], before);
    assert!(update["edited_message"]["edit_date"].is_i64());
}

#[tokio::test]
async fn many_are_deleted_within_48_hours_and_those_that_are_gone_are_skipped() {
    let (bot, amina) = Bot::and_amina().await;
    let ids = [bot.says(11, "one").await, amina.says("two"), amina.says("three")];
    amina.deletes(ids[1]);
    let many = |ids: &[i64]| json!({ "chat_id": 11, "message_ids": ids });
    bot.does("deleteMessages", many(&ids[..2])).await;
    assert_eq!(amina.screen().last().unwrap().text, "three");
    bot.telegram.advance(chrono::Duration::hours(49));
    assert!(bot.refused("deleteMessages", many(&ids[2..])).await.contains("can't be deleted"));
}
