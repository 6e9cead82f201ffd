// Honors from the county to the nation, and which regions collect which titles.

import { make } from "./dom.js";
import { headRow, leftOut, remark, toFact, toThing } from "./findparts.js";
import { regionPasses, yearPasses } from "./found.js";
import { bdi } from "./spell.js";
import { inWords, spoken, t } from "./words.js";

/** @typedef {import("./found.js").Row} Row */

const TITLE_LEVELS = ["national", "province", "prefecture", "county"];
const STEP_LEVELS = [...TITLE_LEVELS, "township", "school"];

export const climbing = {
  id: "ladder",
  table: "steps",
  silent: false,
  /** @param {import("./page.js").Context} context @param {import("./found.js").Found} found */
  rows: (context, found) => found.rows("steps").filter((row) => regionPasses(context, row.region_key || row.bearer_key) && yearPasses(context, row.year)),
  /** @param {import("./page.js").Context} context @param {import("./found.js").Found} found @param {Row[]} rows */
  nodes(context, found, rows) {
    const { graph } = context;
    /** @type {Map<string, Row[]>} */ const byLadder = new Map();
    for (const row of rows) {
      const id = `${row.bearer_key} ${row.title_key}`;
      byLadder.set(id, [...(byLadder.get(id) ?? []), row]);
    }
    const collected = found.rows("titles").filter((row) => regionPasses(context, row.region_key));
    return [
      make("h2", {}, t("finding-ladder")),
      byLadder.size ? make("div", { id: "ladders" }, ...[...byLadder.values()].map(ladder)) : remark(t("noLadder")),
      make("h2", {}, t("titlesByRegion")),
      make("div", { class: "wide" }, make("table", { class: "finding-grid", id: "titles" },
        headRow([t("region"), t("title"), t("bearers"), ...TITLE_LEVELS.map((_, n) => inWords(graph.levels[n])), t("firstYearHead")]),
        make("tbody", {}, ...collected.map((row) => make("tr", {}, make("th", { scope: "row" }, toThing(context, row.region_key, row.region)), make("td", {}, toThing(context, row.title_key, row.title)), make("td", { class: "number" }, row.bearers),
          ...TITLE_LEVELS.map((name) => make("td", { class: "number" }, row[name] || "·")), make("td", { class: "number" }, row.first ?? "")))))),
      leftOut(found, "titles", "kg ladder"),
    ];
    /** @param {Row[]} steps */
    function ladder(steps) {
      const [one] = steps;
      return make("article", { class: "ladder" }, make("h3", {}, toThing(context, one.bearer_key, one.bearer), " · ", bdi(one.title), one.region ? make("small", {}, " ", bdi(one.region)) : null),
        make("ol", {}, ...steps.map((step) => make("li", {}, toFact(context, found.factOf(step, "said"), [
          make("strong", {}, inWords(graph.levels[STEP_LEVELS.indexOf(step.level)])), ` ${step.year ?? t("noYear")} `, make("span", { class: `status-${step.status}` }, step.status === "completed" ? `● ${graph.values.state.awarded[spoken() === "zh" ? 0 : 1]}` : `○ ${t("soughtOnly")}`),
          make("small", {}, bdi(step.honor), step.sought && step.status === "completed" ? ` · ${t("soughtIn", { year: String(step.sought) })}` : ""),
        ], { title: step.quote })))));
    }
  },
};
