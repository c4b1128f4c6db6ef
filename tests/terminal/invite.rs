//! `lazo invite`, also beside a running bot.

use crate::house::House;

#[tokio::test]
async fn a_lead_is_invited_from_the_terminal_and_nobody_else_before_there_is_a_programme() {
    let house = House::new().await;
    let early = house.asks(&["invite", "--role", "mentor"]).await;
    assert_eq!(early.code, Some(2));
    assert!(early.err.contains("There is no programme yet"), "{}", early.err);
    let lead = house.asks(&["invite", "--role", "lead"]).await;
    assert_eq!((lead.code, lead.err.as_str()), (Some(0), ""));
    let link = lead.out.strip_suffix('\n').unwrap();
    assert!(link.starts_with("https://t.me/lazo_test_bot?start=") && !link.contains('\n'), "{link}");
}

#[tokio::test]
async fn beside_a_running_bot_a_link_is_printed_alone() {
    let house = House::new().await;
    let running = house.runs().await;
    let said = house.asks(&["invite", "--role", "lead", "--alias", "Vera"]).await;
    assert_eq!((said.code, said.out.lines().count()), (Some(0), 1), "{}", said.err);
    let wrong = house.asks(&["invite", "--role", "lead", "--alias", "@vera"]).await;
    assert!(wrong.code == Some(2) && wrong.err.contains("--alias must be a name"), "{}", wrong.err);
    let other = house.asks(&["invite", "--role", "mentee", "--programme", "Elsewhere"]).await;
    assert!(other.code == Some(2) && other.err.contains("There is no such programme"), "{}", other.err);
    assert_eq!(running.terminates().await, Some(0));
}
