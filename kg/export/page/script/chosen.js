// The filters that are set, in words: on chips above the view, each with the way to take it back, and on paper.

import { at, button, make } from "./dom.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./state.js").State} State */
/** @typedef {{title: string, text: string, without: Partial<State>}} Chosen `without`: what to set to take it back */

/** Of more choices in one filter only the number is told. */
const FEW_CHIPS = 3;

/** @param {Context} context @returns {Chosen[]} */
export function chosenFilters({ graph, store }) {
  const { state } = store, chosen = /** @type {Chosen[]} */ ([]);
  const several = (name, word, inText) => {
    const values = /** @type {any[]} */ (state[name]), title = t(word);
    if (values.length > FEW_CHIPS) chosen.push({ title, text: t("several", { count: values.length }), without: { [name]: [] } });
    else for (const value of values) chosen.push({ title, text: inText(value), without: { [name]: values.filter((one) => one !== value) } });
  };
  const byId = (list, none) => (id) => { const one = list.find((item) => item.id === id); return one ? inWords(one) : none; };
  several("kinds", "kind", byId(graph.kinds, "?"));
  if (state.years) chosen.push({ title: t("year"), text: yearsIn(state), without: { years: null, undated: "" } });
  else if (state.undated === "without") chosen.push({ title: t("year"), text: t("onlyDated"), without: { undated: "" } });
  several("regions", "region", (key) => (key === "" ? t("noRegion") : graph.byKey.get(key)?.name ?? key));
  several("statuses", "status", byId(graph.statuses, t("noStatus")));
  several("levels", "level", (level) => (level < 0 ? t("noLevel") : inWords(graph.levels[level])));
  several("documents", "document", (key) => graph.documents.find((one) => one.key === key)?.title ?? key);
  if (state.confidence) chosen.push({ title: t("confidence"), text: `${state.confidence}%`, without: { confidence: 0 } });
  if (state.community) chosen.push({ title: t("finding-communities"), text: t("community", { n: state.community }), without: { community: "" } });
  return chosen;
}

function yearsIn({ years, undated }) {
  const range = years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`;
  return undated === "with" ? t("orUndated", { range }) : range;
}

/** @param {Context} context */
export function chips(context) {
  const place = at("chips"), { store } = context;
  let told = "";
  const show = () => {
    const chosen = chosenFilters(context), none = !context.passing.facts.length, now = JSON.stringify([store.state.language, chosen, none]);
    if (now === told) return;
    const held = place.contains(document.activeElement) ? [...place.children].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
    told = now;
    place.hidden = !chosen.length;
    place.setAttribute("aria-label", t("chosen"));
    place.replaceChildren(
      ...chosen.map(({ title, text, without }) => button(undefined, () => store.set(without), { class: "chip", "aria-label": t("takeBack", { title, text }) }))
        .map((chip, n) => (chip.append(make("span", { class: "what" }, chosen[n].title), make("span", { class: "value" }, chosen[n].text), make("span", { class: "cross", "aria-hidden": "true" }, "×")), chip)),
      chosen.length > 1 ? button(t("reset"), () => store.resetFilters(), { class: "link", id: "clear" }) : "",
      none ? make("span", { class: "none-pass" }, t("nonePass")) : "");
    // The chip in hand is gone: the next takes its place, and after the last the view.
    if (held >= 0) (/** @type {HTMLElement} */ (place.children[Math.min(held, chosen.length - 1)]) ?? at("view")).focus();
  };
  context.onChange(show);
  show();
}
