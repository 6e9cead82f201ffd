"""One report in every form gives the same facts, each with its words at their place in the text of that form."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts
from kg.pipeline import Reading, gather, name_of, read_one
from kg.read import Origin, read
from tests.making import Pdf, docx_bytes, new_docx, numbered, zipped

TITLE = "云和县教育局2022年工作总结和2023年工作计划"
REVIEW = [
    ("优化学校布局", "总投资3200万元的城东实验学校建设项目全面完工，9月正式投入使用，新增学位1620个，有效缓解了城区学校"
     "大班额问题，办学条件明显改善，群众满意度持续提升。"),
    ("深化教育改革", "全面落实“双减”政策，江滨小学获丽水市“清廉学校”称号，实施“名师领航”工程，培养县级以上名师三十余"
     "名，教师队伍的整体素质得到了进一步的提升。"),
]  # fmt: skip
TABLE = [["学校", "荣誉", "级别"], ["元和小学", "浙江省健康促进学校", "省级"], ["云和中学", "浙江省文明校园", "省级"]]
ITEMS = ["新建崇头镇中心幼儿园，投资1800万元。", "完成云和县第三中学改扩建工程。"]
HEADS = ["一、2022年工作总结", "二、2023年工作计划"]


def paragraphs() -> list[str]:
    return [
        TITLE,
        HEADS[0],
        *(f"（{'一二'[n]}）{head}。{text}" for n, (head, text) in enumerate(REVIEW)),
        *("\t".join(row) for row in TABLE),
        HEADS[1],
        *(f"{n}.{item}" for n, item in enumerate(ITEMS, start=1)),
    ]


def as_text() -> bytes:
    return "\n".join(paragraphs()).encode("gb18030")


def as_markdown() -> bytes:
    rows = [f"| {' | '.join(row)} |" for row in TABLE]
    body = [f"（{'一二'[n]}）{head}。{text}" for n, (head, text) in enumerate(REVIEW)]
    lines = [f"# {TITLE}", f"## {HEADS[0]}", *body, "\n".join([rows[0], "|---|---|---|", *rows[1:]]), f"## {HEADS[1]}"]
    return "\n\n".join([*lines, *(f"{n}.{item}" for n, item in enumerate(ITEMS, start=1))]).encode()


def as_page() -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    body = "".join(f"<p>　　（{'一二'[n]}）{head}。{text}</p>" for n, (head, text) in enumerate(REVIEW))
    items = "".join(f"<p>{n}.{item}</p>" for n, item in enumerate(ITEMS, start=1))
    return (
        f"<html><head><title>{TITLE}_云和县政府网</title></head><body><h1>{TITLE}</h1><p>{HEADS[0]}</p>{body}"
        f"<table>{cells}</table><p>{HEADS[1]}</p>{items}</body></html>"
    ).encode()


def as_word() -> bytes:
    document = new_docx()
    document.sections[0].header.paragraphs[0].text = "云和县教育局文件"
    document.add_paragraph(TITLE)
    numbered(document, HEADS[0][2:], 0)
    for head, text in REVIEW:
        numbered(document, f"{head}。{text}", 1)
    table = document.add_table(rows=len(TABLE), cols=3)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    numbered(document, HEADS[1][2:], 0)
    for item in ITEMS:
        numbered(document, item, 2)
    return docx_bytes(document)


def as_pdf() -> bytes:
    pdf = Pdf(head="云和县教育局文件", number="— {} —")
    pdf.title(TITLE)
    pdf.paragraph(HEADS[0])
    for n, (head, text) in enumerate(REVIEW):
        pdf.paragraph(f"（{'一二'[n]}）{head}。{text}")
        pdf.y = 130 if n == 0 else pdf.y  # the second goes on over the page's end
    pdf.table(TABLE)
    pdf.paragraph(HEADS[1])
    for n, item in enumerate(ITEMS, start=1):
        pdf.paragraph(f"{n}.{item}")
    assert len(pdf.pages) == 2
    return pdf.bytes()


def as_lines() -> bytes:
    first = {"text": "\n".join(paragraphs()), "title": TITLE, "date": "2023-01-20"}
    return json.dumps(first, ensure_ascii=False).encode() + b"\n"


FORMS: dict[str, Callable[[], bytes]] = {
    "report.txt": as_text,
    "report.md": as_markdown,
    "report.html": as_page,
    "report.docx": as_word,
    "report.pdf": as_pdf,
    "report.jsonl": as_lines,
    "reports.zip": lambda: zipped({"各县/云和县.docx": as_word()}, gbk=True),
    "package.zip": lambda: zipped({"inner.zip": zipped({"云和.pdf": as_pdf()}), "照片.png": b"\x89PNG"}),
    "pages.zip": lambda: zipped({"云和.jsonl": as_lines()}),
}
PIPED = {"-": as_text, "- (a page)": as_page, "- (Word)": as_word, "- (PDF)": as_pdf, "- (lines)": as_lines,
         "- (zip)": FORMS["reports.zip"]}  # fmt: skip


def said(facts: DocumentFacts) -> set[tuple[object, ...]]:
    """What the document says, without where it says it."""
    names = {entity.id: (entity.kind, entity.name) for entity in facts.entities}
    return {
        (fact.kind, fact.year, fact.status, *sorted((role, names[end]) for role, end in fact.ends.items()))
        for fact in facts.facts
    }


def one(paths: list[Path]) -> Origin:
    (origin,) = gather(paths).files
    return origin


@pytest.fixture(scope="module")
def expected(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> DocumentFacts:
    path = tmp_path_factory.mktemp("plain") / "report.txt"
    path.write_text("\n".join(paragraphs()), "utf-8")
    facts = read_one(path, knowledge, name="report.txt")
    assert isinstance(facts, DocumentFacts)
    assert len(facts.facts) >= 8, "the report says enough to compare"
    return facts


def check(origin: Origin, knowledge: Knowledge, expected: DocumentFacts) -> None:
    facts = read_one(origin, knowledge, name=name_of(origin))
    assert isinstance(facts, DocumentFacts), facts
    assert said(facts) == said(expected)
    raw = read(origin, name="x").text
    for item in (*facts.facts, *facts.entities):
        for evidence in item.evidence if isinstance(item.evidence, tuple) else [item.evidence]:
            assert raw[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("name", FORMS)
def test_a_report_gives_the_same_facts_in_every_form(
    name: str, tmp_path: Path, knowledge: Knowledge, expected: DocumentFacts
) -> None:
    path = tmp_path / name
    path.write_bytes(FORMS[name]())
    check(one([path]), knowledge, expected)


@pytest.mark.parametrize("name", PIPED)
def test_a_report_that_comes_by_a_pipe_gives_the_same_facts(
    name: str, knowledge: Knowledge, expected: DocumentFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PIPED[name]())))
    origin = one([Path("-")])
    assert name_of(origin).startswith("-")
    check(origin, knowledge, expected)


def test_what_comes_by_a_pipe_is_what_the_user_says_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("# 总结\n**双减**".encode())))
    (origin,) = gather([Path("-")], Reading(form="markdown")).files
    assert read(origin, name="-").view.text == "总结\n双减"


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report.html", "report.md"])
def test_tables_and_lists_stay_in_the_order_of_reading(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FORMS[name]())
    lines = [line.strip() for line in read(path, name=name).view.text.split("\n")]
    assert [line for line in lines if line] == paragraphs()


@pytest.mark.parametrize("number", ["001", "003", "004"])
def test_a_whole_report_printed_to_pdf_gives_the_same_facts(
    number: str, seeds: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    (path,) = seeds.glob(f"{number}_*.txt")
    pdf = Pdf(head="教育局文件", number="— {} —")
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            pdf.paragraph(line.strip())
    printed = tmp_path / "a.pdf"
    printed.write_bytes(pdf.bytes())
    plain, extracted = read_one(path, knowledge, name="a"), read_one(printed, knowledge, name="b")
    assert isinstance(plain, DocumentFacts) and isinstance(extracted, DocumentFacts)
    assert len(said(plain) & said(extracted)) >= 0.98 * len(said(plain)) > 50


# --- what is told beside the text -----------------------------------------------------------------------------------

BODY = "一年来，我县新建城东小学，完成投资3200万元。全面落实“双减”政策，教育质量稳步提升。"


def of_record(record: dict[str, object], tmp_path: Path, knowledge: Knowledge) -> DocumentFacts:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": BODY, **record}, ensure_ascii=False), "utf-8")
    facts = read_one(one([path]), knowledge, name="a.jsonl#1")
    assert isinstance(facts, DocumentFacts)
    return facts


def test_title_date_address_and_publisher_are_used(tmp_path: Path, knowledge: Knowledge) -> None:
    told = {
        "title": "石门县2021年教育工作总结",
        "date": "2022-01-05",
        "url": "http://a.cn/1",
        "publisher": "石门县教育局",
    }
    info = of_record(told, tmp_path, knowledge).info
    assert (info.title, info.date, info.url) == ("石门县2021年教育工作总结", "2022-01-05", "http://a.cn/1")
    assert (info.region, info.issuer, info.review_years) == ("石门县", "石门县教育局", (2021,))


def test_without_them_nothing_is_known(tmp_path: Path, knowledge: Knowledge) -> None:
    info = of_record({}, tmp_path, knowledge).info
    assert (info.region, info.issuer, info.review_years, info.url) == ("", "", (), "")


@pytest.mark.parametrize("region", ["石门县", "湖南省常德市石门县", "430726", "430726000000", 430726])
def test_a_region_is_told_by_name_path_or_code(region: object, tmp_path: Path, knowledge: Knowledge) -> None:
    info = of_record({"region": region}, tmp_path, knowledge).info
    assert (info.region, info.region_code, info.region_why) == ("石门县", "430726", "told")


def test_a_region_that_does_not_exist_changes_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    assert of_record({"region": "乌有县"}, tmp_path, knowledge).info.region == ""


def test_a_date_beside_the_text_gives_the_year_of_its_facts(tmp_path: Path, knowledge: Knowledge) -> None:
    facts = of_record({"date": "2019-12-30"}, tmp_path, knowledge)
    assert facts.facts and {fact.year for fact in facts.facts if fact.kind != "location"} == {2019}
