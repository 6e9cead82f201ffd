"""Whatever the bytes of a file are: a text and its view, or one error that says what is wrong with the file."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model.document import RawDocument
from kg.read import Fields, read, unpack
from tests.making import Pdf, docx_bytes, new_docx, numbered, zipped

TIMES = 40
"""Spoiled copies of each file."""


def pdf() -> bytes:
    made = Pdf(head="临江县教育局", number="{}")
    for number in range(12):
        made.paragraph(f"（{number}）全县教育系统坚持立德树人，全面落实“双减”政策，新建学校{number}所，投资3200万元。")
    made.table([["指标", "2022年"], ["毛入园率", "94.51%"]])
    return made.bytes()


def word() -> bytes:
    document = new_docx()
    numbered(document, "主要工作", 0)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "指标"
    return docx_bytes(document)


def lines() -> bytes:
    record = {"text": "全面落实“双减”政策", "title": "总结", "date": "2023-01-02", "region": 430726}
    return (json.dumps(record, ensure_ascii=False) + "\n").encode() * 3


FILES = {
    "a.pdf": pdf(),
    "a.docx": word(),
    "a.jsonl": lines(),
    "a.zip": zipped({"报告/a.txt": "教育局".encode() * 50, "b.zip": zipped({"c.jsonl": lines()})}, gbk=True),
}


def spoiled(data: bytes, seed: int) -> bytes:
    """A copy with some bytes changed, taken out, put twice or cut off."""
    chance = random.Random(seed)
    copy = bytearray(data)
    for _ in range(chance.choice([1, 3, 20])):
        at = chance.randrange(len(copy))
        kind = chance.randrange(4)
        if kind == 0:
            copy[at] = chance.randrange(256)
        elif kind == 1:
            del copy[at : at + chance.randrange(1, 40)]
        elif kind == 2:
            copy[at:at] = copy[at : at + chance.randrange(1, 40)]
        else:
            copy[at : at + 4] = chance.randbytes(4)
        copy = copy or bytearray(b"x")
    return bytes(copy[: chance.randrange(len(copy)) + 1] if chance.random() < 0.2 else copy)


@pytest.mark.parametrize("name", FILES)
def test_a_spoiled_file_gives_a_text_or_one_error(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    read_well = 0
    for seed in range(TIMES):
        path.write_bytes(spoiled(FILES[name], seed))
        found = unpack(path, Fields()) if name in ("a.zip", "a.jsonl") else None
        for failure in found.failures if found else ():
            assert failure.problem and "\n" not in failure.problem
        for origin in found.origins if found else [path]:
            try:
                raw = read(origin, name=name)
            except ReadError as error:
                assert "\n" not in str(error)
                continue
            assert isinstance(raw, RawDocument)
            assert len(raw.view.text) == len(raw.view.starts)
            assert all(0 <= a <= b <= len(raw.text) for a, b in zip(raw.view.starts, raw.view.ends, strict=True))
            read_well += 1
    assert read_well, "some copies can still be read, or the test does not reach the readers"
