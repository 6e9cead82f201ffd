"""Two graphs compared as values: what each report gained, lost and changed, in words."""

from __future__ import annotations

from kg.diff.compare import compare
from kg.diff.model import Difference
from kg.diff.words import difference_lines

__all__ = ["Difference", "compare", "difference_lines"]
