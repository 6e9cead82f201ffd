"""The database, asked by SQLite: keys that hold, all that the graph says, and words of two characters."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator

import pytest

from kg.export.characters import encodable
from kg.export.database import files
from kg.graph.iri import BASE_IRI
from kg.model.graph import KnowledgeGraph
from tests.graph import small_graph as small
from tests.graph.small_graph import HOSTILE, small_graph

WRITTEN = files(small_graph(), base_iri=BASE_IRI)
TOLD = json.loads(WRITTEN["datasette.json"])["databases"]["graph"]


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(WRITTEN["graph.db"])
    yield opened
    opened.close()


def test_keys_hold_and_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    linked = {
        (table, row[3], row[2], row[4])
        for table in TOLD["tables"]
        for row in database.execute(f"PRAGMA foreign_key_list({table})")
    }
    assert {
        ("facts", "school_key", "entities", "key"), ("entities", "region_key", "entities", "key"),
        ("evidence", "fact", "facts", "fact"), ("evidence", "figure", "figures", "figure"),
        ("identities", "derived_key", "figures", "figure"), ("identity_members", "identity", "identities", "identity"),
        ("evidence", "source", "documents", "key"), ("figures", "part_of_key", "figures", "figure"),
    } <= linked  # fmt: skip
    names = [row[0] for row in database.execute("SELECT key FROM entities WHERE region_key = ?", (small.ZF,))]
    assert names == [e.key for e in small_graph().entities if e.region == small.ZF]


def test_every_statement_figure_and_evidence_has_a_row(database: sqlite3.Connection) -> None:
    graph = small_graph()
    asked = 'SELECT coalesce(fact, figure), source, start, "end", quote, confidence FROM evidence ORDER BY id'
    assert database.execute(asked).fetchall() == [
        (thing.key, e.document, e.start, e.end, e.quote, e.confidence)
        for thing in (*graph.statements, *graph.figures)
        for e in thing.evidence
    ]
    ends = "SELECT honor_key, to_key, year, status, issuer FROM facts WHERE fact = 'fact/award-furong'"
    assert database.execute(ends).fetchall() == [(small.QINGLIAN, small.FURONG, 2023, "completed", "县教育局")]
    assert {row[0] for row in database.execute("SELECT name FROM entities")} == {e.name for e in graph.entities}
    assert {row[0] for row in database.execute("SELECT key FROM documents")} == set(graph.documents)


def test_a_sum_is_asked_for_with_its_figures(database: sqlite3.Connection) -> None:
    asked = """SELECT m.role, f.what, f.qualifiers, f.value FROM identities AS i
        JOIN identity_members AS m ON m.identity = i.identity JOIN figures AS f ON f.figure = m.figure
        WHERE i.holds LIKE '不成立%' AND i.computed = 0.34 ORDER BY m.id"""
    assert database.execute(asked).fetchall() == [
        ("derived", "占比", None, 0.94), ("given", "占比", "春季", 10.12), ("given", "占比", "秋季", 9.78),
    ]  # fmt: skip


def test_numbers_are_numbers_and_what_is_absent_is_null(database: sqlite3.Connection) -> None:
    planned = "SELECT amount, typeof(amount), area, seats FROM facts WHERE fact = 'fact/project-zijing-planned'"
    assert database.execute(planned).fetchone() == (12_000_000, "integer", 25600.5, 1080)
    assert database.execute("SELECT max(value) FROM figures WHERE what = '占比'").fetchone() == (10.12,)
    assert database.execute("SELECT count(*) FROM entities WHERE '' IN (level, region, stage, other)").fetchone() == (
        0,
    )
    unknown = "SELECT region, region_key FROM entities WHERE key = ?"
    assert database.execute(unknown, (small.LN,)).fetchone() == ("region/450200", None)


def ask(database: sqlite3.Connection, question: str, words: str) -> list[tuple[str, ...]]:
    return database.execute(TOLD["queries"][question]["sql"], {"words": words}).fetchall()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("双减", ["双减"]),
        ("减", ["双减"]),
        ("县管校聘", ["县管校聘"]),
        ("区管", ["县管校聘"]),
        ("一中", []),
        ("中方 小学", ["中方小学"]),
        ("小学　中方", ["中方小学"]),
        (" 芙蓉  学校 ", ["中方县芙蓉学校"]),
        ("方中", []),
        ("学校芙蓉", []),
        ("", []),
        ("  ", []),
        ('"', [HOSTILE[2]]),
        ('" OR "双', []),
        ("双减*", []),
        ("“双减”", ["双减"]),
        ("减”政", ["双减"]),
        ("name:双", []),
        ("alert(2)", ["</script><script>alert(2)</script>"]),
    ],
)
def test_a_thing_is_found_by_any_piece_of_a_name(database: sqlite3.Connection, words: str, names: list[str]) -> None:
    assert [row[1] for row in ask(database, "find_entities", words)] == names


def test_the_same_schools_short_name_is_found_in_quotes() -> None:
    quotes = (
        "县一中获奖",
        "一、中小学；二、中职",
        "全县第一中学",
        "推进“双减”工作；5+2全覆盖",
        "双重减负",
        "落實雙減工作",
    )
    statement = small_graph().statements[0]
    graph = KnowledgeGraph(
        small_graph().entities,
        (type(statement)(
            statement.key, statement.kind, statement.ends, 2023, None,
            tuple(small.said(small.DOC_A, n * 100, quote) for n, quote in enumerate(quotes)),
        ),),
        small_graph().documents,
    )  # fmt: skip
    opened = sqlite3.connect(":memory:")
    opened.deserialize(files(graph, base_iri=BASE_IRI)["graph.db"])

    def found(words: str) -> list[str]:
        return [row[0] for row in ask(opened, "find_quotes", words)]

    assert found("一中") == ["县一中获奖", "全县第一中学"]
    assert found("双减") == [quotes[3], quotes[5]] and found("雙減") == [quotes[5]]
    assert found("工作；5+2") == [quotes[3]]
    assert found("双减 全覆盖") == [quotes[3]]
    assert found("中职 奖") == []
    opened.close()


def test_hostile_quotes_survive_and_are_found(database: sqlite3.Connection) -> None:
    kept = {row[0] for row in database.execute("SELECT quote FROM evidence")}
    assert set(HOSTILE) <= kept
    assert HOSTILE[5] in [row[0] for row in ask(database, "find_quotes", "HYPERLINK(1")]
    assert encodable("\ud800") == "\ufffd"


def test_datasette_is_told_of_every_column(database: sqlite3.Connection) -> None:
    assert set(TOLD["tables"]) == {
        "entities", "facts", "evidence", "figures", "identities", "identity_members", "documents",
    }  # fmt: skip
    for table, told in TOLD["tables"].items():
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        assert list(told["columns"]) == columns
        assert {*told["facets"], told["label_column"]} <= set(columns)
        assert all(re.match("[\u4e00-\u9fff]", words) for words in told["columns"].values())


def test_an_empty_graph_is_a_database_with_empty_tables() -> None:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(files(KnowledgeGraph((), (), {}), base_iri=BASE_IRI)["graph.db"])
    assert opened.execute("SELECT count(*) FROM facts").fetchone() == (0,)
    opened.close()
