"""Graphs put together: nothing is lost, the same things are one, and neither order nor repetition changes a byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pyoxigraph import RdfFormat, parse

import kg
from kg.combine import common_base, merge
from kg.errors import GraphError, UsageError
from kg.export.turtle import graph_turtle
from kg.graph.iri import BASE_IRI
from kg.graph.reading import read_back, read_file
from kg.model.curation import Action, Curation
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind, Level
from tests.conftest import Run
from tests.graph import small_graph as small
from tests.graph.small_graph import entity, small_graph

EMPTY = KnowledgeGraph((), (), {})


def turtle(graph: KnowledgeGraph) -> bytes:
    return graph_turtle(graph, base_iri=BASE_IRI)


def written(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The graph as its file tells it."""
    return read_back(parse(turtle(graph), format=RdfFormat.TURTLE)).graph


def part(graph: KnowledgeGraph, documents: set[str]) -> KnowledgeGraph:
    """What some of the reports say."""

    def theirs(items: tuple[Any, ...]) -> tuple[Any, ...]:
        said = [replace(i, evidence=tuple(e for e in i.evidence if e.document in documents)) for i in items]
        return tuple(item for item in said if item.evidence)

    return replace(
        graph,
        statements=theirs(graph.statements),
        figures=theirs(graph.figures),
        identities=(),
        documents={key: info for key, info in graph.documents.items() if key in documents},
        read_by={key: version for key, version in graph.read_by.items() if key in documents},
    )


def places_of(said: Any) -> set[tuple[object, ...]]:
    return {(e.document, e.start, e.end, e.quote, e.rule) for e in said.evidence}


NAMES = ("中方小学", "中方县中方小学", "中心小学", "<a>")


@some.composite
def graphs(draw: Any) -> KnowledgeGraph:
    """A part of the small graph in which one school, one fact, one figure and the versions are told in some way."""
    whole = small_graph()
    told = part(whole, draw(some.sets(some.sampled_from([small.DOC_A, small.DOC_B, small.DOC_C]))))
    body = draw(some.sampled_from(["", small.ZFXX, small.FURONG]))
    attributes = draw(
        some.dictionaries(some.sampled_from(["stage", "ownership", "note"]), some.sampled_from(["a", "b", "cc"]))
    )
    changed = {
        small.ZFXX: {
            "name": draw(some.sampled_from(NAMES)),
            "aliases": tuple(sorted(draw(some.sets(some.sampled_from(NAMES))))),
            "level": draw(some.sampled_from([None, Level.COUNTY, Level.SCHOOL])),
            "region": draw(some.sampled_from(["", small.ZF, small.LN])),
            "attributes": attributes,
        },
        "person/li": {"attributes": {"affiliation": "中方小学", "affiliation_id": body} if body else {"role": "校长"}},
    }
    confidence = draw(some.sampled_from([0.5, 0.9]))
    count, issuer = draw(some.sampled_from(["6", "66", "7"])), draw(some.sampled_from(["", small.ZF, small.LN]))
    facts = {
        "count": count,
        "issuer": draw(some.sampled_from(["县教育局", "局"])),
        **({"issuer_id": issuer} if issuer else {}),
    }
    versions = {key: draw(some.sampled_from(["0.9.0", "0.10.0"])) for key in told.documents}
    titles = {key: replace(info, title=draw(some.sampled_from(["甲", "乙"]))) for key, info in told.documents.items()}
    return written(
        replace(
            told,
            entities=tuple(replace(e, **changed.get(e.key, {})) for e in told.entities),
            statements=tuple(
                replace(
                    s, attributes=facts, evidence=tuple(replace(e, confidence=confidence) for e in s.evidence)
                ) if s.key == "fact/award-counted" else s
                for s in told.statements
            ),
            figures=tuple(
                replace(f, approximate=confidence < 0.8, what=draw(some.sampled_from(["学校", "学校总数"])))
                for f in told.figures
            ),
            documents=titles,
            read_by=versions,
        )
    )  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), graphs(), graphs())
def test_order_repetition_and_grouping_change_nothing(a: KnowledgeGraph, b: KnowledgeGraph, c: KnowledgeGraph) -> None:
    both = merge([a, b]).graph
    assert merge([a]).graph == merge([a, a]).graph == merge([a, EMPTY]).graph
    assert turtle(merge([a]).graph) == turtle(a)
    assert merge([b, a]).graph == both and turtle(merge([b, a]).graph) == turtle(both)
    assert merge([both, a]).graph == both
    assert merge([both, c]).graph == merge([a, merge([b, c]).graph]).graph == merge([c, a, b]).graph
    assert merge([written(both), c]).graph == merge([both, c]).graph, "a merged graph can be kept as a file"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), graphs())
