// For each filter what a fact can be chosen by, as numbers in one row of memory: thirty thousand facts are looked through at each step of a slider.

import { keptFor } from "./kept.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {{values: any[], from: Int32Array, items: Int32Array}} Column `items[from[n]]` … `items[from[n + 1] - 1]` are the places in `values` of the choices that fact `n` stands for */

/**
 * The choices of each filter. A year is 0 where none is told; a region, a status and a report are named by key or id, the region
 * with all that lies above it; "" is what tells none.
 * @param {Graph} graph @returns {Record<string, Column>}
 */
export const columnsOf = keptFor((graph) => {
  const chain = new Map();
  const above = (region) => {
    if (!chain.has(region)) chain.set(region, graph.chainOf(region).map((one) => one.key));
    return chain.get(region);
  };
  return {
    kinds: column(graph.facts, (fact) => fact.ends.filter(Boolean).map((end) => end.kind.id)),
    regions: column(graph.facts, (fact) => {
      const named = fact.ends.filter(Boolean).map((end) => (end.kind.id === "Region" ? end : end.region));
      const found = [...named, ...fact.documents.map((document) => document.group.hub)].filter(Boolean).flatMap(above);
      return found.length ? found : [""];
    }),
    years: column(graph.facts, (fact) => [fact.year]),
    statuses: column(graph.facts, (fact) => [fact.status < 0 ? "" : graph.statuses[fact.status].id]),
    levels: column(graph.facts, (fact) => fact.ends.filter((end) => end && end.kind.id === "Honor").map((end) => end.level)),
    documents: column(graph.facts, (fact) => fact.documents.map((document) => document.key)),
    confidence: column(graph.facts, (fact) => [fact.confidence]),
  };
});

/** @param {Fact[]} facts @param {(fact: Fact) => any[]} choices @returns {Column} */
function column(facts, choices) {
  const values = [], place = new Map(), items = [], from = new Int32Array(facts.length + 1);
  facts.forEach((fact, n) => {
    for (const choice of new Set(choices(fact))) {
      if (!place.has(choice)) place.set(choice, values.push(choice) - 1);
      items.push(place.get(choice));
    }
    from[n + 1] = items.length;
  });
  return { values, from, items: Int32Array.from(items) };
}
