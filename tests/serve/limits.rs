//! Whom the server answers, and how much it takes.

use crate::http::{Answer, Server, exchange, form};
use silkmatch::serve::Limits;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

#[test]
fn who_calls_it_by_another_name_is_refused() {
    let server = Server::start(Limits::default());
    let status = |host: &str| {
        let request = format!("GET /api/v1/profiles/given HTTP/1.1\r\n{host}connection: close\r\n\r\n");
        exchange(server.port, request.as_bytes()).status
    };
    let port = server.port;
    assert_eq!(status(&format!("host: localhost:{port}\r\n")), 200);
    assert_eq!(status("host: evil.example\r\n"), 421);
    assert_eq!(status(&format!("host: evil.example:{port}\r\n")), 421);
    assert_eq!(status(""), 421);
}

#[test]
fn a_page_of_another_site_is_refused() {
    let server = Server::start(Limits::default());
    let form = form(&[("a.csv", b"name,country\nA,KZ\n")]);
    let status = |headers: &[(&str, &str)]| {
        let kind = ("content-type", "multipart/form-data; boundary=silk");
        server.ask("POST", "/api/v1/profiles", &[&[kind], headers].concat(), &form).status
    };
    assert_eq!(status(&[("origin", &format!("http://127.0.0.1:{}", server.port))]), 201);
    assert_eq!(status(&[("origin", "http://evil.example")]), 403);
    assert_eq!(status(&[("origin", "null")]), 403);
    assert_eq!(status(&[("sec-fetch-site", "cross-site")]), 403);
}

#[test]
fn a_body_of_200_megabytes_is_refused_before_it_is_sent() {
    let server = Server::start(Limits::default());
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("it listens");
    let head = format!(
        "POST /api/v1/profiles HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncontent-type: multipart/form-data; boundary=silk\r\n\
         content-length: 200000000\r\n\r\n",
        server.port
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let answer = Answer::read(&mut stream).expect("an answer without a body");
    assert_eq!(answer.status, 413, "{}", answer.text());
    assert_eq!(answer.header("connection"), Some("close"));
}

#[test]
fn a_body_that_does_not_say_how_large_it_is_is_read_no_further_than_allowed() {
    let limits = Limits { upload: 100_000, ..Limits::default() };
    let server = Server::start(limits);
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("it listens");
    let head = format!(
        "POST /api/v1/profiles HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncontent-type: multipart/form-data; boundary=silk\r\n\
         transfer-encoding: chunked\r\n\r\n",
        server.port
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let part = form(&[("a.csv", &[b'x'; 150_000])]);
    // The server may hang up before all of it is sent.
    let _ =
        stream.write_all(format!("{:x}\r\n", part.len()).as_bytes()).and_then(|()| stream.write_all(&part));
    // Who goes on sending to a closed connection may miss the answer.
    let answer = Answer::read(&mut stream);
    assert!(answer.as_ref().is_none_or(|answer| answer.status == 413), "{answer:?}");
    let delegation = server.ask("POST", "/api/v1/profiles/given/plan", &[], &vec![b'#'; 90_000]);
    assert_eq!(delegation.status, 422, "it is read: {}", delegation.text());
}

#[test]
fn more_files_than_there_are_tables_are_refused() {
    let server = Server::start(Limits { files: 2, ..Limits::default() });
    let file: &[u8] = b"name,country\nA,KZ\n";
    assert_eq!(server.upload("", &[("a.csv", file), ("b.csv", file), ("c.csv", file)]).status, 413);
}

#[test]
fn who_sends_slowly_is_cut_off_and_keeps_nobody_waiting() {
    let short = Duration::from_millis(400);
    let server = Server::start(Limits { headers: short, body: short, ..Limits::default() });
    let head = format!(
        "POST /api/v1/profiles HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncontent-type: multipart/form-data; boundary=silk\r\n\
         content-length: 1000\r\n\r\n--silk\r\n",
        server.port
    );
    let begin = |bytes: &[u8]| {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("it listens");
        stream.write_all(bytes).expect("sent");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time");
        stream
    };
    let mut half_heads: Vec<TcpStream> = (0..20).map(|_| begin(b"GET / HTTP/1.1\r\nhost: ")).collect();
    let mut half_body = begin(head.as_bytes());
    assert_eq!(server.get("/").status, 200, "others are answered meanwhile");
    let answer = Answer::read(&mut half_body).expect("an answer");
    assert_eq!(answer.status, 408, "{}", answer.text());
    for stream in &mut half_heads {
        // A connection that is closed ends the reading; one that is not would run into the time.
        let mut rest = Vec::new();
        assert!(stream.read_to_end(&mut rest).is_ok());
    }
}

/// What takes long, on a machine that may be slow.
const LONG: &str = "/api/v1/profiles/given/report?from=UZ";

fn one_turn() -> Limits {
    Limits { work: 1, answer: Duration::from_secs(600), ..Limits::default() }
}

#[test]
fn the_page_is_there_while_all_turns_are_taken() {
    let server = Server::start(one_turn());
    std::thread::scope(|scope| {
        let long = scope.spawn(|| server.get(LONG));
        std::thread::sleep(Duration::from_millis(20));
        assert_eq!(server.get("/").status, 200);
        assert!(!long.is_finished(), "the report came first, so the test shows nothing");
        assert_eq!(long.join().expect("an answer").status, 200);
    });
}

#[test]
fn who_waits_too_long_for_a_turn_is_told_so() {
    let server = Server::start(Limits { turn: Duration::from_millis(1), ..one_turn() });
    std::thread::scope(|scope| {
        let long: Vec<_> = (0..4).map(|_| scope.spawn(|| server.get(LONG).status)).collect();
        let statuses: Vec<u16> = long.into_iter().map(|l| l.join().expect("an answer")).collect();
        assert!(statuses.contains(&200) && statuses.contains(&503), "{statuses:?}");
        assert!(statuses.iter().all(|s| [200, 503].contains(s)), "{statuses:?}");
    });
}
