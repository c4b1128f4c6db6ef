//! 🆘 where nobody may know of it, because whoever works here may be whom it is about: nothing is promised that nobody keeps,
//! and she reads whom to ring (`programme.md`, safeguarding 1 and 6).

use crate::her_phone::afraid;
use crate::world::{Friend, World};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::safety::NOBODY_YET_MINUTES;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const YES: &str = "✅ نعم";
const KNOWS: &str = "فريقك يعلم الآن";
const UNHEARD: &str = "لا يوجد هنا بعد من يمكنه قراءة هذا";
const OUTSIDE: &str = "600 000 000";
/// Everything that speaks of a team that reads, answers or calls.
const PROMISES: [&str; 6] =
    [KNOWS, "تصل إلى فريقك", "سيتواصل معك فريقك", "سنسألهم مرة أخرى", "سيرد فريقك", "الفريق يقرأ"];

/// Lea leads alone, and is Sara's mentor.
pub async fn alone() -> (World, Friend, Friend) {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let sara = mentored_by(&world, &lea).await;
    (world, sara, lea)
}

/// Sara, whose mentor is somebody of the team.
pub async fn mentored_by(world: &World, staff: &Friend) -> Friend {
    let mentor = world
        .changes(async |tx, _| {
            let mut part = tx.person(staff.id).await.unwrap().unwrap();
            part.role = Role::Mentor;
            tx.admit(&part).await.unwrap()
        })
        .await;
    let mentor = Friend { id: mentor, ..staff.clone() };
    let sara = world.joined("Sara", Role::Mentee).await;
    world.introduce(&[(&sara, Side::Mentee), (&mentor, Side::Mentor)], staff).await;
    sara
}

fn promises(friend: &Friend) -> Vec<String> {
    let screen = friend.phone.screen();
    let said = screen.iter().filter(|seen| seen.from_bot).map(|seen| seen.text.clone());
    said.filter(|text| PROMISES.iter().any(|words| text.contains(words))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_may_know_of_it_she_reads_so_at_once_and_whom_to_ring() {
    let (world, sara, lea) = alone().await;
    let before = lea.phone.history().len();
    afraid(&sara, None).await;
    let said = sara.hears(UNHEARD);
    assert!(said.text.contains(OUTSIDE), "{}", said.text);
    let copied: Vec<_> = said.buttons.concat().into_iter().filter_map(|button| button.copy_text).collect();
    assert!(
        copied.iter().any(|number| number == "112") && copied.iter().any(|it| it.contains("600")),
        "{copied:?}"
    );
    sara.presses(YES).await;
    sara.says("أين أذهب؟").await;
    for minutes in NOBODY_YET_MINUTES {
        world.minutes_pass(minutes).await;
    }
    sara.opens_mail().await;
    assert_eq!(promises(&sara), Vec::<String>::new());
    assert_eq!(lea.phone.history().len(), before, "{:?}", lea.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_such_a_team_for_a_call_reads_that_nobody_gets_it() {
    for when in ["📞 اليوم", "📅 هذا الأسبوع"] {
        let (_world, sara, lea) = alone().await;
        let before = lea.phone.history().len();
        sara.says(SOS).await;
        sara.presses("📞 اتصلوا بي").await;
        sara.presses(when).await;
        assert!(sara.hears(UNHEARD).text.contains(OUTSIDE));
        assert_eq!(lea.phone.history().len(), before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn as_soon_as_somebody_else_works_there_she_has_the_case() {
    let (world, sara, _) = alone().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    afraid(&sara, Some(YES)).await;
    sara.never_hears(UNHEARD);
    sara.says("أين أذهب؟").await;
    vera.hears("أين أذهب؟");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_wrote_meanwhile_is_for_whoever_takes_it_one_day() {
    let (world, sara, lea) = alone().await;
    afraid(&sara, Some(YES)).await;
    sara.says("أين أذهب؟").await;
    // So she reads, wherever it is said: after the tap, and of a chat that is stopped.
    sara.says("/pause").await;
    let said: Vec<String> = sara.reads().into_iter().filter(|text| text.contains("🔒")).collect();
    assert!(said.len() > 1, "{said:?}");
    for text in &said {
        assert!(text.contains("ستصل إلى من يساعدك"), "{text}");
    }
    let vera = world.joined("Vera", Role::Coordinator).await;
    world.hours_pass(1).await;
    vera.presses("👤 I’m on it").await;
    vera.hears("أين أذهب؟");
    lea.never_hears("أين أذهب؟");
}

/// A check-in asks for a call, and no case of it may be known to anybody either.
#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_promises_no_more_where_nobody_may_know_of_it() {
    let (world, sara, lea) = alone().await;
    world.days_pass(14).await;
    world.hours_pass(8).await;
    for _ in 0..3 {
        let screen = sara.phone.screen();
        let Some(asked) = screen.iter().rev().find(|seen| seen.from_bot && !seen.buttons.is_empty()) else {
            break;
        };
        // Whatever asks for the team: help, a call today, a sad face.
        let labels: Vec<String> = asked.buttons.concat().into_iter().map(|button| button.text).collect();
        let wanted = ["📞 اتصلوا بي", "📞 اليوم", "🙁"];
        let label = labels.iter().find(|it| wanted.iter().any(|want| it.contains(want))).or(labels.first());
        sara.presses(&label.unwrap().clone()).await;
    }
    assert!(sara.hears(UNHEARD).text.contains(OUTSIDE));
    assert_eq!(promises(&sara), Vec::<String>::new());
    assert!(!lea.reads().iter().any(|text| text.contains("Case ")), "{:?}", lea.reads());
}

/// Whoever would have it has blocked the bot: that is nobody, until somebody is back.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_cannot_be_reached_knows_of_nothing() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.blocks().await;
    afraid(&amina, Some(YES)).await;
    assert!(amina.hears(UNHEARD).text.contains(OUTSIDE));
    assert_eq!(promises(&amina), Vec::<String>::new());
    vera.unblocks().await;
    vera.says("/start").await;
    world.minutes_pass(1).await;
    amina.says(SOS).await;
    amina.presses("🛟 لا أشعر بالأمان").await;
    amina.presses(YES).await;
    assert!(!amina.hears("هل الاتصال بك آمن").text.contains(UNHEARD), "she is back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_who_cannot_be_reached_has_no_word_about_the_team() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    lea.blocks().await;
    amina.says(SOS).await;
    amina.presses("🧭 الأمر يتعلق بالفريق").await;
    amina.presses("🧭 شخص في الفريق").await;
    amina.presses("\u{200f}👤 \u{2068}Vera\u{2069}").await;
    assert!(amina.hears("من يمكنه النظر في هذا").text.contains(OUTSIDE), "{:?}", amina.reads());
}
