// Regions against programs, and regions against honors.

import { make } from "./dom.js";

/** @typedef {import("./page.js").Context} Context */

const matrix = (id) => ({
  id,
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const update = () => root.replaceChildren(make("p", {}, context.passing.facts.length));
    update();
    return { update, leave() {} };
  },
});

export const programs = matrix("programs");
export const honors = matrix("honors");
