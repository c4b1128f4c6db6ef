//! Before the first pair with somebody under 18 the lead says where its copies are read (spec programme, safeguarding 4).

use crate::pairing::{proposes, three};
use crate::world::World;
use lazo::domain::guardian::Guardian;
use lazo::domain::person::Role;

const WHERE: &str = "Where should the team read the copies?";
const ASKS_FIRST: &str = "First the lead must say where copies are read";

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_into_the_first_pair_with_a_minor_before_the_lead_says_where_copies_are_read() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [vera, amina, tomas] = three(&world).await;
    let programme = world.programme();
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(programme).await.unwrap();
            programme.reads_privately = false;
            tx.save_programme(&programme, now).await.unwrap();
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.profile.adult = Some(false);
            person.profile.guardian =
                Some(Guardian { role: "mother".to_owned(), on: chrono::NaiveDate::default(), by: vera.id });
            tx.save(&person).await.unwrap();
        })
        .await;
    proposes(&vera, "Amina", "Tomás").await;
    vera.hears(ASKS_FIRST);
    lea.hears(WHERE);
    world.hours_pass(24).await;
    let asked = || tomas.reads().iter().any(|text| text.contains("El equipo lee también este chat"));
    assert!(!asked(), "{:?}", tomas.reads());
    lea.presses("✅ My private chat will do").await;
    lea.hears("Copies will come to you, here");
    let before = vera.reads().iter().filter(|text| text.contains(ASKS_FIRST)).count();
    proposes(&vera, "Amina", "Tomás").await;
    vera.hears("Both are asked");
    assert!(asked(), "{:?}", tomas.reads());
    assert_eq!(
        vera.reads().iter().filter(|text| text.contains(ASKS_FIRST)).count(),
        before,
        "it is asked once"
    );
}
