// The page comes to life.

import { at } from "./dom.js";
import { facets } from "./facets.js";
import { findings } from "./findings.js";
import { frame } from "./frame.js";
import { Graph } from "./graph.js";
import { honors, programs } from "./matrix.js";
import { network } from "./network.js";
import { Context } from "./page.js";
import { panel } from "./panel.js";
import { Remote } from "./remote.js";
import { Store } from "./state.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { speak } from "./words.js";

/** @type {import("./page.js").View[]} */
const VIEWS = [network, timeline, table, programs, honors, findings];

function start() {
  const read = (id) => JSON.parse(at(id).textContent ?? "null");
  const store = new Store();
  speak(store.state.language);
  const graph = new Graph(read("data"), () => read("evidence"));
  const context = new Context(graph, store, { nodes: read("nodes"), edges: read("edges"), options: read("options") });
  frame(context, VIEWS);
  context.remote = new Remote(context);
  facets(context);
  panel(context);
  show(context);
  // For the tests, and for who opens the console.
  Object.assign(globalThis, { explorer: context });
}

/** One view at a time, mounted when it is chosen. @param {Context} context */
function show(context) {
  let shown = /** @type {import("./page.js").View | null} */ (null), mounted = null;
  const update = (state, before) => {
    const wanted = VIEWS.find((one) => one.id === state.view) ?? network;
    if (wanted === shown) return mounted.update(state, before);
    mounted?.leave();
    shown = wanted;
    document.body.dataset.view = wanted.id;
    mounted = wanted.mount(at("view"), context);
  };
  context.onChange(update);
  update(context.store.state, context.store.state);
}

start();
