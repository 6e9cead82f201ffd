// What the graph knows of what is chosen, fact by fact, with the words of the reports. One subject at a time.

import { aboutEntity, aboutFact, aboutPair, aboutReport } from "./about.js";
import { at, button, make } from "./dom.js";
import { visible } from "./spell.js";
import { FILTERS } from "./state.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

/** @param {Context} context */
export function panel(context) {
  const { graph, store } = context, place = at("panel");
  let shown = "", subject = "", byKeyboard = false, /** @type {Element | null} */ before = null;
  addEventListener("keydown", () => { byKeyboard = true; }, true);
  addEventListener("pointerdown", () => { byKeyboard = false; }, true);

  const close = () => store.set({ selected: "", fact: "", report: "" });
  /** What is to be shown: a key that tells it from other subjects, and how to make it. A report lies over the thing that led to it. */
  const chosen = () => {
    const { selected, fact, pair, report } = store.state;
    const one = graph.reportByKey.get(report), entity = graph.byKey.get(selected), said = graph.factByKey.get(fact), [a, b] = pair.map((key) => graph.byKey.get(key));
    if (one) return { key: `report ${report}`, parts: () => aboutReport(context, one) };
    if (entity) return { key: `entity ${selected}`, parts: () => aboutEntity(context, entity) };
    if (said) return { key: `fact ${fact}`, parts: () => aboutFact(context, said) };
    if (a && b) return { key: `pair ${pair.join(" ")}`, parts: () => aboutPair(context, a, b) };
    return null;
  };
  const show = () => {
    const next = chosen(), { state } = store;
    // What does not change what stands here leaves it as it is: where the reader has scrolled to, what is open.
    const wanted = next ? JSON.stringify([next.key, graph.size, state.language, state.view, state.focus, FILTERS.map((name) => state[name])]) : "";
    if (wanted === shown) return;
    const wasHidden = place.hidden, inside = place.contains(document.activeElement), isNew = next?.key !== subject;
    shown = wanted;
    subject = next?.key ?? "";
    if (wasHidden && next) before = document.activeElement;
    place.hidden = !next;
    document.body.classList.toggle("panel-open", !!next);
    if (!next) {
      place.replaceChildren();
      place.classList.remove("tall");
      // The focus goes back to where it came from, if that still stands.
      if (inside) /** @type {HTMLElement} */ (before?.isConnected && before !== document.body ? before : at("view")).focus({ preventScroll: true });
      return;
    }
    const scrolled = place.scrollTop;
    const [heading, ...parts] = next.parts().filter((part) => part !== null);
    place.replaceChildren(bar(heading), ...parts);
    place.scrollTop = isNew ? 0 : scrolled;
    if (inside || (wasHidden && byKeyboard)) at("panel-title").focus({ preventScroll: true });
  };
  /** What stays at the top: the way back from a report, the title, and the buttons. @param {Node} heading */
  const bar = (heading) => {
    const { report, selected, fact, pair } = store.state, under = graph.byKey.get(selected);
    const back = report && (under || fact || pair.length) && button(`‹ ${under ? visible(under.label) : t("backToFact")}`, () => store.set({ report: "" }), { class: "link", id: "under" });
    const tall = button("", () => { place.classList.toggle("tall"); name(); }, { id: "tall" });
    const name = () => {
      const is = place.classList.contains("tall");
      tall.textContent = is ? "⌄" : "⌃";
      tall.setAttribute("aria-label", t(is ? "lower" : "taller"));
    };
    name();
    return make("div", { class: "bar" }, back, heading, tall, button("×", close, { id: "close", "aria-label": t("close") }));
  };
  place.setAttribute("role", "region");
  place.setAttribute("aria-labelledby", "panel-title");
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    close();
  });
  context.onChange(show);
  show();
}
