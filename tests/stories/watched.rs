//! Whoever is to read reads: in a pair of the lead's own, where nobody could so far, what waited before reading along began,
//! and what somebody takes back, in whichever of his conversations, while a case about him is open.

use crate::breaks::takes_a_break;
use crate::her_phone::afraid;
use crate::pairing::proposes;
use crate::world::{Friend, World, is_copy};
use lazo::demo::{Group, GroupChat, Seen};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::{Side, Supervised};
use lazo::domain::guardian::Guardian;
use lazo::domain::id::ConversationId;
use lazo::domain::person::Role;
use lazo::domain::programme::Contact;
use lazo::handlers::lifecycle;

const YES: &str = "✅ نعم";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";

fn heard(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

fn shows(screen: &[Seen], words: &str) -> bool {
    screen.iter().any(|seen| seen.text.contains(words))
}

async fn safe(world: &World, lea: &Friend) -> GroupChat {
    let safe = world.telegram.group(Group::supergroup(12, "Safeguarding"));
    safe.joins(&lea.phone);
    safe.adds_bot(&lea.phone);
    world.settles().await;
    safe.says_as(&lea.phone, "/linksafeguarding", None);
    world.settles().await;
    safe
}

async fn is_17(world: &World, friend: &Friend, by: &Friend) {
    world
        .changes(async |tx, _| {
            let mut person = tx.person(friend.id).await.unwrap().unwrap();
            person.profile.adult = Some(false);
            let on = chrono::NaiveDate::default();
            person.profile.guardian = Some(Guardian { role: "mother".to_owned(), on, by: by.id });
            tx.save(&person).await.unwrap();
        })
        .await;
}

async fn is_watched(world: &World, pair: ConversationId) {
    world.changes(async |tx, _| tx.supervise(pair, Supervised::Yes).await.unwrap()).await;
}

async fn open_case(world: &World, kind: CaseKind) -> bool {
    let cases = world
        .changes(async |tx, _| {
            let open = tx.open_cases(world.programme()).await.unwrap();
            tx.cases(&open).await.unwrap()
        })
        .await;
    cases.iter().any(|case| case.kind == kind)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pair_of_the_leads_own_with_somebody_under_18_is_read_by_whoever_looks_after_it() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let safe = safe(&world, &lea).await;
    let _eva = world.joined("Eva", Role::Coordinator).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let noor = world.joined("Noor", Role::Mentee).await;
    is_17(&world, &noor, &vera).await;
    world.also(&lea, Role::Mentor, world.programme()).await;
    proposes(&vera, "Noor", "Lea").await;
    vera.hears("Both are asked");
    noor.presses(YES).await;
    lea.presses("✅ Yes").await;
    let pair = world.pair_of(&noor).await.expect("both said yes");
    assert_eq!(pair.supervised, Supervised::Yes);
    noor.says("سلام").await;
    assert_eq!(heard(&lea), ["سلام"], "as the mentor she is, and no second time");
    assert_eq!(heard(&vera), ["سلام"], "{:?}", vera.reads());
    noor.says("+34 612 345 678").await;
    vera.hears("A message in this pair was refused");
    assert!(!shows(&safe.screen(None), "سلام"));
    vera.presses("✅ Read up to here").await;
    world.days_pass(8).await;
    assert!(!open_case(&world, CaseKind::Unread).await);
}

/// Lea leads alone, and is the mentor of Noor.
async fn alone() -> (World, Friend, Friend, ConversationId) {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let noor = world.joined("Noor", Role::Mentee).await;
    let mentor = world.also(&lea, Role::Mentor, world.programme()).await;
    let pair = world.introduce(&[(&noor, Side::Mentee), (&mentor, Side::Mentor)], &lea).await;
    is_watched(&world, pair).await;
    (world, lea, noor, pair)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_can_read_waits_for_whoever_can_in_order_and_is_a_case() {
    let (world, lea, noor, _) = alone().await;
    noor.says("واحد").await;
    let taken = noor.says("اثنان").await;
    assert_eq!(heard(&lea), ["واحد", "اثنان"], "as the mentor she is, and no second time");
    assert!(open_case(&world, CaseKind::Unread).await, "somebody must decide about it");
    noor.replies(taken, "/undo").await;
    world.minutes_pass(2).await;
    assert!(shows(&lea.phone.screen(), "اثنان"), "it goes once somebody has it");
    noor.says("+34 612 345 678").await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    world.hours_pass(1).await;
    assert_eq!(heard(&vera), ["واحد", "اثنان"], "{:?}", vera.reads());
    vera.hears("A message in this pair was refused");
    vera.hears("Nobody has read the copies of a supervised pair");
    assert!(!shows(&lea.phone.screen(), "اثنان"));
    noor.says("ثلاثة").await;
    assert_eq!(heard(&vera), ["واحد", "اثنان", "ثلاثة"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_anybody_else_of_the_team_a_contact_reads_along() {
    let (world, _, noor, _) = alone().await;
    let nora = world.joined("Nora", Role::Mentor).await;
    let contact = Contact::Person(nora.id);
    world.changes(async |tx, _| tx.set_contact(world.programme(), 0, &contact).await.unwrap()).await;
    noor.says("سلام").await;
    assert_eq!(heard(&nora), ["سلام"], "{:?}", nora.reads());
    nora.presses("✅").await;
    world.days_pass(8).await;
    assert!(!open_case(&world, CaseKind::Unread).await, "what she marked as read is read");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_in_the_team_is_taken_to_be_in_its_group_before_a_pair_is_proposed() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let _safe = safe(&world, &lea).await;
    let noor = world.joined("Noor", Role::Mentee).await;
    is_17(&world, &noor, &lea).await;
    world.also(&lea, Role::Mentor, world.programme()).await;
    proposes(&lea, "Noor", "Lea").await;
    lea.hears("Nobody could read the copies");
    noor.never_hears("يقرأ");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_before_reading_along_began_is_read_when_it_arrives_and_so_is_its_change() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let arrived = tomas.says("uno").await;
    assert_eq!(heard(&amina), ["uno"]);
    takes_a_break(&amina, "⏸ أسبوع", false).await;
    tomas.says("espera").await;
    tomas.phone.edits(arrived, "dos");
    world.minutes_pass(1).await;
    lea.says("/pairs").await;
    lea.presses("1 · Amina").await;
    lea.presses("👁 Team reads too").await;
    lea.presses("👁 Ask both sides").await;
    world.days_pass(1).await;
    amina.presses("✅ نعم، أوافق").await;
    tomas.presses("✅ Sí, de acuerdo").await;
    assert_eq!(world.pair_of(&amina).await.unwrap().supervised, Supervised::Yes);
    assert!(heard(&lea).is_empty(), "it waits");
    world.days_pass(7).await;
    let had: Vec<String> =
        amina.phone.history().iter().filter(|it| is_copy(it)).map(|it| it.text.clone()).collect();
    for words in ["espera", "dos"] {
        assert!(had.iter().any(|it| it == words), "{had:?}");
        assert!(heard(&lea).iter().any(|it| it == words), "she had {words}, and the room {:?}", heard(&lea));
    }
    assert!(had.iter().any(|it| it == "uno"), "nothing is replaced: {had:?}");
}

/// Tomás has Amina and Bea.
struct Both {
    world: World,
    lea: Friend,
    amina: Friend,
    bea: Friend,
    tomas: Friend,
}

impl Both {
    async fn meet() -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let bea = world.joined("Bea", Role::Mentee).await;
        world.introduce(&[(&bea, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
        Self { world, lea, amina, bea, tomas }
    }

    /// He writes to somebody; its number.
    async fn writes(&self, to: &Friend, words: &str) -> i64 {
        let first = format!("hola {}", words.chars().rev().collect::<String>());
        to.says(&first).await;
        let copy = self.tomas.hears(&first).id;
        let id = self.tomas.replies(copy, words).await;
        to.hears(words);
        id
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_whoever_a_case_is_about_takes_back_in_another_pair_is_read_first() {
    for way in ["nothing", "named", "reported"] {
        let it = Both::meet().await;
        let [undone, edited] = [it.writes(&it.bea, "secreto").await, it.writes(&it.bea, "primero").await];
        it.writes(&it.amina, "palabras").await;
        match way {
            "named" => afraid(&it.amina, Some(YES)).await,
            "reported" => {
                it.amina.says("🆘 أحتاج إلى مساعدة").await;
                it.amina.presses(REPORT).await;
            }
            _ => {}
        }
        it.tomas.replies(undone, "/undo").await;
        it.tomas.phone.edits(edited, "segundo");
        it.world.minutes_pass(2).await;
        assert!(!shows(&it.bea.phone.screen(), "secreto"), "{way}: it goes");
        assert_eq!(shows(&it.lea.phone.screen(), "secreto"), way != "nothing", "{way}: {:?}", it.lea.reads());
        assert_eq!(
            shows(&it.bea.phone.screen(), "primero"),
            way != "nothing",
            "{way}: a change replaces nothing"
        );
        assert!(shows(&it.bea.phone.screen(), "segundo"), "{way}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_for_a_case_stands_in_no_group_in_which_it_is_read_by_whom_it_is_about() {
    let it = Both::meet().await;
    let safe = safe(&it.world, &it.lea).await;
    // Nobody has asked about him yet.
    let undone = it.writes(&it.bea, "secreto").await;
    it.amina.says("🆘 أحتاج إلى مساعدة").await;
    it.amina.presses("🛟 لا أشعر بالأمان").await;
    it.amina.presses(YES).await;
    safe.joins(&it.tomas.phone);
    it.world.tampers("DELETE FROM group_account").await;
    it.tomas.replies(undone, "/undo").await;
    it.world.minutes_pass(3).await;
    assert!(!shows(&safe.screen(None), "secreto"), "{:?}", safe.screen(None));
    assert!(shows(&it.lea.phone.screen(), "secreto"), "{:?}", it.lea.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_named_coordinator_takes_back_in_a_pair_of_hers_is_for_whoever_may_know_of_it() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let zoe = world.joined("Zoe", Role::Coordinator).await;
    let safe = safe(&world, &lea).await;
    let bea = world.joined("Bea", Role::Mentee).await;
    let mentor = world.also(&vera, Role::Mentor, world.programme()).await;
    world.introduce(&[(&bea, Side::Mentee), (&mentor, Side::Mentor)], &zoe).await;
    bea.says("hola").await;
    let id = vera.replies(vera.hears("hola").id, "silencio").await;
    bea.hears("silencio");
    amina.says("🆘").await;
    amina.presses("🧭 الأمر يتعلق بالفريق").await;
    amina.presses("🧭 شخص في الفريق").await;
    amina.presses("\u{200f}👤 \u{2068}Vera\u{2069}").await;
    vera.replies(id, "/undo").await;
    world.minutes_pass(3).await;
    assert!(!shows(&bea.phone.screen(), "silencio"), "it goes");
    assert!(!shows(&safe.screen(None), "silencio"), "nothing of it is where others of the team read");
    assert!(shows(&lea.phone.screen(), "silencio"), "{:?}", lea.reads());
    assert!(!shows(&zoe.phone.screen(), "silencio"));
}

#[tokio::test(flavor = "multi_thread")]
async fn that_the_team_removed_a_message_its_author_reads_in_no_stopped_pair() {
    for stopped in [false, true] {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        tomas.says("palabras feas").await;
        amina.says("🆘 أحتاج إلى مساعدة").await;
        amina.presses(REPORT).await;
        let hold = async |open: bool| {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                    if open {
                        lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
                    } else {
                        lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
                    }
                })
                .await;
            world.settles().await;
        };
        if stopped {
            hold(false).await;
        }
        let before = tomas.reads();
        lea.presses("🗑 Remove the message").await;
        lea.presses("💔 It can hurt").await;
        world.minutes_pass(1).await;
        assert!(!shows(&amina.phone.screen(), "palabras feas"));
        assert_eq!(tomas.reads() == before, stopped, "{:?}", tomas.reads());
        if stopped {
            hold(true).await;
        }
        tomas.opens_mail().await;
        tomas.hears("El equipo ha retirado este mensaje");
    }
}
