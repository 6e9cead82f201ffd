// What the reader has chosen: one value, kept in the address, so that a view can be shared and the way back is the browser's.

/**
 * @typedef {{
 *   view: string, language: "zh" | "en", theme: "" | "light" | "dark",
 *   focus: string, hops: number, open: string[], selected: string, fact: string, finding: string, concept: string, outcome: string, community: string, pair: string[], report: string, sort: string,
 *   kinds: string[], regions: string[], years: [number, number] | null, undated: "" | "with" | "without", statuses: string[], levels: number[],
 *   documents: string[], confidence: number,
 * }} State
 *   `finding` is what the view of findings shows, `concept` the initiative whose spread it tells, `outcome` that of the promises listed,
 *   `community` the number of a community that is marked.
 *   `focus` and `selected` are keys of entities, `fact` of a fact; `pair` are the keys of two entities: all facts that name both are
 *   chosen. One thing is chosen at a time: `set` takes `pair` back when `selected` or `fact` is set without it, and `report`, the key of a
 *   document that is read over what led to it, with any of them. `open` names clusters as group/kind; lists that are empty let
 *   everything pass; `sort` is the business of the view. `undated` says whether facts without a year pass beside chosen years
 *   ("with") or where none are chosen ("without"); else they pass only where no years are chosen.
 */

/** @type {Readonly<State>} */
export const START = Object.freeze({
  view: "network", language: "zh", theme: "",
  focus: "", hops: 1, open: [], selected: "", fact: "", pair: [], report: "", sort: "",
  finding: "", concept: "", outcome: "", community: "",
  kinds: [], regions: [], years: null, undated: "", statuses: [], levels: [], documents: [], confidence: 0,
});

export const FILTERS = /** @type {const} */ (["kinds", "regions", "years", "undated", "statuses", "levels", "documents", "confidence"]);

/** The state as a fragment without `#`; what is as at the start is left out. @param {State} state */
export function toFragment(state) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (JSON.stringify(value) === JSON.stringify(START[name])) continue;
    if (name === "years" && state.years) parts.set(name, state.years.join("-"));
    else if (Array.isArray(value)) value.forEach((item) => parts.append(name, String(item)));
    else parts.set(name, String(value));
  }
  return parts.toString();
}

/** What a fragment says; what it says wrongly is as at the start. @param {string} fragment @returns {State} */
export function fromFragment(fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, "")), state = { ...START };
  for (const name of Object.keys(START)) {
    if (!parts.has(name)) continue;
    const said = /** @type {string} */ (parts.get(name));
    if (name === "years") {
      const years = /^(\d{1,4})-(\d{1,4})$/.exec(said);
      if (years && +years[1] <= +years[2]) state.years = [+years[1], +years[2]];
    } else if (name === "levels") state.levels = parts.getAll(name).map(Number).filter((level) => level >= -1 && level < 6);
    else if (Array.isArray(START[name])) state[name] = parts.getAll(name);
    else if (typeof START[name] === "number") state[name] = Math.max(0, Math.min(100, Number(said) || START[name]));
    else state[name] = said;
  }
  state.hops = Math.max(1, Math.min(3, state.hops));
  if (!["zh", "en"].includes(state.language)) state.language = START.language;
  if (!["", "light", "dark"].includes(state.theme)) state.theme = START.theme;
  if (!["", "with", "without"].includes(state.undated)) state.undated = START.undated;
  return state;
}

/** Holds the state and tells everyone who listens what changed. */
export class Store {
  constructor() {
    this.state = fromFragment(location.hash);
    this._listeners = [];
    this._timer = 0;
    history.replaceState({ steps: history.state?.steps ?? 0 }, "");
    addEventListener("hashchange", () => {
      const there = fromFragment(location.hash), { language, theme } = this.state;
      clearTimeout(this._timer);
      this._timer = 0;
      // A step of ours leads back to what was looked at, not to the language and the light in which it was.
      const ours = history.state !== null;
      this._become(ours ? { ...there, language, theme } : there);
      if (ours) this._write();
      else history.replaceState({ steps: 0 }, "");
    });
  }

  /** The address of what is seen. */
  get address() {
    this._write();
    return location.href;
  }

  /** @param {(state: State, before: State) => void} listener is called after each change */
  listen(listener) {
    this._listeners.push(listener);
  }

  /**
   * Some parts of the state anew. A step that a reader would want to take back is one of the browser's history; `quiet` ones,
   * such as a slider on its way, are not.
   * @param {Partial<State>} change @param {{quiet?: boolean}} [how]
   */
  set(change, { quiet = false } = {}) {
    const chosen = { ...("selected" in change || "fact" in change ? { pair: [], report: "" } : {}), ...("pair" in change ? { report: "" } : {}) };
    const next = { ...this.state, ...chosen, ...change }, fragment = toFragment(next);
    if (fragment === toFragment(this.state)) return;
    if (quiet) this._late();
    else {
      if (this._timer) this._write();
      history.pushState({ steps: (history.state?.steps ?? 0) + 1 }, "", "#" + fragment);
    }
    this._become(next);
  }

  /** The state once more to everyone, for what lies outside of it: the theme of the system, paper. */
  again() {
    this._become(this.state);
  }

  /** What is quiet reaches the address a little later: browsers refuse pages that change it at each step of a slider. */
  _late() {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this._write(), 250);
  }

  _write() {
    clearTimeout(this._timer);
    this._timer = 0;
    history.replaceState(history.state, "", "#" + toFragment(this.state));
  }

  /** Whether there is a step on this page to go back to. */
  get canGoBack() {
    return (history.state?.steps ?? 0) > 0;
  }

  back() {
    history.back();
  }

  resetFilters() {
    this.set(Object.fromEntries(FILTERS.map((name) => [name, START[name]])));
  }

  get filtered() {
    return FILTERS.some((name) => JSON.stringify(this.state[name]) !== JSON.stringify(START[name]));
  }

  _become(next) {
    const before = this.state;
    this.state = next;
    for (const listener of this._listeners) listener(next, before);
  }
}
