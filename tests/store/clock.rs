//! The clock was ahead and is put back.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use chrono::TimeDelta;
use lazo::domain::album::Gathered;
use lazo::domain::case::{CaseKind, NewCase};
use lazo::domain::conversation::Phase;
use lazo::domain::id::MessageId;
use lazo::domain::letter::{Post, Rank};
use lazo::domain::relay::RelayLetter;
use lazo::store::{Alarm, Carried, SignOff, Tx};

const YEAR: TimeDelta = TimeDelta::days(366);
const SECOND: TimeDelta = TimeDelta::seconds(1);

/// Ahead by so much, a letter leaves, Amina's chat may be written to a second later, and an album is gathered for Tomás.
async fn ahead(tx: &mut Tx, by: TimeDelta) {
    let wrong = at(0) + by;
    tx.see(&[1], wrong).await.unwrap();
    for _ in 0..2 {
        tx.post(Post::ranked(AMINA, Rank::Relay, RelayLetter::Rests), wrong).await.unwrap();
    }
    let sent = tx.lease(1, wrong).await.unwrap().pop().unwrap();
    let carried = Carried::Sent(Some(MessageId(5)));
    let off = SignOff { id: sent.id, lane: AMINA, carried, not_before: wrong + SECOND };
    tx.sign_off(&[off], wrong).await.unwrap();
    let gathers = Some(Gathered::new(MessageId(7), wrong));
    let album = Post { gathers, ..Post::ranked(TOMAS, Rank::Relay, RelayLetter::Rests) };
    tx.post(album, wrong).await.unwrap();
    assert!(tx.lease(9, wrong).await.unwrap().is_empty(), "both wait");
}

#[tokio::test]
async fn what_waits_does_so_no_longer_than_it_would_have_and_only_once_is_put_back() {
    for by in [TimeDelta::hours(1), YEAR] {
        on_both(async |tx| {
            Cast::enter(tx).await;
            ahead(tx, by).await;
            assert!(tx.lease(9, at(0) + SECOND).await.unwrap().is_empty(), "as long as nobody puts it back");
            assert_eq!(tx.put_back(by - SECOND, at(0)).await.unwrap(), None, "further than is believed");
            assert_eq!(tx.put_back(TimeDelta::MAX, at(0)).await.unwrap(), Some(by));
            assert_eq!(tx.put_back(TimeDelta::MAX, at(0)).await.unwrap(), None);
            assert_eq!(tx.next_lane().await.unwrap(), Some(at(0) + SECOND));
            let leased = tx.lease(9, at(0) + SECOND * 2).await.unwrap();
            assert_eq!(leased.len(), 2);
            assert!(leased.iter().all(|it| it.queued_at == at(0)), "and was posted when it was");
        })
        .await;
    }
}

#[tokio::test]
async fn alarms_go_off_when_they_would_have_and_what_was_set_before_stays() {
    on_both(async |tx| {
        let hour = TimeDelta::hours(1);
        let wrong = at(0) + hour;
        let set = [
            (Alarm::Late, 1, wrong + SECOND * 60),
            (Alarm::Case, 2, wrong + TimeDelta::minutes(15)),
            // A day from then, one before the clock was ahead, one while it was.
            (Alarm::Leak, 3, at(24)),
            (Alarm::Leak, 4, wrong + TimeDelta::hours(24)),
            // A day somebody has chosen.
            (Alarm::Break, 5, at(24 * 400)),
            (Alarm::Pulse, 6, at(24 * 28)),
        ];
        tx.wake_all(&set).await.unwrap();
        tx.see(&[1], wrong).await.unwrap();
        assert_eq!(tx.put_back(TimeDelta::MAX, at(0)).await.unwrap(), Some(hour));
        let coming = tx.coming(9).await.unwrap().into_iter();
        let mut moments: Vec<_> = coming.map(|(_, id, due)| (due, id)).collect();
        moments.sort_unstable();
        let expected = [
            (at(0) + SECOND * 60, 1),
            (at(0) + TimeDelta::minutes(15), 2),
            (at(24), 3),
            (at(24), 4),
            (at(24 * 28), 6),
            (at(24 * 400), 5),
        ];
        assert_eq!(moments, expected);
    })
    .await;
}

/// Who pressed 🆘 while the clock was ahead is in danger as long as her pair stays stopped, also after her case.
#[tokio::test]
async fn a_stop_of_a_time_that_was_never_is_hers_still() {
    on_both(async |tx| {
        let hour = TimeDelta::hours(1);
        let wrong = at(5) + hour;
        let cast = Cast::enter(tx).await;
        let mut pair = cast.pair(tx).await;
        let case = NewCase {
            programme: pair.programme,
            kind: CaseKind::Unsafe,
            conversation: Some(pair.id),
            person: Some(cast.amina),
            since: Some(wrong),
            due: None,
            tried: Vec::new(),
        };
        tx.see(&[1], wrong).await.unwrap();
        let case = tx.file_cases(&[case], wrong).await.unwrap()[0];
        pair.phase = Phase::Held;
        pair.stopped_at = Some(wrong);
        tx.save_conversation(&pair).await.unwrap();
        assert_eq!(tx.put_back(TimeDelta::MAX, at(5)).await.unwrap(), Some(hour));
        let mut files = tx.cases(&[case]).await.unwrap();
        files[0].resolved_at = Some(at(5) + TimeDelta::minutes(20));
        tx.save_cases(&files).await.unwrap();
        let danger = tx.danger(AMINA).await.unwrap().expect("her pair is stopped");
        assert_eq!(danger.since, at(5));
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_right_puts_nothing_back() {
    on_both(async |tx| {
        Cast::enter(tx).await;
        ahead(tx, TimeDelta::zero()).await;
        tx.beat(at(0), at(0)).await.unwrap();
        tx.wake(Alarm::Late, 1, at(0) + YEAR).await.unwrap();
        for now in [at(0) - SECOND, at(0), at(1)] {
            assert_eq!(tx.put_back(TimeDelta::MAX, now).await.unwrap(), None);
        }
        assert_eq!(tx.next_alarm().await.unwrap(), Some(at(0) + YEAR));
    })
    .await;
}
