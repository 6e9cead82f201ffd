// The table: facts, things, figures and reports, sortable, and as files for a spreadsheet.

import { Marked, onlyChose } from "./marked.js";
import { csvText, download } from "./csv.js";
import { button, make } from "./dom.js";
import { emptiness, only } from "./emptiness.js";
import { fileOf, listsOf } from "./lists.js";
import { FILTERS } from "./state.js";
import { kindOf, statusMark, statusOf } from "./statusmark.js";
import { windowed } from "./windowed.js";
import { inChinese, spoken, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {{list: string, column: string, down: boolean}} Order */

const TABLE_ROW = 46;
const TABLE_HEAD = 36;

export const table = {
  id: "table",
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const { graph, store } = context, lists = listsOf(context), ranks = new Map();
    const bar = make("div", { class: "view-bar" }), head = make("thead"), body = make("tbody"), sizes = make("colgroup"), whole = make("table", { class: "grid" }, sizes, head, body);
    const scroller = make("div", { class: "scroll", id: "table" }, whole);
    root.replaceChildren(make("div", { class: "beside" }, bar, scroller));
    let list = lists.facts, rows = /** @type {any[]} */ ([]), shown = "", at = 0;
    const choices = new Marked((key) => key === (store.state.report || store.state.fact || store.state.selected));

    const view = windowed(scroller, (elements, above, below) => body.replaceChildren(tableSpace(above), ...elements, tableSpace(below)));

    const show = () => {
      const order = orderOf(store.state.sort, lists), said = JSON.stringify([order, spoken(), ...FILTERS.map((name) => store.state[name])]);
      if (said !== shown) {
        const moved = list !== lists[order.list];
        list = lists[order.list];
        rows = sortedRows(list.rows(), list, order, ranks);
        shown = said;
        at = Math.min(at, Math.max(0, rows.length - 1));
        if (moved) { scroller.scrollTo(0, 0); at = 0; }
        bar.replaceChildren(tabs(), make("span", { class: "soft", id: "table-count" }, t("rowCount", { count: rows.length })), button(t("downloadCsv"), save, { id: "download", class: "plain", disabled: !rows.length, "data-key": "download" }));
        only(scroller, rows.length ? whole : emptiness(context, t("noRow")));
        sizes.replaceChildren(...list.columns.map((column) => sizedCol(make("col"), column.width)));
        whole.style.width = `${list.columns.reduce((sum, column) => sum + column.width, 0)}px`;
        whole.setAttribute("aria-rowcount", String(rows.length + 1));
        head.replaceChildren(make("tr", { "aria-rowindex": 1 }, ...list.columns.map((column) => heading(column, order))));
        refocus(root);
      }
      view.set(new Array(rows.length).fill(TABLE_ROW), row);
    };

    const tabs = () => make("span", { class: "segments", role: "group" }, ...Object.values(lists).map((one) =>
      button(t(`list-${one.id}`), () => choose(`${one.id}`), { "aria-pressed": String(one === list), "data-key": `list-${one.id}`, id: `list-${one.id}` })));
    let wanted = "";
    const choose = (sort) => { wanted = /** @type {HTMLElement} */ (document.activeElement)?.dataset.key ?? ""; store.set({ sort: sort === "facts" ? "" : sort }); };
    const refocus = (place) => { if (wanted) /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${wanted}"]`))?.focus(); wanted = ""; };

    const heading = (column, order) => {
      const mine = order.column === column.id, next = `${list.id}.${column.id}${mine && !order.down ? ".down" : ""}`;
      const arrow = make("span", { class: "arrow", "aria-hidden": "true" }, mine ? (order.down ? "▼" : "▲") : "");
      const inside = column.lazy ? make("span", {}, t(column.word)) : make("button", { type: "button", "data-key": `sort-${column.id}`, onclick: () => choose(next) }, t(column.word), arrow);
      return make("th", { scope: "col", "aria-sort": mine ? (order.down ? "descending" : "ascending") : null }, inside);
    };

    const row = (n) => {
      const item = rows[n];
      return choices.stands(make("tr", { "aria-rowindex": n + 2, tabindex: n === at ? 0 : -1, "data-key": `row-${n}`,
        onclick: () => { at = n; open(item); }, onkeydown: (event) => keys(event, n) },
      ...list.columns.map((column) => {
        const text = column.text(item);
        return make("td", { title: text, class: column.number ? "number" : null }, make("div", { class: "clamp" }, ...pictureOf(column, item), text));
      })), item.key);
    };
    const pictureOf = (column, item) => {
      if (list.id === "facts" && column.id === "kind") return [statusMark(kindOf(graph, item), statusOf(graph, item)), " "];
      return list.id === "entities" && column.id === "kind" ? [statusMark(item.kind, "completed"), " "] : [];
    };
    const open = (item) => { const change = list.choose(item); if (change) store.set(change); };
    const keys = (event, n) => {
      const page = Math.max(1, Math.floor(scroller.clientHeight / TABLE_ROW) - 2);
      const to = { ArrowDown: n + 1, ArrowUp: n - 1, PageDown: n + page, PageUp: n - page, Home: 0, End: rows.length - 1 }[event.key];
      if (event.key === "Enter" || event.key === " ") { at = n; open(rows[n]); }
      else if (to !== undefined) { at = Math.max(0, Math.min(rows.length - 1, to)); view.reveal(at, TABLE_HEAD); view.focusOn(`row-${at}`); }
      else return;
      event.preventDefault();
    };

    const save = () => {
      const { head: heads, lines } = fileOf(graph, list, rows), part = store.filtered ? "（筛选后）" : "";
      download(`教育工作报告-${inChinese(`list-${list.id}`)}${part}.csv`, csvText(heads, lines));
    };

    show();
    context.seen.table = { rows: () => rows };
    return { update: (state, before) => (onlyChose(state, before) ? choices.renew(body, "tr") : show()), leave: view.leave };
  },
};

const tableSpace = (height) => {
  const element = make("tr", { "aria-hidden": "true", class: "space" });
  element.style.height = `${height}px`;
  return element;
};
const sizedCol = (element, width) => { element.style.width = `${width}px`; return element; };

/** What `sort` in the address says: `entities.name.down`; the list alone, or nothing, is the order of the graph. @returns {Order} */
function orderOf(sort, lists) {
  const [list, column, way] = sort.split("."), known = lists[list] ?? lists.facts;
  return { list: known.id, column: known.columns.some((one) => one.id === column && !one.lazy) && known.id === list ? column : "", down: way === "down" };
}

/** Rows in their order; equal ones stay as the graph has them. Words are compared once, as ranks: a comparison of Chinese is slow. */
function sortedRows(rows, list, { column: id, down }, ranks) {
  const column = list.columns.find((one) => one.id === id);
  if (!column) return rows;
  let value = column.number;
  if (!value) {
    const key = `${list.id}.${id}.${spoken()}`, texts = rows.map(column.text), rank = ranks.get(key) ?? new Map();
    if (texts.some((text) => !rank.has(text))) {
      const collator = new Intl.Collator("zh-CN", { numeric: true });
      [...new Set([...rank.keys(), ...texts])].sort((a, b) => Number(a === "") - Number(b === "") || collator.compare(a, b)).forEach((text, n) => rank.set(text, n));
      ranks.set(key, rank);
    }
    value = (row) => rank.get(column.text(row));
  }
  const keyed = rows.map((row, n) => ({ row, n, by: /** @type {any} */ (value)(row) }));
  keyed.sort((a, b) => (down ? b.by - a.by : a.by - b.by) || a.n - b.n);
  return keyed.map(({ row }) => row);
}
