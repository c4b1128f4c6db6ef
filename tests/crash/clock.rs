//! The computer's clock is wrong, and is put right: nobody waits for it.

use crate::bot::Bot;
use crate::comes::comes;
use crate::hands::Hands;
use crate::traffic::Who;
use crate::{Database, Ground};
use chrono::TimeDelta;
use lazo::demo::{Options, Server, Telegram};
use std::process::Command;
use std::time::Duration;

/// A chat takes five messages at once and then one a second; for the rest, a moment.
const SECONDS: Duration = Duration::from_secs(5);

/// A bot that keeps Telegram's limits, on a computer with such a clock; `None` where no compiler makes one. A Bot API
/// server of one's own gives no dates.
async fn on_a_clock(server: Server) -> Option<(Ground, Hands)> {
    let telegram = Telegram::start(Options { server, ..Options::for_load() }).await.unwrap();
    let mut ground = Ground::beside(telegram, Database::sqlite()).await;
    let hands = Hands::new(ground.folder.path()).unwrap()?;
    (ground.setup.paced, ground.setup.more) = (true, hands.environment());
    Some((ground, hands))
}

impl Ground {
    /// Both of a pair write, and each has it within seconds.
    async fn talks(&self, when: &str) {
        for who in [Who::Mentee, Who::Mentor] {
            self.traffic.says(0, who, format!("see you at five {when}"), None);
        }
        assert!(self.traffic.arrives(SECONDS).await, "{when}: {:?}; {}", self.traffic.tally(), self.log());
    }

    /// What `lazo health` says on the bot's own computer.
    fn health(&self) -> (bool, String) {
        let mut command = self.setup.command().unwrap();
        let said = command
            .arg("health")
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .output()
            .unwrap();
        let text = [said.stdout, said.stderr].concat();
        (said.status.success(), String::from_utf8_lossy(&text).into_owned())
    }
}

/// Case 01.
async fn is_put_back(server: Server) {
    let Some((ground, hands)) = on_a_clock(server).await else { return };
    hands.set(TimeDelta::hours(1)).unwrap();
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await.unwrap();
    ground.talks("an hour fast").await;
    hands.set(TimeDelta::zero()).unwrap();
    let (well, said) = ground.health();
    assert!(!well && said.contains("lies ahead"), "{said}");
    ground.talks("put right").await;
    hands.set(TimeDelta::hours(1)).unwrap();
    ground.talks("an hour fast again").await;
    bot.terminate().await.unwrap();
    hands.set(TimeDelta::zero()).unwrap();
    let _bot = ground.setup.start_polling(&ground.telegram).await.unwrap();
    ground.talks("after a restart").await;
    comes("it is well", SECONDS.as_secs(), async || ground.health().1.starts_with("Well")).await;
    assert_eq!(ground.traffic.tally().twice, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_that_the_clock_is_put_back_keeps_nobody_waiting_and_health_tells_of_it() {
    is_put_back(Server::Telegrams).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_does_it_where_a_server_of_ones_own_gives_no_dates() {
    is_put_back(Server::OnesOwn).await;
}

/// A computer without a battery for its clock, and a server of one's own that gives no dates.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_days_behind_at_the_start_and_is_put_right_tells_nobody_that_lazo_was_away() {
    let Some((ground, hands)) = on_a_clock(Server::OnesOwn).await else { return };
    hands.set(TimeDelta::days(-3)).unwrap();
    let _bot = ground.setup.start_polling(&ground.telegram).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    hands.set(TimeDelta::zero()).unwrap();
    ground.talks("put right").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    // At night, whoever is to read so reads it in the morning.
    assert!(!ground.log().contains("was away"), "{}", ground.log());
}

/// 3.7, with the real program and the real clock.
#[tokio::test(flavor = "multi_thread")]
async fn a_year_that_the_clock_is_set_on_or_back_keeps_nobody_waiting_and_ends_nothing() {
    let Some((ground, hands)) = on_a_clock(Server::Telegrams).await else { return };
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await.unwrap();
    ground.talks("at first").await;
    for (n, days) in [366, 0, -366, 0, 366, -366].into_iter().enumerate() {
        // Whoever is frozen meanwhile does not see it move.
        signal(&bot, "-STOP");
        hands.set(TimeDelta::days(days)).unwrap();
        signal(&bot, "-CONT");
        ground.talks(&format!("{n}: {days} days ahead")).await;
        if n == 4 {
            bot.terminate().await.unwrap();
            (bot, _) = ground.setup.start_polling(&ground.telegram).await.unwrap();
            ground.talks("after a restart").await;
        }
    }
    let tally = ground.traffic.tally();
    assert_eq!(tally.lost + tally.twice + tally.astray + tally.out_of_order, 0, "{tally:?}");
    assert_eq!(
        ground.telegram.delivered(),
        tally.sent,
        "and the bot has told nobody anything: {}",
        ground.log()
    );
}

/// What stands before a server of one's own dates its answers by a clock that somebody sets by a year.
#[tokio::test(flavor = "multi_thread")]
async fn a_date_that_is_not_telegrams_and_goes_a_year_is_not_believed() {
    let ground = Ground::on(Database::sqlite()).await;
    let (_bot, _) = ground.setup.start_polling(&ground.telegram).await.unwrap();
    ground.talks("at first").await;
    ground.telegram.advance(TimeDelta::days(366));
    // Nobody writes, whose message would tell the day.
    ground.telegram.raw_update(serde_json::json!({ "of_a_newer_version": {} }));
    comes("it is taken in", SECONDS.as_secs(), async || ground.telegram.queue_len() == 0).await;
    assert!(!ground.log().contains("which is believed"), "{}", ground.log());
}

fn signal(bot: &Bot, signal: &str) {
    assert!(Command::new("kill").args([signal, &bot.id()]).status().unwrap().success());
}
