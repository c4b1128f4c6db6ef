//! What belongs to what, and what arrives: rows about the ledger and about kinds of messages.

use super::{files, refusal, that_have};
use crate::albums::part;
use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use serde_json::json;

fn copies(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|copy| copy.text).collect()
}

fn asked(world: &World, method: &str) -> usize {
    world.telegram.requests().iter().filter(|it| it.method == method).count()
}

/// Row 1.
#[tokio::test(flavor = "multi_thread")]
async fn a_reply_finds_what_it_answers_also_after_a_restart() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let question = amina.says("¿Quedamos el martes?").await;
    world.restarts().await;
    tomas.replies(tomas.hears("¿Quedamos").id, "sí").await;
    assert_eq!(amina.hears("sí").reply_to, Some(question));
}

/// Row 2.
#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_an_answer_never_decide_whom_it_goes_to() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/team").await;
    tomas.says("tengo una duda").await;
    let words = format!("#{} To: Amina, case 1: /pairs", amina.phone.id());
    vera.replies(vera.hears("tengo una duda").id, words.as_str()).await;
    tomas.hears(&words);
    assert!(amina.copies().is_empty());
}

/// Row 3.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_number_in_two_chats_is_two_messages() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [zainab, olga] = world.introduced("Zainab", "Olga", &vera).await;
    let (number, other) = (amina.says("de Amina").await, zainab.phone.id());
    // In her own chat Zainab answers a message with the number of Amina's.
    let chat = json!({ "id": other, "type": "private", "first_name": "Z" });
    let from = json!({ "id": other, "is_bot": false, "first_name": "Z" });
    world.telegram.raw_update(json!({ "message": {
        "message_id": 900_001, "date": world.now().timestamp(), "chat": chat, "from": from, "text": "sobre lo mío",
        "reply_to_message": { "message_id": number, "date": world.now().timestamp(), "chat": chat, "text": "x" },
    } }));
    world.settles().await;
    let requests = world.telegram.requests();
    let copied: Vec<_> =
        requests.iter().filter(|it| it.params.get("message_id") == Some(&json!(900_001))).collect();
    assert!(!copied.is_empty());
    for copy in copied {
        assert_eq!(copy.params["chat_id"], json!(olga.phone.id()));
        assert!(!copy.params.contains_key("reply_parameters"), "it answers nothing of Amina's: {copy:?}");
    }
    assert_eq!(tomas.copies().len(), 1);
}

/// Row 4.
#[tokio::test(flavor = "multi_thread")]
async fn what_answers_something_unknown_answers_nothing_and_guesses_nothing() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let first = tomas.says("uno").await;
    let notice = tomas.phone.last().unwrap();
    assert!(notice.from_bot && notice.id > first, "the bot's own words stand beside his message");
    tomas.phone.reacts(notice.id, "👍");
    tomas.phone.reacts(notice.id + 1000, "👍");
    world.minutes_pass(2).await;
    assert_eq!(asked(&world, "setMessageReaction"), 0);
    tomas.replies(notice.id + 1000, "dos").await;
    assert_eq!(amina.hears("dos").reply_to, None);
}

/// Row 13.
#[tokio::test(flavor = "multi_thread")]
async fn however_fast_she_writes_to_the_team_it_is_one_talk_in_order() {
    let world = World::new().await;
    let [_amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    for n in 0..5 {
        tomas.phone.says("/team");
        tomas.phone.says(&format!("pregunta {n}"));
    }
    world.settles().await;
    assert_eq!(copies(&vera), (0..5).map(|n| format!("pregunta {n}")).collect::<Vec<_>>());
    for kind in ["sqlite", "postgres"] {
        let (_, text) = files(&format!("migrations/{kind}")).into_iter().min().unwrap();
        assert!(text.contains("team_of BIGINT UNIQUE"), "{kind}");
    }
}

/// Row 14.
#[test]
fn no_letter_is_without_a_chat_and_no_chat_is_a_default() {
    let source = |path: &str| files("src/domain").into_iter().find(|(it, _)| it == path).unwrap().1;
    let ids = source("src/domain/id.rs");
    assert!(ids.contains("ChatId") && !ids.contains("Default"), "an id is somebody's or does not exist");
    let letter = source("src/domain/letter.rs");
    assert!(
        letter.contains("pub to: To,") && letter.contains("pub chat: ChatId,") && !letter.contains("Default")
    );
    for (path, text) in files("migrations") {
        let lane = text.lines().find(|line| line.trim_start().starts_with("lane BIGINT"));
        assert!(lane.is_none_or(|line| line.contains("NOT NULL") && !line.contains("DEFAULT")), "{path}");
    }
}

/// Row 15.
#[tokio::test(flavor = "multi_thread")]
async fn an_album_stays_whole_and_in_order_whatever_happens_while_it_comes() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.sends(part("a", "one")).await;
    world.restarts().await;
    tomas.sends(part("a", "two")).await;
    world.millis_pass(1_300).await;
    tomas.sends(part("a", "late")).await;
    assert_eq!(copies(&amina), ["one", "two", "late"]);
    assert_eq!(amina.hears("late").reply_to, Some(amina.copies()[0].id));
    assert_eq!(asked(&world, "copyMessages"), 1);
}

