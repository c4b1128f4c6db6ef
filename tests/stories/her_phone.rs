//! Somebody else holds her phone, or his own, after 🆘: nothing he taps, edits or takes back opens what is stopped, changes
//! what the team has, or removes what he wrote.

use crate::dice::Dice;
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Fault, Rule};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::ConversationId;
use lazo::domain::person::{Person, Role};
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const CLEAR: &str = "🧹 مسح ما هنا";

pub async fn afraid(amina: &Friend, about: Option<&str>) {
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    if let Some(about) = about {
        amina.presses(about).await;
    }
}

pub fn named(label: &str, name: &str) -> String {
    format!("\u{200f}{label} \u{2068}{name}\u{2069}")
}

fn texts(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

pub async fn phase(world: &World, id: ConversationId) -> Phase {
    world.changes(async |tx, _| tx.conversation(id).await.unwrap().unwrap().phase).await
}

/// Amina has Tomás and Marta; Vera looks after all of them.
pub struct Two {
    pub world: World,
    pub amina: Friend,
    pub tomas: Friend,
    pub vera: Friend,
    pub marta: Friend,
    pub with_tomas: ConversationId,
    pub with_marta: ConversationId,
}

impl Two {
    pub async fn meet() -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let with_tomas = world.pair_of(&amina).await.unwrap().id;
        let marta = world.joined("Marta", Role::Mentor).await;
        let with_marta = world.introduce(&[(&amina, Side::Mentee), (&marta, Side::Mentor)], &vera).await;
        Self { world, amina, tomas, vera, marta, with_tomas, with_marta }
    }

    pub async fn phases(&self) -> [Phase; 2] {
        [phase(&self.world, self.with_tomas).await, phase(&self.world, self.with_marta).await]
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_named_first_stays_stopped_whatever_is_tapped_later() {
    let it = Two::meet().await;
    afraid(&it.amina, Some(&named("👤", "Tomás"))).await;
    it.amina.presses("⏸ تبقى متوقفة").await;
    it.world.minutes_pass(5).await;
    afraid(&it.amina, Some(&named("👤", "Marta"))).await;
    let offers = it.amina.phone.screen().into_iter().flat_map(|seen| seen.buttons).flatten();
    let safe: Vec<String> =
        offers.map(|button| button.text).filter(|it| it.contains("أشعر بالأمان مع")).collect();
    assert!(safe.is_empty(), "a second answer opens nothing: {safe:?}");
    assert_eq!(it.phases().await, [Phase::Held, Phase::Held]);
    let about = it.world.changes(async |tx, _| tx.unsafe_case_of(it.amina.id).await.unwrap()).await;
    assert_eq!(about.and_then(|(_, about)| about), Some(it.with_tomas));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_she_feels_safe_with_first_is_open_and_no_other() {
    let it = Two::meet().await;
    afraid(&it.amina, Some(&named("👤", "Tomás"))).await;
    it.amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
    assert_eq!(it.phases().await, [Phase::Held, Phase::Active]);
}

/// She said that it was about nobody, or that she felt safe with her, and then whom it is about, on a question of before.
#[tokio::test(flavor = "multi_thread")]
async fn whom_she_names_after_all_is_stopped_again() {
    for first in ["✖️ لا، لا يخص أحدًا هنا", "◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}"]
    {
        let it = Two::meet().await;
        afraid(&it.amina, None).await;
        let marta = named("👤", "Marta");
        let asked = it.amina.phone.screen().into_iter().rev().find(|seen| seen.has_button(&marta)).unwrap();
        afraid(&it.amina, None).await;
        if first.starts_with('◀') {
            it.amina.presses(&named("👤", "Tomás")).await;
        }
        it.amina.presses(first).await;
        assert_eq!(it.phases().await[1], Phase::Active, "{first}");
        it.amina.phone.presses_on(asked.id, &marta).unwrap();
        it.world.settles().await;
        assert_eq!(it.phases().await[1], Phase::Held, "{first}");
        it.marta.says("Hola").await;
        it.amina.never_hears("Hola");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_that_the_team_opened_stops_again_when_she_says_yes() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [amina, bo] = [world.joined("Amina", Role::Mentee).await, world.joined("Bo", Role::Mentee).await];
    let luis = world.joined("Luis", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&bo, Side::Mentee), (&luis, Side::Mentor)];
    let circle = world.introduce(&people, &vera).await;
    afraid(&amina, None).await;
    world
        .changes(async |tx, now| {
            let mut circle = tx.conversation(circle).await.unwrap().unwrap();
            lifecycle::release(tx, &mut circle, vera.id, now).await.unwrap();
        })
        .await;
    assert_eq!(phase(&world, circle).await, Phase::Active);
    amina.presses(YES).await;
    assert_eq!(phase(&world, circle).await, Phase::Held);
}

/// The question whom of her circle it is about may stand there when the team has opened it meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_circle_that_the_team_opened_stops_again_when_she_names_somebody() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [amina, bo] = [world.joined("Amina", Role::Mentee).await, world.joined("Bo", Role::Mentee).await];
    let luis = world.joined("Luis", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&bo, Side::Mentee), (&luis, Side::Mentor)];
    let circle = world.introduce(&people, &vera).await;
    afraid(&amina, Some(YES)).await;
    world
        .changes(async |tx, now| {
            let mut circle = tx.conversation(circle).await.unwrap().unwrap();
            lifecycle::release(tx, &mut circle, vera.id, now).await.unwrap();
        })
        .await;
    amina.presses(&named("👤", "Luis")).await;
    assert_eq!(phase(&world, circle).await, Phase::Held);
    luis.says("Hola").await;
    assert!(amina.copies().is_empty(), "{:?}", texts(&amina));
}

/// No stop of the team's ends by itself, and none ends because she is asked about another danger on that day.
#[tokio::test(flavor = "multi_thread")]
async fn a_no_after_the_day_of_a_pause_leaves_it_to_the_team() {
    for (days, phase) in [(0, Phase::Paused), (2, Phase::Held)] {
        for two in [false, true] {
            let it = Two::meet().await;
            let (world, pair) = (&it.world, it.with_tomas);
            world
                .changes(async |tx, now| {
                    if !two {
                        let mut other = tx.conversation(it.with_marta).await.unwrap().unwrap();
                        lifecycle::close(
                            tx,
                            &mut other,
                            lazo::domain::closing::ClosingReason::Goals,
                            Some(it.vera.id),
                            now,
                        )
                        .await
                        .unwrap();
                    }
                    let mut pair = tx.conversation(pair).await.unwrap().unwrap();
                    let until = (now + TimeDelta::days(7), Some(it.vera.id));
                    lifecycle::pause(tx, &mut pair, until, now).await.unwrap();
                })
                .await;
            world.days_pass(6).await;
            afraid(&it.amina, None).await;
            world.days_pass(days).await;
            it.amina.presses(if two { "✖️ لا، لا يخص أحدًا هنا" } else { NO }).await;
            assert_eq!(it.phases().await[0], phase, "{days} {two}");
        }
    }
}

/// What she chose before the tap was for another day: what she writes since is the team's, also beside somebody she feels
/// safe with.
#[tokio::test(flavor = "multi_thread")]
async fn that_a_pair_stays_stopped_is_read_only_while_it_does_whatever_else_is_stopped() {
    let it = Two::meet().await;
    afraid(&it.amina, None).await;
    it.world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(it.with_tomas).await.unwrap().unwrap();
            let until = now + TimeDelta::days(7);
            lifecycle::stays(tx, &mut pair, (until, it.vera.id), now).await.unwrap();
            lifecycle::resume(tx, &mut pair, now).await.unwrap();
        })
        .await;
    it.world.settles().await;
    assert_eq!(it.phases().await, [Phase::Active, Phase::Held]);
    it.amina.opens_mail().await;
    it.amina.opens_mail().await;
    it.amina.never_hears("تبقى هذه المحادثة متوقفة");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_chose_before_the_tap_is_no_choice_after_it() {
    let it = Two::meet().await;
    it.world.hours_pass(2).await;
    it.amina.presses("👤 Marta").await;
    it.amina.says("كيف حالك؟").await;
    let before = it.marta.copies().len();
    assert!(before > 0, "she wrote to Marta: {:?}", texts(&it.marta));
    it.world.minutes_pass(1).await;
    afraid(&it.amina, Some(&named("👤", "Tomás"))).await;
    it.amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
    assert_eq!(it.phases().await, [Phase::Held, Phase::Active]);
    it.amina.says("أنا خائفة").await;
    assert_eq!(it.marta.copies().len(), before, "{:?}", texts(&it.marta));
    it.vera.hears("أنا خائفة");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_beside_another_pair_is_asked_whom_and_no_tap_opens_it() {
    let it = Two::meet().await;
    let world = &it.world;
    let bo = world.joined("Bo", Role::Mentee).await;
    let luis = world.joined("Luis", Role::Mentor).await;
    let people = [(&it.amina, Side::Mentee), (&bo, Side::Mentee), (&luis, Side::Mentor)];
    let circle = world.introduce(&people, &it.vera).await;
    afraid(&it.amina, Some("✖️ لا، لا يخص أحدًا هنا")).await;
    assert_eq!(it.phases().await, [Phase::Active, Phase::Active]);
    assert_eq!(phase(world, circle).await, Phase::Held, "a circle is the team's to open");
}

/// The team opened it and stopped it again for a reason of its own: an answer from before is not about that stop.
#[tokio::test(flavor = "multi_thread")]
async fn an_old_no_opens_nothing_that_the_team_has_stopped_since() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let id = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, None).await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(id).await.unwrap().unwrap();
            lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
            lifecycle::hold(tx, &mut pair, Some(vera.id), now).await.unwrap();
        })
        .await;
    amina.presses(NO).await;
    assert_eq!(phase(&world, id).await, Phase::Held);
    assert!(tomas.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_that_was_never_given_opens_nothing_when_the_case_is_over() {
    let world = World::new().await;
    let [amina, _, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, None).await;
    world
        .changes(async |tx, now| {
            let (case, _) = tx.unsafe_case_of(amina.id).await.unwrap().unwrap();
            let mut cases = tx.cases(&[case]).await.unwrap();
            cases[0].resolved_at = Some(now);
            tx.save_cases(&cases).await.unwrap();
        })
        .await;
    amina.presses(NO).await;
    assert_eq!(phase(&world, id).await, Phase::Held);
}

/// He leads the programme, too: neither opening nor ending is his.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_in_a_pair_does_not_open_or_end_what_was_stopped_because_of_it() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = world.pair_of(&amina).await.unwrap().id;
    world
        .changes(async |tx, _| {
            let him = tx.person(tomas.id).await.unwrap().unwrap();
            tx.admit(&Person { role: Role::Lead, coordinator: None, ..him }).await.unwrap();
        })
        .await;
    afraid(&amina, Some(YES)).await;
    let (mut dice, mut log) = (Dice(7), Vec::new());
    tomas.says("/pairs").await;
    for _ in 0..40 {
        taps(&tomas, &mut dice, &mut log);
        world.settles().await;
        if dice.below(6) == 0 {
            tomas.says("/pairs").await;
        }
        assert_eq!(phase(&world, id).await, Phase::Held, "{log:?}");
    }
    assert!(!tomas.reads().iter().any(|text| text.contains("Amina · ")), "it tells him of what waits");
}

