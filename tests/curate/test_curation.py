"""What people correct stays corrected: at every build, whatever the order, and what matches nothing is told."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph
import pytest

import kg
from kg.errors import UsageError
from kg.export.turtle import graph_turtle
from kg.graph.reading import read_back
from kg.model.graph import GraphEntity, Statement
from kg.model.names import EntityKind, FactKind
from kg.pipeline import gather
from kg.store import open_collection

REPORT = """云和县教育局2022年工作总结

一、2022年工作总结

（一）优化学校布局。总投资3200万元的城东实验学校建设项目全面完工，9月正式投入使用。

（二）深化教育改革。全面落实“双减”政策，江滨小学获丽水市“清廉学校”称号。云和县第二中学获评浙江省健康促进学校。
"""
TEXTS = {
    "2022.txt": REPORT,
    "2023.txt": REPORT.replace("2022", "2023").replace("江滨小学", "江滨学校").replace("第二中学", "第二初级中学"),
}
RIVER, RIVERSIDE = "江滨小学", "江滨学校"
SAME = f"""
[[same-as]]
things = [{{type = "School", name = "{RIVER}", region = "云和县"}}, {{type = "School", name = "{RIVERSIDE}"}}]
who = "李老师"
why = "2023年起简称江滨学校"
"""
RENAME = f"""
[[rename]]
thing = {{type = "School", name = "{RIVER}", region = "331125"}}
name = "云和县江滨实验小学"
who = "李老师"
why = "以挂牌为准"
"""
APART = """
[[not-same-as]]
things = [
  {type = "School", name = "城东实验学校", document = "2022.txt"},
  {type = "School", name = "城东实验学校", document = "2023"},
]
who = "王"
why = "两所学校，同名"
"""
TYPE = """
[[type]]
thing = {type = "Project", name = "城东实验学校建设项目"}
kind = "Program"
who = "王"
why = "是一项举措"
"""
RETRACT = """
[[retract]]
kind = "award"
ends.honor = {type = "Honor", name = "清廉学校"}
ends.to = {type = "School", name = "江滨小学"}
year = 2022
who = "王"
why = "公示后未授予"
"""
ADD = """
[[add]]
kind = "participation"
ends.program = {type = "Program", name = "双减"}
ends.school = {type = "School", name = "江滨小学"}
year = 2022
status = "completed"
source = {file = "2022.txt", quote = "“双减”政策，江滨小学"}
who = "王"
why = "文中所指"
"""
CONFIRM = RETRACT.replace("[[retract]]", "[[confirm]]").replace("公示后未授予", "核对过文件")
EVERYTHING = (SAME, RENAME, APART, TYPE, ADD, CONFIRM)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("curate") / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(folder: Path) -> kg.Build:
    return kg.build(folder, jobs=1)


@pytest.fixture(scope="module")
def curated(folder: Path) -> Callable[[str], kg.Build]:
    """A build of the two reports with a curation; what was read is kept, so that each takes little."""
    store = folder.parent / "store"

    def build(text: str) -> kg.Build:
        file = folder.parent / "curation.toml"
        file.write_text(text, "utf-8")
        return kg.build(folder, jobs=1, store=store, curation=file)

    return build


def things(build: kg.Graph, kind: EntityKind) -> dict[str, GraphEntity]:
    return {e.name: e for e in build.values.entities if e.kind is kind}


def facts(build: kg.Graph, kind: FactKind) -> list[Statement]:
    return [s for s in build.values.statements if s.kind is kind]


def told(build: kg.Build, part: str) -> list[Mapping[str, object]]:
    assert build.report.curation is not None
    found = build.report.curation[part]
    assert isinstance(found, list)
    return found


def confirm_figure(build: kg.Build) -> str:
    """An entry by which a figure and the reports were found right."""
    keys = json.dumps([build.values.figures[0].key, *build.values.documents])
    return f'[[confirm]]\nfact = {keys}\nwho = "王"\nwhy = "数据属实"\n'


def turtle(build: kg.Graph) -> bytes:
    return graph_turtle(build.values, base_iri=build.base_iri)


def test_two_things_become_one_with_all_names_and_the_evidence_of_both(
    plain: kg.Build, curated: Callable[[str], kg.Build]
) -> None:
    before, build = things(plain, EntityKind.SCHOOL), curated(SAME)
    schools = things(build, EntityKind.SCHOOL)
    assert RIVERSIDE in before and RIVERSIDE not in schools
    one = schools[RIVER]
    assert one.key == before[RIVER].key and RIVERSIDE in one.aliases
    assert {m.document for m in one.mentions} == set(build.values.documents)
    assert sorted(s.year or 0 for s in facts(build, FactKind.AWARD) if s.ends["to"] == one.key) == [2022, 2023]
    (location,) = (s for s in facts(build, FactKind.LOCATION) if s.ends["school"] == one.key)
    assert len(location.evidence) == 2
    (curation,) = build.values.curations
    assert curation.subjects == (one.key,) and curation.removed == (before[RIVERSIDE].key,)


def test_one_name_of_two_reports_becomes_two_things(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    build = curated(APART)
    schools = [e for e in build.values.entities if e.kind is EntityKind.SCHOOL and e.name == "城东实验学校"]
    assert len(schools) == 2 and things(plain, EntityKind.SCHOOL)["城东实验学校"].key in {e.key for e in schools}
    years = {s.ends["school"]: s.year for s in facts(build, FactKind.PROJECT)}
    assert set(years) == {e.key for e in schools} and set(years.values()) == {2022, 2023}
    assert build.values.curations[0].subjects == tuple(sorted(e.key for e in schools))


def test_a_right_name_keeps_the_iri_and_the_old_name(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    school = things(curated(RENAME), EntityKind.SCHOOL)["云和县江滨实验小学"]
    assert school.key == things(plain, EntityKind.SCHOOL)[RIVER].key
    assert RIVER in school.aliases


def test_a_right_kind_takes_its_facts_along(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    build = curated(TYPE)
    program = things(build, EntityKind.PROGRAM)["城东实验学校建设项目"]
    assert not facts(build, FactKind.PROJECT)
    joined = [s for s in facts(build, FactKind.PARTICIPATION) if s.ends["program"] == program.key]
    assert sorted(s.year or 0 for s in joined) == [2022, 2023]
    assert set(build.values.curations[0].removed) == {s.key for s in facts(plain, FactKind.PROJECT)}


def test_a_retracted_fact_is_gone_and_the_graph_says_who_took_it_out(
    plain: kg.Build, curated: Callable[[str], kg.Build]
) -> None:
    build = curated(RETRACT)
    gone = {s.key for s in plain.values.statements} - {s.key for s in build.values.statements}
    assert len(gone) == 1
    (curation,) = build.values.curations
    assert (curation.who, curation.why, set(curation.removed)) == ("王", "公示后未授予", gone)


def test_a_fact_of_two_reports_can_lose_one_of_them(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    (both,) = (s for s in facts(plain, FactKind.LOCATION) if len(s.evidence) == 2)
    build = curated(f'[[retract]]\nfact = "{both.key}"\ndocument = "2023.txt"\nwho = "王"\nwhy = "误读"')
    (left,) = (s for s in build.values.statements if s.key == both.key)
    assert [build.values.documents[e.document].source.stem for e in left.evidence] == ["2022"]


def test_a_figure_can_be_retracted_by_its_iri(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    figure = plain.values.figures[0]
    build = curated(f'[[retract]]\nfact = "{plain.base_iri}{figure.key}"\nwho = "王"\nwhy = "误读"')
    assert figure.key not in {f.key for f in build.values.figures}
    assert len(build.values.figures) == len(plain.values.figures) - 1


def test_an_added_fact_stands_on_the_exact_words_of_its_report(curated: Callable[[str], kg.Build]) -> None:
    (fact,) = facts(curated(ADD), FactKind.PARTICIPATION)
    (evidence,) = fact.evidence
    assert TEXTS["2022.txt"][evidence.start : evidence.end] == evidence.quote == "“双减”政策，江滨小学"
    assert evidence.rule == "curation" and fact.year == 2022


def test_an_added_fact_can_bring_a_thing_that_no_rule_found(curated: Callable[[str], kg.Build]) -> None:
    end = 'ends.honor = {type = "Honor", name = "健康校园", new = true}'
    text = ADD.replace("participation", "award").replace("ends.school", "ends.to")
    lines = [end if line.startswith("ends.program") else line for line in text.splitlines()]
    build = curated("\n".join(lines))
    honor = things(build, EntityKind.HONOR)["健康校园"]
    assert any(s.ends["honor"] == honor.key for s in facts(build, FactKind.AWARD))
    assert honor.key in build.values.curations[0].subjects


def test_what_was_found_right_keeps_its_facts_and_tells_who_looked(
    plain: kg.Build, curated: Callable[[str], kg.Build]
) -> None:
    build = curated(CONFIRM + confirm_figure(plain))
    assert build.values.statements == plain.values.statements and build.values.figures == plain.values.figures
    fact, figure = (next(c for c in build.values.curations if c.why == why) for why in ("核对过文件", "数据属实"))
    assert len(fact.subjects) == 1 and fact.subjects[0] in {s.key for s in plain.values.statements}
    assert figure.subjects == tuple(sorted([plain.values.figures[0].key, *plain.values.documents]))


def test_names_can_be_told_in_traditional_script_and_with_other_marks(
    plain: kg.Build, curated: Callable[[str], kg.Build]
) -> None:
    text = SAME.replace(RIVER, "江濱小學").replace("云和县", "雲和縣").replace(RIVERSIDE, "“江濱學校”")
    build = curated(text)
    assert not told(build, "unmatched")
    assert RIVERSIDE in things(build, EntityKind.SCHOOL)[RIVER].aliases


@pytest.mark.parametrize("entry", [SAME, RENAME, APART, TYPE, RETRACT, ADD], ids=lambda entry: entry.split("]]")[0][3:])
def test_an_entry_that_stands_twice_is_applied_once(entry: str, curated: Callable[[str], kg.Build]) -> None:
    twice = curated(entry + entry)
    assert not told(twice, "unmatched") and len(twice.values.curations) == 1
    assert turtle(twice) == turtle(curated(entry))


def test_two_names_that_one_report_joins_become_two_things_with_their_own_facts(tmp_path: Path) -> None:
    reports, file = tmp_path / "in", tmp_path / "c.toml"
    reports.mkdir()
    text = TEXTS["2022.txt"].replace("江滨小学获", "县一中获").replace("城东实验学校", "云和县第一中学")
    (reports / "2022.txt").write_text(text, "utf-8")
    joined = things(kg.build(reports, jobs=1), EntityKind.SCHOOL)["云和县第一中学"]
    assert "县一中" in joined.aliases
    entry = APART.replace("城东实验学校", "云和县第一中学", 1).replace("城东实验学校", "縣一中").replace("2023", "2022")
    file.write_text(entry, "utf-8")
    build = kg.build(reports, jobs=1, curation=file)
    schools = things(build, EntityKind.SCHOOL)
    stays, goes = schools["云和县第一中学"], schools["云和县一中"]
    assert not told(build, "unmatched") and stays.key == joined.key
    assert "县一中" in goes.aliases and "县一中" not in stays.aliases
    assert [m.quote for m in goes.mentions] == ["县一中"] and "县一中" not in {m.quote for m in stays.mentions}
    (award,) = (s for s in facts(build, FactKind.AWARD) if "县一中" in s.evidence[0].quote)
    (work,) = facts(build, FactKind.PROJECT)
    assert award.ends["to"] == goes.key and work.ends["school"] == stays.key
    assert build.values.curations[0].subjects == tuple(sorted([stays.key, goes.key]))
    with_store = kg.build(reports, jobs=1, curation=file, store=tmp_path / "store")
    assert turtle(with_store) == turtle(build) == turtle(kg.build(reports, jobs=1, store=tmp_path / "store"))


def test_the_order_of_the_entries_does_not_matter(curated: Callable[[str], kg.Build]) -> None:
    first = curated("\n".join(EVERYTHING))
    assert not told(first, "unmatched")
    for seed in range(3):
        shuffled = random.Random(seed).sample(EVERYTHING, len(EVERYTHING))
        assert turtle(curated("\n".join(shuffled))) == turtle(first)


def test_a_curated_graph_comes_back_from_its_turtle_byte_for_byte(
    plain: kg.Build, curated: Callable[[str], kg.Build]
) -> None:
    build = curated("\n".join((*EVERYTHING[:-1], RETRACT, confirm_figure(plain))))
    back = read_back(pyoxigraph.parse(turtle(build), format=pyoxigraph.RdfFormat.TURTLE))
    assert back.graph.curations == build.values.curations
    assert graph_turtle(back.graph, base_iri=back.base_iri) == turtle(build)


def test_sparql_tells_who_corrected_a_thing_and_why(curated: Callable[[str], kg.Build]) -> None:
    answer = curated("\n".join(EVERYTHING)).store.query(
        "PREFIX ek: <https://w3id.org/cn-edu-kg/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
        'SELECT ?what ?who ?why { ?s ek:curated ?c ; skos:prefLabel "云和县江滨实验小学"@zh .'
        "?c ek:action ?what ; ek:curator ?who ; ek:curationReason ?why } ORDER BY ?what"
    )
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    rows = [tuple(row[n].value for n in ("what", "who", "why")) for row in answer]  # type: ignore[union-attr]
    assert rows == [("rename", "李老师", "以挂牌为准"), ("same-as", "李老师", "2023年起简称江滨学校")]


def test_a_curated_graph_keeps_the_shapes(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    from kg.validate import validate

    build = curated("\n".join((*EVERYTHING[:-1], RETRACT, confirm_figure(plain))))
    assert len(build.values.curations) == len(EVERYTHING) + 1
    assert validate(build.rdf()).findings == validate(plain.rdf()).findings
    assert validate(build.rdf()).violations == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (RENAME.replace(RIVER, "江南小学"), "not in the graph: School 江南小学"),
        (RETRACT.replace("2022", "2019"), "no such fact"),
        (ADD.replace("“双减”政策，江滨", "“双减”政策与江滨"), "has no such words"),
        (ADD.replace("2022.txt", "2019.txt"), "no such report"),
        (ADD.replace('Program", name = "双减"', 'Honor", name = "清廉学校"'), "cannot have such ends"),
        (SAME.replace(f'"School", name = "{RIVERSIDE}"', '"Program", name = "双减"'), "different kinds"),
        (RENAME.replace(RIVER, "江浜小学"), "near: 江滨小学"),
        (RENAME.replace(RIVER, "双减"), "near: Program 双减"),
        (RENAME.replace("School", "Honor"), f"near: School {RIVER}"),
        (RENAME.replace('"School"', '"Honor"').replace(RIVER, "江浜小学"), f"near: {RIVER}"),
        (RENAME.replace("331125", "青田县"), f"near: School {RIVER}"),
        (RETRACT.replace("2022", "2019"), "but there is: 2022 completed"),
        (ADD.replace("2022.txt", "2022年.txt"), "near: 2022.txt"),
        (CONFIRM.replace("2022", "2019"), "but there is: 2022 completed"),
        ('[[confirm]]\nfact = ["identity/sum-0"]\nwho = "王"\nwhy = "…"', "not in the graph: identity/sum-0"),
        (APART.replace(', document = "2023"', ""), "cannot be told apart"),
        (TYPE.replace('Project", name = "城东实验学校建设项目', 'Region", name = "云和县'), "stays a region"),
        ('[[retract]]\nfact = "event/awar-0000000000000000"\nwho = "王"\nwhy = "…"', "no such fact"),
    ],
)
def test_an_entry_that_matches_nothing_is_told_and_changes_nothing(
    text: str, problem: str, plain: kg.Build, curated: Callable[[str], kg.Build]
) -> None:
    build = curated(text)
    (entry,) = told(build, "unmatched")
    assert problem in str(entry["problem"]) and not told(build, "applied")
    assert turtle(build) == turtle(plain)


@pytest.mark.parametrize(
    "text",
    [
        RENAME + RENAME.replace("江滨实验小学", "江滨第一小学"),
        TYPE + TYPE.replace('"Program"', '"Honor"'),
        SAME + SAME.replace("[[same-as]]", "[[not-same-as]]"),
        RETRACT + CONFIRM,
        ADD + ADD[: ADD.index("status")].replace("[[add]]", "[[retract]]") + 'who = "李"\nwhy = "…"',
    ],
    ids=["two names", "two kinds", "same and not same", "confirmed and retracted", "added and retracted"],
)
def test_entries_that_contradict_each_other_are_told(text: str, curated: Callable[[str], kg.Build]) -> None:
    unmatched = told(curated(text), "unmatched")
    assert unmatched
    if "same-as" not in text and "retract" not in text:
        assert len(unmatched) == 2 and all("contradicts" in str(e["problem"]) for e in unmatched)


def test_what_is_said_to_stay_apart_is_not_joined(plain: kg.Build, curated: Callable[[str], kg.Build]) -> None:
    build = curated(SAME + SAME.replace("[[same-as]]", "[[not-same-as]]"))
    (refused,) = told(build, "unmatched")
    assert refused["entry"] == "[[same-as]] 1" and "[[not-same-as]] 1" in str(refused["problem"])
    assert {e.key for e in build.values.entities} == {e.key for e in plain.values.entities}


def test_a_chain_of_same_things_is_one_thing(curated: Callable[[str], kg.Build]) -> None:
    second = SAME.replace(f'"{RIVER}", region = "云和县"', f'"{RIVERSIDE}"')
    second = second.replace(f'name = "{RIVERSIDE}"}}]', 'name = "云和县第二中学"}]')
    build = curated(SAME + second)
    assert not told(build, "unmatched")
    school = things(build, EntityKind.SCHOOL)[RIVER]
    assert {RIVERSIDE, "云和县第二中学"} <= set(school.aliases)


# --- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RENAME.replace('"李老师"', '""'), r"\[\[rename\]\] 第1条.*who is empty, fill it in"),
        (RENAME.replace("why =", "# why ="), r"\[\[rename\]\] 第1条.*why is empty"),
        (RENAME + RENAME.replace("School", "Shool"), r"\[\[rename\]\] 第2条.*must be one of: Region, School"),
        (RENAME.replace("[[rename]]", "[rename]"), r"double brackets: \[\[rename\]\]"),
        (RENAME.replace("[[rename]]", "[[renames]]"), r"no such entry, there are: same-as"),
        (RENAME.replace('name = "云', 'nam = "云'), r"no such field: nam; there are: thing, name, who, why"),
        (RENAME.replace("who", 'who "'), r"not TOML.*line 5"),
        (SAME.replace(", {type", " ]\nx = [{type"), r"no such field: x"),
        (RETRACT.replace("ends.to", "ends.too"), r"award.*has no such end: too \(honor, to\)"),
        (RETRACT.replace("2022", '"2022"'), r"must be a year: year = 2023, not '2022'"),
        (RENAME.replace('name = "云', 'nme = "云'), r"did you mean: name\?"),
        (RENAME.replace("[[rename]]", "[[renam]]"), r"did you mean: rename\?"),
        (RENAME.replace("School", "school"), r"not 'school'；是不是 / did you mean: School\?"),
        (RENAME.replace('"李老师"', "“李老师”"), r"line 5.*write straight quotation marks"),
        (RENAME.replace("}", ", new = true}"), r"no such field: new"),
        (ADD.replace('"双减"}', '"双减", new = "yes"}'), r"new = true.*without quotation marks"),
        (RETRACT + 'fact = "event/x"', r"write either fact or kind"),
        (CONFIRM + 'thing = "school/x"', r"write either thing or kind"),
        ('[[confirm]]\nfact = []\nwho = "王"\nwhy = "…"', r"a key or a list of keys"),
        ('[[retract]]\nwho = "王"\nwhy = "…"', r"kind .*must be one of: location"),
        ("[[rename]]\nx = " + "[" * 5000, r"brackets within too many brackets"),
        (ADD + "attributes = {count = true}", r"attributes\.count 要是数或日期"),
        (ADD + "attributes = {number = 6}", r"no such field: number; there are: count"),
        (ADD.replace(ADD[ADD.index("source") : ADD.index("who")], ""), r"source is missing"),
        (ADD.replace('status = "completed"', 'status = "done"'), r"must be one of: planned, ongoing, completed"),
    ],
)
def test_a_malformed_file_is_one_line_with_file_entry_and_cure(text: str, words: str, tmp_path: Path) -> None:
    from kg.curate import read_curation

    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=rf"mine\.toml: .*{words}") as told:
        read_curation(file)
    assert "\n" not in str(told.value).partition("not TOML")[0]


# --- stores and the command line ------------------------------------------------------------------------------------


def test_a_store_keeps_the_curation_and_applies_it_to_all_that_comes_and_goes(folder: Path, tmp_path: Path) -> None:
    file, store = tmp_path / "c.toml", tmp_path / "store"
    file.write_text(SAME + RETRACT, "utf-8")
    built = kg.build(folder / "2022.txt", store=store, jobs=1, curation=file)
    assert [e["entry"] for e in told(built, "unmatched")] == ["[[same-as]] 1"]
    whole = kg.build(folder, jobs=1, curation=file)
    file.unlink()
    grown = kg.add(folder / "2023.txt", store, jobs=1)
    assert turtle(grown) == turtle(whole) and not told(grown, "unmatched")
    shrunk = kg.remove(["2022"], store, jobs=1)
    assert {e["entry"] for e in told(shrunk, "unmatched")} == {"[[same-as]] 1", "[[retract]] 1"}
    again = kg.add(folder / "2022.txt", store, jobs=1)
    assert turtle(again) == turtle(whole)


def test_a_malformed_curation_leaves_the_one_of_the_store(folder: Path, tmp_path: Path) -> None:
    file, store = tmp_path / "c.toml", tmp_path / "store"
    file.write_text(RENAME, "utf-8")
    kg.build(folder / "2022.txt", store=store, jobs=1, curation=file)
    file.write_text("[[rename]]", "utf-8")
    with pytest.raises(UsageError, match="who is empty"):
        kg.add(folder / "2023.txt", store, jobs=1, curation=file)
    with open_collection(store) as collection:
        assert len(collection.documents.all()) == 1
        assert collection.graph(jobs=1)[0].curations
    assert gather([folder]).files


def test_the_command_line_tells_what_was_not_applied_and_ends_as_ever(
    kg: Callable[..., object], folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "c.toml"
    file.write_text(RENAME + RENAME.replace(RIVER, "江南小学"), "utf-8")
    done = kg("build", folder, "-o", tmp_path / "out", "--curation", file, "--jobs", 1)
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]
    assert "[[rename]] 2: 图中没有 / not in the graph: School 江南小学" in done.stderr  # type: ignore[attr-defined]
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [e["entry"] for e in report["curation"]["applied"]] == ["[[rename]] 1"]
    assert report["curation"]["unmatched"][0]["who"] == "李老师"
    file.write_text("[[rename]]\nwho = 1", "utf-8")
    done = kg("build", folder, "-o", tmp_path / "out", "--curation", file, "--jobs", 1)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1  # type: ignore[attr-defined]
