"""What of a Markdown file is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.read import read
from kg.read.markdown import view_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# 一、工作", "一、工作"),
        ("## 总结 ##", "总结"),
        ("**双减**和__课改__", "双减和课改"),
        ("- 全县学校82所", "全县学校82所"),
        ("> 引用", "引用"),
        ("见[方案](http://a.cn/b)和![图](c.png)。", "见方案和。"),
        ("|指标|2020年|", "指标\t2020年"),
        ("|---|:---:|", ""),
        ("1.深化改革", "1.深化改革"),
        ("A|B 两类", "A|B 两类"),
        ("指标 | 2020年\n--- | ---\n入园率 | 94%\n\nA|B 两类", "指标\t2020年\n\n入园率\t94%\n\nA|B 两类"),
        ("  | 指标 | |\n", "指标\t\n"),
        ("3*4=12", "3*4=12"),
        ("#教育# 话题", "#教育# 话题"),
        ("《a_b_c》", "《a_b_c》"),
    ],
)
def test_marks_go_and_text_stays(source: str, text: str) -> None:
    assert view_markdown(source).text == text


def test_the_places_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 工作\n\n推进**双减**。\n", "utf-8")
    raw = read(path, name="a.md")
    start = raw.view.text.index("双减")
    first, last = raw.view.span(start, start + 2)
    assert raw.text[first:last] == "双减" and raw.source.media_type == "text/markdown"
