//! `lazo remove`: without --yes it changes nothing, and who cannot be taken out is said.

use crate::house::House;
use chrono::DateTime;
use lazo::clock::Clock;
use lazo::domain::id::{ChatId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::zone::Tz;
use lazo::store::Db;

#[tokio::test]
async fn whoever_is_named_wrongly_is_told_who_there_is_and_nothing_happens() {
    let house = House::new().await;
    assert_eq!(house.runs().await.terminates().await, Some(0));
    let db = Db::open(&house.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let programme = tx.found(Clock::default().now()).await.unwrap();
    tx.admit(&member(programme, 11, "Vera", Role::Coordinator)).await.unwrap();
    let _ = tx.commit().await.unwrap();
    for arguments in
        [&["remove", "--person", "1", "--to", "2"][..], &["remove", "--person", "1", "--to", "1", "--yes"]]
    {
        let said = house.asks(arguments).await;
        assert_eq!(said.code, Some(2), "{}", said.err);
        assert!(said.err.contains("Say --person with a coordinator's number"), "{}", said.err);
        assert!(said.err.contains("There is: Vera (1)."), "{}", said.err);
    }
    let without = house.asks(&["remove", "--person", "1"]).await;
    assert_eq!(without.code, Some(2), "{}", without.err);
}

fn member(programme: ProgrammeId, chat: i64, alias: &str, role: Role) -> Person {
    Person {
        id: PersonId(0),
        programme,
        role,
        chat: ChatId(chat),
        standing: Standing::Ready,
        reach: Reach::Reachable,
        lang: Lang::new("en"),
        alias: alias.to_owned(),
        zone: Tz::known("Europe/Madrid"),
        coordinator: None,
        file_number: None,
        dialogue: None,
        profile: Profile::default(),
        paused_until: None,
        joined_at: DateTime::UNIX_EPOCH,
    }
}

#[tokio::test]
async fn without_yes_it_says_what_would_change_hands_and_with_it_she_is_out() {
    let house = House::new().await;
    let db = Db::open(&house.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let programme = tx.found(Clock::default().now()).await.unwrap();
    let vera = tx.admit(&member(programme, 11, "Vera", Role::Coordinator)).await.unwrap();
    let marta = tx.admit(&member(programme, 22, "Marta", Role::Coordinator)).await.unwrap();
    let amina = Person { coordinator: Some(vera), ..member(programme, 33, "Amina", Role::Mentee) };
    let amina = tx.admit(&amina).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let (from, to) = (vera.to_string(), marta.to_string());
    let asked = house.asks(&["remove", "--person", &from, "--to", &to]).await;
    assert_eq!(asked.code, Some(0), "{}", asked.err);
    assert!(asked.out.contains("Nothing has changed") && asked.out.contains("Marta"), "{}", asked.out);
    let stands = async || {
        let mut tx = db.begin().await.unwrap();
        let (vera, amina) = (tx.person(vera).await.unwrap(), tx.person(amina).await.unwrap());
        (vera.unwrap().standing, amina.unwrap().coordinator)
    };
    assert_eq!(stands().await, (Standing::Ready, Some(vera)));
    let done = house.asks(&["remove", "--person", &from, "--to", &to, "--yes"]).await;
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains("is out of the team"), "{}", done.out);
    assert_eq!(stands().await, (Standing::Left, Some(marta)));
}

#[tokio::test]
async fn where_nobody_works_yet_it_says_so() {
    let house = House::new().await;
    assert_eq!(house.runs().await.terminates().await, Some(0));
    let said = house.asks(&["remove", "--person", "1", "--to", "2"]).await;
    assert_eq!(said.code, Some(2));
    assert!(said.err.starts_with("Nobody works in a team yet: invite its lead first"), "{}", said.err);
}
