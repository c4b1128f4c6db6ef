//! Topics in private chats: for who has several conversations, one for each, and nothing depends on them.

use crate::world::{Friend, World};
use lazo::demo::{Content, Fault, Options, Rule};
use lazo::domain::person::Role;

fn with_topics() -> Options {
    Options { private_topics: true, ..Options::default() }
}

/// Tomás accompanies Amina and Nadia.
async fn two(world: &World) -> [Friend; 3] {
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let nadia = second(world, &tomas, &vera).await;
    [amina, nadia, tomas]
}

async fn second(world: &World, tomas: &Friend, vera: &Friend) -> Friend {
    use lazo::domain::conversation::Side;
    let nadia = world.joined("Nadia", Role::Mentee).await;
    world.introduce(&[(&nadia, Side::Mentee), (tomas, Side::Mentor)], vera).await;
    nadia
}

fn thread(friend: &Friend, name: &str) -> i64 {
    let topics = friend.phone.topics();
    topics.iter().find(|(_, it)| it == name).unwrap_or_else(|| panic!("no topic {name}: {topics:?}")).0
}

/// Where the copy with these words stands.
fn place(friend: &Friend, words: &str) -> Option<i64> {
    friend.copies().iter().find(|seen| seen.text == words).expect("a copy").thread
}

