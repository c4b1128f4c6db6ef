//! After 🆘 nothing tells: no question of another's changes, no way out on her phone ends what is stopped, and what a
//! reader could not have had she gets.

use crate::world::{Friend, World};
use lazo::demo::{Content, Fault, Rule};
use lazo::domain::case::{CaseFile, CaseKind};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::ChatId;
use lazo::domain::person::{Role, Standing};
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";
const YES: &str = "✅ نعم";
const LEAVES: &str = "🚪 نعم، سأغادر";
const ON_IT: &str = "👤 I’m on it";
const NOT_CARRIED: &str = "لا يمكن إرسال هذا النوع من الرسائل هنا";

async fn afraid(amina: &Friend) {
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    amina.presses(YES).await;
}

async fn leaves(amina: &Friend) {
    amina.says("/leave").await;
    amina.presses(LEAVES).await;
}

/// Everything on a phone, letter by letter, with its buttons.
fn screen(friend: &Friend) -> Vec<String> {
    let labels = |seen: &lazo::demo::Seen| -> Vec<String> {
        seen.buttons.iter().flatten().map(|button| button.text.clone()).collect()
    };
    friend
        .phone
        .screen()
        .iter()
        .map(|seen| format!("{} {:?} {:?}", seen.id, seen.text, labels(seen)))
        .collect()
}

async fn case(world: &World, friend: &Friend) -> CaseFile {
    world
        .changes(async |tx, _| {
            let ids = tx.cases_about(None, Some(friend.id)).await.unwrap();
            let cases = tx.cases(&ids).await.unwrap();
            cases.into_iter().find(|case| case.kind == CaseKind::Unsafe).unwrap()
        })
        .await
}

/// Amina, Bo and Tomás in a circle that Vera looks after.
async fn circle() -> (World, [Friend; 4]) {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let bo = world.joined("Bo", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&bo, Side::Mentee), (&tomas, Side::Mentor)];
    world.introduce(&people, &vera).await;
    (world, [vera, amina, bo, tomas])
}

fn uncopyable(friend: &Friend) -> Rule {
    let description = "Bad Request: the message can't be copied".to_owned();
    let fault = Fault::Refuse { code: 400, description, parameters: None };
    Rule::new(fault).in_chat(friend.phone.id()).on("copyMessage")
}

async fn opens(world: &World, vera: &Friend, friend: &Friend) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(friend.id).await.unwrap().unwrap();
            lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
        })
        .await;
    world.settles().await;
}

