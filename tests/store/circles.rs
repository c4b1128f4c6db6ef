//! Who comes into a running pair and goes out of it, and who has it quiet.

use crate::room::{AMINA, Cast, TOMAS, at, on_both, someone};
use lazo::domain::circle::Mute;
use lazo::domain::conversation::{Conversation, MemberState, Side};
use lazo::domain::heard::Kind;
use lazo::domain::id::{ChatId, LetterId, MessageId, PersonId, SourceId};
use lazo::domain::letter::{Copied, Op, Post, Rank};
use lazo::domain::person::Role;
use lazo::domain::relay::RelayLetter;
use lazo::domain::seal::Print;
use lazo::store::{Carried, Kept, SignOff, Sound, Tried, Tx};

const MARTA: ChatId = ChatId(44);

/// Amina, Tomás, and Marta who is asked in.
async fn asked(tx: &mut Tx) -> (Cast, Conversation, PersonId) {
    let cast = Cast::enter(tx).await;
    let pair = cast.pair(tx).await;
    let marta = tx.admit(&someone(cast.programme, MARTA, "Marta", Role::Mentor)).await.unwrap();
    tx.seat(pair.id, (marta, Side::Mentor), at(2)).await.unwrap();
    let pair = tx.conversation(pair.id).await.unwrap().unwrap();
    (cast, pair, marta)
}

async fn written(
    tx: &mut Tx,
    pair: &Conversation,
    (author, chat, message): (PersonId, ChatId, i64),
) -> SourceId {
    let kept = Kept {
        conversation: pair.id,
        author,
        chat,
        message: MessageId(message),
        kind: Kind::Text,
        album: None,
        print: Print::default(),
    };
    tx.keep(&[kept], at(3)).await.unwrap()[&(chat, MessageId(message))]
}

fn copy(
    pair: &Conversation,
    source: SourceId,
    (from, message): (ChatId, i64),
    to: (ChatId, PersonId),
) -> Post {
    let copied = Copied {
        source: Some(source),
        chat: from,
        message: MessageId(message),
        reply_to: None,
        protect: false,
    };
    Post::op(to, Rank::Relay, Op::Copy(copied)).within(pair.id)
}

async fn waiting(tx: &mut Tx) -> Vec<LetterId> {
    let mut ids: Vec<_> = tx.lease(99, at(9)).await.unwrap().into_iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids
}

