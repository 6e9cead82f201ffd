"""The concept schemes are whole: one form, one concept for each name, a level for each concept, no circles."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

import opencc
import pytest

from kg.errors import KnowledgeError
from kg.knowledge.concepts import FILES, Concept, Recognise, load_concepts
from kg.knowledge.folder import ontology_folder
from kg.knowledge.skos import Properties, read_skos
from kg.model.names import EntityKind
from kg.resolve.same import bare_name
from kg.text.keys import named_key
from kg.text.pinyin import slug

FOLDER = ontology_folder() / "concepts"
TIDIER = Path(__file__).resolve().parent.parent.parent / "scripts" / "tidy_concepts.py"
FOLDERS = {"programs": "program", "schemes": "scheme", "honors": "honor"}
SCHEMES = {"programs": "Programs", "schemes": "Schemes", "honors": "HonorTitles"}
LEAST = {"programs": 1400, "schemes": 100, "honors": 1100}
LEVELS = {"nationalLevel", "provinceLevel", "variousLevels"}
SIMPLIFIED = opencc.OpenCC("t2s")
PROVINCE = re.compile(r"[1-6]\d0000")
FOREIGN = set("“”‘’「」《》()[]'\"?!,:=|#; \t\u3000")
"""Marks that cleaning takes from names or writes in another width."""

DATA: Mapping[str, Mapping[str, Properties]] = {stem: read_skos(FOLDER / f"{stem}.ttl") for stem in FILES}
CONCEPTS = {
    stem: {key: told for key, told in data.items() if key.startswith(FOLDERS[stem])} for stem, data in DATA.items()
}
TABLES = load_concepts(FOLDER)


def labels(told: Properties) -> list[str]:
    return [*told["prefLabel"], *told.get("altLabel", ())]


def surfaces(stem: str) -> set[str]:
    return set(TABLES[FILES[stem]])


def ill_formed(words: Iterable[str]) -> list[str]:
    """Names that are empty, hold a mark no name may hold, or are written in traditional characters."""
    return [word for word in words if not word or FOREIGN & set(word) or SIMPLIFIED.convert(word) != word]


def tidier() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tidy_concepts", TIDIER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ---- the form of the files


@pytest.mark.parametrize("stem", FILES)
def test_a_scheme_is_in_the_one_form(stem: str) -> None:
    if not TIDIER.exists():
        pytest.skip("the scripts are not part of the installed package")
    text = (FOLDER / f"{stem}.ttl").read_text("utf-8")
    assert tidier().tidy(text) == text, "run: python scripts/tidy_concepts.py"


def test_the_one_form_does_not_depend_on_the_order_of_the_lines() -> None:
    if not TIDIER.exists():
        pytest.skip("the scripts are not part of the installed package")
    text = (FOLDER / "schemes.ttl").read_text("utf-8")
    head, *blocks = text.split("\n\n")
    comments, prefixes = head.split("\n\n")[0], blocks.pop(0)
    turned = "\n\n".join([comments, prefixes, *reversed([b.strip() for b in blocks])])
    assert turned != text
    assert tidier().tidy(turned) == text


@pytest.mark.parametrize("stem", FILES)
def test_a_scheme_opens_with_what_it_is_in_both_languages(stem: str) -> None:
    data = (FOLDER / f"{stem}.ttl").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data
    head = [line for line in data.decode("utf-8").splitlines() if line.startswith("#")]
    assert len(head) >= 3
    assert any("\u4e00" <= character <= "\u9fff" for character in head[0]) and head[1][2:].isascii()


# ---- what a concept has


@pytest.mark.parametrize("stem", FILES)
def test_every_concept_has_its_scheme_one_level_and_one_chinese_name(stem: str) -> None:
    assert len(CONCEPTS[stem]) >= LEAST[stem]
    for key, told in CONCEPTS[stem].items():
        assert list(told["inScheme"]) == [SCHEMES[stem]], key
        assert len(told["prefLabel"]) == 1, key
        assert len(told["level"]) == 1 and told["level"][0] in LEVELS, key


@pytest.mark.parametrize("stem", FILES)
def test_a_key_is_made_of_a_name_of_the_concept(stem: str) -> None:
    for key, told in CONCEPTS[stem].items():
        assert key.partition("/")[2] in {slug(label)[:60].strip("-") for label in labels(told)}, key


@pytest.mark.parametrize("stem", FILES)
def test_no_name_belongs_to_two_concepts_and_none_is_ill_formed(stem: str) -> None:
    known = [label for told in CONCEPTS[stem].values() for label in labels(told)]
    assert [label for label, count in Counter(known).items() if count > 1] == []
    assert ill_formed(known) == []
    assert [label for label in known if len(label) < 2] == []


@pytest.mark.parametrize("stem", FILES)
def test_an_english_name_is_one_and_in_ascii(stem: str) -> None:
    for key, told in CONCEPTS[stem].items():
        names = told.get("prefLabel@en", ())
        assert len(names) <= 1, key
        assert all(n and n.replace("–", "-").replace("·", "-").isascii() for n in names), key


@pytest.mark.parametrize("stem", ["programs", "schemes"])
def test_what_is_dated_or_has_a_paper_is_named_in_three_ways(stem: str) -> None:
    dated = [told for told in CONCEPTS[stem].values() if "firstYear" in told or "source" in told]
    assert len(dated) >= {"programs": 190, "schemes": 8}[stem]
    assert [told["prefLabel"] for told in dated if {"prefLabel@en", "prefLabel@zh-hant"} - told.keys()] == []


def test_at_least_400_initiatives_are_of_the_nation_or_of_a_province() -> None:
    levels = Counter(told["level"][0] for told in CONCEPTS["programs"].values())
    assert levels["nationalLevel"] + levels["provinceLevel"] >= 400


@pytest.mark.parametrize("stem", FILES)
def test_what_is_of_a_province_says_of_which(stem: str) -> None:
    for key, told in CONCEPTS[stem].items():
        codes = [region.removeprefix("region/") for region in told.get("inRegion", ())]
        assert bool(codes) == (told["level"][0] == "provinceLevel"), key
        assert [code for code in codes if not PROVINCE.fullmatch(code)] == [], key


def test_a_year_is_one_and_lies_in_the_time_of_the_reports() -> None:
    for key, told in ((key, told) for data in DATA.values() for key, told in data.items()):
        years = list(told.get("firstYear", ()))
        assert len(years) <= 1 and all(1980 <= int(year) <= 2026 for year in years), key


def papers(stem: str) -> Mapping[str, Properties]:
    return {key: told for key, told in DATA[stem].items() if key.startswith("policy/")}


@pytest.mark.parametrize("stem", FILES)
def test_a_paper_has_title_issuer_and_year_and_started_something(stem: str) -> None:
    cited = {key for told in CONCEPTS[stem].values() for key in told.get("source", ())}
    assert cited == papers(stem).keys()
    for key, told in papers(stem).items():
        assert all(len(told[name]) == 1 for name in ("prefLabel", "issuer", "firstYear")), key
        assert len(told.get("documentNumber", ())) <= 1, key
        # The key under which a report's own mention of the paper meets it.
        assert key == named_key("policy", "", bare_name(told["prefLabel"][0]))


@pytest.mark.parametrize("stem", FILES)
def test_a_document_number_is_an_agency_a_year_and_a_number(stem: str) -> None:
    for key, told in papers(stem).items():
        for number in told.get("documentNumber", ()):
            match = re.fullmatch(r"[\u4e00-\u9fff]+〔(20\d\d)〕\d{1,4}号|教育部令第\d+号", number)
            assert match, number
            # Papers of the last days of a year can bear its number and appear in the next one.
            assert match[1] is None or int(told["firstYear"][0]) - int(match[1]) in (0, 1), key


def above(data: Mapping[str, Properties], key: str) -> list[str]:
    """All concepts above one, itself first; itself again where it stands above itself."""
    line = [key]
    for found in line:
        for broader in data.get(found, {}).get("broader", ()):
            line.append(broader)
            if len(line) > 1000:
                return line
    return line


@pytest.mark.parametrize("stem", FILES)
def test_nothing_stands_above_itself_and_all_that_is_named_is_there(stem: str) -> None:
    for key, told in CONCEPTS[stem].items():
        line = above(CONCEPTS[stem], key)
        assert len(set(line)) == len(line), key
        for name in ("broader", "related", "differentFrom"):
            assert key not in told.get(name, ()), key
            assert [other for other in told.get(name, ()) if other not in CONCEPTS[stem]] == [], key


def test_the_check_would_see_a_circle() -> None:
    data: dict[str, Properties] = {"a": {"broader": ("b",)}, "b": {"broader": ("a",)}}
    assert len(above(data, "a")) > len(set(above(data, "a")))


@pytest.mark.parametrize("stem", FILES)
@pytest.mark.parametrize("name", ["related", "differentFrom"])
def test_what_holds_between_two_is_said_of_both(stem: str, name: str) -> None:
    pairs = {(key, other) for key, told in CONCEPTS[stem].items() for other in told.get(name, ())}
    assert {(b, a) for a, b in pairs} == pairs


@pytest.mark.parametrize("stem", FILES)
def test_what_is_related_is_not_above_as_well(stem: str) -> None:
    for key, told in CONCEPTS[stem].items():
        assert set(told.get("related", ())) & set(above(CONCEPTS[stem], key)) == set(), key


def test_every_title_has_its_kind() -> None:
    kinds = {key for told in CONCEPTS["honors"].values() for key in told.get("broader", ())}
    alone = [key for key, told in CONCEPTS["honors"].items() if "broader" not in told and key not in kinds]
    assert alone == []


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
def test_a_name_of_wrong_form_is_seen(words: list[str], found: list[str]) -> None:
    assert ill_formed(words) == found


# ---- what belongs together, and what stays apart


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
    table = TABLES[FILES[stem]]
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
    table = TABLES[FILES[stem]]
    assert table[left] is not table[right]


@pytest.mark.parametrize("duty", ["加强管理", "两个维护", "四个意识", "党的二十大精神", "教师培训", "安全教育"])
def test_duties_and_slogans_are_no_initiatives(duty: str) -> None:
    assert duty not in surfaces("programs")


def test_titles_name_no_level_of_government() -> None:
    levels = ("省级", "市级", "县级", "区级", "州级", "校级", "省", "市优", "县优")
    assert [
        told["prefLabel"][0] for told in CONCEPTS["honors"].values() if told["prefLabel"][0].startswith(levels)
    ] == []


def test_the_schemes_stay_small_enough_to_be_read_at_every_start() -> None:
    # 27,000 statements take a twentieth of a second: the time is that of their number.
    statements = sum(len(values) for data in DATA.values() for told in data.values() for values in told.values())
    assert 20_000 < statements < 35_000


# ---- where a name is taken for its concept


@pytest.mark.parametrize(
    ("name", "recognise"),
    [
        ("控辍保学", Recognise.ALWAYS),
        ("素质教育", Recognise.RUN),
        ("脱贫攻坚", Recognise.RUN),
        ("脱贫攻坚战", Recognise.ALWAYS),
        ("手拉手", Recognise.QUOTED),
        ("手拉手工程", Recognise.ALWAYS),
    ],
)
def test_a_common_phrase_is_recognised_more_strictly(name: str, recognise: Recognise) -> None:
    assert TABLES[EntityKind.PROGRAM][name].recognised(name) is recognise


# ---- reading


def written(folder: Path, programs: str) -> Path:
    prefixes = (
        "@prefix ek: <https://w3id.org/cn-edu-kg/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix program: <https://w3id.org/cn-edu-kg/id/program/> .\n"
    )
    for stem in FILES:
        (folder / f"{stem}.ttl").write_text(prefixes + (programs if stem == "programs" else ""), encoding="utf-8")
    return folder


def test_a_concept_is_read_with_all_that_recognition_needs(tmp_path: Path) -> None:
    told = """program:a skos:inScheme ek:Programs ; skos:prefLabel "甲"@zh , "甲甲"@zh-Hant , "A"@en ;
        skos:altLabel "乙"@zh ; ek:recognise "quoted" ; ek:commonLabel "乙"@zh ."""
    expected = Concept(EntityKind.PROGRAM, "program/a", "甲", ("乙",), "A", frozenset({"乙"}), Recognise.QUOTED)
    assert load_concepts(written(tmp_path, told))[EntityKind.PROGRAM] == {"甲": expected, "乙": expected}


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ('program:a skos:inScheme ek:Programs ; skos:prefLabel "甲"@zh', "cannot be read"),
        ('program:a skos:inScheme ek:Programs ; skos:altLabel "甲"@zh .', "one Chinese prefLabel"),
        ('program:a skos:inScheme ek:Programs ; skos:prefLabel "甲"@zh ; ek:recognise "often" .', "one of these"),
        ('program:a skos:inScheme ek:Programs ; skos:prefLabel "甲"@zh ; ek:commonLabel "乙"@zh .', "no name of it"),
        (
            'program:a skos:inScheme ek:Programs ; skos:prefLabel "甲"@zh .\n'
            'program:b skos:inScheme ek:Programs ; skos:prefLabel "乙"@zh ; skos:altLabel "甲"@zh .',
            "also claimed by it",
        ),
    ],
)
def test_a_wrong_scheme_stops_the_run_and_says_why(tmp_path: Path, told: str, problem: str) -> None:
    with pytest.raises(KnowledgeError, match=problem):
        load_concepts(written(tmp_path, told))
