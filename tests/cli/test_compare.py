"""`kg compare` and `kg diffusion`: what a terminal, a file and a program get."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.cli.findings import FORMS
from kg.export.findings import FORMS as KNOWN_FORMS
from kg.export.findings import comparison_findings, diffusion_findings, write_findings
from kg.export.findings.show import comparison_shown, diffusion_shown
from kg.graph.rdf import to_turtle
from kg.model.graph import KnowledgeGraph
from kg.policy.compare import compare
from kg.policy.diffusion import diffusion
from tests.conftest import Run
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_bytes(to_turtle(small_graph()).encode())
    return path


def told(kg: Run, *arguments: object) -> dict[str, Any]:
    done = kg(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    record: dict[str, Any] = json.loads(done.stdout)
    return record


def test_forms_of_the_command_line_are_those_there_are() -> None:
    assert FORMS == KNOWN_FORMS


def test_a_comparison_says_its_denominator_and_that_silence_is_not_absence(file: Path, kg: Run) -> None:
    done = kg("compare", "雙減", "--graph", file)
    assert done.returncode == 0, done.stderr
    assert "2 regions whose reports are held" in done.stdout and "silence is not absence" in done.stdout
    assert "双减（program/shuangjian）：2/2" in done.stdout
    assert "b.txt:" in done.stdout


def test_a_program_gets_a_record_for_each_region(file: Path, kg: Run) -> None:
    record = told(kg, "compare", "縣管校聘", "--graph", file)
    rows = {row["region"]: row for row in record["comparison"]}
    assert rows["中方县"]["presence"] == "told" and rows["柳南区"]["presence"] == "silent"
    assert {row["regions_held"] for row in rows.values()} == {2}


def test_diffusion_is_event_history_in_csv_and_all_tables_in_json(file: Path, kg: Run) -> None:
    done = kg("diffusion", "双减", "--graph", file, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["unit"] for row in rows} == {"431221", "450204"}
    assert all(int(row["entry"]) <= int(row["exit"]) and row["event"] == "1" for row in rows)
    assert {"adopters", "curve", "events", "held"} <= set(told(kg, "diffusion", "双减", "--graph", file))


def test_each_cell_stands_under_its_head() -> None:
    graph = small_graph()
    table = diffusion_findings(diffusion(graph, "双减"), graph).table("adopters")
    names = [column.name for column in table.columns]
    first = dict(zip(names, table.rows[0], strict=True))
    assert (first["region"], first["year"], first["status"], first["own_name"]) == ("柳南区", 2022, "ongoing", "双减")
    assert (first["quote"], first["file"], first["direction"]) == ("落实“双减”长效发展", "b.txt", "top-down")
    assert (first["higher_year"], first["level"], first["first_done"]) == (2021, "county", 2022)


def test_files_are_written_by_the_ending_of_their_name(file: Path, tmp_path: Path, kg: Run) -> None:
    for name in ("a.csv", "a.html", "a.json", "a.xlsx"):
        done = kg("diffusion", "双减", "--graph", file, "-o", tmp_path / name)
        assert done.returncode == 0 and (tmp_path / name).stat().st_size > 100, done.stderr
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", "双加"), "no such initiative"),
        (("compare", "--region", "某某县"), "there are"),
        (("compare", "--years", "2023-2021"), "--years 2023-2021"),
        (("compare", "--format", "xlsx"), "-o FILE.xlsx"),
        (("compare", "--format", "csv", "--table", "no"), "no such table"),
        (("compare", "--table", "held"), "--format csv"),
        (("compare", "-o", "x.doc"), "--format"),
        (("compare", "--json", "--format", "csv"), "choose one"),
        (("diffusion", "控辍保学"), "no report held tells of it"),
    ],
)
def test_a_users_mistake_is_one_line_with_its_cure(arguments: tuple[str, ...], words: str, file: Path, kg: Run) -> None:
    done = kg(*arguments, "--graph", file)
    assert done.returncode == 2
    assert words in done.stderr and len(done.stderr.strip().splitlines()) == 1


PLAIN_TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "small", "ul", "li", "div", "table", "thead", "tbody",
    "tr", "th", "td",
}  # fmt: skip
PLAIN_ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "id", "class", "scope"}


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def hostile(name: str) -> KnowledgeGraph:
    """The small graph with a program of that name."""
    graph = small_graph()
    entities = tuple(replace(e, name=name) if e.key == small.QINGLAN else e for e in graph.entities)
    return replace(graph, entities=entities)


@pytest.mark.parametrize("name", small.HOSTILE)
def test_a_page_runs_nothing_and_asks_nobody_whatever_a_name_is(name: str) -> None:
    graph = hostile(name)
    for findings in (
        comparison_findings(compare(graph, concepts=["program/mentoring"]), graph),
        diffusion_findings(diffusion(graph, "program/mentoring"), graph),
    ):
        page = write_findings(findings, "html").decode()
        assert "default-src 'none'; style-src 'sha256-" in unescape(page)
        found = Tags()
        found.feed(page)
        assert found.tags <= PLAIN_TAGS and found.attributes <= PLAIN_ATTRIBUTES
        write_findings(findings, "xlsx")
        for table in findings.tables:
            text = write_findings(findings, "csv", table=table.name).decode("utf-8-sig")
            assert not any(cell[:1] in ("=", "+", "@") for row in csv.reader(io.StringIO(text)) for cell in row)


@pytest.mark.parametrize("width", [40, 72, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    from rich.cells import cell_len

    graph = small_graph()
    shown = [
        comparison_shown(compare(graph), graph, width=width, quotes=False),
        comparison_shown(compare(graph, concepts=["双减"]), graph, width=width, quotes=True),
        diffusion_shown(diffusion(graph, "双减"), graph, width=width),
    ]
    assert max(cell_len(line) for text in shown for line in text.splitlines()) <= width


def test_equal_graphs_give_equal_bytes() -> None:
    graph = small_graph()
    for form in KNOWN_FORMS:
        made = [write_findings(diffusion_findings(diffusion(graph, "双减"), graph), form) for _ in range(2)]
        assert made[0] == made[1]
