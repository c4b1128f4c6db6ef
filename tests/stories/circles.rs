//! Circles: a pair grows and shrinks and everybody in it knows, nobody waits for whoever is away, and who wants has it
//! quiet.

use crate::pairing::{YES_IN_ARABIC, YES_IN_SPANISH};
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Content, Fault, Rule};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::readiness::Readiness;
use std::time::Duration;

const REACHED: &str = "Este mensaje ha llegado a";

/// Amina and her mentors, in the order of their names here.
async fn circle(world: &World, vera: &Friend, mentors: &[&str]) -> (Friend, Vec<Friend>) {
    let amina = world.joined("Amina", Role::Mentee).await;
    let mut friends = Vec::new();
    for name in mentors {
        friends.push(world.joined(name, Role::Mentor).await);
    }
    let sides: Vec<_> =
        [(&amina, Side::Mentee)].into_iter().chain(friends.iter().map(|it| (it, Side::Mentor))).collect();
    world.introduce(&sides, vera).await;
    (amina, friends)
}

pub async fn members(vera: &Friend) {
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("👥 Members").await;
}

/// Vera wants a mentor of this name in the only pair.
pub async fn wants(vera: &Friend, name: &str) {
    members(vera).await;
    vera.presses("➕ A mentor").await;
    vera.presses(&format!("1 · {name}")).await;
    vera.hears("Ask this person to join?");
    vera.presses("📨 Ask").await;
    vera.hears("We ask about this person");
}

/// The same, and Amina and Tomás say that it is all right.
async fn asks(vera: &Friend, name: &str, amina: &Friend, tomas: &Friend) {
    wants(vera, name).await;
    amina.presses(YES_IN_ARABIC).await;
    tomas.presses(YES_IN_SPANISH).await;
}

