//! Mail to the team is answered with a button and plain words: nobody needs to know how Telegram's replies work.

use crate::checkin::{FIRST, Talking};
use crate::world::World;
use chrono::TimeDelta;
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::programme::Contact;

#[tokio::test(flavor = "multi_thread")]
async fn answer_then_plain_words_arrive_there_and_nowhere_else() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("أريد أن أسأل").await;
    assert!(vera.hears("A message to the team").text.contains("F-"), "with the file number");
    vera.presses("💬 Answer").await;
    vera.hears("Write your answer now");
    vera.says("Of course").await;
    assert_eq!(amina.copies().last().unwrap().text, "Of course");
    amina.presses("💬 جواب").await;
    amina.says("شكرًا").await;
    assert_eq!(vera.copies().last().unwrap().text, "شكرًا");
    assert!(tomas.copies().is_empty());
    // The button of long ago works as long as the row exists, for a voice as well.
    world.days_pass(3).await;
    let first =
        vera.phone.screen().into_iter().find(|seen| seen.text.contains("A message to the team")).unwrap();
    vera.phone.presses_on(first.id, "💬 Answer").unwrap();
    world.settles().await;
    vera.sends(Content::Voice).await;
    assert_eq!(amina.copies().last().unwrap().kind, "voice");
    vera.says("and for whom is this?").await;
    amina.never_hears("and for whom is this?");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_half_an_hour_later_is_not_guessed() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("أريد أن أسأل").await;
    vera.presses("💬 Answer").await;
    world.passes(TimeDelta::minutes(31)).await;
    vera.says("Of course").await;
    amina.never_hears("Of course");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_of_another_role_answers_with_a_button_that_is_not_hers() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("أريد أن أسأل").await;
    let mail = vera.hears("A message to the team");
    let data = mail.buttons[0][0].data.clone().unwrap();
    tomas.phone.sends_callback(mail.id, &data);
    world.settles().await;
    tomas.says("Hola").await;
    assert_eq!(amina.copies().last().unwrap().text, "Hola", "to his partner, as ever");
    amina.never_hears("Of course");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_after_answer_arrives_whole_and_what_comes_next_is_not_taken_for_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("أين أنتم؟").await;
    vera.presses("💬 Answer").await;
    for caption in ["door", "map", "bell"] {
        vera.phone.sends(Content::AlbumPhoto { album: "a".to_owned(), caption: Some(caption.to_owned()) });
    }
    world.settles().await;
    world.passes(TimeDelta::seconds(9)).await;
    let copies: Vec<String> = amina.copies().into_iter().map(|seen| seen.text).collect();
    assert_eq!(copies, ["door", "map", "bell"]);
    assert_eq!(vera.reads().iter().filter(|text| text.contains("On its way to")).count(), 1);
    vera.says("and this is for nobody yet").await;
    amina.never_hears("and this is for nobody yet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_pressed_the_button_herself_still_answers_whom_she_chose_to_since() {
    for since in [true, false] {
        let world = World::new().await;
        let eva = world.joined("Eva", Role::Lead).await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let as_mentee = world.also(&vera, Role::Mentee, world.programme()).await;
        let rim = world.joined("Rim", Role::Mentor).await;
        world.introduce(&[(&as_mentee, Side::Mentee), (&rim, Side::Mentor)], &eva).await;
        amina.says("/team").await;
        amina.says("متى نلتقي؟").await;
        if !since {
            vera.presses("💬 Answer").await;
            world.minutes_pass(1).await;
        }
        vera.says("/sos").await;
        vera.presses("🛟 I don’t feel safe").await;
        if since {
            world.minutes_pass(1).await;
            vera.presses("💬 Answer").await;
        }
        vera.says("on Monday").await;
        vera.says("he is here").await;
        let read = |friend: &crate::world::Friend| -> Vec<String> {
            friend.copies().into_iter().map(|seen| seen.text).collect()
        };
        let (hers, team): (&[&str], &[&str]) =
            if since { (&["on Monday"], &["he is here"]) } else { (&[], &["on Monday", "he is here"]) };
        assert_eq!(read(&amina), hers);
        assert_eq!(read(&eva), team);
        assert!(rim.copies().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_rung_late_and_whoever_reads_an_answer_to_a_check_in_answers_with_the_button() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    world
        .changes(async |tx, _| {
            tx.set_contact(world.programme(), 1, &Contact::Person(eva.id)).await.unwrap();
        })
        .await;
    amina.says("/sos").await;
    amina.presses("🛟 لا أشعر بالأمان").await;
    amina.says("أنا في البيت").await;
    assert!(eva.copies().is_empty());
    world.minutes_pass(16).await;
    assert_eq!(eva.copies().last().unwrap().text, "أنا في البيت");
    let follows = eva.hears("what this person has written since");
    eva.phone.presses_on(follows.id, "💬 Answer").unwrap();
    world.settles().await;
    eva.says("We are on our way").await;
    assert_eq!(amina.copies().last().unwrap().text, "We are on our way");
    assert!(tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn words_in_reply_to_a_check_in_are_answered_with_the_button() {
    let talk = Talking::first_evening().await;
    let (amina, vera) = (&talk.amina, &talk.vera);
    let question = amina.hears(FIRST).id;
    amina.replies(question, Content::Voice).await;
    let from = vera.hears("An answer to a check-in");
    vera.phone.presses_on(from.id, "💬 Answer").unwrap();
    talk.world.settles().await;
    vera.says("Thank you").await;
    assert_eq!(amina.copies().last().unwrap().text, "Thank you");
}
