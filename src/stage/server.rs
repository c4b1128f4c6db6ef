//! The page and what it asks for, over HTTP.

use super::acts::{Done, Wish, refused};
use super::crowd::More;
use super::script::Opening;
use super::stream::stream;
use super::world::Trouble;
use super::worlds::{Place, Watcher, Worlds};
use crate::demo::guard;
use crate::demo::serve::{Unread, late, serve, whole};
use crate::words::Words;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::TimeDelta;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde_json::json;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// The page: hand-written, in the binary, and asking nothing of any other server.
static PAGE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/stage/page");

/// Nothing but what the stage itself gives out is run, shown or asked.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Largest thing a page may send.
const LARGEST: usize = 32 << 10;

/// How long a request's head may take, and its body.
const PATIENCE: Duration = Duration::from_secs(10);

/// Rows of a table on one page of the panel.
const ROWS: i64 = 25;

/// A stage that listens.
pub struct Stage {
    listener: TcpListener,
    address: SocketAddr,
    worlds: Arc<Worlds>,
}

#[derive(Clone)]
struct Desk {
    worlds: Arc<Worlds>,
    /// Only this computer is listened to.
    alone: bool,
}

impl Stage {
    /// Begins to listen; port 0 is a free one.
    ///
    /// # Errors
    /// When the address is taken or not this computer's.
    pub async fn opens(listen: IpAddr, port: u16, words: Arc<Words>) -> std::io::Result<Self> {
        let listener = TcpListener::bind((listen, port)).await?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address, worlds: Worlds::new(words) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Plays until it is told to stop; then every world ends.
    pub async fn plays(self, stop: impl Future<Output = ()>) {
        let desk = Desk { worlds: Arc::clone(&self.worlds), alone: self.address.ip().is_loopback() };
        let router = router(desk);
        tokio::select! {
            () = serve(self.listener, PATIENCE, |_| router.clone()) => {}
            () = stop => {}
        }
        self.worlds.ends().await;
    }
}

fn router(desk: Desk) -> Router {
    Router::new()
        .route("/", get(index))
        .route("/w/{id}", get(index))
        .route("/page/{file}", get(file))
        .route("/worlds", post(open))
        .route("/w/{id}/events", get(events))
        .route("/w/{id}/acts", post(act))
        .route("/w/{id}/time", post(time))
        .route("/w/{id}/tour", post(tour))
        .route("/w/{id}/over", post(over))
        .route("/w/{id}/phones", post(add))
        .route("/w/{id}/rows", get(rows))
        .route("/w/{id}/files/{file}", get(upload))
        .layer(middleware::from_fn_with_state(desk.clone(), door))
        .with_state(desk)
}

/// Who may come in, and what every answer says about itself.
async fn door(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let changes = request.method() != Method::GET && request.method() != Method::HEAD;
    let mut answer = if guard::lets_in(request.headers(), desk.alone, changes) {
        match whole(request, LARGEST, PATIENCE).await {
            Ok(request) => next.run(request).await,
            Err(Unread::Late) => late(),
            Err(Unread::Broken) => No::Garbled.into_response(),
        }
    } else {
        (StatusCode::FORBIDDEN, "The demo answers its own page only.").into_response()
    };
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

async fn index() -> Response {
    page("index.html")
}

async fn file(Path(file): Path<String>) -> Response {
    page(&file)
}

fn page(name: &str) -> Response {
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    match PAGE.get_file(name) {
        Some(file) => ([(CONTENT_TYPE, kind)], file.contents()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What a request for something that is not there, or that failed, is answered.
enum No {
    /// The world is over, or never was.
    Over,
    /// What was sent cannot be understood.
    Garbled,
    Trouble(Trouble),
}

impl From<Trouble> for No {
    fn from(why: Trouble) -> Self {
        Self::Trouble(why)
    }
}

impl From<JsonRejection> for No {
    fn from(_: JsonRejection) -> Self {
        Self::Garbled
    }
}

impl IntoResponse for No {
    fn into_response(self) -> Response {
        let (status, why) = match self {
            Self::Over => (StatusCode::NOT_FOUND, "This world is over.".to_owned()),
            Self::Garbled => (StatusCode::BAD_REQUEST, "The stage did not understand this.".to_owned()),
            Self::Trouble(why @ Trouble::Full(_)) => (StatusCode::SERVICE_UNAVAILABLE, why.to_string()),
            Self::Trouble(why) => {
                tracing::error!(what = why.kind(), "something on the stage went wrong");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "Something on the stage went wrong. Start over.".to_owned(),
                )
            }
        };
        (status, Json(json!({ "why": why }))).into_response()
    }
}

type Given<T> = Result<Json<T>, JsonRejection>;

fn found(desk: &Desk, id: &str) -> Result<Arc<Place>, No> {
    desk.worlds.find(id).ok_or(No::Over)
}

/// What came of something in a world. If another one came in its place meanwhile, whatever failed is no fault.
fn lasts<T>(place: &Place, came: Result<T, Trouble>) -> Result<T, No> {
    came.map_err(|why| if *place.over.borrow() { No::Over } else { No::Trouble(why) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scene {
    tour: bool,
    /// Steps of the tour that are behind it.
    #[serde(default)]
    done: usize,
}

impl Scene {
    fn opening(&self) -> Opening {
        match (self.tour, self.done) {
            (false, _) => Opening::Paired,
            (true, 0) => Opening::Tour,
            (true, done) => Opening::TourAfter(done),
        }
    }
}

async fn open(State(desk): State<Desk>, scene: Given<Scene>) -> Result<Response, No> {
    let id = desk.worlds.opens(scene?.opening()).await?;
    Ok(Json(json!({ "id": id })).into_response())
}

async fn over(State(desk): State<Desk>, Path(id): Path<String>, scene: Given<Scene>) -> Result<Response, No> {
    desk.worlds.starts_over(&id, scene?.opening()).await?.ok_or(No::Over)?;
    Ok(Json(json!({})).into_response())
}

async fn events(State(desk): State<Desk>, Path(id): Path<String>) -> Result<Response, No> {
    let watcher = Watcher::new(&desk.worlds, &id).ok_or(No::Over)?;
    Ok(Sse::new(stream(watcher)).keep_alive(KeepAlive::default()).into_response())
}

async fn act(State(desk): State<Desk>, Path(id): Path<String>, wish: Given<Wish>) -> Result<Response, No> {
    let Json(wish) = wish?;
    let place = found(&desk, &id)?;
    Ok(lasts(&place, place.world.does(wish).await)?.into_response())
}

impl IntoResponse for Done {
    fn into_response(self) -> Response {
        match self {
            Self::Done => Json(json!({})).into_response(),
            Self::Refused(why) => {
                (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "refused": why }))).into_response()
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Addition {
    more: More,
}

async fn add(
    State(desk): State<Desk>,
    Path(id): Path<String>,
    what: Given<Addition>,
) -> Result<Response, No> {
    let Json(what) = what?;
    let added = found(&desk, &id)?.world.adds(what.more);
    Ok(if added { Done::Done } else { refused("there are no more") }.into_response())
}

/// How far to move time.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Move {
    Hours(u8),
    Days(u8),
    Something,
}

async fn time(State(desk): State<Desk>, Path(id): Path<String>, by: Given<Move>) -> Result<Response, No> {
    let Json(by) = by?;
    let place = found(&desk, &id)?;
    let _turn = place.world.turn.lock().await;
    let something = match by {
        Move::Hours(hours) => place.world.passes(TimeDelta::hours(hours.into())).await.map(|()| true),
        Move::Days(days) => place.world.passes(TimeDelta::days(days.min(31).into())).await.map(|()| true),
        Move::Something => place.world.passes_until_something().await,
    };
    Ok(Json(json!({ "something": lasts(&place, something)? })).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Walk {
    on: bool,
}

async fn tour(State(desk): State<Desk>, Path(id): Path<String>, walk: Given<Walk>) -> Result<Response, No> {
    let place = found(&desk, &id)?;
    if walk?.on {
        lasts(&place, place.world.next_step().await)?;
    } else {
        place.world.leaves_tour();
    }
    Ok(Json(json!({})).into_response())
}

async fn rows(State(desk): State<Desk>, Path(id): Path<String>, uri: Uri) -> Result<Response, No> {
    let place = found(&desk, &id)?;
    let asked = |name: &str| {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    if let Some(words) = asked("find").filter(|words| !words.trim().is_empty()) {
        let found = lasts(&place, place.world.finds(words.trim()).await)?;
        return Ok(Json(json!({ "found": found })).into_response());
    }
    if asked("counts").is_some() {
        return Ok(Json(json!({ "counts": lasts(&place, place.world.counts().await)? })).into_response());
    }
    let skip = asked("skip").and_then(|skip| skip.parse().ok()).unwrap_or(0_i64).clamp(0, 1 << 20);
    let rows = place.world.rows(&asked("table").unwrap_or_default(), ROWS, skip).await;
    let rows = lasts(&place, rows)?;
    Ok(Json(rows).into_response())
}

/// A picture that the bot uploaded, such as an invitation's code.
async fn upload(State(desk): State<Desk>, Path((id, file)): Path<(String, String)>) -> Result<Response, No> {
    let bytes = found(&desk, &id)?.world.telegram().file(&file).ok_or(No::Over)?;
    Ok(([(CONTENT_TYPE, "image/png")], bytes).into_response())
}
