//! The lead sets a programme up, and is replaced.

use crate::world::{Friend, World};
use lazo::demo::Seen;
use lazo::domain::country::Country;
use lazo::domain::id::ProgrammeId;
use lazo::domain::invite::NewInvite;
use lazo::domain::lang::Lang;
use lazo::domain::on_call::CHOICES;
use lazo::domain::person::{Role, Standing};
use lazo::domain::programme::Contact;
use lazo::domain::zone::Tz;
use lazo::handlers::join::first_link;

/// Follows the link of the first start and joins as lead.
pub(crate) async fn founder(world: &World) -> Friend {
    let token = world.changes(async |tx, now| first_link(tx, now).await.unwrap()).await;
    let link = token.expect("there is no programme yet").link(&world.telegram.bot_username());
    let vera = world.newcomer("Vera", "en");
    vera.opens(&link).await;
    vera.presses("English").await;
    vera.hears("You start a mentoring programme");
    vera.agrees().await;
    vera.says("Vera").await;
    vera.says("Madrid").await;
    vera
}

/// Presses a button that is not there any more: her phone has not heard of it yet.
async fn presses_late(friend: &Friend, question: &Seen, label: &str) {
    let button = question.buttons.iter().flatten().find(|it| it.text == label).expect("it was there");
    friend.phone.sends_callback(question.id, button.data.as_deref().expect("it means something"));
    friend.world.settles().await;
}

