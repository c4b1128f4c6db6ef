//! A lead changes what her programme does.

use crate::world::World;
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::dialogue::Dialogue;
use lazo::domain::leak::Policy;
use lazo::domain::person::Role;

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_sees_the_settings_and_changes_one_and_that_is_written_down() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    lea.says("/settings").await;
    lea.hears("the sender is asked first");
    lea.presses("Phone numbers, links").await;
    lea.hears("Under 18, or where the team reads the chat, it never goes");
    lea.presses("Both must agree first").await;
    lea.hears("both must agree first");
    world.restarts().await;
    lea.says("/settings").await;
    lea.presses("Phone numbers, links").await;
    lea.presses("✅ 👥 Both must agree first").await;
    let audited = world
        .changes(async |tx, _| {
            assert_eq!(tx.programme(world.programme()).await.unwrap().contacts, Policy::Both);
            tx.audited(world.programme().0).await.unwrap()
        })
        .await;
    let set = audited.iter().filter(|it| *it == "set contacts in messages: both").count();
    assert_eq!(set, 1, "{audited:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_lead_changes_settings() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    lea.says("/settings").await;
    vera.says("/settings").await;
    vera.hears("Only the lead");
    amina.says("/settings").await;
    assert!(amina.reads().iter().all(|text| !text.contains("⚙️")));
    // She was the lead when the list came, and is not any more.
    world
        .changes(async |tx, _| {
            let mut person = tx.person(lea.id).await.unwrap().unwrap();
            person.role = Role::Coordinator;
            tx.save(&person).await.unwrap();
        })
        .await;
    lea.presses("Phone numbers, links").await;
    assert!(lea.phone.toasts().last().unwrap().text.contains("does not work"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_chooses_what_readers_cannot_pass_on() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.sends(Content::photo("una")).await;
    tomas.says("dos").await;
    let protected = || amina.copies().iter().map(|seen| seen.protected).collect::<Vec<_>>();
    assert_eq!(protected(), [true, false]);
    lea.says("/settings").await;
    assert!(lea.hears("Readers cannot pass these on").text.contains("🖼 Photos, videos · 🎤 Voice messages"));
    lea.presses("🔒 Passing on").await;
    lea.presses("✅ 🖼 Photos, videos").await;
    lea.presses("💬 Texts").await;
    lea.hears("What can readers not pass on");
    lea.presses("◀ Back").await;
    assert!(lea.hears("Readers cannot pass these on").text.contains("💬 Texts"));
    tomas.sends(Content::photo("tres")).await;
    tomas.says("cuatro").await;
    assert_eq!(protected(), [true, false, false, true]);
    let audited = world.changes(async |tx, _| tx.audited(world.programme().0).await.unwrap()).await;
    assert!(audited.contains(&"set protection of pictures: off".to_owned()), "{audited:?}");
}

async fn name(world: &World) -> String {
    world.changes(async |tx, _| tx.programme(world.programme()).await.unwrap().name).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_was_to_be_changed_takes_no_words_that_come_later() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let as_mentor = world.also(&lea, Role::Mentor, world.programme()).await;
    world.introduce(&[(&amina, Side::Mentee), (&as_mentor, Side::Mentor)], &lea).await;
    let heard = || amina.copies().iter().map(|seen| seen.text.clone()).collect::<Vec<_>>();
    lea.says("/settings").await;
    lea.presses("✏️ Name").await;
    world.minutes_pass(29).await;
    lea.says("Casa Eva").await;
    assert_eq!((name(&world).await.as_str(), heard().len()), ("Casa Eva", 0));

    lea.presses("✏️ Name").await;
    world.minutes_pass(31).await;
    lea.says("See you on Monday").await;
    lea.presses("👤 For: Amina").await;
    assert_eq!(name(&world).await, "Casa Eva");
    assert_eq!(heard(), ["See you on Monday"]);

    // What a version before left says no hour: it is over.
    world
        .changes(async |tx, _| {
            let before = r#"{"waits_for":"reason","what":"setup:name"}"#;
            let before: Dialogue = serde_json::from_str(before).unwrap();
            tx.await_from(lea.id, Some(&before)).await.unwrap();
        })
        .await;
    lea.says("At five").await;
    lea.presses("👤 For: Amina").await;
    assert_eq!(name(&world).await, "Casa Eva");
    assert_eq!(heard(), ["See you on Monday", "At five"]);
}
