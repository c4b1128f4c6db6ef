//! Who is in a pair and of the team: her desk tells her no more of it than her phone (`programme.md`, breaks and stops 2).

use crate::her_phone::afraid;
use crate::pairing::not_ready;
use crate::unheard::mentored_by;
use crate::world::{Friend, World};
use lazo::domain::conversation::{Phase, Side};
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
    rests(world, way, role).await
}

/// The same of whoever is of the team in this world.
async fn rests(world: World, way: &str, role: Role) -> (World, Friend, Friend) {
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

/// Her lists show nothing of it, and what she does from them changes nothing of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_break_that_she_was_not_told_of_stays_when_she_pairs_him_without_a_record() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let hers = world.also(&lea, Role::Mentee, world.programme()).await;
    world.introduce(&[(&hers, Side::Mentee), (&tomas, Side::Mentor)], &lea).await;
    world.joined("Amina", Role::Mentee).await;
    not_ready(&world, &tomas).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(tomas.id).await.unwrap().unwrap();
            person.profile.capacity = Some(2);
            tx.save(&person).await.unwrap();
        })
        .await;
    tomas.says("/pause").await;
    tomas.presses("⏸ 4 semanas").await;
    tomas.presses("✖️ No").await;
    lea.says("Until soon").await;
    tomas.never_hears("Until soon");
    let stored = async || world.changes(async |tx, _| tx.person(tomas.id).await.unwrap().unwrap()).await;
    let until = stored().await.paused_until;
    assert!(until.is_some());
    lea.says("/pair").await;
    lea.presses("1 · Amina").await;
    lea.presses("1 · Tomás").await;
    lea.presses("⚠️ Pair anyway").await;
    lea.says("He has worked with us for ten years").await;
    let after = stored().await;
    assert_eq!(after.profile.ready_override.as_deref(), Some("He has worked with us for ten years"));
    assert_eq!(after.paused_until, until);
    world.days_pass(29).await;
    assert_eq!(stored().await.paused_until, None);
    tomas.hears("Until soon");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_alone_in_the_team_reads_in_the_same_words_who_could_end_her_own_pair() {
    for role in [Role::Lead, Role::Coordinator] {
        let mut first = None;
        for way in WAYS {
            let (world, _, lea) = rests(World::new().await, way, role).await;
            lea.says("/pairs").await;
            lea.presses("1 · Sara").await;
            let card = last(&lea);
            assert!(card.0.contains("You are in this pair yourself."), "{role:?}, {way}: {card:?}");
            assert_eq!(*first.get_or_insert(card.clone()), card, "{role:?}, {way}");
            // Whoever is in the team beside her can end it.
            world.joined("Vera", Role::Coordinator).await;
            lea.says("/pairs").await;
            lea.presses("1 · Sara").await;
            assert!(!last(&lea).0.contains("You are in this pair yourself."), "{role:?}, {way}");
        }
    }
}
