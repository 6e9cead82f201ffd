"""What is copied from one report into another is found, and what the genre always says is not."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge, load_knowledge
from kg.lineage.align import grams_of
from kg.lineage.kept import kept, opened
from kg.lineage.normal import Normal, normal
from kg.lineage.passages import passages
from kg.lineage.sketch import CROWD, likely_pairs, sketch
from kg.model.aligned import AlignedText, Edit

COPIED = "推行作业公示，把每天的书面作业张贴在教室门口，由值周教师抽查，家长代表每月进校察看一次，结果计入年终考核"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def compared(text: str, knowledge: Knowledge) -> Normal:
    return normal(text, (), knowledge)


def shared(one: str, other: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The passages of both texts, without their marks."""
    a, b = compared(one, knowledge), compared(other, knowledge)
    regions = passages(a, b, grams_of(a.text))
    return [(a.text[r.start_a : r.end_a], b.text[r.start_b : r.end_b]) for r in regions]


@pytest.mark.parametrize(
    ("change", "by"),
    [
        ("值周教师", "值日干部"),
        ("教室门口", "南丰镇中心小学公告栏"),
        ("，由值周教师抽查", ""),
        ("每月", "每学期"),
        ("，", "、"),
    ],
)
def test_a_copy_with_other_words_in_a_place_is_a_copy(change: str, by: str, knowledge: Knowledge) -> None:
    before, behind = "召开全县校长会议。", "。组织教师下乡。"
    found = shared(f"{before}{COPIED}{behind}", f"建成食堂两处。{COPIED.replace(change, by)}。", knowledge)
    assert len(found) == 1
    assert found[0][0].startswith("推行作业公示") and found[0][0].endswith("年终考核")


@pytest.mark.parametrize(
    "said",
    [
        "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的教育方针，落实立德树人根本任务，努力办好人民满意的教育",
        "落实《关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见》《深化新时代教育评价改革总体方案》",
        "全县现有各级各类学校82所，其中幼儿园31所、小学40所、初中8所、普通高中2所、职业学校1所，在校学生5.2万人",
        "推行作业公示，把每天的书面作业张贴在教室门口",
    ],
)
def test_formulas_titles_totals_and_short_sentences_are_nobodys(said: str, knowledge: Knowledge) -> None:
    assert shared(f"召开全县校长会议。{said}。", f"建成食堂两处。{said}。", knowledge) == []


def test_a_copy_inside_a_text_that_stands_twice_is_met_once(knowledge: Knowledge) -> None:
    assert len(shared(f"{COPIED}。", f"{COPIED}。建成食堂两处。{COPIED}。", knowledge)) == 1


def test_numbers_are_alike_and_two_sentences_are_one_passage(knowledge: Knowledge) -> None:
    one, other = f"检查125次。{COPIED}36分。", f"检查8次。{COPIED}1.5分。"
    assert [a for a, _ in shared(one, other, knowledge)] == [compared(one, knowledge).text]


def test_a_text_and_its_names_are_kept_with_the_way_back_to_the_raw_text() -> None:
    body = AlignedText.plain("學(xué)校82所").edited([Edit(0, 1, "学"), Edit(1, 6, "")])
    again = opened(kept(body)).body
    assert (again.text, list(again.starts), list(again.ends)) == (body.text, list(body.starts), list(body.ends))


def test_documents_that_share_a_sentence_meet_and_others_do_not(knowledge: Knowledge) -> None:
    texts = [f"{COPIED}。", "新建幼儿园三所，改造操场六片，更换课桌椅两千套。", f"建成食堂两处。{COPIED}。"]
    assert likely_pairs([sketch(compared(text, knowledge)) for text in texts]) == [(0, 2)]


def test_a_sentence_of_everybody_costs_no_square(knowledge: Knowledge) -> None:
    many = 3 * CROWD
    assert len(likely_pairs([sketch(compared(COPIED, knowledge))] * many)) == many - 1
