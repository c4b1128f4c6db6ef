//! Mail to the team has a clock: outside the hours in which somebody is on call she reads when it is read, with the help
//! numbers; unanswered for a working day it stands in the digest, for two it is a case.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::Content;
use lazo::domain::case::CaseKind;
use lazo::domain::on_call::{CHOICES, OnCall};
use lazo::domain::person::Role;
use lazo::handlers::departure::take_out;

/// Somebody is on call on working days, 9 to 17.
#[expect(clippy::unwrap_used, reason = "a story that cannot read its world fails")]
async fn office_hours(world: &World, hours: Option<OnCall>) {
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.on_call = hours;
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
}

/// Until an hour of a day in March 2026, in Madrid.
#[expect(clippy::unwrap_used, reason = "a story that cannot read its world fails")]
async fn until(world: &World, day: u32, hour: u32) {
    let moment = format!("2026-03-{day:02}T{:02}:00:00Z", hour - 1);
    let moment: chrono::DateTime<chrono::Utc> = moment.parse().unwrap();
    world.passes(moment - world.now()).await;
}

async fn writes(friend: &Friend, text: &str) {
    friend.says("/team").await;
    friend.says(text).await;
}

/// Whether a case about her unanswered mail is open.
#[expect(clippy::unwrap_used, reason = "a story that cannot read its world fails")]
async fn has_case(world: &World, friend: &Friend) -> bool {
    world
        .changes(async |tx, _| {
            let ids = tx.cases_about(None, Some(friend.id)).await.unwrap();
            tx.cases(&ids).await.unwrap().iter().any(|case| case.kind == CaseKind::Mail)
        })
        .await
}

