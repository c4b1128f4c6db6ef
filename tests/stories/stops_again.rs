//! What she answers when somebody of the team has opened her pair meanwhile: it stops again, and whoever has her case hears so.

use crate::cases::cards;
use crate::her_phone::{Two, afraid, named, phase};
use crate::world::{Friend, World};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::ConversationId;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const YES: &str = "✅ نعم";

async fn opens(world: &World, vera: &Friend, pair: ConversationId) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(pair).await.unwrap().unwrap();
            lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
        })
        .await;
}

/// Amina, Bo and Luis are a circle of Vera's.
async fn circle() -> (World, [Friend; 4], ConversationId) {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [amina, bo] = [world.joined("Amina", Role::Mentee).await, world.joined("Bo", Role::Mentee).await];
    let luis = world.joined("Luis", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&bo, Side::Mentee), (&luis, Side::Mentor)];
    let circle = world.introduce(&people, &vera).await;
    (world, [amina, bo, luis, vera], circle)
}

/// Presses what stands there, once it is open and once it is stopped: only the first is heard.
async fn is_heard(world: &World, (amina, vera): (&Friend, &Friend), pair: ConversationId, answer: &str) {
    opens(world, vera, pair).await;
    let before = cards(vera);
    amina.presses(answer).await;
    assert_eq!(phase(world, pair).await, Phase::Held, "{answer}");
    assert_eq!(cards(vera), before + 1, "{answer}: {:?}", vera.reads());
    assert!(!vera.phone.last().unwrap().silent, "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn that_her_answer_stops_an_opened_pair_again_is_heard() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    afraid(&amina, None).await;
    vera.presses("👤 I’m on it").await;
    is_heard(&world, (&amina, &vera), pair, YES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn that_her_answer_stops_an_opened_circle_again_is_heard_each_time() {
    let (world, [amina, _, _, vera], circle) = circle().await;
    afraid(&amina, None).await;
    vera.presses("👤 I’m on it").await;
    is_heard(&world, (&amina, &vera), circle, YES).await;
    is_heard(&world, (&amina, &vera), circle, &named("👤", "Luis")).await;
    let before = cards(&vera);
    amina.presses(&named("👤", "Bo")).await;
    assert_eq!(cards(&vera), before, "nothing was stopped by it: {:?}", vera.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn that_her_answer_stops_one_of_several_again_is_heard() {
    let it = Two::meet().await;
    afraid(&it.amina, None).await;
    it.vera.presses("👤 I’m on it").await;
    is_heard(&it.world, (&it.amina, &it.vera), it.with_tomas, &named("👤", "Tomás")).await;
}

/// She has left the circle, and the team lets the others go on: what she taps there tells the team, and stops nobody.
#[tokio::test(flavor = "multi_thread")]
async fn a_circle_she_has_left_is_not_hers_to_stop() {
    let (world, [amina, bo, luis, vera], circle) = circle().await;
    afraid(&amina, Some(YES)).await;
    let luis_is_it = named("👤", "Luis");
    let asked = amina.phone.screen().into_iter().rev().find(|seen| seen.has_button(&luis_is_it)).unwrap();
    opens(&world, &vera, circle).await;
    amina.says("/leave").await;
    amina.presses("🚪 نعم، سأغادر").await;
    assert_eq!(phase(&world, circle).await, Phase::Active);
    amina.phone.presses_on(asked.id, &luis_is_it).unwrap();
    world.settles().await;
    assert_eq!(phase(&world, circle).await, Phase::Active);
    let names = world
        .changes(async |tx, _| {
            let (case, _) = tx.unsafe_case_of(amina.id).await.unwrap().unwrap();
            tx.named(&[case]).await.unwrap()
        })
        .await;
    assert!(names.iter().any(|(_, person)| *person == luis.id), "the team knows whom it is about");
    bo.says("مرحبا").await;
    luis.hears("مرحبا");
}

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";
const STOPS: &str = "⏸ نعم، إيقافها";

/// Nothing, and what may stop a conversation that she takes for open, without her being told.
const UNTOLD: [&str; 3] = ["open", "sos", "hold"];

async fn stops(world: &World, way: &str, partner: &Friend, pair: ConversationId) {
    match way {
        "open" => {}
        "sos" => {
            partner.says("/sos").await;
            partner.presses("🛟 No me siento a salvo").await;
            partner.presses("✅ Sí").await;
        }
        _ => {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.conversation(pair).await.unwrap().unwrap();
                    lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
                })
                .await;
        }
    }
    let stopped = phase(world, pair).await == Phase::Held;
    assert_eq!(stopped, way != "open", "{way}");
}

/// All that stands on her screen, letter by letter.
fn shown(friend: &Friend) -> Vec<(String, Vec<String>)> {
    let labels = |seen: &lazo::demo::Seen| seen.buttons.iter().flatten().map(|it| it.text.clone()).collect();
    friend.phone.screen().iter().map(|seen| (seen.text.clone(), labels(seen))).collect()
}

/// What she reports is asked about, and she stops it, whatever else stops it.
async fn reports(amina: &Friend) -> [Vec<(String, Vec<String>)>; 2] {
    amina.says(SOS).await;
    amina.presses(REPORT).await;
    let asked = shown(amina);
    assert!(asked.iter().any(|(_, labels)| labels.iter().any(|label| label == STOPS)), "{asked:?}");
    amina.presses(STOPS).await;
    [asked, shown(amina)]
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_she_has_called_fine_she_can_stop_whatever_else_stops_the_pair() {
    let mut first = None;
    for way in UNTOLD {
        let it = Two::meet().await;
        afraid(&it.amina, Some(&named("👤", "Tomás"))).await;
        it.amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
        it.marta.says("feo").await;
        stops(&it.world, way, &it.marta, it.with_marta).await;
        let screens = reports(&it.amina).await;
        assert_eq!(it.phases().await, [Phase::Held, Phase::Held], "{way}");
        assert_eq!(*first.get_or_insert(screens.clone()), screens, "{way}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_team_has_opened_she_can_stop_whatever_else_stops_it() {
    let mut first = None;
    for way in UNTOLD {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let pair = world.pair_of(&amina).await.unwrap().id;
        afraid(&amina, Some(YES)).await;
        opens(&world, &vera, pair).await;
        tomas.says("feo").await;
        stops(&world, way, &tomas, pair).await;
        let screens = reports(&amina).await;
        assert_eq!(phase(&world, pair).await, Phase::Held, "{way}");
        assert_eq!(*first.get_or_insert(screens.clone()), screens, "{way}");
    }
}

/// The question whom it is about may stand there when the team has opened it meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn her_yes_when_the_team_has_opened_it_reads_the_same_whatever_else_stops_it() {
    let mut first = None;
    for way in UNTOLD {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let pair = world.pair_of(&amina).await.unwrap().id;
        afraid(&amina, None).await;
        opens(&world, &vera, pair).await;
        stops(&world, way, &tomas, pair).await;
        amina.presses(YES).await;
        let screen = shown(&amina);
        assert_eq!(*first.get_or_insert(screen.clone()), screen, "{way}");
    }
}
