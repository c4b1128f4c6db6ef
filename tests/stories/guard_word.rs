//! The guard says that nobody has it only where that is known: a copy that was replaced, or deleted already, was there.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Fault, Rule};
use std::time::Duration;

const NOT_SENT: [&str; 2] = ["No se ha enviado", "no lo tiene nadie"];
const PERHAPS: &str = "Puede que alguien";
const NUMBER: &str = "mi móvil es el 612 345 678";

/// A copy is on its way for so long that a change overtakes it.
const ON_ITS_WAY: Duration = Duration::from_millis(400);
/// By then it is on its way, and what was written since has been heard.
const HEARD: Duration = Duration::from_millis(150);

fn is_slow(world: &World, reader: &Friend) {
    let millis = ON_ITS_WAY.as_millis().try_into().unwrap();
    let slow = Rule::new(Fault::Slow { millis }).on("copyMessage").in_chat(reader.phone.id());
    world.telegram.fault(slow.times(1));
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
    is_slow(&world, &amina);
    world.telegram.holds_back("edited_message");
    let message = tomas.phone.sends("hola");
    tokio::time::sleep(HEARD).await;
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
    is_slow(&world, &amina);
    let message = tomas.phone.sends("hola");
    tokio::time::sleep(HEARD).await;
    // A harmless change, which is to be made where the copy stands, but Telegram wants that later.
    let later = Rule::new(Fault::TooMany { seconds: Some(5) }).in_chat(amina.phone.id());
    world.telegram.fault(later.on("editMessageText").times(1));
    tomas.phone.edits(message, "hola otra vez");
    tokio::time::sleep(HEARD).await;
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
