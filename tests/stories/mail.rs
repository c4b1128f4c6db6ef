//! What the bot says of its own accord about somebody's case lies closed in her chat: whoever holds her phone reads a line
//! that any mail has.

use crate::world::{Friend, World};
use lazo::domain::helplines::Lines;
use lazo::domain::letter::{Letter, Post, Rank};
use lazo::domain::mail::MailLetter;
use lazo::domain::on_call::Promise;
use lazo::domain::person::Role;
use lazo::domain::safety::{Reached, SafetyLetter};
use serde_json::Value;

const LINE: &str = "✉️ Tu equipo te ha escrito.";

/// A letter about her case, with buttons of its own and help lines beside it.
fn about_her_case(world: &World) -> Letter {
    let noted = SafetyLetter::Noted {
        case: None,
        how: Reached::Write,
        promise: Promise::Before(world.now()),
        joined: true,
        open: Vec::new(),
    };
    noted.beside(Lines { country: None, own: vec!["Casa Ana: 600 000 000".to_owned()], write: false }).into()
}

async fn sealed(world: &World, friend: &Friend) {
    let mail = MailLetter::Sealed(Box::new(about_her_case(world)));
    world
        .changes(async |tx, now| {
            let person = tx.person(friend.id).await.unwrap().unwrap();
            tx.post(Post::ranked(&person, Rank::Safety, mail), now).await.unwrap();
        })
        .await;
    world.settles().await;
}

/// The words that rang her phone, newest last: new messages, not what was changed in place.
fn rang(world: &World, friend: &Friend) -> Vec<String> {
    let of = |value: &Value| value.as_i64().or_else(|| value.as_str()?.parse().ok());
    let new = world.telegram.requests().into_iter().filter(|it| it.method == "sendMessage");
    let hers = new.filter(|it| it.params.get("chat_id").and_then(of) == Some(friend.phone.id()));
    hers.filter_map(|it| Some(it.params.get("text")?.as_str()?.to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_lies_closed_until_she_reads_it_in_its_place_also_after_a_restart() {
    let world = World::new().await;
    let bo = world.joined("Bo", Role::Mentor).await;
    sealed(&world, &bo).await;
    let closed = bo.hears(LINE);
    assert_eq!(closed.text, LINE);
    assert_eq!(closed.buttons.iter().flatten().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["📖 Leer"]);
    world.restarts().await;
    bo.opens_mail().await;
    let open = bo.hears("Casa Ana: 600 000 000");
    assert_eq!(open.id, closed.id, "in its place");
    assert!(open.text.contains("Tu equipo no te llamará"), "{open:?}");
    assert!(open.buttons.iter().flatten().any(|it| it.copy_text.as_deref() == Some("112")), "{open:?}");
    assert_eq!(rang(&world, &bo).last().map(String::as_str), Some(LINE), "to read it rings nothing");
    bo.presses("💬 Escribir al equipo").await;
    bo.hears("Escribe ahora tu mensaje");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_opens_her_mail_and_a_second_press_does_nothing() {
    let world = World::new().await;
    let bo = world.joined("Bo", Role::Mentor).await;
    let eva = world.joined("Eva", Role::Mentor).await;
    sealed(&world, &bo).await;
    let closed = bo.hears(LINE);
    let data = closed.buttons[0][0].data.clone().unwrap();
    eva.phone.sends_callback(closed.id, &data);
    world.settles().await;
    assert_eq!(bo.hears(LINE).id, closed.id);
    assert!(!eva.reads().iter().any(|text| text.contains("Casa Ana: 600")), "{:?}", eva.reads());
    bo.opens_mail().await;
    let before = bo.reads();
    bo.phone.sends_callback(closed.id, &data);
    world.settles().await;
    assert_eq!(bo.reads(), before);
}
