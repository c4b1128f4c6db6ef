//! What Telegram refuses, in its words.

use lazo::demo::Group;
use serde_json::{Value, json};

use crate::bot::Bot;

async fn text_refusal(text: &str, more: Value) -> String {
    let (bot, amina) = Bot::and_amina().await;
    let mut params = json!({ "chat_id": amina.id(), "text": text });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    bot.refused("sendMessage", params).await
}

#[tokio::test]
async fn texts_are_measured_in_utf16_after_parsing() {
    let (bot, amina) = Bot::and_amina().await;
    let fits = format!("<b>{}</b>", "😀".repeat(2048));
    bot.does("sendMessage", json!({ "chat_id": amina.id(), "text": fits, "parse_mode": "HTML" })).await;
    let one_more = "😀".repeat(2048) + "!";
    assert_eq!(text_refusal(&one_more, json!({})).await, "Bad Request: message is too long");
    assert_eq!(text_refusal("", json!({})).await, "Bad Request: message text is empty");
    assert_eq!(text_refusal(" \n\u{202e}", json!({})).await, "Bad Request: text must be non-empty");
    let empty = json!({ "parse_mode": "HTML" });
    assert_eq!(text_refusal("<b></b>", empty).await, "Bad Request: text must be non-empty");
}

#[tokio::test]
async fn broken_html_is_refused_with_tdlibs_reasons() {
    let cases = [
        ("<blink>x</blink>", "Unsupported start tag \"blink\" at byte offset 0"),
        ("é<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<span class=\"x\">y</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<a href=\"x>y</a>", "Unclosed start tag at byte offset 0"),
    ];
    for (html, reason) in cases {
        let refusal = text_refusal(html, json!({ "parse_mode": "HTML" })).await;
        let expected = match html {
            "a < b" => {
                "Bad Request: can't parse entities: Unsupported start tag \"\" at byte offset 2".to_owned()
            }
            _ => format!("Bad Request: can't parse entities: {reason}"),
        };
        assert_eq!(refusal, expected, "{html}");
    }
}

#[tokio::test]
async fn entities_outside_the_text_are_refused() {
    let entity =
        |offset, length| json!({ "entities": [{ "type": "bold", "offset": offset, "length": length }] });
    let refusal = text_refusal("abc", entity(2, 5)).await;
    assert!(refusal.contains("ends after the end of the text at UTF-16 offset 7"), "{refusal}");
    assert!(text_refusal("abc", entity(9, 1)).await.contains("begins after the end of the text"));
    assert!(text_refusal("😀", entity(0, 1)).await.contains("in a middle of a UTF-16 symbol"));
}

#[tokio::test]
async fn keyboards_that_telegram_would_not_show_are_refused() {
    let inline = |button: Value| json!({ "reply_markup": { "inline_keyboard": [[button]] } });
    let cases = [
        (inline(json!({ "text": "x", "callback_data": "é".repeat(33) })), "BUTTON_DATA_INVALID"),
        (inline(json!({ "text": "x", "callback_data": "" })), "BUTTON_DATA_INVALID"),
        (
            inline(json!({ "text": " ", "callback_data": "a" })),
            "inline keyboard button text must be non-empty",
        ),
        (inline(json!({ "callback_data": "a" })), "Can't find field \"text\""),
        (inline(json!({ "text": "x" })), "Text buttons are unallowed in the inline keyboard"),
        (inline(json!({ "text": "x", "url": "nonsense" })), "Wrong HTTP URL"),
        (inline(json!({ "text": "x", "copy_text": { "text": "" } })), "BUTTON_COPY_TEXT_INVALID"),
        (inline(json!({ "text": "x", "callback_data": "a", "style": "loud" })), "invalid button style"),
        (json!({ "reply_markup": { "keyboard": [[""]] } }), "keyboard button text must be non-empty"),
        (
            json!({ "reply_markup": { "keyboard": [["x"]], "input_field_placeholder": "é".repeat(65) } }),
            "INPUT_FIELD_PLACEHOLDER_INVALID",
        ),
        (json!({ "reply_markup": { "keyboard": [vec!["x"; 9]] } }), "reply markup is too long"),
        (json!({ "reply_markup": { "keyboard": vec![vec!["x"]; 101] } }), "reply markup is too long"),
        (json!({ "reply_markup": "{broken" }), "can't parse reply markup JSON object"),
    ];
    for (markup, reason) in cases {
        let refusal = text_refusal("hello", markup.clone()).await;
        assert!(refusal.starts_with("Bad Request: ") && refusal.contains(reason), "{markup}: {refusal}");
    }
}

#[tokio::test]
async fn who_cannot_be_written_to_is_named_by_kind() {
    let (bot, amina) = Bot::and_amina().await;
    let to = |chat: i64| json!({ "chat_id": chat, "text": "hello" });
    let tomas = bot.tomas();
    assert_eq!(bot.refused("sendMessage", to(tomas.id())).await, "Bad Request: chat not found");
    let team = bot.telegram.group(Group::forum(7, "Team"));
    team.joins(&tomas);
    team.adds_bot(&amina);
    let unmet = "Forbidden: bot can't initiate conversation with a user";
    assert_eq!(bot.refused("sendMessage", to(tomas.id())).await, unmet);
    amina.blocks();
    assert_eq!(bot.refused("sendMessage", to(amina.id())).await, "Forbidden: bot was blocked by the user");
    amina.unblocks();
    bot.does("sendMessage", to(amina.id())).await;
    amina.deactivates();
    assert_eq!(bot.refused("sendMessage", to(amina.id())).await, "Forbidden: user is deactivated");
    team.removes_bot(&amina);
    let kicked = "Forbidden: bot was kicked from the supergroup chat";
    assert_eq!(bot.refused("sendMessage", to(team.id())).await, kicked);
}

