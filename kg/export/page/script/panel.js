// What the graph knows of the thing that is chosen, fact by fact, with the words of the reports.

import { at, button, make, mark } from "./dom.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

const MOST = 60;

/** @param {Context} context */
export function panel(context) {
  const { graph, store, go } = context, place = at("panel");
  const show = () => {
    const entity = graph.byKey.get(store.state.selected), fact = graph.factByKey.get(store.state.fact), between = context.between();
    place.hidden = !entity && !fact && !between.length;
    if (place.hidden) return;
    const close = button("×", () => store.set({ selected: "", fact: "" }), { id: "close", "aria-label": t("close") });
    const facts = entity ? entity.facts.filter((one) => context.shows(one)) : fact ? [fact] : between;
    place.replaceChildren(close, ...(entity ? [make("h2", {}, mark(entity.kind), entity.name)] : []), ...facts.slice(0, MOST).map((one) => card(one, entity)));
    place.scrollTop = 0;
  };
  const card = (fact, entity) => make("article", { class: "fact" },
    make("p", {}, make("span", { class: "tag" }, inWords(fact.kind)),
      ...fact.ends.filter((end) => end && end !== entity).flatMap((end) => [button(end.name, () => go(end), { class: "link" }), " "]),
      fact.year ? make("span", { class: "year" }, fact.year) : null,
      fact.status < 0 ? null : make("span", { class: `tag status-${graph.statuses[fact.status].id}` }, inWords(graph.statuses[fact.status]))),
    ...graph.evidenceOf(fact).map((evidence) => make("blockquote", {}, ...highlighted(evidence), make("small", {}, evidence.document?.title))));
  context.onChange(show);
  show();
}

/** The quote with the words that name something marked. @param {import("./graph.js").Evidence} evidence */
export function highlighted({ quote, marks }) {
  const parts = [];
  let at = 0;
  for (let n = 0; n < marks.length; n += 2) {
    parts.push(quote.slice(at, marks[n]), make("mark", {}, quote.slice(marks[n], marks[n + 1])));
    at = marks[n + 1];
  }
  return [...parts, quote.slice(at)];
}
