"""What a Python user calls: `kg.build(paths)`, `kg.load(file)`, and the graph that both give."""

from __future__ import annotations

from kg.api.calls import add, build, load, remove
from kg.api.graph import Build, Graph

__all__ = ["Build", "Graph", "add", "build", "load", "remove"]
