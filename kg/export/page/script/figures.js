// The figures of a region or a school: a table, the words of each on demand.

import { link, quantity, statusTag, words } from "./card.js";
import { button, make } from "./dom.js";
import { bdi } from "./spell.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Figure} Figure */
/** @typedef {import("./graph.js").Entity} Entity */

const FIRST = 8;

/** The figures about a thing that pass the filters which a figure can pass. @param {Context} context @param {Entity} entity @returns {Figure[]} */
export function figuresOf({ graph, store }, entity) {
  const { years, statuses, documents, confidence } = store.state;
  return graph.figures.filter((one) => (one.about ?? one.region) === entity
    && (!years || (years[0] <= one.year && one.year <= years[1]))
    && (!statuses.length || statuses.includes(one.status < 0 ? "" : graph.statuses[one.status].id))
    && (!documents.length || one.documents.some((report) => documents.includes(report.key)))
    && one.confidence >= confidence);
}

/** @param {Context} context @param {Figure[]} figures */
export function figureTable(context, figures) {
  const sorted = [...figures].sort((a, b) => b.year - a.year || a.n - b.n), body = make("tbody");
  const more = button("", () => add(sorted.length), { class: "small" });
  const add = (until) => {
    for (const figure of sorted.slice(body.childElementCount, until)) body.append(row(context, figure));
    more.textContent = t("showMore", { count: sorted.length - body.childElementCount });
    more.hidden = body.childElementCount >= sorted.length;
  };
  add(sorted.length <= FIRST + 2 ? sorted.length : FIRST);
  return make("div", {}, make("table", { class: "figures" },
    make("thead", {}, make("tr", {}, ...["year", "item", "value"].map((name) => make("th", { scope: "col" }, t(name))))), body), more);
}

function row(context, figure) {
  const name = figure.qualifiers.length ? `${figure.what}（${figure.qualifiers.join("、")}）` : figure.what;
  const place = make("div", { hidden: true });
  const opener = button(bdi(name), () => {
    if (!place.childElementCount) place.append(...context.graph.evidenceOfFigure(figure).map((one) => words(context, one)));
    place.hidden = !place.hidden;
    opener.setAttribute("aria-expanded", String(!place.hidden));
  }, { class: "opener", "aria-expanded": "false", title: t("showWords") });
  return make("tr", { "data-figure": figure.key }, make("td", { class: "when" }, figure.year || "–"),
    make("td", {}, opener, figure.status >= 0 && context.graph.statuses[figure.status].id !== "completed" ? statusTag(context, figure.status) : null,
      figure.region && figure.about ? link(context, figure.region) : null, place),
    make("td", { class: "number" }, `${measured(figure.value)}${figure.unit === "%" ? "" : " "}${figure.unit}`.trim()));
}

/** 2260000 as 226 万; ranges and 约 stay. */
const measured = (value) => value.replace(/\d+(?:\.\d+)?/g, (number) => quantity(number));
