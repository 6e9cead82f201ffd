"""The concept schemes in their one form: concepts by name, labels sorted, one property a line, papers at the end.

Edit ontology/concepts/*.ttl by hand in any order, then run `python scripts/tidy_concepts.py`; `--check` only tells.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "concepts"
ID = "https://w3id.org/cn-edu-kg/id/"
PREFIXES = {
    "ek": "https://w3id.org/cn-edu-kg/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "program": f"{ID}program/",
    "scheme": f"{ID}scheme/",
    "honor": f"{ID}honor/",
    "policy": f"{ID}policy/",
    "region": f"{ID}region/",
}
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LINES = (
    (TYPE, "skos:inScheme", "ek:level", "ek:inRegion", "ek:firstYear", "ek:recognise"),
    ("skos:prefLabel",),
    ("skos:altLabel",),
    ("ek:commonLabel",),
    ("dct:source", "ek:issuer", "ek:documentNumber"),
    ("skos:broader", "skos:related", "owl:differentFrom"),
    ("skos:scopeNote",),
)
"""The properties of a concept or a paper in their order, those of a line together."""
LANGUAGES = {"zh": 0, "zh-hant": 1, "en": 2}

Term = NamedNode | Literal


def tidy(text: str) -> str:
    """The same statements under the same first comment, in the one form; a property not in `LINES` is an error.

    >>> print(tidy('# 一\\n@prefix program: <https://w3id.org/cn-edu-kg/id/program/> .\\n'
    ...            '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\\n'
    ...            'program:a skos:altLabel "丙"@zh , "乙"@zh . program:a skos:prefLabel "甲"@zh .'))
    # 一
    <BLANKLINE>
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix program: <https://w3id.org/cn-edu-kg/id/program/> .
    <BLANKLINE>
    program:a
        skos:prefLabel "甲"@zh ;
        skos:altLabel "丙"@zh , "乙"@zh .
    <BLANKLINE>
    """
    head = [line for line in text.splitlines() if line.startswith("#")]
    of: dict[str, dict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for quad in parse(text.encode(), format=RdfFormat.TURTLE):
        of[quad.subject.value][_written(quad.predicate) if quad.predicate.value != TYPE else TYPE].add(quad.object)
    known = {name for line in LINES for name in line}
    for subject, properties in of.items():
        if unknown := sorted(properties.keys() - known):
            raise SystemExit(f"{subject}: no place for {unknown[0]}")
    ordered = sorted(of, key=lambda s: (s.startswith(ID + "policy/"), _name(of[s]), s))
    body = "\n".join(_block(subject, of[subject]) for subject in ordered)
    prefixes = [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items() if f"{name}:" in body]
    return "\n".join([*head, "", *prefixes, "", body])


def _name(properties: dict[str, set[Term]]) -> str:
    return min(o.value for o in properties["skos:prefLabel"] if isinstance(o, Literal) and o.language == "zh")


def _block(subject: str, properties: dict[str, set[Term]]) -> str:
    lines = []
    for line in LINES:
        told = [f"{'a' if name == TYPE else name} {_values(properties[name])}" for name in line if name in properties]
        if told:
            lines.append(" ; ".join(told))
    lead = _written(NamedNode(subject))
    joined = " ;\n    ".join(lines)
    return f"{lead} {joined} .\n" if TYPE in properties else f"{lead}\n    {joined} .\n"


def _values(values: Iterable[Term]) -> str:
    return " , ".join(_written(v) for v in sorted(values, key=_rank))


def _rank(term: Term) -> tuple[int, str]:
    return LANGUAGES.get(term.language or "", 9) if isinstance(term, Literal) else 9, term.value


def _written(term: Term) -> str:
    if isinstance(term, NamedNode):
        for name, iri in PREFIXES.items():
            if term.value.startswith(iri):
                return f"{name}:{term.value[len(iri) :]}"
        return f"<{term.value}>"
    if term.datatype.value.endswith("#integer"):
        return term.value
    return str(term).replace("@zh-hant", "@zh-Hant")


def main(arguments: list[str]) -> int:
    """0 when all files are (now) in the one form, 1 when `--check` finds one that is not."""
    wrong = 0
    for path in sorted(FOLDER.glob("*.ttl")):
        text = path.read_text("utf-8")
        tidied = tidy(text)
        if tidied != text:
            wrong += 1
            print(f"{path.name}: {'not tidy' if '--check' in arguments else 'tidied'}")
            if "--check" not in arguments:
                path.write_text(tidied, encoding="utf-8", newline="\n")
    return 1 if wrong and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
