//! Check-ins and the prompt budget over a whole year and over random lives.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use lazo::domain::{
    answers::{Answer, Consequence, Question, call_today_by, consequence},
    budget::Budget,
    pulse::{Event, Hours, Series, Settings, State},
    quiet::QuietHours,
    talk::Side,
    wall,
};
use proptest::prelude::*;

use super::wall::{ZONES, dates};

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn new_year() -> DateTime<Utc> {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

#[test]
fn a_year_of_pulses_asks_once_a_due_date_reminds_once_and_is_over_before_the_next() {
    let settings = Settings::default();
    for zone in ZONES {
        for (introduced_on, seed) in dates(2026).step_by(5).zip(0..) {
            let hours = Hours { zone, quiet: QuietHours::default(), seed };
            let series = Series { introduced_on, weekday: introduced_on.weekday() };
            let mut last = None;
            for _ in 0..14 {
                let due = settings.next_due(series, last, last.unwrap_or(introduced_on));
                assert!(
                    last.is_none_or(|last| last < due)
                        && (due - last.unwrap_or(introduced_on)).num_days() <= 28
                );
                let sent = hours.sends_at(due);
                let (reminder, expiry) =
                    (settings.reminder_at(hours, sent), settings.expires_at(hours, sent));
                assert_eq!(wall::date(zone, sent), due);
                assert!(sent < reminder && reminder < expiry);
                for hour in 0..(reminder - sent).num_hours() {
                    let tapped = sent + TimeDelta::hours(hour);
                    let again = settings.asks_again_at(hours, tapped);
                    assert_eq!(wall::date(zone, again), wall::plus_days(wall::date(zone, tapped), 1));
                    assert!(tapped < again && again < expiry && !hours.quiet.is_quiet(zone, again));
                }
                assert!([sent, reminder, expiry].iter().all(|at| !hours.quiet.is_quiet(zone, *at)));
                assert!(expiry < hours.sends_at(settings.next_due(series, Some(due), due)));
                last = Some(due);
            }
        }
    }
}

#[test]
fn a_call_today_is_promised_for_a_humane_hour_within_a_day() {
    for zone in ZONES {
        for hour in 0..24 * 365 {
            let now = new_year() + TimeDelta::hours(hour);
            let by = call_today_by(zone, now);
            assert!(by > now && by - now <= TimeDelta::hours(19), "{zone} {now}");
            let local = by.with_timezone(&zone).time();
            assert!([12, 18, 21].map(wall::hour).contains(&local));
        }
    }
}

#[test]
fn every_answer_belongs_to_one_question() {
    let answers: Vec<Answer> = Question::ALL.iter().flat_map(|question| question.answers()).collect();
    assert_eq!(answers, Answer::ALL);
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Send),
        any::<bool>().prop_map(|last| Event::Answer { last }),
        Just(Event::Snooze),
        Just(Event::Remind),
        Just(Event::Expire),
        Just(Event::Cancel),
    ]
}

proptest! {
    #[test]
    fn a_check_in_that_is_over_stays_over_and_is_asked_again_once_put_off_or_not(
        events in prop::collection::vec(any_event(), 0..30),
    ) {
        let (mut state, mut reminders, mut sends) = (State::Scheduled, 0, 0);
        for event in events {
            let next = state.after(event);
            prop_assert!(!(state.is_over() && next.is_some()));
            prop_assert!(next != Some(state) || state == State::Partly);
            if next.is_some() {
                reminders += i32::from(event == Event::Remind);
                sends += i32::from(event == Event::Send);
            }
            prop_assert!(reminders <= sends && sends <= 1);
            state = next.unwrap_or(state);
        }
        prop_assert!(state.is_over() || state.after(Event::Cancel) == Some(State::Cancelled));
    }

    #[test]
    fn whatever_day_the_pair_chooses_nobody_is_asked_twice_within_a_week_or_rarer_than_in_90_days(
        weekdays in prop::collection::vec(prop::sample::select(&WEEKDAYS[..]), 2..20),
        ahead in 0_u64..400,
    ) {
        let introduced_on = wall::plus_days(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), ahead);
        let mut last: Option<NaiveDate> = None;
        for weekday in weekdays {
            let due = Settings::default().next_due(Series { introduced_on, weekday }, last, last.unwrap_or(introduced_on));
            prop_assert_eq!(due.weekday(), weekday);
            let gap = (due - last.unwrap_or(introduced_on)).num_days();
            prop_assert!(gap > 7 && gap <= 90, "{}", gap);
            last = Some(due);
        }
    }

    #[test]
    fn the_budget_is_never_overdrawn_and_never_idles_longer_than_a_week(
        zone in prop::sample::select(&ZONES[..]),
        side in prop::sample::select(Side::ALL),
        wanted in prop::collection::vec(0_i64..24 * 60, 1..25),
    ) {
        let budget = Budget::of(side);
        let mut sent: Vec<DateTime<Utc>> = Vec::new();
        for hours in wanted {
            let wanted = new_year() + TimeDelta::hours(hours);
            let at = budget.earliest(zone, &sent, wanted).unwrap();
            prop_assert!(at >= wanted);
            sent.push(at);
        }
        let days: Vec<NaiveDate> = sent.iter().map(|at| wall::date(zone, *at)).collect();
        prop_assert_eq!(days.iter().collect::<BTreeSet<_>>().len(), days.len());
        for day in &days {
            let week = days.iter().filter(|other| (0..7).contains(&(**other - *day).num_days())).count();
            prop_assert!(week <= budget.per_week);
        }
        let lately: Vec<_> = sent.iter().copied().filter(|at| *at <= new_year()).collect();
        prop_assert!(budget.earliest(zone, &lately, new_year()).unwrap() <= new_year() + TimeDelta::days(8));
    }

    #[test]
    fn no_task_is_due_before_the_answer_was_given(
        answer in prop::sample::select(Answer::ALL),
        zone in prop::sample::select(&ZONES[..]),
        hour in 0_i64..24 * 365,
    ) {
        let now = new_year() + TimeDelta::hours(hour);
        match consequence(answer, zone, now) {
            Some(Consequence::ContactTask { due } | Consequence::Case { due: Some(due), .. }) => prop_assert!(due > now),
            Some(Consequence::Elsewhere { until }) => prop_assert!(until > now),
            Some(Consequence::Case { due: None, .. } | Consequence::Met | Consequence::Tips) | None => {}
        }
    }
}
