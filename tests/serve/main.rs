//! The local web page: what it answers, whom it answers, how much it takes, and how it stops.

#[path = "../common/books.rs"]
mod books;
#[path = "../common/http.rs"]
mod http;

mod api;
mod limits;
#[cfg(unix)]
mod stop;
