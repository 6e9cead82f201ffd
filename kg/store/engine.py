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
"""Beside the database: of which Turtle it holds the triples, and what its files were when it was made."""
_OWN = ("LOCK", "LOG")
"""Files with these beginnings say nothing of the triples; whoever opens the database may write them."""


def write_engine(folder: Path, turtle: bytes) -> bool:
    """Whether the database in the folder was made anew: it is left alone where it holds this graph, undamaged.

    A new one is filled beside the old one, which makes room only when it is whole; after a kill at any moment the next
    call mends what is left. Raises `KgError` that names the folder.
    """
    new, old, place, stamp = folder / f"{ENGINE}.new", folder / f"{ENGINE}.old", folder / ENGINE, folder / STAMP
    wanted = hashlib.sha256(turtle).hexdigest()
    try:
        if place.is_dir() and stamp.is_file() and stamp.read_bytes() == _stamp(wanted, place):
            return False
        _remove(new, old)
        stamp.unlink(missing_ok=True)
        _fill(new, turtle)
        if place.exists():
            place.rename(old)
        new.rename(place)
        _remove(old)
        stamp.write_bytes(_stamp(wanted, place))
    except OSError as cause:
        _remove(new)
        raise KgError(f"{place}: 数据库写不了 / the database cannot be written: {cause.strerror or cause}") from cause
    return True


def _fill(folder: Path, turtle: bytes) -> None:
    """Make a database; it is closed when this returns."""
    store = Store(str(folder))
    store.bulk_load(turtle, format=RdfFormat.TURTLE)
    store.optimize()
    store.flush()


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _stamp(turtle: str, place: Path) -> bytes:
    """The sha256 of the Turtle and that of all files of the database."""
    digest = hashlib.sha256()
    for path in sorted(path for path in place.iterdir() if not path.name.startswith(_OWN)):
        with path.open("rb") as file:
            digest.update(path.name.encode() + b"\0" + hashlib.file_digest(file, "sha256").digest())
    return f"{turtle}\n{digest.hexdigest()}\n".encode()
