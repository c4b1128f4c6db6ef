//! Conversations and who is in them.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use lazo::domain::closing::ClosingReason;
use lazo::domain::conversation::{Conversation, MemberState, Phase, Side};
use lazo::domain::id::{ConversationId, PersonId};
use lazo::domain::talk::{Side as TalkSide, Talk, Turn};

#[tokio::test]
async fn a_proposed_pair_has_its_members_with_their_names_and_chats() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let id = tx.propose(&cast.proposal(), at(0)).await.unwrap();
        let pair = tx.conversation(id).await.unwrap().unwrap();
        assert_eq!((pair.phase, pair.rhythm, pair.proposed_at), (Phase::Proposed, 14, Some(at(0))));
        let members: Vec<_> =
            pair.members.iter().map(|it| (it.person, it.side, it.chat, it.alias.as_str())).collect();
        assert_eq!(
            members,
            [(cast.amina, Side::Mentee, AMINA, "Amina"), (cast.tomas, Side::Mentor, TOMAS, "Tomás")]
        );
        assert!(pair.members.iter().all(|it| it.state == MemberState::Asked));
        assert_eq!(tx.pair_of(cast.amina).await.unwrap(), None, "not before she said yes");
        assert_eq!(tx.conversation(ConversationId(99)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_conversation_is_found_as_it_was_saved() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let mut pair = cast.pair(tx).await;
        pair.phase = Phase::Paused;
        pair.paused_until = Some(at(50));
        pair.talk = Talk {
            contact_at: Some(at(3)),
            elsewhere_at: Some(at(4)),
            turn: Some(Turn { by: TalkSide::Mentor, since: at(5), last: at(6) }),
        };
        pair.stops = vec![(5, Some(7)), (9, None)];
        pair.done = vec![("nudge".to_owned(), 5)];
        tx.save_conversation(&pair).await.unwrap();
        assert_eq!(tx.pair_of(cast.tomas).await.unwrap(), Some(pair.clone()));
        tx.save_talks(&[(pair.id, Talk::default())]).await.unwrap();
        assert_eq!(tx.conversation(pair.id).await.unwrap().unwrap().talk, Talk::default());
    })
    .await;
}

#[tokio::test]
async fn who_left_is_no_longer_in_the_pair_and_who_declined_stays_so() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        tx.member_is(pair.id, cast.amina, MemberState::Left).await.unwrap();
        assert_eq!(tx.pair_of(cast.amina).await.unwrap(), None);
        tx.members_are(pair.id, MemberState::Ended).await.unwrap();
        tx.ended(pair.id, ClosingReason::NoContactBoth, Some(cast.vera), at(9)).await.unwrap();
        let states: Vec<_> =
            tx.conversation(pair.id).await.unwrap().unwrap().members.iter().map(|it| it.state).collect();
        assert_eq!(states, [MemberState::Left, MemberState::Ended]);
    })
    .await;
}

#[tokio::test]
async fn somebody_may_be_in_several_live_pairs() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let first = cast.pair(tx).await.id;
        let second = tx.propose(&cast.proposal(), at(1)).await.unwrap();
        tx.members_are(second, MemberState::Active).await.unwrap();
        let ids = |pairs: Vec<Conversation>| pairs.into_iter().map(|pair| pair.id).collect::<Vec<_>>();
        assert_eq!(ids(tx.pairs_of(&[cast.amina]).await.unwrap()), [first, second]);
        assert_eq!(ids(tx.pairs_of(&[cast.amina, cast.tomas]).await.unwrap()), [first, second], "each once");
        assert_eq!(ids(tx.pairs_of(&[cast.vera]).await.unwrap()), []);
    })
    .await;
}

#[tokio::test]
async fn a_talk_with_the_team_is_begun_once_and_follows_the_coordinator() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let amina = tx.person(cast.amina).await.unwrap().unwrap();
        let talk = tx.team_talk(&amina, cast.vera, at(0)).await.unwrap();
        assert_eq!(tx.team_talk(&amina, cast.tomas, at(1)).await.unwrap(), talk);
        assert_eq!(tx.team_of(talk).await.unwrap(), Some(PersonId(cast.amina.0)));
        assert_eq!(tx.conversation(talk).await.unwrap().unwrap().coordinator, Some(cast.tomas));
        let pair = cast.pair(tx).await;
        assert_eq!(tx.team_of(pair.id).await.unwrap(), None);
    })
    .await;
}
