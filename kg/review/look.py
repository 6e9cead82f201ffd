"""What of a finished graph most deserves a human look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.model.graph import GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS, EntityKind, FactKind
from kg.pipeline.checks import disputes
from kg.review.concern import Concern, Sort, entry, toml_string
from kg.review.near import near_pairs

__all__ = ["concerns"]

SURE = 0.7
"""A fact whose surest evidence is less sure deserves a look."""


def concerns(graph: KnowledgeGraph) -> tuple[Concern, ...]:
    """All that deserves a look, most deserving first; equal graphs give equal lists.

    What is surely wrong stands first (sums that do not hold, reports that disagree), then what would change much
    (a report or a school without region, two things that may be one), then single facts by their confidence.
    """
    found = [
        *_failed_sums(graph), *_disputes(graph), *_reports(graph), *_near(graph), *_schools(graph), *_regions(graph),
        *_doubtful(graph),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda c: (-c.weight, c.sort.value, c.key)))


def _failed_sums(graph: KnowledgeGraph) -> Iterator[Concern]:
    figures = {figure.key: figure for figure in graph.figures}
    for identity in graph.identities:
        if identity.holds:
            continue
        members = [figures[key] for key in identity.figures if key in figures]
        numbers = "、".join(_figure(figure) for figure in members)
        yield Concern(
            1.0,
            Sort.ARITHMETIC,
            identity.key,
            f"数据对不上（{identity.kind.value}，应为 {identity.computed}）：{numbers}",
            f"the figures do not agree ({identity.kind.value}, computed {identity.computed})",
            _quotes((e for figure in members for e in figure.evidence), graph),
            tuple(entry("retract", f"fact = {toml_string(f.key)}  # {_plain(_figure(f))}") for f in members),
        )


def _disputes(graph: KnowledgeGraph) -> Iterator[Concern]:
    names = {entity.key: entity.name for entity in graph.entities}
    for group in disputes(graph):
        where = names.get(group[0].about) or names.get(group[0].region, "")
        yield Concern(
            0.95,
            Sort.DISPUTE,
            group[0].key,
            f"报告说法不一：{where}{group[0].year}年{'、'.join(_figure(figure) for figure in group)}",
            "reports give different values",
            _quotes((e for figure in group for e in figure.evidence), graph),
            tuple(entry("retract", f"fact = {toml_string(f.key)}  # {_plain(_figure(f))}") for f in group),
        )


def _reports(graph: KnowledgeGraph) -> Iterator[Concern]:
    for key, info in graph.documents.items():
        if not info.region_code:
            yield Concern(
                0.9,
                Sort.REPORT_WITHOUT_REGION,
                key,
                f"报告的地区不明，其中的学校不能与其他报告的合并：{info.title or info.source.stem}",
                "the region of the report is unknown: its schools are not joined with those of other reports",
                ((_file(key, graph), info.title or info.source.stem),),
            )


def _near(graph: KnowledgeGraph) -> Iterator[Concern]:
    words = _words_of(graph)
    for alike, left, right in near_pairs(graph):
        things = f"things = [{toml_string(left.key)}, {toml_string(right.key)}]"
        yield Concern(
            round(0.9 * alike, 4),
            Sort.NEAR,
            f"{left.key} {right.key}",
            f"可能是同一个：{left.name} / {right.name}（{left.kind.value}）",
            f"may be one thing: names alike by {alike:.0%}",
            _quotes([*words.get(left.key, [])[:1], *words.get(right.key, [])[:1]], graph),
            (entry("same-as", things), entry("not-same-as", things)),
        )


def _schools(graph: KnowledgeGraph) -> Iterator[Concern]:
    placed = {s.ends["school"] for s in graph.statements if s.kind is FactKind.LOCATION}
    words = _words_of(graph)
    for school in graph.entities:
        if school.kind is not EntityKind.SCHOOL or school.region or school.key in placed:
            continue
        said = words.get(school.key, [])[:1]
        yield Concern(
            0.7,
            Sort.SCHOOL_WITHOUT_REGION,
            school.key,
            f"学校没有地区：{school.name}",
            "a school without region",
            _quotes(said, graph),
            tuple(
                entry(
                    "add",
                    'kind = "location"',
                    f"ends.school = {toml_string(school.key)}",
                    f'ends.region = {{type = "Region", name = {toml_string(region)}}}',
                    f"source = {{file = {toml_string(e.document)}, quote = {toml_string(e.quote)}}}",
                )
                for e in said
                if (region := graph.documents[e.document].region)
            ),
        )


def _regions(graph: KnowledgeGraph) -> Iterator[Concern]:
    words = _words_of(graph)
    for region in graph.entities:
        if region.kind is EntityKind.REGION and not region.attributes.get("code"):
            thing = f"thing = {toml_string(region.key)}"
            yield Concern(
                0.5,
                Sort.UNKNOWN_REGION,
                region.key,
                f"没有区划代码的地区：{region.name}",
                "a region without a division code",
                _quotes(words.get(region.key, [])[:1], graph),
                (
                    entry("rename", thing, f"name = {toml_string(region.name)}"),
                    entry("type", thing, 'kind = "Organization"'),
                ),
            )


def _doubtful(graph: KnowledgeGraph) -> Iterator[Concern]:
    names = {entity.key: entity.name for entity in graph.entities}
    for statement in graph.statements:
        sure = max((e.confidence for e in statement.evidence), default=1.0)
        if sure < SURE:
            yield Concern(
                round(0.9 * (1 - sure), 4),
                Sort.DOUBTFUL,
                statement.key,
                f"把握不大（{sure:.2f}）：{_said(statement, names)}",
                f"a doubtful fact, confidence {sure:.2f}",
                _quotes(statement.evidence, graph),
                (entry("retract", *_fact_lines(statement)),),
            )


def _fact_lines(statement: Statement) -> Iterator[str]:
    """A fact named by what it says, so that it is still found after one of its ends was merged."""
    yield f'kind = "{statement.kind.value}"'
    for role in FACT_ENDS[statement.kind]:
        if role in statement.ends:
            yield f"ends.{role} = {toml_string(statement.ends[role])}"
    if statement.year is not None:
        yield f"year = {statement.year}"
    if statement.status is not None:
        yield f'status = "{statement.status.value}"'


def _said(statement: Statement, names: Mapping[str, str]) -> str:
    """A fact in short: its kind, ends, year and status."""
    ends = "—".join(names.get(statement.ends[r], "") for r in FACT_ENDS[statement.kind] if r in statement.ends)
    when = f" {statement.year}年" if statement.year is not None else ""
    return f"{statement.kind.value} {ends}{when} {statement.status.value if statement.status else ''}".rstrip()


def _figure(figure: GraphFigure) -> str:
    return f"{figure.what}{figure.value:f}{figure.unit}"


def _plain(text: str) -> str:
    """Words that can stand in a comment: one line without control characters."""
    return "".join(c if c.isprintable() else " " for c in text)


def _words_of(graph: KnowledgeGraph) -> dict[str, list[StatementEvidence]]:
    """Entity key to the words of the facts that name it, the surest first."""
    found: dict[str, list[StatementEvidence]] = {}
    for statement in graph.statements:
        for key in statement.ends.values():
            found.setdefault(key, []).extend(statement.evidence)
    return {k: sorted(v, key=lambda e: (-e.confidence, e.document, e.start)) for k, v in found.items()}


def _quotes(evidence: Iterable[StatementEvidence], graph: KnowledgeGraph) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((_file(e.document, graph), e.quote) for e in evidence))


def _file(document: str, graph: KnowledgeGraph) -> str:
    return graph.documents[document].source.path.rsplit("/", 1)[-1]
