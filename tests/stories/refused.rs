//! Whatever Telegram answers, and in whatever words: what it refuses ends in somebody's hands, never in silence.

use crate::albums::part;
use crate::group::{says, told};
use crate::members::team;
use crate::world::{Friend, World};
use lazo::demo::{Fault, Group, Rule};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::Side;

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
        assert!(more.iter().any(|seen| seen.text.contains("On it: Vera")), "{code}: {more:?}");
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
        [("editMessageText", "Tu cambio no se puede enviar"), ("deleteMessages", "no se ha podido retirar")]
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

fn refused(code: u16, words: &str) -> Fault {
    Fault::Refuse { code, description: words.to_owned(), parameters: None }
}

fn asked(world: &World, method: &str) -> usize {
    world.telegram.requests().iter().filter(|it| it.method == method).count()
}

/// It was sent again and again, at the pace of a group, and nobody heard of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_whose_groups_topics_are_none_any_more_comes_to_private_chats() {
    let it = told().await;
    let team = team(&it).await;
    let no_forum = || Rule::new(refused(400, "Bad Request: the chat is not a forum")).on("sendMessage");
    it.world.telegram.fault(no_forum().in_chat(team.id()).times(1));
    it.opens(CaseKind::Missed).await;
    assert!(says(&team, "Case 1"), "one such answer costs a topic and no card");
    assert_eq!(lines(&it.lea, "did not take"), 0);
    it.world.telegram.fault(no_forum().in_chat(team.id()));
    it.opens(CaseKind::Leaving).await;
    it.world.minutes_pass(10).await;
    assert!(it.vera.hears("Case 2").text.contains("Amina"));
    assert!(it.lea.hears("The team’s group did not take a case").text.contains("Its topics do not work"));
}

/// The same for what is read along.
#[tokio::test(flavor = "multi_thread")]
async fn a_report_whose_groups_topics_are_none_any_more_comes_to_the_lead() {
    let it = told().await;
    let safe = it.world.telegram.group(Group::forum(21, "Safeguarding"));
    safe.joins(&it.lea.phone);
    safe.adds_bot(&it.lea.phone);
    it.world.settles().await;
    safe.says_as(&it.lea.phone, "/linksafeguarding", None);
    it.world.settles().await;
    let no_forum = Rule::new(refused(400, "Bad Request: the chat is not a forum")).in_chat(safe.id());
    it.world.telegram.fault(no_forum.on("sendMessage").on("copyMessage"));
    it.tomas.says("palabras feas").await;
    it.amina.says("🆘 أحتاج إلى مساعدة").await;
    it.amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    it.world.minutes_pass(10).await;
    it.lea.hears("A reported message, case 1");
    it.lea.hears("palabras feas");
}

/// Everything that waited for her went to that chat, whoever reads there.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_a_group_moves_to_another_chat() {
    for (to, moves) in [(-5, false), (5, false)] {
        let it = told().await;
        let parameters = serde_json::json!({ "migrate_to_chat_id": to });
        let description = "Bad Request: group chat was upgraded to a supergroup chat".to_owned();
        let fault = Fault::Refuse { code: 400, description, parameters: Some(parameters) };
        it.world.telegram.fault(Rule::new(fault).on("copyMessage").in_chat(it.amina.phone.id()).times(1));
        it.tomas.says("uno").await;
        it.tomas.says("dos").await;
        it.amina.hears("dos");
        assert_eq!(lines(&it.tomas, "Este mensaje no llegó"), 1, "{:?}", it.tomas.reads());
        let strange = |chat: i64| {
            it.world.telegram.requests().iter().any(|it| it.params.get("chat_id") == Some(&chat.into()))
        };
        assert_eq!(strange(to), moves, "{to}");
    }
}

/// A group cannot become a person's chat either.
#[tokio::test(flavor = "multi_thread")]
async fn a_groups_cards_move_to_no_private_chat_and_not_to_where_they_are() {
    let it = told().await;
    let team = team(&it).await;
    for to in [it.tomas.phone.id(), team.id()] {
        let parameters = serde_json::json!({ "migrate_to_chat_id": to });
        let description = "Bad Request: group chat was upgraded to a supergroup chat".to_owned();
        let fault = Fault::Refuse { code: 400, description, parameters: Some(parameters) };
        it.world.telegram.fault(Rule::new(fault).on("sendMessage").in_chat(team.id()).times(1));
        it.opens(if to < 0 { CaseKind::Leaving } else { CaseKind::Missed }).await;
        it.tomas.never_hears("Case ");
        it.vera.hears("Case ");
        assert!(lines(&it.lea, "The team’s group did not take a case") > 0, "{:?}", it.lea.reads());
    }
}

/// A server of one's own, older than albums: nothing stands behind one for ever, and its reader is not out of reach.
#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_the_server_does_not_know_is_refused_in_words_and_what_follows_arrives() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let unknown = refused(404, "Not Found: method not found");
    world.telegram.fault(Rule::new(unknown).on("copyMessages").in_chat(amina.phone.id()));
    for album in ["a", "b"] {
        let before = tomas.reads().len();
        for caption in ["one", "two"] {
            tomas.phone.sends(part(album, caption));
        }
        world.millis_pass(1_300).await;
        assert!(tomas.reads().len() > before, "{:?}", tomas.reads());
    }
    tomas.says("tres").await;
    amina.hears("tres");
    assert_eq!(lines(&vera, "Case "), 0, "{:?}", vera.reads());
}

/// Each answer that nobody could read made one more, for a day.
#[tokio::test(flavor = "multi_thread")]
async fn a_topic_whose_answer_cannot_be_read_or_never_comes_is_made_a_few_times_at_most() {
    let unread = || Fault::Answer { body: serde_json::json!({ "ok": true, "result": { "name": "Case" } }) };
    for fault in [unread(), Fault::CutAfter] {
        let it = told().await;
        let team = team(&it).await;
        it.world.telegram.fault(Rule::new(fault.clone()).on("createForumTopic").in_chat(team.id()));
        it.opens(CaseKind::Missed).await;
        it.world.minutes_pass(2).await;
        assert!(says(&team, "Case 1"), "{fault:?}: the card stands in the group itself");
        it.world.hours_pass(30).await;
        assert!(team.topics().len() <= 3, "{fault:?}: {:?}", team.topics());
    }
    let world = World::on(lazo::demo::Options { private_topics: true, ..Default::default() }).await;
    world.telegram.fault(Rule::new(unread()).on("createForumTopic"));
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let nadia = world.joined("Nadia", lazo::domain::person::Role::Mentee).await;
    let seats = [(&nadia, Side::Mentee), (&tomas, Side::Mentor)];
    world.introduce(&seats, &vera).await;
    amina.says("uno").await;
    tomas.hears("uno");
    world.hours_pass(30).await;
    assert!(asked(&world, "createForumTopic") <= 4, "{}", asked(&world, "createForumTopic"));
}
