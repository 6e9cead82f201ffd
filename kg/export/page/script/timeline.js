// The timeline view.

import { make } from "./dom.js";

/** @typedef {import("./page.js").Context} Context */

export const timeline = {
  id: "timeline",
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const update = () => root.replaceChildren(make("p", {}, context.passing.facts.length));
    update();
    return { update, leave() {} };
  },
};