#[tokio::test]
async fn a_seat_says_since_when_it_is_offered_and_is_no_place_before_it_is_taken() {
    on_both(async |tx| {
        let (cast, pair, marta) = asked(tx).await;
        assert_eq!(pair.active().count(), 2);
        assert_eq!(tx.seats(&[pair.id]).await.unwrap(), [((pair.id, marta), at(2))].into());
        assert_eq!(tx.engaged(&[marta]).await.unwrap(), [(marta, pair.id, MemberState::Asked)]);
        assert!(!tx.is_circle(pair.id).await.unwrap());
        tx.member_is(pair.id, marta, MemberState::Active).await.unwrap();
        assert!(tx.seats(&[pair.id]).await.unwrap().is_empty());
        assert!(tx.is_circle(pair.id).await.unwrap());
        // She can be asked anew after she left, also on the other side.
        tx.mute((pair.id, marta), Some(Mute::Daily), at(3)).await.unwrap();
        tx.member_is(pair.id, marta, MemberState::Left).await.unwrap();
        tx.seat(pair.id, (marta, Side::Mentee), at(4)).await.unwrap();
        assert_eq!(tx.seats(&[pair.id]).await.unwrap()[&(pair.id, marta)], at(4));
        tx.member_is(pair.id, marta, MemberState::Active).await.unwrap();
        assert_eq!(tx.circles_in(MARTA).await.unwrap(), [(pair.id, marta, None)], "and nothing is quiet");
        assert_eq!(tx.circles_in(AMINA).await.unwrap(), [(pair.id, cast.amina, None)]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_one_or_was_written_by_one_is_withdrawn_and_nothing_else() {
    on_both(async |tx| {
        let (cast, pair, marta) = asked(tx).await;
        tx.member_is(pair.id, marta, MemberState::Active).await.unwrap();
        let one = written(tx, &pair, (cast.amina, AMINA, 1)).await;
        let two = written(tx, &pair, (marta, MARTA, 2)).await;
        let posts = [
            copy(&pair, one, (AMINA, 1), (MARTA, marta)),
            copy(&pair, one, (AMINA, 1), (TOMAS, cast.tomas)),
            copy(&pair, two, (MARTA, 2), (AMINA, cast.amina)),
            Post::ranked((MARTA, marta), Rank::Relay, RelayLetter::Ended),
        ];
        let letters = tx.post_all(&posts, at(3)).await.unwrap();
        assert_eq!(tx.waiting_in_circles(MARTA).await.unwrap(), [one]);
        tx.withdraw_to(pair.id, marta, at(4)).await.unwrap();
        tx.withdraw_from(pair.id, marta, at(4)).await.unwrap();
        assert_eq!(waiting(tx).await, [letters[1], letters[3]]);
        assert_eq!(tx.refusal_of(one).await.unwrap(), None);
        let failed = SignOff {
            id: letters[1],
            lane: TOMAS,
            carried: Carried::Failed("uncopyable"),
            not_before: at(9),
        };
        tx.sign_off(&[failed], at(9)).await.unwrap();
        assert_eq!(tx.refusal_of(one).await.unwrap().as_deref(), Some("uncopyable"));
    })
    .await;
}

#[tokio::test]
async fn what_is_on_its_way_to_one_or_from_one_is_not_tried_again() {
    on_both(async |tx| {
        let (cast, pair, marta) = asked(tx).await;
        tx.member_is(pair.id, marta, MemberState::Active).await.unwrap();
        let one = written(tx, &pair, (cast.amina, AMINA, 1)).await;
        let two = written(tx, &pair, (marta, MARTA, 2)).await;
        let posts = [
            copy(&pair, one, (AMINA, 1), (MARTA, marta)),
            copy(&pair, one, (AMINA, 1), (TOMAS, cast.tomas)),
            copy(&pair, two, (MARTA, 2), (AMINA, cast.amina)),
        ];
        tx.post_all(&posts, at(3)).await.unwrap();
        let later = tx.lease(9, at(3)).await.unwrap().into_iter().map(|it| SignOff {
            id: it.id,
            lane: it.lane,
            carried: Carried::Later(at(5), Tried::InVain),
            not_before: at(5),
        });
        let later: Vec<SignOff> = later.collect();
        tx.withdraw_to(pair.id, marta, at(4)).await.unwrap();
        tx.withdraw_from(pair.id, marta, at(4)).await.unwrap();
        tx.sign_off(&later, at(5)).await.unwrap();
        let again = tx.lease(9, at(6)).await.unwrap();
        let mut until: Vec<_> = again.iter().map(|it| (it.lane, it.until)).collect();
        until.sort_by_key(|(lane, _)| lane.0);
        let mut expected = [(AMINA, Some(at(4))), (TOMAS, None), (MARTA, Some(at(4)))];
        expected.sort_by_key(|(lane, _)| lane.0);
        assert_eq!(until, expected);
    })
    .await;
}

#[tokio::test]
async fn what_comes_in_a_quiet_circle_makes_no_sound_and_is_counted_once() {
    on_both(async |tx| {
        let (cast, pair, marta) = asked(tx).await;
        tx.member_is(pair.id, marta, MemberState::Active).await.unwrap();
        tx.mute((pair.id, marta), Some(Mute::Daily), at(3)).await.unwrap();
        let one = written(tx, &pair, (cast.amina, AMINA, 1)).await;
        let posts =
            [copy(&pair, one, (AMINA, 1), (MARTA, marta)), copy(&pair, one, (AMINA, 1), (TOMAS, cast.tomas))];
        let letters = tx.post_all(&posts, at(3)).await.unwrap();
        let leased = tx.lease(9, at(4)).await.unwrap();
        let muted: Vec<_> = leased.iter().map(|it| (it.id, it.sound == Sound::Quiet)).collect();
        assert_eq!(muted, [(letters[0], true), (letters[1], false)]);
        let sent = Carried::Sent(Some(MessageId(7)));
        tx.sign_off(&[SignOff { id: letters[0], lane: MARTA, carried: sent, not_before: at(4) }], at(4))
            .await
            .unwrap();
        let counted = tx.count_quiet(&[cast.amina, marta], at(5)).await.unwrap();
        assert_eq!(
            counted.iter().map(|it| (it.chat, it.conversation, it.count)).collect::<Vec<_>>(),
            [(MARTA, pair.id, 1)]
        );
        assert_eq!(tx.count_quiet(&[marta], at(6)).await.unwrap()[0].count, 0);
        tx.unmute_all(pair.id).await.unwrap();
        assert!(tx.count_quiet(&[marta], at(7)).await.unwrap().is_empty());
    })
    .await;
}
