//! A server in this process, and a client that says exactly what it is told to.

#![allow(dead_code)]

use serde_json::Value;
use silkmatch::profile::Date;
use silkmatch::read::Bundle;
use silkmatch::roster::Loaded;
use silkmatch::serve::{self, Limits, Options};
use silkmatch::vocabulary::Lang;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

/// A server that stops when it is dropped.
pub struct Server {
    pub port: u16,
    stop: Option<(tokio::sync::oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Server {
    /// The shipped profiles at the date of the tests.
    pub fn start(limits: Limits) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let serve = move || {
            let date = Date::read("2026-11-23").expect("a date");
            let given = Loaded::new(Bundle::shipped().expect("sound"), date).expect("sound");
            let options = Options { given, lang: Lang::En, today: Box::new(move || date), limits };
            serve::run(listener, options, stopped).expect("it serves").expect("asked to stop");
        };
        Server { port, stop: Some((stop, std::thread::spawn(serve))) }
    }

    /// The answer to a GET.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }

    /// The answer to a request of this server.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n", self.port);
        headers.iter().for_each(|(name, value)| head += &format!("{name}: {value}\r\n"));
        head += &format!("content-length: {}\r\n\r\n", body.len());
        exchange(self.port, &[head.as_bytes(), body].concat())
    }

    /// The answer to an upload of files.
    pub fn upload(&self, query: &str, files: &[(&str, &[u8])]) -> Answer {
        let kind = ("content-type", "multipart/form-data; boundary=silk");
        self.ask("POST", &format!("/api/v1/profiles?{query}"), &[kind], &form(files))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.stop.take() {
            let _ = stop.send(());
            // A test that fails already says why.
            if thread.join().is_err() && !std::thread::panicking() {
                panic!("the server panicked");
            }
        }
    }
}

/// Files as a form.
pub fn form(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head =
            format!("--silk\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--silk--\r\n");
    body
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads an answer to the end of its body.
    pub fn read(stream: &mut TcpStream) -> Option<Answer> {
        stream.set_read_timeout(Some(Duration::from_secs(120))).expect("a time");
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
                break end + 4;
            }
            let mut more = [0; 4096];
            let read = stream.read(&mut more).ok().filter(|read| *read > 0)?;
            bytes.extend(&more[..read]);
        };
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head");
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let mut answer = Answer { status, head, body: bytes.split_off(end) };
        let length: usize = answer.header("content-length").map_or(0, |l| l.parse().expect("a number"));
        let read = answer.body.len();
        answer.body.resize(length, 0);
        stream.read_exact(&mut answer.body[read..]).ok()?;
        Some(answer)
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &&str| line.split(':').next().is_some_and(|n| n.eq_ignore_ascii_case(name));
        self.head.lines().find(named).and_then(|line| line.split_once(':')).map(|(_, value)| value.trim())
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }
}

/// Sends bytes, and reads one answer.
pub fn exchange(port: u16, request: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    stream.write_all(request).expect("sent");
    Answer::read(&mut stream).expect("an answer")
}
