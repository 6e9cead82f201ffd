// The mark of a fact: the form and colour of its kind, hollow while planned, half while ongoing, full when completed.

import { make, mark } from "./dom.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Graph} Graph */

/** What a fact is about: its first end that is known. @param {Fact} fact */
export const thingOf = (fact) => fact.ends.find(Boolean) ?? null;

/** @param {Graph} graph @param {Fact} fact */
export const kindOf = (graph, fact) => thingOf(fact)?.kind ?? graph.kinds[0];

/** A small picture; a status that is not told has a broken line. @param {import("./graph.js").Kind} kind @param {string} status its id, or empty */
export function statusMark(kind, status) {
  const picture = mark(kind), inside = /** @type {SVGElement} */ (picture.firstElementChild), edge = /** @type {SVGElement} */ (inside.cloneNode());
  picture.classList.add(`is-${status || "untold"}`);
  inside.setAttribute("class", "inside");
  edge.setAttribute("class", "edge");
  picture.append(edge);
  return picture;
}

/** @param {Graph} graph @param {Fact | {status: number}} fact */
export const statusOf = (graph, fact) => (fact.status < 0 ? "" : graph.statuses[fact.status].id);

/** @param {Graph} graph @param {Fact | {status: number}} fact */
export const statusWord = (graph, fact) => (fact.status < 0 ? "" : inWords(graph.statuses[fact.status]));

/** How the marks are read: the kinds that stand there, then the statuses. @param {Graph} graph @param {Iterable<import("./graph.js").Kind>} kinds */
export function marksExplained(graph, kinds) {
  const item = (picture, words) => make("span", { class: "explained" }, picture, words), some = [...kinds];
  const plain = some.find((kind) => kind.shape === "dot") ?? graph.kinds.find((kind) => kind.shape === "dot") ?? graph.kinds[0];
  return [
    ...some.map((kind) => item(statusMark(kind, "completed"), inWords(kind))),
    ...graph.statuses.map((status) => item(greyMark(plain, status.id), inWords(status))),
    item(greyMark(plain, ""), `${t("status")}：${t("noStatus")}`),
  ];
}

function greyMark(kind, status) {
  const picture = statusMark(kind, status);
  picture.setAttribute("class", `mark is-${status || "untold"}`);
  return picture;
}

/** How the marks are read, at hand on a wide screen and behind one press on a phone. */
export function legendLine() {
  const word = make("summary", { "data-key": "legend" }), inside = make("div", { class: "view-line legend-line" }), element = make("details", { class: "legend-of-view", open: innerWidth > 760 }, word, inside);
  /** @param {(Node | null)[]} parts */
  const fill = (parts) => { word.textContent = t("viewLegend"); element.hidden = !parts.length; inside.replaceChildren(...parts.filter((part) => part !== null)); };
  return { element, fill };
}
