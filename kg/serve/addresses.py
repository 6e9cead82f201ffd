"""Where on this server the page of a thing stands."""

from __future__ import annotations

from urllib.parse import quote

__all__ = ["address", "spelled"]

_PLAIN = "/:@!$&'()*+,;=~-._"
"""What a path may hold as it is. A sign % is none of it: an IRI that holds %E5 must come back as it was."""


def address(iri: str, base: str) -> str:
    """The path of a thing's page; empty for what lies outside the graph's base.

    >>> address("https://example.org/id/school/1", "https://example.org/id/")
    '/id/school/1'
    >>> address("https://example.org/id/a%E5?b#c", "https://example.org/id/")
    '/id/a%25E5%3Fb%23c'
    >>> address("https://example.org/", "https://example.org/id/")
    ''
    """
    key = iri.removeprefix(base)
    return f"/id/{quote(key, safe=_PLAIN)}" if key and key != iri else ""


def spelled(key: str) -> str:
    """A key in ASCII, as an IRI may have it that was asked for in Chinese.

    >>> spelled("school/校")
    'school/%E6%A0%A1'
    """
    return quote(key, safe=_PLAIN + "%?#")
