//! Updates: handed out until they are confirmed, in order, for a while.

use std::time::{Duration, Instant};

use chrono::Duration as Span;
use lazo::demo::Options;
use serde_json::{Value, json};

use crate::bot::Bot;

fn texts(updates: &Value) -> Vec<String> {
    let updates = updates.as_array().unwrap();
    updates.iter().map(|update| update["message"]["text"].as_str().unwrap_or("-").to_owned()).collect()
}

#[tokio::test]
async fn an_update_comes_again_until_a_later_offset_confirms_it() {
    let (bot, amina) = Bot::and_amina().await;
    amina.says("one");
    amina.says("two");
    let first = bot.does("GetUpdates", json!({})).await;
    assert_eq!(texts(&first), ["one", "two"]);
    assert_eq!(bot.does("getUpdates", json!({})).await, first);
    let second = first[1]["update_id"].as_i64().unwrap();
    assert_eq!(texts(&bot.does("getUpdates", json!({ "offset": second })).await), ["two"]);
    assert_eq!(bot.does("getUpdates", json!({ "offset": second + 1 })).await, json!([]));
    assert_eq!(bot.telegram.queue_len(), 0);
}

#[tokio::test]
async fn a_page_has_at_most_the_limit_and_a_negative_offset_keeps_the_newest() {
    let (bot, amina) = Bot::and_amina().await;
    for n in 0..120 {
        amina.says(&n.to_string());
    }
    assert_eq!(bot.does("getUpdates", json!({ "limit": 3 })).await.as_array().unwrap().len(), 3);
    assert_eq!(bot.does("getUpdates", json!({})).await.as_array().unwrap().len(), 100);
    assert_eq!(texts(&bot.does("getUpdates", json!({ "offset": -2 })).await), ["118", "119"]);
    assert_eq!(bot.telegram.queue_len(), 2);
}

