//! Letters that wait, and the way back from a message or a button to its letter.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use lazo::domain::id::{ChatId, ConversationId, LetterId, MessageId};
use lazo::domain::letter::{Letter, Op, Post, Rank};
use lazo::domain::relay::RelayLetter;
use lazo::store::{Carried, SignOff};

fn letter() -> RelayLetter {
    RelayLetter::ForWhom { choices: Vec::new(), from: 0, again: false, other: false }
}

#[tokio::test]
async fn letters_get_ids_in_the_order_in_which_they_were_posted() {
    on_both(async |tx| {
        let posts: Vec<Post> =
            (0..50).map(|n| Post::ranked(ChatId(100 + n % 7), Rank::Prompt, letter())).collect();
        let ids = tx.post_all(&posts, at(0)).await.unwrap();
        assert!(ids.len() == 50 && ids.is_sorted());
        let first = tx.offered(ids[0]).await.unwrap().unwrap();
        let last = tx.offered(ids[49]).await.unwrap().unwrap();
        assert_eq!((first.lane, last.lane), (ChatId(100), ChatId(100)));
        assert_eq!(tx.post_all(&[], at(0)).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn a_button_leads_back_to_what_it_offered_and_is_answered_once() {
    on_both(async |tx| {
        let id = tx.post(Post::answer(AMINA, letter()), at(0)).await.unwrap();
        let offered = tx.offered(id).await.unwrap().unwrap();
        assert_eq!((offered.lane, offered.root, offered.answered_at), (AMINA, id, None));
        assert_eq!(offered.offer, Letter::from(letter()).offer());
        assert_eq!(offered.posted_at, at(0));
        tx.answered(id, at(2)).await.unwrap();
        assert_eq!(tx.offered(id).await.unwrap().unwrap().answered_at, Some(at(2)));
        assert!(tx.offered(LetterId(id.0 + 1)).await.unwrap().is_none());
        let plain = tx.post(Post::answer(AMINA, RelayLetter::FirstDelivered), at(0)).await.unwrap();
        assert!(tx.offered(plain).await.unwrap().is_none(), "it has no buttons");
    })
    .await;
}

#[tokio::test]
async fn what_replaces_a_message_leads_back_to_the_same_message() {
    on_both(async |tx| {
        let root = tx.post(Post::answer(AMINA, letter()), at(0)).await.unwrap();
        assert!(!tx.rewrote(root));
        let with = Letter::from(letter());
        let next = Post::op(AMINA, Rank::Answer, Op::Rewrite { of: root, with });
        let next = tx.post(next, at(1)).await.unwrap();
        assert!(tx.rewrote(root));
        assert_eq!(tx.offered(next).await.unwrap().unwrap().root, root);
    })
    .await;
}

#[tokio::test]
async fn a_message_is_known_by_its_chat_and_number_together() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let post = Post::ranked(TOMAS, Rank::Relay, RelayLetter::Rests).within(pair.id);
        let id = tx.post(post, at(0)).await.unwrap();
        let _ = tx.lease(10, at(0)).await.unwrap();
        let carried = Carried::Sent(Some(MessageId(7)));
        tx.sign_off(&[SignOff { id, lane: TOMAS, carried, not_before: at(0) }], at(0)).await.unwrap();
        let known = tx.known(TOMAS, MessageId(7)).await.unwrap().unwrap();
        assert_eq!((known.letter, known.conversation, known.source), (Some(id), Some(pair.id), None));
        assert_eq!(tx.known(AMINA, MessageId(7)).await.unwrap(), None, "the same number elsewhere");
        assert_eq!(tx.known(TOMAS, MessageId(8)).await.unwrap(), None);
        assert_ne!(pair.id, ConversationId(0));
    })
    .await;
}
