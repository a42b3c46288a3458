// Puts the parts together: one view at a time, named by the fragment of the address.

const state = {
  /** @type {Profiles} */
  profiles: { id: page.given, as_of: "", countries: {}, organizations: [] },
  /** The names of the files that were uploaded; empty for the profiles of the start. */
  name: "",
  /** @type {Check} */
  check: { tables: [], findings: [] },
  /** The address that the frame shows. */
  live: "",
};

const VIEWS = ["data", "partners", "plan"];

/** Shows the view that the address names. */
function showView() {
  const named = location.hash.slice(1);
  const view = VIEWS.includes(named) ? named : "data";
  for (const id of VIEWS) byId(id).hidden = id !== view;
  for (const link of byId("views").querySelectorAll("a")) {
    const current = link.getAttribute("href") === `#${view}`;
    if (current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.body.classList.toggle("framed", view === "partners");
  byId("trouble").hidden = true;
  // The browser would put the view below the bar.
  window.scrollTo(0, 0);
  if (view === "partners" && state.profiles.organizations.length > 0) drawPartners();
}

/** The choice of the language, which loads the page anew. */
function newLanguages() {
  const lang = /** @type {HTMLSelectElement} */ (byId("lang"));
  lang.append(...page.languages.map(([tag, name]) => el("option", { value: tag, lang: tag }, name)));
  lang.value = page.lang;
  lang.addEventListener("change", () => location.assign(`/?lang=${lang.value}${location.hash}`));
}

newLanguages();
newDrop();
newPartners();
newPlan();
window.addEventListener("hashchange", showView);
attempt(remembered).then(() => {
  const trouble = byId("trouble").hidden;
  showView();
  byId("trouble").hidden = trouble;
  document.body.classList.add("live");
});
