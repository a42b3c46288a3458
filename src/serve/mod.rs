//! The local web page: upload, findings, shortlists, weights, explanations, plans, downloads.
//!
//! It listens where it is told to, which is this machine alone in the command line, and answers nobody who
//! came by another name (`guard`). What is uploaded is held in memory for a time (`held`); nothing is
//! written to disk. Everything that takes time is worked out on other threads than the one that listens,
//! so many at a time (`site`).

mod api;
mod connections;
mod guard;
mod held;
mod limits;
mod page;
mod site;

pub use limits::Limits;

use crate::profile::Date;
use crate::roster::Loaded;
use crate::vocabulary::Lang;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::get;
use held::{Held, Profiles};
use site::Site;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// What a server needs to know.
pub struct Options {
    /// The profiles that it starts with.
    pub given: Loaded,
    /// The language of the page, unless a reader asks for another.
    pub lang: Lang,
    /// The date at which uploads are judged, asked for at each of them.
    pub today: Box<dyn Fn() -> Date + Send + Sync>,
    /// How much it takes.
    pub limits: Limits,
}

/// Serves until `stop` is there, and passes on what it brought. Requests that are under way then have
/// [`Limits::grace`] to end.
///
/// # Errors
/// What keeps the server from starting: the listener, or a shipped part that is broken.
pub fn run<T>(listener: TcpListener, options: Options, stop: impl Future<Output = T>) -> io::Result<T> {
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let Options { given, lang, today, limits } = options;
    let site = Arc::new(Site::new(Held::new(Profiles::new(given)), lang, today, limits));
    let stopped = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let ageing = tokio::spawn(age(Arc::clone(&site)));
        let stopped = connections::serve(listener, router(&site, port)?, &site.limits, stop).await;
        ageing.abort();
        Ok(stopped)
    });
    // What nobody waits for any more is not waited for here.
    runtime.shutdown_background();
    stopped
}

/// All that can be asked for.
fn router(site: &Arc<Site>, port: u16) -> io::Result<Router> {
    let operations = api::operations(&site.limits);
    let description = api::description(&operations)?;
    let mut router = Router::new()
        .route("/", get(page::show))
        // Browsers ask for it by themselves.
        .route("/favicon.ico", get(StatusCode::NO_CONTENT))
        .route(api::DESCRIPTION, get(move || std::future::ready(description.clone())));
    for operation in operations {
        router = router.route(operation.path, operation.route);
    }
    let hosts = Arc::new(guard::Hosts::new(port));
    Ok(router
        .fallback(api::nowhere)
        .method_not_allowed_fallback(api::no_such_method)
        .with_state(Arc::clone(site))
        .layer(middleware::from_fn_with_state((hosts, site.limits.upload), guard::guard)))
}

/// How often uploads are looked through for those that nobody uses.
const ROUND: Duration = Duration::from_secs(60);

async fn age(site: Arc<Site>) {
    loop {
        tokio::time::sleep(ROUND).await;
        site.drop_old();
    }
}
