// Marks: what every scene makes of things and circles.

/** @typedef {import("./scene.js").Mark} Mark */
/** @typedef {import("./graph.js").Entity} Entity */

/** More marks are never drawn at once: a browser without a graphics card still moves so many. */
export const MOST_MARKS = 800;

/** A mark with what is usual where nothing is said. @param {Partial<Mark> & {id: string, x: number, y: number}} said @returns {Mark} */
export function markOf(said) {
  return { form: "thing", size: 14, least: 4, kind: "", entity: null, cluster: null, area: null, group: null, count: 0, planned: false, ...said };
}

/** The mark of a thing. A project of which all facts are planned is drawn hollow. @param {Entity} entity @param {any} said @param {any} graph */
export function thing(entity, said, graph) {
  const told = entity.kind.id === "Project" ? entity.facts.filter((fact) => fact.status >= 0) : [];
  const planned = told.length > 0 && told.every((fact) => graph.statuses[fact.status].id === "planned");
  return markOf({ id: `e${entity.n}`, kind: entity.kind.id, entity, planned, ...said });
}

/** Of more facts first. @param {Entity} a @param {Entity} b */
export const byFacts = (a, b) => b.facts.length - a.facts.length || a.n - b.n;
