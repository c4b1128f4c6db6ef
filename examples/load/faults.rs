//! A share of sends goes wrong, one way after the other; half of the pairs are spared and must not notice.

use crate::figures::{account, at_least, at_most, ms, number, percentile, say};
use crate::ground::{Ground, PATIENCE};
use crate::traffic::{Who, chat};
use crate::{Common, Outcome, latency};
use lazo::demo::{Fault, Rule};
use std::collections::HashMap;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// The share of all sends that goes wrong
    #[arg(long, default_value_t = 0.05)]
    share: f64,
    /// Messages for each way to go wrong
    #[arg(long, default_value_t = 1_000)]
    messages: i64,
    /// Messages a second
    #[arg(long, default_value_t = 100.0)]
    rate: f64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let bad_gateway = Fault::Refuse { code: 502, description: "Bad Gateway".to_owned(), parameters: None };
    for (name, fault, may_arrive_twice) in [
        ("429", Fault::TooMany { seconds: Some(1) }, false),
        ("502", bad_gateway, false),
        ("html", Fault::Page { status: 502 }, false),
        ("truncated", Fault::Truncated, false),
        ("cut_before", Fault::CutBefore, false),
        ("cut_after", Fault::CutAfter, true),
    ] {
        one(common, wish, (name, fault, may_arrive_twice)).await?;
    }
    Ok(())
}

/// The even pairs suffer, twice as often, so that the share is that of all sends.
async fn one(common: &Common, wish: &Wish, (name, fault, twice): (&str, Fault, bool)) -> Outcome {
    let name = format!("faults.{name}");
    let ground = Ground::of(common, 100).await?;
    let unlucky = (0..ground.traffic.pairs)
        .step_by(2)
        .flat_map(|pair| [Who::Mentee, Who::Mentor].map(|who| chat(pair, who)));
    let rule = Rule::new(fault).on("copyMessage").chance(wish.share * 2.0);
    ground.telegram.fault(unlucky.fold(rule, Rule::in_chat));
    let _bot = ground.setup.start_polling(&ground.telegram).await?;
    let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / wish.rate));
    for n in 0..wish.messages {
        beat.tick().await;
        ground.traffic.next(n);
    }
    ground.traffic.arrives(PATIENCE).await;
    let faults = ground.telegram.faults_happened();
    at_least(&format!("{name}.happened"), number(faults), 1.0, "times");
    let mut spared = spared(&ground);
    say(&format!("{name}.spared_p50"), format!("{:.2}", ms(percentile(&mut spared, 50))), "ms");
    at_most(&format!("{name}.spared_most"), ms(percentile(&mut spared, 100)), 200.0, "ms");
    let mut all = latency::times(&ground.telegram);
    say(&format!("{name}.all_most"), format!("{:.0}", ms(percentile(&mut all, 100))), "ms");
    account(&name, &ground.traffic.tally(), if twice { faults } else { 0 });
    Ok(())
}

/// How long the messages of the pairs without faults took.
fn spared(ground: &Ground) -> Vec<Duration> {
    let handed: HashMap<u64, Instant> =
        ground.telegram.handed().iter().map(|it| (it.content, it.at)).collect();
    let lucky = |to: i64| (to - chat(0, Who::Mentee)) / 2 % 2 == 1;
    let copies = ground.telegram.deliveries();
    let copies = copies.iter().filter(|it| it.copied && lucky(it.chat));
    copies.filter_map(|copy| Some(copy.at - *handed.get(&copy.content)?)).collect()
}
