"""The files of `ontology/regions/` keep their promises, and what breaks one is named with its file and line."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.folder import ontology_folder
from kg.knowledge.region_files import read_regions
from kg.knowledge.region_names import NamingRules
from kg.knowledge.regions import Division, Gazetteer, load_gazetteer
from kg.model.names import Level

REGIONS = ontology_folder() / "regions"
SORTED = ["divisions.csv", "townships.csv", "former.csv", "short_names.csv"]


@pytest.fixture(scope="module")
def regions() -> Gazetteer:
    return load_gazetteer(REGIONS)


@pytest.fixture(scope="module")
def everything(regions: Gazetteer) -> list[Division]:
    return list(regions)


def rows(name: str) -> Iterator[list[str]]:
    return (line.split(",") for line in (REGIONS / name).read_text(encoding="utf-8").splitlines()[1:])


@pytest.mark.parametrize("name", sorted(path.name for path in REGIONS.iterdir()))
def test_files_are_plain_utf8_with_lf_and_an_end(name: str) -> None:
    data = (REGIONS / name).read_bytes()
    assert data.decode("utf-8")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data and data.endswith(b"\n") and not data.endswith(b"\n\n")


@pytest.mark.parametrize("name", SORTED)
def test_rows_are_sorted_by_unique_codes_without_quotes_and_blanks(name: str) -> None:
    table = list(rows(name))
    codes = [row[0] for row in table]
    assert codes == sorted(set(codes))
    assert not [row for row in table if any(field != field.strip() or '"' in field for field in row)]


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in REGIONS.iterdir()) < 2_500_000


def test_the_readme_names_every_file_with_its_rows_and_licence() -> None:
    readme = (REGIONS / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([\w.]+)` \| ([\d,]+) \|.*\| MIT(?: \(this project\))? \|$", readme, re.MULTILINE))
    counted = {
        path.name: sum(not line.startswith("#") for line in path.read_text(encoding="utf-8").splitlines())
        - (path.suffix == ".csv")
        for path in REGIONS.iterdir()
        if path.suffix == ".csv" or path.name == "ethnic_groups.txt"
    }
    assert {name: int(rows.replace(",", "")) for name, rows in told.items()} == counted
    assert "2025-12-31" in readme and "LICENSES.txt" in readme
    notices = (REGIONS / "LICENSES.txt").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in notices
    assert {"divisions.csv", "townships.csv", "former.csv"} <= set(re.findall(r"\w+\.csv", notices))


def test_the_counts_are_those_of_the_ministry_and_taiwan(everything: list[Division]) -> None:
    today = Counter(division.level for division in everything if division.until is None)
    assert today == {Level.PROVINCE: 34, Level.PREFECTURE: 333, Level.COUNTY: 2845, Level.TOWNSHIP: 38723}


def test_levels_fall_from_parent_to_child_and_codes_say_where(regions: Gazetteer, everything: list[Division]) -> None:
    for division in everything:
        parent = regions.by_code(division.parent)
        assert (parent is None) == (division.level is Level.PROVINCE)
        if parent and division.until is None:
            assert parent.until is None
            assert parent.level < division.level
            assert division.code.startswith(parent.code.rstrip("0"))


def test_no_division_stands_in_for_a_missing_level(everything: list[Division]) -> None:
    grouping = re.compile(r"市辖区|直辖县|县级行政区划|管委会|管理委员会|开发区$|办事处$")
    assert not [division.name for division in everything if grouping.search(division.name)]


def test_children_know_their_parent(regions: Gazetteer) -> None:
    waiting, seen = [""], 0
    while waiting:
        parent = waiting.pop()
        children = regions.children(parent)
        assert {child.parent for child in children} <= {parent}
        seen += len(children)
        waiting += [child.code for child in children]
    assert seen == 34 + 333 + 2845 + 38723


def test_every_name_is_found_within_its_parent(regions: Gazetteer, everything: list[Division]) -> None:
    today = [division for division in everything if division.until is None]
    # Every fifth township will do: the whole takes seconds.
    sample = [d for i, d in enumerate(today) if d.level is not Level.TOWNSHIP or i % 5 == 0]
    wrong = [d for d in sample if regions.lookup(d.name, within=d.parent) != d]
    assert not wrong


def test_every_path_from_the_province_down_leads_to_its_end(regions: Gazetteer, everything: list[Division]) -> None:
    today = [division for division in everything if division.until is None]
    for division in [d for d in today if d.level is not Level.TOWNSHIP] + today[::50]:
        path = "".join(above.name for above in reversed(regions.ancestors(division.code))) + division.name
        assert regions.lookup(path) == division


def test_every_former_name_is_found_in_the_last_full_year_of_its_time(
    regions: Gazetteer, everything: list[Division]
) -> None:
    gone = [division for division in everything if division.until is not None]
    assert len(gone) > 1_500
    for division in gone:
        assert division.until is not None
        assert regions.lookup(division.name, within=division.parent, year=division.until - 1) == division


def test_what_is_gone_has_a_successor_that_lives_and_lies_in_the_same_part_of_the_country(
    regions: Gazetteer, everything: list[Division]
) -> None:
    moved = {("44", "46"), ("51", "50")}
    for division in everything:
        heir = regions.current(division)
        assert heir.until is None and regions.current(heir) == heir
        if division.until is None:
            assert heir == division
        else:
            assert division.since is None or division.since < division.until
            # A few cities with districts became one district: 沙市市, 东川市.
            assert heir.level <= (Level.COUNTY if division.level is Level.PREFECTURE else division.level)
            assert heir.code[:2] == division.code[:2] or (division.code[:2], heir.code[:2]) in moved


def test_a_code_carries_a_year_only_if_its_digits_have_another_owner(everything: list[Division]) -> None:
    owners = Counter(division.code.partition("-")[0] for division in everything)
    for division in everything:
        digits, dash, year = division.code.partition("-")
        if dash:
            assert year == str(division.until) and owners[digits] > 1


def test_short_names_keep_two_characters_and_begin_the_full_name(everything: list[Division]) -> None:
    for division in everything:
        assert len(division.short) >= 2
        assert division.name.startswith(division.short)


def test_no_exception_repeats_what_the_rules_give() -> None:
    rules = read_regions(REGIONS).rules
    plain = NamingRules(rules.kinds, rules.groups, {})
    for code, name, short, also in rows("short_names.csv"):
        assert short != plain.short(name, code)
        assert short or also
        assert not set(also.split()) & set(plain.others(name, code))


def test_names_and_codes_of_the_automaton_agree_with_the_divisions(regions: Gazetteer) -> None:
    names = regions.names(Level.COUNTY)
    for name, codes in names.items():
        assert codes and len(set(codes)) == len(codes)
        known = [regions.by_code(code) for code in codes]
        assert {d for d in known if d} == {
            d for d in (*regions.by_name(name), *regions.by_short(name)) if d.level <= Level.COUNTY
        }


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(REGIONS, tmp_path / "regions")
    return tmp_path / "regions"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("divisions.csv", "code,name,level,parent,since", "code;name;level;parent;since", 1),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,东城区,county,110000", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,,county,110000,", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,东城区,district,110000,", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110102,东城区,county,110000,", 4),
        ("divisions.csv", "110101,东城区,county,110000,", "11010,东城区,county,110000,", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,东城区,county,110099,", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,东城区,county,110102,", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,东城区,county,,", 3),
        ("divisions.csv", "110101,东城区,county,110000,", "110101,东城区,county,110000,19x9", 3),
        ("townships.csv", "110101001,东华门街道", "110101001", 2),
        ("townships.csv", "110101001,东华门街道", "110101001,", 2),
        ("townships.csv", "110101001,东华门街道", "110199001,东华门街道", 2),
        ("townships.csv", "110101001,东华门街道", "110101002,东华门街道", 3),
        ("former.csv", "110103,崇文区,county,110000,,2010,110101", "110103,崇文区,county,110000,,,110101", 2),
        ("former.csv", "110103,崇文区,county,110000,,2010,110101", "110103,崇文区,county,110000,,2010,", 2),
        ("former.csv", "110103,崇文区,county,110000,,2010,110101", "110103,崇文区,county,110000,,2010,110104", 2),
        ("short_names.csv", "120116,滨海新区,滨海,", "120116,滨江新区,滨江,", 2),
        ("suffixes.csv", "自治区,any,", "自治区,some,", 2),
    ],
)
def test_bad_data_is_named_with_file_and_line(broken: Path, file: str, old: str, new: str, line: int) -> None:
    path = broken / file
    text = path.read_text(encoding="utf-8")
    assert text.count(f"{old}\n") == 1
    path.write_text(text.replace(f"{old}\n", f"{new}\n"), encoding="utf-8", newline="")
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer(broken)
    assert caught.value.file == f"regions/{file}"
    assert caught.value.entry == f"第 {line} 行 / line {line}"


@pytest.mark.parametrize("file", [*SORTED, "suffixes.csv", "ethnic_groups.txt"])
def test_a_missing_file_is_named(broken: Path, file: str) -> None:
    (broken / file).unlink()
    with pytest.raises(KnowledgeError, match="cannot be read") as caught:
        load_gazetteer(broken)
    assert caught.value.file == f"regions/{file}"
