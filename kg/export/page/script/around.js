// A thing in the middle, around it what facts link with it: each kind in a sector of its own, each hop further out.

import { linesBetween } from "./lines.js";
import { byFacts, MOST_MARKS, thing } from "./marks.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */

/** Room for a mark and its name, in the page's units; and how far from the middle a hop begins after the one before. */
const WIDE = 150, HIGH = 46, APART = 60;
/** The least part of the circle that a kind takes, in turns. */
const LEAST_SECTOR = 1 / 14;

/** @param {Context} context @param {Entity} focus @param {number} aspect @returns {import("./scene.js").Scene} */
export function around(context, focus, aspect) {
  const { graph, store } = context, { rings, left } = hopsFrom(context, focus, store.state.hops);
  const marks = [], names = [], drawn = new Map();
  const add = (entity, hop, x, y) => {
    const size = [26, 11, 10, 9][hop], one = thing(entity, { x, y, size, least: hop ? 4 : 9 }, graph);
    marks.push(one);
    drawn.set(entity, one);
    names.push({ text: hop ? entity.label : entity.name, x, y: y + size, size: hop ? 12 : 15, weight: (4 - hop) * 1e4 + entity.facts.length, bold: !hop, place: hop ? "beneath" : "first" });
  };
  add(focus, 0, 0, 0);
  const places = placesFor(rings.slice(1), Math.max(0.6, Math.min(1.8, aspect || 1.4)));
  rings.slice(1).forEach((members, n) => members.forEach((entity) => {
    const { x, y } = /** @type {{x: number, y: number}} */ (places.get(entity));
    add(entity, n + 1, x, y);
  }));
  return { marks, lines: linesBetween(drawn, context), names, discs: [], left, focus };
}

/** The things of each hop, those with more facts first; `left` is how many more there are than can be drawn. */
function hopsFrom(context, focus, hops) {
  const met = new Set([focus]), rings = [[focus]];
  let left = 0, room = MOST_MARKS - 1;
  for (let hop = 1; hop <= hops; hop++) {
    const next = [];
    for (const entity of rings[hop - 1])
      for (const fact of entity.facts)
        if (context.shows(fact)) for (const end of fact.ends) if (end && !met.has(end)) { met.add(end); next.push(end); }
    next.sort(byFacts);
    left += Math.max(0, next.length - room);
    rings.push(next.slice(0, room));
    room -= rings[hop].length;
  }
  return { rings, left };
}

/** A cell of a staggered grid for each thing: in the sector of its kind, beyond the hop before; no two share a cell. */
function placesFor(rings, flatness, width = 1.7) {
  const all = rings.flat(), places = new Map(), free = cellsFor(all.length, flatness, width);
  let from = 2.1 * HIGH;
  for (const members of rings) {
    const sectors = sectorsOf(members), queues = new Map(sectors.map(({ kind }) => [kind, members.filter((entity) => entity.kind === kind)]));
    let furthest = from;
    const take = (entity, cell) => {
      cell.taken = true;
      places.set(entity, cell);
      furthest = Math.max(furthest, cell.far);
    };
    let missing = members.length;
    for (const cell of free) {
      if (!missing) break;
      if (cell.taken || cell.far < from) continue;
      const queue = queues.get(sectors.find((one) => cell.turn <= one.end)?.kind ?? sectors[0].kind);
      if (!queue?.length) continue;
      take(queue.shift(), cell);
      missing--;
    }
    // A sector that is full: the next free cell anywhere.
    const rest = [...queues.values()].flat();
    for (const cell of free) if (rest.length && !cell.taken && cell.far >= from) take(rest.shift(), cell);
    from = furthest + APART;
  }
  return places.size < all.length ? placesFor(rings, flatness, 1.6 * width) : places;
}

/** For each kind where its sector ends, in turns from the left upwards; a kind with more things has more room. */
function sectorsOf(all) {
  const counts = new Map();
  for (const entity of all) counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
  const kinds = [...counts.keys()].sort((a, b) => a.n - b.n);
  const shares = kinds.map((kind) => Math.max(LEAST_SECTOR, counts.get(kind) / all.length)), sum = shares.reduce((a, b) => a + b, 0);
  let end = 0;
  return kinds.map((kind, n) => ({ kind, end: (end += shares[n] / sum) }));
}

/** The cells of the grid, the nearest first; `width` says how much wider it is than the things alone would need. */
function cellsFor(count, flatness, width) {
  const reach = width * Math.sqrt((count * WIDE * HIGH) / (Math.PI * flatness)) + 6 * APART, cells = [];
  const rows = Math.ceil(reach / HIGH), columns = Math.ceil((reach * flatness) / WIDE);
  for (let row = -rows; row <= rows; row++)
    for (let column = -columns; column <= columns; column++) {
      const x = column * WIDE + (row % 2 ? WIDE / 2 : 0), y = row * HIGH;
      const far = Math.hypot(x / flatness, y);
      if (far <= reach) cells.push({ x, y, far, turn: (Math.atan2(y, x / flatness) / (2 * Math.PI) + 1.5) % 1, taken: false });
    }
  return cells.sort((a, b) => a.far - b.far || a.y - b.y || a.x - b.x);
}
