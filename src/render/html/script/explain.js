// A pair in full: from criteria to score, need by need, what is unknown, what else is known.

/**
 * A value in words: a number, one that is only assumed, or unknown.
 * @param {Match} match
 * @param {number} i
 */
function valueOf(match, i) {
  const value = match.values[i];
  if (value === null) return say("unknown");
  const number = shown(value * 100, 1);
  return match.stated[i] === null ? say("assumed", { value: number }) : number;
}

/**
 * The waterfall: each criterion begins where the one before it ended.
 * @param {Match} match
 * @param {Score} score
 */
function waterfall(match, score) {
  let x = 0;
  const rows = page.criteria.map((criterion, i) => {
    const gain = score.points[i];
    const step = svg("svg", { viewBox: "0 0 200 12", class: "fall", "aria-hidden": "true" });
    step.append(svg("rect", { x: 0, y: 1, width: 200, height: 10, class: "track" }));
    step.append(
      svg("rect", {
        x: x * 200,
        y: 1,
        width: Math.max(gain * 200, 0.8),
        height: 10,
        fill: COLOURS[i],
        opacity: strength(match, i),
      }),
    );
    x += gain;
    const name = el("span", { title: criterion.question }, criterion.label);
    return [name, valueOf(match, i), shown((state.weights[i] / UNITS) * 100, 1), shown(gain * 100, 1), step];
  });
  const whole = svg("svg", { viewBox: "0 0 200 12", class: "fall", "aria-hidden": "true" });
  whole.append(svg("rect", { x: 0, y: 1, width: 200, height: 10, class: "track" }));
  whole.append(svg("rect", { x: 0, y: 1, width: score.score * 200, height: 10, class: "sum" }));
  rows.push([el("b", {}, say("head-total")), "", shown(100, 1), shown(score.score * 100, 1), whole]);
  const heads = ["head-criterion", "head-value", "head-weight", "head-points"].map((key) => say(key));
  return tableOf(say("page-waterfall"), [...heads, ""], rows, "words number number number words");
}

/** Where a claim is known from: a link where it is an address. @param {Claim} claim */
function sourceOf(claim) {
  const text = claim.source === undefined ? "" : page.texts[claim.source];
  if (!/^https?:\/\/\S+$/.test(text)) return el("span", {}, text);
  const host = text.replace(/^https?:\/\/(www\.)?/, "").replace(/\/.*$/, "");
  return el("a", { href: text, target: "_blank", rel: "noopener noreferrer", title: text }, host);
}

/**
 * The needs of one side: those that are met as they stand in the document, then the others by priority.
 * @param {string} caption
 * @param {Organization} us
 * @param {Organization} them
 * @param {Met[]} met
 */
function needsTable(caption, us, them, met) {
  const label = (/** @type {Claim} */ claim) => page.concepts[claim.concept].label;
  const marked = (/** @type {Claim} */ claim, /** @type {string} */ value) =>
    claim.basis === "assumed" ? say("assumed", { value }) : value;
  const need = (/** @type {Claim} */ claim) =>
    marked(claim, `${label(claim)}${claim.must ? "!" : ""} (${claim.level})`);
  const rows = met.map((m) => {
    const offer = them.offers[m.offer];
    const notes = [];
    if (m.why !== undefined) notes.push(page.texts[m.why]);
    if (offer.note !== undefined) notes.push(`${named("bases", offer.basis)}: ${page.texts[offer.note]}`);
    if (m.carriers.length > 0)
      notes.push(say("carried-by", { members: m.carriers.map((c) => page.texts[c]).join(", ") }));
    const offered = el(
      "div",
      {},
      marked(offer, label(offer)),
      ...notes.map((note) => el("div", { class: "note" }, note)),
    );
    const close = `${m.closeness} · ${say(`relation-${m.relation}`)}`;
    return [
      need(us.needs[m.need]),
      offered,
      close,
      String(offer.level),
      named("statuses", offer.status),
      offer.as_of ?? "",
      sourceOf(offer),
    ];
  });
  const left = us.needs.filter((_, i) => !met.some((m) => m.need === i)).sort((a, b) => b.level - a.level);
  const answer = them.offers.every((offer) => offer.basis === "assumed") ? say("unknown") : say("not-met");
  for (const claim of left)
    rows.push([need(claim), el("span", { class: "unmet" }, answer), "", "", "", "", ""]);
  if (rows.length === 0) return null;
  const heads = ["need", "offer", "closeness", "level", "status", "date", "source"].map((key) =>
    say(`head-${key}`),
  );
  return tableOf(caption, heads, rows, "words words words number tight tight words", "stacks");
}

/**
 * Lines under a heading.
 * @param {string} title
 * @param {string[]} lines
 */
function linesOf(title, lines) {
  return el(
    "div",
    { class: "lines" },
    el("h3", {}, title),
    el("ul", {}, ...lines.map((line) => el("li", {}, line))),
  );
}

/**
 * Everything that is known of a pair, under the weights as they stand.
 * @param {Match} match
 */
function explained(match) {
  const score = scoreOf(match);
  const { pair, seeker, partner } = match;
  const shares = {
    score: shown(score.score * 100),
    low: shown(score.low * 100),
    high: shown(score.high * 100),
    known: `${shown(score.known * 100)}%`,
    confidence: pair.confidence === null ? say("unknown") : `${shown(pair.confidence * 100)}%`,
  };
  const asked = page.criteria.filter((_, i) => match.stated[i] === null).map((c) => c.ask);
  const remarks = pair.remarks.map((r) =>
    linesOf(
      page.texts[r.title],
      r.lines.map((line) => page.texts[line]),
    ),
  );
  const parts = [
    el("p", { class: "score-line" }, say("score-line", shares)),
    waterfall(match, score),
    needsTable(say("title-ours"), seeker, partner, pair.seeker_needs),
    needsTable(say("title-theirs"), partner, seeker, pair.partner_needs),
    asked.length === 0 ? null : linesOf(say("title-ask"), asked),
    ...remarks,
  ];
  return el("div", { class: "explanation" }, ...parts.filter((part) => part !== null));
}
