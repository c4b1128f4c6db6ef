//! Mail to the team is answered with a button and plain words: nobody needs to know how Telegram's replies work.

use crate::world::World;
use chrono::TimeDelta;
use lazo::demo::Content;

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