fn digests_with(staff: &Friend, words: &str) -> usize {
    let history = staff.phone.history();
    history.iter().filter(|seen| seen.text.contains("Good morning") && seen.text.contains(words)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_the_hours_on_call_she_reads_when_it_is_read_with_the_numbers_and_within_them_not() {
    let world = World::new().await;
    let [_amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    office_hours(&world, CHOICES.first().copied()).await;
    until(&world, 3, 11).await;
    writes(&tomas, "¿Cuándo nos vemos?").await;
    assert!(tomas.reads().last().unwrap().contains("Enviado al equipo"), "{:?}", tomas.reads().last());
    tomas.never_hears("No hay nadie");
    until(&world, 3, 23).await;
    writes(&tomas, "¿Y mañana?").await;
    let said = tomas.phone.last().unwrap();
    assert!(said.text.contains("09:00") && said.text.contains("112"), "{}", said.text);
    let copied = said.buttons.iter().flatten().any(|it| it.copy_text.as_deref() == Some("112"));
    assert!(copied, "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_at_night_is_told_so_once_and_a_programme_without_hours_promises_none() {
    let world = World::new().await;
    let [_amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    office_hours(&world, CHOICES.first().copied()).await;
    until(&world, 3, 11).await;
    writes(&tomas, "Hola").await;
    vera.presses("💬 Answer").await;
    vera.says("Hola, Tomás").await;
    until(&world, 3, 23).await;
    let mail = tomas.copies().last().unwrap().id;
    let notices = || tomas.reads().iter().filter(|text| text.contains("09:00")).count();
    tomas.replies(mail, "Gracias").await;
    assert_eq!(notices(), 1);
    tomas.replies(mail, "Otra cosa").await;
    assert_eq!(notices(), 1, "said once for what nobody has answered yet");
    office_hours(&world, None).await;
    writes(&tomas, "¿Hay alguien?").await;
    let said = tomas.phone.last().unwrap();
    assert!(said.text.contains("112") && !said.text.contains(":00"), "{}", said.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_working_day_it_is_in_the_digest_and_after_two_a_case_that_an_answer_closes() {
    let world = World::new().await;
    let [_amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    // Monday 2 March, noon.
    until(&world, 2, 12).await;
    writes(&tomas, "¿Cuándo nos vemos?").await;
    until(&world, 3, 10).await;
    assert_eq!(digests_with(&vera, "Waits for an answer"), 0, "not a working day yet");
    until(&world, 4, 10).await;
    assert_eq!(digests_with(&vera, "Waits for an answer"), 1);
    assert!(vera.hears("Waits for an answer").text.contains(&format!("Tomás · F-{}", tomas.phone.id())));
    assert!(!has_case(&world, &tomas).await);
    until(&world, 4, 13).await;
    assert!(has_case(&world, &tomas).await);
    vera.hears("Mail to the team has no answer");
    vera.presses("💬 Answer").await;
    vera.says("El lunes").await;
    assert!(!has_case(&world, &tomas).await);
    world.days_pass(7).await;
    assert!(!has_case(&world, &tomas).await);
    assert_eq!(digests_with(&vera, "Waits for an answer"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_in_time_stops_the_clock_a_weekend_does_not_count_and_the_first_message_does() {
    let world = World::new().await;
    let [_amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    until(&world, 2, 12).await;
    writes(&tomas, "uno").await;
    vera.presses("💬 Answer").await;
    vera.says("sí").await;
    until(&world, 6, 12).await;
    assert!(!has_case(&world, &tomas).await);
    // Friday noon: two working days are Tuesday noon, whatever she adds meanwhile.
    writes(&tomas, "dos").await;
    until(&world, 9, 11).await;
    writes(&tomas, "tres").await;
    until(&world, 10, 11).await;
    assert!(!has_case(&world, &tomas).await);
    until(&world, 10, 13).await;
    assert!(has_case(&world, &tomas).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_in_danger_has_her_cases_clock_and_who_has_left_has_none() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    until(&world, 2, 12).await;
    amina.says("/sos").await;
    amina.presses("🛟").await;
    amina.says("he is here").await;
    writes(&tomas, "adiós").await;
    tomas.says("/leave").await;
    tomas.presses("🚪").await;
    world.passes(TimeDelta::days(5)).await;
    assert!(!has_case(&world, &amina).await);
    assert!(!has_case(&world, &tomas).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_whom_nobody_looks_after_is_in_the_leads_digest() {
    let world = World::new().await;
    let ana = world.joined("Ana", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    until(&world, 2, 12).await;
    writes(&amina, "أين أنتم؟").await;
    until(&world, 4, 10).await;
    assert_eq!(digests_with(&ana, "Waits for an answer"), 1);
}

/// In Amina's Arabic: nobody of her team can be reached.
const NOBODY: &str = "لا يوجد الآن في لازو أحد من فريقك";
const SENT: &str = "أُرسلت إلى الفريق";

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_of_the_team_can_be_reached_she_reads_so_at_once_and_not_that_it_was_sent() {
    for danger in [false, true] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        writes(&amina, "سؤال").await;
        vera.says("Ja?").await;
        if danger {
            crate::her_phone::afraid(&amina, Some("✅ نعم")).await;
        }
        vera.blocks().await;
        let read = amina.phone.history().len();
        if danger {
            amina.says("أين أنتم؟").await;
        } else {
            writes(&amina, "أين أنتم؟").await;
        }
        let new: Vec<_> = amina.phone.history().split_off(read).into_iter().map(|seen| seen.text).collect();
        let nobody = if danger { "لا أحد يقرأ رسائلك بعد" } else { NOBODY };
        assert!(new.iter().any(|text| text.contains(nobody)), "{danger}: {new:?}");
        assert!(!new.iter().any(|text| text.contains(SENT)), "{danger}: {new:?}");
        assert!(!has_case(&world, &amina).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_was_taken_and_never_delivered_is_told_as_lost_within_eight_days() {
    // What is refused on its way, and what is held from the start.
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.phone.deactivates();
    writes(&amina, "أين أنتم؟").await;
    amina.hears(SENT);
    world.days_pass(8).await;
    amina.hears("لم تصل");
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    writes(&amina, "سؤال").await;
    amina.blocks().await;
    vera.presses("💬 Answer").await;
    vera.says("Tomorrow at ten").await;
    world.days_pass(8).await;
    vera.hears("could not be passed on");
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_one_of_her_team_has_is_never_told_as_lost() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let lea = world.joined("Lea", Role::Lead).await;
    crate::her_phone::afraid(&amina, Some("✅ نعم")).await;
    world.minutes_pass(61).await;
    lea.blocks().await;
    amina.says("أنا هنا").await;
    vera.hears("أنا هنا");
    world.days_pass(8).await;
    amina.never_hears("لم تصل");
}

/// Amina's mail waits for Vera, whose account is gone; Lea, who leads, cannot be reached either when she takes over.
async fn handed_on_to_nobody_who_reads() -> (World, Friend, Friend) {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.phone.deactivates();
    writes(&amina, "أين أنتم؟").await;
    amina.hears(SENT);
    lea.blocks().await;
    is_taken_out(&world, &vera, &lea).await;
    lea.never_hears("أين أنتم؟");
    (world, amina, lea)
}

#[expect(clippy::unwrap_used, reason = "a story that cannot read its world fails")]
async fn is_taken_out(world: &World, who: &Friend, heir: &Friend) {
    world
        .changes(async |tx, now| {
            let (who, heir) =
                (tx.person(who.id).await.unwrap().unwrap(), tx.person(heir.id).await.unwrap().unwrap());
            assert!(take_out(tx, (&who, &heir), None, now).await.unwrap());
        })
        .await;
    world.settles().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_whoever_is_out_waits_for_an_heir_who_cannot_be_reached() {
    let (_world, _amina, lea) = handed_on_to_nobody_who_reads().await;
    lea.unblocks().await;
    lea.hears("أين أنتم؟");
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_whoever_is_out_is_told_as_lost_where_her_heir_never_comes_back() {
    let (world, amina, lea) = handed_on_to_nobody_who_reads().await;
    world.days_pass(8).await;
    amina.hears("لم تصل");
    lea.unblocks().await;
    lea.never_hears("أين أنتم؟");
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_of_whoever_is_out_that_nobody_left_may_read_is_told_as_lost() {
    let (world, sara, lea) = crate::unheard::alone().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    vera.phone.deactivates();
    writes(&sara, "أين أنتم؟").await;
    sara.hears(SENT);
    is_taken_out(&world, &vera, &lea).await;
    sara.hears("لم تصل");
    lea.never_hears("أين أنتم؟");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_writes_in_danger_waits_for_who_was_rung_and_is_there_once_she_can_be_reached() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    crate::her_phone::afraid(&amina, Some("✅ نعم")).await;
    let moving = amina.sends(Content::Location { live: true }).await;
    let places = || vera.copies().iter().filter(|seen| seen.kind == "location").count();
    assert_eq!(places(), 1);
    world.minutes_pass(2).await;
    vera.blocks().await;
    assert!(amina.phone.exchanges(moving, Content::Location { live: true }));
    world.settles().await;
    amina.says("هو أمام الباب").await;
    amina.sends(Content::Location { live: false }).await;
    amina.hears("لا أحد يقرأ رسائلك بعد");
    amina.never_hears(SENT);
    world.minutes_pass(3).await;
    vera.unblocks().await;
    vera.hears("هو أمام الباب");
    assert_eq!(places(), 3, "where she was, where that moved to, and the second");
}
