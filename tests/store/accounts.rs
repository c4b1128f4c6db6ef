//! Accounts with several parts and several conversations.

use crate::room::{AMINA, Cast, TOMAS, VERA, at, on_both, someone};
use lazo::domain::conversation::{MemberState, Phase};
use lazo::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId};
use lazo::domain::lang::Lang;
use lazo::domain::letter::{Copied, Gone, Letter, Op, Post, Rank};
use lazo::domain::person::{Person, Role};
use lazo::domain::relay::RelayLetter;
use lazo::domain::which::Current;
use lazo::store::{Carried, Errand, Leased, SignOff, Tx};

const NADIA: ChatId = ChatId(44);

/// A second pair of Tomás, with Nadia.
async fn second(tx: &mut Tx, cast: &Cast) -> (PersonId, ConversationId) {
    let nadia = tx.admit(&someone(cast.programme, NADIA, "Nadia", Role::Mentee)).await.unwrap();
    let mut pair = cast.proposal();
    pair.members[0].person = nadia;
    let id = tx.propose(&pair, at(0)).await.unwrap();
    tx.members_are(id, MemberState::Active).await.unwrap();
    let mut pair = tx.conversation(id).await.unwrap().unwrap();
    pair.phase = Phase::Active;
    tx.save_conversation(&pair).await.unwrap();
    (nadia, id)
}

#[tokio::test]
async fn one_account_may_have_a_part_in_each_role_and_programme_but_none_twice() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let other = tx.found(at(0)).await.unwrap();
        let mentee = tx.admit(&someone(cast.programme, TOMAS, "Tom", Role::Mentee)).await.unwrap();
        let elsewhere = tx.admit(&someone(other, TOMAS, "Tomás", Role::Mentor)).await.unwrap();
        let parts: Vec<PersonId> =
            tx.parts(TOMAS).await.unwrap().into_iter().map(|part: Person| part.id).collect();
        assert_eq!(parts, [cast.tomas, mentee, elsewhere]);
        tx.speak(TOMAS, &Lang::new("ar")).await.unwrap();
        assert!(tx.parts(TOMAS).await.unwrap().iter().all(|part| part.lang == Lang::new("ar")));
        assert_ne!(tx.parts(AMINA).await.unwrap()[0].lang, Lang::new("ar"));
    })
    .await;
}

