// The first picture: regions with a circle for each kind, and in the middle what they share. Circles and areas open on demand.

import { linesBetween } from "./lines.js";
import { byFacts, markOf, MOST_MARKS, thing } from "./marks.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Group} Group */
/** @typedef {import("./graph.js").Area} Area */
/** @typedef {import("./graph.js").Cluster} Cluster */
/** @typedef {import("./scene.js").Scene} Scene */

/** So many things of a circle are shown at once; a mark opens the next. */
export const PAGE = 120;
const SHARED = "", LONE = "~", ROW = 64;

/** How the state names a circle. @param {Cluster} cluster */
export const clusterId = (cluster) => `${cluster.group.id}/${cluster.kind.id}`;

/** @param {Context} context @param {number} aspect width of the window by its height; 0 leaves all as it was laid out @returns {Scene} */
export function overview(context, aspect) {
  const { graph, store, passing, first } = context, told = toldBy(graph);
  const { centre, portrait, wide, high } = spread(graph, aspect);
  /** @type {Scene} */
  const made = { marks: [], lines: [], names: [], discs: [], left: 0, focus: null };
  const drawn = new Map(), granted = grants(context, told);

  const draw = (entity, said) => {
    const one = thing(entity, said, graph);
    made.marks.push(one);
    drawn.set(entity, one);
    return one;
  };

  const title = (of, text, sub, more = {}) => {
    const { x, y } = centre(of), disc = { x, y, radius: of.radius };
    made.names.push({ text, sub, x, y: y - of.radius, size: 15, weight: 1e6 + of.radius, bold: true, place: "title", disc, ...more });
  };

  /** @param {Area} area */
  const showArea = (area) => {
    const place = centre(area), { groups, reports } = told.inArea.get(area);
    const sub = t("areaTold", { groups: groups.length, reports });
    if (!granted.has(area.id)) {
      made.marks.push(markOf({ id: `a${area.n}`, form: "area", ...place, size: area.radius, kind: "Region", area, count: groups.length }));
      made.names.push({ text: inWords(area), sub, ...place, size: 15, weight: 1e6 + area.radius, bold: true, place: "middle" });
      return;
    }
    made.discs.push({ form: "area", id: area.id, ...place, radius: area.radius, width: 0, kind: "" });
    title(area, inWords(area), sub);
    graph.areas.filter((one) => one.parent === area).forEach(showArea);
    groups.filter((one) => one.area === area).forEach(showGroup);
  };

  /** @param {Group} group */
  const showGroup = (group) => {
    const place = centre(group), clusters = told.clusters.get(group) ?? [];
    if (group.id === SHARED) {
      const [width, height] = portrait ? [graph.middle[1] * wide, graph.middle[0] * high] : [graph.middle[0] * wide, graph.middle[1] * high];
      const count = clusters.reduce((sum, one) => sum + membersOf(one).length, 0) + graph.stars.filter((one) => passing.entities.has(one)).length;
      if (!count) return;
      made.discs.push({ form: "middle", id: SHARED, ...place, radius: height, width, kind: "" });
      made.names.push({ text: `${inWords(group)} ${count}`, x: 0, y: -height, size: 14, weight: 1e5, bold: true, soft: true, place: "inside" });
    } else if (group.id === LONE) {
      made.discs.push({ form: "lone", id: LONE, ...place, radius: group.radius, width: 0, kind: "" });
      title(group, inWords(group), "", { size: 13, bold: false, soft: true, weight: 1e4 });
    } else {
      const { reports, years } = told.ofGroup.get(group);
      made.discs.push({ form: "region", id: group.id, ...place, radius: group.radius, width: 0, kind: "" });
      title(group, inWords(group), [t("reports", { reports }), years].filter(Boolean).join(" · "));
      const hub = markOf({ id: `g${group.n}`, form: group.hub ? "hub" : "report", ...centre({ x: group.hubX, y: group.hubY }, group), size: 46, least: 7, kind: "Region", entity: group.hub, group });
      made.marks.push(hub);
      if (group.hub) drawn.set(group.hub, hub);
    }
    clusters.forEach(showCircle);
  };

  const membersOf = (cluster) => told.members.get(cluster).filter((one) => passing.entities.has(one));

  /** @param {Cluster} cluster */
  const showCircle = (cluster) => {
    const members = membersOf(cluster), place = centre(cluster, cluster.group), room = granted.get(clusterId(cluster));
    if (!members.length) return;
    const text = `${inWords(cluster.kind)} ${members.length}`;
    if (!room) {
      // What a filter takes away makes the circle smaller, too.
      const size = cluster.radius * Math.sqrt(members.length / cluster.members.length);
      made.marks.push(markOf({ id: `c${cluster.n}`, form: "circle", ...place, size, kind: cluster.kind.id, cluster, group: cluster.group, count: members.length }));
      made.names.push({ text, short: String(members.length), room: size, ...place, size: 13, weight: 1e3 + members.length, place: "middle" });
      return;
    }
    made.discs.push({ form: "open", id: clusterId(cluster), ...place, radius: cluster.radius, width: 0, kind: cluster.kind.id });
    made.names.push({ text, tail: "×", ...place, y: place.y - cluster.radius, size: 13, weight: 1e5, bold: true, place: "inside" });
    let lowest = place.y;
    for (const entity of members.slice(0, room)) {
      const x = place.x + entity.x - cluster.x, y = place.y + entity.y - cluster.y;
      const one = draw(entity, { x, y, cluster, group: cluster.group });
      lowest = Math.max(lowest, y);
      made.names.push({ text: entity.label, x, y: y + one.size, size: 12, weight: entity.facts.length, place: "beneath" });
    }
    const rest = members.length - room;
    if (rest <= 0) return;
    made.left += rest;
    const more = { x: place.x, y: lowest + ROW };
    made.marks.push(markOf({ id: `m${cluster.n}`, form: "more", ...more, size: 18, kind: cluster.kind.id, cluster, group: cluster.group, count: rest }));
    made.names.push({ text: t("moreMarks", { rest }), x: more.x, y: more.y + 18, size: 12, weight: 1e4, bold: true, place: "beneath" });
  };

  graph.areas.filter((area) => !area.parent).forEach(showArea);
  graph.groups.filter((group) => !group.area).forEach(showGroup);
  stars(context, { portrait, wide, high }, draw, made);

  const there = new Set(made.marks.map((one) => one.id));
  const ties = first.edges.filter((tie) => there.has(tie.from) && there.has(tie.to))
    .map((tie) => ({ id: tie.id, from: tie.from, to: tie.to, ends: [], facts: [], value: tie.value, planned: false }));
  made.lines = [...ties, ...linesBetween(drawn, context)];
  return made;
}

