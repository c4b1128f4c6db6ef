//! Programmes, their contacts, and single facts.

use crate::room::{at, on_both};
use chrono::NaiveDate;
use lazo::domain::country::Country;
use lazo::domain::id::ChatId;
use lazo::domain::lang::Lang;
use lazo::domain::programme::{Contact, Question};
use lazo::domain::zone::Tz;

#[tokio::test]
async fn a_programme_keeps_what_its_lead_has_answered() {
    on_both(async |tx| {
        let id = tx.found(at(0)).await.unwrap();
        let mut programme = tx.programme(id).await.unwrap();
        assert!(!programme.set_up && programme.name.is_empty());
        programme.name = "Casa <b>Ana</b> 'قصر' 😀".to_owned();
        programme.languages = ["ar", "es"].map(Lang::new).to_vec();
        programme.zone = Tz::known("Asia/Kathmandu");
        programme.rhythm = 30;
        programme.holidays = vec![NaiveDate::from_ymd_opt(2026, 12, 24).unwrap()];
        programme.group = Some(ChatId(-1_001_234_567_890));
        programme.helplines = vec!["Casa Ana: 016".to_owned()];
        programme.country = Country::find("it");
        programme.asked_at = Some(at(7));
        programme.responsible = Some("Casa Ana, data@casaana.example".to_owned());
        for question in Question::ALL {
            programme.answer(*question);
        }
        programme.set_up = true;
        tx.save_programme(&programme, at(1)).await.unwrap();
        assert_eq!(tx.programme(id).await.unwrap(), programme);
        assert_eq!(tx.programmes().await.unwrap(), [programme.clone()]);
        let found = tx.programme_of_group(ChatId(-1_001_234_567_890)).await.unwrap();
        assert_eq!(found, Some(programme));
        assert_eq!(tx.programme_of_group(ChatId(-5)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_contact_is_a_person_or_words_and_can_be_replaced() {
    on_both(async |tx| {
        let cast = crate::room::Cast::enter(tx).await;
        let words = Contact::Words("Board: 600 000 000".to_owned());
        tx.set_contact(cast.programme, 1, &words).await.unwrap();
        tx.set_contact(cast.programme, 0, &Contact::Person(cast.vera)).await.unwrap();
        assert_eq!(
            tx.contacts(cast.programme).await.unwrap(),
            [(0, Contact::Person(cast.vera)), (1, words.clone())]
        );
        tx.set_contact(cast.programme, 0, &words).await.unwrap();
        assert_eq!(tx.contacts(cast.programme).await.unwrap(), [(0, words.clone()), (1, words)]);
    })
    .await;
}

#[tokio::test]
async fn facts_are_noted_and_replaced() {
    on_both(async |tx| {
        assert_eq!(tx.fact("bot_name").await.unwrap(), None);
        tx.note("bot_name", "lazo").await.unwrap();
        tx.note("bot_name", "lazo_bot").await.unwrap();
        assert_eq!(tx.fact("bot_name").await.unwrap().as_deref(), Some("lazo_bot"));
        assert_eq!(tx.heartbeat().await.unwrap(), None);
        tx.beat(at(3), at(3)).await.unwrap();
        assert_eq!(tx.heartbeat().await.unwrap(), Some(at(3)));
    })
    .await;
}

#[tokio::test]
async fn an_update_is_new_once_and_can_be_set_aside_twice() {
    on_both(async |tx| {
        let first = tx.see(&[7, 8, 7], at(0)).await.unwrap();
        assert_eq!((first.len(), first.contains(&7), first.contains(&8)), (2, true, true));
        let second = tx.see(&[8, 9], at(1)).await.unwrap();
        assert_eq!(second.into_iter().collect::<Vec<_>>(), [9]);
        tx.set_aside(8, "it was strange", at(1)).await.unwrap();
        tx.set_aside(8, "it was strange", at(1)).await.unwrap();
    })
    .await;
}
