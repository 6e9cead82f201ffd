"""The lists of words that are true nationwide keep their form, and say what they claim to say."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import opencc
import pytest

from kg.knowledge.folder import ontology_folder
from kg.knowledge.lexicon import read_lines

ONTOLOGY = ontology_folder()
BUILDER = Path(__file__).resolve().parent.parent.parent / "scripts" / "build_verbs.py"
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
"""Marks that cleaning takes from words or writes in another width, and those of comments."""


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


FILES = [f"lexicon/{stem}.txt" for stem in LEXICONS]


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
