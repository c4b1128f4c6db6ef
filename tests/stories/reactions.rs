//! Reactions: between two each sees the other's, in a circle the author reads of them.

use crate::albums::part;
use crate::world::{Friend, World};
use lazo::demo::Seen;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use serde_json::json;

impl Friend {
    async fn reacts(&self, id: i64, emoji: &str) {
        assert!(self.phone.reacts(id, emoji));
        self.world.settles().await;
    }

    async fn unreacts(&self, id: i64) {
        assert!(self.phone.unreacts(id));
        self.world.settles().await;
    }

    /// What the bot reacted with to this message.
    fn sees_at(&self, id: i64) -> Option<String> {
        self.message(id).reaction
    }

    fn message(&self, id: i64) -> Seen {
        self.phone.history().into_iter().find(|seen| seen.id == id).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reaction_is_mirrored_both_ways_and_taken_away_again() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("hola").await;
    let copy = amina.hears("hola").id;
    amina.reacts(copy, "❤").await;
    assert_eq!(tomas.sees_at(id).as_deref(), Some("❤"));
    amina.reacts(copy, "👍").await;
    assert_eq!(tomas.sees_at(id).as_deref(), Some("👍"));
    tomas.reacts(id, "🎉").await;
    assert_eq!(amina.sees_at(copy).as_deref(), Some("🎉"));
    amina.unreacts(copy).await;
    assert_eq!(tomas.sees_at(id), None);
    assert_eq!(tomas.copies().len() + amina.copies().len(), 1, "no message came of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_reactions_the_first_a_bot_may_show_is_mirrored() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("hola").await;
    let copy = amina.hears("hola").id;
    let custom = json!({ "type": "custom_emoji", "custom_emoji_id": "5" });
    let emoji = |emoji: &str| json!({ "type": "emoji", "emoji": emoji });
    assert!(amina.phone.shows(copy, &[custom.clone(), emoji("🫠"), emoji("🔥"), emoji("👍")]));
    world.settles().await;
    assert_eq!(tomas.sees_at(id).as_deref(), Some("🔥"));
    assert!(amina.phone.shows(copy, &[custom, json!({ "type": "paid" })]));
    world.settles().await;
    assert_eq!(tomas.sees_at(id).as_deref(), Some("🔥"), "what a bot cannot show changes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reaction_that_overtakes_its_message_waits_for_it_and_an_unknown_one_is_dropped() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.telegram.holds_back("message");
    let id = tomas.phone.says("tarde");
    tomas.reacts(id, "🔥").await;
    world.telegram.releases();
    world.settles().await;
    let copy = amina.hears("tarde").id;
    assert_eq!(amina.sees_at(copy), None);
    world.passes(chrono::TimeDelta::seconds(4)).await;
    assert_eq!(amina.sees_at(copy).as_deref(), Some("🔥"));

    world.telegram.holds_back("message");
    let id = tomas.phone.says("demasiado tarde");
    tomas.reacts(id, "🔥").await;
    world.minutes_pass(2).await;
    world.telegram.releases();
    world.minutes_pass(5).await;
    let copy = amina.hears("demasiado tarde").id;
    assert_eq!(amina.sees_at(copy), None, "after a minute it is given up");
    let waits =
        world.changes(async |tx, _| tx.unpark(lazo::domain::id::ChatId(tomas.phone.id())).await.unwrap());
    assert!(waits.await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reaction_that_telegram_refuses_keeps_nothing_waiting() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    let copy = amina.hears("hola").id;
    for refusal in ["Bad Request: REACTION_INVALID", "Bad Request: MESSAGE_ID_INVALID"] {
        let rule = json!({ "fault": { "refuse": { "code": 400, "description": refusal } },
            "methods": ["setMessageReaction"], "times": 1 });
        world.telegram.fault(serde_json::from_value(rule).unwrap());
        amina.reacts(copy, "👍").await;
    }
    let too_many = json!({ "fault": { "too_many": { "seconds": 10072 } }, "methods": ["setMessageReaction"], "times": 1 });
    world.telegram.fault(serde_json::from_value(too_many).unwrap());
    amina.reacts(copy, "❤").await;
    amina.says("¿qué tal?").await;
    tomas.hears("¿qué tal?");
    tomas.never_hears("no llegó");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_the_author_sees_the_latest_and_reads_of_all_in_one_line() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    let id = tomas.says("hola familia").await;
    let [hers, his] = [&amina, &marta].map(|reader| reader.hears("hola familia").id);
    amina.reacts(hers, "👍").await;
    let line = tomas.hears("Amina");
    assert_eq!((line.reply_to, line.text.contains("👍")), (Some(id), true), "{line:?}");
    world.minutes_pass(1).await;
    marta.reacts(his, "👍").await;
    let both = tomas.hears("Marta");
    assert_eq!((both.id, both.text.contains("Amina"), both.text.lines().count()), (line.id, true, 1));
    world.minutes_pass(1).await;
    marta.reacts(his, "🎉").await;
    assert_eq!(tomas.sees_at(id).as_deref(), Some("🎉"), "the latest");
    assert_eq!(tomas.message(line.id).text.lines().count(), 2, "each emoji has its line");
    tomas.reacts(id, "🔥").await;
    for (reader, copy) in [(&amina, hers), (&marta, his)] {
        assert_eq!(reader.sees_at(copy), None, "others see nothing");
        reader.never_hears("👍");
    }
    marta.unreacts(his).await;
    assert_eq!(tomas.sees_at(id).as_deref(), Some("👍"), "what still stands");
    amina.unreacts(hers).await;
    assert!(tomas.sees_at(id).is_none() && tomas.message(line.id).deleted, "nothing is left to tell");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reaction_to_a_part_of_an_album_is_shown_at_that_part() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let parts = ["one", "two"].map(|it| tomas.phone.sends(part("a", it)));
    world.settles().await;
    world.millis_pass(1_300).await;
    amina.reacts(amina.hears("two").id, "😍").await;
    assert_eq!(tomas.sees_at(parts[1]).as_deref(), Some("😍"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_of_a_reaction_while_the_conversation_is_held_or_from_a_stranger() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [_zainab, olga] = world.introduced("Zainab", "Olga", &vera).await;
    let id = tomas.says("hola").await;
    let copy = amina.hears("hola").id;
    let bot = tomas.phone.last().unwrap().id;
    tomas.reacts(bot, "👍").await;
    amina.presses("🆘").await;
    amina.presses("لا أشعر بالأمان").await;
    amina.reacts(copy, "😢").await;
    world.minutes_pass(5).await;
    assert_eq!(tomas.sees_at(id), None);
    assert!(olga.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_reaction_that_is_delivered_again_does_not_win() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("hola").await;
    let copy = amina.hears("hola").id;
    let at = world.now().timestamp();
    let update = |emoji: &str, date: i64| {
        json!({ "message_reaction": {
            "chat": { "id": amina.phone.id(), "type": "private", "first_name": "Amina" }, "message_id": copy,
            "user": { "id": amina.phone.id(), "is_bot": false, "first_name": "Amina" }, "date": date,
            "old_reaction": [], "new_reaction": [{ "type": "emoji", "emoji": emoji }] } })
    };
    for (emoji, date) in [("👍", at), ("🎉", at + 5), ("👍", at)] {
        world.telegram.raw_update(update(emoji, date));
        world.settles().await;
    }
    assert_eq!(tomas.sees_at(id).as_deref(), Some("🎉"));
}
