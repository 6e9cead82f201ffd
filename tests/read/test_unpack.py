"""The documents inside archives and JSON Lines: their names, their limits, and what is said of what cannot be read."""

from __future__ import annotations

import hashlib
import json
import random
import sys
from pathlib import Path

import pytest

from kg.errors import ReadError, UsageError
from kg.read import Fields, Inside, Unpacked, read, unpack
from kg.read import archive as archive_module
from kg.read import unpack as unpack_function
from tests.making import zipped

unpack_module = sys.modules["kg.read.unpack"]

TEXT = "临江县教育局2023年工作总结\n全面落实“双减”政策。\n".encode()


def unpacked(tmp_path: Path, data: bytes, name: str = "a.zip", fields: Fields | None = None) -> Unpacked:
    path = tmp_path / name
    path.write_bytes(data)
    return unpack(path, fields or Fields())


def inner(found: Unpacked) -> list[str]:
    return [origin.inner if isinstance(origin, Inside) else "" for origin in found.origins]


def texts(found: Unpacked) -> list[str]:
    return [read(origin, name="x").text for origin in found.origins]


# --- archives -------------------------------------------------------------------------------------------------------


def test_every_report_in_an_archive_is_a_document_and_what_is_none_is_told(tmp_path: Path) -> None:
    taken = {"总结/2023.txt": TEXT, "总结/2022.md": b"# 2022"}
    left = {"照片.jpg": b"\xff\xd8", "__MACOSX/总结/._2023.txt": b"x", ".DS_Store": b"x"}
    found = unpacked(tmp_path, zipped(taken | left))
    assert inner(found) == ["/总结/2023.txt", "/总结/2022.md"]
    assert [line.path for line in found.skipped] == ["/照片.jpg", "/__MACOSX/总结/._2023.txt", "/.DS_Store"]
    assert not found.failures
    assert texts(found)[0] == TEXT.decode()


def test_a_member_is_its_own_bytes(tmp_path: Path) -> None:
    found = unpacked(tmp_path, zipped({"a.txt": TEXT}))
    source = read(found.origins[0], name="a.zip/a.txt").source
    assert (source.path, source.size) == ("a.zip/a.txt", len(TEXT))
    assert source.sha256 == hashlib.sha256(TEXT).hexdigest()


@pytest.mark.parametrize("gbk", [True, False])
def test_names_in_the_encoding_of_chinese_windows_are_read(tmp_path: Path, gbk: bool) -> None:
    name = "报告/中方县教育局2023年工作总结.txt"
    assert inner(unpacked(tmp_path, zipped({name: TEXT}, gbk=gbk))) == [f"/{name}"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/a.txt", "/etc/a.txt"),
        ("/root/a.txt", "/root/a.txt"),
        ("..\\..\\a.txt", "/a.txt"),
        ("./a.txt", "/a.txt"),
        ("a\nb.txt", "/a_b.txt"),
    ],
)
def test_a_name_that_leads_out_of_the_archive_is_harmless(tmp_path: Path, name: str, shown: str) -> None:
    before = sorted(path.name for path in tmp_path.rglob("*"))
    found = unpacked(tmp_path, zipped({name: TEXT}))
    assert inner(found) == [shown]
    assert texts(found) == [TEXT.decode()]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", *before], "nothing is unpacked onto the disk"


def test_two_members_of_one_name_are_two_documents(tmp_path: Path) -> None:
    found = unpacked(tmp_path, zipped({"a.txt": b"one", "./a.txt": b"two"}))
    assert inner(found) == ["/a.txt", "/a~2.txt"]
    assert texts(found) == ["one", "two"]


def test_an_archive_in_an_archive_is_read_and_one_more_is_not(tmp_path: Path) -> None:
    second = zipped({"b.txt": TEXT, "third.zip": zipped({"c.txt": TEXT})})
    found = unpacked(tmp_path, zipped({"second.zip": second}))
    assert inner(found) == ["/second.zip/b.txt"]
    assert texts(found) == [TEXT.decode()]
    (failure,) = found.failures
    assert failure.path == "/second.zip/third.zip" and "too deep" in failure.problem


