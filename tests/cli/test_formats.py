"""A folder as users have it: reports in all forms, archives among them, and some that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_text import lines, pdf, word
from tests.conftest import REPORT, Run
from tests.making import scanned_pdf, zipped

OTHER = REPORT.replace("江滨小学", "白龙山小学")
GOOD = {
    "2021.pdf": pdf(),
    "2022/总结.docx": word(),
    "2022/网页.jsonl": lines(),
    "下载.zip": zipped(
        {"甲/报告.txt": REPORT.replace("江滨小学", "白龙山小学").encode(), "照片.jpg": b"\xff\xd8"}, gbk=True
    ),
}
BAD = {
    "扫描.pdf": (scanned_pdf(), "no text layer"),
    "旧.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "save it as .docx"),
    "表.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(98), "save it as .docx"),
    "稿.wps": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(97), "save it as .docx"),
    "包.rar": (b"Rar!\x1a\x07\x00", "unpack it first"),
    "坏.zip": (b"PK\x03\x04", "broken zip"),
    "行.jsonl": (b'{"text": "\xe4\xba\x91"}\n{"a": 1}\n', "--text-field"),
    "密.zip": (zipped({"a.txt": b"secret"}, locked=True), "encrypted"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in [*GOOD.items(), *((name, data) for name, (data, _) in BAD.items())]:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_the_number_of_processes_changes_no_byte_and_every_file_has_its_line(folder: Path, kg: Run) -> None:
    outputs = []
    for jobs in (1, 2):
        done = kg("build", "in", "-o", f"out{jobs}", "--jobs", jobs, cwd=folder)
        assert done.returncode == 3, done.stderr
        written = sorted((folder / f"out{jobs}").iterdir())
        outputs.append({path.name: path.read_bytes() for path in written})
        said = done.stderr.splitlines()
        for name, (_, words) in BAD.items():
            (line,) = [line for line in said if f"in/{name}" in line]
            assert words in line
    assert outputs[0] == outputs[1]
    report = json.loads(outputs[0]["report.json"])
    assert [document["path"] for document in report["documents"]] == [
        "in/2021.pdf", "in/2022/总结.docx", "in/2022/网页.jsonl#1", "in/2022/网页.jsonl#2", "in/2022/网页.jsonl#3",
        "in/下载.zip/甲/报告.txt", "in/行.jsonl#1",
    ]  # fmt: skip
    failed = {failure["path"] for failure in report["failures"]}
    assert failed == {f"in/{name}" for name in BAD} - {"in/行.jsonl", "in/密.zip"} | {
        "in/行.jsonl#2",
        "in/密.zip/a.txt",
    }
    assert [skipped["path"] for skipped in report["skipped"]] == ["in/下载.zip/照片.jpg"]
    types = {document["path"]: document["media_type"] for document in report["documents"]}
    assert types["in/2021.pdf"] == "application/pdf" and types["in/下载.zip/甲/报告.txt"] == "text/plain"
    assert "白龙山小学" in outputs[0]["entities.csv"].decode("utf-8-sig")


def test_a_copy_inside_an_archive_is_a_copy(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "b.zip").write_bytes(zipped({"a.txt": REPORT.encode(), "c/a.txt": REPORT.encode()}))
    done = kg("build", ".", "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [document["path"] for document in report["documents"]] == ["a.txt"]
    assert [skipped["path"] for skipped in report["skipped"]] == ["b.zip/a.txt", "b.zip/c/a.txt"]


def test_keys_of_json_lines_are_options_and_arguments(kg: Run, tmp_path: Path) -> None:
    import kg as package

    record = {
        "t": REPORT,
        "title": "wrong",
        "题": "石门县教育局2019年工作总结",
        "at": "2020-01-02",
        "from": "http://a.cn",
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record), "utf-8")
    keys = {"text": "t", "title": "题", "date": "at", "url": "from"}
    built = package.build(path, jobs=1, fields=keys).report.documents[0]
    assert (built["title"], built["date"], built["url"]) == ("石门县教育局2019年工作总结", "2020-01-02", "http://a.cn")
    options = [argument for key, value in keys.items() for argument in (f"--{key}-field", value)]
    done = kg("build", path, "-o", tmp_path / "out", *options)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["documents"][0]["title"] == built["title"]
    assert 'dct:source "http://a.cn"' in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert json.loads(kg("extract", path, *options).stdout)["doc"] == "a#1"


def test_standard_input_is_built_and_extracted(kg: Run, tmp_path: Path) -> None:
    extracted = kg("extract", "-", input=REPORT)
    assert json.loads(extracted.stdout)["region"] == "云和县"
    done = kg("build", "-", "-o", tmp_path / "out", "--input-format", "text", input=REPORT)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["documents"][0]["path"] == "-"


def test_nothing_on_standard_input_is_a_failure(kg: Run) -> None:
    done = kg("extract", "-", input="")
    assert done.returncode == 3 and "empty" in done.stderr
