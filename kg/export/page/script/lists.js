// What the table can list: facts, things, figures and reports, each as columns. Pure.

import { anyChosen, tellersOf, yearsInWords } from "./reporting.js";
import { thingOf } from "./statusmark.js";
import { inChinese, inWords } from "./words.js";

/** @typedef {import("./page.js").Context} Context */
/**
 * @typedef {{id: string, word: string, key: string, width: number, text: (row: any) => string, number?: (row: any) => number, lazy?: boolean}} Column
 *   `key`: what the head of a file adds in English; `number`: what to sort by where it is not the text; `lazy`: not to be sorted by
 */
/** @typedef {{id: string, columns: Column[], rows: () => any[], choose: (row: any) => Record<string, any> | null}} List `choose` is the change of the state, if there is one */

/** @param {Context} context @returns {Record<string, List>} */
export function listsOf(context) {
  const { graph } = context, told = (one) => one.facts.filter((fact) => context.shows(fact));
  const status = (row) => (row.status < 0 ? "" : inWords(graph.statuses[row.status])), year = (row) => (row.year ? `${row.year}` : "");
  const groupsIn = (row) => tellersOf(row).map(inWords).join("；"), names = (ends) => ends.filter(Boolean).map((end) => end.name).join("；");
  const first = (row, pick) => pick(...spanOf(told(row)));
  const column = (id, word, key, width, text, more = {}) => ({ id, word: `col-${word}`, key, width, text, ...more });
  const shared = {
    year: column("year", "year", "year", 76, year, { number: (row) => row.year || 9999 }),
    status: column("status", "status", "status", 92, status, { number: (row) => row.status }),
    told: column("told", "told", "told_by", 130, groupsIn),
    sure: column("sure", "sureness", "confidence", 86, (row) => (row.confidence / 100).toFixed(2), { number: (row) => row.confidence }),
  };
  return {
    facts: {
      id: "facts",
      columns: [
        column("kind", "kind", "type", 80, (fact) => inWords(fact.kind)),
        column("subject", "subject", "subject", 210, (fact) => thingOf(fact)?.name ?? ""),
        column("object", "object", "object", 190, (fact) => names(fact.ends.filter((end) => end !== thingOf(fact)))),
        shared.year, shared.status, shared.told,
        column("quote", "quote", "quote", 420, (fact) => graph.evidenceOf(fact)[0]?.quote ?? "", { lazy: true }),
        column("places", "places", "places", 78, (fact) => `${fact.places}`, { number: (fact) => fact.places }),
        shared.sure,
      ],
      rows: () => context.passing.facts,
      choose: (fact) => ({ fact: fact.key, selected: "" }),
    },
    entities: {
      id: "entities",
      columns: [
        column("kind", "kind", "type", 90, (one) => inWords(one.kind)),
        column("name", "name", "name", 260, (one) => one.name),
        column("aliases", "aliases", "aliases", 220, (one) => one.aliases.join("；")),
        column("level", "rank", "level", 110, (one) => (one.level < 0 ? "" : inWords(graph.levels[one.level])), { number: (one) => (one.level < 0 ? 9 : one.level) }),
        column("region", "region", "region", 120, (one) => one.region?.name ?? ""),
        column("told", "told", "told_by", 200, (one) => [...new Set(told(one).flatMap(tellersOf))].map(inWords).join("；")),
        column("first", "firstYear", "first_year", 90, (one) => first(one, (low) => (low ? `${low}` : "")), { number: (one) => first(one, (low) => low || 9999) }),
        column("last", "lastYear", "last_year", 90, (one) => first(one, (_, high) => (high ? `${high}` : "")), { number: (one) => first(one, (_, high) => high) }),
        column("count", "factCount", "facts", 80, (one) => `${told(one).length}`, { number: (one) => told(one).length }),
      ],
      rows: () => graph.entities.filter((one) => context.passing.entities.has(one)),
      choose: (one) => ({ selected: one.key, fact: "" }),
    },
    figures: {
      id: "figures",
      columns: [
        column("what", "what", "what", 200, (one) => one.what),
        column("qualifiers", "qualifiers", "qualifiers", 180, (one) => one.qualifiers.join("；")),
        column("value", "value", "value", 110, (one) => one.value, { number: (one) => Number.parseFloat(one.value.replace("约", "")) }),
        column("unit", "unit", "unit", 80, (one) => one.unit),
        column("region", "region", "region", 120, (one) => one.region?.name ?? ""),
        column("about", "about", "school", 160, (one) => one.about?.name ?? ""),
        shared.year, shared.status, shared.told,
        column("quote", "quote", "quote", 380, (one) => graph.evidenceOfFigure(one)[0]?.quote ?? "", { lazy: true }),
        shared.sure,
      ],
      rows: () => graph.figures.filter(figurePasses(graph, context.store.state)),
      choose: (one) => (one.about ?? one.region ? { selected: (one.about ?? one.region).key, fact: "" } : null),
    },
    reports: {
      id: "reports",
      columns: [
        column("title", "title", "title", 320, (one) => one.title),
        column("told", "region", "region", 150, (one) => inWords(one.group)),
        column("issuer", "issuer", "issuer", 180, (one) => one.issuer),
        column("date", "date", "date", 110, (one) => one.date),
        column("review", "reviewYears", "review_years", 110, (one) => yearsInWords(one.review)),
        column("plan", "planYears", "plan_years", 110, (one) => yearsInWords(one.plan)),
        column("file", "file", "file", 260, (one) => one.file),
      ],
      rows: () => {
        if (!context.store.filtered) return graph.documents;
        const told = new Set(context.passing.facts.flatMap((fact) => fact.documents));
        return graph.documents.filter((one) => told.has(one));
      },
      choose: (one) => ({ report: one.key, selected: "", fact: "" }),
    },
  };
}

