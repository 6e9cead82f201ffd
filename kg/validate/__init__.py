"""Whether a graph keeps the promises of `ontology/shapes.ttl`, told in words."""

from __future__ import annotations

from kg.validate.check import validate, validate_file
from kg.validate.findings import Finding, Validation
from kg.validate.words import lines

__all__ = ["Finding", "Validation", "lines", "validate", "validate_file"]
