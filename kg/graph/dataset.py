"""What the whole graph is, for catalogues: DCAT and VoID, with counts. No clock is in it: equal graphs, equal words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.graph.iri import ONTOLOGY, SHAPES, Namespaces
from kg.graph.literals import chinese, english, integer, text
from kg.graph.turtle import Row
from kg.graph.vocabulary import CLASS_OF_FACT
from kg.model.graph import KnowledgeGraph

__all__ = ["count_rows", "dataset_rows", "triples_of"]

_TITLE = ("中国教育工作报告知识图谱", "Knowledge graph of China's education work reports")
_DESCRIPTION = (
    "从教育工作报告中读出的学校、项目、举措、荣誉、文件、机构、人物和数据，每条陈述带年份、状态和原文出处。"
    "void:triples 是本图全部三元组的个数，这段说明也在内；void:entities 是报告所说的事物的个数；"
    "void:classPartition 给出每一类的节点数，ek:Statement 包括各类陈述和数据。",
    "Schools, projects, programs, honors, documents, bodies, persons and figures as education work reports tell of "
    "them, each statement with its year, its status and its place in the text. void:triples counts all triples of the "
    "graph, this description among them; void:entities the things that reports speak of; void:classPartition the nodes "
    "of each class, ek:Statement with all kinds of statements and the figures.",
)
_RIGHTS = (
    "许可适用于图谱的结构和说明；所引的文字属于各份报告。",
    "The license covers the form and the description of the graph; the words quoted are those of the reports.",
)
_LICENSE = "<https://spdx.org/licenses/MIT>"
_KEYWORDS = {
    "zh": ("举措", "学校", "学校建设", "工作总结", "工作计划", "政策文件", "教育", "教育统计", "荣誉"),
    "en": ("education", "education statistics", "honors", "policy documents", "programs", "school construction",
           "schools", "work plans", "work reports"),
}  # fmt: skip
_LANGUAGE = "<http://id.loc.gov/vocabulary/iso639-1/zh>"
_CLASSES = re.compile(r"\n    a ([^\n]*) [;.]\n")
_SAID = (*CLASS_OF_FACT.values(), "ek:Figure")


def dataset_rows(
    graph: KnowledgeGraph,
    names: Namespaces,
    *,
    versions: Iterable[str],
    regions: Mapping[str, str],
    years: Iterable[int],
) -> Iterator[Row]:
    """What the graph is, from which reports, of which places and years; `regions` leads from division code to key."""
    node = names.dataset
    yield node, "a", "void:Dataset"
    yield node, "a", "dcat:Dataset"
    for predicate, words in (("dct:title", _TITLE), ("dct:description", _DESCRIPTION), ("dct:rights", _RIGHTS)):
        yield node, predicate, chinese(words[0])
        yield node, predicate, english(words[1])
    yield from ((node, "dcat:keyword", chinese(word)) for word in _KEYWORDS["zh"])
    yield from ((node, "dcat:keyword", english(word)) for word in _KEYWORDS["en"])
    yield node, "dct:conformsTo", f"<{SHAPES}>"
    yield node, "dct:language", _LANGUAGE
    yield node, "dct:license", _LICENSE
    yield node, "void:uriSpace", text(names.base)
    yield node, "void:vocabulary", f"<{ONTOLOGY}>"
    for key, info in graph.documents.items():
        yield node, "dct:source", names.entity(key)
        if info.region_code in regions:
            yield node, "dct:spatial", names.entity(regions[info.region_code])
    yield from ((node, "dct:temporal", names.year(year)) for year in years)
    for version in versions:
        yield node, "dcat:version", text(version)
        yield node, "prov:wasGeneratedBy", names.run(version)


def count_rows(rows: Collection[Row], blocks: Mapping[str, str], names: Namespaces, *, entities: int) -> Iterator[Row]:
    """How much there is: rows about all other `rows` and `blocks`, and about themselves."""
    # Evidence is most of a graph and always alike: one of each kind is counted, and how many there are.
    kinds = Counter(value for _, predicate, value in rows if predicate == "a")
    size = len(rows)
    alike = {"evidence:": 0, "quotation:": 0}
    others: list[str] = []
    last: dict[str, str] = {}
    for subject, written in blocks.items():
        kind = subject[: subject.find(":") + 1]
        if kind in alike:
            alike[kind] += 1
            last[kind] = written
        else:
            others.append(written)
    for written, number in (("\n".join(others), 1), *((last[kind], alike[kind]) for kind in last)):
        said = _classes(written)
        kinds.update({kind: many * number for kind, many in said.items()})
        size += (_ends(written) + sum(said.values())) * number
    kinds["ek:Statement"] = sum(kinds[kind] for kind in _SAID)
    node = names.dataset
    counted: list[Row] = [(node, "void:entities", integer(entities))]
    for kind in sorted(kind for kind, number in kinds.items() if number and kind.startswith("ek:")):
        part = names.entity(f"dataset/{kind[3:]}")
        counted.append((node, "void:classPartition", part))
        counted.append((part, "void:class", kind))
        counted.append((part, "void:entities", integer(kinds[kind])))
    yield from counted
    yield node, "void:triples", integer(size + len(counted) + 1)


def triples_of(written: str) -> int:
    """How many triples blocks of Turtle hold, as `kg.graph.turtle.block` writes them: a value a line, classes on one.

    >>> triples_of('fact:1\\n    a ek:Figure , qb:Observation ;\\n    ek:count 3 .\\n')
    3
    """
    return _ends(written) + sum(_classes(written).values())


def _ends(written: str) -> int:
    """How many values but classes blocks of Turtle hold: each ends its line."""
    ends = written.count(" ;\n") + written.count(" ,\n") + written.count(" .\n")
    return ends - written.count("\n    a ")


def _classes(written: str) -> Counter[str]:
    """How often each class stands in blocks of Turtle."""
    found: Counter[str] = Counter()
    for classes, number in Counter(_CLASSES.findall(written)).items():
        found.update(dict.fromkeys(classes.split(" , "), number))
    return found
