"""Graphs of several builds as one, in which the same things keep their IRIs."""

from __future__ import annotations

from kg.combine.choice import Conflict
from kg.combine.merge import Merged, common_base, merge

__all__ = ["Conflict", "Merged", "common_base", "merge"]
