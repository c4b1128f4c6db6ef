//! Whatever somebody asks for in a stop, he reads what he would read in a break that nobody is told of (`programme.md`, breaks
//! and stops 2): his phone tells him nothing about hers.

use crate::breaks::pauses;
use crate::world::{Friend, World};
use lazo::handlers::lifecycle;

const WAYS: [&str; 5] = ["break", "sos", "hold", "pause", "desk"];

/// Amina and Tomás, whose conversation rests in one of these ways.
async fn resting(way: &str) -> (World, [Friend; 3], i64) {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let his = tomas.says("Buenos días").await;
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
        "desk" => pauses(&vera, "⏸ 8 weeks").await,
        _ => {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                    let until = now + chrono::TimeDelta::days(56);
                    match way {
                        "hold" => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
                        _ => lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap(),
                    }
                })
                .await;
        }
    }
    world.hours_pass(2).await;
    (world, [amina, tomas, vera], his)
}

/// What he reads anew, with its buttons.
fn screen(friend: &Friend) -> Vec<(String, Vec<String>)> {
    let labels = |seen: &lazo::demo::Seen| seen.buttons.iter().flatten().map(|it| it.text.clone()).collect();
    friend.phone.screen().iter().map(|seen| (seen.text.clone(), labels(seen))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_a_break_in_a_stop_gets_one_as_in_a_break_nobody_is_told_of() {
    let mut screens = Vec::new();
    for told in [false, true] {
        for way in WAYS {
            let (world, [amina, tomas, _], _) = resting(way).await;
            let read = amina.phone.history().len();
            tomas.says("/pause").await;
            tomas.presses("⏸ 1 semana").await;
            tomas.presses(if told { "✅ Sí, puede" } else { "✖️ No" }).await;
            tomas.says("/pause").await;
            tomas.says("Hola").await;
            world.days_pass(8).await;
            if way == "sos" {
                let new = amina.phone.history().split_off(read);
                assert!(!new.iter().any(|seen| seen.text.contains("Tomás")), "nothing of his reaches her");
            }
            screens.push((told, way, screen(&tomas)));
        }
    }
    for (told, way, screen) in &screens {
        let (.., first) = screens.iter().find(|(it, ..)| it == told).unwrap();
        assert_eq!(screen, first, "{way}, told: {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_back_what_has_arrived_reads_the_same_in_every_stop_and_in_a_break_nobody_is_told_of() {
    let mut screens = Vec::new();
    for way in WAYS {
        let (world, [amina, tomas, _], his) = resting(way).await;
        tomas.replies(his, "/undo").await;
        tomas.says("/undo").await;
        let waiting = tomas.says("Luego").await;
        tomas.replies(waiting, "/undo").await;
        world.hours_pass(1).await;
        amina.hears("Buenos días");
        screens.push((way, screen(&tomas)));
    }
    let (_, first) = &screens[0];
    for (way, screen) in &screens {
        assert_eq!(screen, first, "{way}");
    }
}
