//! A case that was unfounded: closed under the same bars as one that is solved, and no table says any more whom it was about.

use crate::cases::opens;
use crate::closing::{afraid, calls};
use crate::world::{Friend, World};
use lazo::domain::case::{CaseFile, CaseKind, Outcome};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::{CaseId, ConversationId};
use lazo::domain::person::Role;

const YES: &str = "✅ نعم";
const UNFOUNDED: &str = "⚖️ Unfounded, dates stay";

pub async fn file(world: &World, case: CaseId) -> CaseFile {
    world.changes(async |tx, _| tx.cases(&[case]).await.unwrap().pop().unwrap()).await
}

/// She closes the case as unfounded, as far as it goes.
pub async fn closes(staff: &Friend) {
    staff.presses("✅ Close case").await;
    staff.presses("More").await;
    staff.presses(UNFOUNDED).await;
}

/// What tables say of a case that tells whom it was about: him, or a pair of his.
pub async fn marks(world: &World, case: CaseId, him: &Friend, pairs: &[ConversationId]) -> Vec<String> {
    let persons = ["person_id", "author_id", "coordinator_id"];
    let chats = ["chat_id", "from_chat", "lane", "author_chat"];
    let words = ["facts", "meant", "offer", "body"];
    let (id, chat) = (him.id.0.to_string(), him.phone.id().to_string());
    let mut marks = Vec::new();
    let tables: Vec<&str> = lazo::store::tables().collect();
    for table in tables {
        let rows = world.changes(async |tx, _| tx.rows(table, 10_000, 0).await.unwrap().unwrap()).await;
        let of_case = if table == "case_file" { "id" } else { "case_id" };
        let Some(at) = rows.columns.iter().position(|it| it == of_case) else { continue };
        for row in rows.rows.iter().filter(|row| row[at] == Some(case.0.to_string())) {
            for (column, cell) in rows.columns.iter().zip(row) {
                let (column, Some(cell)) = (column.as_str(), cell) else { continue };
                let pair = column == "conversation_id" && pairs.iter().any(|it| *cell == it.0.to_string());
                let his =
                    persons.contains(&column) && *cell == id || chats.contains(&column) && *cell == chat;
                let says = words.contains(&column)
                    && (cell.contains("Tomás") || cell.contains("about_") || cell.contains("reported_by"));
                // Buttons tell of his pairs by their numbers.
                let presses = column == "offer" && (cell.contains("decide") || cell.contains("stopped"));
                if pair || his || says || presses || table.starts_with("named") {
                    marks.push(format!("{table}.{column}: {cell}"));
                }
            }
        }
    }
    marks
}

#[tokio::test(flavor = "multi_thread")]
async fn no_table_holds_whom_it_was_about_and_he_may_get_a_new_pair_again() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    let other = world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(tomas.id).await.unwrap().unwrap();
            person.profile.capacity = Some(4);
            tx.save(&person).await.unwrap();
        })
        .await;
    let _zainab = world.joined("Zainab", Role::Mentee).await;
    let pairs = [world.pair_of(&amina).await.unwrap().id, other];
    afraid(&amina, Some(YES)).await;
    let case = CaseId(1);
    world.minutes_pass(5).await;
    lea.presses("⏸ Stop it").await;
    vera.presses("👤 I’m on it").await;
    closes(&vera).await;
    assert!(vera.phone.toasts().iter().any(|it| it.text.contains("A noted message is not enough")));
    calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
    assert!(!marks(&world, case, &tomas, &pairs).await.is_empty());
    assert!(finds(&vera, "No mentor is free for this mentee").await, "not while it is open");
    vera.says("/cases").await;
    vera.presses("🔎 1").await;
    for _ in 0..2 {
        // Of each pair that was stopped because of it.
        closes(&vera).await;
        assert!(vera.hears("What becomes of it?").text.contains("Tomás"));
        vera.presses("▶ Open it again").await;
        vera.presses("▶ Open").await;
        vera.says("/cases").await;
        vera.presses("🔎 1").await;
    }
    assert!(!marks(&world, case, &tomas, &pairs).await.is_empty(), "it is not closed");
    closes(&vera).await;
    let closed = file(&world, case).await;
    assert_eq!((closed.kind, closed.outcome), (CaseKind::Unsafe, Some(Outcome::Unfounded)));
    assert!(closed.resolved_at.is_some_and(|at| at > closed.opened_at));
    assert_eq!(marks(&world, case, &tomas, &pairs).await, Vec::<String>::new());
    let card = vera.hears("it was not so").text;
    assert!(!card.contains("Tomás") && !card.contains("Amina"), "{card}");
    assert!(!finds(&vera, "No mentor is free for this mentee").await, "he is");
    vera.hears("Tomás");
    amina.says("شكرًا").await;
    amina.presses("Tomás").await;
    assert!(tomas.copies().iter().any(|it| it.text == "شكرًا"), "her words are for him again");
}

