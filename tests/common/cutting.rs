//! A way between a bot and its PostgreSQL server that breaks where a test wants it to.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::unix;
use tokio::net::{TcpListener, UnixStream};

/// How a COMMIT is sent.
const COMMIT: &[u8] = b"COMMIT\0";

/// A relay on this computer before a server's socket.
pub struct Cutting {
    url: String,
    left: Arc<AtomicU32>,
}

impl Cutting {
    /// Before the server of this address, which names the folder of its socket.
    pub async fn before(url: &str) -> Self {
        let (rest, folder) = url.split_once("?host=").unwrap();
        let socket = PathBuf::from(folder).join(".s.PGSQL.5432");
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let left = Arc::new(AtomicU32::new(0));
        let cuts = left.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let Ok(server) = UnixStream::connect(&socket).await else { continue };
                let ((from, to), (answers, asked)) = (client.into_split(), server.into_split());
                tokio::spawn(carry(from, to, answers, asked, cuts.clone()));
            }
        });
        let place = format!("@127.0.0.1:{port}/");
        Self { url: rest.replace("@localhost/", &place), left }
    }

    /// The address by which the server is reached through it.
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// One of the next COMMITs reaches the server, and its answer nobody.
    pub async fn loses_an_answer(&self) {
        self.left.store(9, Ordering::SeqCst);
        while self.left.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// Carries both ways until one ends, or until an answer is to be lost.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut answers: unix::OwnedReadHalf,
    mut asked: unix::OwnedWriteHalf,
    left: Arc<AtomicU32>,
) {
    let mut back = tokio::spawn(async move { tokio::io::copy(&mut answers, &mut to).await });
    let mut bytes = vec![0; 65_536];
    while let Ok(read @ 1..) = from.read(&mut bytes).await {
        let said = &bytes[..read];
        let commits = said.windows(COMMIT.len()).any(|it| it == COMMIT);
        let counts = || left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        let cuts = commits && counts() == Ok(1);
        if cuts {
            back.abort();
            let _ = (&mut back).await;
        }
        if asked.write_all(said).await.is_err() || cuts {
            break;
        }
    }
    // The server reads to the end of what it was sent, and so commits.
    let _ = asked.shutdown().await;
    back.abort();
}
