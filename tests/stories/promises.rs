//! Small promises of 🆘: what is said there is so, and what may be chosen there is done.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::Content;
use lazo::domain::case::{CaseFile, CaseKind, Severity};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::on_call::CHOICES;
use lazo::domain::person::Role;
use lazo::domain::safety::{AGAIN, NOBODY_YET_MINUTES, Reached};
use lazo::domain::which::CHOSEN_MINUTES;
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";
const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const CALL: &str = "📞 نعم، اتصلوا بي";
const WRITE: &str = "💬 اكتبوا لي هنا";
const NOT_NOW: &str = "🕐 ليس الآن";
const WRITE_TO: &str = "👤 الكتابة إلى";
const ONLY_TEAM: &str = "رسائلك هنا تصل إلى فريقك فقط";
const TAKE: &str = "👤 I’m on it";
const PHONE: &str = "Somebody else may see this person’s phone.";

async fn afraid(amina: &Friend, about: &str) {
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    amina.presses(about).await;
}

fn texts(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

/// Everything that ever came to somebody from the bot.
fn came(friend: &Friend) -> usize {
    friend.phone.history().into_iter().filter(|seen| seen.from_bot).count()
}

async fn open(world: &World) -> Vec<CaseFile> {
    world
        .changes(async |tx, _| {
            let ids = tx.open_cases(world.programme()).await.unwrap();
            tx.cases(&ids).await.unwrap()
        })
        .await
}

async fn only(world: &World, kind: CaseKind) -> CaseFile {
    let mut found = open(world).await;
    found.retain(|case| case.kind == kind);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

async fn phase(world: &World, friend: &Friend) -> Phase {
    world.pair_of(friend).await.unwrap().phase
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_worries_names_her_mentee_reads_what_to_do_and_the_chat_stays_open() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    for _ in 0..2 {
        tomas.says("🆘 Necesito ayuda").await;
        tomas.presses("🔎 Me preocupa: Amina").await;
    }
    let said = tomas.hears("tienes que contarlo a tu equipo");
    assert!(said.buttons.iter().flatten().any(|button| button.copy_text.as_deref() == Some("112")));
    let case = only(&world, CaseKind::Worry).await;
    assert_eq!((case.person, case.severity), (Some(amina.id), Severity::Urgent));
    let card = vera.hears("A mentor has a serious worry").text;
    let lines: Vec<&str> = card.lines().collect();
    let below = |heading: &str| {
        let at = lines.iter().position(|line| line.contains(heading));
        at.and_then(|at| lines.get(at + 1)).copied().unwrap_or_default().to_owned()
    };
    assert!(
        below("It is about:").contains("Amina") && below("Told us about the worry:").contains("Tomás"),
        "{card}"
    );
    assert_eq!(card.matches("Tomás").count(), 1, "{card}");
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    // Whom his next words are for is asked: they may belong to what he told the team.
    tomas.says("hola").await;
    tomas.presses("👤 Para: Amina").await;
    assert_eq!(texts(&amina), ["hola"]);
    // She reads nothing of it, and worries about nobody.
    amina.says(SOS).await;
    let labels = amina.hears("ما الذي يلزمك؟").buttons.concat();
    assert!(!labels.iter().any(|button| button.text.contains('🔎')), "{labels:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_a_mentor_says_whom_she_worries_about_and_of_somebody_who_has_left_nothing_opens() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [amina, bo] = [world.joined("Amina", Role::Mentee).await, world.joined("Bo", Role::Mentee).await];
    let [tomas, marta] =
        [world.joined("Tomás", Role::Mentor).await, world.joined("Marta", Role::Mentor).await];
    let sides = [Side::Mentee, Side::Mentee, Side::Mentor, Side::Mentor];
    let people: Vec<_> = [&amina, &bo, &tomas, &marta].into_iter().zip(sides).collect();
    world.introduce(&people, &vera).await;
    marta.says("🆘 Necesito ayuda").await;
    let menu = marta.hears("¿Qué necesitas?");
    let worries = menu.buttons.concat().iter().filter(|button| button.text.contains('🔎')).count();
    assert_eq!(worries, 2);
    marta.phone.presses_on(menu.id, "🔎 Me preocupa: Bo").unwrap();
    world.settles().await;
    assert_eq!(only(&world, CaseKind::Worry).await.person, Some(bo.id));
    marta.says("🆘 Necesito ayuda").await;
    let menu = marta.hears("¿Qué necesitas?");
    amina.says("/leave").await;
    amina.presses("🚪 نعم، سأغادر").await;
    marta.phone.presses_on(menu.id, "🔎 Me preocupa: Amina").unwrap();
    world.settles().await;
    assert_eq!(only(&world, CaseKind::Worry).await.person, Some(bo.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_told_before_their_first_answer_that_somebody_else_may_see_her_phone() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [nadia, _] = world.introduced("Nadia", "Luis", &vera).await;
    nadia.says("/team").await;
    nadia.says("سؤال").await;
    vera.presses("💬 Answer").await;
    assert!(!vera.hears("Write your answer now").text.contains(PHONE));
    vera.says("Yes").await;
    afraid(&amina, YES).await;
    assert!(vera.hears("In danger, perhaps right now").text.contains(PHONE), "{:?}", vera.reads());
    amina.says("هو هنا").await;
    vera.presses("💬 Answer").await;
    let prompt = vera.hears("Write your answer now").text;
    assert!(prompt.contains("Amina") && prompt.contains(PHONE), "{prompt}");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_no_she_reads_whom_her_words_go_to_and_writes_to_him_by_a_button_for_half_an_hour() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, NO).await;
    let said = amina.hears("المحادثة مفتوحة من جديد").text;
    assert!(said.contains("تصل إلى فريقك"), "{said}");
    amina.says("واحد").await;
    assert_eq!((texts(&vera).len(), texts(&tomas).len()), (1, 0));
    // He has never written: there is nothing to reply to. The button is there before and after what she says about the call.
    amina.presses(CALL).await;
    amina.presses(WRITE_TO).await;
    let told = amina.hears("رسائلك تذهب الآن إلى").text;
    assert!(told.contains("Tomás") && told.contains(&CHOSEN_MINUTES.to_string()), "{told}");
    amina.says("اثنان").await;
    assert_eq!((texts(&tomas), texts(&vera).len()), (vec!["اثنان".to_owned()], 1));
    world.minutes_pass(CHOSEN_MINUTES + 1).await;
    amina.says("ثلاثة").await;
    assert_eq!(texts(&vera).last().unwrap(), "ثلاثة", "the half hour is over");
    amina.presses(WRITE_TO).await;
    world.minutes_pass(1).await;
    vera.replies(vera.copies().last().unwrap().id, "I am here").await;
    amina.says("أربعة").await;
    assert_eq!(texts(&vera).last().unwrap(), "أربعة", "somebody else has written");
    assert_eq!(texts(&tomas), ["اثنان"]);
    // Stopped again, it is no choice any more, and nothing goes there.
    amina.presses(WRITE_TO).await;
    let button = amina
        .phone
        .screen()
        .into_iter()
        .rev()
        .find(|seen| seen.buttons.concat().iter().any(|it| it.text.contains(WRITE_TO)))
        .unwrap();
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    amina.says("خمسة").await;
    amina.phone.presses_on(button.id, WRITE_TO).unwrap();
    world.settles().await;
    amina.hears("هذه المحادثة متوقفة");
    amina.says("ستة").await;
    assert_eq!(texts(&tomas), ["اثنان"]);
    assert_eq!(texts(&vera)[3..], ["خمسة".to_owned(), "ستة".to_owned()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_pressed_it_and_asks_for_a_break_does_not_read_that_anything_of_hers_waits() {
    let world = World::new().await;
    let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    let before = amina.reads().len();
    amina.says("/pause").await;
    let said = amina.reads().split_off(before);
    assert!(said.len() == 1 && said[0].contains(ONLY_TEAM) && !said[0].contains("ينتظر"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_promised_she_reads_what_to_do_at_night() {
    for on_call in [CHOICES.last().copied(), CHOICES.first().copied(), None] {
        let world = World::new().await;
        let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
        world
            .changes(async |tx, now| {
                let mut programme = tx.programme(world.programme()).await.unwrap();
                programme.on_call = on_call;
                tx.save_programme(&programme, now).await.unwrap();
            })
            .await;
        world.hours_pass(12).await;
        afraid(&amina, YES).await;
        let next = amina.hears("هل الاتصال بك آمن؟").text;
        assert!(next.contains("في الليل") && next.contains("112"), "{on_call:?}: {next}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_handed_her_case_and_does_not_take_it_has_not_answered_and_she_reads_so() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    afraid(&amina, YES).await;
    vera.presses(TAKE).await;
    let before = came(&amina);
    world.minutes_pass(NOBODY_YET_MINUTES[0] + 1).await;
    assert_eq!(came(&amina), before, "somebody has it");
    vera.presses("More").await;
    for _ in 0..3 {
        if vera.phone.presses("Hand over").is_ok() {
            break;
        }
        vera.presses("More").await;
    }
    world.settles().await;
    vera.presses("Eva").await;
    eva.hears("Handed over by: Vera");
    let before = came(&amina);
    world.minutes_pass(NOBODY_YET_MINUTES[1] - NOBODY_YET_MINUTES[0]).await;
    assert_eq!(came(&amina), before + 1, "{:?}", amina.reads());
    amina.opens_mail().await;
    amina.hears("لم يجب أحد من فريقك بعد");
}

/// Five hours later whoever has it cannot be reached any more: nobody looks after her, and she reads so.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_her_case_and_is_gone_hours_later_looks_after_nobody_and_she_reads_so() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world.joined("Eva", Role::Lead).await;
    afraid(&amina, YES).await;
    vera.presses(TAKE).await;
    world.hours_pass(5).await;
    let before = came(&amina);
    vera.blocks().await;
    world.minutes_pass(NOBODY_YET_MINUTES[0] + 1).await;
    assert_eq!(came(&amina), before + 1, "{:?}", amina.reads());
    amina.opens_mail().await;
    amina.hears("لم يجب أحد من فريقك بعد");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_not_now_nothing_comes_of_its_own_accord_until_she_says_otherwise() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    amina.presses(NOT_NOW).await;
    let before = came(&amina);
    world.minutes_pass(NOBODY_YET_MINUTES[1] + 1).await;
    assert_eq!(came(&amina), before, "{:?}", amina.reads());
    amina.presses(WRITE).await;
    let before = came(&amina);
    world.minutes_pass(NOBODY_YET_MINUTES[2] - NOBODY_YET_MINUTES[1]).await;
    assert_eq!(came(&amina), before + 1, "she may be told again");
    amina.presses(NOT_NOW).await;
    let before = came(&amina);
    vera.presses(TAKE).await;
    world.hours_pass(3).await;
    assert_eq!(came(&amina), before, "{:?}", amina.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_said_about_the_call_can_be_changed_and_changed_back_and_the_last_word_counts() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    for (answer, how) in [
        (CALL, Reached::Call),
        (WRITE, Reached::Write),
        (NOT_NOW, Reached::NotNow),
        (CALL, Reached::Call),
        (NOT_NOW, Reached::NotNow),
        (CALL, Reached::Call),
    ] {
        amina.presses(answer).await;
        let case = only(&world, CaseKind::Unsafe).await;
        let said: Vec<_> = case.tried.iter().filter(|fact| fact.starts_with("call_")).collect();
        assert_eq!(said, [how.fact()]);
        // What must not be overlooked comes as a card of its own.
        let card = vera.hears("In danger, perhaps right now").text;
        assert_eq!(card.contains("Do not call"), how != Reached::Call, "{how:?}: {card}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_more_press_in_an_open_case_rings_whoever_has_it_and_nobody_else() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    vera.presses(TAKE).await;
    for minutes in [1, 20, 300] {
        world.minutes_pass(minutes).await;
        let before = [&vera, &lea, &tomas].map(came);
        amina.says(SOS).await;
        amina.presses(UNSAFE).await;
        let after = [&vera, &lea, &tomas].map(came);
        assert!(after[0] > before[0], "{minutes}: {:?}", vera.reads());
        assert_eq!(after[1..], before[1..]);
        assert!(!vera.hears("In danger, perhaps right now").silent);
    }
    let case = only(&world, CaseKind::Unsafe).await;
    assert!(case.tried.iter().any(|fact| fact == AGAIN));
    assert_eq!(case.owner, Some(vera.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_moves_reaches_the_team_again_and_not_more_often_than_once_a_minute() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    let place = amina.sends(Content::Location { live: true }).await;
    let places = || vera.copies().iter().filter(|seen| seen.kind == "location").count();
    assert_eq!(places(), 1);
    for (seconds, expected) in [(20, 1), (39, 1), (1, 2), (30, 2), (31, 3)] {
        world.passes(TimeDelta::seconds(seconds)).await;
        assert!(amina.phone.exchanges(place, Content::Location { live: true }));
        world.settles().await;
        assert_eq!(places(), expected, "after {seconds} more seconds");
    }
    assert!(tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reports_a_message_is_asked_whether_the_conversation_stops_too_and_it_does_only_with_her_yes() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("Ven a mi casa").await;
    let before = came(&tomas);
    amina.says(SOS).await;
    amina.presses(REPORT).await;
    amina.hears("هل نوقف هذه المحادثة أيضًا؟");
    assert_eq!(phase(&world, &amina).await, Phase::Active, "she is asked first");
    amina.presses("◀ لا، تستمر").await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    amina.says("مرحبا").await;
    assert_eq!(texts(&tomas), ["مرحبا"]);
    amina.says(SOS).await;
    amina.presses(REPORT).await;
    amina.presses("⏸ نعم، إيقافها").await;
    amina.hears("هذه المحادثة متوقفة الآن");
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    only(&world, CaseKind::Report).await;
    vera.hears("Reported by");
    assert_eq!(came(&tomas), before + 1, "nothing tells him, {:?}", tomas.reads());
    tomas.says("¿Vienes?").await;
    amina.never_hears("¿Vienes?");
}

#[tokio::test(flavor = "multi_thread")]
async fn yes_call_me_after_not_now_comes_as_a_card_of_its_own() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    amina.presses(NOT_NOW).await;
    let before = came(&vera);
    amina.presses(CALL).await;
    assert_eq!(came(&vera), before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_to_write_to_each_other_in_a_case_about_safety() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, NO).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    for _ in 0..3 {
        let labels = vera.hears("In danger, perhaps right now").buttons.concat();
        assert!(!labels.iter().any(|button| button.text.contains("Remind both")), "{labels:?}");
        let _ = vera.phone.presses("More");
        world.settles().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn her_no_does_not_open_what_the_team_had_stopped_and_must_decide_about() {
    let world = World::new().await;
    let [amina, _, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (now + TimeDelta::days(7), None), now).await.unwrap();
        })
        .await;
    world.days_pass(8).await;
    afraid(&amina, NO).await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_hours_on_call_no_day_is_promised_for_a_call_this_week() {
    let world = World::new().await;
    let [amina, _, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    let hours = async |on_call| {
        world
            .changes(async |tx, now| {
                let mut programme = tx.programme(world.programme()).await.unwrap();
                programme.on_call = on_call;
                tx.save_programme(&programme, now).await.unwrap();
            })
            .await;
        amina.says(SOS).await;
        amina.presses("📞 اتصلوا بي").await;
        amina.presses("📅 هذا الأسبوع").await;
        amina.phone.screen().last().unwrap().text.contains("مارس")
    };
    assert!(!hours(None).await);
    assert!(hours(CHOICES.first().copied()).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn pressed_again_the_card_still_says_that_nobody_may_call() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    let card =
        || vera.phone.screen().into_iter().rev().find(|seen| seen.text.contains("In danger")).unwrap().text;
    assert!(card().contains("not known whether a call is safe"), "{}", card());
    amina.presses(CALL).await;
    assert!(!card().contains("not known whether"), "{}", card());
    amina.presses(NOT_NOW).await;
    assert!(card().contains("Do not call"), "{}", card());
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    assert!(card().contains("Do not call"), "{}", card());
}

#[tokio::test(flavor = "multi_thread")]
async fn clear_here_leaves_her_the_keyboard() {
    let world = World::new().await;
    let [amina, _, _vera] = world.pair("Amina", "Tomás", "Vera").await;
    world.minutes_pass(1).await;
    afraid(&amina, YES).await;
    world.minutes_pass(1).await;
    amina.says("/help").await;
    amina.presses("🧹 مسح ما هنا").await;
    amina.presses(SOS).await;
    amina.hears("ما الذي يلزمك؟");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_read_that_it_waits_hears_that_it_will_not_arrive_when_the_pair_ends() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, YES).await;
    tomas.says("¿Todo bien?").await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Other, Some(vera.id), now)
                .await
                .unwrap();
        })
        .await;
    world.settles().await;
    tomas.hears("no pud");
}
