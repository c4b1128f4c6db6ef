//! A way between a bot and its PostgreSQL server that breaks where a test wants it to.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::unix;
use tokio::net::{TcpListener, UnixStream};

/// How a COMMIT is sent.
const COMMIT: &[u8] = b"COMMIT\0";

/// How a request to cancel what another connection asks begins.
const CANCEL: &[u8] = &[0, 0, 0, 16, 4, 210, 22, 46];

/// A relay on this computer before a server's socket.
pub struct Cutting {
    url: String,
    ways: Arc<Ways>,
}

/// What becomes of what is said.
#[derive(Default)]
struct Ways {
    /// COMMITs until one whose answer is lost.
    left: AtomicU32,
    /// Nothing is carried.
    silent: AtomicBool,
    cancels: AtomicU32,
}

impl Ways {
    async fn open(&self) {
        while self.silent.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

impl Cutting {
    /// Before the server of this address, which names the folder of its socket.
    pub async fn before(url: &str) -> Self {
        let (rest, folder) = url.split_once("?host=").unwrap();
        let socket = PathBuf::from(folder).join(".s.PGSQL.5432");
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let ways = Arc::new(Ways::default());
        let kept = ways.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let Ok(server) = UnixStream::connect(&socket).await else { continue };
                let ((from, to), (answers, asked)) = (client.into_split(), server.into_split());
                tokio::spawn(carry(from, to, answers, asked, kept.clone()));
            }
        });
        let place = format!("@127.0.0.1:{port}/");
        Self { url: rest.replace("@localhost/", &place), ways }
    }

    /// The address by which the server is reached through it.
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// One of the next COMMITs reaches the server, and its answer nobody.
    pub async fn loses_an_answer(&self) {
        self.ways.left.store(9, Ordering::SeqCst);
        while self.ways.left.load(Ordering::SeqCst) > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// From now on nothing is carried, and nobody hears that another has gone; or it is again, and what was said meanwhile
    /// too.
    pub fn falls_silent(&self, silent: bool) {
        self.ways.silent.store(silent, Ordering::SeqCst);
    }

    /// How often somebody asked the server to cancel something.
    pub fn cancels(&self) -> u32 {
        self.ways.cancels.load(Ordering::SeqCst)
    }
}

/// Carries both ways until one ends, or until an answer is to be lost.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut answers: unix::OwnedReadHalf,
    mut asked: unix::OwnedWriteHalf,
    ways: Arc<Ways>,
) {
    let held = ways.clone();
    let mut back = tokio::spawn(async move {
        let mut bytes = vec![0; 65_536];
        while let Ok(read @ 1..) = answers.read(&mut bytes).await {
            held.open().await;
            if to.write_all(&bytes[..read]).await.is_err() {
                break;
            }
        }
    });
    let mut bytes = vec![0; 65_536];
    while let Ok(read @ 1..) = from.read(&mut bytes).await {
        let said = &bytes[..read];
        ways.cancels.fetch_add(u32::from(said.starts_with(CANCEL)), Ordering::SeqCst);
        ways.open().await;
        let commits = said.windows(COMMIT.len()).any(|it| it == COMMIT);
        let counts =
            || ways.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        let cuts = commits && counts() == Ok(1);
        if cuts {
            back.abort();
            let _ = (&mut back).await;
        }
        if asked.write_all(said).await.is_err() || cuts {
            break;
        }
    }
    ways.open().await;
    // The server reads to the end of what it was sent, and so commits.
    let _ = asked.shutdown().await;
    back.abort();
}
