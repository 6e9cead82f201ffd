"""Reads and checks the files of `ontology/regions/`: what is wrong is named with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kg.errors import KnowledgeError
from kg.knowledge.division import Division
from kg.knowledge.region_names import Ethnic, NamedKind, NamingRules
from kg.model.names import Level

__all__ = ["RegionFiles", "read_regions"]

LEVELS = {level.word: level for level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP)}
PRESENT, FORMER = "code,name,level,parent,since", ",until,successor"
EXCEPTIONS = "code,name,short,also"
COUNTY_DIGITS, TOWNSHIP_DIGITS = 6, 9


class RegionFiles(NamedTuple):
    """What the folder holds, checked."""

    divisions: dict[str, Division]
    """Provinces, prefectures and counties of today, and all former divisions, by code."""
    townships: dict[str, str]
    """Names of the townships of today by code; the parent's code is the first six digits."""
    rules: NamingRules


class _File:
    """One plain CSV file: a header, no quotes, no commas within a field."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path, self.shown = folder / name, f"{folder.name}/{name}"

    def wrong(self, line: int, problem: str) -> KnowledgeError:
        """The error that names this file and the line."""
        return KnowledgeError(self.shown, f"第 {line} 行 / line {line}", problem)

    def lines(self) -> list[str]:
        """All lines; the first is the header."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as cause:
            raise self.wrong(1, f"读不了 / cannot be read: {cause}") from cause
        return text.removesuffix("\n").split("\n")

    def rows(self, header: str) -> Iterator[tuple[int, list[str]]]:
        """Line number and fields of every line below the header."""
        lines, columns = self.lines(), header.count(",") + 1
        if lines[0] != header:
            raise self.wrong(1, f"第一行应为 / the first line should be: {header}")
        for number, line in enumerate(lines[1:], start=2):
            fields = line.split(",")
            if len(fields) != columns or not fields[0]:
                raise self.wrong(number, f"应有 {columns} 栏 / {columns} fields expected: {line}")
            yield number, fields

    def year(self, line: int, field: str) -> int | None:
        """The year of a field, None if it is empty."""
        if field and not (field.isdecimal() and len(field) == 4):
            raise self.wrong(line, f"不是年份 / not a year: {field}")
        return int(field) if field else None


def read_regions(folder: Path) -> RegionFiles:
    """All files of the folder; raises `KnowledgeError` at the first line that is wrong."""
    rules = _read_rules(folder)
    divisions: dict[str, Division] = {}
    places: dict[str, tuple[_File, int]] = {}
    for name, header in (("divisions.csv", PRESENT), ("former.csv", PRESENT + FORMER)):
        file = _File(folder, name)
        for line, fields in file.rows(header):
            division = _division(file, line, fields if header != PRESENT else [*fields, "", ""], rules)
            if division.code in divisions:
                raise file.wrong(line, f"代码重复 / the code occurs twice: {division.code}")
            if header != PRESENT and (division.until is None or not division.successor):
                raise file.wrong(line, "应有终止年份和继任代码 / the end and the successor are missing")
            divisions[division.code] = division
            places[division.code] = file, line
    townships = _read_townships(folder, divisions)
    for code, division in divisions.items():
        _check_links(*places[code], division, divisions, townships)
    _check_exceptions(folder, divisions)
    return RegionFiles(divisions, townships, rules)


def _division(file: _File, line: int, fields: list[str], rules: NamingRules) -> Division:
    code, name, level, parent, since, until, successor = fields
    if level not in LEVELS:
        raise file.wrong(line, f"没有这个级别 / no such level: {level}; {' '.join(LEVELS)}")
    digits = code.partition("-")[0]
    if not digits.isdecimal() or len(digits) != (TOWNSHIP_DIGITS if level == "township" else COUNTY_DIGITS):
        raise file.wrong(line, f"代码不对 / not a code of this level: {code}")
    if not name:
        raise file.wrong(line, "缺少名称 / the name is missing")
    return Division(
        code=code,
        name=name,
        short=rules.short(name, code),
        level=LEVELS[level],
        parent=parent,
        since=file.year(line, since),
        until=file.year(line, until),
        successor=successor,
    )


def _check_links(
    file: _File, line: int, division: Division, divisions: Mapping[str, Division], townships: Mapping[str, str]
) -> None:
    """Whether parent and successor exist, and the parent stands higher."""
    parent, heir = divisions.get(division.parent), divisions.get(division.successor)
    if (division.level is Level.PROVINCE) != (not division.parent) or (parent is None and division.parent):
        raise file.wrong(line, f"没有这个上级 / no such parent: {division.parent}")
    if parent is not None and parent.level >= division.level:
        raise file.wrong(line, f"上级的级别不高于本级 / the parent does not stand higher: {division.parent}")
    lives = heir.until is None if heir else division.successor in townships
    if division.successor and not lives:
        raise file.wrong(line, f"继任者不是现行区划 / the successor is no division of today: {division.successor}")


def _read_townships(folder: Path, divisions: Mapping[str, Division]) -> dict[str, str]:
    file = _File(folder, "townships.csv")
    townships: dict[str, str] = {}
    for line, (code, name) in file.rows("code,name"):
        if len(code) != TOWNSHIP_DIGITS or code[:COUNTY_DIGITS] not in divisions or not name:
            raise file.wrong(line, f"代码或名称不对 / wrong code or name: {code},{name}")
        if code in townships or code in divisions:
            raise file.wrong(line, f"代码重复 / the code occurs twice: {code}")
        townships[code] = name
    return townships


def _read_rules(folder: Path) -> NamingRules:
    file = _File(folder, "suffixes.csv")
    kinds = []
    for line, (suffix, ethnic, also) in file.rows("suffix,ethnic,also"):
        if ethnic not in set(Ethnic):
            raise file.wrong(line, f"应为 / should be one of: {' '.join(Ethnic)}")
        kinds.append(NamedKind(suffix, Ethnic(ethnic), tuple(also.split())))
    groups = [line for line in _File(folder, "ethnic_groups.txt").lines() if line and not line.startswith("#")]
    rows = _File(folder, "short_names.csv").rows(EXCEPTIONS)
    exceptions = {code: (short, tuple(also.split())) for _, (code, _, short, also) in rows}
    return NamingRules.of(kinds, groups, exceptions)


def _check_exceptions(folder: Path, divisions: Mapping[str, Division]) -> None:
    """Whether each exception is about a division that bears this name."""
    file = _File(folder, "short_names.csv")
    for line, (code, name, _, _) in file.rows(EXCEPTIONS):
        if code not in divisions or divisions[code].name != name:
            raise file.wrong(line, f"没有这个区划 / no such division: {code},{name}")
