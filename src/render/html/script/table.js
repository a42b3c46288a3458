// The table of matches. A row is made once and then only brought up to date, so a slider stays fluent.

/** @type {Map<Match, Row>} */
const rows = new Map();

/**
 * The row of a match, with nothing in it that depends on the weights.
 * @param {Match} match
 * @returns {Row}
 */
function newRow(match) {
  const { pair, seeker, partner } = match;
  const open = el(
    "button",
    { type: "button", class: "open", "aria-expanded": "false" },
    nameOf(partner.name),
  );
  const rank = el("span", { class: "place" });
  const moved = el("span", { class: "moved" });
  const number = el("span", { class: "score" });
  const range = el("span", { class: "range" });
  const bar = newBar();
  const about = [named("countries", partner.country), named("kinds", partner.kind)].join(" · ");
  const who = el("td", { class: "who" }, open, el("div", { class: "meta" }, about));
  if (pair.tie !== undefined) who.append(el("span", { class: "tie" }, page.texts[pair.tie]));
  const whose = el("div", { class: "meta seeker" }, nameOf(seeker.name), " →");
  if (lists.length > 1) who.prepend(whose);
  const why = el(
    "td",
    { class: "why" },
    el("p", {}, el("b", {}, say("for-you")), page.texts[pair.for_seeker]),
    el("p", {}, el("b", {}, say("for-them")), page.texts[pair.for_partner]),
  );
  const sure = pair.confidence === null ? "–" : `${shown(pair.confidence * 100)}%`;
  const row = el(
    "tr",
    { class: "match" },
    el("td", { class: "rank" }, rank, moved),
    who,
    el("td", { class: "fit" }, el("div", { class: "numbers" }, number, range), bar.svg),
    why,
    el(
      "td",
      { class: "sure number" },
      el("span", { class: "small-head" }, say("head-confidence"), " "),
      sure,
    ),
  );
  const made = { row, detail: null, open, rank, moved, number, range, bar };
  open.addEventListener("click", () => toggle(match, made));
  return made;
}

/**
 * Opens or closes the explanation of a match.
 * @param {Match} match
 * @param {Row} row
 */
function toggle(match, row) {
  const opened = row.detail === null;
  if (row.detail !== null) row.detail.remove();
  row.detail = opened ? el("tr", { class: "detail" }, el("td", { colspan: "5" }, explained(match))) : null;
  if (row.detail !== null) row.row.after(row.detail);
  row.open.setAttribute("aria-expanded", String(opened));
}

/**
 * Brings a row up to date.
 * @param {Match} match
 * @param {number} place
 */
function drawRow(match, place) {
  const row = rows.get(match) ?? newRow(match);
  rows.set(match, row);
  const score = scoreOf(match);
  const change = match.start - match.rank;
  row.rank.textContent = String(place);
  row.moved.textContent = change === 0 ? "" : `${change > 0 ? "▲" : "▼"}${Math.abs(change)}`;
  row.moved.className = change > 0 ? "moved up" : "moved down";
  row.number.textContent = shown(score.score * 100);
  row.range.textContent = `${shown(score.low * 100)}–${shown(score.high * 100)}`;
  drawBar(row.bar, match, score);
  return row;
}

/**
 * Shows the matches that pass, as many as are asked for.
 * @param {Match[]} order
 */
function drawTable(order) {
  const lets = passes();
  const found = order.filter(lets);
  const places = new Map(state.list >= 0 ? [] : order.map((match, i) => [match, i + 1]));
  const visible = found.slice(0, state.shown);
  const kept = visible.map((match) => drawRow(match, places.get(match) ?? match.rank));
  const wanted = kept.flatMap((row) => (row.detail === null ? [row.row] : [row.row, row.detail]));
  const body = byId("matches");
  // Where nothing changes its place, nothing is moved.
  const same = wanted.length === body.children.length && wanted.every((row, i) => body.children[i] === row);
  if (!same) body.replaceChildren(...wanted);
  byId("count").textContent =
    found.length === 0
      ? say("page-nobody")
      : say("page-shown", { shown: visible.length, total: found.length });
  byId("more").hidden = found.length <= visible.length;
}

/** Writes the explanations that are open anew: the weights have changed. */
function drawDetails() {
  for (const [match, row] of rows) {
    if (row.detail !== null) row.detail.firstElementChild?.replaceChildren(explained(match));
  }
}
