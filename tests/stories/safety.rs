//! 🆘: everything stops at once, the team knows, and nobody who is afraid is told to wait.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::Content;
use lazo::domain::case::{CaseFile, CaseKind};
use lazo::domain::conversation::Phase;
use lazo::domain::person::{Role, Standing};
use lazo::domain::programme::Contact;
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";
const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const UNKNOWN: &str = "🤷 لا أعرف";

/// The open cases about someone or her pair, oldest first.
async fn open(world: &World, friend: &Friend) -> Vec<CaseFile> {
    world
        .changes(async |tx, _| {
            let pair = tx.pair_of(friend.id).await.unwrap().map(|pair| pair.id);
            let ids = tx.cases_about(pair, Some(friend.id)).await.unwrap();
            tx.cases(&ids).await.unwrap()
        })
        .await
}

async fn kinds(world: &World, friend: &Friend) -> Vec<CaseKind> {
    open(world, friend).await.into_iter().map(|case| case.kind).collect()
}

async fn facts(world: &World, friend: &Friend) -> Vec<String> {
    open(world, friend).await.into_iter().flat_map(|case| case.tried).collect()
}

async fn phase(world: &World, friend: &Friend) -> Phase {
    world.pair_of(friend).await.unwrap().phase
}

async fn goes_on(world: &World, friend: &Friend, by: &Friend) {
    let now = world.now();
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(friend.id).await.unwrap().unwrap();
            lifecycle::release(tx, &mut pair, by.id, now).await.unwrap();
        })
        .await;
    world.settles().await;
}

/// Whether the database holds these words anywhere. PostgreSQL's is looked through by its own story.
async fn is_kept(world: &World, words: &str) -> bool {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("copy.db");
    let copied = world.db().await.copy_to(file.to_str().unwrap()).await.unwrap();
    copied && std::fs::read(file).unwrap().windows(words.len()).any(|bytes| bytes == words.as_bytes())
}

fn texts(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_feel_safe_stops_everything_with_one_tap_and_is_not_asked_before() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active, "opening the menu stops nothing");
    amina.presses(UNSAFE).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unsafe]);
    amina.hears("هل الأمر يتعلق بهذا الشخص؟");
    tomas.says("¿Dónde estás?").await;
    amina.says("لا").await;
    amina.never_hears("¿Dónde estás?");
    assert!(amina.copies().is_empty() && tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_queued_when_she_presses_is_held_and_everything_arrives_in_order_after_the_release() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    // All of it waits at Telegram, so that his words are queued and stopped in one transaction.
    world.stops().await;
    tomas.phone.says("uno");
    tomas.phone.says("dos");
    amina.phone.presses(UNSAFE).unwrap();
    world.starts().await;
    world.settles().await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    tomas.says("tres").await;
    amina.says("أربعة").await;
    assert!(amina.copies().is_empty() && tomas.copies().is_empty());
    goes_on(&world, &amina, &vera).await;
    assert_eq!(texts(&amina), ["uno", "dos", "tres"]);
    // What she wrote after the tap is for her team alone.
    assert_eq!((texts(&tomas), texts(&vera)), (Vec::new(), vec!["أربعة".to_owned()]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hold_and_its_case_are_one_transaction_that_outlives_a_restart() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    world.restarts().await;
    tomas.says("¿Estás ahí?").await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unsafe]);
    amina.never_hears("¿Estás ahí?");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_it_is_not_about_him_opens_the_conversation_again() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    tomas.says("¿Todo bien?").await;
    amina.presses(NO).await;
    amina.hears("المحادثة مفتوحة من جديد");
    amina.hears("¿Todo bien?");
    tomas.hears("Este chat sigue");
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unsafe], "the team still calls her");
    assert!(facts(&world, &amina).await.contains(&"about_no".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn yes_and_i_do_not_know_keep_it_stopped() {
    for answer in [YES, UNKNOWN] {
        let world = World::new().await;
        let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
        amina.says(SOS).await;
        amina.presses(UNSAFE).await;
        amina.presses(answer).await;
        amina.hears("فريقك وحده يمكنه فتح هذه المحادثة");
        tomas.says("¿Por qué no contestas?").await;
        assert_eq!(phase(&world, &amina).await, Phase::Held);
        assert!(amina.copies().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_partner_reads_only_the_words_of_every_pause() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let before = tomas.reads();
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    amina.presses(YES).await;
    assert_eq!(tomas.reads(), before, "nothing tells him that anything happened");
    tomas.says("Hola").await;
    let told = tomas.reads().split_off(before.len());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("⏸ Este chat está en pausa por ahora."), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_somebody_else_needs_is_not_hers_to_end() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("🛟 No me siento a salvo").await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unsafe, CaseKind::Unsafe]);
    tomas.presses("✖️ No").await;
    tomas.never_hears("Solo tu equipo puede abrir este chat");
    assert_eq!(phase(&world, &amina).await, Phase::Held, "she has not said what it is about");
    amina.presses(NO).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active, "both say it is not about the other");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_of_the_team_stays_whatever_she_answers() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let now = world.now();
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, Some(vera.id), now).await.unwrap();
        })
        .await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    amina.presses(NO).await;
    amina.never_hears("فريقك وحده يمكنه فتح هذه المحادثة");
    assert_eq!(phase(&world, &amina).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_goes_on_after_no() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let (now, until) = (world.now(), world.now() + TimeDelta::days(7));
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap();
        })
        .await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    amina.presses(NO).await;
    let pair = world.pair_of(&amina).await.unwrap();
    assert_eq!((pair.phase, pair.paused_until), (Phase::Paused, Some(until)));
    tomas.says("Hasta pronto").await;
    assert!(amina.copies().is_empty(), "what he writes waits for what the team decides");
}