def test_nothing_that_a_graph_says_is_lost(a: KnowledgeGraph, b: KnowledgeGraph) -> None:
    merged = merge([a, b])
    there: dict[str, Any] = {
        one.key: one for one in (*merged.graph.entities, *merged.graph.statements, *merged.graph.figures)
    }
    for graph in (a, b):
        for thing in graph.entities:
            names = {there[thing.key].name, *there[thing.key].aliases}
            assert {thing.name, *thing.aliases} <= names
        for said in (*graph.statements, *graph.figures):
            assert places_of(said) <= places_of(there[said.key])
        assert graph.documents.keys() <= merged.graph.documents.keys()
    told = {(conflict.key, conflict.field) for conflict in merged.conflicts}
    for one, other in ((a, b), (b, a)):
        others = {thing.key: thing for thing in other.entities}
        for thing in one.entities:
            if thing.name != others[thing.key].name:
                assert (thing.key, "name") in told


def with_school(**fields: Any) -> KnowledgeGraph:
    school = entity("school/a", "甲校", region=small.ZF)
    return replace(EMPTY, entities=(entity(small.ZF, "中方县"), replace(school, **fields)))


@pytest.mark.parametrize(
    ("one", "other", "chosen", "line"),
    [
        ({"name": "甲校"}, {"name": "中方县甲校"}, ("name", "中方县甲校"),
         "school/a name: 中方县甲校 | 甲校 → 中方县甲校"),
        ({"level": Level.COUNTY}, {"level": Level.PROVINCE}, ("level", Level.PROVINCE),
         "school/a level: county | province → province"),
        ({"level": Level.COUNTY}, {"level": None}, ("level", Level.COUNTY), ""),
        ({"region": ""}, {"region": small.ZF}, ("region", small.ZF), ""),
        ({"attributes": {"stage": "primary"}}, {"attributes": {"stage": "nine-year"}},
         ("attributes", {"stage": "nine-year"}), "school/a stage: nine-year | primary → nine-year"),
        ({"attributes": {"stage": "primary"}}, {"attributes": {"ownership": "public"}},
         ("attributes", {"stage": "primary", "ownership": "public"}), ""),
    ],
)  # fmt: skip
def test_of_several_values_one_is_taken_and_the_choice_is_told(
    one: dict[str, Any], other: dict[str, Any], chosen: tuple[str, Any], line: str
) -> None:
    merged = merge([with_school(**one), with_school(**other)])
    (school,) = [thing for thing in merged.graph.entities if thing.key == "school/a"]
    assert getattr(school, chosen[0]) == chosen[1]
    assert [str(conflict) for conflict in merged.conflicts] == ([line] if line else [])


def test_an_issuer_and_its_key_are_taken_from_the_same_graph() -> None:
    (counted,) = [s for s in small_graph().statements if s.key == "fact/award-counted"]

    def told(**attributes: str) -> KnowledgeGraph:
        return replace(small_graph(), statements=(replace(counted, attributes=attributes),))

    merged = merge([told(issuer="中方县人民政府教育局"), told(issuer="县局", issuer_id="organization/zf-jyj")])
    assert merged.graph.statements[0].attributes == {"issuer": "县局", "issuer_id": "organization/zf-jyj"}


def test_of_a_report_that_two_versions_read_the_newer_one_is_believed_and_both_keep_their_facts() -> None:
    old = replace(small_graph(), read_by=dict.fromkeys(small_graph().documents, "0.9.0"))
    new = replace(
        small_graph(),
        read_by=dict.fromkeys(small_graph().documents, "0.10.0"),
        documents={k: replace(d, title="新") for k, d in small_graph().documents.items()},
        statements=small_graph().statements[:1],
    )
    merged = merge([new, old])
    assert set(merged.graph.read_by.values()) == {"0.10.0"}
    assert {info.title for info in merged.graph.documents.values()} == {"新"}
    assert len(merged.graph.statements) == len(old.statements)
    assert [c.field for c in merged.conflicts] == ["report"] * 3


