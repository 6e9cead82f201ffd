// The network view: vis-network draws the marks and lines of the scene, the page writes the names.

import { make } from "./dom.js";
import { writeNames } from "./names.js";
import { clusterId, scene } from "./scene.js";

/** @typedef {import("./page.js").Context} Context */

export const network = {
  id: "network",
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const { store, first } = context, place = make("div", { id: "picture", role: "img" });
    root.replaceChildren(place);
    const nodes = new vis.DataSet(first.nodes), edges = new vis.DataSet(first.edges);
    const picture = new vis.Network(place, { nodes, edges }, first.options);
    let shown = scene(context), boxes = [];

    const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const draw = () => {
      shown = scene(context);
      const paint = Object.fromEntries(context.graph.kinds.map((kind) => [kind.id, style(`--kind-${kind.id}`)]));
      replace(nodes, shown.marks.map((one) => ({
        id: one.id, x: one.x, y: one.y, size: one.size, group: one.kind, ...(one.cluster ? { shape: "dot", opacity: 0.28 } : { opacity: 1 }),
        color: { background: paint[one.kind], border: paint[one.kind] } })));
      replace(edges, shown.lines.map((line) => ({ id: line.id, from: line.from, to: line.to, color: { color: style("--line"), opacity: 0.5 } })));
    };
    picture.on("beforeDrawing", (canvas) => {
      for (const disc of shown.discs) {
        canvas.beginPath();
        canvas.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
        canvas.fillStyle = style("--disc");
        canvas.fill();
      }
    });
    picture.on("afterDrawing", (canvas) => {
      boxes = writeNames(canvas, shown.names, {
        scale: picture.getScale(), toScreen: (point) => picture.canvasToDOM(point), width: place.clientWidth, height: place.clientHeight,
        color: style("--ink"), halo: style("--paper"), font: style("--font") });
    });
    picture.on("click", ({ nodes: [id], edges: [line] }) => {
      const mark = shown.marks.find((one) => one.id === id);
      if (mark?.cluster) store.set({ open: [...store.state.open, clusterId(mark.cluster)] });
      else if (mark?.entity) store.set({ selected: mark.entity.key, fact: "" });
      else if (line) store.set({ selected: "", fact: shown.lines.find((one) => one.id === line)?.facts[0]?.key ?? "" });
      else store.set({ selected: "", fact: "" });
    });
    picture.on("doubleClick", ({ nodes: [id] }) => {
      const mark = shown.marks.find((one) => one.id === id);
      if (mark?.entity) context.go(mark.entity);
    });
    draw();
    picture.fit();
    context.seen.network = { names: () => boxes, scene: () => shown, picture };
    return {
      update(state, before) {
        draw();
        if (state.focus !== before.focus || state.hops !== before.hops) picture.fit();
      },
      leave: () => picture.destroy(),
    };
  },
};

/** The items of a data set become these, touching only what changes. */
function replace(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}
