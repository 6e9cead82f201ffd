// What is worked out from a graph once and kept until the graph grows.

/** @typedef {import("./graph.js").Graph} Graph */

/** @template T @param {(graph: Graph) => T} make @returns {(graph: Graph) => T} */
export function keptFor(make) {
  const kept = new WeakMap();
  return (graph) => {
    const last = kept.get(graph);
    if (last?.size === graph.size) return last.made;
    const made = make(graph);
    kept.set(graph, { made, size: graph.size });
    return made;
  };
}
