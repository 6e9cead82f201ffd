"""Which field of a JSON Lines record is the text, which the title, the date, the address, the publisher, the region."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache

from kg.errors import KnowledgeError, UsageError
from kg.knowledge.folder import ontology_folder

__all__ = ["Fields", "field_value"]

FILE = "repair/fields.toml"


@dataclass(frozen=True, slots=True)
class Fields:
    """The key of each field; where it is empty, the usual keys are tried: 正文, content, text …"""

    text: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    publisher: str = ""
    region: str = ""

    @classmethod
    def of(cls, keys: Mapping[str, str]) -> Fields:
        """From a mapping. Raises `UsageError` for a field that there is not.

        >>> Fields.of({"text": "正文"}).text
        '正文'
        """
        known = asdict(cls())
        if unknown := sorted(set(keys) - set(known)):
            raise UsageError(f"没有这个字段 / no such field: {', '.join(unknown)} ({', '.join(known)})")
        return cls(**keys)


def field_value(record: Mapping[str, object], field: str, key: str) -> object:
    """What stands in a field of the record, None if nothing does; `a.b` is the field b of the record in field a.

    >>> field_value({"meta": {"标题": "总结"}}, "title", "meta.标题"), field_value({"Title": "要点"}, "title", "")
    ('总结', '要点')
    """
    if key:
        return _at(record, key)
    folded = {name.casefold(): name for name in reversed(list(record))}
    for usual in _usual()[field]:
        if usual in folded and record[folded[usual]] not in (None, "", []):
            return record[folded[usual]]
    return None


def _at(record: Mapping[str, object], path: str) -> object:
    if path in record:
        return record[path]
    first, dot, rest = path.partition(".")
    inner = record.get(first)
    return _at(inner, rest) if dot and isinstance(inner, dict) else None


@lru_cache(maxsize=1)
def _usual() -> Mapping[str, tuple[str, ...]]:
    """For each field the keys that are tried, in their order."""
    table = tomllib.loads((ontology_folder() / FILE).read_text("utf-8"))
    if set(table) != set(asdict(Fields())):
        raise KnowledgeError(FILE, "fields", f"要有 / must be: {', '.join(asdict(Fields()))}")
    return {field: tuple(key.casefold() for key in keys) for field, keys in table.items()}
