//! Case 19: the same message again, another under its number, and pages that are out of order.

use crate::database::Database;
use crate::seed;
use crate::traffic::{Who, chat};
use lazo::clock::Clock;
use lazo::domain::heard::Heard;
use lazo::domain::seal::Seal;
use lazo::handlers::{self, House};
use lazo::store::Db;
use lazo::telegram::read;
use lazo::words::Words;
use serde_json::{json, value::to_raw_value};
use std::sync::Arc;

struct Page {
    db: Db,
    house: House,
    _database: Database,
}

/// The mentee of the first pair writes.
fn says(update: i64, message: i64, text: &str) -> Heard {
    let id = chat(0, Who::Mentee);
    let raw = json!({ "update_id": update, "message": {
        "message_id": message, "date": 1_772_445_600, "text": text, "chat": { "id": id, "type": "private" },
        "from": { "id": id, "is_bot": false, "first_name": "Amina" } } });
    read::update(&to_raw_value(&raw).unwrap()).unwrap()
}

impl Page {
    async fn new(database: Database) -> Self {
        let db = Db::open(&database.url()).await.unwrap();
        seed::seed(&db, 1, Clock::default().now()).await.unwrap();
        let words = Arc::new(Words::load().unwrap());
        let house = House {
            controls: words.controls(),
            words,
            bot_name: "lazo_bot".to_owned(),
            seal: Seal::new([7; 32]),
            memory: Arc::default(),
        };
        Self { db, house, _database: database }
    }

    async fn comes(&self, page: &[Heard]) {
        let _ = handlers::page(&self.db, &self.house, page, Clock::default().now()).await.unwrap();
    }

    /// The numbers of the messages that are on their way to the mentor.
    async fn copies(&self) -> Vec<i64> {
        self.numbers("SELECT from_message FROM letter WHERE op = 'copy' AND lane = 1000000002 ORDER BY id")
            .await
    }

    async fn does(&self, sql: &'static str) {
        match &self.db {
            Db::Sqlite(writer, _) => {
                sqlx::query(sql).execute(&mut *writer.turn().await.unwrap()).await.map(drop)
            }
            Db::Postgres(server) => {
                sqlx::query(sql).execute(&mut *server.turn().await.unwrap()).await.map(drop)
            }
        }
        .unwrap();
    }

    async fn numbers(&self, sql: &'static str) -> Vec<i64> {
        let rows: Vec<(i64,)> = match &self.db {
            Db::Sqlite(writer, _) => sqlx::query_as(sql).fetch_all(&mut *writer.turn().await.unwrap()).await,
            Db::Postgres(server) => sqlx::query_as(sql).fetch_all(&mut *server.turn().await.unwrap()).await,
        }
        .unwrap();
        rows.into_iter().map(|(number,)| number).collect()
    }
}

async fn on_both(work: impl AsyncFn(Page)) {
    for database in [Some(Database::sqlite()), Database::postgres().await].into_iter().flatten() {
        work(Page::new(database).await).await;
    }
}

#[tokio::test]
async fn an_update_that_stands_twice_in_a_page_is_one() {
    on_both(async |page| {
        page.comes(&[says(7, 70, "hola"), says(7, 70, "hola"), says(8, 71, "/help"), says(8, 71, "/help")])
            .await;
        assert_eq!(page.copies().await, [70]);
        let helps = "SELECT COUNT(*) FROM letter WHERE lane = 1000000001 AND op = 'write'";
        let once = page.numbers(helps).await;
        page.comes(&[says(9, 72, "/help")]).await;
        assert_eq!(page.numbers(helps).await, [once[0] * 2], "help was shown once, and is shown again");
    })
    .await;
}

#[tokio::test]
async fn a_message_in_another_envelope_is_the_same_message() {
    on_both(async |page| {
        page.comes(&[says(7, 70, "hola"), says(8, 70, "hola"), says(9, 71, "/help"), says(10, 71, "/help")])
            .await;
        let letters = "SELECT id FROM letter ORDER BY id";
        let before = page.numbers(letters).await;
        assert_eq!(page.copies().await, [70]);
        page.comes(&[says(101, 70, "hola"), says(102, 71, "/help")]).await;
        assert_eq!(page.numbers(letters).await, before, "nothing follows from it again");
        page.comes(&[says(103, 72, "/help")]).await;
        let helps = page.numbers(letters).await.len() - before.len();
        assert_eq!(before.len(), 1 + helps, "help was shown once");
    })
    .await;
}

#[tokio::test]
async fn a_page_is_worked_on_in_the_order_of_its_numbers() {
    on_both(async |page| {
        page.comes(&[says(9, 72, "tres"), says(7, 70, "uno"), says(8, 71, "dos")]).await;
        assert_eq!(page.copies().await, [70, 71, 72]);
    })
    .await;
}

#[tokio::test]
async fn another_message_under_a_known_number_is_another_message() {
    on_both(async |page| {
        // In one page, and in two: a server of one's own may number anew after a crash.
        page.comes(&[says(7, 70, "uno"), says(7, 71, "dos"), says(7, 72, "/help")]).await;
        page.comes(&[says(7, 73, "tres"), says(7, 74, "/help")]).await;
        assert_eq!(page.copies().await, [70, 71, 73]);
        let letters = "SELECT id FROM letter ORDER BY id";
        let before = page.numbers(letters).await;
        assert_eq!(page.numbers(HELPS).await, [2], "help was shown twice");
        page.comes(&[says(7, 70, "uno"), says(7, 71, "dos"), says(7, 72, "/help"), says(7, 74, "/help")])
            .await;
        assert_eq!(page.numbers(letters).await, before, "each of them was there");
    })
    .await;
}

