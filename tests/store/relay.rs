//! What the relay reads and writes: who writes, the ledger, replies, and what is held.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use lazo::domain::conversation::{Conversation, Side};
use lazo::domain::flow::Flow;
use lazo::domain::heard::Kind;
use lazo::domain::id::{ChatId, LetterId, MessageId, SourceId};
use lazo::domain::letter::{Copied, Op, Post, Rank};
use lazo::domain::person::Reach;
use lazo::domain::relay::RelayLetter;
use lazo::domain::seal::Print;
use lazo::store::{Carried, Kept, Leased, Released, Replied, SignOff, Tx};

/// Amina's message with that number, kept, and its copy on the way to Tomás.
async fn relayed(tx: &mut Tx, cast: &Cast, pair: &Conversation, number: i64) -> (SourceId, LetterId) {
    let message = MessageId(number);
    let kept = Kept {
        conversation: pair.id,
        author: cast.amina,
        chat: AMINA,
        message,
        kind: Kind::Text,
        album: None,
        print: Print::default(),
    };
    let source = tx.keep(&[kept], at(0)).await.unwrap()[&(AMINA, message)];
    (source, copy(tx, pair, source, number, None).await)
}

async fn copy(
    tx: &mut Tx,
    pair: &Conversation,
    source: SourceId,
    number: i64,
    reply_to: Option<SourceId>,
) -> LetterId {
    let message = MessageId(number);
    let copied = Copied { source: Some(source), chat: AMINA, message, reply_to, protect: true };
    tx.post(Post::op(TOMAS, Rank::Relay, Op::Copy(copied)).within(pair.id), at(0)).await.unwrap()
}

async fn arrives(tx: &mut Tx, id: LetterId, as_message: i64) {
    let carried = Carried::Sent(Some(MessageId(as_message)));
    tx.sign_off(&[SignOff { id, lane: TOMAS, carried, not_before: at(0) }], at(0)).await.unwrap();
}

async fn leased(tx: &mut Tx) -> Vec<LetterId> {
    tx.lease(10, at(200)).await.unwrap().into_iter().map(|errand| errand.id).collect()
}

#[tokio::test]
async fn a_speaker_comes_with_her_pair_and_everybody_else_in_it() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let speakers = tx.speakers(&[AMINA, ChatId(99), AMINA]).await.unwrap();
        assert_eq!(speakers.len(), 1, "a stranger is absent");
        let amina = &speakers[&AMINA];
        let [place] = amina.places.as_slice() else { panic!("{:?}", amina.places) };
        let circle = &place.circle;
        assert_eq!((place.person, circle.id, circle.phase), (cast.amina, pair.id, pair.phase));
        let others: Vec<_> = circle.others.iter().map(|it| (it.person, it.chat)).collect();
        assert_eq!(others, [(cast.tomas, TOMAS)]);
        assert!(amina.quiet && !place.heard_before && place.told.is_none() && amina.current.is_none());
        let member = [(pair.id, cast.amina)];
        let flow = Flow { ahead_until: Some(at(3)), slowed_at: Some(at(2)) };
        tx.hear(&member.map(|member| (member, flow)), &[], at(1)).await.unwrap();
        tx.tell(&member, Some("paused")).await.unwrap();
        tx.reach(AMINA, Reach::Gone, at(1)).await.unwrap();
        let amina = tx.speakers(&[AMINA]).await.unwrap().remove(&AMINA).unwrap();
        let place = &amina.places[0];
        assert!(!amina.quiet && place.heard_before && place.told.as_deref() == Some("paused"));
        assert_eq!(place.flow, flow);
        assert_eq!(tx.told(pair.id, cast.amina).await.unwrap(), (Some("paused".to_owned()), flow));
    })
    .await;
}

#[tokio::test]
async fn a_message_is_kept_once() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let kept = |number| Kept {
            conversation: pair.id,
            author: cast.amina,
            chat: AMINA,
            message: MessageId(number),
            kind: Kind::Voice,
            album: None,
            print: Print::default(),
        };
        assert_eq!(tx.keep(&[kept(1), kept(2)], at(0)).await.unwrap().len(), 2);
        let again = tx.keep(&[kept(2), kept(3)], at(1)).await.unwrap();
        assert_eq!(again.keys().collect::<Vec<_>>(), [&(AMINA, MessageId(3))]);
    })
    .await;
}

