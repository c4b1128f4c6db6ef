//! Away and back, twice and late: rows about restarts, outages and the clock.

use super::{files, that_have};
use crate::checkin::{AGAIN, FIRST, FIRST_ES, Talking, times};
use crate::world::World;
use chrono::{NaiveTime, TimeDelta, TimeZone, Utc};
use lazo::bot::Trouble;
use lazo::demo::{Fault, Rule};
use lazo::domain::wall;
use lazo::domain::zone::Tz;
use lazo::store::Alarm;
use lazo::telegram::listen::{Poller, Silence};
use lazo::telegram::{Api, Token};
use std::time::Duration;

const MADRID: Tz = Tz::known("Europe/Madrid");

/// The bot is out of order for some time.
async fn is_out(world: &World, time: TimeDelta) {
    world.stops().await;
    world.clock.advance(time);
    world.telegram.set_time(world.now());
    world.starts().await;
    world.settles().await;
}

/// Row 9.
#[tokio::test(flavor = "multi_thread")]
async fn an_update_that_comes_again_does_nothing_again_also_after_a_restart() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let update = world.telegram.next_update();
    tomas.says("hola").await;
    for _ in 0..3 {
        assert!(world.telegram.redeliver(update));
        world.settles().await;
        world.restarts().await;
    }
    world.settles().await;
    assert_eq!(amina.copies().len(), 1);
}

/// Row 10.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_while_lazo_was_away_arrives_and_nothing_is_ever_dropped_unread() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.stops().await;
    for n in 0..3 {
        tomas.phone.says(&format!("mensaje {n}"));
    }
    world.starts().await;
    world.settles().await;
    let copies: Vec<String> = amina.copies().into_iter().map(|copy| copy.text).collect();
    assert_eq!(copies, ["mensaje 0", "mensaje 1", "mensaje 2"]);
    // Where it is spoken of, nothing is dropped.
    assert_eq!(that_have("src", "drop_pending_updates = Some(true)"), Vec::<String>::new());
    assert_eq!(that_have("src", "drop_pending"), ["src/telegram/listen.rs"]);
}

/// Row 11.
#[test]
fn a_page_is_confirmed_after_its_commit_and_what_works_on_it_calls_nobody() {
    let bot = files("src").into_iter().find(|(path, _)| path == "src/bot/listener.rs").unwrap().1;
    let taken_in = bot.find("self.take_in(&page").unwrap();
    let confirmed: Vec<_> = bot.match_indices("poller.confirm(").map(|(at, _)| at).collect();
    assert!(
        confirmed.len() == 1
            && confirmed[0] > taken_in
            && bot[taken_in..confirmed[0]].contains("Ok(Taken::In)")
    );
    for call in ["Api", "reqwest", "send::carry"] {
        assert_eq!(that_have("src/handlers", call), Vec::<String>::new(), "nothing a page waits for");
    }
    assert_eq!(that_have("src", "setWebhook"), Vec::<String>::new(), "no re-delivery by webhook");
}

/// Row 12.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_lazos_the_second_leaves_with_a_clear_line() {
    let world = World::new().await;
    let second = lazo::bot::start(world.parts()).await.err().expect("there is one already");
    assert!(matches!(second, Trouble::Second), "{second}");
    assert!(second.to_string().contains("stop it first"));

    // Where they do not share a database, Telegram tells; who leaves then, and when, is in `tests/stumble`.
    let rule = Rule::new(Fault::Refuse {
        code: 409,
        description: "Conflict: terminated by other getUpdates request".to_owned(),
        parameters: None,
    });
    world.stops().await;
    world.telegram.fault(rule.on("getUpdates"));
    let api = Api::new(&world.telegram.url(), Token::new(&world.telegram.token()).unwrap()).unwrap();
    assert_eq!(Poller::default().page(&api, 0).await.unwrap_err(), Silence::Conflict);
    assert!(Trouble::Conflict.to_string().contains("Another program is receiving this bot's messages"));
}

/// Row 26.
#[test]
fn an_evening_stays_an_evening_when_the_clocks_change() {
    let six = NaiveTime::from_hms_opt(18, 0, 0).unwrap();
    let mut at = Utc.with_ymd_and_hms(2026, 3, 27, 17, 0, 0).unwrap();
    for _ in 0..4 {
        assert_eq!(at.with_timezone(&MADRID).time(), six, "{at}");
        let next = wall::next_daily(MADRID, six, at);
        assert!(next > at && next - at <= TimeDelta::hours(24));
        at = next;
    }
    // At 2:30 on 29 March there is no such time in Madrid: it is moved, and not left out or looked for without end.
    let half_past_two = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
    let before = Utc.with_ymd_and_hms(2026, 3, 28, 12, 0, 0).unwrap();
    let moved = wall::next_daily(MADRID, half_past_two, before);
    assert!(moved - before < TimeDelta::hours(16), "{moved}");
}

