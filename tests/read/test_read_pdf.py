"""What of a PDF is read: paragraphs, tables and lists in their order, and which page a place is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read import read
from tests.making import Pdf, scanned_pdf

LONG = (
    "全县教育系统坚持立德树人，总投资3200万元的城东实验学校建设项目全面完工，9月正式投入使用，新增学位1620个，有效缓解了城区学校大班额"
    "问题，办学条件明显改善，群众满意度持续提升，为建设教育强县打下了坚实基础。"
)
TABLE = [["指标", "2022年", "2023年"], ["毛入园率", "94.51%", "96.2%"], ["在编教师", "2201人", "2243人"]]


def report(pages: int = 3) -> Pdf:
    """A report of several pages with a running head and numbered pages."""
    pdf = Pdf(head="临江县教育局文件", number="— {} —")
    pdf.title("临江县教育局2023年工作总结")
    pdf.paragraph("一、主要工作")
    count = 0
    while len(pdf.pages) < pages or pdf.y > 400:
        count += 1
        pdf.paragraph(f"（{'一二三四五六七八九'[count % 9]}）第{count}项工作。{LONG}")
    pdf.table(TABLE)
    pdf.paragraph("1.新建第一小学。")
    pdf.paragraph("2.新建第二小学。")
    return pdf


def read_bytes(tmp_path: Path, data: bytes, name: str = "a.pdf"):
    path = tmp_path / name
    path.write_bytes(data)
    return read(path, name=name)


def test_lines_of_a_paragraph_are_one_line_and_headings_stand_alone(tmp_path: Path) -> None:
    lines = read_bytes(tmp_path, report().bytes()).view.text.split("\n")
    assert lines[:2] == ["临江县教育局2023年工作总结", "一、主要工作"]
    assert all(line.endswith(LONG) for line in lines[2:] if "项工作。" in line)
    assert sum("项工作。" in line for line in lines) > 6


def test_a_paragraph_that_goes_on_over_the_page_is_one_in_what_is_read(tmp_path: Path) -> None:
    raw = read_bytes(tmp_path, report().bytes())
    pages = raw.text.split("\f")[:-1]
    assert any(not page.rstrip("\n").endswith("。") for page in pages), "no paragraph goes over a page's end"
    assert raw.view.text.count(LONG) == raw.view.text.count("项工作。")


def test_running_heads_and_page_numbers_are_kept_in_the_text_and_not_read(tmp_path: Path) -> None:
    raw = read_bytes(tmp_path, report().bytes())
    assert raw.text.count("临江县教育局文件") == len(raw.text.split("\f")) and "—2—" in raw.text
    assert "文件" not in raw.view.text and "—" not in raw.view.text


def test_a_running_head_that_is_the_title_leaves_the_title(tmp_path: Path) -> None:
    pdf = report()
    pdf.head = ""
    for page in pdf.pages[1:]:
        at = pdf.pages.index(page)
        pdf.pages.append([])
        pdf.text(200, 800, "临江县教育局2023年工作总结", 9)
        pdf.pages[at] += pdf.pages.pop()
    view = read_bytes(tmp_path, pdf.bytes()).view.text
    assert view.count("临江县教育局2023年工作总结") == 1
    assert view.startswith("临江县教育局2023年工作总结\n")


def test_tables_are_a_row_a_line_and_lists_an_item_a_line_in_their_order(tmp_path: Path) -> None:
    lines = read_bytes(tmp_path, report().bytes()).view.text.split("\n")
    assert lines[-5:] == ["\t".join(row) for row in TABLE] + ["1.新建第一小学。", "2.新建第二小学。"]


def test_a_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.table([["学校", "项目", "投资"]])
    top = pdf.y
    # As Word writes a row: all lines of a cell, then the next cell, each from the top.
    pdf.text(90, top - 14, "城东小学", 12)
    for number, line in enumerate(["综合楼及运动场改扩", "建和食堂装修改造工", "程"]):
        pdf.text(90 + 8 * 16, top - 14 * number, line, 12)
    pdf.text(90 + 16 * 16, top - 14, "560万元", 12)
    pdf.y = top - 60
    pdf.table([["城西小学", "食堂", "80万元"]])
    raw = read_bytes(tmp_path, pdf.bytes())
    assert raw.text.split("\n")[1:] == [
        "城东小学\t综合楼及运动场改扩建和食堂装修改造工程\t560万元",
        "城西小学\t食堂\t80万元",
    ]


def test_a_title_of_two_lines_is_one_line(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.title("临江县教育局关于2023年工作总结")
    pdf.title("和2024年工作计划的报告")
    for _ in range(3):
        pdf.paragraph(LONG)
    pdf.line([(0, "附件一览表")], 22)
    lines = read_bytes(tmp_path, pdf.bytes()).text.split("\n")
    assert lines == ["临江县教育局关于2023年工作总结和2024年工作计划的报告", LONG, LONG, LONG, "附件一览表"]


def test_the_page_of_a_place_is_the_number_of_form_feeds_before_it(tmp_path: Path) -> None:
    raw = read_bytes(tmp_path, report().bytes())
    place = raw.view.text.index("新建第二小学")
    start, end = raw.view.span(place, place + 6)
    assert raw.text[start:end] == "新建第二小学"
    assert raw.text.count("\f", 0, start) + 1 == len(report().pages)


def test_radicals_become_the_characters_that_are_meant(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.paragraph("⼀、⼯作总结第3⻚")
    assert read_bytes(tmp_path, pdf.bytes()).text == "一、工作总结第3页"


def test_letters_printed_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.page()
    pdf.text(90, 700, "临江县教育局")
    pdf.text(90.4, 700, "临江县教育局")
    assert read_bytes(tmp_path, pdf.bytes()).text == "临江县教育局"


def test_a_table_of_contents_is_not_read_as_the_report(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.paragraph("目录")
    pdf.paragraph("一、主要工作………………………………3")
    pdf.paragraph("一、主要工作")
    raw = read_bytes(tmp_path, pdf.bytes())
    assert "…3" in raw.text and raw.view.text == "目录\n一、主要工作"


def test_a_page_that_is_turned_is_read(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.page()
    codes = pdf.codes("临江县")
    pdf.pages[-1].append(f"q BT /F1 16 Tf 0 1 -1 0 100 100 Tm [<{codes}>] TJ ET Q")
    codes = pdf.codes("教育局")
    pdf.pages[-1].append(f"q BT /F1 16 Tf 0 1 -1 0 100 148 Tm [<{codes}>] TJ ET Q")
    assert read_bytes(tmp_path, pdf.bytes()).text == "临江县教育局"


def test_the_same_file_gives_the_same_text(tmp_path: Path) -> None:
    data = report().bytes()
    assert read_bytes(tmp_path, data) == read_bytes(tmp_path, data)


def test_a_source_says_that_its_text_was_extracted(tmp_path: Path) -> None:
    data = report().bytes()
    source = read_bytes(tmp_path, data, "a.txt").source
    assert (source.media_type, source.encoding, source.size) == ("application/pdf", "", len(data))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (scanned_pdf(), "no text layer.*OCR"),
        (report().bytes(encrypt=True), "encrypted PDF: remove the password"),
        (report().bytes()[:3000], "PDF 已损坏.*pdftotext"),
        (b"%PDF-1.7\n%%EOF", "PDF 已损坏"),
    ],
    ids=["scanned", "encrypted", "cut off", "empty"],
)
def test_what_cannot_be_read_is_told_with_the_cure(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        read_bytes(tmp_path, data)
    assert str(caught.value).startswith("a.pdf: ") and "\n" not in str(caught.value)


def test_fonts_that_do_not_tell_their_characters_are_told(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.paragraph("".join(chr(0x3400 + 7 * n) for n in range(200)))
    with pytest.raises(ReadError, match="fonts"):
        read_bytes(tmp_path, pdf.bytes())
