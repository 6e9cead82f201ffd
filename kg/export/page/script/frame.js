// What surrounds the views: title, totals, tabs, tools.

import { chips } from "./chosen.js";
import { at, button, draw, make } from "./dom.js";
import { drawer } from "./drawer.js";
import { help } from "./help.js";
import { keysEverywhere } from "./keys.js";
import { light, lightOf, nextLight } from "./light.js";
import { searchbox } from "./searchbox.js";
import { share } from "./share.js";
import { tabs } from "./tabs.js";
import { speak, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

const TOOL_ICONS = {
  back: "M10 3 5 8l5 5", home: "M2 8l6-5.5L14 8M4 7v6.5h8V7", help: "M5.5 6a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.4M8 12.4v.2",
  share: "M6.6 9.4a2.8 2.8 0 0 0 4 0L13 7a2.8 2.8 0 0 0-4-4L8 4M9.4 6.6a2.8 2.8 0 0 0-4 0L3 9a2.8 2.8 0 0 0 4 4l1-1",
  theme: "M8 2.2a5.8 5.8 0 1 0 0 11.6zM8 2.2a5.8 5.8 0 0 1 0 11.6", menu: "M2 4h12M4 8h8M6.500 12h3", language: "",
};

/** @param {Context} context @param {{id: string}[]} views */
export function frame(context, views) {
  const { store, graph } = context;
  const acts = {
    back: () => store.back(),
    home: () => store.set({ view: "network", focus: "", open: [], selected: "", fact: "" }),
    share: () => share(store.address),
    language: () => store.set({ language: store.state.language === "zh" ? "en" : "zh" }, { quiet: true }),
    theme: () => store.set({ theme: nextLight(store.state) }, { quiet: true }),
    help: () => help(context),
  };
  const tools = Object.entries(acts).map(([id, act]) => tool(button(undefined, act, { id })));
  at("skip").addEventListener("click", () => at("view").focus());
  at("tools").append(...tools);
  tool(at("menu"));
  const showTabs = tabs(context, views);
  searchbox(context);
  drawer(context);
  chips(context);
  keysEverywhere({ "/": () => { const field = /** @type {HTMLInputElement} */ (at("search")); field.focus(); field.select(); }, "?": acts.help });
  fading(at("notice"));
  light(store);

  const show = () => {
    speak(store.state.language);
    document.documentElement.dataset.theme = lightOf(store.state);
    showTabs();
    for (const element of [...tools, at("menu")]) {
      const words = element.id === "theme" ? t(store.state.theme ? `theme_${store.state.theme}` : "theme_auto") : t(element.id);
      /** @type {HTMLElement} */ (element.querySelector("span")).textContent = words;
      element.title = element.id === "language" ? t("otherLanguage") : words;
    }
    /** @type {HTMLButtonElement} */ (at("back")).disabled = !store.canGoBack;
    /** @type {HTMLInputElement} */ (at("search")).placeholder = t("search");
    at("search").setAttribute("aria-label", t("search"));
    for (const [id, words] of [["tabs", "views"], ["tools", "tools"], ["panel", "details"]]) at(id).setAttribute("aria-label", t(words));
    at("skip").textContent = t("skip");
    at("totals").textContent = store.filtered
      ? t("shown", { entities: context.passing.entities.size, facts: context.passing.facts.length })
      : t("totals", { documents: graph.documents.length, entities: graph.entities.length, facts: graph.facts.length });
  };
  context.onChange(show);
  show();
}

/** A button with a picture and words; on a phone only the picture is seen. */
function tool(element) {
  const path = TOOL_ICONS[element.id];
  element.append(path ? draw("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, draw("path", { d: path })) : "", make("span"));
  return element;
}

/** Messages go after a while, whoever wrote them. */
function fading(notice) {
  let timer = 0;
  new MutationObserver(() => {
    clearTimeout(timer);
    if (notice.textContent) timer = setTimeout(() => { notice.textContent = ""; }, 6000);
  }).observe(notice, { childList: true, characterData: true, subtree: true });
}
