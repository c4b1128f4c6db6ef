//! 🆘 of somebody with two parts: her words are her teams' alike, whichever of her parts they were written as. What has reached
//! a team stays there, and whoever has a case of hers later gets all of it.

use crate::her_phone::{afraid, named};
use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::id::ProgrammeId;
use lazo::domain::person::{Person, Role};
use lazo::domain::programme::Contact;

/// Amina is Tomás's mentee in one programme, and Karim's mentor in another, or in the same.
struct Cast {
    world: World,
    amina: Friend,
    tomas: Friend,
    vera: Friend,
    eva: Friend,
    elsewhere: ProgrammeId,
}

impl Cast {
    async fn meet(two: bool) -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let (elsewhere, eva) = if two {
            world.second_programme().await
        } else {
            (world.programme(), world.joined("Eva", Role::Coordinator).await)
        };
        let mentor = world.also(&amina, Role::Mentor, elsewhere).await;
        let karim = world.joined("Karim", Role::Mentee).await;
        world
            .changes(async |tx, _| {
                let karim = tx.person(karim.id).await.unwrap().unwrap();
                tx.save(&Person { programme: elsewhere, ..karim }).await.unwrap();
            })
            .await;
        world.introduce(&[(&karim, Side::Mentee), (&mentor, Side::Mentor)], &eva).await;
        Self { world, amina, tomas, vera, eva, elsewhere }
    }

    async fn is_about_karim(&self) {
        self.amina.presses(&named("👤", "Karim")).await;
    }
}

fn shows(friend: &Friend, words: &str) -> bool {
    friend.phone.screen().iter().any(|seen| seen.text.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_reached_a_team_after_the_tap_is_not_taken_back_or_rewritten_whomever_it_is_about() {
    let it = Cast::meet(true).await;
    afraid(&it.amina, None).await;
    let words = it.amina.says("ساعدوني الآن").await;
    let more = it.amina.says("هو في الباب").await;
    for staff in [&it.vera, &it.eva] {
        staff.hears("ساعدوني الآن");
        staff.hears("هو في الباب");
    }
    it.is_about_karim().await;
    it.amina.replies(words, "/undo").await;
    assert!(it.amina.phone.edits(more, "كل شيء بخير"));
    it.world.settles().await;
    it.world.minutes_pass(1).await;
    for staff in [&it.vera, &it.eva] {
        assert!(shows(staff, "ساعدوني الآن"), "{:?}", staff.reads());
        assert!(shows(staff, "هو في الباب"), "{:?}", staff.reads());
        assert!(shows(staff, "كل شيء بخير"), "below it: {:?}", staff.reads());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_she_shares_is_followed_whomever_it_is_about() {
    let it = Cast::meet(true).await;
    afraid(&it.amina, None).await;
    let place = it.amina.sends(Content::Location { live: true }).await;
    it.is_about_karim().await;
    let places = |staff: &Friend| staff.copies().iter().filter(|seen| seen.kind == "location").count();
    let before = [&it.vera, &it.eva].map(places);
    assert_eq!(before, [1, 1]);
    it.world.minutes_pass(2).await;
    assert!(it.amina.phone.exchanges(place, Content::Location { live: true }));
    it.world.settles().await;
    assert_eq!([&it.vera, &it.eva].map(places), [2, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_rung_later_in_the_other_programme_gets_all_she_wrote() {
    let it = Cast::meet(true).await;
    let pau = it.world.joined("Pau", Role::Mentor).await;
    it.world
        .changes(async |tx, _| {
            let pau = tx.person(pau.id).await.unwrap().unwrap();
            tx.save(&Person { programme: it.elsewhere, ..pau.clone() }).await.unwrap();
            tx.set_contact(it.elsewhere, 1, &Contact::Person(pau.id)).await.unwrap();
        })
        .await;
    afraid(&it.amina, None).await;
    it.amina.says("ساعدوني الآن").await;
    it.world.minutes_pass(16).await;
    assert!(
        pau.reads().iter().any(|text| text.contains("Alguien no se siente a salvo")),
        "{:?}",
        pau.reads()
    );
    assert!(shows(&pau, "ساعدوني الآن"), "{:?}", pau.reads());
    // He answers her.
    let copy = pau.phone.screen().into_iter().find(|seen| seen.text.contains("ساعدوني الآن")).unwrap();
    pau.replies(copy.id, "ya voy").await;
    assert!(shows(&it.amina, "ya voy"), "{:?}", it.amina.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn whichever_of_two_teams_of_one_programme_she_taps_it_stays_there() {
    for at in [0, 1] {
        let it = Cast::meet(false).await;
        let his = it.tomas.says("مرحبا").await;
        assert!(his > 0);
        afraid(&it.amina, None).await;
        let to = it.amina.hears("مرحبا").id;
        let words = it.amina.replies(to, "لا أستطيع").await;
        let question = it.amina.phone.screen().into_iter().rev().find(|seen| {
            seen.from_bot && seen.buttons.iter().flatten().any(|button| button.text.contains("💬 إلى الفريق"))
        });
        let question = question.expect("she is asked");
        let teams = question.buttons.iter().flatten().filter(|button| button.text.contains("💬 إلى الفريق"));
        let teams: Vec<String> = teams.filter_map(|button| button.data.clone()).collect();
        let Some(data) = teams.get(at) else { continue };
        it.amina.phone.sends_callback(question.id, data);
        it.world.settles().await;
        it.vera.hears("لا أستطيع");
        it.amina.replies(words, "/undo").await;
        assert!(shows(&it.vera, "لا أستطيع"), "{at}: {:?}", it.vera.reads());
    }
}
