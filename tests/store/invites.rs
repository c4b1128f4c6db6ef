//! Invitations and wrong links.

use crate::room::{AMINA, Cast, TOMAS, at, on_both, someone};
use chrono::TimeDelta;
use lazo::domain::id::ChatId;
use lazo::domain::invite::{NewInvite, Token};
use lazo::domain::paging::Turn;
use lazo::domain::person::{Role, Standing};
use lazo::domain::programme::Contact;

fn invite() -> NewInvite {
    NewInvite { programme: None, role: Role::Lead, alias: None, file_number: None, invited_by: None }
}

#[tokio::test]
async fn an_invitation_is_found_by_its_hash_and_used_once() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let what = NewInvite {
            programme: Some(cast.programme),
            role: Role::Mentee,
            alias: Some("Nur'; --".to_owned()),
            file_number: Some("F-1".to_owned()),
            invited_by: Some(cast.vera),
        };
        let (token, end) = (Token::new([7; 16]), at(0) + TimeDelta::days(14));
        let id = tx.invite(&what, &token.hash(), end, at(0)).await.unwrap();
        let found = tx.invited(&token.hash()).await.unwrap().unwrap();
        assert_eq!((found.id, &found.what, found.expires_at, found.used_by), (id, &what, end, None));
        assert!(tx.invited(&Token::new([8; 16]).hash()).await.unwrap().is_none());
        assert_eq!(tx.invitation(id).await.unwrap(), Some(found));
        assert!(tx.use_up(id, cast.amina, at(1)).await.unwrap());
        assert!(!tx.use_up(id, cast.tomas, at(2)).await.unwrap());
        assert_eq!(tx.invited(&token.hash()).await.unwrap().unwrap().used_by, Some(cast.amina));
    })
    .await;
}

#[tokio::test]
async fn only_the_links_that_are_meant_are_withdrawn() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let end = at(0) + TimeDelta::days(14);
        let hers = NewInvite { programme: Some(cast.programme), invited_by: Some(cast.vera), ..invite() };
        let terminal = NewInvite { programme: Some(cast.programme), ..invite() };
        for (hash, what) in [("first", &invite()), ("hers", &hers), ("terminal", &terminal)] {
            tx.invite(what, hash, end, at(0)).await.unwrap();
        }
        assert_eq!(tx.revoke(Some(cast.vera), at(1)).await.unwrap(), 1);
        assert_eq!(tx.invited("hers").await.unwrap().unwrap().expires_at, at(1));
        assert_eq!(tx.revoke(None, at(2)).await.unwrap(), 1);
        assert_eq!(tx.invited("first").await.unwrap().unwrap().expires_at, at(2));
        assert_eq!(tx.invited("terminal").await.unwrap().unwrap().expires_at, end);
    })
    .await;
}

