//! The command itself: its address, its signals, its exit status, and the disk that it leaves alone.

use crate::http::{Answer, exchange, form};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

struct Served {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

fn serve() -> Served {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_silkmatch"))
        .args(["serve", "--port", "0", "--as-of", "2026-11-23"])
        .current_dir(folder.path())
        .env("TMPDIR", folder.path())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut line = String::new();
    BufReader::new(child.stderr.take().expect("piped")).read_line(&mut line).expect("a line");
    let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
    let port = port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no address: {line}"));
    Served { child, port, folder }
}

impl Served {
    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }

    fn request(&self, path: &str) -> Vec<u8> {
        format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\r\n", self.port)
            .into_bytes()
    }

    /// The exit status, once it has ended.
    fn end(&mut self) -> Option<i32> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(60) {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it does not end");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_signal_under_load_lets_every_request_end() {
    let mut served = serve();
    let request = served.request("/api/v1/profiles/given/shortlist?seeker=kz-sk-pharmacy");
    let (port, whole) = (served.port, AtomicUsize::new(0));
    // Each asks again and again until nobody listens any more.
    let ask = || {
        while let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) {
            // Not yet accepted when the server stops: no answer at all.
            let sent = stream.write_all(&request).is_ok();
            if !sent || !stream.peek(&mut [0]).is_ok_and(|n| n > 0) {
                break;
            }
            let answer = Answer::read(&mut stream).expect("an answer that was begun is whole");
            assert_eq!(answer.status, 200, "{}", answer.text());
            assert_eq!(answer.json()["matches"].as_array().map(Vec::len), Some(10));
            whole.fetch_add(1, Ordering::Relaxed);
        }
    };
    std::thread::scope(|scope| {
        let load: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        while whole.load(Ordering::Relaxed) < 8 && load.iter().all(|l| !l.is_finished()) {
            std::thread::sleep(Duration::from_millis(10));
        }
        served.signal("TERM");
        assert_eq!(served.end(), Some(143));
        load.into_iter().for_each(|l| l.join().expect("no answer was cut"));
    });
    assert!(whole.into_inner() >= 8, "too little was asked before it stopped");
}

#[test]
fn an_idle_connection_does_not_keep_it_from_stopping() {
    let mut served = serve();
    let mut idle = TcpStream::connect(("127.0.0.1", served.port)).expect("it listens");
    let request = String::from_utf8(served.request("/")).expect("ASCII").replace("connection: close\r\n", "");
    idle.write_all(request.as_bytes()).expect("sent");
    assert_eq!(Answer::read(&mut idle).expect("an answer").status, 200);
    let start = Instant::now();
    served.signal("INT");
    assert_eq!(served.end(), Some(130));
    assert!(start.elapsed() < Duration::from_secs(8), "it waited for its grace to pass");
}

#[test]
fn nothing_is_written_to_disk() {
    let served = serve();
    let form = form(&[("organizations.csv", b"name,country\nA,KZ\nB,KR\n")]);
    let head = format!(
        "POST /api/v1/profiles HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary=silk\r\ncontent-length: {}\r\n\r\n",
        served.port,
        form.len()
    );
    assert_eq!(exchange(served.port, &[head.as_bytes(), &form].concat()).status, 201);
    assert_eq!(
        exchange(served.port, &served.request("/api/v1/profiles/given/report?seeker=kz-sk-pharmacy")).status,
        200
    );
    assert_eq!(std::fs::read_dir(served.folder.path()).expect("a folder").count(), 0);
}

#[test]
fn a_port_that_is_taken_is_told_with_the_way_out() {
    let served = serve();
    let out = Command::new(env!("CARGO_BIN_EXE_silkmatch"))
        .args(["serve", "--port", &served.port.to_string()])
        .output()
        .expect("runs");
    assert_eq!(out.status.code(), Some(2));
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(said.contains("hint: name another port"), "{said}");
}
