// One fact: what it links, when and how far along, and the words of the reports behind it.

import { citeButton } from "./cite.js";
import { button, make, mark } from "./dom.js";
import { reason } from "./reasons.js";
import { bdi, pieces } from "./spell.js";
import { inWords, spoken, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./graph.js").Evidence} Evidence */
/** @typedef {import("./graph.js").Report} Report */

/** Drawn before the words of a status, so that it is told without colour, too. */
const SIGNS = { planned: "○", ongoing: "◐", completed: "●" };
/** Where things lie: nobody asks in which year. */
const LASTING = ["location", "within"];
/** What the other end is, where the order of the ends matters. */
const ROLES = { succession: ["formerly", "becomes"], within: ["below", "above"] };

/** All facts that name both things, whatever the filters, in the order of the graph. @param {Entity} a @param {Entity} b @returns {Fact[]} */
export const factsBetween = (a, b) => a.facts.filter((fact) => fact.ends.includes(b));

/** The newest year first, then the surest; without a year last. @param {Fact[]} facts */
export const newestFirst = (facts) => [...facts].sort((a, b) => b.year - a.year || b.confidence - a.confidence || a.n - b.n);

/** @param {Context} context @param {number} status */
export function statusTag({ graph }, status) {
  if (status < 0) return null;
  const told = graph.statuses[status];
  return make("span", { class: `tag status status-${told.id}` }, make("span", { "aria-hidden": "true" }, `${SIGNS[told.id] ?? "·"} `), inWords(told));
}

/** A link to a thing: stays in the view that is open. @param {Context} context @param {Entity} entity */
export function link({ store, go }, entity) {
  return button(bdi(entity.name), () => (store.state.view === "network" ? go(entity) : store.set({ selected: entity.key, fact: "" })), { class: "link" });
}

/** @param {Context} context @param {Fact} fact @param {Entity | null} about is left out of the ends: its panel is open */
export function card(context, fact, about) {
  const { graph } = context, evidence = graph.evidenceOf(fact), further = fact.places - evidence.length;
  const ends = fact.ends.flatMap((end, n) => (end && end !== about ? [make("span", { class: "end" },
    ROLES[fact.kind.id] ? make("span", { class: "role" }, t(ROLES[fact.kind.id][n]), " ") : mark(end.kind), link(context, end))] : []));
  const unnamed = fact.kind.id === "award" && !fact.ends[1] ? make("span", { class: "soft" }, t("notNamed")) : null;
  return make("article", { class: "fact", "data-fact": fact.key },
    make("p", { class: "what" }, fact.year || !LASTING.includes(fact.kind.id) ? make("span", { class: fact.year ? "year" : "year none" }, fact.year || t("noYear")) : null, statusTag(context, fact.status), ...ends, unnamed),
    attributesOf(context, fact),
    ...evidence.map((one) => words(context, one, fact)),
    further > 0 ? make("p", { class: "soft" }, t("further", { count: further })) : null);
}

/** The quote, where it stands, and what can be done with it. @param {Context} context @param {Evidence} evidence @param {Fact | null} fact */
export function words(context, evidence, fact = null) {
  const report = evidence.document;
  return make("div", { class: "words" },
    make("blockquote", {}, make("bdi", {}, ...pieces(evidence.quote, evidence.marks, true))),
    make("p", { class: "source" }, report ? reportLink(context, report) : null, make("span", { class: "place", title: t("placeHint") }, t("place", { start: String(evidence.start), end: String(evidence.end) }))),
    make("div", { class: "actions" }, citeButton(evidence), basis(context, evidence, fact)));
}

/** @param {Context} context @param {Report} report */
export function reportLink({ store }, report) {
  return button(bdi(report.title), () => store.set({ report: report.key }), { class: "link report" });
}

/** What an official asks next: who says so, in which file, by which rule, how surely. */
function basis(context, evidence, fact) {
  const report = evidence.document, { year_rule: year, status_rule: status } = fact?.attributes ?? {};
  return make("details", {}, make("summary", {}, t("basis")), make("dl", {},
    ...line("issuer", report?.issuer && bdi(report.issuer)), ...line("date", report?.date), ...line("file", report && bdi(report.file)),
    ...line("url", report?.url && address(report.url)), ...line("rule", make("code", {}, evidence.rule)), ...line("confidenceHere", `${evidence.confidence}%`),
    ...line("yearBy", year && reason(year)), ...line("statusBy", status && reason(status))));
}

/** A row of a list of terms; nothing where there is nothing to tell. @param {string} name @param {any} value */
export const line = (name, value) => (value ? [make("dt", {}, t(name)), make("dd", {}, value)] : []);

/** An address as text; a link only if it is one of the web, and followed only by a click. @param {string} url */
export function address(url) {
  return /^https?:\/\/[^\s]+$/i.test(url) ? make("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, url) : bdi(url);
}

/** Told elsewhere in the card; that an honor which has been awarded is awarded goes without saying. */
const HIDDEN = ["year_rule", "status_rule", "issuer_id"];
const UNITS = { amount: "yuan", seats: "seatUnit", area: "areaUnit" };

/** Money, seats, dates and whatever else the text tells of the fact. */
function attributesOf(context, fact) {
  const { graph } = context, told = Object.entries(fact.attributes).filter(([name, value]) => !HIDDEN.includes(name) && value !== "awarded");
  if (!told.length) return null;
  return make("dl", { class: "attributes" }, ...told.flatMap(([name, value]) => {
    const issuer = name === "issuer" ? graph.byKey.get(fact.attributes.issuer_id) : null, label = graph.attributes[name];
    return [make("dt", {}, label ? bare(label[spoken() === "zh" ? 0 : 1]) : bdi(name)), make("dd", {}, issuer ? link(context, issuer) : valueInWords(graph, name, value))];
  }));
}

/** A name of an attribute without the unit, which stands behind the value. */
const bare = (label) => label.replace(/\s*[（(].*$/, "");

/** @param {import("./graph.js").Graph} graph @param {string} name @param {string} value */
export function valueInWords(graph, name, value) {
  const known = graph.values[name]?.[value];
  if (known) return known[spoken() === "zh" ? 0 : 1];
  return /^\d+(\.\d+)?$/.test(value) && name in UNITS ? t(UNITS[name], { value: quantity(value) }) : bdi(value);
}

/** A number as people read it: 1,080; 1,200 万; 3.5 亿. @param {string | number} value */
export function quantity(value) {
  const number = Number(value);
  if (!Number.isFinite(number)) return String(value);
  if (spoken() === "zh" && number >= 1e8) return `${rounded(number / 1e8)} 亿`;
  if (spoken() === "zh" && number >= 1e4 && number % 100 === 0) return `${rounded(number / 1e4)} 万`;
  return rounded(number);
}

const rounded = (number) => number.toLocaleString("en-US", { maximumFractionDigits: 4 });