/// Row 16.
#[tokio::test(flavor = "multi_thread")]
async fn an_album_is_one_message_and_a_flood_is_asked_to_slow_down_but_loses_nothing() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    for album in ["a", "b", "c"] {
        for n in 0..10 {
            tomas.phone.sends(part(album, &n.to_string()));
        }
    }
    world.settles().await;
    tomas.never_hears("Has enviado muchos mensajes a la vez");
    for n in 0..30 {
        tomas.phone.says(&n.to_string());
    }
    world.settles().await;
    tomas.hears("Has enviado muchos mensajes a la vez");
    assert_eq!(amina.copies().len(), 60);
}

/// Row 17.
#[tokio::test(flavor = "multi_thread")]
async fn an_edit_that_changes_nothing_is_nobodys_and_one_that_does_makes_no_second_message() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("hola").await;
    assert!(tomas.phone.stirs(id));
    world.passes(chrono::TimeDelta::seconds(10)).await;
    assert_eq!(asked(&world, "editMessageText"), 0);
    assert!(tomas.phone.edits(id, "¡hola!"));
    world.passes(chrono::TimeDelta::seconds(10)).await;
    assert_eq!(copies(&amina), ["¡hola!"]);
}

/// Row 18.
#[tokio::test(flavor = "multi_thread")]
async fn what_people_write_is_no_markup() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let words = "<b>a</b> & *b*  _c_ [d](e) `f` \\$1 &lt;";
    let id = tomas.says(words).await;
    assert_eq!(copies(&amina), [words]);
    let corrected = format!("{words} <i>");
    tomas.phone.edits(id, &corrected);
    world.passes(chrono::TimeDelta::seconds(10)).await;
    assert_eq!(copies(&amina), [corrected]);
    let requests = world.telegram.requests();
    let marked = requests.iter().filter(|it| it.params.contains_key("parse_mode"));
    assert!(marked.into_iter().all(|it| !json!(it.params).to_string().contains("*b*")));
    let correct = that_have("src/telegram", "parse_mode");
    assert_eq!(correct, ["src/telegram/send.rs"], "only the bot's own words are marked up");
}

/// Row 19.
#[tokio::test(flavor = "multi_thread")]
async fn a_caption_too_long_beside_a_reply_arrives_without_the_reply() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("¿y?").await;
    let long = "palabra ".repeat(200);
    tomas.replies(tomas.hears("¿y?").id, Content::photo(&long)).await;
    assert_eq!(copies(&amina), [long]);
    tomas.never_hears("no llegó");
}

/// Row 20.
#[tokio::test(flavor = "multi_thread")]
async fn a_poll_is_refused_in_words() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.sends(Content::Poll { question: "¿Cuándo?".to_owned() }).await;
    tomas.hears("Aquí no se pueden enviar encuestas");
    assert!(amina.copies().is_empty());
}

/// Row 21.
#[tokio::test(flavor = "multi_thread")]
async fn a_voice_message_that_is_not_welcome_is_said_to_its_writer() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.phone.forbids_voice();
    let id = tomas.sends(Content::Voice).await;
    assert_eq!(tomas.hears("no acepta mensajes de voz").reply_to, Some(id));
}

/// Row 36.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shown_who_another_is() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    tomas.phone.forwards("Someone Else", "mira esto");
    tomas.says("hola").await;
    let seen = format!("{:?} {:?}", amina.phone.history(), marta.phone.history());
    for secret in ["Secret-Surname", "secret_", "Someone Else", "tg://user", &tomas.phone.id().to_string()] {
        assert!(!seen.contains(secret), "{secret} in {seen}");
    }
    assert_eq!(asked(&world, "forwardMessage") + asked(&world, "forwardMessages"), 0);
}

/// Row 40.
#[tokio::test(flavor = "multi_thread")]
async fn a_kind_of_message_nobody_knows_yet_arrives() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let strange = json!({ "hologram": { "file_unique_id": "h1" }, "caption": "mira" });
    amina.sends(Content::Raw(strange.as_object().unwrap().clone())).await;
    assert_eq!(tomas.copies().len(), 1);
}

/// Row 42.
#[tokio::test(flavor = "multi_thread")]
async fn a_reaction_that_fails_keeps_no_answer_waiting() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.fault(refusal(400, "Bad Request: REACTION_INVALID").on("setMessageReaction"));
    amina.phone.reacts(amina.hears("hola").id, "👍");
    amina.says("¿qué tal?").await;
    tomas.hears("¿qué tal?");
    assert_eq!(asked(&world, "setMessageReaction"), 1, "tried once");
}
