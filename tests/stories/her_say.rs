//! What she says of a stop is noted as she means it, whatever else had stopped the pair before; once her case is over no old
//! button promises anything; and she reads what the team decides, on whatever phone and wherever it was decided.

use crate::her_phone::{Two, afraid, named, phase};
use crate::world::{Friend, World};
use lazo::domain::case::{CaseFile, Outcome};
use lazo::domain::conversation::Phase;
use lazo::domain::id::{ChatId, ConversationId};
use lazo::domain::person::{Person, Role};
use lazo::handlers::lifecycle;

const YES: &str = "✅ نعم";
const ON_IT: &str = "👤 I’m on it";
const ENDS: &str = "أنهى فريقك هذه المحادثة";

fn about(name: &str) -> String {
    named("👤", name)
}

/// Somebody else stops a pair: a report, the lead.
async fn stopped(world: &World, pair: ConversationId, by: &Friend) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(pair).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, Some(by.id), now).await.unwrap();
        })
        .await;
}

/// Her case is over, whatever became of the pairs.
async fn closed(world: &World, amina: &Friend) -> CaseFile {
    let id = amina.id;
    world
        .changes(async |tx, now| {
            let (case, _) = tx.unsafe_case_of(id).await.unwrap().unwrap();
            let mut file = tx.cases(&[case]).await.unwrap().remove(0);
            (file.resolved_at, file.outcome) = (Some(now), Some(Outcome::Solved));
            tx.save_cases(std::slice::from_ref(&file)).await.unwrap();
            file
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_something_else_had_stopped_before_can_be_what_it_is_about() {
    let Two { world, amina, tomas, with_tomas: first, .. } = Two::meet().await;
    stopped(&world, first, &amina).await;
    afraid(&amina, Some(&about("Tomás"))).await;
    let (case, of) = world.changes(async |tx, _| tx.unsafe_case_of(amina.id).await.unwrap()).await.unwrap();
    assert_eq!(of, Some(first));
    let named = world.changes(async |tx, _| tx.named(&[case]).await.unwrap()).await;
    assert_eq!(named, [(case, tomas.id)], "the lead decides about his other pairs");
    assert_eq!(phase(&world, first).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_old_button_of_a_case_that_is_over_promises_anything() {
    let Two { world, amina, vera, with_tomas, with_marta, .. } = Two::meet().await;
    afraid(&amina, None).await;
    closed(&world, &amina).await;
    for pair in [with_tomas, with_marta] {
        world
            .changes(async |tx, now| {
                let mut pair = tx.conversation(pair).await.unwrap().unwrap();
                lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
            })
            .await;
    }
    world.settles().await;
    let screen = || amina.phone.screen().into_iter().map(|seen| seen.text).collect::<Vec<_>>();
    let before = screen();
    amina.presses(&about("Tomás")).await;
    assert_eq!(screen(), before);
    assert!(amina.phone.toasts().iter().any(|toast| toast.text.contains("لم يعد يعمل")));

    let world = World::new().await;
    let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    closed(&world, &amina).await;
    let screen = || amina.phone.screen().into_iter().map(|seen| seen.text).collect::<Vec<_>>();
    let before = screen();
    amina.presses("📞 نعم، اتصلوا بي").await;
    assert_eq!(screen(), before, "no call is promised that nobody was told of");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_pair_stays_stopped_after_her_case_an_old_choice_carries_nothing() {
    let it = Two::meet().await;
    let Two { world, amina, marta, .. } = &it;
    marta.says("hola").await;
    let copy = amina.hears("hola").id;
    amina.replies(copy, "مرحبا مارتا").await;
    marta.hears("مرحبا مارتا");
    world.minutes_pass(1).await;
    afraid(amina, Some(&about("Tomás"))).await;
    amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
    closed(world, amina).await;
    assert_eq!(it.phases().await, [Phase::Held, Phase::Active]);
    amina.says("أنا خائفة").await;
    marta.never_hears("أنا خائفة");
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_stopped_pair_is_ended_she_reads_it_in_words_of_her_own_also_after_not_now() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, Some(YES)).await;
    amina.presses("🕐 ليس الآن").await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(pair).await.unwrap().unwrap();
            lifecycle::close(
                tx,
                &mut pair,
                lazo::domain::closing::ClosingReason::Conduct,
                Some(vera.id),
                now,
            )
            .await
            .unwrap();
        })
        .await;
    world.settles().await;
    amina.opens_mail().await;
    amina.hears(ENDS);
    tomas.never_hears("Tu equipo ha terminado");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_her_case_has_what_she_wrote_from_her_old_phone() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    amina.says("هو أمام الباب").await;
    vera.hears("هو أمام الباب");
    let new = world.phone("Amina", "ar");
    world
        .changes(async |tx, _| {
            tx.move_chat(ChatId(amina.phone.id()), ChatId(new.id()), &[amina.id]).await.unwrap();
        })
        .await;
    lea.says("/cases").await;
    lea.presses("🔎 1").await;
    lea.presses(ON_IT).await;
    lea.hears("هو أمام الباب");
}

#[tokio::test(flavor = "multi_thread")]
async fn clear_here_leaves_the_card_of_somebody_elses_case() {
    let world = World::new().await;
    let [_, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let [zainab, ..] = world.pair("Zainab", "Marta", "Olga").await;
    world
        .changes(async |tx, _| {
            let him = tx.person(tomas.id).await.unwrap().unwrap();
            tx.admit(&Person { role: Role::Lead, coordinator: None, ..him }).await.unwrap();
        })
        .await;
    tomas.says("/sos").await;
    tomas.presses("🛟 No me siento a salvo").await;
    tomas.presses("✅ Sí").await;
    afraid(&zainab, Some(YES)).await;
    let cards = || tomas.phone.screen().iter().filter(|seen| seen.text.contains("Zainab")).count();
    world.hours_pass(1).await;
    let before = cards();
    assert!(before > 0, "{:?}", tomas.reads());
    tomas.presses("🧹 Vaciar aquí").await;
    world.settles().await;
    assert_eq!(cards(), before, "{:?}", tomas.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_after_a_no_stops_again_and_no_later_no_opens() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, None).await;
    afraid(&amina, None).await;
    amina.presses("✖️ لا").await;
    assert_eq!(phase(&world, pair).await, Phase::Active);
    amina.presses(YES).await;
    assert_eq!(phase(&world, pair).await, Phase::Held);
    let named = world
        .changes(async |tx, _| {
            let (case, _) = tx.unsafe_case_of(amina.id).await.unwrap().unwrap();
            tx.named(&[case]).await.unwrap()
        })
        .await;
    assert!(named.iter().any(|(_, person)| *person == tomas.id));
    afraid(&amina, Some("✖️ لا")).await;
    assert_eq!(phase(&world, pair).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn pressed_again_with_fewer_people_left_a_yes_names_the_one_who_is() {
    let Two { world, amina, tomas, with_tomas, with_marta, .. } = Two::meet().await;
    afraid(&amina, Some("✖️ لا، لا يخص أحدًا هنا")).await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(with_marta).await.unwrap().unwrap();
            lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Other, None, now)
                .await
                .unwrap();
        })
        .await;
    afraid(&amina, Some(YES)).await;
    let named = world
        .changes(async |tx, _| {
            let (case, _) = tx.unsafe_case_of(amina.id).await.unwrap().unwrap();
            tx.named(&[case]).await.unwrap()
        })
        .await;
    assert_eq!(named.iter().map(|(_, person)| *person).collect::<Vec<_>>(), [tomas.id]);
    assert_eq!(phase(&world, with_tomas).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_from_before_her_newer_tap_is_none_when_somebody_else_says_no() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, Some("✖️ لا")).await;
    world.minutes_pass(1).await;
    afraid(&amina, None).await;
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("🛟 No me siento").await;
    tomas.presses("✖️ No").await;
    assert_eq!(phase(&world, pair).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_before_she_pressed_again_opens_nothing() {
    let Two { world, amina, with_tomas, with_marta, .. } = Two::meet().await;
    afraid(&amina, Some(&about("Tomás"))).await;
    world.minutes_pass(1).await;
    afraid(&amina, None).await;
    amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
    assert_eq!(phase(&world, with_marta).await, Phase::Held);
    assert_eq!(phase(&world, with_tomas).await, Phase::Held);
}

async fn ends(world: &World, pair: ConversationId, by: &Friend) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(pair).await.unwrap().unwrap();
            lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Other, Some(by.id), now)
                .await
                .unwrap();
        })
        .await;
    world.settles().await;
}

/// What stops what she had called fine she does not learn by its end, either.
#[tokio::test(flavor = "multi_thread")]
async fn only_what_her_own_press_stops_ends_in_words_of_her_own() {
    let Two { world, amina, vera, with_marta, with_tomas, .. } = Two::meet().await;
    afraid(&amina, Some(&about("Tomás"))).await;
    amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
    assert_eq!(phase(&world, with_marta).await, Phase::Active);
    stopped(&world, with_marta, &vera).await;
    let mails = |amina: &Friend| {
        let buttons = amina.phone.screen().into_iter().flat_map(|seen| seen.buttons).flatten();
        buttons.filter(|button| button.text.starts_with('📖')).count()
    };
    let before = mails(&amina);
    ends(&world, with_marta, &vera).await;
    assert_eq!(mails(&amina), before, "{:?}", amina.reads());
    ends(&world, with_tomas, &vera).await;
    assert_eq!(mails(&amina), before + 1, "{:?}", amina.reads());
    amina.opens_mail().await;
    amina.hears(ENDS);
}

#[tokio::test(flavor = "multi_thread")]
async fn i_do_not_know_takes_no_yes_back() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, None).await;
    afraid(&amina, Some(YES)).await;
    amina.presses("🤷 لا أعرف").await;
    vera.says("/cases").await;
    let facts = world
        .changes(async |tx, _| {
            let (case, _) = tx.unsafe_case_of(amina.id).await.unwrap().unwrap();
            tx.case_facts(case).await.unwrap()
        })
        .await;
    assert!(facts.iter().any(|fact| fact == "about_yes"), "{facts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_written_into_a_waiting_message_after_the_tap_is_asked_about_after_her_yes() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.blocks().await;
    let id = amina.says("نلتقي غدًا").await;
    afraid(&amina, Some(YES)).await;
    tomas.unblocks().await;
    amina.phone.edits(id, "نلتقي غدًا 612 345 678");
    world.settles().await;
    crate::opening::Place::Desk.asks(&vera).await;
    vera.presses("▶ Open").await;
    amina.opens_mail().await;
    amina.presses("✅ نعم، لتصل").await;
    tomas.never_hears("612");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_several_a_yes_on_an_older_question_stops_what_a_no_had_opened() {
    let Two { world, amina, with_tomas, with_marta, .. } = Two::meet().await;
    afraid(&amina, None).await;
    afraid(&amina, Some("✖️ لا، لا يخص أحدًا هنا")).await;
    assert_eq!([phase(&world, with_tomas).await, phase(&world, with_marta).await], [Phase::Active; 2]);
    amina.presses(&about("Tomás")).await;
    assert_eq!(phase(&world, with_tomas).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_team_had_stopped_until_a_day_that_came_meanwhile_is_not_opened_by_her_no() {
    let world = World::new().await;
    let [amina, _, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(pair).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (now + chrono::TimeDelta::hours(2), None), now).await.unwrap();
        })
        .await;
    afraid(&amina, None).await;
    world.hours_pass(3).await;
    amina.presses("✖️ لا").await;
    assert_ne!(phase(&world, pair).await, Phase::Active);
}