/** The first and the last year that facts tell, 0 where none does. */
function spanOf(facts) {
  let low = 0, high = 0;
  for (const { year } of facts) if (year) { if (!low || year < low) low = year; if (year > high) high = year; }
  return [low, high];
}

/** Figures pass those filters that speak of what they have: region, year, status, report, confidence. */
function figurePasses(graph, state) {
  const set = (chosen) => (chosen.length ? new Set(chosen) : null), [regions, statuses, documents] = [state.regions, state.statuses, state.documents].map(set);
  const within = (region) => graph.chainOf(region).some((one) => regions.has(one.key));
  return (one) =>
    (!regions || within(one.region) || within(one.about?.region ?? null) || one.documents.some((report) => within(report.group.hub))) &&
    (!statuses || statuses.has(one.status < 0 ? "" : graph.statuses[one.status].id)) && (!documents || one.documents.some((report) => documents.has(report.key))) &&
    one.confidence >= state.confidence && (!state.years || anyChosen([one.year], state));
}

/** The same rows for a file: every place of the evidence that the page holds is a line of its own. @returns {{head: string[], lines: unknown[][]}} */
export function fileOf(graph, list, rows) {
  const plain = list.columns.filter((one) => !one.lazy), told = list.columns.length > plain.length;
  const attributes = list.id === "facts" ? Object.keys(graph.attributes).filter((name) => rows.some((row) => name in row.attributes)) : [];
  const word = (pair) => pair.join(" ");
  const head = [...plain.map((one) => `${inChinese(one.word)} ${one.key}`), ...attributes.map((name) => `${graph.attributes[name][0]} ${name}`),
    ...(told ? [["报告", "report"], ["来源文件", "file"], ["来源标识", "source"], ["起", "start"], ["止", "end"], ["原文", "quote"], ["规则", "rule"]].map(word) : []), "标识 key"];
  const lines = rows.flatMap((row) => {
    const cells = [...plain.map((one) => one.text(row)), ...attributes.map((name) => row.attributes[name] ?? "")];
    if (!told) return [[...cells, row.key]];
    const evidence = list.id === "facts" ? graph.evidenceOf(row) : graph.evidenceOfFigure(row);
    return evidence.map((one) => [...cells, one.document?.title, one.document?.file, one.document?.key, one.start, one.end, one.quote, one.rule, row.key]);
  });
  return { head, lines };
}
