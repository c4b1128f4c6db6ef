//! One refusal never ends the listening.

use crate::comes::comes;
use crate::database::Database;
use crate::seed;
use crate::stumbling;
use crate::stumbling::Ground;
use crate::traffic::{Who, chat};
use chrono::TimeDelta;
use lazo::clock::Clock;
use lazo::demo::{Fault, Group, Options, Person, Phone, Rule, Telegram};
use lazo::handlers::invite::first_link;
use lazo::limits::Limits;
use lazo::store::Db;
use serde_json::json;
use std::time::Duration;

fn refused(code: u16, description: &str) -> Fault {
    Fault::Refuse { code, description: description.to_owned(), parameters: None }
}

/// What the lead of the programme is told, at once or in the morning.
const LEADS: &str = "SELECT COUNT(*) FROM letter WHERE lane = 900000001 AND op = 'write'";

/// Case 04.
#[tokio::test(flavor = "multi_thread")]
async fn after_one_refusal_of_the_token_it_asks_again_by_itself() {
    for (code, words) in [(401, "Unauthorized"), (404, "Not Found")] {
        let ground = Ground::sqlite().await;
        ground.telegram.fault(Rule::new(refused(code, words)).on("getUpdates").times(1));
        ground.traffic.says(0, Who::Mentee, "hola", None);
        for n in 0.. {
            if ground.beside.deaf_since().await.unwrap().is_some() {
                break;
            }
            assert!(n < 1000, "health is told at once");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let polls = ground.telegram.polls();
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(ground.telegram.polls(), polls, "it does not spin");
        ground.traffic.says(0, Who::Mentor, "hola", None);
        let all = ground.traffic.arrives(Duration::from_secs(70)).await;
        assert!(all, "{:?}", ground.traffic.tally());
        for n in 0.. {
            if ground.beside.deaf_since().await.unwrap().is_none() {
                break;
            }
            assert!(n < 1000, "health is well again");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_conflict_ends_nothing() {
    let ground = Ground::sqlite().await;
    ground.telegram.fault(Rule::new(refused(409, "Conflict: terminated by other")).on("getUpdates").times(3));
    ground.traffic.says(0, Who::Mentee, "hola", None);
    ground.traffic.says(0, Who::Mentor, "hola", None);
    assert!(ground.traffic.arrives(Duration::from_secs(20)).await, "{:?}", ground.traffic.tally());
}

/// Case 18.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_servers_with_one_token_the_one_without_a_programme_leaves_and_the_other_stays() {
    // It was there first: it was heard a moment ago, and is started anew.
    let mut ground = Ground::sqlite().await.starts_anew().await;
    let flows = tokio::spawn(ground.traffic.clone().flows(10.0));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let empty = Database::sqlite();
    let second = stumbling::start(&ground.telegram, &empty.url(), Limits::default()).await;
    let mut second = second.unwrap();
    let left = tokio::time::timeout(Duration::from_secs(60), second.fails()).await;
    assert!(left.expect("it leaves").to_string().contains("Another program is receiving"), "and says why");
    second.stop().await;
    flows.abort();
    let _ = flows.await;
    assert!(ground.traffic.arrives(Duration::from_secs(30)).await, "{:?}", ground.traffic.tally());
    let tally = ground.traffic.tally();
    assert_eq!((tally.lost, tally.twice), (0, 0));
    let stays = tokio::time::timeout(Duration::from_secs(3), ground.bot.fails()).await;
    assert!(stays.is_err(), "the one that was there stays");
    assert_eq!(ground.count(LEADS).await, 1, "its lead is told, once");
}

/// Case 18, of a forgotten server that has a programme of its own, and somebody who starts it again whenever it ends.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_servers_the_one_that_left_takes_nothing_when_it_is_started_again_before_it_is_alone() {
    let ground = Ground::sqlite().await.starts_anew().await;
    let forgotten = Database::sqlite();
    let beside = Db::open(&forgotten.url()).await.unwrap();
    let now = Clock::default().now();
    seed::seed(&beside, 1, now).await.unwrap();
    let mut tx = beside.begin().await.unwrap();
    tx.beat(now - TimeDelta::days(30), now - TimeDelta::days(30)).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let has_taken = async || {
        let Db::Sqlite(writer, _) = &beside else { panic!("not SQLite") };
        let mut turn = writer.turn().await.unwrap();
        let sql = "SELECT (SELECT COUNT(*) FROM seen) + (SELECT COUNT(*) FROM letter)";
        sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut *turn).await.unwrap()
    };
    let flows = tokio::spawn(ground.traffic.clone().flows(2.0));
    let mut taken = None;
    for start in 0..3 {
        let second = stumbling::start(&ground.telegram, &forgotten.url(), Limits::default()).await;
        let mut second = second.unwrap();
        let left = tokio::time::timeout(Duration::from_secs(60), second.fails()).await;
        let why = left.expect("it leaves").to_string();
        assert!(why.contains("Another program is receiving"), "start {start}: {why}");
        second.stop().await;
        let now = has_taken().await;
        assert_eq!(taken.replace(now).unwrap_or(now), now, "start {start}: it takes nothing more");
    }
    flows.abort();
    let _ = flows.await;
    ground.bot.stop().await;
    // The other is gone: now it hears.
    let second = stumbling::start(&ground.telegram, &forgotten.url(), Limits::default()).await.unwrap();
    ground.traffic.says(0, Who::Mentee, "hola", None);
    comes("alone, it hears again", 60, async || Some(has_taken().await) != taken).await;
    second.stop().await;
}

/// A webhook once is what another program left behind; one that is set again is another program.
#[tokio::test(flavor = "multi_thread")]
async fn of_a_webhook_that_keeps_coming_back_the_lead_is_told_once() {
    let ground = Ground::sqlite().await;
    let hook = format!("{}/bot{}/setWebhook", ground.telegram.url(), ground.telegram.token());
    let client = reqwest::Client::new();
    for (times, told) in [(1, 0), (2, 1), (3, 1)] {
        let url = serde_json::json!({ "url": "https://other.example/hook" });
        assert!(client.post(&hook).json(&url).send().await.unwrap().status().is_success());
        ground.traffic.says(0, Who::Mentee, "hola", None);
        assert!(ground.traffic.arrives(Duration::from_secs(60)).await, "{:?}", ground.traffic.tally());
        assert_eq!(ground.count(LEADS).await, told, "{times}");
    }
}

/// A page that brings nothing, at once: a server that does not hold polls open, or repeats what nobody can confirm.
#[tokio::test(flavor = "multi_thread")]
async fn pages_that_bring_nothing_at_once_are_not_asked_for_without_end() {
    for result in [
        json!([]),
        json!([{ "message": {} }]),
        json!([{ "update_id": i64::MAX }]),
        json!([{ "update_id": -5 }]),
    ] {
        let ground = Ground::sqlite().await;
        let body = json!({ "ok": true, "result": result });
        let lasting = Duration::from_secs(4);
        ground.telegram.fault(Rule::new(Fault::Answer { body }).on("getUpdates").lasting(lasting));
        // The poll that is open brings the first; the next ones are answered at once while the second waits.
        ground.traffic.says(0, Who::Mentee, "hola", None);
        tokio::time::sleep(Duration::from_millis(300)).await;
        ground.traffic.says(0, Who::Mentee, "¿estás?", None);
        tokio::time::sleep(Duration::from_secs(1)).await;
        let polls = ground.telegram.polls();
        tokio::time::sleep(Duration::from_secs(2)).await;
        let more = ground.telegram.polls() - polls;
        assert!((1..=3).contains(&more), "{result}: asked {more} times in two seconds");
        // What waited meanwhile is there still.
        ground.traffic.says(0, Who::Mentor, "hola", None);
        assert!(ground.traffic.arrives(Duration::from_secs(20)).await, "{:?}", ground.traffic.tally());
        assert_eq!(ground.traffic.tally().lost, 0, "{result}");
    }
}

/// Case 18: what people write, press and open while the other one stumbles, or is started anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_a_programme_takes_nothing_but_what_is_its_own() {
    for act in ["a message", "a press", "another's invitation", "a group", "a block"] {
        let ground = Ground::sqlite().await;
        ground.bot.stop().await;
        let phone = ground.telegram.acquaintance(Person::named(chat(3, Who::Mentee), "Amina"));
        match act {
            "a message" => drop(phone.says("hola")),
            "a press" => drop(phone.sends_callback(1, "17:0")),
            "a group" => ground.telegram.group(Group::forum(77, "Team")).adds_bot(&phone),
            "a block" => phone.blocks(),
            _ => drop(phone.starts(Some("AbCdEfGhIjKlMnOpQrStUv"))),
        }
        let waits = ground.telegram.queue_len();
        assert!(waits > 0, "{act}");
        let empty = Database::sqlite();
        let second = stumbling::start(&ground.telegram, &empty.url(), Limits::default()).await.unwrap();
        // It looks again after 7 s.
        tokio::time::sleep(Duration::from_secs(12)).await;
        assert_eq!(ground.telegram.queue_len(), waits, "{act}: it is left with Telegram");
        assert!(phone.screen().iter().all(|seen| !seen.from_bot), "{act}: {:?}", phone.last());
        second.stop().await;
    }
}

