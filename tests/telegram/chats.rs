//! What people see: copies, keyboards, groups, topics.

use lazo::demo::{Content, Group};
use reqwest::multipart::{Form, Part};
use serde_json::json;

use crate::bot::Bot;

#[tokio::test]
async fn a_copy_shows_the_newest_version_without_its_author() {
    let (bot, amina) = Bot::and_amina().await;
    let tomas = bot.tomas();
    let id = tomas.says("Hola");
    tomas.edits(id, "Hola, Amina");
    let copy = json!({ "chat_id": amina.id(), "from_chat_id": tomas.id(), "message_id": id });
    let answer = bot.does("CopyMessage", copy.clone()).await;
    let seen = amina.last().unwrap();
    assert_eq!((seen.text.as_str(), seen.copied, seen.forwarded), ("Hola, Amina", true, false));
    assert_eq!(answer, json!({ "message_id": seen.id }));
    assert_ne!(seen.id, id);
    assert_eq!(bot.telegram.deliveries()[0].content, seen.original);
    tomas.deletes(id);
    assert_eq!(bot.refused("copyMessage", copy).await, "Bad Request: message to copy not found");
}

#[tokio::test]
async fn every_kind_is_copied_as_telegram_copies_it() {
    let (bot, amina) = Bot::and_amina().await;
    let tomas = bot.tomas();
    let hologram = json!({ "hologram": { "depth": 3 } }).as_object().unwrap().clone();
    let copy = |id: i64| json!({ "chat_id": amina.id(), "from_chat_id": tomas.id(), "message_id": id });
    for content in [
        Content::photo("us"),
        Content::Video { caption: None },
        Content::Document { name: "form.pdf".to_owned(), caption: None },
        Content::Sticker,
        Content::Voice,
        Content::Contact { phone: "+34600".to_owned(), name: "Ali".to_owned() },
        Content::Raw(hologram),
    ] {
        let id = tomas.sends(content);
        bot.does("copyMessage", copy(id)).await;
        let (original, copied) = (tomas.screen().pop().unwrap(), amina.last().unwrap());
        assert_eq!((copied.content, copied.file), (original.content, original.file));
    }
    let poll = tomas.sends(Content::Poll { question: "When?".to_owned() });
    bot.does("copyMessage", copy(poll)).await;
    let (original, copied) = (tomas.screen().pop().unwrap(), amina.last().unwrap());
    assert_ne!(copied.content["poll"]["id"], original.content["poll"]["id"], "votes do not meet");
    let live = tomas.sends(Content::Location { live: true });
    bot.does("copyMessage", copy(live)).await;
    assert!(amina.last().unwrap().content["location"].get("live_period").is_none());
    for content in [Content::Quiz { question: "2+2".to_owned() }, Content::PaidMedia] {
        let id = tomas.sends(content);
        assert_eq!(bot.refused("copyMessage", copy(id)).await, "Bad Request: the message can't be copied");
    }
}

#[tokio::test]
async fn copying_many_skips_what_cannot_be_copied() {
    let (bot, amina) = Bot::and_amina().await;
    let tomas = bot.tomas();
    let part = |n: u8| Content::AlbumPhoto { album: "a1".to_owned(), caption: Some(n.to_string()) };
    let ids = [tomas.sends(part(1)), tomas.sends(part(2)), tomas.sends(part(3))];
    tomas.deletes(ids[1]);
    let params = json!({ "chat_id": amina.id(), "from_chat_id": tomas.id(), "message_ids": ids });
    assert_eq!(bot.does("copyMessages", params).await.as_array().unwrap().len(), 2);
    let seen: Vec<_> = amina.screen().into_iter().filter(|seen| seen.copied).collect();
    assert_eq!(seen.iter().map(|seen| seen.text.as_str()).collect::<Vec<_>>(), ["1", "3"]);
    assert_eq!(seen[0].album, seen[1].album);
    let backwards =
        json!({ "chat_id": amina.id(), "from_chat_id": tomas.id(), "message_ids": [ids[2], ids[0]] });
    assert!(bot.refused("copyMessages", backwards).await.contains("strictly increasing"));
}

