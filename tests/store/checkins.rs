//! Check-ins that are put off.

use crate::room::{Cast, at, on_both};
use chrono::NaiveDate;
use lazo::domain::pulse::State;

#[tokio::test]
async fn a_check_in_that_is_put_off_keeps_until_when_and_waits_for_no_words() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let due = NaiveDate::from_ymd_opt(2026, 3, 16).unwrap();
        let begun = tx.begin_pulses(&[(pair.id, cast.amina, due)], at(2)).await.unwrap();
        let id = begun[&(pair.id, cast.amina)];
        assert_eq!(tx.checkin_open_for(cast.amina).await.unwrap(), Some(id));
        assert_eq!(tx.checkin(id).await.unwrap().unwrap().snoozed_until, None);
        tx.checkins_are(&[(id, State::Snoozed)], at(3)).await.unwrap();
        tx.snooze_checkin(id, at(26)).await.unwrap();
        let put_off = tx.checkin(id).await.unwrap().unwrap();
        assert_eq!((put_off.state, put_off.snoozed_until), (State::Snoozed, Some(at(26))));
        assert_eq!(tx.checkin_open_for(cast.amina).await.unwrap(), None);
        assert_eq!(tx.open_checkins(pair.id).await.unwrap(), [id], "a pause still ends it");
        assert!(tx.offer_again().await.unwrap().is_empty(), "and no outage brings it sooner");
    })
    .await;
}
