"""The score of all documents together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.evaluate.annotations import Annotation
from kg.evaluate.judge import Judged, Part, Verdict, Yield, judge
from kg.evaluate.links import GoldLinks, judge_links
from kg.evaluate.rules import rule_lines
from kg.evaluate.table import Row, lines, rows, shares, tally

__all__ = ["Score", "score"]


@dataclass(frozen=True, slots=True)
class Score:
    """How well predictions agree with the gold."""

    documents: int
    missing: tuple[str, ...]
    """Documents of the gold without a prediction."""
    judged: tuple[Judged, ...]
    yields: tuple[Yield, ...]
    links: Row | None = None
    wrong_links: tuple[tuple[str, str, str, str], ...] = ()

    def summary(self) -> dict[str, object]:
        """The numbers as one JSON object: tables of entities, facts and links by kind, and shares."""
        out: dict[str, object] = {
            "entities": self.table(Part.ENTITIES),
            "facts": self.table(Part.FACTS),
            "attributes": shares(self.judged),
            "documents": self.documents,
            "missing_documents": list(self.missing),
        }
        return out if self.links is None else {**out, "links": self._link_table(self.links)}

    def table(self, part: Part) -> dict[str, Row]:
        """Precision, recall, F1 and number by kind; `ALL` is the last row."""
        return rows(tally(self.judged, part))

    def lines(self) -> Iterator[str]:
        """The numbers as a table for people."""
        for part in Part:
            yield from lines(part, self.table(part))
        if self.links is not None:
            yield from lines("links", self._link_table(self.links))
        yield f"of the right facts, carry the right: {shares(self.judged)}"
        if self.missing:
            yield f"no prediction for: {', '.join(self.missing)}"

    def errors(self) -> Iterator[str]:
        """Every missed and every wrong item, tab-separated: document, what, kind, name."""
        for line in self.judged:
            if line.verdict in (Verdict.MISSED, Verdict.WRONG):
                yield "\t".join((line.doc, line.verdict, line.kind, line.label))
        for link in self.wrong_links:
            yield "\t".join(link)

    def rules(self) -> Iterator[str]:
        """A table of what each rule found and how much of it was right."""
        return rule_lines(self.yields)

    @staticmethod
    def _link_table(row: Row) -> dict[str, Row]:
        return {"pairs": row, "ALL": row}


def score(
    golds: Mapping[str, Annotation], predictions: Mapping[str, Annotation], links: GoldLinks | None = None
) -> Score:
    """The score of `predictions` against `golds`, both by document name."""
    judged: list[Judged] = []
    yields: list[Yield] = []
    for doc, gold in golds.items():
        lines_of_doc, yields_of_doc = judge(gold, predictions.get(doc, Annotation(doc)))
        judged += lines_of_doc
        yields += yields_of_doc
    missing = tuple(sorted(set(golds) - set(predictions)))
    if links is None:
        return Score(len(golds), missing, tuple(judged), tuple(yields))
    counts, wrong = judge_links(golds, predictions, links)
    return Score(len(golds), missing, tuple(judged), tuple(yields), counts.row(), tuple(wrong))
