//! What a coordinator sees of her pairs and people, and what she does with a pair.

use crate::world::{Friend, World};
use lazo::domain::case::{CaseKind, NewCase};
use lazo::domain::conversation::Phase;
use lazo::domain::person::{Reach, Role, Standing};
use lazo::domain::readiness::Readiness;
use lazo::handlers::{cases, lifecycle};
use std::collections::BTreeSet;

/// The labels under the newest message with these words.
fn labels(friend: &Friend, words: &str) -> Vec<String> {
    friend.hears(words).buttons.iter().flatten().map(|button| button.text.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_five_pairs_are_shown_page_by_page_forth_and_back() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    for n in 1..=25 {
        world.introduced(&format!("Mentee{n:02}"), &format!("Mentor{n:02}"), &vera).await;
    }
    vera.says("/pairs").await;
    let mut pages = vec![vera.hears("Your pairs").text];
    while labels(&vera, "Your pairs").contains(&"Next ➡️".to_owned()) {
        vera.presses("Next ➡️").await;
        pages.push(vera.hears("Your pairs").text);
    }
    assert_eq!(pages.len(), 5);
    let all = pages.join("\n");
    let shown: BTreeSet<&str> = all.split_whitespace().filter(|word| word.starts_with("Mentee")).collect();
    assert_eq!(shown.len(), 25);
    for earlier in pages.iter().rev().skip(1) {
        vera.presses("◀ Previous").await;
        assert_eq!(&vera.hears("Your pairs").text, earlier);
    }
    assert!(!labels(&vera, "Your pairs").contains(&"◀ Previous".to_owned()));
    assert_eq!(vera.reads().iter().filter(|text| text.contains("Your pairs")).count(), 1, "in place");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_sees_her_own_pairs_and_a_lead_sees_all() {
    let world = World::new().await;
    let lead = world.joined("Ana", Role::Lead).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    world.introduced("Amina", "Tomás", &vera).await;
    world.introduced("Zainab", "Olga", &eva).await;
    for friend in [&lead, &eva, &vera] {
        friend.says("/pairs").await;
    }
    let both = lead.hears("Your pairs").text;
    assert!(both.contains("Amina") && both.contains("Zainab"), "{both}");
    assert!(!vera.hears("Your pairs").text.contains("Zainab"));
    assert!(!eva.hears("Your pairs").text.contains("Amina"));
}

#[tokio::test(flavor = "multi_thread")]
async fn how_a_pair_is_stands_there_as_an_icon_and_a_word() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [amina, tomas] = world.introduced("Amina", "Tomás", &vera).await;
    vera.says("/pairs").await;
    let new = vera.hears("Your pairs").text;
    assert!(new.contains("🌱 Just introduced") && new.contains("💬 No contact yet"), "{new}");
    amina.says("مرحبا").await;
    tomas.says("¡Hola!").await;
    world.days_pass(4).await;
    vera.says("/pairs").await;
    let quiet = vera.hears("Your pairs").text;
    assert!(quiet.contains("💬 Last contact 4 days ago") && quiet.contains("📅 Every week"), "{quiet}");
    world.days_pass(20).await;
    vera.says("/pairs").await;
    assert!(vera.hears("Your pairs").text.contains("🔴 Nobody writes"));
    tomas.blocks().await;
    vera.says("/pairs").await;
    assert!(vera.hears("Your pairs").text.contains("🔴 One of them cannot be reached"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pairs_card_shows_facts_and_leads_back_to_its_page() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("مرحبا").await;
    tomas.says("¡Hola!").await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    let card = vera.hears("A pair").text;
    for fact in
        ["Amina", "Tomás", "🟢 In contact", "Together since: Monday 2 March", "Last contact: Monday 2 March"]
    {
        assert!(card.contains(fact), "{fact} in {card}");
    }
    assert!(!card.contains("مرحبا") && !card.contains("¡Hola!"));
    assert_eq!(labels(&vera, "A pair"), ["⏸ Stop", "👥 Members", "🏁 End pair", "◀ Back"]);
    vera.presses("◀ Back").await;
    vera.hears("Your pairs");
}

#[tokio::test(flavor = "multi_thread")]
async fn vera_closes_a_pair_with_a_reason_and_both_read_one_neutral_sentence() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("🏁 End pair").await;
    assert_eq!(
        labels(&vera, "Why does this pair end?"),
        [
            "🎯 Goals reached, or planned",
            "🔇 No contact",
            "🕐 No time",
            "🗣 Language or fit",
            "➕ More",
            "◀ Back"
        ]
    );
    vera.presses("➕ More").await;
    vera.presses("🛡 Conduct or safety").await;
    vera.hears("End this pair?");
    assert!(world.pair_of(&amina).await.is_some(), "two taps");
    vera.presses("🏁 Yes, end it").await;
    assert!(world.pair_of(&amina).await.is_some(), "three, for conduct");
    vera.presses("✅ Yes, they were heard").await;
    vera.hears("This pair has ended");
    assert!(world.pair_of(&amina).await.is_none());
    for (friend, sentence) in [(&amina, "انتهت هذه المحادثة"), (&tomas, "Este chat ha terminado")]
    {
        let ended: Vec<_> = friend.reads().into_iter().filter(|text| text.contains(sentence)).collect();
        assert_eq!(ended.len(), 1);
        assert!(ended[0].contains(sentence), "{ended:?}");
        friend.never_hears("🛡");
    }
    amina.says("¿Hola?").await;
    tomas.never_hears("¿Hola?");
    vera.says("/pair").await;
    vera.hears("1 · Amina");
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_a_pair_closes_the_cases_about_its_silence_and_no_others() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    let [silence, unsafe_case] = world
        .changes(async |tx, now| {
            let (programme, conversation) = (world.programme(), Some(pair));
            let new = |kind, person| NewCase {
                programme,
                kind,
                conversation,
                person,
                since: Some(now),
                due: None,
                tried: Vec::new(),
            };
            let silence = cases::open(tx, &new(CaseKind::SilentBoth, None), now).await.unwrap();
            [silence, cases::open(tx, &new(CaseKind::Unsafe, Some(tomas.id)), now).await.unwrap()]
        })
        .await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("🏁 End pair").await;
    vera.presses("🕐 No time").await;
    vera.presses("🏁 Yes, end it").await;
    let closed = vera.hears("One case about their silence is closed too").text;
    assert!(closed.contains("This pair has ended"), "{closed}");
    assert!(closed.contains("One open case, see /cases"), "{closed}");
    assert!(vera.hears("Two people do not write any more").text.contains("This pair has ended"));
    let files = world.changes(async |tx, _| tx.cases(&[silence, unsafe_case]).await.unwrap()).await;
    assert_eq!(files.iter().map(|it| it.resolved_at.is_some()).collect::<Vec<_>>(), [true, false]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_did_not_write_is_asked_where_there_was_no_contact() {
    let world = World::new().await;
    let [amina, _tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("🏁 End pair").await;
    vera.presses("🔇 No contact").await;
    vera.presses("🔇 The mentor did not write").await;
    vera.presses("🏁 Yes, end it").await;
    assert!(vera.hears("This pair has ended").text.contains("🔇 The mentor did not write"));
    assert!(world.pair_of(&amina).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_pair_is_opened_once_it_was_decided_what_becomes_of_what_waits() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
        })
        .await;
    amina.says("مرحبا").await;
    vera.says("/pairs").await;
    assert!(vera.hears("Your pairs").text.contains("🛑 Stopped for safety"));
    vera.presses("1 · Amina").await;
    vera.presses("▶ Let them write again").await;
    vera.presses("✅ Let them arrive").await;
    tomas.never_hears("مرحبا");
    vera.presses("▶ Open").await;
    tomas.hears("مرحبا");
    amina.hears("هذه المحادثة مستمرة الآن");
    assert_eq!(world.pair_of(&amina).await.unwrap().phase, Phase::Active);
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    assert!(!labels(&vera, "A pair").contains(&"▶ Let them write again".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinators_button_about_a_pair_that_is_not_hers_any_more_does_nothing() {
    let world = World::new().await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    let [amina, _tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("🏁 End pair").await;
    vera.presses("🕐 No time").await;
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            pair.coordinator = Some(eva.id);
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
    vera.presses("🏁 Yes, end it").await;
    assert!(world.pair_of(&amina).await.is_some());
    let toast = vera.phone.toasts().pop().map(|it| it.text);
    assert_eq!(toast.as_deref(), Some("This button does not work any more. Please open the menu."));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_listed_by_role_with_where_they_stand_in_words() {
    let world = World::new().await;
    let [_amina, _tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let zainab = world.joined("Zainab", Role::Mentee).await;
    let hala = world.joined("Hala", Role::Mentee).await;
    world
        .changes(async |tx, now| {
            let mut person = tx.person(hala.id).await.unwrap().unwrap();
            person.standing = Standing::Joining;
            person.alias = String::new();
            tx.save(&person).await.unwrap();
            tx.reach(person.chat, Reach::Blocked, now).await.unwrap();
        })
        .await;
    world.days_pass(2).await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    let list = vera.hears("🌱 Mentee\n").text;
    for fact in ["1 · Amina", "🤝 Is in a pair", "2 · Zainab", "⏳ Waiting for 2 days", "3 · No name yet"]
    {
        assert!(list.contains(fact), "{fact} in {list}");
    }
    assert!(list.contains("✏️ Is still joining\n📵 Cannot be reached now"), "{list}");
    vera.presses("2 · Zainab").await;
    let card = vera.hears("👤 Zainab").text;
    for fact in ["🗂 F-", "Waiting for 2 days", "🧭 Coordinator: Vera", "العربية · Español"] {
        assert!(card.contains(fact), "{fact} in {card}");
    }
    assert!(!card.contains(&zainab.phone.id().to_string().repeat(2)) && !card.contains("secret_"));
    vera.presses("🤝 Find a mentor").await;
    vera.hears("No mentor is free for this mentee");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentors_card_says_whether_readiness_is_recorded() {
    let world = World::new().await;
    let [_amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/people").await;
    vera.presses("🤝 Mentor").await;
    vera.presses("1 · Tomás").await;
    let card = vera.hears("👤 Tomás").text;
    assert!(card.contains("🤝 In a pair with: Amina"), "{card}");
    for fact in ["📜 Background check: ", "⏳ The check ends: ", "🏫 Training: ", "📝 Quiz: "] {
        assert!(card.contains(fact), "{fact} in {card}");
    }
    assert!(!card.contains("not recorded"), "{card}");
    world
        .changes(async |tx, _| {
            let mut person = tx.person(tomas.id).await.unwrap().unwrap();
            person.profile.ready = Readiness::default();
            tx.save(&person).await.unwrap();
        })
        .await;
    vera.presses("◀ Back").await;
    vera.presses("1 · Tomás").await;
    let card = vera.hears("👤 Tomás").text;
    for fact in ["Background check: not recorded", "Training: not recorded", "Quiz: not recorded"] {
        assert!(card.contains(fact), "{fact} in {card}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_for_the_team_alone() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    for command in ["/pairs", "/people", "/pair"] {
        tomas.says(command).await;
        tomas.hears("No conozco este comando");
        amina.never_hears(command);
    }
}
