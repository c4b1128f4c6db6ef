//! Worlds open by themselves, time moves in them from moment to moment, and the tour goes through.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use lazo::clock::Clock;
use lazo::demo::Seen;
use lazo::domain::zone::Tz;
use lazo::stage::{AMINA, FREE, Opening, STEPS, Stride, TOMAS, VERA, World};
use lazo::words::Words;
use std::sync::Arc;

const MADRID: Tz = Tz::known("Europe/Madrid");

/// Monday, 2 March 2026, 10:00 in Madrid.
fn beginning() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

async fn world(opening: Opening) -> World {
    let words = Arc::new(Words::load().unwrap());
    World::opens(words, Clock::stopped_at(beginning()), opening).await.unwrap()
}

fn screen(world: &World, place: usize) -> Vec<Seen> {
    world.phone(place).unwrap().screen()
}

fn sees(world: &World, place: usize, words: &str) -> Seen {
    let screen = screen(world, place);
    let found = screen.iter().rev().find(|seen| seen.from_bot && seen.text.contains(words)).cloned();
    found.unwrap_or_else(|| panic!("{words:?} is not on phone {place}: {screen:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_world_opens_with_a_pair_that_can_talk_and_a_phone_nobody_uses() {
    let world = world(Opening::Paired).await;
    world.phone(AMINA).unwrap().says("مرحبا");
    world.rests().await.unwrap();
    assert!(sees(&world, TOMAS, "مرحبا").copied);
    assert!(screen(&world, FREE).is_empty());
    sees(&world, VERA, "Both said yes");
    world.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn three_silent_weeks_bring_questions_and_a_case_each_at_a_humane_hour() {
    let world = world(Opening::Paired).await;
    let begun = world.now();
    world.passes(TimeDelta::days(21)).await.unwrap();
    assert_eq!(world.now() - begun, TimeDelta::days(21));
    for place in [AMINA, TOMAS, VERA] {
        let asked: Vec<_> = screen(&world, place)
            .into_iter()
            .filter(|seen| seen.date > begun + TimeDelta::hours(1))
            .collect();
        assert!(!asked.is_empty(), "phone {place} heard something");
        for seen in asked {
            let hour = seen.date.with_timezone(&MADRID).hour();
            assert!((8..21).contains(&hour), "{seen:?}");
        }
    }
    sees(&world, VERA, "Case 1");
    world.closes().await;
}

/// Under load the bot may be on its way from one poll to the next when a visitor moves time.
#[tokio::test(flavor = "multi_thread")]
async fn time_that_is_moved_while_the_bot_is_between_two_polls_is_no_absence() {
    let world = world(Opening::Paired).await;
    // Somebody else polls: the bot's own poll is over, and it waits a moment before the next.
    let url = format!("{}/bot{}/getUpdates", world.telegram().url(), world.telegram().token());
    let asked = reqwest::Client::new().post(url).header("content-type", "application/json");
    assert!(asked.body("{\"timeout\":0,\"offset\":0}").send().await.unwrap().status().is_success());
    let polls = world.telegram().polls();
    world.passes(TimeDelta::days(3)).await.unwrap();
    while world.telegram().polls() == polls {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    // A poll later it has said what it found.
    world.phone(AMINA).unwrap().says("/help");
    world.rests().await.unwrap();
    for place in [AMINA, TOMAS, VERA] {
        let history = world.phone(place).unwrap().history();
        let told = history.iter().find(|seen| seen.from_bot && seen.text.contains('🔌'));
        assert!(told.is_none(), "{told:?}");
    }
    world.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn time_passes_until_something_is_seen_and_stands_still_where_nothing_comes() {
    let world = world(Opening::Paired).await;
    let begun = world.now();
    assert!(world.passes_until_something().await.unwrap());
    assert!(
        world.now() - begun >= TimeDelta::days(3),
        "the first reminder to say hello comes after three days"
    );
    world.closes().await;
    let nobody =
        World::opens(Arc::new(Words::load().unwrap()), Clock::stopped_at(beginning()), Opening::Empty);
    let nobody = nobody.await.unwrap();
    assert!(!nobody.passes_until_something().await.unwrap());
    nobody.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tour_goes_from_an_invitation_to_a_case_somebody_has_taken() {
    let world = world(Opening::Tour).await;
    let mut steps = 0;
    while world.next_step().await.unwrap() == Stride::Done {
        steps += 1;
    }
    assert_eq!(steps, STEPS);
    assert!((10..=14).contains(&steps));
    assert!(sees(&world, TOMAS, "Hola Tomás").copied);
    assert!(screen(&world, AMINA).iter().any(|seen| seen.from_bot && seen.text.contains("El martes")));
    sees(&world, TOMAS, "Tu mentee espera una respuesta");
    sees(&world, VERA, "This case closed itself");
    let urgent = sees(&world, VERA, "Somebody does not feel safe");
    assert!(urgent.text.contains("On it: Vera"), "{}", urgent.text);
    world.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tour_goes_on_whatever_languages_the_phones_are_set_to() {
    let world = world(Opening::Tour).await;
    let mut languages = ["Español", "العربية", "English"].into_iter().cycle();
    while world.next_step().await.unwrap() == Stride::Done {
        for place in [AMINA, TOMAS, VERA] {
            let phone = world.phone(place).unwrap();
            if phone.has_started() {
                phone.says("/language");
                world.rests().await.unwrap();
                phone.presses_on(phone.last().unwrap().id, languages.next().unwrap()).unwrap();
                world.rests().await.unwrap();
            }
        }
        // Three phones and three languages: without this each would always get the same one.
        languages.next();
    }
    let cards = screen(&world, VERA)
        .into_iter()
        .filter(|seen| seen.text.contains("Vera") && seen.text.contains('🆘'));
    assert_eq!(cards.count(), 1, "the tour came to its end: On it: Vera");
    world.closes().await;
}
