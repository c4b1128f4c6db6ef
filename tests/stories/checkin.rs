//! A check-in: three questions, one tap each, and the team acts on what was said.

use crate::world::{Friend, World};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use lazo::demo::{Content, Seen};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::domain::zone::Tz;

const ATHENS: Tz = Tz::known("Europe/Athens");

/// What begins a check-in in Arabic and in Spanish, and what a question that still waits begins with.
pub const FIRST: &str = "ثلاثة أسئلة قصيرة";
pub const FIRST_ES: &str = "Tres preguntas cortas";
pub const AGAIN: &str = "ما زال ينتظر جوابك";

/// A pair that has exchanged a message each, so that they can go on by replies whatever the bot asks.
pub struct Talking {
    pub world: World,
    pub amina: Friend,
    pub tomas: Friend,
    pub vera: Friend,
    hers: i64,
    his: i64,
}

impl Talking {
    pub async fn begin() -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        amina.says("hello").await;
        tomas.says("welcome").await;
        let (hers, his) = (amina.hears("welcome").id, tomas.hears("hello").id);
        Self { world, amina, tomas, vera, hers, his }
    }

    /// Days in which they stay in touch, so that nothing but check-ins comes.
    pub async fn days(&self, days: i64) {
        for day in 0..days {
            if day % 3 == 0 {
                self.amina.replies(self.hers, "how are you?").await;
                self.tomas.replies(self.his, "fine").await;
            }
            self.world.days_pass(1).await;
        }
    }

    /// Until the evening of their first check-in, Monday 16 March.
    pub async fn first_evening() -> Self {
        let talk = Self::begin().await;
        talk.days(14).await;
        talk.world.hours_pass(8).await;
        talk
    }

    /// How many messages like this the mentor was given.
    pub fn reached_tomas(&self, words: &str) -> bool {
        self.tomas.phone.history().iter().any(|seen| seen.from_bot && seen.text.contains(words))
    }

    pub async fn has_case(&self, kind: CaseKind, about: &Friend) -> bool {
        has_case(&self.world, kind, about).await
    }
}

/// Whether such a case about her is open.
pub async fn has_case(world: &World, kind: CaseKind, about: &Friend) -> bool {
    world
        .changes(async |tx, _| {
            let open = tx.cases_about(None, Some(about.id)).await.unwrap();
            tx.cases(&open).await.unwrap().iter().any(|case| case.kind == kind)
        })
        .await
}

/// How often these words stand on somebody's screen.
pub fn times(friend: &Friend, words: &str) -> usize {
    friend.phone.history().iter().filter(|seen| seen.from_bot && seen.text.contains(words)).count()
}

fn local(at: DateTime<Utc>) -> NaiveTime {
    at.with_timezone(&ATHENS).time()
}

fn is_around_six(at: DateTime<Utc>) -> bool {
    let time = local(at);
    time >= NaiveTime::from_hms_opt(17, 30, 0).unwrap() && time <= NaiveTime::from_hms_opt(18, 30, 0).unwrap()
}

