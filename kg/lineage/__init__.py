"""Text lineage: which reports share passages, and which are one report that stands at several places."""

from __future__ import annotations

from kg.lineage.compared import Pair, compared
from kg.lineage.kept import kept
from kg.lineage.reposts import Repost, read_once
from kg.lineage.shared import shared_texts

__all__ = ["Pair", "Repost", "compared", "kept", "read_once", "shared_texts"]
