//! One letter that cannot be leased, carried or signed off among those of ten pairs: it stops nobody else, and whoever
//! leads the programme reads that something failed.

use crate::database::Database;
use crate::stumbling::Ground;
use crate::traffic::{Who, chat};
use lazo::demo::{Fault, Person, Rule};
use lazo::limits::Limits;
use lazo::store::Db;
use std::time::Duration;

/// Ways to be sick, all in the chat of the first pair's mentee: what is done to the database, and how Telegram answers.
struct Sick {
    name: &'static str,
    sqlite: &'static [&'static str],
    /// The same words, unless there are others.
    postgres: &'static [&'static str],
    refuses: Option<(u16, &'static str)>,
    /// What is written to her afterwards arrives.
    goes_on: bool,
}

const LANE: &str =
    "INSERT INTO lane (chat_id, rank) VALUES (1000000001, 0) ON CONFLICT (chat_id) DO UPDATE SET rank = 0";

const KINDS: [Sick; 8] = [
    Sick {
        name: "words that cannot be read",
        sqlite: &[
            "INSERT INTO letter (lane, rank, op, body, state, queued_at) VALUES (1000000001, 0, 'write', '{}', 'queued', 0)",
            LANE,
        ],
        postgres: &[],
        refuses: None,
        goes_on: true,
    },
    Sick {
        name: "parts that cannot be read",
        sqlite: &[
            "INSERT INTO letter (lane, rank, op, parts, from_chat, source_id, state, queued_at)
             VALUES (1000000001, 0, 'album', '{', 1000000002, 1, 'queued', 0)",
            LANE,
        ],
        postgres: &[],
        refuses: None,
        goes_on: true,
    },
    Sick {
        name: "a keyboard that cannot be read",
        sqlite: &["INSERT INTO account (chat_id, keyboard) VALUES (1000000001, '{')"],
        postgres: &[],
        refuses: None,
        goes_on: false,
    },
    Sick {
        name: "a number that another message has",
        sqlite: &["INSERT INTO letter (lane, rank, op, state, queued_at, message_id)
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
             SELECT 1000000001, 0, 'write', 'sent', 0, {here} + i FROM n"],
        postgres: &[],
        refuses: None,
        goes_on: true,
    },
    Sick {
        name: "a sign-off that is refused",
        sqlite: &[
            "CREATE TRIGGER sick BEFORE UPDATE ON letter WHEN NEW.state = 'sent' AND NEW.lane = 1000000001
             BEGIN SELECT RAISE(ABORT, 'it is sick'); END",
        ],
        postgres: &[
            REFUSES,
            "CREATE TRIGGER sick BEFORE UPDATE ON letter FOR EACH ROW
             WHEN (NEW.state = 'sent' AND NEW.lane = 1000000001) EXECUTE FUNCTION refuses()",
        ],
        refuses: None,
        goes_on: true,
    },
    Sick {
        name: "a lease that is refused",
        sqlite: &[
            "CREATE TRIGGER sick BEFORE UPDATE ON letter WHEN NEW.state = 'sending' AND NEW.lane = 1000000001
             BEGIN SELECT RAISE(ABORT, 'it is sick'); END",
        ],
        postgres: &[
            REFUSES,
            "CREATE TRIGGER sick BEFORE UPDATE ON letter FOR EACH ROW
             WHEN (NEW.state = 'sending' AND NEW.lane = 1000000001) EXECUTE FUNCTION refuses()",
        ],
        refuses: None,
        goes_on: false,
    },
    Sick {
        name: "what follows is refused",
        sqlite: &[
            "CREATE TRIGGER sick BEFORE INSERT ON case_file BEGIN SELECT RAISE(ABORT, 'it is sick'); END",
        ],
        postgres: &[
            REFUSES,
            "CREATE TRIGGER sick BEFORE INSERT ON case_file FOR EACH ROW EXECUTE FUNCTION refuses()",
        ],
        refuses: Some((403, "Forbidden: bot was blocked by the user")),
        goes_on: false,
    },
    Sick {
        name: "what follows panics",
        sqlite: &[
            // No date is later, so whatever is reckoned from it fails.
            "INSERT INTO letter (lane, rank, op, body, state, queued_at)
             VALUES (1000000001, 0, 'write', '{\"help\":\"words\"}', 'queued', 8210266876799000)",
            LANE,
        ],
        postgres: &[],
        refuses: Some((500, "Internal Server Error")),
        goes_on: false,
    },
];

const REFUSES: &str = "CREATE FUNCTION refuses() RETURNS TRIGGER LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'it is sick'; END $$";

/// The others' messages arrive, the bot goes on, and the lead reads that something failed.
async fn stops_nobody_else(database: Database, sick: &Sick) {
    let url = database.url();
    let mut ground = Ground::on(database, &url, Limits::default()).await;
    let lead = ground.telegram.acquaintance(Person::named(900_000_001, "Vera").with_app_in("en"));
    let other = matches!(ground.beside, Db::Postgres(_)) && !sick.postgres.is_empty();
    let hers = chat(0, Who::Mentee);
    // What comes to her next has the numbers after that.
    let (here, _) = ground.telegram.writes(hers, "hola", None);
    for sql in if other { sick.postgres } else { sick.sqlite } {
        ground.does(sql.replace("{here}", &here.to_string())).await;
    }
    if let Some((code, words)) = sick.refuses {
        let fault = Fault::Refuse { code, description: words.to_owned(), parameters: None };
        ground.telegram.fault(Rule::new(fault).in_chat(hers));
    }
    ground.bot.wake();
    ground.telegram.writes(chat(0, Who::Mentor), "para ti", None);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let (_, later) = ground.telegram.writes(chat(0, Who::Mentor), "y otra cosa", None);
    for pair in 1..10 {
        ground.traffic.says(pair, Who::Mentee, "hola", None);
        ground.traffic.says(pair, Who::Mentor, "hola", None);
    }
    let arrives = ground.traffic.arrives(Duration::from_secs(20)).await;
    assert!(arrives, "{}: {:?}", sick.name, ground.traffic.tally());
    let told = async {
        let arrived = || ground.telegram.deliveries().iter().any(|it| it.chat == hers && it.content == later);
        while !lead.screen().iter().any(|seen| seen.text.contains("failed: a mistake"))
            || (sick.goes_on && !arrived())
        {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let told = tokio::time::timeout(Duration::from_secs(20), told).await;
    assert!(told.is_ok(), "{}: the lead reads {:?}", sick.name, lead.screen());
    let ends = tokio::time::timeout(Duration::from_millis(200), ground.bot.fails()).await;
    assert!(ends.is_err(), "{}: the bot ended", sick.name);
    assert_eq!(ground.count("SELECT COUNT(*) FROM set_aside").await, 0, "{}", sick.name);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sick_letter_stops_nobody_else() {
    let all = KINDS.iter().map(|sick| stops_nobody_else(Database::sqlite(), sick));
    futures_util::future::join_all(all).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sick_letter_stops_nobody_else_on_a_server() {
    for sick in &KINDS {
        let Some(database) = Database::postgres().await else { return };
        stops_nobody_else(database, sick).await;
    }
}
