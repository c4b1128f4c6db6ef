//! Cases that are not urgent let their readers sleep, each by her own clock.

use crate::cases::{cards, opens, until};
use crate::world::{Friend, World};
use lazo::domain::case::CaseKind;
use lazo::domain::person::Role;
use lazo::domain::zone::Tz;

const BOGOTA: Tz = Tz::known("America/Bogota");

async fn lives(world: &World, friend: &Friend, zone: Tz) {
    world
        .changes(async |tx, _| {
            let mut person = tx.person(friend.id).await.unwrap().unwrap();
            person.zone = zone;
            tx.save(&person).await.unwrap();
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_grows_worse_at_night_is_told_in_the_morning() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    opens(&world, CaseKind::MenteeWaits, Some(pair), None).await;
    // 23:00 in Madrid.
    until(&world, "2026-03-02T22:00:00Z").await;
    let before = cards(&vera);
    opens(&world, CaseKind::SilentBoth, Some(pair), None).await;
    assert_eq!(cards(&vera), before, "it is night");
    until(&world, "2026-03-03T06:59:00Z").await;
    assert_eq!(cards(&vera), before);
    until(&world, "2026-03-03T07:01:00Z").await;
    assert_eq!(cards(&vera), before + 1);
    assert!(vera.hears("It happened again").text.contains("Two people do not write any more"));
    until(&world, "2026-03-03T20:00:00Z").await;
    let again = vera.reads().iter().filter(|text| text.contains("happened again")).count();
    assert_eq!(again, 1, "once is enough: {:?}", vera.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_over_by_the_morning_is_not_told() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    opens(&world, CaseKind::MenteeWaits, Some(pair), None).await;
    until(&world, "2026-03-02T22:00:00Z").await;
    opens(&world, CaseKind::SilentBoth, Some(pair), None).await;
    let before = cards(&vera);
    amina.says("مرحبا").await;
    tomas.says("¡Hola, Amina!").await;
    vera.presses("I’m on it").await;
    vera.presses("Close case").await;
    vera.presses("False alarm").await;
    until(&world, "2026-03-03T12:00:00Z").await;
    assert_eq!(cards(&vera), before, "{:?}", vera.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_and_a_lead_far_away_are_told_by_their_own_clocks() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    lives(&world, &vera, BOGOTA).await;
    lives(&world, &lea, BOGOTA).await;
    // Monday, 11:30 in Madrid and 05:30 in Bogotá.
    until(&world, "2026-03-02T10:30:00Z").await;
    opens(&world, CaseKind::Missed, Some(pair), Some(&amina)).await;
    assert_eq!(cards(&vera), 0, "it is night where she is");
    until(&world, "2026-03-02T12:59:00Z").await;
    assert_eq!(cards(&vera), 0);
    until(&world, "2026-03-02T13:01:00Z").await;
    assert_eq!(cards(&vera), 1);
    // Three working days later it is as early there; seven working days later it is the lead's morning that counts.
    until(&world, "2026-03-05T12:59:00Z").await;
    assert_eq!((cards(&vera), cards(&lea)), (1, 0));
    until(&world, "2026-03-05T13:01:00Z").await;
    assert_eq!((cards(&vera), cards(&lea)), (2, 0));
    until(&world, "2026-03-11T12:59:00Z").await;
    assert_eq!(cards(&lea), 0);
    until(&world, "2026-03-11T13:01:00Z").await;
    assert!(lea.hears("Case 1").text.contains("Now it goes to the lead"), "{:?}", lea.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_case_wakes_them_wherever_they_are() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    lives(&world, &vera, BOGOTA).await;
    opens(&world, CaseKind::Unsafe, None, Some(&amina)).await;
    assert_eq!(cards(&vera), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_handed_over_at_night_arrives_without_a_sound() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    lives(&world, &eva, BOGOTA).await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    opens(&world, CaseKind::SilentBoth, Some(pair), None).await;
    assert!(!vera.hears("Case 1").silent, "it is eleven in the morning where she is");
    for button in ["More", "More", "Hand over", "Eva"] {
        vera.presses(button).await;
    }
    assert!(eva.hears("Handed over by: Vera").silent, "it is five in the morning where she is");
    until(&world, "2026-03-02T14:00:00Z").await;
    for button in ["More", "More", "Hand over", "Vera"] {
        eva.presses(button).await;
    }
    assert!(!vera.hears("Handed over by: Eva").silent);
}

/// Whoever has an urgent case hears what is written in it, day and night; other mail to the team lets her sleep.
#[tokio::test(flavor = "multi_thread")]
async fn what_she_writes_in_an_urgent_case_rings_at_night_and_other_mail_does_not() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    until(&world, "2026-03-02T22:00:00Z").await;
    tomas.says("/team").await;
    tomas.says("¿Hablamos mañana?").await;
    let rings = |words: &str| {
        let copy = vera.copies().into_iter().find(|copy| copy.text == words);
        !copy.unwrap_or_else(|| panic!("not there: {words}")).silent
    };
    assert!(!rings("¿Hablamos mañana?"), "it is night");
    crate::her_phone::afraid(&amina, Some("✅ نعم")).await;
    amina.says("إنه هنا").await;
    assert!(rings("إنه هنا"), "nobody has it yet");
    vera.presses("👤 I’m on it").await;
    amina.says("إنه أمام الباب").await;
    assert!(rings("إنه أمام الباب"));
    // What her team writes back does not wake whoever sleeps beside her.
    let copy = vera.copies().last().unwrap().id;
    vera.replies(copy, "I am here").await;
    assert!(amina.copies().last().unwrap().silent);
    tomas.says("/team").await;
    tomas.says("Buenas noches").await;
    assert!(!rings("Buenas noches"));
}

/// It rings for whoever may know of the case: not in another programme of hers, nor for whom it is kept from.
#[tokio::test(flavor = "multi_thread")]
async fn mail_rings_at_night_only_for_whoever_may_know_of_the_case() {
    let elsewhere = "UPDATE case_file SET programme_id = (SELECT MAX(id) FROM programme)";
    let kept = "UPDATE case_file SET meant = '[\"unsaid\"]'";
    for (sql, rings) in [(None, true), (Some(elsewhere), false), (Some(kept), false)] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        world.second_programme().await;
        until(&world, "2026-03-02T22:00:00Z").await;
        opens(&world, CaseKind::Report, None, Some(&amina)).await;
        world.tampers("UPDATE case_file SET severity = 'urgent'").await;
        if let Some(sql) = sql {
            world.tampers(sql).await;
        }
        amina.says("/team").await;
        amina.says("تصبحون على خير").await;
        assert_eq!(!vera.hears("تصبحون على خير").silent, rings, "{sql:?}");
    }
}
