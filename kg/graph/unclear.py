"""Why a question cannot be read: where, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["why_unclear"]

_CHANGES = re.compile(
    r"(?is)\s*(?:(?:prefix|base)\b[^>]*>\s*)*(?:insert|delete|load|clear|drop|create|add|move|copy|with)\b"
)
_DESCRIBE_ALL = re.compile(r"(?i)\bdescribe\s*\*")
_NO_PREFIX = re.compile(r"Unknown namespace prefix : (\S*)")
_SHOWN = 20
"""Characters of a question that show a place in it."""


def why_unclear(text: str, cause: Exception, *, prefixes: Collection[str], unclosed: bool) -> str:
    """One line: the place at which the parser of SPARQL could not go on, and a cure.

    `prefixes` need no declaration; `unclosed` tells that a bracket stands open at the end of the question.

    >>> print(why_unclear("DELETE WHERE { ?s ?p ?o }", ValueError(), prefixes=(), unclosed=False))
    只能提问，不能改动图 / a question can only read the graph, not change it
    """
    if _CHANGES.match(text):
        return "只能提问，不能改动图 / a question can only read the graph, not change it"
    if _DESCRIBE_ALL.search(text):  # which the parser cannot read, though it is SPARQL
        return "请用变量名代替 DESCRIBE * / name the variables instead of DESCRIBE *"
    if unknown := _NO_PREFIX.search(str(cause)):
        return (
            f"没有声明前缀 / unknown prefix: {unknown[1]}; 请写 / write: PREFIX {unknown[1]}: <…>; "
            f"不用声明的有 / these need no declaration: {', '.join(sorted(prefixes))}"
        )
    problem = "看不懂这个 SPARQL 问题 / not a SPARQL question"
    line, column, at = (getattr(cause, name, None) for name in ("lineno", "column", "loc"))
    if not isinstance(at, int):
        return f"{problem}: {' '.join(str(cause).split())}"
    before = " ".join(text[at : at + _SHOWN].split())
    place = (
        f"第 {line} 行第 {column} 列“{before}” / line {line}, column {column}, at “{before}”"
        if before
        else ("到末尾还没有完 / it ends too early")
    )
    cure = (
        "有括号没有关上 / a bracket is not closed"
        if unclosed
        else ('查看这里和它前面的标点、括号、引号 / look for a missing sign (. ; { ( ") here or before')
    )
    return f"{problem}: {place}; {cure}"
