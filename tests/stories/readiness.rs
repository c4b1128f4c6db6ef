//! A mentor's background check, training and quiz are recorded where it is asked for: below the line that somebody has
//! joined, on her card, and where she is chosen. Three facts, a day each, never three with one tap.

use crate::pairing::{not_ready, three};
use crate::world::{Friend, World};
use chrono::NaiveDate;
use lazo::domain::person::{Role, Standing};
use lazo::domain::readiness::Readiness;

/// Each of the three is of today.
pub async fn records_all(staff: &Friend) {
    for fact in ["📜 Background check", "🏫 Training", "📝 Quiz"] {
        staff.presses(fact).await;
        staff.presses("📅 Today").await;
    }
}

#[expect(clippy::unwrap_used, reason = "a story that cannot read its world fails")]
async fn recorded(world: &World, mentor: &Friend) -> Readiness {
    world.changes(async |tx, _| tx.person(mentor.id).await.unwrap().unwrap().profile.ready).await
}

#[expect(clippy::unwrap_used, reason = "a date in a story is one")]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Her card in /people.
async fn card(staff: &Friend, name: &str) {
    staff.says("/people").await;
    staff.presses("🤝 Mentor").await;
    staff.presses(&format!("1 · {name}")).await;
}

/// Story 66 of life.
#[tokio::test(flavor = "multi_thread")]
async fn below_the_line_that_a_mentor_has_joined_each_fact_is_recorded_with_its_own_day() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let tomas = world.newcomer("Tomás", "es");
    tomas.joins(&world.link(Role::Mentor).await, 2, "Tomás").await;
    assert!(vera.hears("This mentor has answered everything").has_button("🎓 Readiness"));
    vera.presses("🎓 Readiness").await;
    let question = vera.hears("Is this mentor ready?").text;
    for missing in ["Background check: not recorded", "Training: not recorded", "Quiz: not recorded"] {
        assert!(question.contains(missing), "{missing} in {question}");
    }
    vera.presses("📜 Background check").await;
    assert!(vera.hears("Which day was it?").text.contains("the date on the certificate"));
    for wrong in ["tomorrow", "3.3.2026", "31.2.2026", "1.1.1999", "🎓", &"1".repeat(4_000)] {
        vera.says(wrong).await;
        vera.hears("Sorry, it cannot be that day");
    }
    vera.says("15.1.2026").await;
    vera.presses("🏫 Training").await;
    vera.presses("📅 Today").await;
    let so_far = vera.hears("Is this mentor ready?").text;
    assert!(so_far.contains("📜 Background check: Thursday, 15 January 2026"), "{so_far}");
    assert!(so_far.contains("⏳ The check ends: Sunday, 15 October 2028"), "{so_far}");
    assert!(so_far.contains("Quiz: not recorded"), "{so_far}");
    let id = tomas.person().await.unwrap().id;
    let ready = world.changes(async |tx, _| tx.person(id).await.unwrap().unwrap().profile.ready).await;
    let (check, training) = (Some(day("2026-01-15")), Some(day("2026-03-02")));
    assert_eq!(ready, Readiness { check, training, quiz: None });
}

