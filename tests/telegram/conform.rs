//! The emulator against the Bot API as data: the methods it knows, and everything it hands out.

use crate::bot::Bot;
use crate::bot_api::{FILE, api, faults, faults_as_one_of, request_faults};
use lazo::demo::{Content, Group, Recorded};
use serde_json::{Value, json};

#[tokio::test]
async fn every_update_is_one_that_telegram_could_send() {
    let api = api();
    let (bot, amina) = Bot::and_amina().await;
    let all = ["message", "edited_message", "message_reaction", "callback_query", "my_chat_member"];
    bot.does("getUpdates", json!({ "allowed_updates": all })).await;
    for content in [
        Content::photo("x"),
        Content::AlbumPhoto { album: "a".to_owned(), caption: None },
        Content::Video { caption: None },
        Content::Animation { caption: None },
        Content::Audio { caption: None },
        Content::Document { name: "f.pdf".to_owned(), caption: None },
        Content::Voice,
        Content::VideoNote,
        Content::Sticker,
        Content::Location { live: true },
        Content::Venue { title: "Library".to_owned() },
        Content::Contact { phone: "+34".to_owned(), name: "Ali".to_owned() },
        Content::Poll { question: "?".to_owned() },
        Content::Dice,
        Content::Story,
        Content::PaidMedia,
        Content::Checklist { title: "To do".to_owned() },
    ] {
        amina.sends(content);
    }
    amina.forwards("Someone", "look at https://x.org");
    let id = amina.replies(amina.says("/help"), "reply");
    amina.edits(id, "edited");
    amina.reacts(id, "👍");
    amina.quotes(id, "edited", "quoting");
    amina.shows(id, &[json!({ "type": "custom_emoji", "custom_emoji_id": "5" })]);
    amina.exchanges(id, Content::photo("exchanged"));
    let keyboard = json!({ "inline_keyboard": [[{ "text": "A", "callback_data": "a" }]] });
    bot.does("sendMessage", json!({ "chat_id": 11, "text": "?", "reply_markup": keyboard })).await;
    amina.presses("A").unwrap();
    amina.sends_callback(1, "forged");
    amina.blocks();
    amina.unblocks();
    let team = bot.telegram.group(Group::basic(5, "Team"));
    team.joins(&amina);
    team.adds_bot(&amina);
    let team = team.migrates(&amina);
    team.has_topics(true);
    let thread = team.opens_topic(&amina, "General talk");
    team.says_as(&amina, "hi", Some(thread));
    team.says_anonymously("hm", None);
    team.removes_bot(&amina);
    let updates = bot.updates().await;
    assert!(updates.len() > 30, "{} updates", updates.len());
    for update in updates {
        assert_eq!(faults(api, "Update", &update, "update"), Vec::<String>::new(), "{update}");
    }
}

