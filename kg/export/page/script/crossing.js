// Regions against initiatives or honors: what stands in the cells. Pure: the matrix draws what stands here.

import { anyChosen, reporters, tellersOf } from "./reporting.js";

/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Group} Group */
/** @typedef {import("./reporting.js").Reporter} Reporter */
/** @typedef {{key: string, name: string, members: Entity[], facts: Map<Group, Fact[]>, count: number, first: number}} Theme things of one concept, or one thing; `first` is 9999 where no year is told */
/** @typedef {{first: Fact, later: Fact | null, facts: Fact[]}} Told the first fact, and the first later one that came further */

export const ORDERS = /** @type {const} */ (["regions", "count", "first", "name"]);

/**
 * What the reports of each region name of a kind, the most shared first.
 * @param {import("./page.js").Context} context @param {string} kind @param {string} order one of `ORDERS`
 * @returns {{themes: Theme[], who: Reporter[]}}
 */
export function crossingOf({ graph, store, passing }, kind, order) {
  const who = reporters(graph, store.state), rows = new Set(who.map((one) => one.group)), by = new Map();
  for (const fact of passing.facts) {
    const end = fact.ends.find((one) => one && one.kind.id === kind);
    if (!end) continue;
    const key = end.concept || end.key, theme = by.get(key) ?? { key, name: "", members: new Set(), facts: new Map(), count: 0, first: 9999 };
    by.set(key, theme);
    for (const group of tellersOf(fact)) {
      if (!rows.has(group)) continue;
      if (!theme.facts.has(group)) theme.facts.set(group, []);
      theme.facts.get(group).push(fact);
    }
    theme.members.add(end);
    theme.count += 1;
    if (fact.year && fact.year < theme.first) theme.first = fact.year;
  }
  const themes = [...by.values()].map((theme) => ({ ...theme, members: [...theme.members], name: commonName([...theme.members]) })).filter((theme) => theme.facts.size);
  const collator = new Intl.Collator("zh-CN", { numeric: true }), most = (a, b) => b.facts.size - a.facts.size || b.count - a.count || a.first - b.first || (a.key < b.key ? -1 : 1);
  const ways = { regions: most, count: (a, b) => b.count - a.count || most(a, b), first: (a, b) => a.first - b.first || most(a, b), name: (a, b) => collator.compare(a.name, b.name) };
  return { themes: themes.sort(ways[order] ?? most), who };
}

/** Several things of one concept bear the shortest of their names, without place and rank in front where it can be told. */
const commonName = (members) => (members.length === 1 ? members[0].name : members.map((one) => one.label).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]);

/** @param {Fact[] | undefined} facts of one cell @returns {Told | null} */
export function firstTold(facts) {
  if (!facts?.length) return null;
  const when = (fact) => fact.year || 9999, inOrder = [...facts].sort((a, b) => when(a) - when(b) || b.status - a.status || a.n - b.n), [first] = inOrder;
  return { first, later: inOrder.find((fact) => fact.year > first.year && fact.status > first.status) ?? null, facts };
}

/** Whether a region's reports speak of the chosen years at all. @param {Reporter} reporter @param {import("./state.js").State} state */
export const reportsThen = (reporter, state) => anyChosen(reporter.years.keys(), state);

/** What to choose so that the panel shows the facts of a cell: the fact, the pair that all of them name, or the thing. @param {Fact[]} facts @param {string} kind */
export function choiceOf(facts, kind) {
  if (facts.length === 1) return { fact: facts[0].key, selected: "", pair: [] };
  const named = (fact) => fact.ends.filter(Boolean), shared = named(facts[0]).filter((end) => facts.every((fact) => fact.ends.includes(end)));
  const thing = shared.find((end) => end.kind.id === kind), other = shared.find((end) => end !== thing);
  if (thing && other) return { selected: "", fact: "", pair: [thing.key, other.key] };
  return { selected: (thing ?? named(facts[0]).find((end) => end.kind.id === kind)).key, fact: "", pair: [] };
}
