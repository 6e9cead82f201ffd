// On a narrow screen the filters are a drawer: it comes over the view and goes by Escape, its button, or a tap beside it.

import { at, button } from "./dom.js";
import { t } from "./words.js";

/** The same width as in frame.css. */
export const NARROW = "(max-width: 820px)";

/** @param {import("./page.js").Context} context */
export function drawer(context) {
  const side = at("side"), menu = at("menu"), narrow = matchMedia(NARROW), others = ["top", "tabs", "main", "panel"].map(at);
  const done = button("", () => turn(false), { id: "side-done" });
  at("drawer").append(done);
  const open = () => document.body.classList.contains("menu-open");
  const turn = (wanted) => {
    document.body.classList.toggle("menu-open", wanted);
    menu.setAttribute("aria-expanded", String(wanted));
    // What lies under the drawer can be neither tapped nor reached by keys.
    for (const one of others) one.inert = wanted;
    if (wanted) {
      at("drawer").setAttribute("role", "dialog");
      at("drawer").setAttribute("aria-modal", "true");
      at("side-title").focus();
    } else {
      at("drawer").removeAttribute("role");
      at("drawer").removeAttribute("aria-modal");
      menu.focus();
    }
  };
  menu.addEventListener("click", () => turn(!open()));
  at("shade").addEventListener("click", () => turn(false));
  side.closest("#drawer")?.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === "Escape" && open()) turn(false);
  });
  narrow.addEventListener("change", () => open() && turn(false));
  const show = () => {
    done.textContent = t("showFacts", { facts: context.passing.facts.length });
    at("drawer").setAttribute("aria-label", t("menu"));
  };
  context.onChange(show);
  show();
}