#[tokio::test(flavor = "multi_thread")]
async fn pressing_twice_opens_one_case_and_harms_nothing() {
    let world = World::new().await;
    let [amina, _, _] = world.pair("Amina", "Tomás", "Vera").await;
    for _ in 0..2 {
        amina.says(SOS).await;
        amina.presses(UNSAFE).await;
    }
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unsafe]);
    amina.presses(NO).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held, "it stops as often as she needs it");
    amina.presses(YES).await;
    assert!(!facts(&world, &amina).await.contains(&"about_no".to_owned()), "the last answer counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_works_without_a_pair() {
    let world = World::new().await;
    let _vera = world.joined("Vera", Role::Coordinator).await;
    let zainab = world.joined("Zainab", Role::Mentee).await;
    zainab.says("/safe").await;
    zainab.presses(UNSAFE).await;
    zainab.hears("فريقك يعلم الآن");
    zainab.hears("هل الاتصال بك آمن؟");
    assert_eq!(kinds(&world, &zainab).await, [CaseKind::Unsafe]);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_works_while_joining_and_what_she_had_told_is_kept() {
    let world = World::new().await;
    let _vera = world.joined("Vera", Role::Coordinator).await;
    let zainab = world.joined("Zainab", Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(zainab.id).await.unwrap().unwrap();
            person.standing = Standing::Joining;
            person.dialogue = Some(lazo::domain::dialogue::Dialogue::Join);
            tx.save(&person).await.unwrap();
        })
        .await;
    zainab.says("/safe").await;
    zainab.presses(UNSAFE).await;
    zainab.presses("📞 نعم، اتصلوا بي").await;
    zainab.says("/sos").await;
    zainab.presses("📞 اتصلوا بي").await;
    zainab.presses("📞 اليوم").await;
    let mut opened = kinds(&world, &zainab).await;
    opened.sort_by_key(|kind| kind.severity());
    assert_eq!(opened, [CaseKind::Unsafe, CaseKind::CallToday]);
    let person = world.changes(async |tx, _| tx.person(zainab.id).await.unwrap().unwrap()).await;
    assert_eq!(person.dialogue, Some(lazo::domain::dialogue::Dialogue::Join));
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_help_numbers_and_until_when_the_team_calls_and_says_whether_that_is_safe() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    let menu = amina.hears("ما الذي يلزمك؟");
    let labels: Vec<String> = menu.buttons.iter().flatten().map(|button| button.text.clone()).collect();
    assert_eq!(labels.len(), 6, "five answers and a number to copy: {labels:?}");
    assert!(labels[5].contains("112"), "{labels:?}");
    amina.presses(UNSAFE).await;
    amina.presses(UNKNOWN).await;
    let next = amina.hears("هل الاتصال بك آمن؟");
    let copied = next.buttons.iter().flatten().find_map(|button| button.copy_text.clone());
    assert_eq!(copied.as_deref(), Some("112"));
    assert!(next.text.contains("الاثنين"), "Monday, 18:00: {}", next.text);
    amina.presses("💬 اكتبوا لي هنا").await;
    amina.hears("لن يتصل بك فريقك. سيكتب إليك هنا");
    let case = open(&world, &amina).await.remove(0);
    assert_eq!(case.due, Some("2026-03-02T17:00:00Z".parse().unwrap()), "18:00 in Madrid");
    assert_eq!(case.tried, ["tap:1", "held", "about_unknown", "call_write"]);
    let card = vera.hears("Do not call. Write instead.");
    assert!(card.text.contains("This person answered"), "not to be overlooked: {}", card.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn by_mistake_changes_nothing() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    amina.presses("✖️ لا شيء، ضغطت بالخطأ").await;
    assert!(kinds(&world, &amina).await.is_empty());
    amina.says("مرحبا").await;
    tomas.hears("مرحبا");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_copies_exactly_the_last_message_to_the_lead_and_keeps_nothing() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("first-canary").await;
    tomas.sends(Content::photo("second-canary")).await;
    amina.says("own-canary").await;
    amina.says(SOS).await;
    amina.presses(REPORT).await;
    amina.hears("يحصل الفريق على نسخة");
    lea.hears("Amina");
    let copies = lea.copies();
    assert_eq!(copies.iter().map(|seen| seen.text.as_str()).collect::<Vec<_>>(), ["second-canary"]);
    assert!(copies.iter().all(|seen| seen.protected));
    vera.never_hears("second-canary");
    for canary in ["first-canary", "own-canary"] {
        lea.never_hears(canary);
    }
    tomas.never_hears("denuncia");
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Report]);
    assert!(!is_kept(&world, "canary").await, "the words are nowhere in the database");
}

