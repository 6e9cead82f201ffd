// The help: a box over the page.

import { button, make, mark } from "./dom.js";
import { HELP_TEXTS } from "./helptexts.js";
import { keysOn, switchKeys } from "./keys.js";
import { inWords, spoken, t } from "./words.js";

/** Whether keys of one character do anything. */
function keySwitch() {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", id: "keys-on", checked: keysOn(), onchange: () => switchKeys(box.checked) }));
  return make("label", { class: "choice" }, box, make("span", {}, t("keysOn")));
}

/** @param {import("./page.js").Context} context */
export function help({ graph }) {
  const box = /** @type {HTMLDialogElement} */ (make("dialog", { id: "help-box", class: "box", "aria-labelledby": "help-title", onclose: () => box.remove(),
    // A click beside the box hits the box itself, one within it something in it.
    onclick: (event) => { if (event.target === box) box.close(); } },
    make("div", { class: "box-inside" },
      button("×", () => box.close(), { class: "shut", "aria-label": t("close") }),
      make("h2", { id: "help-title", tabindex: "-1" }, t("help")),
      ...HELP_TEXTS[spoken() === "en" ? "en" : "zh"].flatMap(({ heading, lines = [], terms = [] }, n) => [
        make("h3", {}, heading),
        ...lines.map((line) => make("p", {}, line)),
        terms.length ? make("dl", {}, ...terms.flatMap(([term, meaning]) => [make("dt", {}, term), make("dd", {}, meaning)])) : null,
        terms.some(([term]) => term === "/") ? keySwitch() : null,
        n === 1 ? make("p", { class: "marks" }, ...graph.kinds.map((kind) => make("span", {}, mark(kind), inWords(kind)))) : null,
      ]))));
  document.body.append(box);
  box.showModal();
  box.querySelector("h2")?.focus();
}
