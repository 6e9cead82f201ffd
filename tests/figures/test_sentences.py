"""Invented sentences of the genre: the figures that a careful reader finds, and what is no figure at all."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.figures import IdentityKind
from kg.model.names import Status
from tests.figures.reading import HEAD, read, said, whole

PLAN = "石门县教育局2023年工作要点\n"
BOTH = "石门县教育局2022年工作总结和2023年工作计划\n"

FIGURES = {
    # counted before the number
    "全县现有中小学校126所。": ["中小学校 126 所"],
    "县域内共有幼儿园58所、在园幼儿11236人。": ["幼儿园 58 所", "在园幼儿 11236 人"],
    "全年发放各类资助金3,608.5万元，惠及学生2.3万人次。": ["发放各类资助金 36085000 元", "惠及学生 23000 人次"],
    "新增校舍面积约1.2万平方米。": ["新增校舍面积 ~12000 平方米"],
    "新增图书4.5万册、计算机2100多台。": ["新增图书 45000 册", "计算机 ~2100 台"],
    "学前三年毛入园率达到九十二点五%。": [],
    "义务教育巩固率达99.8%以上。": ["义务教育巩固率 ~99.8 %"],
    "生师比保持合理，小学平均班额控制在45人以内。": ["小学平均班额 ~45 人"],
    "评选优秀教师、优秀班主任、师德标兵120名。": ["评选优秀教师、优秀班主任、师德标兵 120 人"],
    "共选出微课30节、教学设计６５份。": ["选出微课 30 节", "教学设计 65 份"],
    "奖助金额达680多万。": ["奖助金额 ~6800000 元"],
    # counted behind the number
    "对36所民办园开展年检。": ["民办园 36 所"],
    "选派15名骨干教师到乡镇支教。": ["选派骨干教师 15 人"],
    "60余人参加师德培训。": ["参加师德培训 ~60 人"],
    "为1200名家庭经济困难学生减免学费86万元。": ["家庭经济困难学生 1200 人", "减免学费 860000 元"],
    "城关小学、河东小学等8所学校完成厕所改造。": ["学校 8 所"],
    "3人被评为省优秀教师，12人获评市级骨干教师。": ["被评为省优秀教师 3 人", "获评市级骨干教师 12 人"],
    "创建2个省级“四点半课堂”示范点。": ["创建省级“四点半课堂”示范点 2 个"],
    "印发3000份《致家长的一封信》。": ["印发《致家长的一封信》 3000 份"],
    "举办两期新教师培训班。": ["举办新教师培训班 2 期"],
    # money with its purpose
    "投入560万元用于改善寄宿条件。": ["投入（用于改善寄宿条件） 5600000 元"],
    # changes
    "特岗教师比上年增加26人。": ["特岗教师 +26 人"],
    "公办园占比由2020年的48%升至54.6%。": ["公办园占比 48 %", "公办园占比 54.6 %"],
    "十年间学校由408所归并为203所。": ["学校 408 所", "学校 203 所"],
    "在园儿童占比2021年底达到30%、2022年底达到50%。": ["在园儿童占比 30 %", "在园儿童占比 50 %"],
    "大班额由52个下降到31个。": ["大班额 52 个", "大班额 31 个"],
    "普惠园覆盖率达到88.6%，同比提高4.1个百分点。": ["普惠园覆盖率 88.6 %", "普惠园覆盖率 +4.1 个百分点"],
    # parts
    "招聘教师97人，其中小学60人、初中37人。": ["招聘教师 97 人", "招聘教师（小学） 60 人", "招聘教师（初中） 37 人"],
    "全县有幼儿园80所（公办26所，民办54所）。": ["幼儿园 80 所", "幼儿园（公办） 26 所", "幼儿园（民办） 54 所"],
    "小学、初中专任教师分别为860人、542人。": ["专任教师（小学） 860 人", "专任教师（初中） 542 人"],
    "生均面积小学4.9平方米、初中6.3平方米。": ["生均面积（小学） 4.9 平方米", "生均面积（初中） 6.3 平方米"],
    "小学、初中辍学率分别降到0.36%和1.42%。": ["辍学率（小学） 0.36 %", "辍学率（初中） 1.42 %"],
    "建设项目数31个，其中新建11个，改扩建20个。": [
        "建设项目数 31 个",
        "建设项目数（新建） 11 个",
        "建设项目数（改扩建） 20 个",
    ],
    "规划的98所项目学校，竣工61所，有县一中、县二中；在建37所。": [
        "规划项目学校 98 所",
        "规划项目学校（竣工） 61 所",
        "规划项目学校（在建） 37 所",
    ],
    "城镇新增学位：2507个；撤并教学点：29个（含村小）。": ["城镇新增学位 2507 个", "撤并教学点 29 个"],
    "春季126名、秋季118名残疾儿童享受送教上门。": ["残疾儿童（春季） 126 人", "残疾儿童（秋季） 118 人"],
    "发放乡村教师补贴每人每月500元。": ["发放乡村教师补贴（每人每月） 500 元"],
    # ranges
    "建设录播教室10—12间。": ["建设录播教室 10-12 间"],
}
NO_FIGURES = [
    "2022年5月8日上午9时30分召开会议。",
    "根据教基〔2022〕15号文件要求，印发第3号通知。",
    "1.加强党建。2.规范办学。（三）提升质量。",
    "联系电话：0736-5321234，监督电话12391。",
    "五年级3班和第二小学举行联谊。",
    "坚持“五育并举”，落实“四有”要求和“六个一”活动。",
    "抓好三个方面、八个环节，做到四个到位。",
    "“十四五”期间，一批学校建成，一方面改善条件，一方面提升质量。",
    "2021-2022学年度第一学期，全省第十三届运动会举行。",
    "成绩位列全市第2名，进入全省前10名。",
    "落实“一校一策”“一生一案”。",
    "推进2.0校本应用和5G网络，打造“1+8”模式。",
    "校园安防“四个100%”和4个100%建设巩固。",
    "几十名教师、数百名家长到场。",
    "“双减”政策实施三年来，初心不改。",
    "5分管领导带队，2本科高校对接，3部门联合发文。",
    "该校是全省10所获此殊荣的学校之一。",
    "50人以上班级逐步消除。",
    "6至12周岁儿童、3岁以下婴幼儿有人照护。",
    "两人三足、八仙过海、百年树人。",
    "两批次完成后，按三类情况处理。",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES.items(), ids=FIGURES.keys())
def test_a_sentence_gives_its_figures(text: str, expected: list[str], knowledge: Knowledge) -> None:
    assert [said(figure) for figure in read(text, knowledge).figures] == expected


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_number_that_counts_nothing_is_no_figure(text: str, knowledge: Knowledge) -> None:
    assert [said(figure) for figure in read(text, knowledge).figures] == []


def test_a_third_of_the_sentences_have_no_figure() -> None:
    assert len(FIGURES) + len(NO_FIGURES) >= 40
    assert 3 * (len(NO_FIGURES) + sum(not f for f in FIGURES.values())) >= len(FIGURES) + len(NO_FIGURES)


DATED = [
    (HEAD, "招聘教师97人。", 2022, Status.COMPLETED),
    (HEAD, "2019年招聘教师97人。", 2019, Status.COMPLETED),
    (HEAD, "招聘教师97人，比2021年多。", 2022, Status.COMPLETED),
    (HEAD, "去年，招聘教师97人。", 2021, Status.COMPLETED),
    (HEAD, "2020年，全县改革起步。招聘教师97人。", 2020, Status.COMPLETED),
    (HEAD, "计划招聘教师97人。", 2022, Status.PLANNED),
    (HEAD, "预计新增学位97个。", 2022, Status.PLANNED),
    (HEAD, "争取到学位97个。", 2022, Status.COMPLETED),
    (HEAD, "在建教学楼97栋。", 2022, Status.ONGOING),
    (PLAN, "招聘教师97人。", 2023, Status.PLANNED),
    (PLAN, "2021年招聘教师97人。", 2021, Status.COMPLETED),
    (BOTH, "二、2023年工作计划\n招聘教师97人。", 2023, Status.PLANNED),
    (BOTH, "一、2022年工作总结\n招聘教师97人。", 2022, Status.COMPLETED),
    ("石门县教育概况\n", "招聘教师97人。", None, None),
]


@pytest.mark.parametrize(("head", "text", "year", "status"), DATED)
def test_a_figure_has_the_year_and_the_status_of_its_sentence(
    head: str, text: str, year: int | None, status: Status | None, knowledge: Knowledge
) -> None:
    (figure,) = [f for f in read(text, knowledge, head=head).figures if f.value == 97]
    assert (figure.year, figure.status) == (year, status)


PLACED = [
    ("全县有学校126所。", "石门县", ""),
    ("楚江街道投入200万元。", "楚江街道", ""),
    ("石门一中占地120亩。", "石门县", "石门一中"),
    ("石门一中占地120亩，在校学生3200人。", "石门县", "石门一中"),
    ("石门一中占地120亩；全县有学校126所。", "石门县", ""),
    ("石门一中、石门二中等5所学校完成改造。", "石门县", ""),
    ("全县新建石门五小，投入3000万元。", "石门县", ""),
    ("全省有示范校126所。", "", ""),
]


@pytest.mark.parametrize(("text", "region", "about"), PLACED)
def test_a_figure_is_of_a_region_and_maybe_of_one_school(
    text: str, region: str, about: str, knowledge: Knowledge
) -> None:
    _, mentions, tally = whole(HEAD + text + "\n", knowledge)
    figure = tally.figures[-1]
    names = {"石门县": {"石门县", "全县"}}
    assert (mentions[figure.region].name if figure.region is not None else "") in names.get(region, {region})
    assert (mentions[figure.about].name if figure.about is not None else "") == about


SUMS = [
    ("全县有学校126所，其中高中6所、初中20所、小学40所、幼儿园60所。", [126, 6, 20, 40, 60], True),
    ("全县有学校126所，其中高中6所、初中20所、小学40所、幼儿园61所。", [126, 6, 20, 40, 61], False),
    ("在校学生5000人（小学3000人，初中1999人）。", [5000, 3000, 1999], False),
    (
        "教育投入8316万元，其中中央资金5018万元，包括免费资金4525万元、维修资金493万元；县级资金3298万元。",
        [83160000, 50180000, 32980000],
        True,
    ),
    ("在编教师300人，小学教师180人，初中教师120人。", [300, 180, 120], True),
    ("新建幼儿园3所、小学2所，共计5所。", [5, 3, 2], True),
    ("新建幼儿园3所、小学2所，共计6所。", [6, 3, 2], False),
]


@pytest.mark.parametrize(("text", "values", "holds"), SUMS, ids=[s[0] for s in SUMS])
def test_parts_that_are_told_with_their_whole_must_add_up(
    text: str, values: list[int], holds: bool, knowledge: Knowledge
) -> None:
    tally = read(text, knowledge)
    sums = [i for i in tally.identities if i.kind is IdentityKind.SUM]
    found = [([int(tally.figures[f].value) for f in i.figures], i.holds) for i in sums]
    assert (values, holds) in found


def test_a_sum_that_fails_tells_all_its_places(knowledge: Knowledge) -> None:
    text = "全县有学校82所。其中高中4所，义务教育30所，幼儿园47所；中职学校2所。"
    document, _, tally = whole(HEAD + text + "\n", knowledge)
    (failed,) = tally.identities
    assert not failed.holds and failed.computed == 83
    quotes = [document.text[tally.figures[f].start : tally.figures[f].end] for f in failed.figures]
    assert quotes == ["82所", "4所", "30所", "47所", "2所"]


NO_SUMS = [
    "获奖120人次，其中一等奖15人次、二等奖30人次。",
    "本科上线286人，其中文化生243人。",
    "约有学校126所，其中高中6所、初中20所、小学40所、幼儿园61所。",
    "毛入园率96%，其中公办园占比48%，普惠率84%。",
    "培训教师300人，培训校长20人，开展活动12次。",
]


@pytest.mark.parametrize("text", NO_SUMS)
def test_a_choice_of_parts_is_no_sum_that_fails(text: str, knowledge: Knowledge) -> None:
    assert read(text, knowledge).identities == ()


FOLLOWING = [
    ("发现问题49个，完成整改48个，完成率97.96%。", IdentityKind.SHARE, True),
    ("在校生2000人，其中随迁子女500人，占在校生总数的25%。", IdentityKind.SHARE, True),
    ("在校生2000人，其中随迁子女500人，占在校生总数的35%。", IdentityKind.SHARE, False),
    ("一本上线624人，较2021年增加195人，增幅达45.45%。", IdentityKind.GROWTH, True),
    ("一本上线624人，较2021年增加195人，增幅达31.25%。", IdentityKind.GROWTH, False),
    ("普惠园24.47万所，比上年增加1.06万所，增长4.55%。", IdentityKind.GROWTH, True),
    ("生均公用经费由500元提高到700元，提高200元。", IdentityKind.DIFFERENCE, True),
    ("入园率由80.5%提高到92.1%，提高了12.6个百分点。", IdentityKind.DIFFERENCE, False),
]


@pytest.mark.parametrize(("text", "kind", "holds"), FOLLOWING, ids=[f[0] for f in FOLLOWING])
def test_a_number_that_follows_from_two_others_is_checked(
    text: str, kind: IdentityKind, holds: bool, knowledge: Knowledge
) -> None:
    assert [(i.kind, i.holds) for i in read(text, knowledge).identities] == [(kind, holds)]
