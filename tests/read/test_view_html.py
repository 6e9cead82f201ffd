"""What of a web page is read, and where in its source each character stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.aligned import AlignedText
from kg.read import read
from kg.read.html import view_html

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}_临江县政府网</title>
<script>var a = "<p>不是正文的脚本文字，不应出现</p>";</script><style>p {{ color: red }}</style></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/x">新闻</a></li></ul></div>
<div class="content"><h1>{title}</h1>
{body}
</div><div class="side"><ul><li><a href="/1">别的新闻标题甲</a></li><li><a href="/2">别的新闻标题乙</a></li></ul></div>
<div class="footer">版权所有 临江县教育局</div></body></html>"""


def page(body: str, *, title: str = "临江县教育局2023年工作总结", charset: str = "utf-8") -> str:
    return PAGE.format(body=body, title=title, charset=charset)


def seed_page(seeds: Path, number: str) -> tuple[str, list[str]]:
    """A seed as a page, and its paragraphs."""
    (path,) = seeds.glob(f"{number}_*.txt")
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    return page("".join(f"<p>　　{line}</p>\n" for line in lines)), lines


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_every_paragraph_of_a_seed_that_became_a_page_is_kept_in_order(seeds: Path, number: str) -> None:
    source, paragraphs = seed_page(seeds, number)
    view = view_html(source)
    kept = [squeezed(line) for line in view.text.splitlines()]
    places = [kept.index(squeezed(paragraph)) for paragraph in dict.fromkeys(paragraphs)]
    assert places == sorted(places)
    assert "首页" not in kept and "别的新闻标题甲" not in kept


def test_every_character_has_its_own_place_in_the_source(seeds: Path) -> None:
    source, _ = seed_page(seeds, "004")
    view = view_html(source)
    for char, start, end in zip(view.text, view.starts, view.ends, strict=True):
        if char not in " \t\n":
            assert source[start:end] == char
    assert list(view.starts) == sorted(view.starts)


BODY = """<p>&nbsp;&nbsp;2023年，全县坚持&ldquo;双减&rdquo;，推进<b>县管</b><span>校聘</span>改革，取得了明显成效。</p>
<p>（一）建设学校。新建第一小学，投入2260&#19975;元，<br>完成主体封顶。</p>
<table><tr><th>指标</th><th>2020年</th></tr><tr><td><p>毛入园率</p></td><td>94.51%</td></tr></table>
<ul><li>全县共有各级各类学校82所</li><li>在编教师2243人</li></ul>
<p>2024年，计划新建幼儿园三所，并且继续实施“蓝青工程”，确保到年底全部完工投入使用。</p>"""


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("县管校聘", "县管</b><span>校聘"),
        ("“双减”", "&ldquo;双减&rdquo;"),
        ("2260万元", "2260&#19975;元"),
        ("指标\t2020年", "指标</th><th>2020年"),
    ],
)
def test_the_span_of_words_is_what_stands_in_the_source(words: str, raw: str) -> None:
    source = page(BODY)
    view = view_html(source)
    start = view.text.index(words)
    first, last = view.span(start, start + len(words))
    assert source[first:last] == raw


def test_lists_and_tables_inside_the_report_are_kept_a_row_a_line() -> None:
    lines = view_html(page(BODY)).text.splitlines()
    assert {"全县共有各级各类学校82所", "在编教师2243人", "指标\t2020年", "毛入园率\t94.51%", "完成主体封顶。"} <= set(
        lines
    )


def test_scripts_styles_and_comments_are_not_text() -> None:
    text = view_html(page("<!-- <p>注释文字</p> -->" + BODY)).text
    assert not re.search("脚本文字|color|注释文字", text)


def test_a_table_that_frames_an_article_does_not_make_one_line_of_it() -> None:
    paragraphs = [
        f"第{n}段，全县教育系统落实立德树人根本任务，完成年度目标，成效明显，群众满意度持续提升。" * 2 for n in range(6)
    ]
    body = "<table><tr><td>导航</td><td>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</td></tr></table>"
    lines = view_html(page(body)).text.splitlines()
    assert [line for line in lines if line.startswith("第")] == paragraphs


def test_the_title_of_the_page_stands_first_if_the_page_does_not_show_it() -> None:
    source = page(BODY).replace("<h1>临江县教育局2023年工作总结</h1>", "")
    assert view_html(source).text.splitlines()[0] == "临江县教育局2023年工作总结"
    assert view_html(page(BODY)).text.count("临江县教育局2023年工作总结") == 1


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5")])
def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path, charset: str, encoding: str) -> None:
    path = tmp_path / "a.html"
    source = (
        f'<html><meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>臨江縣實驗小學</p></html>'
    )
    path.write_bytes(source.encode(encoding))
    raw = read(path, name="a.html")
    assert (raw.source.encoding, raw.source.media_type) == (encoding, "text/html")
    assert raw.view.text == "臨江縣實驗小學"


def test_a_page_that_is_named_txt_is_still_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(page(BODY), "utf-8")
    assert read(path, name="a.txt").source.media_type == "text/html"


@given(st.text(st.sampled_from("<>/apbr tdhl=\"'&;#校1\n!-"), max_size=80))
def test_any_text_can_be_taken_for_a_page(source: str) -> None:
    view = view_html(source)
    assert isinstance(view, AlignedText)
    assert all(0 <= a <= b <= len(source) for a, b in zip(view.starts, view.ends, strict=True))
    assert list(view.starts) == sorted(view.starts)


@pytest.mark.parametrize(
    "page", ["<body><h1>总结</h1><pre>{}</pre><p>完</p>", "<html><body><div>{}</div></body></html>"]
)
def test_line_ends_count_where_the_page_shows_them_or_nothing_else_parts_the_text(page: str) -> None:
    lines = ["一、学前教育", "新建幼儿园2所。", "二、义务教育", *(f"第{n}小学招生{n}00人。" for n in range(1, 9))]
    source = page.format("\n".join(lines))
    view = view_html(source)
    assert [line for line in view.text.split("\n") if line in lines] == lines
    start = view.text.index("二、义务教育")
    first, last = view.span(start, start + 6)
    assert source[first:last] == "二、义务教育"


def test_line_ends_between_paragraphs_with_tags_part_nothing() -> None:
    source = "<html><body>" + "".join(f"<p>第{n}所学校\n建成。</p>" for n in range(20)) + "</body></html>"
    assert view_html(source).text.split("\n") == [f"第{n}所学校 建成。" for n in range(20)]
