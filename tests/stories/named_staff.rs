//! Whoever of the team is meant learns nothing by it, and has nothing of it: neither what was written about her while she was
//! kept away, nor a case she had taken, nor how a pair of her own stands (`programme.md`, safeguarding 1 and 6).

use crate::closing::calls;
use crate::her_phone::afraid;
use crate::unheard::{alone, mentored_by};
use crate::world::{Friend, World};
use lazo::domain::case::CaseKind;
use lazo::domain::person::Role;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const YES: &str = "✅ نعم";
const ON_IT: &str = "👤 I’m on it";

/// Amina says that it is about Vera.
async fn means_vera(amina: &Friend) {
    amina.says(SOS).await;
    amina.presses("🧭 الأمر يتعلق بالفريق").await;
    amina.presses("🧭 شخص في الفريق").await;
    amina.presses("\u{200f}👤 \u{2068}Vera\u{2069}").await;
}

/// Amina's case after 🆘: who has it.
async fn owner(world: &World, amina: &Friend) -> Option<lazo::domain::id::PersonId> {
    let id = amina.id;
    world
        .changes(async |tx, _| {
            let (case, _) = tx.unsafe_case_of(id).await.unwrap().unwrap();
            let case = tx.cases(&[case]).await.unwrap().remove(0);
            case.owner.filter(|_| case.acknowledged_at.is_some())
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_named_loses_the_case_she_had_and_never_has_what_was_written_meanwhile() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    vera.presses(ON_IT).await;
    assert_eq!(owner(&world, &amina).await, Some(vera.id));
    let before = vera.phone.history().len();
    means_vera(&amina).await;
    assert_eq!(owner(&world, &amina).await, None, "it must be taken anew");
    amina.says("Vera le avisa").await;
    vera.never_hears("Vera le avisa");
    lea.hears("Vera le avisa");
    world.minutes_pass(20).await;
    assert_eq!(vera.phone.history().len(), before, "{:?}", vera.reads());
    // The claim is over, and Vera works on everything again.
    let claim = lea.phone.screen().into_iter().rev().find(|seen| seen.text.contains("S1")).unwrap();
    lea.phone.presses_on(claim.id, ON_IT).unwrap();
    world.settles().await;
    let closes = async |label: &str| {
        lea.phone.presses_on(claim.id, label).unwrap();
        world.settles().await;
    };
    closes("✅ Close case").await;
    closes("✅ Solved").await;
    let open = world.changes(async |tx, _| tx.claims(world.programme()).await.unwrap()).await;
    assert!(open.is_empty());
    calls(&vera, "📵 No answer", "📞 Call").await;
    assert_eq!(owner(&world, &amina).await, Some(vera.id));
    vera.never_hears("Vera le avisa");
    amina.says("y ahora?").await;
    vera.hears("y ahora?");
}

/// What somebody's desk shows now: the list, and the pair's card.
async fn desk(friend: &Friend) -> Vec<String> {
    friend.says("/pairs").await;
    let list = friend.phone.screen().last().unwrap().text.clone();
    friend.presses("1 · ").await;
    let card = friend.phone.screen().last().unwrap().clone();
    let labels = card.buttons.concat().into_iter().map(|button| button.text);
    [list, card.text].into_iter().chain(labels).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_her_own_desk_a_pair_of_hers_looks_as_before() {
    let (world, sara, lea) = alone().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let before = desk(&lea).await;
    afraid(&sara, Some(YES)).await;
    assert_eq!(desk(&lea).await, before);
    vera.presses(ON_IT).await;
    assert_eq!(desk(&lea).await, before);
}

/// A pause of hers would look as if nothing had happened, and where it is stopped already it would not even be asked about.
#[tokio::test(flavor = "multi_thread")]
async fn a_pair_of_her_own_is_not_hers_to_pause() {
    let (world, sara, lea) = alone().await;
    let vera = world.joined("Vera", Role::Lead).await;
    for pressed in [false, true] {
        if pressed {
            afraid(&sara, Some(YES)).await;
        }
        let card = desk(&lea).await;
        assert!(!card.iter().any(|it| it.contains("⏸ Stop")), "{card:?}");
        let card = desk(&vera).await;
        assert_eq!(card.iter().any(|it| it.contains("⏸ Stop")), !pressed, "{card:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_her_partner_she_gets_no_card_whatever_it_is_about_and_makes_no_link_that_moves_her() {
    for kind in [CaseKind::Unreachable, CaseKind::Leaving, CaseKind::CallToday, CaseKind::Missed] {
        let (world, sara, lea) = alone().await;
        let vera = world.joined("Vera", Role::Coordinator).await;
        let before = lea.phone.history().len();
        crate::cases::opens(&world, kind, None, Some(&sara)).await;
        world.minutes_pass(90).await;
        assert_eq!(lea.phone.history().len(), before, "{kind:?}: {:?}", lea.reads());
        assert!(vera.phone.screen().iter().any(|seen| seen.text.contains("Case ")), "{kind:?}");
    }
    let (_world, sara, lea) = alone().await;
    sara.phone.deactivates();
    lea.says("/people").await;
    lea.presses("🌱 Mentee").await;
    lea.presses("1 · ").await;
    if lea.phone.presses("🔗 New account").is_ok() {
        lea.world.settles().await;
    }
    assert!(!lea.reads().iter().any(|text| text.contains("?start=")));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_button_of_her_own_pairs_card_shows_that_it_is_stopped() {
    let shown = async |stopped: bool| {
        let (_world, sara, lea) = alone().await;
        if stopped {
            afraid(&sara, Some(YES)).await;
        }
        let mut seen = Vec::new();
        for label in ["⏸ Stop", "🏁 End pair"] {
            desk(&lea).await;
            let pressed = lea.phone.presses(label).is_ok();
            lea.world.settles().await;
            seen.push((pressed, lea.phone.screen().last().unwrap().text.clone()));
        }
        seen
    };
    assert_eq!(shown(true).await, shown(false).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_partner_of_the_team_and_the_lead_named_her_case_is_for_neither() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let zoe = world.joined("Zoe", Role::Coordinator).await;
    let sara = mentored_by(&world, &zoe).await;
    afraid(&sara, Some(YES)).await;
    lea.hears("Case S1");
    sara.says(SOS).await;
    sara.presses("🧭 الأمر يتعلق بالفريق").await;
    sara.presses("🔑 من يقود البرنامج").await;
    let before = [&lea, &zoe].map(|friend| friend.phone.history().len());
    sara.says("هي تعرف كل شيء").await;
    afraid(&sara, None).await;
    world.minutes_pass(90).await;
    assert_eq!([&lea, &zoe].map(|friend| friend.phone.history().len()), before, "{:?}", lea.reads());
}