def test_one_broken_member_costs_that_member(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(400).hex().encode()
    data = bytearray(zipped({"a.txt": noise, "b.txt": TEXT}))
    data[60:70] = b"\0" * 10
    found = unpacked(tmp_path, bytes(data))
    assert inner(found) == ["/a.txt", "/b.txt"]
    with pytest.raises(ReadError, match="broken"):
        read(found.origins[0], name="a")
    assert read(found.origins[1], name="b").text == TEXT.decode()


LOCKED = zipped({"a.txt": TEXT}, locked=True)


@pytest.mark.parametrize(
    ("data", "path", "said"),
    [
        (LOCKED, "/a.txt", "encrypted: unpack it with its password"),
        (zipped({"a.txt": b"0" * 9_000_000}), "/a.txt", "bomb"),
        (zipped({"a.txt": b"0" * 50_000_001}), "/a.txt", "too large"),
        (zipped({"a.txt": TEXT})[:-30], "", "broken zip"),
        (b"not a zip", "", "broken zip"),
        (zipped({}), "", "empty"),
    ],
    ids=["encrypted", "bomb", "too large", "cut off", "no zip", "empty"],
)
def test_what_cannot_be_read_is_told_with_the_cure(tmp_path: Path, data: bytes, path: str, said: str) -> None:
    found = unpacked(tmp_path, data)
    assert not found.origins
    (failure,) = found.failures
    assert failure.path == path and said in failure.problem


def test_an_archive_is_bounded_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    within = zipped({f"{n}.txt": TEXT for n in range(10)})
    data = zipped({"a.zip": within, "b.txt": TEXT})
    monkeypatch.setattr(archive_module, "MOST_MEMBERS", 5)
    assert "too many files" in unpacked(tmp_path, data).failures[0].problem
    monkeypatch.setattr(archive_module, "MOST_MEMBERS", 50)
    monkeypatch.setattr(unpack_module, "LARGEST_UNPACKED", len(within) + 5 * len(TEXT))
    found = unpacked(tmp_path, data)
    assert inner(found) == ["/b.txt"] and "too large when unpacked" in found.failures[0].problem


def test_an_archive_that_changes_is_read_anew(tmp_path: Path) -> None:
    assert texts(unpacked(tmp_path, zipped({"a.txt": b"before"}))) == ["before"]
    assert texts(unpacked(tmp_path, zipped({"a.txt": b"after that"}))) == ["after that"]


def test_a_way_of_packing_that_is_unknown_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(signature) + offset
        data[at : at + 2] = (9).to_bytes(2, "little")
    with pytest.raises(ReadError, match="unknown way of packing"):
        texts(unpacked(tmp_path, bytes(data)))


def test_a_word_file_and_json_lines_in_an_archive_are_read(tmp_path: Path) -> None:
    from tests.making import docx_bytes, new_docx

    document = new_docx()
    document.add_paragraph("正文")
    line = json.dumps({"text": "一行"}, ensure_ascii=False).encode()
    found = unpacked(tmp_path, zipped({"a.docx": docx_bytes(document), "b.jsonl": line + b"\n" + line}))
    assert inner(found) == ["/a.docx", "/b.jsonl#1", "/b.jsonl#2"]
    assert texts(found) == ["正文", "一行", "一行"]


# --- JSON Lines -----------------------------------------------------------------------------------------------------


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_each_line_is_a_document_named_by_its_number(tmp_path: Path, end: bytes, mark: bytes) -> None:
    first, second = lines({"text": "甲"}), lines({"text": "乙"})
    found = unpacked(tmp_path, mark + first + end + end + second + end, "a.jsonl")
    assert inner(found) == ["#1", "#3"]
    assert texts(found) == ["甲", "乙"]
    source = read(found.origins[1], name="a.jsonl#3").source
    assert source.sha256 == hashlib.sha256(second).hexdigest()
    assert (source.size, source.media_type, source.stem) == (len(second), "application/jsonl", "a#3")


def test_a_line_in_another_encoding_is_read(tmp_path: Path) -> None:
    data = '{"正文": "临江县教育局全面落实双减政策", "标题": "总结"}'.encode("gb18030")
    (origin,) = unpacked(tmp_path, data, "a.jsonl").origins
    raw = read(origin, name="a")
    assert raw.text == "临江县教育局全面落实双减政策" and raw.source.encoding == "gb18030"


FIRST = {"正文": "文", "标题": "题", "发布日期": "2023年2月6日", "网址": "u", "发布机构": "局", "地区": "区"}
OTHERS = {"Content": "文", "Title": "题", "pubDate": "2023-02-06 09:00", "url": "u", "source": "局", "region": "区"}
TOLD = {"text": "不是", "a": {"b": "文"}, "t": "题", "d": "20230206", "l": "u", "p": "局", "r": "区"}
LISTED = {"text": ["文"], "title": " 题\n", "date": "2023/2/6", "link": "u", "单位": "局", "地区": "区"}


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (FIRST, Fields()),
        (OTHERS, Fields()),
        (TOLD, Fields(text="a.b", title="t", date="d", url="l", publisher="p", region="r")),
        (LISTED, Fields()),
    ],
    ids=["Chinese keys", "other keys", "told keys", "a list of paragraphs"],
)
def test_what_is_known_of_a_text_is_read_from_its_fields(tmp_path: Path, record: object, fields: Fields) -> None:
    (origin,) = unpacked(tmp_path, lines(record), "a.jsonl", fields).origins
    raw = read(origin, name="a")
    given = raw.given
    assert raw.text == "文"
    assert (given.title, given.published, given.url, given.publisher, given.region) == (
        "题",
        "2023-02-06",
        "u",
        "局",
        "区",
    )
    assert set(given.told) == {"title", "published", "url", "publisher", "region"}


