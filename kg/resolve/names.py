"""The name under which an entity is shown, and the other names that it goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.resolve.prefix import bare_name, strip_region
from kg.resolve.school_key import expand

__all__ = ["display_name", "more_names"]

_WORK_TAIL = re.compile(r"(?:项目|工程)$")


def display_name(kind: EntityKind, mentions: list[Mention], document: SegmentedDocument, knowledge: Knowledge) -> str:
    """The fullest name that the document supports: the longest one, with 县 written out as the region's name."""
    name = min({m.name for m in mentions}, key=lambda n: (-len(bare_name(n)), n))
    if kind is EntityKind.REGION:
        code = mentions[0].attributes.get("code", "")
        division = knowledge.regions.by_code(code) if code else None
        return division.name if division is not None else name
    if kind in (EntityKind.PROGRAM, EntityKind.PERSON):
        return _unquoted(name)
    if kind is EntityKind.SCHOOL and name[0] in "县市区州旗" and len(name) > 2:
        return _with_region(name, document, knowledge)
    if kind is EntityKind.ORGANIZATION:
        return _with_region(name, document, knowledge)
    return _unquoted(name)


def _unquoted(name: str) -> str:
    """A name whose quotation marks hold all of it, without them."""
    if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
        return name[1:-1]
    return name


def _with_region(name: str, document: SegmentedDocument, knowledge: Knowledge) -> str:
    """县一中 as 石门县一中; a name that already begins with its region stays as it is."""
    if name.startswith("自治区") and document.info.region_code:
        # 自治区教育厅: the region's own department, under the name of the region above.
        above = (*knowledge.regions.ancestors(document.info.region_code),)
        own = knowledge.regions.by_code(document.info.region_code)
        regions = [d.name for d in (own, *above) if d is not None and d.name.endswith("自治区")]
        return regions[0] + name[3:] if regions else name
    code, rest = strip_region(name, document, knowledge)
    division = knowledge.regions.by_code(code) if code.isdigit() else None
    if division is not None and name[0] in "县市区州省旗":
        return division.name + rest
    if (
        not code
        and document.info.region
        and re.fullmatch(r"教育[\u4e00-\u9fff]{0,8}局|教(?:科文体|科体|体科|体科技|文体|体|科)局|教委|教育委员会", name)
    ):
        return document.info.region + name
    return name


def more_names(
    kind: EntityKind, name: str, names: Iterable[str], document: SegmentedDocument, knowledge: Knowledge
) -> list[str]:
    """All other names: those of the text, then those that follow from them, the likeliest first, each once."""
    found = [n for n in sorted(names, key=lambda n: (len(n), n)) if n != name]
    region = document.info.region
    if kind is EntityKind.REGION:
        division = knowledge.regions.lookup(name)
        found.extend([division.short] if division is not None else [])
        if name == region:
            found = [n for n in found if n[:1] not in "我全本"]
    elif kind is EntityKind.SCHOOL:
        code, rest = strip_region(name, document, knowledge)
        full = expand(rest)
        # 常德市一中 is no 石门县一中, although a report of that county names it.
        lead = region if code in ("", document.info.region_code) else ""
        found.extend([rest, lead + rest, full, lead + full])
    elif kind is EntityKind.PROJECT:
        bare = _WORK_TAIL.sub("", name)
        found.extend([bare, bare + "项目", bare + "工程", bare + "建设"])
    elif kind in (EntityKind.PROGRAM, EntityKind.HONOR, EntityKind.DOCUMENT, EntityKind.ORGANIZATION):
        _, rest = strip_region(bare_name(name), document, knowledge)
        found.append(rest)
        if kind is EntityKind.HONOR and re.search(r"示范园$|级园$|类园$", name):
            found.append(name[:-1] + "幼儿园")
    kept: dict[str, str] = {bare_name(name): name}
    for other in found:
        bare = bare_name(other)
        if len(bare) >= 2:
            kept.setdefault(bare, other)
    return list(kept.values())[1:]
