// Which facts and things pass the filters, and how many would pass each choice of a filter.

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
  const tests = testsOf(graph, state), names = Object.keys(tests);
  const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
  const facts = [];
  for (const fact of graph.facts) {
    const failed = names.filter((name) => !tests[name].passes(fact));
    if (failed.length === 0) facts.push(fact);
    for (const name of failed.length === 0 ? names : failed.length === 1 ? failed : [])
      for (const choice of tests[name].choices(fact)) counts[name].set(choice, (counts[name].get(choice) ?? 0) + 1);
  }
  const wanted = new Set(state.kinds), entities = new Set();
  const add = (entity) => entity && (wanted.size === 0 || wanted.has(entity.kind.id)) && entities.add(entity);
  for (const fact of facts) fact.ends.forEach(add);
  if (names.every((name) => name === "kinds" || !tests[name].set)) graph.entities.forEach((one) => one.facts.length || add(one));
  return { facts, entities, counts };
}

/** For each filter: whether it is set, what it lets pass, and the choices that a fact stands for. */
function testsOf(graph, state) {
  const any = (chosen, choices) => ({
    set: chosen.length > 0,
    choices,
    passes: chosen.length === 0 ? () => true : ((set) => (fact) => choices(fact).some((choice) => set.has(choice)))(new Set(chosen)),
  });
  const regions = regionsOf(graph);
  return {
    kinds: any(state.kinds, (fact) => [...new Set(fact.ends.filter(Boolean).map((end) => end.kind.id))]),
    regions: any(state.regions, (fact) => regions(fact)),
    statuses: any(state.statuses, (fact) => [fact.status < 0 ? "" : graph.statuses[fact.status].id]),
    levels: any(state.levels, (fact) => fact.ends.filter((end) => end && end.kind.id === "Honor").map((end) => end.level)),
    documents: any(state.documents, (fact) => fact.documents.map((document) => document.key)),
    years: {
      set: state.years !== null,
      choices: (fact) => [fact.year],
      passes: (fact) => state.years === null || (state.years[0] <= fact.year && fact.year <= state.years[1]),
    },
    confidence: { set: state.confidence > 0, choices: (fact) => [fact.confidence], passes: (fact) => fact.confidence >= state.confidence },
  };
}

const held = new WeakMap();

/** The keys of all regions that a fact speaks of: those it names and those that its reports speak for, with what lies above. */
function regionsOf(graph) {
  if (!held.has(graph)) {
    held.set(graph, graph.facts.map((fact) => {
      const found = new Set();
      const add = (region) => graph.chainOf(region).forEach((one) => found.add(one.key));
      for (const end of fact.ends) if (end) add(end.kind.id === "Region" ? end : end.region);
      for (const document of fact.documents) add(document.group.hub);
      return [...found];
    }));
  }
  const all = held.get(graph);
  return (fact) => all[fact.n];
}
