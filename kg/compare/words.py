"""A comparison in words: a summary, then a report after the other; Chinese, with the English word where it is short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.compare.model import Changed, Difference, DocumentDifference, EntityDifference, Field, Item
from kg.explain.text import FACTS, KINDS, STATUSES
from kg.model.names import FactKind, Status

__all__ = ["SHOWN", "difference_lines"]

SHOWN = 20
"""So many lines of each list are shown, unless all are asked for."""
QUOTE = 40
"""Of a longer quote only so many characters are shown; `--json` gives all."""
STATES = {
    "added": "新增报告 added",
    "removed": "移除报告 removed",
    "changed": "内容已变 changed",
    "same": "同一报告 same",
}
ENTITIES = {
    "merged": "合并 merged", "renamed": "改名或改键 renamed", "split": "拆出 split", "changed": "改变 changed",
    "gained": "新增 gained", "lost": "消失 lost",
}  # fmt: skip
FIELDS = {
    "year": "年份", "status": "状态", "value": "数值", "what": "所数", "approximate": "约数", "part_of": "属于",
    "quote": "原文", "rule": "规则", "confidence": "可信度", "place": "位置", "count": "数量", "amount": "金额",
    "seats": "学位",
    "area": "面积", "begin": "开始", "finish": "完成", "issuer": "授予者", "issuer_id": "授予者", "state": "授予状况",
    "period": "时段", "how": "方式", "year_rule": "年份依据", "status_rule": "状态依据", "name": "名称",
    "aliases": "别名", "concept": "概念", "level": "级别", "region": "地区", "stage": "学段", "ownership": "办学性质",
    "code": "代码", "role": "职务", "affiliation": "单位", "file": "文件名", "title": "标题", "date": "日期",
    "region_level": "地区级别", "region_why": "地区依据", "review_years": "总结年份", "plan_years": "计划年份",
    "years_rule": "年份依据", "url": "网址", "language": "文字", "encoding": "编码", "media_type": "格式",
    "size": "字节", "read_by": "读入版本", "computed": "算得", "holds": "是否成立", "base_iri": "IRI 前缀",
    "subjects": "所改", "removed": "去掉",
}  # fmt: skip
IDENTITIES = {"sum": "合计", "share": "占比", "growth": "增幅", "difference": "差额"}


def difference_lines(difference: Difference, *, most: int | None = None) -> Iterator[str]:
    """The comparison line by line; of each list the first `most` (None: all, also what only was found otherwise)."""
    if not difference:
        yield "两个图谱相同 / the graphs are the same"
        return
    yield from _summary(difference)
    yield from (f"  {_field(field)}" for field in difference.fields)
    for document in difference.documents:
        yield ""
        yield from _document(document, most)
    if difference.entities:
        yield ""
        yield f"实体 / entities ({len(difference.entities)}):"
        yield from _cut([_entity(entity) for entity in difference.entities], most)
    identities = _items(difference.gained, difference.lost, difference.changed)
    if identities:
        yield ""
        yield f"恒等式、更正、相同文字 / identities, corrections, shared texts ({len(identities)}):"
        yield from _cut(identities, most)


def _summary(difference: Difference) -> Iterator[str]:
    documents = Counter(document.state for document in difference.documents)
    said = Counter(
        (item.kind == "figure", state)
        for document in difference.documents
        for state, items in (("gained", document.gained), ("lost", document.lost))
        for item in items
    )
    changes = [change for document in difference.documents for change in document.changed]
    said.update((change.before.kind == "figure", "changed") for change in changes if not change.minor)
    yield (
        f"报告 documents    新增 {documents['added']}  移除 {documents['removed']}  内容已变 {documents['changed']}  "
        f"所说有变 {documents['same']}"
    )
    for figure, words in ((False, "事实 facts       "), (True, "数据 figures     ")):
        counts = [said[figure, state] for state in ("gained", "lost", "changed")]
        yield f"{words} 新增 {counts[0]}  消失 {counts[1]}  改变 {counts[2]}"
    if minor := sum(change.minor for change in changes):
        yield f"只是出处不同 {minor} / only found otherwise: {minor}"
    entities = Counter(entity.state for entity in difference.entities)
    yield "实体 entities     " + "  ".join(f"{ENTITIES[s].split()[0]} {entities[s]}" for s in ENTITIES)


def _document(document: DocumentDifference, most: int | None) -> Iterator[str]:
    yield f"《{document.title}》 {document.file}  {STATES[document.state]}"
    yield from (f"  {_field(field)}" for field in document.fields)
    for figure, words in ((False, "事实 facts"), (True, "数据 figures")):
        lines = _items(
            (item for item in document.gained if (item.kind == "figure") is figure),
            (item for item in document.lost if (item.kind == "figure") is figure),
            (c for c in document.changed if (c.before.kind == "figure") is figure and (most is None or not c.minor)),
        )
        if lines:
            yield f"  {words} ({len(lines)}):"
            yield from _cut(lines, most, indent="    ")
    minor = sum(change.minor for change in document.changed)
    if minor and most is not None:
        yield f"  另有 {minor} 条只是出处、规则或可信度不同，--all 列出 / {minor} only found otherwise: --all"


def _cut(lines: list[str], most: int | None, indent: str = "  ") -> Iterator[str]:
    yield from (indent + line for line in lines[:most])
    if most is not None and len(lines) > most:
        yield f"{indent}… 另有 {len(lines) - most} 条，--all 全部列出 / {len(lines) - most} more: --all"


def _items(gained: Iterable[Item], lost: Iterable[Item], changed: Iterable[Changed]) -> list[str]:
    return [
        *(f"新增 + {_item(item)}" for item in gained),
        *(f"消失 - {_item(item)}" for item in lost),
        *(f"改变 ~ {_item(c.after)}：{'；'.join(map(_field, c.fields))}" for c in changed),
    ]


def _item(item: Item) -> str:
    if item.kind == "shared-text":
        return f"相同文字 shared text  {' · '.join(item.ends)}  “{_short(item.quote)}”"
    if item.kind == "curation":
        return f"更正 curation  {' · '.join(item.ends)}"
    if item.kind in IDENTITIES:
        return f"{IDENTITIES[item.kind]} {item.kind}  {'、'.join(item.ends)}"
    kind = "数据 figure" if item.kind == "figure" else f"{FACTS[FactKind(item.kind)]} {item.kind}"
    when = f"  {item.year}年" if item.year is not None else ""
    status = f"  {STATUSES[Status(item.status)]} {item.status}" if item.status else ""
    return f"{kind}  {' · '.join(item.ends)}{when}{status}  “{_short(item.quote)}”"


def _field(field: Field) -> str:
    name = FIELDS.get(field.name, field.name)
    if field.name == "aliases":
        return "别名" + (f" + {field.after}" if field.after else "") + (f" - {field.before}" if field.before else "")
    return f"{name} {_value(field, field.before)} → {_value(field, field.after)}"


def _value(field: Field, words: str) -> str:
    if field.name == "status" and words:
        return STATUSES[Status(words)]
    return _short(words) if words else "（无）"


def _entity(entity: EntityDifference) -> str:
    names = " + ".join(entity.before), " + ".join(entity.after)
    arrow = names[0] or names[1]
    if entity.state in ("merged", "renamed", "split") and names[0] and names[1]:
        arrow = f"{names[0]} → {names[1]}"
    fields = "；".join(_field(field) for field in entity.fields if field.name != "name")
    keys = f"  [{' → '.join(entity.keys)}]"
    return f"{ENTITIES[entity.state]}  {KINDS[entity.kind]}  {arrow}{'：' + fields if fields else ''}{keys}"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= QUOTE else words[: QUOTE - 1] + "…"
