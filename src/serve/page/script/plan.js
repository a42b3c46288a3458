// A delegation in, its plan out.

/** The delegation, where it is a workbook and nothing stands in the field. @type {File | null} */
let delegationBook = null;

/** A delegation that these profiles can make: two of the largest country visit the next. */
function exampleDelegation() {
  const { organizations, countries, as_of } = state.profiles;
  const size = (/** @type {string} */ country) => organizations.filter((o) => o.country === country).length;
  const [from, to] = Object.keys(countries).sort((a, b) => size(b) - size(a));
  const members = organizations.filter((o) => o.country === from).slice(0, 2);
  const year = Number(as_of.slice(0, 4)) + 1;
  return [
    `name = "${countries[from] ?? ""} – ${countries[to] ?? ""}"`,
    `members = ${JSON.stringify(members.map((o) => o.id))}`,
    `hosts = { country = "${to ?? ""}" }`,
    'weights = "balanced"',
    "",
    "[[day]]",
    `date = ${year}-06-14`,
    'slots = ["09:30", "10:30", "11:30", "14:00", "15:00"]',
    "tables = 2",
    "",
    "[limits]",
    "member = { min = 1, max = 5 }",
    "host = { max = 2 }",
    "",
  ].join("\n");
}

/**
 * Asks for the plan of a delegation.
 * @param {string} format
 * @param {string | File} delegation
 */
function askPlan(format, delegation) {
  const kind = typeof delegation === "string" ? "application/toml" : "application/octet-stream";
  const headers = { "content-type": kind };
  const request = { method: "POST", headers, body: delegation };
  return ask(address("plan", { format, lang: page.lang }), request);
}

/** A table, with its remarks below their rows. @param {ReadTable} table */
function readTable(table) {
  const side = (/** @type {number} */ i) => ({ class: table.columns[i].numbers ? "number" : "words" });
  const head = table.columns.map((column, i) => el("th", { scope: "col", ...side(i) }, column.title));
  const body = table.rows.flatMap((row) => [
    el("tr", {}, ...row.cells.map((cell, i) => el("td", side(i), cell))),
    ...row.notes.map(([word, text]) =>
      el(
        "tr",
        { class: "remark" },
        el("td", { colspan: String(table.columns.length) }, el("b", {}, word), " ", text),
      ),
    ),
  ]);
  const caption = table.title === null ? [] : [el("caption", {}, table.title)];
  const bare = table.columns.every((column) => column.title === "");
  const heads = bare ? [] : [el("thead", {}, el("tr", {}, ...head))];
  const whole = el("table", { class: "inner" }, ...caption, ...heads, el("tbody", {}, ...body));
  return el("div", { class: "scroll" }, whole);
}

/** Shows the plan of what stands in the field, or of the workbook. */
function drawPlan() {
  const field = /** @type {HTMLTextAreaElement} */ (byId("delegation"));
  const delegation = field.value === "" && delegationBook !== null ? delegationBook : field.value;
  byId("planned").replaceChildren();
  byId("plan-downloads").replaceChildren();
  return attempt(async () => {
    /** @type {ReadTable[]} */
    const tables = await (await askPlan("tables", delegation)).json();
    byId("planned").replaceChildren(...tables.map(readTable));
    const save = (/** @type {string} */ format) => {
      const button = el("button", { type: "button" }, format.toUpperCase());
      button.addEventListener("click", () => savePlan(format, delegation));
      return button;
    };
    byId("plan-downloads").replaceChildren(
      el("span", {}, say("site-download")),
      ...["xlsx", "csv", "ics", "json"].map(save),
    );
  });
}

/**
 * Saves the plan as a file.
 * @param {string} format
 * @param {string | File} delegation
 */
function savePlan(format, delegation) {
  return attempt(async () => {
    const href = URL.createObjectURL(await (await askPlan(format, delegation)).blob());
    el("a", { href, download: `plan.${format}` }).click();
    URL.revokeObjectURL(href);
  });
}

function newPlan() {
  const field = /** @type {HTMLTextAreaElement} */ (byId("delegation"));
  const file = /** @type {HTMLInputElement} */ (byId("delegation-file"));
  const take = (/** @type {string} */ text, /** @type {File | null} */ book) => {
    delegationBook = book;
    field.value = text;
    // A workbook has no text to show: its name stands where it would.
    field.placeholder = book?.name ?? "";
  };
  byId("example").addEventListener("click", () => take(exampleDelegation(), null));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen !== undefined) {
      const isBook = /\.(xlsx|xls|ods)$/i.test(chosen.name);
      take(isBook ? "" : await chosen.text(), isBook ? chosen : null);
    }
    file.value = "";
  });
  byId("delegation-form").addEventListener("submit", (event) => {
    event.preventDefault();
    drawPlan();
  });
}
