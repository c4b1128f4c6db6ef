//! A contact of the programme's leaves Lazo, or somebody else is called in her place: what she was for is somebody else's from
//! that moment, and her screens are no way to it. The same two people are never called twice.

use crate::cases::opens;
use crate::her_phone::afraid;
use crate::world::{Friend, World};
use lazo::domain::case::{CaseFile, CaseKind};
use lazo::domain::id::CaseId;
use lazo::domain::person::{Role, Standing};
use lazo::domain::programme::Contact;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const ONLY_OUTSIDE: &str = "لا يرى هذا إلا شخص من خارج الفريق";
const NOBODY: &str = "لا يوجد هنا بعد من يمكنه النظر في هذا";
const TAKES: &str = "👤 Me ocupo";
const ON_IT: &str = "👤 I’m on it";

/// Lea leads, Vera looks after Amina; Nora, a mentor, is the contact outside the team, and Pau, another, is called first.
struct Cast {
    world: World,
    lea: Friend,
    amina: Friend,
    vera: Friend,
    nora: Friend,
    pau: Friend,
}

impl Cast {
    async fn meet() -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let nora = world.joined("Nora", Role::Mentor).await;
        let pau = world.joined("Pau", Role::Mentor).await;
        let it = Self { world, lea, amina, vera, nora, pau };
        it.is_called(0, &it.nora).await;
        it.is_called(1, &it.pau).await;
        it
    }

    async fn is_called(&self, place: i64, friend: &Friend) {
        let (programme, contact) = (self.world.programme(), Contact::Person(friend.id));
        self.world.changes(async |tx, _| tx.set_contact(programme, place, &contact).await.unwrap()).await;
    }

    /// Amina says that it is about the lead.
    async fn means_lead(&self) {
        self.amina.says(SOS).await;
        self.amina.presses("🧭 الأمر يتعلق بالفريق").await;
        self.amina.presses("🔑 من يقود البرنامج").await;
    }

    async fn writes(&self, words: &str) {
        self.amina.says("/team").await;
        self.amina.says(words).await;
    }

    /// Her case about the team.
    async fn claim(&self) -> CaseFile {
        let claims = self.world.changes(async |tx, _| tx.claims(self.world.programme()).await.unwrap()).await;
        self.file(claims[0].case).await
    }

    async fn file(&self, case: CaseId) -> CaseFile {
        self.world.changes(async |tx, _| tx.cases(&[case]).await.unwrap().remove(0)).await
    }
}

/// The lead changes a contact in her settings.
async fn is_now(lea: &Friend, place: &str, words: &str) {
    lea.says("/settings").await;
    lea.presses(place).await;
    lea.says(words).await;
}

async fn leaves(friend: &Friend) {
    friend.says("/leave").await;
    friend.presses("🚪 Sí, dejarlo").await;
}

