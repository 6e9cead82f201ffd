// Words of reports as a reader can see them: none of them moves, hides or turns round what stands beside it.

import { make } from "./dom.js";

/** Characters without a picture of their own: controls, what turns the direction of a line, what is no character. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const BREAKS = "\n\r\t";

/** A character by its number, for few fonts have a picture of it. */
const codeOf = (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** The text with each unseen character told by its number: for places that take nothing but text. @param {string} text */
export const visible = (text) => text.replace(UNSEEN, codeOf);

/** The same as parts of an element, the numbers in small type; line breaks of a quote may stay what they are (`lines`). @param {string} text @param {boolean} [lines] @returns {(string | Node)[]} */
function spelled(text, lines = false) {
  const parts = [];
  let done = 0;
  for (const { 0: char, index } of text.matchAll(UNSEEN)) {
    if (lines && BREAKS.includes(char)) continue;
    parts.push(text.slice(done, index), make("span", { class: "unseen-char" }, codeOf(char)));
    done = index + 1;
  }
  return [...parts, text.slice(done)].filter((part) => part !== "");
}

/** A name that keeps its direction to itself. @param {string} text @param {Record<string, any>} [attributes] */
export const bdi = (text, attributes = {}) => make("bdi", attributes, ...spelled(text));

/** The text in parts, with `<mark>` around the pieces whose starts and ends are given. @param {string} text @param {number[]} marks @param {boolean} [lines] */
export function pieces(text, marks, lines = false) {
  const parts = [];
  let done = 0;
  for (let n = 0; n + 1 < marks.length; n += 2) {
    parts.push(...spelled(text.slice(done, marks[n]), lines), make("mark", {}, ...spelled(text.slice(marks[n], marks[n + 1]), lines)));
    done = marks[n + 1];
  }
  return [...parts, ...spelled(text.slice(done), lines)];
}
