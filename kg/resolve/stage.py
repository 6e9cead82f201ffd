"""What a school's name tells of its stage and of who runs it."""

from __future__ import annotations

import re

__all__ = ["school_attributes"]

_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kindergarten", re.compile(r"幼儿园|幼稚园|分园|新园|幼$|中心园")),
    ("special", re.compile(r"特殊教育|特校|特教|聋哑|盲校|启智")),
    ("twelve-year", re.compile(r"十二年一贯制|十二年制")),
    ("nine-year", re.compile(r"九年一贯制|九年制")),
    ("vocational", re.compile(r"职业|中专|职教|职高|职中|职校|技工|技校|卫生学校|卫校|农业学校|艺术学校|技师")),
    ("university", re.compile(r"大学$|学院$|高等专科|师专$")),
    ("primary", re.compile(r"小学|完小|附小|实小|小$")),
    ("junior", re.compile(r"初级中学|初中|初$")),
    ("senior", re.compile(r"高级中学|高中|高$")),
    ("secondary", re.compile(r"中学|附中|中$|完中")),
)
_PRIVATE = re.compile(r"民办|私立")
_PUBLIC = re.compile(r"公办|公立")


def school_attributes(name: str) -> dict[str, str]:
    """Stage and ownership as far as the name tells them.

    >>> school_attributes("县第一幼儿园"), school_attributes("四中")
    ({'stage': 'kindergarten'}, {'stage': 'secondary'})
    >>> school_attributes("银河学校")
    {}
    """
    stage = next((stage for stage, pattern in _STAGES if pattern.search(name)), "")
    found = {"stage": stage} if stage else {}
    if _PRIVATE.search(name):
        found["ownership"] = "private"
    elif _PUBLIC.search(name):
        found["ownership"] = "public"
    return found
