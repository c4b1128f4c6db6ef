//! Figures: how they are printed, and whether they are what they must be.

use crate::traffic::Tally;
use std::fs::OpenOptions;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

static MISSED: AtomicBool = AtomicBool::new(false);

/// Whether every figure that has a bound kept it.
pub(crate) fn all_met() -> bool {
    !MISSED.load(Ordering::Relaxed)
}

/// Prints a figure without a bound.
pub(crate) fn say(name: &str, value: impl std::fmt::Display, unit: &str) {
    println!("{}", format!("{name} {value} {unit}").trim_end());
}

/// Prints a figure that must be at most this.
pub(crate) fn at_most(name: &str, value: f64, most: f64, unit: &str) {
    judged(name, value, unit, value <= most, &format!("at most {most}"));
}

/// Prints a figure that must be at least this.
pub(crate) fn at_least(name: &str, value: f64, least: f64, unit: &str) {
    judged(name, value, unit, value >= least, &format!("at least {least}"));
}

fn judged(name: &str, value: f64, unit: &str, met: bool, bound: &str) {
    let value = if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.2}") };
    if met {
        println!("{name} {value} {unit}  (must be {bound})");
    } else {
        MISSED.store(true, Ordering::Relaxed);
        println!("{name} {value} {unit}  MISSED: must be {bound}");
    }
}

/// Prints an account: nothing lost, nothing out of order, nothing astray, and at most so many twice.
pub(crate) fn account(name: &str, tally: &Tally, twice: u64) {
    say(&format!("{name}.sent"), tally.sent, "messages");
    at_most(&format!("{name}.lost"), count(tally.lost), 0.0, "messages");
    at_most(&format!("{name}.out_of_order"), count(tally.out_of_order), 0.0, "messages");
    at_most(&format!("{name}.astray"), count(tally.astray), 0.0, "messages");
    at_most(&format!("{name}.duplicates"), count(tally.twice), number(twice), "messages");
}

/// A count as a figure.
pub(crate) fn count(n: usize) -> f64 {
    number(u64::try_from(n).unwrap_or(u64::MAX))
}

/// A number as a figure; nothing that is counted here comes near the 2^53 where that would round.
#[expect(clippy::cast_precision_loss, reason = "see above")]
pub(crate) fn number(n: u64) -> f64 {
    n as f64
}

/// Milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The value below which so many hundredths lie; 0 of nothing.
pub(crate) fn percentile(values: &mut [Duration], hundredths: usize) -> Duration {
    values.sort_unstable();
    let index = (values.len() * hundredths / 100).min(values.len().saturating_sub(1));
    values.get(index).copied().unwrap_or_default()
}

/// The median time of 200 `fdatasync`s of 4 KiB each in a folder: durable figures vary with it.
pub(crate) fn median_sync(folder: &Path) -> std::io::Result<Duration> {
    let path = folder.join("sync.probe");
    let file = OpenOptions::new().create(true).write(true).truncate(true).open(&path)?;
    file.write_all_at(&vec![0; 200 * 4096], 0)?;
    file.sync_all()?;
    let mut times = Vec::new();
    for n in 0..200_u8 {
        file.write_all_at(&[n; 4096], u64::from(n) * 4096)?;
        let begun = Instant::now();
        file.sync_data()?;
        times.push(begun.elapsed());
    }
    std::fs::remove_file(path)?;
    Ok(percentile(&mut times, 50))
}

/// A number below `below`, different each time.
pub(crate) fn random(below: u64) -> u64 {
    let mut bytes = [0; 8];
    // A computer that has no chance to give gives the same number each time.
    let _ = getrandom::fill(&mut bytes);
    u64::from_le_bytes(bytes) % below.max(1)
}
