//! Laws of albums, reactions and corrections, over random histories.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::album::{Gathered, copied};
use lazo::domain::conversation::{Phase, Sort};
use lazo::domain::heard::Kind;
use lazo::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use lazo::domain::person::Reach;
use lazo::domain::reaction::{Emoji, Given, Reacted, latest, line, mirrored};
use lazo::domain::trace::{State, Trace, Traced, deletable, next_correction};
use proptest::prelude::*;
use proptest::sample::select;

fn ms(n: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::milliseconds(n)
}

proptest! {
    #[test]
    fn an_album_leaves_in_order_never_before_its_last_part_and_never_after_eight_seconds(
        steps in prop::collection::vec((1_i64..1_000_000, 0_i64..1_100), 0..9)
    ) {
        let mut album = Gathered::new(MessageId(500), ms(0));
        let (mut now, mut ready) = (0, album.ready_at);
        prop_assert_eq!(ready, ms(1_200));
        for (part, wait) in steps {
            now += wait;
            // Whatever joins came while it waited.
            if ms(now) >= ready {
                break;
            }
            album.add(MessageId(part), ms(0), ms(now));
            ready = album.ready_at;
            prop_assert!(ready >= ms(now) && ready <= ms(8_000), "{:?}", album);
            prop_assert!(album.parts.windows(2).all(|two| two[0] < two[1]), "{:?}", album.parts);
            prop_assert!(album.parts.len() == 10 || ready == ms((now + 1_200).min(8_000)));
        }
    }

    #[test]
    fn a_copy_is_a_part_only_if_none_is_missing(parts in 1_usize..11, missing in 0_usize..3) {
        let sources: Vec<(MessageId, SourceId)> =
            (0_i64..).take(parts).map(|n| (MessageId(n), SourceId(100 + n))).collect();
        let copies: Vec<MessageId> =
            (900_i64..).take(parts.saturating_sub(missing)).map(MessageId).collect();
        let mapped = copied(&sources, &copies, SourceId(100));
        prop_assert_eq!(mapped.len(), copies.len());
        for (place, (copy, source)) in mapped.iter().enumerate() {
            prop_assert_eq!(*copy, copies[place]);
            let own = if missing == 0 { sources[place].1 } else { SourceId(100) };
            prop_assert_eq!(*source, own);
        }
    }

    #[test]
    fn the_line_names_everybody_whose_reaction_stands_once_and_the_latest_is_one_of_them(
        given in prop::collection::vec((select(&["👍", "❤", "🎉", ""][..]), 0_i64..1_000), 0..12)
    ) {
        let given: Vec<Given> = given
            .into_iter()
            .enumerate()
            .map(|(n, (emoji, at))| Given { alias: format!("P{n}"), emoji: Emoji::new(emoji), at: ms(at) })
            .collect();
        let told = line(&given);
        let mut names: Vec<String> = told.iter().flat_map(|(_, names)| names.clone()).collect();
        let mut standing: Vec<String> =
            given.iter().filter(|it| it.emoji.is_some()).map(|it| it.alias.clone()).collect();
        names.sort();
        standing.sort();
        prop_assert_eq!(names, standing);
        let mut emoji: Vec<Emoji> = told.iter().map(|(emoji, _)| *emoji).collect();
        prop_assert_eq!(latest(&given).is_some(), !emoji.is_empty());
        prop_assert!(latest(&given).is_none_or(|last| emoji.contains(&last)));
        emoji.sort();
        emoji.dedup();
        prop_assert_eq!(emoji.len(), told.len(), "each emoji has one line");
    }

    #[test]
    fn corrections_keep_three_seconds_and_none_is_in_the_past(last in 0_i64..100_000, wait in 0_i64..10_000) {
        let next = next_correction(Some(ms(last)), ms(last + wait));
        prop_assert!(next >= ms(last + 3_000) && next >= ms(last + wait));
        prop_assert!(next == ms(last + 3_000) || next == ms(last + wait));
        prop_assert_eq!(next_correction(None, ms(last)), ms(last));
    }
}

