// Which matches pass the filters.

/**
 * The form in which words are searched, as `text::fold` makes it: compatibility forms unified, case
 * dropped, invisible characters and apostrophes gone, all else a space.
 * @param {string} text
 */
function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/ё/g, "е")
    .replace(
      /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff'`´‘’ʻʼʹ′\u0300\u0301]/g,
      "",
    )
    .replace(/[^\p{L}\p{N}\p{M}&+]+/gu, " ")
    .trim();
}

/** The test that a match has to pass under the filters as they stand. */
function passes() {
  const folded = fold(state.search);
  const words = folded.split(" ").filter((word) => word !== "");
  const joined = folded.replaceAll(" ", "");
  const concept = state.concept === "" ? -1 : Number(state.concept);
  /** @param {Organization} organization */
  const found = (organization) =>
    words.every((word) => organization.search.includes(word)) || organization.search.includes(joined);
  return (/** @type {Match} */ match) =>
    (state.country === "" || match.partner.country === state.country) &&
    (state.kind === "" || match.partner.kind === state.kind) &&
    (concept < 0 || match.partner.within.includes(concept)) &&
    (words.length === 0 || found(match.partner) || (state.list < 0 && found(match.seeker)));
}