async fn active(world: &World, friend: &Friend) -> usize {
    world.pair_of(friend).await.unwrap().active().count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_comes_into_a_running_pair_and_everybody_is_told_and_gets_everything_from_then_on() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    amina.says("antes").await;
    asks(&vera, "Marta", &amina, &tomas).await;
    assert!(vera.hears("We ask about this person").text.contains("Marta"));
    assert_eq!(active(&world, &amina).await, 2);
    let asked = marta.hears("¿Quieres entrar en este grupo?").text;
    assert!(asked.contains("Amina") && asked.contains("Tomás"), "{asked}");
    tomas.says("todavía no").await;
    marta.presses(YES_IN_SPANISH).await;
    let welcome = marta.hears("Ya estás en este grupo").text;
    assert!(welcome.contains("Ves los mensajes desde ahora"), "{welcome}");
    assert!(tomas.hears("Se une a tu grupo").text.contains("Marta · mentor/a"));
    assert!(amina.hears("انضم إلى مجموعتك").text.contains("Marta"));
    assert!(vera.hears("This person has joined").text.contains("Marta"));
    marta.never_hears("antes");
    marta.never_hears("todavía no");
    amina.says("سلام").await;
    marta.hears("سلام");
    tomas.hears("سلام");
    marta.says("hola").await;
    assert!(tomas.hears("Marta").text.contains("mentor/a"));
    amina.hears("hola");
    members(&vera).await;
    assert!(vera.hears("Tap a name to remove that person").text.contains("🤝 Marta"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_no_is_known_to_the_coordinator_alone() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    asks(&vera, "Marta", &amina, &tomas).await;
    let before = [&amina, &tomas].map(Friend::reads);
    marta.presses("✖️ No").await;
    marta.hears("Nadie te preguntará por qué");
    assert!(vera.hears("does not want to join").text.contains("Marta"));
    assert_eq!([&amina, &tomas].map(Friend::reads), before);
    // She can be asked again.
    asks(&vera, "Marta", &amina, &tomas).await;
    marta.presses(YES_IN_SPANISH).await;
    tomas.hears("Se une a tu grupo");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_is_reminded_once_and_not_waited_for_longer_than_five_days() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    asks(&vera, "Marta", &amina, &tomas).await;
    world.passes(TimeDelta::days(2) - TimeDelta::minutes(1)).await;
    marta.never_hears("Aún falta tu respuesta");
    world.minutes_pass(2).await;
    marta.hears("Aún falta tu respuesta");
    world.days_pass(3).await;
    marta.hears("Esta pregunta ya no sigue abierta");
    assert!(marta.phone.screen().iter().all(|seen| seen.buttons.is_empty()));
    assert!(vera.hears("has not joined").text.contains("Marta"));
    assert_eq!(active(&world, &amina).await, 2);
    tomas.says("seguimos").await;
    amina.hears("seguimos");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_asked_and_leaves_the_programme_ends_nobodys_pair() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    asks(&vera, "Marta", &amina, &tomas).await;
    marta.says("/leave").await;
    marta.presses("🚪 Sí, dejarlo").await;
    tomas.says("sigo aquí").await;
    amina.hears("sigo aquí");
    // Nor is she waited for when the pair itself ends.
    let olga = world.joined("Olga", Role::Mentor).await;
    asks(&vera, "Olga", &amina, &tomas).await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("🏁 End pair").await;
    vera.presses("🎯").await;
    vera.presses("🏁 Yes").await;
    olga.hears("Esta pregunta ya no sigue abierta");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_taken_out_reads_it_gets_nothing_more_and_the_others_know() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    marta.blocks().await;
    amina.says("لمارتا").await;
    world.telegram.fault(
        Rule::new(Fault::TooMany { seconds: Some(600) }).on("copyMessage").in_chat(amina.phone.id()).times(1),
    );
    marta.unblocks().await;
    marta.hears("لمارتا");
    marta.says("esto no debe llegar").await;
    members(&vera).await;
    vera.presses("✖️ Marta").await;
    vera.hears("Remove this person?");
    vera.presses("✖️ Remove").await;
    assert!(!vera.hears("Tap a name to remove that person").text.contains("Marta"));
    marta.hears("Ya no estás en este grupo");
    assert!(tomas.hears("Ya no está en tu grupo").text.contains("Marta"));
    world.minutes_pass(15).await;
    assert!(amina.hears("لم يعد في مجموعتك").text.contains("Marta"));
    amina.never_hears("esto no debe llegar");
    let copies = marta.copies().len();
    tomas.says("entre nosotros").await;
    amina.hears("entre nosotros");
    assert_eq!(marta.copies().len(), copies);
    marta.says("¿hola?").await;
    amina.never_hears("¿hola?");
    members(&vera).await;
    vera.presses("✖️ Tomás").await;
    vera.hears("Without this person the pair would end");
    assert_eq!(active(&world, &amina).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_somebody_comes_in_everybody_reads_anew_whose_the_next_message_is() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    let named = |reader: &Friend, text: &str| {
        let reads = reader.reads();
        let at = reads.iter().rposition(|it| it == text).unwrap();
        reads[at - 1].contains("Tomás") && reads[at - 1].lines().count() == 1
    };
    tomas.says("uno").await;
    assert!(named(&amina, "uno") && named(marta, "uno"));
    members(&vera).await;
    vera.presses("✖️ Marta").await;
    vera.presses("✖️ Remove").await;
    tomas.says("dos").await;
    assert!(!named(&amina, "dos"), "between two it is clear");
    asks(&vera, "Marta", &amina, tomas).await;
    marta.presses(YES_IN_SPANISH).await;
    tomas.says("tres").await;
    assert!(named(&amina, "tres") && named(marta, "tres"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_several_write_at_once_stands_under_their_names_and_so_does_what_comes_next() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    world.stops().await;
    tomas.phone.says("uno");
    marta.phone.says("dos");
    world.starts().await;
    world.settles().await;
    tomas.says("tres").await;
    let reads = amina.reads();
    for (text, name) in [("uno", "Tomás"), ("dos", "Marta"), ("tres", "Tomás")] {
        let at = reads.iter().position(|it| it == text).unwrap();
        assert!(reads[at - 1].contains(name), "{text}: {reads:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn between_two_nobody_is_named_whatever_circles_they_are_in() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (_, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    let olga = world.joined("Olga", Role::Mentee).await;
    world.introduce(&[(&olga, Side::Mentee), (tomas, Side::Mentor)], &vera).await;
    tomas.presses("👤 Olga").await;
    world.stops().await;
    tomas.phone.says("a solas");
    marta.phone.says("a todos");
    world.starts().await;
    world.settles().await;
    assert!(tomas.hears("Marta ·").text.contains("mentor/a"));
    olga.hears("a solas");
    olga.never_hears("Tomás");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_is_named_once_more_and_what_waits_for_her_stays_away() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    marta.says("adiós").await;
    marta.says("/leave").await;
    marta.presses("🚪 Sí, dejarlo").await;
    amina.hears("adiós");
    assert!(tomas.hears("Ya no está en tu grupo").text.contains("Marta"));
    amina.says("مرحبا").await;
    tomas.hears("مرحبا");
    marta.never_hears("مرحبا");
    assert!(vera.reads().iter().any(|text| text.contains("Marta")), "her coordinator hears of it as a case");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_away_holds_nobody_and_the_author_reads_how_many_have_it_but_never_who() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta", "Olga"]).await;
    let [tomas, marta, olga] = mentors.as_slice() else { panic!("three mentors") };
    tomas.says("hola a todas").await;
    marta.blocks().await;
    let first = tomas.says("uno").await;
    amina.hears("uno");
    olga.hears("uno");
    world.minutes_pass(9).await;
    tomas.never_hears(REACHED);
    world.minutes_pass(2).await;
    let notice = tomas.hears("Este mensaje ha llegado a 2 de 3");
    assert_eq!(notice.reply_to, Some(first));
    assert!(!notice.text.contains("Marta"), "{}", notice.text);
    // It is said once while she is away.
    tomas.says("dos").await;
    world.hours_pass(1).await;
    assert_eq!(tomas.reads().iter().filter(|text| text.contains(REACHED)).count(), 1);
    marta.unblocks().await;
    assert_eq!(
        marta.copies().iter().map(|seen| seen.text.as_str()).collect::<Vec<_>>(),
        ["hola a todas", "uno", "dos"]
    );
    world.minutes_pass(20).await;
    assert_eq!(tomas.hears("Ya ha llegado").id, notice.id, "in its place");
    // The next time is another time.
    marta.blocks().await;
    olga.says("tres").await;
    world.minutes_pass(11).await;
    olga.hears("Este mensaje ha llegado a 2 de 3");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_that_shows_only_when_a_name_is_sent_holds_the_name_and_the_message_below_it() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (_, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    let description = "Forbidden: bot was blocked by the user".to_owned();
    let blocked = Fault::Refuse { code: 403, description, parameters: None };
    world.telegram.fault(Rule::new(blocked).on("sendMessage").in_chat(marta.phone.id()).times(1));
    tomas.says("uno").await;
    marta.never_hears("uno");
    marta.says("estoy aquí").await;
    let reads = marta.reads();
    let at = reads.iter().position(|text| text == "uno").unwrap();
    assert!(reads[at - 1].contains("Tomás · mentor/a"), "{reads:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_reader_does_not_take_is_counted_and_what_nobody_takes_is_said_as_between_two() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    marta.phone.forbids_voice();
    tomas.sends(Content::Voice).await;
    assert_eq!(amina.copies().len(), 1);
    world.minutes_pass(11).await;
    tomas.hears("Este mensaje ha llegado a 1 de 2");
    tomas.never_hears("no acepta mensajes de voz");
    let refused =
        Fault::Refuse { code: 400, description: "Bad Request: something new".to_owned(), parameters: None };
    world.telegram.fault(Rule::new(refused).on("copyMessage").times(2));
    let lost = tomas.says("nada").await;
    assert_eq!(tomas.hears("Este mensaje no llegó").reply_to, Some(lost));
    assert_eq!(tomas.reads().iter().filter(|text| text.contains("no llegó")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_lane_is_no_lateness_in_a_circle_before_ten_minutes() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    let busy = Rule::new(Fault::TooMany { seconds: Some(1_200) }).on("copyMessage").in_chat(marta.phone.id());
    world.telegram.fault(busy.times(1));
    tomas.says("hola").await;
    amina.hears("hola");
    world.minutes_pass(9).await;
    tomas.never_hears("todavía no ha llegado");
    world.minutes_pass(2).await;
    let notice = tomas.hears("Este mensaje ha llegado a 1 de 2").id;
    world.minutes_pass(12).await;
    marta.hears("hola");
    assert_eq!(tomas.hears("Ya ha llegado").id, notice);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_has_her_circle_quiet_and_back_again_and_misses_nothing() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    let sound =
        |friend: &Friend, text: &str| !friend.copies().iter().find(|it| it.text == text).unwrap().silent;
    tomas.says("uno").await;
    assert!(sound(marta, "uno") && sound(&amina, "uno"));
    marta.says("/menu").await;
    marta.presses("🔕 Silenciar el grupo").await;
    marta.hears("Tu grupo está ahora en silencio");
    tomas.says("dos").await;
    assert!(!sound(marta, "dos") && sound(&amina, "dos"));
    marta.presses("📬 Avisar una vez al día").await;
    marta.hears("Una vez al día lees cuántos mensajes llegaron");
    world.minutes_pass(1).await;
    amina.says("ثلاثة").await;
    world.hours_pass(8).await;
    let today = marta.hears("Hoy llegó un mensaje a tu grupo en silencio");
    assert!(!today.text.contains("ثلاثة"));
    world.days_pass(1).await;
    assert_eq!(
        marta.reads().iter().filter(|text| text.contains("Hoy lleg")).count(),
        1,
        "silence is not counted"
    );
    marta.presses("🔔 Otra vez con sonido").await;
    tomas.says("cuatro").await;
    assert!(sound(marta, "cuatro"));
    marta.says("/mute").await;
    marta.says("/unmute").await;
    marta.hears("Tu grupo vuelve a tener sonido");
    tomas.says("cinco").await;
    assert!(sound(marta, "cinco"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_circle_can_be_quiet_and_a_pair_that_is_left_over_is_not() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [olga, luis] = world.introduced("Olga", "Luis", &vera).await;
    luis.says("/mute").await;
    luis.hears("No tienes ningún grupo");
    luis.says("/menu").await;
    assert!(luis.hears("¿Qué necesitas?").buttons.concat().iter().all(|it| !it.text.contains("🔕")));
    drop(olga);
    let (amina, mentors) = circle(&world, &vera, &["Tomás", "Marta"]).await;
    let [tomas, marta] = mentors.as_slice() else { panic!("two mentors") };
    amina.says("/mute").await;
    marta.says("/leave").await;
    marta.presses("🚪 Sí, dejarlo").await;
    tomas.says("ahora somos dos").await;
    assert!(!amina.copies().last().unwrap().silent);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_in_where_the_team_reads_along_is_told_so_before_she_says_yes() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    asks(&vera, "Marta", &amina, &tomas).await;
    marta.hears("¿Quieres entrar en este grupo?");
    marta.never_hears("El equipo lee");
    lea.says("/pairs").await;
    lea.presses("1 · Amina").await;
    lea.presses("👁 Team reads too").await;
    lea.presses("👁 Ask both sides").await;
    amina.presses("✅ نعم، أوافق").await;
    tomas.presses("✅ Sí, de acuerdo").await;
    // She did not know of it when she was asked.
    marta.presses(YES_IN_SPANISH).await;
    assert_eq!(active(&world, &amina).await, 2);
    marta.hears("El equipo lee también este grupo");
    marta.presses(YES_IN_SPANISH).await;
    assert_eq!(active(&world, &amina).await, 3);
    let pinned = |friend: &Friend| friend.phone.screen().iter().any(|seen| seen.pinned);
    assert!(pinned(&marta));
    // Telegram answers for both copies while the database is busy: they are signed off at once, and read along once.
    for reader in [&amina, &tomas] {
        world.telegram.fault(Rule::new(Fault::Slow { millis: 100 }).in_chat(reader.phone.id()));
    }
    for word in ["uno", "dos", "tres"] {
        marta.phone.says(word);
        tokio::time::sleep(Duration::from_millis(70)).await;
        world.changes(async |_, _| tokio::time::sleep(Duration::from_millis(300)).await).await;
        world.settles().await;
        assert_eq!(lea.reads().iter().filter(|text| *text == word).count(), 1, "{:?}", lea.reads());
    }
    world.telegram.clear_faults();
    members(&vera).await;
    vera.presses("✖️ Marta").await;
    vera.presses("✖️ Remove").await;
    assert!(!pinned(&marta) && pinned(&tomas));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_under_18_comes_in_only_where_the_team_reads_along() {
    let world = World::new().await;
    let [_, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let young = world.joined("Nadia", Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(young.id).await.unwrap().unwrap();
            person.profile.adult = Some(false);
            person.profile.guardian = Some(lazo::domain::guardian::Guardian {
                role: "mother".to_owned(),
                on: chrono::NaiveDate::default(),
                by: vera.id,
            });
            tx.save(&person).await.unwrap();
        })
        .await;
    members(&vera).await;
    vera.presses("➕ A mentee").await;
    vera.presses("1 · Nadia").await;
    vera.hears("This person is under 18");
    young.never_hears("هل لديك رغبة في الانضمام");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_whose_readiness_is_not_recorded_is_not_asked_before_it_is() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(marta.id).await.unwrap().unwrap();
            person.profile.ready = Readiness::default();
            tx.save(&person).await.unwrap();
        })
        .await;
    members(&vera).await;
    vera.presses("➕ A mentor").await;
    vera.presses("1 · Marta").await;
    vera.hears("Is this mentor ready?");
    crate::readiness::records_all(&vera).await;
    vera.hears("Ask this person to join?");
    vera.presses("📨 Ask").await;
    amina.presses(YES_IN_ARABIC).await;
    tomas.presses(YES_IN_SPANISH).await;
    marta.hears("¿Quieres entrar en este grupo?");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_does_not_look_after_a_pair_any_more_does_not_change_it() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    asks(&vera, "Marta", &amina, &tomas).await;
    marta.presses(YES_IN_SPANISH).await;
    members(&vera).await;
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            pair.coordinator = None;
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
    vera.presses("✖️ Marta").await;
    assert!(vera.phone.toasts().last().unwrap().text.contains("does not work any more"));
    assert_eq!(active(&world, &amina).await, 3);
}
