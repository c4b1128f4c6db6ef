//! Vera brings people together: a mentee, a mentor, and a yes from both.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::domain::conversation::Phase;
use lazo::domain::person::{Role, Standing};
use lazo::domain::readiness::Readiness;

pub const ASK_BOTH: &str = "📨 Ask both";
pub const YES_IN_ARABIC: &str = "✅ نعم";
pub const YES_IN_SPANISH: &str = "✅ Sí";
const STALE: &str = "This button does not work any more. Please open the menu.";

/// A coordinator, a mentee and a mentor who are not a pair yet.
pub async fn three(world: &World) -> [Friend; 3] {
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    [vera, amina, tomas]
}

/// The coordinator proposes the first mentor of the list to the first mentee of hers.
pub async fn proposes(vera: &Friend, mentee: &str, mentor: &str) {
    vera.says("/pair").await;
    vera.presses(&format!("1 · {mentee}")).await;
    vera.presses(&format!("1 · {mentor}")).await;
    vera.presses(ASK_BOTH).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn vera_pairs_amina_with_tomas_and_both_are_introduced() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    world.days_pass(3).await;
    vera.says("/pair").await;
    let list = vera.hears("Who gets a mentor?");
    assert!(list.text.contains("Amina · 🗂 F-") && list.text.contains("Waiting for 3 days"), "{}", list.text);
    vera.presses("1 · Amina").await;
    let mentors = vera.hears("Which mentor?").text;
    for reason in ["العربية · Español", "🌙 Evenings", "📚 Learning"] {
        assert!(mentors.contains(reason), "{reason} in {mentors}");
    }
    vera.presses("1 · Tomás").await;
    vera.presses(ASK_BOTH).await;
    vera.hears("Both are asked");
    tomas.hears("Amina");
    tomas.presses(YES_IN_SPANISH).await;
    tomas.hears("Ahora esperamos la otra respuesta");
    assert!(world.pair_of(&tomas).await.is_none());
    amina.hears("العربية");
    amina.presses(YES_IN_ARABIC).await;
    amina.hears("لديك الآن من يرشدك");
    tomas.hears("Ya tienes mentee");
    vera.hears("Both said yes");
    let pair = world.pair_of(&amina).await.unwrap();
    assert_eq!((pair.phase, pair.coordinator), (Phase::Active, Some(vera.id)));
    amina.says("مرحبا").await;
    tomas.hears("مرحبا");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_pairs_looks_after_both_from_then_on() {
    let world = World::new().await;
    let _first = world.joined("Eva", Role::Coordinator).await;
    let [vera, amina, tomas] = three(&world).await;
    proposes(&vera, "Amina", "Tomás").await;
    amina.presses(YES_IN_ARABIC).await;
    tomas.presses(YES_IN_SPANISH).await;
    for friend in [&amina, &tomas] {
        let person = world.changes(async |tx, _| tx.person(friend.id).await.unwrap().unwrap()).await;
        assert_eq!(person.coordinator, Some(vera.id));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_whose_readiness_is_not_recorded_has_it_recorded_there() {
    let world = World::new().await;
    let [vera, _amina, tomas] = three(&world).await;
    not_ready(&world, &tomas).await;
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.hears("Readiness is not recorded");
    vera.presses("1 · Tomás").await;
    let question = vera.hears("Is this mentor ready?");
    let labels: Vec<_> = question.buttons.iter().flatten().map(|it| it.text.clone()).collect();
    assert!(!labels.iter().any(|label| label.contains("Pair anyway")), "{labels:?}");
    crate::readiness::records_all(&vera).await;
    vera.presses(ASK_BOTH).await;
    tomas.hears("Tenemos mentee para ti");
    let person = world.changes(async |tx, _| tx.person(tomas.id).await.unwrap().unwrap()).await;
    assert_eq!(person.profile.ready, Readiness::all_on(Some("2026-03-02".parse().unwrap())));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_lead_pairs_without_a_record_and_says_why() {
    let world = World::new().await;
    let lead = world.joined("Ana", Role::Lead).await;
    let [vera, _amina, tomas] = three(&world).await;
    not_ready(&world, &tomas).await;
    lead.says("/pair").await;
    lead.presses("1 · Amina").await;
    lead.presses("1 · Tomás").await;
    lead.presses("⚠️ Pair anyway").await;
    lead.says("12345").await;
    lead.hears("Please write the reason in words");
    lead.says("He has worked with us for ten years").await;
    let reason = world.changes(async |tx, _| tx.person(tomas.id).await.unwrap().unwrap()).await;
    assert_eq!(reason.profile.ready_override.as_deref(), Some("He has worked with us for ten years"));
    // Vera cannot use the lead's reason for a pair of her own.
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    vera.hears("Is this mentor ready?");
    lead.presses(ASK_BOTH).await;
    tomas.hears("Tenemos mentee para ti");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reason_that_is_not_wanted_any_more_is_not_waited_for() {
    let world = World::new().await;
    let lead = world.joined("Ana", Role::Lead).await;
    let [_vera, _amina, tomas] = three(&world).await;
    not_ready(&world, &tomas).await;
    lead.says("/pair").await;
    lead.presses("1 · Amina").await;
    lead.presses("1 · Tomás").await;
    lead.presses("⚠️ Pair anyway").await;
    lead.presses("✖️ Cancel").await;
    lead.hears("Nothing was changed");
    let person = world.changes(async |tx, _| tx.person(lead.id).await.unwrap().unwrap()).await;
    assert_eq!(person.dialogue, None);
    lead.says("/pair").await;
    lead.presses("1 · Amina").await;
    lead.presses("1 · Tomás").await;
    lead.presses("⚠️ Pair anyway").await;
    world.minutes_pass(31).await;
    lead.says("meant for somebody else").await;
    let person = world.changes(async |tx, _| tx.person(tomas.id).await.unwrap().unwrap()).await;
    assert_eq!(person.profile.ready_override, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_coordinators_who_want_the_same_mentor_do_not_both_get_him() {
    let world = World::new().await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    let [vera, _amina, tomas] = three(&world).await;
    let _zainab = world.joined("Zainab", Role::Mentee).await;
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    eva.says("/pair").await;
    eva.presses("2 · Zainab").await;
    eva.presses("1 · Tomás").await;
    eva.phone.presses(ASK_BOTH).unwrap();
    vera.phone.presses(ASK_BOTH).unwrap();
    world.settles().await;
    let (first, second) = (eva.reads().join("\n"), vera.reads().join("\n"));
    let taken = "This person is not free any more";
    assert!(first.contains(taken) != second.contains(taken), "{first}\n---\n{second}");
    let asked = tomas.reads().iter().filter(|text| text.contains("Tenemos mentee para ti")).count();
    assert_eq!(asked, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_16_or_17_is_never_offered() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    for friend in [&amina, &tomas] {
        world
            .changes(async |tx, _| {
                let mut person = tx.person(friend.id).await.unwrap().unwrap();
                person.standing = Standing::AwaitingGuardian;
                person.profile.adult = Some(false);
                tx.save(&person).await.unwrap();
            })
            .await;
    }
    let _zainab = world.joined("Zainab", Role::Mentee).await;
    vera.says("/pair").await;
    assert!(!vera.hears("Who gets a mentor?").text.contains("Amina"));
    vera.presses("1 · Zainab").await;
    vera.hears("No mentor is free for this mentee");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_without_a_shared_language_comes_last_with_a_warning_and_one_who_is_away_says_so() {
    let world = World::new().await;
    let [vera, _amina, tomas] = three(&world).await;
    let olga = world.joined("Olga", Role::Mentor).await;
    world
        .changes(async |tx, now| {
            let mut person = tx.person(tomas.id).await.unwrap().unwrap();
            person.profile.spoken = Some(vec!["uk".to_owned()]);
            tx.save(&person).await.unwrap();
            let mut person = tx.person(olga.id).await.unwrap().unwrap();
            person.paused_until = Some(now + TimeDelta::days(7));
            tx.save(&person).await.unwrap();
        })
        .await;
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    let list = vera.hears("Which mentor?").text;
    let (first, second) = list.split_once("2 · Tomás").expect("Tomás comes second");
    assert!(first.contains("1 · Olga") && first.contains("On a break until: Monday 9 March"), "{first}");
    assert!(second.contains("⚠️ No shared language"), "{second}");
}

#[tokio::test(flavor = "multi_thread")]
async fn mentors_are_shown_four_at_a_time() {
    let world = World::new().await;
    let [vera, _amina, _tomas] = three(&world).await;
    for name in ["Olga", "Ida", "Petra", "Jon", "Leo"] {
        world.joined(name, Role::Mentor).await;
    }
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    assert!(vera.hears("Which mentor?").text.contains("4 · Petra"));
    vera.presses("Next ➡️").await;
    let second = vera.hears("Which mentor?").text;
    assert!(second.contains("1 · Jon") && second.contains("2 · Leo"), "{second}");
    vera.presses("◀ Previous").await;
    assert!(vera.hears("Which mentor?").text.contains("1 · Tomás"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_forges_a_coordinators_button_gets_one_neutral_notice() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    let card = vera.hears("Ask both?");
    for (label, data) in card.buttons.iter().flatten().map(|it| (&it.text, &it.data)) {
        tomas.phone.sends_callback(card.id, data.as_deref().unwrap_or_default());
        world.settles().await;
        let toast = tomas.phone.toasts().pop().map(|it| it.text);
        assert_eq!(toast.as_deref(), Some("Este botón ya no funciona. Abre el menú, por favor."), "{label}");
    }
    amina.never_hears("وجدنا من يرشدك");
    vera.hears("Ask both?");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_former_coordinators_buttons_do_nothing() {
    let world = World::new().await;
    let [vera, amina, _tomas] = three(&world).await;
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(vera.id).await.unwrap().unwrap();
            person.standing = Standing::Left;
            tx.save(&person).await.unwrap();
        })
        .await;
    vera.presses(ASK_BOTH).await;
    assert_eq!(vera.phone.toasts().pop().map(|it| it.text).as_deref(), Some(STALE));
    amina.never_hears("وجدنا من يرشدك");
}

/// Nobody has recorded this mentor's background check, training and quiz.
#[expect(clippy::unwrap_used, reason = "a story that cannot read its world fails")]
pub async fn not_ready(world: &World, mentor: &Friend) {
    world
        .changes(async |tx, _| {
            let mut person = tx.person(mentor.id).await.unwrap().unwrap();
            person.profile.ready = Readiness::default();
            tx.save(&person).await.unwrap();
        })
        .await;
}
