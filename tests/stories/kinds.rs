//! Every kind of message arrives, or is refused in words.

use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use serde_json::{Value, json};

fn raw(fields: &Value) -> Content {
    Content::Raw(fields.as_object().unwrap().clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forwarded_message_says_so_and_not_from_whom() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.phone.forwards("Someone Else", "mira esto");
    world.settles().await;
    let screen = amina.phone.screen();
    let copy = screen.iter().position(|seen| seen.text == "mira esto").unwrap();
    assert!(screen[copy - 1].text.contains("رسالة معاد توجيهها"), "{screen:?}");
    amina.replies(screen[copy - 1].id, "¿quién?").await;
    assert_eq!(tomas.hears("¿quién?").reply_to, Some(id), "the line stands for its message");
    tomas.replies(id, "/undo").await;
    assert!(amina.copies().is_empty());
    amina.phone.screen().iter().for_each(|seen| assert!(!seen.text.contains("توجيهها")));
}

/// What a message answers in another chat, as Telegram says it, with a line of it.
fn elsewhere() -> [Value; 2] {
    let channel = json!({ "id": -1005, "type": "channel", "title": "Secret Channel" });
    let origin = json!({ "type": "channel", "date": 1, "chat": channel, "message_id": 7 });
    [
        json!({
            "external_reply": { "origin": origin, "chat": channel, "message_id": 7 },
            "quote": { "text": "quoted words", "position": 0, "is_manual": true },
        }),
        json!({ "reply_to_story": { "chat": channel, "id": 7 } }),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_something_elsewhere_says_so_and_not_where_that_stands() {
    for elsewhere in elsewhere() {
        let world = World::new().await;
        let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
        let id = amina.sends(Content::from("what does this mean?").with(&elsewhere)).await;
        let screen = tomas.phone.screen();
        let copy = screen.iter().position(|seen| seen.text == "what does this mean?").unwrap();
        assert_eq!(screen[copy - 1].text, "↪ responde a algo de otro lugar");
        assert!(
            screen.iter().all(|seen| !seen.text.contains("Secret") && seen.reply_to.is_none()),
            "{screen:?}"
        );
        tomas.replies(screen[copy - 1].id, "¿qué cosa?").await;
        assert_eq!(amina.hears("¿qué cosa?").reply_to, Some(id), "the line stands for its message");
        amina.replies(id, "/undo").await;
        tomas.phone.screen().iter().for_each(|seen| assert!(!seen.text.contains('↪'), "{seen:?}"));
    }
}

/// Whatever it waited for: its writer's word, or to be told for whom it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_something_elsewhere_says_so_also_after_it_waited_and_above_an_album() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [elsewhere, _] = elsewhere();
    let lines = |friend: &Friend| {
        friend
            .reads()
            .iter()
            .filter(|line| line.contains("responde a algo") || line.contains("رد على شيء"))
            .count()
    };
    tomas.sends(Content::from("mi móvil es el 612 34 56 78").with(&elsewhere)).await;
    assert_eq!(lines(&amina), 0);
    tomas.presses("Enviar").await;
    assert_eq!((lines(&amina), amina.copies().len()), (1, 1));
    for caption in ["one", "two"] {
        tomas.phone.sends(crate::albums::part("a", caption).with(&elsewhere));
    }
    world.settles().await;
    world.millis_pass(1_300).await;
    assert_eq!((lines(&amina), amina.copies().len()), (2, 3));
    let eva = world.joined("Eva", Role::Mentee).await;
    world.introduce(&[(&eva, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    tomas.sends(Content::from("¿y esto?").with(&elsewhere)).await;
    tomas.presses("👤 Para:").await;
    amina.hears("¿y esto?");
    assert_eq!(lines(&amina), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_arrives_and_never_keeps_its_message_from_arriving() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let question = amina.says("¿El martes o el jueves?").await;
    let asked = tomas.hears("¿El martes").id;
    tomas.phone.quotes(asked, "el jueves", "ese día");
    world.settles().await;
    let answer = amina.hears("ese día");
    assert_eq!((answer.reply_to, answer.quote.as_deref()), (Some(question), Some("el jueves")));
    // Meanwhile she changed what he quotes, and Telegram does not find it.
    amina.phone.edits(question, "¿El lunes?");
    tomas.phone.quotes(asked, "El martes", "mejor");
    world.settles().await;
    let answer = amina.hears("mejor");
    assert_eq!((answer.reply_to, answer.quote), (Some(question), None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_caption_of_a_premium_account_arrives_also_as_a_reply() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("¿y?").await;
    let long = "palabra ".repeat(200);
    tomas.replies(tomas.hears("¿y?").id, Content::photo(&long)).await;
    assert_eq!(amina.hears("palabra").reply_to, None, "Telegram takes it without the reply only");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_no_voice_messages_is_named_once_and_nothing_is_tried_again() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.phone.forbids_voice();
    let id = tomas.sends(Content::Voice).await;
    let notice = tomas.hears("no acepta mensajes de voz");
    assert!(notice.text.contains("Amina") && notice.reply_to == Some(id), "{notice:?}");
    world.minutes_pass(10).await;
    let copies = || world.telegram.requests().iter().filter(|it| it.method == "copyMessage").count();
    assert_eq!(copies(), 2);
    tomas.sends(Content::VideoNote).await;
    tomas.hears("Este mensaje de voz no llegó");
    let named = tomas.reads().iter().filter(|line| line.contains("Amina")).count();
    assert_eq!((named, copies()), (1, 3));
    tomas.says("vale").await;
    amina.hears("vale");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_that_cannot_be_carried_is_refused_in_its_own_words() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    let kinds = [
        (Content::Poll { question: "¿?".to_owned() }, "Aquí no se pueden enviar encuestas"),
        (Content::Quiz { question: "¿?".to_owned() }, "Aquí no se pueden enviar encuestas"),
        (Content::Dice, "Aquí no se pueden enviar juegos"),
        (raw(&json!({ "game": { "title": "x" } })), "Aquí no se pueden enviar juegos"),
        (Content::Checklist { title: "x".to_owned() }, "listas de tareas"),
        (Content::Location { live: true }, "ubicación"),
        (Content::PaidMedia, "cuesta dinero"),
        (raw(&json!({ "giveaway": {} })), "cuesta dinero"),
        (Content::Story, "historias"),
    ];
    for (content, words) in kinds {
        let before = tomas.reads().len();
        tomas.sends(content.clone()).await;
        let said = &tomas.reads()[before..];
        assert!(said.len() == 1 && said[0].contains(words), "{content:?}: {said:?}");
    }
    assert_eq!(amina.copies().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn new_kinds_are_tried_by_reference_and_what_telegram_does_not_copy_is_said() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    tomas.sends(raw(&json!({ "rich_message": { "blocks": [] } }))).await;
    let file = |id: &str| json!({ "file_id": id, "file_unique_id": id });
    tomas.sends(raw(&json!({ "live_photo": file("l"), "photo": [file("p")] }))).await;
    tomas.sends(Content::Venue { title: "Biblioteca".to_owned() }).await;
    // A place leads to somebody: the leak guard asks.
    tomas.presses("Enviar").await;
    assert_eq!(amina.copies().len(), 4);
    assert!(amina.copies()[2].protected, "a live photo is a photo");
    let refusal = json!({ "fault": { "refuse": { "code": 400, "description": "Bad Request: the message can't be copied" } },
        "methods": ["copyMessage"], "times": 1 });
    world.telegram.fault(serde_json::from_value(refusal).unwrap());
    tomas.sends(raw(&json!({ "hologram": {} }))).await;
    tomas.hears("Aquí no se puede enviar este tipo de mensaje");
    tomas.says("sigo").await;
    amina.hears("sigo");
}

#[tokio::test(flavor = "multi_thread")]
async fn service_messages_are_nobodys_and_a_timer_is_warned_of() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let quiet = async |friend: &Friend, fields: Value| {
        let before = friend.reads().len();
        friend.sends(raw(&fields)).await;
        friend.reads().len() == before
    };
    assert!(quiet(&tomas, json!({ "pinned_message": {} })).await);
    assert!(quiet(&tomas, json!({ "suggested_post_paid": {} })).await);
    assert!(
        quiet(&tomas, json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 0 } }))
            .await
    );
    assert!(
        !quiet(&tomas, json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 86400 } }))
            .await
    );
    tomas.hears("se borran solos tras un tiempo");
    assert!(amina.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_nothing_held_for_seven_days_keeps_the_clock_from_going_on() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    amina.blocks().await;
    marta.says("hola familia").await;
    world.days_pass(8).await;
    marta.hears("Este mensaje no llegó");
    tomas.hears("hola familia");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_line_is_left_above_a_message_that_was_deleted_before_it_left() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.blocks().await;
    let id = tomas.phone.forwards("Someone", "mira esto");
    world.settles().await;
    tomas.phone.deletes(id);
    amina.unblocks().await;
    assert_eq!(amina.copies().len(), 1);
    assert!(!amina.reads().iter().any(|line| line.contains("معاد توجيهها")), "{:?}", amina.reads());
    assert!(!tomas.reads().iter().any(|line| line.contains("no llegó")));
}
