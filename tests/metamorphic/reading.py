"""Damaged files as the program reads them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts
from kg.pipeline.document import Outcome, read_one
from tests.metamorphic.damages import Damage
from tests.metamorphic.facts import Sameness, compare, quotes_are_exact

__all__ = ["Trial", "damaged", "read_bytes", "trial"]


@dataclass(frozen=True, slots=True)
class Trial:
    """What one damage did to the facts of one text."""

    sameness: Sameness
    exact: bool
    """Whether all evidence of the damaged file is words of it, at their place."""
    raw: str


def damaged(text: str, damages: tuple[Damage, ...], *, seed: int = 0) -> tuple[bytes, str]:
    """The bytes of the text after the damages in their order, and the ending of the file's name.

    What is drawn depends on the text, the names of the damages and the seed: the same call gives the same bytes.
    """
    ending = ".txt"
    data = b""
    for damage in damages:
        name = hashlib.sha256(f"{damage.name}\0{seed}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
        made = damage.make(text, Random(name))
        text, data = (made, made.encode("utf-8", "replace")) if isinstance(made, str) else (text, made)
        ending = damage.ending or ending
    return data, ending


def read_bytes(data: bytes, folder: Path, knowledge: Knowledge, *, ending: str = ".txt") -> Outcome:
    """What the program makes of a file with this content; the same name for all, so that only the content counts."""
    path = folder / f"report{ending}"
    path.write_bytes(data)
    return read_one(path, knowledge, name=f"report{ending}")


def trial(
    text: str, damages: tuple[Damage, ...], folder: Path, knowledge: Knowledge, *, before: DocumentFacts, seed: int = 0
) -> Trial:
    """The facts of the damaged text beside those of the text itself; a file that cannot be read has lost them all."""
    data, ending = damaged(text, damages, seed=seed)
    after = read_bytes(data, folder, knowledge, ending=ending)
    if not isinstance(after, DocumentFacts):
        return Trial(compare(before, replace(before, facts=())), False, "")
    raw = data.decode(after.info.source.encoding)
    return Trial(compare(before, after), quotes_are_exact(after, raw), raw)
