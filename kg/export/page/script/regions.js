// The filter of regions: a tree, since who chooses a province means what lies in it.

import { columnsOf } from "./columns.js";
import { choiceLine, finder, folder, tellCount } from "./choices.js";
import { make } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */

/** The regions of the reports are unfolded at first where that takes no more lines. */
const FIRST_LINES = 24;
const LONG_TREE = 20;
const TREE_HITS = 30;

/**
 * What is chosen when the line of a region is clicked. A chosen region stands for all in it: the list holds only the uppermost.
 * A part of a chosen region is taken out by choosing its neighbours instead.
 * @param {string[]} chosen keys @param {string} key @param {(key: string) => string[]} chain from the widest to the region itself
 * @param {(key: string) => string[]} below its direct parts @returns {string[]}
 */
export function toggled(chosen, key, chain, below) {
  if (chosen.includes(key)) return chosen.filter((one) => one !== key);
  const path = chain(key), top = path.find((one) => chosen.includes(one));
  if (top === undefined) return [...chosen.filter((one) => !chain(one).includes(key)), key];
  const beside = path.slice(path.indexOf(top), -1).flatMap((one) => below(one).filter((part) => !path.includes(part)));
  return [...chosen.filter((one) => one !== top), ...beside];
}

/** @param {Context} context @returns {import("./choices.js").Part} */
export function regionTree(context) {
  const { graph, store } = context, known = new Set(columnsOf(graph).regions.values);
  const regions = graph.entities.filter((one) => known.has(one.key));
  /** @type {Map<Entity | null, Entity[]>} */ const parts = new Map();
  for (const one of regions) {
    const above = graph.chainOf(one).at(-2) ?? null;
    parts.set(above, [...(parts.get(above) ?? []), one]);
  }
  const chain = (key) => graph.chainOf(graph.byKey.get(key) ?? null).map((one) => one.key);
  const below = (key) => (parts.get(graph.byKey.get(key) ?? null) ?? []).map((one) => one.key);
  const choose = (key) => store.set({ regions: toggled(store.state.regions, key, chain, below) });

  const lines = [];
  const lineFor = (key, words, more = "") => {
    const one = choiceLine({ words, more }, () => choose(key));
    lines.push({ key, chain: key ? chain(key) : [""], ...one });
    show(lines.slice(-1));
    return one.element;
  };
  const show = (some) => {
    const { regions: chosen } = store.state, partly = new Set(chosen.flatMap((key) => chain(key).slice(0, -1)));
    for (const one of some) {
      one.box.checked = one.chain.some((key) => chosen.includes(key));
      one.box.indeterminate = !one.box.checked && partly.has(one.key);
      tellCount(one, context.passing.counts.regions.get(one.key) ?? 0);
    }
  };

  const unfolded = startingWith(graph, store.state, parts);
  const branch = (region) => {
    const inner = parts.get(region) ?? [];
    if (!inner.length) return make("li", {}, make("div", { class: "row" }, make("span", { class: "fold" }), lineFor(region.key, region.name)));
    const list = make("ul", { hidden: true });
    const fold = folder(t("partsOf", { name: region.name }), () => {
      list.hidden = !list.hidden;
      // What is folded is not made: a country has thousands of towns.
      if (!list.hidden && !list.children.length) list.append(...inner.map(branch));
      fold.setAttribute("aria-expanded", String(!list.hidden));
    });
    const element = make("li", {}, make("div", { class: "row" }, fold, lineFor(region.key, region.name)), list);
    if (unfolded.has(region)) fold.click();
    return element;
  };
  const tree = make("ul", { class: "tree" }, ...(parts.get(null) ?? []).map(branch),
    known.has("") ? make("li", {}, make("div", { class: "row" }, make("span", { class: "fold" }), lineFor("", t("noRegion")))) : null);
  const hits = make("div", { class: "choices", hidden: true }), made = new Map();
  const look = (typed) => {
    tree.hidden = typed !== "";
    hits.hidden = typed === "";
    hits.replaceChildren(...(typed ? regions.filter((one) => one.name.toLowerCase().includes(typed)).slice(0, TREE_HITS) : []).map((one) => {
      if (!made.has(one)) made.set(one, lineFor(one.key, one.name, graph.chainOf(one).slice(0, -1).map((region) => region.name).join(" ")));
      return made.get(one);
    }));
    if (typed && !hits.children.length) hits.append(make("p", { class: "hint" }, t("nothingFound")));
  };
  return { element: make("div", {}, regions.length > LONG_TREE ? finder(look) : null, tree, hits), update: () => show(lines) };
}

/** The regions that stand open at first: those above chosen ones, and those above reporting ones if that is not too much. */
function startingWith(graph, state, parts) {
  const above = (regions) => new Set(regions.flatMap((one) => (one ? graph.chainOf(one).slice(0, -1) : [])));
  const reporting = above(graph.groups.map((group) => group.hub)), chosen = above(state.regions.map((key) => graph.byKey.get(key)));
  const lines = [...reporting].reduce((sum, one) => sum + (parts.get(one) ?? []).length, 0);
  return lines <= FIRST_LINES ? new Set([...reporting, ...chosen]) : chosen;
}
