//! Power cuts: the bot dies, and its database is as it was when it was last synced.

use crate::disk::Disk;
use crate::figures::{account, random, say};
use crate::ground::{Ground, PATIENCE};
use crate::{Common, Kind, Outcome};
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// How often the power fails
    #[arg(long, default_value_t = 5)]
    cuts: u64,
    /// Messages that wait
    #[arg(long, default_value_t = 1_000)]
    backlog: i64,
    /// Show that this can fail: take no notice of the write-ahead log's syncs, like synchronous=NORMAL
    #[arg(long)]
    normal: bool,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    if common.database != Kind::Sqlite {
        return Err("the power is cut under SQLite's files only".into());
    }
    let mut ground = Ground::of(common, 100).await?;
    let disk = Disk::under(&ground.file, wish.normal)?.ok_or("this needs a C compiler, `cc`")?;
    ground.setup.more = disk.environment();
    ground.traffic.backlog(wish.backlog);
    let part = wish.backlog.unsigned_abs() / (wish.cuts + 1);
    let mut in_flight = 0;
    for cut in 0..wish.cuts {
        let mut bot = ground.setup.start()?;
        let target = usize::try_from(cut * part + 1 + random(part))?;
        ground.traffic.delivered(target, PATIENCE).await;
        tokio::time::sleep(Duration::from_micros(random(2_000))).await;
        bot.kill()?;
        disk.lose_power()?;
        in_flight += ground.in_flight().await?;
    }
    let _bot = ground.setup.start()?;
    ground.traffic.arrives(PATIENCE).await;
    say("powercut.cuts", wish.cuts, "");
    say("powercut.in_flight_at_cuts", in_flight, "sends");
    account("powercut", &ground.traffic.tally(), in_flight);
    Ok(())
}
