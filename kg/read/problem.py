"""Why bytes are no document, where the file's name is not known."""

from __future__ import annotations

from kg.errors import KgError

__all__ = ["UnreadableError"]


class UnreadableError(KgError):
    """The bytes are not what they look like, or nothing can be read in them; `str()` says what and how to mend it."""
