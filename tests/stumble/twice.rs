//! Case 19: the same message again, and pages that are out of order.

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
