//! The silence clock day by day: the ladders of the programme's table, as a coordinator would read them off a calendar.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::{
    silence::{Facts, Health, Look, Rhythm, Settings, Silence, Step},
    stops::{Stop, Stops},
    talk::{Side, Talk},
};

fn day(n: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(n)
}

fn pair(talk: Talk) -> Facts {
    Facts { introduced_at: day(0), rhythm: Rhythm::Weekly, talk, stops: Stops::default(), unreachable: None }
}

fn look(facts: &Facts, now: i64) -> Look {
    Settings::default().look(facts, &[], day(now))
}

/// On which day each step is done, for a pair of which nothing is heard until `until`, looking only when asked to look.
fn calendar(facts: &Facts, from: i64, until: i64) -> Vec<(i64, Step)> {
    let (mut now, mut done, mut steps) = (day(from), Vec::new(), Vec::new());
    while now < day(until) {
        let look = Settings::default().look(facts, &done, now);
        assert!(look.next_look > now);
        steps.extend(look.due.iter().map(|due| ((now - day(0)).num_days(), due.step)));
        done.extend(look.due);
        now = look.next_look;
    }
    steps
}

fn colours(facts: &Facts, from: i64) -> Vec<i64> {
    [Health::Amber, Health::Orange, Health::Red]
        .map(|health| (from..from + 365).find(|now| look(facts, *now).health >= health).unwrap() - from)
        .to_vec()
}

#[test]
fn a_pair_that_never_writes_is_nudged_twice_then_a_coordinator_decides() {
    use Step::{DecisionCard, KickOffAgain, KickOffCase, KickOffNudge};
    let silent = pair(Talk::default());
    assert_eq!(
        calendar(&silent, 0, 365),
        [(3, KickOffNudge), (7, KickOffAgain), (14, KickOffCase), (21, DecisionCard)]
    );
    assert_eq!(look(&silent, 14).silence, Some(Silence::Both));
}

#[test]
fn colours_come_in_multiples_of_the_rhythm() {
    let talked_late = |rhythm| Facts { rhythm, ..pair(Talk::default().met(day(100))) };
    assert_eq!(colours(&talked_late(Rhythm::Weekly), 100), [10, 14, 21]);
    assert_eq!(colours(&talked_late(Rhythm::Fortnightly), 100), [21, 28, 42]);
    assert_eq!(colours(&talked_late(Rhythm::Monthly), 100), [45, 60, 90]);
}

#[test]
fn a_silence_that_begins_in_the_first_28_days_is_asked_about_earlier() {
    let talked_early = |rhythm| Facts { rhythm, ..pair(Talk::default().met(day(27))) };
    assert_eq!(colours(&talked_early(Rhythm::Weekly), 27), [10, 10, 14]);
    assert_eq!(colours(&talked_early(Rhythm::Fortnightly), 27), [21, 21, 28]);
    assert_eq!(colours(&talked_early(Rhythm::Monthly), 27), [45, 45, 60]);
}

#[test]
fn amber_asks_nobody_orange_asks_both_red_is_a_case() {
    let met = pair(Talk::default().met(day(100)));
    assert_eq!(calendar(&met, 100, 365), [(114, Step::AskBoth), (121, Step::SilenceCase)]);
    assert_eq!(look(&met, 121).silence, Some(Silence::Both));
}

#[test]
fn a_mentee_who_waits_has_her_mentor_nudged_and_then_a_coordinator_told() {
    let asked =
        pair(Talk::default().met(day(100)).heard(Side::Mentee, day(101)).heard(Side::Mentee, day(103)));
    assert_eq!(calendar(&asked, 103, 109), [(104, Step::NudgeMentor), (108, Step::MenteeWaitsCase)]);
    assert_eq!(look(&asked, 108).silence, Some(Silence::Waits(Side::Mentee)));
}

#[test]
fn a_mentor_who_waits_is_waited_with_a_little_longer() {
    let asked = pair(Talk::default().met(day(100)).heard(Side::Mentor, day(101)));
    assert_eq!(calendar(&asked, 101, 112), [(106, Step::NudgeMentee), (111, Step::MentorWaitsCase)]);
}

#[test]
fn who_stopped_writing_long_ago_does_not_wait_any_more() {
    let once = pair(Talk::default().heard(Side::Mentee, day(99)).heard(Side::Mentor, day(100)));
    assert_eq!(look(&once, 109).silence, Some(Silence::Waits(Side::Mentor)));
    assert_eq!(look(&once, 121).silence, Some(Silence::Both));
}

#[test]
fn a_talk_elsewhere_is_believed_for_30_days_then_both_are_asked_and_a_week_later_a_coordinator() {
    let elsewhere = pair(Talk::default().met(day(90)).elsewhere(day(100)));
    assert_eq!(calendar(&elsewhere, 100, 365), [(130, Step::AskBoth), (137, Step::SilenceCase)]);
    assert_eq!(look(&elsewhere, 129).silence, Some(Silence::Elsewhere));
    let monthly = Facts { rhythm: Rhythm::Monthly, ..pair(Talk::default().elsewhere(day(100))) };
    assert_eq!(calendar(&monthly, 100, 365), [(130, Step::AskBoth), (160, Step::SilenceCase)]);
}

#[test]
fn a_question_left_open_while_they_talked_elsewhere_waits_anew() {
    let asked = pair(Talk::default().elsewhere(day(100)).heard(Side::Mentee, day(110)));
    let steps = calendar(&asked, 110, 139);
    assert_eq!(
        steps,
        [
            (130, Step::AskBoth),
            (133, Step::NudgeMentor),
            (137, Step::SilenceCase),
            (137, Step::MenteeWaitsCase)
        ]
    );
}

#[test]
fn someone_who_cannot_be_reached_is_a_case_at_once_and_nothing_else_is() {
    let blocked =
        Facts { unreachable: Some((Side::Mentee, day(103))), ..pair(Talk::default().met(day(100))) };
    assert_eq!(calendar(&blocked, 103, 365), [(103, Step::UnreachableCase)]);
    assert_eq!(look(&blocked, 103).silence, Some(Silence::Unreachable(Side::Mentee)));
}

#[test]
fn a_pause_stops_the_clock_and_nobody_is_asked_during_it() {
    let stops = Stops::new(vec![Stop { from: day(110), until: day(140) }]);
    let paused = Facts { stops, ..pair(Talk::default().met(day(100))) };
    assert_eq!(calendar(&paused, 100, 365), [(144, Step::AskBoth), (151, Step::SilenceCase)]);
    let from_the_day_it_was_due = Stops::new(vec![Stop { from: day(114), until: day(140) }]);
    let paused = Facts { stops: from_the_day_it_was_due, ..paused };
    assert_eq!(calendar(&paused, 114, 141), [(140, Step::AskBoth)]);
}

#[test]
fn after_an_outage_nobody_is_asked_what_a_case_has_overtaken() {
    assert_eq!(calendar(&pair(Talk::default()), 8, 9), [(8, Step::KickOffAgain)]);
    let met = pair(Talk::default().met(day(100)));
    assert_eq!(calendar(&met, 150, 151), [(150, Step::SilenceCase)]);
    assert_eq!(calendar(&pair(Talk::default()), 30, 31), [(30, Step::KickOffCase), (30, Step::DecisionCard)]);
}

#[test]
fn nothing_is_amiss_with_a_pair_that_talks() {
    let talk = Talk::default().heard(Side::Mentee, day(50)).heard(Side::Mentor, day(51));
    let fine = look(&pair(talk), 53);
    assert_eq!((fine.health, fine.silence, fine.due), (Health::Green, None, vec![]));
}
