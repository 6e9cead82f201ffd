// The picture by keyboard: a list of its marks, in which the arrow keys lead to the next mark in their direction.

import { make } from "./dom.js";
import { markWords } from "./told.js";
import { t } from "./words.js";

/** @typedef {import("./scene.js").Mark} Mark */

const TOWARDS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param {import("./page.js").Context} context
 * @param {{choose: (mark: Mark) => void, close: () => void, zoom: (factor: number) => void, fit: () => void, moved: (mark: Mark) => void, redraw: () => void}} act
 */
export function walking(context, act) {
  const list = make("ul", { id: "marks", role: "listbox", tabindex: 0 });
  const where = make("p", { id: "where", role: "status", "aria-live": "polite" });
  /** @type {Mark[]} */ let marks = [];
  /** @type {Mark | null} */ let here = null;
  /** @type {Map<string, HTMLElement>} */ const items = new Map();

  const tell = () => {
    for (const [id, item] of items) item.setAttribute("aria-selected", String(id === here?.id));
    if (here && items.has(here.id)) list.setAttribute("aria-activedescendant", `mark-${here.id}`);
    else list.removeAttribute("aria-activedescendant");
    where.textContent = here && document.activeElement === list ? markWords(here, context).join(" · ") : "";
  };
  const stand = (mark) => {
    here = mark;
    tell();
    if (mark) act.moved(mark);
  };

  list.addEventListener("focus", () => (here ? tell() : stand(marks[0] ?? null)));
  list.addEventListener("blur", () => { tell(); act.redraw(); });
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in TOWARDS) stand(next(marks, here, TOWARDS[event.key]));
    else if (event.key === "Home") stand(marks[0] ?? null);
    else if (event.key === "End") stand(marks[marks.length - 1] ?? null);
    else if (event.key === "Enter" || event.key === " ") { if (here) act.choose(here); }
    else if (event.key === "+" || event.key === "=") act.zoom(1.4);
    else if (event.key === "-") act.zoom(1 / 1.4);
    else if (event.key === "0") act.fit();
    else return;
    event.preventDefault();
  });
  // Escape works wherever the reader is in the view.
  const escape = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && (event.target === document.body || event.target?.closest?.("#view"))) act.close();
  };
  document.addEventListener("keydown", escape);

  return {
    list, where,
    /** Leads the reader to a mark. @param {string} id */
    stand: (id) => stand(marks.find((mark) => mark.id === id) ?? here),
    get here() { return document.activeElement === list ? here : null; },
    /** Other marks are drawn; the reader stays at the same, or in what it opened, or near. @param {Mark[]} drawn */
    show(drawn) {
      marks = drawn;
      list.setAttribute("aria-label", t("marks"));
      const wanted = new Set(drawn.map((mark) => mark.id));
      for (const [id, item] of items) if (!wanted.has(id)) { item.remove(); items.delete(id); }
      for (const mark of drawn) {
        const item = items.get(mark.id) ?? make("li", { id: `mark-${mark.id}`, role: "option", "aria-selected": "false", onclick: () => { const one = marks.find(({ id }) => id === mark.id); if (one) act.choose(one); } });
        const words = markWords(mark, context).join(" · ");
        if (item.textContent !== words) item.textContent = words;
        items.set(mark.id, item);
        if (item.parentNode !== list) list.append(item);
      }
      if (here) {
        const before = here;
        here = drawn.find((mark) => mark.id === before.id)
          ?? drawn.find((mark) => mark.form === "thing" && before.cluster && mark.cluster === before.cluster)
          ?? drawn.find((mark) => mark.cluster === before.cluster && before.cluster)
          ?? nearest(drawn, before);
        tell();
      }
    },
    leave: () => document.removeEventListener("keydown", escape),
  };
}

const nearest = (marks, to) => marks.reduce((best, mark) => (!best || away(mark, to) < away(best, to) ? mark : best), /** @type {any} */ (null));
const away = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** The nearest mark in a direction; what lies aside counts as further away. */
function next(marks, here, [dx, dy]) {
  if (!here) return marks[0] ?? null;
  let best = here, least = Infinity;
  for (const mark of marks) {
    const x = mark.x - here.x, y = mark.y - here.y, along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || aside > 2 * along) continue;
    const far = along + 2 * aside;
    if (far < least) [best, least] = [mark, far];
  }
  return best;
}
