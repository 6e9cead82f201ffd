"""The fields of an entry, each checked: what is wrong is said with its cure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.curate.entries import Ref, Source
from kg.errors import UsageError
from kg.model.names import EntityKind
from kg.text.names import near_names

__all__ = ["WrongError", "alone", "attributes", "choice", "meant", "only", "source", "thing", "word"]

_NUMBER, _DATE = r"[0-9]+(\.[0-9]+)?", r"[0-9]{4}(-[0-9]{2}){0,2}"
_ATTRIBUTES = {
    "count": r"[0-9]+",
    "seats": r"[0-9]+",
    "amount": _NUMBER,
    "area": _NUMBER,
    "begin": _DATE,
    "finish": _DATE,
}
"""What an added fact can say besides: `amount` in yuan, `area` in square metres, and how each is written."""


class WrongError(UsageError):
    """What is wrong with an entry, with the cure; the reader of the file says where it stands."""


def source(record: Mapping[str, Any]) -> Source:
    """Where an added fact stands."""
    source = record.get("source")
    if not isinstance(source, Mapping):
        raise WrongError('缺 source，写 / source is missing, write: source = {file = "…", quote = "…"}')
    only(source, ("file", "quote"))
    return Source(word(source, "file"), word(source, "quote"))


def attributes(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What an added fact says besides, sorted."""
    told = record.get("attributes", {})
    if not isinstance(told, Mapping):
        raise WrongError("attributes 写成 / write: attributes = {count = 6}")
    only(told, tuple(_ATTRIBUTES))
    for name, value in told.items():
        if not re.fullmatch(_ATTRIBUTES[name], str(value)):
            raise WrongError(f"attributes.{name} 要是数或日期 / must be a number or a date: 6, 2023-09; not {value!r}")
    return tuple(sorted((name, str(value)) for name, value in told.items()))


def thing(told: object, place: str, *, new: bool = False) -> Ref:
    """A thing named by a string (key or IRI) or by a table of type, name, region and document."""
    if isinstance(told, str) and told.strip():
        return Ref(key=told.strip())
    if not isinstance(told, Mapping):
        raise WrongError(f'{place}: 写 IRI，或 / write an IRI, or {{type = "School", name = "…", region = "…"}}')
    if "key" in told:
        only(told, ("key", "document"))
        return Ref(key=word(told, "key"), document=word(told, "document", needed=False))
    only(told, ("type", "name", "region", "document", *(("new",) if new else ())))
    if type(told.get("new", False)) is not bool:
        raise WrongError(f"{place}: new = true，不加引号 / without quotation marks")
    kind = EntityKind(choice(told, "type", EntityKind))
    where = word(told, "region", needed=False), word(told, "document", needed=False)
    return Ref("", kind, word(told, "name"), *where, new=told.get("new", False))


def only(record: Mapping[str, Any], fields: tuple[str, ...]) -> None:
    """Raises `WrongError` for a field that there is not."""
    if unknown := next((field for field in record if field not in fields), ""):
        raise WrongError(
            f"没有这个字段，可用 / no such field: {unknown}; there are: {', '.join(fields)}{meant(unknown, fields)}"
        )


def meant(told: str, words: Iterable[str]) -> str:
    """What somebody may have meant by a word that there is not, for the end of a message."""
    near = near_names(told, words, most=1)
    return f"；是不是 / did you mean: {near[0]}?" if near else ""


def alone(record: Mapping[str, Any], field: str, others: tuple[str, ...]) -> None:
    """Raises `WrongError` where a field stands beside one that would say the same again."""
    if also := next((other for other in others if other in record), ""):
        raise WrongError(f"{field} 和 {also} 只写一种 / write either {field} or {also}")


def word(record: Mapping[str, Any], field: str, *, needed: bool = True) -> str:
    """The words of a field; empty ones only where they are not needed."""
    value = record.get(field, "")
    if not isinstance(value, str):
        raise WrongError(f'{field} 要是文字 / must be words in quotation marks: {field} = "…"')
    if needed and not value.strip():
        raise WrongError(f'{field} 是空的，请填写 / {field} is empty, fill it in: {field} = "…"')
    return value.strip() if field != "quote" else value


def choice(record: Mapping[str, Any], field: str, words: Iterable[str]) -> str:
    """The word of a field that knows only some."""
    value, known = record.get(field), [str(word) for word in words]
    if value not in known:
        near = meant(value, known) if isinstance(value, str) else ""
        raise WrongError(f"{field} 要是其中之一 / must be one of: {', '.join(known)}; not {value!r}{near}")
    return str(value)
