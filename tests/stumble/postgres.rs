//! A PostgreSQL server whose sessions end, and whose answers are lost.

use crate::cutting::Cutting;
use crate::database::Database;
use crate::stumbling::{Ground, hasty, history};
use crate::traffic::{Who, chat};
use lazo::demo::{Fault, Rule};
use lazo::limits::Limits;
use lazo::store::{About, Db};
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread")]
async fn sessions_that_are_ended_under_load_lose_nothing_and_nothing_is_blamed() {
    let Some(database) = Database::postgres().await else { return };
    let url = database.url();
    let ground = Ground::on(database, &url, Limits::default()).await;
    ground.pulses_fall_due().await;
    let flows = tokio::spawn(ground.traffic.clone().flows(200.0));
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        ground.ends_a_session().await;
        tokio::time::sleep(Duration::from_millis(70)).await;
    }
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_commit_that_is_lost_leaves_no_lane_standing_and_doubles_nothing() {
    let Some(database) = Database::postgres().await else { return };
    let cutting = Cutting::before(&database.url()).await;
    let ground = Ground::on(database, &cutting.url(), Limits::default()).await;
    // One who has blocked the bot: her partner reads so once, and her team has one case.
    let blocked = Fault::Refuse {
        code: 403,
        description: "Forbidden: bot was blocked by the user".to_owned(),
        parameters: None,
    };
    ground.telegram.fault(Rule::new(blocked).in_chat(chat(9, Who::Mentee)));
    ground.telegram.latency(Duration::from_millis(40));
    let flows = tokio::spawn({
        let traffic = ground.traffic.clone();
        async move {
            let mut beat = tokio::time::interval(Duration::from_millis(20));
            for n in 0.. {
                beat.tick().await;
                let who = if n / 9 % 2 == 0 { Who::Mentee } else { Who::Mentor };
                traffic.says(n % 9, who, format!("message {n}"), None);
            }
        }
    });
    // Outside the account: it will not arrive.
    ground.telegram.writes(chat(9, Who::Mentor), "hola", None);
    for _ in 0..12 {
        cutting.loses_an_answer().await;
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
    assert_eq!(ground.count("SELECT COUNT(*) FROM case_file").await, 1);
    assert_eq!(ground.count("SELECT COUNT(*) FROM letter WHERE maybe_duplicate = 1").await, 0);
}

/// The law: whatever a server does, at a random moment and for a random time.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stumbles_in_every_way_at_random_moments_loses_nothing() {
    let Some(account) = Box::pin(history(true, hasty(), 1, Duration::from_secs(4))).await else { return };
    assert!(account.is_well(), "{account:?}");
}

/// Who may not log in today may tomorrow: no message is to blame.
#[tokio::test(flavor = "multi_thread")]
async fn access_that_is_taken_away_is_about_the_store() {
    let Some(database) = Database::postgres().await else { return };
    let beside = Db::open(&database.url()).await.unwrap();
    let Db::Postgres(server) = &beside else { panic!("not PostgreSQL") };
    let role = format!("flaps_{}", std::process::id());
    let does = async |sql: String| {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *server.turn().await.unwrap()).await.unwrap();
    };
    does(format!("CREATE ROLE {role} LOGIN SUPERUSER")).await;
    let db = Db::open(&database.url().replace("lazo@", &format!("{role}@"))).await.unwrap();
    for change in [format!("ALTER ROLE {role} NOLOGIN"), format!("DROP ROLE {role}")] {
        does(change).await;
        does(format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{role}'"))
            .await;
        let failed = db.begin().await.map(drop).unwrap_err();
        assert_eq!(failed.about(), About::Store, "{failed}");
    }
}
