// The filter of years: a small picture of how many facts each year has, and two handles beneath it.

import { choiceLine, tellCount } from "./choices.js";
import { columnsOf } from "./columns.js";
import { draw, make } from "./dom.js";
import { showsUndated } from "./filter.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

const BARS_WIDTH = 230, BARS_HEIGHT = 44;

/** @param {Context} context @returns {import("./choices.js").Part} */
export function yearRange(context) {
  const { graph, store } = context;
  const told = columnsOf(graph).years.values.filter((year) => year > 0);
  const first = Math.min(...told), last = Math.max(...told);
  const undated = choiceLine({ words: t("noYear") }, () => {
    const wanted = undated.box.checked, byItself = store.state.years === null;
    store.set({ undated: wanted === byItself ? "" : wanted ? "with" : "without" });
  });
  const tellUndated = () => {
    undated.box.checked = showsUndated(store.state);
    tellCount(undated, context.passing.counts.years.get(0) ?? 0);
  };
  if (!told.length) return { element: make("div", {}, undated.element), update: tellUndated };

  const step = BARS_WIDTH / (last - first + 1);
  const bars = Array.from({ length: last - first + 1 }, (_, n) => {
    const title = draw("title"), bar = draw("rect", { x: (n * step + step * 0.1).toFixed(2), width: (step * 0.8).toFixed(2), y: BARS_HEIGHT, height: 0 });
    // The whole height takes the mouse, also above a short bar.
    const ground = draw("rect", { class: "ground", x: (n * step).toFixed(2), width: step.toFixed(2), y: 0, height: BARS_HEIGHT,
      onclick: () => choose(first + n, first + n) }, title);
    return { year: first + n, bar, title, ground };
  });
  const picture = draw("svg", { viewBox: `0 0 ${BARS_WIDTH} ${BARS_HEIGHT}`, class: "histogram", "aria-hidden": "true", preserveAspectRatio: "none" },
    ...bars.flatMap(({ bar, ground }) => [bar, ground]));

  let sliding = false;
  const choose = (from, to) => {
    const years = /** @type {[number, number] | null} */ (from === first && to === last ? null : [from, to]), { undated: now } = store.state;
    // A handle on its way is one step back, not ten.
    store.set({ years, undated: now === (years ? "with" : "without") ? now : "" }, { quiet: sliding });
  };
  /** The handles do not pass each other. */
  const slide = (event) => {
    if (event.target === low) low.value = String(Math.min(+low.value, +high.value));
    else high.value = String(Math.max(+low.value, +high.value));
    choose(+low.value, +high.value);
    sliding = true;
  };
  const stop = () => { sliding = false; };
  const handle = (label) => /** @type {HTMLInputElement} */ (make("input", { type: "range", min: first, max: last, step: 1, "aria-label": label,
    oninput: slide, onpointerup: stop, onblur: stop }));
  const low = handle(t("fromYear")), high = handle(t("toYear")), output = make("output", { class: "range-told" });
  const element = make("div", { class: "years" }, output, picture, make("div", { class: "handles" }, low, high),
    make("div", { class: "ends", "aria-hidden": "true" }, make("span", {}, first), make("span", {}, last)), undated.element);
  return {
    element,
    update() {
      const { counts } = context.passing, [from, to] = store.state.years ?? [first, last];
      const most = Math.max(1, ...bars.map(({ year }) => counts.years.get(year) ?? 0));
      for (const { year, bar, title } of bars) {
        const count = counts.years.get(year) ?? 0, height = count ? Math.max(2, (count / most) * BARS_HEIGHT) : 0;
        bar.setAttribute("y", (BARS_HEIGHT - height).toFixed(1));
        bar.setAttribute("height", height.toFixed(1));
        bar.classList.toggle("inside", from <= year && year <= to);
        title.textContent = t("yearCount", { year: String(year), count });
      }
      [low.value, high.value] = [String(Math.max(first, from)), String(Math.min(last, to))];
      // Of two handles at the upper end the lower is on top, for only it can be moved.
      low.classList.toggle("over", 2 * +low.value > first + last);
      output.textContent = store.state.years ? (from === to ? String(from) : `${from}–${to}`) : t("allYears");
      tellUndated();
    },
  };
}
