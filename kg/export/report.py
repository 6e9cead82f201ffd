"""What happened in a run, as `report.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath, PureWindowsPath

from kg.model.facts import Failure
from kg.model.graph import RunReport

__all__ = ["report_json"]


def report_json(report: RunReport) -> bytes:
    """The report with sorted keys; without clock, durations or folders of the machine: equal runs give equal bytes."""
    whole: dict[str, object] = {
        "documents": [
            {name: _portable(value) if name == "path" else value for name, value in record.items()}
            for record in report.documents
        ],
        "failures": _told(report.failures),
        "skipped": _told(report.skipped),
        "counts": report.counts,
        "versions": report.versions,
        "failed_identities": [_told_paths(record) for record in report.failed_identities],
        "conflicts": [_told_paths(record) for record in report.conflicts],
    }
    if report.curation is not None:
        whole["curation"] = report.curation
    text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True, default=_plain)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _told(failures: Iterable[Failure]) -> list[dict[str, str]]:
    return [{"path": portable(f.path), "stage": f.stage, "problem": f.problem} for f in failures]


def _told_paths(value: object) -> object:
    """A record with every path in it, however deep, as it may be told."""
    if isinstance(value, Mapping):
        return {key: _portable(v) if key == "path" else _told_paths(v) for key, v in value.items()}
    return [_told_paths(v) for v in value] if isinstance(value, list) else value


def _portable(path: object) -> object:
    return portable(path) if isinstance(path, str) else path


def portable(path: str) -> str:
    """The path as the user named it; of one from the root of a machine only the name of the file.

    >>> portable("seeds/a.txt"), portable("/home/me/a.txt"), portable("C:/Users/me/a.txt")
    ('seeds/a.txt', 'a.txt', 'a.txt')
    """
    if PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute():
        return PureWindowsPath(path).name
    return path


def _plain(value: object) -> object:
    """Mappings and collections that are no dict and no list, as such."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"not a value of a report: {value!r}")
