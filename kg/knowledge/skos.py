"""SKOS files as plain values: the one module below `graph` that knows a graph library.

The concepts are published as they are read, so their source is SKOS in Turtle. A parser of our own would read less
than Turtle and call it Turtle; one in Python (rdflib) takes half a second, that of pyoxigraph a fortieth of it. Its
types stay in here: what leaves are strings.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, parse

from kg.errors import KnowledgeError

__all__ = ["BASE", "Properties", "read_skos"]

BASE = "https://w3id.org/cn-edu-kg/id/"
"""Where the files name their concepts; a graph with another base names them there by the same keys."""

Properties = Mapping[str, Sequence[str]]
"""Local name of a property (`altLabel`, not in Chinese `altLabel@en`) to its values, in file order."""


def read_skos(path: Path, only: Collection[str] | None = None) -> Mapping[str, Properties]:
    """Key of each concept of a file (`program/shuangjian`) to what the file says of it, or `only` some properties.

    Values that are concepts or other things of the base are keys, those of the vocabulary local names
    (`nationalLevel`). Raises `KnowledgeError` when the file is no Turtle.
    """
    found: dict[str, dict[str, list[str]]] = {}
    names = _Names()
    try:
        # By subject, not by line: what is looked up or made for each line counts twenty-five thousand times.
        for subject, quads in groupby(parse(path=str(path), format=RdfFormat.TURTLE), attrgetter("subject")):
            told = found.setdefault(names[subject.value], {})
            for quad in quads:
                name = names[quad.predicate.value]
                if only is not None and name not in only:
                    continue
                value = quad.object
                if isinstance(value, Literal):
                    if value.language is not None and value.language != "zh":
                        name = f"{name}@{value.language}"
                    text = value.value
                else:
                    text = names[value.value]
                if name in told:
                    told[name].append(text)
                else:
                    told[name] = [text]
    except SyntaxError as problem:
        raise KnowledgeError(f"concepts/{path.name}", "Turtle", f"读不了 / cannot be read ({problem})") from problem
    return found


class _Names(dict[str, str]):
    """IRI to its short form: the key of a thing of the base, the local name of a word of a vocabulary."""

    def __missing__(self, iri: str) -> str:
        end = len(BASE) if iri.startswith(BASE) else max(iri.rfind("#"), iri.rfind("/")) + 1
        self[iri] = short = iri[end:]
        return short
