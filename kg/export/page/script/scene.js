// What is drawn: marks, lines and names for a state. Pure: the network view draws whatever stands here.

import { inWords } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./names.js").Name} Name */
/** @typedef {{id: string, x: number, y: number, size: number, kind: string, entity: Entity | null, cluster: any, count: number}} Mark */
/** @typedef {{marks: Mark[], lines: {id: string, from: string, to: string, facts: any[]}[], names: Name[], discs: any[], left: number}} Scene `left`: marks that had no room */

/** More marks are never drawn at once: a browser without a graphics card still moves so many. */
export const MOST_MARKS = 800;

/** @param {Context} context @returns {Scene} */
export function scene(context) {
  const focus = context.graph.byKey.get(context.store.state.focus);
  return focus ? around(context, focus) : overview(context);
}

export const clusterId = (cluster) => `${cluster.group.id}/${cluster.kind.id}`;

/** Regions with a circle for each kind; circles that are open show what stands in them. */
function overview({ graph, store, passing, first }) {
  const open = new Set(store.state.open), marks = [], names = [], drawn = new Map();
  let left = 0;
  for (const group of graph.groups) {
    const hub = { id: `g${group.n}`, x: group.x, y: group.y, size: 46, kind: "Region", entity: group.hub, cluster: null, count: 0 };
    marks.push(hub);
    if (group.hub) drawn.set(group.hub, hub);
    names.push({ text: inWords(group), x: group.x, y: group.y + 56, size: 15, weight: 1e6 + group.radius, bold: true });
  }
  for (const cluster of graph.clusters) {
    const members = cluster.members.filter((one) => passing.entities.has(one));
    if (!members.length) continue;
    if (!open.has(clusterId(cluster))) {
      marks.push({ id: `c${cluster.n}`, x: cluster.x, y: cluster.y, size: cluster.radius, kind: cluster.kind.id, entity: null, cluster, count: members.length });
      names.push({ text: `${inWords(cluster.kind)} ${members.length}`, x: cluster.x, y: cluster.y, size: 13, weight: 1e3 + members.length });
      continue;
    }
    const room = Math.max(0, MOST_MARKS - marks.length);
    left += Math.max(0, members.length - room);
    for (const entity of members.slice(0, room)) {
      const one = { id: `e${entity.n}`, x: entity.x, y: entity.y, size: 14, kind: entity.kind.id, entity, cluster: null, count: 0 };
      marks.push(one);
      drawn.set(entity, one);
      names.push({ text: entity.label, x: entity.x, y: entity.y + 18, size: 12, weight: entity.facts.length });
    }
  }
  const ties = first.edges.map((tie) => ({ id: tie.id, from: tie.from, to: tie.to, facts: [], value: tie.value }));
  return { marks, lines: [...ties, ...linesBetween(drawn, passing)], names, discs: graph.groups, left };
}

/** A thing in the middle, what facts link with it on a ring around it, and so on outwards. */
function around({ store, passing }, focus) {
  const ring = new Map([[focus, 0]]), rings = [[focus]];
  const pass = new Set(passing.facts);
  for (let hop = 1; hop <= store.state.hops; hop++) {
    const next = [];
    for (const entity of rings[hop - 1])
      for (const fact of entity.facts)
        if (pass.has(fact)) for (const end of fact.ends) if (end && !ring.has(end)) { ring.set(end, hop); next.push(end); }
    rings.push(next.sort((a, b) => a.kind.n - b.kind.n || b.facts.length - a.facts.length || a.n - b.n));
  }
  const marks = [], names = [], drawn = new Map();
  let left = 0, radius = 0;
  rings.forEach((members, hop) => {
    const room = members.slice(0, Math.max(0, MOST_MARKS - marks.length));
    left += members.length - room.length;
    radius = hop === 0 ? 0 : Math.max(radius + 260, (room.length * 120) / (2 * Math.PI));
    room.forEach((entity, n) => {
      const angle = (2 * Math.PI * n) / room.length - Math.PI / 2;
      const x = radius * Math.cos(angle), y = radius * Math.sin(angle), size = hop === 0 ? 30 : 14;
      const one = { id: `e${entity.n}`, x, y, size, kind: entity.kind.id, entity, cluster: null, count: 0 };
      marks.push(one);
      drawn.set(entity, one);
      names.push({ text: entity.label, x, y: y + size + 4, size: hop === 0 ? 15 : 12, weight: (4 - hop) * 1e4 + entity.facts.length, bold: hop === 0 });
    });
  });
  return { marks, lines: linesBetween(drawn, passing), names, discs: [], left };
}

/** A line between any two marks that a fact links. */
function linesBetween(drawn, passing) {
  const lines = new Map();
  for (const fact of passing.facts) {
    const [first, ...others] = fact.ends.filter((end) => end && drawn.has(end));
    for (const other of others) {
      if (other === first) continue;
      const [a, b] = first.n < other.n ? [first, other] : [other, first], id = `l${a.n}-${b.n}`;
      if (!lines.has(id)) lines.set(id, { id, from: drawn.get(a).id, to: drawn.get(b).id, facts: [] });
      lines.get(id).facts.push(fact);
    }
  }
  return [...lines.values()];
}