fn is_answered(phone: &Phone) -> bool {
    phone.screen().iter().any(|seen| seen.from_bot)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_a_programme_tells_who_starts_it_and_lets_in_whoever_founds_it_behind_others() {
    let telegram = Telegram::start(Options::for_load()).await.unwrap();
    let empty = Database::sqlite();
    let bot = stumbling::start(&telegram, &empty.url(), Limits::default()).await.unwrap();
    let stranger = telegram.person(Person::named(76, "Ana"));
    stranger.starts(None);
    stranger.says("hola");
    comes("she is answered", 12, async || is_answered(&stranger)).await;
    assert_eq!(telegram.queue_len(), 2, "it may be another's all the same");
    let mut tx = bot.db.begin().await.unwrap();
    let token = first_link(&mut tx, Clock::default().now()).await.unwrap().unwrap();
    let _ = tx.commit().await.unwrap();
    let founder = telegram.person(Person::named(77, "Lea"));
    founder.says(&token.link("lazo_bot"));
    comes("she is answered", 10, async || is_answered(&founder)).await;
    comes("now it is a programme's, and all is its own", 10, async || telegram.queue_len() == 0).await;
    let told = stranger.screen().iter().filter(|seen| seen.from_bot).count();
    assert_eq!(told, 2, "each of what she wrote has one answer");
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_a_programme_lets_its_founder_in_at_once() {
    let telegram = Telegram::start(Options::for_load()).await.unwrap();
    let empty = Database::sqlite();
    let bot = stumbling::start(&telegram, &empty.url(), Limits::default()).await.unwrap();
    let mut tx = bot.db.begin().await.unwrap();
    let token = first_link(&mut tx, Clock::default().now()).await.unwrap().unwrap();
    let _ = tx.commit().await.unwrap();
    let founder = telegram.person(Person::named(77, "Lea"));
    let link = token.link("lazo_bot");
    founder.starts(link.rsplit('=').next());
    comes("she is answered", 4, async || is_answered(&founder)).await;
    bot.stop().await;
}
