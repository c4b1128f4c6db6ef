//! The message a report is about, and what is known about a case.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use lazo::domain::case::{CaseKind, NewCase, Outcome};
use lazo::domain::conversation::Conversation;
use lazo::domain::heard::Kind;
use lazo::domain::id::{ConversationId, LetterId, MessageId, PersonId};
use lazo::domain::letter::{Copied, Op, Post, Rank};
use lazo::domain::seal::Print;
use lazo::store::{Carried, Kept, SignOff, Tx};

/// A message of Tomás that stands as that message in Amina's chat.
async fn copied(tx: &mut Tx, author: PersonId, within: ConversationId, (from, to): (i64, i64)) -> LetterId {
    let message = MessageId(from);
    let kept = Kept {
        conversation: within,
        author,
        chat: TOMAS,
        message,
        kind: Kind::Text,
        album: None,
        print: Print::default(),
    };
    let source = tx.keep(&[kept], at(2)).await.unwrap()[&(TOMAS, message)];
    let copy = Copied { source: Some(source), chat: TOMAS, message, reply_to: None, protect: false };
    let letter = tx.post(Post::op(AMINA, Rank::Relay, Op::Copy(copy)).within(within), at(2)).await.unwrap();
    let off =
        SignOff { id: letter, lane: AMINA, carried: Carried::Sent(Some(MessageId(to))), not_before: at(2) };
    tx.sign_off(&[off], at(2)).await.unwrap();
    letter
}

#[tokio::test]
async fn the_last_copy_of_a_partner_is_found_and_one_of_the_team_is_not_taken_for_it() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        assert_eq!(tx.last_copy(AMINA).await.unwrap(), None);
        copied(tx, cast.tomas, pair.id, (1, 101)).await;
        copied(tx, cast.tomas, pair.id, (2, 102)).await;
        let amina = tx.person(cast.amina).await.unwrap().unwrap();
        let team = tx.team_talk(&amina, cast.vera, at(3)).await.unwrap();
        copied(tx, cast.vera, team, (3, 103)).await;
        assert_eq!(tx.last_copy(AMINA).await.unwrap(), Some((MessageId(102), pair.id)));
        assert_eq!(tx.last_copy(TOMAS).await.unwrap(), None);
        assert_eq!(tx.copy_at(AMINA, MessageId(101)).await.unwrap(), Some((MessageId(101), pair.id)));
        assert_eq!(tx.copy_at(AMINA, MessageId(103)).await.unwrap(), Some((MessageId(103), team)));
        for (message, author) in [(102, Some(cast.tomas)), (103, Some(cast.vera)), (104, None)] {
            assert_eq!(tx.author_of_copy(AMINA, MessageId(message)).await.unwrap(), author);
        }
        assert_eq!(
            tx.copy_at(TOMAS, MessageId(101)).await.unwrap(),
            None,
            "another chat's numbers mean nothing"
        );
    })
    .await;
}

fn not_safe(pair: &Conversation, person: PersonId) -> NewCase {
    NewCase {
        programme: pair.programme,
        kind: CaseKind::Unsafe,
        conversation: Some(pair.id),
        person: Some(person),
        since: Some(at(2)),
        due: Some(at(9)),
        tried: Vec::new(),
    }
}

#[tokio::test]
async fn what_is_known_about_a_case_is_read_back_and_seen_beside_others_of_its_hold() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let cases = [not_safe(&pair, cast.amina), not_safe(&pair, cast.tomas)];
        let filed = tx.file_cases(&cases, at(2)).await.unwrap();
        let [hers, his] = [filed[0], filed[1]];
        tx.set_case_facts(his, &["about_no".to_owned()]).await.unwrap();
        assert_eq!(tx.case_facts(his).await.unwrap(), ["about_no"]);
        assert!(tx.case_facts(hers).await.unwrap().is_empty());
        let beside = tx.unsafe_cases_beside(hers, pair.id, at(1)).await.unwrap();
        assert_eq!(beside, [["about_no"]]);
        let mut files = tx.cases(&[his]).await.unwrap();
        files[0].resolve(Outcome::Solved, None, at(4));
        tx.save_cases(&files).await.unwrap();
        assert_eq!(tx.unsafe_cases_beside(hers, pair.id, at(3)).await.unwrap().len(), 1, "it was open then");
        assert!(tx.unsafe_cases_beside(hers, pair.id, at(5)).await.unwrap().is_empty());
    })
    .await;
}
