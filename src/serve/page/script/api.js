// The server, asked for what the page shows.

/** @type {SiteDocument} */
const page = JSON.parse(byId("data-of-page").textContent ?? "");

/** What is not an answer. */
class Trouble extends Error {
  /**
   * @param {string} message
   * @param {string} [hint]
   * @param {number} [status]
   */
  constructor(message, hint = "", status = 0) {
    super(message);
    this.hint = hint;
    this.status = status;
  }
}

/**
 * The address of an operation on the profiles at hand.
 * @param {string} operation
 * @param {Record<string, string>} query what is empty is left out
 */
function address(operation, query) {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  return `/api/v1/profiles/${state.profiles.id}/${operation}?${new URLSearchParams(given)}`;
}

/**
 * Asks the server; what is no answer is thrown as trouble.
 * @param {string} url
 * @param {RequestInit} [request]
 * @returns {Promise<Response>}
 */
async function ask(url, request = {}) {
  let response;
  try {
    response = await fetch(url, request);
  } catch {
    throw new Trouble(say("site-silent"));
  }
  if (response.ok) return response;
  /** @type {Problem} */
  const problem = await response.json().catch(() => ({ detail: String(response.status) }));
  throw new Trouble(problem.detail, problem.hint, response.status);
}

/**
 * Does what a reader asked for: says that it is at work, and what went wrong.
 * @param {() => Promise<void>} work
 */
async function attempt(work) {
  byId("trouble").hidden = true;
  byId("waiting").hidden = false;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    byId("trouble").replaceChildren(el("p", {}, error.message), el("p", { class: "note" }, error.hint));
    byId("trouble").hidden = false;
  } finally {
    byId("waiting").hidden = true;
  }
}

/**
 * Links that save what an address answers with, one for each format.
 * @param {string} id
 * @param {[string, string][]} formats the name of a file with the address of what is in it
 */
function downloads(id, formats) {
  const link = (/** @type {[string, string]} */ [name, href]) =>
    el("a", { href, download: name }, name.split(".").at(-1)?.toUpperCase() ?? name);
  byId(id).replaceChildren(el("span", {}, say("site-download")), ...formats.map(link));
}
