// What follows from the graph: the tables that `findings.py` writes, read when first asked for.

import { at } from "./dom.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Evidence} Evidence */
/** @typedef {Record<string, any>} Row cells by the name of their column, and under `said` the places */
/** @typedef {{name: string, zh: string, type: string, link: boolean}} FoundColumn */

export class Found {
  /** @param {Graph} graph @param {any} raw */
  constructor(graph, raw) {
    this.graph = graph;
    this._raw = raw;
    this._rows = new Map();
  }

  /** @param {string} table @returns {FoundColumn[]} */
  columns(table) {
    return this._raw.tables[table].columns.map(([name, zh, type, link]) => ({ name, zh, type, link: !!link }));
  }

  /** How many things are left out. @param {string} table @returns {number} */
  left(table) {
    return this._raw.tables[table].left;
  }

  /** @param {string} table @returns {Row[]} */
  rows(table) {
    if (!this._rows.has(table)) {
      const { rows, says } = this._raw.tables[table], columns = this.columns(table);
      this._rows.set(table, rows.map((cells) => {
        /** @type {Row} */ const row = { said: {} };
        columns.forEach(({ name, type }, n) => { row[name] = type === "text" ? this._text(cells[n]) : cells[n]; });
        says.forEach((name, n) => { row.said[name] = cells[columns.length + n]; });
        return row;
      }));
    }
    return this._rows.get(table);
  }

  /** A text, or the quote that stands with a fact. @returns {string} */
  _text(n) {
    const text = this._raw.strings[n];
    return typeof text === "string" ? text : this.graph.evidenceOf(this.graph.facts[text[0]])[text[1]].quote;
  }

  /** The fact behind a place of a row. @param {Row} row @param {string} name @returns {Fact | null} */
  factOf(row, name) {
    return (row.said[name] && this.graph.facts[row.said[name][0]]) || null;
  }

  /** The words behind a place: those of the fact, or what the row itself tells in columns of this prefix. @param {Row} row @param {string} name @param {string} [prefix] @returns {Evidence | null} */
  evidenceOf(row, name, prefix = "") {
    const fact = this.factOf(row, name), place = row.said[name]?.[1] ?? -1;
    if (fact && place >= 0) return this.graph.evidenceOf(fact)[place];
    const quote = row[`${prefix}quote`];
    const file = row[`${prefix}file`], report = this.graph.reportByKey.get(row[`${prefix}source`]) ?? this.graph.documents.find((one) => one.file === file) ?? null;
    return quote ? { document: report, start: row[`${prefix}start`], end: row[`${prefix}end`], quote, rule: "", confidence: 0, marks: [] } : null;
  }

  /** Number of the community of a thing, 0 where it is alone, or came later and none is known. @param {Entity} entity @returns {number} */
  communityOf(entity) {
    return this._raw.communities[entity.n]?.[0] ?? 0;
  }

  /** hub, bridge, member or alone. @param {Entity} entity @returns {string} */
  roleOf(entity) {
    return this._raw.roles[this._raw.communities[entity.n]?.[1]] ?? "alone";
  }
}

/** @type {WeakMap<Graph, Found>} */
const FOUND = new WeakMap();

/** @param {Graph} graph @returns {Found} */
export function foundOf(graph) {
  const known = FOUND.get(graph) ?? new Found(graph, JSON.parse(at("findings").textContent ?? "null"));
  FOUND.set(graph, known);
  return known;
}

/** Whether a region passes the filter: chosen, or within what is chosen. @param {import("./page.js").Context} context @param {string} key */
export function regionPasses({ graph, store }, key) {
  const { regions } = store.state;
  return !regions.length || graph.chainOf(graph.byKey.get(key) ?? null).some((one) => regions.includes(one.key));
}

/** Whether a year passes the filter. @param {import("./page.js").Context} context @param {number | null} year */
export function yearPasses({ store }, year) {
  const { years, undated } = store.state;
  return year ? !years || (years[0] <= year && year <= years[1]) : years ? undated === "with" : undated !== "without";
}
