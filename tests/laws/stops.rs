//! The laws of stops and of closing a case: nothing opens by itself, every stop is on somebody's list until it is decided,
//! and no case of somebody in danger is closed on nobody's word.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::case::{
    Bar, Call, Called, CaseFile, CaseKind, Channel, Closer, Outcome, Reader, STAYS_WEEKS, Second, Severity,
    TRIED_DAYS, Tapped, bar, stands_for, stays_until,
};
use lazo::domain::id::{CaseId, PersonId, ProgrammeId};
use lazo::domain::zone::Tz;
use proptest::prelude::*;
use std::collections::HashSet;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_770_000_000, 0).unwrap() + TimeDelta::minutes(minutes)
}

/// Her case, opened at minute 0 and pressed again then.
fn case(kind: CaseKind, pressed: Option<i64>) -> CaseFile {
    let mut tried = Vec::new();
    if let Some(pressed) = pressed {
        Tapped(at(pressed)).keep(&mut tried);
    }
    CaseFile {
        id: CaseId(1),
        programme: ProgrammeId(1),
        kind,
        severity: Severity::Urgent,
        conversation: None,
        person: Some(PersonId(1)),
        meant: Vec::new(),
        coordinator: None,
        opened_at: at(0),
        counted_from: at(0),
        told_until: None,
        since: None,
        due: None,
        tried,
        owner: None,
        acknowledged_at: None,
        snoozed_until: None,
        nudged_at: None,
        resolved_at: None,
        resolved_by: None,
        outcome: None,
        has_topic: false,
    }
}

fn outcomes() -> impl Strategy<Value = Outcome> {
    proptest::sample::select(Outcome::ALL.to_vec())
}

fn calls() -> impl Strategy<Value = Vec<(PersonId, Called)>> {
    let one = (
        2_i64..5,
        -3_000_i64..12_000,
        proptest::sample::select(Channel::ALL.to_vec()),
        proptest::sample::select(Call::ALL.to_vec()),
    );
    let call = |(by, minute, channel, outcome)| {
        (PersonId(by), Called { at: at(minute), channel, minutes: 5, outcome })
    };
    proptest::collection::vec(one.prop_map(call), 0..6)
}

fn seconds() -> impl Strategy<Value = Second> {
    prop_oneof![
        Just(Second::There),
        Just(Second::Alone(None)),
        (0_i64..12_000).prop_map(|minute| Second::Alone(Some(at(minute)))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_case_of_somebody_in_danger_is_closed_after_a_talk_since_the_tap_or_as_not_reached_by_two(
        (outcome, calls, second, now) in (outcomes(), calls(), seconds(), 0_i64..12_000),
        (pressed, answered) in (proptest::option::of(0_i64..12_000), proptest::option::of(-3_000_i64..12_000)),
        (by, may_second) in (2_i64..5, any::<bool>()),
    ) {
        let case = case(CaseKind::Unsafe, pressed);
        let tap = at(pressed.unwrap_or(0));
        let answered_at = answered.map(at);
        let zone = Tz::known("Europe/Madrid");
        let closer = Closer { by: PersonId(by), may_second, second, calls: &calls, answered_at, zone };
        let since: Vec<_> = calls.iter().filter(|(_, call)| call.at >= tap).collect();
        let closes = bar(&case, outcome, &closer, at(now)).is_none();
        if closes && outcome != Outcome::NotReached {
            let spoke = since.iter().any(|(_, it)| it.channel != Channel::Message && it.outcome != Call::NoAnswer);
            prop_assert!(spoke || answered_at.is_some_and(|it| it >= tap));
        }
        if closes && outcome == Outcome::NotReached {
            let tries: Vec<_> = since.iter().filter(|(_, it)| it.outcome == Call::NoAnswer).collect();
            let days: HashSet<_> = tries.iter().map(|(_, it)| it.at.with_timezone(&zone).date_naive()).collect();
            prop_assert!(days.len() >= TRIED_DAYS);
            match second {
                Second::There => prop_assert!(may_second && tries.iter().any(|(who, _)| *who != PersonId(by))),
                Second::Alone(said) => prop_assert!(said.is_some_and(|from| from <= at(now))),
            }
        }
    }

    #[test]
    fn a_talk_is_enough_and_other_kinds_of_cases_ask_for_none(
        (kind, minute) in (proptest::sample::select(vec![CaseKind::Worry, CaseKind::Report, CaseKind::Stopped]), 0_i64..9_000),
    ) {
        let talk = Called { at: at(minute), channel: Channel::Voice, minutes: 5, outcome: Call::Spoke };
        let calls = [(PersonId(2), talk)];
        let closer = Closer {
            by: PersonId(2),
            may_second: false,
            second: Second::There,
            calls: &calls,
            answered_at: None,
            zone: Tz::UTC,
        };
        prop_assert_eq!(bar(&case(CaseKind::Unsafe, None), Outcome::Solved, &closer, at(9_000)), None);
        let pressed = case(CaseKind::Unsafe, Some(minute + 1));
        prop_assert_eq!(bar(&pressed, Outcome::Solved, &closer, at(9_100)), Some(Bar::Talk));
        let without = Closer { calls: &[], ..closer };
        prop_assert_eq!(bar(&case(kind, None), Outcome::Solved, &without, at(9_000)), None);
    }

    #[test]
    fn every_stop_is_on_the_list_of_somebody_who_may_know_of_it(
        (days, knows, leads_know, works) in
            (proptest::option::of(0_i64..100), any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        let coordinator = Reader { leads: false, looks_after: true, may_know: knows };
        let lead = Reader { leads: true, looks_after: false, may_know: leads_know };
        let reads = knows && works;
        let hers = stands_for(coordinator, reads, days);
        let leads = stands_for(lead, reads, days);
        prop_assert!(!hers || knows, "nothing reaches who may not know");
        prop_assert!(!leads || leads_know);
        prop_assert!(!(reads || leads_know) || hers || leads, "it is on nobody's list");
        if days.is_none_or(|days| days >= 7) {
            prop_assert_eq!(leads, leads_know);
        } else {
            prop_assert_eq!(leads, leads_know && !reads, "until then it is the coordinator's");
        }
    }

    #[test]
    fn a_stop_is_asked_about_again_on_its_day_whatever_was_offered(
        (weeks, minute) in (-3_i64..60, 0_i64..600_000),
    ) {
        let until = stays_until(weeks, Tz::known("Europe/Madrid"), at(minute));
        let most = STAYS_WEEKS.into_iter().max().unwrap();
        prop_assert!(until > at(minute) && until <= at(minute) + TimeDelta::weeks(most) + TimeDelta::hours(25));
    }
}
