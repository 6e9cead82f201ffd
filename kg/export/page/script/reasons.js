// Why a fact has its year and its status, in words. The ids are those of the rules that decided.

import { spoken } from "./words.js";

const WHERE = { "-in-heading": ["（在小标题中）", " (in the heading)"], "-at-list-head": ["（在列举之首）", " (at the head of the list)"] };

const REASONS = {
  "year-in-sentence": ["本句写明年份", "the sentence names the year"],
  "year-in-clause": ["本分句写明年份", "the clause names the year"],
  "year-opens-paragraph": ["段首写明年份", "the paragraph opens with the year"],
  "year-in-name": ["名称中带有年份", "the name holds the year"],
  "year-of-series": ["同一列举中的年份", "the year of the list"],
  "year-of-noun": ["所在词组带有年份（如“2023年度”）", "the phrase holds the year"],
  "year-in-heading": ["所在章节标题写明年份", "the section's heading names the year"],
  "year-in-title": ["报告标题中的年份", "the year in the report's title"],
  "years-in-headings": ["各章节标题中的年份", "the years in the headings"],
  "year-in-opening": ["报告开头写明年份", "the report's opening names the year"],
  "years-of-speech": ["讲话所总结、部署的年份", "the years of the speech"],
  "five-year-plan": ["五年规划的时段", "the span of the five-year plan"],
  "date-of-document": ["按报告日期推定", "from the report's date"],
  "this-year": ["“今年”等，按报告年份推算", "“this year”, counted from the report's"],
  "last-year": ["“去年”等，按报告年份推算", "“last year”, counted from the report's"],
  "next-year": ["“明年”等，按报告年份推算", "“next year”, counted from the report's"],
  "year-before-last": ["“前年”，按报告年份推算", "“the year before last”, counted from the report's"],
  "year-past": ["所说年份早于报告年份", "the year lies before the report's"],
  "year-to-come": ["所说年份晚于报告年份", "the year lies after the report's"],
  "review-heading": ["位于“工作总结”部分", "in the part that looks back"],
  "plan-heading": ["位于“工作计划”部分", "in the part that looks ahead"],
  "review-document": ["整篇为工作总结", "the whole report looks back"],
  "plan-document": ["整篇为工作计划、要点", "the whole report looks ahead"],
  "paragraph-will": ["本段说的是将要做的事", "the paragraph tells what will be done"],
  "intended-before": ["前文说“拟、将、力争”等", "words of intention stand before it"],
  "program-will": ["说“将、拟”开展", "said to be going to run"],
  "program-intended": ["说“争取、力争”开展", "said to be intended"],
  "program-under-way": ["说“正在、持续”推进", "said to be under way"],
  "work-cancelled": ["说已取消、停建", "said to be cancelled"],
  "work-will": ["说“将、拟”建设", "said to be going to be built"],
  "work-intended": ["说“争取、力争”建设", "said to be intended"],
  "work-plans-money": ["说的是计划投资", "planned money is told"],
  "work-not-begun": ["说尚未开工", "said not to have begun"],
  "work-prepared": ["说前期工作已就绪", "said to be prepared"],
  "work-not-prepared": ["说前期工作未完成", "said not to be prepared yet"],
  "work-unfinished": ["说尚未完工", "said to be unfinished"],
  "work-part-done": ["说部分已完成", "said to be done in part"],
  "work-under-way": ["说正在建设", "said to be under way"],
  "work-done": ["说已建设、已实施", "said to be done"],
  "work-completed": ["说已竣工、投用", "said to be completed"],
  "award-lost": ["说未获得", "said to be missed"],
  "award-won-by-seeking": ["说创建成功", "said to be won"],
  "award-to-come": ["说待授予、公示中", "said to be still to come"],
  "award-nominated": ["说已推荐、入围", "said to be nominated"],
  "award-sought": ["说正在申报、创建", "said to be sought"],
  "award-kept": ["说通过复审、复评", "said to be kept"],
  "award-pending": ["说等待结果", "said to be pending"],
  "levels-selected": ["说参加、组织这一级的评选", "said to be up for selection at this level"],
  "award-given": ["说获得、被授予", "said to be given"],
  curation: ["人工订正", "corrected by a person"],
};

/** The reason in words; the id itself where it is a new one. @param {string} id @returns {string} */
export function reason(id) {
  const place = Object.keys(WHERE).find((end) => id.endsWith(end) && REASONS[id.slice(0, -end.length)]);
  const told = REASONS[id] ?? (place && REASONS[id.slice(0, -place.length)]), n = spoken() === "zh" ? 0 : 1;
  return told ? told[n] + (place && !REASONS[id] ? WHERE[place][n] : "") : id;
}
