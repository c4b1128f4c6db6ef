//! What goes wrong on demand.

use std::time::{Duration, Instant};

use lazo::demo::{Fault, Limits, Options, Rule};
use serde_json::{Value, json};

use crate::bot::Bot;

const TO_AMINA: fn() -> Value = || json!({ "chat_id": 11, "text": "hello" });

#[tokio::test]
async fn too_many_requests_comes_with_seconds_or_without() {
    let (bot, amina) = Bot::and_amina().await;
    bot.telegram.fault(Rule::new(Fault::TooMany { seconds: Some(10_072) }).on("sendMessage").times(1));
    bot.telegram.fault(Rule::new(Fault::TooMany { seconds: None }).on("sendMessage").times(1));
    let first = bot.call("sendMessage", TO_AMINA()).await;
    assert_eq!((&first["error_code"], &first["parameters"]["retry_after"]), (&json!(429), &json!(10_072)));
    let second = bot.call("sendMessage", TO_AMINA()).await;
    assert_eq!((&second["error_code"], second.get("parameters")), (&json!(429), None));
    assert_eq!(amina.screen().len(), 1, "neither was processed");
    bot.does("sendMessage", TO_AMINA()).await;
    assert_eq!(bot.telegram.faults_happened(), 2);
}

#[tokio::test]
async fn faults_keep_to_their_chats_methods_and_turns() {
    let (bot, _amina) = Bot::and_amina().await;
    let tomas = bot.tomas();
    tomas.starts(None);
    let refuse = Fault::Refuse { code: 400, description: "Bad Request: no".to_owned(), parameters: None };
    bot.telegram.fault(Rule::new(refuse).on("sendMessage").in_chat(tomas.id()).after(1).times(1));
    bot.does("sendMessage", TO_AMINA()).await;
    let to_tomas = json!({ "chat_id": tomas.id(), "text": "x" });
    bot.does("sendMessage", to_tomas.clone()).await;
    assert_eq!(bot.refused("sendMessage", to_tomas.clone()).await, "Bad Request: no");
    bot.does("sendMessage", to_tomas).await;
}

#[tokio::test]
async fn a_cut_before_leaves_nothing_and_a_cut_after_leaves_the_message() {
    let (bot, amina) = Bot::and_amina().await;
    bot.telegram.fault(Rule::new(Fault::CutBefore).times(1));
    bot.post("sendMessage", TO_AMINA()).await.unwrap_err();
    assert_eq!(amina.screen().len(), 1);
    bot.telegram.fault(Rule::new(Fault::CutAfter).times(1));
    bot.post("sendMessage", TO_AMINA()).await.unwrap_err();
    assert_eq!(amina.screen().len(), 2);
    bot.telegram.fault(Rule::new(Fault::CutMidway).times(1));
    let answer = bot.post("sendMessage", TO_AMINA()).await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.text().await.unwrap_err();
    assert_eq!(amina.screen().len(), 3);
}

#[tokio::test]
async fn truncated_json_and_web_pages_are_served() {
    let (bot, amina) = Bot::and_amina().await;
    bot.telegram.fault(Rule::new(Fault::Truncated).times(1));
    let text = bot.post("sendMessage", TO_AMINA()).await.unwrap().text().await.unwrap();
    assert!(text.starts_with("{\"ok\":true") && serde_json::from_str::<Value>(&text).is_err(), "{text}");
    assert_eq!(amina.screen().len(), 2);
    bot.telegram.fault(Rule::new(Fault::Page { status: 502 }).times(1));
    let answer = bot.post("sendMessage", TO_AMINA()).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.text().await.unwrap().starts_with("<html>")), (502, true));
    assert_eq!(amina.screen().len(), 2);
}

#[tokio::test]
async fn an_answer_can_be_replaced_by_any_other() {
    let (bot, amina) = Bot::and_amina().await;
    let odd = json!({ "ok": true, "result": { "message_id": 0 } });
    bot.telegram.fault(Rule::new(Fault::Answer { body: odd.clone() }).on("copyMessage"));
    let copy = json!({ "chat_id": 11, "from_chat_id": 11, "message_id": amina.says("big video") });
    assert_eq!(bot.call("copyMessage", copy).await, odd);
    assert_eq!(amina.last().unwrap().text, "big video");
}

