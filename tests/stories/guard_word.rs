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
