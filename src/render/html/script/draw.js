// The bars of scores.

/** One colour a criterion, told apart by readers with any colour vision by their lightness too. */
const COLOURS = ["#1d4e79", "#4f8fc0", "#12665c", "#6fae8c", "#b9770e", "#8a4b14", "#7b3f72", "#8b8f98"];

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
