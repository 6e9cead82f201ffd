// Why a view shows nothing, and the way out.

import { button, make } from "./dom.js";
import { FILTERS, START } from "./state.js";
import { t } from "./words.js";

const FILTER_WORDS = { kinds: "kind", regions: "region", years: "year", statuses: "status", levels: "level", documents: "document", confidence: "col-sureness" };

/** @param {import("./page.js").Context} context @param {string} [why] what to say where no filter is set */
export function emptiness({ store }, why = t("graphEmpty")) {
  const set = FILTERS.filter((name) => JSON.stringify(store.state[name]) !== JSON.stringify(START[name]));
  return make("div", { class: "empty", role: "status" },
    make("p", {}, set.length ? t("nothingPasses") : why),
    set.length ? make("p", { class: "soft" }, t("nothingPassesWhy", { filters: set.map((name) => t(FILTER_WORDS[name])).join("、") })) : null,
    set.length ? button(t("reset"), () => store.resetFilters(), { class: "plain" }) : null);
}

/** Puts one element into a place, which keeps the keyboard and its scrolling where it holds it already. @param {HTMLElement} place @param {HTMLElement} one */
export function only(place, one) {
  if (place.firstElementChild !== one || place.childElementCount > 1) place.replaceChildren(one);
}