#[tokio::test]
async fn the_same_part_cannot_be_had_twice() {
    for database in crate::room::both().await {
        let db = lazo::store::Db::open(&database.url()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        let cast = Cast::enter(&mut tx).await;
        assert!(tx.admit(&someone(cast.programme, TOMAS, "Tom", Role::Mentor)).await.is_err());
    }
}

#[tokio::test]
async fn a_speaker_comes_with_all_her_conversations_and_each_has_its_own_part() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let first = cast.pair(tx).await;
        let (nadia, second) = second(tx, &cast).await;
        let live = tx.live_in(&[TOMAS, NADIA, VERA]).await.unwrap();
        let expected = [(TOMAS, cast.tomas, first.id), (TOMAS, cast.tomas, second), (NADIA, nadia, second)];
        assert_eq!(live, expected);
        let speakers = tx.speakers(&[TOMAS, NADIA]).await.unwrap();
        let places: Vec<_> = speakers[&TOMAS]
            .places
            .iter()
            .map(|place| {
                (place.circle.id, place.circle.others.iter().map(|it| it.person).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(places, [(first.id, vec![cast.amina]), (second, vec![nadia])]);
        assert_eq!(speakers[&NADIA].places.len(), 1);
    })
    .await;
}

fn copy(from: ChatId, to: (ChatId, PersonId), pair: ConversationId, number: i64) -> Post {
    let copied =
        Copied { source: None, chat: from, message: MessageId(number), reply_to: None, protect: false };
    Post::op(to, Rank::Relay, Op::Copy(copied)).within(pair)
}

/// Leases the only errand there is and signs it off as arrived.
async fn carried(tx: &mut Tx, hour: i64) -> Errand {
    let mut errands = tx.lease(10, at(hour)).await.unwrap();
    assert_eq!(errands.len(), 1);
    let errand = errands.remove(0);
    let carried = Carried::Sent(Some(MessageId(1000 + errand.id.0)));
    let off = SignOff { id: errand.id, lane: errand.lane, carried, not_before: at(hour) };
    tx.sign_off(&[off], at(hour)).await.unwrap();
    errand
}

#[tokio::test]
async fn a_line_names_the_conversation_when_it_changes_and_a_choice_ends_when_another_comes_in() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let first = cast.pair(tx).await.id;
        let (_, second) = second(tx, &cast).await;
        let names = [(first, "Amina".to_owned()), (second, "Nadia".to_owned())];
        tx.set_keyboard(TOMAS, None, &names).await.unwrap();
        let tomas = (TOMAS, cast.tomas);
        let line = |name: &str| Some(Letter::from(RelayLetter::Header { name: name.to_owned() }));
        for (number, (pair, from, header)) in [
            (first, AMINA, line("Amina")),
            (first, AMINA, None),
            (second, NADIA, line("Nadia")),
            (first, AMINA, line("Amina")),
        ]
        .into_iter()
        .enumerate()
        {
            tx.post(copy(from, tomas, pair, i64::try_from(number).unwrap()), at(0)).await.unwrap();
            assert_eq!(carried(tx, 0).await.header, header, "message {number}");
        }
        tx.post(copy(AMINA, tomas, first, 9), at(1)).await.unwrap();
        let errand = carried(tx, 1).await;
        assert_eq!(errand.header, line("Amina"), "an hour later it is said again");
        assert_eq!((errand.person, errand.reader.role), (Some(cast.tomas), Some(Role::Mentor)));

        tx.chose(&[(TOMAS, first)], at(2)).await.unwrap();
        let current = |other| Some(Current { conversation: first, at: at(2), other_at: other });
        tx.post(copy(AMINA, tomas, first, 10), at(3)).await.unwrap();
        carried(tx, 3).await;
        assert_eq!(tx.account(TOMAS).await.unwrap().unwrap().current, current(None));
        tx.post(copy(NADIA, tomas, second, 11), at(4)).await.unwrap();
        carried(tx, 4).await;
        assert_eq!(tx.account(TOMAS).await.unwrap().unwrap().current, current(Some(at(4))));
        assert_eq!(tx.speakers(&[TOMAS]).await.unwrap()[&TOMAS].current, current(Some(at(4))));

        tx.unheaded(&[TOMAS]).await.unwrap();
        tx.post(copy(NADIA, tomas, second, 12), at(4)).await.unwrap();
        assert_eq!(carried(tx, 4).await.header, line("Nadia"), "one that did not arrive comes again");
        let header = [(TOMAS, second, Some(cast.tomas), MessageId(7))];
        tx.headed(&header, at(4)).await.unwrap();
        tx.headed(&header, at(4)).await.unwrap();
        let known = tx.known(TOMAS, MessageId(7)).await.unwrap().unwrap();
        assert_eq!((known.conversation, known.person), (Some(second), Some(cast.tomas)));
    })
    .await;
}

#[tokio::test]
async fn names_that_left_a_keyboard_are_remembered_and_a_line_can_be_taken_away() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        assert_eq!(tx.account(TOMAS).await.unwrap(), None);
        let name = |id, name: &str| (ConversationId(id), name.to_owned());
        tx.set_keyboard(TOMAS, None, &[name(1, "Amina"), name(2, "Nadia")]).await.unwrap();
        let before = tx.account(TOMAS).await.unwrap();
        tx.set_keyboard(TOMAS, before.as_ref(), &[]).await.unwrap();
        let after = tx.account(TOMAS).await.unwrap().unwrap();
        assert!(after.switcher.names.is_empty() && after.former == ["Amina", "Nadia"]);
        tx.set_keyboard(TOMAS, Some(&after), &[name(1, "Amina"), name(3, "Zoe")]).await.unwrap();
        let now = tx.account(TOMAS).await.unwrap().unwrap();
        assert_eq!(
            (now.switcher.find("Zoe"), now.former.as_slice()),
            (Some(ConversationId(3)), ["Nadia".to_owned()].as_slice())
        );

        let tomas = (TOMAS, cast.tomas);
        let line = tx.post(Post::answer(tomas, RelayLetter::Several), at(0)).await.unwrap();
        carried(tx, 0).await;
        tx.keyboard_came_with(TOMAS, line).await.unwrap();
        assert_eq!(tx.account(TOMAS).await.unwrap().unwrap().line, Some(line));
        tx.post(Post::op(tomas, Rank::Answer, Op::Delete(Gone::Letter(line))), at(0)).await.unwrap();
        assert_eq!(carried(tx, 0).await.what, Leased::Delete(vec![MessageId(1000 + line.0)], None));
        let queued = tx.post(Post::answer(tomas, RelayLetter::Several), at(0)).await.unwrap();
        assert!(queued > LetterId(0));
    })
    .await;
}

