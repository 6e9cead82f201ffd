// What is chosen is marked in place: whoever works with keys stays on the element that they chose it with.

/** @typedef {import("./state.js").State} State */

const CHOICE = new Set(["selected", "fact", "pair", "report"]);

/** Whether a change only chose something. @param {State} state @param {State} before */
export const onlyChose = (state, before) =>
  Object.keys(state).every((name) => CHOICE.has(name) || state[name] === before[name] || JSON.stringify(state[name]) === JSON.stringify(before[name]));

/** Elements with what they stand for, so that they can be marked without being drawn anew. @template T */
export class Marked {
  /** @param {(what: T) => boolean} isChosen */
  constructor(isChosen) {
    this._isChosen = isChosen;
    /** @type {WeakMap<Element, T>} */ this._what = new WeakMap();
  }

  /** @template {Element} E @param {E} element @param {T} what @returns {E} */
  stands(element, what) {
    this._what.set(element, what);
    this._mark(element, what);
    return element;
  }

  /** Marks anew all that stand in a place. @param {Element} place @param {string} selector */
  renew(place, selector) {
    for (const element of place.querySelectorAll(selector)) if (this._what.has(element)) this._mark(element, /** @type {T} */ (this._what.get(element)));
  }

  _mark(element, what) {
    const chosen = this._isChosen(what);
    element.classList.toggle("chosen", chosen);
    if (element.tagName === "TR") element.setAttribute("aria-selected", String(chosen));
  }
}
