// Tables as files for a spreadsheet, whose cells it shows and does not run; as `kg/export/cells.py` writes them.

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const FORMULA = /^(?:[\s\x00-\x20\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/;

/** The text of a cell, behind a `'` where a spreadsheet would take it for a formula. @param {unknown} cell */
export function safeCell(cell) {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? "'" + text : text;
}

/** Lines that end in CR LF, behind the mark by which spreadsheets know UTF-8. @param {string[]} head @param {unknown[][]} rows */
export function csvText(head, rows) {
  const line = (cells) => cells.map((cell) => quoted(safeCell(cell))).join(",") + "\r\n";
  return "\ufeff" + line(head) + rows.map(line).join("");
}

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Hands a file to the reader. @param {string} name @param {string} text */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
