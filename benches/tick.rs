//! The scheduler's round on a seeded SQLite file: nothing due, and 100 pairs due. The load tool's `tick` does the same
//! with a million pairs.
#![expect(
    clippy::unwrap_used,
    missing_docs,
    unreachable_pub,
    reason = "a benchmark fails loudly, and criterion writes public items"
)]

use chrono::TimeDelta;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use lazo::clock::Clock;
use lazo::scheduler::round;
use lazo::store::{Alarm, Db};
use tokio::runtime::Runtime;

#[path = "../tests/common/seed.rs"]
mod seed;

fn tick(criterion: &mut Criterion) {
    let runtime = Runtime::new().unwrap();
    let mut group = criterion.benchmark_group("tick");
    for pairs in [1_000, 10_000, 50_000] {
        let folder = tempfile::tempdir().unwrap();
        let now = Clock::default().now();
        let db = runtime.block_on(async {
            let db =
                Db::open(&format!("sqlite://{}", folder.path().join("lazo.db").display())).await.unwrap();
            seed::seed(&db, pairs, now).await.unwrap();
            db
        });
        group.bench_function(BenchmarkId::new("none_due", pairs), |bencher| {
            bencher.to_async(&runtime).iter(async || round(&db, now).await.unwrap());
        });
        let mut from = 0;
        group.bench_function(BenchmarkId::new("100_due", pairs), |bencher| {
            let due = || {
                from = (from + 100) % pairs;
                let pairs = (1..=100).map(|n| (Alarm::Silence, from + n, now - TimeDelta::seconds(1)));
                let alarms: Vec<_> = pairs.collect();
                runtime.block_on(async {
                    let mut tx = db.begin().await.unwrap();
                    tx.wake_all(&alarms).await.unwrap();
                    let _ = tx.commit().await.unwrap();
                });
            };
            bencher.iter_batched(
                due,
                |()| runtime.block_on(round(&db, now)).unwrap(),
                BatchSize::PerIteration,
            );
        });
        runtime.block_on(db.close());
    }
    group.finish();
}

criterion_group!(benches, tick);
criterion_main!(benches);
