"""Two graphs compared as values: what each report gained, lost and changed, in words."""

from __future__ import annotations

from kg.compare.compare import compare
from kg.compare.model import Difference
from kg.compare.words import difference_lines

__all__ = ["Difference", "compare", "difference_lines"]
