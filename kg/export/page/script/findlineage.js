// Text that stands in two reports: both places side by side, and which of them was first.

import { words } from "./card.js";
import { make } from "./dom.js";
import { leftOut, remark } from "./findparts.js";
import { spoken, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./found.js").Found} Found */
/** @typedef {import("./found.js").Row} Row */

const MOST_PASSAGES = 100;

/** 段落 passage: of cells in both languages the one that is spoken. @param {string} cell */
const ofBoth = (cell) => (spoken() === "zh" ? cell.slice(0, cell.indexOf(" ")) : cell.slice(cell.indexOf(" ") + 1));

export const copying = {
  id: "lineage",
  table: "lineage",
  silent: false,
  /** Passages of which a report stands in a region that passes. @param {Context} context @param {Found} found */
  rows({ graph, store }, found) {
    const { regions } = store.state, within = (key) => graph.chainOf(graph.reportByKey.get(key)?.group.hub ?? null).some((one) => regions.includes(one.key));
    return found.rows("lineage").filter((row) => !regions.length || within(row.from_source) || within(row.to_source));
  },
  /** @param {Context} context @param {Found} found @param {Row[]} rows */
  nodes(context, found, rows) {
    if (!rows.length) return [make("p", { class: "empty" }, t("noLineage"))];
    return [
      make("h2", {}, t("lineageHead", { count: rows.length })), remark(t("lineageHint")),
      ...rows.slice(0, MOST_PASSAGES).map((row) => make("article", { class: "promise copied" },
        make("h3", {}, make("span", { class: "tag" }, ofBoth(row.kind)), t("alike", { percent: Math.round(100 * row.similarity) }), make("small", {}, ` · ${ofBoth(row.direction)}`)),
        make("div", { class: "both" }, side(row, "from_", row.direction.endsWith("unknown") ? "oneText" : "earlierText"), side(row, "to_", row.direction.endsWith("unknown") ? "otherText" : "laterText")))),
      rows.length > MOST_PASSAGES ? remark(t("leftOut", { count: rows.length - MOST_PASSAGES, command: "kg lineage" })) : null,
      leftOut(found, "lineage", "kg lineage"),
    ];
    /** @param {Row} row @param {string} prefix @param {string} head */
    function side(row, prefix, head) {
      const evidence = found.evidenceOf(row, "", prefix);
      return make("section", {}, make("h4", {}, t(head), row[`${prefix}region`] ? ` · ${row[`${prefix}region`]}` : ""), evidence ? words(context, evidence) : null);
    }
  },
};
