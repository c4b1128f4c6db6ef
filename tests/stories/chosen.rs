//! Somebody with several conversations had chosen one before it rests: what he reads then tells him nothing of why it rests
//! (`programme.md`, breaks and stops 2).

use crate::telling::screen;
use crate::world::{Friend, World};
use lazo::domain::conversation::{Conversation, Side};
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const FOR_WHOM: &str = "¿Para quién es esto?";
const HERS: &str = "صباح الخير";
/// What may stop it.
const STOPS: [&str; 3] = ["sos", "hold", "pause"];

/// What he reads, with its buttons, and his keyboard.
fn shown(friend: &Friend) -> (Vec<(String, Vec<String>)>, String) {
    (screen(friend), format!("{:?}", friend.phone.keyboard()))
}

/// Tomás, who has Amina and Nadia.
async fn with_two() -> (World, [Friend; 3]) {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let nadia = world.joined("Nadia", Role::Mentee).await;
    world.introduce(&[(&nadia, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    amina.says(HERS).await;
    (world, [amina, tomas, vera])
}

async fn with_pair(
    world: &World,
    amina: &Friend,
    work: impl AsyncFn(&mut lazo::store::Tx, &mut Conversation),
) {
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            work(tx, &mut pair).await;
        })
        .await;
    world.settles().await;
}

async fn breaks(amina: &Friend, may_he_know: &str) {
    amina.says("/pause").await;
    amina.presses("⏸ 4 أسابيع").await;
    amina.presses(may_he_know).await;
}

async fn stops(world: &World, way: &str, [amina, _, vera]: &[Friend; 3]) {
    let now = world.now();
    match way {
        "sos" => {
            amina.says("🆘 أحتاج إلى مساعدة").await;
            amina.presses("🛟 لا أشعر بالأمان").await;
            amina.presses("✅ نعم").await;
        }
        "hold" => {
            with_pair(world, amina, async |tx, pair| {
                lifecycle::hold(tx, pair, Some(vera.id), now).await.unwrap();
            })
            .await;
        }
        _ => {
            let until = now + chrono::TimeDelta::days(56);
            with_pair(world, amina, async |tx, pair| {
                lifecycle::pause(tx, pair, (until, Some(vera.id)), now).await.unwrap();
            })
            .await;
        }
    }
}

/// Tomás has chosen Amina and writes on while that rests, and when it goes on.
async fn writes_on(way: &str, replies: bool) -> (Vec<(String, Vec<String>)>, String) {
    let (world, friends) = with_two().await;
    let [amina, tomas, _] = &friends;
    tomas.presses("👤 Amina").await;
    world.minutes_pass(10).await;
    if way == "break" {
        breaks(amina, "✖️ لا").await;
    } else {
        stops(&world, way, &friends).await;
    }
    world.minutes_pass(1).await;
    if replies {
        tomas.replies(tomas.hears(HERS).id, "Hola").await;
    } else {
        tomas.says("Hola").await;
        tomas.never_hears(FOR_WHOM);
    }
    tomas.says("¿Estás?").await;
    world.minutes_pass(1).await;
    amina.never_hears("Hola");
    if way == "break" {
        amina.says("/pause").await;
        let labels = amina.phone.last().unwrap().buttons.concat();
        amina.presses(&labels[0].text).await;
    } else {
        let now = world.now();
        with_pair(&world, amina, async |tx, pair| lifecycle::resume(tx, pair, now).await.unwrap()).await;
    }
    world.minutes_pass(1).await;
    tomas.says("¿Y ahora?").await;
    amina.hears("Hola");
    shown(tomas)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_had_chosen_a_conversation_that_rests_reads_in_a_stop_what_he_reads_in_a_break() {
    for replies in [false, true] {
        let untold = writes_on("break", replies).await;
        for way in STOPS {
            assert_eq!(writes_on(way, replies).await, untold, "{way}, replies: {replies}");
        }
    }
}

/// She told him of her break, and something stops it besides.
#[tokio::test(flavor = "multi_thread")]
async fn who_knows_of_a_break_does_not_learn_of_a_stop_in_it() {
    let mut first = None;
    for way in ["break", "sos", "hold", "pause"] {
        let (world, friends) = with_two().await;
        let [amina, tomas, _] = &friends;
        let his = tomas.replies(tomas.hears(HERS).id, "Buenos días").await;
        amina.hears("Buenos días");
        breaks(amina, "✅ نعم، يمكن").await;
        world.minutes_pass(1).await;
        if way != "break" {
            stops(&world, way, &friends).await;
        }
        world.hours_pass(1).await;
        tomas.says("➤ Amina").await;
        tomas.says("Hola").await;
        tomas.replies(tomas.hears(HERS).id, "¿Estás?").await;
        tomas.says("Luego").await;
        tomas.replies(his, "/undo").await;
        let shown = shown(tomas);
        assert_eq!(shown, *first.get_or_insert(shown.clone()), "{way}");
    }
}

/// Whoever stops it has chosen nobody from then on: what she had tapped before is no choice when it is open again.
#[tokio::test(flavor = "multi_thread")]
async fn who_stops_what_she_has_chosen_does_not_write_there_by_that_choice() {
    for report in [false, true] {
        let (world, [amina, tomas, vera]) = with_two().await;
        let pair = world.pair_of(&amina).await.unwrap();
        tomas.presses("👤 Amina").await;
        tomas.says("/sos").await;
        if report {
            tomas.presses("🚩 Avisar del último mensaje").await;
            tomas.presses("⏸ Sí, ponerlo en pausa").await;
        } else {
            tomas.presses("🛟 No me siento a salvo").await;
            tomas.presses("✖️ No, con nadie de aquí").await;
        }
        world
            .changes(async |tx, now| {
                let mut pair = tx.conversation(pair.id).await.unwrap().unwrap();
                lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
            })
            .await;
        world.minutes_pass(1).await;
        tomas.says("Tengo miedo").await;
        amina.never_hears("Tengo miedo");
    }
}
