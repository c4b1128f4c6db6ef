//! *Clear here* after 🆘: whatever the bot or her team has said since her tap goes from her chat, in whichever way it came.

use crate::her_phone::afraid;
use crate::unheard;
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Fault, Rule};
use lazo::domain::person::{Person, Role};
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const ARRIVE: &str = "✅ نعم، لتصل";
const CLEAR: &str = "🧹 مسح ما هنا";

/// What stands in her chat.
fn shown(friend: &Friend) -> Vec<(i64, String)> {
    friend.phone.screen().into_iter().map(|seen| (seen.id, seen.text)).collect()
}

/// What of the bot's stands there that did not before.
fn new_since(friend: &Friend, before: &[(i64, String)]) -> Vec<String> {
    let bots = friend.phone.screen().into_iter().filter(|seen| seen.from_bot);
    let known = |id| before.iter().any(|(it, _)| *it == id);
    bots.filter(|seen| !known(seen.id)).map(|seen| seen.text).collect()
}

/// Amina wrote something that waits, and pressed 🆘; gives what stood in her chat before.
async fn waits(world: &World) -> ([Friend; 3], Vec<(i64, String)>) {
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (now + TimeDelta::days(60), None), now).await.unwrap();
        })
        .await;
    amina.says("متى نلتقي؟").await;
    let before = shown(&amina);
    world.minutes_pass(1).await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    ([amina, tomas, vera], before)
}

async fn opens(vera: &Friend) {
    vera.says("/pairs").await;
    vera.presses("1 · ").await;
    vera.presses("▶ Let them write again").await;
    vera.presses("▶ Open").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_reads_when_her_pair_is_open_again_goes_with_the_rest() {
    for (reads, answers) in [(false, None), (true, None), (true, Some(ARRIVE)), (true, Some(NO))] {
        let world = World::new().await;
        let ([amina, _, vera], before) = waits(&world).await;
        opens(&vera).await;
        if reads {
            amina.opens_mail().await;
            let asked = amina.hears("رسالة قديمة منك لم تصل").id;
            if let Some(answer) = answers {
                amina.phone.presses_on(asked, answer).unwrap();
                world.settles().await;
            }
        }
        amina.presses(CLEAR).await;
        assert_eq!(shown(&amina), before, "{reads} {answers:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_took_out_of_her_chat_herself_leaves_no_word_of_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let before = shown(&amina);
    world.minutes_pass(1).await;
    afraid(&amina, Some(YES)).await;
    let said = amina.says("إنه يضربني").await;
    amina.replies(said, "/undo").await;
    amina.hears("يحتفظ بها فريقك");
    amina.presses(CLEAR).await;
    assert_eq!(new_since(&amina, &before), Vec::<String>::new());
    assert_eq!(vera.copies().len(), 1);
}

/// Nobody may read what she writes, and she reads so below it.
#[tokio::test(flavor = "multi_thread")]
async fn that_nobody_reads_it_goes_with_the_rest() {
    let (world, sara, _) = unheard::alone().await;
    let before = shown(&sara);
    world.minutes_pass(1).await;
    afraid(&sara, Some(YES)).await;
    // Below each of them she reads it.
    for words in ["أين أذهب؟", "هل من أحد هنا"] {
        sara.says(words).await;
    }
    sara.presses(CLEAR).await;
    assert_eq!(new_since(&sara, &before), Vec::<String>::new());
}

/// What she held when she pressed, and gave to her team afterwards: that it went there is no line any more.
#[tokio::test(flavor = "multi_thread")]
async fn that_her_words_went_to_her_team_goes_with_the_rest() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, _| {
            let talked = lazo::domain::dialogue::Dialogue::TeamWrote;
            tx.await_from(amina.id, Some(&talked)).await.unwrap();
        })
        .await;
    let before = shown(&amina);
    amina.says("تعالوا بسرعة").await;
    world.minutes_pass(1).await;
    afraid(&amina, Some(YES)).await;
    amina.presses("💬 إلى الفريق").await;
    assert_eq!(vera.copies().len(), 1);
    amina.presses(CLEAR).await;
    assert_eq!(new_since(&amina, &before), Vec::<String>::new());
}

/// She looked at the menu, or asked for a call, before she said that she is not safe: that 🆘 tells as much as the second.
#[tokio::test(flavor = "multi_thread")]
async fn each_sos_of_hers_goes_with_the_rest() {
    for first in [None, Some("📞 اتصلوا بي"), Some("✖️ لا شيء، ضغطت بالخطأ")] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        tomas.says("Hola").await;
        amina.replies(amina.copies().last().unwrap().id, "مرحبا").await;
        let before = shown(&amina);
        amina.says(SOS).await;
        if let Some(first) = first {
            amina.presses(first).await;
        }
        world.minutes_pass(30).await;
        afraid(&amina, Some(YES)).await;
        amina.presses(CLEAR).await;
        assert_eq!(shown(&amina), before, "{first:?}");
        assert!(vera.hears("Case 1").text.contains("Amina"));
    }
}

