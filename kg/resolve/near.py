"""Names of schools in one region that look alike, and what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model.identity import Reason
from kg.resolve.school_key import distinctive, is_short_for
from kg.resolve.stage import school_attributes

__all__ = ["near_reason", "near_words"]

_CAMPUS = re.compile(r"(?:[东西南北新老]|第[一二三四五六七八九十])?(?:校区|分校|分园|校部|园区)$|[东西南北]校$|新园$")
_PLACED = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:校区|分校|分园|园区)$")
_ATTACHED = re.compile(r"附属|附设|附中|附小")
_NUMBER = re.compile(r"第[一二三四五六七八九十]+")


def near_words(form: str) -> tuple[str, ...]:
    """The words by which near names of one region meet; names that share none are not compared.

    >>> near_words("虹桥第二小学"), near_words("第一中学")
    (('虹桥', '虹桥…小学', '虹桥第二小学'), ('第一', '第一中学'))
    """
    number = _NUMBER.search(form)
    own = distinctive(_PLACED.sub("", form))
    found = {form, own if len(own) >= 2 else number[0] if number else ""}
    # 银河学校 and 天山学院银河实验学校 meet by two characters of the name and its ending.
    found.update(f"{own[i : i + 2]}…{form[-2:]}" for i in range(len(own) - 1))
    campus = _PLACED.search(form)
    if campus:
        found.update(form[:end] for end in range(campus.start(), campus.end()) if end >= 3)
    attached = _ATTACHED.search(form)
    if attached and attached.start() >= 2:
        found.add(form[: attached.start()])
    return tuple(sorted(word for word in found if word))


def near_reason(left: str, right: str) -> tuple[Reason, Mapping[str, str]] | None:
    """What tells two names of one region apart, where they look alike; None if they do not.

    >>> near_reason("实验小学", "实验小学东校区")[0], near_reason("城关中学", "城关小学")[0]
    (<Reason.CAMPUS: 'campus'>, <Reason.OTHER_STAGE: 'other-stage'>)
    >>> near_reason("第一中学", "第二中学")
    """
    short, long = sorted((left, right), key=lambda n: (len(n), n))
    if _PLACED.search(long) and (long.startswith(short) or _trunk(long) == _trunk(short)):
        return Reason.CAMPUS, {}
    attached = _ATTACHED.search(long)
    if attached and (long.startswith(short) or distinctive(long[: attached.start()]) == distinctive(short)):
        return Reason.ATTACHED, {}
    numbers = [_NUMBER.findall(name) for name in (short, long)]
    own = [distinctive(name) for name in (short, long)]
    if numbers[0] != numbers[1]:
        alike = own[0] == own[1] and len(own[0]) >= 2
        return (Reason.OTHER_NUMBER, {}) if alike else None
    stages = [school_attributes(name).get("stage", "") for name in (short, long)]
    if own[0] != own[1]:
        return (Reason.OTHER_WORDS, {"words": _extra(short, long)}) if is_short_for(short, long) else None
    if stages[0] != stages[1] and all(stages):
        return Reason.OTHER_STAGE, {}
    if own[0] or numbers[0]:
        return Reason.OTHER_WORDS, {"words": _extra(short, long)}
    return None


def _trunk(name: str) -> str:
    """A campus's name without what tells which campus it is."""
    return _CAMPUS.sub("", name)


def _extra(short: str, long: str) -> str:
    """The characters of the longer name that the shorter one has not, in order.

    >>> _extra("银河学校", "银河实验学校")
    '实验'
    """
    at, kept = 0, []
    for character in long:
        if at < len(short) and character == short[at]:
            at += 1
        else:
            kept.append(character)
    return "".join(kept)
