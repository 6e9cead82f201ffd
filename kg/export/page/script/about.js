// What stands above and between the facts of a thing, of a pair of things, or of a report.

import { address, card, factsBetween, line, link, newestFirst, valueInWords } from "./card.js";
import { button, make, mark } from "./dom.js";
import { spreadOf } from "./finddiffusion.js";
import { promisesOf } from "./findpromises.js";
import { foundOf } from "./found.js";
import { figureTable, figuresOf } from "./figures.js";
import { bdi } from "./spell.js";
import { inWords, spoken, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Report} Report */

/** Of each kind so many facts are shown at first, and so many more with each step. */
const FIRST_CARDS = 10;
const NEXT_CARDS = 50;
/** Names of other things of one concept that are shown. */
const MOST_SAME = 60;

/** @param {...any} children */
export const title = (...children) => make("h2", { id: "panel-title", tabindex: "-1" }, ...children);

/** @param {Context} context @param {Entity} entity @returns {(Node | null)[]} */
export function aboutEntity(context, entity) {
  const { graph } = context, facts = entity.facts.filter((fact) => context.shows(fact)), figures = figuresOf(context, entity);
  const above = graph.chainOf(entity.region), level = graph.levels[entity.level];
  const told = Object.entries(entity.attributes).map(([name, value]) => make("span", { class: "tag" }, name === "code" ? t("code", { value }) : valueInWords(graph, name, value)));
  return [
    title(mark(entity.kind), bdi(entity.name)),
    make("p", { class: "sub" }, make("span", { class: "tag" }, inWords(entity.kind)), level ? make("span", { class: "tag" }, inWords(level)) : null, ...told,
      ...above.flatMap((region, n) => [n ? " › " : "", link(context, region)])),
    entity.aliases.length ? make("p", { class: "soft" }, `${t("alsoCalled")} `, ...entity.aliases.flatMap((alias, n) => [n ? t("comma") : "", bdi(alias)])) : null,
    sameConcept(context, entity),
    spreadOf(context, foundOf(graph), entity), promisesOf(context, foundOf(graph), entity),
    count(context, facts.length, entity.facts.length, centre(context, entity), ownPage(entity)),
    ...groups(context, facts, entity, figures),
  ];
}

/** @param {Context} context @param {Entity} a @param {Entity} b */
export function aboutPair(context, a, b) {
  const all = factsBetween(a, b), facts = all.filter((fact) => context.shows(fact));
  return [
    title(mark(a.kind), link(context, a), make("span", { class: "role", "aria-label": t("and") }, " ↔ "), mark(b.kind), link(context, b)),
    count(context, facts.length, all.length),
    ...newestFirst(facts).map((fact) => card(context, fact, null)),
  ];
}

/** How many facts there are, and how many of them the filters hide. */
function count(context, shown, all, ...buttons) {
  const hidden = all - shown && button(t("reset"), () => context.store.resetFilters(), { class: "small" });
  return make("p", { class: "soft" }, t(hidden ? "passing" : "factCount", { shown, all, count: all }), " ", hidden || null, " ", ...buttons);
}

/** @param {Context} context @param {Fact} fact */
export function aboutFact(context, fact) {
  return [title(inWords(fact.kind)), card(context, fact, null)];
}

