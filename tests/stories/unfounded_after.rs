//! What follows from a case that was unfounded keeps no more of it than it does itself.

use crate::closing::{afraid, calls};
use crate::unfounded::{closes, file, marks};
use crate::world::{Friend, World};
use lazo::domain::case::{CaseKind, Outcome};
use lazo::domain::conversation::Side;
use lazo::domain::id::CaseId;
use lazo::domain::person::Role;

const YES: &str = "✅ نعم";

/// Whom of these the team's chats name in what the bot says of a case.
fn named(staff: &[&Friend], names: &[&str]) -> Vec<String> {
    let screens = staff.iter().flat_map(|it| it.phone.screen()).filter(|seen| seen.from_bot);
    let of_case = screens.filter(|seen| seen.text.contains("Case ") || seen.text.contains("Stopped"));
    of_case.map(|seen| seen.text).filter(|text| names.iter().any(|name| text.contains(name))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_case_that_asks_about_its_stop_is_forgotten_with_it() {
    for ends in [false, true] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let pair = world.pair_of(&amina).await.unwrap().id;
        afraid(&amina, Some(YES)).await;
        vera.presses("👤 I’m on it").await;
        calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
        closes(&vera).await;
        vera.presses("⏸ It stays stopped").await;
        vera.presses("⏸ one week").await;
        world.days_pass(8).await;
        let asks = file(&world, CaseId(2)).await;
        assert_eq!((asks.kind, asks.resolved_at), (CaseKind::Stopped, None));
        vera.says("/cases").await;
        vera.presses("🔎 2").await;
        vera.presses("👤 I’m on it").await;
        vera.presses("✅ Close case").await;
        if ends {
            vera.presses("🏁 It ends").await;
            vera.presses("🎯 Goals reached, or planned").await;
        } else {
            vera.presses("▶ Open it again").await;
            vera.presses("▶ Open").await;
        }
        let asks = file(&world, CaseId(2)).await;
        assert!(asks.resolved_at.is_some());
        assert_eq!((asks.person, asks.conversation), (None, None), "{ends}");
        for somebody in [&tomas, &amina] {
            assert_eq!(marks(&world, CaseId(2), somebody, &[pair]).await, Vec::<String>::new(), "{ends}");
        }
        assert_eq!(named(&[&vera], &["Amina", "Tomás"]), Vec::<String>::new(), "{ends}");
    }
}

/// What was found to be so stays on record, and so does what asked about its stop.
#[tokio::test(flavor = "multi_thread")]
async fn the_case_that_asks_about_any_other_stop_is_kept() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
    vera.presses("✅ Close case").await;
    vera.presses("✅ Solved").await;
    vera.presses("⏸ It stays stopped").await;
    vera.presses("⏸ one week").await;
    world.days_pass(8).await;
    vera.says("/cases").await;
    vera.presses("🔎 2").await;
    vera.presses("👤 I’m on it").await;
    vera.presses("✅ Close case").await;
    vera.presses("▶ Open it again").await;
    vera.presses("▶ Open").await;
    let asks = file(&world, CaseId(2)).await;
    assert_eq!((asks.outcome, asks.conversation), (Some(Outcome::Solved), Some(pair)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_lead_decided_about_another_pair_names_nobody_any_more() {
    for stays in [false, true] {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let bo = world.joined("Bo", Role::Mentee).await;
        world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
        afraid(&amina, Some(YES)).await;
        lea.presses("⏸ Stop it").await;
        lea.hears("Bo");
        vera.presses("👤 I’m on it").await;
        calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
        closes(&vera).await;
        // Of each pair that was stopped because of it.
        for _ in 0..2 {
            if stays {
                vera.presses("⏸ It stays stopped").await;
                vera.presses("⏸ one week").await;
            } else {
                vera.presses("▶ Open it again").await;
                vera.presses("▶ Open").await;
                vera.says("/cases").await;
                vera.presses("🔎 1").await;
                closes(&vera).await;
            }
        }
        assert_eq!(file(&world, CaseId(1)).await.outcome, Some(Outcome::Unfounded), "{stays}");
        world.settles().await;
        assert_eq!(named(&[&lea, &vera], &["Bo", "Tomás", "Amina"]), Vec::<String>::new(), "{stays}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_of_what_was_reported_goes_as_far_as_telegram_lets_it() {
    for hours in [1, 72] {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        tomas.says("palabras feas").await;
        amina.says("🆘 أحتاج إلى مساعدة").await;
        amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
        let copies = || lea.copies().len() + vera.copies().len();
        assert_eq!(copies(), 1);
        world.hours_pass(hours).await;
        vera.says("/cases").await;
        vera.presses("🔎 1").await;
        vera.presses("👤 I’m on it").await;
        closes(&vera).await;
        assert_eq!(file(&world, CaseId(1)).await.outcome, Some(Outcome::Unfounded));
        world.settles().await;
        assert_eq!(copies(), usize::from(hours > 48), "{hours}");
    }
}
