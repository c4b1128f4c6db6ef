//! Who is in a pair and of the team: her desk tells her no more of it than her phone (`programme.md`, breaks and stops 2).

use crate::her_phone::afraid;
use crate::unheard::mentored_by;
use crate::world::{Friend, World};
use lazo::domain::conversation::Phase;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;
use std::collections::{BTreeMap, BTreeSet};

/// Nothing, and every way in which her conversation can rest without her being told.
const WAYS: [&str; 6] = ["open", "break", "sos", "report", "hold", "pause"];

/// A screen: its text and its buttons.
type Screen = (String, Vec<String>);

/// Sara and her mentor Lea, who is of the team; somebody else leads, too, and others wait for a pair.
async fn resting(way: &str, role: Role) -> (World, Friend, Friend) {
    let world = World::new().await;
    world.joined("Vera", Role::Lead).await;
    let lea = world.joined("Lea", role).await;
    let sara = mentored_by(&world, &lea).await;
    world.joined("Marta", Role::Mentor).await;
    lea.says("Buenos días").await;
    sara.says("مرحبا").await;
    match way {
        "open" => {}
        "break" | "told" => {
            sara.says("/pause").await;
            sara.presses("⏸ 4 أسابيع").await;
            sara.presses(if way == "break" { "✖️ لا" } else { "✅ نعم" }).await;
        }
        "sos" => afraid(&sara, Some("✅ نعم")).await,
        "report" => {
            sara.says("🆘 أحتاج إلى مساعدة").await;
            sara.presses("🚩 الإبلاغ عن آخر رسالة").await;
            sara.presses("⏸ نعم، إيقافها").await;
        }
        _ => {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.pair_of(sara.id).await.unwrap().unwrap();
                    let until = now + chrono::TimeDelta::days(56);
                    match way {
                        "hold" => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
                        _ => lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap(),
                    }
                })
                .await;
        }
    }
    let stopped = world.pair_of(&sara).await.unwrap().phase != Phase::Active;
    assert_eq!(stopped, !["open", "break", "told"].contains(&way), "{way}");
    (world, sara, lea)
}

/// What the bot shows her last.
fn last(friend: &Friend) -> Screen {
    let seen = friend.phone.screen().into_iter().rfind(|seen| seen.from_bot).unwrap();
    (seen.text.clone(), seen.buttons.iter().flatten().map(|button| button.text.clone()).collect())
}

/// Every screen of her desk that so many presses lead to.
async fn desk(lea: &Friend, depth: usize) -> BTreeMap<Vec<String>, Screen> {
    let mut seen = BTreeMap::new();
    let mut paths: Vec<Vec<String>> =
        ["/pairs", "/people", "/find Sara", "/pair"].map(|root| vec![root.to_owned()]).into();
    let mut known = BTreeSet::new();
    while let Some(path) = paths.pop() {
        lea.says(&path[0]).await;
        for label in &path[1..] {
            if lea.phone.presses(label).is_err() {
                break;
            }
            lea.world.settles().await;
        }
        let screen = last(lea);
        if known.insert(screen.clone()) && path.len() <= depth {
            for label in screen.1.iter().rev() {
                paths.push(path.iter().chain([label]).cloned().collect());
            }
        }
        seen.insert(path, screen);
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn her_desk_is_the_same_whether_or_not_her_own_pair_rests_and_in_whatever_way() {
    for (role, days) in [(Role::Lead, 11), (Role::Coordinator, 0)] {
        let mut first = None;
        for way in WAYS {
            let (world, _, lea) = resting(way, role).await;
            world.days_pass(days).await;
            let shown = desk(&lea, 3).await;
            let first = first.get_or_insert_with(|| shown.clone());
            for (path, screen) in &shown {
                let open = first.get(path);
                assert_eq!(Some(screen), open, "{role:?}, {way}, after {days} days: {path:?}");
            }
            assert!(shown.len() > 12, "she has seen {} screens", shown.len());
            assert!(shown.keys().any(|path| path.iter().any(|it| it == "👥 Members")));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_that_she_was_told_of_stands_on_her_desk_and_so_do_all_breaks_for_the_others() {
    for (way, hers) in [("told", true), ("break", false)] {
        let (world, _, lea) = resting(way, Role::Lead).await;
        let vera = world.joined("Eva", Role::Lead).await;
        for (friend, sees) in [(&lea, hers), (&vera, true)] {
            for command in ["/pairs", "/find Sara"] {
                friend.says(command).await;
                let (text, _) = last(friend);
                assert_eq!(text.contains('⏸'), sees, "{way}: {text}");
            }
        }
    }
}
