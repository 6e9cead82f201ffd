"""RDF back to a graph: the way in that `kg.graph.rdf` is the way out of."""

from __future__ import annotations

from kg.graph.reading.back import ReadBack, read_back, read_file
from kg.graph.reading.part import read_part

__all__ = ["ReadBack", "read_back", "read_file", "read_part"]
