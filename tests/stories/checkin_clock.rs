//! When check-ins come, come again, and are over.

use crate::checkin::{AGAIN, FIRST, FIRST_ES, Talking, times};
use chrono::{TimeDelta, TimeZone, Timelike, Utc};
use lazo::domain::case::CaseKind;
use lazo::domain::zone::Tz;
use lazo::handlers::lifecycle;

/// The bot is out of order for some time.
async fn is_out(talk: &Talking, time: TimeDelta) {
    let world = &talk.world;
    world.stops().await;
    world.clock.advance(time);
    world.telegram.set_time(world.now());
    world.starts().await;
    world.settles().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_is_asked_once_whatever_restarts_come() {
    let talk = Talking::begin().await;
    talk.days(14).await;
    talk.world.restarts().await;
    talk.world.hours_pass(8).await;
    for _ in 0..3 {
        talk.vera.says("/help").await;
        talk.world.restarts().await;
        talk.world.minutes_pass(1).await;
    }
    talk.world.hours_pass(12).await;
    assert_eq!((times(&talk.amina, FIRST), times(&talk.tomas, FIRST_ES)), (1, 1));
    assert_eq!(times(&talk.amina, AGAIN), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_outage_an_open_question_is_offered_once_more() {
    let talk = Talking::first_evening().await;
    talk.amina.presses("✅ نعم").await;
    is_out(&talk, TimeDelta::minutes(10)).await;
    let again = talk.amina.hears(AGAIN);
    assert!(again.text.contains("كيف كان ذلك"), "{}", again.text);
    talk.world.minutes_pass(5).await;
    assert_eq!(times(&talk.amina, AGAIN), 1);
    let with_buttons = talk.amina.phone.screen().into_iter().filter(|seen| seen.has_button("🙂 جيد")).count();
    assert_eq!(with_buttons, 1, "the old buttons are gone");
    talk.amina.presses("🙂 جيد").await;
    talk.amina.hears("هل نتصل بك");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_at_night() {
    let talk = Talking::begin().await;
    talk.days(14).await;
    is_out(&talk, TimeDelta::hours(14)).await;
    assert_eq!(talk.world.now(), Utc.with_ymd_and_hms(2026, 3, 17, 0, 0, 0).unwrap());
    talk.world.hours_pass(6).await;
    assert_eq!(times(&talk.amina, FIRST), 0);
    talk.world.hours_pass(2).await;
    let asked = talk.amina.hears(FIRST).date.with_timezone(&Tz::known("Europe/Madrid"));
    assert_eq!((asked.hour(), asked.minute()), (8, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentee_is_prompted_once_a_week_and_her_check_in_waits_for_that() {
    let talk = Talking::begin().await;
    talk.days(12).await;
    let amina = talk.amina.id;
    talk.world.changes(async |tx, now| tx.prompted(&[amina], now).await.unwrap()).await;
    talk.days(4).await;
    assert_eq!((times(&talk.amina, FIRST), times(&talk.tomas, FIRST_ES)), (0, 1));
    talk.days(3).await;
    assert_eq!(times(&talk.amina, FIRST), 0);
    talk.world.hours_pass(9).await;
    assert_eq!(talk.amina.hears(FIRST).date.date_naive(), "2026-03-21".parse().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_after_two_days_and_after_five_the_buttons_are_gone() {
    let talk = Talking::first_evening().await;
    let first = talk.amina.hears(FIRST);
    talk.days(2).await;
    let reminder = talk.amina.hears(AGAIN);
    assert_eq!((reminder.date - first.date).num_days(), 2);
    let old = talk.amina.phone.screen().into_iter().find(|seen| seen.id == first.id).unwrap();
    assert!(old.buttons.is_empty(), "only the newest question can be answered");
    talk.days(3).await;
    let over = talk.amina.hears(AGAIN);
    assert!(over.buttons.is_empty());
    assert_eq!(times(&talk.amina, AGAIN), 1);
    talk.amina.phone.sends_callback(over.id, reminder.buttons[0][0].data.as_deref().unwrap());
    talk.world.settles().await;
    assert!(talk.amina.phone.toasts().last().unwrap().text.contains("هذا الزر لم يعد يعمل"));
    talk.amina.says("مرحبا").await;
    assert!(talk.reached_tomas("مرحبا"), "nothing is open any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_later_is_asked_again_the_next_evening_and_only_once() {
    let talk = Talking::first_evening().await;
    let first = talk.amina.hears(FIRST);
    talk.amina.presses("🕐 لاحقًا").await;
    let later = talk.amina.hears("سنسأل من جديد");
    assert_eq!((later.id, later.buttons.is_empty()), (first.id, true), "in place of the question");
    talk.amina.says("إلى اللقاء غدًا").await;
    assert!(talk.reached_tomas("إلى اللقاء غدًا"), "what she writes now is for him");
    talk.days(1).await;
    let again = talk.amina.hears(AGAIN);
    assert_eq!((again.date - first.date).num_days(), 1);
    assert!(again.has_button("✅ نعم") && !again.has_button("🕐 لاحقًا"), "she cannot put it off for ever");
    talk.days(2).await;
    assert_eq!(times(&talk.amina, AGAIN), 1, "it was the reminder too");
    talk.days(2).await;
    assert!(talk.amina.hears(AGAIN).buttons.is_empty(), "it is over after five days all the same");

    talk.tomas.says("Más tarde").await;
    assert!(!talk.tomas.reads().iter().any(|text| text.contains("Te preguntaremos otra vez")), "too late");
}

#[tokio::test(flavor = "multi_thread")]
async fn later_can_be_written_and_a_pause_ends_what_was_put_off() {
    let talk = Talking::first_evening().await;
    talk.tomas.says("mas tarde").await;
    talk.tomas.hears("Te preguntaremos otra vez");
    assert!(!talk.amina.phone.history().iter().any(|seen| seen.text.contains("mas tarde")));
    talk.tomas.says("/pause").await;
    talk.tomas.presses("⏸ 1 semana").await;
    talk.tomas.presses("✖️ No").await;
    talk.world.days_pass(3).await;
    assert_eq!(times(&talk.tomas, "Esta pregunta todavía te espera"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_missed_in_a_row_are_a_case() {
    let talk = Talking::begin().await;
    talk.days(14 + 6).await;
    talk.days(14).await;
    assert!(!talk.has_case(CaseKind::Missed, &talk.amina).await, "two are not");
    talk.days(28).await;
    assert!(talk.has_case(CaseKind::Missed, &talk.amina).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_be_reached_misses_nothing() {
    let talk = Talking::begin().await;
    talk.days(13).await;
    talk.amina.blocks().await;
    talk.world.days_pass(3).await;
    talk.amina.unblocks().await;
    talk.world.days_pass(1).await;
    assert_eq!(times(&talk.amina, FIRST), 1, "asked the day she is back");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_pause_nothing_is_asked_and_what_was_due_comes_the_day_after() {
    let talk = Talking::begin().await;
    talk.days(13).await;
    let amina = talk.amina.id;
    let pair = async || talk.world.pair_of(&talk.amina).await.unwrap();
    let mut before = pair().await;
    talk.world
        .changes(async |tx, now| {
            lifecycle::pause(tx, &mut before, (now + TimeDelta::days(8), None), now).await.unwrap();
        })
        .await;
    talk.world.days_pass(7).await;
    assert_eq!(times(&talk.amina, FIRST), 0);
    let mut paused = pair().await;
    talk.world.changes(async |tx, now| lifecycle::resume(tx, &mut paused, now).await.unwrap()).await;
    talk.world.days_pass(2).await;
    assert_eq!(talk.amina.hears(FIRST).date.date_naive(), "2026-03-23".parse().unwrap());
    let mut open = pair().await;
    talk.world.changes(async |tx, now| lifecycle::hold(tx, &mut open, Some(amina), now).await.unwrap()).await;
    talk.world.settles().await;
    assert!(talk.amina.hears(FIRST).buttons.is_empty(), "an open question ends with a hold");
    talk.world.days_pass(6).await;
    assert_eq!(times(&talk.amina, AGAIN), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_cannot_be_read_keeps_nothing_else_waiting_and_is_tried_again() {
    let talk = Talking::begin().await;
    talk.days(14).await;
    talk.world.tampers("UPDATE conversation SET stops = '?'").await;
    talk.world.hours_pass(20).await;
    assert_eq!((times(&talk.amina, FIRST), times(&talk.tomas, FIRST_ES)), (0, 0), "hers cannot be worked on");
    talk.amina.says("Are you there?").await;
    talk.tomas.hears("Are you there?");
    talk.world.tampers("UPDATE conversation SET stops = '[]'").await;
    talk.world.hours_pass(24).await;
    assert_eq!((times(&talk.amina, FIRST), times(&talk.tomas, FIRST_ES)), (1, 1), "asked once it could be");
}
