//! Two people talk, and nobody notices the bot.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use std::time::Duration;

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
async fn a_reply_to_what_was_written_a_moment_before_arrives_as_one_when_both_come_at_once() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.stops().await;
    let question = amina.phone.says("¿Quedamos el martes?");
    amina.phone.says("Hace sol");
    amina.phone.replies(question, "O el jueves");
    amina.phone.says("Hasta pronto");
    world.starts().await;
    world.settles().await;
    let copy = tomas.hears("¿Quedamos el martes?");
    assert_eq!(tomas.hears("O el jueves").reply_to, Some(copy.id));
    let texts: Vec<String> = tomas.copies().into_iter().map(|copy| copy.text).collect();
    assert_eq!(texts, ["¿Quedamos el martes?", "Hace sol", "O el jueves", "Hasta pronto"]);
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
    ];
    let names: Vec<&str> = kinds.iter().map(|(name, _)| *name).collect();
    for (_, content) in kinds {
        amina.phone.sends(content);
    }
    world.settles().await;
    let copies: Vec<String> = tomas.copies().into_iter().map(|seen| seen.kind).collect();
    assert_eq!(copies, names);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_receiver_learns_nothing_but_the_words() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.phone.forwards("Someone Else", "forwarded words");
    amina.says("mine").await;
    for copy in tomas.copies() {
        assert!(copy.from_bot && !copy.forwarded, "{copy:?}");
    }
    let screen = format!("{:?}", tomas.phone.history());
    for secret in ["Secret-Surname", "secret_", "Someone Else", &amina.phone.id().to_string()] {
        assert!(!screen.contains(secret), "{secret} in {screen}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_means_delivered_and_that_is_said_once() {
    let world = World::new().await;
    let [amina, _tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let before = amina.reads().len();
    amina.says("one").await;
    amina.says("two").await;
    assert_eq!(amina.reads().len(), before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_carried_is_refused_in_words_and_what_comes_after_arrives() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    tomas.sends(Content::Poll { question: "¿Cuándo?".to_owned() }).await;
    tomas.hears("Aquí no se pueden enviar encuestas");
    tomas.sends(Content::Contact { phone: "+34600000000".to_owned(), name: "Yo".to_owned() }).await;
    tomas.sends(Content::Dice).await;
    tomas.sends(Content::Location { live: true }).await;
    tomas.says("sigo aquí").await;
    assert_eq!(
        amina.copies().iter().map(|copy| copy.text.as_str()).collect::<Vec<_>>(),
        ["hola", "sigo aquí"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kind_that_does_not_exist_yet_is_passed_on_by_reference() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let strange = serde_json::json!({ "hologram": { "file_unique_id": "h1" } });
    amina.sends(Content::Raw(strange.as_object().unwrap().clone())).await;
    assert_eq!(tomas.copies().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_wait_for_someone_who_blocked_the_bot_and_nobody_learns_why() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("uno").await;
    amina.blocks().await;
    tomas.says("dos").await;
    tomas.says("tres").await;
    tomas.hears("Ahora mismo no se puede entregar");
    assert!(!tomas.reads().iter().any(|text| text.contains("bloque")));
    assert_eq!(tomas.reads().iter().filter(|text| text.contains("no se puede entregar")).count(), 1);
    world.days_pass(2).await;
    amina.unblocks().await;
    assert_eq!(
        amina.copies().iter().map(|copy| copy.text.as_str()).collect::<Vec<_>>(),
        ["uno", "dos", "tres"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_that_shows_only_when_sending_holds_the_message_too() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("uno").await;
    // The update about the block is lost; Telegram answers 403.
    world.telegram.update_id_jump(0);
    amina.phone.blocks();
    tomas.says("dos").await;
    assert_eq!(amina.copies().len(), 1);
    amina.phone.unblocks();
    amina.says("estoy aquí").await;
    assert_eq!(amina.copies().iter().map(|copy| copy.text.as_str()).collect::<Vec<_>>(), ["uno", "dos"]);
    assert!(tomas.copies().iter().any(|copy| copy.text == "estoy aquí"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_seven_days_held_messages_are_given_up_and_the_writer_is_told() {
    let world = World::new().await;
    let [amina, tomas, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("uno").await;
    amina.blocks().await;
    tomas.says("dos").await;
    world.days_pass(8).await;
    tomas.hears("Un mensaje tuyo no pudo llegar");
    amina.unblocks().await;
    assert_eq!(amina.copies().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_arrive_silently_in_quiet_hours_and_never_late() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("de día").await;
    world.hours_pass(12).await;
    tomas.says("de noche").await;
    assert!(!amina.hears("de día").silent);
    assert!(amina.hears("de noche").silent);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_arrives_whole_and_its_writer_hears_one_kind_word_an_hour() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let words = |friend: &Friend| {
        friend.reads().iter().filter(|text| text.contains("Has enviado muchos mensajes a la vez")).count()
    };
    for n in 0..20 {
        tomas.phone.says(&format!("mensaje {n}"));
    }
    world.settles().await;
    assert_eq!((words(&tomas), amina.copies().len()), (0, 20), "twenty are no flood");
    for n in 20..50 {
        tomas.phone.says(&format!("mensaje {n}"));
    }
    world.settles().await;
    assert_eq!((words(&tomas), amina.copies().len()), (1, 50));
    let wanted: Vec<String> = (0..50).map(|n| format!("mensaje {n}")).collect();
    assert_eq!(amina.copies().into_iter().map(|copy| copy.text).collect::<Vec<_>>(), wanted);
    world.minutes_pass(59).await;
    for _ in 0..25 {
        tomas.phone.says("otra vez");
    }
    world.settles().await;
    assert_eq!(words(&tomas), 1, "once an hour");
    world.minutes_pass(2).await;
    for _ in 0..25 {
        tomas.phone.says("y otra");
    }
    world.settles().await;
    assert_eq!((words(&tomas), amina.copies().len()), (2, 100));
    assert_eq!(words(&amina), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_while_lazo_was_away_and_albums_are_no_flood() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.stops().await;
    for n in 0..40 {
        tomas.phone.says(&format!("mensaje {n}"));
        world.clock.advance(TimeDelta::minutes(5));
        world.telegram.set_time(world.now());
    }
    world.starts().await;
    world.settles().await;
    for album in 0..4 {
        for part in 0..10 {
            tomas.phone.sends(Content::AlbumPhoto {
                album: format!("album {album}"),
                caption: Some(format!("foto {part}")),
            });
        }
    }
    world.settles().await;
    assert_eq!(amina.copies().len(), 80);
    tomas.never_hears("Has enviado muchos mensajes a la vez");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_bot_says_unasked_at_night_is_silent_and_answers_are_not() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("hola").await;
    world.hours_pass(12).await;
    tomas.says("/help").await;
    assert!(!tomas.phone.last().unwrap().silent, "she asked");
    world.stops().await;
    tomas.phone.says("uno");
    amina.phone.blocks();
    world.starts().await;
    world.settles().await;
    assert!(tomas.hears("Ahora mismo no se puede entregar").silent);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_that_does_not_exist_goes_to_nobody() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/llámame").await;
    assert!(amina.copies().is_empty());
    assert!(tomas.phone.last().unwrap().from_bot);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_everybody_else_gets_it_with_the_senders_name() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    marta.says("hola familia").await;
    marta.says("¿qué tal?").await;
    for reader in [&amina, &tomas] {
        let lines = reader.reads();
        let name = lines.iter().position(|line| line.contains("Marta")).expect("a name");
        assert_eq!(lines[name + 1..], ["hola familia", "¿qué tal?"]);
    }
    let copy = amina.hears("hola familia");
    amina.replies(copy.id, "¡hola!").await;
    assert!(tomas.hears("¡hola!").reply_to.is_some());
    assert!(marta.hears("¡hola!").reply_to.is_some());
    assert!(marta.copies().len() == 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_with_the_team_reaches_the_coordinator_and_her_answer_comes_back() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/team").await;
    tomas.hears("Va al equipo");
    tomas.says("tengo una duda").await;
    tomas.hears("Enviado al equipo");
    let question = vera.hears("tengo una duda");
    assert!(vera.reads().iter().any(|line| line.contains("Tomás")));
    vera.replies(question.id, "dime").await;
    let answer = tomas.hears("dime");
    assert!(tomas.reads().iter().any(|line| line.contains("Vera")));
    tomas.replies(answer.id, "gracias").await;
    vera.hears("gracias");
    tomas.says("hola Amina").await;
    assert_eq!(amina.copies().iter().map(|copy| copy.text.as_str()).collect::<Vec<_>>(), ["hola Amina"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_just_writes_reaches_nobody_and_hears_how_to_answer() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("hello?").await;
    vera.hears("Tap “Answer” above a message");
    assert!(amina.copies().is_empty() && tomas.copies().is_empty());
}

/// A bot whose holder drops it, as a world of the demo's may be, ends its loops like one that is stopped: a loop that went
/// around without an end once took a whole core for each.
#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_nobody_holds_any_more_ends() {
    let alive = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let stopped = World::new().await;
    stopped.stops().await;
    drop(stopped);
    let before = alive();
    let world = World::new().await;
    assert!(alive() > before);
    drop(world);
    let ends = async {
        while alive() > before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let in_time = tokio::time::timeout(Duration::from_secs(20), ends).await;
    assert!(in_time.is_ok(), "{} tasks, {before} before", alive());
}
