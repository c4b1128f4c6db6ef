//! Whatever comes from outside is hostile: nothing breaks, the person reads a clear sentence, nothing is lost.

use crate::world::World;
use lazo::domain::person::Role;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn strange_updates_are_confirmed_and_in_nobodys_way() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let strange = [
        json!({}),
        json!({ "message": null }),
        json!({ "message": [] }),
        json!({ "message": { "message_id": "x", "chat": 7 } }),
        json!({ "message": { "message_id": 9_007_199_254_740_993_i64, "date": -1, "chat": { "id": 1e300, "type": "private" } } }),
        json!({ "message_reaction": { "chat": { "id": tomas.phone.id(), "type": "private" }, "message_id": 1 } }),
        json!({ "callback_query": { "id": "1", "from": { "id": tomas.phone.id() } } }),
        json!({ "my_chat_member": { "chat": { "id": tomas.phone.id(), "type": "private" } } }),
        json!({ "poll_answer": {}, "something_new": { "deep": [[[[]]]] } }),
        json!({ "message": { "message_id": 3, "date": 1, "chat": { "id": tomas.phone.id(), "type": "private" },
                             "from": { "id": tomas.phone.id() }, "text": { "not": "text" } } }),
    ];
    for update in strange {
        world.telegram.raw_update(update);
    }
    world.settles().await;
    tomas.says("sigo aquí").await;
    amina.hears("sigo aquí");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_that_comes_three_times_takes_effect_once() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let first = world.telegram.next_update();
    tomas.says("una vez").await;
    for _ in 0..2 {
        assert!(world.telegram.redeliver(first));
        world.settles().await;
    }
    assert_eq!(amina.copies().len(), 1);
    world.telegram.update_id_jump(-1000);
    tomas.says("otra").await;
    assert_eq!(amina.copies().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_name_arrives_as_the_letters_it_is_made_of() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    for name in
        ["<a href=\"tg://user?id=1\">x</a> & {$count}", "_*[`", "a\u{202e}b", "%s { $x }", &"😀".repeat(64)]
    {
        let nasty = world.joined(name, Role::Mentor).await;
        let amina = world.joined("Amina", Role::Mentee).await;
        let [_, _] = [&nasty, &amina];
        nasty.says("/team").await;
        nasty.says("hola").await;
        let header = vera.reads();
        let header = &header[header.len() - 2];
        let visible: String = header
            .chars()
            .filter(|c| !matches!(*c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
            .collect();
        let wanted: String = name.chars().filter(|c| *c != '\u{202e}').take(10).collect();
        assert!(visible.contains(&wanted), "{wanted:?} in {visible:?}");
        assert!(!header.contains('\u{202e}'));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_pressed_by_anyone_else_or_made_up_has_no_effect_and_one_neutral_notice() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.phone.blocks();
    world.settles().await;
    amina.says("¿estás?").await;
    let offered =
        amina.phone.screen().into_iter().rev().find(|seen| !seen.buttons.is_empty()).expect("a button");
    let data = offered.buttons[0][0].data.clone().expect("data");
    let letters = world.changes(async |tx, _| tx.count_letters().await.unwrap()).await;
    for data in [
        data.as_str(),
        "",
        ":",
        "1:0",
        "0:0",
        "-1:0",
        "99999999999999999999:0",
        "1:99",
        &"9".repeat(64),
        "💥",
    ] {
        let query = vera.phone.sends_callback(1, data);
        world.settles().await;
        assert_eq!(vera.phone.is_answered(query), Some(true), "{data:?}");
    }
    assert_eq!(vera.phone.toasts().len(), 10);
    // Only the toasts were posted.
    assert_eq!(world.changes(async |tx, _| tx.count_letters().await.unwrap()).await, letters + 10);
    let own = amina.phone.presses_on(offered.id, &offered.buttons[0][0].text).unwrap();
    world.settles().await;
    assert_eq!(amina.phone.is_answered(own), Some(true));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_persons_flood_arrives_whole_and_in_order() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let texts: Vec<String> = (0..500).map(|n| format!("{n}")).collect();
    world.telegram.flood(texts.iter().map(|text| (tomas.phone.id(), text.as_str())));
    world.settles().await;
    assert_eq!(amina.copies().into_iter().map(|copy| copy.text).collect::<Vec<_>>(), texts);
}
