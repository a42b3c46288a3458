// Whose partners are shown: the page with live weights, and the same as files.

/** @param {string} id */
function choiceOf(id) {
  return /** @type {HTMLSelectElement} */ (byId(id));
}

/** The weights of the live page, as `weights` takes them; empty until it says so. */
let weights = "";

/** The choices that the profiles give. */
function newChoices() {
  const { organizations, countries } = state.profiles;
  const byName = organizations.slice().sort((a, b) => a.name.localeCompare(b.name, page.lang));
  const option = (/** @type {Organization} */ o) => el("option", { value: o.id }, `${o.name} (${o.id})`);
  const all = el("option", { value: "" }, say("page-all"));
  choiceOf("seeker").replaceChildren(all, ...byName.map(option));
  for (const id of ["from", "to"]) {
    const named = Object.entries(countries).map(([code, name]) => el("option", { value: code }, name));
    choiceOf(id).replaceChildren(el("option", { value: "" }, say("page-any")), ...named);
  }
  // One seeker is quick to read; all of them are asked for on purpose.
  choiceOf("seeker").value = byName[0]?.id ?? "";
  state.live = "";
}

/** What is asked for. */
function listQuery() {
  const seeker = choiceOf("seeker").value;
  const from = seeker === "" ? choiceOf("from").value : "";
  return { seeker, from, to: choiceOf("to").value, lang: page.lang };
}

/** Shows the live page of what is chosen, and where it can be had. */
function drawPartners() {
  const query = listQuery();
  byId("from-choice").hidden = query.seeker !== "";
  const url = address("report", query);
  // A page that stands already keeps its weights.
  if (state.live === url) return;
  state.live = url;
  weights = "";
  drawListDownloads();
  attempt(() => showLive(url));
}

/** Shows a page in the frame; what is no page is told as trouble. @param {string} url */
async function showLive(url) {
  const frame = /** @type {HTMLIFrameElement} */ (byId("live"));
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  frame.src = url;
  await loaded;
  const shown = frame.contentDocument?.contentType === "text/html";
  frame.hidden = !shown;
  if (!shown) await ask(url);
}

/** Where the list can be had as files, under the weights as they stand in the live page. */
function drawListDownloads() {
  const query = { ...listQuery(), weights };
  downloads("list-downloads", [
    ["report.html", address("report", query)],
    ["shortlist.xlsx", address("shortlist", { ...query, format: "xlsx" })],
    ["shortlist.csv", address("shortlist", { ...query, format: "csv" })],
    ["shortlist.json", address("shortlist", { ...query, format: "json" })],
  ]);
}

/** Follows the choices, and the weights of the live page. */
function newPartners() {
  for (const id of ["seeker", "from", "to"]) choiceOf(id).addEventListener("change", drawPartners);
  const frame = /** @type {HTMLIFrameElement} */ (byId("live"));
  window.addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    weights = String(event.data);
    drawListDownloads();
  });
}
