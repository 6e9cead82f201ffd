"""Radicals that stand for a character that looks the same, as text copied from PDF files is full of."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from kg.knowledge.folder import ontology_folder

__all__ = ["plain_characters"]


@lru_cache(maxsize=1)
def plain_characters() -> Mapping[int, str]:
    """For `str.translate`: every radical and the character that is meant.

    >>> "⼯作总结，第3⻚".translate(plain_characters())
    '工作总结，第3页'
    """
    lines = (ontology_folder() / "repair" / "radicals.txt").read_text("utf-8").splitlines()
    listed = {ord(line[0]): line[1] for line in lines if not line.startswith("#")}
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | listed
