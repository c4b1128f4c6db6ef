//! A proxy in the environment: what goes through it, and what is said of one that cannot be used.

use crate::house::{House, said};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A proxy that keeps what it is asked, and lets nobody through.
struct Refuses {
    place: String,
    asked: Arc<Mutex<Vec<u8>>>,
}

impl Refuses {
    async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                // To a SOCKS client: say who you are, you are welcome, say where to.
                for answer in [&[5, 2][..], &[1, 0], &[]] {
                    let mut bytes = Vec::new();
                    // Whoever asked may be gone.
                    let _ = line.read_buf(&mut bytes).await;
                    let socks = matches!(bytes.first(), Some(1 | 5));
                    kept.lock().unwrap().append(&mut bytes);
                    if !socks || line.write_all(answer).await.is_err() {
                        break;
                    }
                }
            }
        });
        Self { place, asked }
    }

    fn asked(&self) -> String {
        String::from_utf8_lossy(&self.asked.lock().unwrap()).into_owned()
    }
}

#[tokio::test]
async fn what_is_meant_for_this_computer_goes_to_no_proxy() {
    let (house, proxy) = (House::new().await, Refuses::new().await);
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"] {
        let mut command = house.lazo(&["check"]);
        command.env(name, format!("http://{}", proxy.place));
        let said = said(command).await;
        assert_eq!(said.code, Some(0), "{name}: {}", said.out);
        assert_eq!(proxy.asked(), "", "{name}");
    }
    let mut command = house.lazo(&["check"]);
    command.env("HTTPS_PROXY", format!("http://{}", proxy.place));
    command.env("LAZO_TELEGRAM_API_URL", house.telegram.url().replace("http://", "https://"));
    let said = said(command).await;
    assert!(said.out.contains("✗ Token: Telegram cannot be reached: check the network"), "{}", said.out);
    assert_eq!(proxy.asked(), "", "also where it is encrypted");
}

#[tokio::test]
async fn telegram_itself_is_asked_through_the_proxy_which_is_named_when_it_lets_nobody_through() {
    let house = House::new().await;
    for (name, kind) in [("HTTPS_PROXY", "http"), ("ALL_PROXY", "socks5h")] {
        for arguments in [&["check"][..], &["run"]] {
            let proxy = Refuses::new().await;
            let mut command = house.lazo(arguments);
            command.env(name, format!("{kind}://ana:hunter2@{}", proxy.place));
            command.env("LAZO_TELEGRAM_API_URL", "https://api.telegram.org");
            let said = said(command).await;
            let all = said.out + &said.err;
            let names = format!("through the proxy {kind}://{} ({name}): check that proxy", proxy.place);
            assert!(all.contains(&names), "{all}");
            assert!(proxy.asked().contains("api.telegram.org"), "{:?}", proxy.asked());
            assert!(!all.contains("hunter2"), "{all}");
            assert!(!proxy.asked().contains(&house.telegram.token()), "{:?}", proxy.asked());
        }
    }
}

#[tokio::test]
async fn a_proxy_of_a_kind_that_cannot_be_used_is_named_and_nothing_goes_out_past_it() {
    let house = House::new().await;
    for arguments in [&["check"][..], &["run"]] {
        let mut command = house.lazo(arguments);
        command.env("ALL_PROXY", "quic://ana:hunter2@proxy.example:443");
        command.env("LAZO_TELEGRAM_API_URL", "https://api.telegram.org");
        let said = said(command).await;
        assert_eq!(said.code, Some(2), "{} {}", said.out, said.err);
        assert!(
            said.err.starts_with("ALL_PROXY names a proxy that Lazo cannot use (quic://proxy.example:443)")
        );
        assert!(said.err.contains("socks5h://") && said.err.trim_end().lines().count() == 1, "{}", said.err);
        assert!(!(said.out + &said.err).contains("hunter2"));
    }
}
