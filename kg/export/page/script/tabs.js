// The tabs: one of them is in the order of the Tab key, arrows lead to the others.

import { at, button } from "./dom.js";
import { t } from "./words.js";

/** @param {import("./page.js").Context} context @param {{id: string}[]} views @returns {() => void} brings them up to date */
export function tabs({ store }, views) {
  const list = at("tabs"), all = views.map((view) => button("", () => store.set({ view: view.id }), { role: "tab", id: `tab-${view.id}`, "aria-controls": "view" }));
  list.setAttribute("role", "tablist");
  list.append(...all);
  list.addEventListener("keydown", (event) => {
    const now = all.indexOf(/** @type {HTMLElement} */ (event.target)), last = all.length - 1;
    const next = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[event.key];
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    all[next].focus();
    all[next].click();
  });
  return () => all.forEach((tab, n) => {
    const chosen = views[n].id === store.state.view || (n === 0 && !views.some((view) => view.id === store.state.view));
    tab.textContent = t(views[n].id);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) at("view").setAttribute("aria-labelledby", tab.id);
  });
}
