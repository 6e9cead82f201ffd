"""Two graphs as values: what differs."""

from __future__ import annotations

from kg.compare.documents import document_fields, matched, name_of
from kg.compare.entities import became, entity_differences
from kg.compare.model import Changed, Difference, DocumentDifference, Field, Item
from kg.compare.statements import Said, paired, said_by
from kg.model.graph import Curation, GraphIdentity, KnowledgeGraph
from kg.model.lineage import SharedText

__all__ = ["compare"]


def compare(old: KnowledgeGraph, new: KnowledgeGraph, *, bases: tuple[str, str] = ("", "")) -> Difference:
    """What `new` gained, lost and changed against `old`: false where they hold the same.

    A fact belongs to every report that gives evidence for it. `bases` is what the IRIs of each begin with. Places,
    rules and confidences count, too: graphs without a difference give the same Turtle.

    >>> nothing = KnowledgeGraph((), (), {})
    >>> bool(compare(nothing, nothing))
    False
    """
    pairs = matched(old.documents, new.documents)
    documents = {before: after for before, after in pairs if before and after}
    follow = became(old, new, documents)
    said_old = said_by(old, lambda key: follow.get(key, key))
    said_new = said_by(new, lambda key: key)
    found = []
    for before, after in pairs:
        info = new.documents[after] if after else old.documents[before]
        fields: tuple[Field, ...] = ()
        if before and after:
            read_by = (old.read_by.get(before, ""), new.read_by.get(after, ""))
            fields = document_fields(old.documents[before], new.documents[after], read_by=read_by)
        gained, lost, changed = paired(said_old[before], said_new[after], moved=before != after)
        title = info.title or info.source.stem
        found.append(DocumentDifference(name_of(info), title, before, after, fields, gained, lost, changed))
    gained, lost, changed = _others(old, new)
    return Difference(
        tuple([Field("base_iri", *bases)] if bases[0] != bases[1] else ()),
        tuple(document for document in found if document),
        tuple(entity_differences({e.key: e for e in old.entities}, {e.key: e for e in new.entities}, follow)),
        gained,
        lost,
        changed,
    )


def _others(old: KnowledgeGraph, new: KnowledgeGraph) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Changed, ...]]:
    """The sums, shares and growths that came, went, or hold no longer; and the corrections."""
    sides = []
    for graph in (old, new):
        words = {figure.key: f"{figure.what} {figure.value:f}{figure.unit}" for figure in graph.figures}
        corrections = [_curation(curation) for curation in graph.curations]
        shared = [_shared(text, graph) for text in graph.shared_texts]
        sides.append([*(_identity(identity, words) for identity in graph.identities), *corrections, *shared])
    return paired(sides[0], sides[1], moved=False)


def _identity(identity: GraphIdentity, words: dict[str, str]) -> Said:
    ends = tuple(words.get(key, key) for key in identity.figures)
    item = Item(identity.key, identity.kind.value, ends, None, "", "")
    fields = {"computed": f"{identity.computed:f}", "holds": "成立" if identity.holds else "不成立"}
    return Said(item, (identity.kind, tuple(sorted(ends))), fields)


def _shared(text: SharedText, graph: KnowledgeGraph) -> Said:
    held = graph.documents
    files = tuple(name_of(held[key]) if (key := side.document) in held else key for side in text.evidence)
    item = Item(text.key, "shared-text", files, None, "", text.first.quote)
    said = {"kind": text.kind.value, "similarity": f"{text.similarity:.4f}", "direction": text.direction.value}
    return Said(item, text.key, said | {"quote": text.second.quote})


def _curation(curation: Curation) -> Said:
    item = Item(curation.key, "curation", (curation.action.value, curation.who, curation.why), None, "", "")
    fields = {"subjects": "、".join(curation.subjects), "removed": "、".join(curation.removed)}
    return Said(item, curation.key, fields)
