"""JSON Lines: a document a line, its text in one field and what is known of it in others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from kg.model.document import Metadata
from kg.read.decode import CannotDecodeError, decode
from kg.read.fields import Fields, field_value
from kg.read.problem import UnreadableError
from kg.read.sizes import LARGEST

__all__ = ["Record", "looks_like_jsonl", "read_record", "record_spans"]

_MARK = b"\xef\xbb\xbf"
_DATE = re.compile(r"((?:19|20)\d\d)(?:\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(\d{1,2}))?|(\d\d)(\d\d)(?!\d))?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHOWN = 8
"""Keys of a record that a message names."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a line gives."""

    text: str
    given: Metadata
    encoding: str


def record_spans(file: IO[bytes]) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each line that is not blank; lines count from 1, a mark at the start is no text."""
    number = at = 0
    while line := file.readline(LARGEST + 2):
        number += 1
        mark = len(_MARK) if number == 1 and line.startswith(_MARK) else 0
        kept = line[mark:].strip()
        if kept:
            start = at + mark + line[mark:].index(kept)
            yield number, start, start + len(kept)
        at += len(line)
        while not line.endswith(b"\n") and (line := file.readline(LARGEST)):
            at += len(line)  # the rest of a line that is too long; `read_record` refuses it


def looks_like_jsonl(data: bytes) -> bool:
    r"""Whether the first line that is not blank is a JSON object.

    >>> looks_like_jsonl(b'{"text": "..."}\n{"text": "..."}'), looks_like_jsonl(b"{\n"), looks_like_jsonl(b"\n")
    (True, False, False)
    """
    first = data.removeprefix(_MARK).lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(decode(first)[0]), dict)
    except (ValueError, RecursionError, CannotDecodeError):
        return False


def read_record(data: bytes, fields: Fields) -> Record:
    """Text and metadata of one line. Raises `UnreadableError`."""
    if len(data) > LARGEST:
        raise UnreadableError(f"一行太长，最多 {LARGEST:,} 字节 / the line is too long")
    try:
        line, encoding = decode(data)
        record = json.loads(line)
    except CannotDecodeError as error:
        raise UnreadableError(str(error)) from error
    except RecursionError as error:
        raise UnreadableError("这一行嵌套太深 / the line is nested too deep") from error
    except ValueError as error:
        raise UnreadableError(f"这一行不是 JSON / the line is no JSON: {error}") from error
    if not isinstance(record, dict):
        raise UnreadableError("一行应是一个对象 {…} / each line must be one object {…}")
    return Record(_text(record, fields), _metadata(record, fields), encoding)


def _text(record: Mapping[str, object], fields: Fields) -> str:
    """The text of a record; a list of texts is taken as its paragraphs."""
    value = field_value(record, "text", fields.text)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n".join(value)
    if not isinstance(value, str):
        keys = ", ".join(list(record)[:_SHOWN])
        wanted = f"“{fields.text}”" if fields.text else "正文"
        raise UnreadableError(f"没有{wanted}字段，有 / no field with the text; there are: {keys} (--text-field)")
    return _SURROGATE.sub("\ufffd", value)


def _metadata(record: Mapping[str, object], fields: Fields) -> Metadata:
    told = {
        "title": _line(field_value(record, "title", fields.title)),
        "publisher": _line(field_value(record, "publisher", fields.publisher)),
        "published": _date(_line(field_value(record, "date", fields.date))),
        "url": _line(field_value(record, "url", fields.url)),
        "region": _line(field_value(record, "region", fields.region)),
    }
    return Metadata(**told, told=tuple(name for name, value in told.items() if value))


def _line(value: object) -> str:
    """A text or a whole number as one line; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(_SURROGATE.sub("\ufffd", str(value)).split())


def _date(value: str) -> str:
    """The date at the start in ISO form, as exact as it is told; empty if there is none.

    >>> _date("2023年2月6日"), _date("2023-02-16T08:00:00Z"), _date("20230216"), _date("2023"), _date("昨天")
    ('2023-02-06', '2023-02-16', '2023-02-16', '2023', '')
    """
    found = _DATE.match(value)
    if not found:
        return ""
    year, month, day = found[1], int(found[2] or found[4] or 0), int(found[3] or found[5] or 0)
    if not month:
        return year if found.end() == len(value) or value[found.end()] in "年 " else ""
    if month > 12 or day > 31:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
