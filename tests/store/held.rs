//! Letters that wait: for the morning, or for somebody who is away.

use crate::room::{AMINA, Cast, TOMAS, at, on_both};
use lazo::domain::helplines::Lines;
use lazo::domain::id::{ChatId, LetterId};
use lazo::domain::letter::{Letter, Post, Rank};
use lazo::domain::opening::OpeningLetter;
use lazo::domain::person::Reach;
use lazo::domain::relay::RelayLetter;
use lazo::domain::safety::{Fate, SafetyLetter};
use lazo::domain::zone::Tz;
use lazo::store::{Carried, Lost, SignOff};

fn held(to: ChatId, rank: Rank) -> Post {
    Post { held: true, ..Post::ranked(to, rank, RelayLetter::Ended) }
}

#[tokio::test]
async fn what_waited_for_the_morning_goes_to_who_can_be_reached_and_nowhere_else() {
    on_both(async |tx| {
        Cast::enter(tx).await;
        let posts = [AMINA, TOMAS, AMINA].map(|to| held(to, Rank::Announcement));
        let letters = tx.post_all(&posts, at(1)).await.unwrap();
        assert!(tx.lease(9, at(2)).await.unwrap().is_empty());
        tx.reach(TOMAS, Reach::Blocked, at(2)).await.unwrap();
        tx.let_go(&letters[..2]).await.unwrap();
        tx.let_go(&[LetterId(99)]).await.unwrap();
        let leased: Vec<_> = tx.lease(9, at(3)).await.unwrap().into_iter().map(|it| it.id).collect();
        assert_eq!(leased, letters[..1]);
        assert_eq!(tx.held_for(&[TOMAS]).await.unwrap(), [], "who is away by then never gets it");
    })
    .await;
}

#[tokio::test]
async fn mail_about_what_was_decided_waits_for_who_cannot_be_reached_and_how_it_stands_does_not() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await.id;
        let opened = OpeningLetter::Hers {
            conversation: pair,
            partner: None,
            waits: None,
            to_team: true,
            called: String::new(),
        };
        let stays = SafetyLetter::GoesOn { name: None, fate: Fate::Stays, conversation: Some(pair) };
        let mail: [Letter; 4] = [
            opened.into(),
            stays.beside(Lines::default()).into(),
            SafetyLetter::Over.into(),
            SafetyLetter::NobodyYet.into(),
        ];
        let posts = mail.map(|letter| Post::ranked(AMINA, Rank::Relay, letter));
        let letters = tx.post_all(&posts, at(1)).await.unwrap();
        tx.reach(AMINA, Reach::Blocked, at(2)).await.unwrap();
        tx.hold_lane(AMINA).await.unwrap();
        assert!(tx.lease(9, at(3)).await.unwrap().is_empty());
        assert_eq!(tx.held_for(&[AMINA]).await.unwrap(), [], "it never grows too old");
        tx.reach(AMINA, Reach::Reachable, at(4)).await.unwrap();
        tx.release_lane(AMINA).await.unwrap();
        let mut went = Vec::new();
        while let Some(it) = tx.lease(9, at(5)).await.unwrap().pop() {
            went.push(it.id);
            let off = SignOff { id: it.id, lane: AMINA, carried: Carried::Withdrawn, not_before: at(0) };
            tx.sign_off(&[off], at(5)).await.unwrap();
        }
        went.sort_unstable();
        assert_eq!(went, letters[..3]);
    })
    .await;
}

#[tokio::test]
async fn a_notice_that_was_held_too_long_is_withdrawn_like_a_message_and_counts_for_nobody() {
    on_both(async |tx| {
        Cast::enter(tx).await;
        tx.post_all(&[held(AMINA, Rank::Relay)], at(1)).await.unwrap();
        let pile = tx.held_for(&[AMINA]).await.unwrap().remove(0);
        assert_eq!(tx.withdraw_pile(&pile, at(0)).await.unwrap(), Lost::default());
        assert_eq!(tx.held_for(&[AMINA]).await.unwrap(), std::slice::from_ref(&pile));
        assert_eq!(tx.withdraw_pile(&pile, at(1)).await.unwrap(), Lost::default());
        assert_eq!(tx.held_for(&[AMINA]).await.unwrap(), [], "nothing is looked at for ever");
    })
    .await;
}

#[tokio::test]
async fn the_zones_of_chats_are_those_of_their_people() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let mut amina = tx.person(cast.amina).await.unwrap().unwrap();
        amina.zone = Tz::known("Asia/Kabul");
        tx.save(&amina).await.unwrap();
        let zones = tx.zones(&[AMINA, TOMAS, ChatId(-5)]).await.unwrap();
        assert_eq!(zones.len(), 2);
        assert_eq!((zones[&AMINA], zones[&TOMAS]), (Tz::known("Asia/Kabul"), Tz::known("Europe/Madrid")));
    })
    .await;
}
