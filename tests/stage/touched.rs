//! The tour is touched: whatever a visitor presses, writes, sets or lets pass before, between and during its steps, it goes
//! on, or the page offers the way back. And nothing anybody wrote stands in a log.

use crate::playing::{Playing, links, log};
use lazo::stage::{AMINA, FREE, STEPS, TOMAS, VERA};
use reqwest::StatusCode;
use serde_json::json;

/// The tour's own steps, up to and with this one.
async fn after(steps: usize) -> (Playing, String) {
    let stage = Playing::new().await;
    let world = stage.tour().await;
    for _ in 0..steps {
        assert!(!stage.goes_on(&world).await, "untouched, no step needs another world");
    }
    (stage, world)
}

/// Goes on to the end, and needs no other world for it.
async fn ends(stage: &Playing, world: &str) {
    let done = stage.sees(world).await.1["tour"]["done"].as_u64().unwrap();
    for step in usize::try_from(done).unwrap()..STEPS {
        assert!(!stage.goes_on(world).await, "step {} goes on in the same world", step + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_have_said_yes_before_the_tour_lets_them() {
    let (stage, world) = after(4).await;
    stage.presses(&world, TOMAS, "✅").await;
    stage.presses(&world, AMINA, "✅").await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_said_no_and_is_asked_again() {
    let (stage, world) = after(4).await;
    stage.presses(&world, TOMAS, "✖️").await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_visitor_has_opened_the_first_invitation_herself() {
    let (stage, world) = after(1).await;
    let (phones, _) = stage.sees(&world).await;
    let link = links(&phones[VERA]).pop().unwrap();
    stage.acts(&world, FREE, json!({ "open": { "link": link } })).await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_visitor_has_half_answered_what_amina_is_asked() {
    let (stage, world) = after(1).await;
    let (phones, _) = stage.sees(&world).await;
    let link = links(&phones[VERA]).pop().unwrap();
    stage.acts(&world, AMINA, json!({ "open": { "link": link } })).await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    stage.presses(&world, AMINA, "العربية").await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn vera_has_the_case_before_the_tour_gives_it_to_her() {
    let (stage, world) = after(9).await;
    stage.presses(&world, VERA, "👤").await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn vera_is_with_amina_before_the_tour_sends_her() {
    let (stage, world) = after(11).await;
    stage.presses(&world, VERA, "👤").await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_visitor_answers_for_the_mentor_before_a_case_is_opened() {
    let (stage, world) = after(8).await;
    stage.acts(&world, TOMAS, json!({ "say": { "text": "El jueves" } })).await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_passes_before_somebody_writes() {
    let (stage, world) = after(7).await;
    stage.moves(&world, json!({ "days": 31 })).await;
    // He has not answered the bot for weeks: whether he is reminded once more is the bot's to say.
    stage.goes_on(&world).await;
    ends(&stage, &world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_world_that_is_replaced_while_something_happens_in_it_is_over_and_nothing_is_broken() {
    let stage = Playing::new().await;
    let world = stage.world().await;
    for _ in 0..3 {
        let moves = async { stage.post(&format!("{world}/time"), &json!({ "days": 31 })).await.status() };
        let steps = async { stage.post(&format!("{world}/tour"), &json!({ "on": true })).await.status() };
        let over = async { stage.post(&format!("{world}/over"), &json!({ "tour": true })).await.status() };
        let (moved, stepped, over) = tokio::join!(moves, steps, over);
        assert_eq!(over, StatusCode::OK);
        for status in [moved, stepped] {
            assert!([StatusCode::OK, StatusCode::NOT_FOUND].contains(&status), "{status}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_watches_joins_as_she_likes_and_the_team_has_a_group() {
    let stage = Playing::new().await;
    let world = stage.world().await;
    for more in ["phone", "phone", "group"] {
        let added = stage.post(&format!("{world}/phones"), &json!({ "more": more })).await;
        assert_eq!(added.status(), StatusCode::OK, "{more}");
    }
    let again = stage.post(&format!("{world}/phones"), &json!({ "more": "group" })).await;
    assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY, "there is one team");
    for (phone, part) in [(FREE, "beside"), (4, "mentee"), (5, "founder")] {
        stage.acts(&world, phone, json!({ "join": { "part": part } })).await;
    }
    let (phones, _) = stage.sees(&world).await;
    assert_eq!((&phones[FREE]["name"], &phones[FREE]["part"]), (&json!("Robin"), &json!("coordinator")));
    assert_eq!((&phones[4]["part"], &phones[5]["part"]), (&json!("mentee"), &json!("lead")));
    for (phone, why) in [(4, "once"), (AMINA, "Amina is Amina")] {
        let wish = json!({ "phone": phone, "act": { "join": { "part": "mentor" } } });
        let refused = stage.post(&format!("{world}/acts"), &wish).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{why}");
    }
    let group = phones.iter().find(|phone| phone["group"] == json!(true)).unwrap();
    let place = usize::try_from(group["place"].as_u64().unwrap()).unwrap();
    stage.acts(&world, place, json!({ "say": { "text": "/linkgroup" } })).await;
    stage.keys(&world, AMINA, "🆘").await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    stage.presses(&world, AMINA, "🛟").await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    let (phones, _) = stage.sees(&world).await;
    let texts = phones.last().unwrap()["messages"].to_string();
    assert!(texts.contains("This group is linked") && texts.contains("does not feel safe"), "{texts}");
    // Whoever is no coordinator is not in it.
    let stranger = json!({ "phone": place, "by": 1, "act": { "say": { "text": "hola" } } });
    let refused = stage.post(&format!("{world}/acts"), &stranger).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let unseen = stage.presses_in(&world, place, FREE, "👤").await;
    assert_eq!(unseen, StatusCode::OK, "the second coordinator takes it there");
}

#[tokio::test(flavor = "multi_thread")]
async fn help_is_called_before_they_talk_and_the_page_offers_the_way_back() {
    let (stage, world) = after(5).await;
    stage.keys(&world, AMINA, "🆘").await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    stage.presses(&world, AMINA, "🛟").await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    assert!(
        stage.goes_on(&world).await,
        "nobody talks who does not feel safe: that step is in a fresh world"
    );
    ends(&stage, &world).await;
}

/// What a visitor wrote, what the bot said and what people are called is in no line, whatever goes wrong.
#[tokio::test(flavor = "multi_thread")]
async fn no_log_has_a_word_of_what_stands_on_a_phone() {
    let (stage, world) = after(5).await;
    stage.acts(&world, AMINA, json!({ "say": { "text": "canary-1199" } })).await;
    stage.keys(&world, AMINA, "🆘").await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    stage.presses(&world, AMINA, "🛟").await;
    stage.acts(&world, AMINA, json!({ "say": { "text": "canary-2088" } })).await;
    stage.moves(&world, json!({ "hours": 1 })).await;
    for _ in 0..3 {
        // Whatever comes of it.
        stage.post(&format!("{world}/tour"), &json!({ "on": true })).await;
    }
    let log = log();
    for words in ["canary", "F-17", "Amina", "Tomás", "بخير", "Casa Ana"] {
        assert!(!log.contains(words), "{words} stands in the log: {log}");
    }
}