/// A report stopped it, and nobody's answers to his own tap open that.
#[tokio::test(flavor = "multi_thread")]
async fn two_taps_open_nothing_that_a_report_has_stopped() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = world.pair_of(&amina).await.unwrap().id;
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(id).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, Some(amina.id), now).await.unwrap();
        })
        .await;
    tomas.says("/sos").await;
    tomas.presses("🛟 No me siento a salvo").await;
    tomas.presses("✖️ No").await;
    assert_eq!(phase(&world, id).await, Phase::Held);
    afraid(&amina, Some(NO)).await;
    assert_eq!(phase(&world, id).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn clear_here_leaves_her_chat_as_it_was_before_the_tap() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("Hola").await;
    amina.says("مرحبا").await;
    let shown = || amina.phone.screen().into_iter().map(|seen| (seen.id, seen.text)).collect::<Vec<_>>();
    let before = shown();
    world.minutes_pass(1).await;
    afraid(&amina, Some(YES)).await;
    world.minutes_pass(1).await;
    amina.says("ساعدوني").await;
    // What the bot answered her since is cleared with it.
    amina.presses("💬 اكتبوا لي هنا").await;
    amina.presses("💬 الكتابة إلى الفريق").await;
    amina.says("وهذا أيضًا").await;
    amina.presses(CLEAR).await;
    world.settles().await;
    assert_eq!(shown(), before);
    assert_eq!(texts(&vera), ["ساعدوني", "وهذا أيضًا"]);
}

