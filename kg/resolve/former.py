"""The schools that a document knows only as the former names of others: 青山小学（原县四小）."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Entity
from kg.model.names import EntityKind
from kg.resolve.prefix import bare_name, leading_region
from kg.resolve.school_key import expand
from kg.resolve.scope import Identity
from kg.resolve.stage import school_attributes
from kg.text.keys import named_key

__all__ = ["FormerSchool", "former_schools", "keys_in_scope"]


@dataclass(frozen=True, slots=True)
class FormerSchool:
    """A school of the graph that one document names only as what another was."""

    successor: str
    """`Entity.id` of the school that it became."""
    entity: Entity
    identity: Identity


def former_schools(
    document: DocumentFacts, known: Mapping[str, Identity], knowledge: Knowledge
) -> Iterator[FormerSchool]:
    """The former names of a document's schools as schools of their own, in the region of those that they became.

    Another year's report may know the school under its old name: both then have the same key.
    """
    for number, fact in enumerate(document.facts):
        name, successor = fact.attributes.get("was", ""), fact.ends.get("successor", "")
        if name and successor:
            scope = known[successor].scope
            entity = Entity(
                f"{successor}-was-{number}", EntityKind.SCHOOL, name, (), "", None, (fact.evidence,),
                school_attributes(name),
            )  # fmt: skip
            form = _form(name, scope, knowledge)
            yield FormerSchool(successor, entity, Identity(named_key("school", scope, form), scope, form))


def keys_in_scope(name: str, scope: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The keys that a school's name can have inside a region: as it is, and without a level before it (县四小)."""
    names = [name, name[1:]] if name[0] in "县市区州旗" and len(name) > 2 else [name]
    return tuple(named_key("school", scope, _form(n, scope, knowledge)) for n in names)


def _form(name: str, scope: str, knowledge: Knowledge) -> str:
    """A school's name without region, written out."""
    name = bare_name(name)
    leading = leading_region(name, scope if scope.isdigit() else "", knowledge)
    return expand(name[leading[1] :] if leading and len(name) - leading[1] >= 2 else name)