#[tokio::test]
async fn a_long_caption_is_copied_unless_the_copy_is_a_reply() {
    let (bot, amina) = Bot::and_amina().await;
    let tomas = bot.tomas();
    let long = tomas.sends(Content::photo(&"x".repeat(2000)));
    let mut copy = json!({ "chat_id": amina.id(), "from_chat_id": tomas.id(), "message_id": long });
    bot.does("copyMessage", copy.clone()).await;
    copy["reply_parameters"] = json!({ "message_id": amina.last().unwrap().id });
    assert_eq!(bot.refused("copyMessage", copy.clone()).await, "Bad Request: message caption is too long");
    copy["reply_parameters"] = json!({ "message_id": 1, "allow_sending_without_reply": true });
    bot.does("copyMessage", copy.clone()).await;
    copy["reply_parameters"] = json!({ "message_id": 1 });
    assert_eq!(bot.refused("copyMessage", copy).await, "Bad Request: message to be replied not found");
}

#[tokio::test]
async fn html_is_read_and_shown_as_plain_words() {
    let (bot, amina) = Bot::and_amina().await;
    let html = "  <b>Hi</b> &lt;<a href=\"https://x.org/?a=1&amp;b\">you</a>&gt; &nbsp; \u{202e}😀<i>!</i>\n";
    let params = json!({ "chat_id": amina.id(), "text": html, "parse_mode": "HTML" });
    let sent = bot.does("sendMessage", params).await;
    let seen = amina.last().unwrap();
    assert_eq!(seen.text, "Hi <you> &nbsp; 😀!");
    assert_eq!(seen.html.as_deref(), Some(html));
    let entities = json!([
        { "type": "bold", "offset": 0, "length": 2 },
        { "type": "text_link", "offset": 4, "length": 3, "url": "https://x.org/?a=1&b" },
        { "type": "italic", "offset": 18, "length": 1 },
    ]);
    assert_eq!(sent["entities"], entities);
}

#[tokio::test]
async fn buttons_keyboards_and_toasts_work_as_on_a_phone() {
    let (bot, amina) = Bot::and_amina().await;
    let inline = json!({ "inline_keyboard": [[{ "text": "Yes, please", "callback_data": "y1" }]] });
    let menu = json!({ "keyboard": [["🆘", { "text": "Menu" }]], "is_persistent": true });
    bot.does("sendMessage", json!({ "chat_id": amina.id(), "text": "?", "reply_markup": inline })).await;
    bot.does("sendMessage", json!({ "chat_id": amina.id(), "text": "menu", "reply_markup": menu })).await;
    assert_eq!(amina.keyboard().unwrap(), [["🆘", "Menu"]]);
    amina.presses("🆘").unwrap();
    let query = amina.presses("Yes").unwrap();
    assert!(amina.presses("No").is_err());
    let updates = bot.updates().await;
    assert_eq!(updates[0]["message"]["text"], "🆘");
    assert_eq!(updates[1]["callback_query"]["data"], "y1");
    assert_eq!(updates[1]["callback_query"]["message"]["text"], "?");
    let answer = json!({ "callback_query_id": query.to_string(), "text": "Thanks", "show_alert": true });
    bot.does("answerCallbackQuery", answer).await;
    let toast = amina.toasts().pop().unwrap();
    assert_eq!((toast.person, toast.text.as_str(), toast.alert), (amina.id(), "Thanks", true));
    assert_eq!(toast.data, "y1");
    let gone = json!({ "chat_id": amina.id(), "text": "-", "reply_markup": { "remove_keyboard": true } });
    bot.does("sendMessage", gone).await;
    assert_eq!(amina.keyboard(), None);
}

#[tokio::test]
async fn a_link_opens_the_bot_with_its_payload_if_it_can_carry_it() {
    let (bot, amina) = Bot::and_amina().await;
    let name = bot.telegram.bot_username();
    amina.opens(&format!("https://t.me/{name}?start=abc_DEF-123")).unwrap();
    assert_eq!(amina.screen().pop().unwrap().text, "/start abc_DEF-123");
    amina.opens(&format!("https://t.me/{name}?start={}", "x".repeat(65))).unwrap();
    assert_eq!(amina.screen().pop().unwrap().text, "/start");
    assert_eq!(amina.opens("https://t.me/another_bot?start=abc"), None);
}

#[tokio::test]
async fn blocking_and_unblocking_is_told() {
    let (bot, amina) = Bot::and_amina().await;
    amina.blocks();
    amina.says("I am back");
    let updates = bot.updates().await;
    assert_eq!(updates[0]["my_chat_member"]["new_chat_member"]["status"], "kicked");
    assert_eq!(updates[1]["my_chat_member"]["new_chat_member"]["status"], "member");
    assert_eq!(updates[2]["message"]["text"], "I am back");
}