/// Story 23 of `programme.md`: whoever holds her phone.
#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_after_the_tap_leaves_the_pair_stopped_and_her_case_rings_again() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    let before = screen(&tomas);
    afraid(&amina).await;
    vera.presses(ON_IT).await;
    assert!(case(&world, &amina).await.acknowledged_at.is_some());
    world.minutes_pass(20).await;
    leaves(&amina).await;
    assert_eq!(amina.person().await.unwrap().standing, Standing::Left);
    assert!(case(&world, &amina).await.acknowledged_at.is_none(), "it rings from the start");
    assert_eq!(world.pair_of(&tomas).await.unwrap().phase, Phase::Held, "the stop is the team's to end");
    world.minutes_pass(39).await;
    assert_eq!(screen(&tomas), before);
    amina.says("ما زلت هنا").await;
    vera.hears("ما زلت هنا");
    let read = amina.phone.history().len();
    opens(&world, &vera, &tomas).await;
    assert_eq!(world.pair_of(&tomas).await.unwrap().phase, Phase::Held, "nobody is there to talk with");
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("🏁 End pair").await;
    vera.presses("🎯 Goals reached, or planned").await;
    vera.presses("🏁 Yes, end it").await;
    assert!(world.pair_of(&tomas).await.is_none());
    tomas.hears("Este chat ha terminado");
    assert_eq!(amina.phone.history().len(), read, "she has left: nothing comes that she did not ask for");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_a_stopped_circle_keeps_her_seat_until_the_team_opens_it() {
    let (world, [vera, amina, bo, tomas]) = circle().await;
    let before = [screen(&bo), screen(&tomas)];
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    leaves(&amina).await;
    world.minutes_pass(30).await;
    assert_eq!([screen(&bo), screen(&tomas)], before);
    assert_eq!(world.pair_of(&bo).await.unwrap().active().count(), 3);
    opens(&world, &vera, &bo).await;
    let pair = world.pair_of(&bo).await.unwrap();
    assert_eq!((pair.phase, pair.active().count()), (Phase::Active, 2));
    bo.says("مرحبا").await;
    tomas.hears("مرحبا");
    amina.never_hears("مرحبا");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_that_goes_on_she_reads_so_before_she_reads_who_has_left() {
    let (world, [vera, amina, bo, tomas]) = circle().await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    leaves(&bo).await;
    let before = screen(&amina).len();
    opens(&world, &vera, &amina).await;
    let new = screen(&amina).split_off(before);
    let left = new.iter().position(|text| text.contains("Bo")).unwrap();
    assert!(left > 0, "{new:?}");
    assert!(!new[..left].iter().any(|text| text.contains("Bo")), "{new:?}");
    tomas.hears("Bo");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_question_of_his_stands_as_it_did_and_what_he_answers_tells_nothing() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world.days_pass(15).await;
    let asked = tomas.phone.screen().into_iter().rev().find(|seen| !seen.buttons.is_empty()).unwrap();
    let open = async || {
        let pair = world.pair_of(&tomas).await.unwrap();
        world.changes(async |tx, _| tx.open_checkins(pair.id).await.unwrap().len()).await
    };
    assert_eq!(open().await, 2, "both are asked");
    let before = screen(&tomas);
    afraid(&amina).await;
    assert_eq!(open().await, 0, "a stop ends them");
    world.minutes_pass(59).await;
    assert_eq!(screen(&tomas), before);
    let read = amina.phone.history().len();
    tomas.replies(asked.id, "no sé qué pasa").await;
    vera.hears("no sé qué pasa");
    amina.never_hears("no sé qué pasa");
    assert_eq!(amina.phone.history().len(), read);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_nobody_is_told_of_changes_nothing_on_his_screen() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.days_pass(15).await;
    let before = screen(&tomas);
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (now + chrono::TimeDelta::weeks(1), None), now).await.unwrap();
        })
        .await;
    world.settles().await;
    assert_eq!(screen(&tomas), before, "nor does a stop of the team's");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_its_author_took_back_can_be_reported_as_a_fact() {
    let world = World::new().await;
    let lead = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let said = tomas.says("palabras feas").await;
    let hers = amina.hears("palabras feas").id;
    assert!(amina.phone.deletes(hers), "on her phone it is gone, and the bot does not know");
    amina.says(SOS).await;
    amina.presses(REPORT).await;
    lead.hears("A reported message, case 1");
    let fact = lead.hears("A message was deleted before it could arrive here");
    assert!(fact.text.contains("Tomás"), "{}", fact.text);
    let id = world.changes(async |tx, _| tx.open_cases(world.programme()).await.unwrap()).await;
    assert!(world.changes(async |tx, _| tx.report_is_read(id[0]).await.unwrap()).await, "once is enough");
    lead.never_hears("palabras feas");
    tomas.replies(said, "/undo").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_on_its_way_to_a_reader_she_gets_when_she_takes_the_case() {
    let world = World::new().await;
    let lead = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina).await;
    world.minutes_pass(61).await;
    world.telegram.fault(uncopyable(&lead).times(1));
    amina.sends(Content::Voice).await;
    world.telegram.clear_faults();
    assert_eq!((vera.copies().len(), lead.copies().len()), (1, 0));
    amina.never_hears(NOT_CARRIED);
    lead.presses(ON_IT).await;
    assert_eq!(lead.copies().len(), 1, "{:?}", lead.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_reader_deleted_is_copied_from_another_or_from_her_own_chat() {
    let world = World::new().await;
    let lead = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina).await;
    amina.says("هو أمام الباب").await;
    assert!(vera.phone.deletes(vera.hears("هو أمام الباب").id));
    world.minutes_pass(61).await;
    lead.hears("هو أمام الباب");
    lead.never_hears("was deleted before it could arrive");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_in_any_of_the_stopped_conversations_is_looked_for_in_groups() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    world.introduce(&[(&amina, Side::Mentee), (&marta, Side::Mentor)], &vera).await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    let concerned = world.changes(async |tx, _| tx.concerned(world.programme()).await.unwrap()).await;
    for friend in [&amina, &tomas, &marta] {
        assert!(concerned.contains(&ChatId(friend.phone.id())), "{concerned:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reaction_after_the_tap_is_named_by_nobody_later() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    tomas.says("hola familia").await;
    let [hers, theirs] = [&amina, &marta].map(|reader| reader.hears("hola familia").id);
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    amina.phone.reacts(hers, "👎");
    world.settles().await;
    opens(&world, &vera, &amina).await;
    marta.phone.reacts(theirs, "👍");
    world.settles().await;
    tomas.hears("Marta");
    for seen in tomas.phone.history().into_iter().filter(|seen| seen.from_bot) {
        assert!(!seen.text.contains("👎"), "{seen:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_readers_only_the_last_that_fails_is_told() {
    let world = World::new().await;
    let lead = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina).await;
    world.minutes_pass(61).await;
    world.telegram.fault(uncopyable(&lead));
    amina.sends(Content::Voice).await;
    amina.never_hears(NOT_CARRIED);
    world.telegram.fault(uncopyable(&vera));
    amina.sends(Content::Voice).await;
    amina.hears(NOT_CARRIED);
}