#[tokio::test]
async fn a_long_poll_answers_when_someone_writes_and_not_before() {
    let (bot, amina) = Bot::and_amina().await;
    let started = Instant::now();
    let (answer, ()) = tokio::join!(bot.does("getUpdates", json!({ "timeout": 20 })), async {
        tokio::time::sleep(Duration::from_millis(150)).await;
        amina.says("now");
    });
    assert_eq!(texts(&answer), ["now"]);
    assert!(started.elapsed() >= Duration::from_millis(150) && started.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn a_long_poll_ends_empty_after_its_timeout() {
    let (bot, _amina) = Bot::and_amina().await;
    let started = Instant::now();
    assert_eq!(bot.does("getUpdates", json!({ "timeout": 1 })).await, json!([]));
    assert!(started.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn of_two_polls_the_older_is_told_about_the_other() {
    let (bot, amina) = Bot::and_amina().await;
    let (older, newer) = tokio::join!(bot.call("getUpdates", json!({ "timeout": 20 })), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let (newer, ()) = tokio::join!(bot.does("getUpdates", json!({ "timeout": 20 })), async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            amina.says("hello");
        });
        newer
    });
    assert_eq!(older["error_code"], 409);
    assert!(
        older["description"]
            .as_str()
            .unwrap()
            .starts_with("Conflict: terminated by other getUpdates request")
    );
    assert_eq!(texts(&newer), ["hello"]);
}

#[tokio::test]
async fn kinds_not_asked_for_are_not_queued_and_the_wish_is_remembered() {
    let (bot, amina) = Bot::and_amina().await;
    let id = bot.says(amina.id(), "hi").await;
    amina.reacts(id, "👍");
    assert_eq!(bot.updates().await.len(), 0, "reactions come on request only");
    bot.does("getUpdates", json!({ "allowed_updates": ["message_reaction"] })).await;
    amina.says("not wanted");
    amina.reacts(id, "🔥");
    let updates = bot.does("getUpdates", json!({})).await;
    assert_eq!(updates[0]["message_reaction"]["old_reaction"][0]["emoji"], "👍");
    assert_eq!(updates[0]["message_reaction"]["new_reaction"][0]["emoji"], "🔥");
    assert_eq!(updates.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn taps_are_kept_150_seconds_and_messages_a_day() {
    let (bot, amina) = Bot::and_amina().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Yes", "callback_data": "y" }]] });
    bot.does("sendMessage", json!({ "chat_id": amina.id(), "text": "?", "reply_markup": keyboard })).await;
    amina.says("words");
    let query = amina.presses("Yes").unwrap();
    assert_eq!(bot.does("getUpdates", json!({})).await.as_array().unwrap().len(), 2);
    bot.telegram.advance(Span::seconds(151));
    assert_eq!(texts(&bot.does("getUpdates", json!({})).await), ["words"]);
    let late = bot.refused("answerCallbackQuery", json!({ "callback_query_id": query.to_string() })).await;
    assert_eq!(late, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    bot.telegram.advance(Span::hours(24));
    assert_eq!(bot.does("getUpdates", json!({})).await, json!([]));
}

#[tokio::test]
async fn a_confirmed_update_can_come_a_second_time() {
    let (bot, amina) = Bot::and_amina().await;
    amina.says("twice");
    let id = bot.updates().await[0]["update_id"].as_i64().unwrap();
    assert!(bot.telegram.redeliver(id));
    let again = bot.does("getUpdates", json!({ "offset": id + 1 })).await;
    assert_eq!((texts(&again), &again[0]["update_id"]), (vec!["twice".to_owned()], &json!(id)));
    assert_eq!(bot.does("getUpdates", json!({ "offset": id + 1 })).await, json!([]));
}

#[tokio::test]
async fn update_ids_may_start_anew_lower_and_are_delivered_all_the_same() {
    let (bot, amina) = Bot::and_amina().await;
    amina.says("before");
    let before = bot.updates().await[0]["update_id"].as_i64().unwrap();
    bot.telegram.update_id_jump(-100_000);
    amina.says("after");
    let page = bot.does("getUpdates", json!({ "offset": before + 1 })).await;
    assert_eq!(texts(&page), ["after"]);
    assert!(page[0]["update_id"].as_i64().unwrap() < before);
}

#[tokio::test]
async fn a_tap_can_overtake_a_message() {
    let (bot, amina) = Bot::and_amina().await;
    let id = bot.says(amina.id(), "?").await;
    bot.telegram.holds_back("message");
    amina.says("slow");
    amina.sends_callback(id, "fast");
    bot.telegram.releases();
    let updates = bot.updates().await;
    assert_eq!(
        (&updates[0]["callback_query"]["data"], &updates[1]["message"]["text"]),
        (&json!("fast"), &json!("slow"))
    );
}

#[tokio::test]
async fn anything_can_be_injected_as_an_update() {
    let bot = Bot::new().await;
    let id = bot.telegram.raw_update(json!({ "hologram": { "depth": 3 } }));
    let updates = bot.does("getUpdates", json!({})).await;
    assert_eq!(updates, json!([{ "update_id": id, "hologram": { "depth": 3 } }]));
}

#[tokio::test]
async fn polling_the_same_offset_at_once_waits_when_that_is_switched_on() {
    let bot = Bot::with(Options { slow_on_repeated_polls: true, ..Options::default() }).await;
    bot.does("getUpdates", json!({})).await;
    let started = Instant::now();
    bot.does("getUpdates", json!({})).await;
    assert!(started.elapsed() >= Duration::from_secs(3));
}

#[tokio::test]
async fn a_flood_of_fifty_thousand_is_queued_in_order() {
    let bot = Bot::with(Options::for_load()).await;
    let texts: Vec<String> = (0..50_000).map(|n| n.to_string()).collect();
    let ids = bot.telegram.flood(texts.iter().map(|text| (11, text.as_str())));
    assert_eq!((ids.len(), bot.telegram.queue_len()), (50_000, 50_000));
    let page = bot.does("getUpdates", json!({})).await;
    assert_eq!(page[99]["message"]["text"], "99");
    assert_eq!(bot.telegram.handed().len(), 100);
    assert_eq!(bot.telegram.handed()[7].content, ids[7]);
}
