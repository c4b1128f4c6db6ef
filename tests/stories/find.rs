//! Pairs stand in the order in which they need somebody, and anybody is found by name or file number.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

fn labels(friend: &Friend, words: &str) -> Vec<String> {
    friend.hears(words).buttons.iter().flatten().map(|button| button.text.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_need_somebody_most_come_first_and_a_card_leads_back_to_its_page() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let mut pairs = Vec::new();
    for n in 1..=9 {
        pairs.push(world.introduced(&format!("Mentee{n}"), &format!("Mentor{n}"), &vera).await);
    }
    for [mentee, mentor] in &pairs {
        mentee.says("مرحبا").await;
        mentor.says("Hola").await;
    }
    // Six days on all are in touch; the seventh has been quiet for longest, the eighth is stopped, the ninth out of reach.
    world.days_pass(6).await;
    for [mentee, mentor] in pairs.iter().take(6) {
        mentee.says("مرحبا").await;
        mentor.says("Hola").await;
    }
    let mut held = world.pair_of(&pairs[7][0]).await.unwrap();
    world.changes(async |tx, now| lifecycle::hold(tx, &mut held, None, now).await.unwrap()).await;
    pairs[8][1].blocks().await;
    vera.says("/pairs").await;
    let list = vera.hears("Your pairs").text;
    assert!(list.contains("Those who need you most come first"), "{list}");
    let order = ["1 · Mentee8", "2 · Mentee9", "3 · Mentee7", "4 · Mentee1", "5 · Mentee2", "6 · Mentee3"];
    let at: Vec<_> =
        order.iter().map(|line| list.find(line).unwrap_or_else(|| panic!("{line} in {list}"))).collect();
    assert!(at.is_sorted(), "{list}");
    vera.presses("Next ➡️").await;
    assert!(vera.hears("Your pairs").text.contains("1 · Mentee4"));
    vera.presses("2 · Mentee5").await;
    vera.presses("◀ Back").await;
    assert!(vera.hears("Your pairs").text.contains("2 · Mentee5"), "its own page");
    vera.presses("◀ Previous").await;
    assert_eq!(vera.hears("Your pairs").text, list);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_or_a_number_finds_the_person_and_her_pair_and_leads_to_their_cards() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world.joined("Zainab", Role::Mentee).await;
    vera.says("/find ami").await;
    let found = labels(&vera, "This was found");
    assert_eq!(found[..2], ["1 · Amina", "2 · Amina – Tomás"]);
    vera.presses("2 · Amina – Tomás").await;
    vera.hears("A pair");
    vera.says(&format!("/find f-{}", tomas.phone.id())).await;
    assert_eq!(labels(&vera, "This was found")[0], "1 · Tomás");
    vera.presses("1 · Tomás").await;
    vera.hears("👤 Tomás");
    vera.says("/find").await;
    vera.hears("Who are you looking for?");
    vera.says("TOMAS").await;
    assert_eq!(labels(&vera, "This was found")[0], "1 · Tomás", "accents and capitals make no difference");
    assert!(amina.copies().is_empty() && tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_find_nobody_and_break_nothing() {
    let world = World::new().await;
    let [_, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    for words in ["%", "_", "*", "' OR 1=1 --", "<b>x</b>", "Nobody"] {
        vera.says(&format!("/find {words}")).await;
        assert!(vera.reads().last().unwrap().contains("Nobody was found"), "{words}");
        vera.presses("🔎 Find somebody").await;
        vera.hears("Who are you looking for?");
        vera.presses("✖️ Cancel").await;
    }
    for words in ["\u{202e}\u{200f}", "\u{200d}", &"a".repeat(4_000)] {
        vera.says(&format!("/find {words}")).await;
        assert!(vera.reads().last().unwrap().contains("Who are you looking for?"), "{words:?}");
    }
    vera.says("\u{202e}amina\u{202c}").await;
    vera.hears("This was found");
    // What is typed much later is for nobody.
    vera.says("/find").await;
    world.passes(TimeDelta::minutes(31)).await;
    let before = vera.reads().iter().filter(|text| text.contains("This was found")).count();
    vera.says("amina").await;
    assert_eq!(vera.reads().iter().filter(|text| text.contains("This was found")).count(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_the_first_eight_are_shown_and_a_pair_of_anothers_is_not() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    for n in 1..=10 {
        world.joined(&format!("Nour{n:02}"), Role::Mentee).await;
    }
    vera.says("/find nour").await;
    let found = vera.hears("This was found");
    assert!(found.text.contains("There are more") && found.text.contains("8 · Nour08"), "{}", found.text);
    assert!(!found.text.contains("Nour09"));
    world.introduced("Amina", "Tomás", &eva).await;
    vera.says("/find amina").await;
    assert_eq!(labels(&vera, "Amina"), ["1 · Amina", "🔎 Find somebody"]);
    eva.says("/find amina").await;
    assert_eq!(labels(&eva, "Amina")[1], "2 · Amina – Tomás");
    // For the team alone.
    let rim = world.joined("Rim", Role::Mentor).await;
    rim.says("/find Amina").await;
    rim.hears("No conozco este comando");
    let hit = vera.hears("This was found");
    rim.phone.sends_callback(hit.id, hit.buttons[0][0].data.as_deref().unwrap());
    world.settles().await;
    rim.never_hears("👤");
}
