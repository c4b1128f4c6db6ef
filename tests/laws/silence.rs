//! Laws of the silence clock, over random histories of a pair.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::{
    silence::{Due, Facts, Health, Look, Rhythm, Settings, Step},
    stops::{Stop, Stops},
    talk::{Side, Talk},
};
use proptest::prelude::*;

fn hour(n: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::hours(n)
}

#[derive(Debug, Clone, Copy)]
enum Event {
    Heard(Side),
    Met,
    Elsewhere,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => Just(Event::Heard(Side::Mentee)),
        4 => Just(Event::Heard(Side::Mentor)),
        1 => Just(Event::Met),
        1 => Just(Event::Elsewhere),
    ]
}

fn happens(talk: Talk, event: Event, at: DateTime<Utc>) -> Talk {
    match event {
        Event::Heard(side) => talk.heard(side, at),
        Event::Met => talk.met(at),
        Event::Elsewhere => talk.elsewhere(at),
    }
}

/// A pair introduced at hour 0, and the hour of the last thing that happened.
fn history() -> impl Strategy<Value = (Facts, i64)> {
    let events = prop::collection::vec((1_i64..400, event()), 0..6);
    let stops = prop::collection::vec((0_i64..3000, 1_i64..600), 0..3);
    let rhythm = prop::sample::select(Rhythm::ALL);
    (events, stops, rhythm).prop_map(|(events, stops, rhythm)| {
        let (mut talk, mut last) = (Talk::default(), 0);
        for (gap, event) in events {
            last += gap;
            talk = happens(talk, event, hour(last));
        }
        let stops = stops.into_iter().map(|(from, long)| Stop { from: hour(from), until: hour(from + long) });
        let stops = Stops::new(stops.collect());
        (Facts { introduced_at: hour(0), rhythm, talk, stops, unreachable: None }, last)
    })
}

fn look(facts: &Facts, done: &[Due], now: i64) -> Look {
    Settings::default().look(facts, done, hour(now))
}

/// Everything due now, added to what is done.
fn after(mut done: Vec<Due>, look: &Look) -> Vec<Due> {
    done.extend(&look.due);
    done
}

fn hours_until(at: DateTime<Utc>) -> i64 {
    (at - hour(0)).num_hours()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_changes_before_the_next_look((facts, last) in history(), wait in 0_i64..3000, part in 0_i64..1000) {
        let now = last + wait;
        let first = look(&facts, &[], now);
        let done = after(Vec::new(), &first);
        let until = hours_until(first.next_look);
        prop_assert!(until > now && until <= now + 72);
        let between = look(&facts, &done, now + part % (until - now));
        prop_assert_eq!((between.health, between.silence, between.due), (first.health, first.silence, Vec::new()));
    }

    #[test]
    fn a_message_that_arrives_meanwhile_makes_no_step_late(
        (facts, last) in history(), wait in 0_i64..3000, parts in (0_i64..1000, 0_i64..1000), event in event(),
    ) {
        let now = last + wait;
        let first = look(&facts, &[], now);
        let until = hours_until(first.next_look);
        let arrives = now + parts.0 % (until - now);
        let facts = Facts { talk: happens(facts.talk, event, hour(arrives)), ..facts };
        let asleep = look(&facts, &after(Vec::new(), &first), arrives + parts.1 % (until - arrives));
        prop_assert_eq!(asleep.due, Vec::new());
    }

    #[test]
    fn silence_only_gets_worse((facts, last) in history(), wait in 0_i64..3000, longer in 0_i64..3000) {
        let believed = facts.talk.elsewhere_until().map_or(0, hours_until);
        let now = last.max(believed) + wait;
        prop_assert!(look(&facts, &[], now).health <= look(&facts, &[], now + longer).health);
    }

    #[test]
    fn nothing_repeats_and_every_silence_ends_with_a_case((facts, last) in history()) {
        let (mut now, mut done) = (last, Vec::new());
        while now < last + 24 * 400 {
            let look = look(&facts, &done, now);
            prop_assert!(look.due.iter().all(|due| !done.contains(due)));
            done = after(done, &look);
            now = hours_until(look.next_look);
        }
        let steps: Vec<_> = done.iter().map(|due| due.step).collect();
        let unique: std::collections::BTreeSet<_> = steps.iter().collect();
        prop_assert_eq!(unique.len(), steps.len());
        prop_assert_eq!(look(&facts, &done, now).health, Health::Red);
        prop_assert!(steps.contains(&Step::SilenceCase) || steps.contains(&Step::KickOffCase));
    }

    #[test]
    fn contact_makes_everything_well((facts, last) in history(), wait in 0_i64..3000) {
        let now = last + wait;
        let facts = Facts { talk: facts.talk.met(hour(now)), ..facts };
        let well = look(&facts, &[], now);
        prop_assert_eq!((well.health, well.due), (Health::Green, Vec::new()));
        prop_assert!(facts.talk.resumed(hour(now - 1)));
    }

    #[test]
    fn an_answer_is_contact_and_a_first_message_is_not((facts, last) in history(), side in prop::sample::select(Side::ALL)) {
        let asked = facts.talk.met(hour(last)).heard(side, hour(last + 1));
        prop_assert!(!asked.resumed(hour(last)));
        prop_assert!(!asked.heard(side, hour(last + 2)).resumed(hour(last)));
        prop_assert!(asked.heard(side.other(), hour(last + 2)).resumed(hour(last)));
    }

    #[test]
    fn a_pause_moves_everything_by_its_length((facts, last) in history(), wait in 0_i64..3000, pause in 1_i64..1000) {
        prop_assume!(facts.talk.elsewhere_at.is_none());
        let without = Facts { stops: Stops::default(), ..facts };
        let stops = Stops::new(vec![Stop { from: hour(last), until: hour(last + pause) }]);
        let with = Facts { stops, ..without.clone() };
        let (then, later) = (look(&without, &[], last + wait), look(&with, &[], last + pause + wait));
        prop_assert_eq!((then.health, then.silence, then.due), (later.health, later.silence, later.due));
    }

    #[test]
    fn while_paused_nobody_is_asked_and_nothing_gets_worse((facts, last) in history(), wait in 0_i64..3000) {
        prop_assume!(facts.talk.elsewhere_at.is_none());
        let now = last + wait;
        let stops = Stops::new(vec![Stop { from: hour(now), until: DateTime::<Utc>::MAX_UTC }]);
        let facts = Facts { stops, ..facts };
        let (first, later) = (look(&facts, &[], now), look(&facts, &[], now + 5000));
        prop_assert_eq!((first.due, first.health), (Vec::new(), later.health));
    }

    #[test]
    fn time_that_counts_and_the_moment_it_is_reached_agree(
        (facts, _) in history(), since in 0_i64..3000, wait in 0_i64..2000, now in 0_i64..6000,
    ) {
        let reached = facts.stops.reached(hour(since), TimeDelta::hours(wait)).unwrap();
        let is_reached = now >= since && facts.stops.elapsed(hour(since), hour(now)) >= TimeDelta::hours(wait);
        prop_assert_eq!(is_reached, hour(now) >= reached && now >= since);
    }
}
