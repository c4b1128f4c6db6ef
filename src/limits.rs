//! How long things may take, and who notices a loop that stands still.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// How long things may take. A test is less patient.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// To get a connection to a server.
    pub connection: Duration,
    /// For a server to answer a statement. Then the connection is closed, never cancelled: a COMMIT that was cancelled can
    /// be answered as done and be lost.
    pub statement: Duration,
    /// For a server to answer a COMMIT.
    pub commit: Duration,
    /// To reach the server at the start.
    pub start: Duration,
    /// For a loop to go on, beside what it said that it waits for.
    pub still: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connection: Duration::from_secs(10),
            statement: Duration::from_secs(15),
            commit: Duration::from_secs(30),
            start: Duration::from_secs(60),
            still: Duration::from_secs(120),
        }
    }
}

/// A loop is looked at so often in the time it may stand still. Looks are counted and not seconds: a computer that sleeps
/// does not look either.
const LOOKS: u32 = 120;

/// Looks at every loop, from outside.
#[derive(Clone)]
pub struct Watch {
    every: Duration,
    marks: Vec<Mark>,
}

/// A loop's sign of life.
#[derive(Clone)]
pub struct Mark(Arc<Sign>);

struct Sign {
    /// What it does.
    does: &'static str,
    every: Duration,
    /// How often it went on.
    steps: AtomicU64,
    /// Looks it may stand still for since.
    looks: AtomicU64,
    frozen: AtomicBool,
}

impl Watch {
    /// Over loops that may stand still for so long: what they do, each for a sentence that begins "The part of Lazo that".
    pub fn over<const N: usize>(still: Duration, loops: [&'static str; N]) -> (Self, [Mark; N]) {
        let every = still / LOOKS;
        let marks = loops.map(|does| {
            let (steps, looks) = (AtomicU64::new(0), AtomicU64::new(u64::from(LOOKS)));
            Mark(Arc::new(Sign { does, every, steps, looks, frozen: AtomicBool::new(false) }))
        });
        (Self { every, marks: marks.to_vec() }, marks)
    }

    /// Waits until a loop stands still; gives what it no longer does.
    pub async fn stands_still(&self) -> &'static str {
        let mut seen = self.seen();
        loop {
            tokio::time::sleep(self.every).await;
            if let Some(does) = self.look(&mut seen) {
                return does;
            }
        }
    }

    /// The same for a thread of its own, which also notices a loop that holds the thread of whoever else would look; it lets
    /// those be first.
    pub fn stands_still_for_good(&self) -> &'static str {
        let mut seen = self.seen();
        loop {
            std::thread::sleep(self.every);
            if let Some(does) = self.look(&mut seen) {
                // Eight seconds of two minutes.
                std::thread::sleep(self.every * LOOKS / 15);
                return does;
            }
        }
    }

    /// A loop stands still from its next step on. Only a test wants that.
    pub fn freeze(&self, does: &str) {
        for mark in self.marks.iter().filter(|mark| mark.0.does == does) {
            mark.0.frozen.store(true, Ordering::Relaxed);
        }
    }

    fn seen(&self) -> Vec<(u64, u64)> {
        vec![(0, 0); self.marks.len()]
    }

    /// One look: for each loop the step it was seen at, and looks since.
    fn look(&self, seen: &mut [(u64, u64)]) -> Option<&'static str> {
        let mut still = None;
        for (mark, (at, looks)) in self.marks.iter().zip(seen) {
            let steps = mark.0.steps.load(Ordering::Relaxed);
            // It has not begun: it is not known yet what time it is.
            if steps == 0 {
                continue;
            }
            *looks = if *at == steps { *looks + 1 } else { 0 };
            *at = steps;
            if *looks > mark.0.looks.load(Ordering::Relaxed) {
                still = Some(mark.0.does);
            }
        }
        still
    }
}

impl Mark {
    /// The loop goes on, and may wait for so long now.
    pub async fn goes_on(&self, wait: Duration) {
        let waits = wait.as_nanos().div_ceil(self.0.every.as_nanos().max(1));
        let looks = u64::from(LOOKS).saturating_add(u64::try_from(waits).unwrap_or(u64::MAX));
        self.0.looks.store(looks, Ordering::Relaxed);
        self.0.steps.fetch_add(1, Ordering::Relaxed);
        if wait.is_zero() && self.0.frozen.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_loop_without_a_step_for_120_looks_is_named_and_one_that_waits_is_not() {
        let (watch, [waits, stands]) = Watch::over(Duration::from_secs(120), ["waits", "stands"]);
        let mut seen = watch.seen();
        let mut looks = |most| (1..=most).find_map(|look| Some((look, watch.look(&mut seen)?)));
        waits.goes_on(Duration::from_secs(2000)).await;
        for _ in 0..8 {
            stands.goes_on(Duration::ZERO).await;
            assert_eq!(looks(100), None);
        }
        assert_eq!(looks(100), Some((22, "stands")), "120 after it was seen, and it is not yet too much");
        stands.goes_on(Duration::from_secs(1000)).await;
        assert_eq!(looks(1000), None);
    }

    #[tokio::test]
    async fn a_thread_notices_it_too_and_lets_others_be_first() {
        let (watch, [mark]) = Watch::over(Duration::from_millis(120), ["listens"]);
        mark.goes_on(Duration::ZERO).await;
        assert_eq!(watch.stands_still_for_good(), "listens");
    }
}
