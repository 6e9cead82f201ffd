"""The graph as one page that opens anywhere, without a network."""

from __future__ import annotations

from kg.export.page.assemble import page, served_page

__all__ = ["page", "served_page"]
