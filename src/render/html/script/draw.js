// Elements and small drawings. Text goes in as text, never as markup.

/** One colour a criterion, told apart by readers with any colour vision by their lightness too. */
const COLOURS = ["#1d4e79", "#4f8fc0", "#12665c", "#6fae8c", "#b9770e", "#8a4b14", "#7b3f72", "#8b8f98"];

/**
 * An element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The same for a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
function svg(tag, attributes = {}, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", tag));
  put(made, attributes);
  made.append(...children);
  return made;
}

/**
 * Sets attributes.
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
function put(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** A name, whose direction cannot reach beyond it. @param {string} name */
function nameOf(name) {
  return el("bdi", {}, name);
}

/**
 * How strongly the part of a criterion is drawn: stated, assumed, unknown.
 * @param {Match} match
 * @param {number} i
 */
function strength(match, i) {
  if (match.values[i] === null) return 0.3;
  return match.stated[i] === null ? 0.6 : 1;
}

/**
 * The bar of a match: what each criterion gives, above the interval of the score.
 * @returns {Bar}
 */
function newBar() {
  const frame = svg("rect", { x: 0, y: 2, width: 200, height: 10, class: "track" });
  const parts = COLOURS.map((fill) => svg("rect", { y: 2, height: 10, fill }));
  const line = svg("path", { class: "interval" });
  const dot = svg("circle", { cy: 18, r: 2.6, class: "dot" });
  const whole = svg("svg", { viewBox: "0 0 200 22", class: "bar", role: "img" }, frame, ...parts, line, dot);
  return { svg: whole, parts, line, dot };
}

/**
 * Draws a score into a bar.
 * @param {Bar} bar
 * @param {Match} match
 * @param {Score} score
 */
function drawBar(bar, match, score) {
  let x = 0;
  score.points.forEach((gain, i) => {
    put(bar.parts[i], {
      x,
      width: Math.max(gain * 200 - 0.6, 0),
      opacity: strength(match, i),
    });
    x += gain * 200;
  });
  const [low, high] = [score.low * 200, score.high * 200];
  put(bar.line, { d: `M${low} 15.5v5M${low} 18H${high}M${high} 15.5v5` });
  put(bar.dot, { cx: score.score * 200 });
  const parts = page.criteria.map((c, i) => `${c.label} ${shown(score.points[i] * 100, 1)}`);
  put(bar.svg, { "aria-label": parts.join(", ") });
}
