"""Figures and identities leave the program whole: JSON lines, table, report, graph, summary."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from kg.assemble import assemble
from kg.cli.summary import summary
from kg.export.cells import table_csv
from kg.export.jsonl import to_json_line
from kg.export.report import report_json
from kg.export.tables import figures_with_evidence
from kg.graph.iri import BASE_IRI
from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.model.figures import Change
from kg.model.graph import KnowledgeGraph, RunReport
from kg.pipeline import build, read_one
from kg.resolve import resolve
from kg.text.keys import document_key
from tests.graph.small_graph import small_graph

FIRST = """石门县教育局2022年工作总结
全县有学校126所，其中高中6所、初中20所、小学40所、幼儿园61所。投入资金约3.5亿元。
全县有学校126所。建设教室10—12间。普惠园覆盖率88.6%，同比提高4.1个百分点。石门一中占地120亩。
"""
SECOND = """石门县教育局2022年教育情况汇报
全县共有学校126所。在校学生总数52000人。
"""
THIRD = """石门县教育局2022年教育统计分析报告
全县在校学生51900人。
"""


def facts(text: str, folder: Path, name: str, knowledge: Knowledge) -> DocumentFacts:
    path = folder / name
    path.write_text(text, "utf-8")
    read = read_one(path, knowledge, name=name)
    assert not isinstance(read, Failure)
    return read


@pytest.fixture
def first(tmp_path: Path, knowledge: Knowledge) -> DocumentFacts:
    return facts(FIRST, tmp_path, "a.txt", knowledge)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[KnowledgeGraph, RunReport]:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        (tmp_path / name).write_text(text, "utf-8")
    return build([Path("a.txt"), Path("b.txt"), Path("c.txt")], jobs=1)


def test_a_figure_that_the_text_repeats_is_kept_once(first: DocumentFacts) -> None:
    (schools,) = [f for f in first.figures if f.value == 126]
    assert schools.evidence.start < FIRST.index("投入")


def test_the_json_line_holds_exact_numbers_and_ids_that_lead_somewhere(first: DocumentFacts) -> None:
    record = json.loads(to_json_line(first, base_iri=BASE_IRI))
    by_what = {figure["what"]: figure for figure in record["figures"]}
    ids = {figure["id"] for figure in record["figures"]}
    entities = {entity["id"] for entity in record["entities"]}
    assert by_what["高中"]["part_of"] == by_what["学校"]["id"]
    assert by_what["投入资金"]["value"] == 350_000_000 and by_what["投入资金"]["approximate"] is True
    assert (by_what["建设教室"]["value"], by_what["建设教室"]["upper"]) == (10, 12)
    assert [f["value"] for f in record["figures"] if f["what"] == "普惠园覆盖率"] == [88.6, 4.1]
    assert [f.get("change") for f in record["figures"] if f["what"] == "普惠园覆盖率"] == [None, "increase"]
    assert by_what["占地"]["about"] in entities and by_what["学校"]["region"] in entities
    assert by_what["学校"]["year"] == 2022 and by_what["学校"]["status"] == "completed"
    (identity,) = record["identities"]
    assert set(identity["figures"]) <= ids
    assert (identity["kind"], identity["computed"], identity["holds"]) == ("sum", 127, False)
    for figure in record["figures"]:
        place = figure["evidence"]
        assert FIRST[place["start"] : place["end"]] == place["quote"]


def test_the_same_figure_of_two_reports_is_one_observation_with_two_quotes(
    built: tuple[KnowledgeGraph, RunReport],
) -> None:
    graph = built[0]
    (schools,) = [f for f in graph.figures if f.value == 126]
    assert len({e.document for e in schools.evidence}) == 2
    assert [f.value for f in graph.figures if f.what.startswith("在校学生")] in ([51900, 52000], [52000, 51900])
    assert list(graph.figures) == sorted(graph.figures, key=lambda f: f.key)


def test_what_two_reports_dispute_stays_two_and_is_reported(built: tuple[KnowledgeGraph, RunReport]) -> None:
    whole = json.loads(report_json(built[1]))
    (conflict,) = whole["conflicts"]
    assert (conflict["unit"], conflict["region"], conflict["year"]) == ("人", "石门县", 2022)
    assert {(v["value"], v["path"]) for v in conflict["values"]} == {(52000, "b.txt"), (51900, "c.txt")}


def test_a_sum_that_fails_is_reported_with_the_place_of_every_member(
    built: tuple[KnowledgeGraph, RunReport],
) -> None:
    whole = json.loads(report_json(built[1]))
    (failed,) = whole["failed_identities"]
    assert (failed["path"], failed["kind"], failed["computed"]) == ("a.txt", "sum", 127)
    assert [f["value"] for f in failed["figures"]] == [126, 6, 20, 40, 61]
    for figure in failed["figures"]:
        assert FIRST[figure["start"] : figure["end"]] == figure["quote"]
    assert whole["counts"]["identities"] == {"failed": 1}
    assert sum(whole["counts"]["figures"].values()) == len(built[0].figures)
    (document,) = [d for d in whole["documents"] if d["path"] == "a.txt"]
    assert document["figures"] == 10 and document["identities"] == {"failed": 1}


def test_the_summary_counts_figures_and_identities(built: tuple[KnowledgeGraph, RunReport]) -> None:
    told = summary(built[1], [])
    lines = {line.split()[0]: line.split()[-1] for line in told.splitlines() if line}
    assert lines["数据"] == str(len(built[0].figures))
    assert (lines["恒等式"], lines["成立"], lines["不成立"]) == ("1", "0", "1")


def rows(graph: KnowledgeGraph) -> list[Mapping[str, str]]:
    table = table_csv(figures_with_evidence(graph))
    assert table.startswith(b"\xef\xbb\xbf")
    read = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    return [{name.split()[-1]: cell for name, cell in row.items()} for row in read]


def test_every_evidence_of_a_figure_has_a_row() -> None:
    found = rows(small_graph())
    expected = {(f.key, e.document, e.start) for f in small_graph().figures for e in f.evidence}
    assert {(r["figure"], r["source"], int(r["start"])) for r in found} == expected
    assert [(r["source"], int(r["end"])) for r in found] == sorted((r["source"], int(r["end"])) for r in found)


def test_a_row_says_who_when_how_much_and_whether_it_adds_up() -> None:
    by_key = {row["figure"]: row for row in rows(small_graph())}
    public = by_key["figure/public"]
    assert (public["what"], public["qualifiers"], public["value"], public["unit"]) == ("学校", "公办", "22", "所")
    assert (public["region"], public["year"], public["status"]) == ("中方县", "2023", "completed")
    assert (public["part_of"], public["checks"]) == ("学校47所", "合计 sum✓")
    assert by_key["figure/fall"]["checks"] == "差额 difference✗ 0.34"
    assert by_key["figure/fall"]["change"] == "减少 decrease"
    assert (by_key["figure/seats"]["upper"], by_key["figure/seats"]["approximate"]) == ("5000", "约 about")
    assert by_key["figure/pupils"]["about"] == "柳州市窑埠小学"


def test_a_head_of_the_table_is_chinese_first() -> None:
    head = table_csv(figures_with_evidence(small_graph())).decode("utf-8-sig").splitlines()[0].split(",")
    assert all(name[0] >= "一" and name.split()[-1].isascii() for name in head)


def test_figures_of_no_known_place_never_meet(tmp_path: Path, knowledge: Knowledge) -> None:
    texts = ("教育情况介绍\n共有学校126所。\n", "学校情况介绍\n共有学校126所。\n")
    read = [facts(text, tmp_path, f"{n}.txt", knowledge) for n, text in enumerate(texts)]
    graph = assemble(read, resolve(read, knowledge))
    assert len([f for f in graph.figures if f.value == 126]) == 2


def test_the_order_of_documents_changes_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    read = [facts(t, tmp_path, f"{n}.txt", knowledge) for n, t in enumerate((FIRST, SECOND, THIRD))]
    read.sort(key=lambda f: document_key(f.info.source.sha256))
    forward = assemble(read, resolve(read, knowledge))
    backward = assemble(read[::-1], resolve(read, knowledge))
    assert (forward.figures, forward.identities) == (backward.figures, backward.identities)


def test_values_stay_exact(first: DocumentFacts) -> None:
    assert {f.value for f in first.figures if f.unit == "%"} == {Decimal("88.6")}
    assert {f.change for f in first.figures if f.unit == "个百分点"} == {Change.INCREASE}
