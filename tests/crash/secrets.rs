//! The token is nowhere to be read, whatever is at the other end, and however much is logged.

use crate::bot::Setup;
use crate::{Database, LAZO};
use lazo::demo::{Options, Telegram};
use lazo::store::Db;
use std::path::Path;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A server that does the same to everybody.
#[derive(Clone, Copy, Debug)]
enum Server {
    Refuses,
    Hangs,
    Garbage,
    Redirects,
    /// A page that shows the address it was asked for, as many do.
    Echoes,
}

const ALL: [Server; 5] = [Server::Refuses, Server::Hangs, Server::Garbage, Server::Redirects, Server::Echoes];

/// Gives the server's address.
async fn serve(server: Server) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    if !matches!(server, Server::Refuses) {
        let elsewhere = address.clone();
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let mut request = vec![0; 4096];
                let length = line.read(&mut request).await.unwrap_or_default();
                let request = String::from_utf8_lossy(request.get(..length).unwrap_or_default()).into_owned();
                let path = request.split(' ').nth(1).unwrap_or("/");
                let answer = match server {
                    Server::Refuses | Server::Hangs => std::future::pending().await,
                    Server::Garbage => "SSH-2.0-OpenSSH_9.9\r\n\u{0}\u{1}".to_owned(),
                    Server::Redirects => format!(
                        "HTTP/1.1 302 Found\r\nLocation: {elsewhere}{path}\r\nContent-Length: 0\r\n\r\n"
                    ),
                    Server::Echoes => {
                        let page = format!("<html>{elsewhere}{path} is not here</html>");
                        format!("HTTP/1.1 404 Not Found\r\nContent-Length: {}\r\n\r\n{page}", page.len())
                    }
                };
                // Whoever asked may be gone.
                let _ = line.write_all(answer.as_bytes()).await;
            }
        });
    }
    address
}

/// Runs a new bot and one that knows its name for a while; gives everything they printed.
async fn printed(server: Server, telegram: &Telegram, folder: &Path) -> String {
    let mut printed = String::new();
    for (name, known) in [("new", false), ("known", true)] {
        let database = Database::sqlite();
        if known {
            let db = Db::open(&database.url()).await.unwrap();
            let mut tx = db.begin().await.unwrap();
            tx.note("bot_id", "7000000001").await.unwrap();
            tx.note("bot_name", "lazo_test_bot").await.unwrap();
            let _ = tx.commit().await.unwrap();
            db.close().await;
        }
        let setup = Setup {
            api: serve(server).await,
            log: folder.join(format!("{server:?}-{name}.log")),
            filter: "trace",
            ..Setup::new(Path::new(LAZO), database.url(), telegram, folder)
        };
        let mut bot = setup.start().unwrap();
        // Whether it gives up or goes on trying is told elsewhere.
        let _ = bot.ended(Duration::from_millis(1_500)).await;
        bot.kill().unwrap();
        printed += &std::fs::read_to_string(&setup.log).unwrap();
    }
    printed
}

#[tokio::test(flavor = "multi_thread")]
async fn the_token_is_in_no_log_whatever_the_server_does() {
    let telegram = Telegram::start(Options::default()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let all = ALL.map(async |server| (server, printed(server, &telegram, folder.path()).await));
    for (server, printed) in futures_util::future::join_all(all).await {
        assert!(printed.contains("TRACE"), "{server:?}: nothing was traced: {printed}");
        let line = printed.lines().find(|line| line.contains("emulated-token"));
        assert_eq!(line, None, "{server:?}");
    }
}
