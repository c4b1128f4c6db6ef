//! The computer's clock is set, also by a year: nobody waits for it, and nothing ends.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::clock::Clock;
use lazo::demo::{Fault, Rule};
use lazo::domain::invite::NewInvite;
use lazo::domain::person::Role;
use lazo::handlers::invite::new_invite;
use std::collections::BTreeSet;
use std::time::Duration;

/// Somebody on the way answers, and not Telegram.
const OUT: Fault = Fault::Page { status: 502 };

const YEAR: TimeDelta = TimeDelta::days(366);

/// All that counts days.
const KEPT: [&str; 8] =
    ["letter", "alarm", "case_file", "invite", "conversation", "checkin", "source", "audit"];

/// Something that waits, something that may be given up, and a clock that runs: Tomás cannot be reached and has a message,
/// somebody is invited, and Amina does not feel safe.
async fn much_that_waits() -> (World, [Friend; 3]) {
    let world = World::of_telegram().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [samira, omar] = world.introduced("Samira", "Omar", &vera).await;
    tomas.blocks().await;
    amina.says("are you there?").await;
    samira.says("🆘 أحتاج إلى مساعدة").await;
    let programme = Some(world.programme());
    world
        .changes(async |tx, now| {
            let what =
                NewInvite { programme, role: Role::Mentor, alias: None, file_number: None, invited_by: None };
            new_invite(tx, &what, now).await.unwrap();
        })
        .await;
    world.settles().await;
    drop(omar);
    (world, [amina, tomas, samira])
}

/// What stands in the tables that count days, row by row.
async fn kept(world: &World) -> BTreeSet<String> {
    let db = world.db().await;
    let mut tx = db.begin().await.unwrap();
    let mut kept = BTreeSet::new();
    for table in KEPT {
        let rows = tx.rows(table, 10_000, 0).await.unwrap().unwrap();
        kept.extend(rows.rows.iter().map(|row| format!("{table} {row:?}")));
    }
    kept
}

/// Nothing there has changed.
async fn stays(world: &World, before: &BTreeSet<String>, why: &str) {
    let after = kept(world).await;
    let changed: Vec<_> = before.symmetric_difference(&after).collect();
    assert!(changed.is_empty(), "{why}: {changed:#?}");
}

/// The bot has every chance to do something.
async fn looks_around(world: &World) {
    for _ in 0..3 {
        world.wakes().await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Spec operations 3.7.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_on_by_a_year_and_back_ends_nothing() {
    let (world, [_, tomas, _]) = much_that_waits().await;
    let before = kept(&world).await;
    for by in [YEAR, -YEAR, -YEAR, YEAR, TimeDelta::hours(1), -TimeDelta::hours(1)] {
        world.clock.set_computer(by);
        looks_around(&world).await;
        stays(&world, &before, &format!("set by {by}")).await;
    }
    tomas.unblocks().await;
    assert_eq!(tomas.copies().len(), 1, "what waited for him");
}

/// Spec operations 3.7: there is nobody to ask what time it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_start_with_a_wrong_clock_ends_nothing_before_telegram_has_answered_nor_after() {
    for by in [YEAR, -YEAR] {
        let (world, [amina, tomas, _]) = much_that_waits().await;
        let before = kept(&world).await;
        world.stops().await;
        for rule in [Rule::new(OUT), Rule::new(OUT).on("getUpdates")] {
            world.telegram.fault(rule);
        }
        // Another process knows nothing of the time.
        let world = world.with_clock(Clock::of_telegram_stopped_at(world.now() + by));
        world.starts().await;
        looks_around(&world).await;
        stays(&world, &before, "a guess is not enough").await;
        world.telegram.clear_faults();
        tomas.unblocks().await;
        assert_eq!(tomas.copies().len(), 1, "what waited for him");
        tomas.says("ya estoy").await;
        assert_eq!(amina.copies().len(), 1);
        amina.never_hears("🔌");
    }
}

/// A gap is what lies between two polls: a computer that slept does not know how long.
#[tokio::test(flavor = "multi_thread")]
async fn a_computer_that_slept_for_a_day_tells_that_it_was_away() {
    let world = World::of_telegram().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.telegram.fault(Rule::new(OUT).on("getUpdates"));
    tomas.phone.says("hasta mañana");
    tokio::time::sleep(Duration::from_millis(200)).await;
    world.telegram.advance(TimeDelta::hours(26));
    world.telegram.clear_faults();
    tomas.says("ya es mañana").await;
    amina.hears("🔌");
    tomas.hears("🔌");
    assert_eq!(world.now().timestamp() / 60, world.telegram.now().timestamp() / 60);
}