fn labels(seen: &Seen) -> Vec<&str> {
    seen.buttons.iter().flatten().map(|button| button.text.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentee_is_asked_around_six_her_time_before_and_after_the_clocks_change() {
    let talk = Talking::begin().await;
    let (world, amina) = (&talk.world, &talk.amina);
    world
        .changes(async |tx, _| {
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.zone = ATHENS;
            tx.save(&person).await.unwrap();
        })
        .await;
    talk.days(15).await;
    let first = amina.hears(FIRST);
    assert!(is_around_six(first.date), "{}", first.date);
    assert_eq!(first.date.date_naive(), "2026-03-16".parse().unwrap());
    for label in ["✅ نعم", "🙂 جيد", "✖️ لا، شكرًا"] {
        amina.presses(label).await;
    }
    talk.days(14).await;
    let second = amina.hears(FIRST);
    assert!(is_around_six(second.date), "{}", second.date);
    assert_eq!(second.date.date_naive(), "2026-03-30".parse().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_is_three_taps_in_one_place_and_the_partner_sees_nothing_of_it() {
    let talk = Talking::first_evening().await;
    let amina = &talk.amina;
    let question = amina.hears(FIRST);
    assert!(question.text.contains("Tomás") && question.text.contains("2 مارس"), "{}", question.text);
    assert_eq!(labels(&question), ["✅ نعم", "✖️ لا", "📱 نعم، لكن ليس هنا", "🕐 لاحقًا"]);
    let steps = [("✅ نعم", "كيف كان ذلك"), ("🙂 جيد", "هل نتصل بك"), ("✖️ لا، شكرًا", "وصلت إجاباتك")];
    for (label, next) in steps {
        amina.presses(label).await;
        let now = amina.hears(next);
        assert_eq!(now.id, question.id, "one message, edited in place");
        assert!(now.text.contains("لن يظهر هذا") && now.text.contains("Tomás"), "{}", now.text);
    }
    assert!(amina.hears("وصلت إجاباتك").buttons.is_empty());
    let contact = talk.world.pair_of(amina).await.unwrap().talk.contact_at;
    assert_eq!(contact, Some(talk.world.now()), "that they talked counts as contact");
    assert!(talk.tomas.copies().iter().all(|seen| ["hello", "how are you?"].contains(&seen.text.as_str())));
    for case in [CaseKind::LowMood, CaseKind::CallSoon, CaseKind::CallToday] {
        assert!(!talk.has_case(case, amina).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_mood_is_a_talk_within_three_days_and_she_knows_it() {
    let talk = Talking::first_evening().await;
    for label in ["✖️ لا", "🙁 ليس جيدًا", "✖️ لا، شكرًا"] {
        talk.amina.presses(label).await;
    }
    assert!(talk.has_case(CaseKind::LowMood, &talk.amina).await);
    assert!(talk.amina.hears("سيتواصل معك").text.contains("19 مارس"));
}

#[tokio::test(flavor = "multi_thread")]
async fn call_me_today_is_urgent_and_she_knows_by_when() {
    let talk = Talking::first_evening().await;
    for label in ["📱 نعم، لكن ليس هنا", "😐 متوسط", "📞 اليوم"] {
        talk.amina.presses(label).await;
    }
    assert!(talk.has_case(CaseKind::CallToday, &talk.amina).await);
    let thanks = talk.amina.hears("سيتصل بك");
    assert!(thanks.text.contains("16 مارس") && thanks.text.contains("21:00"), "{}", thanks.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentors_serious_worry_is_urgent_and_he_reads_what_to_do_and_is_asked_nothing_about_it() {
    let talk = Talking::first_evening().await;
    let tomas = &talk.tomas;
    assert!(tomas.hears(FIRST_ES).text.contains("¿Qué tal va con esta persona?"));
    tomas.presses("🙂 Bien").await;
    tomas.presses("🔴 Sí, mucho").await;
    assert!(talk.has_case(CaseKind::Worry, tomas).await, "at once, before the last question");
    // The help number can be copied, and nothing is asked.
    let guidance = tomas.hears("tienes que contarlo a tu equipo").buttons;
    let offered = guidance.iter().flatten().filter(|button| button.data.is_some());
    let offered: Vec<&str> = offered.map(|button| button.text.as_str()).collect();
    assert_eq!(offered, ["💬 Escribir al equipo", "◀ Volver"], "and nothing asks about it");
    tomas.presses("💡 Quiero consejos").await;
    let thanks = tomas.hears("Gracias, tu equipo tiene");
    assert!(thanks.text.contains("Tu equipo sabe de tu preocupación"));
    assert!(thanks.text.contains("Esta persona no verá esto"));
    assert!(tomas.hears("Consejos").id > thanks.id, "a message of its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn typed_words_smileys_and_numbers_are_answers_and_the_next_question_stands_below() {
    let talk = Talking::first_evening().await;
    let amina = &talk.amina;
    let question = amina.hears(FIRST).id;
    amina.says("نَعَم").await;
    let mood = amina.hears("كيف كان ذلك");
    assert!(mood.id > question);
    assert!(amina.hears(FIRST).buttons.is_empty(), "the old buttons are gone");
    amina.says("🙁").await;
    amina.says("٣").await;
    amina.hears("سيتصل بك");
    assert!(talk.has_case(CaseKind::CallToday, amina).await);
    assert!(!["نَعَم", "🙁", "٣"].iter().any(|typed| talk.reached_tomas(typed)));
    // What follows may belong to the call she asked for: she is asked once.
    amina.says("مرحبا").await;
    assert!(!talk.reached_tomas("مرحبا"));
    amina.presses("Tomás").await;
    assert!(talk.reached_tomas("مرحبا"));
    amina.says("وداعًا").await;
    assert!(talk.reached_tomas("وداعًا"), "after that everything is as before");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_note_in_reply_goes_to_the_coordinator_and_nobody_else() {
    let talk = Talking::first_evening().await;
    let amina = &talk.amina;
    let copies = talk.tomas.copies().len();
    let question = amina.hears(FIRST).id;
    amina.replies(question, Content::Voice).await;
    assert_eq!(talk.tomas.copies().len(), copies);
    assert_eq!(talk.vera.copies().last().unwrap().kind, "voice");
    assert!(talk.vera.hears("An answer to a check-in").text.contains("Amina"));
    amina.hears("لا يراه إلا فريقك");
    talk.world.days_pass(3).await;
    assert_eq!(times(amina, AGAIN), 0, "she has answered in her own way");
    amina.replies(question, "أفضل الكلام مع الفريق").await;
    talk.vera.hears("أفضل الكلام مع الفريق");
    talk.world.days_pass(4).await;
    amina.replies(question, "هل ما زال هذا مفتوحا").await;
    talk.vera.hears("هل ما زال هذا مفتوحا");
    assert_eq!(talk.tomas.copies().len(), copies, "not even after the check-in is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_questions_speak_of_the_group() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let [tomas, olga] = [world.joined("Tomás", Role::Mentor).await, world.joined("Olga", Role::Mentor).await];
    let sides = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&olga, Side::Mentor)];
    world.introduce(&sides, &vera).await;
    amina.says("hello").await;
    olga.says("welcome").await;
    for (friend, copy) in [(&amina, "welcome"), (&olga, "hello")] {
        let copy = friend.hears(copy).id;
        for _ in 0..4 {
            friend.replies(copy, "and again").await;
        }
    }
    let (hers, theirs) = (amina.hears("welcome").id, olga.hears("hello").id);
    for _ in 0..5 {
        amina.replies(hers, "how are you?").await;
        olga.replies(theirs, "fine").await;
        world.days_pass(3).await;
    }
    assert!(amina.hears(FIRST).text.contains("مجموعتك"));
    assert!(tomas.hears(FIRST_ES).text.contains("Tu grupo no verá esto"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_taps_on_one_question_count_once() {
    let talk = Talking::first_evening().await;
    let question = talk.amina.hears(FIRST);
    let data: Vec<String> =
        question.buttons.iter().flatten().filter_map(|button| button.data.clone()).collect();
    talk.amina.phone.sends_callback(question.id, &data[0]);
    talk.amina.phone.sends_callback(question.id, &data[1]);
    talk.world.settles().await;
    talk.amina.hears("كيف كان ذلك");
    assert!(talk.amina.phone.toasts().last().unwrap().text.contains("هذا الزر لم يعد يعمل"));
    talk.world.passes(TimeDelta::minutes(1)).await;
}
