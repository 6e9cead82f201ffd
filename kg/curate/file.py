"""A curation file read: TOML that people write and review, each entry with who and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.curate.entries import Entry, FactRef, Ref
from kg.curate.fields import WrongError, alone, attributes, choice, meant, only, source, thing, word
from kg.errors import UsageError
from kg.model.curation import Action
from kg.model.names import FACT_ENDS, EntityKind, FactKind, Status

__all__ = ["parse_curation", "read_curation"]

_FIELDS: Mapping[Action, tuple[str, ...]] = {
    Action.SAME_AS: ("things",),
    Action.NOT_SAME_AS: ("things",),
    Action.RENAME: ("thing", "name"),
    Action.TYPE: ("thing", "kind"),
    Action.RETRACT: ("fact", "kind", "ends", "year", "status", "document"),
    Action.ADD: ("kind", "ends", "year", "status", "attributes", "source"),
    Action.CONFIRM: ("thing", "fact", "kind", "ends", "year", "status"),
}
"""What an entry of each action may say besides `who` and `why`."""
_CURLY = re.compile(r"""=\s*[“”‘’＂]""")
"""Quotation marks that a Chinese keyboard gives: TOML knows only the straight ones."""


def read_curation(path: Path) -> tuple[Entry, ...]:
    """The entries of a file; raises `UsageError` that names file, entry and cure."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as cause:
        raise UsageError(f"{path}: 没有这个文件 / no such file") from cause
    except OSError as cause:
        raise UsageError(f"{path}: 打不开 / cannot be opened: {cause.strerror}") from cause
    except UnicodeDecodeError as cause:
        raise UsageError(f"{path}: 不是 UTF-8，请另存为 UTF-8 / not UTF-8: save it as UTF-8") from cause
    return parse_curation(text, name=str(path))


def parse_curation(text: str, *, name: str) -> tuple[Entry, ...]:
    """The entries of a curation file's text; raises `UsageError` that names file, entry and cure.

    >>> text = '''[[rename]]
    ... thing = {type = "School", name = "县一中"}
    ... name = "甲县第一中学"
    ... who = "李"
    ... why = "校名以挂牌为准"'''
    >>> parse_curation(text, name="curation.toml")[0].things[0].name
    '县一中'
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        curly = "；引号要用英文的 / write straight quotation marks" if _CURLY.search(text) else ""
        raise UsageError(f"{name}: 不是 TOML，请改这一处 / not TOML, mend this place: {cause}{curly}") from cause
    except RecursionError as cause:
        raise UsageError(f"{name}: 括号套得太深 / brackets within too many brackets") from cause
    return tuple(_entries(tables, name))


def _entries(tables: Mapping[str, Any], file: str) -> Iterator[Entry]:
    known = {action.value: action for action in Action}
    for action, records in tables.items():
        if action not in known:
            raise UsageError(
                f"{file}: [[{action}]]: 没有这种条目，可用 / no such entry, there are: "
                f"{', '.join(known)}{meant(action, known)}"
            )
        if not isinstance(records, list):
            raise UsageError(f"{file}: [{action}]: 要写成两层方括号 / write it in double brackets: [[{action}]]")
        for number, record in enumerate(records, start=1):
            try:
                yield _entry(known[action], number, record)
            except WrongError as wrong:
                raise UsageError(f"{file}: [[{action}]] 第{number}条 / no. {number}: {wrong}") from wrong


def _entry(action: Action, number: int, record: object) -> Entry:
    if not isinstance(record, Mapping):
        raise WrongError(f"要写成 / write [[{action.value}]]")
    only(record, (*_FIELDS[action], "who", "why"))
    entry = Entry(action, number, word(record, "who"), word(record, "why"))
    match action:
        case Action.SAME_AS | Action.NOT_SAME_AS:
            return replace(entry, things=_several(action, record.get("things")))
        case Action.RENAME:
            return replace(entry, things=(thing(record.get("thing"), "thing"),), name=word(record, "name"))
        case Action.TYPE:
            kind = EntityKind(choice(record, "kind", EntityKind))
            return replace(entry, things=(thing(record.get("thing"), "thing"),), kind=kind)
        case Action.RETRACT:
            return replace(entry, fact=_retracted(record))
        case Action.CONFIRM:
            return _confirmed(entry, record)
        case Action.ADD:
            fact = _fact(record, new=True)
            return replace(entry, fact=fact, source=source(record), attributes=attributes(record))


def _several(action: Action, told: object) -> tuple[Ref, ...]:
    """The things of same-as, two or more, and of not-same-as, two."""
    two = action is Action.NOT_SAME_AS
    if not isinstance(told, list) or len(told) < 2 or (two and len(told) > 2):
        raise WrongError(f"things 要有{'两个 / two' if two else '至少两个 / at least two'}: things = [ … , … ]")
    return tuple(thing(one, "things") for one in told)


def _retracted(record: Mapping[str, Any]) -> FactRef:
    """A fact by its key, or by what it says."""
    if "fact" not in record:
        return _fact(record)
    alone(record, "fact", ("kind", "ends", "year", "status"))
    return FactRef(key=word(record, "fact"), document=word(record, "document", needed=False))


def _confirmed(entry: Entry, record: Mapping[str, Any]) -> Entry:
    """What was found right: a thing, a fact by its key (or a list of keys), or a fact by what it says."""
    if "thing" in record:
        alone(record, "thing", ("fact", "kind", "ends", "year", "status"))
        return replace(entry, things=(thing(record["thing"], "thing"),))
    if "fact" not in record:
        return replace(entry, fact=_fact(record))
    alone(record, "fact", ("kind", "ends", "year", "status"))
    told = record["fact"]
    keys = told if isinstance(told, list) else [told]
    if not keys or not all(isinstance(key, str) and key.strip() for key in keys):
        raise WrongError('fact 要是键或键的列表 / must be a key or a list of keys: fact = ["…", "…"]')
    return replace(entry, things=tuple(Ref(key=key.strip()) for key in keys))


def _fact(record: Mapping[str, Any], *, new: bool = False) -> FactRef:
    """A fact by what it says; with `new` its ends may be things that the graph does not have."""
    kind = FactKind(choice(record, "kind", FactKind))
    ends = record.get("ends")
    if not isinstance(ends, Mapping) or not ends:
        raise WrongError(f"缺 ends，写 / ends is missing, write: ends.{FACT_ENDS[kind][0]} = …")
    if unknown := [role for role in ends if role not in FACT_ENDS[kind]]:
        raise WrongError(f"{kind.value} 没有这一端 / has no such end: {unknown[0]} ({', '.join(FACT_ENDS[kind])})")
    year = record.get("year")
    if year is not None and (type(year) is not int or not 1900 <= year <= 2100):
        raise WrongError(f"year 要是四位年份 / must be a year: year = 2023, not {year!r}")
    status = Status(choice(record, "status", Status)) if "status" in record else None
    named = tuple(sorted((role, thing(end, f"ends.{role}", new=new)) for role, end in ends.items()))
    return FactRef("", kind, named, year, status, word(record, "document", needed=False))
