"""Which report of the new graph is which of the old one."""

from __future__ import annotations

from collections.abc import Mapping

from kg.compare.model import Field
from kg.model.document import DocumentInfo

__all__ = ["document_fields", "matched", "name_of"]


def matched(old: Mapping[str, DocumentInfo], new: Mapping[str, DocumentInfo]) -> list[tuple[str, str]]:
    """Pairs of keys, empty where a report is in one graph only; sorted by file name.

    The same content is the same report. Of the others those of one file name are one report that was changed, if the
    name is theirs alone.
    """
    gone = _by_name({key: info for key, info in old.items() if key not in new})
    come = _by_name({key: info for key, info in new.items() if key not in old})
    pairs = [(key, key) for key in old if key in new]
    for name in gone.keys() | come.keys():
        before, after = gone.get(name, []), come.get(name, [])
        if len(before) == len(after) == 1:
            pairs.append((before[0], after[0]))
        else:
            pairs += [(key, "") for key in before] + [("", key) for key in after]
    return sorted(pairs, key=lambda pair: (name_of(new[pair[1]] if pair[1] else old[pair[0]]), pair))


def name_of(info: DocumentInfo) -> str:
    """The name of a report's file without its folder: all that a graph file tells."""
    return info.source.path.rsplit("/", 1)[-1]


def _by_name(documents: Mapping[str, DocumentInfo]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, info in sorted(documents.items()):
        found.setdefault(name_of(info), []).append(key)
    return found


def document_fields(old: DocumentInfo, new: DocumentInfo, *, read_by: tuple[str, str]) -> tuple[Field, ...]:
    """What differs in what is known of a report itself."""
    before, after = _told(old, read_by[0]), _told(new, read_by[1])
    return tuple(Field(name, before[name], after[name]) for name in before if before[name] != after[name])


def _told(info: DocumentInfo, read_by: str) -> dict[str, str]:
    return {
        "file": name_of(info),
        "title": info.title or info.source.stem,
        "issuer": info.issuer,
        "region": " ".join(filter(None, (info.region, info.region_code))),
        "region_level": info.region_level.word if info.region_level is not None else "",
        "region_why": info.region_why,
        "date": info.date,
        "review_years": "、".join(map(str, sorted(info.review_years))),
        "plan_years": "、".join(map(str, sorted(info.plan_years))),
        "years_rule": info.years_rule,
        "url": info.url,
        "language": info.language,
        "encoding": info.source.encoding,
        "media_type": info.source.media_type,
        "size": str(info.source.size),
        "read_by": read_by,
    }
