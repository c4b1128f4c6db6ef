//! The outbox as the courier meets it.

use crate::room::{AMINA, Cast, TOMAS, VERA, at, on_both};
use lazo::courier::verdict::outcome;
use lazo::domain::id::{ChatId, LetterId, MessageId};
use lazo::domain::lang::Lang;
use lazo::domain::letter::{Op, Post, Rank};
use lazo::domain::person::Role;
use lazo::domain::relay::RelayLetter;
use lazo::domain::zone::Tz;
use lazo::store::{Carried, Leased, SignOff, Tried, Tx};
use lazo::telegram::Refused;
use lazo::telegram::refusal::Configuration;
use std::collections::HashSet;

async fn post(tx: &mut Tx, to: ChatId, rank: Rank) -> LetterId {
    tx.post(Post::ranked(to, rank, RelayLetter::Rests), at(0)).await.unwrap()
}

async fn lease(tx: &mut Tx, most: usize, hour: i64) -> Vec<LetterId> {
    tx.lease(most, at(hour)).await.unwrap().into_iter().map(|errand| errand.id).collect()
}

fn off(id: LetterId, lane: ChatId, carried: Carried) -> SignOff {
    SignOff { id, lane, carried, not_before: at(0) }
}

#[tokio::test]
async fn one_letter_a_lane_is_on_its_way_the_most_urgent_first_and_then_in_order() {
    on_both(async |tx| {
        let prompt = post(tx, AMINA, Rank::Prompt).await;
        let first = post(tx, AMINA, Rank::Relay).await;
        let second = post(tx, AMINA, Rank::Relay).await;
        let safety = post(tx, TOMAS, Rank::Safety).await;
        assert_eq!(lease(tx, 10, 0).await, [safety, first]);
        assert_eq!(lease(tx, 10, 0).await, [], "each lane is busy");
        let sent = Carried::Sent(Some(MessageId(5)));
        tx.sign_off(&[off(first, AMINA, sent.clone())], at(0)).await.unwrap();
        assert_eq!(lease(tx, 10, 0).await, [second]);
        tx.sign_off(&[off(second, AMINA, Carried::Sent(None))], at(0)).await.unwrap();
        assert_eq!(lease(tx, 10, 0).await, [prompt]);
        let all = [off(prompt, AMINA, Carried::Sent(None)), off(safety, TOMAS, sent)];
        tx.sign_off(&all, at(0)).await.unwrap();
        assert_eq!((lease(tx, 10, 99).await, tx.next_lane().await.unwrap()), (vec![], None));
    })
    .await;
}

#[tokio::test]
async fn across_lanes_talk_goes_before_prompts_however_many_there_are() {
    on_both(async |tx| {
        for chat in 100..120 {
            post(tx, ChatId(chat), Rank::Prompt).await;
        }
        let relayed = post(tx, AMINA, Rank::Relay).await;
        assert_eq!(lease(tx, 1, 0).await, [relayed]);
    })
    .await;
}

#[tokio::test]
async fn a_lane_waits_until_its_moment_and_says_when_that_is() {
    on_both(async |tx| {
        let id = post(tx, AMINA, Rank::Relay).await;
        lease(tx, 1, 0).await;
        assert_eq!(tx.next_lane().await.unwrap(), None, "the only lane is busy");
        let later = SignOff { not_before: at(5), ..off(id, AMINA, Carried::Later(at(5), Tried::Perhaps)) };
        tx.sign_off(&[later], at(0)).await.unwrap();
        assert_eq!(tx.next_lane().await.unwrap(), Some(at(5)));
        assert_eq!(lease(tx, 1, 4).await, []);
        let again = tx.lease(1, at(5)).await.unwrap();
        assert_eq!((again[0].id, again[0].attempts, again[0].maybe_duplicate), (id, 2, true));
    })
    .await;
}

#[tokio::test]
async fn after_a_kill_what_was_on_its_way_goes_again_and_is_marked() {
    on_both(async |tx| {
        let id = post(tx, AMINA, Rank::Relay).await;
        let waiting = post(tx, TOMAS, Rank::Relay).await;
        assert_eq!(lease(tx, 1, 0).await, [id]);
        assert_eq!(tx.recover().await.unwrap(), 1);
        let errands = tx.lease(10, at(0)).await.unwrap();
        let marks: Vec<_> = errands.iter().map(|it| (it.id, it.maybe_duplicate)).collect();
        assert!(marks.contains(&(id, true)) && marks.contains(&(waiting, false)), "{marks:?}");
        assert_eq!(marks.len(), 2);
    })
    .await;
}

