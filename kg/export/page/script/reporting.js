// Who reports on which years: what a report says nothing about is not the same as a year without a report.

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Group} Group */
/** @typedef {import("./graph.js").Fact} Fact */
/** @typedef {import("./state.js").State} State */
/** @typedef {{group: Group, years: Map<number, "review" | "plan">}} Reporter `years` that reports of the group review or plan; reviewed ones count first */

/** The groups whose reports the filters leave, in the order of the graph. @param {Graph} graph @param {State} state @returns {Reporter[]} */
export function reporters(graph, state) {
  const found = new Map(), wanted = new Set(state.documents), regions = new Set(state.regions);
  for (const report of graph.documents) {
    if (wanted.size && !wanted.has(report.key)) continue;
    if (regions.size && !graph.chainOf(report.group.hub).some((region) => regions.has(region.key))) continue;
    const years = found.get(report.group) ?? new Map();
    found.set(report.group, years);
    for (const year of report.plan) if (!years.has(year)) years.set(year, "plan");
    for (const year of report.review) years.set(year, "review");
  }
  return graph.groups.filter((group) => found.has(group)).map((group) => ({ group, years: found.get(group) }));
}

/** The groups whose reports tell a fact, each once. @param {Fact} fact @returns {Group[]} */
export const tellersOf = (fact) => (fact.documents.length === 1 ? [fact.documents[0].group] : [...new Set(fact.documents.map((report) => report.group))]);

/** `2018–2019, 2023`. @param {Iterable<number>} years */
export function yearsInWords(years) {
  const runs = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join("、");
}

/** Whether any of the years lies in the chosen span. @param {Iterable<number>} years @param {State} state */
export const anyChosen = (years, { years: span }) => !span || [...years].some((year) => span[0] <= year && year <= span[1]);
