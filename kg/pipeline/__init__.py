"""The stages in their order: first each document by itself, then all of them together."""

from __future__ import annotations

from kg.pipeline.build import build
from kg.pipeline.document import Outcome, read_one
from kg.pipeline.find import find_document
from kg.pipeline.inputs import Reading, gather, name_of
from kg.pipeline.workers import Progress, read_many

__all__ = ["Outcome", "Progress", "Reading", "build", "find_document", "gather", "name_of", "read_many", "read_one"]
