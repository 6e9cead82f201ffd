"""A folder that keeps reports and what was read in them, so that a build reads only what is new."""

from __future__ import annotations

from kg.store.collection import Collection, open_collection

__all__ = ["Collection", "open_collection"]