#[tokio::test]
async fn wrong_links_are_counted_for_an_hour_and_each_chat_by_itself() {
    on_both(async |tx| {
        for minute in 0..5 {
            tx.guessed(AMINA, at(0) + TimeDelta::minutes(minute)).await.unwrap();
        }
        tx.guessed(TOMAS, at(0)).await.unwrap();
        assert_eq!(tx.guesses(AMINA, at(0) + TimeDelta::minutes(59)).await.unwrap(), 5);
        assert_eq!(tx.guesses(AMINA, at(0) + TimeDelta::minutes(62)).await.unwrap(), 2);
        assert_eq!(tx.guesses(ChatId(99), at(0)).await.unwrap(), 0);
        // That she was told to wait counts as long as the first of those that are still counted.
        tx.told_to_wait(AMINA, at(0) + TimeDelta::minutes(59)).await.unwrap();
        assert_eq!(tx.guesses(AMINA, at(0) + TimeDelta::minutes(59)).await.unwrap(), 6);
        assert_eq!(tx.guesses(AMINA, at(0) + TimeDelta::minutes(60)).await.unwrap(), 4);
        tx.told_to_wait(ChatId(99), at(0)).await.unwrap();
        assert_eq!(tx.guesses(ChatId(99), at(0)).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_one_coordinator_looked_after_is_handed_over_whole() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let lead = tx.admit(&someone(cast.programme, ChatId(44), "Eva", Role::Lead)).await.unwrap();
        let mut gone = someone(cast.programme, ChatId(45), "Pía", Role::Lead);
        gone.standing = Standing::Left;
        tx.admit(&gone).await.unwrap();
        let leads = tx.leads(cast.programme).await.unwrap();
        assert_eq!(leads.iter().map(|it| it.id).collect::<Vec<_>>(), [lead]);
        let mut amina = tx.person(cast.amina).await.unwrap().unwrap();
        amina.coordinator = Some(cast.vera);
        tx.save(&amina).await.unwrap();
        tx.set_contact(cast.programme, 0, &Contact::Person(cast.vera)).await.unwrap();
        tx.set_contact(cast.programme, 1, &Contact::Person(cast.vera)).await.unwrap();
        tx.hand_over(cast.vera, lead, at(1)).await.unwrap();
        assert_eq!(tx.hand_places(cast.vera, lead).await.unwrap(), [0], "nobody of the team is outside it");
        assert_eq!(tx.person(cast.amina).await.unwrap().unwrap().coordinator, Some(lead));
        let contacts = tx.contacts(cast.programme).await.unwrap();
        assert_eq!(contacts, [(1, Contact::Person(lead))]);
    })
    .await;
}

#[tokio::test]
async fn open_invitations_are_listed_page_by_page_to_whoever_may_see_them_and_withdrawn_once() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let end = at(0) + TimeDelta::days(14);
        let of =
            |role, invited_by| NewInvite { programme: Some(cast.programme), role, invited_by, ..invite() };
        let mut ids = Vec::new();
        for (hash, what) in [
            ("hers", of(Role::Mentee, Some(cast.vera))),
            ("terminal", of(Role::Mentor, None)),
            ("terminal's lead", of(Role::Lead, None)),
            ("another's", of(Role::Mentee, Some(cast.tomas))),
            ("founds", invite()),
            ("moves", of(Role::Mentee, Some(cast.vera))),
            ("used", of(Role::Mentee, Some(cast.vera))),
        ] {
            ids.push(tx.invite(&what, hash, end, at(0)).await.unwrap());
        }
        tx.moves("moves", cast.amina).await.unwrap();
        tx.use_up(ids[6], cast.amina, at(1)).await.unwrap();
        let mut shown = async |of, turn, most, now| -> Vec<usize> {
            let found = tx.open_invites((cast.programme, of), turn, most, now).await.unwrap();
            found.iter().map(|it| ids.iter().position(|id| *id == it.id).unwrap()).collect()
        };
        assert_eq!(shown(None, Turn::First, 9, at(1)).await, [0, 1, 2, 3]);
        assert_eq!(shown(Some(cast.vera), Turn::First, 9, at(1)).await, [0, 1]);
        assert_eq!(shown(None, Turn::First, 2, at(1)).await, [0, 1]);
        assert_eq!(shown(None, Turn::After(ids[1].0), 9, at(1)).await, [2, 3]);
        assert_eq!(shown(None, Turn::Before(ids[2].0), 9, at(1)).await, [1, 0]);
        assert!(shown(None, Turn::First, 9, end).await.is_empty());
        assert!(tx.withdraw_invite(ids[0], at(2)).await.unwrap());
        assert_eq!(tx.invitation(ids[0]).await.unwrap().unwrap().expires_at, at(2));
        for over in [ids[0], ids[5], ids[6]] {
            assert!(!tx.withdraw_invite(over, at(2)).await.unwrap(), "{over:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn file_numbers_are_known_of_people_and_invitations_of_one_programme() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let end = at(0) + TimeDelta::days(14);
        let with = |programme, number: &str| NewInvite {
            programme,
            role: Role::Mentor,
            file_number: Some(number.to_owned()),
            ..invite()
        };
        let open = tx.invite(&with(Some(cast.programme), "2026-002"), "open", end, at(0)).await.unwrap();
        tx.invite(&with(Some(cast.programme), "2026-003"), "old", at(1), at(0)).await.unwrap();
        tx.invite(&with(None, "2026-004"), "elsewhere", end, at(0)).await.unwrap();
        let mut amina = tx.person(cast.amina).await.unwrap().unwrap();
        amina.file_number = Some("%_'".to_owned());
        tx.save(&amina).await.unwrap();
        let mut known = tx.file_numbers(cast.programme).await.unwrap();
        known.retain(|it| it.starts_with("2026") || it.starts_with('%'));
        known.sort();
        assert_eq!(known, ["%_'", "2026-002", "2026-003"]);
        let (people, invites) = tx.numbered(cast.programme, at(2)).await.unwrap();
        assert!(people.contains(&("%_'".to_owned(), cast.amina)), "{people:?}");
        assert_eq!(invites, [("2026-002".to_owned(), Role::Mentor)]);
        tx.withdraw_invite(open, at(2)).await.unwrap();
        assert!(tx.numbered(cast.programme, at(2)).await.unwrap().1.is_empty());
    })
    .await;
}
