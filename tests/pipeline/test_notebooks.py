"""What a user of notebooks meets: tables with fitting types, the same without pandas, and small displays."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.export.notebook import MOST, in_a_notebook
from kg.model.facts import Failure
from tests.conftest import REPORT

YEARS = "SELECT ?file ?year { ?r a ek:Report ; ek:fileName ?file . OPTIONAL { ?r ek:reviews/ek:yearNumber ?year } }"
TABLES: dict[str, Callable[[kg.Graph], Any]] = {
    "entities": lambda graph: graph.entities(),
    "schools": lambda graph: graph.entities("School"),
    "facts": lambda graph: graph.facts(),
    "awards": lambda graph: graph.facts("award"),
    "no facts": lambda graph: graph.facts("succession"),
    "figures": lambda graph: graph.figures(),
    "documents": lambda graph: graph.documents(),
    "a question": lambda graph: graph.query("schools-by-region"),
    "an answer with gaps": lambda graph: graph.query(YEARS),
    "an empty answer": lambda graph: graph.query("SELECT ?x ?y { ?x ek:nothing ?y }"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> kg.Build:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text("云和县教育概况\n\n全县有小学12所，云和县实验小学在校学生1371人。\n", "utf-8")
    (folder / "empty <b>.txt").write_bytes(b"")
    return kg.build(folder)


@pytest.fixture
def without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)


@pytest.mark.parametrize("name", TABLES)
def test_without_pandas_a_table_has_the_same_columns_rows_and_order(
    built: kg.Build, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pandas = pytest.importorskip("pandas")
    framed = TABLES[name](built)
    assert isinstance(framed, pandas.DataFrame)
    monkeypatch.setitem(sys.modules, "pandas", None)
    plain = TABLES[name](built)
    assert isinstance(plain, list) and all(type(row) is dict for row in plain)
    assert all(list(row) == list(framed.columns) for row in plain)
    missing = framed.astype(object).where(framed.notna(), None).to_dict("records")
    assert missing == plain


def test_years_and_places_are_whole_numbers_that_can_be_missing(built: kg.Build) -> None:
    pytest.importorskip("pandas")
    facts, figures, documents = built.facts(), built.figures(), built.documents()
    assert {str(facts[name].dtype) for name in ("year", "start", "end", "count", "seats")} == {"Int64"}
    assert str(figures["year"].dtype) == "Int64" and str(documents["size"].dtype) == "Int64"
    assert facts["year"].isna().any() and 2022 in set(facts["year"].dropna())
    assert {str(facts[name].dtype) for name in ("amount", "area", "confidence")} == {"float64"}
    assert facts["amount"].max() == 32_000_000
    assert {str(facts[name].dtype) for name in ("type", "school", "quote", "fact")} <= {"string", "str"}


def test_the_columns_have_the_same_types_whatever_the_rows(built: kg.Build) -> None:
    pytest.importorskip("pandas")
    assert len(built.facts("succession")) == 0
    assert list(built.facts("succession").dtypes) == list(built.facts().dtypes)


def test_an_answer_has_the_types_of_its_values(built: kg.Build) -> None:
    pytest.importorskip("pandas")
    answer = built.query("SELECT (1 AS ?n) (0.5 AS ?share) ('a' AS ?word) (true AS ?yes) ?none {}")
    assert [str(kind) for kind in answer.dtypes] == ["Int64", "float64", "string", "boolean", "object"]


def test_without_pandas_values_are_those_of_python(built: kg.Build, without_pandas: None) -> None:
    (fact,) = [row for row in built.facts("project") if row["amount"]]
    assert (fact["amount"], fact["year"], type(fact["start"])) == (32_000_000.0, 2022, int)


@pytest.mark.parametrize("kind", ["school", "Award", "*"])
def test_an_unknown_kind_is_told_with_those_there_are(built: kg.Build, kind: str) -> None:
    with pytest.raises(kg.KgError, match=r"no such kind.*School, Project"):
        built.entities(kind)
    with pytest.raises(kg.KgError, match=r"no such kind.*award, project"):
        built.facts(kind)


def test_what_a_prompt_shows_is_one_line(built: kg.Build, tmp_path: Path) -> None:
    assert repr(built).startswith("<kg.Build: 2 reports, ") and len(repr(built)) < 100
    built.save(tmp_path)
    assert repr(kg.load(tmp_path)) == repr(built).replace("Build", "Graph")


class Page(HTMLParser):
    """The tags, attributes and words of a fragment of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.names |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += [data] if data.strip() else []


def test_a_notebook_shows_counts_reports_with_region_and_years_and_failures(
    built: kg.Build, without_pandas: None
) -> None:
    page = Page(built._repr_html_())
    assert page.open == []
    assert {"学校 School", "项目 project", "云和县教育局2022年工作总结", "云和县", "2022"} <= set(page.words)
    assert [word for word in page.words if word.endswith("empty <b>.txt")]
    assert not [word for word in Page(kg.Graph(built.values, built.base_iri)._repr_html_()).words if "empty" in word]


def test_a_notebook_runs_nothing_that_a_report_says(built: kg.Build) -> None:
    bad = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    (key, info), *_ = built.values.documents.items()
    values = replace(built.values, documents={key: replace(info, title=bad, region="</table>" + bad)})
    report = replace(built.report, failures=(Failure(bad, "read", bad),))
    page = Page(in_a_notebook(values, report))
    assert set(page.tags) == {"div", "p", "b", "table", "tr", "th", "td"} and page.names <= {"style", "colspan"}
    assert page.words.count(bad) == 3


def test_a_notebook_stays_small_whatever_the_graph(built: kg.Build) -> None:
    (_, info), *_ = built.values.documents.items()
    values = replace(built.values, documents={f"doc/{number:016x}": info for number in range(5000)})
    shown = in_a_notebook(values)
    assert len(shown) < 20_000 and f"{5000 - MOST:,} more" in shown


PUBLIC = [
    *((name, getattr(kg, name)) for name in kg.__all__ if callable(getattr(kg, name))),
    *(
        (f"{owner.__name__}.{name}", member.fget if isinstance(member, property) else getattr(member, "func", member))
        for owner in (kg.Graph, kg.Build)
        for name, member in vars(owner).items()
        if not name.startswith("_") and (callable(member) or hasattr(member, "func"))
    ),
]


@pytest.mark.parametrize(("name", "member"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_every_public_name_says_what_comes_out_with_types_and_an_example(name: str, member: Callable[..., Any]) -> None:
    assert member.__doc__ and ">>> " in member.__doc__
    if inspect.isfunction(member):
        told = {**member.__annotations__}
        assert set(inspect.signature(member).parameters) - {"self"} | {"return"} <= set(told)
