// Regions against programs, and regions against honors.

import { Marked, onlyChose } from "./marked.js";
import { choiceOf, crossingOf, ORDERS, reportsThen, firstTold } from "./crossing.js";
import { button, make } from "./dom.js";
import { emptiness, only } from "./emptiness.js";
import { yearsInWords } from "./reporting.js";
import { bdi } from "./spell.js";
import { legendLine, marksExplained, statusMark, statusOf, statusWord } from "./statusmark.js";
import { textWidth } from "./strip.js";
import { windowed } from "./windowed.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./crossing.js").Theme} Theme */
/** @typedef {import("./reporting.js").Reporter} Reporter */

/** Columns at first, and more at each press of the button. */
const FIRST_COLUMNS = 40;
/** So few regions stand side by side as columns: their initiatives are many, and names of rows have more room. */
const FEW_REGIONS = 8;

const matrix = (id, kindId) => ({
  id,
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const { graph, store } = context, kind = /** @type {import("./graph.js").Kind} */ (graph.kinds.find((one) => one.id === kindId));
    const field = /** @type {HTMLInputElement} */ (make("input", { type: "search", id: "matrix-filter", oninput: () => show() })), tools = make("div", { class: "view-line" }), legend = legendLine();
    const order = /** @type {HTMLSelectElement} */ (make("select", { id: "matrix-order", onchange: () => sort(order.value, swapped()) })), ordered = make("label", {}), swap = button("", () => sort(way(), !swapped()), { id: "matrix-swap", class: "plain" });
    const count = make("span", { class: "soft", id: "matrix-count" }), more = button("", () => { most += FIRST_COLUMNS; show(); }, { id: "matrix-more", class: "plain" });
    tools.append(field, ordered, swap, count, more);
    const head = make("thead"), body = make("tbody"), whole = make("table", { class: "crossing" }, head, body), scroller = make("div", { class: "scroll", id: "matrix" }, whole);
    root.replaceChildren(make("div", { class: "beside" }, make("div", { class: "view-bar" }, tools, legend.element), scroller));
    let most = FIRST_COLUMNS, themes = /** @type {Theme[]} */ ([]), who = /** @type {Reporter[]} */ ([]), held = "";

    const choices = new Marked(({ facts, pair }) => facts.some((one) => one.key === store.state.fact) || (pair.length > 0 && pair.join() === store.state.pair.join()));
    const parts = () => store.state.sort.split("."), way = () => (ORDERS.includes(/** @type {any} */ (parts()[0])) ? parts()[0] : ORDERS[0]), swapped = () => parts().includes("swap"), few = () => who.length <= FEW_REGIONS;
    const sort = (by, swapping) => store.set({ sort: [by === ORDERS[0] ? "" : by, swapping ? "swap" : ""].filter(Boolean).join(".") });
    const view = windowed(scroller, (elements, above, below) => {
      body.replaceChildren(spacer(above), ...elements, spacer(below));
      const cells = [...body.querySelectorAll("td button")];
      (cells.find((cell) => /** @type {HTMLElement} */ (cell).dataset.key === held) ?? cells[0])?.setAttribute("tabindex", "0");
    });

    const show = () => {
      const found = crossingOf(context, kindId, way()), typed = field.value.trim().toLowerCase();
      who = found.who;
      themes = typed ? found.themes.filter((theme) => theme.members.some((one) => [one.name, ...one.aliases].some((name) => name.toLowerCase().includes(typed)))) : found.themes;
      const turned = swapped() !== few(), columns = turned ? who.slice(0, most) : themes.slice(0, most), rows = turned ? themes : who, all = turned ? who.length : themes.length;
      field.placeholder = t(kindId === "Program" ? "filterColumnsPrograms" : "filterColumnsHonors");
      field.setAttribute("aria-label", field.placeholder);
      order.replaceChildren(...ORDERS.map((one) => make("option", { value: one, selected: one === way() }, t(ORDER_WORDS[one]))));
      ordered.replaceChildren(make("span", { class: "soft" }, t("sortBy")), order);
      swap.textContent = t("swapSides");
      swap.setAttribute("aria-pressed", String(turned));
      count.textContent = `${t("shownRows", { all: rows.length })} × ${t("shownOf", { shown: columns.length, all })}`;
      more.hidden = columns.length >= all;
      more.textContent = t("moreColumns", { count: Math.min(FIRST_COLUMNS, all - columns.length) });
      const nothing = !rows.length || !columns.length;
      legend.fill(nothing ? [] : [...marksExplained(graph, [kind]), make("span", {}, t("matrixLegend")),
        make("span", { class: "explained" }, make("span", { class: "unsaid" }, "—"), t("cellSilent")), make("span", { class: "explained" }, make("span", { class: "swatch hatched" }), t("noReport"))]);
      only(scroller, nothing ? emptiness(context, typed ? t("nothingFound") : undefined) : whole);
      if (nothing) return;
      const sizes = crossingWidths(), width = turned ? sizes.who : sizes.theme;
      whole.style.width = `${sizes.head + columns.length * width}px`;
      head.replaceChildren(make("tr", {}, sizedTo(make("td", { class: "corner" }), sizes.head), ...columns.map((one) => sizedTo(make("th", { scope: "col" }, turned ? whoHead(one) : themeHead(one)), width))));
      view.set(rows.map((one) => (turned ? themeHeight(one) : whoHeight(one))), (n) => row(rows[n], columns, turned));
    };

    const row = (one, columns, turned) => {
      const element = make("tr", {}, make("th", { scope: "row" }, turned ? themeHead(one) : whoHead(one)), ...columns.map((other) => (turned ? cell(one, other) : cell(other, one))));
      element.style.height = `${turned ? themeHeight(one) : whoHeight(one)}px`;
      return element;
    };
    const themeHead = (theme) => make("div", { class: "theme" }, make("button", { type: "button", onclick: () => store.set({ selected: theme.members[0].key, fact: "" }), "data-key": `theme ${theme.key}` }, bdi(theme.name)),
      make("span", { class: "soft" }, t("reportsOf", { shared: theme.facts.size, all: who.filter((one) => theme.facts.has(one.group) || reportsThen(one, store.state)).length })));
    const whoHead = ({ group, years }) => make("div", { class: "theme" }, group.hub
      ? make("button", { type: "button", onclick: () => store.set({ selected: group.hub.key, fact: "" }), "data-key": `who ${group.id}` }, inWords(group)) : make("strong", {}, inWords(group)),
    make("span", { class: "soft" }, t("holdsReports", { years: yearsInWords(years.keys()) })));

    /** @param {Theme} theme @param {Reporter} reporter */
    const cell = (theme, reporter) => {
      const told = firstTold(theme.facts.get(reporter.group)), region = inWords(reporter.group);
      if (!told) {
        const silent = reportsThen(reporter, store.state);
        return make("td", { class: silent ? "unsaid" : "hatched", title: silent ? t("notNamedWhy", { region, years: yearsInWords(reporter.years.keys()), name: theme.name }) : t("noReportWhy", { region }) },
          silent ? make("span", { "aria-label": t("cellSilent") }, "—") : t("noReport"));
      }
      const key = `${reporter.group.id} ${theme.key}`, choice = choiceOf(told.facts, kindId);
      const step = (one) => [statusMark(kind, statusOf(graph, one)), one.year || t("noYear")];
      const words = `${region}，${theme.name}：${told.facts.slice(0, 8).map((one) => [one.year || t("noYear"), statusWord(graph, one), one.ends.filter((end) => end && end.kind.id !== kindId).map((end) => end.name).join("、")].filter(Boolean).join(" ")).join("；")}${told.facts.length > 8 ? "…" : ""}`;
      return choices.stands(make("td", {}, make("button", { type: "button", tabindex: -1, title: words, "aria-label": words, "data-key": key, onclick: () => { held = key; store.set(choice); }, onfocus: () => { held = key; } },
        make("span", { class: "step" }, ...step(told.first), told.facts.length > 1 ? make("small", {}, `×${told.facts.length}`) : null),
        told.later ? make("span", { class: "step later" }, "→", ...step(told.later)) : null)), { facts: told.facts, pair: choice.pair });
    };

    body.addEventListener("keydown", (event) => {
      const turn = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key], from = /** @type {HTMLElement} */ (event.target).closest("td");
      if (!turn || !from) return;
      event.preventDefault();
      const to = nextCell(from, turn);
      if (!to) { if (turn[1]) scroller.scrollTop += turn[1] * 120; return; }
      from.querySelector("button")?.setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
    });
    show();
    context.seen[id] = { themes: () => themes, who: () => who };
    return { update: (state, before) => (onlyChose(state, before) ? choices.renew(body, "td") : show()), leave: view.leave };
  },
});

