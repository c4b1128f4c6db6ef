//! Albums stay albums, also when their parts come late, wait, or are asked about.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Content, Seen};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

pub fn part(album: &str, caption: &str) -> Content {
    Content::AlbumPhoto { album: album.to_owned(), caption: Some(caption.to_owned()) }
}

impl World {
    pub async fn millis_pass(&self, millis: i64) {
        self.passes(TimeDelta::milliseconds(millis)).await;
    }
}

fn captions(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|copy| copy.text).collect()
}

/// The copies that stand in one album.
fn albums(friend: &Friend) -> Vec<Vec<String>> {
    let copies = friend.copies();
    let together = copies.chunk_by(|a, b| a.album.is_some() && a.album == b.album);
    together.map(|some| some.iter().map(|copy: &Seen| copy.text.clone()).collect()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_arrives_as_one_album_and_is_one_message() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let before = tomas.reads().len();
    for caption in ["one", "two", "three"] {
        tomas.phone.sends(part("a", caption));
    }
    tomas.says("after").await;
    assert!(captions(&amina).is_empty(), "nothing overtakes it: {:?}", captions(&amina));
    world.millis_pass(1_300).await;
    assert_eq!(albums(&amina), [vec!["one", "two", "three"], vec!["after"]]);
    assert!(amina.copies()[0].protected, "pictures cannot be passed on");
    assert_eq!(tomas.reads().len(), before + 1, "the first notice comes once");
    let copies = world.telegram.requests().iter().filter(|it| it.method == "copyMessages").count();
    assert_eq!(copies, 1, "in one request");
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_that_come_one_by_one_are_waited_for_but_not_for_ever() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    for n in 0..8 {
        tomas.sends(part("a", &n.to_string())).await;
        assert!(captions(&amina).is_empty());
        world.millis_pass(1_000).await;
    }
    assert_eq!(captions(&amina).len(), 8, "eight seconds after the first part it leaves");
    let first = amina.copies()[0].id;
    tomas.sends(part("a", "late")).await;
    let late = amina.hears("late");
    assert_eq!(late.reply_to, Some(first), "what comes later answers it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_album_does_not_wait() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    for n in 0..10 {
        tomas.phone.sends(part("a", &n.to_string()));
    }
    world.settles().await;
    assert_eq!(albums(&amina).len(), 1, "ten is the most there can be");
}

#[tokio::test(flavor = "multi_thread")]
async fn safety_and_other_chats_do_not_wait_behind_an_album() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [zainab, olga] = world.introduced("Zainab", "Olga", &vera).await;
    tomas.sends(part("a", "one")).await;
    amina.presses("🆘").await;
    assert!(amina.phone.last().unwrap().buttons.len() > 1, "the menu of 🆘 is there at once");
    olga.says("hello").await;
    zainab.hears("hello");
    assert!(captions(&amina).is_empty());
    world.millis_pass(1_300).await;
    assert_eq!(captions(&amina), ["one"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_that_is_a_reply_says_so_above_it_and_each_part_can_be_answered() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let question = amina.says("¿Fotos?").await;
    let asked = tomas.hears("¿Fotos?").id;
    let parts: Vec<i64> =
        ["one", "two", "three"].map(|it| tomas.phone.replies(asked, part("a", it))).to_vec();
    world.settles().await;
    world.millis_pass(1_300).await;
    let line = amina.hears("↪ 🖼");
    assert!(line.text.contains('3'), "{line:?}");
    assert_eq!(line.reply_to, Some(question));
    assert_eq!(albums(&amina), [["one", "two", "three"]]);
    assert_eq!(line.id + 1, amina.copies()[0].id, "nothing slips between");
    let second = amina.hears("two").id;
    amina.replies(second, "¡qué bonita!").await;
    assert_eq!(tomas.hears("¡qué bonita!").reply_to, Some(parts[1]));
    amina.replies(line.id, "gracias").await;
    assert_eq!(tomas.hears("gracias").reply_to, Some(parts[0]), "the line stands for the album");
}

#[tokio::test(flavor = "multi_thread")]
async fn if_telegram_leaves_something_out_no_part_is_guessed() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let parts: Vec<i64> = ["one", "two", "three"].map(|it| tomas.phone.sends(part("a", it))).to_vec();
    world.settles().await;
    tomas.phone.deletes(parts[1]);
    world.millis_pass(1_300).await;
    assert_eq!(albums(&amina), [["one", "three"]]);
    let last = amina.hears("three").id;
    amina.replies(last, "bonita").await;
    assert_eq!(tomas.hears("bonita").reply_to, Some(parts[0]), "it answers the album");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_that_was_deleted_before_it_left_is_gone_without_a_word() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    let parts = ["one", "two"].map(|it| tomas.phone.sends(part("a", it)));
    world.settles().await;
    assert!(parts.iter().all(|it| tomas.phone.deletes(*it)));
    let before = tomas.reads();
    world.millis_pass(1_300).await;
    assert_eq!(captions(&amina), ["hola"]);
    assert_eq!(tomas.reads(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_each_member_gets_the_album_under_one_name() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    marta.phone.sends(part("a", "one"));
    world.settles().await;
    marta.sends(part("a", "two")).await;
    world.millis_pass(1_300).await;
    for reader in [&amina, &tomas] {
        assert_eq!(albums(reader), [["one", "two"]]);
        assert_eq!(reader.reads().iter().filter(|line| line.contains("Marta")).count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_waits_whole_for_someone_who_is_away_and_while_the_conversation_is_paused() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.blocks().await;
    tomas.phone.sends(part("a", "one"));
    world.settles().await;
    tomas.sends(part("a", "two")).await;
    world.minutes_pass(1).await;
    assert_eq!(captions(&amina), ["hola"]);
    amina.unblocks().await;
    world.millis_pass(1_300).await;
    assert_eq!(albums(&amina), [vec!["hola"], vec!["one", "two"]]);

    amina.says("/pause").await;
    amina.presses("أسبوع").await;
    for caption in ["three", "four"] {
        tomas.sends(part("b", caption)).await;
    }
    world.days_pass(8).await;
    assert_eq!(albums(&amina)[2], ["three", "four"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_half_received_at_a_restart_goes_on_where_it_was() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.sends(part("a", "one")).await;
    world.stops().await;
    tomas.phone.sends(part("a", "two"));
    world.starts().await;
    world.settles().await;
    world.millis_pass(1_300).await;
    assert_eq!(albums(&amina), [["one", "two"]]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_part_of_an_album_goes_where_the_first_one_went() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/team").await;
    tomas.phone.sends(part("a", "one"));
    tomas.phone.sends(part("a", "two"));
    world.settles().await;
    world.millis_pass(1_300).await;
    tomas.sends(part("a", "late")).await;
    assert_eq!(captions(&vera), ["one", "two", "late"]);
    assert!(captions(&amina).is_empty(), "only the first is the announced message, but none is for her");
    assert_eq!(vera.reads().iter().filter(|line| line.contains("Tomás")).count(), 1, "one name above all");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_to_nobody_is_refused_once() {
    let world = World::new().await;
    let _vera = world.joined("Vera", Role::Coordinator).await;
    let olga = world.joined("Olga", Role::Mentor).await;
    let before = olga.reads().len();
    for caption in ["one", "two", "three"] {
        olga.phone.sends(part("a", caption));
    }
    world.settles().await;
    assert!(olga.reads().len() > before);
    assert!(!world.telegram.requests().iter().any(|it| it.method.starts_with("copy")));
}
