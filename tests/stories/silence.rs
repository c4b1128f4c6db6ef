//! Two people fall silent: the bot asks before it alarms, and a coordinator hears what was tried.

use crate::world::{Friend, World};
use chrono::{TimeDelta, Timelike};
use lazo::domain::case::{CaseFile, CaseKind};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::talk::Talk;
use lazo::domain::zone::Tz;
use lazo::handlers::lifecycle;
use lazo::store::Alarm;

const MADRID: Tz = Tz::known("Europe/Madrid");

const HELLO: &str = "لا توجد رسائل بينكما بعد";
const HOLA: &str = "Todavía no hay mensajes entre tú y esta persona";
const DID_YOU_TALK: &str = "هل تحدثتما منذ";
const HABEIS_HABLADO: &str = "¿Has hablado con esta persona desde";
const NOT_YET: &str = "🕐 ليس بعد";

/// A pair of whom nothing but the silence clock takes notice.
async fn pair(world: &World) -> [Friend; 3] {
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    without_pulses(world, &[&amina, &tomas]).await;
    [amina, tomas, vera]
}

async fn without_pulses(world: &World, friends: &[&Friend]) {
    world
        .changes(async |tx, _| {
            for friend in friends {
                tx.let_sleep(Alarm::Pulse, friend.id.0).await.unwrap();
            }
        })
        .await;
}

/// The same, introduced 60 days ago, and they have met just now.
pub async fn old_pair(world: &World) -> [Friend; 3] {
    let friends = pair(world).await;
    let now = world.now();
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(friends[0].id).await.unwrap().unwrap();
            pair.introduced_at = Some(now - TimeDelta::days(60));
            pair.talk = Talk::default().met(now);
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
    friends
}

/// They have met.
async fn met(world: &World, friend: &Friend) {
    let now = world.now();
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(friend.id).await.unwrap().unwrap();
            pair.talk = pair.talk.met(now);
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
}

async fn open(world: &World, friend: &Friend) -> Vec<CaseFile> {
    world
        .changes(async |tx, _| {
            let pair = tx.pair_of(friend.id).await.unwrap().map(|pair| pair.id);
            let ids = tx.cases_about(pair, None).await.unwrap();
            tx.cases(&ids).await.unwrap()
        })
        .await
}

async fn kinds(world: &World, friend: &Friend) -> Vec<CaseKind> {
    open(world, friend).await.into_iter().map(|case| case.kind).collect()
}

