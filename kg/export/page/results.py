"""What `kg.policy` finds in the graph, as tables with their places: those of the commands, and some that sum up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.export.page.pool import Finding, Said
from kg.export.tables.compare import comparison_table, held_table
from kg.export.tables.diffusion import adopter_table, curve_table
from kg.export.tables.model import Cell, Column, Table, Type
from kg.knowledge.beginnings import load_beginnings
from kg.model.graph import KnowledgeGraph
from kg.policy.compare import DEFAULT_KINDS, compare
from kg.policy.diffusion import Diffusion, spread_of
from kg.policy.held import Held, held
from kg.policy.higher import Titles
from kg.policy.initiatives import Adoption, Initiative, initiatives

__all__ = ["MOST_CELLS", "MOST_SPREADS", "comparison", "held_reports", "shared_initiatives", "spreads"]

MOST_CELLS = 4_000
"""Cells of the comparison on one page: initiatives by regions."""
LEAST_COMPARED = 5
MOST_SPREADS = 200
"""Initiatives of which the page tells how they spread."""


def held_reports(graph: KnowledgeGraph) -> Finding:
    """A row a region: which reports are held of it."""
    reporting = held(graph)
    table = held_table(tuple(reporting.values()), graph.documents)
    return Finding(_beside(table, (Column("region_key", "地区标识", link=True),), ((key,) for key in reporting)))


def shared_initiatives(known: Mapping[str, Initiative], reporting: Mapping[str, Held]) -> list[Initiative]:
    """Those that two or more reporting regions tell of, the most spread first."""

    def spread(one: Initiative) -> int:
        return len(reporting.keys() & set(one.regions))

    shared = [one for one in known.values() if spread(one) > 1]
    return sorted(shared, key=lambda one: (-spread(one), -len(one.adoptions), one.concept))


def comparison(graph: KnowledgeGraph) -> Finding:
    """The comparison of `kg compare`; in a large graph only the initiatives that most regions tell of."""
    reporting = held(graph)
    shared = [one.concept for one in shared_initiatives(initiatives(graph, DEFAULT_KINDS), reporting)]
    most = max(LEAST_COMPARED, MOST_CELLS // max(1, len(reporting)))
    found = compare(graph, concepts=shared[:most]) if len(shared) > most else compare(graph)
    said = [
        (_told(cell.first), _told(cell.latest))
        for one in found.initiatives
        for region in found.regions
        for cell in [found.cells[one.concept, region.region]]
    ]
    return Finding(comparison_table(found, graph), said, ("first", "latest"), max(0, len(shared) - most))


def _told(adoption: Adoption | None) -> Said | None:
    return None if adoption is None else (adoption.statement.key, adoption.evidence)


SPREAD_COLUMNS = (
    Column("initiative", "举措"),
    Column("kind", "类型"),
    Column("regions_told", "提到的地区数", Type.WHOLE),
    Column("regions_held", "有报告的地区数", Type.WHOLE),
    Column("first_year", "最早年份", Type.WHOLE),
    Column("first_regions", "最早地区"),
    Column("direction", "方向"),
    Column("undated", "未说年份的地区"),
    Column("silent", "没有提到的地区"),
    Column("elsewhere", "只有别处报告提到的地区"),
    Column("concept", "概念标识"),
)
CONCEPT = (Column("concept", "概念标识"),)


def spreads(graph: KnowledgeGraph) -> dict[str, Finding]:
    """How initiatives spread, of many: a row an initiative, and the tables of `kg diffusion` one after another."""
    known, reporting = initiatives(graph), held(graph)
    shared, papers, titles = shared_initiatives(known, reporting), load_beginnings(), Titles.of(graph)
    found = [spread_of(one, titles, reporting, papers) for one in shared[:MOST_SPREADS]]
    found = [one for one in found if one.adopters]
    names = {entity.key: entity.name for entity in graph.entities}
    said = [
        (_told(adopter.first), None if higher is None or higher.evidence is None else ("", higher.evidence))
        for one in found
        for adopter in one.adopters
        for higher in [adopter.higher]
    ]
    return {
        "spreads": Finding(
            Table("spreads", "扩散", SPREAD_COLUMNS, [_spread(one, names) for one in found]),
            left=len(shared[MOST_SPREADS:]),
        ),
        "adopters": Finding(_one(found, [adopter_table(one, graph) for one in found]), said, ("first", "higher")),
        "curve": Finding(_one(found, [curve_table(one) for one in found])),
    }


def _spread(one: Diffusion, names: Mapping[str, str]) -> tuple[Cell, ...]:
    told = len(one.adopters) + len(one.undated)
    first = one.adopters[0].year
    return (
        one.initiative.name, one.initiative.kind.value, told, told + len(one.silent), first,
        _listed(adopter.region.name for adopter in one.adopters if adopter.year == first), one.direction.value,
        _listed(region.name for region in one.undated), _listed(region.name for region in one.silent),
        _listed(names.get(key, key) for key in one.elsewhere), one.initiative.concept,
    )  # fmt: skip


def _listed(names: Iterable[str]) -> str:
    return "；".join(names)


def _one(found: Sequence[Diffusion], tables: Sequence[Table]) -> Table:
    """The tables of several initiatives as one, that tells of each row which initiative it is of."""
    if not tables:
        return Table("none", "", CONCEPT, [])
    rows = [
        (*row, one.initiative.concept) for one, table in zip(found, tables, strict=True) for row in table.rows
    ]  # fmt: skip
    return replace(tables[0], columns=(*tables[0].columns, *CONCEPT), rows=rows)


def _beside(table: Table, columns: tuple[Column, ...], more: Iterator[tuple[Cell, ...]]) -> Table:
    rows = [(*row, *cells) for row, cells in zip(table.rows, more, strict=True)]
    return replace(table, columns=(*table.columns, *columns), rows=rows)
