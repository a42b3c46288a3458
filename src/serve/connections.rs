//! Connections: so many at a time, none of them for ever, and a stop that lets requests end.

use super::limits::Limits;
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// After a connection that could not be accepted (too many open files), before the next is tried.
const BREATH: Duration = Duration::from_millis(100);

/// The most bytes of a request line with its headers.
const HEAD: usize = 64 << 10;

/// Accepts connections until `stop` is there; then those that are open may end what they are at.
pub async fn serve<T>(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    stop: impl Future<Output = T>,
) -> T {
    let graceful = GracefulShutdown::new();
    let stopped = until(stop, accept(listener, router, limits, &graceful)).await;
    let _ = timeout(limits.grace, graceful.shutdown()).await;
    stopped
}

/// Accepts connections for ever.
async fn accept(listener: TcpListener, router: Router, limits: &Limits, graceful: &GracefulShutdown) {
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let place = Arc::clone(&places).acquire_owned().await;
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.headers)
            .max_header_size(HEAD)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        // How a connection ends is the affair of the other side; there is nobody to tell.
        let ending = timeout(limits.connection, graceful.watch(connection));
        tokio::spawn(async move {
            let _ = ending.await;
            drop(place);
        });
    }
}

/// Does work that has no end of its own until `stop` is there.
async fn until<T>(stop: impl Future<Output = T>, work: impl Future<Output = ()>) -> T {
    let (mut stop, mut work) = (pin!(stop), pin!(work));
    poll_fn(|context| {
        let _: Poll<()> = work.as_mut().poll(context);
        stop.as_mut().poll(context)
    })
    .await
}
