"""Finding words in an SQLite database, two characters of Chinese included.

SQLite's own ways to cut text make one word of a whole Chinese clause, or know only pieces of three characters. Here
each character is a word of its own, marks included, and what is asked is a phrase: 双减 is asked as `"双 减"`. The
questions for Datasette put the spaces there themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.export.characters import encodable

__all__ = ["SEARCHES", "Search", "phrase_text"]

_WALL = "\ue000"
"""A word that no one asks for: no phrase leads from one alias to the next."""

_ASKED = """\
WITH RECURSIVE at (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM at WHERE n < length(:words)),
asked (phrase) AS (
  SELECT '"' || group_concat(
    CASE substr(:words, n, 1)
      WHEN ' ' THEN '" "' WHEN '　' THEN '" "' WHEN '"' THEN '""' ELSE substr(:words, n, 1)
    END, ' ') || '"' FROM at
)
"""
"""The words of the parameter as a phrase of single characters; spaces part phrases that must all be there."""


@dataclass(frozen=True, slots=True)
class Search:
    """A table that finds rows of another by words in some of its columns."""

    name: str
    index: str
    """The table that knows where words stand."""
    title: str
    table: str
    row: str
    """The column of that table by which the index knows its rows: a whole number."""
    columns: tuple[str, ...]
    answer: str
    """What is told of the rows that are found, and their order."""

    @property
    def create(self) -> str:
        """The statement that makes it; it keeps no second copy of the words, only where they stand."""
        words = "unicode61 categories ''L* N* P* S* Co''"
        return (
            f"CREATE VIRTUAL TABLE {self.index} USING fts5({', '.join(self.columns)}, content='', tokenize='{words}')"
        )

    @property
    def question(self) -> str:
        """SQL with the parameter `:words`, as people type them."""
        return f"{_ASKED}{self.answer}"


SEARCHES = (
    Search(
        "find_entities", "entity_words", "按名称找实体 / find things by name",
        "entities", "number", ("name", "aliases"),
        "SELECT e.type, e.name, e.aliases, e.region, e.facts, e.key FROM entity_words AS f\n"
        "JOIN entities AS e ON e.number = f.rowid\n"
        "WHERE entity_words MATCH (SELECT phrase FROM asked)\n"
        "ORDER BY e.facts DESC, e.key",
    ),
    Search(
        "find_quotes", "quote_words", "按原文找事实和数据 / find facts and figures by their quotes",
        "evidence", "id", ("quote",),
        "SELECT v.quote, v.file, v.start, v.\"end\", coalesce(a.type, '数据 figure') AS type,\n"
        "  coalesce(a.year, g.year) AS year, coalesce(a.status, g.status) AS status, v.fact, v.figure\n"
        "FROM quote_words AS f JOIN evidence AS v ON v.id = f.rowid\n"
        "LEFT JOIN facts AS a ON a.fact = v.fact LEFT JOIN figures AS g ON g.figure = v.figure\n"
        "WHERE quote_words MATCH (SELECT phrase FROM asked)\n"
        "ORDER BY v.id",
    ),
)  # fmt: skip


def phrase_text(words: str | None, *, names: bool = False) -> str:
    """The words with a space behind each character; between several `names`, parted by ；, stands a wall.

    Words in traditional characters, or with readings that a machine wrote behind them, stand there a second time as
    they are read: 双减 finds 雙減, too.

    >>> phrase_text("“双减”5+2")
    '“ 双 减 ” 5 + 2'
    >>> phrase_text("務(wù)必").replace(_WALL, "|")
    '務 ( w ù ) 必 | 务 必'
    """
    known = encodable(words or "")
    forms = dict.fromkeys((known, _as_read(known)))
    parts = [part for form in forms for part in (form.split("；") if names else [form])]
    return f" {_WALL} ".join(" ".join(part) for part in parts)


def _as_read(words: str) -> str:
    """The words in simplified characters without readings behind them."""
    from kg.clean.inserted_pinyin import inserted_pinyin
    from kg.model.aligned import AlignedText
    from kg.text.simplify import simplify

    return simplify(inserted_pinyin(AlignedText.plain(words))[0].text)