const HELPS: &str =
    "SELECT COUNT(*) FROM letter WHERE lane = 1000000001 AND op = 'write' AND body LIKE '%how%'";

/// The bot's place in the first mentee's chat, or in a group of the team's, as of a second.
fn becomes(update: i64, (chat, sort): (i64, &str), second: i64, status: &str) -> Heard {
    let place = json!({ "status": status, "user": { "id": 1, "is_bot": true, "first_name": "Lazo" },
        "can_manage_topics": true, "can_pin_messages": true, "until_date": 0 });
    let raw = json!({ "update_id": update, "my_chat_member": {
        "chat": { "id": chat, "type": sort, "is_forum": true }, "date": 1_772_445_600 + second,
        "from": { "id": 1_000_000_001, "is_bot": false, "first_name": "Amina" },
        "old_chat_member": place, "new_chat_member": place } });
    read::update(&to_raw_value(&raw).unwrap()).unwrap()
}

#[tokio::test]
async fn a_place_that_is_told_again_later_changes_nothing() {
    on_both(async |page| {
        let hers = (chat(0, Who::Mentee), "private");
        let away = "SELECT COUNT(*) FROM person WHERE chat_id = 1000000001 AND reach <> 'reachable'";
        let is_away = async |page: &Page| page.numbers(away).await == [1];
        page.comes(&[becomes(1, hers, 10, "kicked")]).await;
        assert!(is_away(&page).await);
        // What is older, in whatever order it is heard.
        page.comes(&[becomes(2, hers, 5, "member")]).await;
        assert!(is_away(&page).await, "that was before");
        page.comes(&[becomes(3, hers, 10, "member")]).await;
        assert!(!is_away(&page).await, "within the same second it counts");
        page.comes(&[becomes(4, hers, 12, "kicked"), becomes(5, hers, 20, "member")]).await;
        for (update, second) in [(6, 12), (7, 10), (8, 5)] {
            page.comes(&[becomes(update, hers, second, "kicked")]).await;
            assert!(!is_away(&page).await, "{second}");
        }
        page.comes(&[becomes(9, hers, 30, "kicked")]).await;
        assert!(is_away(&page).await, "and what is new counts");
        // She writes, so she is there; the same envelope once more is no news.
        page.comes(&[says(10, 70, "/help")]).await;
        assert!(!is_away(&page).await);
        page.comes(&[becomes(11, hers, 30, "kicked")]).await;
        assert!(!is_away(&page).await);
        assert_eq!(page.numbers("SELECT COUNT(*) FROM case_file").await, [3], "one case for each time");
    })
    .await;
}

#[tokio::test]
async fn a_group_that_was_left_once_is_not_left_again() {
    on_both(async |page| {
        let team = (-100_777, "supergroup");
        let inside = "SELECT inside FROM group_chat WHERE chat_id = -100777";
        page.comes(&[becomes(1, team, 10, "administrator"), becomes(2, team, 20, "left")]).await;
        assert_eq!(page.numbers(inside).await, [0]);
        page.comes(&[becomes(3, team, 30, "administrator")]).await;
        let letters = "SELECT id FROM letter ORDER BY id";
        let before = page.numbers(letters).await;
        page.comes(&[becomes(4, team, 20, "left"), becomes(5, team, 30, "administrator")]).await;
        assert_eq!(page.numbers(inside).await, [1]);
        assert_eq!(page.numbers(letters).await, before, "it greets once");
    })
    .await;
}

/// A change of her message, as of a second.
fn edits(update: i64, message: i64, second: i64, text: &str) -> Heard {
    let id = chat(0, Who::Mentee);
    let raw = json!({ "update_id": update, "edited_message": {
        "message_id": message, "date": 1_772_445_600, "edit_date": 1_772_445_600 + second, "text": text,
        "chat": { "id": id, "type": "private" }, "from": { "id": id, "is_bot": false, "first_name": "Amina" } } });
    read::update(&to_raw_value(&raw).unwrap()).unwrap()
}

fn reacts(update: i64, message: i64, second: i64, emoji: &str) -> Heard {
    let id = chat(0, Who::Mentee);
    let raw = json!({ "update_id": update, "message_reaction": {
        "message_id": message, "date": 1_772_445_600 + second, "chat": { "id": id, "type": "private" },
        "user": { "id": id, "is_bot": false, "first_name": "Amina" }, "old_reaction": [],
        "new_reaction": [{ "type": "emoji", "emoji": emoji }] } });
    read::update(&to_raw_value(&raw).unwrap()).unwrap()
}

#[tokio::test]
async fn an_older_change_or_reaction_in_another_envelope_changes_nothing() {
    on_both(async |page| {
        page.comes(&[says(1, 70, "uno")]).await;
        page.does("UPDATE letter SET state = 'sent', message_id = 500 WHERE op = 'copy'").await;
        page.comes(&[edits(2, 70, 10, "dos"), edits(3, 70, 20, "tres")]).await;
        page.comes(&[reacts(4, 70, 10, "👍"), reacts(5, 70, 20, "🔥")]).await;
        let letters = "SELECT id FROM letter ORDER BY id";
        let before = page.numbers(letters).await;
        let prints = "SELECT COUNT(DISTINCT content_fp) FROM source WHERE edited_at = 1772445620000";
        assert_eq!(page.numbers(prints).await, [1]);
        page.comes(&[edits(6, 70, 10, "dos"), edits(7, 70, 20, "tres"), reacts(8, 70, 10, "👍")]).await;
        page.comes(&[reacts(9, 70, 20, "🔥")]).await;
        assert_eq!(page.numbers(letters).await, before, "nothing follows from it again");
        assert_eq!(page.numbers(prints).await, [1]);
    })
    .await;
}