/// How often someone was told something.
fn times(friend: &Friend, words: &str) -> usize {
    friend.phone.history().iter().filter(|seen| seen.from_bot && seen.text.contains(words)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_wrote_is_nudged_twice_then_the_coordinator_hears_then_must_decide() {
    let world = World::new().await;
    let introduced = world.now();
    let [amina, tomas, vera] = pair(&world).await;
    world.days_pass(3).await;
    amina.never_hears(HELLO);
    world.hours_pass(9).await;
    for seen in [amina.hears(HELLO), tomas.hears(HOLA)] {
        let local = seen.date.with_timezone(&MADRID);
        let minutes = local.hour() * 60 + local.minute();
        assert!((17 * 60 + 30..=18 * 60 + 30).contains(&minutes), "at the prompt hour, not {local}");
    }
    world.days_pass(4).await;
    tomas.hears("Sigue sin haber mensajes");
    amina.never_hears("ما زالت لا توجد رسائل");
    world.days_pass(3).await;
    amina.hears("ما زالت لا توجد رسائل");
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(4).await;
    let case = open(&world, &amina).await.remove(0);
    assert_eq!((case.kind, case.since), (CaseKind::NoKickoff, Some(introduced)));
    assert_eq!(case.tried, ["kick_off_nudge", "kick_off_again"]);
    let card = vera.hears("Lazo reminded both, twice").text;
    assert_eq!(card.matches("Lazo reminded both").count(), 1, "{card}");
    world.days_pass(7).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Decide], "the same case asks for more");
    assert_eq!((times(&amina, HELLO), times(&tomas, HOLA)), (1, 1), "and nobody is nudged for ever");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_are_asked_after_two_rhythms_and_a_case_opens_after_three() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    let met = world.now();
    world.days_pass(14).await;
    amina.never_hears(DID_YOU_TALK);
    world.hours_pass(9).await;
    amina.hears(DID_YOU_TALK);
    tomas.hears(HABEIS_HABLADO);
    world.days_pass(6).await;
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(1).await;
    let case = open(&world, &amina).await.remove(0);
    assert_eq!((case.kind, case.since), (CaseKind::SilentBoth, Some(met)));
    assert_eq!(case.tried, ["ask_both"]);
    assert_eq!(world.pair_of(&amina).await.unwrap().silence_case, Some(case.id));
    world.days_pass(30).await;
    assert_eq!(kinds(&world, &amina).await.len(), 1, "one silence, one case");
    assert_eq!((times(&amina, DID_YOU_TALK), times(&tomas, HABEIS_HABLADO)), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_pair_is_asked_sooner_and_its_case_opens_after_two_rhythms() {
    let world = World::new().await;
    let [amina, _, _] = pair(&world).await;
    met(&world, &amina).await;
    world.days_pass(11).await;
    amina.hears(DID_YOU_TALK);
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(3).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_does_not_answer_is_nudged_after_three_days_and_her_coordinator_told_after_seven() {
    let world = World::new().await;
    let [amina, tomas, _] = pair(&world).await;
    amina.says("مرحبا").await;
    let since = world.now();
    world.days_pass(4).await;
    tomas.hears("Tu mentee espera una respuesta");
    amina.never_hears("لديك رسالة من");
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(3).await;
    let case = open(&world, &amina).await.remove(0);
    assert_eq!((case.kind, case.since), (CaseKind::MenteeWaits, Some(since)));
    assert_eq!(case.tried, ["nudge_mentor"]);
    tomas.says("¡Perdona! Hola").await;
    assert!(open(&world, &amina).await.is_empty(), "the silent side has written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_that_had_come_to_its_end_is_over_with_one_tap_and_the_next_message_begins_anew() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    tomas.says("El lunes a las seis").await;
    amina.says("شكرًا، إلى اللقاء").await;
    world.days_pass(4).await;
    tomas.hears("Tu mentee espera una respuesta");
    tomas.presses("✅ No hace falta responder").await;
    tomas.hears("No volveremos a preguntar");
    world.days_pass(4).await;
    assert!(open(&world, &amina).await.is_empty(), "We will not ask again");
    amina.says("سؤال جديد").await;
    world.days_pass(8).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::MenteeWaits]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_message_always_wants_an_answer() {
    let world = World::new().await;
    let [amina, tomas, _] = pair(&world).await;
    amina.says("مرحبا").await;
    world.days_pass(4).await;
    assert!(tomas.hears("Tu mentee espera una respuesta").buttons.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentee_who_does_not_answer_has_more_time() {
    let world = World::new().await;
    let [amina, tomas, _] = pair(&world).await;
    tomas.says("¡Hola!").await;
    world.days_pass(5).await;
    amina.never_hears("لديك رسالة من");
    world.days_pass(1).await;
    amina.hears("لديك رسالة من");
    world.days_pass(3).await;
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(1).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::MentorWaits]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_elsewhere_is_believed_for_thirty_days_then_asked_about_again() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    world.days_pass(15).await;
    amina.presses("📱 نعم، لكن ليس هنا").await;
    amina.hears("لن نسأل من جديد قبل");
    world.days_pass(29).await;
    assert_eq!((times(&amina, DID_YOU_TALK), times(&tomas, HABEIS_HABLADO)), (0, 1), "hers was answered");
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(2).await;
    amina.hears(DID_YOU_TALK);
    world.days_pass(8).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth], "asked again, and nobody answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_stops_the_clock() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    world.days_pass(10).await;
    let until = world.now() + TimeDelta::days(14);
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap();
        })
        .await;
    world.days_pass(14).await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::resume(tx, &mut pair, now).await.unwrap();
        })
        .await;
    without_pulses(&world, &[&amina, &tomas]).await;
    world.days_pass(3).await;
    amina.never_hears(DID_YOU_TALK);
    world.days_pass(2).await;
    amina.hears(DID_YOU_TALK);
    tomas.hears(HABEIS_HABLADO);
    world.days_pass(5).await;
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(1).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth]);
}

#[tokio::test(flavor = "multi_thread")]
async fn days_off_stop_the_clock() {
    let world = World::new().await;
    let [amina, _, _] = old_pair(&world).await;
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.holidays = now.date_naive().iter_days().skip(3).take(7).collect();
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
    world.days_pass(20).await;
    amina.never_hears(DID_YOU_TALK);
    world.days_pass(2).await;
    amina.hears(DID_YOU_TALK);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_cannot_be_reached_is_not_called_silent() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    tomas.blocks().await;
    world.days_pass(40).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::Unreachable]);
    amina.never_hears(DID_YOU_TALK);
    tomas.unblocks().await;
    world.days_pass(13).await;
    amina.never_hears(DID_YOU_TALK);
    world.days_pass(2).await;
    amina.hears(DID_YOU_TALK);
}

