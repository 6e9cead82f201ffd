"""The texts that are damaged: the seeds and the invented reports."""

from __future__ import annotations

from pathlib import Path

from kg.read import read

__all__ = ["paths", "text_of"]

ROOT = Path(__file__).resolve().parents[2]


def paths() -> list[Path]:
    """The five seeds and the invented reports, in a fixed order."""
    invented = [p for p in (ROOT / "tests" / "quality" / "gold").iterdir() if p.suffix in {".txt", ".html"}]
    return [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(invented)]


def text_of(path: Path) -> str:
    """What a reader sees of the file: for a page its paragraphs, since a damage of the text must not hit the tags."""
    return read(path, name=path.name).view.text