/** What most regions share, by name, in the middle: two columns, or one where the window is narrow. */
function stars(context, { portrait, wide, high }, draw, made) {
  const { graph, passing } = context, [half, across] = graph.middle;
  const left = Math.min(...graph.stars.map((one) => one.x)), right = Math.max(...graph.stars.map((one) => one.x));
  const gap = graph.stars.length > 1 ? graph.stars[1].y - graph.stars[0].y : 0;
  const pitch = ((right > left ? 2 * (right - left) : 1.2 * half) * high) / (graph.stars.length + 2);
  graph.stars.forEach((entity, n) => {
    if (!passing.entities.has(entity)) return;
    const { x, y } = portrait ? { x: -0.9 * across * wide, y: -half * high + pitch * (n + 2) } : { x: entity.x * wide, y: entity.y * high };
    const groups = new Set();
    for (const fact of entity.facts) if (context.shows(fact)) for (const document of fact.documents) groups.add(document.group);
    draw(entity, { x, y, least: 4.5 });
    made.names.push({ text: entity.label, tail: t("inRegions", { groups: groups.size }), x, y, size: 12.5, weight: 2e4 - n, place: "beside", pitch: portrait ? pitch : gap * high });
  });
}

/**
 * How the picture takes the form of the window. Circles stay apart when left and up change places, and when what stands
 * outermost moves apart; what lies in an area or a group moves with it.
 * @param {Graph} graph @param {number} aspect
 */
