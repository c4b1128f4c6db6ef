//! The next moments to look at things.

use crate::room::{at, on_both};
use lazo::store::Alarm;

#[tokio::test]
async fn alarms_go_off_in_time_each_once_and_earliest_first() {
    on_both(async |tx| {
        let set = [(Alarm::Case, 3, at(3)), (Alarm::Pulse, 1, at(1)), (Alarm::Pulse, 2, at(2))];
        tx.wake_all(&set).await.unwrap();
        assert_eq!(tx.next_alarm().await.unwrap(), Some(at(1)));
        assert_eq!(tx.take_due(10, at(0)).await.unwrap(), []);
        assert_eq!(tx.take_due(1, at(2)).await.unwrap(), [(Alarm::Pulse, 1)], "the earliest, if not all");
        assert_eq!(tx.take_due(10, at(2)).await.unwrap(), [(Alarm::Pulse, 2)]);
        assert_eq!(tx.take_due(10, at(2)).await.unwrap(), []);
        assert_eq!(tx.next_alarm().await.unwrap(), Some(at(3)));
    })
    .await;
}

/// Somebody in two pairs has two reasons for one alarm.
#[tokio::test]
async fn of_two_alarms_for_one_subject_in_one_set_the_earlier_stands() {
    on_both(async |tx| {
        tx.wake(Alarm::Pulse, 3, at(1)).await.unwrap();
        tx.wake_all(&[(Alarm::Pulse, 3, at(5)), (Alarm::Pulse, 4, at(9)), (Alarm::Pulse, 3, at(4))])
            .await
            .unwrap();
        assert_eq!(tx.take_due(10, at(4)).await.unwrap(), [(Alarm::Pulse, 3)]);
        assert_eq!(tx.next_alarm().await.unwrap(), Some(at(9)));
    })
    .await;
}

#[tokio::test]
async fn setting_an_alarm_again_moves_it_and_it_can_be_taken_away() {
    on_both(async |tx| {
        tx.wake(Alarm::Silence, 5, at(9)).await.unwrap();
        tx.wake(Alarm::Silence, 5, at(4)).await.unwrap();
        tx.wake(Alarm::Pause, 5, at(6)).await.unwrap();
        assert_eq!(tx.next_alarm().await.unwrap(), Some(at(4)));
        tx.let_sleep(Alarm::Silence, 5).await.unwrap();
        assert_eq!(tx.take_due(10, at(99)).await.unwrap(), [(Alarm::Pause, 5)]);
        assert_eq!(tx.next_alarm().await.unwrap(), None);
    })
    .await;
}
