//! A message that does not arrive in time, a person who is gone, and a Telegram that is not there.

use crate::checkin::{AGAIN, Talking, times};
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Fault, Rule};
use lazo::domain::case::CaseKind;
use std::time::Duration;

const LATE: &str = "Está en camino, pero todavía no ha llegado";

fn busy(friend: &Friend, seconds: u64) -> Rule {
    Rule::new(Fault::TooMany { seconds: Some(seconds) }).on("copyMessage").in_chat(friend.phone.id()).times(1)
}

fn refused(code: u16, description: &str) -> Rule {
    Rule::new(Fault::Refuse { code, description: description.to_owned(), parameters: None })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_late_has_one_notice_that_says_in_its_place_how_it_ended() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.fault(busy(&amina, 300));
    let first = tomas.says("uno").await;
    tomas.says("dos").await;
    world.passes(TimeDelta::seconds(59)).await;
    tomas.never_hears(LATE);
    world.passes(TimeDelta::seconds(2)).await;
    let notice = tomas.hears(LATE);
    assert_eq!(notice.reply_to, Some(first));
    world.minutes_pass(3).await;
    assert_eq!(times(&tomas, LATE), 1, "one, however many messages wait");
    world.minutes_pass(2).await;
    assert_eq!(amina.copies().len(), 3);
    let after = tomas.hears("Ya ha llegado");
    assert_eq!(after.id, notice.id, "in its place");
    world.minutes_pass(10).await;
    let mut waits = world.db().await.begin().await.unwrap();
    let alarm = waits.next_alarm().await.unwrap();
    assert!(alarm.is_none_or(|at| at > world.now() + TimeDelta::minutes(1)), "nobody looks any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_in_time_or_is_held_for_a_known_reason_has_no_notice() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.fault(busy(&amina, 50));
    tomas.says("uno").await;
    world.minutes_pass(3).await;
    assert_eq!(amina.copies().len(), 2);
    amina.blocks().await;
    tomas.says("dos").await;
    world.hours_pass(1).await;
    tomas.hears("Ahora mismo no se puede entregar");
    tomas.never_hears(LATE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_message_that_is_taken_back_or_fails_ends_its_notice() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.fault(busy(&amina, 600));
    let id = tomas.says("uno").await;
    world.minutes_pass(2).await;
    let notice = tomas.hears(LATE).id;
    tomas.replies(id, "/undo").await;
    world.minutes_pass(1).await;
    assert_eq!(tomas.hears("Se retiró antes de llegar").id, notice);
    world.minutes_pass(10).await;
    world.telegram.fault(busy(&amina, 90));
    tomas.says("dos").await;
    world.passes(TimeDelta::seconds(70)).await;
    let notice = tomas.hears(LATE).id;
    world.telegram.fault(refused(400, "Bad Request: something new").on("copyMessage").times(1));
    world.minutes_pass(1).await;
    assert_eq!(tomas.hears("Este mensaje no llegó").id, notice, "one word about it, in one place");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_whose_account_is_gone_is_tried_once_and_her_coordinator_decides() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.phone.deactivates();
    let copies = || world.telegram.requests().iter().filter(|it| it.method == "copyMessage").count();
    let before = copies();
    for words in ["uno", "dos", "tres"] {
        tomas.says(words).await;
    }
    world.days_pass(1).await;
    assert_eq!(copies(), before + 1, "never tried again");
    tomas.hears("Ahora mismo no se puede entregar");
    assert!(crate::checkin::has_case(&world, CaseKind::Unreachable, &amina).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_token_is_refused_health_says_so_and_it_is_asked_again_after_a_minute_then_less_often() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.telegram.fault(refused(401, "Unauthorized").on("getUpdates"));
    tomas.phone.says("hola");
    let deaf = async || {
        while world.db().await.deaf_since().await.unwrap().is_none() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), deaf()).await.expect("health is told");
    let asked = || world.telegram.faults_happened();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(asked(), 1, "it does not spin");
    let asked_after = async |time: TimeDelta| {
        let before = asked();
        world.clock.advance(time);
        tokio::time::sleep(Duration::from_millis(2500)).await;
        asked() - before
    };
    assert_eq!(asked_after(TimeDelta::seconds(61)).await, 1);
    assert_eq!(asked_after(TimeDelta::seconds(61)).await, 0, "less often now");
    world.telegram.clear_faults();
    world.clock.advance(TimeDelta::seconds(61));
    tomas.phone.says("hola");
    let heard = async || {
        while world.db().await.deaf_since().await.unwrap().is_some() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), heard()).await.expect("health is well again");
    world.settles().await;
    assert_eq!(amina.copies().len(), 2, "nothing was lost, and nobody restarted it");
}

#[tokio::test(flavor = "multi_thread")]
async fn when_only_the_network_was_away_open_questions_are_offered_again_and_lost_times_are_told() {
    let talk = Talking::first_evening().await;
    let away = async |time: TimeDelta| {
        talk.world.telegram.fault(Rule::new(Fault::Page { status: 502 }).on("getUpdates"));
        talk.tomas.phone.says("hola");
        // The poll that was open brings this message; the next ones fail.
        tokio::time::sleep(Duration::from_millis(500)).await;
        talk.world.clock.advance(time);
        talk.world.telegram.set_time(talk.world.now());
        talk.world.telegram.clear_faults();
        talk.vera.says("/help").await;
        talk.world.settles().await;
    };
    away(TimeDelta::minutes(2)).await;
    assert_eq!(times(&talk.amina, AGAIN), 0, "Telegram keeps taps for 150 s");
    away(TimeDelta::minutes(10)).await;
    assert_eq!(times(&talk.amina, AGAIN), 1);
    away(TimeDelta::hours(30)).await;
    talk.world.hours_pass(20).await;
    talk.tomas.hears("Lazo no funcionó durante un tiempo");
}

/// It started while Telegram was away, and was silent about the days that were lost.
#[tokio::test(flavor = "multi_thread")]
async fn a_gap_that_begins_with_the_start_is_a_gap_like_any() {
    let talk = Talking::first_evening().await;
    let away = async |time: TimeDelta| {
        // It was heard until now.
        talk.vera.says("/help").await;
        talk.world.stops().await;
        talk.world.telegram.fault(Rule::new(Fault::Page { status: 502 }).on("getUpdates"));
        talk.world.starts().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        talk.world.clock.advance(time);
        talk.world.telegram.set_time(talk.world.now());
        talk.world.telegram.clear_faults();
        talk.vera.says("/help").await;
        talk.world.settles().await;
    };
    away(TimeDelta::minutes(10)).await;
    assert_eq!(times(&talk.amina, AGAIN), 1, "{:?}", talk.amina.reads());
    away(TimeDelta::hours(30)).await;
    talk.world.hours_pass(20).await;
    talk.tomas.hears("Lazo no funcionó durante un tiempo");
    assert_eq!(times(&talk.tomas, "Lazo no funcionó"), 1);
}

/// One answer does not make it deaf for a day.
#[tokio::test(flavor = "multi_thread")]
async fn however_long_telegram_asks_the_listener_to_wait_it_listens_again_within_minutes() {
    for seconds in [86_400, 10_u64.pow(13), u64::MAX] {
        let world = World::new().await;
        let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
        let busy = Fault::TooMany { seconds: Some(seconds) };
        world.telegram.fault(Rule::new(busy).on("getUpdates").times(1));
        tomas.phone.says("uno");
        tokio::time::sleep(Duration::from_millis(500)).await;
        world.clock.advance(TimeDelta::minutes(6));
        world.telegram.set_time(world.now());
        tokio::time::sleep(Duration::from_millis(1500)).await;
        tomas.says("dos").await;
        amina.hears("uno");
        amina.hears("dos");
    }
}

/// The courier's thread panicked on the sum, and with it the program.
#[tokio::test(flavor = "multi_thread")]
async fn a_chat_that_is_to_wait_for_ages_keeps_nobody_else_waiting() {
    for seconds in [10_u64.pow(13), u64::MAX] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        world.telegram.fault(busy(&amina, seconds));
        tomas.says("uno").await;
        amina.never_hears("uno");
        amina.says("hola").await;
        tomas.hears("hola");
        vera.says("/help").await;
        world.days_pass(6).await;
        world.days_pass(2).await;
        amina.hears("uno");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_more_than_a_day_of_waiting_what_matters_comes_in_its_order_and_old_announcements_not_at_all() {
    let world = World::new().await;
    let [vera, amina, tomas] = crate::pairing::three(&world).await;
    crate::pairing::proposes(&vera, "Amina", "Tomás").await;
    let day = Rule::new(Fault::TooMany { seconds: Some(100_000) }).in_chat(vera.phone.id()).times(1);
    world.telegram.fault(day);
    vera.says("/pairs").await;
    // An announcement, a message and something urgent, in the wrong order.
    tomas.presses("✖️ No").await;
    amina.says("/team").await;
    amina.says("رسالة").await;
    amina.says("🆘 أحتاج إلى مساعدة").await;
    amina.presses("🛟 لا أشعر بالأمان").await;
    world.hours_pass(29).await;
    let after: Vec<String> = vera.reads();
    let place = |words: &str| after.iter().position(|text| text.contains(words));
    assert!(place("رسالة").is_some() && place("Case 1") < place("رسالة"), "{after:?}");
    assert_eq!(place("A proposal was answered with no"), None);
}
