// A quote as a citation that can be pasted into a text.

import { at, button, make } from "./dom.js";
import { t } from "./words.js";

/** @typedef {import("./graph.js").Evidence} Evidence */

/**
 * One line after GB/T 7714: 发布单位. 标题[R]. 日期. 文件, 第 起–止 字: “引文”. What a report does not tell is left out.
 * @param {Evidence} evidence
 */
export function citation({ document: report, start, end, quote }) {
  const said = `第 ${start}–${end} 字: “${quote.replace(/\s+/g, " ").trim()}”.`;
  if (!report) return said;
  const parts = [report.issuer, `${report.title}[R${report.url ? "/OL" : ""}]`, report.date].filter(Boolean).map((part) => `${part}. `);
  return `${parts.join("")}${report.file}, ${said}${report.url ? ` ${report.url}.` : ""}`;
}

/** A button that copies the citation; where the browser does not let it, the line appears, selected. @param {Evidence} evidence */
export function citeButton(evidence) {
  const line = citation(evidence);
  const element = button(t("cite"), async () => {
    if (await copied(line)) return announce(t("cited"));
    const shown = element.parentElement?.querySelector("textarea") ?? make("textarea", { class: "citation", readonly: true, rows: 4, "aria-label": t("cite") });
    /** @type {HTMLTextAreaElement} */ (shown).value = line;
    element.parentElement?.append(shown);
    /** @type {HTMLTextAreaElement} */ (shown).focus();
    /** @type {HTMLTextAreaElement} */ (shown).select();
    announce(t("selectedToCopy"));
  }, { class: "small" });
  return element;
}

/** @param {string} text @returns {Promise<boolean>} */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

let said = 0;

/** Tells it to eyes and screen readers, for some seconds. @param {string} words */
function announce(words) {
  const place = at("notice");
  place.textContent = words;
  clearTimeout(said);
  said = setTimeout(() => { if (place.textContent === words) place.textContent = ""; }, 4000);
}
