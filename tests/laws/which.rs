//! Which conversation a message goes to: over random histories, only to one its writer can mean.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::id::ConversationId;
use lazo::domain::which::{Current, Whither, needs_header, whither};

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
}

fn conversations(count: i64) -> Vec<ConversationId> {
    (1..=count).map(ConversationId).collect()
}

/// Every choice at minute 100 and every disturbance around it, among up to three conversations of which the first was
/// chosen, or one that has ended meanwhile.
fn histories() -> impl Iterator<Item = (Vec<ConversationId>, Option<Current>, DateTime<Utc>)> {
    (0..=3).flat_map(|count| {
        [None, Some(1), Some(9)].into_iter().flat_map(move |chosen| {
            [None, Some(99), Some(100), Some(101)].into_iter().flat_map(move |other| {
                (100..=140).map(move |now| {
                    let current = chosen.map(|id| Current {
                        conversation: ConversationId(id),
                        at: at(100),
                        other_at: other.map(at),
                    });
                    (conversations(count), current, at(now))
                })
            })
        })
    })
}

#[test]
fn a_message_goes_to_a_live_conversation_or_to_nobody() {
    for (live, current, now) in histories() {
        match whither(&live, current, now) {
            Whither::To(id) => assert!(live.contains(&id)),
            Whither::Ask => assert!(live.len() > 1),
            Whither::Nowhere => assert!(live.is_empty()),
        }
    }
}

#[test]
fn somebody_with_one_conversation_is_never_asked() {
    for (live, current, now) in histories().filter(|(live, ..)| live.len() == 1) {
        assert_eq!(whither(&live, current, now), Whither::To(live[0]));
    }
}

#[test]
fn of_several_only_the_chosen_one_is_taken_for_half_an_hour_and_while_no_other_has_come_in() {
    let mut taken = 0;
    for (live, current, now) in histories().filter(|(live, ..)| live.len() > 1) {
        let holds = current.is_some_and(|it| {
            live.contains(&it.conversation)
                && now <= it.at + TimeDelta::minutes(30)
                && it.other_at.is_none_or(|other| other < it.at)
        });
        let expected = current.filter(|_| holds).map_or(Whither::Ask, |it| Whither::To(it.conversation));
        assert_eq!(whither(&live, current, now), expected);
        taken += usize::from(holds);
    }
    assert_eq!(taken, 2 * 2 * 31, "two sizes, two disturbances before the choice, minutes 0 to 30");
}

#[test]
fn a_choice_of_the_future_counts_for_nothing() {
    let current = Current { conversation: ConversationId(1), at: at(5), other_at: None };
    assert_eq!(whither(&conversations(2), Some(current), at(0)), Whither::Ask);
}

#[test]
fn a_line_names_the_conversation_whenever_it_changes_and_after_ten_minutes() {
    let (one, two) = (ConversationId(1), ConversationId(2));
    assert!(needs_header(None, one, at(0)), "the first");
    for minutes in 0..30 {
        assert_eq!(needs_header(Some((one, at(0))), one, at(minutes)), minutes >= 10);
        assert!(needs_header(Some((one, at(0))), two, at(minutes)));
    }
}
