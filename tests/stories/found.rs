//! What the laws over random histories have found, each as a story of its own.

use crate::closing::{afraid, calls};
use crate::world::World;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

/// The pair of his that the lead left open said whom a case had named, because the team paused it for a reason of its own.
#[tokio::test(flavor = "multi_thread")]
async fn a_pair_that_was_left_open_and_rests_for_another_reason_says_nothing_of_an_unfounded_case() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    afraid(&amina, Some("✅ نعم")).await;
    lea.presses("▶ Leave it open").await;
    vera.presses("👤 I’m on it").await;
    calls(&vera, "💬 We spoke, not settled", "📞 Call").await;
    vera.says("/pairs").await;
    for label in ["2 · Bo", "⏸ Stop", "⏸ 4 weeks"] {
        vera.presses(label).await;
    }
    vera.says("/cases").await;
    for label in
        ["🔎 1", "✅ Close case", "More", "⚖️ Unfounded, dates stay", "⏸ It stays stopped", "⏸ one week"]
    {
        vera.presses(label).await;
    }
    let open = world.changes(async |tx, _| tx.open_cases(world.programme()).await.unwrap()).await;
    assert!(open.is_empty(), "{:?}", vera.reads());
    let left = world.changes(async |tx, _| tx.rows("named_pair", 10, 0).await.unwrap().unwrap()).await;
    assert!(left.rows.is_empty(), "{:?}", left.rows);
}
