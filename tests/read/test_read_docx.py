"""What of a Word file is read: paragraphs, numbers of lists, tables and footnotes in the order of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read import read
from kg.read.docx_numbers import number_label
from tests.making import BULLETS, docx_bytes, new_docx, numbered, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read_lines(tmp_path: Path, document, name: str = "a.docx") -> list[str]:
    path = tmp_path / name
    path.write_bytes(docx_bytes(document))
    return read(path, name=name).text.split("\n")


def add_xml(document, xml: str) -> None:
    """Put XML at the end of the body."""
    from docx.oxml import parse_xml

    document.element.body.insert(-1, parse_xml(xml))


def test_paragraphs_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    document = new_docx()
    document.add_paragraph("一、工作")
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, [["指标", "2022年", "2023年"], ["毛入园率", "94.51%", "96.2%"]], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("二、打算")
    assert read_lines(tmp_path, document) == ["一、工作", "指标\t2022年\t2023年", "毛入园率\t94.51%\t96.2%", "二、打算"]


def test_numbers_that_word_counts_stand_before_their_paragraphs(tmp_path: Path) -> None:
    document = new_docx()
    for text, level in [
        ("回顾", 0),
        ("建设", 1),
        ("甲校", 2),
        ("乙校", 2),
        ("改革", 1),
        ("丙校", 2),
        ("打算", 0),
        ("建设", 1),
    ]:
        numbered(document, text, level)
    assert read_lines(tmp_path, document) == [
        "一、回顾", "（一）建设", "1.甲校", "2.乙校", "（二）改革", "1.丙校", "二、打算", "（一）建设",
    ]  # fmt: skip


def test_bullets_are_not_text(tmp_path: Path) -> None:
    document = new_docx()
    numbered(document, "新建第一小学", 0, BULLETS)
    assert read_lines(tmp_path, document) == ["新建第一小学"]


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("chineseCounting", ["一", "十", "二十一"]),
        ("decimalEnclosedCircle", ["①", "⑩", "21"]),
        ("ideographTraditional", ["甲", "癸", "21"]),
        ("upperRoman", ["I", "X", "XXI"]),
        ("lowerLetter", ["a", "j", "u"]),
        ("a form to come", ["1", "10", "21"]),
    ],
)
def test_a_number_is_shown_in_the_form_of_its_list(form: str, labels: list[str]) -> None:
    assert [number_label(value, form) for value in (1, 10, 21)] == labels


def test_what_was_deleted_is_not_read_and_what_was_inserted_is(tmp_path: Path) -> None:
    document = new_docx()
    add_xml(
        document,
        f'<w:p {W}><w:r><w:t>投资</w:t></w:r><w:del w:id="1"><w:r><w:delText>300</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>500</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>',
    )
    add_xml(document, f'<w:p {W}><w:moveFrom w:id="3"><w:r><w:t>搬走的话</w:t></w:r></w:moveFrom></w:p>')
    assert read_lines(tmp_path, document) == ["投资500万元"]


def test_text_boxes_are_read_once_behind_their_paragraph(tmp_path: Path) -> None:
    document = new_docx()
    box = "<w:txbxContent><w:p><w:r><w:t>框中的话</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add_xml(
        document,
        f"<w:p {W} {mc}><w:r><w:t>段落</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    document.add_paragraph("下一段")
    assert read_lines(tmp_path, document) == ["段落", "框中的话", "下一段"]


def test_content_controls_and_hidden_text(tmp_path: Path) -> None:
    document = new_docx()
    add_xml(document, f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>控件里的段落</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    document.add_paragraph("看得见").add_run("看不见").font.hidden = True
    assert read_lines(tmp_path, document) == ["控件里的段落", "看得见"]


def test_headers_and_footers_are_not_read(tmp_path: Path) -> None:
    document = new_docx()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_paragraph("正文")
    assert read_lines(tmp_path, document) == ["正文"]


def test_a_table_in_a_table_and_a_table_that_only_frames_are_read_line_by_line(tmp_path: Path) -> None:
    document = new_docx()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "左"
    inner = outer.cell(0, 1).add_table(rows=2, cols=2)
    for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"格{number}"
    frame = document.add_table(rows=1, cols=1)
    frame.cell(0, 0).text = "第一段。"
    frame.cell(0, 0).add_paragraph("第二段。")
    assert read_lines(tmp_path, document) == ["左", "格0\t格1", "格2\t格3", "第一段。", "第二段。"]


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    document = new_docx()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "小学"
    table.cell(0, 1).text, table.cell(1, 1).text = "城东小学", "城西小学"
    assert read_lines(tmp_path, document) == ["小学\t城东小学", "\t城西小学".strip("\n")]


def test_footnotes_stand_at_the_end(tmp_path: Path) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = new_docx()
    document.add_paragraph("正文")
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>注：数据来自年报。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert read_lines(tmp_path, document) == ["正文", "注：数据来自年报。"]


def test_the_table_of_contents_is_text_but_not_read(tmp_path: Path) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    document = new_docx()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("一、工作\t1", style="toc 1")
    document.add_paragraph("一、工作")
    path = tmp_path / "a.docx"
    path.write_bytes(docx_bytes(document))
    raw = read(path, name="a.docx")
    assert raw.text == "一、工作\t1\n一、工作"
    assert raw.view.text == "一、工作" and raw.view.span(0, 4) == (7, 11)


def test_a_word_file_is_known_by_its_content(tmp_path: Path) -> None:
    document = new_docx()
    document.add_paragraph("正文")
    path = tmp_path / "a.doc"
    path.write_bytes(docx_bytes(document))
    source = read(path, name="a.doc").source
    assert source.media_type.endswith("wordprocessingml.document") and source.encoding == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx_bytes(new_docx()), "no text in the file"),
        (docx_bytes(new_docx())[:-40], "broken"),
        (zipped({"word/document.xml": b"<w", "[Content_Types].xml": b"<Types/>"}), "broken docx: save it again"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "doc/xls/wps.*save it as .docx"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (zipped({"ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
        (zipped({"OFD.xml": b"<x/>"}), "OFD.*PDF"),
        (zipped({"a.txt": b"x"}), "must end with .zip"),
        (zipped({"word/document.xml": b" " * 9_000_000}), "bomb"),
    ],
    ids=["empty", "cut off", "no Word", "old Word", "Excel", "PowerPoint", "OFD", "zip", "bomb"],
)
def test_what_cannot_be_read_is_told_with_the_cure(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=said) as caught:
        read(path, name="a.docx")
    assert "\n" not in str(caught.value)