/** @param {Context} context @param {Report} report */
export function aboutReport(context, report) {
  const { graph, store } = context, facts = graph.facts.filter((fact) => fact.documents.includes(report));
  const counts = graph.factKinds.map((kind) => ({ kind, count: facts.filter((fact) => fact.kind === kind).length })).filter(({ count }) => count);
  const figures = graph.figures.filter((figure) => figure.documents.includes(report)).length, only = store.state.documents;
  const chosen = only.length === 1 && only[0] === report.key;
  return [
    title(bdi(report.title)),
    make("p", { class: "sub" }, make("span", { class: "tag" }, t("document")), report.group.hub ? link(context, report.group.hub) : null),
    make("dl", { class: "card" }, ...line("issuer", report.issuer && bdi(report.issuer)), ...line("date", report.date), ...line("reviews", report.review.join(", ")),
      ...line("plans", report.plan.join(", ")), ...line("file", bdi(report.file)), ...line("url", report.url && address(report.url))),
    make("h3", {}, t("factsHere"), make("span", { class: "count" }, facts.length)),
    make("ul", { class: "tally" }, ...counts.map(({ kind, count }) => make("li", {}, make("span", {}, inWords(kind)),
      make("meter", { min: 0, max: Math.max(facts.length, 1), value: count, "aria-hidden": "true" }), make("span", { class: "count" }, count))),
      figures ? make("li", {}, make("span", {}, t("figures")), make("span", {}), make("span", { class: "count" }, figures)) : null),
    button(t(chosen ? "allReports" : "onlyThis"), () => store.set({ documents: chosen ? [] : [report.key] }), { class: "small", "aria-pressed": String(chosen) }),
  ];
}

/** Facts under the name of their kind, the newest first; the names lead to them when there are several. */
function groups(context, facts, entity, figures) {
  const kinds = context.graph.factKinds.map((kind) => ({ id: kind.id, name: inWords(kind), facts: newestFirst(facts.filter((fact) => fact.kind === kind)) }));
  const held = kinds.filter((kind) => kind.facts.length), parts = held.map((kind) => part(kind.id, kind.name, kind.facts.length, cards(context, kind.facts, entity)));
  if (figures.length) parts.push(part("figures", t("figures"), figures.length, figureTable(context, figures)));
  if (parts.length < 2) return parts;
  const lead = (n) => button(parts[n].dataset.name, () => { parts[n].scrollIntoView({ block: "start" }); parts[n].querySelector("h3")?.focus({ preventScroll: true }); }, { class: "small" });
  return [make("p", { class: "leads" }, ...parts.map((_, n) => lead(n))), ...parts];
}

function part(id, name, count, content) {
  return make("section", { class: "part", id: `part-${id}`, "data-name": `${name} ${count}` }, make("h3", { tabindex: "-1" }, make("span", { class: "capital" }, name), make("span", { class: "count" }, count)), content);
}

function cards(context, facts, entity) {
  const list = make("div");
  const more = button("", () => {
    const first = list.childElementCount;
    add(first + NEXT_CARDS);
    /** @type {HTMLElement | null} */ (list.children[first]?.querySelector("button"))?.focus();
  }, { class: "small" });
  const add = (until) => {
    list.append(...facts.slice(list.childElementCount, until).map((fact) => card(context, fact, entity)));
    more.textContent = t("showMore", { count: facts.length - list.childElementCount });
    more.hidden = list.childElementCount >= facts.length;
  };
  add(facts.length <= FIRST_CARDS + 2 ? facts.length : FIRST_CARDS);
  return make("div", {}, list, more);
}

/** What other regions call by the same concept, on demand. */
function sameConcept(context, entity) {
  const { graph } = context, concept = entity.concept || entity.key, names = graph.concepts[concept];
  const others = names ? graph.entities.filter((one) => one !== entity && (one.concept === concept || one.key === concept)) : [];
  if (!others.length) return null;
  const name = (spoken() === "en" && names[1]) || names[0];
  return make("details", { class: "same" }, make("summary", {}, t("sameConcept", { name, count: others.length + 1 })),
    make("ul", {}, ...others.slice(0, MOST_SAME).map((one) => make("li", {}, link(context, one), one.region ? make("span", { class: "soft" }, " ", bdi(one.region.name)) : null))));
}

/** Leads to the thing's own page, where a server has one. */
function ownPage({ key }) {
  return "served" in document.body.dataset ? make("a", { href: `/id/${key.split("/").map(encodeURIComponent).join("/")}`, class: "small", id: "own-page" }, t("ownPage")) : null;
}

/** Leads to the thing in the network, unless it stands in its middle already. */
function centre({ store, go }, entity) {
  const { view, focus } = store.state;
  return view === "network" && focus === entity.key ? null : button(t("showInNetwork"), () => go(entity), { class: "small" });
}
