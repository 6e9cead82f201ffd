// One row of the timeline as marks and words with their places, in pixels. Pure: nothing is measured in the browser.

import { outcomes } from "./lanes.js";
import { kindOf, statusWord, thingOf } from "./statusmark.js";
import { t } from "./words.js";

/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {{x: number, y: number, facts: Fact[], text: string, picture: boolean}} Spot `picture` is false where a count stands for facts that had no room */
/** @typedef {{height: number, spots: Spot[], joins: () => [Spot, Spot][]}} Strip `joins` are found when the row is drawn */

const MARK_PITCH = 18;
const STRIP_LINE = 20;
const STRIP_PAD = 7;
/** Room for the words "review" and "plan" at the top of a region's row. */
export const TOP_WORDS = 16;
const MOST_LINES = 3;

/**
 * @param {import("./graph.js").Graph} graph @param {import("./lanes.js").Lane} lane
 * @param {Map<number, number>} left where the column of each year begins @param {number} width of a column @param {number} labelWidth
 * @returns {Strip}
 */
export function stripOf(graph, lane, left, width, labelWidth) {
  const spots = /** @type {Spot[]} */ ([]), perLine = Math.max(1, Math.floor((width - 2 * STRIP_PAD) / MARK_PITCH)), top = lane.depth === 0 && lane.covered.size ? TOP_WORDS : 5;
  let lines = 1;
  for (const [year, facts] of lane.cells) {
    const x = (left.get(year) ?? 0) + STRIP_PAD;
    const add = (line, dx, some, text, picture = true) => { spots.push({ x: x + dx, y: top + line * STRIP_LINE, facts: some, text, picture }); lines = Math.max(lines, line + 1); };
    const few = facts.length <= MOST_LINES, stacked = lane.wide && !few && facts.length > perLine;
    // What is stacked needs no order of its own: a row of a region may stand for thousands of facts.
    const sorted = stacked ? facts : [...facts].sort((a, b) => kindOf(graph, a).n - kindOf(graph, b).n || b.status - a.status || a.n - b.n);
    const named = few ? sorted.map((fact) => nameIn(graph, lane, fact)) : [];
    if (few && named.every((text) => textWidth(text, 12) <= width - 2 * STRIP_PAD - MARK_PITCH)) sorted.forEach((fact, n) => add(n, 0, [fact], named[n]));
    else if (stacked) {
      const stacks = alike(graph, sorted), room = Math.max(1, Math.floor((width - 2 * STRIP_PAD) / 48));
      stacks.forEach((some, n) => add(Math.floor(n / room), (n % room) * 48, some, `${some.length}`));
    } else {
      const most = perLine * MOST_LINES, fits = sorted.length <= most ? sorted.length : most - 2;
      sorted.slice(0, fits).forEach((fact, n) => add(Math.floor(n / perLine), (n % perLine) * MARK_PITCH, [fact], ""));
      if (fits < sorted.length) add(MOST_LINES - 1, (fits % perLine) * MARK_PITCH, sorted.slice(fits), `+${sorted.length - fits}`, false);
    }
  }
  const joins = () => {
    const at = new Map(spots.filter((spot) => spot.picture && spot.facts.length === 1).map((spot) => [spot.facts[0], spot]));
    const planned = graph.statuses.findIndex((status) => status.id === "planned");
    return outcomes([...at.keys()], planned).map(([plan, result]) => /** @type {[Spot, Spot]} */ ([at.get(plan), at.get(result)]));
  };
  const label = Math.ceil((textWidth(lane.title, lane.depth ? 13 : 14) + 6 + textWidth(t("factsCount", { count: lane.count }), 12)) / (labelWidth - 40 - 12 * lane.depth)) * 19 + 9;
  return { height: Math.max(top + lines * STRIP_LINE + 4, label), spots, joins };
}

/** What stands beside a lone mark: whom or what it is about beside the row's own name, else how far it is. */
function nameIn(graph, lane, fact) {
  const { about } = lane, own = (end) => end === about || (about !== null && about.concept !== "" && end.concept === about.concept);
  const others = fact.ends.filter((end) => end && !own(end) && (end.kind.id !== "Region" || fact.kind.id === "award"));
  const thing = thingOf(fact), shown = about || !thing ? others : [thing];
  return shown.length ? shown.map((end) => end.label).join(" ") : statusWord(graph, fact);
}

/** Facts of one kind and status together, those that came furthest first. */
function alike(graph, facts) {
  const by = new Map(), most = graph.statuses.length;
  for (const fact of facts) {
    const place = kindOf(graph, fact).n * (most + 1) + most - 1 - fact.status, some = by.get(place);
    if (some) some.push(fact);
    else by.set(place, [fact]);
  }
  return [...by].sort(([a], [b]) => a - b).map(([, some]) => some);
}

/** How wide words are, as far as it can be told without a font: a Chinese character is a square. */
export function textWidth(text, size) {
  let width = 0;
  for (const char of text) width += char > "\u2e7f" ? size : size * 0.6;
  return width;
}
