//! The server: its own accept loop, because a slow or silent client must not hold a place forever.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;

/// Time a client has to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);
/// Connections at once.
const CONNECTIONS: usize = 512;
/// Time that requests under way have to finish when the server is told to stop.
const STOP: Duration = Duration::from_secs(10);

/// The caller's address, for the limits and nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Caller(pub SocketAddr);

/// Serves until `stop` is told.
pub async fn serve(listener: TcpListener, app: Router, mut stop: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let (closed, mut all_closed) = tokio::sync::mpsc::channel::<()>(1);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.changed() => break,
        };
        let (stream, caller) = match accepted {
            Ok(accepted) => accepted,
            Err(cause) => {
                // Out of file handles, most likely: wait instead of spinning.
                tracing::warn!(%cause, "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        drop(stream.set_nodelay(true));
        let service = TowerToHyperService::new(app.clone().map_request(move |mut request: axum::http::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(Caller(caller));
            request.map(axum::body::Body::new)
        }));
        let (mut stop, open) = (stop.clone(), closed.clone());
        tokio::spawn(async move {
            let mut builder = http1::Builder::new();
            builder.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(64 * 1024);
            let connection = builder.serve_connection(TokioIo::new(stream), service);
            tokio::pin!(connection);
            tokio::select! {
                _ = connection.as_mut() => {}
                _ = stop.changed() => {
                    connection.as_mut().graceful_shutdown();
                    drop(tokio::time::timeout(STOP, connection).await);
                }
            }
            drop((place, open));
        });
    }
    drop(closed);
    drop(tokio::time::timeout(STOP, all_closed.recv()).await);
}
