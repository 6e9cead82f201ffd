// What marks and lines say in words: under the pointer, for the keyboard, for a screen reader.

import { inWords, t } from "./words.js";

/** @typedef {import("./scene.js").Mark} Mark */
/** @typedef {import("./page.js").Context} Context */

const MOST_SAID = 4;

/** The lines of text that tell a mark, the first its name. @param {Mark} mark @param {Context} context @returns {string[]} */
export function markWords(mark, context) {
  if (mark.form === "area") return [inWords(/** @type {any} */ (mark.area)), t("areaHeld", { groups: mark.count }), t("toOpen")];
  if (mark.form === "report") return [inWords(/** @type {any} */ (mark.group)), t("reportAlone")];
  if (mark.cluster && !mark.entity) {
    const kind = inWords(mark.cluster.kind), group = inWords(mark.cluster.group);
    return mark.form === "more" ? [`${group} · ${kind}`, t("moreMarks", { rest: mark.count }), t("toOpen")] : [`${group} · ${kind} ${mark.count}`, t("toOpen")];
  }
  const entity = /** @type {import("./graph.js").Entity} */ (mark.entity);
  const facts = entity.facts.filter((fact) => context.shows(fact)).length;
  return [entity.name, [inWords(entity.kind), t("facts", { facts })].join(" · ")];
}

/** The lines of text that tell a line: between what, and which facts. @param {import("./lines.js").Line} line @param {Context} context @param {(id: string) => Mark | undefined} mark */
export function lineWords(line, context, mark) {
  if (!line.facts.length) {
    const name = (id) => { const one = mark(id); return one ? inWords(/** @type {any} */ (one.area ?? one.group)) : ""; };
    return [`${name(line.from)} — ${name(line.to)}`, t("tie", { value: line.value })];
  }
  const said = line.facts.slice(0, MOST_SAID).map((fact) => factWords(fact, context));
  const rest = line.facts.length - said.length;
  return [line.ends.map((end) => end.name).join(" — "), ...said, ...(rest > 0 ? [t("moreMarks", { rest })] : [])];
}

/** @param {import("./graph.js").Fact} fact @param {Context} context */
function factWords(fact, { graph }) {
  return [inWords(fact.kind), fact.year || "", fact.status < 0 ? "" : inWords(graph.statuses[fact.status])].filter(Boolean).join(" ");
}
