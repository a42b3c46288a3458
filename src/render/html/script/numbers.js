// The arithmetic of scores: whole units, so that this page and the command line agree to the last bit.
// A product of two doubles and a sum of whole numbers below 2^53 are the same in every language.

/** Units in one. */
const UNITS = 2 ** 40;

/**
 * Weights in these proportions, in units that add up to one: what does not divide evenly goes to the
 * largest remainders, the earlier criterion first.
 * @param {number[]} proportions
 * @returns {number[]}
 */
function weightsOf(proportions) {
  const largest = Math.max(...proportions);
  const scaled = proportions.map((p) => p / largest);
  const sum = scaled.reduce((all, p) => all + p, 0);
  const exact = scaled.map((p) => (p / sum) * UNITS);
  const units = exact.map(Math.floor);
  const rest = exact.map((e, i) => e - units[i]);
  const order = units.map((_, i) => i).sort((a, b) => rest[b] - rest[a] || a - b);
  let missing = UNITS - units.reduce((all, u) => all + u, 0);
  for (let i = 0; missing > 0; i += 1, missing -= 1) units[order[i % order.length]] += 1;
  return units;
}

/**
 * The weights after one is set to a share of the whole: the unlocked others keep their proportions and
 * share what is left. A share that the locks do not leave is cut to what they leave.
 * @param {number[]} weights
 * @param {number} criterion
 * @param {number} share
 * @param {Set<number>} locked
 * @returns {number[]}
 */
function setWeight(weights, criterion, share, locked) {
  const old = weights.map((w) => w / UNITS);
  const held = old.reduce((all, w, i) => (locked.has(i) && i !== criterion ? all + w : all), 0);
  const free = old.map((_, i) => i).filter((i) => i !== criterion && !locked.has(i));
  const most = 1 - held;
  const set = free.length === 0 ? most : Math.min(share, most);
  const rest = Math.max(1 - set - held, 0);
  const sum = free.reduce((all, i) => all + old[i], 0);
  const next = old.slice();
  next[criterion] = set;
  for (const i of free) next[i] = rest * (sum > 0 ? old[i] / sum : 1 / free.length);
  return weightsOf(next);
}

/**
 * The score of a pair in units: what is known earns its part of the weight, what is not the optimism.
 * @param {(number | null)[]} values
 * @param {number[]} weights
 * @param {number} optimism
 */
function total(values, weights, optimism) {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += Math.round((values[i] ?? optimism) * weights[i]);
  return sum;
}

/**
 * The score with its points, its interval and its known share, each as a share of one.
 * @param {(number | null)[]} values
 * @param {(number | null)[]} stated the same without those that are only assumed
 * @param {number[]} weights
 * @param {number} optimism
 * @returns {Score}
 */
function assess(values, stated, weights, optimism) {
  const known = weights.reduce((all, w, i) => (stated[i] === null ? all : all + w), 0);
  return {
    points: weights.map((w, i) => Math.round((values[i] ?? optimism) * w) / UNITS),
    score: total(values, weights, optimism) / UNITS,
    low: total(stated, weights, 0) / UNITS,
    high: total(stated, weights, 1) / UNITS,
    known: known / UNITS,
  };
}

/**
 * A number with so many decimals, rounded as the command line does: what lies exactly between two goes
 * to the even one.
 * @param {number} number
 * @param {number} decimals
 */
function fixed(number, decimals) {
  const halves = number * 2 ** (decimals + 1);
  const between = Number.isInteger(halves) && Math.abs(halves % 2) === 1;
  const text = number.toFixed(decimals);
  if (!between) return text;
  const even = Number(text[text.length - 1]) % 2 === 0;
  return even ? text : (Number(text) - Math.sign(number) * 10 ** -decimals).toFixed(decimals);
}

/**
 * A share as points of a hundred, with at most two decimals.
 * @param {number} share
 */
function points(share) {
  const text = fixed(share * 100, 2).replace(/0$/, "");
  return text === "-0.0" ? "0.0" : text;
}

/**
 * The same rounded up, for what is enough.
 * @param {number} share
 */
function pointsUp(share) {
  return points(Math.ceil(share * 1e4 + 1e-6) / 1e4);
}
