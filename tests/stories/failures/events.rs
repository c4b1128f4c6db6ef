//! Groups and topics that change: rows about events.

use crate::group::{says, told};
use crate::world::World;
use lazo::demo::Group;
use lazo::domain::case::CaseKind;

/// Row 22.
#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_becomes_a_supergroup_keeps_its_cases_however_lazo_learns_of_it() {
    for refused_first in [false, true] {
        let it = told().await;
        let old = it.world.telegram.group(Group::basic(55, "Team"));
        for phone in [&it.lea.phone, &it.vera.phone] {
            old.joins(phone);
        }
        old.adds_bot(&it.lea.phone);
        old.has_topics(true);
        it.links(&old).await;
        it.opens(CaseKind::Report).await;
        if refused_first {
            // Nobody tells, and the next card is refused with the new id.
            it.world.telegram.holds_back("message");
        }
        let new = old.migrates(&it.lea.phone);
        it.opens(CaseKind::Leaving).await;
        for case in ["Case 1", "Case 2"] {
            assert!(says(&new, case), "{case}, {refused_first}");
        }
        it.world.telegram.releases();
        it.presses(&new, &it.vera.phone, "I’m on it").await;
        assert!(says(&new, "On it: Vera"));
        it.vera.never_hears("I am no longer in the team’s group");
    }
}

/// Row 23.
#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_was_deleted_is_made_anew_with_its_card() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Unsafe).await;
    let (thread, ..) = team.topics().pop().unwrap();
    team.deletes_topic(thread);
    it.vera.presses("I’m on it").await;
    let (anew, ..) = team.topics().pop().unwrap();
    assert_ne!(anew, thread);
    assert!(team.screen(Some(anew)).iter().any(|seen| seen.text.contains("On it: Vera")));
}

/// Row 24.
#[tokio::test(flavor = "multi_thread")]
async fn no_private_chat_needs_topics_and_nothing_is_sent_into_one() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = amina.says("hola").await;
    tomas.replies(tomas.hears("hola").id, "¡hola!").await;
    assert_eq!(amina.hears("¡hola!").reply_to, Some(id));
    for request in world.telegram.requests() {
        let private =
            request.params.get("chat_id").and_then(serde_json::Value::as_i64).is_some_and(|it| it > 0);
        assert!(!private || !request.params.contains_key("message_thread_id"), "{request:?}");
    }
}

/// Row 25.
#[tokio::test(flavor = "multi_thread")]
async fn a_curious_start_makes_and_resets_nothing() {
    let it = told().await;
    let team = it.linked().await;
    it.tomas.says("hola").await;
    let before = it.world.pair_of(&it.tomas).await;
    for _ in 0..5 {
        it.tomas.says("/start").await;
    }
    let stranger = it.world.phone("Eve", "en");
    stranger.starts(None);
    it.world.settles().await;
    assert_eq!(it.world.pair_of(&it.tomas).await, before);
    assert_eq!(team.topics(), []);
    it.tomas.says("sigo aquí").await;
    it.amina.hears("sigo aquí");
}
