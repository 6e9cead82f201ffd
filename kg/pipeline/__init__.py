"""The stages in their order: first each document by itself, then all of them together."""

from __future__ import annotations

from kg.pipeline.build import build, build_documents
from kg.pipeline.document import Outcome, read_one
from kg.pipeline.find import find_document
from kg.pipeline.inputs import Gathered, Reading, content_of, gather, name_of
from kg.pipeline.workers import Known, Progress, read_many

__all__ = [
    "Gathered",
    "Known",
    "Outcome",
    "Progress",
    "Reading",
    "build",
    "build_documents",
    "content_of",
    "find_document",
    "gather",
    "name_of",
    "read_many",
    "read_one",
]