#[test]
fn only_what_bots_may_show_is_mirrored_and_nothing_is_guessed() {
    let reacted =
        |emoji: &[&str], any| Reacted { emoji: emoji.iter().map(|it| (*it).to_owned()).collect(), any };
    let shown = |emoji, any| mirrored(&reacted(emoji, any)).map(|it| it.map(Emoji::as_str));
    assert_eq!(shown(&[], false), Some(None), "taken away");
    assert_eq!(shown(&[], true), None, "custom or paid");
    assert_eq!(shown(&["🫠"], true), None);
    assert_eq!(shown(&["🫠", "❤\u{FE0F}", "👍"], true), Some(Some("❤")));
}

fn trace(sort: Sort, phase: Phase, copy: Traced) -> Trace {
    Trace {
        source: SourceId(1),
        author: PersonId(1),
        chat: ChatId(11),
        message: MessageId(5),
        kind: Kind::Text,
        conversation: ConversationId(1),
        sort,
        phase,
        supervised: false,
        author_in: true,
        author_until: None,
        members: 2,
        heard_at: ms(0),
        edited_at: None,
        gone: false,
        line: None,
        copies: vec![copy],
    }
}

const COPY: Traced = Traced {
    letter: LetterId(1),
    lane: ChatId(22),
    reader: None,
    state: State::Sent,
    message: Some(MessageId(7)),
    posted_at: DateTime::UNIX_EPOCH,
    carried_at: Some(DateTime::UNIX_EPOCH),
    perhaps: false,
    room: None,
    reader_in: true,
    reach: Reach::Reachable,
    until: None,
    edit_waits: false,
    protect: false,
};

#[test]
fn a_correction_reaches_exactly_the_copies_that_left_and_whose_readers_are_still_in() {
    use State::{Failed, Held, Queued, Sending, Sent, Withdrawn};
    for state in [Queued, Sending, Sent, Held, Withdrawn, Failed] {
        for (reader_in, edit_waits) in [(true, false), (false, false), (true, true)] {
            let copy = Traced { state, reader_in, edit_waits, ..COPY };
            let reached = trace(Sort::Pair, Phase::Active, copy).to_correct();
            let left = matches!(state, Sending | Sent);
            assert_eq!(!reached.is_empty(), left && reader_in && !edit_waits, "{copy:?}");
        }
    }
}

#[test]
fn a_correction_waits_while_somebody_or_the_conversation_is_away_and_follows_nothing_that_is_over() {
    let waits = |phase, reach| {
        let copies = trace(Sort::Pair, phase, Traced { reach, ..COPY }).to_correct();
        copies.first().map(|(_, waits)| *waits)
    };
    assert_eq!(waits(Phase::Active, Reach::Reachable), Some(false));
    assert_eq!(waits(Phase::Active, Reach::Blocked), Some(true));
    for phase in [Phase::Paused, Phase::Held] {
        assert_eq!(waits(phase, Reach::Reachable), Some(true));
    }
    assert_eq!(waits(Phase::Closed, Reach::Reachable), None);
    for sort in [Sort::Pair, Sort::Team] {
        let open = trace(sort, Phase::Active, COPY);
        for over in [Trace { gone: true, ..open.clone() }, Trace { author_in: false, ..open }] {
            assert!(over.to_correct().is_empty() && !over.shows_reactions(ChatId(11)));
        }
    }
    let open = trace(Sort::Pair, Phase::Active, COPY);
    assert!(open.shows_reactions(ChatId(22)) && !open.shows_reactions(ChatId(33)));
}

#[test]
fn bots_delete_for_48_hours() {
    let hours = |n| DateTime::UNIX_EPOCH + TimeDelta::hours(n);
    assert!(deletable(hours(0), hours(47)) && !deletable(hours(0), hours(48)));
    let beyond =
        |state, now| trace(Sort::Pair, Phase::Active, Traced { state, ..COPY }).is_beyond_reach(hours(now));
    assert!(!beyond(State::Sent, 47) && beyond(State::Sent, 49) && !beyond(State::Withdrawn, 49));
}
