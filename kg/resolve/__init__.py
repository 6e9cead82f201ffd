"""Who is who: within one document, and over all of them."""

from __future__ import annotations

from kg.resolve.across import resolve
from kg.resolve.document import resolve_document

__all__ = ["resolve", "resolve_document"]
