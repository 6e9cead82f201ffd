"""The graph of a collection as an Oxigraph database on disk, for questions to graphs that are large."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import KgError
from kg.graph.store import ENGINE

__all__ = ["ENGINE", "write_engine"]

STAMP = "graph.sha256"
"""Beside the database: of which Turtle it holds the triples."""


def write_engine(folder: Path, turtle: bytes) -> bool:
    """Whether the database in the folder was made anew: it is left alone where it holds this graph already.

    A new one is filled beside the old one, which makes room only when it is whole; after a kill at any moment the next
    call mends what is left. Raises `KgError` that names the folder.
    """
    digest = hashlib.sha256(turtle).hexdigest()
    new, old, place, stamp = folder / f"{ENGINE}.new", folder / f"{ENGINE}.old", folder / ENGINE, folder / STAMP
    try:
        if place.is_dir() and stamp.is_file() and stamp.read_text("ascii").strip() == digest:
            return False
        for leftover in (new, old):
            shutil.rmtree(leftover, ignore_errors=True)
        stamp.unlink(missing_ok=True)
        store = Store(str(new))
        store.bulk_load(turtle, format=RdfFormat.TURTLE)
        store.optimize()
        store.flush()
        del store
        if place.exists():
            place.rename(old)
        new.rename(place)
        shutil.rmtree(old, ignore_errors=True)
        stamp.write_text(digest + "\n", "ascii")
    except OSError as cause:
        raise KgError(f"{place}: 数据库写不了 / the database cannot be written: {cause.strerror or cause}") from cause
    return True
