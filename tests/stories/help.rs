//! Help, the menu, the language, leaving.

use crate::world::World;
use lazo::domain::conversation::Side;
use lazo::domain::person::{Role, Standing};

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_the_help_of_her_own_role() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    for friend in [&amina, &tomas, &vera] {
        friend.says("/help").await;
    }
    amina.hears("/leave");
    tomas.hears("/menu");
    vera.hears("/invite");
    amina.never_hears("/invite");
    tomas.never_hears("/invite");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_leads_to_the_team_and_what_is_written_there_never_reaches_the_partner() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.presses("☰ Menú").await;
    tomas.presses("💬 Escribir al equipo").await;
    tomas.says("No la encuentro").await;
    vera.hears("No la encuentro");
    amina.never_hears("No la encuentro");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_changed_with_keyboard_and_commands() {
    let world = World::new().await;
    let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/language").await;
    amina.presses("Español (تجريبية)").await;
    amina.hears("español");
    assert!(amina.phone.keyboard().unwrap().concat()[0].contains("🆘 Necesito ayuda"));
    assert!(
        amina.phone.menu().iter().any(|(_, about)| about.contains("programa")),
        "{:?}",
        amina.phone.menu()
    );
    amina.says("/help").await;
    amina.hears("Escribe aquí");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_is_asked_first_and_her_partner_reads_one_neutral_sentence() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/leave").await;
    tomas.presses("✖️ No, me quedo").await;
    assert!(world.pair_of(&tomas).await.is_some());
    tomas.says("/leave").await;
    tomas.presses("🚪 Sí, dejarlo").await;
    tomas.hears("Has dejado el programa");
    amina.hears("انتهت هذه المحادثة");
    assert!(world.pair_of(&amina).await.is_none());
    assert_eq!(tomas.person().await.unwrap().standing, Standing::Left);
    tomas.says("Hola?").await;
    amina.never_hears("Hola?");
    tomas.opens(&world.link(Role::Mentor).await).await;
    assert_eq!(tomas.person().await.unwrap().standing, Standing::Joining, "a new invitation brings her back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_goes_on_when_one_of_several_mentors_leaves() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let [tomas, olga] = [world.joined("Tomás", Role::Mentor).await, world.joined("Olga", Role::Mentor).await];
    let sides = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&olga, Side::Mentor)];
    world.introduce(&sides, &vera).await;
    tomas.says("/leave").await;
    tomas.presses("🚪 Sí, dejarlo").await;
    amina.says("مرحبا").await;
    olga.hears("مرحبا");
    tomas.never_hears("مرحبا");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_does_not_leave_her_programme_alone() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    vera.says("/leave").await;
    vera.hears("You lead this programme");
    assert_eq!(vera.person().await.unwrap().standing, Standing::Ready);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_left_has_no_power_any_more() {
    let world = World::new().await;
    let lead = world.joined("Lena", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/leave").await;
    vera.presses("🚪 Yes, leave").await;
    for command in ["/pairs", "/people", "/cases", "/pair", "/invite"] {
        vera.says(command).await;
        assert!(vera.last().contains("You need an invitation link"), "{command}: {}", vera.last());
    }
    assert_eq!(amina.person().await.unwrap().coordinator, Some(lead.id));
    assert_eq!(world.pair_of(&amina).await.unwrap().coordinator, Some(lead.id));
}
