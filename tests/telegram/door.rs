//! Whom the emulated Telegram answers: programs on this computer, and no page of a browser; and nobody for ever.

use lazo::demo::{Options, Telegram};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a server answers to these bytes, after which nothing more comes.
async fn answer(telegram: &Telegram, bytes: &str) -> String {
    let mut line = TcpStream::connect(telegram.url().trim_start_matches("http://")).await.unwrap();
    line.write_all(bytes.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(10), line.read_to_end(&mut answer)).await;
    // A server that closes with something unread resets the line.
    let _ = read.expect("the line is closed");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_page_in_a_browser_is_not_answered_under_any_name() {
    let telegram = Telegram::start(Options::default()).await.unwrap();
    let bot = format!("/bot{}/getMe", telegram.token());
    let own = telegram.url().trim_start_matches("http://").to_owned();
    for path in [bot.as_str(), "/control/stats", "/control/reset"] {
        for (headers, status) in [
            (format!("Host: {own}"), "200"),
            (format!("Host: {own}\r\nOrigin: http://{own}"), "200"),
            ("Host: evil.example".to_owned(), "403"),
            (format!("Host: localhost.evil.example:{}", own.rsplit(':').next().unwrap()), "403"),
            (format!("Host: {own}\r\nOrigin: http://evil.example"), "403"),
            (format!("Host: {own}\r\nOrigin: null"), "403"),
            (format!("Host: {own}\r\nSec-Fetch-Site: cross-site"), "403"),
        ] {
            for verb in ["GET", "POST"] {
                let request = format!(
                    "{verb} {path} HTTP/1.1\r\n{headers}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                );
                let got = answer(&telegram, &request).await;
                assert!(got.starts_with(&format!("HTTP/1.1 {status}")), "{request}{got}");
            }
        }
    }
}

#[tokio::test]
async fn a_request_that_does_not_end_is_not_waited_for() {
    let patience = Duration::from_secs(1);
    let telegram = Telegram::start(Options { patience, ..Options::default() }).await.unwrap();
    let own = telegram.url().trim_start_matches("http://").to_owned();
    let bot = format!("/bot{}/sendMessage", telegram.token());
    for request in [
        String::new(),
        "POST".to_owned(),
        format!("POST {bot} HTTP/1.1\r\nHost: {own}\r\n"),
        format!("POST {bot} HTTP/1.1\r\nHost: {own}\r\nContent-Length: 9\r\n\r\nchat"),
        format!("POST {bot} HTTP/1.1\r\nHost: {own}\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nchat\r\n"),
        format!(
            "POST {bot} HTTP/1.1\r\nHost: {own}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9\r\n\r\n--x"
        ),
        format!("POST /control/stats HTTP/1.1\r\nHost: {own}\r\nContent-Length: 9\r\n\r\n{{"),
    ] {
        let begun = Instant::now();
        let got = answer(&telegram, &request).await;
        assert!(got.is_empty() || got.starts_with("HTTP/1.1 408"), "{request}{got}");
        assert!(
            begun.elapsed() >= patience && begun.elapsed() < 5 * patience,
            "{request}: {:?}",
            begun.elapsed()
        );
    }
}
