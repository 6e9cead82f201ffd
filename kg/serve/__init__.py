"""The graph in a browser and as a SPARQL endpoint: on this machine only, for reading only."""

from __future__ import annotations

from kg.serve.run import serve

__all__ = ["serve"]
