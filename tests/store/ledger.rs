//! What follows a relayed message: albums, corrections, reactions, taking back.

use crate::room::{AMINA, Cast, TOMAS, VERA, at, on_both};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::album::Gathered;
use lazo::domain::conversation::Conversation;
use lazo::domain::heard::Kind;
use lazo::domain::id::{ChatId, LetterId, MessageId, SourceId};
use lazo::domain::letter::{Copied, Gone, Op, Post, Rank};
use lazo::domain::reaction::Emoji;
use lazo::domain::relay::RelayLetter;
use lazo::domain::seal::Print;
use lazo::domain::trace::State;
use lazo::store::{Carried, Kept, Leased, SignOff, Tried, Tx};

fn second(n: i64) -> DateTime<Utc> {
    at(0) + TimeDelta::seconds(n)
}

/// Amina's message, kept as a part of an album.
async fn kept(tx: &mut Tx, cast: &Cast, pair: &Conversation, number: i64, album: Option<&str>) -> SourceId {
    let message = MessageId(number);
    let print = Print { content: Some(u128::MAX - 1), file: Some(7) };
    let (conversation, author) = (pair.id, cast.amina);
    let kept = Kept { conversation, author, chat: AMINA, message, kind: Kind::Photo, album, print };
    tx.keep(&[kept], at(0)).await.unwrap()[&(AMINA, message)]
}

async fn copy(tx: &mut Tx, pair: &Conversation, source: SourceId, number: i64) -> LetterId {
    let copied = Copied {
        source: Some(source),
        chat: AMINA,
        message: MessageId(number),
        reply_to: None,
        protect: true,
    };
    tx.post(Post::op(TOMAS, Rank::Relay, Op::Copy(copied)).within(pair.id), at(0)).await.unwrap()
}

async fn ends(tx: &mut Tx, id: LetterId, carried: Carried) {
    tx.sign_off(&[SignOff { id, lane: TOMAS, carried, not_before: at(0) }], at(0)).await.unwrap();
}

async fn leased(tx: &mut Tx, now: DateTime<Utc>) -> Option<(LetterId, Leased)> {
    tx.lease(10, now).await.unwrap().pop().map(|errand| (errand.id, errand.what))
}

/// An album of messages 5 to 7 that waits for more in Tomás's lane.
async fn album(tx: &mut Tx, cast: &Cast, pair: &Conversation) -> ([SourceId; 3], LetterId) {
    let mut sources = Vec::new();
    let mut parts = Gathered::new(MessageId(5), second(0));
    for number in 5..8 {
        sources.push(kept(tx, cast, pair, number, Some("77")).await);
        parts.add(MessageId(number), second(0), second(0));
    }
    let op = Op::Album { source: sources[0], chat: AMINA, protect: true };
    let post = Post::op(TOMAS, Rank::Relay, op).within(pair.id).gathering(&parts);
    let letter = tx.post(post, second(0)).await.unwrap();
    ([sources[0], sources[1], sources[2]], letter)
}

#[tokio::test]
async fn a_lane_waits_for_the_album_at_its_head_and_safety_does_not() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (_, id) = album(tx, &cast, &pair).await;
        assert_eq!(leased(tx, second(1)).await, None);
        assert_eq!(tx.next_lane().await.unwrap(), Some(second(0) + TimeDelta::milliseconds(1_200)));
        assert!(tx.work(second(1)).await.unwrap().is_empty(), "nothing can be done now");
        let urgent = tx.post(Post::ranked(TOMAS, Rank::Safety, RelayLetter::Rests), second(1)).await.unwrap();
        assert_eq!(leased(tx, second(1)).await.unwrap().0, urgent);
        ends(tx, urgent, Carried::Sent(Some(MessageId(70)))).await;
        assert_eq!(leased(tx, second(1)).await, None, "and the album waits on");
        let (leased, what) = leased(tx, second(2)).await.unwrap();
        let Leased::Album { parts, protect, from, .. } = what else { panic!("{what:?}") };
        assert_eq!((leased, parts, protect, from), (id, [5, 6, 7].map(MessageId).to_vec(), true, AMINA));
    })
    .await;
}

