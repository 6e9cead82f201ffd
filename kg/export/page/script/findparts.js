// Small parts of the view of findings: what leads to words, bars that read without colour.

import { button, make } from "./dom.js";
import { bdi } from "./spell.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./found.js").Row} Row */

/** Signs of the statuses: told without colour, too. */
const STATUS_SIGNS = { planned: "○", ongoing: "◐", completed: "●" };

/** What leads to the fact and its quotes; plain where the page has none. @param {Context} context @param {import("./graph.js").Fact | null} fact @param {any[]} inside @param {Record<string, any>} [more] */
export function toFact({ store }, fact, inside, more = {}) {
  return fact ? make("button", { type: "button", class: "to-fact", "data-key": `fact-${fact.key}`, onclick: () => store.set({ selected: "", fact: fact.key }), ...more }, ...inside)
    : make("span", more.title ? { title: more.title } : {}, ...inside);
}

/** Leads to a thing by its key; its name where the graph has none. @param {Context} context @param {string} key @param {string} name */
export function toThing({ graph, store }, key, name) {
  const entity = graph.byKey.get(key);
  return entity ? button(bdi(name), () => store.set({ selected: entity.key, fact: "" }), { class: "link", "data-key": `thing-${key}` }) : bdi(name);
}

/** Leads to how an initiative spread, if the page tells it. @param {Context} context @param {string} concept @param {string} name @param {boolean} told */
export function toSpread({ store }, concept, name, told) {
  return told ? button(bdi(name), () => store.set({ view: "findings", finding: "diffusion", concept }), { class: "link", "data-key": `spread-${concept}` }) : bdi(name);
}

/** ● 已完成 @param {import("./graph.js").Graph} graph @param {string} status its id, or empty */
export function statusInWords(graph, status) {
  const known = graph.statuses.find((one) => one.id === status);
  return known ? `${STATUS_SIGNS[status] ?? ""} ${inWords(known)}` : "";
}

/** @param {string[]} heads */
export const headRow = (heads) => make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head))));

/** What is left out of a table, said. @param {import("./found.js").Found} found @param {string} table @param {string} command */
export const leftOut = (found, table, command) => (found.left(table) ? make("p", { class: "soft left-out" }, t("leftOut", { count: found.left(table), command })) : null);

/** A line that tells something and is no more than that. @param {...any} inside */
export const remark = (...inside) => make("p", { class: "soft" }, ...inside);
