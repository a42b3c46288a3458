//! Headless Chromium, spoken to through a pair of pipes (`--remote-debugging-pipe`): messages of the
//! Chrome DevTools Protocol as JSON, each ended by a zero byte.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Browsers run one after the other: several at once measure each other.
static TURN: Mutex<()> = Mutex::new(());

/// A browser with one open page.
pub struct Browser {
    _turn: MutexGuard<'static, ()>,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    calls: u64,
    session: Option<String>,
    /// What happened in the page since it was opened.
    events: Vec<Value>,
    /// What was opened; all requests are for what is below it.
    url: String,
    /// Keeps the folder of the profile until the browser has ended.
    _profile: tempfile::TempDir,
}

/// The name of the browser's program; `None` where it is missing, which under `CI=true` is a failure.
pub fn program() -> Option<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let runs = |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|o| o.status.success());
    let found = names.into_iter().find(runs);
    if found.is_none() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "no Chromium, and CI is set");
        println!("skipped: no Chromium");
    }
    found
}

impl Browser {
    /// Starts the browser and opens a file, which may ask for nothing else.
    pub fn open(program: &str, page: &Path) -> Browser {
        Browser::visit(program, &format!("file://{}", page.display()))
    }

    /// Starts the browser and opens an address, which may ask for what is below it.
    pub fn visit(program: &str, url: &str) -> Browser {
        // A test that failed has let go of its browser all the same.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let profile = tempfile::tempdir().expect("a folder");
        // The browser reads messages from descriptor 3 and writes them to 4; it may not outlive the test.
        let pipes = "exec timeout 300 \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
        let mut child = Command::new("sh")
            .args(["-c", pipes, program, "--headless=new", "--no-sandbox", "--disable-gpu"])
            .args(["--remote-debugging-pipe", "--no-first-run", "--disable-dev-shm-usage"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let input = child.stdin.take().expect("piped");
        let output = BufReader::new(child.stdout.take().expect("piped"));
        let mut browser = Browser {
            _turn: turn,
            child,
            input,
            output,
            calls: 0,
            session: None,
            events: Vec::new(),
            url: url.to_string(),
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", attached);
        browser.session = session["sessionId"].as_str().map(str::to_string);
        for domain in ["Page", "Runtime", "Network", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser.size(1280, 900);
        browser.call("Page.navigate", json!({ "url": url }));
        browser.wait_for("document.readyState === 'complete' && document.body.classList.contains('live')");
        browser
    }

    /// Calls a method and returns its result.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    /// Calls a method and returns its answer: a result, or an error.
    fn answer(&mut self, method: &str, params: Value) -> Value {
        self.calls += 1;
        let id = self.calls;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = self.session.as_ref().filter(|_| !method.starts_with("Browser.")) {
            message["sessionId"] = json!(session);
        }
        write!(self.input, "{message}\0").expect("the browser listens");
        self.input.flush().expect("the browser listens");
        loop {
            let mut bytes = Vec::new();
            self.output.read_until(0, &mut bytes).expect("the browser answers");
            bytes.pop();
            let answer: Value = serde_json::from_slice(&bytes).expect("the browser ended");
            if answer["id"] == json!(id) {
                return answer;
            }
            self.events.push(answer);
        }
    }

    /// The value of an expression in the page.
    pub fn eval(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let result = self.call("Runtime.evaluate", params);
        assert!(result["exceptionDetails"].is_null(), "{expression}: {}", result["exceptionDetails"]);
        result["result"]["value"].clone()
    }

    /// Waits until an expression holds. Between two pages there is nothing that it could be asked of.
    pub fn wait_for(&mut self, expression: &str) {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = Value::Null;
        for _ in 0..300 {
            answer = self.answer("Runtime.evaluate", params.clone());
            if answer["result"]["result"]["value"] == json!(true) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("never came true: {expression}; {answer}; {:?}", self.faults());
    }

    /// Chooses files in a field of the page.
    pub fn choose(&mut self, id: &str, files: &[&Path]) {
        let field = self.call("Runtime.evaluate", json!({ "expression": format!("byId('{id}')") }));
        let object = &field["result"]["objectId"];
        self.call("DOM.setFileInputFiles", json!({ "files": files, "objectId": object }));
    }

    /// Gives the page a size in pixels.
    pub fn size(&mut self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// What must not happen: exceptions, messages of errors, dialogs, and requests for anything but the page.
    pub fn faults(&self) -> Vec<String> {
        let fault = |event: &Value| {
            let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
            match event["method"].as_str().unwrap_or_default() {
                "Runtime.exceptionThrown" | "Page.javascriptDialogOpening" | "Log.entryAdded" => true,
                "Runtime.consoleAPICalled" => event["params"]["type"] == "error",
                // A download is made of what the page has.
                "Network.requestWillBeSent" => {
                    !url.strip_prefix("blob:").unwrap_or(url).starts_with(&self.url)
                }
                _ => false,
            }
        };
        self.events.iter().filter(|e| fault(e)).map(Value::to_string).collect()
    }

    /// How many requests were made in all: the page itself is one.
    pub fn requests(&self) -> usize {
        self.events.iter().filter(|e| e["method"] == "Network.requestWillBeSent").count()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session = None;
        let _ = write!(self.input, "{}\0", json!({ "id": 0, "method": "Browser.close" }));
        let _ = self.input.flush();
        let _ = self.child.wait();
    }
}