#[tokio::test]
async fn more_parts_join_an_album_until_it_leaves() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (sources, id) = album(tx, &cast, &pair).await;
        let key = (AMINA, "77".to_owned());
        let known = tx.albums(std::slice::from_ref(&key)).await.unwrap().remove(&key).unwrap();
        assert_eq!((known.first, known.gone, known.letters.len()), (sources[0], false, 1));
        assert_eq!((known.letters[0].letter, known.letters[0].lane), (id, TOMAS));
        let mut parts = Gathered { parts: known.letters[0].waits.clone().unwrap(), ready_at: second(0) };
        parts.add(MessageId(9), known.letters[0].since, second(1));
        tx.extend_albums(&[(id, parts)]).await.unwrap();
        assert_eq!(leased(tx, second(2)).await, None);
        let Some((_, Leased::Album { parts, .. })) = leased(tx, second(3)).await else { panic!("no album") };
        assert_eq!(parts, [5, 6, 7, 9].map(MessageId));
        let known = tx.albums(std::slice::from_ref(&key)).await.unwrap().remove(&key).unwrap();
        assert_eq!(known.letters[0].waits, None, "it has left");
        assert_eq!(
            tx.album_homes(&[key.clone(), (TOMAS, "77".to_owned())]).await.unwrap(),
            [(key, pair.id)].into()
        );
    })
    .await;
}

#[tokio::test]
async fn each_copy_of_an_album_is_its_parts() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (sources, id) = album(tx, &cast, &pair).await;
        leased(tx, second(2)).await.unwrap();
        ends(tx, id, Carried::Album([81, 82, 83].map(MessageId).to_vec())).await;
        for (message, source) in [81, 82, 83].into_iter().zip(sources) {
            let known = tx.known(TOMAS, MessageId(message)).await.unwrap().unwrap();
            assert_eq!((known.source, known.conversation), (Some(source), Some(pair.id)));
        }
        let traces = tx.traces(&sources).await.unwrap();
        assert!(traces.iter().all(|it| it.copies.len() == 1 && it.copies[0].protect), "{traces:?}");
        assert_eq!(tx.last_copy(TOMAS).await.unwrap(), Some((MessageId(83), pair.id)));
        assert_eq!(tx.whole(sources[1]).await.unwrap(), sources);
    })
    .await;
}

#[tokio::test]
async fn if_some_are_missing_every_copy_is_the_albums() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (sources, id) = album(tx, &cast, &pair).await;
        leased(tx, second(2)).await.unwrap();
        ends(tx, id, Carried::Album([81, 82].map(MessageId).to_vec())).await;
        for message in [81, 82] {
            let known = tx.known(TOMAS, MessageId(message)).await.unwrap().unwrap();
            assert_eq!(known.source, Some(sources[0]));
        }
    })
    .await;
}

#[tokio::test]
async fn a_message_is_traced_to_all_its_copies() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let letter = copy(tx, &pair, source, 5).await;
        let trace = tx.traces(&[source]).await.unwrap().remove(0);
        assert_eq!((trace.author, trace.author_in, trace.members), (cast.amina, true, 2));
        assert_eq!((trace.copies[0].state, trace.copies[0].reader_in), (State::Queued, true));
        assert!(trace.is_open() && trace.to_correct().is_empty(), "it has not left");
        leased(tx, second(0)).await.unwrap();
        ends(tx, letter, Carried::Sent(Some(MessageId(81)))).await;
        let edit = Op::Edit { of: letter, chat: AMINA, message: MessageId(5) };
        let post = Post::op(TOMAS, Rank::Relay, edit).within(pair.id).of(source);
        assert_eq!(tx.traces(&[source]).await.unwrap()[0].to_correct().len(), 1);
        tx.post(post, at(0)).await.unwrap();
        assert_eq!(tx.traces(&[source]).await.unwrap()[0].to_correct(), [], "a correction waits already");
        let Some((_, Leased::Edit { of, copy: Some(copy), from, message })) = leased(tx, at(0)).await else {
            panic!("no edit")
        };
        assert_eq!((of, copy, from, message), (letter, MessageId(81), AMINA, MessageId(5)));
        tx.retire(letter).await.unwrap();
        assert_eq!(tx.traces(&[source]).await.unwrap()[0].to_correct(), [], "another stands in its place");
    })
    .await;
}

