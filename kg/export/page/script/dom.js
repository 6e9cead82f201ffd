// Elements. Words of reports reach the page as text only: every element is made here, none is parsed from a string.

/** @param {string} id @returns {HTMLElement} */
export const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * An element with its attributes and what stands in it; strings become text, `null` and `false` nothing.
 * Attributes that begin with "on" are listeners: `make("button", {onclick: go}, "往")`.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | number | null | false | undefined)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

/** The same for a part of a drawing. @returns {SVGElement} */
export function draw(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== false) element.append(child instanceof Node ? child : String(child));
  return element;
}

/** @param {Node | string | undefined} label @param {() => void} onclick @param {Record<string, any>} [more] */
export function button(label, onclick, more = {}) {
  return make("button", { type: "button", onclick, ...more }, label);
}

const PATHS = {
  dot: "M8 2a6 6 0 1 0 .01 0z", square: "M3 3h10v10H3z", diamond: "M8 1l6 7-6 7-6-7z", triangle: "M8 2l7 12H1z",
  triangleDown: "M8 14L1 2h14z", hexagon: "M4 2h8l4 6-4 6H4L0 8z",
  star: "M8 1l2 5h5l-4 3.2 1.6 5.3L8 11.4l-4.6 3.1L5 9.2 1 6h5z",
};

/** The mark of a kind as a small picture in its colour: form and colour both tell the kind. */
export function mark(kind) {
  const path = draw("path", { d: PATHS[kind.shape] });
  return draw("svg", { viewBox: "0 0 16 16", class: `mark kind-${kind.id}`, "aria-hidden": "true" }, path);
}
