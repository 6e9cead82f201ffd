// Which facts and things pass the filters, and how many would pass each choice of a filter.

import { columnsOf } from "./columns.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./state.js").State} State */
/** @typedef {{facts: Fact[], entities: Set<Entity>, counts: Record<string, Map<any, number>>}} Passing */

/**
 * A fact passes when every filter lets it pass; an entity passes when its kind does and a fact that passes names it. Where no
 * filter of facts is set, what no fact names passes, too.
 * `counts` tells for each filter how many facts each of its choices would let pass, all other filters being as they are.
 * @param {Graph} graph @param {State} state @returns {Passing}
 */
export function passing(graph, state) {
  const columns = columnsOf(graph), names = Object.keys(columns), all = names.map((name) => columns[name]);
  const wanted = names.map((name) => wantedOf(state, name, columns[name].values));
  const tallies = all.map(({ values }) => new Int32Array(values.length));
  const tally = (filter, n) => {
    const { from, items } = all[filter];
    for (let at = from[n]; at < from[n + 1]; at++) tallies[filter][items[at]]++;
  };
  /** @type {Fact[]} */ const facts = [];
  for (let n = 0; n < graph.facts.length; n++) {
    let failed = -1, failures = 0;
    for (let filter = 0; filter < all.length && failures < 2; filter++)
      if (!fits(all[filter], wanted[filter], n)) { failed = filter; failures++; }
    if (failures === 0) {
      facts.push(graph.facts[n]);
      for (let filter = 0; filter < all.length; filter++) tally(filter, n);
    } else if (failures === 1) tally(failed, n);
  }
  const counts = Object.fromEntries(names.map((name, filter) => [name, new Map(all[filter].values.map((value, n) => [value, tallies[filter][n]]))]));
  return { facts, entities: entitiesOf(graph, state, facts, names.every((name, filter) => name === "kinds" || !wanted[filter])), counts };
}

/** Whether facts that tell no year pass: unless the reader says otherwise, where no years are chosen. @param {State} state */
export const showsUndated = (state) => (state.years === null ? state.undated !== "without" : state.undated === "with");

/** Which values of a filter are let pass, 1 or 0 each; null where the filter is not set. @param {State} state @returns {Uint8Array | null} */
function wantedOf(state, name, values) {
  const flags = (passes) => Uint8Array.from(values, (value) => (passes(value) ? 1 : 0));
  if (name === "confidence") return state.confidence > 0 ? flags((value) => value >= state.confidence) : null;
  if (name === "years") {
    const years = state.years, undated = showsUndated(state);
    return years || !undated ? flags((value) => (value === 0 ? undated : !years || (years[0] <= value && value <= years[1]))) : null;
  }
  const chosen = new Set(state[name]);
  return chosen.size ? flags((value) => chosen.has(value)) : null;
}

function fits({ from, items }, wanted, n) {
  if (!wanted) return true;
  for (let at = from[n]; at < from[n + 1]; at++) if (wanted[items[at]]) return true;
  return false;
}

function entitiesOf(graph, state, facts, unnamed) {
  const kinds = new Set(state.kinds), entities = new Set();
  const add = (entity) => entity && (kinds.size === 0 || kinds.has(entity.kind.id)) && entities.add(entity);
  for (const fact of facts) for (const end of fact.ends) add(end);
  if (unnamed) for (const one of graph.entities) if (!one.facts.length) add(one);
  return entities;
}