#[tokio::test(flavor = "multi_thread")]
async fn on_her_card_a_day_is_corrected_and_taken_back_and_words_for_nobody_stay_nobodys() {
    let world = World::new().await;
    let [vera, _amina, tomas] = three(&world).await;
    card(&vera, "Tomás").await;
    vera.presses("🎓 Readiness").await;
    vera.presses("📝 Quiz").await;
    vera.says("2026-02-01").await;
    assert_eq!(recorded(&world, &tomas).await.quiz, Some(day("2026-02-01")));
    vera.presses("📝 Quiz").await;
    vera.presses("✖️ Not recorded").await;
    assert_eq!(recorded(&world, &tomas).await.quiz, None);
    vera.hears("Quiz: not recorded");
    // A day that is not wanted any more is none.
    for late in [false, true] {
        vera.presses("📝 Quiz").await;
        if late {
            world.minutes_pass(31).await;
        } else {
            vera.presses("◀ Back").await;
        }
        vera.says("2026-02-02").await;
        assert_eq!(recorded(&world, &tomas).await.quiz, None, "late: {late}");
        card(&vera, "Tomás").await;
        vera.presses("🎓 Readiness").await;
    }
    vera.presses("◀ Back").await;
    vera.hears("👤 Tomás");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_one_of_the_three_missing_or_a_check_that_has_ended_nobody_but_the_lead_pairs_her() {
    let world = World::new().await;
    let [vera, _amina, tomas] = three(&world).await;
    let missing = [("2026-01-01", "📝 Quiz"), ("2023-06-01", "📜 Background check")];
    for (n, (check, button)) in missing.into_iter().enumerate() {
        world
            .changes(async |tx, _| {
                let mut person = tx.person(tomas.id).await.unwrap().unwrap();
                let on = Some(day("2026-01-01"));
                let quiz = on.filter(|_| n > 0);
                person.profile.ready = Readiness { check: Some(day(check)), training: on, quiz };
                tx.save(&person).await.unwrap();
            })
            .await;
        vera.says("/pair").await;
        vera.presses("1 · Amina").await;
        vera.hears("Readiness is not recorded");
        vera.presses("1 · Tomás").await;
        let card = vera.hears("Is this mentor ready?");
        assert_eq!(card.text.contains("⚠️ The check has ended"), n > 0, "{}", card.text);
        assert!(!card.has_button("⚠️ Pair anyway"));
        vera.presses(button).await;
        vera.presses("📅 Today").await;
        vera.hears("Ask both?");
    }
    // A pair that runs goes on, whatever ends.
    assert!(recorded(&world, &tomas).await.is_ready("2026-03-02".parse().unwrap()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_record_of_one_day_is_as_good_as_before() {
    let world = World::new().await;
    let [vera, _amina, tomas] = three(&world).await;
    not_ready(&world, &tomas).await;
    world
        .tampers(
            "UPDATE person SET profile = REPLACE(profile,
                 '\"ready_recorded\":{\"check\":null,\"training\":null,\"quiz\":null}', '\"ready_recorded\":20514')",
        )
        .await;
    assert_eq!(recorded(&world, &tomas).await, Readiness::all_on(Some(day("2026-03-02"))));
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    vera.hears("Ask both?");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_records_it_who_may_not_or_not_any_more() {
    let world = World::new().await;
    let [vera, amina, tomas] = three(&world).await;
    not_ready(&world, &tomas).await;
    card(&vera, "Tomás").await;
    vera.presses("🎓 Readiness").await;
    let question = vera.hears("Is this mentor ready?");
    let press = |friend: &Friend, label: &str| {
        let button = question.buttons.iter().flatten().find(|it| it.text == label);
        let data = button.and_then(|it| it.data.clone()).expect("there is such a button");
        friend.phone.sends_callback(question.id, &data);
    };
    for friend in [&tomas, &amina] {
        press(friend, "📝 Quiz");
        world.settles().await;
        friend.never_hears("Which day");
        friend.never_hears("Qué día");
    }
    vera.presses("📝 Quiz").await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(vera.id).await.unwrap().unwrap();
            person.standing = Standing::Left;
            tx.save(&person).await.unwrap();
        })
        .await;
    vera.presses("📅 Today").await;
    vera.says("1.3.2026").await;
    assert_eq!(recorded(&world, &tomas).await, Readiness::default());
}

/// Finding 26.
#[tokio::test(flavor = "multi_thread")]
async fn a_typed_answer_takes_the_buttons_off_its_question() {
    let world = World::new().await;
    let [vera, ..] = three(&world).await;
    card(&vera, "Tomás").await;
    vera.presses("🎓 Readiness").await;
    vera.presses("📝 Quiz").await;
    vera.says("1.3.2026").await;
    assert!(vera.hears("Which day was it?").buttons.is_empty());
    vera.says("/invite").await;
    vera.presses("🌱 Mentee").await;
    vera.says("N-1").await;
    assert!(vera.hears("Which file number").buttons.is_empty());
}
