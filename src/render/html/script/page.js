// Puts the parts together: what is chosen, what is drawn when.

/** The select element with an id. @param {string} id */
function selectOf(id) {
  return /** @type {HTMLSelectElement} */ (byId(id));
}

/**
 * Fills a choice and keeps the state in step with it.
 * @param {"country" | "kind" | "concept"} id
 * @param {[string, string][]} entries keys with their names
 */
function newChoice(id, entries) {
  const sorted = entries.slice().sort((a, b) => a[1].localeCompare(b[1], page.lang));
  selectOf(id).append(...sorted.map(([value, text]) => el("option", { value }, text)));
  selectOf(id).addEventListener("change", () => {
    state[id] = selectOf(id).value;
    redraw();
  });
}

/** The choices that the partners of this page give. */
function newFilters() {
  const partners = [...new Set(lists.flat().map((match) => match.partner))];
  const kinds = partners.flatMap((p) => (p.kind === undefined ? [] : [p.kind]));
  const keyed = (/** @type {string} */ set) => (/** @type {string} */ key) =>
    /** @type {[string, string]} */ ([key, named(set, key)]);
  newChoice("country", [...new Set(partners.map((p) => p.country))].map(keyed("countries")));
  newChoice("kind", [...new Set(kinds)].map(keyed("kinds")));
  newChoice(
    "concept",
    [...new Set(partners.flatMap((p) => p.within))].map((c) => [String(c), page.concepts[c].label]),
  );
  const search = /** @type {HTMLInputElement} */ (byId("search"));
  search.addEventListener("input", () => {
    state.search = search.value;
    redraw();
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("more").addEventListener("click", () => {
    state.shown += 50;
    redraw();
  });
}

/** The choice of the list, where there are several. */
function newSeekers() {
  const seeker = selectOf("seeker");
  byId("seeker-choice").hidden = lists.length < 2;
  seeker.append(el("option", { value: "-1" }, say("page-all")));
  seeker.append(
    ...page.lists.map((list, i) => el("option", { value: String(i) }, page.organizations[list.seeker].name)),
  );
  seeker.value = String(state.list);
  seeker.addEventListener("change", () => showList(Number(seeker.value)));
}

/** Shows one list, or all. @param {number} list */
function showList(list) {
  state.list = list;
  state.shown = list < 0 ? Math.max(page.top, 20) : page.top;
  selectOf("seeker").value = String(list);
  document.body.classList.toggle("all", list < 0);
  redraw();
}

/** The presets, with the weights that the page came with. */
function newPresets() {
  const options = page.presets.map((p) => el("option", { value: p.name }, p.label));
  const start = el("option", { value: "start" }, say("page-start"));
  const hand = el("option", { value: "own", disabled: "" }, say("page-own"));
  const preset = selectOf("preset");
  preset.append(start, ...options, hand);
  preset.addEventListener("change", () => {
    const found = page.presets.find((p) => p.name === preset.value);
    weighAnew(found === undefined ? given : found.weights);
  });
  byId("reset").addEventListener("click", () => {
    state.locked.clear();
    sliders.forEach(({ lock }) => lock.setAttribute("aria-pressed", "false"));
    weighAnew(given);
  });
  byId("save").addEventListener("click", saveWeights);
}

/** Takes other weights. @param {number[]} weights */
function weighAnew(weights) {
  state.weights = weights;
  settle();
}

/** Who moved among the first ones, in words. @param {Match[]} order */
function moves(order) {
  if (state.list < 0) return "";
  const words = { top: page.top };
  const now = order.slice(0, page.top);
  const before = order.filter((match) => match.start <= page.top);
  const names = (/** @type {Match[]} */ of) => of.map((match) => match.partner.name).join(", ") || "–";
  const moved = now.filter((match) => match.start !== match.rank).length;
  if (moved === 0) return say("page-moves-none", words);
  const entered = names(now.filter((match) => match.start > page.top));
  const left = names(before.filter((match) => match.rank > page.top));
  return say("page-moves", { ...words, moved, entered, left });
}

/** Everything that has to follow a slider at once. */
function redraw() {
  const order = chosen(rankAll());
  drawWeights();
  drawTable(order);
  byId("moves").textContent = moves(order);
  later();
}

/** A slider was let go of, or weights were chosen: from here the next move starts. */
function settle() {
  state.held = state.weights;
  redraw();
}

/** @type {ReturnType<typeof newMap> | null} */
let map = null;
let waiting = 0;

/** What may follow a little later, when the slider rests. */
function later() {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(rest, 60);
}

function rest() {
  tellWeights();
  drawDetails();
  drawStability();
  if (map === null) return;
  drawMap(map.cells);
  byId("network").replaceChildren(newNetwork(rankAll()));
}

/** Tells the page that holds this one, where there is one, how the weights stand: as `-w` takes them. */
function tellWeights() {
  if (window.parent === window || location.protocol !== "http:") return;
  const pairs = page.criteria.map((c, i) => `${c.name}=${state.weights[i] / UNITS}`);
  window.parent.postMessage(pairs.join(","), location.origin);
}

/** Opens a pair from the map. @param {Match} match */
function openPair(match) {
  showList(page.lists.indexOf(match.list));
  state.shown = Math.max(state.shown, match.rank);
  redraw();
  const row = rows.get(match);
  if (row !== undefined && row.detail === null) toggle(match, row);
  row?.row.scrollIntoView({ block: "start" });
  row?.open.focus();
}

/** Needs and offers that are left over. */
function newGaps() {
  for (const side of ["need", "offer"]) {
    const found = page.gaps.filter((gap) => gap.side === side);
    const lines = found.map((gap) => [
      gap.label,
      named("countries", gap.country),
      gap.organizations.join("; "),
      gap.nearest === null ? "–" : `${gap.nearest} (${shown(gap.best * 100)})`,
    ]);
    const heads = [say(`head-${side}`), say("head-country"), say("page-organizations"), say("page-nearest")];
    if (found.length > 0)
      byId("gaps").append(
        tableOf(say(`page-gaps-${side}`), heads, lines, "words words words words", "stacks"),
      );
  }
  byId("gaps").hidden = page.gaps.length === 0;
}

/** The drawings of reports for several seekers. */
function newOverview() {
  byId("overview").hidden = lists.length < 2;
  if (lists.length < 2) return;
  map = newMap(openPair);
  byId("map").append(map.drawing);
}

checkStart();
newSliders(redraw, settle);
newPresets();
newFilters();
newSeekers();
newOverview();
newGaps();
document.body.classList.add("live");
/** @type {HTMLDetailsElement} */ (byId("panel")).open = !window.matchMedia("(max-width: 760px)").matches;
showList(state.list);
