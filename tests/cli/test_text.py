"""`kg text` prints the text into which evidence points: what is quoted stands there, to the character."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import options
from kg.read import FORMS
from tests.conftest import REPORT, Run
from tests.making import Pdf, docx_bytes, new_docx, zipped


def pdf() -> bytes:
    made = Pdf(number="第{}页")
    for line in REPORT.split("\n"):
        if line:
            made.paragraph(line)
            made.y -= 260
    return made.bytes()


def word() -> bytes:
    document = new_docx()
    for line in REPORT.split("\n"):
        document.add_paragraph(line)
    return docx_bytes(document)


def lines() -> bytes:
    return "".join(json.dumps({"正文": REPORT.replace("2022", year)}, ensure_ascii=False) + "\n" for year in
                   ("2021", "2022", "2023")).encode()  # fmt: skip


INPUTS = {
    "a.txt": (REPORT.replace("\n", "\r\n").encode("utf-8-sig"), ["a.txt"]),
    "b.txt": (REPORT.encode("gb18030"), ["b.txt"]),
    "c.html": (f"<html><p>{'</p><p>'.join(REPORT.split(chr(10)))}</p></html>".encode(), ["c.html"]),
    "d.pdf": (pdf(), ["d.pdf"]),
    "e.docx": (word(), ["e.docx"]),
    "f.jsonl": (lines(), ["f.jsonl#1", "f.jsonl#2", "f.jsonl#3"]),
    "g.zip": (
        zipped({"报告/甲.docx": word(), "b.jsonl": lines()}, gbk=True),
        ["g.zip/报告/甲.docx", "g.zip/b.jsonl#3"],
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for name, (data, _) in INPUTS.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def records(kg: Run, folder: Path) -> dict[str, dict]:
    done = kg("extract", ".", "--jobs", 1, cwd=folder)
    assert done.returncode == 0, done.stderr
    return {record["doc"]: record for record in map(json.loads, done.stdout.splitlines())}


def text(*arguments: object, cwd: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """`kg text` with every byte as it comes."""
    command = [sys.executable, "-m", "kg", "text", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, timeout=120, **options)


@pytest.mark.parametrize("document", [name for _, names in INPUTS.values() for name in names])
def test_every_quote_stands_at_its_place_in_the_text(document: str, folder: Path, records: dict[str, dict]) -> None:
    done = text(document, cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    raw = done.stdout.decode("utf-8")
    name = document.rsplit("/", 1)[-1]
    stem, hash_, number = name.partition("#")
    record = records[stem.rsplit(".", 1)[0] + hash_ + number]
    quoted = [item["evidence"] for item in record["entities"] + record["facts"] if "evidence" in item]
    assert len(quoted) >= 5
    for place in quoted:
        assert raw[place["start"] : place["end"]] == place["quote"]


def test_the_text_of_a_text_is_its_own(folder: Path) -> None:
    assert text("a.txt", cwd=folder).stdout == REPORT.replace("\n", "\r\n").encode()


def test_a_place_is_printed_with_its_page_and_line(folder: Path) -> None:
    raw = text("d.pdf", cwd=folder).stdout.decode()
    start = raw.index("江滨小学")
    done = text("d.pdf", "--at", f"{start}:{start + 4}", cwd=folder)
    assert done.stdout.decode() == "江滨小学"
    assert done.stderr.decode() == f"第 2 页第 {_line(raw, start)} 行 / page 2, line {_line(raw, start)}\n"


def _line(raw: str, at: int) -> int:
    return raw[:at].split("\f")[-1].count("\n") + 1


def test_standard_input_can_be_asked_too(folder: Path) -> None:
    assert text("-", cwd=folder, input=word()).stdout == text("e.docx", cwd=folder).stdout
    assert text("-#2", cwd=folder, input=lines()).stdout.decode() == REPORT


def test_the_only_document_of_an_archive_needs_no_name(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "one.zip").write_bytes(zipped({"a.txt": b"one"}))
    assert text("one.zip", cwd=tmp_path).stdout == b"one"


def test_the_field_is_asked_for_by_its_key(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "short", "long": "the other"}')
    assert text("a.jsonl", "--text-field", "long", cwd=tmp_path).stdout == b"the other"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["gone.txt"], 2, "no such file"),
        (["g.zip"], 2, "name one of 4 documents"),
        (["g.zip/gone.txt"], 2, "name one of"),
        (["f.jsonl#9"], 2, "name one of 3"),
        (["a.txt", "--at", "5"], 2, "START:END"),
        (["a.txt", "--at", "5:99999"], 2, "within"),
        (["a.txt", "--at", "7:5"], 2, "START:END"),
        (["."], 2, "no such file"),
    ],
)
def test_what_cannot_be_printed_is_one_line(arguments: list[str], code: int, said: str, folder: Path) -> None:
    done = text(*arguments, cwd=folder)
    assert done.returncode == code and done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert said in line


def test_a_file_that_cannot_be_read_is_1(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    done = text("a.pdf", cwd=tmp_path)
    assert done.returncode == 1 and "broken PDF" in done.stderr.decode()


def test_the_forms_of_standard_input_are_those_that_are_read() -> None:
    assert options.FORMS == FORMS
