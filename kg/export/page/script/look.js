// How marks and lines look: colours of the page's theme, what is chosen, what steps back.

import { foundOf } from "./found.js";

/** @typedef {import("./scene.js").Mark} Mark */
/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Disc} Disc */
/** @typedef {{kinds: Record<string, string>, shapes: Record<string, string>, ink: string, soft: string, paper: string, line: string, disc: string, edge: string, accent: string, font: string}} Paint */
/**
 * What stands out: nothing, or these marks and lines, and before all the marks of `main`; without `lines` none steps back.
 * @typedef {{marks: Set<string>, lines: Set<string> | null, main: Set<string>} | null} Chosen
 */

/** The colours of the theme as it is now. @param {import("./graph.js").Graph} graph @returns {Paint} */
export function paintOf(graph) {
  const style = getComputedStyle(document.documentElement), read = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    kinds: Object.fromEntries(graph.kinds.map((kind) => [kind.id, read(`kind-${kind.id}`)])),
    shapes: Object.fromEntries(graph.kinds.map((kind) => [kind.id, kind.shape])),
    ink: read("ink"), soft: read("soft"), paper: read("paper"), line: read("line"), disc: read("disc"), edge: read("edge"), accent: read("accent"), font: read("font"),
  };
}

/** @param {Scene} scene @param {import("./state.js").State} state @param {import("./graph.js").Graph} graph @returns {Chosen} */
export function chosenIn(scene, state, graph) {
  const fact = graph.factByKey.get(state.fact), pair = state.pair.map((key) => graph.byKey.get(key));
  const wanted = new Set(fact ? fact.ends : state.pair.length ? pair : [graph.byKey.get(state.selected)]);
  const main = new Set(scene.marks.filter((mark) => mark.entity && wanted.has(mark.entity)).map((mark) => mark.id));
  if (!main.size) return state.community ? communityIn(scene, state.community, graph) : null;
  // The middle of a neighbourhood is linked with all: nothing steps back.
  if (!fact && !state.pair.length && scene.focus && wanted.has(scene.focus)) return { marks: new Set(scene.marks.map((one) => one.id)), lines: null, main };
  const marks = new Set(main), lines = new Set();
  for (const line of scene.lines) {
    const both = main.has(line.from) && main.has(line.to);
    if (fact ? !line.facts.includes(fact) : state.pair.length ? !both : !main.has(line.from) && !main.has(line.to)) continue;
    lines.add(line.id);
    marks.add(line.from).add(line.to);
  }
  // A region's own circles belong to it.
  for (const mark of scene.marks) if (mark.group?.hub && wanted.has(mark.group.hub) && !fact && !state.pair.length) marks.add(mark.id);
  return { marks, lines, main };
}

/** The members of a community and the circles that hold some: a marking, without lines. @param {Scene} scene @param {string} community @param {import("./graph.js").Graph} graph @returns {Chosen} */
function communityIn(scene, community, graph) {
  const found = foundOf(graph), belongs = (entity) => String(found.communityOf(entity)) === community;
  const main = new Set(scene.marks.filter((mark) => mark.entity && belongs(mark.entity)).map((mark) => mark.id));
  const marks = new Set([...main, ...scene.marks.filter((mark) => !mark.entity && mark.cluster?.members.some(belongs)).map((mark) => mark.id)]);
  return { marks, lines: new Set(), main };
}

/** What the layout keeps free around the mark of a region, in the page's units. */
const ROOM = 120;

/** A mark as vis-network wants it. @param {Mark} mark @param {Paint} paint @param {Chosen} chosen @param {number} scale of the picture */
export function nodeOf(mark, paint, chosen, scale) {
  const color = mark.form === "report" ? paint.soft : paint.kinds[mark.kind], main = chosen?.main.has(mark.id) ?? false;
  const closed = mark.form === "circle" || mark.form === "area", hollow = mark.planned || mark.form === "more";
  const opacity = (mark.form === "area" ? 0.16 : closed ? 0.3 : 1) * (chosen && !chosen.marks.has(mark.id) ? 0.25 : 1);
  const least = mark.form === "hub" || mark.form === "report" ? Math.min(mark.least / scale, ROOM) : mark.least / scale;
  const size = closed ? mark.size : Math.max(mark.size, least) * (main ? 1.3 : 1);
  const width = main ? 4 : hollow ? 2 : 0.8;
  return {
    id: mark.id, x: mark.x, y: mark.y, size: Math.round(size * 10) / 10, opacity,
    shape: closed || mark.form === "more" ? "dot" : mark.form === "report" ? "square" : paint.shapes[mark.kind],
    borderWidth: width, borderWidthSelected: width, shapeProperties: { borderDashes: mark.form === "more" ? [4, 4] : false },
    color: fill(hollow ? paint.paper : color, main ? paint.accent : color),
  };
}

/** From here on the reader looks into one region, and ties between regions only pass by. */
const NEAR = 0.3;

const fill = (background, border) => ({ background, border, highlight: { background, border }, hover: { background, border } });

/** A line as vis-network wants it. @param {import("./lines.js").Line} line @param {Paint} paint @param {Chosen} chosen @param {number} scale @param {number} most shared things of any tie @param {number} count of all lines: many are drawn fainter */
export function edgeOf(line, paint, chosen, scale, most, count) {
  const stands = chosen?.lines?.has(line.id), tie = line.facts.length === 0;
  const strength = tie ? 1 + 5 * Math.sqrt(line.value / Math.max(1, most)) : 1 + Math.min(2, 0.4 * (line.facts.length - 1));
  const thin = Math.max(1, 0.75 / scale), opacity = stands ? 0.95 : chosen?.lines ? 0.08 : tie ? (scale > NEAR ? 0.12 : 0.3) : Math.max(0.12, 0.42 * Math.min(1, Math.sqrt(250 / count)));
  const color = stands ? paint.accent : paint.line;
  return {
    id: line.id, from: line.from, to: line.to, width: Math.round(strength * thin * 10) / 10,
    dashes: line.planned ? [6 * thin, 5 * thin] : false,
    color: { color, highlight: color, hover: paint.accent, opacity },
  };
}

/** What lies beneath the marks. @param {CanvasRenderingContext2D} canvas in the picture's units @param {Disc[]} discs @param {Paint} paint @param {number} scale */
export function drawDiscs(canvas, discs, paint, scale) {
  canvas.save();
  for (const disc of discs) {
    canvas.beginPath();
    if (disc.form === "middle") {
      canvas.roundRect(disc.x - disc.width - 20, disc.y - disc.radius - 10, 2 * disc.width + 40, 2 * disc.radius + 20, Math.min(disc.radius, disc.width) / 3);
    } else canvas.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
    canvas.setLineDash(disc.form === "lone" ? [5 / scale, 5 / scale] : []);
    canvas.lineWidth = (disc.form === "open" ? 1.5 : 1) / scale;
    canvas.strokeStyle = disc.form === "open" ? paint.kinds[disc.kind] : paint.edge;
    canvas.fillStyle = disc.form === "region" ? paint.disc : paint.paper;
    if (disc.form !== "lone" && disc.form !== "area") canvas.fill();
    if (disc.form !== "region") canvas.stroke();
  }
  canvas.restore();
}
