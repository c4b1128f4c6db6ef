//! `lazo invite`, also beside a running bot.

use crate::database::Database;
use crate::house::{House, said};
use lazo::clock::Clock;
use lazo::store::Db;

#[tokio::test]
async fn a_lead_is_invited_from_the_terminal_and_nobody_else_before_there_is_a_programme() {
    let house = House::new().await;
    assert_eq!(house.runs().await.terminates().await, Some(0));
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
    let other = ["invite", "--role", "mentee", "--programme", "Elsewhere"];
    let none = house.asks(&other).await;
    assert!(none.code == Some(2) && none.err.contains("There is no programme yet"), "{}", none.err);
    let mut tx = Db::open(&house.url()).await.unwrap().begin().await.unwrap();
    tx.found(Clock::default().now()).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let one = house.asks(&other).await;
    let lists = "There is no such programme. There is: 1 (no name yet).";
    assert!(one.code == Some(2) && one.err.contains(lists), "{}", one.err);
    assert_eq!(running.terminates().await, Some(0));
}

#[tokio::test]
async fn no_command_but_run_makes_a_database_and_each_says_where_it_looked() {
    let house = House::new().await;
    let copy = house.path("copy.db");
    let commands = [
        &["invite", "--role", "lead"][..],
        &["remove", "--person", "1", "--to", "2"],
        &["health"],
        &["backup", copy.to_str().unwrap()],
    ];
    for place in ["lazo.db", "deeper/lazo.db"] {
        let url = format!("sqlite://{}", house.path(place).display());
        for arguments in commands {
            let mut command = house.lazo(arguments);
            command.env("LAZO_DATABASE_URL", &url);
            let said = said(command).await;
            assert_eq!(said.code, Some(1), "{arguments:?}: {}{}", said.out, said.err);
            assert!(said.err.contains(&format!("{url} is not there")), "{arguments:?}: {}", said.err);
            assert_eq!((said.out.as_str(), said.err.trim_end().lines().count()), ("", 1), "{}", said.err);
        }
    }
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
    let Some(server) = Database::postgres().await else { return };
    for arguments in &commands[..2] {
        let mut command = house.lazo(arguments);
        command.env("LAZO_DATABASE_URL", server.url());
        let said = said(command).await;
        assert!(said.code == Some(1) && said.err.contains("is still empty"), "{}", said.err);
    }
    let check = {
        let mut command = house.lazo(&["check"]);
        command.env("LAZO_DATABASE_URL", server.url());
        said(command).await
    };
    assert!(check.out.contains("still empty; the first start fills it"), "{}", check.out);
}

#[tokio::test]
async fn a_file_number_in_use_is_warned_about_and_the_link_is_still_alone() {
    let house = House::new().await;
    let running = house.runs().await;
    let mut tx = Db::open(&house.url()).await.unwrap().begin().await.unwrap();
    tx.found(Clock::default().now()).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let invite = ["invite", "--role", "mentee", "--file-number", "F-17"];
    let first = house.asks(&invite).await;
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let again = house.asks(&["invite", "--role", "mentee", "--file-number", " f-17"]).await;
    assert_eq!((again.code, again.out.lines().count()), (Some(0), 1));
    assert!(again.err.contains("has the file number \" f-17\" already"), "{}", again.err);
    assert!(again.err.contains("open invitation") && again.err.contains("mentee"), "{}", again.err);
    assert_eq!(running.terminates().await, Some(0));
}
