//! One chat that fails, and what that does to the others: rows about sending.

use super::{refusal, too_many};
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::Content;

/// Two pairs: one that has trouble, one that has none.
struct Two {
    world: World,
    amina: Friend,
    tomas: Friend,
    zainab: Friend,
    olga: Friend,
}

impl Two {
    async fn pairs() -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let [zainab, olga] = world.introduced("Zainab", "Olga", &vera).await;
        tomas.says("hola").await;
        Self { world, amina, tomas, zainab, olga }
    }

    /// The other pair talks as ever.
    async fn others_go_on(&self) {
        let before = self.zainab.copies().len();
        self.olga.says("¿cómo estás?").await;
        assert_eq!(self.zainab.copies().len(), before + 1);
    }

    fn copies_for_amina(&self) -> usize {
        let chat = self.amina.phone.id();
        let requests = self.world.telegram.requests();
        requests.iter().filter(|it| it.method == "copyMessage" && it.params["chat_id"] == chat).count()
    }
}

/// Row 5.
#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_blocked_the_bot_keeps_nobody_else_waiting() {
    let it = Two::pairs().await;
    it.world.telegram.holds_back("my_chat_member");
    it.amina.phone.blocks();
    for words in ["uno", "dos", "tres"] {
        it.tomas.says(words).await;
    }
    it.others_go_on().await;
    assert_eq!(it.amina.copies().len(), 1);
    assert_eq!(it.copies_for_amina(), 2, "after one refusal nothing more is tried");
}

/// Row 6.
#[tokio::test(flavor = "multi_thread")]
async fn one_chat_that_must_wait_for_hours_keeps_nobody_else_waiting_and_waits_as_long_as_asked() {
    let it = Two::pairs().await;
    it.world.telegram.fault(too_many(10_072).on("copyMessage").in_chat(it.amina.phone.id()).times(1));
    it.tomas.says("uno").await;
    it.others_go_on().await;
    it.world.passes(TimeDelta::seconds(10_071)).await;
    assert_eq!((it.copies_for_amina(), it.amina.copies().len()), (2, 1));
    it.world.passes(TimeDelta::seconds(2)).await;
    assert_eq!((it.copies_for_amina(), it.amina.copies().len()), (3, 2));
}

/// Row 7.
#[tokio::test(flavor = "multi_thread")]
async fn too_many_requests_is_no_failure_however_often_it_is_said() {
    let it = Two::pairs().await;
    it.world.telegram.fault(too_many(3).on("copyMessage").in_chat(it.amina.phone.id()).times(12));
    it.tomas.says("uno").await;
    it.world.passes(TimeDelta::seconds(40)).await;
    assert_eq!((it.copies_for_amina(), it.amina.copies().len()), (14, 2));
    it.tomas.never_hears("no llegó");
}

/// Row 8.
#[tokio::test(flavor = "multi_thread")]
async fn the_next_try_comes_exactly_when_telegram_said() {
    let it = Two::pairs().await;
    for seconds in [1, 17, 300] {
        let before = it.copies_for_amina();
        let rule = too_many(seconds).on("copyMessage").in_chat(it.amina.phone.id()).times(1);
        it.world.telegram.fault(rule);
        it.tomas.says("hola").await;
        assert_eq!(it.copies_for_amina(), before + 1);
        let seconds = i64::try_from(seconds).unwrap();
        it.world.passes(TimeDelta::milliseconds(seconds * 1000 - 1)).await;
        assert_eq!(it.copies_for_amina(), before + 1, "not a moment sooner than {seconds} s");
        it.world.passes(TimeDelta::milliseconds(2)).await;
        assert_eq!(it.copies_for_amina(), before + 2);
    }
}

/// Row 38.
#[tokio::test(flavor = "multi_thread")]
async fn what_fails_is_said_to_its_writer_in_her_language() {
    let it = Two::pairs().await;
    it.world.telegram.fault(refusal(400, "Bad Request: something new").on("copyMessage").times(2));
    let his = it.tomas.says("uno").await;
    assert_eq!(it.tomas.hears("Este mensaje no llegó").reply_to, Some(his));
    let hers = it.zainab.says("one").await;
    assert_eq!(it.zainab.hears("هذه الرسالة لم تصل").reply_to, Some(hers));
    it.tomas.sends(Content::Dice).await;
    assert!(it.tomas.phone.last().unwrap().from_bot);
}
