// What follows from the graph: who does the same, how it spread, what was kept, which honors rise, what hangs together.

import { csvText, download } from "./csv.js";
import { button, make } from "./dom.js";
import { comparing } from "./findcompare.js";
import { spreading } from "./finddiffusion.js";
import { grouping } from "./findgroups.js";
import { climbing } from "./findladder.js";
import { copying } from "./findlineage.js";
import { promising } from "./findpromises.js";
import { reaching } from "./findreach.js";
import { foundOf } from "./found.js";
import { onlyChose } from "./marked.js";
import { inChinese, t } from "./words.js";

const FINDINGS = [comparing, spreading, promising, climbing, reaching, copying, grouping];

export const findings = {
  id: "findings",
  /** @param {HTMLElement} root @param {import("./page.js").Context} context */
  mount(root, context) {
    const { store, graph } = context, found = foundOf(graph), bar = make("div", { class: "view-bar view-line" }), body = make("div", { class: "scroll finding", tabindex: "-1" });
    root.replaceChildren(make("div", { class: "beside" }, bar, body));
    let shown = "";
    const draw = () => {
      const one = FINDINGS.find((finding) => finding.id === store.state.finding) ?? FINDINGS[0], rows = /** @type {any[]} */ (one.rows(context, found));
      const held = /** @type {HTMLElement | null} */ (root.contains(document.activeElement) ? document.activeElement : null)?.dataset.key, scrolled = body.scrollTop;
      bar.replaceChildren(
        make("span", { class: "segments", role: "group" }, ...FINDINGS.map((finding) => button(t(`finding-${finding.id}`), () => store.set({ finding: finding === FINDINGS[0] ? "" : finding.id }),
          { "aria-pressed": String(finding === one), "data-key": `finding-${finding.id}`, id: `finding-${finding.id}` }))),
        one.table ? button(t("downloadCsv"), () => save(one, rows), { id: "download", class: "plain", disabled: !rows.length, "data-key": "download" }) : "",
        one.silent ? make("span", { class: "soft", id: "silence" }, t("heldRegions", { count: found.rows("held").length }), "；", t("silence")) : "");
      body.replaceChildren(...one.nodes(context, found, rows).filter((node) => node !== null));
      body.dataset.finding = one.id;
      body.scrollTop = shown === one.id ? scrolled : 0;
      shown = one.id;
      if (held) /** @type {HTMLElement | null} */ ([...root.querySelectorAll("[data-key]")].find((element) => /** @type {HTMLElement} */ (element).dataset.key === held))?.focus();
      context.seen.findings = { found, rows: () => rows };
    };
    /** The table of the command, with the rows that are shown. */
    const save = (one, rows) => {
      const columns = found.columns(one.table);
      download(`教育工作报告-${inChinese(`finding-${one.id}`)}.csv`, csvText(columns.map(({ name, zh }) => `${zh} ${name}`), rows.map((row) => columns.map(({ name }) => row[name]))));
    };
    draw();
    return { update: (state, before) => { if (!onlyChose(state, before)) draw(); }, leave() {} };
  },
};
