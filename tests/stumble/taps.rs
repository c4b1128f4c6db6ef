//! Telegram keeps a tap for 150 s. While the store stumbles for longer, whoever cries for help reads so at once, and what she
//! tapped is done when the store is back.

use crate::comes::comes;
use crate::database::Own;
use crate::stumbling::{Ground, hasty};
use crate::traffic::{Who, chat};
use lazo::demo::{Person, Phone};
use std::time::Duration;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const CASES: &str = "SELECT COUNT(*) FROM case_file";
/// Longer than Telegram keeps a tap.
const LONG: chrono::TimeDelta = chrono::TimeDelta::seconds(200);

fn says(phone: &Phone, words: &str) -> bool {
    phone.screen().iter().any(|seen| seen.from_bot && seen.text.contains(words))
}

/// Amina has pressed 🆘 and looks at its menu.
async fn menu(ground: &Ground) -> Phone {
    let amina = Person::named(chat(0, Who::Mentee), "Amina").with_app_in("ar");
    let amina = ground.telegram.acquaintance(amina);
    amina.says(SOS);
    comes("the menu", 20, async || amina.last().is_some_and(|seen| !seen.buttons.is_empty())).await;
    amina
}

/// Then nothing can be written any more.
async fn on_a_sick_file() -> (Ground, Phone) {
    let ground = Ground::sqlite().await;
    let amina = menu(&ground).await;
    ground.on_its_connection("PRAGMA query_only = 1".to_owned()).await;
    (ground, amina)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_that_telegram_drops_while_nothing_can_be_saved_is_answered_at_once_and_done_later() {
    let (ground, amina) = on_a_sick_file().await;
    amina.presses(UNSAFE).unwrap();
    comes("she reads whom to ring", 10, async || {
        amina.toasts().iter().any(|toast| toast.alert && toast.text.contains("112"))
    })
    .await;
    ground.telegram.advance(LONG);
    ground.traffic.says(0, Who::Mentor, "hola", None);
    // Telegram hands out what it still has, which is not the tap.
    let polls = ground.telegram.polls();
    comes("it is tried meanwhile", 30, async || ground.telegram.polls() > polls + 1).await;
    assert_eq!(ground.count(CASES).await, 0);
    ground.on_its_connection("PRAGMA query_only = 0".to_owned()).await;
    comes("her case", 40, async || ground.count(CASES).await == 1).await;
    let alerts = amina.toasts().iter().filter(|toast| toast.alert).count();
    assert_eq!(alerts, 1, "it is said once");
    comes("what she would have read", 10, async || says(&amina, "112")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_a_cry_for_help_while_nothing_can_be_saved_reads_whom_to_ring() {
    let (ground, amina) = on_a_sick_file().await;
    let menus = || amina.screen().iter().filter(|seen| seen.from_bot && !seen.buttons.is_empty()).count();
    let before = menus();
    amina.says(SOS);
    comes("she reads so", 10, async || says(&amina, "المحاولة مستمرة")).await;
    let said = amina.last().unwrap().text;
    assert!(said.contains("I keep trying"), "nobody has reviewed Arabic: {said}");
    assert_eq!(menus(), before);
    // A message like any other waits with Telegram, and nobody need read so.
    amina.says("¿estás?");
    let all = amina.screen().len();
    tokio::time::sleep(Duration::from_secs(8)).await;
    assert_eq!(amina.screen().len(), all, "{:?}", amina.last());
    ground.on_its_connection("PRAGMA query_only = 0".to_owned()).await;
    comes("the menu", 40, async || menus() > before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn so_it_is_while_a_server_is_gone() {
    let Some((own, database)) = Own::new().await else { return };
    let url = database.url();
    let ground = Ground::on(database, &url, hasty()).await;
    let amina = menu(&ground).await;
    own.stops(false).await;
    amina.presses(UNSAFE).unwrap();
    comes("she reads whom to ring", 20, async || {
        amina.toasts().iter().any(|toast| toast.alert && toast.text.contains("112"))
    })
    .await;
    ground.telegram.advance(LONG);
    let polls = ground.telegram.polls();
    comes("it is tried meanwhile", 30, async || ground.telegram.polls() > polls + 1).await;
    own.starts().await;
    comes("her case", 40, async || ground.count(CASES).await == 1).await;
    ground.bot.stop().await;
}
