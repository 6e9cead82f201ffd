"""The corpus of specs: what a careful reader finds in a sentence, and what must not be found there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["HERE", "Spec", "load_specs"]

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Spec:
    """One invented sentence, or a few, of one region's report, and what must and must not be read in it.

    Names are compared as the scorer does: quotation marks, blanks and width do not count, an entity goes by its name
    or one of its first six aliases. `县一中|石门一中` stands for either name.
    """

    region: str
    """Where the report comes from: 石门县, with the regions above where the name alone is not clear: 南京市鼓楼区."""
    text: str
    title: str = ""
    """The first line of the document; made from region and year where none is given."""
    year: int = 2022
    """The year that a title made from the region reviews."""
    under: tuple[str, ...] = ()
    """Lines between title and text: headings."""
    finds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind to the names that must be found, each by an entity of its own."""
    leaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind to the names that must not be found in the text; `*`: nothing but what `finds` and `may` name."""
    may: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind to names that a careful reader could find or leave: neither asked for nor refused."""
    same: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Kind to groups of names that are one entity."""
    facts: tuple[Mapping[str, Any], ...] = ()
    """Facts that must be stated; what a fact does not name is not asked for. `year = 0`: no year may be given."""
    lacks: tuple[Mapping[str, Any], ...] = ()
    """Facts that must not be stated by the text; what is left out stands for anything."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """Name of an honor or a paper to its level."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Name of a region to its division code."""
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Name of an entity to what must be known of it: number of a paper, stage and ownership of a school."""
    pending: str = ""
    """Why the program does not read it yet."""
    id: str = ""
    """File and number: `schools-full:3`."""

    @property
    def head(self) -> str:
        """The lines before the text, each with its line end."""
        return "".join(line + "\n" for line in (self.title or f"{self.region}教育局{self.year}年工作总结", *self.under))

    @property
    def document(self) -> str:
        """The whole document: title, headings, text."""
        return self.head + self.text + "\n"

    @property
    def wanted(self) -> int:
        """How many things must be read."""
        return sum(map(len, self.finds.values())) + len(self.facts)

    @property
    def unwanted(self) -> int:
        """How many things must not be read."""
        return sum(map(len, self.leaves.values())) + len(self.lacks)


def load_specs(folder: Path = HERE) -> tuple[Spec, ...]:
    """All specs of the folder's files, file by file in the order of their names; unknown fields are errors."""
    return tuple(
        _spec(table, f"{path.stem}:{number}")
        for path in sorted(folder.glob("*.toml"))
        for number, table in enumerate(tomllib.loads(path.read_text("utf-8"))["spec"], 1)
    )


def _spec(table: Mapping[str, Any], id: str) -> Spec:
    """One spec from its table."""
    fields = dict(table)
    for name in ("finds", "leaves", "may"):
        fields[name] = {
            kind: (names,) if isinstance(names, str) else tuple(names) for kind, names in table.get(name, {}).items()
        }
    fields["same"] = {kind: tuple(map(tuple, groups)) for kind, groups in table.get("same", {}).items()}
    for name in ("facts", "lacks", "under"):
        fields[name] = tuple(table.get(name, ()))
    try:
        return Spec(**fields, id=id)
    except TypeError as error:
        raise ValueError(f"{id}: {error}") from error
