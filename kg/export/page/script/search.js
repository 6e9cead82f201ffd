// Finding things as people type: simplified or traditional characters, pinyin, initials, short forms, several words.

import { keptFor } from "./kept.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Entity} Entity */
/** @typedef {import("./graph.js").Kind} Kind */
/** @typedef {{entity: Entity, name: string, rank: number}} Hit `name`: which of its names was meant */
/** @typedef {{kind: Kind, hits: Hit[]}} Sort all hits of a kind, the best first */

/** Whole names before beginnings before pieces, characters before letters, pieces with gaps last. */
const RANK = { whole: 0, begins: 1, holds: 2, spelled: 3, spelledBegin: 4, spelledWithin: 5, region: 6, gaps: 7, spelledGaps: 8 };
/** Characters that a short form may leave out at one place: 石门县第一完全小学 for 石门一小. */
const MOST_GAP = 4;
/** So many readings of a character, the usual ones, may be shortened: 示 is also read zhi, but nobody means it by z. */
const USUAL = 2;
/** Longer input is cut: places in it are bits of one number. */
const MOST_TYPED = 30;

/**
 * The things that what was typed may mean, by kind: the kind of the best hit first; among equals first what more facts speak of.
 * Of several words each must be in a name or in the name of a region above; one at least in a name.
 * @param {Graph} graph @param {string} typed @returns {Sort[]}
 */
export function find(graph, typed) {
  const index = indexOf(graph), words = typed.split(/\s+/).map((word) => index.plain(word)).filter(Boolean).map((word) => wordOf(index, word));
  if (!words.length) return [];
  let hits = look(graph, index, words, false);
  if (!hits.length) hits = look(graph, index, words, true);
  hits.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || b.entity.facts.length - a.entity.facts.length || a.entity.n - b.entity.n);
  const sorts = new Map();
  for (const hit of hits) {
    if (!sorts.has(hit.entity.kind)) sorts.set(hit.entity.kind, { kind: hit.entity.kind, hits: [] });
    sorts.get(hit.entity.kind).hits.push(hit);
  }
  return [...sorts.values()];
}

/** The pieces of the name that were typed, as places in it. @param {Graph} graph @param {string} name @param {string} typed @returns {number[]} */
export function typedIn(graph, name, typed) {
  const index = indexOf(graph), { ids, places } = index.read(name), marked = new Set();
  for (const typedWord of typed.split(/\s+/)) {
    const word = wordOf(index, index.plain(typedWord));
    if (!word.length) continue;
    for (const n of placesOf(word, ids)) marked.add(n);
  }
  const marks = [];
  for (const n of [...marked].sort((a, b) => a - b)) {
    const [start, end] = places[n];
    if (marks.length && start <= marks[marks.length - 1]) marks[marks.length - 1] = Math.max(end, marks[marks.length - 1]);
    else marks.push(start, end);
  }
  return marks;
}

/** @returns {Hit[]} unsorted */
function look(graph, index, words, gapsInLetters) {
  const hits = [];
  for (const entity of graph.entities) {
    let worst = -1, inName = false, name = entity.name;
    for (const word of words) {
      let best = Infinity, meant = entity.name;
      for (let n = index.first[entity.n]; n < index.first[entity.n + 1]; n++) {
        const rank = rankOf(word, index.ids[n], index.texts[n], gapsInLetters);
        if (rank < best) { best = rank; meant = index.names[n]; }
      }
      if (best < Infinity) { if (!inName) name = meant; inName = true; }
      else if (words.length > 1 && above(graph, index, entity, word)) best = RANK.region;
      worst = Math.max(worst, best);
      if (worst === Infinity) break;
    }
    if (worst < Infinity && inName) hits.push({ entity, name, rank: worst });
  }
  return hits;
}

/** Whether a word names a region in which the thing lies, or whose reports name it. */
function above(graph, index, entity, word) {
  const tried = word.regions, from = entity.region ?? entity.group.hub;
  if (!from) return false;
  if (!tried.has(from)) tried.set(from, graph.chainOf(from).some((region) => {
    for (let n = index.first[region.n]; n < index.first[region.n + 1]; n++) if (rankOf(word, index.ids[n], index.texts[n], false) <= RANK.spelledWithin) return true;
    return false;
  }));
  return tried.get(from);
}

/** How well a word fits a name; `Infinity` if not at all. */
function rankOf(word, ids, text, gapsInLetters) {
  const at = text.indexOf(word.text);
  if (at === 0) return text.length === word.text.length ? RANK.whole : RANK.begins;
  if (at > 0) return RANK.holds;
  if (word.letters)
    for (let start = 0; start < ids.length; start++) {
      const end = spelledFrom(word, ids, start);
      if (end > 0) return start > 0 ? RANK.spelledWithin : end === ids.length ? RANK.spelled : RANK.spelledBegin;
    }
  if (!word.letters || gapsInLetters) if (withGaps(word, ids)) return word.letters ? RANK.spelledGaps : RANK.gaps;
  return Infinity;
}

