//! Where what somebody writes plainly goes does not change behind her back: whatever of hers was for the team, the next line
//! is nobody else's unasked (`programme.md`, safeguarding 1).

use crate::closing::calls;
use crate::her_phone::afraid;
use crate::opening::Place;
use crate::world::{Friend, World};
use lazo::domain::person::Role;

const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const SOS: &str = "🆘 أحتاج إلى مساعدة";
const CALL_ME: &str = "📞 اتصلوا بي";
const TEAM: &str = "🧭 الأمر يتعلق بالفريق";
const LEAD: &str = "🔑 من يقود البرنامج";
const OVER: &str = "لم تعد تصل إلى فريقك فقط";
const STILL_TEAM: &str = "رسائلك تصل إلى فريقك، إلا بعد الضغط على الاسم";
const LINE: &str = "عاد مرة أخرى";

/// What was for the team before.
#[derive(Clone, Copy, Debug)]
enum Before {
    /// "No", and the case was closed.
    Other,
    /// "Yes", and with the case the pair was opened.
    Opened,
    /// "Yes", the case was closed and the pair stayed stopped; later it was opened.
    OpenedLater,
    /// "Call me", today or this week.
    Call(&'static str),
    /// "It is about the team."
    Team,
    /// A message to the team.
    Wrote,
}

impl Before {
    const ALL: [Self; 7] = [
        Self::Other,
        Self::Opened,
        Self::OpenedLater,
        Self::Call("📞 اليوم"),
        Self::Call("📅 هذا الأسبوع"),
        Self::Team,
        Self::Wrote,
    ];

    async fn happens(self, amina: &Friend, vera: &Friend) {
        match self {
            Self::Other => {
                afraid(amina, Some(NO)).await;
                amina.says("في البيت").await;
                settled(vera).await;
            }
            Self::Opened => {
                afraid(amina, Some(YES)).await;
                settled(vera).await;
                vera.presses("▶ Open it again").await;
                vera.presses("▶ Open").await;
                vera.presses("✅ Close case").await;
                vera.presses("✅ Solved").await;
            }
            Self::OpenedLater => {
                afraid(amina, Some(YES)).await;
                settled(vera).await;
                vera.presses("⏸ It stays stopped").await;
                vera.presses("one week").await;
                Place::Desk.asks(vera).await;
                vera.presses("▶ Open").await;
            }
            Self::Call(when) => {
                amina.says(SOS).await;
                amina.presses(CALL_ME).await;
                amina.presses(when).await;
            }
            Self::Team => {
                amina.says(SOS).await;
                amina.presses(TEAM).await;
                amina.presses(LEAD).await;
            }
            Self::Wrote => {
                amina.says("/team").await;
                amina.says("أريد أن أقول شيئًا").await;
            }
        }
    }
}

/// Somebody has talked with her, and closes the case as far as it goes.
async fn settled(vera: &Friend) {
    vera.presses("👤 I’m on it").await;
    calls(vera, "💬 We spoke, not settled", "📞 Call").await;
    vera.presses("✅ Close case").await;
    vera.presses("✅ Solved").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_for_the_team_the_next_line_is_for_nobody_else_unasked() {
    for before in Before::ALL {
        let world = World::new().await;
        let _lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        before.happens(&amina, &vera).await;
        amina.says(LINE).await;
        tomas.never_hears(LINE);
        vera.never_hears(LINE);
        amina.presses("Tomás").await;
        tomas.hears(LINE);
        amina.says("والآن إليك").await;
        tomas.hears("والآن إليك");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_her_case_is_over_she_reads_that_her_words_are_not_the_teams_alone_any_more() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(NO)).await;
    let before = tomas.phone.history().len();
    settled(&vera).await;
    amina.never_hears(OVER);
    amina.opens_mail().await;
    amina.hears(OVER);
    assert_eq!(tomas.phone.history().len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_her_case_is_open_and_the_pair_too_she_reads_that_her_words_are_still_the_teams() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let hello = tomas.says("hola").await;
    afraid(&amina, Some(YES)).await;
    Place::Desk.asks(&vera).await;
    vera.presses("▶ Open").await;
    amina.opens_mail().await;
    amina.hears(STILL_TEAM);
    amina.says(LINE).await;
    tomas.never_hears(LINE);
    vera.hears(LINE);
    let _ = hello;
    let theirs = amina.hears("hola").id;
    amina.replies(theirs, "أهلًا").await;
    tomas.hears("أهلًا");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_worries_is_asked_whom_his_next_line_is_for() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("🔎 Me preocupa: Amina").await;
    tomas.says("creo que le pegan").await;
    amina.never_hears("creo que le pegan");
}
