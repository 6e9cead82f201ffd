"""From a folder of China's education work reports to a knowledge graph: `kg.build(paths)`, `kg.load(file)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.api import Build, Graph, Merge, add, build, diff, load, merge, remove

__all__ = ["Build", "Graph", "KgError", "Merge", "__version__", "add", "build", "diff", "load", "merge", "remove"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """What a Python user calls, loaded at first use: `import kg` and `kg --help` stay quick."""
    if name in __all__:
        import kg.api

        return getattr(kg.api, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
