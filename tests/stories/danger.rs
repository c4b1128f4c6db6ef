//! After 🆘: what she writes is for her team, every minute, whatever she does and whoever holds her phone.

use crate::world::{Friend, World};
use chrono::{TimeDelta, TimeZone};
use lazo::demo::Content;
use lazo::domain::case::{CaseFile, CaseKind};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::on_call::CHOICES;
use lazo::domain::person::Role;
use lazo::domain::safety::{MISTAKE, NO_LATER, NOBODY_YET_MINUTES};
use lazo::domain::zone::Tz;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const MISTAKEN: &str = "✖️ لا شيء، ضغطت بالخطأ";

/// She says that she does not feel safe, and perhaps what it is about.
async fn afraid(amina: &Friend, about: Option<&str>) {
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    if let Some(about) = about {
        amina.presses(about).await;
    }
}

fn texts(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

async fn case(world: &World, friend: &Friend) -> CaseFile {
    world
        .changes(async |tx, _| {
            let pair = tx.pair_of(friend.id).await.unwrap().map(|pair| pair.id);
            let ids = tx.cases_about(pair, Some(friend.id)).await.unwrap();
            let cases = tx.cases(&ids).await.unwrap();
            cases.into_iter().find(|case| case.kind == CaseKind::Unsafe).unwrap()
        })
        .await
}

async fn phase(world: &World, friend: &Friend) -> Phase {
    world.pair_of(friend).await.unwrap().phase
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_writes_after_yes_reaches_the_team_in_every_kind_and_never_him() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let yesterday = amina.says("صباح الخير").await;
    let before = tomas.copies().len();
    afraid(&amina, Some(YES)).await;
    amina.says("هو أمام الباب").await;
    amina.sends(Content::Location { live: false }).await;
    amina.sends(Content::Voice).await;
    for caption in ["one", "two"] {
        amina.phone.sends(Content::AlbumPhoto { album: "a".to_owned(), caption: Some(caption.to_owned()) });
    }
    world.settles().await;
    world.passes(TimeDelta::seconds(9)).await;
    assert_eq!(vera.copies().len(), 5, "{:?}", vera.reads());
    amina.phone.edits(yesterday, "لن أكتب بعد الآن");
    world.settles().await;
    assert_eq!(tomas.copies().len(), before);
    tomas.never_hears("أمام الباب");
    tomas.never_hears("لن أكتب");
    let told =
        amina.phone.history().into_iter().filter(|seen| seen.from_bot && seen.text.contains("فريقك فقط"));
    assert_eq!(told.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_him_is_not_sent_and_she_is_offered_the_team() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("¿Vienes?").await;
    let his = amina.copies().last().unwrap().id;
    afraid(&amina, Some(YES)).await;
    amina.replies(his, "لا تأتِ").await;
    assert!(tomas.copies().is_empty() && vera.copies().is_empty());
    let asked = amina.hears("لمن هذه الرسالة");
    assert!(
        asked.buttons.iter().flatten().all(|button| !button.text.contains("Tomás")),
        "{:?}",
        asked.buttons
    );
    amina.presses("💬 إلى الفريق").await;
    assert_eq!(texts(&vera), ["لا تأتِ"]);
    assert!(tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_team_pauses_after_it_opened_it_is_stopped_for_her_as_before() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let hers = amina.says("مرحبا").await;
    tomas.says("¿Vienes?").await;
    let his = amina.copies().last().unwrap().id;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    crate::opening::opens(&vera).await;
    crate::breaks::pauses(&vera, "⏸ 8 weeks").await;
    assert!(phase(&world, &amina).await.is_stopped());
    amina.phone.edits(hers, "سأذهب إلى أختي");
    world.settles().await;
    amina.replies(his, "لا تأتِ").await;
    amina.hears("لمن هذه الرسالة");
    amina.presses("💬 إلى الفريق").await;
    assert!(texts(&vera).contains(&"لا تأتِ".to_owned()));
    vera.says("/pairs").await;
    vera.presses("1 · ").await;
    vera.presses("▶ Let them write again").await;
    vera.presses("▶ Open").await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    world.minutes_pass(10).await;
    tomas.never_hears("لا تأتِ");
    tomas.never_hears("أختي");
}

#[tokio::test(flavor = "multi_thread")]
async fn about_somebody_else_the_chat_is_open_and_only_a_reply_goes_there_until_the_case_is_closed() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("¿Cómo estás?").await;
    let his = amina.copies().last().unwrap().id;
    afraid(&amina, Some(NO)).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    amina.says("زوجي").await;
    assert_eq!((texts(&vera), texts(&tomas)), (vec!["زوجي".to_owned()], vec![]));
    amina.replies(his, "بخير").await;
    assert_eq!(texts(&tomas), ["بخير"]);
    tomas.says("¡Bien!").await;
    amina.says("ما زلت خائفة").await;
    assert_eq!(texts(&vera), ["زوجي", "ما زلت خائفة"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_minutes_later_no_tap_on_her_phone_opens_or_closes_anything() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    world.minutes_pass(20).await;
    afraid(&amina, Some(NO)).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    assert!(case(&world, &amina).await.tried.iter().any(|fact| fact == NO_LATER));
    amina.says(SOS).await;
    amina.presses(MISTAKEN).await;
    amina.hears("بالخطأ");
    assert!(case(&world, &amina).await.tried.iter().any(|fact| fact == MISTAKE));
    amina.presses("🧹 مسح ما هنا").await;
    assert!(case(&world, &amina).await.resolved_at.is_none());
    assert!(case(&world, &amina).await.acknowledged_at.is_some());
    let rung = vera.reads().len();
    amina.blocks().await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    assert!(case(&world, &amina).await.acknowledged_at.is_none(), "it rings from the start");
    assert!(vera.reads().len() > rung);
    assert!(tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn clear_here_empties_her_chat_of_it_and_the_team_keeps_what_it_has() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    amina.says("ساعدوني").await;
    amina.presses("🧹 مسح ما هنا").await;
    world.settles().await;
    let left = amina.phone.screen();
    assert!(
        left.iter().all(|seen| !seen.text.contains("ساعدوني") && !seen.text.contains("فريقك فقط")),
        "{left:?}"
    );
    assert_eq!(texts(&vera), ["ساعدوني"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_went_to_the_team_after_the_tap_is_taken_back_from_her_chat_alone() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    let said = amina.says("هو هنا").await;
    amina.replies(said, "/undo").await;
    assert_eq!(texts(&vera), ["هو هنا"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_deleted_before_it_is_copied_is_told_to_the_team_as_a_fact() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    world.stops().await;
    let said = amina.phone.sends(Content::Voice);
    amina.phone.deletes(said);
    world.starts().await;
    world.settles().await;
    vera.hears("was deleted before it could arrive");
    assert!(vera.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn at_eleven_with_nobody_on_call_no_hour_is_promised_and_whoever_takes_it_later_has_all_her_words() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let lead = world.joined("Lea", Role::Lead).await;
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.on_call = CHOICES.first().copied();
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
    let night = Tz::known("Europe/Madrid").with_ymd_and_hms(2026, 3, 2, 23, 0, 0).unwrap();
    world.passes(night.to_utc() - world.now()).await;
    afraid(&amina, Some(YES)).await;
    let next = amina.hears("لا أحد من فريقك مناوب الآن");
    assert!(next.text.contains("112") && !next.text.contains("قبل:"), "{}", next.text);
    amina.says("هو في البيت").await;
    amina.sends(Content::Location { live: false }).await;
    assert_eq!(vera.copies().len(), 2);
    world.minutes_pass(29).await;
    let mails = || amina.phone.history().iter().filter(|seen| seen.text.contains("فريقك")).count();
    let before = mails();
    world.minutes_pass(1).await;
    assert_eq!(mails(), before + 1, "at 23:30 she can read that nobody has answered");
    amina.never_hears("لم يجب أحد");
    world.minutes_pass(40).await;
    // The lead was rung after an hour.
    assert_eq!(lead.copies().len(), 2, "{:?}", lead.reads());
    lead.presses("👤 I’m on it").await;
    amina.says("شكرًا").await;
    assert_eq!((lead.copies().len(), vera.copies().len()), (3, 2));
    assert_eq!(NOBODY_YET_MINUTES, [30, 90, 150, 210]);
}

#[tokio::test(flavor = "multi_thread")]
async fn his_phone_stays_still_for_an_hour_after_her_tap() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let before = tomas.phone.history().len();
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    world.hours_pass(1).await;
    assert_eq!(tomas.phone.history().len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_decides_about_each_other_pair_of_whom_she_names() {
    let world = World::new().await;
    let lead = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    let dina = world.joined("Dina", Role::Mentee).await;
    for mentee in [&bo, &dina] {
        world.introduce(&[(mentee, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    }
    afraid(&amina, None).await;
    lead.never_hears("is in another pair");
    amina.presses(YES).await;
    lead.hears("is in another pair");
    tomas.never_hears("is in another pair");
    lead.presses("⏸ Stop it").await;
    lead.presses("▶ Leave it open").await;
    let phases = [phase(&world, &bo).await, phase(&world, &dina).await];
    assert!(phases.contains(&Phase::Held) && phases.contains(&Phase::Active), "{phases:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_she_names_whom_it_is_about_and_the_circle_stays_stopped() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let bo = world.joined("Bo", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let sides = [Side::Mentee, Side::Mentee, Side::Mentor, Side::Mentor];
    let people: Vec<_> = [&amina, &bo, &tomas, &marta].into_iter().zip(sides).collect();
    world.introduce(&people, &vera).await;
    afraid(&amina, Some(YES)).await;
    amina.presses("\u{200f}👤 \u{2068}Tomás\u{2069}").await;
    amina.presses("\u{200f}👤 \u{2068}Marta\u{2069}").await;
    amina.presses("✅ هذا كل شيء").await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    let id = case(&world, &amina).await.id;
    let named = world.changes(async |tx, _| tx.named(&[id]).await.unwrap()).await;
    assert_eq!(named, [(id, tomas.id), (id, marta.id)]);
    // The card says whom, apart from the others, and reminds nobody to write to each other.
    let card = vera.hears("In danger, perhaps right now");
    let [_, below] = card.text.split("It is about:").collect::<Vec<_>>()[..] else { panic!("{}", card.text) };
    let [whom, others] = below.split("The others:").collect::<Vec<_>>()[..] else { panic!("{}", card.text) };
    assert!(whom.contains("Tomás") && whom.contains("Marta") && !whom.contains("Bo"), "{}", card.text);
    assert!(others.contains("Bo") && !others.contains("Tomás"), "{}", card.text);
    afraid(&amina, Some(NO)).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    amina.says("ساعدوني").await;
    assert_eq!(texts(&vera), ["ساعدوني"]);
    assert!([&bo, &tomas, &marta].iter().all(|other| other.copies().is_empty()));
}
