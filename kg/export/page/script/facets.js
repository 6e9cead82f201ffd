// The filters at the side, each choice with the number of facts that it would let pass.

import { at, button, make, mark } from "./dom.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

/** @param {Context} context */
export function facets(context) {
  const { graph, store } = context, side = at("side");
  const show = () => {
    const { counts } = context.passing, { state } = store;
    const toggle = (name, choice) => {
      const chosen = /** @type {any[]} */ (state[name]);
      store.set({ [name]: chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice] });
    };
    const box = (name, choices) => make("fieldset", { id: `filter-${name}` }, make("legend", {}, t(WORD[name])), ...choices.map(([choice, words, picture]) =>
      make("label", {}, make("input", { type: "checkbox", checked: state[name].includes(choice), onchange: () => toggle(name, choice) }),
        picture ?? null, make("span", {}, words), make("span", { class: "count" }, counts[name].get(choice) ?? 0))));
    side.replaceChildren(
      button(t("reset"), () => store.resetFilters(), { id: "reset", disabled: !store.filtered }),
      box("kinds", graph.kinds.map((kind) => [kind.id, inWords(kind), mark(kind)])),
      box("regions", graph.groups.filter((group) => group.hub).map((group) => [group.hub.key, inWords(group)])),
      box("statuses", [...graph.statuses.map((status) => [status.id, inWords(status)]), ["", t("noStatus")]]),
      box("levels", [...graph.levels.map((level) => [level.n, inWords(level)]), [-1, t("noLevel")]]),
      box("documents", graph.documents.map((report) => [report.key, report.title])),
    );
  };
  context.onChange(show);
  show();
}

const WORD = { kinds: "kind", regions: "region", statuses: "status", levels: "level", documents: "document" };
