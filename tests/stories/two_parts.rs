//! 🆘 of somebody with two parts: her words are her teams' alike, whichever of her parts they were written as. What has reached
//! a team stays there, and whoever has a case of hers later gets all of it.

use crate::her_phone::{afraid, named};
use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::case::{CaseFile, CaseKind, Meant};
use lazo::domain::conversation::{Conversation, Side};
use lazo::domain::id::{ChatId, ProgrammeId};
use lazo::domain::person::{Person, Role};
use lazo::domain::programme::Contact;

const ABOUT_TEAM: &str = "🧭 الأمر يتعلق بالفريق";
const WHICH_TEAM: &str = "🧭 بأي فريق يتعلق الأمر؟";
const SOMEBODY: &str = "🧭 شخص في الفريق";
const LEAD: &str = "🔑 من يقود البرنامج";

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

    /// Somebody works in the other programme, too, or only there.
    async fn works_there(&self, name: &str, role: Role) -> Friend {
        let friend = self.world.joined(name, role).await;
        self.world
            .changes(async |tx, _| {
                let person = tx.person(friend.id).await.unwrap().unwrap();
                tx.save(&Person { programme: self.elsewhere, ..person }).await.unwrap();
            })
            .await;
        friend
    }

    /// In the other programme somebody of this team looks after Amina.
    async fn is_looked_after_by(&self, there: &Friend) {
        self.world
            .changes(async |tx, _| {
                let parts = tx.parts(ChatId(self.amina.phone.id())).await.unwrap();
                let hers = parts.into_iter().find(|part| part.programme == self.elsewhere).unwrap();
                tx.save(&Person { coordinator: Some(there.id), ..hers.clone() }).await.unwrap();
                let pairs = tx.pairs_of(&[hers.id]).await.unwrap();
                let pairs: Vec<_> = pairs
                    .into_iter()
                    .map(|pair| Conversation { coordinator: Some(there.id), ..pair })
                    .collect();
                tx.save_conversations(&pairs).await.unwrap();
            })
            .await;
    }

    /// Amina says that it is about the team of this name: about whoever leads it, or somebody of it.
    async fn means(&self, team: &str, somebody: Option<&str>) {
        self.amina.says("🆘").await;
        self.amina.presses(ABOUT_TEAM).await;
        // She is asked which.
        let _ = self.amina.phone.presses(team);
        self.world.settles().await;
        match somebody {
            None => self.amina.presses(LEAD).await,
            Some(name) => {
                self.amina.presses(SOMEBODY).await;
                self.amina.presses(&named("👤", name)).await;
            }
        }
    }

    /// The open cases about a programme's team.
    async fn claims(&self, programme: ProgrammeId) -> Vec<CaseFile> {
        let open = self.world.changes(async |tx, _| {
            let open = tx.open_cases(programme).await.unwrap();
            tx.cases(&open).await.unwrap()
        });
        let mut open = open.await;
        open.retain(|case| case.kind == CaseKind::Team);
        open
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

#[tokio::test(flavor = "multi_thread")]
async fn which_of_two_teams_it_is_about_is_asked_and_the_other_hears_nothing_of_it() {
    for lead in [false, true] {
        let it = Cast::meet(true).await;
        let lea = it.world.joined("Lea", Role::Lead).await;
        let bea = it.works_there("Bea", Role::Lead).await;
        let before = [&it.vera, &lea].map(|friend| friend.phone.history().len());
        it.means("Casa Sol", (!lead).then_some("Eva")).await;
        it.amina.hears(WHICH_TEAM);
        let meant = if lead { Meant::Lead } else { Meant::Somebody(it.eva.id) };
        let told: Vec<_> = it.claims(it.elsewhere).await.into_iter().map(|case| case.meant).collect();
        assert_eq!(told, [vec![meant]]);
        assert!(it.claims(it.world.programme()).await.is_empty());
        assert_eq!([&it.vera, &lea].map(|friend| friend.phone.history().len()), before);
        assert_eq!(shows(&bea, "S1"), !lead, "{:?}", bea.reads());
        assert!(!shows(&it.eva, "S1"), "{:?}", it.eva.reads());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_parts_in_one_programme_have_one_team_and_nobody_is_asked_which() {
    let it = Cast::meet(false).await;
    it.amina.says("🆘").await;
    it.amina.presses(ABOUT_TEAM).await;
    it.amina.never_hears(WHICH_TEAM);
    it.amina.presses(SOMEBODY).await;
    for name in ["Vera", "Eva"] {
        assert!(it.amina.phone.screen().last().unwrap().has_button(&named("👤", name)), "{name}");
    }
}

/// Whoever is named works in both programmes: as a coordinator in the other.
#[tokio::test(flavor = "multi_thread")]
async fn whom_she_names_in_one_programme_has_nothing_more_of_her_in_the_other() {
    for lead in [false, true] {
        for named_first in [true, false] {
            let it = Cast::meet(true).await;
            let lea = it.world.joined("Lea", Role::Lead).await;
            let bea = it.works_there("Bea", Role::Lead).await;
            let meant = if lead { &lea } else { &it.vera };
            let there = it.world.also(meant, Role::Coordinator, it.elsewhere).await;
            it.is_looked_after_by(&there).await;
            let means = || it.means("Casa Ana", if lead { None } else { Some("Vera") });
            if named_first {
                means().await;
                afraid(&it.amina, None).await;
            } else {
                afraid(&it.amina, None).await;
                means().await;
            }
            let before = meant.phone.history().len();
            it.amina.says("أنا عند أختي").await;
            it.world.minutes_pass(130).await;
            assert!(shows(&bea, "أنا عند أختي"), "{lead} {named_first}: {:?}", bea.reads());
            assert!(shows(&it.eva, "أنا عند أختي") || !shows(&it.eva, "does not feel safe"));
            let read = meant.phone.history().split_off(before);
            for words in ["أنا عند أختي", "does not feel safe"] {
                let found = read.iter().find(|seen| seen.text.contains(words));
                assert!(found.is_none(), "{lead} {named_first}: {found:?}");
            }
            if named_first {
                let told = |seen: &lazo::demo::Seen| seen.text.contains("does not feel safe");
                assert!(!meant.phone.history().iter().any(told), "{lead}: {:?}", meant.reads());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_writes_to_her_other_team_does_not_reach_whom_she_has_named_in_the_first() {
    for lead in [false, true] {
        let it = Cast::meet(true).await;
        let lea = it.world.joined("Lea", Role::Lead).await;
        let bea = it.works_there("Bea", Role::Lead).await;
        let meant = if lead { &lea } else { &it.vera };
        let there = it.world.also(meant, Role::Coordinator, it.elsewhere).await;
        it.is_looked_after_by(&there).await;
        it.means("Casa Ana", if lead { None } else { Some("Vera") }).await;
        it.amina.says("/team").await;
        it.amina.presses("Casa Sol").await;
        it.amina.says("سؤال عن كريم").await;
        assert!(!shows(meant, "سؤال عن كريم"), "{lead}: {:?}", meant.reads());
        assert!(shows(&bea, "سؤال عن كريم"), "{lead}: {:?}", bea.reads());
    }
}