/// What she was asked since and answered by a button tells of it, too.
#[tokio::test(flavor = "multi_thread")]
async fn clear_here_takes_along_what_she_answered_by_buttons() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("Hola").await;
    let his = amina.copies().last().unwrap().id;
    let shown = || amina.phone.screen().into_iter().map(|seen| (seen.id, seen.text)).collect::<Vec<_>>();
    let before = shown();
    world.minutes_pass(1).await;
    afraid(&amina, Some(YES)).await;
    for answer in ["💬 إلى الفريق", "✖️"] {
        amina.replies(his, "لا تأتِ").await;
        let asked = amina.phone.screen().into_iter().rev().find(|seen| !seen.buttons.is_empty()).unwrap();
        let label =
            asked.buttons.concat().into_iter().map(|it| it.text).find(|it| it.contains(answer)).unwrap();
        amina.presses(&label).await;
    }
    afraid(&amina, None).await;
    amina.says(SOS).await;
    amina.presses("📞 اتصلوا بي").await;
    amina.presses("📞 اليوم").await;
    amina.presses(CLEAR).await;
    world.settles().await;
    assert_eq!(shown(), before);
    assert_eq!(texts(&vera), ["لا تأتِ"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn clear_here_leaves_what_is_still_asked_about_and_it_reaches_the_team() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("Hola").await;
    let his = amina.copies().last().unwrap().id;
    afraid(&amina, Some(YES)).await;
    amina.replies(his, "لا تأتِ").await;
    amina.presses(CLEAR).await;
    world.settles().await;
    amina.presses("💬 إلى الفريق").await;
    assert_eq!(texts(&vera), ["لا تأتِ"]);
}

/// What the team does not have yet stays until it has it: it is copied from there.
#[tokio::test(flavor = "multi_thread")]
async fn what_has_reached_nobody_is_cleared_once_it_has() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    let late = Fault::TooMany { seconds: Some(90) };
    world
        .telegram
        .fault(Rule::new(late).in_chat(vera.phone.id()).on("copyMessage").on("sendMessage").times(1));
    let said = amina.says("هو أمام الباب").await;
    amina.presses(CLEAR).await;
    let there = || amina.phone.screen().iter().any(|seen| seen.id == said);
    assert!(there() && vera.copies().is_empty());
    world.telegram.clear_faults();
    world.minutes_pass(4).await;
    assert_eq!(texts(&vera), ["هو أمام الباب"]);
    assert!(!there());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_of_her_words_comes_below_and_the_team_keeps_what_it_had() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    let said = amina.says("إنه يضربني").await;
    amina.phone.edits(said, "كل شيء بخير");
    world.settles().await;
    world.passes(TimeDelta::seconds(20)).await;
    assert_eq!(texts(&vera), ["إنه يضربني", "كل شيء بخير"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_of_the_team_takes_back_what_she_wrote_to_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    amina.says("إنه يضربني").await;
    let copy = vera.copies().last().unwrap().id;
    vera.replies(copy, "/undo").await;
    vera.never_hears("Why does the team remove");
    assert_eq!(texts(&vera), ["إنه يضربني"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guards_question_is_no_way_to_remove_what_was_reported() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let threat = tomas.says("palabras feas").await;
    amina.says(SOS).await;
    amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    world.minutes_pass(2).await;
    tomas.phone.edits(threat, "mi móvil es el 612 34 56 78");
    world.settles().await;
    tomas.presses("📨 Enviar").await;
    world.settles().await;
    assert!(texts(&amina).iter().any(|text| text == "palabras feas"), "{:?}", texts(&amina));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_of_the_guard_from_before_sends_nothing_into_the_stop() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let id = world.pair_of(&amina).await.unwrap().id;
    amina.says("رقمي 612 34 56 78").await;
    let question = amina.phone.last().unwrap().id;
    afraid(&amina, Some(YES)).await;
    let _ = amina.phone.presses_on(question, "إرسال");
    world.settles().await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(id).await.unwrap().unwrap();
            lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
        })
        .await;
    world.minutes_pass(5).await;
    assert!(tomas.copies().is_empty(), "{:?}", texts(&tomas));
}

/// Whoever holds her phone taps what there is to tap, presses 🆘 again and lets time pass: whom she named first, and the
/// circle, stay stopped, nothing of hers reaches them, and her case stays open.
#[tokio::test(flavor = "multi_thread")]
async fn over_random_taps_whom_she_named_first_stays_stopped() {
    for seed in 0..4 {
        let mut dice = Dice(0x5EED + seed);
        let it = Two::meet().await;
        let bo = it.world.joined("Bo", Role::Mentee).await;
        let luis = it.world.joined("Luis", Role::Mentor).await;
        let people = [(&it.amina, Side::Mentee), (&bo, Side::Mentee), (&luis, Side::Mentor)];
        let circle = it.world.introduce(&people, &it.vera).await;
        let first = [it.with_tomas, it.with_marta][usize::try_from(seed).unwrap() % 2];
        let name = if first == it.with_tomas { "Tomás" } else { "Marta" };
        afraid(&it.amina, Some(&named("👤", name))).await;
        let mut log = Vec::new();
        for _ in 0..25 {
            match dice.below(8) {
                0 => afraid(&it.amina, None).await,
                1 => it.world.minutes_pass(10).await,
                2 => {
                    it.amina.says("لا بأس").await;
                }
                _ => taps(&it.amina, &mut dice, &mut log),
            }
            it.world.settles().await;
            let phases = [phase(&it.world, first).await, phase(&it.world, circle).await];
            assert_eq!(phases, [Phase::Held, Phase::Held], "{seed}: {log:?}");
            let open = it.world.changes(async |tx, _| tx.unsafe_case_of(it.amina.id).await.unwrap()).await;
            assert!(open.is_some(), "{seed}: {log:?}");
            assert!(bo.copies().is_empty() && luis.copies().is_empty(), "{seed}: {log:?}");
        }
    }
}

fn taps(friend: &Friend, dice: &mut Dice, log: &mut Vec<String>) {
    let screen = friend.phone.screen();
    let labels = screen.iter().flat_map(|seen| {
        seen.buttons.iter().flatten().filter(|it| it.data.is_some()).map(|it| (seen.id, it.text.clone()))
    });
    let labels: Vec<(i64, String)> = labels.collect();
    let newest: Vec<_> = labels.into_iter().rev().take(12).collect();
    if let Some((id, label)) = dice.one(&newest) {
        log.push(label.clone());
        let _ = friend.phone.presses_on(id, &label);
    }
}
