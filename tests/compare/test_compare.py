"""Graphs compared as values: whatever differs in the Turtle is told, and told as what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kg.compare import Difference, compare, difference_lines
from kg.export.turtle import graph_turtle
from kg.graph.iri import BASE_IRI
from kg.model.curation import Action, Curation
from kg.model.graph import KnowledgeGraph
from kg.model.names import Level, Status
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph

Change = Callable[[KnowledgeGraph], KnowledgeGraph]


def lines(difference: Difference) -> str:
    return "\n".join(difference_lines(difference))


def one(items: tuple[Any, ...], key: str, /, **fields: Any) -> tuple[Any, ...]:
    """The items with the named fields of one of them replaced."""
    assert any(item.key == key for item in items)
    return tuple(replace(item, **fields) if item.key == key else item for item in items)


def entity(key: str, **fields: Any) -> Change:
    return lambda graph: replace(graph, entities=one(graph.entities, key, **fields))


def statement(key: str, **fields: Any) -> Change:
    return lambda graph: replace(graph, statements=one(graph.statements, f"fact/{key}", **fields))


def evidence(key: str, **fields: Any) -> Change:
    def change(graph: KnowledgeGraph) -> KnowledgeGraph:
        (said,) = [s for s in graph.statements if s.key == f"fact/{key}"]
        return statement(key, evidence=(replace(said.evidence[0], **fields), *said.evidence[1:]))(graph)

    return change


def figure(key: str, **fields: Any) -> Change:
    return lambda graph: replace(graph, figures=one(graph.figures, f"figure/{key}", **fields))


def document(key: str, **fields: Any) -> Change:
    return lambda graph: replace(
        graph, documents={k: replace(d, **fields) if k == key else d for k, d in graph.documents.items()}
    )


CURATION = Curation("curation/a", Action.RETRACT, "张三", "原文有误", (), ("fact/gone",))
CHANGES: dict[str, tuple[Change, str]] = {
    "year": (statement("award-furong", year=2022), "改变 ~ 荣誉 award  怀化市清廉学校 · 中方县芙蓉学校  2022年"),
    "status": (statement("award-furong", status=Status.PLANNED), "状态 已完成 → 计划"),
    "attribute": (statement("award-counted", attributes={"count": "7"}), "数量 6 → 7"),
    "attribute gone": (statement("award-counted", attributes={}), "数量 6 → （无）"),
    "issuer": (
        statement("award-furong", attributes={"issuer_id": small.ZF}),
        "授予者 organization/zf-jyj → region/431221",
    ),
    "quote": (evidence("location-furong", quote="芙蓉学校"), "原文 县芙蓉学校 → 芙蓉学校"),
    "place": (evidence("location-furong", start=1), "位置 3364:3369 → 1:3369"),
    "confidence": (evidence("location-furong", confidence=0.5), "可信度 0.9 → 0.5"),
    "rule": (evidence("location-furong", rule="other"), "规则 rule-a → other"),
    "other words": (entity(small.ZFXX, name="中方镇小学"), "改名或改键 renamed  学校  中方小学 → 中方镇小学"),
    "alias": (entity(small.FURONG, aliases=("芙蓉学校",)), "别名 - 县芙蓉学校"),
    "level": (entity(small.WENMING, level=Level.NATIONAL), "级别 province → national"),
    "region": (entity(small.ZFXX, region=small.LN), "地区 中方县 → 柳南区"),
    "stage": (entity(small.ZFXX, attributes={"stage": "nine-year"}), "学段 primary → nine-year"),
    "concept": (entity(small.QINGLAN, concept=""), "概念 program/mentoring → （无）"),
    "value": (figure("pupils", value=Decimal(1372)), "数值 1371 → 1372"),
    "upper": (figure("seats", upper=None), "数值 4800–5000 → 4800"),
    "whole": (figure("public", part_of=""), "属于 学校 47所 → （无）"),
    "counted": (figure("pupils", what="学生"), "所数 在校学生 → 学生"),
    "title": (document(small.DOC_A, title="总结"), "标题 中方县教育局2023年工作总结及2024年工作计划 → 总结"),
    "date": (document(small.DOC_A, date="2024"), "日期 2024-01-16 → 2024"),
    "plan years": (document(small.DOC_B, plan_years=()), "计划年份 2023 → （无）"),
    "version": (lambda graph: replace(graph, read_by={small.DOC_A: "9"}), "读入版本 （无） → 9"),
    "correction": (
        lambda graph: replace(graph, curations=(CURATION,)),
        "新增 + 更正 curation  retract · 张三 · 原文有误",
    ),
    "identity": (
        lambda graph: replace(graph, identities=one(graph.identities, "identity/sum", holds=False)),
        "是否成立 成立 → 不成立",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_differs_in_the_turtle_is_told(name: str) -> None:
    change, words = CHANGES[name]
    old, new = small_graph(), change(small_graph())
    assert graph_turtle(old, base_iri=BASE_IRI) != graph_turtle(new, base_iri=BASE_IRI), "the case changes nothing"
    assert words in lines(compare(old, new))
    assert compare(new, old)


def test_equal_graphs_have_no_difference() -> None:
    assert not compare(small_graph(), small_graph())
    assert lines(compare(small_graph(), small_graph())) == "两个图谱相同 / the graphs are the same"


def test_another_base_is_a_difference() -> None:
    assert "IRI 前缀 urn:ex:a/ → urn:ex:b/" in lines(
        compare(small_graph(), small_graph(), bases=("urn:ex:a/", "urn:ex:b/"))
    )


def without(graph: KnowledgeGraph, document: str) -> KnowledgeGraph:
    """The graph without what one report says."""

    def left(items: tuple[Any, ...]) -> tuple[Any, ...]:
        kept = [replace(i, evidence=tuple(e for e in i.evidence if e.document != document)) for i in items]
        return tuple(item for item in kept if item.evidence)

    return replace(
        graph,
        statements=left(graph.statements),
        figures=left(graph.figures),
        documents={key: info for key, info in graph.documents.items() if key != document},
    )


def test_a_report_that_comes_or_goes_brings_and_takes_all_that_it_says() -> None:
    old, new = without(small_graph(), small.DOC_C), small_graph()
    (come,) = compare(old, new).documents
    assert (come.state, come.file, len(come.gained), come.lost) == ("added", "c.txt", 2, ())
    (gone,) = compare(new, old).documents
    assert (gone.state, gone.lost, gone.gained) == ("removed", come.gained, ())


def test_a_file_of_another_content_is_a_report_that_changed() -> None:
    new = small_graph()
    key, info = "doc/1111111111111111", new.documents[small.DOC_C]

    def moved(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            replace(
                item,
                evidence=tuple(
                    replace(e, document=key, start=e.start + 5, end=e.end + 5) if e.document == small.DOC_C else e
                    for e in item.evidence
                ),
            )
            for item in items
        )

    documents = {(key if k == small.DOC_C else k): d for k, d in new.documents.items()}
    assert documents[key] == info
    new = replace(new, documents=documents, statements=moved(new.statements), figures=moved(new.figures))
    (changed,) = compare(small_graph(), new).documents
    assert (changed.state, changed.before, changed.after) == ("changed", small.DOC_C, key)
    assert not changed.gained and not changed.lost and not changed.changed, "what moved by five characters is the same"


def test_a_thing_under_another_key_is_the_same_thing_and_its_facts_are_no_loss() -> None:
    old = small_graph()

    def rekeyed(ends: Any) -> dict[str, str]:
        return {role: "school/elsewhere" if key == small.FURONG else key for role, key in ends.items()}

    new = replace(
        old,
        entities=one(old.entities, small.FURONG, key="school/elsewhere", region=small.LN),
        statements=tuple(
            replace(s, key=s.key + "-new" if small.FURONG in s.ends.values() else s.key, ends=rekeyed(s.ends))
            for s in old.statements
        ),
    )
    told = compare(old, new)
    assert [(e.state, e.before, e.after) for e in told.entities] == [
        ("renamed", ("中方县芙蓉学校",), ("中方县芙蓉学校",))
    ]
    assert not told.documents


def test_two_things_that_become_one_are_merged_and_one_that_becomes_two_is_split() -> None:
    two = small_graph()
    school = small.entity("school/zf-two", "芙蓉学校", region=small.ZF)
    two = replace(two, entities=(*one(two.entities, small.FURONG, aliases=("县芙蓉学校",)), school))
    merged = [e for e in compare(two, small_graph()).entities if e.state == "merged"]
    assert [(e.before, e.after) for e in merged] == [(("中方县芙蓉学校", "芙蓉学校"), ("中方县芙蓉学校",))]
    split = [e for e in compare(small_graph(), two).entities if e.state == "split"]
    assert [(e.before, e.after) for e in split] == [(("中方县芙蓉学校",), ("芙蓉学校",))]


def test_things_of_one_name_in_two_regions_are_not_taken_for_one() -> None:
    here = small.entity("honor/a", "优秀教师")
    there = small.entity("honor/b", "优秀教师")
    old = replace(small_graph(), entities=(*small_graph().entities, here))
    new = replace(small_graph(), entities=(*small_graph().entities, there))
    assert [e.state for e in compare(old, new).entities] == ["gained", "lost"]


def test_of_several_like_facts_the_nearest_are_paired() -> None:
    old = small_graph()
    (spoken,) = [s for s in old.statements if s.key == "fact/program-sj-zf-2024"]
    later = replace(spoken, key="fact/program-sj-zf-2025", year=2025)
    new = replace(old, statements=tuple(later if s is spoken else s for s in old.statements))
    (document,) = compare(old, new).documents
    assert [(c.before.year, c.after.year) for c in document.changed] == [(2024, 2025)]
    more = replace(old, statements=(*old.statements, later))
    (document,) = compare(old, more).documents
    assert [item.year for item in document.gained] == [2025] and not document.changed


def test_long_lists_are_cut_and_say_so_and_what_was_only_found_otherwise_is_counted() -> None:
    told = compare(KnowledgeGraph((), (), {}), small_graph())
    cut = list(difference_lines(told, most=2))
    assert any("more: --all" in line for line in cut) and len(cut) < len(list(difference_lines(told)))
    minor = compare(small_graph(), evidence("location-furong", rule="other")(small_graph()))
    assert "1 only found otherwise: --all" in "\n".join(difference_lines(minor, most=20))
