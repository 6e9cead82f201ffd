// Region by initiative: who has it, since when, how far along, by what own name.

import { make, mark } from "./dom.js";
import { leftOut, remark, statusInWords, toFact, toSpread } from "./findparts.js";
import { regionPasses } from "./found.js";
import { bdi } from "./spell.js";
import { t } from "./words.js";

/** @typedef {import("./found.js").Row} Row */

export const comparing = {
  id: "compare",
  table: "compare",
  silent: true,
  /** The rows of the regions and kinds that pass. @param {import("./page.js").Context} context @param {import("./found.js").Found} found */
  rows(context, found) {
    const { kinds } = context.store.state;
    return found.rows("compare").filter((row) => regionPasses(context, row.region_key) && (!kinds.length || kinds.includes(row.kind)));
  },
  /** @param {import("./page.js").Context} context @param {import("./found.js").Found} found @param {Row[]} rows */
  nodes(context, found, rows) {
    const { graph, store } = context, spread = new Set(found.rows("spreads").map((row) => row.concept));
    /** @type {Map<string, Row[]>} */ const byConcept = new Map();
    for (const row of rows) byConcept.set(row.concept, [...(byConcept.get(row.concept) ?? []), row]);
    const shown = [...byConcept.values()].filter((cells) => cells.some((cell) => cell.presence === "told"));
    if (!shown.length) return [make("p", { class: "empty" }, t("nothingShared"))];
    const regions = shown[0];
    return [
      store.state.years ? remark(t("yearsNotHere")) : null,
      make("div", { class: "wide" }, make("table", { class: "finding-grid", id: "compare" },
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, t("initiative")), make("th", { scope: "col" }, t("howMany")),
          ...regions.map((one) => make("th", { scope: "col" }, bdi(one.region), make("small", {}, one.years_held || t("notHeld")))))),
        make("tbody", {}, ...shown.map((cells) => line(cells))))),
      leftOut(found, "compare", "kg compare"),
    ];
    /** @param {Row[]} cells */
    function line(cells) {
      const [one] = cells, told = cells.filter((cell) => cell.presence === "told").length, held = cells.filter((cell) => cell.presence !== "not-held").length;
      const kind = graph.kinds.find((kind) => kind.id === one.kind || kind.id === KIND_IDS[one.kind]);
      return make("tr", { "data-concept": one.concept }, make("th", { scope: "row" }, kind ? mark(kind) : null, toSpread(context, one.concept, one.initiative, spread.has(one.concept))),
        make("td", { class: "number", title: `${t("ofHeld", { told, held })}；${t("silence")}` }, `${told} / ${held}`), ...cells.map((cell) => cellOf(cell, one.initiative)));
    }
    /** @param {Row} cell @param {string} name */
    function cellOf(cell, name) {
      if (cell.presence !== "told") {
        const silent = cell.presence === "silent", words = silent ? `${t("itSilent")}；${t("silence")}` : t("notHeld");
        return make("td", { class: silent ? "unsaid" : "unheld", title: words }, make("span", { "aria-label": words }, silent ? "—" : t("notHeld")));
      }
      const since = cell.since ? t("sinceYear", { year: String(cell.since) }) : cell.planned ? t("plannedFor", { year: String(cell.planned) }) : t("mentioned");
      const own = cell.own_name.split("；").filter((one) => one !== name);
      return make("td", {}, toFact(context, found.factOf(cell, "first"), [
        make("span", { class: "when" }, since, " ", cell.since || !cell.planned ? make("span", { class: `status-${cell.status}` }, statusInWords(graph, cell.status)) : ""),
        own.length ? make("small", {}, ...own.slice(0, 3).flatMap((one, n) => [n ? "；" : "", bdi(one)]), own.length > 3 ? "…" : "") : null,
        cell.planned_next ? make("small", {}, t("thenPlanned", { year: String(cell.planned_next) })) : null,
      ], { title: cell.quote }));
    }
  },
};

/** Kinds of the tables are those of the graph, but for papers. */
const KIND_IDS = { Document: "PolicyDocument" };
