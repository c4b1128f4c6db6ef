//! The database stumbles in every way, each at a random moment and for a random time: what became of everything. The bot
//! is in this process, so that its own connection can be made to fail.

use crate::figures::{at_most, count, number, say};
use crate::stumbling::{Account, history};
use crate::{Common, Kind, Outcome};
use lazo::limits::Limits;
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Histories, each with a number of its own to begin with
    #[arg(long, default_value_t = 5)]
    seeds: u64,
    /// Seconds of each stumble at most
    #[arg(long, default_value_t = 25)]
    most: u64,
    /// Only on the database that --database names
    #[arg(long)]
    one: bool,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let kinds = [Kind::Sqlite, Kind::Postgres];
    for kind in kinds.into_iter().filter(|kind| !wish.one || *kind == common.database) {
        let name = if kind == Kind::Sqlite { "sqlite" } else { "postgres" };
        for seed in 1..=wish.seeds {
            let most = Duration::from_secs(wish.most);
            let told = Box::pin(history(kind == Kind::Postgres, Limits::default(), seed, most)).await;
            tells(&format!("stumble.{name}.{seed}"), &told.ok_or("PostgreSQL was not found")?);
        }
    }
    Ok(())
}

fn tells(name: &str, told: &Account) {
    let figure = |what: &str, value: f64, most: f64, unit: &str| {
        at_most(&format!("{name}.{what}"), value, most, unit);
    };
    say(&format!("{name}.sent"), told.tally.sent, "messages");
    figure("set_aside", number(told.aside.unsigned_abs()), 0.0, "updates");
    figure("lost", count(told.tally.lost), 0.0, "messages");
    figure("twice", count(told.tally.twice), 0.0, "messages");
    figure("out_of_order", count(told.tally.out_of_order), 0.0, "messages");
    figure("astray", count(told.tally.astray), 0.0, "messages");
    figure("lanes_standing", number(told.lanes.unsigned_abs()), 0.0, "lanes");
    figure("alarms_waiting", number(told.alarms.unsigned_abs()), 0.0, "alarms");
    figure("latest_alarm", told.latest, 60.0, "s");
}
