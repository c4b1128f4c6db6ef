//! Links: who makes them, who is let in by them, and who is not.

use crate::world::World;
use lazo::domain::person::Role;
use lazo::domain::steps::{Step, step};

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_once_and_for_fourteen_days() {
    let world = World::new().await;
    let link = world.link(Role::Mentee).await;
    let late = world.link(Role::Mentee).await;
    let [amina, zainab, nour] = ["Amina", "Zainab", "Nour"].map(|name| world.newcomer(name, "en"));
    amina.opens(&link).await;
    zainab.opens(&link).await;
    zainab.hears("This link was already used");
    assert_eq!(zainab.person().await, None);
    world.days_pass(14).await;
    nour.opens(&late).await;
    nour.hears("This link does not work");
    assert_eq!(nour.person().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_character_opens_nothing_and_five_wrong_links_make_one_wait() {
    let world = World::new().await;
    let link = world.link(Role::Lead).await;
    let mallory = world.newcomer("Mallory", "es");
    let (start, last) = link.split_at(link.len() - 2);
    let changed = if last.starts_with('x') { format!("{start}yA") } else { format!("{start}xA") };
    for _ in 0..5 {
        mallory.opens(&changed).await;
        assert!(mallory.last().contains("Este enlace no funciona"));
    }
    mallory.opens(&link).await;
    assert!(mallory.last().contains("demasiados enlaces"), "even the right one is not looked at");
    assert_eq!(mallory.person().await, None);
    world.minutes_pass(61).await;
    mallory.opens(&link).await;
    assert_eq!(mallory.person().await.map(|it| it.role), Some(Role::Lead));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_another_role_makes_somebody_of_lazo_join_in_it_too_and_is_used_then() {
    let world = World::new().await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let link = world.link(Role::Mentee).await;
    tomas.opens(&link).await;
    tomas.hears("Lee esto primero");
    assert_eq!(tomas.person().await.map(|it| it.role), Some(Role::Mentor), "the first part stays");
    let amina = world.newcomer("Amina", "en");
    amina.opens(&link).await;
    amina.hears("This link was already used");
    let own = world.link(Role::Mentor).await;
    tomas.opens(&own).await;
    tomas.hears("Ya estás aquí");
    amina.opens(&own).await;
    assert_eq!(amina.person().await.map(|it| step(&it)), Some(Step::Language), "it stayed good");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_reads_in_her_own_language_that_she_needs_a_link() {
    let world = World::new().await;
    let stranger = world.newcomer("Hala", "ar");
    stranger.says("hello?").await;
    stranger.hears("يلزمك رابط دعوة");
    stranger.says("/invite").await;
    assert_eq!(stranger.reads().len(), 2);
    assert_eq!(stranger.person().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_a_picture_a_camera_reads_and_its_link_is_nowhere_in_the_database() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    vera.says("/invite").await;
    assert!(!vera.phone.last().unwrap().has_button("🧭 Coordinator"), "only the lead invites coordinators");
    vera.presses("🌱 Mentee").await;
    vera.presses("⏭ Without a number").await;
    vera.hears("It works once, until");
    let invitation = vera.phone.last().unwrap();
    assert_eq!(invitation.kind, "photo");
    let link = invitation.text.lines().last().unwrap().to_owned();
    let png = world.telegram.file(&invitation.file.unwrap()).expect("the picture's bytes");
    assert_eq!(camera(&png), link);
    let token = link.split_once("?start=").unwrap().1;
    assert_eq!(token.len(), 22);
    assert!(!world.stores(token).await, "the token is in the database");
    let amina = world.newcomer("Amina", "en");
    amina.opens(&link).await;
    amina.hears("Which language do you want?");
}

/// What a phone's camera reads in a picture.
fn camera(bytes: &[u8]) -> String {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = picture.detect_grids();
    grids[0].decode().unwrap().1
}