#[tokio::test]
async fn files_arrive_as_form_parts_attachments_and_ids() {
    let (bot, amina) = Bot::and_amina().await;
    let png = || Part::bytes(vec![137, 80, 78, 71]).file_name("qr.png");
    let keyboard = r#"{"inline_keyboard":[[{"text":"Ok","callback_data":"ok"}]]}"#;
    let form = Form::new().text("chat_id", "11").text("caption", "<b>QR</b>").text("parse_mode", "HTML");
    let form = form.text("reply_markup", keyboard).part("photo", png());
    let sent = bot.client.post(bot.url("SendPhoto")).multipart(form).send().await.unwrap();
    let sent: serde_json::Value = sent.json().await.unwrap();
    let seen = amina.last().unwrap();
    assert_eq!((seen.text.as_str(), seen.kind.as_str(), seen.has_button("Ok")), ("QR", "photo", true));
    assert_eq!(bot.telegram.file(seen.file.as_deref().unwrap()).unwrap(), [137, 80, 78, 71]);
    let form = Form::new().text("chat_id", "11").text("document", "attach://f1").part("f1", png());
    bot.client.post(bot.url("SendDocument")).multipart(form).send().await.unwrap();
    assert_eq!(amina.last().unwrap().content["document"]["file_name"], "file");
    let again = sent["result"]["photo"][0]["file_id"].clone();
    bot.does("sendPhoto", json!({ "chat_id": 11, "photo": again })).await;
    assert_eq!(amina.last().unwrap().file, seen.file);
    let wrong = bot.refused("sendPhoto", json!({ "chat_id": 11, "photo": "lazo-photo-999999" })).await;
    assert_eq!(wrong, "Bad Request: wrong file identifier/HTTP URL specified");
    assert_eq!(bot.telegram.unknown_parameters(), Vec::<String>::new());
}

#[tokio::test]
async fn forms_queries_and_json_mean_the_same() {
    let (bot, amina) = Bot::and_amina().await;
    let query = format!("{}?chat_id=11&text=by+query%21", bot.url("sendMessage"));
    bot.client.get(query).send().await.unwrap();
    let form = [("chat_id", "11"), ("text", "by form"), ("disable_notification", "true")];
    let body = form.map(|(name, value)| format!("{name}={value}")).join("&");
    let request = bot.client.post(bot.url("SENDMESSAGE")).body(body);
    request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    let texts: Vec<_> = amina.screen().into_iter().skip(1).map(|seen| (seen.text, seen.silent)).collect();
    assert_eq!(texts, [("by query!".to_owned(), false), ("by form".to_owned(), true)]);
}