export const programs = matrix("programs", "Program");
export const honors = matrix("honors", "Honor");

const ORDER_WORDS = { regions: "byRegions", count: "byCount", first: "byYear", name: "byName" };
/** Width of the names of rows, and of a column whose head is a thing or a region; less on a phone. */
const crossingWidths = () => (innerWidth < 600 ? { head: 124, theme: 96, who: 104 } : { head: 190, theme: 104, who: 128 });

const linesOf = (text, width) => Math.ceil((textWidth(text, 13.5) + 2) / width);
const themeHeight = (theme) => Math.max(46, linesOf(theme.name, crossingWidths().head - 18) * 20 + 28);
const whoHeight = ({ group, years }) => Math.max(46, linesOf(inWords(group), crossingWidths().head - 18) * 20 + linesOf(t("holdsReports", { years: yearsInWords(years.keys()) }), crossingWidths().head) * 18 + 10);
const spacer = (height) => {
  const element = make("tr", { "aria-hidden": "true", class: "space" });
  element.style.height = `${height}px`;
  return element;
};
const sizedTo = (element, width) => { element.style.width = `${width}px`; return element; };

/** The next cell in a direction that holds facts. @returns {HTMLElement | null} */
function nextCell(from, [across, down]) {
  let at = from;
  for (;;) {
    const row = at.parentElement, column = [...row.children].indexOf(at);
    const to = across ? row.children[column + across] : (down < 0 ? row.previousElementSibling : row.nextElementSibling)?.children[column];
    if (!to || to.tagName !== "TD") return null;
    const found = to.querySelector("button");
    if (found) return found;
    at = to;
  }
}
