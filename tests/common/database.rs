//! A database for one test: a SQLite file, or a database of its own on a PostgreSQL server that lives as long as the
//! test run. `LAZO_TEST_DATABASE=postgres` makes the stories use the latter.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::OnceCell;

static NEXT: AtomicU32 = AtomicU32::new(0);
static SERVER: OnceLock<Option<String>> = OnceLock::new();
static PREPARED: OnceCell<()> = OnceCell::const_new();

/// A database with all tables, of which others are copies: to make the tables takes longer than most stories.
const TEMPLATE: &str = "lazo_template";

/// A database.
pub struct Database {
    url: String,
    _dir: tempfile::TempDir,
}

impl Database {
    /// The one the environment asks for, without rows; SQLite if it says nothing.
    #[expect(clippy::disallowed_methods, reason = "tests choose their database by the environment")]
    pub async fn new() -> Self {
        match std::env::var("LAZO_TEST_DATABASE").as_deref() {
            Ok("postgres") => Self::copied().await.unwrap(),
            _ => Self::sqlite(),
        }
    }

    /// A SQLite file.
    pub fn sqlite() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { url: format!("sqlite://{}", dir.path().join("lazo.db").display()), _dir: dir }
    }

    /// An empty database, without tables, on this run's server; `None`, said loudly, where PostgreSQL is not installed.
    /// With `LAZO_REQUIRE_POSTGRES` set it must be.
    pub async fn postgres() -> Option<Self> {
        let server = server()?;
        let name = format!("lazo_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        create(&server, &name).await;
        Some(Self::named(&server, &name))
    }

    /// The same with the tables.
    async fn copied() -> Option<Self> {
        let server = server()?;
        PREPARED
            .get_or_init(async || {
                create(&server, TEMPLATE).await;
                lazo::store::Db::open(&Self::named(&server, TEMPLATE).url).await.unwrap().close().await;
            })
            .await;
        let name = format!("lazo_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        create(&server, &format!("{name} TEMPLATE {TEMPLATE}")).await;
        Some(Self::named(&server, &name))
    }

    fn named(server: &str, name: &str) -> Self {
        Self { url: server.replace("/postgres?", &format!("/{name}?")), _dir: tempfile::tempdir().unwrap() }
    }

    pub fn url(&self) -> String {
        self.url.clone()
    }
}

/// A server of a test's own, to be stopped and started.
pub struct Own {
    url: String,
    folder: PathBuf,
}

impl Own {
    /// One with an empty database.
    pub async fn new() -> Option<(Self, Database)> {
        server()?;
        let url = serve()?;
        create(&url, "lazo_own").await;
        let folder = PathBuf::from(url.split_once("?host=")?.1);
        let database = Database::named(&url, "lazo_own");
        Some((Self { url, folder }, database))
    }

    /// It stops: in good order, or as if it had crashed.
    pub async fn stops(&self, crashes: bool) {
        self.control(&format!("-m {} stop", if crashes { "immediate" } else { "fast" })).await;
    }

    /// It starts again.
    pub async fn starts(&self) {
        let folder = self.folder.display();
        let options = format!("-k {folder} -c listen_addresses= -c max_connections=300 -c fsync=off");
        self.control(&format!("-l {folder}/data/started -o '{options}' start")).await;
        connect(&self.url).await.close().await;
    }

    async fn control(&self, what: &str) {
        let (folder, bin) = (self.folder.display(), programs().unwrap());
        let script =
            format!("cd {folder} && {} {}/pg_ctl -s -w -D {folder}/data {what}", user(), bin.display());
        let done = tokio::process::Command::new("sh").args(["-c", &script]).status().await.unwrap();
        assert!(done.success(), "{what}");
    }
}

/// The address of this run's server.
#[expect(clippy::disallowed_methods, reason = "tests choose their database by the environment")]
fn server() -> Option<String> {
    let server = SERVER.get_or_init(serve).clone();
    if server.is_none() {
        assert!(
            std::env::var_os("LAZO_REQUIRE_POSTGRES").is_none(),
            "LAZO_REQUIRE_POSTGRES is set, and PostgreSQL's server programs were not found"
        );
        eprintln!("\n!!! SKIPPED on PostgreSQL: its server programs (initdb, postgres) were not found !!!\n");
    }
    server
}

async fn create(server: &str, database: &str) {
    let pool = connect(server).await;
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {database}"))).execute(&pool).await.unwrap();
    pool.close().await;
}

async fn connect(server: &str) -> sqlx::PgPool {
    for _ in 0..1200 {
        if let Ok(pool) = sqlx::PgPool::connect(server).await {
            return pool;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the PostgreSQL server did not start");
}

/// Starts a server in a temporary folder, reached by a socket there. A shell that waits for this process to end stops
/// it and removes the folder, however this process ends. PostgreSQL refuses to run as root, so there it runs as nobody.
#[expect(clippy::zombie_processes, reason = "it ends after this process, which cannot wait for it")]
fn serve() -> Option<String> {
    let bin = programs()?;
    let dir = tempfile::Builder::new().prefix("lazo-pg-").tempdir().unwrap().keep();
    std::fs::set_permissions(&dir, PermissionsExt::from_mode(0o777)).unwrap();
    let data = dir.join("data");
    let user = user();
    let (bin, dir_name, data) = (bin.display(), dir.display(), data.display());
    let initdb = format!("{user} {bin}/initdb -D {data} -U lazo -A trust -E UTF8 --locale=C --no-sync");
    let options = "-c listen_addresses='' -c max_connections=300 -c fsync=off";
    // Asked to stop at once, but a server that is still being made only knows the first signal.
    let script = format!(
        "(cd {dir_name} && {initdb} >/dev/null 2>&1 &&
             exec {user} {bin}/postgres -D {data} -k {dir_name} {options} >{dir_name}/log 2>&1) & server=$!
         cat >/dev/null; kill $server 2>/dev/null; kill -INT $server 2>/dev/null; wait $server
         again=$(head -n 1 {data}/postmaster.pid 2>/dev/null) && kill -INT $again 2>/dev/null; sleep 0.2; rm -rf {dir_name}"
    );
    let mut shell =
        Command::new("sh").args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    // Kept open until this process ends.
    let mut pipe = shell.stdin.take().unwrap();
    pipe.flush().unwrap();
    std::mem::forget(pipe);
    Some(format!("postgres://lazo@localhost/postgres?host={}", dir.display()))
}

/// As whom a server runs: not as root.
fn user() -> &'static str {
    let root = std::fs::metadata("/proc/self").is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0);
    if root { "setpriv --reuid=65534 --regid=65534 --clear-groups" } else { "" }
}

/// The folder of `initdb` and `postgres`: where Debian keeps them, newest first, or on the path.
#[expect(clippy::disallowed_methods, reason = "tests look for programs on the path")]
fn programs() -> Option<PathBuf> {
    let mut debian: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    debian.sort();
    let found = debian.into_iter().rev().find(|bin| has_programs(bin));
    found.or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|bin| has_programs(bin))
    })
}

fn has_programs(bin: &Path) -> bool {
    bin.join("initdb").exists() && bin.join("postgres").exists()
}
