//! An answer to the bot never reaches the partner: what nobody addressed is held and asked about.

use crate::checkin::{FIRST, Talking, times};
use lazo::demo::Content;

const FOR_WHOM: &str = "لمن هذه الرسالة";
const STILL: &str = "ما زالت رسالتك تنتظر";
const NOBODY: &str = "لم تصل هذه الرسالة إلى أحد";
const TEAM: &str = "💬 إلى الفريق";
const PARTNER: &str = "👤 إلى: \u{2068}Tomás\u{2069}";

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_after_a_question_goes_only_where_its_writer_says() {
    let talk = Talking::first_evening().await;
    let amina = &talk.amina;
    amina.says("لا أريد الكلام معه").await;
    amina.says("أنا خائفة").await;
    let question = amina.hears(FOR_WHOM);
    assert!(question.has_button(PARTNER) && question.has_button(TEAM), "{question:?}");
    assert_eq!(times(amina, FOR_WHOM), 1, "asked once for all that follows");
    amina.presses(TEAM).await;
    talk.vera.hears("لا أريد الكلام معه");
    talk.vera.hears("أنا خائفة");
    assert_eq!(times(&talk.vera, "A message to the team"), 1);
    assert!(!talk.reached_tomas("لا أريد") && !talk.reached_tomas("أنا خائفة"));
    assert_eq!(amina.hears("أُرسلت إلى الفريق").id, question.id);

    amina.says("كيف الحال يا توماس").await;
    assert!(talk.reached_tomas("كيف الحال يا توماس"), "only the first message is asked about");
    amina.says("نعم").await;
    assert_eq!(times(amina, FOR_WHOM), 1, "but what reads like an answer is, each time");
    assert!(!talk.reached_tomas("نعم"));
    amina.presses(PARTNER).await;
    assert!(talk.reached_tomas("نعم"));
    assert_eq!(times(amina, FIRST), 1, "the check-in stands as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_is_held_together_and_arrives_in_order() {
    let talk = Talking::first_evening().await;
    let part =
        |caption: &str| Content::AlbumPhoto { album: "a".to_owned(), caption: Some(caption.to_owned()) };
    for caption in ["alpha", "beta", "gamma"] {
        talk.amina.phone.sends(part(caption));
    }
    talk.world.settles().await;
    assert!(!talk.reached_tomas("alpha") && times(&talk.amina, FOR_WHOM) == 1);
    talk.amina.presses(PARTNER).await;
    talk.world.millis_pass(1_300).await;
    let copies = talk.tomas.copies();
    let last: Vec<&str> = copies[copies.len() - 3..].iter().map(|seen| seen.text.as_str()).collect();
    assert_eq!(last, ["alpha", "beta", "gamma"]);
    assert!(copies.last().unwrap().protected, "photos are protected as ever");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_tap_nobody_gets_it_and_after_two_days_it_is_dropped_with_a_notice() {
    let talk = Talking::first_evening().await;
    let amina = &talk.amina;
    amina.says("لا أريد الكلام معه").await;
    let first = amina.hears(FOR_WHOM);
    talk.world.hours_pass(25).await;
    assert!(amina.hears(STILL).has_button(TEAM));
    amina.phone.sends_callback(first.id, first.buttons[0][0].data.as_deref().unwrap());
    talk.world.settles().await;
    assert!(!talk.reached_tomas("لا أريد"), "the first question's buttons are stale");
    talk.world.hours_pass(25).await;
    amina.hears(NOBODY);
    assert!(amina.phone.screen().iter().all(|seen| !seen.has_button(TEAM)));
    assert!(!talk.reached_tomas("لا أريد") && times(&talk.vera, "لا أريد") == 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_it_is_for_can_be_typed_too() {
    let talk = Talking::first_evening().await;
    talk.amina.says("لا أريد الكلام معه").await;
    talk.amina.says("1").await;
    assert!(!talk.reached_tomas("لا أريد"), "a lone number decides nothing here");
    talk.amina.says("الى الفريق").await;
    talk.vera.hears("لا أريد الكلام معه");
    assert!(!talk.reached_tomas("لا أريد") && times(&talk.vera, "الى الفريق") == 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_for_the_team_leaves_the_question_open() {
    let talk = Talking::first_evening().await;
    let amina = &talk.amina;
    amina.says("/team").await;
    amina.says("متى الاجتماع").await;
    talk.vera.hears("متى الاجتماع");
    amina.says("نعم").await;
    amina.hears("كيف كان ذلك");
    assert!(!talk.reached_tomas("نعم"));
}

/// A small generator, so that a failing history can be told again by its number.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// What only the bot or the team may read: answers in words, sentences under a question, replies to it.
#[tokio::test(flavor = "multi_thread")]
async fn no_answer_reaches_the_partner_whatever_she_does_with_a_check_in() {
    for seed in 0..6 {
        let talk = Talking::first_evening().await;
        let amina = &talk.amina;
        let mut chance = Chance(seed);
        let mut story = Vec::new();
        for step in 0..14 {
            let question = amina
                .phone
                .screen()
                .into_iter()
                .rev()
                .find(|seen| seen.from_bot && seen.text.contains("لن يظهر هذا"));
            let act = chance.below(8);
            story.push(act);
            match (act, question) {
                (0, _) => drop(amina.says(["نعم", "لا", "جيد", "🙁", "2", "اليوم"][step % 6]).await),
                (1, Some(question)) => drop(amina.replies(question.id, format!("secret {step}")).await),
                (2, Some(question)) => drop(amina.replies(question.id, Content::Voice).await),
                (3, Some(question)) if !question.buttons.is_empty() => {
                    let taps: Vec<_> =
                        question.buttons.iter().flatten().filter_map(|it| it.data.clone()).collect();
                    let tap = chance.below(u64::try_from(taps.len()).unwrap());
                    amina.phone.sends_callback(question.id, &taps[usize::try_from(tap).unwrap()]);
                    talk.world.settles().await;
                }
                (4, _) if amina.phone.screen().iter().any(|seen| seen.has_button(TEAM)) => {
                    amina.presses(TEAM).await;
                }
                (5, _) => talk.world.hours_pass(i64::try_from(chance.below(30)).unwrap()).await,
                (6, Some(question)) => drop(amina.replies(question.id, ["نعم", "🙂", "١"][step % 3]).await),
                _ => talk.world.restarts().await,
            }
        }
        let texts: Vec<String> = talk.tomas.copies().into_iter().map(|seen| seen.text).collect();
        let allowed = |text: &String| ["hello", "how are you?"].contains(&text.as_str());
        // Once nothing is open, a lone word is a message like any other; while something is, it never passes.
        let words_after_the_end = amina.phone.history().iter().any(|seen| seen.text.contains("وصلت إجاباتك"));
        let leaked: Vec<_> = texts
            .iter()
            .filter(|text| !allowed(text))
            .filter(|text| text.contains("secret") || text.is_empty() || !words_after_the_end)
            .collect();
        assert!(leaked.is_empty(), "seed {seed}, {story:?}: {leaked:?}");
    }
}
