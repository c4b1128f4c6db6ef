//! Serving HTTP on one computer: no request is waited for without end, neither its head nor its body.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::{StatusCode, header::CONNECTION},
    response::{IntoResponse, Response},
    serve::Listener,
};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
    service::TowerToHyperService,
};
use tokio::sync::watch;

/// Serves each line with what `app` makes of it, until this is dropped; what is asked then is still answered. A line
/// on which no request's head arrives in time is closed. Whether an answer bears a date is `app`'s business.
pub(crate) async fn serve<L: Listener>(mut listener: L, patience: Duration, app: impl Fn(&L::Io) -> Router) {
    let (_open, over) = watch::channel(());
    loop {
        let (line, _) = listener.accept().await;
        let service = TowerToHyperService::new(app(&line));
        let mut over = over.clone();
        tokio::spawn(async move {
            let mut builder = Builder::new(TokioExecutor::new()).http1_only();
            let mut http = builder.http1();
            http.timer(TokioTimer::new()).header_read_timeout(patience).auto_date_header(false);
            let mut serving = std::pin::pin!(builder.serve_connection(TokioIo::new(line), service));
            // How a line ends is its client's business.
            let ended = tokio::select! {
                ended = serving.as_mut() => Some(ended),
                _ = over.changed() => None,
            };
            if ended.is_none() {
                serving.as_mut().graceful_shutdown();
                let _ = serving.await;
            }
        });
    }
}

/// What is wrong with a body.
pub(crate) enum Unread {
    /// It did not arrive in time.
    Late,
    /// It is larger than that, or its line broke.
    Broken,
}

/// A request with its whole body, which has so long to arrive.
pub(crate) async fn whole(request: Request, largest: usize, patience: Duration) -> Result<Request, Unread> {
    let (head, body) = request.into_parts();
    let body = tokio::time::timeout(patience, to_bytes(body, largest)).await.map_err(|_| Unread::Late)?;
    Ok(Request::from_parts(head, Body::from(body.map_err(|_| Unread::Broken)?)))
}

/// What a request is answered that did not arrive in time.
pub(crate) fn late() -> Response {
    (StatusCode::REQUEST_TIMEOUT, [(CONNECTION, "close")], "The request did not end.").into_response()
}
