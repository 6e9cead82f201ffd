// The rows of the timeline: which facts stand in which row and year. Pure: the view draws what stands here.

import { keptFor } from "./kept.js";
import { reporters, tellersOf } from "./reporting.js";
import { thingOf } from "./statusmark.js";
import { inWords } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Entity} Entity */
/**
 * @typedef {{id: string, depth: number, title: string, entity: Entity | null, about: Entity | null, kind: import("./graph.js").Kind | null, opens: boolean, open: boolean,
 *   wide: boolean, cells: Map<number, Fact[]>, covered: Map<number, "review" | "plan">, count: number}} Lane
 *   `about`: what its facts are about, not to be named again; `cells` and `covered` by year, 0 where none is told; a `wide` row stands for many things, and stacks what is alike
 */
/** @typedef {{lanes: Lane[], years: number[], facts: Fact[], timeless: number}} Lanes `years` that hold anything, 0 last */

/** @param {Context} context @returns {Lanes} */
export function lanesOf({ graph, store, passing }) {
  const { state } = store, focus = graph.byKey.get(state.focus) ?? null, without = timelessKinds(graph);
  const wanted = focus ? factsOf(graph, focus) : null;
  const all = wanted ? passing.facts.filter((fact) => wanted.has(fact)) : passing.facts;
  const facts = all.filter((fact) => !without.has(fact.kind));
  const who = reporters(graph, state), toggled = new Set(state.open), lanes = /** @type {Lane[]} */ ([]);
  const lane = (id, depth, title, some, more) => {
    lanes.push({ id, depth, title, entity: null, about: null, kind: null, opens: false, open: false, wide: false, covered: new Map(), cells: byYear(some), count: some.length, ...more });
    return lanes[lanes.length - 1];
  };
  const byKind = (id, depth, some, covered, opened) => {
    const by = new Map();
    for (const fact of some) keepIn(by, fact.kind, fact);
    for (const kind of graph.factKinds) {
      const those = by.get(kind), mine = `${id}/${kind.id}`;
      if (!those) continue;
      const open = toggled.has(mine) !== opened;
      lane(mine, depth, inWords(kind), those, { kind: thingOf(those[0])?.kind ?? null, opens: true, open, wide: true, covered });
      if (open) for (const [thing, its] of byThing(those)) lane(`${mine}/${thing.key}`, depth + 1, thing.name, its, { entity: thing, about: thing, kind: thing.kind, covered });
    }
  };
  const home = focus && who.find((one) => one.group.hub === focus);
  if (focus && !home && ["Program", "Honor", "PolicyDocument"].includes(focus.kind.id))
    for (const { group, years } of who)
      lane(`timeline/${group.id}`, 0, inWords(group), facts.filter((fact) => tellersOf(fact).includes(group)), { about: focus, covered: years });
  else if (focus) byKind(`timeline/${focus.key}`, 0, facts, home ? home.years : new Map(), true);
  else {
    const told = new Map(who.map(({ group }) => [group, /** @type {Fact[]} */ ([])]));
    for (const fact of facts) for (const group of tellersOf(fact)) told.get(group)?.push(fact);
    for (const { group, years } of who) {
      const id = `timeline/${group.id}`, open = toggled.has(id), some = told.get(group) ?? [];
      lane(id, 0, inWords(group), some, { opens: some.length > 0, open, wide: true, covered: years });
      if (open) byKind(id, 1, some, years, false);
    }
  }
  const years = new Set(facts.map((fact) => fact.year));
  for (const one of lanes) for (const year of one.covered.keys()) if (!state.years || (state.years[0] <= year && year <= state.years[1])) years.add(year);
  const none = years.delete(0);
  return { lanes, years: [...[...years].sort((a, b) => a - b), ...(none ? [0] : [])], facts, timeless: all.length - facts.length };
}

/** What is planned and what became of it: pairs of facts of one thing (an honor: of one winner), each plan with the next result. */
export function outcomes(facts, planned) {
  const pairs = [], by = new Map();
  for (const fact of facts) if (fact.year) keepIn(by, `${thingOf(fact)?.key}|${fact.kind.id === "award" ? fact.ends[1]?.key ?? "" : ""}`, fact);
  for (const some of by.values()) {
    some.sort((a, b) => a.year - b.year);
    for (const plan of some.filter((fact) => fact.status === planned)) {
      const result = some.find((fact) => fact.status >= 0 && fact.status !== planned && fact.year >= plan.year);
      if (result) pairs.push([plan, result]);
    }
  }
  return pairs;
}

/** The facts that a focus is about; of an initiative or honor those of all that are one concept. */
function factsOf(graph, focus) {
  const group = graph.groups.find((one) => one.hub === focus), told = group && graph.documents.some((report) => report.group === group);
  if (told) return new Set(graph.facts.filter((fact) => tellersOf(fact).includes(group)));
  if (focus.kind.id === "Region")
    return new Set(graph.facts.filter((fact) => fact.ends.some((end) => end && (end === focus || graph.chainOf(end.region).includes(focus)))));
  if (focus.concept) return new Set(graph.entities.filter((one) => one.concept === focus.concept).flatMap((one) => one.facts));
  return new Set(focus.facts);
}

/** The kinds of facts that never have a year nor a status: where things lie. */
export const timelessKinds = keptFor((graph) => new Set(graph.factKinds.filter((kind) => graph.facts.every((fact) => fact.kind !== kind || (!fact.year && fact.status < 0)))));

function byYear(facts) {
  const cells = new Map();
  for (const fact of facts) keepIn(cells, fact.year, fact);
  return cells;
}

/** Things with their facts: those told for more years first, then those told sooner. */
function byThing(facts) {
  const by = new Map();
  for (const fact of facts) { const thing = thingOf(fact); if (thing) keepIn(by, thing, fact); }
  const rank = new Map([...by].map(([thing, some]) => [thing, [-new Set(some.map((fact) => fact.year)).size, Math.min(...some.map((fact) => fact.year || 9999)), -some.length, thing.n]]));
  return [...by].sort(([a], [b]) => compareRows(rank.get(a), rank.get(b)));
}

function compareRows(a, b) {
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return a[n] - b[n];
  return 0;
}

function keepIn(map, key, item) {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