/// A commit whose answer was lost had signed a letter off and leased others.
#[tokio::test]
async fn after_a_lost_answer_what_never_left_goes_again_undoubted_and_what_was_signed_off_stays_so() {
    on_both(async |tx| {
        let first = post(tx, AMINA, Rank::Relay).await;
        let second = post(tx, AMINA, Rank::Relay).await;
        let flying = post(tx, VERA, Rank::Relay).await;
        assert_eq!(lease(tx, 1, 0).await, [first]);
        assert_eq!(lease(tx, 1, 0).await, [flying]);
        let hands = [(first, 1), (flying, 1)];
        assert_eq!(tx.reconcile(&hands).await.unwrap(), HashSet::from([first, flying]), "nothing was lost");
        assert_eq!(lease(tx, 9, 0).await, [], "both lanes are busy");
        // This the courier never learned of.
        let sent = off(first, AMINA, Carried::Sent(Some(MessageId(5))));
        assert_eq!(tx.exchange(&[sent], 9, at(0)).await.unwrap().len(), 1);
        assert_eq!(tx.reconcile(&hands).await.unwrap(), HashSet::from([flying]), "the first was signed off");
        let again = tx.lease(9, at(0)).await.unwrap();
        let marks: Vec<_> = again.iter().map(|it| (it.id, it.maybe_duplicate)).collect();
        assert_eq!(marks, [(second, false)], "it never left");
        tx.sign_off(
            &[off(second, AMINA, Carried::Sent(None)), off(flying, VERA, Carried::Sent(None))],
            at(0),
        )
        .await
        .unwrap();
        assert_eq!(tx.reconcile(&[]).await.unwrap(), HashSet::new());
    })
    .await;
}

#[tokio::test]
async fn the_same_letter_on_another_try_is_not_what_is_in_the_hands() {
    on_both(async |tx| {
        let id = post(tx, AMINA, Rank::Relay).await;
        assert_eq!(lease(tx, 1, 0).await, [id]);
        // It was to be tried again at once, and was leased by the same commit.
        let later = off(id, AMINA, Carried::Later(at(0), Tried::InVain));
        assert_eq!(tx.exchange(&[later], 1, at(0)).await.unwrap()[0].attempts, 2);
        assert_eq!(tx.reconcile(&[(id, 1)]).await.unwrap(), HashSet::new());
        assert_eq!(lease(tx, 1, 0).await, [id], "it is queued anew, and goes");
    })
    .await;
}

/// Three hundred times the token is refused, or it is asked to wait: that was nobody's try, and whatever comes then is the
/// first that counts.
#[tokio::test]
async fn a_letter_that_was_only_asked_to_wait_is_not_given_up() {
    let asked = [
        Refused::Configuration(Configuration::Token),
        Refused::Configuration(Configuration::Conflict),
        Refused::Later(Some(std::time::Duration::from_secs(9))),
    ];
    on_both(async |tx| {
        let id = post(tx, AMINA, Rank::Relay).await;
        for n in 0..300 {
            let errand = tx.lease(1, at(0)).await.unwrap().pop().unwrap();
            tx.sign_off(&[off(id, AMINA, outcome(&errand, &asked[n % 3], at(0)))], at(0)).await.unwrap();
        }
        let errand = tx.lease(1, at(0)).await.unwrap().pop().unwrap();
        assert_eq!(errand.tries(), 1);
        for why in
            asked.iter().chain(&[Refused::Transient, Refused::Later(None), Refused::Perhaps, Refused::Unread])
        {
            let carried = outcome(&errand, why, at(0));
            assert!(matches!(carried, Carried::Later(..)), "{why:?}: {carried:?}");
        }
        // What is tried in vain for a day is given up all the same.
        tx.sign_off(&[off(id, AMINA, outcome(&errand, &Refused::Transient, at(0)))], at(0)).await.unwrap();
        for n in 2..=296 {
            let errand = tx.lease(1, at(0)).await.unwrap().pop().unwrap();
            assert_eq!(errand.tries(), n);
            let carried = outcome(&errand, &Refused::Transient, at(0));
            assert_eq!(matches!(carried, Carried::Failed(_)), n == 296, "{n}: {carried:?}");
            tx.sign_off(&[off(id, AMINA, carried)], at(0)).await.unwrap();
        }
        assert_eq!(lease(tx, 1, 0).await, []);
    })
    .await;
}

