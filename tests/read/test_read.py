"""From a file to its text: encodings, and files that are no text."""

from __future__ import annotations

import codecs
import hashlib
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read import LARGEST, read
from kg.read.decode import CannotDecodeError, decode

SEEDS = ["000", "001", "002", "003", "004"]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


def seed_text(seeds: Path, number: str) -> str:
    (path,) = seeds.glob(f"{number}_*.txt")
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_in_any_encoding_gives_the_same_text(seeds: Path, tmp_path: Path, number: str, encoding: str) -> None:
    text = seed_text(seeds, number)
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    raw = read(path, name="a.txt")
    assert raw.text == text == raw.view.text
    assert codecs.lookup(raw.source.encoding) == codecs.lookup(encoding)


@pytest.mark.parametrize("number", ["000", "003"])
def test_a_traditional_seed_is_known_as_big5(seeds: Path, number: str) -> None:
    # Big5 has no tone marks and few simplified characters: what it cannot hold is left out of the trial.
    text = seed_text(seeds, number).encode("big5", "ignore").decode("big5")
    assert decode(text.encode("big5")) == (text, "big5")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("number", SEEDS)
def test_forty_characters_are_enough_to_tell_the_encoding(seeds: Path, number: str, encoding: str) -> None:
    lines = [line for line in seed_text(seeds, number).splitlines() if len(line) >= 80 and "精品" not in line]
    for line in lines[:12]:
        assert decode(line[:40].encode(encoding)) == (line[:40], encoding)


def test_characters_that_only_the_microsoft_form_of_big5_has_are_read() -> None:
    text = "望裏鎮第一小學、學校教育工作總結"
    assert decode(text.encode("cp950")) == (text, "cp950")


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一\r\n二\r三\n".encode())
    assert read(path, name="a.txt").text == "一\r\n二\r三\n"


def test_a_source_is_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    data = "教育局".encode("utf-8-sig")
    path.write_bytes(data)
    source = read(path, name="in/b.txt").source
    assert (source.path, source.size, source.media_type) == ("in/b.txt", len(data), "text/plain")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert data.decode(source.encoding) == "教育局"


def test_a_text_without_any_chinese_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("An “English” report, 2023\n".encode("cp1252"))
    assert "English" in read(path, name="a.txt").text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE, "empty"),
        ("\ufeff \u3000\n".encode("utf-16"), "empty"),
        (b"%PDF-1.7\n", "PDF.*pdftotext"),
        (b"PK\x03\x04aaaa", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        (b"\x89PNG\r\n\x1a\n", "PNG.*OCR"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"{\\rtf1", "RTF"),
        (b"\x00\x01\x02\x03" * 100, "NUL|binary"),
        (bytes(random.Random(1).randbytes(4000)), "no known encoding|binary|NUL|UTF-8"),
        (codecs.BOM_UTF8 + b"\xe4\xb8", "marked utf-8-sig"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read(path, name="in/a.txt")
    assert str(caught.value).startswith("in/a.txt: ") and re.search(said, str(caught.value))
    assert "\n" not in str(caught.value)


def test_a_broken_byte_is_named_by_its_place(tmp_path: Path) -> None:
    data = bytearray("中方县教育局2023年工作总结".encode("gb18030") * 20)
    data[40:41] = b"\xff"
    with pytest.raises(CannotDecodeError, match=r"gb18030.*byte \d+ is broken"):
        decode(bytes(data))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ReadError, match="too large"):
        read(path, name="a.txt")


def test_a_file_that_is_gone_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read(tmp_path / "gone.txt", name="gone.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_their_text_or_one_error(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except CannotDecodeError:
        return
    assert data.decode(encoding) == text
