"""The five seeds, counted: what was damaged is mended, what belongs to the page is gone, nothing else changed."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from kg.model.document import CleanDocument
from tests.clean.documents import cleaned_file, rules_of

NUMBERS = ["000", "001", "002", "003", "004"]


@lru_cache(maxsize=8)
def _seed(path: Path) -> CleanDocument:
    return cleaned_file(path)


def seed(seeds: Path, number: str) -> CleanDocument:
    (path,) = seeds.glob(f"{number}_*.txt")
    return _seed(path)


COUNTS = {
    "000": {
        "inserted-pinyin": 1394,
        "split-character": 11,
        "split-letter": 1,
        "lost-quote": 2,
        "late-characters": 2,
        "scan-code": 1,
    },
    "001": {"scan-code": 1},
    "002": {"text-mill": 1, "repeated-title": 1},
    "003": {
        "year-month": 2,
        "year-month-day": 1,
        "percent-and-number": 1,
        "doubled-body": 1,
        "labels": 2,
        "decoration": 1,
        "rights": 2,
        "contact": 1,
        "spam": 1,
    },
    "004": {
        "year-month": 2,
        "month-day": 1,
        "unit-and-number": 1,
        "count-of-persons": 1,
        "full-stop": 2,
        "unmatched-quote": 1,
        "site-tools": 1,
        "breadcrumb": 1,
        "labels": 1,
        "related": 1,
        "repeated-title": 1,
    },
}
FORM = {"traditional", "punctuation", "space", "odd-space"}
"""Rules that change how a text is written; they are counted by line."""


@pytest.mark.parametrize("number", NUMBERS)
def test_every_damage_is_mended_and_counted(seeds: Path, number: str) -> None:
    counts = Counter({rule: n for rule, n in rules_of(seed(seeds, number)).items() if rule not in FORM})
    assert counts == COUNTS[number]


@pytest.mark.parametrize(
    ("number", "lines", "characters"), [("000", 21, 8607), ("001", 39, 6230), ("002", 22, 3864), ("003", 36, 5437)]
)
def test_the_clean_text_has_its_size(seeds: Path, number: str, lines: int, characters: int) -> None:
    text = seed(seeds, number).text
    assert (text.count("\n") + 1, len(text)) == (lines, characters)


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_of_the_damage_is_left(seeds: Path, number: str) -> None:
    text = seed(seeds, number).text
    left = re.compile(r"\([a-zà-ǜ]+\)|[?,;:()]|[\u00a0\u3000]|\d{6,}[月日]|扫一扫|首页|^\s|\s$|^$|精品\|", re.MULTILINE)
    assert left.findall(text) == []
    assert not set(text) & set("縣學體辦實驗師園場導")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("000", "学生总人数36308人"),
        ("000", "2023年县一中高考本科上线总人数286人"),
        ("000", "劳动教育被《光明日报》推介报道"),
        ("000", "改革学科成绩评价方式"),
        ("000", "追求分数，把考试成绩"),
        ("000", "顺利通过县级“清廉学校”授牌。"),
        ("000", "举办两期“家长夜校”讲座"),
        ("000", "湖南省2022年高考优秀考区"),
        ("000", "怀化市教育局“宣传二十大 奋进新征程”学习"),
        ("003", "着力体现教育公平"),
        ("003", "2022年5月柳南区教研室"),
        ("003", "截至2022年10月27日"),
        ("003", "建设率均达100%，111所学校"),
        ("004", "在2月28日全省教育工作会议上"),
        ("004", "2018年5月高分通过"),
        ("004", "开展“名师四个一”活动"),
        ("004", "拓展新的领域。三是创新实施"),
        ("004", "落实《赣州市赣县区第二期特殊教育提升计划》"),
        ("004", "（2018-2020）行动计划"),
    ],
)
def test_the_words_are_whole(seeds: Path, number: str, words: str) -> None:
    assert words in seed(seeds, number).text


def test_the_body_that_stands_twice_is_read_once(seeds: Path) -> None:
    text = seed(seeds, "003").text
    assert text.count("柳州市洛满中心小学获第二批") == 1
    assert text.splitlines()[0] == "柳南区教育局2022年工作总结及2023年工作计划"
    assert text.endswith("努力实现并稳固柳南区教育强区目标")
    assert "年度工作总结和计划" not in text.splitlines()


@pytest.mark.parametrize(
    ("number", "title", "language"),
    [
        ("000", "中方县教育局2023年工作总结及2024年工作计划", "zh-Hant"),
        ("001", "市教育局2024年工作要点", "zh-Hans"),
        ("002", "教体局上半年工作总结", "zh-Hans"),
        ("003", "柳南区教育局2022年工作总结及2023年工作计划", "zh-Hant"),
        ("004", "2018年工作总结暨2019年工作思路", "zh-Hans"),
    ],
)
def test_title_and_script_are_known(seeds: Path, number: str, title: str, language: str) -> None:
    metadata = seed(seeds, number).metadata
    assert (metadata.title, metadata.language) == (title, language)


def test_publisher_and_date_are_read_from_the_page(seeds: Path) -> None:
    metadata = seed(seeds, "003").metadata
    assert (metadata.publisher, metadata.published) == ("柳南区教育局", "2023-02-16")


def test_a_guess_is_less_sure_than_what_is_certain(seeds: Path) -> None:
    repairs = {(r.before, r.after): r.confidence for r in seed(seeds, "000").repairs}
    assert repairs[("笔谂?", "授牌")] == 0.6
    assert all(r.confidence == 1.0 for r in seed(seeds, "000").repairs if r.rule == "inserted-pinyin")


@pytest.mark.parametrize(
    ("number", "words", "raw"),
    [
        ("000", "总人数36308", "總?cè)藬?shù)36308"),
        ("000", "县芙蓉学校", "縣芙蓉學(xué)校"),
        ("003", "2022年5月柳南区", "20225月柳南區"),
        ("003", "2022年10月27日", "20221027日"),
        ("004", "2月28日", "228日"),
        ("000", "湖南省2022年", "湖南省 2022 年"),
    ],
)
def test_a_quote_leads_back_to_the_words_of_the_file(seeds: Path, number: str, words: str, raw: str) -> None:
    document = seed(seeds, number)
    start = document.text.index(words)
    first, last = document.body.span(start, start + len(words))
    assert document.raw[first:last] == raw


def test_all_that_the_gold_quotes_is_left_in_the_text(seeds: Path, gold: Path) -> None:
    """The gold's evidence is words of the repaired text: a clause that is missing was lost in cleaning."""
    known = {
        "其中五云等3所乡村少年宫获年度考评省级优秀",  # the text says 考评评
        "在市教育局的精心指导下;县芙蓉学校、中方小学获怀化市“清廉学校”荣誉称号",  # two places in one
    }
    for number in ("000", "001", "004"):
        text = _letters(seed(seeds, number).text)
        (path,) = (gold / "seeds").glob(f"{number}_*.json")
        quotes = {fact.get("evidence", "") for fact in json.loads(path.read_text("utf-8"))["facts"]} - known
        parts = {part for quote in quotes for part in re.split("…|\\.\\.\\.", quote)}
        assert {part for part in parts if _letters(part) not in text} == set()


def _letters(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z㐀-鿿]", "", text)
