// What every part of the page is given: the graph, what the reader has chosen, and what passes the filters.

import { passing } from "./filter.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./state.js").State} State */
/**
 * A view beside others. `mount` fills the element and answers with what to do when the state changes and when another view comes.
 * @typedef {{id: string, mount: (root: HTMLElement, context: Context) => {update: (state: State, before: State) => void, leave: () => void}}} View
 */

export class Context {
  /**
   * @param {Graph} graph @param {import("./state.js").Store} store
   * @param {{nodes: any[], edges: any[], options: any}} first the overview as pyvis hands it over
   */
  constructor(graph, store, first) {
    this.graph = graph;
    this.store = store;
    this.first = first;
    /** @type {import("./filter.js").Passing} */ this.passing = passing(graph, store.state);
    /** What the tests may look at: each view puts its insides here. @type {Record<string, any>} */ this.seen = {};
    this._facts = null;
    this._after = [];
    /** More from the server; set at the start. @type {import("./remote.js").Remote} */ this.remote = /** @type {any} */ (null);
    store.listen((state, before) => {
      this.passing = passing(graph, state);
      this._facts = null;
      for (const listener of this._after) listener(state, before);
    });
  }

  /** Called after each change of the state, when `passing` is up to date. @param {(state: State, before: State) => void} listener */
  onChange(listener) {
    this._after.push(listener);
  }

  /** The graph has grown: everyone looks anew, as at a state that was not there before. */
  grown() {
    const { store, graph } = this, before = { ...store.state, focus: "", hops: 0, selected: "", fact: "" };
    this.passing = passing(graph, store.state);
    this._facts = null;
    for (const listener of this._after) listener(store.state, before);
  }

  /** Whether a fact passes the filters. @param {Fact} fact */
  shows(fact) {
    this._facts ??= new Set(this.passing.facts);
    return this._facts.has(fact);
  }

  /** The facts that pass the filters and name both ends of the chosen pair; none where no pair is chosen. @returns {Fact[]} */
  between() {
    const [a, b] = this.store.state.pair.map((key) => this.graph.byKey.get(key));
    return a && b ? a.facts.filter((fact) => fact.ends.includes(b) && this.shows(fact)) : [];
  }

  /** Leads to a thing: in the middle of the network, and chosen. @param {Entity} entity */
  go = (entity) => this.store.set({ view: "network", focus: entity.key, selected: entity.key, fact: "" });
}