#[tokio::test]
async fn fingerprints_are_kept_as_they_are_and_edits_by_their_date() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let edited = tx.edited(AMINA, MessageId(5)).await.unwrap().unwrap();
        assert_eq!((edited.source, edited.author, edited.edited_at), (source, cast.amina, None));
        assert_eq!(edited.print, Print { content: Some(u128::MAX - 1), file: Some(7) });
        let print = Print { content: Some(3), file: None };
        tx.reprint(source, print, Some(second(4))).await.unwrap();
        tx.corrected(source, second(5)).await.unwrap();
        let edited = tx.edited(AMINA, MessageId(5)).await.unwrap().unwrap();
        assert_eq!(
            (edited.print, edited.edited_at, edited.corrected_at),
            (print, Some(second(4)), Some(second(5)))
        );
        assert_eq!(tx.edited(TOMAS, MessageId(5)).await.unwrap(), None);
        tx.take_back(&[source], at(0)).await.unwrap();
        assert_eq!(tx.edited(AMINA, MessageId(5)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn of_two_reactions_the_later_one_counts_and_the_authors_own_is_not_told() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let [thumb, heart] = ["👍", "❤"].map(Emoji::new);
        assert!(tx.react(source, cast.tomas, thumb, second(5)).await.unwrap());
        assert!(!tx.react(source, cast.tomas, heart, second(4)).await.unwrap());
        assert!(tx.react(source, cast.amina, heart, second(6)).await.unwrap());
        let given = tx.reactions(source).await.unwrap();
        assert_eq!((given.len(), given[0].alias.as_str(), given[0].emoji), (1, "Tomás", thumb));
        assert!(tx.react(source, cast.tomas, None, second(7)).await.unwrap());
        assert_eq!(tx.reactions(source).await.unwrap()[0].emoji, None);
        tx.tells_reactions(source, Some(LetterId(4))).await.unwrap();
        assert_eq!(tx.traces(&[source]).await.unwrap()[0].line, Some(LetterId(4)));
        tx.forget_old(at(91 * 24)).await.unwrap();
        assert!(tx.reactions(source).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_reaction_finds_its_message_in_each_chat_when_it_is_carried() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let letter = copy(tx, &pair, source, 5).await;
        leased(tx, at(0)).await.unwrap();
        ends(tx, letter, Carried::Sent(Some(MessageId(81)))).await;
        let emoji = Emoji::new("👍");
        for (chat, message) in [(TOMAS, 81), (AMINA, 5)] {
            let react = Post::op(chat, Rank::Relay, Op::React { to: source, emoji });
            tx.post(react, at(0)).await.unwrap();
            assert_eq!(leased(tx, at(0)).await.unwrap().1, Leased::React(MessageId(message), emoji));
        }
        let nowhere = Post::op(VERA, Rank::Relay, Op::React { to: source, emoji });
        tx.post(nowhere, at(0)).await.unwrap();
        assert_eq!(leased(tx, at(0)).await.unwrap().1, Leased::Nothing);
    })
    .await;
}

