//! Somebody with several conversations had chosen one before it rests: what he reads then tells him nothing of why it rests
//! (`programme.md`, breaks and stops 2).

use crate::world::{Friend, World};
use lazo::domain::conversation::{Conversation, Side};
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const FOR_WHOM: &str = "¿Para quién es esto?";

/// What he reads, with its buttons, and his keyboard.
fn screen(friend: &Friend) -> Vec<String> {
    let labels = |seen: &lazo::demo::Seen| -> Vec<String> {
        seen.buttons.iter().flatten().map(|it| it.text.clone()).collect()
    };
    let line = |seen: &lazo::demo::Seen| format!("{:?} {:?}", seen.text, labels(seen));
    let keyboard = format!("{:?}", friend.phone.keyboard());
    friend.phone.screen().iter().map(line).chain([keyboard]).collect()
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

/// Tomás, who has two, has chosen Amina and writes on while that rests, and when it goes on.
async fn writes_on(way: &str) -> Vec<String> {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let nadia = world.joined("Nadia", Role::Mentee).await;
    world.introduce(&[(&nadia, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    tomas.presses("👤 Amina").await;
    world.minutes_pass(10).await;
    let now = world.now();
    match way {
        "break" => {
            amina.says("/pause").await;
            amina.presses("⏸ 4 أسابيع").await;
            amina.presses("✖️ لا").await;
        }
        "sos" => {
            amina.says("🆘 أحتاج إلى مساعدة").await;
            amina.presses("🛟 لا أشعر بالأمان").await;
            amina.presses("✅ نعم").await;
        }
        "hold" => {
            with_pair(&world, &amina, async |tx, pair| {
                lifecycle::hold(tx, pair, Some(vera.id), now).await.unwrap();
            })
            .await;
        }
        _ => {
            let until = now + chrono::TimeDelta::days(56);
            with_pair(&world, &amina, async |tx, pair| {
                lifecycle::pause(tx, pair, (until, Some(vera.id)), now).await.unwrap();
            })
            .await;
        }
    }
    world.minutes_pass(1).await;
    tomas.says("Hola").await;
    tomas.says("¿Estás?").await;
    tomas.never_hears(FOR_WHOM);
    world.minutes_pass(1).await;
    if way == "break" {
        amina.says("/pause").await;
        let labels = amina.phone.last().unwrap().buttons.concat();
        amina.presses(&labels[0].text).await;
    } else {
        let now = world.now();
        with_pair(&world, &amina, async |tx, pair| lifecycle::resume(tx, pair, now).await.unwrap()).await;
    }
    world.minutes_pass(1).await;
    tomas.says("¿Y ahora?").await;
    amina.hears("Hola");
    screen(&tomas)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_had_chosen_a_conversation_that_rests_reads_in_a_stop_what_he_reads_in_a_break() {
    let untold = writes_on("break").await;
    for way in ["sos", "hold", "pause"] {
        assert_eq!(writes_on(way).await, untold, "{way}");
    }
}
