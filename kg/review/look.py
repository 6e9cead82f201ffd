"""What of a finished graph most deserves a human look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model.curation import Action
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement
from kg.model.names import FACT_ENDS, EntityKind, FactKind
from kg.pipeline.checks import disputes
from kg.review.concern import Concern, Sort, confirmation, entry, toml_string
from kg.review.near import near_pairs
from kg.review.words import IDENTITIES, Words, figure_said, plain

__all__ = ["concerns"]

SURE = 0.7
"""A fact whose surest evidence is less sure deserves a look."""


def concerns(graph: KnowledgeGraph) -> tuple[Concern, ...]:
    """All that deserves a look, most deserving first; equal graphs give equal lists.

    What is surely wrong stands first (sums that do not hold, reports that disagree), then what would change much
    (a report or a school without region, two things that may be one), then single facts by their confidence. What
    somebody confirmed is left out.
    """
    words = Words(graph)
    found = [
        *_failed_sums(graph, words), *_disputes(graph, words), *_reports(graph, words), *_near(graph, words),
        *_schools(graph, words), *_regions(graph, words), *_doubtful(graph, words),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda c: (-c.weight, c.sort.value, c.key)))


def _confirmed(graph: KnowledgeGraph) -> frozenset[str]:
    """The keys of all that somebody found right."""
    return frozenset(key for c in graph.curations if c.action is Action.CONFIRM for key in c.subjects)


def _failed_sums(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    figures, confirmed = {figure.key: figure for figure in graph.figures}, _confirmed(graph)
    for identity in graph.identities:
        if identity.holds or identity.key in confirmed:
            continue
        members = [figures[key] for key in identity.figures if key in figures]
        numbers = "、".join(map(figure_said, members))
        chinese = IDENTITIES[identity.kind]
        yield Concern(
            1.0,
            Sort.ARITHMETIC,
            identity.key,
            f"数据对不上，{chinese}应为 {identity.computed:f}：{numbers}",
            f"the figures do not agree: the {identity.kind.value} should be {identity.computed:f}",
            words.quotes(e for figure in members for e in figure.evidence),
            (
                confirmation(f"fact = {toml_string(identity.key)}", note="读得对，报告原文有误 / the report errs"),
                *(entry("retract", f"fact = {toml_string(f.key)}  # {plain(figure_said(f))}") for f in members),
            ),
        )


def _disputes(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    confirmed = _confirmed(graph)
    for group in disputes(graph):
        keys = [figure.key for figure in group]
        if confirmed.issuperset(keys):
            continue
        where = words.name(group[0].about) or words.name(group[0].region)
        yield Concern(
            0.95,
            Sort.DISPUTE,
            group[0].key,
            f"报告说法不一：{where}{group[0].year}年{'、'.join(map(figure_said, group))}",
            "reports give different values",
            words.quotes(e for figure in group for e in figure.evidence),
            (
                confirmation(f"fact = [{', '.join(map(toml_string, keys))}]", note="都读得对 / all are read right"),
                *(entry("retract", f"fact = {toml_string(f.key)}  # {plain(figure_said(f))}") for f in group),
            ),
        )


def _reports(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    confirmed = _confirmed(graph)
    for key, info in graph.documents.items():
        if info.region_code or key in confirmed:
            continue
        title = info.title or info.source.stem
        yield Concern(
            0.9,
            Sort.REPORT_WITHOUT_REGION,
            key,
            f"报告的地区不明，其中的学校不能与其他报告的合并；知道的话，用 JSONL 的 region 字段给出：{title}",
            "the region of the report is unknown, its schools are not joined with those of others; if you know "
            "it, give it as the region of a line of JSONL",
            ((words.file(key), title),),
            (confirmation(f"fact = {toml_string(key)}", note="查不到地区 / the region cannot be known"),),
        )


def _near(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    for alike, left, right in near_pairs(graph):
        things = f"things = [{toml_string(left.key)}, {toml_string(right.key)}]"
        yield Concern(
            round(0.9 * alike, 4),
            Sort.NEAR,
            f"{left.key} {right.key}",
            f"可能是同一个{words.kind(left.kind)}：{left.name} / {right.name}",
            f"may be one {left.kind.value}: names alike by {alike:.0%}",
            words.quotes([*words.about(left.key)[:1], *words.about(right.key)[:1]]),
            (entry("same-as", things), entry("not-same-as", things)),
        )


def _schools(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    placed, confirmed = _placed(graph, FactKind.LOCATION, "school"), _confirmed(graph)
    for school in graph.entities:
        if school.kind is not EntityKind.SCHOOL or school.region or school.key in placed | confirmed:
            continue
        yield Concern(
            0.7,
            Sort.SCHOOL_WITHOUT_REGION,
            school.key,
            f"学校没有地区：{school.name}",
            "a school without region",
            words.quotes(words.about(school.key)[:1]),
            (
                *_placing(school, graph, words, FactKind.LOCATION),
                confirmation(f"thing = {toml_string(school.key)}", note="查不到地区 / the region cannot be known"),
            ),
        )


def _regions(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    """Places of which neither the division code nor the region in which they lie is known."""
    placed, confirmed = _placed(graph, FactKind.WITHIN, "region"), _confirmed(graph)
    for region in graph.entities:
        if region.kind is not EntityKind.REGION or region.attributes.get("code") or region.key in placed | confirmed:
            continue
        thing = f"thing = {toml_string(region.key)}"
        yield Concern(
            0.5,
            Sort.UNKNOWN_REGION,
            region.key,
            f"不知是哪里的地区：{region.name}",
            "a region of which neither division code nor place is known",
            words.quotes(words.about(region.key)[:1]),
            (
                entry("rename", thing, f"name = {toml_string(region.name)}"),
                *_placing(region, graph, words, FactKind.WITHIN),
                entry("type", thing, 'kind = "Organization"'),
                confirmation(thing, note="名称无误，查不到是哪里 / named rightly, its place cannot be known"),
            ),
        )


def _placed(graph: KnowledgeGraph, kind: FactKind, role: str) -> frozenset[str]:
    """The keys of what the facts of a kind place."""
    return frozenset(statement.ends[role] for statement in graph.statements if statement.kind is kind)


def _placing(thing: GraphEntity, graph: KnowledgeGraph, words: Words, kind: FactKind) -> Iterator[str]:
    """An entry that places a thing in the region of the report that names it, on the surest words about it."""
    role, where = FACT_ENDS[kind]
    for said in words.about(thing.key)[:1]:
        if region := graph.documents[said.document].region:
            yield entry(
                "add",
                f'kind = "{kind.value}"',
                f"ends.{role} = {toml_string(thing.key)}",
                f'ends.{where} = {{type = "Region", name = {toml_string(region)}}}',
                f"source = {{file = {toml_string(said.document)}, quote = {toml_string(said.quote)}}}",
            )


def _doubtful(graph: KnowledgeGraph, words: Words) -> Iterator[Concern]:
    """Facts that are not sure; those that stand on the same words are looked at together."""
    confirmed = _confirmed(graph)
    together: dict[object, list[tuple[float, Statement]]] = defaultdict(list)
    for statement in graph.statements:
        sure = max((e.confidence for e in statement.evidence), default=1.0)
        if sure < SURE and statement.key not in confirmed:
            place = frozenset((e.document, e.start, e.end) for e in statement.evidence)
            together[place].append((sure, statement))
    for group in together.values():
        sure, first = min(group, key=lambda found: (found[0], found[1].key))
        facts = [statement for _, statement in sorted(group, key=lambda found: (found[0], found[1].key))]
        yield Concern(
            round(0.9 * (1 - sure), 4),
            Sort.DOUBTFUL,
            first.key,
            f"把握不大（{sure:.2f}）：{'；'.join(map(words.said, facts))}",
            f"doubtful, confidence {sure:.2f}",
            words.quotes(e for statement in facts for e in statement.evidence),
            tuple(e for s in facts for e in (confirmation(*_fact_lines(s)), entry("retract", *_fact_lines(s)))),
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
