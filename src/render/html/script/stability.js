// How far weights can move before a list changes: the method of `silkmatch weigh stability`, run on the
// weights as they stand. When one weight moves to t and the others keep their proportions, every score
// is a straight line in t, so an end of the interval is a crossing of two lines.

/** Differences below this are what rounding leaves of nothing. */
const ROUNDING = 1e-14;

/**
 * Scores as plain numbers.
 * @param {number[][]} rows
 * @param {number[]} shares
 */
function scoresOf(rows, shares) {
  return rows.map((row) => {
    let sum = 0;
    for (let i = 0; i < shares.length; i += 1) if (shares[i] !== 0) sum += shares[i] * row[i];
    return sum;
  });
}

/**
 * The interval of one weight in which the list keeps its members.
 * @param {number[][]} rows values of all partners, unknown ones at the optimism
 * @param {number[]} shares
 * @param {number} criterion
 * @param {number[]} list rows of the list
 * @returns {{ low: End, high: End }}
 */
function interval(rows, shares, criterion, list) {
  const sum = shares.reduce((all, w, i) => (i === criterion ? all : all + w), 0);
  const others = shares.map((w, i) => (i === criterion ? 0 : sum > 0 ? w / sum : 1 / (shares.length - 1)));
  const base = scoresOf(rows, others);
  const members = new Set(list);
  const inside = list.slice().sort((a, b) => a - b);
  /** @param {number} row @param {number} t */
  const score = (row, t) => (1 - t) * base[row] + t * rows[row][criterion];

  /**
   * The member that is lowest at t and the outsider that is highest, where they stand the wrong way.
   * @param {number} t
   * @returns {[number, number] | null}
   */
  function worst(t) {
    let last = -1;
    for (const row of inside) if (last < 0 || score(row, t) < score(last, t)) last = row;
    let first = -1;
    for (let row = 0; row < rows.length; row += 1) {
      if (!members.has(row) && (first < 0 || score(row, t) > score(first, t))) first = row;
    }
    if (last < 0 || first < 0) return null;
    return score(first, t) - score(last, t) > ROUNDING ? [last, first] : null;
  }

  /**
   * From the far end inwards: jump to the crossing of the pair that is most wrong, until none is.
   * @param {number} now
   * @param {number} far
   * @returns {End}
   */
  function end(now, far) {
    /** @type {End} */
    let found = { at: far, overtaken: null, by: null };
    for (let pair = worst(found.at); pair !== null; pair = worst(found.at)) {
      const [a, b] = pair;
      if ((found.overtaken === a && found.by === b) || found.at === now) break;
      const atZero = base[a] - base[b];
      const atOne = rows[a][criterion] - rows[b][criterion];
      const crossing = atZero / (atZero - atOne);
      let at = Math.min(Math.max(crossing, Math.min(now, found.at)), Math.max(now, found.at));
      if (!Number.isFinite(crossing) || (far - crossing) * (far - now) < 0) at = now;
      found = { at, overtaken: a, by: b };
    }
    return found;
  }

  return { low: end(shares[criterion], 0), high: end(shares[criterion], 1) };
}

/**
 * The smallest change that makes `behind` at least as good as `ahead`: weight goes from where the leader
 * gains most to where the challenger does.
 * @param {number[][]} rows
 * @param {number[]} shares
 * @param {number} ahead
 * @param {number} behind
 * @returns {Flip | null}
 */
function overtake(rows, shares, ahead, behind) {
  const lead = rows[ahead].map((v, i) => v - rows[behind][i]);
  const to = lead.reduce((best, d, i) => (d < lead[best] ? i : best), 0);
  const weights = shares.slice();
  let left = lead.reduce((all, d, i) => all + d * shares[i], 0);
  let moved = 0;
  if (left > ROUNDING && lead[to] > 0) return null;
  const from = lead.map((_, i) => i).filter((i) => lead[i] > lead[to] + ROUNDING);
  from.sort((a, b) => lead[b] - lead[a]);
  for (const i of from) {
    if (left <= ROUNDING) break;
    const gain = lead[i] - lead[to];
    const mass = Math.min(left / gain, shares[i]);
    weights[i] -= mass;
    weights[to] += mass;
    moved += mass;
    left -= mass * gain;
  }
  return { overtaken: ahead, by: behind, moved, weights };
}

/**
 * The smallest change that lets somebody outside the list overtake somebody inside.
 * @param {number[][]} rows
 * @param {number[]} shares
 * @param {number[]} list
 * @returns {Flip | null}
 */
function nearest(rows, shares, list) {
  const scores = scoresOf(rows, shares);
  const members = new Set(list);
  const outside = rows.map((_, i) => i).filter((i) => !members.has(i));
  outside.sort((a, b) => scores[b] - scores[a] || a - b);
  /** @type {Flip | null} */
  let best = null;
  for (const ahead of list.slice().reverse()) {
    for (const behind of outside) {
      // A unit of weight closes a gap of two at most, so this one and all below are no nearer.
      if (best !== null && (scores[ahead] - scores[behind]) / 2 >= best.moved) break;
      const flip = overtake(rows, shares, ahead, behind);
      if (flip !== null && (best === null || flip.moved < best.moved)) best = flip;
    }
  }
  return best;
}
