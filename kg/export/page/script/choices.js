// A list of choices of one filter: boxes to check, each with the number of facts that it would let pass; long lists can be searched.

import { button, make } from "./dom.js";
import { grouped, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {{value: any, words: string, more?: string, picture?: Node}} Choice `more` stands in a second line, in small */
/** @typedef {{element: HTMLElement, update: () => void}} Part of the side: made once, then kept up to date, so that the focus stays where it is */

/** Longer lists get a field to search in. */
const SHORT_LIST = 12;
/** Of longer lists no more are shown at once. */
const MOST_CHOICES = 80;

/**
 * A part of the side that can be folded; it stays as the reader left it.
 * @param {Context} context @param {string} name of the filter @param {string} title
 * @param {{open: boolean, count: () => number}} how `count`: how many choices are made
 */
export function facetSection(context, name, title, { open, count }, ...children) {
  const badge = make("span", { class: "badge" });
  const known = FOLDS.get(name) ?? open;
  const element = make("details", { id: `filter-${name}`, class: "facet", open: known || count() > 0, ontoggle: () => FOLDS.set(name, element.hasAttribute("open")) },
    make("summary", {}, make("h3", {}, title), badge),
    make("div", { role: "group", "aria-label": title }, ...children));
  return { element, update: () => { badge.textContent = count() ? String(count()) : ""; } };
}

const FOLDS = new Map();

/** One line with a box. @param {Partial<Choice>} choice @param {() => void} onchange @returns {{element: HTMLElement, box: HTMLInputElement, count: HTMLElement}} */
export function choiceLine({ words, more, picture }, onchange) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", onchange }));
  const count = make("span", { class: "count" });
  const element = make("label", { class: "choice" }, box, picture, make("span", { class: "words" }, words, more ? make("small", {}, more) : null), count);
  return { element, box, count };
}

/** Nothing passes with this choice: it steps back, but can be chosen. */
export function tellCount({ element, count }, number) {
  count.textContent = grouped(number);
  element.classList.toggle("none", number === 0);
}

/** @param {Context} context @param {string} name of the filter @param {Choice[]} choices @returns {Part} */
export function choiceList(context, name, choices) {
  const { store } = context, lines = new Map(), list = make("div", { class: "choices" }), rest = make("p", { class: "hint" });
  const toggle = (value) => {
    const chosen = /** @type {any[]} */ (store.state[name]);
    store.set({ [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  };
  const lineOf = (choice) => {
    if (!lines.has(choice.value)) lines.set(choice.value, choiceLine(choice, () => toggle(choice.value)));
    return lines.get(choice.value);
  };
  const update = () => {
    for (const [value, one] of lines) {
      one.box.checked = store.state[name].includes(value);
      tellCount(one, context.passing.counts[name].get(value) ?? 0);
    }
  };
  const fill = (typed) => {
    const chosen = new Set(store.state[name]);
    const fitting = choices.filter((choice) => `${choice.words} ${choice.more ?? ""}`.toLowerCase().includes(typed));
    const ordered = fitting.length > MOST_CHOICES ? [...fitting].sort((a, b) => Number(chosen.has(b.value)) - Number(chosen.has(a.value))) : fitting;
    const shown = ordered.slice(0, MOST_CHOICES);
    list.replaceChildren(...shown.map((choice) => lineOf(choice).element));
    rest.textContent = fitting.length > shown.length ? t("choicesLeft", { count: fitting.length - shown.length }) : fitting.length ? "" : t("nothingFound");
    update();
  };
  fill("");
  const element = make("div", {}, choices.length > SHORT_LIST ? finder(fill) : null, list, rest);
  return { element, update };
}

/** A field that narrows a list. @param {(typed: string) => void} look */
export function finder(look) {
  return make("input", { type: "search", class: "finder", placeholder: t("findInList"), "aria-label": t("findInList"), autocomplete: "off",
    oninput: (event) => look(event.target.value.trim().toLowerCase()) });
}

/** A small button that folds what stands beneath. */
export function folder(label, onclick) {
  return button("", onclick, { class: "fold", "aria-label": label, "aria-expanded": "false" });
}
