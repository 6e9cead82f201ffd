"""Words of short stretches of text, by jieba's dictionary; used where a name's edge must be found."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

__all__ = ["words"]


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    # Imported here: the dictionary takes most of a second, and most commands never need it.
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """The words of the text; joined they are the text again. Unknown names fall into single characters.

    >>> words("推进实验小学建设")
    ('推进', '实验', '小学', '建设')
    """
    # Without the hidden Markov model: it invents words across a name's edge.
    return tuple(_tokenizer().lcut(text, HMM=False))
