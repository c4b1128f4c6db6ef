//! Two people talk, and nobody notices the bot.

use crate::world::World;
use lazo::demo::Content;

#[tokio::test(flavor = "multi_thread")]
async fn what_one_writes_reaches_the_other_and_nobody_else() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [zainab, olga] = world.introduced("Zainab", "Olga", &vera).await;
    amina.says("Bom dia!").await;
    tomas.hears("Bom dia!");
    tomas.says("¡Hola, Amina!").await;
    amina.hears("¡Hola, Amina!");
    for other in [&vera, &zainab, &olga] {
        other.never_hears("Bom dia!");
        other.never_hears("¡Hola, Amina!");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn replies_arrive_as_replies() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let question = amina.says("¿Quedamos el martes?").await;
    let copy = tomas.hears("¿Quedamos el martes?");
    tomas.replies(copy.id, "Sí, a las seis").await;
    assert_eq!(amina.hears("Sí, a las seis").reply_to, Some(question));
    let own = amina.replies(question, "O el jueves").await;
    assert_eq!(tomas.hears("O el jueves").reply_to, Some(copy.id));
    assert_ne!(own, question);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_that_is_carried_arrives_in_order() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let kinds = [
        ("text", Content::from("one")),
        ("photo", Content::photo("two")),
        ("voice", Content::Voice),
        ("video", Content::Video { caption: None }),
        ("video_note", Content::VideoNote),
        ("audio", Content::Audio { caption: None }),
        ("document", Content::Document { name: "form.pdf".to_owned(), caption: None }),
        ("sticker", Content::Sticker),
        ("location", Content::Location { live: false }),
    ];
    let names: Vec<&str> = kinds.iter().map(|(name, _)| *name).collect();
    for (_, content) in kinds {
        amina.phone.sends(content);
    }
    world.settles().await;
    let copies: Vec<String> = tomas.copies().into_iter().map(|seen| seen.kind).collect();
    assert_eq!(copies, names);
}
