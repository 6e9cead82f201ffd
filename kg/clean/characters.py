"""Characters that no reader sees, or that look like others."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from kg.clean.step import Mend, Mended, mended, relettered
from kg.knowledge.radicals import plain_characters
from kg.model.aligned import AlignedText

__all__ = ["READ_LATE", "characters", "private_characters"]

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue865-\uf8ff\U000e0000-\U000e01ef]+"
)
_PRIVATE = re.compile("[\ue000-\ue864]+")
"""What GB18030 makes of two bytes that stand for nothing: signs of icon fonts, or text that is read one byte late."""
READ_LATE = re.compile(r"[㐀-䶿一-鿿][?？\ufffd][(（]?[a-zà-ǿ]{1,6}[)）]")
"""A character was cut here, and the repair needs the bytes of all that follows."""
_UNREADABLE = re.compile("\ufffd+")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800]")
_VARIANT = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff65\U0002f800-\U0002fa1f]")
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|ndash|middot|hellip|#\d{2,5});")
_PREFERRED = {"︰": "：", "﹐": "，", "﹑": "、", "﹒": ".", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！"}
_PREFERRED |= {"﹙": "（", "﹚": "）", "︵": "（", "︶": "）", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’"}
_PREFERRED |= {"｡": "。", "､": "、", "｢": "“", "｣": "”", "･": "·", "︽": "《", "︾": "》", "︿": "〈", "﹀": "〉"}


_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u2800\u2e80-\u2fd5\u3000\u3164\ud800-\ufaff\ufe00-\ufe6b\ufeff\uff61-\uff65\ufff0-\uffff"
    "\U0002f800-\U0002fa1f\U000e0000-\U000e01ef]|&[a-z#]"
)
"""One look finds whether any of the above stands in the text."""


def characters(view: AlignedText) -> Mended:
    r"""The text without invisible characters; one kind of space, one kind of line end, one form of each character.

    >>> characters(AlignedText.plain("教\u200b育\u3000局\ufeff"))[0].text
    '教育 局'
    """
    if not _ODD.search(view.text):
        return view, []
    view = AlignedText(_LINE_END.sub(_same_length, view.text), view.starts, view.ends)
    view, repairs = relettered(view, _SPACE.sub(" ", view.text), "odd-space")
    view, variants = relettered(view, _VARIANT.sub(_plain_form, view.text), "compatibility-form")
    mends = [Mend("invisible-character", *found.span(), "") for found in _INVISIBLE.finditer(view.text)]
    if _PRIVATE.search(view.text) and not READ_LATE.search(view.text):
        mends += [Mend("invisible-character", *found.span(), "") for found in _PRIVATE.finditer(view.text)]
    mends += [Mend("unreadable-character", *found.span(), found[0], 0.0) for found in _UNREADABLE.finditer(view.text)]
    mends += [Mend("entity", *found.span(), _meant(found[0])) for found in _ENTITY.finditer(view.text)]
    view, removed = mended(view, mends)
    return view, [*repairs, *variants, *removed]


def private_characters(view: AlignedText) -> Mended:
    r"""The text without the characters that have no meaning of their own and were left to repair cut ones.

    >>> private_characters(AlignedText.plain("\ue62b教育局"))[0].text
    '教育局'
    """
    return mended(view, [Mend("invisible-character", *m.span(), "") for m in _PRIVATE.finditer(view.text)])


def _same_length(found: re.Match[str]) -> str:
    """A line end that is one line feed and as long as before; what stands before it is trimmed with the line."""
    return " \n" if found[0] == "\r\n" else "\n"


def _plain_form(found: re.Match[str]) -> str:
    """The usual character for a radical, a compatibility form or a vertical mark, if it is one character."""
    char = found[0]
    plain = _PREFERRED.get(char) or plain_characters().get(ord(char)) or unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def _meant(entity: str) -> str:
    """The character that an entity names in a text that is no longer HTML."""
    meant = unescape(entity)
    if _INVISIBLE.match(meant):
        return ""
    return " " if meant.isspace() else meant
