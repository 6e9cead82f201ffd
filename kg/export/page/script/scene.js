// What is drawn: marks, lines and names for a state. Pure: the network view draws whatever stands here.

import { around } from "./around.js";
import { overview } from "./overview.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./names.js").Name} Name */
/** @typedef {import("./lines.js").Line} Line */
/**
 * `form`: a thing, the middle of a region, a report without a region, a closed circle, a closed area, or what opens the rest
 * of a circle. `ring` is how far around the mark the pointer meets nothing else (page's units); `least` its size on the screen.
 * @typedef {{id: string, form: "thing" | "hub" | "report" | "circle" | "area" | "more", x: number, y: number, size: number, least: number,
 *   kind: string, entity: Entity | null, cluster: import("./graph.js").Cluster | null, area: import("./graph.js").Area | null,
 *   group: import("./graph.js").Group | null, count: number, planned: boolean}} Mark
 */
/** A soft shape beneath the marks. @typedef {{form: "region" | "lone" | "area" | "middle" | "open", id: string, x: number, y: number, radius: number, width: number, kind: string}} Disc */
/** @typedef {{marks: Mark[], lines: Line[], names: Name[], discs: Disc[], left: number, focus: Entity | null}} Scene `left`: marks that had no room */

/** @param {Context} context @param {number} [aspect] width of the window by its height; 0 leaves all as it was laid out @returns {Scene} */
export function scene(context, aspect = 0) {
  const focus = context.graph.byKey.get(context.store.state.focus);
  return focus ? around(context, focus, aspect) : overview(context, aspect);
}
