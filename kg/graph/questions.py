"""The questions that travel with the package, `ontology/queries/*.rq`, and the values that can be set in a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import KnowledgeError, UsageError
from kg.graph.literals import integer
from kg.knowledge.folder import ontology_folder

__all__ = ["Parameter", "ShippedQuery", "fill", "find_query", "list_queries", "parameters_of"]

_CHINESE, _ENGLISH = re.compile(r"^# 问[:：] *(.+)$", re.MULTILINE), re.compile(r"^# Q: *(.+)$", re.MULTILINE)
_SLOT = re.compile(
    r"^(?P<lead>[ \t]*VALUES[ \t]+\?(?P<name>[a-z]\w*)[ \t]*\{)(?P<value>[^{}\n]*)"
    r"(?P<tail>\}[ \t]*#[ \t]*--set[ \t]+(?P=name)=(?P<example>\S+)[ \t]+"
    r"(?P<chinese>[^/\n]+?)[ \t]*/[ \t]*(?P<english>[^\n]+?)[ \t]*)$",
    re.MULTILINE,
)
_SPELLED = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
"""What SPARQL wants spelled inside a string. All else stands as it is: the gate lets no number stand for ASCII."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question leaves open: a line `VALUES ?year { UNDEF }  # --set year=2023 年份 / year` in it.

    In its place stands one value, or UNDEF for any. What is set is written as a literal, never pasted.
    """

    name: str
    example: str
    chinese: str
    english: str

    @property
    def whole(self) -> bool:
        """Whether it takes a whole number, as its example is one; else it takes words, as Chinese text."""
        return _WHOLE.fullmatch(self.example) is not None

    def literal(self, value: str) -> str:
        """A value as SPARQL writes it; raises `UsageError` for words where a number is wanted.

        >>> Parameter("year", "2023", "年份", "year").literal("2021")
        '2021'
        >>> print(Parameter("region", "石门县", "地区", "region").literal('"} #'))
        "\\"} #"@zh
        """
        if not self.whole:
            spelled = _SURROGATE.sub("\ufffd", value).translate(_SPELLED)
            return f'"{spelled}"@zh'
        if not _WHOLE.fullmatch(value):
            raise UsageError(
                f"--set {self.name}: 要一个整数，例如 {self.example} / "
                f"a whole number like {self.example} is wanted: {value!r}"
            )
        return integer(int(value))


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A SPARQL question with its words."""

    name: str
    """The file's name without ending: `honors-by-year`."""
    question_zh: str
    question_en: str
    text: str
    """The SPARQL."""
    parameters: tuple[Parameter, ...] = ()
    """What can be set in it."""


def list_queries(folder: Path | None = None) -> tuple[ShippedQuery, ...]:
    """All shipped questions, sorted by name; raises `KnowledgeError` for one without its words.

    >>> [query.name for query in list_queries()][:2]
    ['document-reach', 'documents-and-regions']
    """
    folder = folder or ontology_folder() / "queries"
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def _read(path: Path) -> ShippedQuery:
    text = path.read_text(encoding="utf-8")
    zh, en = _CHINESE.search(text), _ENGLISH.search(text)
    if not zh or not en:
        raise KnowledgeError(f"queries/{path.name}", "words", "the file must begin with '# 问: …' and '# Q: …'")
    return ShippedQuery(path.stem, zh.group(1).strip(), en.group(1).strip(), text, parameters_of(text))


def find_query(name: str) -> ShippedQuery:
    """The shipped question of that name; raises `UsageError` that names those like it, or all there are."""
    known = {query.name: query for query in list_queries()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known)
    there = f"是不是 / did you mean: {', '.join(near)}" if near else f"有 / there are: {', '.join(known)}"
    raise UsageError(f"没有这个问题 / no such question: {name}; {there} (kg query --list)")


def parameters_of(text: str) -> tuple[Parameter, ...]:
    """What can be set in a question, in the order in which it stands there.

    >>> parameters_of("SELECT * {\\n  VALUES ?year { UNDEF }  # --set year=2023 年份 / year\\n}")
    (Parameter(name='year', example='2023', chinese='年份', english='year'),)
    """
    return tuple(Parameter(m["name"], m["example"], m["chinese"], m["english"]) for m in _SLOT.finditer(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """The question with values set; raises `UsageError` for one that it does not leave open.

    >>> fill("SELECT * {\\n  VALUES ?year { UNDEF }  # --set year=2023 年份 / year\\n}", {"year": "2021"})
    'SELECT * {\\n  VALUES ?year { 2021 }  # --set year=2023 年份 / year\\n}'
    """
    known = {parameter.name: parameter for parameter in parameters_of(text)}
    for name in values:
        if name not in known:
            there = ", ".join(known) or "没有 / none"
            raise UsageError(f"--set {name}: 没有这个参数；有 / no such parameter of this question; it has: {there}")

    def filled(slot: re.Match[str]) -> str:
        name = slot["name"]
        return f"{slot['lead']} {known[name].literal(values[name])} {slot['tail']}" if name in values else slot[0]

    return _SLOT.sub(filled, text)
