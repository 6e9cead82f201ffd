"""Rows about the work that read the reports, in the words of PROV-O: the program, and the rules that it had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from kg.graph.iri import Namespaces
from kg.graph.literals import text
from kg.graph.turtle import Row
from kg.model.graph import KnowledgeGraph

__all__ = ["rule_rows", "run_rows"]

_RISKY = re.compile(r"[^A-Za-z0-9_-]+")


def run_rows(document: str, version: str, names: Namespaces) -> Iterator[Row]:
    """The work that read a document: which version of this package; without a clock."""
    run = names.run(version)
    yield run, "a", "prov:Activity"
    yield run, "ek:version", text(version)
    yield run, "prov:used", names.entity(document)


def rule_rows(graph: KnowledgeGraph, versions: Mapping[str, str], names: Namespaces) -> Iterator[Row]:
    """The program of each version as the agent of its run, and the rules of its evidence as the plan that it had.

    `versions` leads from a document to the version that read it. Evidence tells its rule by id; the node of a rule
    bears this id as `dct:identifier`.
    """
    rules: dict[str, set[str]] = {version: set() for version in versions.values()}
    of_all = (*(s.evidence for s in graph.statements), *(f.evidence for f in graph.figures))
    for evidence in chain.from_iterable(of_all):
        rules[versions[evidence.document]].add(evidence.rule)
    for version, ids in rules.items():
        run, program = names.run(version), names.of_version("software", version)
        had = names.of_version("association", version)
        yield run, "prov:wasAssociatedWith", program
        yield run, "prov:qualifiedAssociation", had
        yield program, "a", "prov:SoftwareAgent"
        yield program, "ek:version", text(version)
        yield had, "a", "prov:Association"
        yield had, "prov:agent", program
        for rule in ids:
            yield had, "prov:hadPlan", _rule(rule, names)
            yield _rule(rule, names), "a", "ek:Rule"
            yield _rule(rule, names), "dct:identifier", text(rule)


def _rule(rule: str, names: Namespaces) -> str:
    return names.entity("rule/" + (_RISKY.sub("-", rule).strip("-") or "-"))
