//! Somebody of 17: a guardian's consent on paper, a pair in which the team reads along, and her own word at 18.

use crate::pairing::{ASK_BOTH, YES_IN_ARABIC, YES_IN_SPANISH};
use crate::world::{Friend, World};
use lazo::domain::conversation::Supervised;
use lazo::domain::person::{Person, Role, Standing};

async fn person(friend: &Friend) -> Person {
    friend.world.changes(async |tx, _| tx.person(friend.id).await.unwrap().unwrap()).await
}

/// Amina says that she is 17, and waits.
async fn waits(world: &World) -> Friend {
    let amina = world.joined("Amina", Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.standing = Standing::AwaitingGuardian;
            person.profile.adult = Some(false);
            tx.save(&person).await.unwrap();
        })
        .await;
    amina
}

/// Vera finds her in the list and records that her mother has signed.
async fn records(vera: &Friend) {
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.presses("📝 Guardian agreed").await;
    vera.presses("👩 Mother").await;
    vera.says("30.2.2026").await;
    vera.hears("this cannot be the date on the paper");
    vera.says("27.2.2026").await;
    vera.hears("Do you have the signed paper?");
    vera.presses("✅ Yes, it is here").await;
    vera.hears("This person can go on now");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_17_she_goes_on_with_her_guardians_paper_and_is_only_in_a_pair_the_team_reads_along() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    records(&vera).await;
    let known = person(&amina).await;
    let guardian = known.profile.guardian.clone().unwrap();
    assert_eq!((guardian.role.as_str(), guardian.on.to_string().as_str()), ("mother", "2026-02-27"));
    assert_eq!((known.profile.adult, guardian.by), (Some(false), vera.id));
    amina.hears("متى يصبح عمرك 18 عامًا؟");
    amina.says("1/2031").await;
    amina.hears("لا يمكن أن يكون هذا هو الشهر");
    amina.presses("05/2026").await;
    assert_eq!(person(&amina).await.standing, Standing::Ready);
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    vera.hears("Somebody in this pair is under 18");
    vera.presses(ASK_BOTH).await;
    tomas.hears("El equipo lee también este chat");
    tomas.presses(YES_IN_SPANISH).await;
    amina.presses(YES_IN_ARABIC).await;
    assert_eq!(world.pair_of(&amina).await.unwrap().supervised, Supervised::Yes);
    tomas.says("¡Hola!").await;
    amina.hears("¡Hola!");
    lea.hears("¡Hola!");
    lea.says("/pairs").await;
    lea.presses("1 · Amina").await;
    lea.presses("👁 Read along").await;
    assert!(
        !lea.hears("Somebody in this pair is under 18")
            .buttons
            .concat()
            .iter()
            .any(|it| it.text.contains("End"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn at_18_she_is_asked_herself_and_the_lead_decides_about_reading_along() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    world.days_pass(55).await;
    amina.never_hears("عمرك الآن 18 عامًا");
    world.days_pass(6).await;
    amina.hears("عمرك الآن 18 عامًا");
    assert_eq!(person(&amina).await.profile.adult, Some(false));
    amina.presses("✅ نعم، أوافق").await;
    assert_eq!(person(&amina).await.profile.adult, Some(true));
    world.hours_pass(14).await;
    lea.hears("This person is 18 now and agrees to go on");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_anybody_to_read_along_nobody_under_18_is_admitted() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.presses("📝 Guardian agreed").await;
    vera.hears("Nobody could read along");
    assert_eq!(person(&amina).await.standing, Standing::AwaitingGuardian);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_at_18_is_reminded_once_stays_a_minor_and_then_the_lead_hears_of_it() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    world.days_pass(61).await;
    amina.hears("عمرك الآن 18 عامًا");
    amina.never_hears("ما زلنا ننتظر جوابك");
    world.days_pass(7).await;
    amina.hears("ما زلنا ننتظر جوابك");
    let open = || amina.phone.screen().iter().filter(|seen| seen.buttons.concat().len() == 2).count();
    assert_eq!(open(), 1, "only the newest question has buttons");
    lea.never_hears("has not answered");
    world.days_pass(7).await;
    lea.hears("This person is 18 now and has not answered");
    assert!(person(&amina).await.is_minor());
    world.days_pass(30).await;
    let times = amina.reads().iter().filter(|text| text.contains("ما زلنا ننتظر جوابك")).count();
    assert_eq!(times, 1);
    amina.presses("✅ نعم، أوافق").await;
    assert!(!person(&amina).await.is_minor());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_said_no_at_18_is_not_asked_again() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    world.days_pass(61).await;
    amina.presses("✖️ لا").await;
    world.days_pass(30).await;
    amina.never_hears("ما زلنا ننتظر جوابك");
    lea.hears("does not agree to go on");
    lea.never_hears("has not answered");
}