#[tokio::test(flavor = "multi_thread")]
async fn contact_closes_the_case_and_one_message_alone_is_not_contact() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    world.days_pass(22).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth]);
    amina.presses(NOT_YET).await;
    amina.hears("هذا يحدث");
    amina.says("كيف حالك؟").await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth]);
    let question = tomas.hears("كيف حالك؟").id;
    tomas.replies(question, "Muy bien, ¿y tú?").await;
    assert!(open(&world, &amina).await.is_empty());
    assert_eq!(world.pair_of(&amina).await.unwrap().silence_case, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn yes_we_talked_closes_the_case_and_begins_a_new_clock() {
    let world = World::new().await;
    let [amina, _, _] = old_pair(&world).await;
    world.days_pass(22).await;
    amina.presses("✅ نعم، هنا").await;
    amina.hears("خبر جميل");
    assert!(open(&world, &amina).await.is_empty());
    world.days_pass(13).await;
    amina.never_hears(DID_YOU_TALK);
    world.days_pass(9).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_needs_help_is_called() {
    let world = World::new().await;
    let [amina, _, _] = old_pair(&world).await;
    world.days_pass(15).await;
    amina.presses("📞 اتصلوا بي").await;
    amina.hears("سيتصل بك شخص من فريقك قبل");
    let case = open(&world, &amina).await.remove(0);
    assert_eq!(case.kind, CaseKind::CallSoon);
    assert!(case.due.is_some_and(|due| due <= world.now() + TimeDelta::days(8)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_in_words_never_reaches_the_partner_unasked() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    world.days_pass(15).await;
    amina.says("لا، هو لا يكتب لي").await;
    amina.hears("لمن هذه الرسالة؟");
    tomas.never_hears("لا، هو لا يكتب لي");
    amina.presses("👤 إلى: \u{2068}Tomás\u{2069}").await;
    tomas.hears("لا، هو لا يكتب لي");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_in_between_repeats_nothing() {
    let world = World::new().await;
    let [amina, tomas, _] = pair(&world).await;
    for _ in 0..16 {
        world.restarts().await;
        world.days_pass(1).await;
    }
    // How long Lazo was away is told anew each time; that is not what this is about.
    let told = |friend: &Friend| friend.reads().iter().filter(|text| !text.starts_with('🔌')).count();
    let (before, opened) = ((told(&amina), told(&tomas)), kinds(&world, &amina).await);
    assert_eq!((times(&amina, HELLO), times(&tomas, HOLA)), (1, 1));
    assert_eq!(opened, [CaseKind::NoKickoff]);
    world.restarts().await;
    world.settles().await;
    assert_eq!(((told(&amina), told(&tomas)), kinds(&world, &amina).await), (before, opened));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_outage_of_weeks_nobody_is_asked_what_has_been_overtaken() {
    let world = World::new().await;
    let [amina, tomas, _] = old_pair(&world).await;
    world.stops().await;
    world.clock.advance(TimeDelta::days(22));
    world.telegram.set_time(world.now());
    world.starts().await;
    world.hours_pass(24).await;
    assert_eq!(kinds(&world, &amina).await, [CaseKind::SilentBoth]);
    amina.never_hears(DID_YOU_TALK);
    tomas.never_hears(HABEIS_HABLADO);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_is_asked_about_its_group() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let olga = world.joined("Olga", Role::Mentor).await;
    let members = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&olga, Side::Mentor)];
    world.introduce(&members, &vera).await;
    without_pulses(&world, &[&amina, &tomas, &olga]).await;
    world.days_pass(4).await;
    amina.hears("لا توجد رسائل في مجموعتك بعد");
    for mentor in [&tomas, &olga] {
        mentor.hears("Nadie ha escrito todavía en tu grupo");
    }
    amina.says("مرحبا").await;
    world.days_pass(4).await;
    olga.hears("Alguien de tu grupo espera");
    olga.says("¡Hola a todos!").await;
    world.days_pass(4).await;
    assert!(open(&world, &amina).await.is_empty(), "one of a side answers for all of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nudge_keeps_its_local_hour_across_the_change_of_clocks() {
    let world = World::new().await;
    world.days_pass(24).await;
    let [amina, _, _] = pair(&world).await;
    world.days_pass(4).await;
    let local = amina.hears(HELLO).date.with_timezone(&MADRID);
    assert_eq!(local.date_naive().to_string(), "2026-03-29", "the day the clocks change");
    assert!((17..=18).contains(&local.hour()), "{local}");
}
