"""An explanation in words: Chinese first, English beside."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.explanation import Explanation
from kg.explain.find import Found
from kg.explain.sources import Record
from kg.graph.facts import Said
from kg.model.curation import Action
from kg.model.names import FactKind, Status

__all__ = ["ACTIONS", "FACTS", "KINDS", "STATUSES", "explanation_lines", "found_lines"]

KINDS = {
    "School": "学校", "Region": "行政区划", "Project": "项目", "Program": "举措", "Honor": "荣誉",
    "PolicyDocument": "政策文件", "Organization": "机构", "Person": "人物",
}  # fmt: skip
FACTS = {
    FactKind.LOCATION: "位于", FactKind.WITHIN: "属于", FactKind.AWARD: "荣誉", FactKind.PROJECT: "项目",
    FactKind.PROGRAM: "举措", FactKind.PARTICIPATION: "参与", FactKind.DOCUMENT: "文件", FactKind.SUCCESSION: "沿革",
    FactKind.BASIS: "依据",
}  # fmt: skip
STATUSES = {Status.PLANNED: "计划", Status.ONGOING: "进行中", Status.COMPLETED: "已完成"}
CHANGES = {
    "renamed": "更名", "merged": "合并新建", "absorbed": "并入", "moved": "整体迁入", "campus": "成为校区",
    "reorganized": "改制升格", "closed": "撤销停办", "second-name": "加挂校牌",
}  # fmt: skip
ACTIONS = {
    Action.SAME_AS: "合为一个", Action.NOT_SAME_AS: "分为两个", Action.RENAME: "改名", Action.TYPE: "改类型",
    Action.RETRACT: "撤回", Action.ADD: "补充", Action.CONFIRM: "核对无误",
}  # fmt: skip
QUOTE = 60
"""Of a longer quote only so many characters are shown; `--json` gives all."""


def explanation_lines(told: Explanation, *, most: int) -> Iterator[str]:
    """The explanation line by line; of places, refusals and facts the first `most` of each."""
    entity = told.entity
    yield f"{entity['name']}  （{KINDS.get(entity['type'], '')} {entity['type']}）"
    yield f"  {entity['entity']}"
    if told.region:
        yield f"  地区 / region: {told.region}"
    if entity["aliases"]:
        yield f"  其他名称 / other names: {'、'.join(entity['aliases'])}"
    yield from _section("名称与出处", "its names, and where they stand", list(_places(entity)), most)
    yield from _section("为什么是同一个", "why these names are one", list(map(_merged, told.merged)), most)
    refused = [line for decision in told.refused for line in _refused(decision, entity["entity"])]
    yield from _section("相近而不合并的", "near names that are not it", refused, most)
    yield from _section("人工订正", "what people corrected", list(_curations(told)), most)
    yield from _section("沿革", "what it came from, what became of it", list(map(_link, told.links)), most)
    yield from _section("事实", "facts", list(map(_fact, told.facts)), most)


def _section(chinese: str, english: str, lines: list[str], most: int) -> Iterator[str]:
    """A heading with the number of its lines, and the lines; nothing if there are none."""
    if not lines:
        return
    yield f"{chinese} / {english} ({len(lines)}):"
    yield from (f"  {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"  … 另有 {len(lines) - most} 条，--all 全部列出 / {len(lines) - most} more: --all"


def _places(entity: Record) -> Iterator[str]:
    """Each wording once a file: how often, and where first."""
    seen: dict[tuple[str, str], list[int]] = {}
    for said in entity["mentions"]:
        seen.setdefault((_short(said["quote"]), said["file"]), []).append(said["start"])
    for (quote, file), starts in seen.items():
        times = f" ×{len(starts)}" if len(starts) > 1 else ""
        yield f"“{quote}”{times}  {file} @{starts[0]}"


def _merged(decision: Record) -> str:
    names = " = ".join(dict.fromkeys(decision["names"]))
    return f"{names}：{decision['why']} / {decision['why_en']}  [{decision['reason']}] {_files(decision)}"


def _refused(decision: Record, iri: str) -> Iterator[str]:
    """A line for each of the others that a decision keeps apart."""
    pairs = [(n, e) for n, e in zip(decision["names"], decision["entities"], strict=True) if e != iri]
    for name, other in pairs:
        yield f"≠ {name}  <{other}>：{decision['why']} / {decision['why_en']}  [{decision['reason']}]"


def _curations(told: Explanation) -> Iterator[str]:
    """What was done, by whom and why; the facts that it was about, and what is gone because of it."""
    facts = {said.iri: said for said in (*told.facts, *told.links)}
    for curation in told.curations:
        about = [f"：{_said(facts[iri])}" for iri in curation["subjects"] if iri in facts]
        gone = [f"  不再在图中 / gone: <{iri}>" for iri in curation["removed"]]
        done = f"{ACTIONS[Action(curation['action'])]} {curation['action']}"
        signed = f"{curation['who']}：{curation['why']}"
        yield f"{done}{''.join(about)}  {signed}  [{curation['curation'].rpartition('/')[2]}]{''.join(gone)}"


def _files(decision: Record) -> str:
    files = decision["files"]
    return "、".join(files[:3]) + ("…" if len(files) > 3 else "")


def _link(said: Said) -> str:
    names = {role: name for role, _, name in said.ends}
    arrow = f"{names.get('former', '?')} → {names.get('successor', '∅')}"
    return f"{arrow}  {CHANGES.get(said.change, said.change)} {said.change}{_when(said)}{_proof(said)}"


def _fact(said: Said) -> str:
    return _said(said) + _proof(said)


def _said(said: Said) -> str:
    ends = " · ".join(name for _, _, name in said.ends)
    return f"{FACTS[said.kind]} {said.kind.value}  {ends}{_when(said)}"


def _when(said: Said) -> str:
    year = f"  {said.year}" if said.year is not None else ""
    return year + (f" {STATUSES[said.status]} {said.status.value}" if said.status is not None else "")


def _proof(said: Said) -> str:
    """The surest words behind a statement."""
    if not said.evidence:
        return ""
    best = said.evidence[0]
    return f"  {best.confidence:.2f} “{_short(best.quote)}” {best.file} @{best.start} [{best.rule}]"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= QUOTE else words[: QUOTE - 1] + "…"


def found_lines(asked: str, found: Found) -> Iterator[str]:
    """The candidates for an ambiguous name, or the near names for an unknown one."""
    if found.candidates:
        yield f"“{asked}”可以指 {len(found.candidates)} 个 / can be {len(found.candidates)} things:"
    elif found.near:
        yield f"没有“{asked}”，相近的有 / nothing is called {asked}; near names:"
    else:
        yield f"没有“{asked}”，也没有相近的 / nothing is called {asked}, nor anything near"
    for entity in found.candidates or found.near:
        yield f"  {entity['name']}  {KINDS.get(entity['type'], '')} {entity['type']}  {entity['entity']}"