def test_corrections_of_both_stay_and_what_one_took_out_and_the_other_brings_is_told() -> None:
    def corrected(*subjects: str, removed: tuple[str, ...] = ()) -> KnowledgeGraph:
        return replace(
            with_school(), curations=(Curation("curation/a", Action.SAME_AS, "张三", "同一所", subjects, removed),)
        )

    merged = merge([corrected("school/a"), corrected("school/b", removed=("school/a", "school/c")), with_school()])
    assert merged.graph.curations == corrected("school/a", "school/b", removed=("school/a", "school/c")).curations
    assert [str(conflict) for conflict in merged.conflicts] == ["school/a removed: curation/a → kept"]


def test_one_key_for_two_kinds_of_things_is_refused() -> None:
    with pytest.raises(GraphError, match="school/a"):
        merge([with_school(), with_school(kind=EntityKind.PERSON)])


def test_several_bases_are_refused_unless_one_is_wanted() -> None:
    with pytest.raises(UsageError, match="urn:ex:a/, urn:ex:b/"):
        common_base(["urn:ex:b/", "urn:ex:a/"])
    assert common_base(["urn:ex:b/", "urn:ex:a/"], "urn:ex:a/") == "urn:ex:a/"


@pytest.fixture(scope="module")
def builds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two builds of the seeds that share one report."""
    folder = tmp_path_factory.mktemp("merge")
    seeds = sorted((root / "seeds").glob("*.txt"))
    for name, files in (("a", seeds[:3]), ("b", seeds[2:])):
        kg.build(files, jobs=1).save(folder / name)
    yield folder


def test_builds_of_parts_of_the_seeds_hold_what_a_build_of_all_holds(
    builds: Path, seeds_build: tuple[Path, object]
) -> None:
    parts = [read_file(builds / name).graph for name in "ab"]
    whole, merged = read_file(seeds_build[0]).graph, merge(parts).graph
    assert merged.documents == whole.documents and merged.read_by == whole.read_by

    def places(graph: KnowledgeGraph) -> set[tuple[object, ...]]:
        said = (*graph.statements, *graph.figures)
        return {(getattr(s, "kind", ""), *place) for s in said for place in places_of(s)}

    assert places(merged) == places(whole)
    keys = {thing.key for graph in parts for thing in graph.entities}
    assert {thing.key for thing in merged.entities} == keys, "a thing keeps its IRI"
    # Who is who over all reports may join more; over the seeds nearly nothing is left to join.
    assert len(keys & {thing.key for thing in whole.entities}) > 0.97 * len(whole.entities)
    assert reduce(lambda one, other: merge([one, other]).graph, [whole, *parts]).documents == whole.documents


def test_the_command_writes_the_same_bytes_in_any_order_and_tells_conflicts(kg: Run, builds: Path) -> None:
    one = kg("merge", builds / "a", builds / "b", "-o", builds / "ab.ttl")
    other = kg("merge", builds / "b" / "graph.ttl", builds / "a", builds / "b", "-o", builds / "ba")
    assert one.returncode == other.returncode == 0, one.stderr
    assert (builds / "ab.ttl").read_bytes() == (builds / "ba" / "graph.ttl").read_bytes()
    assert one.stdout.strip() == str(builds / "ab.ttl")
    assert one.stderr == other.stderr and all("说法不一 / conflict: " in line for line in one.stderr.splitlines())
    again = kg("merge", builds / "ab.ttl", builds / "a", "-o", builds / "again.ttl", "--quiet")
    assert again.returncode == 0 and not again.stderr
    assert (builds / "again.ttl").read_bytes() == (builds / "ab.ttl").read_bytes()
    alone = kg("merge", builds / "a", "-o", builds / "alone.ttl")
    assert not alone.stderr and (builds / "alone.ttl").read_bytes() == (builds / "a" / "graph.ttl").read_bytes()


def test_other_bases_are_rewritten_only_if_asked(kg: Run, builds: Path) -> None:
    for name, base in (("x", "https://example.org/x/"), ("y", "https://example.org/y/")):
        (builds / f"{name}.ttl").write_bytes(graph_turtle(small_graph(), base_iri=base))
    done = kg("merge", builds / "x.ttl", builds / "y.ttl", "-o", builds / "xy.ttl")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "--base-iri" in done.stderr
    assert not (builds / "xy.ttl").exists()
    done = kg(
        "merge", builds / "x.ttl", builds / "y.ttl", "-o", builds / "xy.ttl", "--base-iri", "https://example.org/x/"
    )
    assert done.returncode == 0 and (builds / "xy.ttl").read_bytes() == (builds / "x.ttl").read_bytes()
    done = kg("merge", builds / "x.ttl", "-o", builds / "xy.ttl", "--base-iri", "nonsense")
    assert done.returncode == 2 and done.stderr.count("\n") == 1
