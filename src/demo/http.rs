//! The Bot API over HTTP: `/bot<token>/<method>`, and whatever can go wrong on the way.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    body::Body,
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE, DATE},
    },
    response::{IntoResponse, Response},
};
use futures_util::stream;
use tokio::net::TcpListener;

use super::options::Server;
use super::{
    control,
    faults::Fault,
    guard,
    line::{Exchange, Knife},
    log::Recorded,
    methods::{self, Method},
    params::{LARGEST_REQUEST, Params},
    poll,
    refuse::Refusal,
    serve::{self, Unread},
    telegram::Shared,
    world::World,
};

#[derive(Clone)]
struct Desk {
    shared: Arc<Shared>,
    address: SocketAddr,
    patience: Duration,
}

/// Serves until it is aborted.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>, address: SocketAddr) {
    let patience = shared.world().options.patience;
    let desk = Desk { shared, address, patience };
    let router =
        Router::new().fallback(call).layer(axum::extract::DefaultBodyLimit::disable()).with_state(desk);
    serve::serve(Exchange(listener), patience, |line| router.clone().layer(Extension(line.knife()))).await;
}

async fn answer(desk: Desk, knife: Knife, request: Request) -> Response {
    // Any verb can change something here.
    if !guard::lets_in(request.headers(), true, true) {
        return (StatusCode::FORBIDDEN, "The emulated Telegram answers programs only.").into_response();
    }
    let request = match serve::whole(request, LARGEST_REQUEST, desk.patience).await {
        Ok(request) => request,
        Err(Unread::Late) => return serve::late(),
        Err(Unread::Broken) => return refused(&Refusal::new(413, "Request Entity Too Large", None)),
    };
    let path = request.uri().path().to_owned();
    if let Some(verb) = path.strip_prefix("/control/") {
        return control::handle(desk.shared, desk.address, verb, request).await;
    }
    let Some((token, name)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refused(&Refusal::not_found());
    };
    if desk.shared.world().options.token != token {
        return refused(&Refusal::unauthorized());
    }
    let params = match Params::read(request).await {
        Ok(params) => params,
        Err(refusal) => return refused(&refusal),
    };
    let name = if name.eq_ignore_ascii_case("getUpdates") { "getUpdates" } else { name };
    let method = methods::named(name);
    let name = method.map_or(name, |method| method.name);
    let fault = desk.shared.world().faults.strike(name, params.integer("chat_id"));
    let early = fault.as_ref().and_then(instead);
    if let Some(early) = early {
        return early.answer(&desk.shared, name, params, &knife).await;
    }
    if let Some(Fault::Slow { millis }) = fault {
        tokio::time::sleep(Duration::from_millis(millis)).await;
    }
    let spoilt = fault.as_ref().is_some_and(Fault::spoils_answer);
    let (outcome, latency) = process(&desk.shared, name, method, params, spoilt).await;
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    after(fault, outcome, &knife).await
}

/// An answer bears its date, which is that of the emulated Telegram.
async fn call(State(desk): State<Desk>, Extension(knife): Extension<Knife>, request: Request) -> Response {
    let shared = desk.shared.clone();
    let mut response = answer(desk, knife, request).await;
    let world = shared.world();
    if world.options.server == Server::Telegrams
        && let Ok(date) = HeaderValue::from_str(&world.now().format("%a, %d %b %Y %H:%M:%S GMT").to_string())
    {
        response.headers_mut().insert(DATE, date);
    }
    response
}

/// A fault that keeps a request from being processed.
enum Instead {
    Refuse(Refusal),
    Page(u16),
    Cut,
    Hang,
}

fn instead(fault: &Fault) -> Option<Instead> {
    match fault {
        Fault::TooMany { seconds } => Some(Instead::Refuse(Refusal::too_many(*seconds))),
        Fault::Refuse { code, description, parameters } => {
            Some(Instead::Refuse(Refusal::new(*code, description.clone(), parameters.clone())))
        }
        Fault::Page { status } => Some(Instead::Page(*status)),
        Fault::CutBefore => Some(Instead::Cut),
        Fault::Hang => Some(Instead::Hang),
        Fault::Answer { .. }
        | Fault::Truncated
        | Fault::CutAfter
        | Fault::CutMidway
        | Fault::Slow { .. }
        | Fault::HangAfter => None,
    }
}

