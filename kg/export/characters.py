"""Words without the characters that a form cannot hold."""

from __future__ import annotations

import re

__all__ = ["encodable", "xml_words"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write: controls, halves of characters, U+FFFE and U+FFFF."""


def encodable(words: str) -> str:
    """The words with U+FFFD for lone surrogates, which are no characters and cannot be written in UTF-8.

    >>> encodable("一\\ud800中")
    '一�中'
    """
    return _SURROGATE.sub("\ufffd", words)


def xml_words(words: str) -> str:
    """The words as any XML can hold them: what it has no way to write is left out, line ends are `\\n`.

    >>> xml_words("一\\x00中\\ufffe\\r\\n二")
    '一中\\n二'
    """
    return _ILLEGAL.sub("", words).replace("\r\n", "\n").replace("\r", "\n")