#[tokio::test]
async fn whoever_wrote_to_the_team_lately_can_be_meant_by_it() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let amina = tx.person(cast.amina).await.unwrap().unwrap();
        let talk = tx.team_talk(&amina, cast.vera, at(0)).await.unwrap();
        tx.post(copy(AMINA, (VERA, cast.vera), talk, 3), at(0)).await.unwrap();
        carried(tx, 0).await;
        let heard = tx.talks_heard(VERA, at(-1)).await.unwrap();
        assert_eq!(heard, [(talk, amina.alias.clone())]);
        assert_eq!(tx.talks_heard(VERA, at(1)).await.unwrap(), []);
        assert_eq!(tx.talks_heard(AMINA, at(-1)).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn a_topic_is_asked_for_once_a_day_and_forgotten_when_it_is_gone() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let pair = cast.pair(tx).await.id;
        assert!(!tx.uses_topics().await.unwrap());
        tx.use_topics(true).await.unwrap();
        assert!(tx.uses_topics().await.unwrap());
        assert_eq!(tx.ask_for_topics(TOMAS, &[pair], at(1)).await.unwrap(), [pair]);
        assert!(tx.ask_for_topics(TOMAS, &[pair], at(2)).await.unwrap().is_empty(), "it is being made");
        let name = RelayLetter::Topic { name: "Amina".to_owned() };
        let made = Post::op((TOMAS, cast.tomas), Rank::Answer, Op::Room(name.into())).within(pair);
        let id = tx.post(made, at(2)).await.unwrap();
        assert_eq!(tx.lease(9, at(2)).await.unwrap()[0].thread, None);
        tx.sign_off(&[SignOff { id, lane: TOMAS, carried: Carried::Topic(77), not_before: at(2) }], at(2))
            .await
            .unwrap();
        let known = tx.conversations_in_topics(&[(TOMAS, 77), (TOMAS, 78)]).await.unwrap();
        assert_eq!(known, [((TOMAS, 77), pair)].into());
        let header = Post::ranked((TOMAS, cast.tomas), Rank::Relay, RelayLetter::Forwarded).within(pair);
        let other = Post::ranked((TOMAS, cast.tomas), Rank::Answer, RelayLetter::Forwarded).within(pair);
        tx.post_all(&[header, other], at(3)).await.unwrap();
        for thread in [None, Some(77)] {
            let errand = tx.lease(9, at(3)).await.unwrap().remove(0);
            assert_eq!(errand.thread, thread, "only what is relayed stands there");
            tx.sign_off(
                &[SignOff { id: errand.id, lane: TOMAS, carried: Carried::Sent(None), not_before: at(3) }],
                at(3),
            )
            .await
            .unwrap();
        }
        tx.topic_lost(TOMAS, pair).await.unwrap();
        assert!(tx.conversations_in_topics(&[(TOMAS, 77)]).await.unwrap().is_empty());
        assert!(tx.ask_for_topics(TOMAS, &[pair], at(24)).await.unwrap().is_empty());
        assert_eq!(tx.ask_for_topics(TOMAS, &[pair], at(25)).await.unwrap(), [pair]);
        tx.use_topics(false).await.unwrap();
        assert_eq!(
            tx.ask_for_topics(TOMAS, &[pair], at(26)).await.unwrap(),
            [pair],
            "nothing is known any more"
        );
        assert!(tx.with_several().await.unwrap().is_empty());
    })
    .await;
}
