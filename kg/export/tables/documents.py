"""The reports of a graph as a table."""

from __future__ import annotations

from kg.export.tables.model import Cell, Column, Table, Type
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph

__all__ = ["document_table"]

COLUMNS = (
    Column("file", "文件"),
    Column("title", "标题"),
    Column("issuer", "发文单位"),
    Column("region", "地区"),
    Column("region_code", "区划代码"),
    Column("region_why", "地区依据"),
    Column("date", "日期"),
    Column("review_years", "总结年份"),
    Column("plan_years", "计划年份"),
    Column("language", "字体"),
    Column("url", "网址"),
    Column("media_type", "格式"),
    Column("encoding", "编码"),
    Column("size", "字节数", Type.WHOLE),
    Column("sha256", "校验值"),
    Column("key", "标识"),
)


def document_table(graph: KnowledgeGraph) -> Table:
    """A row a report, in the order of the graph."""
    return Table("documents", "文件", COLUMNS, [_row(key, info) for key, info in graph.documents.items()])


def _row(key: str, info: DocumentInfo) -> tuple[Cell, ...]:
    source = info.source
    return (
        source.path.rsplit("/", 1)[-1], info.title, info.issuer, info.region, info.region_code, info.region_why,
        info.date, "、".join(map(str, info.review_years)), "、".join(map(str, info.plan_years)), info.language,
        info.url, source.media_type, source.encoding, source.size, source.sha256, key,
    )  # fmt: skip
