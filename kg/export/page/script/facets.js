// The filters at the side. They are made once for a language and then kept up to date: who moves a handle keeps it in hand.

import { choiceList, facetSection } from "./choices.js";
import { at, button, make, mark } from "./dom.js";
import { regionTree } from "./regions.js";
import { surely } from "./sure.js";
import { inWords, spoken, t } from "./words.js";
import { yearRange } from "./years.js";

/** @typedef {import("./page.js").Context} Context */

/** @param {Context} context */
export function facets(context) {
  const side = at("side");
  let language = "", size = 0, parts = [];
  const show = () => {
    if (language !== spoken() || size !== context.graph.size) {
      language = spoken();
      size = context.graph.size;
      parts = partsFor(context);
      const place = side.scrollTop;
      side.replaceChildren(...parts.map((part) => part.element));
      side.scrollTop = place;
    }
    for (const part of parts) part.update();
  };
  context.onChange(show);
  show();
}

/** @param {Context} context @returns {import("./choices.js").Part[]} */
function partsFor(context) {
  const { graph, store } = context, { state } = store;
  const facet = (name, word, open, part, count = () => store.state[name].length) => {
    const fold = facetSection(context, name, t(word), { open, count }, part.element);
    return { element: fold.element, update: () => { fold.update(); part.update(); } };
  };
  const list = (name, choices) => choiceList(context, name, choices);
  const named = (one, value) => ({ value, words: inWords(one) });
  return [
    sideHead(context),
    facet("kinds", "kind", true, list("kinds", graph.kinds.map((kind) => ({ ...named(kind, kind.id), picture: mark(kind) })))),
    facet("years", "year", true, yearRange(context), () => (store.state.years || store.state.undated ? 1 : 0)),
    facet("regions", "region", true, regionTree(context)),
    facet("statuses", "status", true, list("statuses", [...graph.statuses.map((status) => named(status, status.id)), { value: "", words: t("noStatus") }])),
    facet("levels", "level", false, list("levels", [...graph.levels.map((level) => named(level, level.n)), { value: -1, words: t("noLevel") }])),
    facet("documents", "document", false, list("documents", [...graph.documents].sort((a, b) => lastYear(b) - lastYear(a) || a.n - b.n)
      .map((report) => ({ value: report.key, words: report.title, more: toldOf(report) })))),
    facet("confidence", "confidence", state.confidence > 0, surely(context), () => (store.state.confidence ? 1 : 0)),
  ];
}

const lastYear = (report) => Math.max(0, ...report.review, ...report.plan);
const toldOf = (report) => [inWords(report.group), [...new Set([...report.review, ...report.plan])].join("、")].filter((part) => part && part !== report.title).join(" · ");

/** What the side is, how much passes, and the way back to everything. @param {Context} context */
function sideHead(context) {
  const { graph, store } = context, passes = make("p", { id: "passes", role: "status" });
  const reset = /** @type {HTMLButtonElement} */ (button(t("reset"), () => { store.resetFilters(); at("side-title").focus(); }, { id: "reset" }));
  const element = make("div", { class: "side-head" }, make("h2", { id: "side-title", tabindex: "-1" }, t("menu")), reset, passes);
  return {
    element,
    update() {
      passes.textContent = t("passes", { facts: context.passing.facts.length, all: graph.facts.length });
      reset.disabled = !store.filtered;
    },
  };
}
