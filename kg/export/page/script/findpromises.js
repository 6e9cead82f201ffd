// The ledger: what plans promise, and what later reports say became of it.

import { words } from "./card.js";
import { button, make } from "./dom.js";
import { leftOut, remark, toThing } from "./findparts.js";
import { regionPasses, yearPasses } from "./found.js";
import { bdi } from "./spell.js";
import { spoken, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./found.js").Found} Found */
/** @typedef {import("./found.js").Row} Row */

export const OUTCOMES = ["kept", "under-way", "renamed", "dropped", "no-later-report"];
const OUTCOME_SIGNS = { kept: "●", "under-way": "◐", renamed: "◆", dropped: "×", "no-later-report": "○" };
const FIRST_PROMISES = 30;

/** @param {Row} row @param {string} outcome @returns {number} */
const countIn = (row, outcome) => row[outcome.replaceAll("-", "_")];

/** 中文 / English, of which the files behind a colon are of both. @param {string} reason */
function inOneLanguage(reason) {
  const [, said, files = ""] = /** @type {RegExpMatchArray} */ (/^(.*?)(: .*)?$/.exec(reason)), n = spoken() === "zh" ? 0 : 1;
  return said.split("；").map((part) => part.split(" / ")[n] ?? part).join("；") + files;
}

/** @param {string} outcome */
const outcomeWords = (outcome) => `${OUTCOME_SIGNS[outcome]} ${t(`outcome-${outcome}`)}`;

export const promising = {
  id: "promises",
  table: "promises",
  silent: true,
  /** @param {Context} context @param {Found} found */
  rows(context, found) {
    const { outcome } = context.store.state;
    return found.rows("promises").filter((row) => regionPasses(context, row.region_key) && yearPasses(context, row.year) && (!outcome || row.outcome === outcome));
  },
  /** @param {Context} context @param {Found} found @param {Row[]} rows */
  nodes(context, found, rows) {
    const { store } = context, counts = found.rows("promise-counts").filter((row) => regionPasses(context, row.region_key) && yearPasses(context, row.year));
    if (!counts.length) return [make("p", { class: "empty" }, t("noPromise"))];
    const sum = (name) => counts.reduce((all, row) => all + countIn(row, name), 0), all = OUTCOMES.reduce((total, name) => total + sum(name), 0);
    const checked = all - sum("no-later-report"), chosen = store.state.outcome;
    const sorted = [...rows].sort((a, b) => Number(a.outcome === "no-later-report") - Number(b.outcome === "no-later-report"));
    return [
      make("h2", {}, t("promiseHead", { count: all })),
      remark(checked ? t("promiseShare", { checked, kept: sum("kept") }) : t("promiseNone")),
      make("p", { class: "outcome-choice", role: "group" }, ...["", ...OUTCOMES].map((outcome) => button(outcome ? `${outcomeWords(outcome)} ${sum(outcome)}` : `${t("allOutcomes")} ${all}`,
        () => store.set({ outcome }), { class: "plain", "aria-pressed": String(chosen === outcome), "data-key": `outcome-${outcome}` }))),
      make("div", { class: "wide" }, make("table", { class: "finding-grid", id: "promise-counts" },
        make("thead", {}, make("tr", {}, ...[t("region"), t("year"), "", ...OUTCOMES.map(outcomeWords)].map((head) => make("th", { scope: "col" }, head)))),
        make("tbody", {}, ...counts.map((row) => make("tr", {}, make("th", { scope: "row" }, toThing(context, row.region_key, row.region)), make("td", { class: "number" }, row.year ?? t("noYear")),
          make("td", {}, outcomeBar(row)), ...OUTCOMES.map((name) => make("td", { class: "number" }, countIn(row, name) || "·"))))))),
      items(sorted),
      leftOut(found, "promises", "kg promises"),
    ];
    /** @param {Row[]} list */
    function items(list) {
      const place = make("div", { id: "promises" }), more = button("", () => add(place.childElementCount + FIRST_PROMISES), { class: "plain", "data-key": "more-promises" });
      const add = (until) => {
        place.append(...list.slice(place.childElementCount, until).map((row) => item(row)));
        more.textContent = t("showMore", { count: list.length - place.childElementCount });
        more.hidden = place.childElementCount >= list.length;
      };
      add(FIRST_PROMISES);
      return make("div", {}, place, more);
    }
    /** @param {Row} row */
    function item(row) {
      const plan = found.evidenceOf(row, "plan", "plan_"), answer = found.evidenceOf(row, "answer", "answer_");
      return make("article", { class: "promise", "data-outcome": row.outcome },
        make("h3", {}, make("span", { class: "tag" }, outcomeWords(row.outcome)), toThing(context, row.thing_key, row.name),
          make("small", {}, " ", bdi(row.region), ` ${row.year ?? t("noYear")}`, row.answer_name && row.answer_name !== row.name ? ` · ${t("calledThere", { name: row.answer_name })}` : "", answer ? ` · ${inOneLanguage(row.reason)}` : "", ` · ${t("sure", { percent: Math.round(100 * row.confidence) })}`)),
        make("div", { class: "both" },
          make("section", {}, make("h4", {}, t("planSays")), plan ? words(context, plan, found.factOf(row, "plan")) : null),
          make("section", {}, make("h4", {}, t("answerSays")), answer ? words(context, answer, found.factOf(row, "answer"))
            : remark(inOneLanguage(row.reason), "；", t("silence")))));
    }
  },
};

/** One bar: widths are shares, signs and patterns tell them apart. @param {Row} row */
function outcomeBar(row) {
  const bar = make("span", { class: "outcome-bar", role: "img", "aria-label": OUTCOMES.filter((name) => countIn(row, name)).map((name) => `${t(`outcome-${name}`)} ${countIn(row, name)}`).join("；") });
  for (const name of OUTCOMES) {
    if (!countIn(row, name)) continue;
    const part = make("span", { class: `outcome ${name}` }, OUTCOME_SIGNS[name]);
    part.style.flexGrow = String(countIn(row, name));
    bar.append(part);
  }
  return bar;
}

/** What became of the promises of a region, in one line that leads to them; null where it has none. @param {Context} context @param {Found} found @param {import("./graph.js").Entity} region */
export function promisesOf({ store }, found, region) {
  const rows = found.rows("promise-counts").filter((row) => row.region_key === region.key), parts = OUTCOMES.map((name) => ({ name, count: rows.reduce((sum, row) => sum + countIn(row, name), 0) })).filter((one) => one.count);
  if (!parts.length) return null;
  const text = t("promisesOf", { all: parts.reduce((sum, one) => sum + one.count, 0), parts: parts.map(({ name, count }) => `${outcomeWords(name)} ${count}`).join(" · ") });
  return make("p", { class: "finding-line" }, button(text, () => store.set({ view: "findings", finding: "promises", regions: [region.key] }), { class: "link" }));
}
