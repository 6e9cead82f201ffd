"""Names of initiatives compared by their forms: on pairs that a careful reader judged, and case by case."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.knowledge import Knowledge
from kg.model.names import EntityKind
from kg.resolve.alike import RELATED, Verdict, alike
from kg.resolve.near_names import near_names

PAIRS = Path(__file__).with_name("pairs.tsv")


def pairs(part: str) -> list[tuple[str, str, str, str]]:
    """Name, other name, verdict and where the pair is from, of one part."""
    lines = (line for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(row["name"], row["other"], row["verdict"], row["from"]) for row in rows if row["part"] == part]


def shown(name: str, other: str, knowledge: Knowledge) -> Verdict:
    forms = knowledge.forms
    return alike(forms.of(name), forms.of(other), forms).verdict


@pytest.mark.parametrize("part", ["choose", "check"])
def test_names_taken_for_one_thing_are_one_thing(part: str, knowledge: Knowledge) -> None:
    taken = [row for row in pairs(part) if shown(row[0], row[1], knowledge) is Verdict.SAME]
    right = sum(verdict == "same" for _, _, verdict, _ in taken)
    assert len(taken) >= 40
    assert right / len(taken) >= 0.96, [row[:3] for row in taken if row[2] != "same"]


def test_other_forms_of_a_name_are_found_on_pairs_not_used_for_choosing(knowledge: Knowledge) -> None:
    """Of names made for this; of the listed names of known concepts most share no form, and need the list."""
    same = [row for row in pairs("check") if row[2] == "same" and row[3] == "made"]
    found = sum(shown(name, other, knowledge) is Verdict.SAME for name, other, _, _ in same)
    assert found / len(same) >= 0.88


def test_there_are_enough_pairs_of_each_kind_in_each_part() -> None:
    for part in ("choose", "check"):
        told = [row[2] for row in pairs(part)]
        assert min(told.count(verdict) for verdict in ("same", "related", "distinct")) >= 60


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("“三级家访”活动", "三级家访行动"),
        ("千名教师进万家", "百师访千家活动"),
        ("首批“种子教师”培养项目", "2023年种子教师培育计划"),
        ("全县“书记有约”活动", "书记有约"),
        ("结对帮扶", "帮扶结对工作"),
        ("消除薄弱班级行动", "薄弱班级消除工程"),
        ("乡村学校“美育浸润”工程", "乡村学校美育浸润行动"),
        ("骨干教师“领航”发展工程", "骨干教师领航工程"),
    ],
)
def test_level_batch_year_order_ending_and_synonyms_do_not_matter(name: str, other: str, knowledge: Knowledge) -> None:
    assert shown(name, other, knowledge) is Verdict.SAME


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("名师工程", "名师工作室"),
        ("课后服务", "双减"),
        ("一人一案", "一生一案"),
        ("五育润心工程", "六育润心工程"),
        ("乡村教师培养计划", "乡村校长培养计划"),
        ("送教上门", "送教下乡"),
        ("先学后教", "先教后学"),
        ("第一轮学前教育三年行动计划", "第二轮学前教育三年行动计划"),
        ("师德主题教育", "师德主题教育月"),
        ("教学质量提升", "教学质量提升年"),
    ],
)
def test_look_alikes_are_not_one_thing(name: str, other: str, knowledge: Knowledge) -> None:
    assert shown(name, other, knowledge) is not Verdict.SAME


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("普及普惠行动", "普及普惠"),
        ("和谐校园创建", "和谐校园"),
        ("标准化建设工程", "标准化建设"),
        ("3项清单制度", "三项清单"),
        ("1+5+N教研模式", "1+5+n教研"),
        ("学前教育三年行动计划", "学前教育三年行动"),
        ("省级培训计划", "省级培训"),
    ],
)
def test_a_form_keeps_what_tells(name: str, form: str, knowledge: Knowledge) -> None:
    assert knowledge.forms.of(name) == form
    assert knowledge.forms.of(form) == form


def test_a_name_of_a_known_concept_leads_to_it_in_another_form(knowledge: Knowledge) -> None:
    of, forms = knowledge.concept_of_form, knowledge.forms
    assert of(EntityKind.PROGRAM, forms.of("旗管校聘改革试点工作")) == "program/xianguanxiaopin"
    assert of(EntityKind.PROGRAM, forms.of("明日花开工程")) == ""


def test_few_names_are_compared_and_none_alike_is_missed(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the names, not with their square."""
    from kg.resolve import near_names as module

    heads, middles = "春夏秋冬金银", ("苗成长", "雨润心", "光护航", "风送学")
    ends = ("导师", "讲坛", "驿站", "书屋", "田园", "剧场")
    names = sorted(a + b + c for a in heads for b in middles for c in ends)
    forms = {name: f"concept/{name}" for name in names}
    compared: list[tuple[str, str]] = []

    def counted(left: str, right: str, words: object) -> object:
        compared.append((left, right))
        return alike(left, right, words)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "alike", counted)
    found = {frozenset((n.form, n.other_form)) for n in near_names(forms, knowledge)}
    among = [pair for pair in compared if pair[0] in forms and pair[1] in forms]
    assert len(among) < len(forms) ** 2 / 8
    wanted = [
        frozenset((a, b)) for a in names for b in names
        if a < b and alike(a, b, knowledge.forms).verdict is Verdict.RELATED
    ]  # fmt: skip
    assert RELATED > 0.5
    assert {frozenset(pair) for pair in among} >= set(wanted) >= {pair for pair in found if pair <= set(names)}
