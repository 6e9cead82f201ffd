// How one initiative went from region to region.

import { words } from "./card.js";
import { curve } from "./curve.js";
import { make } from "./dom.js";
import { headRow, leftOut, remark, statusInWords, toFact, toThing } from "./findparts.js";
import { regionPasses } from "./found.js";
import { bdi } from "./spell.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./found.js").Found} Found */
/** @typedef {import("./found.js").Row} Row */

/** The chosen initiative, else the most spread one. @param {Context} context @param {Found} found @returns {Row | undefined} */
const chosenSpread = ({ store }, found) => found.rows("spreads").find((row) => row.concept === store.state.concept) ?? found.rows("spreads")[0];

export const spreading = {
  id: "diffusion",
  table: "adopters",
  silent: true,
  /** @param {Context} context @param {Found} found */
  rows(context, found) {
    const concept = chosenSpread(context, found)?.concept;
    return found.rows("adopters").filter((row) => row.concept === concept && regionPasses(context, row.region_key));
  },
  /** @param {Context} context @param {Found} found @param {Row[]} rows */
  nodes(context, found, rows) {
    const { store, graph } = context, one = chosenSpread(context, found);
    if (!one) return [make("p", { class: "empty" }, t("nothingShared"))];
    const choice = /** @type {HTMLSelectElement} */ (make("select", { id: "concept", "data-key": "concept", onchange: () => store.set({ concept: choice.value }) },
      ...found.rows("spreads").map((row) => make("option", { value: row.concept, selected: row === one }, `${row.initiative}（${row.regions_told}/${row.regions_held}）`))));
    const names = (list) => list.replaceAll("；", t("comma"));
    const years = found.rows("curve").filter((row) => row.concept === one.concept);
    return [
      make("p", {}, make("label", {}, `${t("chooseInitiative")} `, choice)),
      make("h2", {}, bdi(one.initiative)),
      make("p", { class: "spread-line" }, spreadWords(one)),
      make("figure", {}, make("figcaption", {}, t("curveTitle")), make("div", { class: "wide" }, curve(years)),
        make("p", { class: "soft curve-key" }, make("span", { class: "swatch held" }), t("curveHeld"), make("span", { class: "swatch begun" }), t("curveBegun"), make("span", { class: "swatch sum" }), t("curveLine"))),
      make("div", { class: "wide" }, make("table", { class: "finding-grid", id: "adopters" }, headRow(["rank", "region", "firstYearHead", "lagHead", "wayHead", "ownNameHead", "quoteHead"].map((name) => t(name))),
        make("tbody", {}, ...rows.map((row) => make("tr", { "data-region": row.region_key },
          make("td", { class: "number" }, row.rank),
          make("th", { scope: "row" }, toThing(context, row.region_key, row.region), make("small", {}, row.years_held)),
          make("td", {}, toFact(context, found.factOf(row, "first"), [`${row.year} `, make("span", { class: `status-${row.status}` }, statusInWords(graph, row.status))]), row.may_be_earlier ? make("small", {}, t("orEarlier")) : null),
          make("td", { class: "number" }, row.lag ? t("lagYears", { lag: row.lag }) : "—"),
          make("td", {}, directionWords(row.direction), row.higher ? make("small", {}, ...higherOf(row)) : null),
          make("td", {}, bdi(row.own_name)),
          make("td", { class: "long" }, quoteOf(row))))))),
      one.undated ? remark(t("undatedRegions", { names: names(one.undated) })) : null,
      one.silent ? remark(t("silentRegions", { names: names(one.silent) })) : null,
      one.elsewhere ? remark(t("elsewhereRegions", { names: names(one.elsewhere) })) : null,
      leftOut(found, "spreads", "kg diffusion"),
    ];
    /** @param {Row} row */
    function higherOf(row) {
      return [toFact(context, found.factOf(row, "higher"), [bdi(row.higher), ` ${row.higher_year}`])];
    }
    /** @param {Row} row */
    function quoteOf(row) {
      const evidence = found.evidenceOf(row, "first");
      return evidence ? words(context, evidence, found.factOf(row, "first")) : bdi(row.quote);
    }
  },
};

const ARROWS = { "top-down": "↓ ", "bottom-up": "↑ ", unclear: "? " };

/** ↓ 自上而下 @param {string} direction */
const directionWords = (direction) => `${ARROWS[direction]}${t(`way-${direction}`)}`;

/** 4 / 5 个有报告的地区 · 最早 2018 某区 · 自上而下 @param {Row} one */
export function spreadWords(one) {
  return [t("ofHeld", { told: one.regions_told, held: one.regions_held }), t("earliest", { year: String(one.first_year), region: one.first_regions.replaceAll("；", t("comma")) }), directionWords(one.direction)].join(" · ");
}

/** How the initiative of a thing spread, in one line that leads there; null where the page does not tell it. @param {Context} context @param {Found} found @param {import("./graph.js").Entity} entity */
export function spreadOf({ store }, found, entity) {
  const one = found.rows("spreads").find((row) => row.concept === (entity.concept || entity.key));
  return one ? make("p", { class: "finding-line" }, make("button", { type: "button", class: "link", onclick: () => store.set({ view: "findings", finding: "diffusion", concept: one.concept }) }, `${t("spreadLine")}：${spreadWords(one)}`)) : null;
}
