// The table view.

import { make } from "./dom.js";

/** @typedef {import("./page.js").Context} Context */

export const table = {
  id: "table",
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const update = () => root.replaceChildren(make("p", {}, context.passing.facts.length));
    update();
    return { update, leave() {} };
  },
};