#[tokio::test]
async fn every_answer_is_of_the_type_that_telegram_promises() {
    let api = api();
    let (bot, amina) = Bot::and_amina().await;
    let team = bot.telegram.group(Group::forum(5, "Team"));
    team.joins(&amina);
    team.adds_bot(&amina);
    let chat = team.id();
    let me = bot.does("getMe", json!({})).await["id"].clone();
    let mine = bot.says(11, "hello").await;
    let to = |more: Value| {
        let mut params = json!({ "chat_id": 11 });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let from = json!({ "from_chat_id": 11, "message_id": mine });
    let calls = [
        ("getMe", json!({})),
        ("sendMessage", to(json!({ "text": "<b>x</b>", "parse_mode": "HTML", "protect_content": true }))),
        ("sendMessage", to(json!({ "text": "x", "reply_parameters": { "message_id": mine } }))),
        ("sendPhoto", to(json!({ "photo": "https://x.org/a.png", "caption": "x" }))),
        ("sendVoice", to(json!({ "voice": "https://x.org/a.ogg" }))),
        ("sendLocation", to(json!({ "latitude": 1.5, "longitude": "2.5" }))),
        ("copyMessage", to(from.clone())),
        ("copyMessages", to(json!({ "from_chat_id": 11, "message_ids": [mine] }))),
        ("forwardMessage", to(from)),
        ("editMessageText", to(json!({ "message_id": mine, "text": "edited" }))),
        ("getChat", to(json!({}))),
        ("getChat", json!({ "chat_id": chat })),
        ("getChatMember", json!({ "chat_id": chat, "user_id": me })),
        ("getChatMember", json!({ "chat_id": chat, "user_id": 11 })),
        ("getChatAdministrators", json!({ "chat_id": chat })),
        ("createForumTopic", json!({ "chat_id": chat, "name": "Case" })),
        ("pinChatMessage", to(json!({ "message_id": mine }))),
        ("getChat", to(json!({}))),
        ("getMyCommands", json!({})),
        ("getMyName", json!({})),
        ("getWebhookInfo", json!({})),
        ("deleteMessage", to(json!({ "message_id": mine }))),
    ];
    for (method, params) in calls {
        let result = bot.does(method, params).await;
        let wrong = faults_as_one_of(api, &api["methods"][method]["r"], &result, method);
        assert_eq!(wrong, Vec::<String>::new(), "{method}: {result}");
    }
    assert_eq!(bot.telegram.unknown_parameters(), Vec::<String>::new());
}

#[tokio::test]
async fn parameters_that_do_not_exist_are_noticed() {
    let (bot, _amina) = Bot::and_amina().await;
    bot.does("sendMessage", json!({ "chat_id": 11, "text": "x", "disable_notifications": true })).await;
    assert_eq!(bot.telegram.unknown_parameters(), ["sendMessage.disable_notifications"]);
    let last = bot.telegram.requests().pop().unwrap();
    assert_eq!(
        (last.method.as_str(), last.params["text"].as_str(), last.status),
        ("sendMessage", Some("x"), 200)
    );
}

#[test]
fn a_request_that_telegram_does_not_know_is_noticed() {
    let api = api();
    let request = |method: &str, params: Value, files: &[&str]| Recorded {
        method: method.to_owned(),
        params: params.as_object().unwrap().clone(),
        files: files.iter().map(|&file| file.to_owned()).collect(),
        status: 200,
    };
    let right = [
        request("sendMessage", json!({ "chat_id": 1, "text": "x" }), &[]),
        request("sendPhoto", json!({ "chat_id": "1", "caption": "7" }), &["photo"]),
        request("setMyCommands", json!({ "commands": [], "scope": { "type": "chat", "chat_id": 5 } }), &[]),
    ];
    for request in right {
        assert_eq!(request_faults(api, &request), Vec::<String>::new());
    }
    let wrong = [
        (request("sendLetter", json!({}), &[]), "sendLetter: no such method"),
        (request("sendMessage", json!({ "chat_id": 1 }), &[]), "sendMessage.text: missing"),
        (
            request("sendMessage", json!({ "chat_id": 1, "text": "x", "silent": true }), &[]),
            "sendMessage.silent: no such field",
        ),
        (
            request("sendMessage", json!({ "chat_id": 1.5, "text": "x" }), &[]),
            "sendMessage.chat_id: 1.5 is no Integer",
        ),
        (
            request(
                "sendMessage",
                json!({ "chat_id": 1, "text": "x", "reply_markup": { "inline_keyboard": [[{ "txt": "A" }]] } }),
                &[],
            ),
            "sendMessage.reply_markup.inline_keyboard[][].txt: unknown in InlineKeyboardButton",
        ),
    ];
    for (request, fault) in wrong {
        let found = request_faults(api, &request);
        assert!(found.iter().any(|it| it == fault), "{found:?}");
    }
}

#[tokio::test]
async fn the_emulator_knows_the_parameters_of_its_methods() {
    let api = api();
    let (bot, _amina) = Bot::and_amina().await;
    let mut asked = 0;
    for (method, known) in api["methods"].as_object().unwrap() {
        let params: serde_json::Map<_, _> = known["f"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| (field[0].as_str().unwrap().to_owned(), json!(0)))
            .collect();
        if method != "getUpdates" && bot.call(method, Value::Object(params)).await["error_code"] != 404 {
            asked += 1;
        }
    }
    assert!(asked > 40, "{asked} methods");
    assert_eq!(bot.telegram.unknown_parameters(), Vec::<String>::new());
}

/// Nothing is held against a list that is not there, or is older than what is known.
#[test]
fn the_list_of_the_bot_api_is_here_and_is_the_newest() {
    assert!(api()["types"]["Message"]["f"].as_array().is_some_and(|fields| fields.len() > 90));
    assert!(api()["methods"].as_object().is_some_and(|methods| methods.len() > 150));
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/bot-api.json.gz");
    if let Ok(newest) = std::fs::read(beside) {
        assert!(newest == std::fs::read(FILE).unwrap(), "copy the one beside the project to {FILE}");
    }
}
