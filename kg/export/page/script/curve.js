// The S-curve of an initiative: of the regions with reports on a year, how many have begun; and all regions so far.

import { draw } from "./dom.js";
import { t } from "./words.js";

const CURVE_HIGH = 150, CURVE_STEP = 46, CURVE_LEFT = 30, CURVE_TOP = 22;

/** @param {import("./found.js").Row[]} years with `year`, `at_risk`, `begun`, `cumulative` */
export function curve(years) {
  const most = Math.max(1, ...years.flatMap((one) => [one.at_risk, one.cumulative])), width = CURVE_LEFT + CURVE_STEP * years.length + 12;
  const y = (count) => CURVE_TOP + CURVE_HIGH - (CURVE_HIGH * count) / most, x = (n) => CURVE_LEFT + CURVE_STEP * n;
  const line = years.map((one, n) => `${n ? "L" : "M"}${x(n) + CURVE_STEP / 2} ${y(one.cumulative)}`).join("");
  const words = years.map((one) => `${one.year} ${one.begun}/${one.at_risk}`).join("；");
  return draw("svg", { class: "curve", viewBox: `0 0 ${width} ${CURVE_TOP + CURVE_HIGH + 24}`, width, height: CURVE_TOP + CURVE_HIGH + 24, role: "img", "aria-label": `${t("curveTitle")}：${words}` },
    draw("path", { class: "axis", d: `M${CURVE_LEFT} ${CURVE_TOP}V${CURVE_TOP + CURVE_HIGH}H${width - 8}` }),
    ...[0, most].map((count) => draw("text", { x: CURVE_LEFT - 6, y: y(count) + 4, "text-anchor": "end" }, count)),
    ...years.flatMap((one, n) => [
      one.at_risk ? draw("rect", { class: "held", x: x(n) + 8, y: y(one.at_risk), width: CURVE_STEP - 16, height: CURVE_TOP + CURVE_HIGH - y(one.at_risk) }) : null,
      one.begun ? draw("rect", { class: "begun", x: x(n) + 8, y: y(one.begun), width: CURVE_STEP - 16, height: CURVE_TOP + CURVE_HIGH - y(one.begun) }) : null,
      draw("text", { x: x(n) + CURVE_STEP / 2, y: y(Math.max(one.at_risk, one.cumulative)) - 7, "text-anchor": "middle", class: "share" }, one.at_risk ? `${one.begun}/${one.at_risk}` : "·"),
      draw("text", { x: x(n) + CURVE_STEP / 2, y: CURVE_TOP + CURVE_HIGH + 17, "text-anchor": "middle" }, one.year),
    ]),
    draw("path", { class: "sum", d: line }),
    ...years.map((one, n) => draw("circle", { class: one.new ? "sum new" : "sum", cx: x(n) + CURVE_STEP / 2, cy: y(one.cumulative), r: one.new ? 4 : 2 })));
}
