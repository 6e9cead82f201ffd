"""The stages in their order: first each document by itself, then all of them together."""

from __future__ import annotations

from kg.pipeline.build import build
from kg.pipeline.document import Outcome, read_one
from kg.pipeline.inputs import gather
from kg.pipeline.workers import Progress, read_many

__all__ = ["Outcome", "Progress", "build", "gather", "read_many", "read_one"]
