//! "It is about the team": nothing of it reaches who is named. What everybody sees is held against the same days in a world
//! in which she does not say it, letter by letter.

use crate::world::{Friend, World};
use lazo::demo::{Group, GroupChat, Seen};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::programme::Contact;
use std::collections::BTreeMap;

const SOS: &str = "🆘";
const ABOUT_TEAM: &str = "🧭 الأمر يتعلق بالفريق";
const SOMEBODY: &str = "🧭 شخص في الفريق";
const LEAD: &str = "🔑 من يقود البرنامج";
const UNSAID: &str = "🔒 أفضل ألا أقول";
const ONLY_LEAD: &str = "لا يرى هذا إلا من يقود البرنامج";
const ONLY_OUTSIDE: &str = "لا يرى هذا إلا شخص من خارج الفريق";
const REMOVED: &str = "حذف الفريق";
const NOBODY: &str = "لا يوجد هنا بعد من يمكنه النظر في هذا";

/// Whom Amina names.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Names {
    Vera,
    Zoe,
    Lead,
    Unsaid,
}

/// Vera looks after Amina and Tomás, Zoe after Nadia and Luis; Lea leads, Eva of the team is an urgent contact, and Nora is
/// the one outside the team.
struct Cast {
    world: World,
    amina: Friend,
    nadia: Friend,
    tomas: Friend,
    staff: [(&'static str, Friend); 4],
    nora: Friend,
    group: GroupChat,
}

impl Cast {
    async fn meet(outside: bool) -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let zoe = world.joined("Zoe", Role::Coordinator).await;
        let nadia = world.joined("Nadia", Role::Mentee).await;
        let luis = world.joined("Luis", Role::Mentor).await;
        world.introduce(&[(&nadia, Side::Mentee), (&luis, Side::Mentor)], &zoe).await;
        let eva = world.joined("Eva", Role::Coordinator).await;
        let nora = world.joined("Nora", Role::Mentor).await;
        world
            .changes(async |tx, _| {
                let programme = world.programme();
                tx.set_contact(programme, 1, &Contact::Person(eva.id)).await.unwrap();
                if outside {
                    tx.set_contact(programme, 0, &Contact::Person(nora.id)).await.unwrap();
                }
            })
            .await;
        let group = world.telegram.group(Group::forum(7, "Team"));
        for phone in [&lea.phone, &vera.phone, &zoe.phone, &eva.phone] {
            group.joins(phone);
        }
        group.adds_bot(&lea.phone);
        world.settles().await;
        group.says_as(&lea.phone, "/linkgroup", None);
        world.settles().await;
        let staff = [("Lea", lea), ("Vera", vera), ("Zoe", zoe), ("Eva", eva)];
        Self { world, amina, nadia, tomas, staff, nora, group }
    }

    fn of(&self, name: &str) -> &Friend {
        &self.staff.iter().find(|(it, _)| *it == name).unwrap().1
    }

    /// Amina taps, and says whom she means.
    async fn says(&self, names: Names) {
        self.amina.says(SOS).await;
        self.amina.presses(ABOUT_TEAM).await;
        match names {
            Names::Vera | Names::Zoe => {
                self.amina.presses(SOMEBODY).await;
                self.amina
                    .presses(if names == Names::Vera {
                        "\u{200f}👤 \u{2068}Vera\u{2069}"
                    } else {
                        "\u{200f}👤 \u{2068}Zoe\u{2069}"
                    })
                    .await;
            }
            Names::Lead => self.amina.presses(LEAD).await,
            Names::Unsaid => self.amina.presses(UNSAID).await,
        }
    }

    /// Everybody of the team looks at every list and every card.
    async fn everybody_looks(&self) {
        for (_, friend) in &self.staff {
            friend.says("/cases").await;
            let lists = friend.phone.screen();
            let open = lists.iter().rev().find(|seen| seen.from_bot).cloned().unwrap();
            for label in labels(&open).into_iter().filter(|label| label.contains('#')) {
                friend.presses(&label).await;
            }
            friend.says("/pairs").await;
            for pair in ["1 · ", "2 · "] {
                if shows_button(friend, pair) {
                    friend.presses(pair).await;
                    friend.says("/pairs").await;
                }
            }
            for role in ["Mentees", "Mentors", "Coordinators", "team"] {
                friend.says("/people").await;
                if shows_button(friend, role) {
                    friend.presses(role).await;
                }
                if shows_button(friend, "1 · ") {
                    friend.presses("1 · ").await;
                }
            }
        }
    }

    /// Vera takes back what she wrote to Amina, and removes what Amina wrote to her. If she is `named`, both stay with Amina,
    /// and what Amina has taken back is gone there alone.
    async fn vera_takes_back(&self, (own, hers): (i64, i64), named: bool) {
        let vera = self.of("Vera");
        vera.replies(own, "/undo").await;
        vera.replies(hers, "/undo").await;
        vera.presses("↩️ Sent by mistake").await;
        if named {
            let has = |own: bool, words: &str| {
                self.amina.phone.screen().iter().any(|seen| seen.from_bot != own && seen.text == words)
            };
            assert!(has(false, "be silent") && has(true, "before") && !has(true, "it waits"));
            self.amina.never_hears(REMOVED);
        }
    }

    /// What stands on every phone but Amina's, and in the group, letter by letter.
    fn all_screens(&self) -> BTreeMap<&'static str, Vec<String>> {
        let friends = self.staff.iter().map(|(name, friend)| (*name, friend));
        let friends = friends.chain([("Nora", &self.nora), ("Tomás", &self.tomas), ("Nadia", &self.nadia)]);
        let mut all: BTreeMap<&'static str, Vec<String>> = friends
            .map(|(name, friend)| (name, friend.phone.history().iter().map(whole).collect()))
            .collect();
        let mut group: Vec<String> = self.group.screen(None).iter().map(whole).collect();
        for (thread, name, open) in self.group.topics() {
            group.push(format!("{name} {open}"));
            group.extend(self.group.screen(Some(thread)).iter().map(whole));
        }
        all.insert("group", group);
        all
    }
}

