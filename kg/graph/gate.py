"""What a question must not do, checked before any engine sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.unclear import why_unclear

if TYPE_CHECKING:
    from rdflib.plugins.sparql.parserutils import CompValue

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_OPERATORS", "let_through"]

MAX_BYTES = 16 * 1024
MAX_DEPTH = 64
"""Brackets within brackets. Engines descend by recursion: at some 10,000 levels one of them takes the process down."""
MAX_OPERATORS = 512
"""Signs in one question: `1+1+1…` and `!!!…` are steps down as well, and 7,000 of them take the process down."""

_SIGNS = frozenset("!^+*/|&=-")
_TOKEN = re.compile(
    r"""'''(?:'{0,2}(?:[^'\\]|\\.))*'''|\"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\""""
    r"""|'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*"|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*|[({\[\]})!^+*/|&=-]""",
    re.DOTALL,
)


_ESCAPE = re.compile(r"\\[uU](?P<four>[0-9A-Fa-f]{4})?(?P<more>[0-9A-Fa-f]{4})?")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SERVICE = re.compile(r"(?i)(?<![\w?$@:.%\\-])service(?![\w:.%\\-])")


def let_through(text: str, *, prefixes: Mapping[str, str]) -> None:
    """Nothing; raises `QueryError` when the question is too long or too deep, is none, or would reach for the network.

    SERVICE and FROM are found in the parsed question, not in its letters: there are several ways to spell a word.

    >>> let_through("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", prefixes={})
    Traceback (most recent call last):
    kg.errors.QueryError: 不允许 SERVICE：只问这一个图 / SERVICE is not allowed: only this graph is asked
    """
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise QueryError(f"问题太长：最多 {MAX_BYTES} 字节 / the question is longer than {MAX_BYTES} bytes")
    if depth(text) > MAX_DEPTH:
        raise QueryError(f"括号嵌套超过 {MAX_DEPTH} 层 / brackets are nested more than {MAX_DEPTH} deep")
    if operators(text) > MAX_OPERATORS:
        raise QueryError(f"运算符超过 {MAX_OPERATORS} 个 / more than {MAX_OPERATORS} operators")
    _one_reading(text)
    for part in _parts(_parse(text, prefixes)):
        if part.name == "ServiceGraphPattern":
            raise QueryError("不允许 SERVICE：只问这一个图 / SERVICE is not allowed: only this graph is asked")
        if dict.get(part, "datasetClause"):
            raise QueryError("不允许 FROM：只问这一个图 / FROM is not allowed: only this graph is asked")


def _one_reading(text: str) -> None:
    """Refuses what the parser here and the engine read differently: one could see a string where the other acts.

    The standard turns `\\u0022` into a quotation mark before anything else is read, the engine only inside strings; the
    parser ends a comment at a line feed, the engine at a carriage return, too. Whatever else may differ: outside of
    strings, IRIs and comments as the engine has them, the word SERVICE stands in no question that is let through.
    """
    for escape in _ESCAPE.finditer(text):
        if not escape["four"] or escape["more"] or not _harmless(int(escape["four"], 16)):
            raise QueryError(
                f"请直接写字符，不要写 {escape.group()} / write the character itself instead of {escape.group()}"
            )
    if _LONE_RETURN.search(text):
        raise QueryError("换行不能只是回车符 / a carriage return must be followed by a line feed")
    bare = _TOKEN.sub(lambda token: token.group() if len(token.group()) == 1 else " ", text)
    if _SERVICE.search(bare):
        raise QueryError("不允许 SERVICE：只问这一个图 / SERVICE is not allowed: only this graph is asked")


def _harmless(code: int) -> bool:
    """Whether a character can only stand for itself: no sign of ASCII, no half of a pair."""
    return code > 0xA0 and not 0xD800 <= code <= 0xDFFF


def depth(text: str) -> int:
    """How many brackets stand open at once, at most; those within strings, IRIs and comments do not count.

    >>> depth('SELECT * { ?s ?p "((((" . FILTER((1)) }')
    3
    """
    return _levels(text)[1]


def _levels(text: str) -> tuple[int, int]:
    """How many brackets stand open at the end, and at most."""
    level = deepest = 0
    for token in _tokens(text):
        if token in ("(", "{", "["):
            level += 1
            deepest = max(deepest, level)
        elif token in (")", "}", "]"):
            level -= 1
    return level, deepest


def operators(text: str) -> int:
    """How many signs of arithmetic, logic and paths stand in the question, outside strings, IRIs and comments.

    >>> operators("ASK { ?s ek:a/^ek:b ?o FILTER(?o + 1 && !?o) }")
    6
    """
    return sum(token in _SIGNS for token in _tokens(text))


def _tokens(text: str) -> Iterator[str]:
    return (match.group() for match in _TOKEN.finditer(text))


def _parse(text: str, prefixes: Mapping[str, str]) -> CompValue:
    """The question as a tree of what it will do."""
    from rdflib.plugins.sparql import prepareQuery

    try:
        return prepareQuery(text, initNs=dict(prefixes)).algebra
    except RecursionError as cause:
        raise QueryError("问题太长或嵌套太深 / the question has too many parts, or too deep ones") from cause
    except Exception as cause:  # the parser raises what it likes: bare Exception for an unknown prefix
        bare = _without_comments(text)
        raise QueryError(why_unclear(bare, cause, prefixes=prefixes, unclosed=_levels(text)[0] > 0)) from cause


def _without_comments(text: str) -> str:
    """The question with spaces for its comments: every other character keeps its place."""
    return _TOKEN.sub(lambda token: " " * len(token.group()) if token.group()[0] == "#" else token.group(), text)


def _parts(node: object) -> Iterator[CompValue]:
    """Every named part of the tree, from the top down, without recursion."""
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting: list[object] = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list | tuple | set):
            waiting.extend(part)
