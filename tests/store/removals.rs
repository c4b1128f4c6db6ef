//! What the team sees of messages it may take back.

use crate::room::{AMINA, Cast, TOMAS, VERA, at, on_both};
use lazo::domain::heard::Kind;
use lazo::domain::id::{ChatId, MessageId};
use lazo::domain::letter::{Copied, Op, Post, Rank};
use lazo::domain::seal::Print;
use lazo::store::{Carried, Kept, SignOff};

#[tokio::test]
async fn a_copy_leads_to_the_message_whether_it_was_relayed_read_along_or_reported() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let kept = Kept {
            conversation: pair.id,
            author: cast.tomas,
            chat: TOMAS,
            message: MessageId(5),
            kind: Kind::Text,
            album: None,
            print: Print::default(),
        };
        let source = tx.keep(&[kept], at(2)).await.unwrap()[&(TOMAS, MessageId(5))];
        let copied = |source, chat, message| Copied {
            source,
            chat,
            message: MessageId(message),
            reply_to: None,
            protect: true,
        };
        let copies = [
            (AMINA, copied(Some(source), TOMAS, 5)),
            // Somebody reads along.
            (VERA, copied(None, TOMAS, 5)),
            // Amina reported what she got.
            (ChatId(-4), copied(None, AMINA, 70)),
            (ChatId(-5), copied(None, AMINA, 99)),
        ];
        for (number, (to, copy)) in (70..).zip(copies) {
            let id = tx.post(Post::op(to, Rank::Relay, Op::Copy(copy)), at(2)).await.unwrap();
            assert_eq!(tx.lease(9, at(3)).await.unwrap().len(), 1);
            let carried = Carried::Sent(Some(MessageId(number)));
            tx.sign_off(&[SignOff { id, lane: to, carried, not_before: at(2) }], at(3)).await.unwrap();
            let found = tx.copied_from(to, MessageId(number)).await.unwrap();
            assert_eq!(found, Some((id, source)).filter(|_| to != ChatId(-5)), "{to:?}");
            assert_eq!(tx.place_of(id).await.unwrap(), (None, None));
        }
        assert_eq!(tx.copied_from(TOMAS, MessageId(5)).await.unwrap(), None, "that is no copy");
    })
    .await;
}