#[tokio::test(flavor = "multi_thread")]
async fn sos_as_a_reply_reports_that_message() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("the bad one").await;
    tomas.says("a later one").await;
    let bad = amina.hears("the bad one").id;
    amina.replies(bad, "/safe").await;
    amina.presses("🚩 الإبلاغ عن هذه الرسالة").await;
    assert_eq!(texts(&lea), ["the bad one"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_the_team_is_not_taken_for_the_partners_and_the_way_to_help_stays_open() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("مرحبا").await;
    vera.replies(vera.hears("مرحبا").id, "Hello, Amina").await;
    amina.hears("Hello, Amina");
    amina.says(SOS).await;
    amina.presses(REPORT).await;
    amina.hears("لا توجد هنا رسالة يمكن الإبلاغ عنها");
    assert!(lea.copies().is_empty());
    assert!(kinds(&world, &amina).await.is_empty());
    amina.presses(UNSAFE).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unsafe]);
}

/// Amina writes to the team, the lead answers, and Amina reports the answer.
async fn reports_the_lead(world: &World) -> [Friend; 2] {
    let lea = world.joined("Lea", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    amina.says("/team").await;
    amina.says("question").await;
    let question = lea.hears("question").id;
    lea.replies(question, "lead-canary").await;
    let answer = amina.hears("lead-canary").id;
    amina.replies(answer, "/safe").await;
    amina.presses("🚩 الإبلاغ عن هذه الرسالة").await;
    [lea, amina]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_about_the_lead_goes_to_the_contact_outside_the_team_and_never_to_her() {
    let world = World::new().await;
    let nora = world.joined("Nora", Role::Mentor).await;
    let outside = Contact::Person(nora.id);
    world.changes(async |tx, _| tx.set_contact(world.programme(), 0, &outside).await.unwrap()).await;
    let [lea, amina] = reports_the_lead(&world).await;
    assert_eq!(texts(&nora), ["lead-canary"]);
    assert!(nora.hears("Lea").text.contains('1'), "the case");
    assert!(lea.copies().iter().all(|seen| seen.text != "lead-canary"), "{:?}", lea.reads());
    lea.never_hears("Case 1");
    amina.hears("لا يصل بلاغك إلى كاتب الرسالة");
    let about: Vec<_> = open(&world, &lea).await.into_iter().map(|case| (case.kind, case.person)).collect();
    assert_eq!(about, [(CaseKind::Report, Some(lea.id))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn if_the_contact_outside_is_only_a_number_who_is_not_of_the_team_gets_the_report_and_everybody_reads_the_number()
 {
    let world = World::new().await;
    let eva = world.joined("Eva", Role::Mentor).await;
    let urgent = Contact::Person(eva.id);
    world.changes(async |tx, _| tx.set_contact(world.programme(), 1, &urgent).await.unwrap()).await;
    let rosa = world.joined("Rosa", Role::Coordinator).await;
    // A lead who looks after Amina herself.
    let lea = world.joined("Lea", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.coordinator = Some(lea.id);
            tx.save(&person).await.unwrap();
        })
        .await;
    amina.says("/team").await;
    amina.says("question").await;
    lea.replies(lea.hears("question").id, "lead-canary").await;
    amina.replies(amina.hears("lead-canary").id, "/safe").await;
    amina.presses("🚩 الإبلاغ عن هذه الرسالة").await;
    assert_eq!(texts(&eva), ["lead-canary"]);
    assert!(eva.hears(" S1").text.contains("Board: 600 000 000"), "{:?}", eva.reads());
    assert!(amina.hears("من خارج الفريق").text.contains("Board: 600 000 000"));
    for other in [&lea, &rosa] {
        other.never_hears("Case S1");
    }
    assert!(rosa.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn call_me_says_until_when() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    amina.presses("📞 اتصلوا بي").await;
    amina.presses("📞 اليوم").await;
    amina.hears("سيتواصل معك فريقك قبل");
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("📞 Quiero una llamada").await;
    tomas.presses("📅 Esta semana").await;
    tomas.hears("antes de que acabe:\nlunes, 9 de marzo");
    assert_eq!(kinds(&world, &amina).await, [CaseKind::CallToday, CaseKind::CallSoon]);
    assert_eq!(open(&world, &amina).await[0].due, Some("2026-03-02T17:00:00Z".parse().unwrap()));
    assert_eq!(phase(&world, &amina).await, Phase::Active, "a call stops nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_would_rather_write_writes_to_the_team() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    amina.presses("📞 اتصلوا بي").await;
    amina.presses("💬 اكتبوا لي").await;
    amina.says("أريد أن أتحدث").await;
    vera.hears("أريد أن أتحدث");
    assert!(tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn sos_is_on_every_keyboard_of_mentees_and_mentors_and_on_no_other() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    for friend in [&amina, &tomas] {
        friend.says("hola").await;
    }
    assert!(amina.phone.keyboard().unwrap()[0][0].contains(SOS));
    assert_eq!(tomas.phone.keyboard().unwrap()[0][0], "🆘 Necesito ayuda");
    assert_eq!(vera.phone.keyboard(), None);
    vera.says("/safe").await;
    assert!(kinds(&world, &amina).await.is_empty());
}
