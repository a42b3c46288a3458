// The panel of weights: sliders, locks, how far each weight can move, presets, the file.

/**
 * The parts of the slider of each criterion.
 * @type {{ input: HTMLInputElement, number: HTMLElement, lock: HTMLButtonElement, band: SVGElement, dot: SVGElement, holds: HTMLElement }[]}
 */
const sliders = [];

/** Makes the sliders. @param {() => void} moved @param {() => void} settled */
function newSliders(moved, settled) {
  page.criteria.forEach((criterion, i) => {
    const holdsId = `holds-${criterion.name}`;
    const input = el("input", {
      type: "range",
      min: "0",
      max: "100",
      step: "0.5",
      id: `weight-${criterion.name}`,
      "aria-label": say("page-slider", { criterion: criterion.label }),
      "aria-describedby": holdsId,
    });
    const number = el("output", { class: "number", for: `weight-${criterion.name}` });
    const lock = el("button", {
      type: "button",
      class: "lock",
      "aria-pressed": "false",
      "aria-label": say("page-lock", { criterion: criterion.label }),
      title: say("page-lock", { criterion: criterion.label }),
    });
    lock.append(
      svg(
        "svg",
        { viewBox: "0 0 16 16", "aria-hidden": "true" },
        svg("path", { d: "M5 7V5a3 3 0 0 1 6 0v2", class: "shackle" }),
        svg("rect", { x: 3.5, y: 7, width: 9, height: 6.5, rx: 1.2 }),
      ),
    );
    const band = svg("rect", { y: 1, height: 4, class: "band" });
    const dot = svg("rect", { y: 0, width: 0.8, height: 6, class: "now" });
    const track = svg(
      "svg",
      { viewBox: "0 0 100 6", preserveAspectRatio: "none", class: "holds-track", "aria-hidden": "true" },
      svg("rect", { y: 2.5, width: 100, height: 1, class: "track" }),
      band,
      dot,
    );
    const holds = el("div", { class: "holds", id: holdsId });
    const swatch = svg(
      "svg",
      { viewBox: "0 0 10 10", class: "swatch", "aria-hidden": "true" },
      svg("rect", { width: 10, height: 10, rx: 2, fill: COLOURS[i] }),
    );
    const head = el(
      "div",
      { class: "slider-head" },
      swatch,
      el("label", { for: input.id, title: criterion.question }, criterion.label),
      number,
      lock,
    );
    byId("sliders").append(el("div", { class: "slider" }, head, input, track, holds));
    sliders.push({ input, number, lock, band, dot, holds });
    input.addEventListener("input", () => {
      state.weights = setWeight(state.held, i, Number(input.value) / 100, state.locked);
      moved();
    });
    input.addEventListener("change", settled);
    lock.addEventListener("click", () => {
      if (!state.locked.delete(i)) state.locked.add(i);
      lock.setAttribute("aria-pressed", String(state.locked.has(i)));
      drawWeights();
    });
  });
}

/** Shows the weights as they stand. */
function drawWeights() {
  sliders.forEach(({ input, number, dot }, i) => {
    const share = state.weights[i] / UNITS;
    if (document.activeElement !== input || Number(input.value) !== share * 100)
      input.value = String(share * 100);
    input.disabled = state.locked.has(i);
    number.textContent = shown(share * 100, 1);
    put(dot, { x: share * 100 - 0.4 });
  });
  const preset = page.presets.find((p) => p.weights.every((w, i) => w === state.weights[i]));
  const start = given.every((w, i) => w === state.weights[i]);
  /** @type {HTMLSelectElement} */ (byId("preset")).value = start ? "start" : (preset?.name ?? "own");
}

/** Shows how far each weight can move, and the nearest change, for the list that is shown. */
function drawStability() {
  const one = state.list >= 0;
  byId("nearest").hidden = !one;
  byId("holds-note").textContent = one ? say("page-holds-note", { top: page.top }) : say("page-holds-choose");
  for (const { band, holds } of sliders) {
    put(band, { width: 0 });
    holds.textContent = "";
  }
  if (!one) return;
  const matches = lists[state.list];
  const values = matches.map((m) => m.values.map((v) => v ?? page.method.optimism));
  const shares = state.weights.map((w) => w / UNITS);
  const list = matches.map((_, i) => i).filter((i) => matches[i].rank <= page.top);
  list.sort((a, b) => matches[a].rank - matches[b].rank);
  sliders.forEach(({ band, holds }, i) => {
    const { low, high } = interval(values, shares, i, list);
    put(band, { x: low.at * 100, width: Math.max((high.at - low.at) * 100, 0.5) });
    const decimal = (/** @type {number} */ share) => points(share).replace(".", say("decimal"));
    const by = (/** @type {End} */ end, /** @type {string} */ key) =>
      end.by === null || end.overtaken === null
        ? []
        : [
            say(key, {
              at: decimal(end.at),
              by: matches[end.by].partner.name,
              overtaken: matches[end.overtaken].partner.name,
            }),
          ];
    holds.replaceChildren(
      say("page-holds", { low: decimal(low.at), high: decimal(high.at) }),
      el("span", { class: "ends" }, [...by(low, "page-below"), ...by(high, "page-above")].join("; ")),
    );
  });
  byId("nearest").replaceChildren(
    el("p", {}, flipSentence("flip-first", nearest(values, shares, list.slice(0, 1)), shares, matches)),
    el("p", {}, flipSentence("flip-member", nearest(values, shares, list), shares, matches)),
  );
}

/**
 * A change of weights in words.
 * @param {string} key
 * @param {Flip | null} flip
 * @param {number[]} shares
 * @param {Match[]} matches
 */
function flipSentence(key, flip, shares, matches) {
  if (flip === null) return say(`${key}-never`);
  const [by, overtaken] = [matches[flip.by].partner.name, matches[flip.overtaken].partner.name];
  if (flip.moved <= 1e-12) return say("flip-tie", { by, overtaken });
  const decimal = (/** @type {string} */ text) => text.replace(".", say("decimal"));
  const side = (/** @type {number} */ sign) => {
    const of = page.criteria
      .map((c, i) => ({ label: c.label, change: (flip.weights[i] - shares[i]) * sign }))
      .filter((c) => c.change > 1e-12);
    return of.length === 1
      ? of[0].label
      : of.map((c) => `${c.label} (${decimal(points(c.change))})`).join(", ");
  };
  return say(key, { moved: decimal(pointsUp(flip.moved)), from: side(-1), to: side(1), by, overtaken });
}

/** The weights as a file that `-w` takes. */
function weightsFile() {
  const note = `set by hand in a report of ${page.method.as_of}; the others gave way in proportion`;
  const lines = page.criteria.map((c, i) => `${c.name},${state.weights[i] / UNITS},${i === 0 ? note : ""}`);
  return `criterion,weight,note\n${lines.join("\n")}\n`;
}

/** Hands the file to the reader. */
function saveWeights() {
  const address = URL.createObjectURL(new Blob([weightsFile()], { type: "text/csv" }));
  el("a", { href: address, download: "weights.csv" }).click();
  URL.revokeObjectURL(address);
}
