"""The lists of shared concepts and words that are true nationwide keep their form, and say what they claim to say."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import opencc
import pytest

from kg.knowledge.concepts import load_concepts
from kg.knowledge.folder import ontology_folder
from kg.knowledge.lexicon import read_lines
from kg.model.names import EntityKind

ONTOLOGY = ontology_folder()
BUILDER = Path(__file__).resolve().parent.parent.parent / "scripts" / "build_verbs.py"
CONCEPTS = {
    "programs": (EntityKind.PROGRAM, 600),
    "schemes": (EntityKind.PROJECT, 80),
    "honors": (EntityKind.HONOR, 200),
}
LEXICONS = {
    "honor_head": 150,
    "name_verb": 250,
    "school_generic": 150,
    "surname": 500,
    "verb": 8000,
    "work_noun": 150,
}
SIMPLIFIED = opencc.OpenCC("t2s")
FOREIGN = set("“”‘’「」《》()[]'\"?!,:=|# \t\u3000")
"""Marks that cleaning takes from names, writes in another width, or that part the fields of a line."""

Entry = tuple[str, tuple[str, ...]]


def concept_lines(stem: str) -> tuple[str, ...]:
    return read_lines(ONTOLOGY / "concepts" / f"{stem}.txt")


def entry(line: str) -> Entry:
    left = line.partition("|")[0]
    name, _, others = left.partition("=")
    return name.strip(), tuple(other.strip() for other in others.split(";")) if others.strip() else ()


def names(entries: Iterable[Entry]) -> list[str]:
    return [known for name, aliases in entries for known in (name, *aliases)]


def surfaces(stem: str) -> set[str]:
    return set(names(map(entry, concept_lines(stem))))


def ill_formed(words: Iterable[str]) -> list[str]:
    """Words that are empty, hold a mark no name may hold, or are written in traditional characters."""
    return [word for word in words if not word or FOREIGN & set(word) or SIMPLIFIED.convert(word) != word]


def repeated(words: Iterable[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_verbs", BUILDER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FILES = [f"concepts/{stem}.txt" for stem in CONCEPTS] + [f"lexicon/{stem}.txt" for stem in LEXICONS]


@pytest.mark.parametrize("name", FILES)
def test_a_list_is_utf8_with_lf_and_opens_with_what_it_is_in_both_languages(name: str) -> None:
    data = (ONTOLOGY / name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data
    assert data.endswith(b"\n") and not data.endswith(b"\n\n")
    lines = data.decode("utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert lines[: len(head)] == head and len(head) >= 3
    assert any("\u4e00" <= character <= "\u9fff" for character in head[0]) and head[1][2:].isascii()
    assert not [line for line in lines[len(head) :] if not line or line != line.strip()]


@pytest.mark.parametrize("stem", LEXICONS)
def test_words_are_sorted_unique_and_in_simplified_characters(stem: str) -> None:
    words = read_lines(ONTOLOGY / "lexicon" / f"{stem}.txt")
    assert list(words) == sorted(set(words))
    assert ill_formed(words) == []
    assert len(words) >= LEXICONS[stem]


@pytest.mark.parametrize("stem", CONCEPTS)
def test_concepts_are_sorted_and_no_name_belongs_to_two_of_them(stem: str) -> None:
    entries = [entry(line) for line in concept_lines(stem)]
    assert [name for name, _ in entries] == sorted({name for name, _ in entries})
    assert [name for name, aliases in entries if list(aliases) != sorted(aliases)] == []
    assert repeated(names(entries)) == []
    assert ill_formed(names(entries)) == []
    assert [known for known in names(entries) if len(known) < 2] == []
    assert len(entries) >= CONCEPTS[stem][1]


@pytest.mark.parametrize("stem", CONCEPTS)
def test_a_line_has_at_most_one_english_name_in_ascii(stem: str) -> None:
    for line in concept_lines(stem):
        left, mark, english = line.partition("|")
        assert left.count("=") <= 1 and "；" not in left, line
        english = english.replace("–", "-").replace("·", "-").strip()
        assert bool(english) == bool(mark) and english.isascii() and "|" not in english, line


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["双减", ""], [""]),
        (["课后服务", "課後服務"], ["課後服務"]),
        (["“双减”", "《通知》"], ["“双减”", "《通知》"]),
        (["校(园)长工作室", "两免 一补"], ["校(园)长工作室", "两免 一补"]),
        (["互联网+教育", "一师一优课、一课一名师", "6·27工程"], []),
    ],
)
def test_a_word_of_wrong_form_is_seen(words: list[str], found: list[str]) -> None:
    assert ill_formed(words) == found


def test_a_name_that_two_entries_claim_is_seen() -> None:
    lines = ["县管校聘 = 区管校聘 | County-managed teachers", "区管校聘", "教联体 = 教育联合体; 教育联合体"]
    assert repeated(names(map(entry, lines))) == ["区管校聘", "教育联合体"]


def test_what_delivers_facilities_is_no_initiative_as_well() -> None:
    assert surfaces("programs") & surfaces("schemes") == set()


@pytest.mark.parametrize(
    ("stem", "left", "right"),
    [
        ("programs", "县管校聘", "区管校聘"),
        ("programs", "青蓝工程", "蓝青工程"),
        ("programs", "延时服务", "课后服务"),
        ("programs", "千师访万家", "教师大家访"),
        ("programs", "教共体", "城乡教育共同体"),
        ("programs", "小区配套园治理", "城镇小区配套幼儿园治理"),
        ("programs", "生源地助学贷款", "生源地信用助学贷款"),
        ("schemes", "校安工程", "中小学校舍安全工程"),
        ("schemes", "改薄", "薄改项目"),
        ("schemes", "教师周转房", "教师周转宿舍"),
        ("honors", "四有好教师", "四有好老师"),
        ("honors", "全国校园足球特色学校", "全国青少年校园足球特色学校"),
    ],
)
def test_two_names_of_one_thing_are_one_concept(stem: str, left: str, right: str) -> None:
    table = load_concepts(ONTOLOGY / "concepts")[CONCEPTS[stem][0]]
    assert table[left] is table[right]


@pytest.mark.parametrize(
    ("stem", "left", "right"),
    [
        ("programs", "教联体", "教共体"),
        ("programs", "专递课堂", "名师课堂"),
        ("programs", "国培计划", "省培计划"),
        ("programs", "义务教育基本均衡", "义务教育优质均衡"),
        ("programs", "对口支援", "组团式帮扶"),
        ("programs", "双高计划", "双优计划"),
        ("schemes", "班班通", "校校通"),
        ("honors", "文明校园", "全国文明校园"),
        ("honors", "一等奖", "二等奖"),
    ],
)
def test_what_is_only_related_stays_apart(stem: str, left: str, right: str) -> None:
    table = load_concepts(ONTOLOGY / "concepts")[CONCEPTS[stem][0]]
    assert table[left] is not table[right]


@pytest.mark.parametrize("duty", ["加强管理", "两个维护", "四个意识", "党的二十大精神", "教师培训", "安全教育"])
def test_duties_and_slogans_are_no_initiatives(duty: str) -> None:
    assert duty not in surfaces("programs")


def test_titles_name_no_level_of_government() -> None:
    levels = ("省级", "市级", "县级", "区级", "州级", "校级", "省", "市优", "县优")
    leading = [name for name, _ in map(entry, concept_lines("honors")) if name.startswith(levels)]
    assert leading == []


@pytest.mark.parametrize(
    ("stem", "held", "absent"),
    [
        ("honor_head", {"示范校", "先进集体", "一等奖", "学科带头人", "试点县", "称号"}, {"高度评价", "学院", "人物"}),
        ("work_noun", {"综合楼", "改扩建", "塑胶跑道", "周转房", "二期工程"}, {"竣工", "教学", "工程"}),
        ("name_verb", {"育才", "启航", "振兴", "建设", "致远"}, {"创建", "新建", "走进", "合并"}),
        ("school_generic", {"各级", "农村", "寄宿制", "薄弱", "多所"}, {"实验", "民族", "机关", "外国语", "希望"}),
        ("surname", {"王", "欧阳", "覃", "司马", "仝"}, {"的", "年", "老师"}),
        ("verb", {"评选", "走进", "获得"}, {"建", "小学", "幼儿园"}),
    ],
)
def test_a_list_holds_its_kind_of_words_and_no_other(stem: str, held: set[str], absent: set[str]) -> None:
    words = set(read_lines(ONTOLOGY / "lexicon" / f"{stem}.txt"))
    assert held - words == set()
    assert absent & words == set()


def test_a_word_names_a_school_or_only_its_kind() -> None:
    naming, kinds = (set(read_lines(ONTOLOGY / "lexicon" / f"{stem}.txt")) for stem in ("name_verb", "school_generic"))
    # 文明小学 and 示范小学 are names of schools; 文明学校 and 示范学校 are titles.
    assert naming & kinds == {"文明", "示范"}


def test_most_surnames_have_one_character_and_the_compound_ones_are_there_too() -> None:
    sizes = Counter(map(len, read_lines(ONTOLOGY / "lexicon" / "surname.txt")))
    assert set(sizes) <= {1, 2, 3, 4} and sizes[1] > 400 and sizes[2] > 50


def test_the_verbs_are_what_the_script_makes_of_the_dictionary() -> None:
    if not BUILDER.exists():
        pytest.skip("the scripts are not part of the installed package")
    assert builder().main(["--check"]) == 0


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("评选 300 v", ["评选"]),
        ("争先 300 vd", ["争先"]),
        ("建设 9000 vn", []),
        ("建 9000 v", []),
        ("评断 9 v", []),
        ("评委 900 n", []),
        ("拚命 900 v", []),
    ],
)
def test_a_verb_is_kept_by_its_tag_length_and_frequency(line: str, kept: list[str]) -> None:
    assert builder().verbs([line]) == kept