#[tokio::test]
async fn a_reply_finds_its_counterpart_in_the_readers_chat_when_it_is_carried() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (first, letter) = relayed(tx, &cast, &pair, 1).await;
        assert_eq!(leased(tx).await, [letter]);
        arrives(tx, letter, 71).await;
        let answers = tx.answered_messages(&[(TOMAS, MessageId(71)), (AMINA, MessageId(1))]).await.unwrap();
        let replied = Replied::Relayed(pair.id, first);
        assert_eq!((answers[&(TOMAS, MessageId(71))], answers[&(AMINA, MessageId(1))]), (replied, replied));
        let unknown = tx.answered_messages(&[(AMINA, MessageId(71))]).await.unwrap();
        assert!(unknown.is_empty(), "never guessed");
        copy(tx, &pair, first, 2, Some(first)).await;
        let errand = tx.lease(1, at(200)).await.unwrap().remove(0);
        let Leased::Copy { reply_to, message, protect, .. } = errand.what else { panic!("{errand:?}") };
        assert_eq!((reply_to, message, protect), (Some(MessageId(71)), MessageId(2), true));
    })
    .await;
}

#[tokio::test]
async fn a_hold_keeps_what_waits_and_a_release_lets_it_go_in_order() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (_, first) = relayed(tx, &cast, &pair, 1).await;
        let (_, second) = relayed(tx, &cast, &pair, 2).await;
        assert_eq!(tx.hold(pair.id).await.unwrap(), 2);
        assert_eq!(leased(tx).await, [], "nothing leaves a held conversation");
        tx.release(&[pair.id]).await.unwrap();
        assert_eq!(leased(tx).await, [first]);
        arrives(tx, first, 71).await;
        assert_eq!(leased(tx).await, [second]);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_away_keeps_her_messages_for_a_while_and_loses_the_rest() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (source, first) = relayed(tx, &cast, &pair, 1).await;
        tx.post(Post::ranked(TOMAS, Rank::Prompt, RelayLetter::Rests), at(0)).await.unwrap();
        assert_eq!(tx.writers_waiting(TOMAS).await.unwrap(), [AMINA]);
        tx.hold_lane(TOMAS).await.unwrap();
        let pile = tx.held_for(&[TOMAS]).await.unwrap().remove(0);
        assert_eq!((pile.held.oldest, pile.author), (at(0), Some(cast.amina)));
        assert_eq!(leased(tx).await, []);
        let released = Released { conversation: pair.id, author: cast.amina, source };
        assert_eq!(tx.release_lane(TOMAS).await.unwrap(), [released]);
        assert_eq!(leased(tx).await, [first], "the prompt was withdrawn");
        let held = Carried::Held;
        let off = SignOff { id: first, lane: TOMAS, carried: held, not_before: at(0) };
        tx.sign_off(&[off], at(0)).await.unwrap();
        assert_eq!(tx.withdraw_pile(&pile, at(1)).await.unwrap().messages, [source]);
        assert_eq!(tx.release_lane(TOMAS).await.unwrap(), []);
        assert_eq!(leased(tx).await, []);
    })
    .await;
}

#[tokio::test]
async fn what_waits_in_an_ended_conversation_is_withdrawn() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        relayed(tx, &cast, &pair, 1).await;
        tx.hold(pair.id).await.unwrap();
        relayed(tx, &cast, &pair, 2).await;
        assert_eq!(tx.withdraw(pair.id).await.unwrap(), 2);
        tx.release(&[pair.id]).await.unwrap();
        assert_eq!(leased(tx).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_circle_knows_its_names_and_whom_each_reader_heard_last() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let names = tx.names(&[pair.id]).await.unwrap();
        assert_eq!(names[&cast.amina], ("Amina".to_owned(), Side::Mentee));
        assert!(tx.last_authors(&[pair.id]).await.unwrap().is_empty());
        tx.heard_from(&[(pair.id, cast.tomas, cast.amina)], at(4)).await.unwrap();
        let last = tx.last_authors(&[pair.id]).await.unwrap();
        assert_eq!(last[&(pair.id, cast.tomas)], (cast.amina, at(4)));
        tx.name_anew(pair.id).await.unwrap();
        assert!(tx.last_authors(&[pair.id]).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_map_of_messages_is_forgotten_after_ninety_days() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let (_, letter) = relayed(tx, &cast, &pair, 1).await;
        leased(tx).await;
        arrives(tx, letter, 71).await;
        let known = async |tx: &mut Tx| {
            let own = tx.known(AMINA, MessageId(1)).await.unwrap().is_some();
            (own, tx.known(TOMAS, MessageId(71)).await.unwrap().is_some())
        };
        tx.forget_old(at(90 * 24)).await.unwrap();
        assert_eq!(known(tx).await, (true, true));
        tx.forget_old(at(90 * 24 + 1)).await.unwrap();
        assert_eq!(known(tx).await, (false, false));
    })
    .await;
}