/// Row 27.
#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_in_an_outage_is_asked_once_and_at_a_humane_hour() {
    let talk = Talking::begin().await;
    talk.days(1).await;
    // It comes back at four in the morning, with several check-ins overdue.
    is_out(&talk.world, TimeDelta::days(58) + TimeDelta::hours(17)).await;
    assert_eq!((times(&talk.amina, FIRST), times(&talk.tomas, FIRST_ES)), (0, 0), "not at once");
    talk.world.hours_pass(20).await;
    assert!(times(&talk.amina, FIRST) <= 1 && times(&talk.tomas, FIRST_ES) <= 1, "and never twice");
    assert!(times(&talk.amina, FIRST) + times(&talk.tomas, FIRST_ES) > 0, "and not never");
}

/// Row 28.
#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_once_however_often_it_falls_due() {
    let talk = Talking::first_evening().await;
    for _ in 0..3 {
        let alarms = [talk.amina.id, talk.tomas.id];
        talk.world
            .changes(async |tx, now| {
                tx.wake_all(&alarms.map(|id| (Alarm::Pulse, id.0, now))).await.unwrap();
            })
            .await;
        talk.world.settles().await;
    }
    assert_eq!((times(&talk.amina, FIRST), times(&talk.tomas, FIRST_ES)), (1, 1));
}

/// Row 29.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_up_and_not_finished_is_still_due() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let now = world.now();
    world.stops().await;
    let db = lazo::store::Db::open(&world.parts().database).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    tx.wake(Alarm::Pulse, amina.id.0, now).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let mut tx = db.begin().await.unwrap();
    assert!(tx.take_due(100, now).await.unwrap().contains(&(Alarm::Pulse, amina.id.0)));
    drop(tx);
    let mut tx = db.begin().await.unwrap();
    assert!(tx.take_due(100, now).await.unwrap().contains(&(Alarm::Pulse, amina.id.0)), "nobody finished it");
    drop(tx);
    // The same for a letter that was on its way when the power went.
    tomas.phone.says("hola");
    db.close().await;
    world.starts().await;
    world.settles().await;
    assert_eq!(amina.copies().len(), 1);
}

/// Row 30.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_tap_changes_nothing_and_every_tap_is_answered() {
    let talk = Talking::first_evening().await;
    let question = talk.amina.hears(FIRST);
    let data: Vec<String> = question.buttons.iter().flatten().filter_map(|it| it.data.clone()).collect();
    let taps: Vec<i64> = [&data[0], &data[1], &data[0]]
        .map(|data| talk.amina.phone.sends_callback(question.id, data))
        .to_vec();
    talk.world.settles().await;
    assert!(taps.iter().all(|tap| talk.amina.phone.is_answered(*tap) == Some(true)));
    talk.amina.hears("كيف كان ذلك");
    assert!(talk.amina.phone.toasts().last().unwrap().text.contains("هذا الزر لم يعد يعمل"));
}

/// Row 31.
#[tokio::test(flavor = "multi_thread")]
async fn a_tap_that_telegram_dropped_while_lazo_was_away_can_be_made_again() {
    let talk = Talking::first_evening().await;
    talk.world.stops().await;
    talk.amina.phone.presses("✅ نعم").unwrap();
    talk.world.clock.advance(TimeDelta::minutes(10));
    talk.world.telegram.set_time(talk.world.now());
    talk.world.starts().await;
    talk.world.settles().await;
    talk.amina.hears(AGAIN);
    talk.amina.presses("✅ نعم").await;
    talk.amina.hears("كيف كان ذلك");
}

/// Row 39.
#[tokio::test(flavor = "multi_thread")]
async fn health_knows_when_telegram_was_last_heard_and_not_only_that_lazo_runs() {
    let world = World::new().await;
    let [_amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.telegram.fault(Rule::new(Fault::Page { status: 502 }).on("getUpdates"));
    tomas.phone.says("hola");
    let heard = async || world.db().await.last_heard().await.unwrap().unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let before = heard().await;
    world.clock.advance(TimeDelta::minutes(5));
    world.telegram.set_time(world.now());
    tokio::time::sleep(Duration::from_millis(1_300)).await;
    assert!(heard().await <= before.max(world.now() - TimeDelta::minutes(5)), "it runs, and hears nothing");
    world.telegram.clear_faults();
    tomas.says("otra vez").await;
    assert_eq!(heard().await, world.now());
}
