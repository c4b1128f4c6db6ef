//! People.

use crate::room::{AMINA, Cast, TOMAS, VERA, at, on_both, someone};
use lazo::domain::dialogue::Dialogue;
use lazo::domain::id::{ChatId, PersonId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Profile, Reach, Role, Standing};
use lazo::domain::zone::Tz;
use lazo::store::Alarm;

#[tokio::test]
async fn a_person_is_found_by_her_chat_and_by_her_id_as_she_was_saved() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let mut amina = tx.person_in(AMINA).await.unwrap().unwrap();
        assert_eq!((amina.id, amina.alias.as_str()), (cast.amina, "Amina"));
        amina.alias = "'; DROP TABLE person; -- \u{202e}".to_owned();
        amina.lang = Lang::new("ar");
        amina.zone = Tz::known("Asia/Damascus");
        amina.coordinator = Some(cast.vera);
        amina.file_number = Some("F-7".to_owned());
        amina.dialogue = Some(Dialogue::Team { until: 5 });
        amina.profile = Profile { consent: Some(3), adult: Some(true), ..Profile::default() };
        amina.paused_until = Some(at(9));
        tx.save(&amina).await.unwrap();
        assert_eq!(tx.person_in(AMINA).await.unwrap(), Some(amina.clone()));
        assert_eq!(tx.person(cast.amina).await.unwrap(), Some(amina));
        assert_eq!(tx.person_in(ChatId(99)).await.unwrap(), None);
        assert_eq!(tx.person(PersonId(99)).await.unwrap(), None);
        let wanted = [cast.tomas, cast.amina];
        let both = tx.persons(&[cast.tomas, cast.amina, cast.tomas]).await.unwrap();
        assert_eq!(both.iter().map(|person| person.id).collect::<Vec<_>>(), wanted);
    })
    .await;
}

#[tokio::test]
async fn staff_are_those_who_are_ready_and_leads_come_first() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let lead = tx.admit(&someone(cast.programme, ChatId(44), "Eva", Role::Lead)).await.unwrap();
        let mut joining = someone(cast.programme, ChatId(55), "Pía", Role::Coordinator);
        joining.standing = Standing::Joining;
        tx.admit(&joining).await.unwrap();
        let staff = tx.staff(cast.programme).await.unwrap();
        assert_eq!(staff.iter().map(|it| it.id).collect::<Vec<_>>(), [lead, cast.vera]);
        let other = tx.found(at(0)).await.unwrap();
        assert!(tx.staff(other).await.unwrap().is_empty(), "another programme's staff are not ours");
        let mentors = tx.everyone(cast.programme, Role::Mentor).await.unwrap();
        assert_eq!(mentors.iter().map(|it| it.id).collect::<Vec<_>>(), [cast.tomas]);
        assert_eq!(tx.count_people(cast.programme, Role::Coordinator, Standing::Joining).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn everyone_concerned_is_staff_and_people_in_live_pairs_who_can_be_reached() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        assert_eq!(tx.everyone_concerned().await.unwrap(), [VERA]);
        cast.pair(tx).await;
        assert_eq!(tx.everyone_concerned().await.unwrap(), [AMINA, TOMAS, VERA]);
        assert!(tx.reach(AMINA, Reach::Blocked, at(1)).await.unwrap());
        assert!(!tx.reach(AMINA, Reach::Blocked, at(2)).await.unwrap(), "known already");
        assert_eq!(tx.everyone_concerned().await.unwrap(), [TOMAS, VERA]);
        assert_eq!(tx.person_in(AMINA).await.unwrap().unwrap().reach, Reach::Blocked);
    })
    .await;
}

#[tokio::test]
async fn opening_a_dialogue_leaves_the_rest_of_a_person_alone() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let before = tx.person(cast.tomas).await.unwrap().unwrap();
        tx.await_from(cast.tomas, Some(&Dialogue::Setup)).await.unwrap();
        let during = tx.person(cast.tomas).await.unwrap().unwrap();
        assert_eq!(during.dialogue, Some(Dialogue::Setup));
        tx.await_from(cast.tomas, None).await.unwrap();
        assert_eq!(tx.person(cast.tomas).await.unwrap(), Some(before));
    })
    .await;
}

#[tokio::test]
async fn everybody_of_a_programme_is_named_and_whose_mail_waits_is_listed_by_when_it_becomes_a_case() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let mut amina = tx.person(cast.amina).await.unwrap().unwrap();
        amina.file_number = Some("F-1".to_owned());
        tx.save(&amina).await.unwrap();
        let named = tx.names_in(cast.programme).await.unwrap();
        assert!(named.contains(&(cast.amina, amina.alias.clone(), Some("F-1".to_owned()))), "{named:?}");
        assert!(named.iter().any(|(id, ..)| *id == cast.tomas));
        tx.wake(Alarm::Mail, cast.tomas.0, at(2)).await.unwrap();
        tx.wake(Alarm::Mail, cast.amina.0, at(5)).await.unwrap();
        tx.wake(Alarm::Paper, cast.vera.0, at(1)).await.unwrap();
        let mut waits = async |by| -> Vec<_> {
            let found = tx.wait_for_answers(cast.programme, by).await.unwrap();
            found.iter().map(|(person, _)| person.id).collect()
        };
        assert!(waits(at(1)).await.is_empty());
        assert_eq!(waits(at(2)).await, [cast.tomas]);
        assert_eq!(waits(at(9)).await, [cast.tomas, cast.amina]);
    })
    .await;
}