fn labels(seen: &Seen) -> Vec<String> {
    seen.buttons.concat().into_iter().map(|button| button.text).collect()
}

fn whole(seen: &Seen) -> String {
    format!("{} {:?} {:?}", seen.from_bot, seen.text, labels(seen))
}

fn shows_button(friend: &Friend, label: &str) -> bool {
    friend.phone.screen().iter().any(|seen| labels(seen).iter().any(|it| it.contains(label)))
}

/// Three days of everybody's screens. Before them Amina has asked for a call and talked with Vera; on the first she names
/// somebody, or does not, and then asks for another call, writes to the team, answers and corrects what stood there
/// before, and reacts to it. What she and Nadia had written to the team waits for Vera's answer, until the morning after
/// next or, if she is `late`, until Amina's is a case.
async fn days(names: Option<Names>, other: &'static str, late: bool) -> BTreeMap<&'static str, Vec<String>> {
    let it = Cast::meet(true).await;
    it.amina.says("/team").await;
    it.amina.says("before").await;
    let vera = it.of("Vera");
    vera.replies(vera.hears("before").id, "answer").await;
    let answer = it.amina.hears("answer").id;
    let harsh = vera.replies(vera.hears("before").id, "be silent").await;
    it.nadia.says("/team").await;
    it.nadia.says("it waits").await;
    it.amina.says("/team").await;
    let mine = it.amina.says("it waits").await;
    let copies = vera.copies();
    let [first, nadias, aminas] = copies.as_slice() else { panic!("{:?}", vera.reads()) };
    it.everybody_looks().await;
    if let Some(names) = names {
        it.says(names).await;
        it.amina.says(SOS).await;
        it.amina.presses("📞 اتصلوا بي").await;
        it.amina.presses("📞 اليوم").await;
        it.amina.says("/team").await;
        it.amina.says("since").await;
        it.amina.replies(answer, "in reply").await;
        it.world.settles().await;
        it.amina.phone.reacts(answer, "👍");
        it.world.settles().await;
        // Whoever has it answers her; what waits for Vera goes on waiting.
        let knows = if names == Names::Vera || names == Names::Zoe { it.of("Lea") } else { &it.nora };
        knows.replies(knows.hears("since").id, "I read you").await;
        it.amina.hears("I read you");
        if names == Names::Vera {
            // What she takes back now is gone from her own chat.
            it.amina.replies(mine, "/undo").await;
        }
    }
    it.vera_takes_back((harsh, first.id), names == Some(Names::Vera)).await;
    it.everybody_looks().await;
    // The next case has the next number, whatever lies between.
    let caller = if other == "Nadia" { &it.nadia } else { &it.tomas };
    let (call, week) = if other == "Nadia" {
        ("📞 اتصلوا بي", "📅 هذا الأسبوع")
    } else {
        ("📞 Quiero una llamada", "📅 Esta semana")
    };
    caller.says("/safe").await;
    caller.presses(call).await;
    caller.presses(week).await;
    it.world.hours_pass(47).await;
    vera.replies(nadias.id, "sorry, Nadia").await;
    if late {
        it.world.hours_pass(2).await;
        it.everybody_looks().await;
    }
    // What she writes and answers is taken like on any other day.
    vera.replies(aminas.id, "how are you?").await;
    vera.presses("💬 Answer").await;
    vera.says("and now?").await;
    it.everybody_looks().await;
    it.world.days_pass(1).await;
    it.everybody_looks().await;
    it.all_screens()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_is_named_and_nobody_else_who_may_not_know_sees_a_letter_that_differs() {
    for (other, late) in [("Nadia", false), ("Nadia", true), ("Tomás", false)] {
        let quiet = days(None, other, late).await;
        let waits = |text: &&String| text.contains("Waits for an answer") && text.contains("Amina");
        let listed = quiet["Vera"].iter().filter(waits).count();
        assert_eq!(listed, 1, "{:#?}", quiet["Vera"]);
        let is_case = quiet["Vera"].iter().any(|text| text.contains("Mail to the team has no answer"));
        assert_eq!(is_case, late);
        let named: &[(Names, &str)] = match (other, late) {
            ("Nadia", false) => &[(Names::Vera, "Lea"), (Names::Lead, "Nora"), (Names::Unsaid, "Nora")],
            ("Nadia", true) => &[(Names::Vera, "Lea")],
            _ => &[(Names::Zoe, "Lea")],
        };
        for (names, knows) in named {
            let told = days(Some(*names), other, late).await;
            for (who, screens) in &quiet {
                let same = told[who] == *screens;
                let first = told[who].iter().zip(screens).find(|(told, quiet)| told != quiet);
                assert_eq!(same, who != knows, "{names:?}, {late}: what {who} sees, first {first:#?}");
            }
            let read = told[knows].join("\n");
            for words in ["since", "in reply"] {
                assert!(read.contains(words), "{names:?}: {knows} has {words:?}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_has_a_case_about_a_coordinator_and_answers_and_what_vera_writes_does_not_arrive() {
    let it = Cast::meet(true).await;
    let [lea, vera] = ["Lea", "Vera"].map(|name| it.of(name));
    it.amina.says("/team").await;
    it.amina.says("before").await;
    let before = vera.hears("before").id;
    it.says(Names::Vera).await;
    it.amina.hears(ONLY_LEAD);
    let card = lea.hears("Case S1").text;
    assert!(card.contains("It is about the team") || card.contains("it is about the team"), "{card}");
    assert!(card.contains("Amina") && card.contains("Vera"), "{card}");
    it.amina.presses("💬 الكتابة عن ذلك").await;
    it.amina.says("about it").await;
    let about = lea.hears("about it").id;
    vera.never_hears("about it");
    lea.replies(about, "I call you").await;
    it.amina.hears("I call you");
    vera.replies(before, "what did you say?").await;
    it.amina.never_hears("what did you say?");
    vera.never_hears("did not arrive");
    vera.presses("💬 Answer").await;
    vera.says("answer me").await;
    it.amina.never_hears("answer me");
    vera.hears("Amina");
    vera.never_hears("was not sent");
    lea.presses("I’m on it").await;
    for label in ["✅", "✅ Solved"] {
        if shows_button(lea, label) {
            lea.presses(label).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_coordinator_who_is_named_takes_back_or_removes_stays_with_who_named_her() {
    for named in [false, true] {
        let it = Cast::meet(true).await;
        let vera = it.of("Vera");
        let has = |friend: &Friend, words: &str| friend.phone.screen().iter().any(|seen| seen.text == words);
        it.amina.says("/team").await;
        it.amina.says("before").await;
        it.amina.says("/team").await;
        let mine = it.amina.says("mine").await;
        let copy = vera.hears("before").id;
        let harsh = vera.replies(copy, "be silent").await;
        it.amina.hears("be silent");
        if named {
            it.says(Names::Vera).await;
        }
        it.amina.replies(mine, "/undo").await;
        assert_eq!(has(vera, "mine"), named, "what stood on her screens stays");
        assert!(!has(&it.amina, "mine"));
        vera.replies(harsh, "/undo").await;
        vera.replies(copy, "/undo").await;
        vera.presses("↩️ Sent by mistake").await;
        it.world.minutes_pass(2).await;
        vera.hears("The message is removed");
        assert!(!has(vera, "be silent") && !has(vera, "before"));
        assert!(has(&it.amina, "before"), "it is hers");
        assert_eq!(has(&it.amina, "be silent"), named);
        let told = it.amina.reads().iter().any(|text| text.contains("لديك رسالة من فريقك"));
        assert_eq!(told, !named, "{:?}", it.amina.reads());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_is_named_opens_no_pair_and_makes_no_link_to_a_new_account() {
    let it = Cast::meet(true).await;
    let vera = it.of("Vera");
    it.says(Names::Vera).await;
    it.world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(it.amina.id).await.unwrap().unwrap();
            lazo::handlers::lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
        })
        .await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("▶").await;
    vera.presses("▶").await;
    let pair = it.world.pair_of(&it.amina).await.unwrap();
    assert_eq!(pair.phase, lazo::domain::conversation::Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_is_named_pauses_no_pair_of_hers_who_named_her() {
    for named in [false, true] {
        let it = Cast::meet(true).await;
        if named {
            it.says(Names::Vera).await;
        }
        crate::breaks::pauses(it.of("Vera"), "⏸ one week").await;
        let phase = it.world.pair_of(&it.amina).await.unwrap().phase;
        assert_eq!(phase == lazo::domain::conversation::Phase::Active, named);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_anybody_outside_she_reads_that_nobody_can_look_at_it_and_whom_to_ring() {
    for names in [Names::Lead, Names::Unsaid] {
        let it = Cast::meet(false).await;
        it.says(names).await;
        let read = it.amina.hears(NOBODY);
        assert!(read.text.contains("Board: 600 000 000"), "{read:?}");
        assert!(labels(&read).iter().any(|label| label.contains("112")), "{read:?}");
        if names == Names::Unsaid {
            // It could be anyone, and she was told that nobody has it.
            it.amina.says("/team").await;
            it.amina.says("what I could not say").await;
            for (_, friend) in &it.staff {
                friend.never_hears("what I could not say");
            }
            assert_eq!(it.amina.reads().iter().filter(|text| text.contains(NOBODY)).count(), 2);
        }
        it.world.hours_pass(3).await;
        for (_, friend) in &it.staff {
            friend.never_hears("Case S1");
        }
    }
    // An urgent contact who does not work in the team has it then.
    let it = Cast::meet(false).await;
    let programme = it.world.programme();
    let urgent = Contact::Person(it.nora.id);
    it.world.changes(async |tx, _| tx.set_contact(programme, 2, &urgent).await.unwrap()).await;
    it.says(Names::Unsaid).await;
    it.amina.hears(ONLY_OUTSIDE);
    assert!(it.nora.reads().iter().any(|text| text.contains("S1")), "{:?}", it.nora.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_who_works_in_the_team_counts_as_named_from_the_tap_on() {
    let it = Cast::meet(true).await;
    // Zoe is Amina's mentor too.
    let zoe = it.of("Zoe");
    let mentor = it
        .world
        .changes(async |tx, _| {
            let mut part = tx.person(zoe.id).await.unwrap().unwrap();
            part.role = Role::Mentor;
            tx.admit(&part).await.unwrap()
        })
        .await;
    let mentor = Friend { id: mentor, ..zoe.clone() };
    let sara = it.world.joined("Sara", Role::Mentee).await;
    it.world.introduce(&[(&sara, Side::Mentee), (&mentor, Side::Mentor)], it.of("Vera")).await;
    sara.says(SOS).await;
    sara.presses("🛟 لا أشعر بالأمان").await;
    it.world.minutes_pass(20).await;
    assert!(it.of("Lea").reads().iter().any(|text| text.contains("Case S1")));
    for name in ["Zoe", "Vera", "Eva"] {
        it.of(name).never_hears("Case S1");
    }
    let group = it.all_screens().remove("group").unwrap();
    assert!(!group.iter().any(|text| text.contains("S1")), "{group:?}");
}
