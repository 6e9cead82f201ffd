// The field at the top and the list beneath it: what was found by kind, led through by arrow keys.

import { at, make, mark } from "./dom.js";
import { find, indexOf, typedIn } from "./search.js";
import { bdi, pieces } from "./spell.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./search.js").Hit} Hit */

/** Of each kind so many are shown at first. */
const FEW = 6;
const MANY = 200;

/** @param {Context} context */
export function searchbox(context) {
  const { graph, go } = context, field = /** @type {HTMLInputElement} */ (at("search")), list = at("found");
  const told = make("p", { class: "unseen", role: "status" });
  field.after(told);
  /** @type {{element: HTMLElement, choose: () => void}[]} */
  let choices = [];
  let active = -1, wide = new Set();

  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    choices = [];
    active = -1;
  };
  const activate = (n) => {
    choices[active]?.element.setAttribute("aria-selected", "false");
    active = choices.length ? (n + choices.length) % choices.length : -1;
    const chosen = choices[active]?.element;
    if (!chosen) return field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", chosen.id);
  };
  const option = (choose, attributes, ...children) => {
    const n = choices.length, element = make("div", { role: "option", id: `hit-${n}`, "aria-selected": "false", ...attributes,
      // The field keeps the focus: a screen reader follows `aria-activedescendant`.
      onmousedown: (event) => event.preventDefault(), onclick: choose }, ...children);
    choices.push({ element, choose });
    return element;
  };
  const lead = (entity) => {
    close();
    go(entity);
    at("panel-title")?.focus({ preventScroll: true });
  };
  /** @param {number} [kept] the choice that stays: more has come beneath it */
  const look = (kept = 0) => {
    const typed = field.value, sorts = find(graph, typed), count = sorts.reduce((sum, sort) => sum + sort.hits.length, 0);
    choices = [];
    active = -1;
    list.replaceChildren(...sorts.map(({ kind, hits }) => {
      const shown = hits.slice(0, wide.has(kind) ? MANY : hits.length === FEW + 1 ? FEW + 1 : FEW), left = hits.length - shown.length;
      return make("div", { role: "group", "aria-labelledby": `found-${kind.id}` },
        make("div", { class: "heading", id: `found-${kind.id}` }, `${inWords(kind)} `, make("span", { class: "count" }, hits.length)),
        ...shown.map((hit) => option(() => lead(hit.entity), { class: "hit", "data-kind": kind.id }, mark(kind), ...hitWords(graph, hit, typed))),
        left > 0 && !wide.has(kind) ? option(() => { wide.add(kind); look(); activate(choices.findIndex((one) => one.element.dataset.kind === kind.id) + FEW); },
          { class: "more" }, t("more", { count: left })) : left > 0 ? make("div", { class: "heading" }, t("narrower", { count: left })) : null);
    }));
    const far = context.remote.found(typed, () => { if (field.value === typed && !list.hidden) look(active); });
    if (far.length) list.append(make("div", { role: "group", "aria-labelledby": "found-far" }, make("div", { class: "heading", id: "found-far" }, t("atServer")),
      ...far.map((hit) => option(() => lead({ key: hit.key }), { class: "hit far", "data-kind": hit.kind }, mark(graph.kinds.find((kind) => kind.id === hit.kind)),
        make("span", { class: "name" }, bdi(hit.name), hit.called ? make("span", { class: "also" }, " ", bdi(hit.called)) : null), make("span", { class: "where" }, bdi(hit.region))))));
    if (typed.trim() && !sorts.length && !far.length) list.append(make("div", { class: "heading" }, t("nothingFound")), make("div", { class: "heading" }, t("howToSearch")));
    list.hidden = !typed.trim();
    field.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = list.hidden ? "" : count || far.length ? t("foundCount", { count: count + far.length }) : t("nothingFound");
    activate(Math.max(0, kept));
    if (!kept) list.scrollTop = 0;
  };

  list.setAttribute("aria-label", t("results"));
  field.addEventListener("input", () => { wide = new Set(); look(); });
  field.addEventListener("focus", () => { indexOf(graph); if (field.value.trim() && list.hidden) look(); });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    // While a Chinese input method is composing, its keys are its own.
    if (event.isComposing) return;
    const open = !list.hidden, keys = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: choices.length - 1 };
    if (event.key in keys && (open || event.key.startsWith("Arrow"))) {
      if (!open) look();
      else activate(keys[event.key]);
      event.preventDefault();
    } else if (event.key === "Enter" && field.value.trim()) {
      if (!open) look();
      choices[Math.max(active, 0)]?.choose();
      event.preventDefault();
    } else if (event.key === "Escape") {
      // The first closes the list, the next empties the field, as browsers do.
      if (open) event.preventDefault();
      close();
    }
  });
}

/** The name with what was typed marked, the name that was meant where it is another, and the region that tells equal names apart. */
function hitWords(graph, { entity, name }, typed) {
  const where = graph.chainOf(entity.region).slice(-2).map((region) => region.name).join(" ") || (entity.group.hub && entity.group.hub !== entity ? entity.group.hub.name : "");
  return [
    make("span", { class: "name" }, make("bdi", {}, ...pieces(entity.name, name === entity.name ? typedIn(graph, name, typed) : [])),
      name === entity.name ? null : make("span", { class: "also" }, " ", make("bdi", {}, ...pieces(name, typedIn(graph, name, typed))))),
    make("span", { class: "where" }, where ? bdi(where) : null, ` ${t("factCount", { count: entity.facts.length })}`),
  ];
}
