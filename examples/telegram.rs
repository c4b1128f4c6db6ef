//! An emulated Telegram on a port of its own: `cargo run --example telegram -- [PORT]` prints its address and the
//! bot's token as JSON and serves until it is stopped.

use lazo::demo::{Options, Telegram};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let telegram = Telegram::start(Options { port, ..Options::default() }).await?;
    announce(&telegram);
    tokio::signal::ctrl_c().await?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "whoever started it waits for this line")]
fn announce(telegram: &Telegram) {
    let (url, token, bot) = (telegram.url(), telegram.token(), telegram.bot_username());
    println!("{}", serde_json::json!({ "url": url, "token": token, "bot": bot }));
}