#[tokio::test]
async fn it_is_known_which_messages_the_bot_was_never_told_the_number_of() {
    let (bot, _) = Bot::and_amina().await;
    let spoilt = [Fault::Truncated, Fault::CutAfter, Fault::Answer { body: json!({ "ok": true }) }];
    for fault in spoilt {
        bot.telegram.fault(Rule::new(fault).on("sendMessage").times(1));
        let _ = bot.post("sendMessage", TO_AMINA()).await;
    }
    bot.post("sendMessage", TO_AMINA()).await.unwrap();
    let answered: Vec<bool> = bot.telegram.deliveries().iter().map(|one| one.answered).collect();
    assert_eq!(answered, [false, false, false, true]);
}

#[tokio::test]
async fn a_request_can_hang_with_and_without_effect() {
    let (bot, amina) = Bot::and_amina().await;
    bot.telegram.fault(Rule::new(Fault::Hang).times(1));
    bot.telegram.fault(Rule::new(Fault::HangAfter).times(1));
    for expected in [1, 2] {
        let patience = Duration::from_millis(300);
        tokio::time::timeout(patience, bot.post("sendMessage", TO_AMINA())).await.unwrap_err();
        assert_eq!(amina.screen().len(), expected);
    }
}

#[tokio::test]
async fn the_same_seed_fails_the_same_requests() {
    let mut runs = Vec::new();
    for _ in 0..2 {
        let bot = Bot::with(Options { seed: 42, ..Options::default() }).await;
        bot.amina().starts(None);
        bot.telegram.fault(Rule::new(Fault::Page { status: 502 }).on("sendMessage").chance(0.3));
        let mut statuses = Vec::new();
        for _ in 0..60 {
            statuses.push(bot.post("sendMessage", TO_AMINA()).await.unwrap().status().as_u16());
        }
        runs.push(statuses);
    }
    let failed = runs[0].iter().filter(|status| **status == 502).count();
    assert_eq!(runs[0], runs[1]);
    assert!((8..=30).contains(&failed), "{failed} of 60");
}

#[tokio::test]
async fn limits_let_a_burst_through_and_name_the_wait() {
    let (bot, _amina) = Bot::and_amina().await;
    bot.telegram.limits(Some(Limits::default()));
    for _ in 0..5 {
        bot.does("sendMessage", TO_AMINA()).await;
    }
    let answer = bot.call("sendMessage", TO_AMINA()).await;
    assert_eq!((&answer["error_code"], &answer["parameters"]["retry_after"]), (&json!(429), &json!(1)));
    bot.does("getMe", json!({})).await;
    tokio::time::sleep(Duration::from_millis(1_050)).await;
    bot.does("sendMessage", TO_AMINA()).await;
    assert_eq!(bot.telegram.too_many(), 1);
}

#[tokio::test]
async fn a_slow_api_delivers_at_once_and_answers_later() {
    let (bot, amina) = Bot::and_amina().await;
    bot.telegram.latency(Duration::from_millis(200));
    let started = Instant::now();
    bot.does("sendMessage", TO_AMINA()).await;
    assert!(started.elapsed() >= Duration::from_millis(200));
    let arrived = bot.telegram.deliveries()[0].at;
    assert!(arrived.duration_since(started) < Duration::from_millis(150));
    assert_eq!(amina.last().unwrap().text, "hello");
}

#[tokio::test]
async fn a_story_can_wait_for_what_a_person_sees() {
    let (bot, amina) = Bot::and_amina().await;
    let (seen, _) = tokio::join!(amina.until_sees("hello", Duration::from_secs(5)), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        bot.does("sendMessage", TO_AMINA()).await
    });
    assert_eq!(seen.unwrap().text, "hello");
    let never = amina.until_sees("goodbye", Duration::from_millis(50)).await.unwrap_err();
    assert!(never.to_string().contains("\"hello\""), "{never}");
}
