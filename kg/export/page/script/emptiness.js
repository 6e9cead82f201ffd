// Why a view shows nothing, and the way out.

import { chosenFilters } from "./chosen.js";
import { button, make } from "./dom.js";
import { t } from "./words.js";

/** @param {import("./page.js").Context} context @param {string} [why] what to say where no filter is set */
export function emptiness(context, why = t("graphEmpty")) {
  const set = chosenFilters(context);
  return make("div", { class: "empty", role: "status" },
    make("p", {}, set.length ? t("nothingPasses") : why),
    set.length ? make("p", { class: "soft" }, t("nothingPassesWhy", { filters: set.map(({ title, text }) => `${title} ${text}`).join("；") })) : null,
    set.length ? button(t("reset"), () => context.store.resetFilters(), { class: "plain" }) : null);
}

/** Puts one element into a place, which keeps the keyboard and its scrolling where it holds it already. @param {HTMLElement} place @param {HTMLElement} one */
export function only(place, one) {
  if (place.firstElementChild !== one || place.childElementCount > 1) place.replaceChildren(one);
}
