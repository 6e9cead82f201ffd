"""Where published concepts come from: level, year and paper that began them, as `ontology/concepts` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.knowledge.concepts import FILES
from kg.knowledge.folder import ontology_folder
from kg.knowledge.skos import Properties, read_skos
from kg.model.names import Level

__all__ = ["Beginning", "load_beginnings"]

_READ = frozenset({"level", "firstYear", "source", "inRegion", "prefLabel"})
_LEVELS = {"nationalLevel": Level.NATIONAL, "provinceLevel": Level.PROVINCE, "prefectureLevel": Level.PREFECTURE}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of the first year of a concept, or of a paper."""

    level: Level
    year: int
    paper: str
    """Key of the paper that began it (`policy/…`), or empty."""
    title: str
    """Of the paper, or empty."""
    region: str
    """Key of the region within which it holds; empty for the nation."""


def load_beginnings(folder: Path | None = None) -> Mapping[str, Beginning]:
    """Key of each concept and paper to its beginning; those of which level or year is unknown are missing.

    >>> load_beginnings()["program/shuangjian"].year
    2021
    """
    folder = (folder or ontology_folder()) / "concepts"
    told = {key: about for stem in FILES for key, about in read_skos(folder / f"{stem}.ttl", only=_READ).items()}
    found = {key: _beginning(key, about, told) for key, about in told.items()}
    return {key: beginning for key, beginning in found.items() if beginning is not None}


def _beginning(key: str, about: Properties, told: Mapping[str, Properties]) -> Beginning | None:
    # A paper of the schemes has no level of its own: all of them are of the nation, as tests hold.
    paper = key if key.startswith("policy/") else about.get("source", ("",))[0]
    level = Level.NATIONAL if paper == key else _LEVELS.get(about.get("level", ("",))[0])
    years = (*about.get("firstYear", ()), *told.get(paper, {}).get("firstYear", ()))
    if level is None or not years:
        return None
    title = told.get(paper, {}).get("prefLabel", ("",))[0]
    return Beginning(level, int(years[0]), paper, title, about.get("inRegion", ("",))[0])
