//! What the two who were chosen are asked, and what comes of their answers.

use crate::pairing::{YES_IN_ARABIC, YES_IN_SPANISH, proposes, three};
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::zone::Tz;

const NO_IN_ARABIC: &str = "✖️ لا";

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_needs_no_reason_and_stays_private() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    tomas.presses(YES_IN_SPANISH).await;
    amina.presses(NO_IN_ARABIC).await;
    amina.hears("لن يسألك أحد عن السبب");
    let told = tomas.hears("Esta vez no ha salido");
    assert!(!told.text.contains("Amina"), "{}", told.text);
    let told = vera.hears("A proposal was answered with no");
    assert!(told.text.contains("Amina"), "{}", told.text);
    // Both are free again, and the coordinator goes on from there.
    vera.presses("🔁 Find another mentor").await;
    assert!(vera.hears("Which mentor?").text.contains("1 · Tomás"));
    vera.hears("A proposal was answered with no");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_reads_the_same_as_who_was_refused() {
    let world = World::new().await;
    let [vera, _amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    tomas.presses(YES_IN_SPANISH).await;
    world.days_pass(6).await;
    tomas.hears("Esta vez no ha salido");
    let told = vera.hears("A proposal has ended without a pair").text;
    assert!(told.contains("No answer from: Amina"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_reminded_after_two_days_and_ends_after_five() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    tomas.presses(YES_IN_SPANISH).await;
    world.passes(TimeDelta::days(2) - TimeDelta::minutes(1)).await;
    amina.never_hears("ما زلنا ننتظر جوابك");
    world.minutes_pass(2).await;
    amina.hears("ما زلنا ننتظر جوابك");
    tomas.never_hears("Aún falta tu respuesta");
    let asked = |friend: &Friend| friend.phone.screen().iter().filter(|it| !it.buttons.is_empty()).count();
    assert_eq!(asked(&amina), 1, "only the newest letter has buttons");
    world.days_pass(3).await;
    amina.hears("لم يتم الأمر هذه المرة");
    vera.hears("A proposal has ended without a pair");
    assert_eq!(asked(&amina), 0);
    vera.says("/pair").await;
    vera.hears("1 · Amina");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_at_night() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(tomas.id).await.unwrap().unwrap();
            person.zone = Tz::known("Asia/Kabul");
            tx.save(&person).await.unwrap();
        })
        .await;
    // 18:00 in Madrid is 21:30 in Kabul.
    world.hours_pass(7).await;
    proposes(&vera, "Amina", "Tomás").await;
    amina.hears("وجدنا من يرشدك");
    tomas.never_hears("Tenemos mentee para ti");
    // Kabul is four and a half hours ahead: eight in the morning there is 3:30 UTC.
    world.passes(TimeDelta::minutes(10 * 60 + 29)).await;
    tomas.never_hears("Tenemos mentee para ti");
    world.minutes_pass(2).await;
    tomas.hears("Tenemos mentee para ti");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_at_night_is_told_in_the_morning() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    tomas.presses(YES_IN_SPANISH).await;
    // 23:00 in Madrid.
    world.hours_pass(12).await;
    amina.presses(NO_IN_ARABIC).await;
    amina.hears("لن يسألك أحد عن السبب");
    world.hours_pass(8).await;
    tomas.never_hears("Esta vez no ha salido");
    vera.never_hears("A proposal was answered with no");
    world.restarts().await;
    world.passes(TimeDelta::minutes(61)).await;
    assert!(!tomas.hears("Esta vez no ha salido").silent);
    vera.hears("A proposal was answered with no");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_said_yes_first_learns_of_the_last_yes_at_once_and_silently_at_night() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    tomas.presses(YES_IN_SPANISH).await;
    world.hours_pass(12).await;
    amina.presses(YES_IN_ARABIC).await;
    let last = |friend: &Friend| friend.phone.last().unwrap().silent;
    assert!(last(&tomas) && !last(&amina));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_never_puts_someone_into_two_pairs() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    amina.presses(YES_IN_ARABIC).await;
    // Meanwhile somebody else brought Tomás together with Zainab.
    let zainab = world.joined("Zainab", Role::Mentee).await;
    let other = world.introduce(&[(&zainab, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    tomas.presses(YES_IN_SPANISH).await;
    tomas.hears("Esta vez no ha salido");
    amina.hears("لم يتم الأمر هذه المرة");
    assert_eq!(world.pair_of(&tomas).await.map(|pair| pair.id), Some(other));
    assert!(world.pair_of(&amina).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_that_is_over_takes_no_answer() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    let letter = tomas.hears("Tenemos mentee para ti");
    let yes = letter.buttons.iter().flatten().find(|it| it.text == YES_IN_SPANISH).unwrap().data.clone();
    amina.presses(NO_IN_ARABIC).await;
    tomas.phone.sends_callback(letter.id, yes.as_deref().unwrap_or_default());
    world.settles().await;
    assert!(world.pair_of(&tomas).await.is_none());
    tomas.never_hears("Ya tienes mentee");
    tomas.never_hears("Ahora esperamos la otra respuesta");
}
