// The timeline: rows of regions, kinds and things, columns of years, a mark for each fact.

import { Marked, onlyChose } from "./marked.js";
import { button, draw, make } from "./dom.js";
import { emptiness, only } from "./emptiness.js";
import { lanesOf } from "./lanes.js";
import { onPaper } from "./light.js";
import { MOST_MARKS } from "./marks.js";
import { bdi } from "./spell.js";
import { kindOf, legendLine, marksExplained, statusMark, statusOf, statusWord } from "./statusmark.js";
import { stripOf, TOP_WORDS } from "./strip.js";
import { windowed } from "./windowed.js";
import { inWords, t } from "./words.js";

/** @typedef {import("./page.js").Context} Context */

const YEAR_GAP = 26;

export const timeline = {
  id: "timeline",
  /** @param {HTMLElement} root @param {Context} context */
  mount(root, context) {
    const { graph, store } = context;
    const line = make("div", { class: "view-line" }), legend = legendLine(), bar = make("div", { class: "view-bar" }, line, legend.element), head = make("div", { class: "years" }), above = make("div"), rows = make("div"), below = make("div");
    const board = make("div", { class: "board" }, head, above, rows, below), scroller = make("div", { class: "scroll", id: "timeline", tabindex: -1 }, board);
    root.replaceChildren(make("div", { class: "beside" }, bar, scroller));
    let shown = lanesOf(context), strips = /** @type {import("./strip.js").Strip[]} */ ([]), columns = { left: new Map(), width: 0, label: 0, all: 0 }, held = "", wide = -1;
    const choices = new Marked((facts) => facts.some((one) => one.key === store.state.fact));

    let room = MOST_MARKS;
    const list = windowed(scroller, (elements, over, under) => {
      room = MOST_MARKS;
      rows.replaceChildren(...elements);
      above.style.height = `${over}px`;
      below.style.height = `${under}px`;
      const spots = marksOf(rows);
      (spots.find((spot) => spot.dataset.key === held) ?? spots[0])?.setAttribute("tabindex", "0");
    });

    const show = () => {
      shown = lanesOf(context);
      columns = yearColumns(shown.years, scroller.clientWidth);
      wide = scroller.clientWidth;
      const chooses = line.contains(document.activeElement);
      line.replaceChildren(...lineOf(context, shown));
      legend.fill(timelineKeys(context, shown));
      if (chooses) bar.querySelector("select")?.focus();
      const nothing = !shown.facts.length, focus = graph.byKey.get(store.state.focus);
      only(scroller, nothing ? emptiness(context, focus ? t("nothingHere", { name: focus.name }) : undefined) : board);
      if (nothing) return;
      board.style.width = `${columns.all}px`;
      board.style.setProperty("--label", `${columns.label}px`);
      head.replaceChildren(make("div", { class: "corner" }), ...headOf(shown.years, columns));
      strips = shown.lanes.map((lane) => stripOf(graph, lane, columns.left, columns.width, columns.label));
      list.set(strips.map((strip) => strip.height), row);
    };

    const row = (n) => {
      const lane = shown.lanes[n], strip = strips[n], spots = onPaper() ? strip.spots : strip.spots.slice(0, room), left = strip.spots.length - spots.length;
      room -= spots.length;
      const element = make("div", { class: `lane depth-${Math.min(2, lane.depth)}`, role: "group", "aria-label": lane.title, "data-lane": n },
        label(lane), draw("svg", { width: columns.all - columns.label, height: strip.height, class: "strip" }, ...shades(lane, columns, strip.height),
          ...(left ? [] : strip.joins()).map(([a, b]) => draw("path", { class: "join", d: joinOf(a, b) })),
          ...spots.map((spot, m) => spotOf(lane, spot, m)), left ? draw("text", { class: "covered-word", x: 7, y: strip.height - 4 }, t("moreMarks", { rest: left })) : null));
      element.style.height = `${strip.height}px`;
      return element;
    };

    const label = (lane) => {
      const count = make("span", { class: "soft" }, t("factsCount", { count: lane.count }));
      const act = lane.opens ? () => toggle(lane) : lane.entity ? () => store.set({ selected: lane.entity?.key ?? "", fact: "" }) : null;
      const inside = [lane.opens ? make("span", { class: "turn", "aria-hidden": "true" }, lane.open ? "▾" : "▸") : null, make("span", {}, bdi(lane.title), " ", count)];
      const element = make("div", { class: "label" }, act ? make("button", { type: "button", onclick: act, "data-key": lane.id, "aria-expanded": lane.opens ? String(lane.open) : null }, ...inside) : make("span", { class: "still" }, ...inside));
      element.style.setProperty("--depth", String(lane.depth));
      return element;
    };

    const toggle = (lane) => {
      const { open } = store.state;
      store.set({ open: open.includes(lane.id) ? open.filter((one) => one !== lane.id) : [...open, lane.id] });
    };

    const spotOf = (lane, spot, m) => {
      const [fact] = spot.facts, several = spot.facts.length > 1, key = `${lane.id}#${m}`;
      const words = several ? stackWords(graph, spot.facts) : markSaid(graph, fact);
      const act = () => {
        held = key;
        const things = new Set(spot.facts.map((one) => one.ends.find(Boolean)));
        if (!several) store.set({ fact: fact.key, selected: "" });
        else if (lane.opens && !lane.open) toggle(lane);
        else if (lane.entity || things.size === 1) store.set({ selected: (lane.entity ?? [...things][0])?.key ?? "", fact: "" });
        else store.set({ fact: fact.key, selected: "" });
      };
      const picture = spot.picture ? statusMark(kindOf(graph, fact), statusOf(graph, fact)) : null;
      for (const [name, value] of Object.entries({ x: 0, y: 0, width: 14, height: 14 })) picture?.setAttribute(name, String(value));
      return choices.stands(draw("g", { class: "spot", transform: `translate(${spot.x} ${spot.y})`, role: "button", tabindex: -1, "aria-label": words,
        "data-key": key, "data-x": spot.x, onclick: act, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } }, onfocus: () => { held = key; } },
        draw("title", {}, words), draw("rect", { class: "reach", x: -2, y: -3, width: spot.text ? 44 : 18, height: 20, rx: 4 }),
        picture, spot.text ? draw("text", { x: spot.picture ? 18 : 0, y: 11.5 }, spot.text) : null), spot.facts);
    };

    scroller.addEventListener("keydown", (event) => {
      const from = /** @type {Element} */ (event.target), turn = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!turn || !from.classList.contains("spot")) return;
      event.preventDefault();
      const to = turn[0] ? besideOf(from, turn[0]) : acrossOf(from, turn[1]);
      if (!to) { if (turn[1]) scroller.scrollTop += turn[1] * 120; return; }
      from.setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      /** @type {SVGElement} */ (to).focus();
    });
    // Whoever closes the panel comes back to the view, which may have been drawn anew: on to the mark that led there.
    const back = (event) => { if (event.target === root && held) list.focusOn(held); };
    root.addEventListener("focus", back);
    // The panel takes room from the view, but moves nothing in it: who clicked a mark finds it where it was.
    const watch = new ResizeObserver(() => { if (Math.abs(scroller.clientWidth - wide) > 20 && !(document.body.classList.contains("panel-open") && scroller.clientWidth < wide)) show(); });
    watch.observe(scroller);
    show();
    context.seen.timeline = { lanes: () => shown, columns: () => columns };
    return {
      update(state, before) {
        if (onlyChose(state, before)) return choices.renew(rows, ".spot");
        show();
        if (state.focus !== before.focus) scroller.scrollTo(0, 0);
      },
      leave() { list.leave(); watch.disconnect(); root.removeEventListener("focus", back); },
    };
  },
};

