//! The guard says that nobody has it only where that is known: a copy that was replaced, or deleted already, was there.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Fault, Rule};
use lazo::domain::id::{ChatId, MessageId};
use std::time::Duration;

const NOT_SENT: [&str; 2] = ["No se ha enviado", "no lo tiene nadie"];
const PERHAPS: &str = "Puede que alguien";
const NUMBER: &str = "mi móvil es el 612 345 678";

/// A copy is on its way for so long that changes overtake it, however busy this computer is.
const ON_ITS_WAY: u64 = 3_000;

/// Tomás writes, and his message is on its way to its reader.
async fn is_on_its_way(world: &World, writer: &Friend, reader: &Friend) -> i64 {
    let slow = Rule::new(Fault::Slow { millis: ON_ITS_WAY }).on("copyMessage").in_chat(reader.phone.id());
    world.telegram.fault(slow.times(1));
    let message = writer.phone.sends("hola");
    until(async || world.telegram.faults_happened() > 0).await;
    message
}

/// Waits for something that is about to be.
async fn until(so: impl AsyncFn() -> bool) {
    for _ in 0..ON_ITS_WAY / 5 {
        if so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// A change of a message waits to be made where its copy stands.
async fn is_to_be_corrected(world: &World, writer: &Friend, message: i64) -> bool {
    let mut tx = world.db().await.begin().await.unwrap();
    let Some(it) = tx.edited(ChatId(writer.phone.id()), MessageId(message)).await.unwrap() else {
        return false;
    };
    tx.traces(&[it.source]).await.unwrap().iter().flat_map(|it| &it.copies).any(|copy| copy.edit_waits)
}

/// Whether her phone ever showed these words.
fn had(reader: &Friend, words: &str) -> bool {
    reader.phone.history().iter().any(|seen| seen.text.contains(words))
}

/// All that its writer was told about a message.
fn told(writer: &Friend, message: i64) -> Vec<String> {
    let screen = writer.phone.screen().into_iter();
    screen.filter(|seen| seen.from_bot && seen.reply_to == Some(message)).map(|seen| seen.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_that_a_copy_may_have_taken_along_neither_is_said_to_be_nowhere() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.telegram.holds_back("edited_message");
    let message = is_on_its_way(&world, &tomas, &amina).await;
    tomas.phone.edits(message, "mi móvil es el 699 111 222");
    tomas.phone.edits(message, NUMBER);
    world.settles().await;
    assert!(had(&amina, NUMBER), "a copy by reference has the newest words");
    world.telegram.releases();
    world.settles().await;
    let told = told(&tomas, message);
    assert_eq!(told.len(), 2, "{told:?}");
    for notice in &told {
        assert!(notice.contains(PERHAPS) && !NOT_SENT.iter().any(|it| notice.contains(it)), "{notice}");
    }
    assert!(amina.copies().is_empty(), "it has gone again");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrived_before_a_restart_and_was_replaced_after_it_is_not_said_to_be_nowhere() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let message = is_on_its_way(&world, &tomas, &amina).await;
    // A harmless change, which is to be made where the copy stands, but Telegram wants that later.
    let later = Rule::new(Fault::TooMany { seconds: Some(5) }).in_chat(amina.phone.id());
    world.telegram.fault(later.on("editMessageText").times(1));
    tomas.phone.edits(message, "hola otra vez");
    until(async || is_to_be_corrected(&world, &tomas, message).await).await;
    world.telegram.holds_back("edited_message");
    tomas.phone.edits(message, NUMBER);
    world.settles().await;
    assert!(had(&amina, NUMBER), "a copy by reference has the newest words");
    // After a restart nobody remembers the harmless words: a fresh copy is to take the place of the old one. It waits.
    world.restarts().await;
    let busy = Rule::new(Fault::TooMany { seconds: Some(60) }).in_chat(amina.phone.id());
    world.telegram.fault(busy.on("copyMessage").times(1));
    world.passes(TimeDelta::seconds(6)).await;
    world.telegram.releases();
    world.settles().await;
    world.minutes_pass(5).await;
    let told = told(&tomas, message);
    assert!(told.iter().any(|notice| notice.contains(PERHAPS)), "{told:?}");
    assert!(!told.iter().any(|notice| NOT_SENT.iter().any(|it| notice.contains(it))), "{told:?}");
    assert!(amina.copies().is_empty(), "it has gone again: {:?}", amina.copies());
}

/// A message is asked about, and changed before its writer says anything; gives what he was asked with, and the message.
async fn changed_while_asked(world: &World, tomas: &Friend, into: &str) -> (i64, i64) {
    let message = tomas.says(NUMBER).await;
    let question = tomas.hears("Aquí se ve un número de teléfono");
    tomas.phone.edits(message, into);
    world.settles().await;
    (question.id, message)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_word_and_is_changed_into_a_label_or_an_invitation_is_not_sent() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let invitation = world.link(lazo::domain::person::Role::Mentee).await;
    for into in ["/team", "🆘 Necesito ayuda", &invitation] {
        let (question, message) = changed_while_asked(&world, &tomas, into).await;
        assert!(tomas.phone.presses_on(question, "Enviar").is_err(), "{into}: its buttons are gone");
        let told = tomas.phone.screen().into_iter().find(|seen| seen.id == question).unwrap();
        assert!(told.text.contains("No se ha enviado") || told.text.contains("no le llegó"), "{}", told.text);
        world.hours_pass(25).await;
        assert_eq!(told_of_nothing_more(&tomas, message), 1, "{into}: it is said once");
    }
    assert!(amina.copies().is_empty(), "{:?}", amina.copies());
}

/// All that he was told about a message.
fn told_of_nothing_more(tomas: &Friend, message: i64) -> usize {
    told(tomas, message).len()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_word_and_begins_like_the_bots_own_now_stands_below_its_authors_name() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let team = "🆘 Tu equipo: llama al 612 345 678";
    let (question, _) = changed_while_asked(&world, &tomas, team).await;
    world.restarts().await;
    tomas.phone.presses_on(question, "Enviar").unwrap();
    world.settles().await;
    let read: Vec<_> =
        amina.reads().iter().map(|text| text.replace(['\u{200F}', '\u{2068}', '\u{2069}'], "")).collect();
    let at = read.iter().position(|text| text.contains(team)).unwrap();
    assert!(read[at - 1].contains("— Tomás —"), "{read:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_word_and_shows_something_else_now_is_asked_about_anew() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let (first, _) = changed_while_asked(&world, &tomas, "aquí: t.me/tomas_bcn").await;
    assert!(tomas.phone.presses_on(first, "Enviar").is_err());
    let second = tomas.hears("un enlace a otro chat");
    assert_ne!(second.id, first);
    tomas.phone.presses_on(second.id, "Enviar").unwrap();
    world.settles().await;
    let copies: Vec<_> = amina.copies().into_iter().map(|seen| seen.text).collect();
    assert_eq!(copies, ["aquí: t.me/tomas_bcn"]);
    world.hours_pass(25).await;
    assert!(!tomas.reads().iter().any(|text| text.contains("no le llegó a nadie")), "{:?}", tomas.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_that_waits_for_a_word_and_is_changed_into_a_label_is_not_sent() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let message = tomas.says("hola").await;
    tomas.phone.edits(message, NUMBER);
    world.settles().await;
    let question = tomas.hears("Aquí se ve un número de teléfono");
    tomas.phone.edits(message, "/team");
    world.settles().await;
    assert!(tomas.phone.presses_on(question.id, "Enviar").is_err(), "its buttons are gone");
    world.hours_pass(25).await;
    assert!(amina.copies().is_empty(), "{:?}", amina.copies());
}
