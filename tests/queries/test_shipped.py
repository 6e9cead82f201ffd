"""The shipped questions: each has words, an answer, and the same answer from two engines."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store

from kg.errors import KnowledgeError
from kg.graph.query import ask
from kg.graph.questions import ShippedQuery, find_query, list_queries
from kg.graph.rdf import to_rdf, to_store
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph

QUERIES = list_queries()
NAMES = [query.name for query in QUERIES]


@pytest.fixture(scope="module")
def store() -> Store:
    return to_store(small_graph())


@pytest.fixture(scope="module")
def rdf() -> rdflib.Graph:
    return to_rdf(small_graph())


def rows(store: Store, query: ShippedQuery) -> list[tuple[str, ...]]:
    return [tuple("" if term is None else plain(term.value) for term in row) for row in ask(store, query.text).rows]


def plain(value: object) -> str:
    """A number by its value: engines may write 12000000.0 or 12000000."""
    text = str(value)
    try:
        return f"{Decimal(text).normalize():f}"
    except ArithmeticError:
        return text


def test_there_are_at_least_ten() -> None:
    assert len(QUERIES) >= 10


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_each_begins_with_its_words(query: ShippedQuery) -> None:
    first, second, *_ = query.text.splitlines()
    assert first == f"# 问: {query.question_zh}" and second == f"# Q: {query.question_en}"
    assert query.question_zh.endswith("？") and query.question_en.endswith("?")


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_two_engines_give_the_same_answer_in_the_same_order(
    store: Store, rdf: rdflib.Graph, query: ShippedQuery
) -> None:
    expected = [tuple("" if term is None else plain(term) for term in row) for row in rdf.query(query.text)]  # type: ignore[union-attr]
    assert rows(store, query) == expected


HONOR = "怀化市清廉学校"
ANSWERS: dict[str, list[tuple[str, ...]]] = {
    "document-reach": [("中方县推进义务教育优质均衡发展方案", "中方县", "双减", "2023")],
    "school-ladder": [("中方县芙蓉学校", "市级", HONOR, "2023"), ("中方小学", "市级", HONOR, "2023")],
    "titles-by-region": [("中方县", HONOR, "市级", "2", "2023")],
    "documents-and-regions": [("中方县推进义务教育优质均衡发展方案", "县级", "中方县", "2023")],
    "figures-by-region": [
        ("中方县", "", "2023", "占比", "", "0.94", "个百分点", "减少", "已完成"),
        ("中方县", "", "2023", "占比", "春季", "10.12", "%", "", "已完成"),
        ("中方县", "", "2023", "占比", "秋季", "9.78", "%", "", "已完成"),
        ("中方县", "", "2023", "学校", "", "47", "所", "", "已完成"),
        ("中方县", "", "2023", "学校", "公办", "22", "所", "", "已完成"),
        ("中方县", "", "2023", "学校", "民办", "25", "所", "", "已完成"),
        ("中方县", "", "2023", "投入", "校园安防", "2260000", "元", "", "已完成"),
        ("柳南区", "", "2024", "新增学位", "", "4800", "个", "", "计划"),
        ("柳南区", "柳州市窑埠小学", "", "在校学生", "", "1371", "人", "", ""),
    ],
    "figures-of-money": [("中方县", "2023", "2260000", "投入", "校园安防", "", "已完成")],
    "figures-that-disagree": [
        ("差额", "占比", "0.94", "0.34", "降低了0.94个百分点", "春季占比10.12%", "a.txt", "240"),
        ("差额", "占比", "0.94", "0.34", "降低了0.94个百分点", "秋季为9.78%", "a.txt", "252"),
    ],
    "honors-by-year": [("2023", "市级", HONOR, "中方县芙蓉学校"), ("2023", "市级", HONOR, "中方小学")],
    "honors-by-level": [
        ("省级", "2023", "1", "1"),
        ("市级", "2023", "2", "1"),
        ("省级", "2022", "1", "1"),
        ("省级", "", str(1 + len(small.HOSTILE)), "1"),
    ],
    "low-confidence": [("0.4", "荣誉授予", "weak", "李泉", "a.txt", "520")],
    "program-timeline": [
        ("2022", "柳南区", "进行中", "落实“双减”长效发展"),
        ("2023", "中方县", "已完成", "继续“双减”"),
        ("2023", "中方县", "已完成", "落实“双减”"),
        ("2024", "中方县", "计划", "深化“双减”"),
    ],
    "texts-shared": [
        ("a.txt", "b.txt", "五育並舉\\", '“五育”\n并举"', "1", ""),
        ("a.txt", "c.txt", "学校47所", "共有学校47所", "0.8", "year"),
    ],
    "programs-shared": [("双减", "2", "2022", "2024")],
    "first-mentions": [
        ("2022", "柳南区", "进行中", "落实“双减”长效发展", "b.txt"),
        ("2023", "中方县", "已完成", "继续“双减”", "a.txt"),
        ("2023", "中方县", "已完成", "落实“双减”", "a.txt"),
    ],
    "initiative-regions": [("柳南区", "2022", "", "2022"), ("中方县", "2023", "2024", "2024")],
    "initiative-silent": [("中方县", "1", "2023", "2024"), ("柳南区", "1", "2022", "2023")],
    "projects-planned": [("紫荆学校建设项目", "紫荆学校", "中方县", "2024-09")],
    "projects-with-money": [
        ("紫荆学校建设项目", "2024", "计划", "12000000", "1080", "25600.5"),
        ("紫荆学校建设项目", "2025", "已完成", "约一千万", "", ""),
    ],
    "promises-kept": [("紫荆学校建设项目", "2024", "2025")],
    "region-summary": [
        ("中方县", "举措实施", "3"),
        ("中方县", "所在地", "2"),
        ("中方县", "政策依据", "1"),
        ("中方县", "文件印发或执行", "1"),
        ("中方县", "隶属", "1"),
        ("中方县", "项目建设", "2"),
        ("怀化市", "隶属", "1"),
        ("柳南区", "举措实施", "1"),
        ("柳南区", "所在地", "1"),
    ],
    "school-history": [
        ("2023", "中方小学", "更名", "紫荆学校", "已完成", "中方小学更名为紫荆学校"),
        ("2024", "柳州市窑埠小学", "撤销停办", "", "计划", "撤销窑埠小学"),
    ],
    "school-participation": [("中方县芙蓉学校", "青蓝工程", "2023", "")],
    "schools-by-region": [
        ("中方县", "中方县芙蓉学校"),
        ("中方县", "中方小学"),
        ("中方县", "紫荆学校"),
        ("柳南区", "柳州市窑埠小学"),
    ],
    "figures-over-years": [
        ("占比", "春季", "中方县", "2023", "10.12", "%", "已完成"),
        ("占比", "秋季", "中方县", "2023", "9.78", "%", "已完成"),
        ("学校", "", "中方县", "2023", "47", "所", "已完成"),
        ("学校", "公办", "中方县", "2023", "22", "所", "已完成"),
        ("学校", "民办", "中方县", "2023", "25", "所", "已完成"),
        ("投入", "校园安防", "中方县", "2023", "2260000", "元", "已完成"),
        ("新增学位", "", "柳南区", "2024", "4800", "个", "计划"),
    ],
    "honors-of-region": [
        ("中方县", "中方县", "湖南省2023年高考优秀考区", "省级", "2023"),
        ("中方县", "中方县芙蓉学校", HONOR, "市级", "2023"),
        ("中方县", "中方小学", HONOR, "市级", "2023"),
    ],
    "honors-shared": [(HONOR, "1", "2"), ("湖南省2023年高考优秀考区", "1", "1")],
    "program-participants": [("青蓝工程", "中方县芙蓉学校", "中方县", "2023", "")],
    "programs-first": [("双减", "2022", "柳南区")],
    "programs-of-region": [
        ("中方县", "县管校聘", "2024", "计划", "推行县管校聘"),
        ("中方县", "双减", "2023", "已完成", "继续“双减”"),
        ("中方县", "双减", "2023", "已完成", "落实“双减”"),
        ("中方县", "双减", "2024", "计划", "深化“双减”"),
        ("柳南区", "双减", "2022", "进行中", "落实“双减”长效发展"),
    ],
    "projects-of-region": [
        ("中方县", "紫荆学校建设项目", "紫荆学校", "2024", "计划", "12000000"),
        ("中方县", "紫荆学校建设项目", "紫荆学校", "2025", "已完成", "约一千万"),
    ],
    "reports": [
        ("a.txt", "中方县教育局2023年工作总结及2024年工作计划", "中方县", "2023", "2024"),
        ("b.txt", "柳南区教育局2022年工作总结", "柳南区", "2022", "2023"),
        ("c.txt", "c", "", "2025", "2026"),
    ],
    "rule-yield": [
        ("rule-a", "38", "0.88", "0.9"),
        ("honor-list", "2", "0.97", "0.97"),
        ("build", "1", "0.93", "0.93"),
        ("rule-b", "1", "0.6", "0.6"),
        ("weak", "1", "0.4", "0.4"),
    ],
    "school-profile": [
        ("中方县芙蓉学校", "学校参与", "青蓝工程", "2023", "", "芙蓉学校结对"),
        ("中方县芙蓉学校", "所在地", "中方县", "", "", "县芙蓉学校"),
        ("中方县芙蓉学校", "荣誉授予", HONOR, "2023", "已完成", "县芙蓉学校、中方小学获怀化市“清廉学校”荣誉称号"),
        ("中方小学", "学校沿革", "", "2023", "已完成", "中方小学更名为紫荆学校"),
        ("中方小学", "所在地", "中方县", "", "", "中方小学"),
        ("中方小学", "荣誉授予", HONOR, "2023", "已完成", "县芙蓉学校、中方小学获怀化市“清廉学校”荣誉称号"),
        ("柳州市窑埠小学", "学校沿革", "", "2024", "计划", "撤销窑埠小学"),
        ("柳州市窑埠小学", "所在地", "柳南区", "", "", "窑埠小学"),
        ("柳州市窑埠小学", "数据", "在校学生", "", "", "在校学生1371人"),
        ("柳州市窑埠小学", "荣誉授予", "自治区文明校园", "2023", "计划", "力争创建"),
        ("紫荆学校", "学校沿革", "", "2023", "已完成", "中方小学更名为紫荆学校"),
        ("紫荆学校", "项目建设", "紫荆学校建设项目", "2024", "计划", "确保紫荆学校2024年9月投入使用"),
        ("紫荆学校", "项目建设", "紫荆学校建设项目", "2025", "已完成", "紫荆学校建成投用"),
    ],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_on_the_small_graph(store: Store, name: str) -> None:
    assert rows(store, find_query(name)) == ANSWERS[name]


def test_the_evidence_of_a_program_is_every_sentence_that_names_it(store: Store) -> None:
    found = rows(store, find_query("entity-evidence"))
    expected = {
        (e.quote, str(e.start), str(e.end), e.rule)
        for s in small_graph().statements
        if small.SHUANGJIAN in s.ends.values()
        for e in s.evidence
    }
    assert {(quote, start, end, rule) for _, _, quote, _, start, end, rule, _ in found} == expected


def test_undated_facts_are_those_without_a_year(store: Store) -> None:
    found = rows(store, find_query("undated-facts"))
    expected = sorted(
        (e.quote, str(e.start))
        for s in small_graph().statements
        if s.year is None and s.kind.value not in ("location", "within")
        for e in s.evidence
    )
    assert sorted((quote, start) for _, quote, _, start in found) == expected


def test_every_evidence_leads_to_report_span_quote_rule_and_version(store: Store) -> None:
    graph = small_graph()
    files = {key: info.source.path.rsplit("/", 1)[-1] for key, info in graph.documents.items()}
    expected = sorted(
        (e.quote, files[e.document], str(e.start), str(e.end), e.rule)
        for said in (*graph.statements, *graph.figures)
        for e in said.evidence
    )
    found = rows(store, find_query("provenance"))
    assert sorted(row[1:6] for row in found) == expected
    assert {row[6] for row in found} == {"0.1.0"}


def test_persons_come_with_role_and_school(store: Store) -> None:
    found = rows(store, find_query("persons-honored"))
    assert ("李泉", "教师", "中方小学", "自治区文明校园", "") in found
    assert len(found) == 1 + len(small.HOSTILE)


def test_every_question_is_tested(store: Store) -> None:
    assert set(NAMES) == set(ANSWERS) | {"entity-evidence", "undated-facts", "provenance", "persons-honored"}
    assert all(rows(store, query) for query in QUERIES)


def test_a_question_without_words_is_told(tmp_path: Path) -> None:
    (tmp_path / "mute.rq").write_text("# 问: 什么？\nSELECT * {}", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"queries/mute\.rq"):
        list_queries(tmp_path)
