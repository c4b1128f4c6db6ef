//! What cannot happen because of how Lazo is made: rows about the construction.

use super::{files, refusal, that_have};
use crate::world::World;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use std::sync::Arc;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;

const NOBODY: [String; 0] = [];

/// Row 32.
#[test]
fn nobody_can_forge_an_update_since_lazo_takes_none_in_from_outside() {
    for listener in ["TcpListener", "axum", "UnixListener"] {
        let listening = that_have("src", listener).into_iter();
        // The demo's page speaks to the people of its own worlds, never to a bot of a programme.
        let listening = listening.filter(|path| !path.starts_with("src/stage/"));
        assert_eq!(listening.collect::<Vec<_>>(), NOBODY, "{listener}");
    }
    assert_eq!(that_have("src", "SetWebhook"), NOBODY);
    assert_eq!(that_have("src", "\"GetUpdates\""), ["src/telegram/listen.rs"], "Lazo asks, and only there");
}

/// Row 33.
#[test]
fn no_address_and_no_header_of_a_proxy_decides_anything() {
    for header in ["x-real-ip", "x-forwarded", "forwarded-for", "peer_addr", "ConnectInfo"] {
        let found = files("src").into_iter().filter(|(_, text)| text.to_ascii_lowercase().contains(header));
        assert_eq!(found.map(|(path, _)| path).collect::<Vec<_>>(), NOBODY, "{header}");
    }
}

/// Row 34.
#[test]
fn the_token_cannot_be_printed_and_no_file_is_asked_for_by_address() {
    let api = files("src/telegram").into_iter().find(|(path, _)| path == "src/telegram/api.rs").unwrap().1;
    let token = api.split("pub struct Token").next().unwrap().rsplit("#[derive(").next().unwrap();
    assert!(token.starts_with("Clone)]"), "it can be cloned, and nothing else: {token}");
    assert!(!api.contains("for Token"), "neither Debug nor Display nor Serialize");
    for path in ["/file/bot", "etFile"] {
        assert_eq!(that_have("src", path), NOBODY);
    }
    assert_eq!(that_have("src", "/bot{}/"), ["src/telegram/api.rs"], "the one place with the address");
}

/// Row 35. On one thread, so that a subscriber of this test's own hears all that Lazo logs.
#[tokio::test]
async fn nothing_anybody_wrote_is_logged_however_much_is_logged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log");
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(Arc::new(std::fs::File::create(&file).unwrap()))
        .with_ansi(false);
    let all_of_lazo = Targets::new().with_target("lazo", LevelFilter::TRACE);
    let subscriber = tracing_subscriber::registry().with(lines).with(all_of_lazo);
    let guard = tracing::subscriber::set_default(subscriber);
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("a secret word").await;
    amina.blocks().await;
    tomas.says("a third secret").await;
    amina.unblocks().await;
    world.telegram.fault(refusal(400, "Bad Request: something new").on("copyMessage").times(1));
    tomas.says("a secret that does not arrive").await;
    tomas.says("/team").await;
    tomas.says("another secret").await;
    tomas.says("a secret that is asked about").await;
    world.restarts().await;
    drop(guard);
    let log = std::fs::read_to_string(file).unwrap();
    assert!(
        log.contains("INFO") || log.contains("WARN") || log.contains("DEBUG"),
        "nothing was logged: {log}"
    );
    for private in ["secret", "Amina", "Tomás", "Surname", "emulated"] {
        assert!(!log.contains(private), "{private} in {log}");
    }
}

/// What stands above the original, where there is one.
fn own(text: &str) -> &str {
    text.split_once("\n\n———\n").map_or(text, |(own, _)| own)
}

/// Row 37.
#[tokio::test(flavor = "multi_thread")]
async fn no_line_of_an_arabic_screen_begins_the_wrong_way_round() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let people = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)];
    world.introduce(&people, &vera).await;
    marta.says("hola").await;
    for asked in ["/help", "/menu", "/team", "/language"] {
        amina.says(asked).await;
    }
    let bots = amina.phone.screen().into_iter().filter(|seen| seen.from_bot && !seen.copied);
    let lines: Vec<String> =
        bots.flat_map(|seen| own(&seen.text).lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(lines.len() > 5, "{lines:?}");
    for line in lines {
        let first = line.chars().find(|char| char.is_alphabetic());
        let name = line.contains("Marta");
        assert!(name || first.is_none_or(|char| !char.is_ascii_alphabetic()), "{line:?}");
    }
}

/// Row 41.
#[test]
fn what_lazo_is_built_from_is_written_down() {
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    let takecell = lock.split("name = \"takecell\"").nth(1).unwrap();
    assert!(takecell.trim_start().starts_with("version = \"0.1.1\""), "0.1.2 wants a newer compiler");
    let ignored = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.gitignore")).unwrap();
    assert!(!ignored.contains("Cargo.lock"));
}
