// What surrounds the views: title, search, tabs, tools.

import { at, button } from "./dom.js";
import { searchbox } from "./searchbox.js";
import { speak, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

/** @param {Context} context @param {{id: string}[]} views */
export function frame(context, views) {
  const { store } = context;
  const tabs = views.map((view) => button("", () => store.set({ view: view.id }), { role: "tab", id: `tab-${view.id}`, "aria-controls": "view" }));
  at("tabs").setAttribute("role", "tablist");
  at("tabs").append(...tabs);
  const back = button("", () => store.back()), home = button("", () => store.set({ view: "network", focus: "", open: [], selected: "", fact: "" }));
  const share = button("", async () => {
    await navigator.clipboard?.writeText(location.href).catch(() => {});
    at("notice").textContent = t("copied");
  });
  const language = button("", () => store.set({ language: store.state.language === "zh" ? "en" : "zh" }));
  const theme = button("", () => store.set({ theme: themeOf(store.state) === "dark" ? "light" : "dark" }));
  at("tools").append(back, home, share, language, theme);
  for (const [element, id] of [[back, "back"], [home, "home"], [share, "share"], [language, "language"], [theme, "theme"]]) element.id = id;
  at("menu").addEventListener("click", () => {
    const open = document.body.classList.toggle("menu-open");
    at("menu").setAttribute("aria-expanded", String(open));
  });
  searchbox(context);

  const show = () => {
    speak(store.state.language);
    document.documentElement.dataset.theme = themeOf(store.state);
    tabs.forEach((tab, n) => {
      tab.textContent = t(views[n].id);
      tab.setAttribute("aria-selected", String(views[n].id === store.state.view));
    });
    back.textContent = t("back");
    back.disabled = !store.canGoBack;
    home.textContent = t("overview");
    share.textContent = t("share");
    language.textContent = t("language");
    theme.textContent = t("theme");
    at("menu").textContent = t("menu");
    /** @type {HTMLInputElement} */ (at("search")).placeholder = t("search");
    at("search").setAttribute("aria-label", t("search"));
    const { graph, passing } = context;
    at("totals").textContent = store.filtered
      ? t("shown", { entities: passing.entities.size, facts: passing.facts.length })
      : t("totals", { documents: graph.documents.length, entities: graph.entities.length, facts: graph.facts.length });
  };
  context.onChange(show);
  show();
}

/** What the reader chose, else what the system prefers. */
const themeOf = (state) => state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