function spread(graph, aspect) {
  const portrait = aspect > 0 && aspect < 0.9, turned = ({ x, y }) => (portrait ? { x: y, y: x } : { x, y });
  let wide = 1, high = 1;
  if (aspect > 0) {
    const outer = [...graph.areas.filter((area) => !area.parent), ...graph.groups.filter((group) => !group.area && group.id !== SHARED)];
    const [half, across] = graph.middle;
    const extent = (axis, own) => {
      const ends = outer.flatMap((one) => [turned(one)[axis] - one.radius, turned(one)[axis] + one.radius]);
      return Math.max(own, ...ends) - Math.min(-own, ...ends);
    };
    const ratio = Math.max(1, extent("x", portrait ? across : half)) / Math.max(1, extent("y", portrait ? half : across));
    wide = Math.max(1, Math.min(1.8, aspect / ratio));
    high = Math.max(1, Math.min(1.8, ratio / aspect));
  }
  /** @param {{x: number, y: number}} point @param {Group} [inside] @returns {{x: number, y: number}} */
  const centre = (point, inside) => {
    let outermost = /** @type {any} */ (inside ?? point);
    while (outermost.area || outermost.parent) outermost = outermost.area ?? outermost.parent;
    const { x, y } = turned(point), from = turned(outermost.id === SHARED ? point : outermost);
    return { x: x + from.x * (wide - 1), y: y + from.y * (high - 1) };
  };
  return { centre, portrait, wide, high };
}

/** For each area that is open its place in the list, for each circle how many of its things are shown: what was opened last comes first. */
function grants({ graph, store, passing }, told) {
  const pages = new Map(), found = new Map();
  for (const id of store.state.open) pages.set(id, (pages.get(id) ?? 0) + 1);
  const marksOf = (group) => 1 + (told.clusters.get(group) ?? []).length;
  let room = MOST_MARKS - graph.stars.length - graph.areas.filter((area) => !area.parent).length
    - graph.groups.filter((group) => !group.area).reduce((sum, group) => sum + marksOf(group), 0);
  const areas = new Map(graph.areas.map((area) => [area.id, area])), circles = new Map(graph.clusters.map((one) => [clusterId(one), one]));
  for (const id of [...pages.keys()].reverse()) {
    const area = areas.get(id), circle = circles.get(id);
    if (area) {
      const cost = graph.areas.filter((one) => one.parent === area).length
        + told.inArea.get(area).groups.filter((group) => group.area === area).reduce((sum, group) => sum + marksOf(group), 0);
      if (cost > room) continue;
      room -= cost;
      found.set(id, cost);
    } else if (circle) {
      const count = circle.members.reduce((sum, one) => sum + (passing.entities.has(one) ? 1 : 0), 0);
      const shown = Math.min(count, PAGE * pages.get(id), room - 1);
      if (shown <= 0) continue;
      room -= shown + 1;
      found.set(id, shown);
    }
  }
  return found;
}

const counted = new WeakMap();

/** What never changes: reports and years of each group, its circles, what lies in an area, things in the order in which they are shown. */
function toldBy(/** @type {Graph} */ graph) {
  if (counted.has(graph)) return counted.get(graph);
  const ofGroup = new Map(graph.groups.map((group) => [group, { reports: 0, first: Infinity, last: -Infinity, years: "" }]));
  for (const document of graph.documents) {
    const one = /** @type {any} */ (ofGroup.get(document.group));
    one.reports++;
    for (const year of [...document.review, ...document.plan]) {
      one.first = Math.min(one.first, year);
      one.last = Math.max(one.last, year);
    }
  }
  for (const one of ofGroup.values()) if (one.last > 0) one.years = one.first === one.last ? String(one.first) : `${one.first}–${one.last}`;
  const clusters = new Map(), inArea = new Map(graph.areas.map((area) => [area, { groups: /** @type {Group[]} */ ([]), reports: 0 }]));
  for (const cluster of graph.clusters) clusters.set(cluster.group, [...(clusters.get(cluster.group) ?? []), cluster]);
  for (const group of graph.groups)
    for (let area = group.area; area; area = area.parent) {
      const one = /** @type {any} */ (inArea.get(area));
      one.groups.push(group);
      one.reports += /** @type {any} */ (ofGroup.get(group)).reports;
    }
  const members = new Map(graph.clusters.map((cluster) => [cluster, [...cluster.members].sort(byFacts)]));
  counted.set(graph, { ofGroup, clusters, inArea, members });
  return counted.get(graph);
}
