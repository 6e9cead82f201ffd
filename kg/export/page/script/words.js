// What the page itself says, in both languages; words of the reports are never translated.

import { FINDING_WORDS } from "./words-findings.js";
import { VIEW_WORDS } from "./words-views.js";

const WORDS = {
  ...VIEW_WORDS,
  ...FINDING_WORDS,
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
  partLeft: ["另有 {entities} 个实体、{facts} 条事实没有放进这一页；kg serve 可看全部", "{entities} more entities and {facts} more facts are not on this page; kg serve shows all"],
  partServed: ["已载入 {entities} / {allEntities} 个实体、{facts} / {allFacts} 条事实；其余在查看或搜索时载入", "{entities} of {allEntities} entities and {facts} of {allFacts} facts are loaded; others come when looked at or searched for"],
  findingsOfPart: ["（比较、承诺等结果只按打开时这一页里的事实得出）", "(comparisons, promises and other findings rest on the facts that the page opened with)"],
  loading: ["正在载入…", "Loading…"],
  notLoaded: ["没有载入：{problem}", "Not loaded: {problem}"],
  tryAgain: ["再试一次", "Try again"],
  serverGone: ["连不上 kg serve，请看它是否还在运行", "kg serve does not answer: is it still running?"],
  serverSlow: ["kg serve 20 秒没有回答", "kg serve did not answer within 20 seconds"],
  atServer: ["还没有载入", "Not loaded yet"],
  ownPage: ["事物页", "Page of it"],
  network: ["网络", "Network"],
  timeline: ["时间线", "Timeline"],
  table: ["表格", "Table"],
  programs: ["地区 × 举措", "Programs by region"],
  honors: ["地区 × 荣誉", "Honors by region"],
  back: ["返回", "Back"],
  home: ["总览", "Overview"],
  share: ["复制链接", "Copy link"],
  copied: ["链接已复制，可以直接粘贴给别人", "Link copied: paste it anywhere"],
  copiedFile: ["链接已复制。这一页在您的电脑上，别人需要有同一个文件", "Link copied. This page is a file of yours: others need the same file"],
  copyByHand: ["浏览器不允许直接复制，请按 Ctrl+C（苹果电脑 ⌘C）：", "The browser does not let the page copy. Press Ctrl+C (⌘C):"],
  address: ["链接", "Link"],
  language: ["EN", "中文"],
  otherLanguage: ["English", "中文"],
  theme_auto: ["明暗：自动", "Theme: auto"],
  theme_light: ["明暗：浅色", "Theme: light"],
  theme_dark: ["明暗：深色", "Theme: dark"],
  help: ["帮助", "Help"],
  keysOn: ["“/”和“?”两个按键起作用", "The keys / and ? work"],
  skip: ["跳到内容", "Skip to content"],
  views: ["看法", "Views"],
  tools: ["工具", "Tools"],
  details: ["事实与原文", "Facts and quotes"],
  reset: ["清除全部筛选", "Clear all filters"],
  close: ["关闭", "Close"],
  taller: ["展开面板", "Taller"],
  lower: ["收起面板", "Lower"],
  backToFact: ["返回事实", "Back to the fact"],
  alsoCalled: ["又称", "Also called"],
  comma: ["、", ", "],
  and: ["与", "and"],
  code: ["区划代码 {value}", "division code {value}"],
  sameConcept: ["共同概念：{name}（各地共 {count} 个）", "Shared concept: {name} ({count} in all)"],
  passing: ["筛选后 {shown} 条事实（共 {all} 条）", "{shown} of {all} facts pass the filters"],
  showInNetwork: ["在网络中查看", "Show in the network"],
  showMore: ["再显示（还有 {count} 条）", "Show more ({count} left)"],
  showWords: ["看原文", "Show the words"],
  notNamed: ["报告未点名获得者", "the report does not name who"],
  further: ["另有 {count} 处提到，未列出", "{count} further places are not shown"],
  place: ["第 {start}–{end} 字", "characters {start}–{end}"],
  placeHint: ["在报告文本中的位置：从 0 数起，不含末位，与导出表一致", "Place in the report's text: from 0, the end not included, as in the exported tables"],
  cite: ["复制引用", "Copy citation"],
  cited: ["已复制引用", "Citation copied"],
  selectedToCopy: ["浏览器不允许直接复制：引用已选中，请按 Ctrl+C（⌘C）", "The browser does not let the page copy: the citation is selected, press Ctrl+C (⌘C)"],
  basis: ["依据与出处", "Rule and source"],
  issuer: ["发布单位", "Issuer"],
  date: ["日期", "Date"],
  file: ["文件", "File"],
  url: ["网址", "Address"],
  rule: ["抽取规则", "Rule"],
  confidenceHere: ["置信度", "Confidence"],
  yearBy: ["年份依据", "Year decided by"],
  statusBy: ["状态依据", "Status decided by"],
  formerly: ["前身", "Formerly"],
  becomes: ["后为", "Became"],
  below: ["下级", "Below it"],
  above: ["上级", "Above it"],
  yuan: ["{value}元", "{value} yuan"],
  seatUnit: ["{value} 个", "{value}"],
  areaUnit: ["{value} 平方米", "{value} m²"],
  figures: ["数据", "Figures"],
  item: ["项目", "Item"],
  value: ["数值", "Value"],
  reviews: ["总结年份", "Looks back on"],
  plans: ["计划年份", "Plans for"],
  factsHere: ["这份报告中的事实", "Facts in this report"],
  onlyThis: ["只看这份报告", "Only this report"],
  allReports: ["看全部报告", "All reports"],
  kind: ["类型", "Type"],
  region: ["地区", "Region"],
  year: ["年份", "Year"],
  noYear: ["无年份", "No year"],
  status: ["状态", "Status"],
  noStatus: ["未说明", "Not told"],
  level: ["荣誉级别", "Level of honor"],
  noLevel: ["未说明", "Not told"],
  document: ["报告", "Report"],
  noRegion: ["没有说明地区", "No region told"],
  allYears: ["全部年份", "All years"],
  fromYear: ["从哪一年", "From year"],
  toYear: ["到哪一年", "To year"],
  yearCount: ["{year} 年：{count} 条事实", "{year}: {count} facts"],
  orUndated: ["{range} 或无年份", "{range} or no year"],
  onlyDated: ["只看有年份的", "Only with a year"],
  confidence: ["置信度不低于", "Confidence at least"],
  confidenceAll: ["所有事实，不论把握大小", "All facts, sure or not"],
  confidenceMeans: ["只看有把握的：每 100 条中平均最多 {wrong} 条有误。保留 {kept} 条", "Only the surer ones: of 100 at most {wrong} are wrong on average. {kept} are kept"],
  partsOf: ["{name}的下级", "Parts of {name}"],
  findInList: ["在列表中查找", "Find in this list"],
  choicesLeft: ["还有 {count} 项，请输入几个字查找", "{count} more: type to find them"],
  passes: ["符合：{facts} / {all} 条事实", "{facts} of {all} facts pass"],
  showFacts: ["看这 {facts} 条事实", "Show these {facts} facts"],
  chosen: ["已选的筛选", "Chosen filters"],
  nonePass: ["没有同时符合的事实，请取消一项", "No fact passes all of these: take one back"],
  several: ["{count} 项", "{count} chosen"],
  takeBack: ["取消筛选 {title}：{text}", "Take back {title}: {text}"],
  all: ["全部", "All"],
  // The network.
  marks: ["图中的标记：方向键移动，回车打开，Esc 返回", "Marks of the picture: arrows to move, Enter to open, Esc to go back"],
  reports: ["{reports} 份报告", "reports: {reports}"],
  areaTold: ["{groups} 个地区 · {reports} 份报告", "regions: {groups} · reports: {reports}"],
  areaHeld: ["{groups} 个地区", "regions: {groups}"],
  inRegions: ["{groups} 地", "in {groups}"],
  moreMarks: ["… 还有 {rest}", "… {rest} more"],
  toOpen: ["点击展开", "Click to open"],
  reportAlone: ["报告，没有说明地区", "A report that names no region"],
  facts: ["{facts} 条事实", "facts: {facts}"],
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
  return words[language === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (_, key) => shown(values[key]));
}

/** Words in Chinese, whatever the page speaks: heads of files. @param {string} name */
export const inChinese = (name) => WORDS[name][0];

/** Whichever of `zh` and `en` the page speaks; a name without English stays Chinese. @param {{zh: string, en: string}} thing */
export const inWords = (thing) => (language === "en" && thing.en) || thing.zh;

// A formatter made once: `toLocaleString` makes one at each call, and a view writes thousands of numbers.
const digits = new Intl.NumberFormat("en-US");

/** A number with commas. @param {number} value */
export const grouped = (value) => digits.format(value);

const shown = (value) => (typeof value === "number" ? grouped(value) : String(value));