/// Whom she chose is called, in this order.
async fn called(world: &World, vera: &Friend) {
    let contacts = world.changes(async |tx, _| tx.contacts(ProgrammeId(1)).await.unwrap()).await;
    let me = vera.person().await.unwrap().id;
    assert_eq!(
        contacts,
        [
            (0, Contact::Words("The board, +34 600 000 003".to_owned())),
            (1, Contact::Person(me)),
            (2, Contact::Words("Eva 600 000 002".to_owned())),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_sets_a_programme_up_from_the_first_link() {
    let world = World::empty().await;
    let vera = founder(&world).await;
    vera.hears("You lead a new programme");
    vera.says(" Casa\u{202e}   Ana ").await;
    vera.hears("Which languages do your people need?");
    vera.presses("English").await;
    vera.presses("Español (beta)").await;
    vera.hears("Has somebody who speaks it read the consent and safety texts?");
    vera.presses("✖️ Not yet").await;
    assert!(!vera.phone.last().unwrap().has_button("✅ Español (beta)"));
    vera.presses("العربية (beta)").await;
    vera.presses("✅ Yes, somebody has").await;
    vera.presses("✅ Done").await;
    vera.hears("Which of them does your team use?");
    vera.presses("English").await;
    vera.hears("What time is it at your office?");
    vera.presses("11:00 · Madrid").await;
    vera.hears("In which country does your programme work?");
    vera.presses("España").await;
    let numbers = vera.hears("Please check these numbers").text;
    assert!(
        numbers.contains("112") && numbers.contains("900 20 20 10") && numbers.contains("2025-10-11"),
        "{numbers}"
    );
    vera.presses("✅ They are right").await;
    vera.presses("📅 Every 2 weeks").await;
    vera.presses("👤 Me").await;
    vera.hears("Who is next when nobody answers?");
    vera.says("Eva").await;
    vera.hears("I did not find a phone number");
    vera.says("Eva 600 000 002").await;
    vera.hears("if they have a problem with you");
    vera.says("Eva 600 000 002").await;
    vera.hears("You already chose this person");
    vera.says("The board, +34 600 000 003").await;
    vera.hears("When does somebody of the team answer after 🆘?");
    vera.presses("Mon–Fri 9–17").await;
    vera.hears("Who is responsible for your people’s data?");
    vera.says("Casa Ana").await;
    vera.hears("I did not find how to write to them");
    vera.says("Casa Ana, data@casaana.example").await;
    vera.hears("Does your programme have its own help line?");
    vera.presses("✖️ We have none").await;
    vera.hears("Please check your answers");
    vera.presses("✅ All right").await;
    assert!(vera.hears("This programme is ready").text.contains("Casa Ana"));

    let programme = world.changes(async |tx, _| tx.programme(ProgrammeId(1)).await.unwrap()).await;
    assert!(programme.set_up);
    assert_eq!(programme.name, "Casa Ana");
    assert_eq!(programme.languages, [Lang::new("en"), Lang::new("ar")]);
    assert_eq!((programme.zone, programme.rhythm), (Tz::known("Europe/Madrid"), 14));
    assert_eq!((programme.country, programme.on_call), (Country::find("es"), CHOICES.first().copied()));
    assert_eq!(programme.responsible.as_deref(), Some("Casa Ana, data@casaana.example"));
    called(&world, &vera).await;
    vera.says("/invite").await;
    assert!(vera.phone.last().unwrap().has_button("🧭 Coordinator"));
    assert!(world.changes(async |tx, now| first_link(tx, now).await.unwrap()).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_invited_before_the_programme_is_set_up_and_invite_goes_on_with_it() {
    let world = World::empty().await;
    let vera = founder(&world).await;
    vera.says("Casa Ana").await;
    world.restarts().await;
    vera.says("/invite").await;
    vera.hears("11 questions are open");
    assert!(vera.last().contains("Which languages do your people need?"));
    vera.presses("English").await;
    vera.presses("✅ Done").await;
    vera.says("nonsense").await;
    vera.hears("I do not know this time or city");
    vera.says("Athens").await;
    assert!(
        vera.last().contains("In which country does your programme work?"),
        "one language needs no choice"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_programme_s_own_help_lines_are_read_after_i_do_not_feel_safe_and_the_lead_changes_them() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    vera.says("/helplines").await;
    vera.says("Ask Vera, day and night").await;
    vera.hears("Please write name and number in one line");
    vera.says("Casa Ana <24h>: +34 600-000-000\nNoche 016").await;
    assert!(vera.hears("people who do not feel safe read").text.contains("Casa Ana <24h>: +34 600-000-000"));

    amina.says("/sos").await;
    amina.presses("🛟 لا أشعر بالأمان").await;
    let seen = amina.hears("هل الاتصال بك آمن");
    assert!(seen.text.contains("Casa Ana <24h>: +34 600-000-000") && seen.text.contains("Noche 016"));
    let copied: Vec<_> = seen.buttons.iter().flatten().filter_map(|it| it.copy_text.as_deref()).collect();
    assert_eq!(copied, ["112", "+34600000000", "016"]);
    amina.presses("🕐 ليس الآن").await;
    assert!(amina.hears("لن يتصل بك فريقك").text.contains("Noche 016"));

    vera.says("/helplines").await;
    assert!(vera.hears("People read now").text.contains("Noche 016"));
    vera.presses("✅ Keep these").await;
    assert_eq!(vera.person().await.unwrap().dialogue, None, "what she writes now is no help line");
    vera.says("/helplines").await;
    vera.presses("✖️ Show none").await;
    vera.hears("No help line of your own is shown");
    amina.says("/sos").await;
    assert!(!amina.hears("ما الذي يلزمك؟").text.contains("Noche 016"));
    let eva = world.joined("Eva", Role::Coordinator).await;
    eva.says("/helplines").await;
    eva.hears("I do not know this command");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_first_link_makes_the_one_before_useless() {
    let world = World::empty().await;
    let [old, new] = [0, 1].map(|_| async {
        world.changes(async |tx, now| first_link(tx, now).await.unwrap()).await.expect("no programme yet")
    });
    let bot = world.telegram.bot_username();
    let (old, new) = (old.await.link(&bot), new.await.link(&bot));
    let vera = world.newcomer("Vera", "en");
    vera.opens(&old).await;
    vera.hears("This link does not work");
    vera.opens(&new).await;
    assert_eq!(vera.person().await.map(|it| it.role), Some(Role::Lead));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_lead_account_is_replaced_and_loses_its_power() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    world
        .changes(async |tx, _| tx.set_contact(world.programme(), 1, &Contact::Person(vera.id)).await.unwrap())
        .await;
    vera.says("/invite").await;
    let again = world.newcomer("Vera", "en");
    again.opens(&world.link(Role::Lead).await).await;
    again.presses("English").await;
    again.agrees().await;
    again.says("Vera").await;
    again.presses("11:00 · Madrid").await;
    assert!(again.hears("You are now the lead of this programme").text.contains("Casa Ana"));
    vera.hears("Another account now leads this programme");
    let lead = again.person().await.unwrap().id;
    assert_eq!(amina.person().await.unwrap().coordinator, Some(lead));
    let contacts = world.changes(async |tx, _| tx.contacts(world.programme()).await.unwrap()).await;
    assert_eq!(contacts[1].1, Contact::Person(lead));
    vera.presses("🌱 Mentee").await;
    vera.says("/invite").await;
    vera.never_hears("https://t.me/");
    assert_eq!(vera.person().await.unwrap().standing, Standing::Left);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_can_take_the_lead_of_her_own_programme() {
    let world = World::new().await;
    world.joined("Vera", Role::Lead).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    eva.opens(&world.link(Role::Lead).await).await;
    eva.presses("It is for me").await;
    eva.hears("You are now the lead of this programme");
    assert_eq!(eva.person().await.unwrap().role, Role::Lead);
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let link = world
        .link_for(NewInvite {
            programme: Some(world.programme()),
            role: Role::Lead,
            alias: None,
            file_number: None,
            invited_by: None,
        })
        .await;
    tomas.opens(&link).await;
    assert_eq!(tomas.person().await.unwrap().role, Role::Mentor);
}

/// The help numbers somebody reads on 🆘, and those she can copy.
async fn numbers_of(amina: &Friend) -> (String, Vec<String>) {
    amina.says("/sos").await;
    let seen = amina.hears("ما الذي يلزمك؟");
    let copied = seen.buttons.iter().flatten().filter_map(|it| it.copy_text.clone()).collect();
    (seen.text.clone(), copied)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_presses_the_button_reads_the_numbers_of_her_host_country_once_the_lead_has_confirmed_them() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    assert_eq!(numbers_of(&amina).await.1, ["112"], "nobody has said where she is");
    let chooses = async |country: &str| {
        vera.says("/settings").await;
        vera.presses("🗺 Country").await;
        vera.presses(country).await;
    };
    chooses("Italia").await;
    assert_eq!(numbers_of(&amina).await.1, ["112"], "the numbers are not confirmed yet");
    vera.presses("✅ They are right").await;
    assert!(vera.hears("🗺 Country of the help numbers").text.contains("Italia"));
    let (text, copied) = numbers_of(&amina).await;
    assert_eq!(copied, ["112", "19696", "1522", "0223272327"]);
    assert!(text.contains("1 96 96") && !text.contains("116 111"), "{text}");
    amina.presses("🛟 لا أشعر بالأمان").await;
    assert!(amina.hears("هل الاتصال بك آمن").text.contains("1 96 96"));

    chooses("France").await;
    vera.presses("✅ They are right").await;
    let (text, copied) = numbers_of(&amina).await;
    assert_eq!(copied, ["112", "114", "119", "3919", "3114"]);
    assert!(!text.contains("116 111"), "{text}");

    vera.says("/helplines").await;
    vera.says("Casa Ana\n600 000 000").await;
    assert_eq!(numbers_of(&amina).await.1.last().unwrap(), "600000000", "their own come last");

    // The lead finds one that is wrong, or is elsewhere.
    chooses("Österreich").await;
    assert!(vera.hears("Please check these numbers").text.contains("Lazo has no number here for:"));
    vera.presses("✖️ Show only 112").await;
    assert_eq!(numbers_of(&amina).await.1, ["112", "600000000"]);
    chooses("España").await;
    vera.presses("✅ They are right").await;
    chooses("🌐 Another country").await;
    assert_eq!(numbers_of(&amina).await.1, ["112", "600000000"]);
}

/// All answers stand in the summary; one is wrong, and it is not ready before she says so.
async fn corrects(world: &World, vera: &Friend) {
    let summary = vera.hears("Please check your answers").text;
    for answer in [
        "Casa Ana",
        "Madrid",
        "España",
        "📅 Every week",
        "Ana 600 000 001",
        "Eva 600 000 002",
        "The board +34 600 000 003",
        "Day and night",
        "data@casaana.example",
    ] {
        assert!(summary.contains(answer), "{answer}: {summary}");
    }
    assert!(!summary.contains("team’s language"), "one language is the team's own: {summary}");
    world.restarts().await;
    vera.presses("🆘 Called next").await;
    vera.says("Eva").await;
    vera.hears("I did not find a phone number");
    vera.says("Ana 600 000 001").await;
    vera.hears("already");
    vera.says("Lucía 600 000 009").await;
    let summary = vera.hears("Please check your answers").text;
    assert!(summary.contains("Lucía 600 000 009") && !summary.contains("Eva"), "{summary}");
    vera.presses("✏️ Name").await;
    vera.presses("◀ Back").await;
    assert!(vera.hears("Please check your answers").text.contains("Casa Ana"), "nothing is changed");
    vera.says("/invite").await;
    assert!(vera.hears("Please check your answers").has_button("✅ All right"), "it is not confirmed yet");
    assert!(!world.changes(async |tx, _| tx.programme(ProgrammeId(1)).await.unwrap().set_up).await);
    vera.presses("✅ All right").await;
    vera.hears("This programme is ready");
    vera.says("/invite").await;
    assert!(vera.phone.last().unwrap().has_button("🧭 Coordinator"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_question_of_the_set_up_has_a_way_back_and_the_summary_corrects_each_answer() {
    let world = World::empty().await;
    let vera = founder(&world).await;
    vera.says("123").await;
    vera.hears("Please write a name with letters");
    assert!(!vera.phone.last().unwrap().has_button("◀ Back"), "nothing is before the name");
    vera.says("Casa Anna").await;
    // She sees her mistake: back, twice.
    vera.presses("English").await;
    vera.presses("◀ Back").await;
    vera.hears("What is the name of your programme?");
    vera.says("Casa Ana").await;
    vera.presses("✅ Done").await;
    vera.presses("11:00 · Madrid").await;
    vera.presses("España").await;
    vera.presses("◀ Back").await;
    vera.hears("In which country does your programme work?");
    vera.says("Spain").await;
    vera.hears("Please tap one of the buttons");
    assert!(vera.phone.last().unwrap().has_button("🌐 Another country"), "and is asked again");
    vera.presses("Portugal").await;
    vera.presses("✅ They are right").await;
    vera.presses("◀ Back").await;
    vera.presses("España").await;
    vera.presses("✅ They are right").await;
    vera.presses("📅 Every week").await;
    let old = vera.hears("Who do we call first in an emergency?");
    vera.says("Ana 600 000 001").await;
    vera.says("Eva 600 000 002").await;
    presses_late(&vera, &old, "👤 Me").await;
    assert!(vera.phone.toasts().last().unwrap().text.contains("does not work"), "that was answered");
    vera.says("The board 600 000 003").await;
    vera.presses("◀ Back").await;
    vera.hears("if they have a problem with you");
    vera.says("The board +34 600 000 003").await;
    vera.presses("Day and night").await;
    vera.says("Casa Ana, data@casaana.example").await;
    vera.presses("✖️ We have none").await;

    corrects(&world, &vera).await;
}

/// One after the other is another.
async fn changes_all(world: &World, vera: &Friend) {
    vera.presses("📅 Contact").await;
    vera.says("every day").await;
    vera.hears("Please tap one of the buttons");
    vera.presses("📅 Every month").await;
    vera.presses("🌍 Languages").await;
    vera.presses("✅ Español (beta)").await;
    vera.presses("✅ Done").await;
    vera.presses("🗣 Team’s language").await;
    vera.presses("العربية (beta)").await;
    vera.presses("🕐 Time").await;
    vera.says("Athens").await;
    vera.presses("✏️ Name").await;
    vera.says("Casa Eva").await;
    vera.presses("📞 Hours on call").await;
    vera.presses("Mon–Fri 9–21").await;
    vera.presses("🔒 Data").await;
    vera.says("Casa Eva, Calle Mayor 1").await;
    let programme = world.changes(async |tx, _| tx.programme(world.programme()).await.unwrap()).await;
    assert!(programme.set_up);
    assert_eq!((programme.name.as_str(), programme.rhythm), ("Casa Eva", 30));
    assert_eq!(programme.languages, ["ar", "en"].map(Lang::new));
    assert_eq!((programme.zone, programme.on_call), (Tz::known("Europe/Athens"), Some(CHOICES[1])));
    assert_eq!(programme.responsible.as_deref(), Some("Casa Eva, Calle Mayor 1"));
    assert_eq!(vera.person().await.unwrap().dialogue, None, "what she writes now is no answer");
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_list_everything_that_was_asked_and_each_answer_can_be_changed() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    vera.says("/settings").await;
    let list = vera.hears("Settings of the programme");
    for asked in [
        "✏️ Name",
        "🌍 Languages",
        "🗣 Team’s language",
        "🕐 Time",
        "🗺 Country",
        "📅 Contact",
        "🆘 Called first",
        "🆘 Called next",
        "👤 Outside",
        "📞 Hours on call",
        "🔒 Data",
        "☎️ Help lines",
    ] {
        assert!(list.has_button(asked), "{asked}");
    }
    assert!(
        list.text.contains("Eva: 600 000 002") && list.text.contains("Not answered yet"),
        "{}",
        list.text
    );

    vera.presses("🆘 Called next").await;
    let question = vera.hears("Who is next when nobody answers?");
    vera.says("Lucía 600 000 009").await;
    assert!(vera.hears("Settings of the programme").text.contains("Lucía 600 000 009"));
    let contacts = world.changes(async |tx, _| tx.contacts(world.programme()).await.unwrap()).await;
    assert_eq!(contacts[2].1, Contact::Words("Lucía 600 000 009".to_owned()));
    let audited = world.changes(async |tx, _| tx.audited(world.programme().0).await.unwrap()).await;
    assert!(audited.contains(&"changed the programme: second".to_owned()), "{audited:?}");
    // A button of a question that is answered changes nobody who is called in an emergency.
    presses_late(&vera, &question, "👤 Me").await;
    assert!(vera.phone.toasts().last().unwrap().text.contains("does not work"));
    assert_eq!(world.changes(async |tx, _| tx.contacts(world.programme()).await.unwrap()).await, contacts);

    changes_all(&world, &vera).await;

    // Who leads no more changes nothing with what she had open.
    vera.presses("✏️ Name").await;
    let asked = vera.hears("What is the name of your programme?");
    world
        .changes(async |tx, _| {
            let mut person = tx.person(vera.id).await.unwrap().unwrap();
            person.role = Role::Coordinator;
            tx.save(&person).await.unwrap();
        })
        .await;
    vera.says("Casa Nada").await;
    presses_late(&vera, &asked, "◀ Back").await;
    assert!(vera.phone.toasts().last().unwrap().text.contains("does not work"));
    amina.says("/settings").await;
    let programme = world.changes(async |tx, _| tx.programme(world.programme()).await.unwrap()).await;
    assert_eq!(programme.name, "Casa Eva");
}

/// Its languages, the team's own first.
async fn languages(world: &World) -> Vec<Lang> {
    world.changes(async |tx, _| tx.programme(ProgrammeId(1)).await.unwrap().languages).await
}

/// Adds Arabic to English; what there is stands ticked, and half of a choice is none.
async fn adds_arabic(world: &World, vera: &Friend) {
    let asks = || vera.hears("Which languages do your people need?");
    vera.presses("🌍 Languages").await;
    assert!(asks().has_button("✅ English") && asks().has_button("العربية (beta)"));
    vera.presses("Español (beta)").await;
    vera.presses("✅ Yes, somebody has").await;
    vera.presses("✅ English").await;
    assert!(asks().has_button("✅ Español (beta)") && asks().has_button("English"));
    vera.presses("◀ Back").await;
    assert_eq!(languages(world).await, [Lang::new("en")], "nothing is changed");
    vera.presses("🌍 Languages").await;
    assert!(asks().has_button("✅ English") && asks().has_button("Español (beta)"));
    vera.presses("العربية (beta)").await;
    vera.presses("✅ Yes, somebody has").await;
    vera.says("and French").await;
    assert!(asks().has_button("✅ العربية (beta)"), "what she has tapped stays");
    vera.presses("✅ Done").await;
    assert_eq!(languages(world).await, ["en", "ar"].map(Lang::new));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_added_later_and_those_there_are_stay() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.languages = vec![Lang::new("en")];
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
    vera.says("/settings").await;
    adds_arabic(&world, &vera).await;
    vera.presses("🌍 Languages").await;
    vera.presses("✅ English").await;
    vera.presses("✅ Done").await;
    assert_eq!(languages(&world).await, [Lang::new("ar")], "one is taken off by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_added_in_the_summary_and_on_the_way_back() {
    let world = World::empty().await;
    let vera = founder(&world).await;
    vera.says("Casa Ana").await;
    vera.presses("English").await;
    vera.presses("✅ Done").await;
    vera.presses("◀ Back").await;
    let asks = vera.hears("Which languages do your people need?");
    assert!(asks.has_button("✅ English") && asks.has_button("Español (beta)"), "what she chose is ticked");
    vera.presses("✅ Done").await;
    vera.presses("11:00 · Madrid").await;
    vera.presses("España").await;
    vera.presses("✅ They are right").await;
    vera.presses("📅 Every week").await;
    vera.says("Ana 600 000 001").await;
    vera.says("Eva 600 000 002").await;
    vera.says("The board 600 000 003").await;
    vera.presses("Day and night").await;
    vera.says("Casa Ana, data@casaana.example").await;
    vera.presses("✖️ We have none").await;
    adds_arabic(&world, &vera).await;
    assert!(vera.hears("Please check your answers").text.contains("العربية"));
}