fn headers(friend: &Friend) -> usize {
    friend.reads().iter().filter(|text| text.starts_with('—')).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_one_conversation_has_no_topics_and_who_gets_a_second_has_one_for_each() {
    let world = World::on(with_topics()).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("uno").await;
    assert!(tomas.phone.topics().is_empty());
    let nadia = second(&world, &tomas, &vera).await;
    let names: Vec<String> = tomas.phone.topics().into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Amina", "Nadia"]);
    assert!(amina.phone.topics().is_empty() && nadia.phone.topics().is_empty());
    amina.says("dos").await;
    nadia.sends(Content::photo("tres")).await;
    assert_eq!(place(&tomas, "dos"), Some(thread(&tomas, "Amina")));
    assert_eq!(place(&tomas, "tres"), Some(thread(&tomas, "Nadia")));
    assert_eq!(headers(&tomas), 0, "the topic says whose it is");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_in_a_topic_goes_there_and_a_reply_goes_where_its_message_belongs() {
    let world = World::on(with_topics()).await;
    let [amina, nadia, tomas] = two(&world).await;
    let [to_amina, to_nadia] = [thread(&tomas, "Amina"), thread(&tomas, "Nadia")];
    for (number, (topic, reader, other)) in
        [(to_amina, &amina, &nadia), (to_nadia, &nadia, &amina), (to_amina, &amina, &nadia)]
            .into_iter()
            .enumerate()
    {
        let text = format!("mensaje {number}");
        tomas.phone.says_in(topic, &text);
        world.settles().await;
        reader.hears(&text);
        other.never_hears(&text);
    }
    nadia.says("سؤال").await;
    let asked = tomas.hears("سؤال");
    assert_eq!(asked.thread, Some(to_nadia));
    tomas.replies(asked.id, "respuesta").await;
    assert!(nadia.hears("respuesta").reply_to.is_some());
    amina.never_hears("respuesta");
    // Outside of all topics it is asked, as ever.
    world.hours_pass(1).await;
    tomas.says("¿para quién?").await;
    tomas.hears("¿Para quién es esto?");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_she_made_herself_is_asked_about() {
    let world = World::on(with_topics()).await;
    let [amina, nadia, tomas] = two(&world).await;
    tomas.phone.says_in(thread(&tomas, "Amina"), "hola");
    world.settles().await;
    let own = tomas.phone.opens_topic("Mis cosas");
    tomas.phone.says_in(own, "¿y esto?");
    world.settles().await;
    tomas.hears("¿Para quién es esto?");
    amina.never_hears("¿y esto?");
    nadia.never_hears("¿y esto?");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_is_gone_is_done_without_and_made_anew_once_a_day() {
    let world = World::on(with_topics()).await;
    let [amina, nadia, tomas] = two(&world).await;
    amina.says("uno").await;
    tomas.phone.deletes_topic(thread(&tomas, "Amina"));
    amina.says("dos").await;
    assert_eq!(place(&tomas, "dos"), None);
    assert!(tomas.reads().iter().any(|text| text == "— Amina —"), "{:?}", tomas.reads());
    assert_eq!(tomas.phone.topics().len(), 1, "its first one was made today");
    nadia.says("tres").await;
    assert_eq!(place(&tomas, "tres"), Some(thread(&tomas, "Nadia")));
    tomas.replies(tomas.hears("dos").id, "aquí").await;
    amina.hears("aquí");
    world.days_pass(2).await;
    tomas.phone.deletes_topic(thread(&tomas, "Nadia"));
    nadia.says("cuatro").await;
    assert_eq!(place(&tomas, "cuatro"), Some(thread(&tomas, "Nadia")), "it waits for the new one");
    nadia.says("cinco").await;
    amina.says("seis").await;
    assert_eq!(place(&tomas, "cinco"), Some(thread(&tomas, "Nadia")));
    assert_eq!(place(&tomas, "seis"), Some(thread(&tomas, "Amina")), "both are made anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_telegram_that_has_lost_all_topics_keeps_nobody_from_reading() {
    let world = World::on(with_topics()).await;
    let [amina, nadia, tomas] = two(&world).await;
    let no_forum = || Fault::Refuse {
        code: 400,
        description: "Bad Request: the chat is not a forum".to_owned(),
        parameters: None,
    };
    for method in ["copyMessage", "copyMessages"] {
        world.telegram.fault(Rule::new(no_forum()).on(method).in_chat(tomas.phone.id()).times(1));
    }
    amina.says("uno").await;
    for number in ["dos", "tres"] {
        nadia.sends(crate::albums::part("fotos", number)).await;
    }
    world.minutes_pass(1).await;
    let copies: Vec<_> = tomas.copies().into_iter().map(|seen| (seen.text, seen.thread)).collect();
    let expected = ["uno", "dos", "tres"].map(|text| (text.to_owned(), None));
    assert_eq!(copies, expected);
    assert_eq!(headers(&tomas), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_cannot_be_made_is_done_without() {
    let world = World::on(with_topics()).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let refused = Fault::Refuse {
        code: 400,
        description: "Bad Request: TOPICS_FORBIDDEN".to_owned(),
        parameters: None,
    };
    world.telegram.fault(Rule::new(refused).on("createForumTopic").times(2));
    let nadia = second(&world, &tomas, &vera).await;
    amina.says("uno").await;
    nadia.says("dos").await;
    assert_eq!((place(&tomas, "uno"), headers(&tomas)), (None, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_begin_and_end_with_the_setting_and_hello_changes_nothing() {
    let world = World::on(with_topics()).await;
    world.wants_topics(false);
    world.restarts().await;
    let [amina, _, tomas] = two(&world).await;
    amina.says("uno").await;
    assert!(tomas.phone.topics().is_empty());
    world.wants_topics(true);
    world.restarts().await;
    world.settles().await;
    amina.says("dos").await;
    assert_eq!(place(&tomas, "dos"), Some(thread(&tomas, "Amina")));
    tomas.phone.starts(None);
    world.settles().await;
    amina.says("tres").await;
    assert_eq!(place(&tomas, "tres"), Some(thread(&tomas, "Amina")));
    assert_eq!(tomas.phone.topics().len(), 2);
    world.wants_topics(false);
    world.restarts().await;
    amina.says("cuatro").await;
    assert_eq!(place(&tomas, "cuatro"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_switch_at_telegram_the_setting_does_nothing() {
    let world = World::new().await;
    world.wants_topics(true);
    world.restarts().await;
    let [amina, _, tomas] = two(&world).await;
    amina.says("uno").await;
    assert_eq!((place(&tomas, "uno"), headers(&tomas)), (None, 1));
    assert!(world.telegram.requests().iter().all(|it| it.method != "createForumTopic"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_in_the_topic_of_a_conversation_that_has_ended_goes_to_nobody_else() {
    let world = World::on(with_topics()).await;
    let [amina, nadia, tomas] = two(&world).await;
    let ended = thread(&tomas, "Nadia");
    nadia.says("/leave").await;
    nadia.presses("🚪 نعم").await;
    tomas.hears("Ahora tienes un solo chat");
    tomas.phone.says_in(ended, "para Nadia");
    world.settles().await;
    tomas.hears("Este chat no está abierto ahora");
    amina.never_hears("para Nadia");
    tomas.phone.says_in(thread(&tomas, "Amina"), "para Amina");
    world.settles().await;
    amina.hears("para Amina");
}

/// One answer that cannot be read when the bot starts takes nobody's topics away.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_read_at_the_start_changes_nothing() {
    let world = World::on(with_topics()).await;
    let [amina, _, tomas] = two(&world).await;
    let topics = tomas.phone.topics();
    let fault = Fault::Refuse { code: 502, description: "Bad Gateway".to_owned(), parameters: None };
    world.stops().await;
    world.telegram.fault(Rule::new(fault).on("getMe"));
    world.starts().await;
    world.telegram.clear_faults();
    amina.says("uno").await;
    assert_eq!(place(&tomas, "uno"), Some(thread(&tomas, "Amina")));
    world.restarts().await;
    amina.says("dos").await;
    assert_eq!((place(&tomas, "dos"), tomas.phone.topics()), (Some(thread(&tomas, "Amina")), topics));
}
