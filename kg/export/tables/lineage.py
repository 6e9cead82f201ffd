"""Passages that reports share as a table, both quotes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.tables.model import Cell, Column, Table, Type
from kg.model.document import DocumentInfo
from kg.model.evidence import StatementEvidence
from kg.model.lineage import Direction, SharedKind
from kg.policy.lineage import Copied

__all__ = ["DIRECTIONS", "KINDS", "lineage_table"]

KINDS = {SharedKind.PASSAGE: "段落 passage", SharedKind.DOCUMENT: "全文 document"}
DIRECTIONS = {
    Direction.YEAR: "按所说年份 year",
    Direction.DATE: "按日期 date",
    Direction.UNKNOWN: "先后不明 unknown",
}
COLUMNS = (
    Column("from_file", "出自"),
    Column("from_region", "出自地区"),
    Column("from_quote", "出自原文"),
    Column("to_file", "又见于"),
    Column("to_region", "又见地区"),
    Column("to_quote", "又见原文"),
    Column("similarity", "相似度", Type.NUMBER),
    Column("kind", "范围"),
    Column("direction", "先后依据"),
    Column("from_start", "出自起", Type.WHOLE),
    Column("from_end", "出自止", Type.WHOLE),
    Column("to_start", "又见起", Type.WHOLE),
    Column("to_end", "又见止", Type.WHOLE),
    Column("from_source", "出自标识", link=True),
    Column("to_source", "又见标识", link=True),
    Column("key", "标识"),
)


def lineage_table(copied: Sequence[Copied]) -> Table:
    """A row a passage: where it stands first and where again; which is which is open where the direction is unknown."""
    return Table("lineage", "相同的文字", COLUMNS, [_row(one) for one in copied])


def _row(one: Copied) -> tuple[Cell, ...]:
    text = one.text
    return (
        *_side(one.first, text.first), *_side(one.second, text.second), text.similarity, KINDS[text.kind],
        DIRECTIONS[text.direction], text.first.start, text.first.end, text.second.start, text.second.end,
        text.first.document, text.second.document, text.key,
    )  # fmt: skip


def _side(info: DocumentInfo, side: StatementEvidence) -> tuple[Cell, ...]:
    return info.source.path.rsplit("/", 1)[-1], info.region, side.quote
