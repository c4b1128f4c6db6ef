//! Rooms: where copies and reports are read, what is read of them, and how they follow when their chat is lost.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use lazo::domain::case::{CaseKind, NewCase};
use lazo::domain::conversation::Supervised;
use lazo::domain::id::{ChatId, LetterId, MessageId, RoomId};
use lazo::domain::letter::{Copied, Op, Post, Rank};
use lazo::domain::supervised::SupervisedLetter;
use lazo::store::Tx;

const GROUP: ChatId = ChatId(-7);
const LEAD: ChatId = ChatId(77);

/// A line and its copy in a room.
async fn copied(tx: &mut Tx, room: RoomId, minute: i64) -> LetterId {
    let header = SupervisedLetter::Copy {
        room,
        mentees: String::new(),
        mentors: String::new(),
        author: String::new(),
        corrected: false,
        taken_back: false,
        source: None,
    };
    let copy =
        Copied { source: None, chat: TOMAS, message: MessageId(minute), reply_to: None, protect: true };
    let posts = [Op::Write(header.into()), Op::Copy(copy)];
    let posts = posts.map(|op| Post::op(GROUP, Rank::Relay, op).inside(room));
    tx.post_all(&posts, at(minute)).await.unwrap()[0]
}

#[tokio::test]
async fn what_is_read_of_a_room_ends_at_the_line_that_was_pressed_and_never_goes_back() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let room = tx.rooms_of_pairs(&[(pair.id, GROUP)]).await.unwrap()[0];
        assert_eq!((room.conversation, room.chat, room.has_topic), (Some(pair.id), GROUP, false));
        let (first, second) = (copied(tx, room.id, 3).await, copied(tx, room.id, 4).await);
        tx.unread(&[room.id], at(3)).await.unwrap();
        tx.unread(&[room.id], at(4)).await.unwrap();
        assert_eq!(tx.rooms(&[room.id]).await.unwrap()[0].unread_since, Some(at(3)));
        assert_eq!(tx.read_up_to(room.id, first).await.unwrap(), Some(at(4)));
        assert_eq!(tx.read_up_to(room.id, second).await.unwrap(), None);
        assert_eq!(tx.read_up_to(room.id, first).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_room_that_moves_takes_along_what_waits_for_it_and_loses_its_topic() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        let room = tx.rooms_of_pairs(&[(pair.id, GROUP)]).await.unwrap()[0];
        tx.topics_asked(&[room.id], true).await.unwrap();
        assert!(tx.rooms_of_pairs(&[(pair.id, GROUP)]).await.unwrap()[0].has_topic);
        copied(tx, room.id, 3).await;
        tx.move_rooms(GROUP, LEAD).await.unwrap();
        let moved = tx.rooms(&[room.id]).await.unwrap()[0];
        assert_eq!((moved.chat, moved.has_topic), (LEAD, false));
        let errand = tx.lease(9, at(9)).await.unwrap().remove(0);
        assert_eq!((errand.lane, errand.room, errand.thread), (LEAD, Some(room.id), None));
        let new = NewCase {
            programme: cast.programme,
            kind: CaseKind::Report,
            conversation: None,
            person: Some(cast.amina),
            since: None,
            due: None,
            tried: Vec::new(),
        };
        let case = tx.file_cases(&[new], at(2)).await.unwrap()[0];
        let report = tx.room_of_report(case, GROUP).await.unwrap();
        assert_eq!(tx.room_of_report(case, GROUP).await.unwrap(), report);
        assert_eq!((report.case, report.conversation), (Some(case), None));
    })
    .await;
}

#[tokio::test]
async fn a_pair_is_supervised_once_all_have_agreed_and_asking_anew_forgets_who_had() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        tx.supervise(pair.id, Supervised::Asked).await.unwrap();
        assert_eq!(tx.agree(pair.id, cast.amina, at(3)).await.unwrap(), 1);
        assert!(!tx.speakers(&[AMINA]).await.unwrap()[&AMINA].places[0].circle.supervised);
        tx.supervise(pair.id, Supervised::Asked).await.unwrap();
        assert_eq!(tx.agree(pair.id, cast.tomas, at(3)).await.unwrap(), 1, "she is asked anew");
        assert_eq!(tx.agree(pair.id, cast.amina, at(3)).await.unwrap(), 0);
        tx.supervise(pair.id, Supervised::Yes).await.unwrap();
        assert!(tx.speakers(&[AMINA]).await.unwrap()[&AMINA].places[0].circle.supervised);
        tx.pinned(&[(pair.id, cast.amina, LetterId(5))]).await.unwrap();
        assert_eq!(tx.unpin(pair.id, None).await.unwrap(), [((AMINA, cast.amina).into(), LetterId(5))]);
        assert!(tx.unpin(pair.id, None).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_room_is_found_by_its_report_or_pair_and_forgotten_when_its_topic_is_gone() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await;
        assert_eq!(tx.room_of(pair.id).await.unwrap(), None);
        let room = tx.rooms_of_pairs(&[(pair.id, GROUP)]).await.unwrap()[0];
        assert_eq!(tx.room_of(pair.id).await.unwrap(), Some(room.id));
        assert!(tx.rooms_of_cases(&[]).await.unwrap().is_empty());
        // Its topic was made; only the letter that deletes it counts.
        tx.post(Post::op(GROUP, Rank::Relay, Op::Room(SupervisedLetter::Read.into())).inside(room.id), at(2))
            .await
            .unwrap();
        assert_eq!(tx.deletion_of(room.id).await.unwrap(), None);
        tx.post(Post::op(GROUP, Rank::Announcement, Op::Topic).inside(room.id), at(2)).await.unwrap();
        assert_eq!(tx.deletion_of(room.id).await.unwrap().as_deref(), Some("queued"));
        tx.forget_room(room.id).await.unwrap();
        assert_eq!(tx.room_of(pair.id).await.unwrap(), None);
    })
    .await;
}
