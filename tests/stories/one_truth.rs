//! What she reads of her case is so when she reads it, and no two lines of one moment contradict each other.

use crate::closing::{afraid, calls};
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::handlers::lifecycle;

const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
/// What she writes still goes to her team alone.
const STILL: &str = "رسائلك تصل إلى فريقك، إلا بعد الضغط على الاسم";
const TO_TEAM: &str = "رسائلك هنا تصل إلى فريقك فقط";
const NO_LONGER: &str = "لم تعد تصل إلى فريقك فقط";
const NOBODY_YET: &str = "لم يجب أحد من فريقك بعد";
const SOMEBODY: &str = "يهتم شخص من فريقك بهذا الآن";

/// She reads all mail of her team's that waits.
async fn reads_all(amina: &Friend) {
    let sealed = |amina: &Friend| {
        let screen = amina.phone.screen();
        screen.iter().flat_map(|seen| seen.buttons.iter().flatten()).any(|it| it.text.starts_with('📖'))
    };
    while sealed(amina) {
        amina.opens_mail().await;
    }
}

fn stands(amina: &Friend, words: &str) -> usize {
    amina.reads().iter().filter(|text| text.contains(words)).count()
}

async fn opens(vera: &Friend) {
    vera.says("/pairs").await;
    vera.presses("1 · ").await;
    vera.presses("▶ Let them write again").await;
    vera.presses("▶ Open").await;
}

async fn closes(vera: &Friend) {
    vera.says("/cases").await;
    vera.presses("🔎 1").await;
    vera.presses("✅ Close case").await;
    vera.presses("✅ Solved").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_unread_while_her_case_was_closed_says_how_it_is_now() {
    for before in [true, false] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        afraid(&amina, Some(YES)).await;
        vera.presses("👤 I’m on it").await;
        calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
        opens(&vera).await;
        if before {
            reads_all(&amina).await;
            assert_eq!((stands(&amina, STILL), stands(&amina, SOMEBODY)), (1, 1), "her case is open");
        }
        closes(&vera).await;
        reads_all(&amina).await;
        assert!(stands(&amina, NO_LONGER) > 0, "{:?}", amina.reads());
        assert_eq!(stands(&amina, STILL), usize::from(before), "{:?}", amina.reads());
        amina.hears("فتح فريقك هذه المحادثة من جديد");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn that_nobody_has_answered_she_does_not_read_once_somebody_has() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    world.minutes_pass(31).await;
    vera.presses("👤 I’m on it").await;
    reads_all(&amina).await;
    assert_eq!((stands(&amina, NOBODY_YET), stands(&amina, SOMEBODY)), (0, 2), "{:?}", amina.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn that_it_is_over_she_does_not_read_once_she_has_pressed_again() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
    opens(&vera).await;
    closes(&vera).await;
    world.minutes_pass(5).await;
    afraid(&amina, Some(YES)).await;
    reads_all(&amina).await;
    assert_eq!((stands(&amina, NO_LONGER), stands(&amina, STILL)), (0, 0), "{:?}", amina.reads());
    amina.never_hears("يمكن الآن تبادل الرسائل");
    assert!(stands(&amina, NOBODY_YET) > 0, "{:?}", amina.reads());
}

/// She read that it rests before she pressed: how it goes on she reads in words of her own, and only there.
#[tokio::test(flavor = "multi_thread")]
async fn who_reads_that_her_team_opened_it_reads_nothing_else_of_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    pauses(&world, &amina, 60).await;
    amina.says("متى نلتقي؟").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    opens(&vera).await;
    reads_all(&amina).await;
    assert_eq!((stands(&amina, STILL), stands(&amina, "الرسائل تصل من جديد")), (1, 0), "{:?}", amina.reads());
}

async fn pauses(world: &World, amina: &Friend, days: i64) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (now + TimeDelta::days(days), None), now).await.unwrap();
        })
        .await;
    world.settles().await;
}

/// It was about something else, so the pair is as the team had stopped it before: that it stays so she does not read, as she
/// did not read that it was.
#[tokio::test(flavor = "multi_thread")]
async fn a_pair_that_the_team_had_stopped_stays_so_and_she_reads_nothing_of_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    pauses(&world, &amina, 7).await;
    afraid(&amina, Some(NO)).await;
    vera.presses("👤 I’m on it").await;
    calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
    reads_all(&amina).await;
    let at_the_tap = stands(&amina, TO_TEAM);
    world.days_pass(8).await;
    closes(&vera).await;
    vera.presses("⏸ It stays stopped").await;
    vera.presses("⏸ 4 weeks").await;
    reads_all(&amina).await;
    amina.never_hears("تبقى هذه المحادثة متوقفة");
    assert_eq!((stands(&amina, TO_TEAM), stands(&amina, NO_LONGER)), (at_the_tap, 1), "{:?}", amina.reads());
}
