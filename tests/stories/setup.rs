//! The lead sets a programme up, and is replaced.

use crate::world::{Friend, World};
use lazo::domain::id::ProgrammeId;
use lazo::domain::invite::NewInvite;
use lazo::domain::lang::Lang;
use lazo::domain::person::{Role, Standing};
use lazo::domain::programme::Contact;
use lazo::domain::zone::Tz;
use lazo::handlers::join::first_link;

/// Follows the link of the first start and joins as lead.
async fn founder(world: &World) -> Friend {
    let token = world.changes(async |tx, now| first_link(tx, now).await.unwrap()).await;
    let link = token.expect("there is no programme yet").link(&world.telegram.bot_username());
    let vera = world.newcomer("Vera", "en");
    vera.opens(&link).await;
    vera.presses("English").await;
    vera.hears("You start a mentoring programme");
    vera.presses("✅ I agree").await;
    vera.says("Vera").await;
    vera.says("Madrid").await;
    vera
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
    vera.presses("📅 Every 2 weeks").await;
    vera.presses("🙋 Me").await;
    vera.hears("Who is next when nobody answers?");
    vera.says("Eva").await;
    vera.hears("I did not find a phone number");
    vera.says("Eva 600 000 002").await;
    vera.hears("Who outside your team");
    vera.says("Eva 600 000 002").await;
    vera.hears("This person has a place already");
    vera.says("The board, +34 600 000 003").await;
    vera.hears("Does your programme have its own help line?");
    vera.presses("✖️ We have none").await;
    assert!(vera.hears("This programme is ready").text.contains("Casa Ana"));

    let programme = world.changes(async |tx, _| tx.programme(ProgrammeId(1)).await.unwrap()).await;
    assert!(programme.set_up);
    assert_eq!(programme.name, "Casa Ana");
    assert_eq!(programme.languages, [Lang::new("en"), Lang::new("ar")]);
    assert_eq!((programme.zone, programme.rhythm), (Tz::known("Europe/Madrid"), 14));
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
    vera.hears("8 questions are open");
    assert!(vera.last().contains("Which languages do your people need?"));
    vera.presses("English").await;
    vera.presses("✅ Done").await;
    vera.says("nonsense").await;
    vera.hears("I did not understand this time");
    vera.says("Athens").await;
    assert!(
        vera.last().contains("How often should two people be in contact?"),
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
    vera.hears("Each line needs a name and a number");
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
    assert!(!amina.hears("ماذا تحتاج؟").text.contains("Noche 016"));
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
    again.presses("✅ I agree").await;
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
