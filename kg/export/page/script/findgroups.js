// What hangs together: communities of the graph, their best-known members, and what bridges them.

import { link } from "./card.js";
import { button, make, mark } from "./dom.js";
import { remark } from "./findparts.js";
import { t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/** @typedef {import("./graph.js").Entity} Entity */

const BEST_KNOWN = 6, MOST_COMMUNITIES = 60;

export const grouping = {
  id: "communities",
  table: "",
  silent: false,
  /** @param {Context} context @param {import("./found.js").Found} found */
  rows(context, found) {
    /** @type {Map<number, Entity[]>} */ const members = new Map();
    for (const one of context.graph.entities) members.set(found.communityOf(one), [...(members.get(found.communityOf(one)) ?? []), one]);
    return [...members].sort(([a], [b]) => a - b).map(([n, entities]) => ({ n, entities }));
  },
  /** @param {Context} context @param {import("./found.js").Found} found @param {{n: number, entities: Entity[]}[]} rows */
  nodes(context, found, rows) {
    const { store } = context, alone = rows.find((row) => row.n === 0)?.entities.length ?? 0, real = rows.filter((row) => row.n);
    if (!real.length) return [make("p", { class: "empty" }, t("noCommunity"))];
    const known = (list, role) => list.filter((one) => !role || found.roleOf(one) === role).sort((a, b) => b.facts.length - a.facts.length || a.n - b.n).slice(0, BEST_KNOWN);
    const line = (name, list) => (list.length ? make("p", {}, name ? make("span", { class: "soft" }, `${name} `) : null, ...list.flatMap((one, n) => [n ? t("comma") : "", mark(one.kind), " ", link(context, one)])) : null);
    return [
      remark(t("communityHint"), alone ? `；${t("aloneCount", { count: alone })}` : ""),
      make("ol", { class: "communities" }, ...real.slice(0, MOST_COMMUNITIES).map(({ n, entities }) => {
        const chosen = store.state.community === String(n);
        return make("li", { "data-community": n, class: chosen ? "chosen" : null }, make("h3", {}, t("community", { n }), make("span", { class: "soft" }, ` ${t("members", { count: entities.length })} `),
          button(t(chosen ? "unmark" : "markInNetwork"), () => store.set(chosen ? { community: "" } : { view: "network", community: String(n), focus: "", selected: "", fact: "" }), { class: "plain", "aria-pressed": String(chosen), "data-key": `community-${n}` })),
          line("", known(entities, "")), line(t("bridges"), known(entities, "bridge")));
      })),
    ];
  },
};
