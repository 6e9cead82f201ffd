// More from the server, where the page holds a part of a graph: what is wanted is asked for once, from this server only.

import { at, button } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {{key: string, name: string, called: string, region: string, kind: string}} Far a thing that the server found */

const PATIENCE = 20_000, TYPING = 250;
/** Of each kind so many of the things that are only at the server are shown. */
const FEW_FAR = 6;

export class Remote {
  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.asks = "served" in document.body.dataset && context.graph.whole !== null;
    this._asked = new Set();
    this._waiting = 0;
    this._problem = "";
    /** @type {{typed: string, hits: Far[]}} */ this._found = { typed: "", hits: [] };
    this._typing = 0;
    if (!context.graph.whole) return;
    context.onChange(() => this._show());
    if (this.asks) context.onChange((state) => this._load(state));
    this._load(context.store.state);
    this._show();
  }

  /** Asks for what the state shows and the page lacks. */
  _load({ focus, hops, selected, fact, pair }) {
    if (!this.asks) return;
    const { graph } = this.context;
    if (focus && !this._complete(focus, hops)) this._ask(focus, hops);
    for (const key of new Set([selected, ...pair])) if (key && key !== focus && !this._complete(key, 1)) this._ask(key, 1);
    if (fact && !graph.factByKey.has(fact)) this._ask(fact, 1);
  }

  /** Whether all is here that stands so many steps around a thing. */
  _complete(key, hops) {
    const { graph } = this.context, focus = graph.byKey.get(key);
    if (!focus) return false;
    let edge = [focus];
    const met = new Set(edge);
    for (let hop = 1; hop <= hops; hop++) {
      if (edge.some((one) => graph.incomplete.has(one))) return false;
      edge = edge.flatMap((one) => one.facts.flatMap((fact) => fact.ends)).filter((end) => end && !met.has(end) && met.add(end));
    }
    return true;
  }

  async _ask(key, hops) {
    const asked = `key=${encodeURIComponent(key)}&hops=${hops}`;
    if (this._asked.has(asked)) return;
    this._asked.add(asked);
    this._waiting++;
    this._problem = "";
    this._show();
    try {
      const { data, evidence } = await fetched(`/explore/around?${asked}`);
      this.context.graph.add(data, evidence);
    } catch (problem) {
      this._problem = problem.message;
      this._asked.delete(asked);
    }
    this._waiting--;
    if (this._problem) this._show();
    else this.context.grown();
  }

  /** What the server knows beyond the page under what is typed: what has come so far; `then` is called when more has. @param {string} typed @param {() => void} then @returns {Far[]} */
  found(typed, then) {
    const wanted = typed.trim(), { graph } = this.context;
    if (!this.asks || !wanted) return [];
    if (this._found.typed !== wanted) {
      this._found = { typed: wanted, hits: [] };
      clearTimeout(this._typing);
      this._typing = setTimeout(() => this._find(wanted, then), TYPING);
    }
    const left = new Map();
    return this._found.hits.filter(({ key, kind }) => {
      if (graph.byKey.has(key)) return false;
      left.set(kind, (left.get(kind) ?? FEW_FAR) - 1);
      return left.get(kind) >= 0;
    });
  }

  async _find(typed, then) {
    try {
      const { kinds } = await fetched(`/explore/find?q=${encodeURIComponent(typed)}`);
      if (this._found.typed !== typed) return;
      const known = new Set(this.context.graph.kinds.map((kind) => kind.id));
      this._found.hits = kinds.filter(({ kind }) => known.has(kind)).flatMap(({ kind, hits }) => hits.map((hit) => ({ ...hit, kind })));
      then();
    } catch (problem) {
      this._problem = problem.message;
      if (this._found.typed === typed) this._found.typed = "";
      this._show();
    }
  }

  /** How much of the whole is here, that more is on its way, or why it is not. */
  _show() {
    const { graph } = this.context, { whole } = graph, place = at("whole");
    if (!whole) return;
    const here = { entities: graph.entities.length, facts: graph.facts.length };
    const words = this.asks ? t("partServed", { ...here, allEntities: whole.entities, allFacts: whole.facts })
      : t("partLeft", { entities: whole.entities - here.entities, facts: whole.facts - here.facts });
    place.hidden = false;
    place.setAttribute("aria-busy", String(this._waiting > 0));
    place.classList.toggle("problem", !!this._problem);
    if (this._problem) place.replaceChildren(`${t("notLoaded", { problem: this._problem })} `, button(t("tryAgain"), () => this._again(), { class: "small", id: "try-again" }));
    else place.textContent = this._waiting ? t("loading") : `${words} ${t("findingsOfPart")}`;
  }

  _again() {
    this._problem = "";
    this._show();
    this._load(this.context.store.state);
  }
}

/** The answer as JSON; an error in words where there is none. @param {string} address */
async function fetched(address) {
  const patience = AbortSignal.timeout(PATIENCE);
  let answer;
  try {
    answer = await fetch(address, { signal: patience, headers: { Accept: "application/json" } });
  } catch {
    throw new Error(t(patience.aborted ? "serverSlow" : "serverGone"));
  }
  if (!answer.ok) throw new Error((await answer.text()).trim().slice(0, 200) || String(answer.status));
  return answer.json();
}
