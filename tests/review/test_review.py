"""What deserves a look is found on real reports; the file that is written becomes a curation when it is filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg.curate import parse_curation
from kg.errors import UsageError
from kg.model.curation import Action, Curation
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind
from kg.review import Sort, concern_lines, concerns, todo_file
from tests.graph.small_graph import small_graph

SOLVING = (Action.RETRACT, Action.SAME_AS, Action.NOT_SAME_AS, Action.RENAME, Action.TYPE)


@pytest.fixture(scope="module")
def seeds_graph(seeds_build: tuple[Path, object]) -> KnowledgeGraph:
    return kg.load(seeds_build[0]).values


def filled_in(todo: str) -> str:
    """A file in which every entry is taken and signed."""
    taken = re.sub(r"^# ", "", todo, flags=re.MULTILINE)
    return taken.replace('who = ""', 'who = "李"').replace('why = ""', 'why = "核对过"')


def test_the_seeds_have_something_of_every_sort_that_is_in_them(seeds_graph: KnowledgeGraph) -> None:
    found = concerns(seeds_graph)
    sorts = {concern.sort for concern in found}
    failed = [identity for identity in seeds_graph.identities if not identity.holds]
    assert len([c for c in found if c.sort is Sort.ARITHMETIC]) == len(failed) > 0
    assert found[0].sort is Sort.ARITHMETIC and len(found[0].quotes) >= 1
    assert {Sort.NEAR, Sort.DOUBTFUL, Sort.REPORT_WITHOUT_REGION, Sort.UNKNOWN_REGION} <= sorts
    weights = [concern.weight for concern in found]
    assert weights == sorted(weights, reverse=True)


def test_every_quote_stands_in_its_file(seeds_graph: KnowledgeGraph, seeds: Path) -> None:
    texts = {path.name: path.read_text("utf-8") for path in seeds.glob("*.txt")}
    shown = [c for c in concerns(seeds_graph) if c.sort is not Sort.REPORT_WITHOUT_REGION]
    assert all(quote in texts[file] for concern in shown for file, quote in concern.quotes)
    assert all(concern.quotes for concern in shown)


def test_the_file_is_a_curation_without_entries_until_it_is_filled_in(seeds_graph: KnowledgeGraph) -> None:
    todo = todo_file(concerns(seeds_graph))
    assert parse_curation(todo, name="todo.toml") == ()
    entries = parse_curation(filled_in(todo), name="todo.toml")
    assert len(entries) == todo.count('# who = ""') > 20
    assert {entry.action for entry in entries} == {Action.CONFIRM, *SOLVING}
    with pytest.raises(UsageError, match=r"who is empty, fill it in"):
        parse_curation(re.sub(r"^# ", "", todo, flags=re.MULTILINE), name="todo.toml")


def test_what_is_filled_in_is_applied_to_the_seeds_and_survives_a_new_build(
    seeds_graph: KnowledgeGraph, seeds: Path, tmp_path: Path
) -> None:
    wanted = {Sort.ARITHMETIC: "retract", Sort.NEAR: "same-as", Sort.DOUBTFUL: "retract", Sort.UNKNOWN_REGION: "rename"}
    picked = [next(c for c in concerns(seeds_graph) if c.sort is sort) for sort in wanted]
    file, store = tmp_path / "curation.toml", tmp_path / "store"
    taken = [next(e for e in c.entries if e.startswith(f"[[{wanted[c.sort]}]]")) for c in picked]
    text = "\n\n".join(taken)
    file.write_text(filled_in(text), "utf-8")
    first = kg.build(seeds, jobs=1, store=store, curation=file)
    assert first.report.curation is not None
    assert first.report.curation["unmatched"] == []
    assert sorted(c.action.value for c in first.values.curations) == sorted(wanted.values())
    again = kg.build(seeds, jobs=1, store=store)
    assert again.values == first.values
    left = {concern.key for concern in concerns(again.values)}
    for concern in picked:
        if concern.sort is not Sort.UNKNOWN_REGION:
            assert concern.key not in left


def test_what_is_confirmed_leaves_the_list_and_is_told_when_it_is_gone(
    seeds_graph: KnowledgeGraph, seeds: Path, tmp_path: Path
) -> None:
    found = [c for c in concerns(seeds_graph) if c.sort is not Sort.NEAR]
    looked_at = [entry for c in found for entry in c.entries if entry.startswith("[[confirm]]")]
    file, store = tmp_path / "curation.toml", tmp_path / "store"
    file.write_text(filled_in("\n\n".join(looked_at)), "utf-8")
    built = kg.build(seeds, jobs=1, store=store, curation=file)
    assert built.report.curation is not None and built.report.curation["unmatched"] == []
    assert {c.sort for c in concerns(built.values)} <= {Sort.NEAR}
    less = kg.remove([next(seeds.glob("004*")).stem], store, jobs=1)
    assert less.report.curation is not None
    unmatched = less.report.curation["unmatched"]
    assert isinstance(unmatched, list) and 0 < len(unmatched) < len(looked_at)
    assert all("not in the graph" in e["problem"] or "no such fact" in e["problem"] for e in unmatched)


def test_facts_on_the_same_words_are_one_matter_and_no_quote_stands_inside_another(seeds_graph: KnowledgeGraph) -> None:
    found = concerns(seeds_graph)
    doubtful = [c.quotes for c in found if c.sort is Sort.DOUBTFUL]
    assert len(set(doubtful)) == len(doubtful)
    for concern in found:
        for file, quote in concern.quotes:
            assert not any(file == f and quote in q and quote != q for f, q in concern.quotes)


@pytest.mark.parametrize(
    ("left", "right", "quotes", "asked"),
    [
        ("云山中学宿舍楼建设项目", "云山中学宿舍建设项目", ("云山中学宿舍楼开工", "云山中学宿舍完工"), True),
        ("云山中学宿舍楼建设项目", "云山中学宿舍建设项目", ("云山中学宿舍楼、宿舍开工",) * 2, False),
        ("云山中学宿舍楼建设项目", "石桥中学宿舍楼建设项目", ("云山中学宿舍楼开工", "石桥中学宿舍楼开工"), False),
    ],
    ids=["a word more", "told in the same words", "another proper name"],
)
def test_names_are_asked_about_only_where_they_may_be_one(
    left: str, right: str, quotes: tuple[str, str], asked: bool
) -> None:
    graph = small_graph()
    document = next(iter(graph.documents))
    things = tuple(
        GraphEntity(f"project/331125-{slug}-aaaaaaa{n}", EntityKind.PROJECT, name, (), "", None, "")
        for n, (slug, name) in enumerate((("a", left), ("b", right)), start=2)
    )
    said = tuple(
        Statement(
            f"event/{thing.key}", FactKind.PROJECT, {"project": thing.key}, 2022, None,
            (StatementEvidence(document, 0, len(quote), quote, "r", 0.9) if quotes[0] == quotes[1]
             else StatementEvidence(document, n * 50, n * 50 + len(quote), quote, "r", 0.9),),
        )
        for n, (thing, quote) in enumerate(zip(things, quotes, strict=True))
    )  # fmt: skip
    graph = replace(graph, entities=(*graph.entities, *things), statements=(*graph.statements, *said))
    pair = " ".join(thing.key for thing in things)
    assert (pair in {c.key for c in concerns(graph) if c.sort is Sort.NEAR}) == asked


def test_a_place_that_lies_in_a_known_region_is_no_unknown_one(seeds_graph: KnowledgeGraph) -> None:
    lost = next(c for c in concerns(seeds_graph) if c.sort is Sort.UNKNOWN_REGION)
    home = next(e for e in seeds_graph.entities if e.kind is EntityKind.REGION and e.attributes.get("code"))
    within = Statement("event/within", FactKind.WITHIN, {"region": lost.key, "in": home.key}, None, None, ())
    graph = replace(seeds_graph, statements=(*seeds_graph.statements, within))
    assert not [c for c in concerns(graph) if c.sort is Sort.UNKNOWN_REGION and c.key == lost.key]


def test_two_things_that_people_told_apart_are_not_asked_about_again(seeds_graph: KnowledgeGraph) -> None:
    near = next(concern for concern in concerns(seeds_graph) if concern.sort is Sort.NEAR)
    keys = tuple(sorted(near.key.split()))
    said = Curation("curation/x", Action.NOT_SAME_AS, "李", "两个", keys)
    assert near.key not in {c.key for c in concerns(replace(seeds_graph, curations=(said,)))}


def test_a_school_without_region_gets_an_entry_that_places_it(seeds_graph: KnowledgeGraph) -> None:
    school = next(
        e
        for e in seeds_graph.entities
        if e.kind is EntityKind.SCHOOL and any(e.key in s.ends.values() for s in awards(seeds_graph))
    )
    lost = replace(
        seeds_graph,
        entities=tuple(replace(e, region="") if e is school else e for e in seeds_graph.entities),
        statements=tuple(s for s in seeds_graph.statements if s.kind != "location" or s.ends["school"] != school.key),
    )
    (concern,) = (c for c in concerns(lost) if c.sort is Sort.SCHOOL_WITHOUT_REGION)
    assert concern.key == school.key
    (entry,) = parse_curation(filled_in(concern.entries[0]), name="todo.toml")
    assert entry.action is Action.ADD and dict(entry.fact.ends)["school"].key == school.key


def awards(graph: KnowledgeGraph) -> list[Statement]:
    return [s for s in graph.statements if s.kind == "award"]


def test_reports_that_disagree_are_told_with_both_values() -> None:
    graph = small_graph()
    figure = next(f for f in graph.figures if f.region and f.year and not f.approximate)
    other = next(key for key in graph.documents if key != figure.evidence[0].document)
    moved = tuple(replace(e, document=other) for e in figure.evidence)
    rival = replace(figure, key="figure/rival", value=figure.value + 7, evidence=moved)
    found = concerns(replace(graph, figures=(*graph.figures, rival)))
    dispute = next(c for c in found if c.sort is Sort.DISPUTE)
    assert str(figure.value) in dispute.chinese and str(figure.value + 7) in dispute.chinese
    assert [entry.split("]]")[0] for entry in dispute.entries] == ["[[confirm", "[[retract", "[[retract"]
    both = tuple(sorted((figure.key, rival.key)))
    for looked_at, settled in ((both[:1], False), (both, True)):
        said = Curation("curation/x", Action.CONFIRM, "李", "两份报告各有口径", looked_at)
        asked = concerns(replace(graph, figures=(*graph.figures, rival), curations=(said,)))
        assert (Sort.DISPUTE not in {concern.sort for concern in asked}) == settled


def test_names_that_mean_harm_break_neither_the_list_nor_the_file() -> None:
    graph = small_graph()
    hostile = [e for e in graph.entities if "hostile" in e.key]
    doubtful = tuple(
        replace(s, evidence=tuple(replace(e, confidence=0.1) for e in s.evidence)) for s in graph.statements
    )
    regions = tuple(replace(e, kind=EntityKind.REGION) if e in hostile else e for e in graph.entities)
    found = concerns(replace(graph, statements=doubtful, entities=regions))
    assert len([c for c in found if c.sort is Sort.UNKNOWN_REGION]) >= len(hostile)
    assert parse_curation(todo_file(found), name="t") == ()
    assert parse_curation(filled_in(todo_file(found)), name="t")
    assert all(line.isprintable() for line in concern_lines(found))


def test_the_command_writes_its_file_once(
    kg: Callable[..., object], seeds_build: tuple[Path, object], tmp_path: Path
) -> None:
    file = tmp_path / "todo.toml"
    done = kg("review", seeds_build[0], "-o", file, "--limit", 4)
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]
    assert re.search(r"^4\. ", done.stdout, re.MULTILINE) and "\n5. " not in done.stdout  # type: ignore[attr-defined]
    assert "4 shown" in done.stdout and parse_curation(file.read_text("utf-8"), name="t") == ()  # type: ignore[attr-defined]
    done = kg("review", seeds_build[0], "-o", file)
    assert done.returncode == 2 and "choose another name" in done.stderr  # type: ignore[attr-defined]