impl Instead {
    async fn answer(self, shared: &Shared, name: &str, params: Params, knife: &Knife) -> Response {
        let status = match &self {
            Self::Refuse(refusal) => refusal.code(),
            Self::Page(status) => *status,
            Self::Cut | Self::Hang => 0,
        };
        shared.change(|world| world.note(name, params, status));
        match self {
            Self::Refuse(refusal) => refused(&refusal),
            Self::Page(status) => page(status),
            Self::Cut => {
                knife.cut();
                StatusCode::OK.into_response()
            }
            Self::Hang => std::future::pending().await,
        }
    }
}

/// What a fault makes of an answer.
async fn after(fault: Option<Fault>, outcome: Result<String, Refusal>, knife: &Knife) -> Response {
    let body = match outcome {
        Ok(body) => body,
        Err(refusal) => return refused(&refusal),
    };
    match fault {
        Some(Fault::Answer { body }) => json(200, body.to_string()),
        Some(Fault::Truncated) => json(200, half(&body)),
        Some(Fault::CutMidway) => midway(&body),
        Some(Fault::CutAfter) => {
            knife.cut();
            json(200, body)
        }
        Some(Fault::HangAfter) => std::future::pending().await,
        Some(
            Fault::TooMany { .. }
            | Fault::Refuse { .. }
            | Fault::Page { .. }
            | Fault::CutBefore
            | Fault::Slow { .. }
            | Fault::Hang,
        )
        | None => json(200, body),
    }
}

async fn process(
    shared: &Shared,
    name: &str,
    method: Option<&'static Method>,
    params: Params,
    spoilt: bool,
) -> (Result<String, Refusal>, Duration) {
    if name == "getUpdates" {
        let outcome = poll::updates(shared, &params).await;
        let status = status(&outcome);
        shared.change(|world| world.note(name, params, status));
        return (outcome, Duration::ZERO);
    }
    shared.change(|world| {
        let before = world.log.deliveries.len();
        let outcome = match method {
            None => Err(Refusal::no_method()),
            Some(method) => world.call(method, &params),
        };
        for delivery in world.log.deliveries.iter_mut().skip(before) {
            delivery.answered = !spoilt;
        }
        let status = status(&outcome);
        let chat = params.integer("chat_id").and_then(|chat| world.chats.get_mut(&chat));
        if let (Some(chat), Err(refusal)) = (chat, &outcome) {
            chat.turns_down(refusal.description().to_owned());
        }
        world.note(name, params, status);
        (outcome, world.options.latency)
    })
}

fn status(outcome: &Result<String, Refusal>) -> u16 {
    outcome.as_ref().map_or_else(Refusal::code, |_| 200)
}

impl World {
    fn call(&mut self, method: &Method, params: &Params) -> Result<String, Refusal> {
        let weight = methods::weight(method.name, params);
        if weight > 0 {
            let chat = params.integer("chat_id").unwrap_or(0);
            self.gate.pass(chat, weight).map_err(|seconds| Refusal::too_many(Some(seconds)))?;
        }
        let result = (method.call)(self, params)?;
        Ok(format!("{{\"ok\":true,\"result\":{result}}}"))
    }

    /// Books a request.
    fn note(&mut self, name: &str, params: Params, status: u16) {
        self.log.answered += 1;
        self.log.refused += u64::from(status != 200);
        self.log.too_many += u64::from(status == 429);
        if self.options.recorded == 0 {
            return;
        }
        let known = if name == "getUpdates" {
            Some(methods::POLL)
        } else {
            methods::named(name).map(|method| method.params)
        };
        for given in params.values.keys().chain(params.files.keys()) {
            if known.is_some_and(|known| !known.split_whitespace().any(|one| one == given))
                && !params.is_attached(given)
            {
                self.log.unknown.insert(format!("{name}.{given}"));
            }
        }
        let files = params.files.into_keys().collect();
        let recorded = Recorded { method: name.to_owned(), params: params.values, files, status };
        self.log.record(recorded, self.options.recorded);
    }
}

/// The start of an answer, out on the wire before the line breaks.
fn midway(body: &str) -> Response {
    let start = half(body);
    let parts = stream::unfold(Some(start), |start| async {
        if let Some(start) = start {
            return Some((Ok(start), None));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        Some((Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset)), None))
    });
    let headers = [(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_LENGTH, body.len().to_string())];
    (headers, Body::from_stream(parts)).into_response()
}

fn half(body: &str) -> String {
    body.chars().take(body.chars().count() / 2).collect()
}

fn refused(refusal: &Refusal) -> Response {
    json(refusal.code(), refusal.body())
}

fn json(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

fn page(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let text =
        format!("<html><head><title>{status}</title></head><body><h1>{status}</h1>nginx</body></html>");
    (status, [(CONTENT_TYPE, "text/html")], text).into_response()
}
