//! What is answered in words has no buttons any more, whoever was asked and whatever: an old button only says that it does
//! not work. What was not understood keeps them, or is asked anew and stands once.

use crate::setup::founder;
use crate::world::{Friend, World};
use lazo::domain::person::Role;

/// How many messages with these words still have buttons.
fn open(friend: &Friend, words: &str) -> usize {
    let screen = friend.phone.screen();
    screen.iter().filter(|it| it.from_bot && it.text.contains(words) && !it.buttons.is_empty()).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_questions_of_the_set_up_that_were_answered_in_words_have_no_buttons() {
    let world = World::empty().await;
    let vera = founder(&world).await;
    assert_eq!(open(&vera, "What time is it where you are?"), 0, "Madrid was typed");
    vera.says("Casa Ana").await;
    vera.says("what?").await;
    assert_eq!(open(&vera, "Which languages do your people need?"), 1, "asked anew, it stands once");
    vera.presses("English").await;
    vera.presses("✅ Done").await;
    vera.says("nonsense").await;
    assert_eq!(open(&vera, "What time is it"), 1, "what was not understood can still be tapped");
    vera.says("London").await;
    assert_eq!(open(&vera, "What time is it"), 0);
    vera.presses("España").await;
    vera.presses("✅ They are right").await;
    vera.presses("📅 Every 2 weeks").await;
    vera.says("Eva 600 000 001").await;
    vera.says("Nora 600 000 002").await;
    assert_eq!(open(&vera, "Who is called first") + open(&vera, "Who is next"), 0);
    vera.says("The board, +34 600 000 003").await;
    assert_eq!(open(&vera, "if they have a problem with you"), 0);
    vera.presses("Mon–Fri 9–17").await;
    vera.says("Casa Ana, data@casaana.example").await;
    assert_eq!(open(&vera, "Who is responsible"), 0);
    vera.says("Casa Ana: 900 000 000").await;
    assert_eq!(open(&vera, "Does your programme have its own help line?"), 0);
    let asked: Vec<_> =
        vera.phone.screen().into_iter().filter(|it| it.from_bot && !it.buttons.is_empty()).collect();
    assert_eq!(asked.len(), 1, "only the summary can be tapped: {asked:#?}");
    vera.presses("✅ All right").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_changed_later_in_words_leaves_no_buttons_either() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    vera.says("/helplines").await;
    vera.says("Casa Ana: 900 000 000").await;
    assert_eq!(open(&vera, "Does your programme have its own help line?"), 0);
    assert_eq!(open(&vera, "People read now"), 0);
    vera.says("/find").await;
    vera.says("Tomás").await;
    assert_eq!(open(&vera, "Who are you looking for?"), 0);
    assert_eq!(open(&vera, "Nobody was found"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_joins_in_words_sees_no_buttons_of_what_she_has_answered() {
    let world = World::new().await;
    let awa = world.newcomer("Awa", "en");
    awa.opens(&world.link(Role::Mentee).await).await;
    awa.says("hello?").await;
    assert_eq!(
        open(&awa, "English") + open(&awa, "language"),
        1,
        "asked anew, it stands once: {:#?}",
        awa.phone.screen()
    );
    awa.presses("English").await;
    awa.agrees().await;
    awa.says("Awa").await;
    awa.presses("🧑 16 or 17").await;
    awa.says("yes").await;
    assert!(open(&awa, "may") <= 1);
    let bo = world.newcomer("Bo", "en");
    bo.opens(&world.link(Role::Mentee).await).await;
    bo.presses("English").await;
    bo.agrees().await;
    bo.says("Bo").await;
    bo.says("18").await;
    assert_eq!(open(&bo, "How old are you?"), 1);
    bo.presses("👤 18 or older").await;
    bo.says("Springfield of nowhere").await;
    assert_eq!(open(&bo, "What time is it where you are?"), 1);
    bo.says("Madrid").await;
    assert_eq!(open(&bo, "What time is it where you are?"), 0);
    bo.presses("✏️ Another language").await;
    bo.says("Hassaniya").await;
    assert_eq!(open(&bo, "Which languages do you speak?"), 1);
    bo.presses("✅ Done").await;
    assert_eq!(open(&bo, "Which languages do you speak?"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_was_announced_takes_the_way_out_of_it_along() {
    let world = World::new().await;
    let [_, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("☰ Menú").await;
    tomas.presses("💬 Escribir al equipo").await;
    let prompt = tomas.phone.last().unwrap();
    assert!(!prompt.buttons.is_empty(), "{prompt:?}");
    tomas.says("¿Puedo cambiar de hora?").await;
    let left = tomas.phone.screen().into_iter().find(|it| it.id == prompt.id).unwrap();
    assert!(left.buttons.is_empty(), "{left:?}");
    vera.presses("💬 Answer").await;
    let prompt = vera.phone.last().unwrap();
    assert!(!prompt.buttons.is_empty(), "{prompt:?}");
    vera.says("Of course").await;
    let left = vera.phone.screen().into_iter().find(|it| it.id == prompt.id).unwrap();
    assert!(left.buttons.is_empty(), "{left:?}");
}
