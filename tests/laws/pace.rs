//! What arrives at the other end never exceeds what Telegram allows.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::pace::{Overall, Pace, Settings, after_refusal};
use proptest::prelude::*;

fn ms(n: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::milliseconds(n)
}

/// When sends go out that are wanted at these moments, in milliseconds.
fn sends(pace: Pace, wanted: &[i64]) -> Vec<i64> {
    let mut not_before = DateTime::<Utc>::MIN_UTC;
    let mut sent = Vec::new();
    for wanted in wanted {
        let now = ms(*wanted).max(not_before).max(sent.last().map_or(ms(0), |last| ms(*last)));
        assert!(Pace::is_open(not_before, now));
        not_before = pace.after_send(not_before, now);
        sent.push((now - ms(0)).num_milliseconds());
    }
    sent
}

/// The most sends in any window, both ends included.
fn most_within(sent: &[i64], window: i64) -> usize {
    sent.iter()
        .map(|from| sent.iter().filter(|at| (*from..=*from + window).contains(at)).count())
        .max()
        .unwrap_or(0)
}

/// A token bucket of 30 that gains 30 a second, as Telegram's is said to be; the number of arrivals it refuses.
fn refused(arrivals: &[i64]) -> usize {
    let (mut tokens, mut last, mut refused) = (30.0_f64, 0_i64, 0);
    for at in arrivals {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of a minute")]
        let gained = (at - last) as f64 * 0.03;
        tokens = (tokens + gained).min(30.0);
        last = *at;
        if tokens >= 1.0 { tokens -= 1.0 } else { refused += 1 }
    }
    refused
}

#[test]
fn two_thousand_prompts_leave_at_95_percent_of_thirty_a_second_and_none_is_refused() {
    let settings = Settings::default();
    let (mut overall, mut now, mut sent) = (Overall::new(), ms(0), Vec::new());
    for n in 0..2_000_i64 {
        // Every wake-up is up to 9 ms late.
        now = now.max(overall.not_before)
            + TimeDelta::milliseconds(if overall.not_before > now { n * 7 % 10 } else { 0 });
        overall = overall.after_send(&settings, now);
        sent.push((now - ms(0)).num_milliseconds());
    }
    let seconds = sent.last().unwrap() / 1000;
    assert!(seconds * 285 <= 2_000 * 10, "took {seconds} s");
    for jitter in [0, 50, 300, 800] {
        let mut arrivals: Vec<i64> =
            sent.iter().zip(0_i64..).map(|(at, n)| at + 20 + n * 7919 % (jitter + 1)).collect();
        arrivals.sort_unstable();
        assert_eq!(refused(&arrivals), 0, "jitter of {jitter} ms");
    }
    // Everything sent within 0.8 s held up and arriving together.
    let held_up: Vec<i64> = sent.iter().map(|at| (at / 800 + 1) * 800).collect();
    assert_eq!(refused(&held_up), 0);
}

proptest! {
    #[test]
    fn a_chat_gets_five_at_once_one_a_second_and_a_group_twenty_a_minute(
        mut wanted in prop::collection::vec(0_i64..200_000, 1..150),
    ) {
        wanted.sort_unstable();
        let chat = sends(Pace::CHAT, &wanted);
        for seconds in [0, 1, 10, 60] {
            let allowed = 5 + usize::try_from(seconds).unwrap();
            prop_assert!(most_within(&chat, seconds * 1000) <= allowed);
        }
        prop_assert!(most_within(&sends(Pace::GROUP, &wanted), 60_000) <= 20);
    }

    #[test]
    fn a_send_goes_at_once_after_a_rest_and_at_most_one_interval_after_the_last(
        mut wanted in prop::collection::vec(0_i64..100_000, 1..100),
    ) {
        wanted.sort_unstable();
        let sent = sends(Pace::CHAT, &wanted);
        let mut last = -100_000;
        for (wanted, sent) in wanted.iter().zip(&sent) {
            prop_assert!(sent - (*wanted).max(last) <= 1000);
            last = *sent;
        }
    }

    #[test]
    fn a_pause_is_never_shorter_than_asked(before in 0_i64..100_000, seconds in 0_i64..10_000_000, now in 0_i64..100_000) {
        let asked = TimeDelta::seconds(seconds);
        let not_before = after_refusal(ms(before), asked, ms(now));
        prop_assert!(not_before >= ms(now) + asked && not_before >= ms(before));
        let overall = Overall::new().after_refusal(&Settings::default(), asked, ms(now));
        prop_assert!(overall.not_before >= ms(now) + asked);
    }

    #[test]
    fn refused_again_and_again_it_still_feels_its_way_back(refusals in prop::collection::vec(0_i64..60, 0..20)) {
        let settings = Settings::default();
        let (mut overall, mut now) = (Overall::new(), ms(0));
        for seconds in refusals {
            now += TimeDelta::seconds(seconds);
            overall = overall.after_refusal(&settings, TimeDelta::seconds(1), now);
            let pace = overall.pace(&settings, now);
            prop_assert!(pace.burst == 1 && pace.interval <= TimeDelta::seconds(1));
        }
        let calm = overall.not_before.max(now) + settings.calm * i32::try_from(settings.halvings).unwrap();
        prop_assert_eq!(overall.pace(&settings, calm), Overall::new().pace(&settings, calm));
    }
}
