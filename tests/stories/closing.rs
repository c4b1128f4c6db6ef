//! Closing a case: somebody has talked with her, the lead has decided about those who are named, and it is said what becomes
//! of the pair. Until then it stays open, and what is stopped stays stopped and on somebody's list.

use crate::breaks::pauses;
use crate::world::{Friend, World};
use chrono::{DateTime, Utc};
use lazo::demo::{Fault, Rule};
use lazo::domain::case::{CaseFile, CaseKind, LEAD_DAYS, Outcome, STAYS_WEEKS};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const YES: &str = "✅ نعم";
const SOMEBODY: &str = "يهتم شخص من فريقك بهذا الآن";
const BECOMES: &str = "What becomes of it?";
const WRITES: &str = "📖";
const OPEN: &str = "▶ Open";

pub async fn afraid(amina: &Friend, about: Option<&str>) {
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    if let Some(about) = about {
        amina.presses(about).await;
    }
}

/// Her case about safety, open or not.
async fn case(world: &World, friend: &Friend) -> CaseFile {
    let id = friend.id;
    world
        .changes(async |tx, _| {
            let open = tx.unsafe_case_of(id).await.unwrap().map(|(case, _)| case);
            let case = open.unwrap_or(lazo::domain::id::CaseId(1));
            tx.cases(&[case]).await.unwrap().pop().unwrap()
        })
        .await
}

async fn phase(world: &World, friend: &Friend) -> Phase {
    world.pair_of(friend).await.unwrap().phase
}

/// How often she got mail.
fn mails(friend: &Friend) -> usize {
    let screen = friend.phone.screen();
    screen.iter().filter(|seen| seen.buttons.iter().flatten().any(|it| it.text.starts_with(WRITES))).count()
}

fn toasts(friend: &Friend, words: &str) -> usize {
    friend.phone.toasts().iter().filter(|toast| toast.text.contains(words)).count()
}

/// A talk is written down on the newest card.
pub async fn calls(staff: &Friend, how: &str, channel: &str) {
    staff.presses("More").await;
    staff.presses("📞 Call done").await;
    staff.presses(how).await;
    staff.presses(channel).await;
    if how != "📵 No answer" {
        staff.presses("15 minutes").await;
    }
}

/// She closes the case as solved, as far as it goes.
async fn closes(staff: &Friend) {
    staff.presses("✅ Close case").await;
    staff.presses("✅ Solved").await;
}

/// The case is taken and she was talked with.
async fn talked(vera: &Friend) {
    vera.presses("👤 I’m on it").await;
    calls(vera, "💬 We spoke, not settled", "📞 Call").await;
}

fn digests(friend: &Friend, words: &str) -> usize {
    friend
        .phone
        .history()
        .iter()
        .filter(|seen| seen.text.contains("Good morning") && seen.text.contains(words))
        .count()
}