#[tokio::test]
async fn parked_reactions_are_taken_up_by_chat_and_the_last_counts() {
    on_both(async |tx| {
        let [thumb, heart] = ["👍", "❤"].map(Emoji::new);
        tx.park(AMINA, MessageId(1), (thumb, second(1)), second(9)).await.unwrap();
        tx.park(AMINA, MessageId(1), (heart, second(2)), second(10)).await.unwrap();
        tx.park(TOMAS, MessageId(1), (None, second(1)), second(9)).await.unwrap();
        assert_eq!(tx.unpark(AMINA).await.unwrap(), [(MessageId(1), heart, second(2), second(9))]);
        assert!(tx.unpark(AMINA).await.unwrap().is_empty());
        tx.forget_old(at(25)).await.unwrap();
        assert!(tx.unpark(TOMAS).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn taking_back_withdraws_what_waits_and_finds_what_has_arrived() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (sources, id) = album(tx, &cast, &pair).await;
        leased(tx, second(2)).await.unwrap();
        ends(tx, id, Carried::Album([81, 82, 83].map(MessageId).to_vec())).await;
        let other = kept(tx, &cast, &pair, 9, None).await;
        copy(tx, &pair, other, 9).await;
        let whole = tx.whole(sources[2]).await.unwrap();
        assert_eq!(tx.take_back(&whole, at(0)).await.unwrap(), 0, "nothing of it waits");
        assert_eq!(tx.take_back(&[other], at(0)).await.unwrap(), 1);
        assert_eq!(leased(tx, at(0)).await, None);
        let gone = Op::Delete(Gone::Source { source: sources[2], chat: AMINA });
        for chat in [TOMAS, AMINA] {
            tx.post(Post::op(chat, Rank::Relay, gone.clone()), at(0)).await.unwrap();
        }
        let mut errands = tx.lease(10, at(1)).await.unwrap();
        errands.sort_by_key(|errand| errand.lane);
        let messages = |from: i64| Leased::Delete((from..from + 3).map(MessageId).collect(), Some(AMINA));
        assert_eq!(errands[0].what, messages(5), "on her side");
        assert_eq!(errands[1].what, messages(81), "and on his");
        tx.post(Post::op(VERA, Rank::Relay, gone), at(0)).await.unwrap();
        assert_eq!(leased(tx, at(1)).await.unwrap().1, Leased::Delete(Vec::new(), Some(AMINA)));
    })
    .await;
}

#[tokio::test]
async fn what_is_older_than_48_hours_is_not_looked_for() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let gone = Op::Delete(Gone::Source { source, chat: AMINA });
        tx.post(Post::op(AMINA, Rank::Relay, gone), at(0)).await.unwrap();
        assert_eq!(leased(tx, at(48)).await.unwrap().1, Leased::Delete(Vec::new(), Some(AMINA)));
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_must_be_tried_again_is_withdrawn_if_it_was_taken_back_meanwhile() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let letter = copy(tx, &pair, source, 5).await;
        leased(tx, at(0)).await.unwrap();
        tx.take_back(&[source], at(0)).await.unwrap();
        ends(tx, letter, Carried::Later(at(1), Tried::InVain)).await;
        tx.withdraw_taken_back(letter).await.unwrap();
        assert_eq!(leased(tx, at(2)).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_line_shows_what_it_answers_and_counts_the_album_below_it() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let source = kept(tx, &cast, &pair, 5, None).await;
        let letter = copy(tx, &pair, source, 5).await;
        leased(tx, at(0)).await.unwrap();
        ends(tx, letter, Carried::Sent(Some(MessageId(81)))).await;
        let mut parts = Gathered::new(MessageId(6), at(0));
        parts.add(MessageId(7), at(0), at(0));
        let line = Post::ranked(TOMAS, Rank::Relay, RelayLetter::AlbumAnswers { count: 1 });
        tx.post(line.answering(Some(source)).gathering(&parts), at(0)).await.unwrap();
        let errand = tx.lease(1, at(1)).await.unwrap().remove(0);
        assert_eq!(errand.reply_to, Some(MessageId(81)));
        assert_eq!(errand.what, Leased::Write(RelayLetter::AlbumAnswers { count: 2 }.into()));
        ends(tx, errand.id, Carried::Sent(Some(MessageId(82)))).await;
        let copied = Copied {
            source: Some(source),
            chat: AMINA,
            message: MessageId(5),
            reply_to: None,
            protect: false,
        };
        tx.post(Post::op(TOMAS, Rank::Relay, Op::Copy(copied)).below(Some(letter)), at(1)).await.unwrap();
        let Some((_, Leased::Copy { reply_to, .. })) = leased(tx, at(1)).await else { panic!("no copy") };
        assert_eq!(reply_to, Some(MessageId(81)));
    })
    .await;
}

#[tokio::test]
async fn a_person_is_told_once_that_another_takes_no_voice_messages() {
    on_both(async |tx| {
        Cast::enter(tx).await;
        assert!(tx.tell_voiceless(AMINA, TOMAS).await.unwrap());
        assert!(!tx.tell_voiceless(AMINA, TOMAS).await.unwrap());
        assert!(tx.tell_voiceless(TOMAS, AMINA).await.unwrap());
        assert!(!tx.tell_voiceless(ChatId(99), AMINA).await.unwrap(), "a stranger is nobody");
    })
    .await;
}

#[tokio::test]
async fn lines_that_were_held_too_long_go_with_their_messages_and_so_do_withdrawn_letters() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let line = Post::ranked(TOMAS, Rank::Relay, RelayLetter::Forwarded).within(pair.id);
        tx.post(Post { held: true, ..line }, at(0)).await.unwrap();
        let pile = tx.held_for(&[TOMAS]).await.unwrap().remove(0);
        assert_eq!(pile.held.oldest, at(0));
        assert_eq!(tx.withdraw_pile(&pile, at(1)).await.unwrap().messages, [], "a line is nobody's message");
        assert_eq!(tx.held_for(&[TOMAS]).await.unwrap(), []);
        let before = tx.count_letters().await.unwrap();
        tx.forget_old(at(90 * 24)).await.unwrap();
        assert_eq!(tx.count_letters().await.unwrap(), before);
        tx.forget_old(at(90 * 24 + 1)).await.unwrap();
        assert_eq!(tx.count_letters().await.unwrap(), before - 1);
    })
    .await;
}
