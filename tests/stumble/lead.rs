//! On PostgreSQL the lead is held by the connection that writes: no turn begins without it.

use crate::database::Database;
use crate::stumbling::{self, Ground};
use lazo::limits::Limits;
use lazo::store::Db;
use std::time::{Duration, Instant};

/// What each loop writes is counted if its session does not hold the bot's lead.
const COUNTS: &str = "
CREATE TABLE unled (what TEXT NOT NULL);
CREATE FUNCTION looks_for_the_lead() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_locks l, meta m WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid() AND l.granted
        AND l.objsubid = 1 AND m.key = 'bot_id' AND m.value = ((l.classid::BIGINT << 32) | l.objid::BIGINT)::TEXT) THEN
        INSERT INTO unled VALUES (TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER page AFTER INSERT ON seen FOR EACH STATEMENT EXECUTE FUNCTION looks_for_the_lead();
CREATE TRIGGER round AFTER UPDATE ON lane FOR EACH STATEMENT EXECUTE FUNCTION looks_for_the_lead();
CREATE TRIGGER due AFTER DELETE ON alarm FOR EACH STATEMENT EXECUTE FUNCTION looks_for_the_lead();";

async fn ground() -> Option<Ground> {
    let database = Database::postgres().await?;
    let url = database.url();
    let ground = Ground::on(database, &url, Limits::default()).await;
    ground.does(COUNTS).await;
    Some(ground)
}

const UNLED: &str = "SELECT COUNT(*) FROM unled";

/// The session that holds the lead, whatever else it does.
const ENDS: &str = "
SELECT pg_terminate_backend(l.pid) FROM pg_locks l, meta m
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND m.key = 'bot_id'
    AND m.value = ((l.classid::BIGINT << 32) | l.objid::BIGINT)::TEXT
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

#[tokio::test(flavor = "multi_thread")]
async fn no_turn_begins_without_the_lead_however_often_its_session_ends() {
    let Some(ground) = ground().await else { return };
    ground.pulses_fall_due().await;
    let flows = tokio::spawn(ground.traffic.clone().flows(100.0));
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(8) {
        ground.does(ENDS).await;
        tokio::time::sleep(Duration::from_millis(90)).await;
    }
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
    assert_eq!(ground.count(UNLED).await, 0, "turns without the lead");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_lost_the_lead_to_another_process_leaves_and_never_works_beside_it() {
    let Some(mut ground) = ground().await else { return };
    let bot: i64 = ground.telegram.token().split(':').next().unwrap().parse().unwrap();
    let flows = tokio::spawn(ground.traffic.clone().flows(100.0));
    let second = Db::open(&ground.database.url()).await.unwrap();
    assert!(second.lead(bot).await.unwrap().is_none(), "one leads");
    let (mut lead, begun) = (None, Instant::now());
    while lead.is_none() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never had a chance");
        let ends = async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            for _ in 0..15 {
                ground.does(ENDS).await;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        let (led, ()) = tokio::join!(second.lead(bot), ends);
        // The session that has just taken it may be the one that was ended.
        lead = led.ok().flatten();
    }
    let why = tokio::time::timeout(Duration::from_secs(40), ground.bot.fails()).await;
    assert!(why.expect("it leaves").to_string().starts_with("Another Lazo is already running"));
    let before = ground.count("SELECT COUNT(*) FROM seen").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(ground.count("SELECT COUNT(*) FROM seen").await, before, "it works on nothing any more");
    ground.bot.stop().await;
    flows.abort();
    let _ = flows.await;
    drop(lead);
    second.close().await;
    ground.bot = stumbling::start(&ground.telegram, &ground.database.url(), Limits::default()).await.unwrap();
    let account = ground.account().await;
    assert_eq!((account.tally.lost, account.aside, account.lanes), (0, 0, 0), "{account:?}");
    assert_eq!(ground.count(UNLED).await, 0, "turns without the lead");
}