async fn until(world: &World, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    world.passes(moment - world.now()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_that_somebody_has_it_once_for_each_who_takes_it_and_never_after_not_now() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    let before = tomas.phone.history().len();
    assert_eq!(mails(&amina), 0);
    vera.presses("👤 I’m on it").await;
    assert_eq!(mails(&amina), 1);
    amina.never_hears(SOMEBODY);
    amina.opens_mail().await;
    amina.hears(SOMEBODY);
    calls(&vera, "📵 No answer", "📞 Call").await;
    assert_eq!(mails(&amina), 0, "it is the same person");
    vera.presses("More").await;
    vera.presses("More").await;
    vera.presses("🔁 Hand over").await;
    vera.presses("👤 Lea").await;
    assert_eq!(mails(&amina), 0, "nobody has it yet");
    lea.presses("👤 I’m on it").await;
    assert_eq!(mails(&amina), 1);
    amina.presses("🕐 ليس الآن").await;
    lea.presses("More").await;
    lea.presses("More").await;
    lea.presses("🔁 Hand over").await;
    lea.presses("👤 Vera").await;
    vera.presses("👤 I’m on it").await;
    assert_eq!(mails(&amina), 1, "she wants to hear nothing now");
    assert_eq!(tomas.phone.history().len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_something_else_about_it_has_it_too() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    calls(&vera, "📵 No answer", "📞 Call").await;
    assert!(case(&world, &amina).await.has().is_some());
    assert_eq!(mails(&amina), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_stays_open_until_the_lead_has_decided_about_each_other_pair_of_whom_she_names() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    let dina = world.joined("Dina", Role::Mentee).await;
    for mentee in [&bo, &dina] {
        world.introduce(&[(mentee, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    }
    afraid(&amina, Some(YES)).await;
    talked(&vera).await;
    let asked = |lea: &Friend| {
        lea.phone.history().iter().filter(|seen| seen.text.contains("is in another pair")).count()
    };
    assert_eq!(asked(&lea), 2);
    closes(&vera).await;
    assert_eq!(toasts(&vera, "First the lead decides"), 1);
    assert_eq!(asked(&lea), 4, "the question comes again");
    assert!(case(&world, &amina).await.resolved_at.is_none());
    lea.presses("⏸ Stop it").await;
    closes(&vera).await;
    assert_eq!(toasts(&vera, "First the lead decides"), 2, "one is left");
    lea.presses("▶ Leave it open").await;
    closes(&vera).await;
    vera.hears(BECOMES);
    // The pair that was stopped because of it is asked about, too.
    vera.presses("▶ Open it again").await;
    assert_eq!(phase(&world, &amina).await, Phase::Held, "first she sees what waits");
    vera.presses(OPEN).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    closes(&vera).await;
    assert!(vera.hears(BECOMES).text.contains("Tomás"));
    vera.presses("⏸ It stays stopped").await;
    vera.presses("⏸ one week").await;
    assert!(case(&world, &amina).await.resolved_at.is_some());
    let phases = [phase(&world, &amina).await, phase(&world, &bo).await, phase(&world, &dina).await];
    assert_eq!(phases.iter().filter(|it| **it == Phase::Held).count(), 1, "{phases:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_waits_for_a_lead_who_is_out_of_reach() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    lea.blocks().await;
    afraid(&amina, Some(YES)).await;
    talked(&vera).await;
    vera.hears("is in another pair");
    vera.presses("▶ Leave it open").await;
    closes(&vera).await;
    vera.hears(BECOMES);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_closed_only_after_a_talk_since_the_tap_by_voice_in_person_or_an_answer_of_hers() {
    for way in ["📞 Call", "🚶 In person", "💬 Message", "an answer", "pressed again"] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        afraid(&amina, Some(YES)).await;
        vera.presses("👤 I’m on it").await;
        closes(&vera).await;
        assert_eq!(toasts(&vera, "A noted message is not enough"), 1, "{way}");
        vera.presses("More").await;
        vera.presses("More").await;
        vera.presses("🏁 End pair, close case").await;
        vera.presses("🎯 Goals reached, or planned").await;
        assert_eq!(toasts(&vera, "A noted message is not enough"), 2, "{way}");
        assert_eq!(phase(&world, &amina).await, Phase::Held, "{way}");
        match way {
            "an answer" => {
                amina.says("ساعدوني").await;
                closes(&vera).await;
                assert_eq!(
                    toasts(&vera, "A noted message is not enough"),
                    3,
                    "nobody has written to her yet"
                );
                let hers = vera.copies().last().unwrap().id;
                vera.replies(hers, "How are you?").await;
                amina.says("أنا بخير").await;
            }
            "pressed again" => {
                calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
                world.minutes_pass(5).await;
                afraid(&amina, None).await;
            }
            channel => calls(&vera, "💬 We spoke, not settled", channel).await,
        }
        let before = toasts(&vera, "A noted message is not enough");
        closes(&vera).await;
        let refused = toasts(&vera, "A noted message is not enough") > before;
        assert_eq!(refused, matches!(way, "💬 Message" | "pressed again"), "{way}");
        assert!(case(&world, &amina).await.resolved_at.is_none(), "its pair is not decided about");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn not_reached_takes_two_days_and_a_second_person() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    let not_reached = async |staff: &Friend| {
        staff.says("/cases").await;
        staff.presses("🔎 1").await;
        staff.presses("✅ Close case").await;
        staff.presses("More").await;
        staff.presses("📵 Not reached").await;
    };
    for _ in 0..2 {
        calls(&vera, "📵 No answer", "📞 Call").await;
    }
    not_reached(&lea).await;
    assert_eq!(toasts(&lea, "Try on 2 different days first"), 1);
    world.days_pass(1).await;
    calls(&vera, "📵 No answer", "💬 Message").await;
    not_reached(&vera).await;
    assert_eq!(toasts(&vera, "A second person closes this"), 1);
    not_reached(&lea).await;
    lea.hears(BECOMES);
    lea.presses("⏸ It stays stopped").await;
    lea.presses("⏸ 4 weeks").await;
    assert_eq!(case(&world, &amina).await.outcome, Some(Outcome::NotReached));
    assert_eq!(phase(&world, &amina).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_alone_is_asked_again_on_the_next_working_day_and_mondays_digest_says_so() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let [amina, _] = world.introduced("Amina", "Tomás", &vera).await;
    // Thursday.
    until(&world, "2026-03-05T11:00:00Z").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    calls(&vera, "📵 No answer", "📞 Call").await;
    world.days_pass(1).await;
    calls(&vera, "📵 No answer", "📞 Call").await;
    let not_reached = async || {
        vera.presses("✅ Close case").await;
        vera.presses("More").await;
        vera.presses("📵 Not reached").await;
    };
    for _ in 0..2 {
        not_reached().await;
    }
    assert_eq!(toasts(&vera, "We will ask you again"), 2);
    vera.never_hears("Has anybody reached this person by now?");
    // Monday at nine in Madrid.
    until(&world, "2026-03-09T07:59:00Z").await;
    vera.never_hears("Has anybody reached this person by now?");
    until(&world, "2026-03-09T08:01:00Z").await;
    vera.hears("Has anybody reached this person by now?");
    not_reached().await;
    vera.presses("🏁 It ends").await;
    vera.presses("🎯 Goals reached, or planned").await;
    assert_eq!(case(&world, &amina).await.outcome, Some(Outcome::NotReached));
    assert_eq!(digests(&vera, "closed by one person alone"), 0);
    until(&world, "2026-03-16T09:00:00Z").await;
    assert_eq!(digests(&vera, "closed by one person alone"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_wrote_before_the_teams_words_arrived_answers_nothing() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    let late = Fault::TooMany { seconds: Some(600) };
    world.telegram.fault(Rule::new(late).in_chat(amina.phone.id()).on("sendMessage").on("copyMessage"));
    amina.says("أنا خائفة").await;
    vera.presses("💬 Answer").await;
    vera.says("Are you safe now?").await;
    world.minutes_pass(1).await;
    amina.says("هل من أحد هنا").await;
    amina.never_hears("Are you safe now?");
    vera.says("/cases").await;
    vera.presses("🔎 1").await;
    closes(&vera).await;
    assert_eq!(toasts(&vera, "A noted message is not enough"), 1, "{:?}", vera.phone.toasts());
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_it_is_about_never_closes_it() {
    let world = World::new().await;
    let _lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    // He works in the team since.
    world
        .changes(async |tx, _| {
            let mut person = tx.person(tomas.id).await.unwrap().unwrap();
            person.role = Role::Coordinator;
            tx.save(&person).await.unwrap();
        })
        .await;
    tomas.says("/cases").await;
    tomas.hears("No hay casos abiertos");
    vera.hears("In danger");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_choice_for_the_pair_the_case_stays_open_and_on_its_day_it_is_asked_about_again() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("Hola").await;
    let contact = world.pair_of(&amina).await.unwrap().talk.contact_at;
    afraid(&amina, Some(YES)).await;
    talked(&vera).await;
    closes(&vera).await;
    let question = vera.hears(BECOMES).text;
    assert!(question.contains("Amina · Tomás"), "{question}");
    vera.presses("Back").await;
    assert!(case(&world, &amina).await.resolved_at.is_none());
    world.days_pass(1).await;
    assert_eq!(digests(&vera, "No. 1"), 1);
    closes(&vera).await;
    vera.presses("⏸ It stays stopped").await;
    let before = mails(&amina);
    vera.presses("⏸ 8 weeks").await;
    assert_eq!(case(&world, &amina).await.outcome, Some(Outcome::Solved));
    assert_eq!(mails(&amina), before + 1, "she reads how it goes on");
    amina.opens_mail().await;
    assert!(amina.hears("تبقى هذه المحادثة متوقفة").text.contains("Tomás"));
    // It still is her team that she writes to.
    amina.says("شكرًا").await;
    assert!(vera.copies().iter().any(|seen| seen.text == "شكرًا"));
    tomas.says("¿Sigues ahí?").await;
    tomas.hears("Este chat está en pausa por ahora");
    // Working days only, and from the seventh day on in the lead's too.
    let (hers, leads) = (digests(&vera, "No. 1"), digests(&lea, "No. 1"));
    assert_eq!(leads, 0);
    world.days_pass(14).await;
    assert_eq!(digests(&vera, "No. 1") - hers, 10);
    assert!((6..=8).contains(&digests(&lea, "No. 1")), "{}", digests(&lea, "No. 1"));
    assert!(LEAD_DAYS == 7 && STAYS_WEEKS.contains(&8));
    world.days_pass(28).await;
    tomas.hears("Un mensaje tuyo no pudo llegar");
    world.days_pass(15).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held, "nothing opens by itself");
    vera.hears("A chat is stopped: what becomes of it?");
    vera.presses("👤 I’m on it").await;
    vera.presses("✅ Close case").await;
    vera.presses("▶ Open it again").await;
    vera.presses(OPEN).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    vera.says("/cases").await;
    vera.hears("No case is open");
    tomas.hears("Este chat sigue");
    assert_eq!(world.pair_of(&amina).await.unwrap().talk.contact_at, contact);
    let before = digests(&vera, "No. 1");
    world.days_pass(3).await;
    assert_eq!(digests(&vera, "No. 1"), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_days_later_without_a_choice_the_lead_has_it_too_and_a_tap_on_its_number_leads_to_the_case() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    world.days_pass(4).await;
    assert_eq!((digests(&vera, "No. 1"), digests(&lea, "No. 1")), (4, 0));
    world.days_pass(6).await;
    assert!(digests(&lea, "No. 1") > 0);
    for staff in [&vera, &lea] {
        assert!(staff.phone.history().iter().all(|seen| {
            !seen.text.contains("Good morning")
                || !(seen.text.contains("Amina") || seen.text.contains("Tomás"))
        }));
    }
    lea.presses("⏸ No. 1").await;
    lea.hears("In danger, perhaps right now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_staff_pause_never_ends_by_itself_and_needs_no_case_to_be_on_a_list() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    pauses(&vera, "⏸ 8 weeks").await;
    tomas.says("¿Cuándo seguimos?").await;
    tomas.hears("Este chat está en pausa por ahora");
    world.days_pass(1).await;
    assert_eq!(digests(&vera, "No. 1"), 1);
    world.days_pass(28).await;
    tomas.hears("Un mensaje tuyo no pudo llegar");
    world.days_pass(28).await;
    assert_eq!(phase(&world, &amina).await, Phase::Paused);
    vera.hears("A chat is stopped: what becomes of it?");
    vera.presses("👤 I’m on it").await;
    vera.presses("✅ Close case").await;
    vera.presses("🏁 It ends").await;
    vera.presses("🎯 Goals reached, or planned").await;
    tomas.hears("Este chat ha terminado");
    assert!(world.pair_of(&amina).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_button_pressed_again_undoes_the_day_that_was_chosen() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    talked(&vera).await;
    closes(&vera).await;
    vera.presses("⏸ It stays stopped").await;
    vera.presses("⏸ 8 weeks").await;
    afraid(&amina, Some("✖️ لا")).await;
    let pair = world.pair_of(&amina).await.unwrap();
    assert_eq!(
        (pair.phase, pair.paused_until),
        (Phase::Held, None),
        "what the team has stopped is not hers to open"
    );
    assert_eq!(case(&world, &amina).await.kind, CaseKind::Unsafe);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_machine_closes_leaves_the_stop_on_the_list() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
        })
        .await;
    tomas.blocks().await;
    world.days_pass(1).await;
    tomas.unblocks().await;
    tomas.says("/start").await;
    vera.hears("can be reached again");
    world.days_pass(3).await;
    assert!(digests(&vera, "No. 1") >= 2);
    vera.presses("⏸ No. 1").await;
    vera.hears("A chat is stopped: what becomes of it?");
}
