"""From a folder of China's education work reports to a knowledge graph; start with `kg.build(paths)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.api import Build, build

__all__ = ["Build", "KgError", "__version__", "build"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`kg.build` and `kg.Build`, loaded at first use: `import kg` and `kg --help` stay quick."""
    if name in ("Build", "build"):
        import kg.api

        return getattr(kg.api, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
