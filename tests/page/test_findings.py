"""What follows from the graph, in a browser: the rows of the commands, the words behind them, and nothing made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.export.page.findings import page_findings
from kg.export.tables.compare import comparison_table
from kg.export.tables.diffusion import adopter_table, curve_table
from kg.export.tables.lineage import lineage_table
from kg.export.tables.model import Table
from kg.export.tables.promises import promise_table, summary_table
from kg.export.tables.reach import carried_table, paper_table
from kg.graph.communities import communities
from kg.graph.rdf import to_turtle
from kg.graph.reading import read_file
from kg.model.graph import KnowledgeGraph
from kg.policy.compare import compare
from kg.policy.diffusion import diffusion
from kg.policy.ladder import ladders
from kg.policy.lineage import lineage
from kg.policy.promises import Outcome, promises
from kg.policy.reach import reach
from tests.graph.small_graph import small_graph
from tests.page.conftest import written
from tests.page.opened import Opened

Open = Callable[..., Opened]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """Invented reports of six regions over several years."""
    return kg.build(sorted((ROOT / "tests/data/reports").glob("*.txt")), jobs=1).values


@pytest.fixture(scope="module")
def file(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(graph, tmp_path_factory.mktemp("findings") / "reports.html")


def rows(opened: Opened, table: str) -> list[dict[str, Any]]:
    """The rows of a table as the page has decoded them."""
    found: list[dict[str, Any]] = opened.page.evaluate(
        "(name) => explorer.seen.findings.found.rows(name).map(({ said, ...row }) => row)", table
    )
    return found


def told(table: Table, **more: str) -> list[dict[str, Any]]:
    """The same from Python: as `--json` of a command prints them."""
    names = [column.name for column in table.columns]
    return [{**{n: "" if c is None and isinstance(c, str) else c for n, c in zip(names, row, strict=True)}, **more}
            for row in table.rows]  # fmt: skip


def test_the_comparison_is_that_of_the_command_and_says_that_silence_is_not_absence(
    open_page: Open, file: Path, graph: KnowledgeGraph
) -> None:
    opened = open_page(file, "view=findings")
    found = compare(graph)
    assert rows(opened, "compare") == told(comparison_table(found, graph))
    assert opened.page.locator("#compare tbody tr").count() == len(found.initiatives)
    assert "没有提到不等于没有做" in opened.read("#silence")
    first = found.initiatives[0]
    cells = [found.cells[first.concept, region.region] for region in found.regions]
    said = opened.page.locator("#compare tbody tr").first.inner_text()
    assert f"{sum(c.presence.value == 'told' for c in cells)} / {len(cells)}" in said
    opened.choose("view=findings&kinds=Project")
    assert opened.page.locator("#compare tbody tr").count() == sum(i.kind.value == "Project" for i in found.initiatives)


def test_a_cell_leads_to_the_words_behind_it(open_page: Open, file: Path, graph: KnowledgeGraph) -> None:
    opened = open_page(file, "view=findings")
    found = compare(graph)
    cell = next(c for c in found.cells.values() if c.first)
    assert cell.first is not None
    row = opened.page.locator(f'#compare tr[data-concept="{next(k for k, c in found.cells.items() if c is cell)[0]}"]')
    row.locator("td button.to-fact").first.click()
    assert opened.state()["fact"] == cell.first.statement.key
    assert cell.first.evidence.quote in opened.page.locator("#panel").inner_text()


def test_diffusion_is_that_of_the_command_with_curve_and_quotes(
    open_page: Open, file: Path, graph: KnowledgeGraph
) -> None:
    known = next(r.concept for r in compare(graph).initiatives if "校聘" in r.name)
    spread = diffusion(graph, known)
    opened = open_page(file, f"view=findings&finding=diffusion&concept={known}")
    of_it = [row for row in rows(opened, "adopters") if row["concept"] == known]
    assert of_it == told(adopter_table(spread, graph), concept=known)
    curve = [row for row in rows(opened, "curve") if row["concept"] == known]
    assert curve == told(curve_table(spread), concept=known)
    assert opened.page.locator(".curve .share").all_text_contents() == [f"{y.begun}/{y.at_risk}" for y in spread.curve]
    quotes = opened.page.locator("#adopters blockquote").all_inner_texts()
    assert quotes == [one.first.evidence.quote for one in spread.adopters]
    assert {"top-down": "自上而下", "bottom-up": "自下而上", "unclear": "方向不明"}[spread.direction] in opened.read(
        ".spread-line"
    )
    assert spread.adopters[0].higher is None or spread.adopters[0].higher.name in opened.read("#adopters")


def test_promises_have_their_counts_and_both_quotes(open_page: Open, file: Path, graph: KnowledgeGraph) -> None:
    found = promises(graph).promises
    counted = Counter(one.outcome for one in found)
    opened = open_page(file, "view=findings&finding=promises&outcome=renamed")
    for outcome in Outcome:
        said = opened.page.locator(f'[data-key="outcome-{outcome.value}"]').inner_text()
        assert said.endswith(f" {counted[outcome]}")
    ledger = promises(graph)
    assert rows(opened, "promises") == told(promise_table(ledger, graph))
    assert rows(opened, "promise-counts") == told(summary_table(ledger))
    renamed = [one for one in found if one.outcome is Outcome.RENAMED]
    pairs = [[one.plan.evidence.quote, one.answer.evidence.quote] for one in renamed if one.answer]
    shown = opened.page.locator("article.promise")
    assert [shown.nth(n).locator("blockquote").all_inner_texts() for n in range(shown.count())] == pairs
    region = found[0].region
    opened.choose(f"view=findings&finding=promises&regions={region}")
    of_region = [one for one in found if one.region == region]
    assert f" {len(of_region)}" in opened.page.locator('[data-key="outcome-"]').inner_text()


def test_a_ladder_has_its_steps(open_page: Open, file: Path, graph: KnowledgeGraph) -> None:
    opened = open_page(file, "view=findings&finding=ladder")
    shown = opened.page.locator("article.ladder")
    assert [shown.nth(n).locator("li").count() for n in range(shown.count())] == [len(x.steps) for x in ladders(graph)]
    shown.first.locator("li button").first.click()
    assert opened.state()["fact"] == ladders(graph)[0].steps[0].statement.key


def test_a_paper_has_the_regions_that_carry_it_out(open_page: Open, file: Path, graph: KnowledgeGraph) -> None:
    found = reach(graph)
    opened = open_page(file, "view=findings&finding=reach")
    assert rows(opened, "papers") == told(paper_table(found))
    assert rows(opened, "reach") == told(carried_table(found, graph))
    shown = opened.page.locator("article.paper")
    assert [shown.nth(n).locator("li").count() for n in range(shown.count())] == [len(one.carried) for one in found]
    assert f"{len(found[0].regions)} / {len(found[0].could)} 个" in shown.first.inner_text()
    shown.first.locator("li button.to-fact").first.click()
    assert opened.state()["fact"] == found[0].carried[0].statement.key


def test_shared_text_has_both_places_side_by_side(open_page: Open, file: Path, graph: KnowledgeGraph) -> None:
    found = lineage(graph)
    opened = open_page(file, "view=findings&finding=lineage")
    assert rows(opened, "lineage") == told(lineage_table(found))
    shown = opened.page.locator("article.copied")
    assert [
        [text.replace("\u2424", "\n") for text in shown.nth(n).locator("blockquote").all_text_contents()]
        for n in range(shown.count())
    ] == [[one.text.first.quote, one.text.second.quote] for one in found]
    assert found
    shown.first.locator("button.report").first.click()
    assert opened.state()["report"] == found[0].text.first.document


def test_a_community_is_marked_in_the_network_and_adds_no_line(
    open_page: Open, file: Path, graph: KnowledgeGraph
) -> None:
    places = communities(graph)
    opened = open_page(file, "view=network")
    before = opened.page.evaluate("explorer.seen.network.scene().lines.length")
    opened.choose("view=findings&finding=communities")
    sizes = Counter(place.community for place in places.values())
    assert f"{sizes[1]} 个成员" in opened.page.locator('[data-community="1"] h3').inner_text()
    opened.page.locator('[data-key="community-1"]').click()
    opened.settle()
    assert (opened.state()["view"], opened.state()["community"]) == ("network", "1")
    assert opened.page.evaluate("explorer.seen.network.scene().lines.length") == before
    assert "群组 1" in opened.read("#chips")
    opened.page.locator("#chips .chip").first.click()
    assert opened.state()["community"] == ""


def test_the_panel_tells_in_a_line_what_leads_there(open_page: Open, file: Path, graph: KnowledgeGraph) -> None:
    known = next(i for i in compare(graph).initiatives if "校聘" in i.name)
    opened = open_page(file, f"view=table&selected={known.entities[0]}")
    opened.page.locator("#panel .finding-line button").click()
    assert (opened.state()["finding"], opened.state()["concept"]) == ("diffusion", known.concept)
    region = promises(graph).promises[0].region
    opened.choose(f"view=table&selected={region}")
    count = sum(one.region == region for one in promises(graph).promises)
    assert f"承诺 {count} 件" in opened.read("#panel .finding-line")


def test_the_table_is_a_file_with_the_columns_of_the_command(
    open_page: Open, file: Path, graph: KnowledgeGraph
) -> None:
    opened = open_page(file, "view=findings")
    with opened.page.expect_download() as saved:
        opened.page.locator("#download").click()
    lines = Path(saved.value.path()).read_text("utf-8-sig").splitlines()
    columns = comparison_table(compare(graph), graph).columns
    assert lines[0] == ",".join(column.head for column in columns)


@pytest.mark.parametrize("finding", ["", "diffusion", "promises", "ladder", "reach", "lineage", "communities"])
def test_hostile_names_are_text_in_every_finding(open_page: Open, small_page: Path, finding: str) -> None:
    """In English and on a phone, too; what goes wrong there fails at the end."""
    opened = open_page(small_page, f"view=findings&finding={finding}&language=en", size=(390, 800))
    assert opened.page.locator("#view img, #view script").count() == 0
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert opened.page.locator(f"#finding-{finding or 'compare'}").get_attribute("aria-pressed") == "true"


def test_a_graph_without_reports_has_no_finding_and_says_so(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(KnowledgeGraph((), (), {}), tmp_path / "empty.html"), "view=findings")
    assert opened.read("#view .empty") == "没有两个地区共有的举措"
    for finding in ("diffusion", "promises", "ladder", "reach", "lineage", "communities"):
        opened.choose(f"view=findings&finding={finding}")
        assert opened.page.locator("#view .empty, #view .soft").count()


def test_turtle_and_build_give_the_same_findings(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(graph), "utf-8")
    assert page_findings(read_file(tmp_path / "graph.ttl").graph) == page_findings(graph)


def test_what_the_page_knows_of_places_leads_to_facts_that_are_there() -> None:
    small = small_graph()
    made = page_findings(small)
    for table in made["tables"].values():
        for row in table["rows"]:
            for fact, _ in filter(None, row[len(table["columns"]) :]):
                assert -1 <= fact < len(small.statements)
