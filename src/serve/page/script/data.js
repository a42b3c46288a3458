// Files in, findings out.

/** How many findings are shown at first, and with each further asking. */
const SOME = 100;

const SEVERITIES = ["fault", "warning", "note"];

const shownFindings = { /** @type {Set<string>} */ severities: new Set(SEVERITIES), most: SOME };

/** Sends files to the server, and shows what it makes of them. @param {File[]} files */
function upload(files) {
  return attempt(async () => {
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (bytes > page.upload) throw new Trouble(say("site-too-large", { most: page.upload >> 20 }));
    const form = new FormData();
    for (const file of files) form.append("file", file, file.name);
    const encoding = /** @type {HTMLSelectElement} */ (byId("encoding")).value;
    const query = new URLSearchParams(encoding === "" ? { lang: page.lang } : { lang: page.lang, encoding });
    const answer = await ask(`/api/v1/profiles?${query}`, { method: "POST", body: form });
    const names = files.map((file) => file.name).join(", ");
    await take(await answer.json(), names);
  });
}

/**
 * Shows profiles.
 * @param {Profiles} profiles
 * @param {string} name
 */
async function take(profiles, name) {
  state.profiles = profiles;
  state.name = name;
  sessionStorage.setItem("profiles", JSON.stringify([profiles.id, name]));
  state.check = await (await ask(address("check", {}))).json();
  shownFindings.most = SOME;
  drawData();
  newChoices();
}

/** The profiles that the page had before it was loaded anew, or those of the start. */
async function remembered() {
  const [id, name] = JSON.parse(sessionStorage.getItem("profiles") ?? "null") ?? [page.given, ""];
  const of = async (/** @type {string} */ which) =>
    (await ask(`/api/v1/profiles/${which}?lang=${page.lang}`)).json();
  try {
    await take(await of(id), name);
  } catch (error) {
    if (!(error instanceof Trouble) || error.status !== 404) throw error;
    await take(await of(page.given), "");
    throw new Trouble(say("site-gone"));
  }
}

/** Lets go of the upload, and shows the profiles of the start. */
function forget() {
  return attempt(async () => {
    await ask(`/api/v1/profiles/${state.profiles.id}`, { method: "DELETE" });
    sessionStorage.removeItem("profiles");
    await remembered();
  });
}

/** Where a finding is: file, sheet, cell or line, column. @param {Finding} finding */
function placeOf(finding) {
  const line = finding.cell ?? (finding.line === null ? null : say("site-line", { line: finding.line }));
  return [finding.file, finding.sheet, line, finding.column].filter((part) => part !== null).join(", ");
}

/** Shows what was read, and what was found. */
function drawData() {
  const { organizations } = state.profiles;
  const words = { name: state.name === "" ? say("site-given") : state.name, count: organizations.length };
  const own = state.profiles.id !== page.given;
  const button = el("button", { type: "button" }, say("site-forget"));
  button.addEventListener("click", forget);
  byId("loaded").replaceChildren(el("bdi", {}, say("site-loaded", words)), ...(own ? [" ", button] : []));
  const heads = ["head-read", "head-rows", "head-from"].map((key) => say(key));
  const tables = state.check.tables.map((t) => [t.table, String(t.rows), t.file]);
  byId("tables").replaceChildren(tableOf(say("site-tables"), heads, tables, "words number words", ""));
  downloads("findings-downloads", [
    ["findings.xlsx", address("check", { format: "xlsx", lang: page.lang })],
    ["findings.csv", address("check", { format: "csv" })],
    ["findings.json", address("check", { format: "json" })],
  ]);
  drawFindings();
}

/** A box that shows or hides the findings of a severity. @param {string} severity */
function severityBox(severity) {
  const count = state.check.findings.filter((f) => f.severity === severity).length;
  const box = el("input", { type: "checkbox" });
  box.checked = shownFindings.severities.has(severity);
  box.addEventListener("change", () => {
    if (!shownFindings.severities.delete(severity)) shownFindings.severities.add(severity);
    drawFindings();
  });
  return el("label", {}, box, ` ${say(`site-${severity}`)}: ${count}`);
}

/** Shows the findings that are asked for, the gravest first. */
function drawFindings() {
  const rank = (/** @type {Finding} */ f) => SEVERITIES.indexOf(f.severity);
  const found = state.check.findings.filter((f) => shownFindings.severities.has(f.severity));
  found.sort((a, b) => rank(a) - rank(b));
  byId("severities").replaceChildren(...SEVERITIES.map(severityBox));
  const rows = found
    .slice(0, shownFindings.most)
    .map((f) => [
      el("span", { class: `severity ${f.severity}`, title: f.code }, say(`severity-${f.severity}`)),
      placeOf(f),
      f.found,
      f.message,
      f.hint ?? "",
    ]);
  const heads = ["", ...["site-place", "head-found", "head-message", "head-hint"].map((key) => say(key))];
  const none = el("p", { class: "note" }, say("site-no-finding"));
  byId("findings").replaceChildren(
    rows.length === 0 ? none : tableOf("", heads, rows, "tight words words words words", "stacks"),
  );
  byId("more-findings").hidden = found.length <= shownFindings.most;
}

/** Takes files that are chosen or dropped. */
function newDrop() {
  const input = /** @type {HTMLInputElement} */ (byId("files"));
  const drop = byId("drop");
  input.addEventListener("change", async () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) await upload(files);
    // The same file can be chosen again once it is mended.
    input.value = "";
  });
  // A file that misses the field is not opened in the place of the page.
  for (const event of ["dragover", "drop"]) window.addEventListener(event, (e) => e.preventDefault());
  drop.addEventListener("dragover", () => drop.classList.add("over"));
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) upload(files);
  });
  byId("starter").setAttribute("href", `/api/v1/starter?lang=${page.lang}`);
  byId("encoding").append(...page.encodings.map((name) => el("option", { value: name }, name)));
  byId("more-findings").addEventListener("click", () => {
    shownFindings.most += SOME;
    drawFindings();
  });
}
