//! One person writes very much, and others share her reader: how long they wait, on a Telegram that enforces its limits.

use crate::figures::{at_most, say};
use crate::ground::Ground;
use crate::traffic::{Who, chat};
use crate::{Common, Outcome};
use lazo::clock::Clock;
use lazo::demo::{Limits, Person, Phone};
use lazo::domain::conversation::{MemberState, Side};
use lazo::domain::id::{ChatId, ConversationId, PersonId};
use lazo::store::Db;
use std::collections::HashSet;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Messages of one person at once
    #[arg(long, default_value_t = 300)]
    flood: i64,
    /// How often each wait is measured
    #[arg(long, default_value_t = 4)]
    times: u32,
}

/// Pair 1's mentee has the mentor of pair 0; pair 2's mentee and pair 27's have the same coordinator.
const FLOODING: i64 = 0;
const OTHER: i64 = 1;
const WRITING: i64 = 2;
const IN_DANGER: i64 = 27;
const PAIRS: i64 = 28;
/// People of the team before the first pair: a lead and 25 coordinators.
const STAFF: i64 = 26;
const COORDINATOR: i64 = 900_000_001 + 3;

/// How long something may take before it counts as never.
const NEVER: Duration = Duration::from_secs(60);

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let mut ground = Ground::new(common, PAIRS, PAIRS).await?;
    ground.setup.paced = true;
    share_a_mentor(&ground).await?;
    ground.telegram.limits(Some(Limits::default()));
    let _bot = ground.setup.start_polling(&ground.telegram).await?;
    mentors(&ground, wish).await?;
    team(&ground, wish).await?;
    say("shared.refused_with_429", ground.telegram.too_many(), "");
    Ok(())
}

async fn share_a_mentor(ground: &Ground) -> Outcome {
    let db = Db::open(&ground.setup.database).await?;
    let mut tx = db.begin().await?;
    let (pair, mentor, before) =
        (ConversationId(OTHER + 1), PersonId(STAFF + 2), PersonId(STAFF + 2 * OTHER + 2));
    tx.seat(pair, (mentor, Side::Mentor), Clock::default().now()).await?;
    tx.member_is(pair, mentor, MemberState::Active).await?;
    tx.member_is(pair, before, MemberState::Ended).await?;
    let names = [(ConversationId(FLOODING + 1), "Amina".to_owned()), (pair, "Nadia".to_owned())];
    tx.set_keyboard(ChatId(chat(FLOODING, Who::Mentor)), None, &names).await?;
    let _ = tx.commit().await?;
    db.close().await;
    Ok(())
}

fn phone(ground: &Ground, id: i64, language: &str) -> Phone {
    ground.telegram.acquaintance(Person::named(id, "Somebody").with_app_in(language))
}

/// 300 messages of one mentee: her mentor's other mentee, and his own screens.
async fn mentors(ground: &Ground, wish: &Wish) -> Outcome {
    for n in 0..wish.flood {
        ground.traffic.says(FLOODING, Who::Mentee, format!("flood {n}"), None);
    }
    let mentor = phone(ground, chat(FLOODING, Who::Mentor), "es");
    let (mut other, mut own) = (Duration::ZERO, Duration::ZERO);
    for n in 0..wish.times {
        tokio::time::sleep(Duration::from_millis(3_300)).await;
        ground.traffic.says(OTHER, Who::Mentee, format!("a word {n}"), None);
        other = other.max(copy(&mentor, &format!("a word {n}")).await);
        tokio::time::sleep(Duration::from_millis(2_700)).await;
        own = own.max(
            screen(&mentor, |phone| {
                let _ = phone.says("/pause");
            })
            .await,
        );
    }
    at_most("shared.other_mentee_waits", other.as_secs_f64(), 5.0, "s");
    at_most("shared.own_screens_wait", own.as_secs_f64(), 5.0, "s");
    Ok(())
}

/// 300 mails to the team: the coordinator's own screens, and an urgent case.
async fn team(ground: &Ground, wish: &Wish) -> Outcome {
    let coordinator = phone(ground, COORDINATOR, "en");
    let mentee = phone(ground, chat(WRITING, Who::Mentee), "ar");
    screen(&mentee, |phone| {
        let _ = phone.says("/team");
    })
    .await;
    let first = mentee.says("mail");
    copy(&coordinator, "mail").await;
    for n in 0..wish.flood {
        mentee.replies(first, format!("mail {n}").as_str());
    }
    let endangered = phone(ground, chat(IN_DANGER, Who::Mentee), "ar");
    let (mut own, mut urgent) = (Duration::ZERO, Duration::ZERO);
    for n in 0..wish.times {
        tokio::time::sleep(Duration::from_millis(4_300)).await;
        own = own.max(
            screen(&coordinator, |phone| {
                let _ = phone.says("/cases");
            })
            .await,
        );
        if n > 0 {
            continue;
        }
        tokio::time::sleep(Duration::from_millis(4_300)).await;
        screen(&endangered, |phone| {
            let _ = phone.says("/sos");
        })
        .await;
        let menu = endangered.screen().into_iter().rev().find(|seen| !seen.buttons.is_empty());
        let button = menu.as_ref().and_then(|menu| menu.buttons.first()?.first()).ok_or("no menu came")?;
        let tap = || drop(endangered.presses(&button.text));
        urgent = urgent.max(screen(&coordinator, |_| tap()).await);
    }
    at_most("shared.coordinators_screens_wait", own.as_secs_f64(), 5.0, "s");
    at_most("shared.urgent_case_waits", urgent.as_secs_f64(), 1.05, "s");
    let seen = coordinator.screen();
    let mails = seen.iter().filter(|it| it.from_bot && it.text.starts_with("mail")).count();
    say("shared.mails_arrived_meanwhile", mails, "");
    Ok(())
}

/// How long until these words of somebody's are there.
async fn copy(phone: &Phone, words: &str) -> Duration {
    until(|| phone.history().iter().any(|seen| seen.from_bot && seen.text == words)).await
}

/// How long after this the bot says something new of its own that is no line above a message.
async fn screen(phone: &Phone, act: impl FnOnce(&Phone)) -> Duration {
    let said = || phone.history().into_iter().filter(|seen| seen.from_bot);
    let known: HashSet<i64> = said().map(|seen| seen.id).collect();
    act(phone);
    let relayed = ["—", "💬 A message to the team", "flood ", "a word ", "mail"];
    let own = |text: &str| !relayed.iter().any(|start| text.starts_with(start));
    until(|| said().any(|seen| !known.contains(&seen.id) && own(&seen.text))).await
}

async fn until(there: impl Fn() -> bool) -> Duration {
    let begun = Instant::now();
    while !there() && begun.elapsed() < NEVER {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    begun.elapsed()
}
