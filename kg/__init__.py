"""From a folder of China's education work reports to a knowledge graph; start with `kg.build(paths)`."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
