"""Whatever a file holds, it gives facts or a failure that the user can mend; never a bug, and never a long wait."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.pipeline.document import Crash
from tests.metamorphic.documents import paths
from tests.metamorphic.facts import quotes_are_exact
from tests.metamorphic.reading import read_bytes

SECONDS = 10.0
"""For one file of at most 35 KB; the slowest takes a fifth of a second on a machine of today."""
PIECES = (
    b"?c\xc3\xa8)",
    b"(",
    b"<td",
    b"</p>",
    b"&#x",
    b"\n",
    "“".encode(),
    "2023年".encode(),
    "学校、".encode(),
    b"\x80",
)


def check(data: bytes, folder: Path, knowledge: Knowledge, ending: str) -> None:
    """What must hold for any content."""
    start = time.monotonic()
    outcome = read_bytes(data, folder, knowledge, ending=ending)
    assert time.monotonic() - start < SECONDS
    assert not isinstance(outcome, Crash), outcome.trace
    if isinstance(outcome, DocumentFacts):
        assert quotes_are_exact(outcome, data.decode(outcome.info.source.encoding))
    else:
        assert isinstance(outcome, Failure) and outcome.problem


@pytest.mark.parametrize("ending", [".txt", ".html", ".md"])
@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_are_read_or_refused(seed: int, ending: str, knowledge: Knowledge, tmp_path: Path) -> None:
    draw = Random(seed)
    size = draw.choice([1, 7, 200, 5000])
    kinds = [draw.randbytes(size), "".join(map(chr, draw.choices(range(0x20, 0x3000), k=size))).encode()]
    kinds.append("".join(map(chr, draw.choices(range(0x4E00, 0x9FA5), k=size))).encode(draw.choice(["utf-8", "gbk"])))
    for data in kinds:
        check(data, tmp_path, knowledge, ending)


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(3))
def test_a_file_that_ends_anywhere_is_read(path: Path, seed: int, knowledge: Knowledge, tmp_path: Path) -> None:
    data = path.read_bytes()
    end = Random(f"{path.stem}{seed}").randrange(1, len(data))
    check(data[:end], tmp_path, knowledge, path.suffix)
    check(data[end:], tmp_path, knowledge, path.suffix)


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(4))
def test_a_file_with_holes_and_insertions_is_read(path: Path, seed: int, knowledge: Knowledge, tmp_path: Path) -> None:
    draw = Random(f"{seed}{path.stem}")
    data = bytearray(path.read_bytes())
    whole_characters = seed % 2 == 0
    for _ in range(draw.choice([3, 40, 400])):
        at = draw.randrange(len(data))
        if draw.random() < 0.5:
            del data[at : at + draw.randrange(1, 9)]
        else:
            data[at:at] = draw.choice(PIECES)
    text = data.decode("utf-8", "ignore") if whole_characters else ""
    check(text.encode() if whole_characters else bytes(data), tmp_path, knowledge, path.suffix)


@pytest.mark.parametrize(
    "text",
    [
        "總?cè)" * 5000,
        "教?chù)煹?1" * 5000,
        ("教?chù)" + "煹" * 70) * 300,
        "锛鏁欒偛灞€锛" * 5000,
        "“学?!" * 5000,
        "一、学校（一）建设1.学" * 3000,
        "教育 局长 " * 5000,
        "1.1学\n" * 5000,
    ],
    ids=["cuts", "late", "long-late", "misread", "quotes", "headings", "spaces", "numbers"],
)
def test_damage_without_end_takes_no_long_time(text: str, knowledge: Knowledge, tmp_path: Path) -> None:
    check(text.encode(), tmp_path, knowledge, ".txt")
