"""Bytes to text: which encoding a Chinese file is in, decided by which reading of it makes sense."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from kg.errors import KgError
from kg.knowledge.folder import ontology_folder
from kg.text.misread import read_as

__all__ = ["CannotDecodeError", "decode", "readable"]

SENSE = 0.3
"""Share of frequent characters from which a decoding is taken as Chinese. On the five seeds in six encodings, whole
and cut to 40 bytes, the right decoding has 0.56 or more and every wrong one 0.10 or less."""
SAMPLE = 1 << 16
"""How many bytes are judged; a file is in one encoding."""
MOST_CONTROLS = 0.02
"""Share of control characters above which a file is no text."""
SOME_SENSE = 0.2
"""Share of frequent characters in a text whose encoding is not in doubt; tables of names have few of them."""
LEAST = 20
"""Characters beyond ASCII from which they must make sense."""
MOST_STRANGE = 0.1
"""Share of characters beyond ASCII up to which a guess is believed; more of them must make sense as Chinese."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""In this order where two read a file equally well; cp950 and big5hkscs only add characters to big5."""
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


class CannotDecodeError(KgError):
    """No encoding makes text of the bytes; `str()` says what was seen."""


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding by which `data.decode(encoding)` gives it again; a byte order mark is not text.

    A mark at the start decides, then valid UTF-8, then what an HTML page declares if that makes sense, then the
    encoding of Chinese in which the most characters are frequent ones, and last the guess of charset-normalizer.
    Raises `CannotDecodeError`.

    >>> decode("教育局".encode("gb18030"))
    ('教育局', 'gb18030')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _exactly(data, encoding), encoding
    if b"\0" not in data or data.count(b"\0") < len(data) * MOST_CONTROLS:
        try:
            return _checked(data.decode("utf-8")), "utf-8"
        except UnicodeDecodeError as error:
            problem = f"第 {error.start} 字节不是 UTF-8 / byte {error.start} is not UTF-8"
    else:
        problem = "含有大量空字节 / full of NUL bytes"
    for encoding in (*_declared(data), *_by_sense(data), *_guessed(data)):
        try:
            return _checked(data.decode(encoding)), encoding
        except (UnicodeDecodeError, LookupError, CannotDecodeError):
            continue
    raise CannotDecodeError(_diagnosis(data) or f"不是文本，或编码无法判断，请存成 UTF-8：{problem}: save it as UTF-8")


def readable(text: str) -> bool:
    """Whether a text that was taken out of a file is words: mostly ASCII, or Chinese with its frequent characters.

    >>> readable("全面落实“双减”政策"), readable("Annual report"), readable("ĀāĂ㐂ăĄ" * 9), readable("\ufffd" * 40)
    (True, True, False, False)
    """
    sample = text[:SAMPLE]
    characters = "".join(_FOREIGN.findall(sample))
    if len(characters) < max(MOST_STRANGE * len(sample), LEAST):
        return True
    return sum(map(_frequent().__contains__, characters)) >= SOME_SENSE * len(characters)


def _exactly(data: bytes, encoding: str) -> str:
    """The text in the encoding that the mark announces."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"标明是 {encoding}，但第 {error.start} 字节不合 / marked {encoding}, but byte {error.start} is not"
        raise CannotDecodeError(problem) from error


def _checked(text: str) -> str:
    """The text if it has hardly any control characters; a program or a picture can decode, but not make text."""
    controls = len(_CONTROLS.findall(text[:SAMPLE]))
    # What was misread once is full of such characters, and cleaning makes it text again.
    if controls > MOST_CONTROLS * len(text[:SAMPLE]) and controls > 1 and not read_as(text):
        raise CannotDecodeError("不是文本（二进制内容）/ not text (binary content)")
    return text


def _declared(data: bytes) -> list[str]:
    """The encoding that a page names, if its text then makes sense."""
    found = _DECLARED.search(data[:4096])
    if not found:
        return []
    # Pages that say gb2312 use characters of its successors.
    name = found[1].decode("ascii").lower()
    name = "gb18030" if name in {"gb2312", "gbk", "gb_2312-80", "x-gbk"} else name
    return [name] if _sense(data, name) >= SENSE else []


def _by_sense(data: bytes) -> list[str]:
    """The encodings of Chinese that make sense of the bytes, the best first."""
    scores = [(-round(_sense(data, encoding), 2), i, encoding) for i, encoding in enumerate(_CHINESE)]
    return [encoding for score, _, encoding in sorted(scores) if -score >= SENSE]


def _sense(data: bytes, encoding: str, errors: str = "strict") -> float:
    """The share of frequent Chinese characters among all that are not ASCII; 0 if the bytes do not decode."""
    try:
        # The sample may end in the middle of a character; the incremental decoder keeps that end back.
        text = codecs.getincrementaldecoder(encoding)(errors).decode(data[:SAMPLE], final=len(data) <= SAMPLE)
    except (UnicodeDecodeError, LookupError):
        return 0.0
    characters = "".join(_FOREIGN.findall(text))
    return sum(map(_frequent().__contains__, characters)) / len(characters) if characters else 0.0


def _guessed(data: bytes) -> list[str]:
    """What charset-normalizer makes of a file that is not Chinese; its word alone is not enough for Chinese."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if best is None:
        return []
    strange = sum(map(len, _FOREIGN.findall(str(best))))
    return [best.encoding] if strange < MOST_STRANGE * len(str(best)) else []


def _diagnosis(data: bytes) -> str:
    """Which encoding the file would be in but for some broken bytes, and where the first of them is."""
    for encoding in ("utf-8", *_CHINESE):
        if _sense(data, encoding, errors="replace") >= SENSE:
            try:
                data.decode(encoding)
            except UnicodeDecodeError as error:
                where = f"第 {error.start} 字节损坏 / byte {error.start} is broken"
                return f"像是 {encoding}，但{where}: save it again as UTF-8"
    return ""


@lru_cache(maxsize=1)
def _frequent() -> frozenset[str]:
    """The characters of which every Chinese text is mostly made, simplified and traditional."""
    lines = (ontology_folder() / "repair" / "frequent_characters.txt").read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))