def test_a_text_field_that_is_a_web_page_is_read_as_one(tmp_path: Path) -> None:
    (origin,) = unpacked(tmp_path, lines({"html": "<html><p>全县有学校82所。</p></html>"}), "a.jsonl").origins
    raw = read(origin, name="a")
    assert raw.view.text == "全县有学校82所。" and raw.text.startswith("<html>")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{broken", "no JSON"),
        (b'["a"]', "one object"),
        (b'{"a": 1, "b": 2}', "there are: a, b"),
        (b'{"text": 7}', "no field with the text"),
        (b'{"text": " "}', "empty"),
        (b"[" * 100_000, "nested|no JSON"),
        (b"\xff\xfe\xfa", "utf-16"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_does_not_stop_the_others(tmp_path: Path, line: bytes, said: str) -> None:
    good = lines({"text": "好"})
    found = unpacked(tmp_path, good + b"\n" + line + b"\n" + good, "a.jsonl")
    assert inner(found) == ["#1", "#2", "#3"]
    with pytest.raises(ReadError, match=said) as caught:
        read(found.origins[1], name="a.jsonl#2")
    assert str(caught.value).startswith("a.jsonl#2: ") and "\n" not in str(caught.value)
    assert read(found.origins[2], name="x").text == "好"


def test_half_of_a_character_in_json_does_not_break_anything(tmp_path: Path) -> None:
    (origin,) = unpacked(tmp_path, b'{"text": "\\ud800x"}', "a.jsonl").origins
    assert read(origin, name="a").text == "\ufffdx"


def test_a_line_that_is_too_long_is_told_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.jsonl.LARGEST", 100)
    found = unpacked(tmp_path, lines({"text": "长" * 200}, {"text": "短"}), "a.jsonl")
    with pytest.raises(ReadError, match="too long"):
        read(found.origins[0], name="a")
    assert read(found.origins[1], name="a").text == "短"


def test_an_unknown_field_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match=r"colour.*text"):
        Fields.of({"colour": "red"})


def test_a_file_in_utf_16_is_one_failure_with_the_cure(tmp_path: Path) -> None:
    (failure,) = unpacked(tmp_path, '{"text": "一"}\n{"text": "二"}'.encode("utf-16"), "a.jsonl").failures
    assert "save it as UTF-8" in failure.problem


def test_an_empty_file_is_a_failure(tmp_path: Path) -> None:
    assert "empty" in unpacked(tmp_path, b"\n\n", "a.jsonl").failures[0].problem


def test_a_file_that_is_gone_is_a_failure(tmp_path: Path) -> None:
    assert "cannot be read" in unpack_function(tmp_path / "gone.zip", Fields()).failures[0].problem
