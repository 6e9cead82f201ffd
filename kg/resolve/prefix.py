"""The region with which a name begins, and the rest of the name."""

from __future__ import annotations

import re

from kg.knowledge import Knowledge
from kg.model.document import DocumentInfo, SegmentedDocument

__all__ = ["bare_name", "leading_region", "strip_own_region", "strip_region"]

_INSTITUTION = ("学院", "大学")
_QUOTES = re.compile(r"[“”‘’《》（）()\s·]")

_DIRECTLY = re.compile(r"^直属?(?=[^直属].*[学幼中小园校高]$)")


def bare_name(name: str) -> str:
    """A name without quotation marks, brackets and blanks.

    >>> bare_name("“蓝青工程”")
    '蓝青工程'
    """
    # Most names are of letters alone, which is quickly seen.
    return name if name.isalnum() else _QUOTES.sub("", name)


def strip_region(name: str, document: SegmentedDocument, knowledge: Knowledge) -> tuple[str, str]:
    """The code of the region that a name begins with (the document's for 县, 区 …), and the rest of the name.

    >>> # ("431221", "第一中学") for 石门县第一中学 in a report of that county, ("", "第一中学") without a region
    """
    return strip_own_region(name, document.info, knowledge)


def strip_own_region(name: str, info: DocumentInfo, knowledge: Knowledge) -> tuple[str, str]:
    """As `strip_region`, of a document of which only its own words about itself are held."""
    gazetteer = knowledge.regions
    code, rest = "", name
    while True:
        step = leading_region(rest, info.region_code, knowledge)
        if step is None:
            break
        found, length = step
        if len(rest) - length < 2:
            break
        code, rest = found, rest[length:]
    if not code and len(rest) > 2 and rest[0] in "县市区州省旗" and info.region:
        level = rest[0]
        # 县直一幼 is one of the county's own.
        rest = _DIRECTLY.sub("", rest[1:])
        if info.region.endswith(level):
            return info.region_code, rest
        for above in gazetteer.ancestors(info.region_code) if info.region_code else ():
            if above.name.endswith(level):
                return above.code, rest
        return level, rest
    return code, rest


def leading_region(name: str, own_code: str, knowledge: Knowledge) -> tuple[str, int] | None:
    """Code and length of a region at the start of a name: of the document's own line, or a full name.

    None where the region is the name of a college or university: 常德学院 is not the 学院 of 常德.
    """
    for form, code in knowledge.line_names(own_code):
        if name.startswith(form):
            if name.startswith(_INSTITUTION, len(form)):
                return None
            # 石岩县 that is a city today: its schools go by either name.
            whole = knowledge.leading_name(name)
            former = [d for d in knowledge.regions.by_name(whole) if knowledge.regions.current(d).code == code]
            return code, max(len(form), len(whole) if former else 0)
    names = knowledge.region_codes()
    form = knowledge.leading_name(name)
    if not form:
        return None
    divisions = [d for d in map(knowledge.regions.by_code, names.get(form, ())) if d is not None]
    found = [d for d in divisions if d.until is None] or divisions
    return (found[0].code, len(form)) if len(found) == 1 and form == found[0].name else None
