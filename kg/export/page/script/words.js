// What the page itself says, in both languages; words of the reports are never translated.

const WORDS = {
  menu: ["筛选", "Filters"],
  search: ["搜索：名称、简称、拼音、首字母", "Search: name, short form, pinyin, initials"],
  nothingFound: ["没有找到", "Nothing found"],
  howToSearch: ["可以输入名称的一部分、简称、全拼或首字母；两个词之间用空格", "Try part of a name, a short form, pinyin or initials; two words with a space"],
  results: ["搜索结果", "Results"],
  foundCount: ["找到 {count} 个", "{count} found"],
  more: ["还有 {count} 个…", "{count} more…"],
  narrower: ["还有 {count} 个，请再输入几个字", "{count} more: type a little more"],
  factCount: ["{count} 条事实", "{count} facts"],
  totals: ["{documents} 份报告 · {entities} 个实体 · {facts} 条事实", "{documents} reports · {entities} entities · {facts} facts"],
  shown: ["筛选后 {entities} 个实体 · {facts} 条事实", "{entities} entities · {facts} facts pass"],
  network: ["网络", "Network"],
  timeline: ["时间线", "Timeline"],
  table: ["表格", "Table"],
  programs: ["地区 × 举措", "Regions × programs"],
  honors: ["地区 × 荣誉", "Regions × honors"],
  back: ["返回", "Back"],
  overview: ["总览", "Overview"],
  share: ["复制链接", "Copy link"],
  copied: ["已复制", "Copied"],
  language: ["EN", "中文"],
  theme: ["明暗", "Light / dark"],
  reset: ["清除全部筛选", "Clear all filters"],
  close: ["关闭", "Close"],
  kind: ["类型", "Type"],
  region: ["地区", "Region"],
  year: ["年份", "Year"],
  noYear: ["无年份", "No year"],
  status: ["状态", "Status"],
  noStatus: ["未说明", "Not told"],
  level: ["荣誉级别", "Level of honor"],
  noLevel: ["未说明", "Not told"],
  document: ["报告", "Report"],
  confidence: ["置信度不低于", "Confidence at least"],
  all: ["全部", "All"],
  // The network.
  marks: ["图中的标记：方向键移动，回车打开，Esc 返回", "Marks of the picture: arrows to move, Enter to open, Esc to go back"],
  reports: ["{reports} 份报告", "{reports} reports"],
  areaTold: ["{groups} 个地区 · {reports} 份报告", "{groups} regions · {reports} reports"],
  areaHeld: ["{groups} 个地区", "{groups} regions"],
  inRegions: ["{groups} 地", "{groups} regions"],
  moreMarks: ["… 还有 {rest}", "… {rest} more"],
  toOpen: ["点击展开", "Click to open"],
  reportAlone: ["报告，没有说明地区", "A report that names no region"],
  facts: ["{facts} 条事实", "{facts} facts"],
  tie: ["两地报告都提到的有 {value} 项", "{value} things are in the reports of both"],
  legend: ["图例", "Legend"],
  plannedLine: ["虚线、空心：计划", "Dashed, hollow: planned"],
  otherLine: ["实线：其他", "Solid: all others"],
  sharedLine: ["地区之间越粗，共有越多", "Between regions: the wider, the more they share"],
  hintOverview: ["点击圆展开，点击空白收起；双击看它的关系", "Click a circle to open it, the ground to close it; double-click for what is linked"],
  hintFocus: ["点击线看两者之间的事实", "Click a line for the facts between two"],
  hops: ["几步以内", "Steps away"],
  toOverview: ["回到总览", "Back to overview"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  fit: ["看全图", "Show all"],
  notDrawn: ["还有 {left} 个没有画出：请用筛选缩小范围", "{left} more are not drawn: narrow down by filters"],
};

let language = "zh";

/** @param {"zh" | "en"} chosen */
export function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
}

export const spoken = () => language;

/** Words by their name, with values in the place of `{name}`. @param {string} name @param {Record<string, any>} [values] */
export function t(name, values = {}) {
  const words = WORDS[name];
  if (!words) throw new Error(`no words for ${name}`);
  return words[language === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (_, key) => number(values[key]));
}

/** Whichever of `zh` and `en` the page speaks; a name without English stays Chinese. @param {{zh: string, en: string}} thing */
export const inWords = (thing) => (language === "en" && thing.en) || thing.zh;

const number = (value) => (typeof value === "number" ? value.toLocaleString("en-US") : String(value));