const marksOf = (rows) => /** @type {SVGElement[]} */ ([...rows.querySelectorAll(".spot")]);
const besideOf = (spot, step) => {
  const row = [...spot.parentNode.querySelectorAll(".spot")].sort((a, b) => a.dataset.x - b.dataset.x);
  return row[row.indexOf(spot) + step];
};
const acrossOf = (spot, step) => {
  let lane = spot.closest(".lane");
  do lane = step < 0 ? lane.previousElementSibling : lane.nextElementSibling; while (lane && !lane.querySelector(".spot"));
  return lane && [...lane.querySelectorAll(".spot")].sort((a, b) => Math.abs(a.dataset.x - spot.dataset.x) - Math.abs(b.dataset.x - spot.dataset.x))[0];
};

/** Years side by side; where years are left out, a narrow gap. */
function yearColumns(years, room) {
  const label = room < 600 ? 118 : 212, gaps = years.filter((year, n) => n && year && year - years[n - 1] > 1).length;
  const width = Math.max(room < 600 ? 96 : 120, Math.min(300, Math.floor((room - label - 4 - gaps * YEAR_GAP) / Math.max(1, years.length)))), left = new Map();
  let x = 0;
  years.forEach((year, n) => {
    if (n && year && year - years[n - 1] > 1) x += YEAR_GAP;
    left.set(year, x);
    x += width;
  });
  return { left, width, label, all: label + x };
}

