//! Whatever becomes of the computer's clock, the time is Telegram's.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::clock::Clock;
use proptest::prelude::*;

const YEAR: i64 = 366 * 86_400_000;

/// What may happen to a program and to the computer's clock; all times in milliseconds.
#[derive(Clone, Debug)]
enum Step {
    /// Time passes; a program that is frozen meanwhile does not see it pass.
    Passes(i64),
    /// The computer sleeps, and what measures how long something takes with it. Its clock has gone on.
    Sleeps(i64),
    /// Somebody, or a program, sets the clock.
    Set(i64),
    /// The clock stands for as long as that.
    Stands(i64),
    /// Telegram answers after so long, and so long later the answer is read.
    Answers(i64, i64),
    /// The program is started anew.
    Anew,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..100_000_i64).prop_map(Step::Passes),
        (0..3 * 86_400_000_i64).prop_map(Step::Sleeps),
        (-YEAR..YEAR).prop_map(Step::Set),
        (0..100_000_i64).prop_map(Step::Stands),
        (0..26_000_i64, 0..60_000_i64).prop_map(|(after, later)| Step::Answers(after, later)),
        Just(Step::Anew),
    ];
    prop::collection::vec(step, 1..60)
}

/// The world: the time, and a program with a computer's clock.
struct World {
    time: DateTime<Utc>,
    clock: Clock,
    /// The clock was set by so much.
    wrong: TimeDelta,
    /// The computer slept so long since the last answer, and the clock does not know yet.
    asleep: TimeDelta,
    /// What may be unknown after the last answer.
    vague: TimeDelta,
}

impl World {
    fn new() -> Self {
        let time = DateTime::UNIX_EPOCH + TimeDelta::days(20_514) + TimeDelta::milliseconds(123);
        let none = TimeDelta::zero();
        Self { time, clock: Clock::of_telegram_stopped_at(time), wrong: none, asleep: none, vague: none }
    }

    fn passes(&mut self, by: i64) {
        let by = TimeDelta::milliseconds(by);
        self.clock.advance(by);
        self.time += by;
    }

    fn is_set(&mut self, by: TimeDelta) {
        self.clock.set_computer(by);
        self.wrong += by;
    }

    fn does(&mut self, step: &Step) {
        match *step {
            Step::Passes(by) => self.passes(by),
            Step::Sleeps(by) => {
                let by = TimeDelta::milliseconds(by);
                self.clock.set_computer(by);
                self.time += by;
                self.asleep += by;
            }
            Step::Set(by) => self.is_set(TimeDelta::milliseconds(by)),
            Step::Stands(by) => {
                self.passes(by);
                self.is_set(-TimeDelta::milliseconds(by));
            }
            Step::Answers(after, later) => {
                let asked = self.clock.steady();
                self.passes(after);
                let date = DateTime::from_timestamp(self.time.timestamp(), 0).unwrap();
                self.passes(later);
                let given = self.clock.answered(Some(date), asked);
                assert_eq!(given, date, "however late it was read");
                self.vague = TimeDelta::milliseconds(1_000 + after.max(later));
                self.asleep = TimeDelta::zero();
            }
            Step::Anew => {
                self.clock = Clock::of_telegram_stopped_at(self.time + self.wrong);
                (self.asleep, self.vague) = (TimeDelta::zero(), TimeDelta::zero());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn once_telegram_has_answered_the_time_is_its_own_whatever_becomes_of_the_computers(steps in steps()) {
        let mut world = World::new();
        let mut seen = false;
        for step in steps {
            world.does(&step);
            seen = (seen && !matches!(step, Step::Anew)) || matches!(step, Step::Answers(..));
            prop_assert_eq!(world.clock.is_known(), seen, "before, it is a guess");
            if seen {
                let late = world.time - world.clock.now();
                prop_assert!(late >= -world.vague, "{} ahead after {:?}", -late, step);
                prop_assert!(late <= world.vague + world.asleep, "{late} late after {step:?}");
            }
        }
    }
}

#[test]
fn a_right_clock_is_left_as_it_is() {
    let clock = Clock::of_telegram_stopped_at(DateTime::UNIX_EPOCH + TimeDelta::milliseconds(86_400_450));
    let right = clock.now();
    clock.answered(DateTime::from_timestamp(86_400, 0), clock.steady());
    assert_eq!(clock.now(), right);
}

/// A proxy before a server of one's own adds the date of its own clock.
#[test]
fn a_date_that_is_not_telegrams_is_believed_but_for_a_day_and_a_message_tells_the_day() {
    let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_514);
    let clock = Clock::of_own_server_stopped_at(start);
    let answers = |clock: &Clock, at: DateTime<Utc>| clock.answered(Some(at), clock.steady());
    answers(&clock, start + TimeDelta::hours(2));
    assert_eq!((clock.now(), clock.is_sure()), (start + TimeDelta::hours(2), false), "all there is at first");
    let year = TimeDelta::days(366);
    // A computer without a battery for its clock asks what time it is soon after its start.
    for (dated, is) in [(24 * 366, 24 * 366), (24 * 3, 24 * 3), (0, 0)] {
        answers(&clock, start + TimeDelta::hours(dated));
        let off = clock.now() - (start + TimeDelta::hours(is));
        assert!(off.abs() < TimeDelta::seconds(1), "dated {dated} hours on: {off}");
    }
    clock.advance(TimeDelta::hours(1));
    let start = start + TimeDelta::hours(1);
    for (dated, is) in [(3, 3), (-2, -2), (24 * 366, 0), (-24 * 366, 0)] {
        answers(&clock, start + TimeDelta::hours(dated));
        let off = clock.now() - (start + TimeDelta::hours(is));
        assert!(off.abs() < TimeDelta::seconds(1), "dated {dated} hours on: {off}");
    }
    // The computer is the same, or its clock was set with the other's.
    clock.set_computer(year);
    let given = answers(&clock, start + year);
    assert_eq!((clock.now(), given), (start, start), "nothing is believed that goes further");
    let written = start + TimeDelta::days(3);
    clock.happened(written);
    assert_eq!((clock.now(), clock.is_sure()), (written, true), "it slept");
    answers(&clock, start + year);
    assert_eq!(clock.now(), written);
}

#[test]
fn without_dates_the_computers_clock_is_believed_but_for_a_day_and_a_message_tells_the_day() {
    let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_514);
    let clock = Clock::of_telegram_stopped_at(start);
    let answers = |clock: &Clock| clock.answered(None, clock.steady());
    answers(&clock);
    assert!(clock.is_known() && !clock.is_sure());
    for set in [24 * 366, -24 * 366] {
        clock.set_computer(TimeDelta::hours(set));
        answers(&clock);
        assert_eq!(clock.now(), clock.of_computer(), "soon after the start it is put right");
    }
    clock.advance(TimeDelta::hours(1));
    let start = start + TimeDelta::hours(1);
    for (set, is) in [(1, 1), (-2, -1), (24 * 366, -1), (-24 * 366, -1), (-24 * 366, -1)] {
        clock.set_computer(TimeDelta::hours(set));
        answers(&clock);
        assert_eq!(clock.now(), start + TimeDelta::hours(is), "set by {set} hours");
    }
    let written = start + TimeDelta::days(3);
    clock.happened(written);
    assert_eq!((clock.now(), clock.is_sure()), (written, true), "it slept");
    clock.happened(written - TimeDelta::hours(20));
    assert_eq!(clock.now(), written, "that one waited for the bot");
    clock.happened(written - TimeDelta::hours(30));
    assert_eq!(clock.now(), written - TimeDelta::hours(30), "nothing waits for longer than a day");
}