#[tokio::test]
async fn an_errand_names_its_reader_and_a_stranger_reads_english() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let mut programme = tx.programme(cast.programme).await.unwrap();
        programme.name = "Casa Ana".to_owned();
        programme.languages = ["ar", "en"].map(Lang::new).to_vec();
        programme.group = Some(ChatId(-7));
        programme.zone = Tz::known("Europe/Athens");
        tx.save_programme(&programme, at(0)).await.unwrap();
        for chat in [VERA, ChatId(-7), ChatId(99)] {
            post(tx, chat, Rank::Answer).await;
        }
        let mut errands = tx.lease(10, at(0)).await.unwrap();
        errands.sort_by_key(|errand| errand.lane.0);
        let readers: Vec<_> = errands
            .iter()
            .map(|it| (it.lane, it.reader.lang.as_str(), it.reader.zone, it.reader.role))
            .collect();
        assert_eq!(
            readers,
            [
                (ChatId(-7), "ar", Tz::known("Europe/Athens"), None),
                (VERA, "es", Tz::known("Europe/Madrid"), Some(Role::Coordinator)),
                (ChatId(99), "en", Tz::UTC, None),
            ]
        );
        assert_eq!(errands[1].reader.programme, "Casa Ana");
    })
    .await;
}

#[tokio::test]
async fn a_rewrite_finds_the_message_its_letter_became_and_writes_anew_if_there_is_none() {
    on_both(async |tx| {
        let root = post(tx, AMINA, Rank::Answer).await;
        let never = post(tx, TOMAS, Rank::Answer).await;
        lease(tx, 10, 0).await;
        let done = [
            off(root, AMINA, Carried::Sent(Some(MessageId(5)))),
            off(never, TOMAS, Carried::Failed("refused")),
        ];
        tx.sign_off(&done, at(0)).await.unwrap();
        for (chat, of) in [(AMINA, root), (TOMAS, never)] {
            let op = Op::Rewrite { of, with: RelayLetter::Unpaused.into() };
            tx.post(Post::op(chat, Rank::Answer, op), at(0)).await.unwrap();
        }
        let mut errands = tx.lease(10, at(0)).await.unwrap();
        errands.sort_by_key(|errand| errand.lane);
        let words = RelayLetter::Unpaused;
        assert_eq!(errands[0].what, Leased::Rewrite(MessageId(5), words.clone().into()));
        assert_eq!(errands[1].what, Leased::Write(words.into()));
    })
    .await;
}

#[tokio::test]
async fn what_says_nothing_about_it_is_too_old_by_its_rank_and_what_does_is_not() {
    on_both(async |tx| {
        let rest = [Rank::Safety, Rank::Relay, Rank::Answer, Rank::Prompt];
        for rank in rest {
            post(tx, AMINA, rank).await;
            assert_eq!(carried(tx).await, None, "{rank:?}");
        }
        post(tx, AMINA, Rank::Announcement).await;
        assert_eq!(carried(tx).await, Some(at(24)));
        let own = Post::ranked(AMINA, Rank::Announcement, RelayLetter::Rests).until(at(100));
        tx.post(own, at(0)).await.unwrap();
        assert_eq!(carried(tx).await, Some(at(100)));
    })
    .await;
}

/// Carries the only letter there is, and gives when it would have been too old.
async fn carried(tx: &mut Tx) -> Option<chrono::DateTime<chrono::Utc>> {
    let errand = tx.lease(9, at(1)).await.unwrap().remove(0);
    let sent = SignOff { id: errand.id, lane: errand.lane, carried: Carried::Sent(None), not_before: at(0) };
    tx.sign_off(&[sent], at(1)).await.unwrap();
    errand.until
}
