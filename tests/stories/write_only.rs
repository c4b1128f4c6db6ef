//! *Write, don't call me*: a wish of hers on every day. What is reached in writing comes first, and whoever would call her reads
//! it where the call would be made.

use crate::her_phone::afraid;
use crate::world::{Friend, World};
use lazo::domain::country::Country;
use lazo::domain::person::Role;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const WRITE: &str = "✍️ اكتبوا لي ولا تتصلوا بي";
const WISH: &str = "✍️ Standing wish: write, do not call.";

async fn in_france() -> (World, Friend, Friend) {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.country = Country::find("fr");
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
    (world, amina, vera)
}

async fn wants_no_calls(amina: &Friend) {
    amina.says("/menu").await;
    amina.presses("✍️ اتصال أم كتابة").await;
    amina.presses(WRITE).await;
    amina.hears("فريقك يكتب إليك ولا يتصل بك");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_to_call_her_reads_that_she_wants_to_be_written_to_and_what_she_says_in_a_case_comes_first() {
    let (_, amina, vera) = in_france().await;
    amina.says(SOS).await;
    amina.presses("📞 اتصلوا بي").await;
    amina.presses("📞 اليوم").await;
    vera.never_hears(WISH);
    // Also where a card hangs already.
    wants_no_calls(&amina).await;
    vera.hears(WISH);
    afraid(&amina, Some("✅ نعم")).await;
    let card = vera.hears("does not feel safe").text;
    assert!(card.contains(WISH) && card.contains("not known whether a call is safe"), "{card}");
    amina.presses("📞 نعم، اتصلوا بي").await;
    let card = vera.hears("A call is safe").text;
    assert!(!card.contains(WISH), "{card}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_reached_in_writing_comes_first_for_who_wants_no_calls_until_she_takes_it_back() {
    let (_, amina, _) = in_france().await;
    let order = async |amina: &Friend| {
        amina.says(SOS).await;
        let buttons = amina.hears("ما الذي يلزمك؟").buttons.concat();
        ["112", "114"].map(|number| buttons.iter().position(|it| it.text.contains(number)).unwrap())
    };
    let before = order(&amina).await;
    assert!(before[0] < before[1], "{before:?}");
    wants_no_calls(&amina).await;
    let [voice, text] = order(&amina).await;
    assert!(text < voice);
    amina.says("/settings").await;
    amina.presses("✅ يمكنكم الاتصال بي").await;
    assert_eq!(order(&amina).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn her_wish_is_the_same_in_all_her_parts() {
    let (world, amina, _) = in_france().await;
    let (elsewhere, eva) = world.second_programme().await;
    world.also(&amina, Role::Mentor, elsewhere).await;
    wants_no_calls(&amina).await;
    afraid(&amina, None).await;
    assert!(eva.hears("does not feel safe").text.contains(WISH), "{:?}", eva.reads());
}
