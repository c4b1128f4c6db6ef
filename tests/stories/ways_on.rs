//! After 🆘 no screen is an end: each says whom to ring, and has a button for what may come next and one that leads back.

use crate::her_phone::afraid;
use crate::unheard::alone;
use crate::world::{Friend, World};
use lazo::demo::Seen;
use lazo::domain::conversation::Phase;
use lazo::domain::person::Role;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const CALL: &str = "📞 اتصلوا بي";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";
const BACK: &str = "▶ رجوع";
const MENU: &str = "ما الذي يلزمك؟";
const UNHEARD: &str = "لا يوجد هنا بعد من يمكنه قراءة هذا";

fn last(friend: &Friend) -> Seen {
    let screen = friend.phone.screen();
    screen.into_iter().rev().find(|seen| seen.from_bot && !seen.buttons.is_empty()).unwrap()
}

fn rings(seen: &Seen) -> bool {
    seen.buttons.iter().flatten().any(|button| button.copy_text.as_deref() == Some("112"))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_a_call_reads_whom_to_ring_and_can_go_back_or_write_instead() {
    for when in ["📞 اليوم", "📅 هذا الأسبوع"] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        amina.says(SOS).await;
        amina.presses(CALL).await;
        assert!(rings(&last(&amina)), "{:?}", last(&amina).buttons);
        amina.presses(BACK).await;
        assert!(last(&amina).text.contains(MENU));
        amina.presses(CALL).await;
        amina.presses(when).await;
        assert!(rings(&last(&amina)), "{:?}", last(&amina).buttons);
        amina.presses("💬 الكتابة إلى الفريق").await;
        amina.says("بعد الخامسة من فضلكم").await;
        vera.hears("بعد الخامسة من فضلكم");
        amina.presses(BACK).await;
        amina.hears(MENU);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_worries_can_write_to_the_team_from_there_and_go_back() {
    let world = World::new().await;
    let [_, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("🔎 Me preocupa: Amina").await;
    assert!(rings(&last(&tomas)));
    tomas.presses("💬 Escribir al equipo").await;
    tomas.says("No la veo bien").await;
    vera.hears("No la veo bien");
    tomas.presses("◀ Volver").await;
    tomas.hears("¿Qué necesitas?");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_about_the_team_leads_back_too() {
    let world = World::new().await;
    let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says(SOS).await;
    for steps in [&["🧭 الأمر يتعلق بالفريق"][..], &["🧭 الأمر يتعلق بالفريق", "🧭 شخص في الفريق"]]
    {
        for step in steps {
            amina.presses(step).await;
        }
        assert!(rings(&last(&amina)), "{:?}", last(&amina).buttons);
        amina.presses(BACK).await;
        assert!(last(&amina).text.contains(MENU));
    }
}

/// Lea leads alone, and is Sara's mentor: whoever reads reports is whom it is about.
#[tokio::test(flavor = "multi_thread")]
async fn who_reports_what_nobody_may_read_is_told_so_with_whom_to_ring_and_may_stop_the_pair() {
    for (answer, phase) in [("⏸ نعم، إيقافها", Phase::Held), ("◀ لا، تستمر", Phase::Active)]
    {
        let (world, sara, lea) = alone().await;
        lea.says("Kom alleen").await;
        let before = lea.phone.history().len();
        sara.says(SOS).await;
        sara.presses(REPORT).await;
        let said = sara.hears("هل نوقف هذه المحادثة أيضًا؟");
        assert!(said.text.contains(UNHEARD) && said.text.contains("600 000 000"), "{}", said.text);
        assert!(rings(&said), "{:?}", said.buttons);
        sara.presses(answer).await;
        let said = last(&sara);
        assert!(said.text.contains(UNHEARD) && said.text.contains("600 000 000"), "{}", said.text);
        assert_eq!(world.pair_of(&sara).await.unwrap().phase, phase);
        sara.never_hears("نسخة");
        assert_eq!(lea.phone.history().len(), before, "{:?}", lea.reads());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_what_the_only_lead_wrote_to_her_is_unheard_too() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    amina.says("/team").await;
    amina.says("سؤال").await;
    lea.replies(lea.hears("سؤال").id, "lead-canary").await;
    amina.replies(amina.hears("lead-canary").id, "/safe").await;
    let before = lea.phone.history().len();
    amina.presses("🚩 الإبلاغ عن هذه الرسالة").await;
    let said = amina.hears(UNHEARD);
    assert!(said.text.contains("600 000 000") && rings(&said), "{}", said.text);
    assert_eq!(lea.phone.history().len(), before);
}

/// While her case is open her words are her team's: where the team opens her pair meanwhile, a button leads to him.
#[tokio::test(flavor = "multi_thread")]
async fn where_the_team_opens_her_pair_during_her_case_a_button_leads_to_him() {
    for wrote in [false, true] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        if wrote {
            world.stops().await;
            amina.phone.says("متى نلتقي؟");
            amina.phone.says(SOS);
            world.starts().await;
            world.settles().await;
        }
        afraid(&amina, Some("✅ نعم")).await;
        vera.says("/pairs").await;
        vera.presses("1 · Amina").await;
        vera.presses("▶ Let them write again").await;
        vera.presses("▶ Open").await;
        assert_eq!(world.pair_of(&amina).await.unwrap().phase, Phase::Active);
        amina.opens_mail().await;
        amina.presses("👤 الكتابة إلى: \u{2068}Tomás\u{2069}").await;
        amina.says("أنا بخير").await;
        tomas.hears("أنا بخير");
        vera.never_hears("أنا بخير");
    }
}
