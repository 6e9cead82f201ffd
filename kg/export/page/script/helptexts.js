// The help for who sees the page for the first time, in both languages: a heading, then paragraphs or terms with what they mean.

/** @typedef {{heading: string, terms?: [string, string][], lines?: string[]}} Chapter */

/** @type {Record<"zh" | "en", Chapter[]>} */
export const HELP_TEXTS = {
  zh: [
    { heading: "这是什么", lines: [
      "各地教育工作报告里写到的荣誉、学校、项目、举措和政策文件，连同它们之间的关系。每一条事实都附报告原文，可以逐字核对。",
      "内容由程序按规则从原文中找出，不是人工逐条录入，可能有遗漏和错误：引用之前请看原文。" ] },
    { heading: "网络图怎么看", terms: [
      ["大圆", "一个地区；里面的小圆是一类事物，数字是有多少个。"],
      ["点一下小圆", "展开，看到其中每一个。"],
      ["点一下标记", "右边列出它的事实和原文；双击或按回车，只看与它有关的。"],
      ["线", "两者之间有事实；点一下线就能看到是哪些。"] ] },
    { heading: "事实中的词", terms: [
      ["状态", "报告怎么说：计划（要做）、进行中、已完成。报告没有说的，不猜。"],
      ["年份", "事情所在的年份；从报告的上下文得出，面板里可以看到依据。"],
      ["原文", "报告中的原话，一字不改；有底色的是点到名称的地方。"],
      ["置信度", "这条事实对的可能性，按与人工核对的结果估计：90% 就是每 100 条约有 90 条正确。"] ] },
    { heading: "查找与筛选", lines: [
      "搜索框可以输入名称的一部分、简称、繁体字、全拼或首字母：双减、雙減、shuangjian、sj。",
      "左边的筛选可以同时用几项；每项后面的数字，是在其他筛选之下符合的事实条数。选了上级地区，就包括它的下级。",
      "已选的筛选列在图的上方，点 × 取消。网络、时间线、表格和地区对照用的是同一组筛选。" ] },
    { heading: "分享、打印与安全", lines: [
      "地址栏里的链接记住了现在看到的一切，复制给别人，打开就是同一个画面。",
      "打印时是白底，并写明用了哪些筛选。这一页不连接网络，内容都在这一个文件里。" ] },
    { heading: "键盘", terms: [
      ["/", "搜索"], ["?", "打开这个帮助"], ["Tab", "到下一个控件"], ["← →", "在标签上：换一种看法；在滑块上：改一格"], ["空格", "选中或取消筛选"],
      ["Esc", "关闭"], ["Alt + ←", "返回上一步"] ] },
  ],
  en: [
    { heading: "What this is", lines: [
      "The honors, schools, projects, programs and policy papers that education reports of regions in China tell of, and how they are linked. Each fact comes with the words of the report, so that it can be checked.",
      "A program found them by rules; nobody typed them in. Some are missing and some are wrong: read the quote before you cite. The words of reports are not translated." ] },
    { heading: "The network", terms: [
      ["Large circle", "A region. The circles in it are kinds of things; the number tells how many."],
      ["Click a small circle", "It opens and shows what is in it."],
      ["Click a mark", "Its facts and quotes are listed at the right; double-click or Enter shows only what is linked with it."],
      ["Line", "There are facts between the two; click it to read them."] ] },
    { heading: "Words about facts", terms: [
      ["Status", "What the report says: planned, ongoing, completed. What it does not say is not guessed."],
      ["Year", "When it is or was, from the report; the panel tells how it was decided."],
      ["Quote", "The report's own words, unchanged; names of the linked things are marked."],
      ["Confidence", "How likely the fact is right, measured against facts checked by people: of 100 facts at 90% about 90 are right."] ] },
    { heading: "Searching and filtering", lines: [
      "Type a part of a name, a short form, traditional characters, pinyin or initials: 双减, 雙減, shuangjian, sj.",
      "Filters at the left combine. The number behind each choice tells how many facts it lets pass under the other filters. A region includes all that lies in it.",
      "Chosen filters stand above the view; × takes one back. All views use the same filters." ] },
    { heading: "Sharing, printing, safety", lines: [
      "The address holds what you see: send it to others, and they see the same.",
      "Prints are white and say which filters were set. The page uses no network; all is in this one file." ] },
    { heading: "Keyboard", terms: [
      ["/", "Search"], ["?", "This help"], ["Tab", "Next control"], ["← →", "On a tab: another view. On a slider: one step"], ["Space", "Choose a filter or take it back"],
      ["Esc", "Close"], ["Alt + ←", "One step back"] ] },
  ],
};
