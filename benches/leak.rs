//! What the leak guard costs for a message: plain talk, as most are; with figures; with a link; with all of it. And what it
//! costs to read what else a message shows.
#![expect(missing_docs, reason = "criterion writes public items")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use lazo::domain::heard::{Content, Kind};
use lazo::domain::leak::shown;
use std::hint::black_box;

const MESSAGES: [(&str, &str); 9] = [
    (
        "plain_en",
        "I was nervous before the interview, but they were kind, and I think it went well. Thank you for asking!",
    ),
    (
        "plain_es",
        "Hoy he hablado con la profesora y dice que puedo cambiar de grupo cuando quiera, estoy muy contenta.",
    ),
    ("plain_ar", "اليوم تكلمت مع المعلمة وقالت إنني أستطيع أن أغير المجموعة متى أردت، أنا سعيدة جدا."),
    (
        "plain_uk",
        "Сьогодні говорила з учителькою, вона каже, що можу змінити групу коли захочу, я дуже рада.",
    ),
    ("emoji", "Thank you so much 😊 see you tomorrow then 🌻"),
    ("digits", "See you on Tuesday 12/05/2026 at 17:30 in room 204, bring 3 photos and 12.50 euros."),
    ("phone", "My number is 07700 900461, text me any time."),
    (
        "link",
        "Look at https://www.bbc.co.uk/news/articles/c4g5x7y9z1o when you can, it is about the new rules.",
    ),
    (
        "long",
        "We talked about the flat, the deposit (1,725.00), the school at 08:45 and the bus 73; then about nothing. ",
    ),
];

fn guard(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("leak");
    for (name, words) in MESSAGES {
        let words = if name == "long" { words.repeat(10) } else { words.to_owned() };
        group.throughput(Throughput::Bytes(u64::try_from(words.len()).unwrap_or_default()));
        let content = Content { words, ..Content::default() };
        group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
            bencher.iter(|| shown(black_box(Kind::Text), black_box(&content)));
        });
    }
    group.finish();
}

criterion_group!(benches, guard);
criterion_main!(benches);
