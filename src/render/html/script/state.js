// What the page holds: the document, the matches, and what the reader has chosen.

/** @type {PageDocument} */
const page = JSON.parse(byId("data").textContent ?? "");

/** @type {Match[][]} one array a list, in the order of the ids of the partners */
const lists = page.lists.map((list) =>
  list.pairs.map((pair) => ({
    pair,
    list,
    seeker: page.organizations[list.seeker],
    partner: page.organizations[pair.partner],
    values: pair.values.map((at) => (at === null ? null : page.numbers[at])),
    stated: pair.values.map((at, i) => (at === null || pair.assumed?.includes(i) ? null : page.numbers[at])),
    score: 0,
    rank: 0,
    start: 0,
  })),
);

const given = page.criteria.map((c) => c.weight);

const state = {
  weights: given,
  /** The weights when a slider was taken hold of: a drag to the end and back changes nothing. */
  held: given,
  /** @type {Set<number>} */
  locked: new Set(),
  /** The list that is shown; -1 for all. */
  list: lists.length === 1 ? 0 : -1,
  /** How many rows are shown. */
  shown: page.top,
  search: "",
  country: "",
  kind: "",
  concept: "",
};

/**
 * A number with so many decimals, as the language writes it.
 * @param {number} number
 * @param {number} [decimals]
 */
function shown(number, decimals = 0) {
  return fixed(number, decimals).replace(".", say("decimal"));
}

/**
 * The name of a word of a closed list.
 * @param {string} set
 * @param {string | undefined} key
 */
function named(set, key) {
  return key === undefined ? say("kind-unknown") : (page.names[set][key] ?? key);
}

/**
 * The score of a match under the weights as they stand.
 * @param {Match} match
 */
function scoreOf(match) {
  return assess(match.values, match.stated, state.weights, page.method.optimism);
}

/**
 * Scores and ranks every list under the weights: the highest score first, equal scores by id.
 * @returns {Match[][]}
 */
function rankAll() {
  return lists.map((matches) => {
    for (const match of matches) match.score = total(match.values, state.weights, page.method.optimism);
    const order = matches.slice().sort((a, b) => b.score - a.score || a.pair.partner - b.pair.partner);
    order.forEach((match, i) => (match.rank = i + 1));
    return order;
  });
}

/**
 * The matches that are shown, best first. Over all lists, equal scores go by seeker, then partner.
 * @param {Match[][]} ranked
 */
function chosen(ranked) {
  if (state.list >= 0) return ranked[state.list];
  const order = (/** @type {Match} */ a, /** @type {Match} */ b) =>
    b.score - a.score || a.list.seeker - b.list.seeker || a.pair.partner - b.pair.partner;
  return ranked.flat().sort(order);
}

/** Holds the first ranking against the one that the document came with. */
function checkStart() {
  rankAll().forEach((order, at) => {
    order.forEach((match) => (match.start = match.rank));
    page.lists[at].start.forEach((start, i) => {
      const { score, low, high } = scoreOf(order[i]);
      const same =
        order[i].pair === page.lists[at].pairs[start.pair] &&
        score === start.score &&
        low === start.low &&
        high === start.high;
      if (!same) throw new Error(`rank ${i + 1} of list ${at} is not that of the document`);
    });
  });
}
