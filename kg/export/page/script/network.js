// The network view: vis-network draws the marks and lines of the scene, the page writes the names.

import { Camera, partOf, wholeOf } from "./camera.js";
import { at, make } from "./dom.js";
import { legendOf } from "./legend.js";
import { chosenIn, drawDiscs, edgeOf, nodeOf, paintOf } from "./look.js";
import { writeNames } from "./names.js";
import { clusterId } from "./overview.js";
import { scene } from "./scene.js";
import { lineWords, markWords } from "./told.js";
import { walking } from "./walk.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./scene.js").Mark} Mark */

/** More lines than this are hidden while the picture is dragged. */
const MANY_LINES = 1500;

export const network = {
  id: "network",
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const { graph, store, first } = context, place = make("div", { id: "picture" }), tip = make("div", { id: "tip", role: "tooltip", hidden: true });
    const left = make("p", { id: "left" });
    const act = { choose, close, zoom: (factor) => camera.zoom(factor), fit: () => camera.fit(wholeOf(shown), { soft: true }), redraw: () => picture.redraw(),
      moved: (mark) => { camera.reveal(mark); picture.redraw(); } };
    const walk = walking(context, act), legend = legendOf(context, act);
    root.replaceChildren(make("div", { id: "network" }, make("div", { id: "stage" }, place, walk.list, legend.hops, legend.zoom, left, walk.where, tip), legend.legend));

    const nodes = new vis.DataSet(first.nodes), edges = new vis.DataSet(first.edges.map(({ value, ...tie }) => tie));
    const picture = new vis.Network(place, { nodes, edges }, { ...first.options, interaction: { ...first.options.interaction, hideEdgesOnDrag: false, tooltipDelay: 1e6 } });
    const camera = new Camera(picture, place, margins);
    let aspect = aspectNow(), paint = paintOf(graph), shown = scene(context, aspect), chosen = chosenIn(shown, store.state, graph);
    let boxes = [], names = [], small = [], byId = new Map(), sized = 0, manyLines = false, covered = at("panel").hidden;
    const drawnNodes = new Map(), drawnEdges = new Map();

    /** Width by height of the window; of what the panel leaves free of it where a neighbourhood is arranged beside it. */
    function aspectNow() {
      const free = store.state.focus ? margins() : { left: 0, right: 0, top: 0, bottom: 0 };
      return Math.max(60, place.clientWidth - free.left - free.right) / Math.max(60, place.clientHeight - free.top - free.bottom);
    }

    /** Room for titles, buttons and the panel where it lies over the picture. */
    function margins() {
      const free = { left: 14, right: 14, top: store.state.focus ? 50 : 44, bottom: 14 }, panel = at("panel");
      if (panel.hidden) return free;
      const here = place.getBoundingClientRect(), there = panel.getBoundingClientRect();
      if (there.width < 0.7 * here.width) free.right = Math.max(free.right, here.right - there.left + 10);
      else if (there.top > here.top + 80) free.bottom = Math.max(free.bottom, here.bottom - there.top + 10);
      return free;
    }

    /** Marks, lines and names of the state; only what changed is handed on. */
    function draw() {
      shown = scene(context, aspect);
      chosen = chosenIn(shown, store.state, graph);
      byId = new Map(shown.marks.map((one) => [one.id, one]));
      small = shown.marks.filter((one) => one.form !== "circle" && one.form !== "area");
      const back = chosen && new Set(shown.marks.filter((one) => !chosen?.marks.has(one.id)).map((one) => one.entity?.label ?? ""));
      names = shown.names.map((name) => (back && name.place !== "title" && back.has(name.text) ? { ...name, faint: true } : name)).sort((a, b) => b.weight - a.weight);
      left.textContent = shown.focus && shown.left ? t("notDrawn", { left: shown.left }) : "";
      look(true);
      walk.show(shown.marks);
    }

    /** Sizes follow the zoom, so that the smallest mark stays visible. */
    function look(all) {
      const scale = picture.getScale();
      if (!all && Math.abs(Math.log(scale / sized)) < 0.1) return;
      sized = scale;
      const most = Math.max(0, ...shown.lines.map((line) => line.value));
      replace(nodes, drawnNodes, shown.marks.map((mark) => nodeOf(mark, paint, chosen, scale)));
      replace(edges, drawnEdges, shown.lines.map((line) => edgeOf(line, paint, chosen, scale, most, shown.lines.length)));
      if (manyLines !== shown.lines.length > MANY_LINES) {
        manyLines = !manyLines;
        picture.setOptions({ interaction: { hideEdgesOnDrag: manyLines } });
      }
    }

    /** @param {Mark} mark */
    function choose(mark) {
      const { open, selected } = store.state;
      if (mark.form === "area") store.set({ open: [...open, /** @type {any} */ (mark.area).id] });
      else if (mark.form === "circle" || mark.form === "more") store.set({ open: [...open, clusterId(/** @type {any} */ (mark.cluster))] });
      else if (mark.entity && selected === mark.entity.key && document.activeElement === walk.list) context.go(mark.entity);
      else if (mark.entity) store.set({ selected: mark.entity.key, fact: "" });
    }

    /** One step back: what is chosen, then the neighbourhood, then what was opened last. */
    function close() {
      const { selected, fact, pair, focus, open } = store.state;
      if (selected || fact || pair.length) store.set({ selected: "", fact: "" });
      else if (focus) store.set({ focus: "" });
      else if (open.length) store.set({ open: open.filter((id) => id !== open[open.length - 1]) });
    }

    picture.on("beforeDrawing", (canvas) => drawDiscs(canvas, shown.discs, paint, picture.getScale()));
    picture.on("afterDrawing", (canvas) => {
      const scale = picture.getScale(), ratio = canvas.canvas.width / Math.max(1, place.clientWidth);
      ring(canvas, walk.here, paint, scale);
      boxes = writeNames(canvas, names, small, {
        scale, ratio, toScreen: (point) => picture.canvasToDOM(point), width: place.clientWidth, height: place.clientHeight,
        ink: paint.ink, soft: paint.soft, halo: paint.paper, font: paint.font, least: 6 });
    });
    picture.on("zoom", () => look(false));
    picture.on("animationFinished", () => look(false));
    picture.on("click", ({ nodes: [id], edges: [line], pointer }) => {
      const mark = byId.get(id), found = mark ? null : shown.lines.find((one) => one.id === line);
      if (mark) choose(mark);
      else if (found?.facts.length) store.set(found.facts.length === 1 ? { selected: "", fact: found.facts[0].key } : { selected: "", fact: "", pair: found.ends.map((end) => end.key) });
      else ground(pointer.canvas);
    });
    picture.on("doubleClick", ({ nodes: [id] }) => {
      const entity = byId.get(id)?.entity;
      if (entity) context.go(entity);
    });

    /** A click beside all marks takes back what is chosen, or closes the circle or area in which it lies. */
    function ground({ x, y }) {
      const { selected, fact, pair, open } = store.state;
      if (selected || fact || pair.length) return store.set({ selected: "", fact: "" });
      const within = shown.discs.filter((disc) => (disc.form === "open" || disc.form === "area") && Math.hypot(disc.x - x, disc.y - y) <= disc.radius);
      const inner = within.sort((a, b) => a.radius - b.radius)[0];
      if (inner) store.set({ open: open.filter((id) => id !== inner.id) });
    }

    const say = (words, { pointer }) => {
      tip.replaceChildren(...words.map((text, n) => make("div", { class: n ? "" : "first" }, text)));
      tip.hidden = false;
      const { x, y } = pointer.DOM, { offsetWidth: width, offsetHeight: height } = tip;
      tip.style.left = `${Math.max(4, Math.min(place.clientWidth - width - 4, x + 14))}px`;
      tip.style.top = `${y + height + 24 < place.clientHeight ? y + 18 : Math.max(4, y - height - 10)}px`;
    };
    const hush = () => { tip.hidden = true; };
    picture.on("hoverNode", (event) => { const mark = byId.get(event.node); if (mark) say(markWords(mark, context), event); });
    picture.on("hoverEdge", (event) => { const line = shown.lines.find((one) => one.id === event.edge); if (line) say(lineWords(line, context, (id) => byId.get(id)), event); });
    for (const event of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) picture.on(event, hush);

    const repaint = () => {
      paint = paintOf(graph);
      draw();
      picture.redraw();
    };
    const themes = new MutationObserver(repaint);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const sizes = new ResizeObserver(() => {
      if (!place.clientWidth || !place.clientHeight) return;
      picture.setSize("100%", "100%");
      if (Math.abs(Math.log(aspectNow() / aspect)) > 0.08) {
        aspect = aspectNow();
        draw();
        if (!camera.moved) camera.last = partWanted(store.state);
      }
      camera.again();
      look(false);
      picture.redraw();
    });
    sizes.observe(place);

    /** What a state is about: all of it, or what was opened last. */
    function partWanted(state) {
      const last = state.open[state.open.length - 1], disc = !state.focus && shown.discs.find((one) => one.id === last && (one.form === "open" || one.form === "area"));
      return disc ? partOf(disc) : wholeOf(shown);
    }

    document.fonts?.ready.then(() => picture.redraw());
    draw();
    camera.fit(partWanted(store.state));
    look(true);
    context.seen.network = { names: () => boxes, scene: () => shown, picture, camera, build: () => scene(context, aspect), stand: walk.stand };
    return {
      update(state, before) {
        const opened = state.open.length > before.open.length, all = state.focus !== before.focus || state.hops !== before.hops;
        if (all) aspect = aspectNow();
        draw();
        legend.show();
        hush();
        if (all || opened || (state.open.length < before.open.length && !camera.moved)) camera.fit(partWanted(state), { soft: true });
        else if (covered !== at("panel").hidden) camera.again({ soft: true });
        covered = at("panel").hidden;
        const mark = state.selected === before.selected ? null : shown.marks.find((one) => one.entity && one.entity.key === state.selected);
        if (mark && camera.moved) camera.reveal(mark);
        look(false);
      },
      leave() {
        themes.disconnect();
        sizes.disconnect();
        walk.leave();
        picture.destroy();
      },
    };
  },
};

/** Where the keyboard is. */
function ring(canvas, mark, paint, scale) {
  if (!mark) return;
  canvas.save();
  canvas.beginPath();
  canvas.arc(mark.x, mark.y, Math.max(mark.size, mark.least / scale) + 7 / scale, 0, 2 * Math.PI);
  canvas.lineWidth = 3 / scale;
  canvas.strokeStyle = paint.accent;
  canvas.stroke();
  canvas.restore();
}

/** The items of a data set become these, touching only what changes. @param {any} set @param {Map<string, string>} drawn what was handed on @param {any[]} items */
function replace(set, drawn, items) {
  const wanted = new Set(items.map((item) => item.id)), changed = [];
  const gone = drawn.size ? [...drawn.keys()].filter((id) => !wanted.has(id)) : set.getIds().filter((id) => !wanted.has(id));
  if (gone.length) set.remove(gone);
  for (const id of gone) drawn.delete(id);
  for (const item of items) {
    const said = JSON.stringify(item);
    if (drawn.get(item.id) === said) continue;
    drawn.set(item.id, said);
    changed.push(item);
  }
  if (changed.length) set.update(changed);
}
