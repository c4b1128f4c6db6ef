//! Whatever Telegram answers, and in whatever words: what it refuses ends in somebody's hands, never in silence.

use crate::albums::part;
use crate::group::told;
use crate::world::{Friend, World};
use lazo::demo::{Fault, Rule};
use lazo::domain::case::CaseKind;

/// A refusal in words nobody has seen.
fn strange(code: u16) -> Fault {
    Fault::Refuse { code, description: "Bad Request: SOMETHING_NEW".to_owned(), parameters: None }
}

fn lines(friend: &Friend, words: &str) -> usize {
    friend.reads().iter().filter(|line| line.contains(words)).count()
}

/// The card went on saying that nobody had it.
#[tokio::test(flavor = "multi_thread")]
async fn a_card_in_the_group_that_cannot_be_changed_whatever_the_words_is_shown_anew() {
    for code in [400, 403] {
        let it = told().await;
        let team = it.linked().await;
        it.opens(CaseKind::Report).await;
        let (thread, ..) = team.topics().pop().expect("a topic");
        let before = team.screen(Some(thread)).len();
        it.world.telegram.fault(Rule::new(strange(code)).on("editMessageText").in_chat(team.id()).times(1));
        it.presses(&team, &it.vera.phone, "I’m on it").await;
        let more = team.screen(Some(thread)).split_off(before);
        assert!(more.iter().any(|seen| seen.text.contains("Vera is on it")), "{code}: {more:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_just_asked_for_comes_as_a_new_message_if_the_old_one_cannot_be_changed() {
    let world = World::new().await;
    let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/pause").await;
    let menu = amina.phone.last().unwrap();
    world.telegram.fault(Rule::new(strange(400)).on("editMessageText").in_chat(amina.phone.id()).times(1));
    amina.presses("⏸ أسبوع").await;
    let next = amina.phone.last().unwrap();
    assert!(next.id > menu.id && next.from_bot && !next.buttons.is_empty(), "{next:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_album_that_telegram_copied_in_part_its_writer_hears() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let answer = serde_json::json!({ "ok": true, "result": [{ "message_id": 5 }] });
    world.telegram.fault(Rule::new(Fault::Answer { body: answer }).on("copyMessages").times(1));
    for caption in ["one", "two", "three"] {
        tomas.phone.sends(part("a", caption));
    }
    world.millis_pass(1_300).await;
    assert_eq!((lines(&tomas, "1 de 3"), amina.copies().len()), (1, 3), "{:?}", tomas.reads());
    // One that arrives whole says nothing.
    for caption in ["four", "five"] {
        tomas.phone.sends(part("b", caption));
    }
    world.millis_pass(1_300).await;
    assert_eq!(lines(&tomas, "han llegado"), 1, "{:?}", tomas.reads());
}

/// A day of failures ends it: whoever waits for it is told.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_and_a_taking_back_that_failed_for_a_day_are_told() {
    for (method, said) in
        [("editMessageText", "Tu cambio no llega aquí"), ("deleteMessages", "no se ha podido retirar")]
    {
        let world = World::new().await;
        let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
        let id = tomas.says("a las seis").await;
        world.telegram.fault(Rule::new(Fault::Page { status: 502 }).on(method).in_chat(amina.phone.id()));
        if method == "editMessageText" {
            assert!(tomas.phone.edits(id, "a las siete"));
        } else {
            tomas.replies(id, "/undo").await;
        }
        world.settles().await;
        assert_eq!(lines(&tomas, said), 0);
        world.hours_pass(32).await;
        assert_eq!((lines(&tomas, said), amina.copies().len()), (1, 1), "{:?}", tomas.reads());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_does_not_reach_the_group_for_an_hour_goes_to_private_chats() {
    let it = told().await;
    let team = it.linked().await;
    it.world.telegram.fault(Rule::new(Fault::Page { status: 502 }).in_chat(team.id()));
    it.opens(CaseKind::Report).await;
    assert_eq!(lines(&it.vera, "Case "), 0);
    it.world.hours_pass(2).await;
    assert!(lines(&it.vera, "Case ") > 0, "{:?}", it.vera.reads());
}

/// 413 is about this message: others arrive, so nobody is out of reach.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_is_refused_in_words_and_its_reader_stays_in_reach() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let large =
        Fault::Refuse { code: 413, description: "Request Entity Too Large".to_owned(), parameters: None };
    world.telegram.fault(Rule::new(large).on("copyMessage").in_chat(amina.phone.id()).times(2));
    for words in ["uno", "dos"] {
        let before = tomas.reads().len();
        tomas.says(words).await;
        assert!(tomas.reads().len() > before, "{:?}", tomas.reads());
    }
    tomas.says("tres").await;
    amina.hears("tres");
    assert_eq!(lines(&vera, "Case "), 0, "{:?}", vera.reads());
}
