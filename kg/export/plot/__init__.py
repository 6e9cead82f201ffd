"""Pictures for reports: PNG or SVG, drawn by matplotlib with a Chinese font of the system."""

from __future__ import annotations

from kg.export.plot.ego import ego
from kg.export.plot.matrix import matrix
from kg.export.plot.sheet import FORMS, Sheet
from kg.export.plot.spread import spread
from kg.export.plot.timeline import timeline

__all__ = ["FORMS", "Sheet", "ego", "matrix", "spread", "timeline"]
