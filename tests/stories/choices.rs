//! What counts as her choice after 🆘: what she taps since the last time she pressed it, and nothing else.

use crate::her_phone::{Two, afraid, named, phase};
use crate::opening::opens;
use crate::world::World;
use lazo::domain::conversation::Phase;

const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const WRITE_TO: &str = "👤 الكتابة إلى";
const SAFE_WITH_MARTA: &str = "◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}";

/// She chose to write to him between two taps, and then said that it is about him: the pair is opened within the half hour
/// for which a choice holds.
#[tokio::test(flavor = "multi_thread")]
async fn what_she_chose_between_two_taps_is_no_choice_after_the_second() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, Some(NO)).await;
    world.minutes_pass(2).await;
    amina.presses(WRITE_TO).await;
    world.minutes_pass(2).await;
    afraid(&amina, Some(YES)).await;
    world.minutes_pass(6).await;
    opens(&vera).await;
    assert_eq!(phase(&world, pair).await, Phase::Active);
    world.minutes_pass(2).await;
    amina.says("أنا خائفة منه").await;
    tomas.never_hears("أنا خائفة منه");
    vera.hears("أنا خائفة منه");
}

/// A reply carries itself alone: what she writes next without one is the team's.
#[tokio::test(flavor = "multi_thread")]
async fn a_reply_after_the_tap_is_no_choice_for_what_comes_next() {
    for chosen_before in [true, false] {
        let it = Two::meet().await;
        let Two { world, amina, marta, vera, .. } = &it;
        if chosen_before {
            amina.presses("👤 Marta").await;
        }
        world.hours_pass(2).await;
        marta.says("hola").await;
        let copy = amina.hears("hola").id;
        afraid(amina, Some(&named("👤", "Tomás"))).await;
        amina.presses(SAFE_WITH_MARTA).await;
        world.minutes_pass(1).await;
        amina.replies(copy, "مرحبا مارتا").await;
        marta.hears("مرحبا مارتا");
        amina.says("هو أمام الباب").await;
        marta.never_hears("هو أمام الباب");
        vera.hears("هو أمام الباب");
    }
}

/// She chose Marta since the tap; a reply to somebody else ends that.
#[tokio::test(flavor = "multi_thread")]
async fn a_choice_since_the_tap_holds_after_a_reply_there() {
    let it = Two::meet().await;
    let Two { world, amina, marta, vera, .. } = &it;
    marta.says("hola").await;
    let copy = amina.hears("hola").id;
    afraid(amina, Some(&named("👤", "Tomás"))).await;
    amina.presses(SAFE_WITH_MARTA).await;
    world.minutes_pass(1).await;
    amina.presses("👤 Marta").await;
    amina.replies(copy, "مرحبا مارتا").await;
    amina.says("هل لديك وقت؟").await;
    marta.hears("هل لديك وقت؟");
    vera.never_hears("هل لديك وقت؟");
}

/// A question of the bot's to which words are no answer does not keep her words from the team.
#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_a_question_of_the_bots_is_the_teams_too() {
    let it = Two::meet().await;
    let Two { world, amina, tomas, vera, .. } = &it;
    tomas.says("hola").await;
    amina.replies(amina.hears("hola").id, "مرحبا").await;
    world.days_pass(24).await;
    let asked = amina.hears("هل تحدثتما منذ").id;
    afraid(amina, Some(&named("👤", "Tomás"))).await;
    amina.replies(asked, "هو يضربني").await;
    vera.hears("هو يضربني");
    amina.never_hears("لمن هذه الرسالة");
}
