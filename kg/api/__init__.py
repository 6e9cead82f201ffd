"""What a Python user calls: `kg.build(paths)`, `kg.load(file)`, the graph that both give, and what is done with two."""

from __future__ import annotations

from kg.api.calls import add, build, load, remove
from kg.api.graph import Graph
from kg.api.made import Build, Merge
from kg.api.several import diff, merge

__all__ = ["Build", "Graph", "Merge", "add", "build", "diff", "load", "merge", "remove"]