function headOf(years, { left, width, label }) {
  return years.map((year, n) => {
    const element = make("div", { class: `year-head${n && year && year - years[n - 1] > 1 ? " after-gap" : ""}` }, year || t("noYear"));
    element.style.left = `${label + (left.get(year) ?? 0)}px`;
    element.style.width = `${width}px`;
    return element;
  });
}

/** The years of a row's reports on a ground of their own. */
function shades(lane, { left, width }, height) {
  return [...left].flatMap(([year, x]) => {
    const held = lane.covered.get(year);
    return [draw("line", { class: "rule", x1: x, x2: x, y1: 0, y2: height }),
      held ? draw("rect", { class: `covered ${held}`, x: x + 1, y: 0, width: width - 2, height }) : null,
      held && lane.depth === 0 ? draw("text", { class: "covered-word", x: x + 7, y: TOP_WORDS - 4 }, t(held === "review" ? "reviewed" : "foreseen")) : null];
  });
}

function joinOf(a, b) {
  const [from, to] = [{ x: a.x + 7, y: a.y + 7 }, { x: b.x + 7, y: b.y + 7 }], bend = from.x === to.x ? 0 : (to.x - from.x) / 2;
  return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

/** A fact in one line, for the tooltip and for who listens to the page. */
function markSaid(graph, fact) {
  return [inWords(fact.kind), fact.ends.filter(Boolean).map((end) => end.name).join(" · "), fact.year || t("noYear"), statusWord(graph, fact)].filter(Boolean).join("，");
}

function stackWords(graph, facts) {
  const names = [...new Set(facts.map((fact) => fact.ends.find(Boolean)?.name))];
  return [`${statusWord(graph, facts[0])} ${t("factsCount", { count: facts.length })}`, ...names.slice(0, 12), ...(names.length > 12 ? ["…"] : [])].join("\n");
}

function lineOf(context, { years, facts, timeless }) {
  const { graph, store } = context, focus = graph.byKey.get(store.state.focus) ?? null, told = new Set(graph.documents.map((report) => report.group));
  const hubs = graph.groups.filter((group) => group.hub && told.has(group)), other = focus && !hubs.some((group) => group.hub === focus) ? focus : null;
  const option = (value, words) => make("option", { value, selected: value === (focus?.key ?? "") }, words);
  const select = make("select", { id: "timeline-of", "aria-label": t("timelineOf"), "data-key": "timeline-of", onchange: (event) => store.set({ focus: event.target.value }) },
    option("", t("allRegions")), other && option(other.key, `${inWords(other.kind)}：${other.name}`), ...hubs.map((group) => option(group.hub?.key, inWords(group))));
  const known = years.filter(Boolean);
  return [
    make("label", {}, make("span", { class: "soft" }, t("timelineOf")), select),
    focus ? button(t("allRegions"), () => store.set({ focus: "" }), { class: "plain" }) : null,
    known.length ? make("strong", {}, known[0] === known.at(-1) ? `${known[0]}` : `${known[0]}–${known.at(-1)}`) : null, make("span", { class: "soft" }, t("factsCount", { count: facts.length })),
    timeless ? make("span", { class: "soft" }, t("timeless", { count: timeless })) : null,
  ].filter(Boolean);
}

function timelineKeys({ graph }, { facts }) {
  if (!facts.length) return [];
  const kinds = new Set(facts.map((fact) => kindOf(graph, fact)));
  return [...marksExplained(graph, graph.kinds.filter((kind) => kinds.has(kind))),
    make("span", { class: "explained" }, make("span", { class: "swatch" }), t("coveredYears")), make("span", { class: "explained" }, make("span", { class: "swatch line" }), t("joinedMarks"))];
}