/// Whether she reads this when she looks for a mentor for Zainab.
async fn finds(vera: &Friend, words: &str) -> bool {
    let before = vera.phone.history().len();
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("Zainab").await;
    vera.presses("🤝 Find a mentor").await;
    vera.phone.history().iter().skip(before).any(|seen| seen.text.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn while_its_pair_stays_stopped_her_words_are_the_teams_and_when_it_is_over_nothing_stays() {
    for ends in [false, true] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let pair = world.pair_of(&amina).await.unwrap().id;
        afraid(&amina, Some(YES)).await;
        vera.presses("👤 I’m on it").await;
        calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
        closes(&vera).await;
        vera.presses("⏸ It stays stopped").await;
        vera.presses("⏸ 4 weeks").await;
        assert_eq!(file(&world, CaseId(1)).await.outcome, Some(Outcome::Unfounded));
        let marks_now = marks(&world, CaseId(1), &tomas, &[]).await;
        assert_eq!(marks_now, Vec::<String>::new(), "only the pair is still known");
        amina.says("هل من أحد هنا").await;
        assert!(vera.copies().iter().any(|it| it.text == "هل من أحد هنا"));
        tomas.never_hears("هل من أحد هنا");
        vera.says("/pairs").await;
        vera.presses("1 · Amina").await;
        if ends {
            vera.presses("🏁 End pair").await;
            vera.presses("🕐 No time").await;
            vera.presses("🏁 Yes, end it").await;
            assert!(world.pair_of(&amina).await.is_none());
        } else {
            vera.presses("▶ Let them write again").await;
            vera.presses("▶ Open").await;
            assert_eq!(world.pair_of(&amina).await.unwrap().phase, Phase::Active);
        }
        assert_eq!(marks(&world, CaseId(1), &tomas, &[pair]).await, Vec::<String>::new(), "{ends}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_report_neither_its_author_nor_who_reported_stays() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("Hola").await;
    amina.says("🆘 أحتاج إلى مساعدة").await;
    amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    let case = file(&world, CaseId(1)).await;
    assert_eq!((case.kind, case.person), (CaseKind::Report, Some(amina.id)));
    vera.presses("👤 I’m on it").await;
    closes(&vera).await;
    let case = file(&world, CaseId(1)).await;
    assert_eq!((case.outcome, case.person, case.conversation), (Some(Outcome::Unfounded), None, None));
    let pair = world.pair_of(&amina).await.unwrap().id;
    assert_eq!(marks(&world, CaseId(1), &tomas, &[pair]).await, Vec::<String>::new());
    assert!(!vera.hears("it was not so").text.contains("Tomás"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_about_the_team_stays_hidden_though_it_names_nobody_any_more() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("🆘").await;
    amina.presses("🧭 الأمر يتعلق بالفريق").await;
    amina.presses("🧭 شخص في الفريق").await;
    amina.presses("\u{200f}👤 \u{2068}Vera\u{2069}").await;
    lea.hears("Case S1");
    lea.presses("👤 I’m on it").await;
    closes(&lea).await;
    assert!(lea.phone.screen().iter().any(|it| it.text.contains("S1") && it.text.contains("it was not so")));
    let case = file(&world, CaseId(-1)).await;
    // Who told it stays: what she wrote meanwhile is for nobody who was kept from it.
    let told = (Some(Outcome::Unfounded), Some(amina.id), Vec::new());
    assert_eq!((case.outcome, case.person, case.meant), told);
    assert_eq!(marks(&world, CaseId(-1), &vera, &[]).await, Vec::<String>::new());
    vera.says("/cases").await;
    vera.hears("No case is open");
    world.days_pass(3).await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    for seen in vera.phone.history() {
        let tells = ["S1", "was not so", "about the team"].iter().any(|it| seen.text.contains(it));
        assert!(!tells, "{seen:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_offered_where_something_is_said_of_somebody_and_nowhere_else() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    for (kind, offered) in [
        (CaseKind::Unsafe, true),
        (CaseKind::Report, true),
        (CaseKind::Team, true),
        (CaseKind::Worry, true),
        (CaseKind::CallToday, false),
        (CaseKind::Support, false),
        (CaseKind::Missed, false),
        (CaseKind::Unreachable, false),
    ] {
        let case = opens(&world, kind, None, Some(&amina)).await;
        vera.says("/cases").await;
        vera.presses(&format!("🔎 {case}")).await;
        vera.presses("👤 I’m on it").await;
        vera.presses("✅ Close case").await;
        let more = vera.hears("How did it end?").has_button("➕ More");
        if more {
            vera.presses("More").await;
        }
        assert_eq!(vera.hears("How did it end?").has_button(UNFOUNDED), offered, "{kind:?}");
        let end = if offered { UNFOUNDED } else { "✅ Solved" };
        vera.presses(end).await;
        let closed = file(&world, case).await.resolved_at.is_some();
        assert_eq!(closed, kind != CaseKind::Unsafe, "{kind:?}");
        world
            .changes(async |tx, now| {
                let mut files = tx.cases(&[case]).await.unwrap();
                files[0].resolve(Outcome::Solved, None, now);
                tx.save_cases(&files).await.unwrap();
            })
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_button_of_before_asks_about_a_pair_of_his_any_more() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let olga = world.joined("Olga", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    afraid(&amina, Some(YES)).await;
    lea.presses("▶ Leave it open").await;
    vera.presses("👤 I’m on it").await;
    calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
    closes(&vera).await;
    vera.presses("🏁 It ends").await;
    vera.presses("🎯 Goals reached, or planned").await;
    assert_eq!(file(&world, CaseId(1)).await.outcome, Some(Outcome::Unfounded));
    assert!(olga.phone.presses("⏸ Stop it").is_err(), "what asked says only the dates");
    assert!(
        !olga.reads().iter().any(|text| text.contains("Bo") || text.contains("Tomás")),
        "{:?}",
        olga.reads()
    );
    assert_eq!(world.pair_of(&bo).await.unwrap().phase, Phase::Active);
    let named = world.changes(async |tx, _| tx.named(&[CaseId(1)]).await.unwrap()).await;
    assert_eq!(named, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_that_was_kept_from_some_of_the_team_stays_so_until_it_is_over() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let zoe = world.joined("Zoe", Role::Coordinator).await;
    let mentor = world
        .changes(async |tx, _| {
            let mut part = tx.person(zoe.id).await.unwrap().unwrap();
            part.role = Role::Mentor;
            tx.admit(&part).await.unwrap()
        })
        .await;
    let mentor = Friend { id: mentor, ..zoe.clone() };
    let sara = world.joined("Sara", Role::Mentee).await;
    world.introduce(&[(&sara, Side::Mentee), (&mentor, Side::Mentor)], &vera).await;
    afraid(&sara, Some(YES)).await;
    lea.presses("👤 I’m on it").await;
    calls(&lea, "💬 We spoke, not settled", "📞 Call").await;
    closes(&lea).await;
    lea.presses("⏸ It stays stopped").await;
    lea.presses("⏸ 4 weeks").await;
    let closed = file(&world, CaseId(-1)).await;
    assert_eq!((closed.outcome, closed.meant.len()), (Some(Outcome::Unfounded), 1));
    assert_eq!(world.changes(async |tx, _| tx.named(&[closed.id]).await.unwrap()).await, []);
    world.days_pass(3).await;
    lea.hears("Stopped for safety:");
    for staff in [&vera, &zoe] {
        staff.never_hears("Stopped for safety:");
        staff.never_hears("S1");
    }
    lea.says("/pairs").await;
    lea.presses("1 · Sara").await;
    lea.presses("▶ Let them write again").await;
    lea.presses("▶ Open").await;
    let closed = file(&world, CaseId(-1)).await;
    assert_eq!((closed.conversation, closed.meant, closed.tried), (None, Vec::new(), Vec::new()));
}