#[tokio::test]
async fn topics_are_made_closed_and_found_missing() {
    let (bot, vera) = Bot::and_amina().await;
    let team = bot.telegram.group(Group::forum(7, "Team"));
    team.joins(&vera);
    team.adds_bot_with(&vera, &["can_delete_messages"]);
    let chat = team.id();
    let create = |name: &str| json!({ "chat_id": chat, "name": name });
    let lacking = bot.refused("createForumTopic", create("Case 1")).await;
    assert_eq!(lacking, "Bad Request: not enough rights to create a topic");
    team.adds_bot(&vera);
    let too_long = bot.refused("createForumTopic", create(&"x".repeat(129))).await;
    assert_eq!(too_long, "Bad Request: TOPIC_TITLE_TOO_LONG");
    let thread = bot.does("createForumTopic", create("Case 1")).await["message_thread_id"].as_i64().unwrap();
    let say = json!({ "chat_id": chat, "text": "card", "message_thread_id": thread });
    bot.does("sendMessage", say.clone()).await;
    assert_eq!(team.screen(Some(thread)).last().unwrap().text, "card");
    bot.updates().await;
    team.says_as(&vera, "on it", Some(thread));
    let heard = bot.updates().await.pop().unwrap();
    assert_eq!(heard["message"]["reply_to_message"]["forum_topic_created"]["name"], "Case 1");
    bot.does("closeForumTopic", json!({ "chat_id": chat, "message_thread_id": thread })).await;
    assert_eq!(team.topics(), [(thread, "Case 1".to_owned(), true)]);
    team.deletes_topic(thread);
    assert_eq!(bot.refused("sendMessage", say.clone()).await, "Bad Request: message thread not found");
    team.is_lenient_with_topics(true);
    bot.does("sendMessage", say).await;
    assert_eq!(team.screen(None).last().unwrap().thread, None);
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_says_where_it_went() {
    let (bot, vera) = Bot::and_amina().await;
    let team = bot.telegram.group(Group::basic(55, "Team"));
    team.joins(&vera);
    team.adds_bot(&vera);
    let card = bot.says(team.id(), "card").await;
    bot.updates().await;
    let new = team.migrates(&vera);
    let answer = bot.call("sendMessage", json!({ "chat_id": team.id(), "text": "hello" })).await;
    assert_eq!(answer["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!(answer["parameters"], json!({ "migrate_to_chat_id": new.id() }));
    let updates = bot.updates().await;
    assert_eq!(updates[0]["message"]["migrate_to_chat_id"], new.id());
    assert_eq!(updates[1]["message"]["migrate_from_chat_id"], team.id());
    let edit = json!({ "chat_id": team.id(), "message_id": card, "text": "x" });
    assert_eq!(bot.refused("editMessageText", edit).await, "Bad Request: message can't be edited");
    let edit = json!({ "chat_id": new.id(), "message_id": card, "text": "x" });
    assert_eq!(bot.refused("editMessageText", edit).await, "Bad Request: message to edit not found");
    bot.says(new.id(), "here").await;
}

#[tokio::test]
async fn a_bot_without_rights_hears_only_what_is_meant_for_it() {
    let (bot, vera) = Bot::and_amina().await;
    let team = bot.telegram.group(Group::supergroup(8, "Team"));
    team.joins(&vera);
    team.adds_bot_as_member(&vera);
    let card = bot.says(team.id(), "card").await;
    bot.updates().await;
    team.says_as(&vera, "among us", None);
    team.says_as(&vera, "/cases", None);
    team.replies_as(&vera, card, "thanks");
    let heard: Vec<_> = bot.updates().await.iter().map(|update| update["message"]["text"].clone()).collect();
    assert_eq!(heard, ["/cases", "thanks"]);
    team.adds_bot(&vera);
    team.says_anonymously("as the group", None);
    let last = bot.updates().await.pop().unwrap();
    assert_eq!(last["message"]["sender_chat"]["id"], team.id());
    let me = bot.does("getMe", json!({})).await["id"].clone();
    let member = bot.does("getChatMember", json!({ "chat_id": team.id(), "user_id": me })).await;
    assert_eq!((&member["status"], &member["can_manage_topics"]), (&json!("administrator"), &json!(true)));
    assert_eq!(member["can_promote_members"], false);
}

#[tokio::test]
async fn the_menu_shows_the_narrowest_scope_in_the_persons_language() {
    let (bot, amina) = Bot::and_amina().await;
    let set = |name: &str, scope: serde_json::Value, language: &str| {
        let commands = json!([{ "command": name, "description": "x" }]);
        json!({ "commands": commands, "scope": scope, "language_code": language })
    };
    bot.does("setMyCommands", set("plain", json!({ "type": "default" }), "")).await;
    bot.does("setMyCommands", set("arabic", json!({ "type": "default" }), "ar")).await;
    assert_eq!(amina.menu()[0].0, "arabic");
    bot.does("setMyCommands", set("own", json!({ "type": "chat", "chat_id": 11 }), "")).await;
    assert_eq!(amina.menu()[0].0, "own");
    bot.does("deleteMyCommands", json!({ "scope": { "type": "chat", "chat_id": 11 } })).await;
    assert_eq!(amina.menu()[0].0, "arabic");
    let default = bot.does("getMyCommands", json!({})).await;
    assert_eq!(default, json!([{ "command": "plain", "description": "x" }]));
}

#[tokio::test]
async fn deleting_the_message_that_brought_a_keyboard_takes_it_away() {
    let (bot, amina) = Bot::and_amina().await;
    let keys = json!({ "chat_id": 11, "text": "menu", "reply_markup": { "keyboard": [["A"]] } });
    let id = bot.does("sendMessage", keys).await["message_id"].clone();
    bot.does("deleteMessage", json!({ "chat_id": 11, "message_id": id })).await;
    assert_eq!(amina.keyboard(), None);
}
