"""Keys of entities, concepts, documents and statements: ASCII, readable, a pure function of what they name."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache

from kg.text.pinyin import slug as _slug

__all__ = ["document_key", "figure_key", "named_key", "shared_key", "statement_key"]

slug = lru_cache(maxsize=1 << 15)(_slug)
LONGEST = 40
"""A slug is cut to so many characters; the hash keeps names apart."""


def _hash(parts: Iterable[str], length: int) -> str:
    """So many base32 letters of the sha256 of the parts; 8 of them tell about a thousand billion names apart."""
    digest = hashlib.sha256("|".join(parts).encode()).digest()
    # Five bytes are eight letters: the other bytes need not be written.
    return b32encode(digest[: -(-length // 8) * 5]).decode("ascii").lower()[:length]


def named_key(folder: str, scope: str, name: str) -> str:
    """The key of a thing that has its name inside a scope (a division code, or empty).

    >>> named_key("school", "430726", "秀水小学")
    'school/430726-xiushuixiaoxue-yfyf2q5o'
    """
    readable = slug(name)[:LONGEST].strip("-")
    lead = f"{scope}-" if scope else ""
    return f"{folder}/{lead}{readable}-{_hash((folder, scope, name), 8)}"


def document_key(sha256: str) -> str:
    """The key of a report: the first 16 digits of its sha256.

    >>> document_key("f56b786812aef5cbc55f9227ba068a17")
    'doc/f56b786812aef5cb'
    """
    return f"doc/{sha256[:16]}"


def statement_key(kind: str, parts: Iterable[str]) -> str:
    """The key of a statement, from its kind and all that it says."""
    return f"event/{kind[:4]}-{_hash((kind, *parts), 16)}"


def figure_key(folder: str, parts: Iterable[str]) -> str:
    """The key of a figure or of an identity between figures, from all that it says.

    >>> figure_key("figure", ("学校", "82", "所")) == figure_key("figure", ("学校", "82", "所"))
    True
    """
    return f"{folder}/{_hash((folder, *parts), 16)}"


def shared_key(places: Iterable[tuple[str, int, int]]) -> str:
    """The key of a text that two reports share, from where it stands in each (document, start, end), in any order.

    >>> shared_key([("doc/1", 0, 9), ("doc/2", 3, 12)]) == shared_key([("doc/2", 3, 12), ("doc/1", 0, 9)])
    True
    """
    return f"shared/{_hash(('shared', *(f'{key}-{start}-{end}' for key, start, end in sorted(places))), 16)}"
