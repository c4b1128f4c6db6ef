//! Taking messages back.

use crate::albums::part;
use crate::checkin::Talking;
use crate::world::{Friend, World};
use lazo::demo::{Content, Fault, Rule, Seen};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

fn shows(friend: &Friend, words: &str) -> Vec<Seen> {
    friend.phone.screen().into_iter().filter(|seen| seen.text.contains(words)).collect()
}

const TAKEN: &str = "se está retirando";

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_taken_back_is_gone_on_both_sides() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("un error").await;
    tomas.says("lo demás").await;
    tomas.replies(id, "/undo").await;
    tomas.hears(TAKEN);
    assert!(shows(&amina, "un error").is_empty() && shows(&tomas, "un error").is_empty());
    assert_eq!(amina.copies().len(), 1);
    amina.never_hears("/undo");
    tomas.phone.edits(id, "otra vez");
    world.minutes_pass(1).await;
    amina.never_hears("otra vez");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_word_for_it_works_as_a_reply_to_ones_own_message_and_is_a_word_otherwise() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("un error").await;
    tomas.replies(id, "retirar").await;
    assert!(shows(&amina, "un error").is_empty());
    let question = amina.says("¿Retirar o dejar?").await;
    let copy = tomas.hears("¿Retirar o dejar?").id;
    tomas.replies(copy, "Retirar").await;
    assert_eq!(amina.hears("Retirar").reply_to, Some(question), "an answer like any other");
    tomas.says("Retirar").await;
    assert_eq!(amina.copies().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_back_a_copy_whose_number_nobody_knows_reads_that_it_stays() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.fault(Rule::new(Fault::Truncated).on("copyMessage").times(1));
    let id = tomas.says("un error").await;
    tomas.replies(id, "/undo").await;
    tomas.hears("no se ha podido retirar");
    assert!(!shows(&amina, "un error").is_empty() && shows(&tomas, "un error").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_still_waits_is_withdrawn() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.blocks().await;
    let id = tomas.says("un error").await;
    tomas.replies(id, "/undo").await;
    tomas.hears(TAKEN);
    amina.unblocks().await;
    amina.never_hears("un error");
    assert_eq!(amina.copies().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_on_its_way_is_deleted_when_it_has_arrived() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.latency(std::time::Duration::from_millis(150));
    let id = tomas.phone.says("un error");
    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    tomas.phone.replies(id, "/undo");
    world.settles().await;
    assert!(shows(&amina, "un error").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_is_taken_back_whole_with_the_line_above_it() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("¿Fotos?").await;
    let asked = tomas.hears("¿Fotos?").id;
    let parts = ["one", "two", "three"].map(|it| tomas.phone.replies(asked, part("a", it)));
    world.settles().await;
    world.millis_pass(1_300).await;
    assert_eq!(amina.copies().len(), 3);
    tomas.replies(parts[1], "/undo").await;
    assert!(amina.copies().is_empty() && shows(&amina, "🖼").is_empty());
    assert!(parts.iter().all(|id| !tomas.phone.screen().iter().any(|seen| seen.id == *id)));
    tomas.sends(part("a", "late")).await;
    world.minutes_pass(1).await;
    amina.never_hears("late");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_it_is_gone_everywhere_but_what_arrived_stays_while_the_conversation_is_stopped() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    let id = marta.says("un error").await;
    let stays = marta.says("te veo luego").await;
    marta.replies(id, "/undo").await;
    amina.presses("🆘").await;
    amina.presses("لا أشعر بالأمان").await;
    marta.replies(stays, "/undo").await;
    for reader in [&amina, &tomas] {
        assert!(shows(reader, "un error").is_empty());
        assert_eq!(shows(reader, "te veo luego").len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_two_days_it_is_too_old() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("un error").await;
    world.hours_pass(49).await;
    tomas.replies(id, "/undo").await;
    tomas.hears("demasiado antiguo");
    assert_eq!(shows(&amina, "un error").len(), 1);
    tomas.phone.edits(id, "mejor así");
    world.settles().await;
    assert_eq!(shows(&amina, "mejor así").len(), 1, "it is not taken back, so it can still be corrected");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_ones_own_messages_can_be_taken_back() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/undo").await;
    tomas.hears("Responde a tu propio mensaje");
    amina.says("hola").await;
    tomas.replies(tomas.hears("hola").id, "/undo").await;
    tomas.hears("Solo puedes retirar tus propios mensajes");
    assert_eq!((shows(&amina, "hola").len(), shows(&tomas, "hola").len()), (1, 1));
    let never = tomas.says("/nada").await;
    tomas.replies(never, "/undo").await;
    tomas.hears("no hay nada que retirar");
    assert!(tomas.phone.menu().iter().any(|(name, _)| name == "undo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn telegram_may_refuse_and_then_its_author_knows() {
    let world = World::new().await;
    let [_amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("un error").await;
    let refusal = "Bad Request: message can't be deleted for everyone";
    let rule = serde_json::json!({ "fault": { "refuse": { "code": 400, "description": refusal } },
        "methods": ["deleteMessages"], "times": 1 });
    world.telegram.fault(serde_json::from_value(rule).unwrap());
    tomas.replies(id, "/undo").await;
    tomas.hears("no se ha podido retirar");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_to_the_team_and_its_answer_can_be_taken_back() {
    let world = World::new().await;
    let [_amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/team").await;
    let id = tomas.says("tengo una duda").await;
    let copy = vera.hears("tengo una duda").id;
    let answer = vera.replies(copy, "wrong answer").await;
    vera.replies(answer, "/undo").await;
    assert!(shows(&tomas, "wrong answer").is_empty());
    tomas.replies(id, "/undo").await;
    assert!(shows(&vera, "tengo una duda").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_waits_for_its_address_is_taken_out() {
    let talk = Talking::first_evening().await;
    let [first, second] = ["لا أريد الكلام معه", "أنا خائفة"].map(|text| talk.amina.phone.says(text));
    talk.world.settles().await;
    talk.amina.replies(first, "/undo").await;
    talk.amina.presses("💬 إلى الفريق").await;
    talk.vera.hears("أنا خائفة");
    talk.vera.never_hears("لا أريد الكلام معه");
    assert_ne!(first, second);
    talk.amina.sends(Content::photo("نعم")).await;
}
