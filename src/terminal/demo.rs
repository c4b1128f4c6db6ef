//! `lazo demo`: Lazo whole, in a browser, with a Telegram of its own.

use super::{Stop, Stopped, Voice};
use crate::bot::Trouble;
use crate::config::Demo;
use crate::stage::Stage;
use crate::words::Words;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Shows the demo until it is told to stop.
pub(super) async fn plays(demo: &Demo, voice: &Voice) -> Result<(), Stopped> {
    let mut stop = Stop::listen()?;
    let words = Words::load().map_err(Trouble::Words)?;
    let stage = Stage::opens(demo.listen, demo.port, Arc::new(words)).await;
    let stage = stage.map_err(|why| Stopped { why: taken(demo, &why), code: 1 })?;
    let address = stage.address();
    voice.out(format_args!("The demo: {}", page(address)));
    if !address.ip().is_loopback() {
        voice.out(format_args!(
            "\nWARNING: everybody who reaches {address} can open this page and play, and nothing on the way is \
             encrypted.\nWrite nothing there that is private. Without --listen it is for this computer alone.\n"
        ));
    }
    voice.out("Only Telegram is a stand-in, and nothing is kept. Stop it with Ctrl-C.");
    stage.plays(stop.asked()).await;
    Ok(())
}

/// The page's address, as one types it on this computer.
fn page(address: SocketAddr) -> String {
    let host = match address.ip() {
        ip if ip.is_unspecified() => "localhost".to_owned(),
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    format!("http://{host}:{}/", address.port())
}

fn taken(demo: &Demo, why: &std::io::Error) -> String {
    let (listen, port) = (demo.listen, demo.port);
    format!(
        "The page cannot be shown on port {port} of {listen}: {why}. Try another with --port; 0 picks a free one."
    )
}
