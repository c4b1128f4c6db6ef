//! The page's server: what it gives out, and whom it refuses.

use crate::playing::{Playing, json_of};
use lazo::stage::MOST;
use reqwest::StatusCode;
use serde_json::json;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_asks_nobody_else_and_weighs_little() {
    let stage = Playing::new().await;
    let index = stage.get("/").await;
    let policy = index.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/stage/page");
    let mut weight = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let answer = stage.get(&format!("/page/{name}")).await;
        assert_eq!(answer.status(), StatusCode::OK, "{name}");
        let text = answer.text().await.unwrap();
        weight += text.len();
        for way_out in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "//cdn"] {
            assert!(!text.contains(way_out), "{name} has {way_out}");
        }
        let elsewhere = text.match_indices("http").map(|(at, _)| &text[at..]);
        let elsewhere = elsewhere.filter(|it| it.starts_with("http://") || it.starts_with("https://"));
        let known = |it: &&str| it.starts_with("http://www.w3.org/2000/svg");
        assert_eq!(elsewhere.filter(|it| !known(it)).count(), 0, "{name} names another server");
    }
    assert!(weight <= 150 * 1024, "{weight} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn other_pages_and_other_names_are_refused() {
    let stage = Playing::new().await;
    let world = stage.world().await;
    let acts = format!("{}{world}/acts", stage.url);
    let act = json!({ "phone": 0, "act": "start" }).to_string();
    for (name, value) in [
        ("host", "evil.example"),
        ("host", "localhost.evil.example:80"),
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let request = stage.client.post(&acts).header("content-type", "application/json").header(name, value);
        let answer = request.body(act.clone()).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let plain = stage.client.post(&acts).header("content-type", "text/plain").body(act).send().await.unwrap();
    assert_eq!(plain.status(), StatusCode::BAD_REQUEST, "a form of another page could send this");
    let look = stage.client.get(format!("{}{world}/rows?table=person", stage.url));
    let look = look.header("host", "evil.example").send().await.unwrap();
    assert_eq!(look.status(), StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_understood_or_is_not_there_is_refused_and_nothing_breaks() {
    let stage = Playing::new().await;
    let world = stage.world().await;
    for wish in [
        json!({}),
        json!([]),
        json!({ "phone": -1, "act": "start" }),
        json!({ "phone": 0, "act": "fly" }),
        json!({ "phone": 0, "act": { "say": { "text": 7 } } }),
        json!({ "phone": 0, "act": { "say": { "text": "x" } }, "more": 1 }),
        json!({ "phone": 0, "act": { "say": { "text": "x".repeat(100_000) } } }),
    ] {
        let answer = stage.post(&format!("{world}/acts"), &wish).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{:.80}", wish.to_string());
    }
    for act in [
        json!({ "say": { "text": "   " } }),
        json!({ "say": { "text": "x".repeat(4097) } }),
        json!({ "say": { "text": "x", "reply_to": 1 } }),
        json!({ "say": { "text": "x", "reply_to": 1, "quote": "never said" } }),
        json!({ "edit": { "message": 1, "text": "x" } }),
        json!({ "react": { "message": 1, "emoji": "👍" } }),
        json!({ "react": { "message": 1, "emoji": "not an emoji" } }),
        json!({ "undo": { "message": 1 } }),
        json!({ "press": { "message": 1, "row": 0, "column": 99 } }),
        json!({ "key": { "label": "no such key" } }),
        json!({ "open": { "link": "https://evil.example/?start=x" } }),
    ] {
        let answer = stage.post(&format!("{world}/acts"), &json!({ "phone": 0, "act": act })).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{act:.80}");
        assert!(json_of(answer).await["refused"].is_string());
    }
    let nobody = stage.post(&format!("{world}/acts"), &json!({ "phone": 9, "act": "start" })).await;
    assert_eq!(nobody.status(), StatusCode::UNPROCESSABLE_ENTITY);
    for path in [
        "/w/0123/events",
        "/w/0123/rows",
        "/page/nothing.js",
        "/page/..%2f..%2fstage%2fmod.rs",
        "/etc/passwd",
    ] {
        assert_eq!(stage.get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let fine = json!({ "phone": 0, "act": { "say": { "text": "مرحبا" } } });
    assert_eq!(stage.post(&format!("{world}/acts"), &fine).await.status(), StatusCode::OK, "it still plays");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rows_are_all_there_and_hold_nothing_that_was_written() {
    let stage = Playing::new().await;
    let world = stage.world().await;
    let say = json!({ "phone": 0, "act": { "say": { "text": "canary-7351 بخير" } } });
    assert_eq!(stage.post(&format!("{world}/acts"), &say).await.status(), StatusCode::OK);
    let day = stage.post(&format!("{world}/time"), &json!({ "days": 1 })).await;
    assert_eq!(json_of(day).await["something"], json!(true));
    let letters = json_of(stage.get(&format!("{world}/rows?table=letter")).await).await;
    assert_eq!(letters["rows"].as_array().unwrap().len(), 25, "a page");
    assert_eq!(letters["more"], json!(true));
    let older = json_of(stage.get(&format!("{world}/rows?table=letter&skip=25")).await).await;
    assert_ne!(letters["rows"][0], older["rows"][0]);
    let none = json_of(stage.get(&format!("{world}/rows?table=sqlite_master")).await).await;
    assert_eq!(none["rows"], json!([]), "no other table than the listed ones");
    for (words, there) in [("canary-7351", false), ("بخير", false), ("Haddad", false), ("Amina", true)] {
        let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let found = json_of(stage.get(&format!("{world}/rows?find={query}")).await).await;
        assert_eq!(!found["found"].as_array().unwrap().is_empty(), there, "{words}: {found}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_world_starts_over_at_its_address_and_one_more_than_most_makes_the_oldest_idle_one_go() {
    let stage = Playing::new().await;
    let first = stage.world().await;
    let mut events = stage.get(&format!("{first}/events")).await;
    assert!(events.chunk().await.unwrap().is_some());
    let over = stage.post(&format!("{first}/over"), &json!({ "tour": true })).await;
    assert_eq!(over.status(), StatusCode::OK);
    let mut told = String::new();
    while let Some(chunk) = events.chunk().await.unwrap() {
        told += &String::from_utf8_lossy(&chunk);
    }
    assert!(told.contains("event: over"), "whoever watched the old one is told");
    let mut watched = stage.get(&format!("{first}/events")).await;
    assert!(watched.chunk().await.unwrap().is_some());
    let second = stage.world().await;
    for _ in 0..MOST - 1 {
        stage.world().await;
    }
    assert_eq!(stage.get(&format!("{first}/rows?table=lane")).await.status(), StatusCode::OK, "watched");
    assert_eq!(stage.get(&format!("{second}/rows?table=lane")).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_does_not_end_is_not_waited_for() {
    let stage = Playing::new().await;
    let own = stage.url.trim_start_matches("http://").to_owned();
    let half = [
        "GET / HTTP/1.1\r\n".to_owned(),
        format!(
            "POST /worlds HTTP/1.1\r\nHost: {own}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{{"
        ),
    ];
    let ends = half.map(async |bytes| {
        let mut line = TcpStream::connect(&own).await.unwrap();
        line.write_all(bytes.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let read = tokio::time::timeout(Duration::from_secs(20), line.read_to_end(&mut answer)).await;
        // A server that closes with something unread resets the line.
        let _ = read.expect("the line is closed");
        String::from_utf8_lossy(&answer).into_owned()
    });
    for answer in futures_util::future::join_all(ends).await {
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
}
