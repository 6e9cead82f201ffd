// What forms, colours and lines mean, and the few buttons of the picture.

import { button, draw, make, mark } from "./dom.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

/** @param {Context} context @param {{zoom: (factor: number) => void, fit: () => void}} act */
export function legendOf({ graph, store }, act) {
  const legend = make("div", { id: "legend" }), hops = make("div", { id: "hops", role: "group" });
  const zoom = make("div", { id: "zoom", role: "group" });
  const sample = (dashed) => draw("svg", { viewBox: "0 0 26 10", class: "sample", "aria-hidden": "true" },
    draw("line", { x1: 1, y1: 5, x2: 25, y2: 5, "stroke-dasharray": dashed ? "5 4" : null }));
  const show = () => {
    const { state } = store, focus = graph.byKey.get(state.focus);
    legend.setAttribute("aria-label", t("legend"));
    legend.replaceChildren(
      ...graph.kinds.map((kind) => make("span", {}, mark(kind), inWords(kind))),
      make("span", {}, sample(true), t("plannedLine")),
      make("span", {}, sample(false), t(focus ? "otherLine" : "sharedLine")),
      make("span", { class: "hint" }, t(focus ? "hintFocus" : "hintOverview")));
    hops.hidden = !focus;
    hops.setAttribute("aria-label", t("hops"));
    if (focus) hops.replaceChildren(make("strong", {}, focus.name), make("span", {}, t("hops")), ...[1, 2, 3].map((hop) =>
      button(String(hop), () => store.set({ hops: hop }), { "aria-pressed": String(state.hops === hop) })),
      button(t("toOverview"), () => store.set({ focus: "" }), { id: "unfocus" }));
    zoom.replaceChildren(button("+", () => act.zoom(1.4), { "aria-label": t("zoomIn"), title: t("zoomIn") }),
      button("−", () => act.zoom(1 / 1.4), { "aria-label": t("zoomOut"), title: t("zoomOut") }),
      button("⤢", act.fit, { id: "fit", "aria-label": t("fit"), title: t("fit") }));
  };
  show();
  return { legend, hops, zoom, show };
}