fn told(friend: &Friend) -> bool {
    friend.phone.history().iter().any(|seen| seen.from_bot && seen.text.contains("S1"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_the_lead_is_not_for_a_contact_who_has_left_but_for_whoever_is_next() {
    for stays in [false, true] {
        let it = Cast::meet().await;
        leaves(&it.nora).await;
        if stays {
            // As it stands in a database of before.
            it.is_called(0, &it.nora).await;
        }
        let before = it.nora.phone.history().len();
        it.means_lead().await;
        it.amina.hears(ONLY_OUTSIDE);
        assert!(told(&it.pau), "{:?}", it.pau.reads());
        it.writes("about her").await;
        it.pau.hears("about her");
        it.world.hours_pass(2).await;
        assert_eq!(it.nora.phone.history().len(), before, "{:?}", it.nora.reads());
        for friend in [&it.lea, &it.vera] {
            assert!(!told(friend));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_follows_a_contact_who_has_left_she_reads_that_nobody_has_it() {
    let it = Cast::meet().await;
    leaves(&it.pau).await;
    leaves(&it.nora).await;
    it.means_lead().await;
    it.amina.hears(NOBODY);
    it.amina.never_hears(ONLY_OUTSIDE);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_contact_had_taken_is_nobodys_when_she_leaves_and_rings_for_whoever_is_next() {
    let it = Cast::meet().await;
    it.means_lead().await;
    it.nora.presses(TAKES).await;
    assert_eq!(it.claim().await.has(), Some(it.nora.id));
    it.writes("about her").await;
    it.nora.hears("about her");
    assert!(!told(&it.pau));
    leaves(&it.nora).await;
    assert_eq!(it.claim().await.has(), None);
    assert!(told(&it.pau), "{:?}", it.pau.reads());
    it.writes("and now?").await;
    it.pau.hears("and now?");
    it.nora.never_hears("and now?");
    it.pau.presses(TAKES).await;
    assert_eq!(it.claim().await.has(), Some(it.pau.id));
    // He leaves, too: it is nobody's until somebody is there again.
    leaves(&it.pau).await;
    assert_eq!(it.claim().await.has(), None);
    let rosa = it.world.joined("Rosa", Role::Mentor).await;
    it.is_called(0, &rosa).await;
    it.world.hours_pass(2).await;
    assert!(told(&rosa), "{:?}", rosa.reads());
    for friend in [&it.lea, &it.vera] {
        assert!(!told(friend));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn her_case_rings_anew_when_an_urgent_contact_who_had_it_leaves() {
    let it = Cast::meet().await;
    afraid(&it.amina, Some("✅ نعم")).await;
    it.world.minutes_pass(16).await;
    it.pau.presses(TAKES).await;
    it.world.minutes_pass(16).await;
    let cards = || it.vera.phone.history().iter().filter(|seen| seen.text.contains("Case 1")).count();
    let before = cards();
    leaves(&it.pau).await;
    assert!(cards() > before, "it is told anew");
    let owned = it.world.changes(async |tx, _| {
        let (case, _) = tx.unsafe_case_of(it.amina.id).await.unwrap().unwrap();
        tx.cases(&[case]).await.unwrap().remove(0).has()
    });
    assert_eq!(owned.await, None);
    it.vera.presses(ON_IT).await;
    it.vera.hears("On it: Vera");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_left_of_two_urgent_contacts_is_rung_for() {
    let it = Cast::meet().await;
    it.is_called(2, &it.nora).await;
    leaves(&it.pau).await;
    opens(&it.world, CaseKind::Unsafe, None, Some(&it.amina)).await;
    it.world.minutes_pass(16).await;
    assert!(
        it.nora.reads().iter().any(|text| text.contains("Alguien no se siente a salvo")),
        "{:?}",
        it.nora.reads()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_who_hands_over_to_the_other_urgent_contact_leaves_an_empty_place() {
    for heir_has_one in [false, true] {
        let it = Cast::meet().await;
        it.is_called(1, &it.lea).await;
        if heir_has_one {
            it.is_called(2, &it.vera).await;
        }
        it.lea.says("/leave").await;
        it.lea.presses("⭐ Vera").await;
        let contacts = it.world.changes(async |tx, _| tx.contacts(it.world.programme()).await.unwrap()).await;
        let hers: Vec<i64> = contacts
            .iter()
            .filter(|(_, it_is)| *it_is == Contact::Person(it.vera.id))
            .map(|(at, _)| *at)
            .collect();
        assert_eq!(hers, [if heir_has_one { 2 } else { 1 }], "{contacts:?}");
        assert!(!contacts.iter().any(|(_, it_is)| *it_is == Contact::Person(it.lea.id)), "{contacts:?}");
        let gone = "This person cannot be reached in Lazo any more";
        let asked = it.vera.reads().iter().any(|text| text.contains(gone) && text.contains("Lea"));
        assert_eq!(asked, heir_has_one, "{:?}", it.vera.reads());
    }
}

/// Lea leads here, and is a mentor elsewhere: what was reported here stays with her when she leaves there.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_reported_in_one_programme_stays_where_it_is_when_its_reader_leaves_another() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let (elsewhere, _) = world.second_programme().await;
    let there = world.also(&lea, Role::Mentor, elsewhere).await;
    tomas.says("feo").await;
    amina.says(SOS).await;
    amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    lea.hears("feo");
    let before = [&lea, &vera].map(|friend| friend.phone.history().len());
    lea.says("/leave").await;
    lea.presses("🤝 Casa Sol · mentor").await;
    lea.presses("🚪 Yes, leave").await;
    let part = world.changes(async |tx, _| tx.person(there.id).await.unwrap().unwrap()).await;
    assert_eq!(part.standing, Standing::Left);
    world.minutes_pass(20).await;
    vera.never_hears("feo");
    assert_eq!(vera.phone.history().len(), before[1], "{:?}", vera.reads().last());
    let said = lea.phone.history().split_off(before[0]);
    assert!(!said.iter().any(|seen| seen.text.contains("feo")), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_urgent_contact_had_taken_rings_anew_when_somebody_else_is_called_in_her_place() {
    let it = Cast::meet().await;
    afraid(&it.amina, Some("✅ نعم")).await;
    it.world.minutes_pass(16).await;
    it.pau.presses(TAKES).await;
    let (case, _) =
        it.world.changes(async |tx, _| tx.unsafe_case_of(it.amina.id).await.unwrap().unwrap()).await;
    assert_eq!(it.file(case).await.has(), Some(it.pau.id));
    let cards = || it.vera.phone.history().iter().filter(|seen| seen.text.contains("Case 1")).count();
    let before = cards();
    is_now(&it.lea, "🆘 Called first", "Rosa 600 000 009").await;
    assert_eq!(it.file(case).await.has(), None, "who may not know of it any more has it no longer");
    assert!(cards() > before, "it is told anew");
    it.amina.says("أين أنتم؟").await;
    it.pau.never_hears("أين أنتم؟");
    it.vera.hears("أين أنتم؟");
    it.vera.presses(ON_IT).await;
    it.vera.hears("On it: Vera");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_the_lead_is_not_lost_when_she_changes_who_is_outside_the_team() {
    for taken in [false, true] {
        let it = Cast::meet().await;
        it.means_lead().await;
        if taken {
            it.nora.presses(TAKES).await;
        }
        assert!(!told(&it.pau));
        is_now(&it.lea, "👤 Outside", "La junta 600 000 009").await;
        assert_eq!(it.claim().await.has(), None, "{taken}");
        assert!(told(&it.pau), "{taken}: {:?}", it.pau.reads());
        it.writes("about her").await;
        it.pau.hears("about her");
        it.nora.never_hears("about her");
        it.pau.presses(TAKES).await;
        assert_eq!(it.claim().await.has(), Some(it.pau.id));
        for friend in [&it.lea, &it.vera] {
            assert!(!told(friend));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_is_an_urgent_contact_no_more_keeps_what_she_has() {
    let it = Cast::meet().await;
    it.is_called(1, &it.vera).await;
    afraid(&it.amina, Some("✅ نعم")).await;
    it.vera.presses(ON_IT).await;
    let before = it.vera.phone.history().len();
    is_now(&it.lea, "🆘 Called first", "Rosa 600 000 009").await;
    assert_eq!(it.vera.phone.history().len(), before, "{:?}", it.vera.reads().last());
    let (case, _) =
        it.world.changes(async |tx, _| tx.unsafe_case_of(it.amina.id).await.unwrap().unwrap()).await;
    assert_eq!(it.file(case).await.has(), Some(it.vera.id));
}
