"""A curation file read: TOML that people write and review, each entry with who and why."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.curate.entries import Entry, FactRef, Ref, Source
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
}
"""What an entry of each action may say besides `who` and `why`."""


class _WrongError(Exception):
    """What is wrong with an entry, with the cure; never leaves this module."""


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
        raise UsageError(f"{name}: 不是 TOML，请改这一处 / not TOML, mend this place: {cause}") from cause
    return tuple(_entries(tables, name))


def _entries(tables: Mapping[str, Any], file: str) -> Iterator[Entry]:
    known = {action.value: action for action in Action}
    for word, records in tables.items():
        if word not in known:
            raise UsageError(f"{file}: [[{word}]]: 没有这种条目，可用 / no such entry, there are: {', '.join(known)}")
        if not isinstance(records, list):
            raise UsageError(f"{file}: [{word}]: 要写成两层方括号 / write it in double brackets: [[{word}]]")
        for number, record in enumerate(records, start=1):
            try:
                yield _entry(known[word], number, record)
            except _WrongError as wrong:
                raise UsageError(f"{file}: [[{word}]] 第{number}条 / no. {number}: {wrong}") from wrong


def _entry(action: Action, number: int, record: object) -> Entry:
    if not isinstance(record, Mapping):
        raise _WrongError(f"要写成 / write [[{action.value}]]")
    _only(record, (*_FIELDS[action], "who", "why"))
    who, why = _word(record, "who"), _word(record, "why")
    if action in (Action.SAME_AS, Action.NOT_SAME_AS):
        things = record.get("things")
        if not isinstance(things, list) or len(things) < 2 or (action is Action.NOT_SAME_AS and len(things) > 2):
            many = "两个 / two" if action is Action.NOT_SAME_AS else "至少两个 / at least two"
            raise _WrongError(f"things 要有{many}: things = [ … , … ]")
        return Entry(action, number, who, why, tuple(_ref(t, "things") for t in things))
    if action is Action.RENAME:
        return Entry(action, number, who, why, (_ref(record.get("thing"), "thing"),), name=_word(record, "name"))
    if action is Action.TYPE:
        kind = EntityKind(_choice(record, "kind", [k.value for k in EntityKind]))
        return Entry(action, number, who, why, (_ref(record.get("thing"), "thing"),), kind=kind)
    if action is Action.RETRACT and "fact" in record:
        told = FactRef(key=_word(record, "fact"), document=_word(record, "document", needed=False))
        return Entry(action, number, who, why, fact=told)
    fact = _fact(record)
    if action is Action.RETRACT:
        return Entry(action, number, who, why, fact=fact)
    return Entry(action, number, who, why, fact=fact, source=_source(record), attributes=_attributes(record))


def _fact(record: Mapping[str, Any]) -> FactRef:
    kind = FactKind(_choice(record, "kind", [k.value for k in FactKind]))
    ends = record.get("ends")
    if not isinstance(ends, Mapping) or not ends:
        raise _WrongError(f"缺 ends，写 / ends is missing, write: ends.{FACT_ENDS[kind][0]} = …")
    if unknown := [role for role in ends if role not in FACT_ENDS[kind]]:
        raise _WrongError(f"{kind.value} 没有这一端 / has no such end: {unknown[0]} ({', '.join(FACT_ENDS[kind])})")
    year = record.get("year")
    if year is not None and (type(year) is not int or not 1900 <= year <= 2100):
        raise _WrongError(f"year 要是四位年份 / must be a year: year = 2023, not {year!r}")
    status = Status(_choice(record, "status", [s.value for s in Status])) if "status" in record else None
    named = tuple(sorted((role, _ref(end, f"ends.{role}")) for role, end in ends.items()))
    return FactRef("", kind, named, year, status, _word(record, "document", needed=False))


def _source(record: Mapping[str, Any]) -> Source:
    source = record.get("source")
    if not isinstance(source, Mapping):
        raise _WrongError('缺 source，写 / source is missing, write: source = {file = "…", quote = "…"}')
    _only(source, ("file", "quote"))
    return Source(_word(source, "file"), _word(source, "quote"))


def _attributes(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    told = record.get("attributes", {})
    if not isinstance(told, Mapping) or any(not isinstance(v, (str, int)) for v in told.values()):
        raise _WrongError('attributes 的值要是文字或整数 / values must be words or whole numbers: {count = "6"}')
    return tuple(sorted((name, str(value)) for name, value in told.items()))


def _ref(told: object, place: str) -> Ref:
    """A thing named by a string (key or IRI) or by a table of type, name, region and document."""
    if isinstance(told, str) and told.strip():
        return Ref(key=told.strip())
    if not isinstance(told, Mapping):
        raise _WrongError(f'{place}: 写 IRI，或 / write an IRI, or {{type = "School", name = "…", region = "…"}}')
    _only(told, ("key", "type", "name", "region", "document", "new"))
    document, region = _word(told, "document", needed=False), _word(told, "region", needed=False)
    if "key" in told:
        return Ref(key=_word(told, "key"), document=document)
    kind = EntityKind(_choice(told, "type", [k.value for k in EntityKind]))
    return Ref("", kind, _word(told, "name"), region, document, told.get("new") is True)


def _only(record: Mapping[str, Any], fields: tuple[str, ...]) -> None:
    if unknown := [field for field in record if field not in fields]:
        raise _WrongError(f"没有这个字段，可用 / no such field: {unknown[0]}; there are: {', '.join(fields)}")


def _word(record: Mapping[str, Any], field: str, *, needed: bool = True) -> str:
    value = record.get(field, "")
    if not isinstance(value, str):
        raise _WrongError(f'{field} 要是文字 / must be words in quotation marks: {field} = "…"')
    if needed and not value.strip():
        raise _WrongError(f'{field} 是空的，请填写 / {field} is empty, fill it in: {field} = "…"')
    return value.strip() if field != "quote" else value


def _choice(record: Mapping[str, Any], field: str, words: list[str]) -> str:
    value = record.get(field)
    if value not in words:
        raise _WrongError(f"{field} 要是其中之一 / must be one of: {', '.join(words)}; not {value!r}")
    return str(value)
