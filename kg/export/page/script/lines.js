// Lines: between two marks stands what facts say of both, never what might follow from them.

/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Fact} Fact */
/**
 * `ends` and `facts` of a line that facts tell; a tie between regions has none, but `value`: how many things both name.
 * @typedef {{id: string, from: string, to: string, ends: Entity[], facts: Fact[], value: number, planned: boolean}} Line
 */

/**
 * A line between any two marks that a fact links; it is planned where all its facts are.
 * @param {Map<Entity, {id: string}>} drawn @param {import("./page.js").Context} context @returns {Line[]}
 */
export function linesBetween(drawn, { graph, passing }) {
  /** @type {Map<number, Line>} */
  const lines = new Map(), planned = graph.statuses.findIndex((status) => status.id === "planned");
  for (const fact of passing.facts) {
    const ends = fact.ends;
    let first = /** @type {Entity | null} */ (null);
    for (const end of ends) {
      if (!end || !drawn.has(end) || end === first) continue;
      if (!first) { first = end; continue; }
      const [a, b] = first.n < end.n ? [first, end] : [end, first], key = a.n * graph.entities.length + b.n;
      let line = lines.get(key);
      if (!line) {
        const from = /** @type {any} */ (drawn.get(a)).id, to = /** @type {any} */ (drawn.get(b)).id;
        lines.set(key, line = { id: `l${a.n}-${b.n}`, from, to, ends: [a, b], facts: [], value: 0, planned: true });
      }
      line.facts.push(fact);
      if (fact.status !== planned) line.planned = false;
    }
  }
  return [...lines.values()];
}
