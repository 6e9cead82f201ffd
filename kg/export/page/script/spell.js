// Words of reports as a reader can see them: none of them moves, hides or turns round what stands beside it.

import { make } from "./dom.js";

/**
 * The text with a picture for each character that has none: ␀ for NUL; ◌ for what turns the direction of a line or is no character.
 * Places stay: each is one unit of UTF-16. Line breaks of a quote may stay what they are (`lines`).
 * @param {string} text @param {boolean} [lines]
 */
export function visible(text, lines = false) {
  return text.replace(/[\u0000-\u001f\u007f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, (char) => {
    const code = char.charCodeAt(0);
    if (lines && (char === "\n" || char === "\t" || char === "\r")) return char;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : code === 0x2028 || code === 0x2029 ? "\u2424" : "\u25cc";
  });
}

/** A name that keeps its direction to itself. @param {string} text @param {Record<string, any>} [attributes] */
export const bdi = (text, attributes = {}) => make("bdi", attributes, visible(text));

/** The text in parts, with `<mark>` around the pieces whose starts and ends are given. @param {string} text @param {number[]} marks @param {boolean} [lines] */
export function pieces(text, marks, lines = false) {
  const parts = [], shown = visible(text, lines);
  let done = 0;
  for (let n = 0; n + 1 < marks.length; n += 2) {
    parts.push(shown.slice(done, marks[n]), make("mark", {}, shown.slice(marks[n], marks[n + 1])));
    done = marks[n + 1];
  }
  return [...parts, shown.slice(done)].filter((part) => part !== "");
}
