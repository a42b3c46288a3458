// Elements, tables and sentences of any page. Text goes in as text, never as markup.

/**
 * The element with an id of the template.
 * @param {string} id
 */
function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element ${id}`);
  return found;
}

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
 * A table with a caption.
 * @param {string} caption
 * @param {string[]} heads
 * @param {(Node | string)[][]} rows
 * @param {string} kinds the class of each column
 * @param {string} [stacks] "stacks" where each row becomes a block on a phone
 */
function tableOf(caption, heads, rows, kinds, stacks = "") {
  const classes = kinds.split(" ");
  const side = (/** @type {number} */ i) => ({ class: classes[i] });
  const head = el("tr", {}, ...heads.map((text, i) => el("th", { scope: "col", ...side(i) }, text)));
  const body = rows.map((cells) =>
    el("tr", {}, ...cells.map((cell, i) => el("td", { "data-head": heads[i], ...side(i) }, cell))),
  );
  return el(
    "div",
    { class: "scroll" },
    el(
      "table",
      { class: `inner ${stacks}` },
      el("caption", {}, caption),
      el("thead", {}, head),
      el("tbody", {}, ...body),
    ),
  );
}

/**
 * A sentence with words put in.
 * @param {string} key
 * @param {Record<string, string | number>} [words]
 */
function say(key, words = {}) {
  return page.words[key].replace(/\{ \$(\w+) \}/g, (_, name) => String(words[name] ?? ""));
}
