"""A plan carried out: each step is remembered as soon as the server has confirmed it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.publish.http import Server
from kg.publish.plan import Part, Plan
from kg.publish.state import Confirmed

__all__ = ["delete_stale", "send_parts"]


def send_parts(todo: Plan, server: Server, confirmed: Confirmed) -> Iterator[Part]:
    """Each part that the plan sends, once the server has it; raises `PublishError` for the first that it does not
    take: what came before stays."""
    for part in todo.send:
        server.put(part.iri, part.turtle)
        confirmed.add(part.iri, part.sha256)
        yield part


def delete_stale(todo: Plan, server: Server, confirmed: Confirmed) -> Iterator[str]:
    """The name of each graph of a report that was taken out, once the server has deleted it."""
    for iri in todo.stale:
        server.delete(iri)
        confirmed.add(iri, "")
        yield iri
