// The filter of confidence: a slider, with what its value means in words.

import { make } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

const MOST_SURE = 95, SURE_STEP = 5;

/** @param {Context} context @returns {import("./choices.js").Part} */
export function surely(context) {
  const { store } = context;
  let sliding = false;
  const stop = () => { sliding = false; };
  const slider = /** @type {HTMLInputElement} */ (make("input", { type: "range", min: 0, max: MOST_SURE, step: SURE_STEP, "aria-label": t("confidence"), "aria-describedby": "confidence-means",
    oninput: () => { store.set({ confidence: +slider.value }, { quiet: sliding }); sliding = true; }, onpointerup: stop, onblur: stop }));
  const told = make("output", { class: "range-told" }), means = make("p", { class: "hint", id: "confidence-means" });
  return {
    element: make("div", {}, told, slider, means),
    update() {
      const { confidence } = store.state;
      slider.value = String(confidence);
      const kept = [...context.passing.counts.confidence].reduce((sum, [value, count]) => (value >= confidence ? sum + count : sum), 0);
      told.textContent = confidence ? `≥ ${confidence}%` : t("all");
      slider.setAttribute("aria-valuetext", told.textContent);
      means.textContent = confidence ? t("confidenceMeans", { confidence, wrong: 100 - confidence, kept }) : t("confidenceAll");
    },
  };
}
