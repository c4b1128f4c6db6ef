//! Corrections reach the copies: in place where that is possible, as a fresh copy where it is not.

use crate::albums::part;
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Content, Fault, Rule, Seen};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use serde_json::json;

/// The one copy with these words, and no other of its kind.
fn only(friend: &Friend, words: &str) -> Seen {
    let copies: Vec<Seen> = friend.copies().into_iter().filter(|copy| copy.text.contains(words)).collect();
    assert_eq!(copies.len(), 1, "{words}: {copies:?}");
    copies[0].clone()
}

impl Friend {
    async fn edits(&self, id: i64, text: &str) {
        assert!(self.phone.edits(id, text));
        self.world.settles().await;
    }
}

fn calls(world: &World, method: &str) -> usize {
    world.telegram.requests().iter().filter(|it| it.method == method).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_changes_the_copy_where_it_stands_with_its_markup() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("a las seis").await;
    let copy = amina.hears("a las seis").id;
    tomas.edits(id, "a las <siete> & https://example.org").await;
    let now = only(&amina, "siete");
    assert_eq!((now.id, now.text.as_str()), (copy, "a las <siete> & https://example.org"));
    assert!(now.edited && now.html.is_none(), "as it was written, never parsed: {now:?}");
    assert_eq!(now.entities.len(), 1, "{now:?}");
    tomas.never_hears("corrección");
    amina.replies(copy, "vale").await;
    assert_eq!(tomas.hears("vale").reply_to, Some(id));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_that_changes_nothing_is_noticed_by_nobody() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let text = tomas.says("hola").await;
    let photo = tomas.sends(Content::photo("mira")).await;
    let strange = serde_json::json!({ "hologram": { "file_unique_id": "h1" } });
    let strange = tomas.sends(Content::Raw(strange.as_object().unwrap().clone())).await;
    world.telegram.forget_log();
    for id in [text, photo, strange] {
        assert!(tomas.phone.stirs(id));
    }
    world.minutes_pass(1).await;
    assert_eq!(world.telegram.requests().iter().filter(|it| it.method != "getUpdates").count(), 0);
    assert_eq!(amina.copies().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn captions_and_exchanged_pictures_are_corrected_too() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.sends(Content::photo("el parque")).await;
    let before = amina.hears("el parque");
    tomas.edits(id, "la plaza").await;
    assert_eq!(
        (calls(&world, "editMessageCaption"), only(&amina, "la plaza").file),
        (1, before.file.clone())
    );
    world.minutes_pass(1).await;
    assert!(tomas.phone.exchanges(id, Content::photo("la calle")));
    world.settles().await;
    let after = only(&amina, "la calle");
    assert_eq!((calls(&world, "editMessageMedia"), after.id), (1, before.id));
    assert_ne!(after.file, before.file);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_not_left_needs_no_correction() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.blocks().await;
    let id = tomas.says("a las seis").await;
    tomas.edits(id, "a las siete").await;
    amina.unblocks().await;
    only(&amina, "a las siete");
    amina.never_hears("a las seis");
    assert!(!amina.copies().iter().any(|copy| copy.edited), "it was copied as it is now");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_edits_the_last_one_counts_and_they_keep_their_distance() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("0").await;
    for n in 1..=5 {
        tomas.edits(id, &n.to_string()).await;
    }
    assert_eq!((calls(&world, "editMessageText"), only(&amina, "1").text.as_str()), (1, "1"));
    world.passes(TimeDelta::milliseconds(3_100)).await;
    assert_eq!((calls(&world, "editMessageText"), only(&amina, "5").text.as_str()), (2, "5"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restart_a_fresh_copy_takes_the_old_ones_place() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("a las seis").await;
    let old = amina.hears("a las seis").id;
    tomas.says("nada más").await;
    // The edit is taken in while its reader's chat must wait, and then everything in memory is gone.
    let rule = serde_json::json!({ "fault": { "too_many": { "seconds": 30 } }, "methods": ["editMessageText"], "times": 1 });
    world.telegram.fault(serde_json::from_value::<Rule>(rule).unwrap());
    tomas.edits(id, "a las siete").await;
    world.restarts().await;
    world.minutes_pass(1).await;
    let fresh = only(&amina, "a las siete");
    assert!(fresh.id > old && fresh.reply_to == Some(old), "{fresh:?}");
    assert!(amina.phone.history().iter().any(|seen| seen.id == old && seen.deleted), "the old one is gone");
    amina.hears("بعد التصحيح");
    amina.replies(fresh.id, "vale").await;
    assert_eq!(tomas.hears("vale").reply_to, Some(id));
    tomas.replies(id, "¿seguro?").await;
    assert_eq!(amina.hears("¿seguro?").reply_to, Some(fresh.id), "the map points to the fresh one");
    tomas.edits(id, "a las ocho").await;
    assert_eq!(only(&amina, "a las ocho").id, fresh.id, "and later corrections change it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_whose_number_nobody_knows_is_corrected_by_a_fresh_one() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    world.telegram.fault(Rule::new(Fault::Truncated).on("copyMessage").times(1));
    let id = tomas.says("a las seis").await;
    let old = amina.hears("a las seis").id;
    tomas.edits(id, "a las siete").await;
    let fresh = only(&amina, "a las siete");
    assert!(fresh.id > old);
    amina.hears("بعد التصحيح");
    amina.replies(fresh.id, "vale").await;
    assert_eq!(tomas.hears("vale").reply_to, Some(id));
    world.minutes_pass(1).await;
    tomas.edits(id, "a las ocho").await;
    assert_eq!(only(&amina, "a las ocho").id, fresh.id, "and later corrections change that one");
}

/// Found by half an hour of storm: nothing was corrected, and its author read that it cannot be.
#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_an_album_whose_numbers_nobody_knows_is_corrected_by_a_fresh_copy() {
    let zeros = json!({ "ok": true, "result": [{ "message_id": 0 }, { "message_id": 0 }] });
    for fault in [Fault::Truncated, Fault::Answer { body: zeros }] {
        let world = World::new().await;
        let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
        world.telegram.fault(Rule::new(fault).on("copyMessages").times(1));
        let parts = ["a las cinco", "a las seis"].map(|caption| tomas.phone.sends(part("a", caption)));
        world.millis_pass(1_300).await;
        let old = amina.hears("a las seis").id;
        tomas.edits(parts[1], "a las siete").await;
        let fresh = only(&amina, "a las siete");
        assert!(fresh.id > old);
        only(&amina, "a las cinco");
        world.minutes_pass(1).await;
        tomas.edits(parts[1], "a las ocho").await;
        assert_eq!(only(&amina, "a las ocho").id, fresh.id, "and later corrections change that one");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_telegram_will_not_edit_is_copied_afresh_and_an_old_copy_stays() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let strange = |n: i64| {
        let fields = serde_json::json!({ "hologram": { "n": n } });
        Content::Raw(fields.as_object().unwrap().clone())
    };
    let id = tomas.sends(strange(1)).await;
    let old = amina.copies()[0].id;
    world.hours_pass(49).await;
    assert!(tomas.phone.exchanges(id, strange(2)));
    world.settles().await;
    let copies = amina.copies();
    assert_eq!(copies.len(), 2, "what is older than 48 hours cannot be deleted");
    assert_eq!(copies[1].reply_to, Some(old));
    amina.replies(old, "¿eh?").await;
    assert_eq!(tomas.hears("¿eh?").reply_to, Some(id), "both are known");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_every_copy_is_corrected() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    let id = marta.says("a las seis").await;
    marta.edits(id, "a las siete").await;
    for reader in [&amina, &tomas] {
        only(reader, "a las siete");
        assert_eq!(reader.copies().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_an_album_is_corrected_alone() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let parts = ["one", "two"].map(|it| tomas.phone.sends(part("a", it)));
    world.settles().await;
    world.millis_pass(1_300).await;
    tomas.edits(parts[1], "second").await;
    let texts: Vec<String> = amina.copies().into_iter().map(|copy| copy.text).collect();
    assert_eq!(texts, ["one", "second"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_waits_while_the_conversation_is_paused_and_is_nobodys_after_its_end() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("a las seis").await;
    amina.presses("🆘").await;
    amina.presses("لا أشعر بالأمان").await;
    tomas.edits(id, "te encontraré").await;
    world.minutes_pass(5).await;
    assert_eq!(amina.copies()[0].text, "a las seis", "a held chat is held for edits too");
    assert!(!amina.phone.history().iter().any(|seen| seen.text.contains("encontraré")));
    tomas.says("/leave").await;
    tomas.presses("Sí").await;
    tomas.edits(id, "adiós").await;
    world.minutes_pass(5).await;
    assert_eq!(amina.copies()[0].text, "a las seis");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_or_is_a_command_stays_where_it_is_when_it_is_edited() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let command = tomas.says("/nada").await;
    tomas.edits(command, "hola").await;
    let id = tomas.says("hasta luego").await;
    tomas.edits(id, "/leave").await;
    let texts: Vec<String> = amina.copies().into_iter().map(|copy| copy.text).collect();
    assert_eq!(texts, ["hasta luego"]);
    tomas.never_hears("¿");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_what_was_edited_or_quoted_is_ever_in_the_database() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("first canary").await;
    tomas.edits(id, "second canary").await;
    let copy = amina.hears("second canary").id;
    amina.phone.quotes(copy, "canary", "third canary");
    world.settles().await;
    tomas.hears("third canary");
    let Some(everything) = world.on_disk() else { return };
    assert!(everything.contains("Casa Ana") && everything.contains("corrected_at"), "this is the database");
    assert!(!everything.contains("canary"));
}
