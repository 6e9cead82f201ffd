"""On what a fact rests, as far as it bears on how sure the fact is."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SURE", "Grounds"]

SURE = 0.9
"""A repair of this confidence or more is right nearly always: it is no reason to doubt what stands on it."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the confidence of a fact is computed from, beside the rule that related its ends."""

    ends: tuple[tuple[str, str, str], ...] = ()
    """For each end its kind, its best rule, and how often it is named: `once` or `often`."""
    gap: str = "none"
    """Between the ends: `none` (one end, or one inside the other), `near`, `far`, `apart` (another sentence)."""
    year: str = "none"
    """`said` by the words around, `inherited` from heading or title, `none`."""
    repair: float = 1.0
    """The confidence of the least sure repair in the evidence's span; 1.0 where nothing was repaired."""

    @property
    def traits(self) -> tuple[str, ...]:
        """What is measured of a fact beside its rule.

        >>> Grounds(gap="near", year="said").traits
        ('gap:near', 'repair:none', 'year:said')
        """
        repaired = "none" if self.repair >= 1.0 else "sure" if self.repair >= SURE else "unsure"
        return f"gap:{self.gap}", f"repair:{repaired}", f"year:{self.year}"