/// Tomás leads, too. What of others' cases hangs in his chat is the team's, whenever it was changed.
#[tokio::test(flavor = "multi_thread")]
async fn the_cards_of_others_stay_where_they_hang() {
    let world = World::new().await;
    let [_, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [bo, _] = world.introduced("Bo", "Luis", &vera).await;
    world
        .changes(async |tx, _| {
            let him = tx.person(tomas.id).await.unwrap().unwrap();
            tx.admit(&Person { role: Role::Lead, coordinator: None, ..him }).await.unwrap();
        })
        .await;
    afraid(&bo, Some(YES)).await;
    // Nobody takes it, and it climbs to the lead.
    world.hours_pass(1).await;
    let is_there = || tomas.reads().iter().any(|text| text.contains("Caso 1"));
    assert!(is_there(), "{:?}", tomas.reads());
    tomas.says("/sos").await;
    tomas.presses("🛟 No me siento a salvo").await;
    tomas.presses("✅ Sí").await;
    let card = vera
        .phone
        .screen()
        .into_iter()
        .rev()
        .find(|seen| seen.text.contains("Case 1") && seen.has_button("👤 I’m on it"));
    vera.phone.presses_on(card.expect("her card").id, "👤 I’m on it").unwrap();
    world.settles().await;
    tomas.presses("🧹 Vaciar aquí").await;
    assert!(is_there(), "{:?}", tomas.reads());
}

/// The bot lags. She taps an answer, somebody comes in, and she deletes what she tapped on.
#[tokio::test(flavor = "multi_thread")]
async fn what_she_deleted_before_it_could_change_comes_as_mail() {
    for tapped in [UNSAFE, YES] {
        let world = World::new().await;
        let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
        let start = shown(&amina);
        amina.says(SOS).await;
        if tapped == YES {
            amina.presses(UNSAFE).await;
        }
        let screen = amina.phone.screen();
        let asked = screen.iter().rev().find(|seen| seen.has_button(tapped)).unwrap().id;
        let before = shown(&amina);
        let late = Fault::TooMany { seconds: Some(20) };
        let late = Rule::new(late).in_chat(amina.phone.id()).on("editMessageText").times(1);
        world.telegram.fault(late);
        amina.presses(tapped).await;
        assert!(amina.phone.deletes(asked));
        world.minutes_pass(1).await;
        let new = new_since(&amina, &before);
        assert_eq!(new.last().unwrap(), "✉️ لديك رسالة من فريقك.", "{tapped}: {new:?}");
        assert!(!new.iter().any(|text| text.contains('⏸')), "{tapped}: {new:?}");
        // Behind it stands what she tapped for.
        amina.opens_mail().await;
        if tapped == UNSAFE {
            amina.presses(YES).await;
        }
        amina.presses(CLEAR).await;
        assert_eq!(shown(&amina), start, "{tapped}");
    }
}
