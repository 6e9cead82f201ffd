// Finding things as people type: simplified or traditional characters, pinyin, initials, pieces of names.

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Entity} Entity */

/**
 * The entities that what was typed may mean, the best first: whole names before beginnings before pieces, characters before
 * letters, and of equals what more facts speak of.
 * @param {Graph} graph @param {string} typed @param {number} [most] @returns {Entity[]}
 */
export function find(graph, typed, most = 60) {
  const wanted = plain(graph, typed);
  if (!wanted) return [];
  const letters = /^[a-z]+$/.test(wanted);
  const hits = [];
  for (const entity of graph.entities) {
    const rank = Math.min(...[entity.name, ...entity.aliases].map((name) => rankOf(graph, plain(graph, name), wanted, letters)));
    if (rank < Infinity) hits.push({ entity, rank });
  }
  hits.sort((a, b) => a.rank - b.rank || b.entity.facts.length - a.entity.facts.length || a.entity.n - b.entity.n);
  return hits.slice(0, most).map((hit) => hit.entity);
}

/** Lower case, simplified, without spaces and marks. */
export function plain(graph, text) {
  return [...text.normalize("NFKC").toLowerCase()].map((char) => graph.traditional[char] ?? char).join("").replace(/[\s'’“”"·・「」『』《》]/g, "");
}

function rankOf(graph, name, wanted, letters) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  if (!letters) return Infinity;
  const chars = [...name];
  for (let start = 0; start < chars.length; start++) if (spells(graph, chars, start, wanted)) return start === 0 ? 3 : 4;
  return Infinity;
}

/** Whether letters spell characters from a place on, each by a whole reading or its beginning: "sj", "shuangj", "shuangjian" for 双减. */
function spells(graph, chars, start, letters) {
  if (letters === "") return true;
  if (start >= chars.length) return false;
  const readings = graph.letters[chars[start]];
  if (!readings) return letters[0] === chars[start] && spells(graph, chars, start + 1, letters.slice(1));
  for (const reading of readings.split(" "))
    for (let length = reading.length; length > 0; length--) {
      // Inside a name a syllable is typed whole or by its first letters (s, sh); only the last may break off anywhere.
      const whole = length === reading.length || length === 1 || (length === 2 && reading[1] === "h");
      if (letters.startsWith(reading.slice(0, length)) && (whole || length === letters.length) && spells(graph, chars, start + 1, letters.slice(length))) return true;
    }
  return false;
}