/** Behind which character the word is spelled out by characters from `start` on without a gap; 0 if it is not. */
function spelledFrom(word, ids, start) {
  let reached = 1;
  for (let n = start; n < ids.length; n++) {
    reached = word.step(reached, ids[n]);
    if (reached === 0) return 0;
    if (reached & word.done) return n + 1;
  }
  return 0;
}

/** The places of the characters that spell the word, where some are left out between them; `null` if none do. */
function withGaps(word, ids) {
  if (word.length < 2) return null;
  // One pass tells whether it can be at all; the few that are left are tried place by place, and not for ever.
  let reached = 1, left = 400;
  for (const id of ids) reached |= word.step(reached, id);
  if (!(reached & word.done)) return null;
  const onwards = (from, end, reached) => {
    for (let n = from; n < end && left > 0; n++, left--) {
      const next = word.step(reached, ids[n]);
      if (next & word.done) return [n];
      const rest = next && onwards(n + 1, Math.min(ids.length, n + 2 + MOST_GAP), next);
      if (rest) return [n, ...rest];
    }
    return null;
  };
  return onwards(0, ids.length, 1);
}

function placesOf(word, ids) {
  for (let start = 0; start < ids.length; start++) {
    const end = spelledFrom(word, ids, start);
    if (end > 0) return Array.from({ length: end - start }, (_, n) => start + n);
  }
  return withGaps(word, ids) ?? [];
}

/**
 * A typed word as a machine: a set of places in it is a number, `step` tells which places are reached behind one more character.
 * A character stands for itself, for a whole reading, or for the first letters of one (s, sh); only the last syllable may
 * break off anywhere: "sj", "shuangj", "shuangjian", "shuang减" for 双减.
 */
function wordOf(index, text) {
  const chars = [...text].slice(0, MOST_TYPED), length = chars.length, steps = [];
  const from = (id, place) => {
    let reached = index.chars[id] === chars[place] ? 1 << (place + 1) : 0;
    const told = index.readings[id];
    for (let nth = 0; nth < told.length; nth++) {
      const reading = told[nth];
      let same = 0;
      while (same < reading.length && place + same < length && reading[same] === chars[place + same]) same++;
      for (let n = 1; n <= same; n++)
        if (n === reading.length || (nth < USUAL && (n === 1 || (n === 2 && reading[1] === "h") || place + n === length))) reached |= 1 << (place + n);
    }
    return reached;
  };
  const step = (reached, id) => {
    const row = (steps[id] ??= chars.map((_, place) => from(id, place)));
    let next = 0;
    for (let place = 0; reached >> place; place++) if (reached & (1 << place) && place < length) next |= row[place];
    return next;
  };
  return { text: chars.join(""), length, letters: /[a-z]/.test(text), done: 1 << length, step, regions: new Map() };
}

/** All names in plain form, as text and as numbers of characters, made when first asked for. */
export const indexOf = keptFor((graph) => made(graph));

function made(graph) {
  const numbers = new Map(), chars = [], readings = [], forms = new Map();
  const formOf = (char) => {
    if (!forms.has(char)) forms.set(char, [...toneless(char)].map((one) => graph.traditional[one] ?? one).filter((one) => !NEEDLESS.test(one)).join(""));
    return forms.get(char);
  };
  const plain = (text) => [...(/^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFC"))].map(formOf).join("");
  const number = (char) => {
    if (!numbers.has(char)) {
      numbers.set(char, chars.length);
      chars.push(char);
      // ü is typed as v, and by some as u.
      const told = (graph.letters[char] ?? "").split(" ").filter(Boolean);
      readings.push([...new Set(told.flatMap((reading) => (reading.includes("v") ? [reading, reading.replace("v", "u")] : [reading])))]);
    }
    return numbers.get(char);
  };
  /** A name as numbers of its plain characters, and where each of these stands in it. */
  const read = (name) => {
    const ids = [], places = [];
    let at = 0;
    for (const char of name) {
      for (const one of formOf(char)) { ids.push(number(one)); places.push([at, at + char.length]); }
      at += char.length;
    }
    return { ids, places };
  };
  const first = [], names = [], texts = [], ids = [];
  for (const entity of graph.entities) {
    first.push(names.length);
    for (const name of [entity.name, ...entity.aliases]) {
      const found = read(name).ids;
      names.push(name);
      ids.push(Uint16Array.from(found));
      texts.push(found.map((id) => chars[id]).join(""));
    }
  }
  first.push(names.length);
  return { first, names, texts, ids, chars, readings, plain, read };
}

const NEEDLESS = /[\s'’‘“”"·・「」『』《》〈〉()（）【】,，、\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Lower case, without tones; ü as v, as it is typed. */
function toneless(char) {
  return char.toLowerCase().normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").normalize("NFKC").toLowerCase();
}
