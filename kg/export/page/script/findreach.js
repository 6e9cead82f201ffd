// How far a paper of a higher level reaches: which regions carry it out, since when, and by what.

import { make } from "./dom.js";
import { leftOut, remark, statusInWords, toFact, toThing } from "./findparts.js";
import { regionPasses, yearPasses } from "./found.js";
import { bdi } from "./spell.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./found.js").Found} Found */
/** @typedef {import("./found.js").Row} Row */

/** Words of the tables for levels, in the order of the graph's. */
const LEVEL_NAMES = ["national", "province", "prefecture", "county", "township", "school"];

export const reaching = {
  id: "reach",
  table: "reach",
  silent: true,
  /** @param {Context} context @param {Found} found */
  rows: (context, found) => found.rows("reach").filter((row) => regionPasses(context, row.region_key) && yearPasses(context, row.year)),
  /** @param {Context} context @param {Found} found @param {Row[]} rows */
  nodes(context, found, rows) {
    const { graph } = context, idOf = (row) => JSON.stringify([row.concept, row.level, row.document, row.document_year]), shown = new Set(rows.map(idOf));
    const papers = found.rows("papers").filter((paper) => shown.has(idOf(paper)));
    if (!papers.length) return [make("p", { class: "empty" }, t("noReach"))];
    return [...papers.map((paper) => make("article", { class: "promise paper" },
      make("h3", {}, toThing(context, paper.concept, paper.document), make("small", {}, ` ${[levelIn(graph, paper.level), paper.document_year].filter(Boolean).join(" · ")}`)),
      make("p", { class: "spread-line" }, t("carriedBy", { told: paper.regions_told, held: paper.regions_held }), paper.since ? ` · ${t("sinceYear", { year: String(paper.since) })}` : ""),
      make("ul", { class: "carried" }, ...rows.filter((row) => idOf(row) === idOf(paper)).map((row) => make("li", {}, toThing(context, row.region_key, row.region), " ",
        toFact(context, found.factOf(row, "said"), [`${row.year ?? t("noYear")} `, make("span", { class: `status-${row.status}` }, statusInWords(graph, row.status)), row.program ? make("small", {}, bdi(row.program)) : null, make("small", {}, "“", bdi(row.quote), "”")])))),
      paper.silent ? remark(t("silentRegions", { names: paper.silent.replaceAll("、", t("comma")) })) : null)), leftOut(found, "reach", "kg reach")];
  },
};

const levelIn = (graph, level) => (graph.levels[LEVEL_NAMES.indexOf(level)] ? inWords(graph.levels[LEVEL_NAMES.indexOf(level)]) : "");
