"""`kg explain`: who is who and why, from the reports themselves and from the folder that a build left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.api import build
from kg.cli import kg
from kg.cli.exits import Exit

REPORTS = {
    "2021.txt": "石门县教育局2021年工作总结\n县第四小学、县一中扩招。县第四小学获评“常德市文明校园”。\n",
    "2022.txt": "石门县教育局2022年工作总结\n县四小更名为青山小学。石门一中综合楼完工。虹桥小学、虹桥二小扩招。\n",
    "neighbour.txt": "桃源县教育局2022年工作总结\n县一中扩招。桃源一中获评“常德市文明校园”。\n",
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def exports(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    build(texts).save(folder)
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kg, ["explain", *map(str, arguments)], standalone_mode=False)


def told(*arguments: str | Path) -> dict[str, object]:
    return json.loads(run(*arguments, "--json").stdout)


def test_a_school_is_explained_with_its_names_their_places_and_the_reason_of_each_merge(exports: Path) -> None:
    said = run("石门县第一中学", exports).stdout
    assert "石门县" in said.splitlines()[2]
    for words in ("“县一中”", "“石门一中”", "2021.txt", "2022.txt", "写全以后同为“第一中学”", "same-region-and-name"):
        assert words in said


def test_the_school_of_that_name_in_another_county_is_told_as_refused(exports: Path) -> None:
    said = run("石门县一中", exports).stdout
    assert "≠ 桃源县一中" in said or "≠ 桃源一中" in said
    assert "other-region" in said and "桃源县" in said


def test_what_became_of_a_school_is_told_from_both_sides(exports: Path) -> None:
    for name in ("石门县第四小学", "青山小学"):
        links = told(name, exports)["links"]
        assert [(link["how"], link["year"]) for link in links] == [("renamed", 2022)]
        assert {end["role"]: end["name"] for end in links[0]["ends"]}["successor"] == "青山小学"
        assert links[0]["evidence"][0]["quote"] == "县四小更名为青山小学"


def test_facts_carry_year_status_and_their_words(exports: Path) -> None:
    (award,) = [f for f in told("石门县第四小学", exports)["facts"] if f["type"] == "award"]
    assert (award["year"], award["status"]) == (2021, "completed")
    assert "文明校园" in award["evidence"][0]["quote"]
    assert award["evidence"][0]["file"] == "2021.txt"


def test_reports_and_the_exports_of_their_build_explain_alike(texts: Path, exports: Path) -> None:
    for name in ("青山小学", "虹桥小学", "石门县"):
        assert told(name, texts) == told(name, exports)
        assert run(name, texts).stdout == run(name, exports).stdout


def test_an_iri_is_explained_whole_or_without_its_base(exports: Path) -> None:
    iri = str(told("青山小学", exports)["entity"])
    assert told(iri, exports) == told("/".join(iri.split("/")[-2:]), exports) == told("青山小学", exports)


def test_an_ambiguous_name_lists_its_candidates(exports: Path) -> None:
    result = run("一中", exports)
    assert result.return_value in (None, Exit.WELL)
    assert "2 个" in result.stdout and result.stdout.count("/school/") == 2
    assert len(told("一中", exports)["candidates"]) == 2


def test_an_unknown_name_gives_near_ones_and_is_wrong_usage(exports: Path) -> None:
    result = run("虹桥中学", exports)
    assert result.return_value == Exit.USAGE
    assert result.stdout == ""
    assert "虹桥小学" in result.stderr
    assert "没有" in run("查无此名称之物", exports).stderr


def test_every_record_of_the_file_is_an_entity_or_a_decision_about_known_ones(exports: Path) -> None:
    records = [json.loads(line) for line in (exports / "identity.jsonl").read_text("utf-8").splitlines()]
    known = {r["entity"] for r in records if "entity" in r}
    decisions = [r for r in records if "decision" in r]
    assert len(known) + len(decisions) == len(records)
    assert {d["decision"] for d in decisions} == {"merged", "refused"}
    for decision in decisions:
        assert set(decision["entities"]) <= known
        assert (len(decision["entities"]) == 1) == (decision["decision"] == "merged")
        assert decision["why"] and decision["why_en"] and decision["names"]


def test_every_place_of_a_name_holds_its_words(texts: Path, exports: Path) -> None:
    records = [json.loads(line) for line in (exports / "identity.jsonl").read_text("utf-8").splitlines()]
    places = [said for r in records if "entity" in r for said in r["mentions"]]
    assert len(places) > 12
    for said in places:
        assert REPORTS[said["file"]][said["start"] : said["end"]] == said["quote"] != ""


def test_a_folder_without_a_build_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("县一中")
    assert result.return_value == Exit.ERROR
    assert "kg build" in result.stderr


def test_corrections_by_people_are_told_with_who_and_why(texts: Path, tmp_path: Path) -> None:
    file = tmp_path / "curation.toml"
    school, shorter = (f'{{type = "School", name = "{name}", region = "石门县"}}' for name in ("青山小学", "虹桥小学"))
    signed = 'who = "李老师"\nwhy = "%s"\n'
    file.write_text(
        f"[[same-as]]\nthings = [{school}, {shorter}]\n{signed % '同一所'}"
        f'[[rename]]\nthing = {school}\nname = "石门县青山学校"\n{signed % "挂牌"}'
        f'[[retract]]\nkind = "award"\nends.to = {{type = "School", name = "县第四小学"}}\n{signed % "未授予"}',
        "utf-8",
    )
    before = json.loads(run("虹桥小学", texts, "--json").stdout)["entity"]
    build(texts, curation=file).save(tmp_path / "out")
    said = run("石门县青山学校", tmp_path / "out").stdout
    assert "改名 rename  李老师：挂牌" in said and "合为一个 same-as  李老师：同一所" in said
    assert f"不再在图中 / gone: <{before}>" in said
    assert run(before, tmp_path / "out").stdout == said
    assert "撤回 retract  李老师：未授予" in run("石门县第四小学", tmp_path / "out").stdout
    lines = [json.loads(line) for line in (tmp_path / "out" / "identity.jsonl").read_text("utf-8").splitlines()]
    told_of = {line["action"]: line for line in lines if "curation" in line}
    assert set(told_of) == {"same-as", "rename", "retract"}
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert {told_of[e["entry"][2:-4]]["curation"].endswith(e["curation"]) for e in report["curation"]["applied"]} == {
        True
    }
