"""The spread of an initiative with what must be known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.export.findings.compare import SILENCE
from kg.export.findings.model import Findings
from kg.export.tables.compare import held_table, span
from kg.export.tables.diffusion import DIRECTION_WORDS, adopter_table, curve_table, event_table
from kg.model.graph import KnowledgeGraph
from kg.policy.diffusion import Diffusion
from kg.policy.held import Held

__all__ = ["diffusion_findings", "diffusion_notes"]


_BY_YEARS = "只按年份先后 / told by years alone"


def diffusion_findings(spread: Diffusion, graph: KnowledgeGraph) -> Findings:
    """The tables adopters, curve, events (event history, for programs) and held."""
    regions = sorted({one.region: one for one in _all(spread)}.values(), key=lambda one: one.region)
    return Findings(
        "diffusion",
        f"{spread.initiative.name}：先后与扩散 / diffusion",
        tuple(diffusion_notes(spread)),
        (
            adopter_table(spread, graph),
            curve_table(spread),
            event_table(spread, graph),
            held_table(regions, graph.documents),
        ),
        "events",
        frozenset({"events"}),
    )


def _all(spread: Diffusion) -> list[Held]:
    return [*(one.region for one in spread.adopters), *spread.undated, *spread.silent]


def diffusion_notes(spread: Diffusion) -> Iterator[str]:
    """How many of how many, which way, who is silent, and where the beginning is not seen."""
    count, told = len(_all(spread)), len(spread.adopters) + len(spread.undated)
    yield f"{count} 个存有报告的地区中 {told} 个提到 / {told} of {count} regions whose reports are held；{SILENCE}"
    yield f"总的方向 / direction: {DIRECTION_WORDS[spread.direction.value]} {spread.direction.value}（{_BY_YEARS}）"
    grounds = {
        (one.higher.year, one.higher.level.word, one.higher.name, one.higher.ground.value)
        for one in spread.adopters
        if one.higher is not None
    }
    for year, level, name, ground in sorted(grounds):
        yield f"上级依据 / a higher level: {year} {level} 《{name.strip('《》')}》（{ground}）"
    if spread.adopters:
        yield from _later(spread, min(one.year for one in spread.adopters))
    if spread.undated:
        yield f"提到而没有年份 / told without a year: {_names(spread.undated)}"
    early = [one.region for one in spread.adopters if one.truncated]
    if early:
        yield (
            f"首见于所存最早的年份，可能更早 / first told of in the first year held, may be older: "
            f"{'、'.join(region.name for region in early)}"
        )
    if spread.elsewhere:
        yield f"另有 {len(spread.elsewhere)} 个没有报告的地区被别处提到，未计入 / named by others only, not counted"


def _later(spread: Diffusion, first: int) -> Iterator[str]:
    """Who could have told of it: the silent ones with a report of the first year or later, and those without."""
    could = [one for one in spread.silent if one.years and one.years[-1] >= first]
    count = sum(1 for one in _all(spread) if one.years and one.years[-1] >= first)
    told = len(spread.adopters)
    yield f"有 {first} 年或以后报告的 {count} 个中 {told} 个提到 / {told} of {count} with a report of {first} or later"
    if could:
        yield f"其中未提到 / of these silent: {_names(could)}"
    if earlier := [one for one in spread.silent if one not in could]:
        yield f"报告都早于 {first} 年或年份不明 / reports all older, or of unknown years: {_names(earlier)}"


def _names(regions: Sequence[Held]) -> str:
    """Names with the years of which reports are held: 湄潭县（2020–2022）."""
    return "、".join(f"{region.name}（{span(region.years) or '年份不明'}）" for region in regions)
