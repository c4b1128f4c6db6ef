//! What was to be typed half an hour ago: the words that come now may be meant for somebody, so they are an answer to nothing,
//! go to nobody unasked, and are not lost.

use crate::pairing::not_ready;
use crate::world::{Friend, World};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

/// Where somebody of the team is asked to type something, and how she comes there.
const QUESTIONS: [(&str, &[&str]); 6] = [
    ("Who are you looking for?", &["/find"]),
    ("Which file number does this person have with you?", &["/invite", "🌱 Mentee"]),
    (
        "Which file number does this person have with you?",
        &["/people", "🌱 Mentee", "1 · Amina", "🗂 File number"],
    ),
    ("Which day was it?", &["/people", "🤝 Mentor", "2 · Tomás", "🎓 Readiness", "📝 Quiz"]),
    ("Why can this mentor start without them?", &["/pair", "1 · Zainab", "1 · Tomás", "⚠️ Pair anyway"]),
    ("What is the name of your programme?", &["/settings", "✏️ Name"]),
];

async fn comes(lea: &Friend, way: &[&str]) {
    for step in way {
        if step.starts_with('/') {
            lea.says(step).await;
        } else {
            lea.presses(step).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn late_words_of_whoever_talks_with_somebody_are_asked_about_and_arrive_when_she_says_so() {
    for (question, way) in QUESTIONS {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let amina = world.joined("Amina", Role::Mentee).await;
        let as_mentor = world.also(&lea, Role::Mentor, world.programme()).await;
        world.introduce(&[(&amina, Side::Mentee), (&as_mentor, Side::Mentor)], &lea).await;
        let _zainab = world.joined("Zainab", Role::Mentee).await;
        let tomas = world.joined("Tomás", Role::Mentor).await;
        not_ready(&world, &tomas).await;
        comes(&lea, way).await;
        lea.hears(question);
        world.minutes_pass(31).await;
        lea.says("See you on Monday").await;
        assert!(amina.copies().is_empty(), "{question}: it goes to nobody unasked");
        assert!(lea.hears("Who is this message for?").has_button("👤 For: Amina"), "{question}");
        lea.presses("👤 For: Amina").await;
        let heard: Vec<String> = amina.copies().into_iter().map(|seen| seen.text).collect();
        assert_eq!(heard, ["See you on Monday"], "{question}");
        lea.says("And bring the book").await;
        assert_eq!(amina.copies().len(), 2, "{question}: it is asked once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn late_words_of_whoever_talks_with_nobody_are_no_answer_and_she_reads_so() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    lea.says("/settings").await;
    lea.presses("✏️ Name").await;
    vera.says("/find").await;
    world.minutes_pass(31).await;
    for friend in [&lea, &vera] {
        friend.says("Vera").await;
        assert!(friend.last().contains("nobody has this"), "{}", friend.last());
    }
    vera.never_hears("This was found");
    let name = world.changes(async |tx, _| tx.programme(world.programme()).await.unwrap().name).await;
    assert_eq!(name, "Casa Ana");
}