#[tokio::test]
async fn edits_are_refused_where_nothing_can_be_edited() {
    let (bot, amina) = Bot::and_amina().await;
    let chat = amina.id();
    let id = bot.says(chat, "old").await;
    let edit = |id: i64, text: &str| json!({ "chat_id": chat, "message_id": id, "text": text });
    let same = bot.refused("editMessageText", edit(id, "old")).await;
    assert!(
        same.starts_with("Bad Request: message is not modified: specified new message content"),
        "{same}"
    );
    assert_eq!(bot.refused("editMessageText", edit(1, "x")).await, "Bad Request: message to edit not found");
    let theirs = amina.says("mine");
    assert_eq!(
        bot.refused("editMessageText", edit(theirs, "x")).await,
        "Bad Request: message can't be edited"
    );
    let keys = json!({ "chat_id": chat, "text": "menu", "reply_markup": { "keyboard": [["A"]] } });
    let menu = bot.does("sendMessage", keys).await["message_id"].as_i64().unwrap();
    assert_eq!(bot.refused("editMessageText", edit(menu, "x")).await, "Bad Request: message can't be edited");
    let mut with_keys = edit(id, "new");
    with_keys["reply_markup"] = json!({ "keyboard": [["A"]] });
    assert_eq!(bot.refused("editMessageText", with_keys).await, "Bad Request: inline keyboard expected");
    let long = "x".repeat(4097);
    assert_eq!(bot.refused("editMessageText", edit(id, &long)).await, "Bad Request: MESSAGE_TOO_LONG");
    let caption = json!({ "chat_id": chat, "message_id": id, "caption": "x" });
    let none = bot.refused("editMessageCaption", caption).await;
    assert_eq!(none, "Bad Request: there is no caption in the message to edit");
}

#[tokio::test]
async fn a_message_is_deleted_within_48_hours_or_not_at_all() {
    let (bot, amina) = Bot::and_amina().await;
    let (old, own) = (amina.says("old"), bot.says(amina.id(), "own").await);
    let delete = |id: i64| json!({ "chat_id": amina.id(), "message_id": id });
    bot.does("deleteMessage", delete(own)).await;
    assert_eq!(bot.refused("deleteMessage", delete(own)).await, "Bad Request: message to delete not found");
    bot.telegram.advance(chrono::Duration::hours(49));
    let late = bot.refused("deleteMessage", delete(old)).await;
    assert_eq!(late, "Bad Request: message can't be deleted for everyone");
    let ids = json!({ "chat_id": amina.id(), "message_ids": [own, amina.says("new")] });
    bot.does("deleteMessages", ids).await;
    assert_eq!(amina.screen().last().unwrap().text, "old");
}

#[tokio::test]
async fn commands_names_and_toasts_keep_their_limits() {
    let (bot, amina) = Bot::and_amina().await;
    let command = |name: &str, text: &str| json!({ "commands": [{ "command": name, "description": text }] });
    let set = "setMyCommands";
    assert_eq!(bot.refused(set, command("Hilfe", "x")).await, "Bad Request: BOT_COMMAND_INVALID");
    assert!(bot.refused(set, command(&"a".repeat(33), "x")).await.contains("must not exceed 32"));
    assert!(bot.refused(set, command("help", &"x".repeat(257))).await.contains("must not exceed 256"));
    assert!(bot.refused(set, command("help", " ")).await.contains("description must be non-empty"));
    let mut ckb = command("help", "x");
    ckb["language_code"] = json!("ckb");
    assert_eq!(bot.refused(set, ckb).await, "Bad Request: invalid language code specified");
    assert!(bot.refused("setMyName", json!({ "name": "x".repeat(65) })).await.contains("too long"));
    let toast = json!({ "callback_query_id": "1", "text": "x".repeat(201) });
    assert_eq!(bot.refused("answerCallbackQuery", toast).await, "Bad Request: MESSAGE_TOO_LONG");
    let id = amina.says("hm");
    let reaction = |emoji: &str| json!({ "chat_id": amina.id(), "message_id": id, "reaction": [{ "type": "emoji", "emoji": emoji }] });
    assert_eq!(bot.refused("setMessageReaction", reaction("🫠")).await, "Bad Request: REACTION_INVALID");
    bot.does("setMessageReaction", reaction("❤")).await;
    assert_eq!(amina.screen().last().unwrap().reaction.as_deref(), Some("❤"));
}

#[tokio::test]
async fn an_unknown_method_and_a_wrong_token_are_told_apart() {
    let bot = Bot::new().await;
    let unknown = bot.call("sendThoughts", json!({})).await;
    assert_eq!(
        unknown,
        json!({ "ok": false, "error_code": 404, "description": "Not Found: method not found" })
    );
    let wrong = format!("{}/bot1:wrong/getMe", bot.telegram.url());
    let answer = bot.client.get(wrong).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body, json!({ "ok": false, "error_code": 401, "description": "Unauthorized" }));
}

#[tokio::test]
async fn voice_is_refused_for_who_forbids_it_and_only_voice() {
    let (bot, amina) = Bot::and_amina().await;
    let tomas = bot.tomas();
    let (voice, note, photo) = (
        tomas.sends(lazo::demo::Content::Voice),
        tomas.sends(lazo::demo::Content::VideoNote),
        tomas.sends(lazo::demo::Content::photo("me")),
    );
    amina.forbids_voice();
    let copy = |id: i64| json!({ "chat_id": amina.id(), "from_chat_id": tomas.id(), "message_id": id });
    for id in [voice, note] {
        assert_eq!(bot.refused("copyMessage", copy(id)).await, "Bad Request: VOICE_MESSAGES_FORBIDDEN");
    }
    bot.does("copyMessage", copy(photo)).await;
}
