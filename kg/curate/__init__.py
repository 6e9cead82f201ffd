"""What people correct in a graph, from a file of theirs, at every build: who is who, and what is said."""

from __future__ import annotations

from kg.curate.apart import names_apart
from kg.curate.entries import Entry
from kg.curate.file import parse_curation, read_curation
from kg.curate.ledger import Ledger
from kg.curate.statements import curate_statements
from kg.curate.things import curate_things

__all__ = ["Entry", "Ledger", "curate_statements", "curate_things", "names_apart", "parse_curation", "read_curation"]
