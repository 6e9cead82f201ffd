"""The facts of a document as bytes, checked when they are read back."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from kg.model.facts import DocumentFacts

if TYPE_CHECKING:
    import msgspec

__all__ = ["from_bytes", "to_bytes"]

_DIGEST = 32


def to_bytes(facts: DocumentFacts) -> bytes:
    """The facts as MessagePack behind the sha256 of it."""
    import msgspec

    packed = msgspec.msgpack.encode(facts)
    return hashlib.sha256(packed).digest() + packed


def from_bytes(data: bytes) -> DocumentFacts | None:
    """The facts again; None for bytes that are damaged or of another form: they are read anew then."""
    import msgspec

    digest, packed = data[:_DIGEST], data[_DIGEST:]
    if hashlib.sha256(packed).digest() != digest:
        return None
    try:
        return _decoder().decode(packed)
    except msgspec.MsgspecError:
        return None


@cache
def _decoder() -> msgspec.msgpack.Decoder[DocumentFacts]:
    import msgspec

    return msgspec.msgpack.Decoder(DocumentFacts)
