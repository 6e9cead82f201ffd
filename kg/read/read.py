"""One file to its text and to the part of it that a person reads."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.errors import ReadError
from kg.model.aligned import AlignedText
from kg.model.document import RawDocument, SourceFile
from kg.read.decode import CannotDecodeError, decode
from kg.read.foreign import foreign
from kg.read.html import looks_like_html, view_html
from kg.read.markdown import view_markdown

__all__ = ["LARGEST", "read"]

LARGEST = 50_000_000
"""Bytes; a larger file is no report. A year's collected reports of a province are below 5 MB."""


def read(path: Path, *, name: str) -> RawDocument:
    """The decoded file and its view; `name` is what the file is called in everything that is written.

    `text` is `bytes.decode(source.encoding)`: a byte order mark is not part of it, line ends stay as they are.
    Raises `ReadError` for a file that cannot be opened, is empty, too large, no text, or in no known encoding.
    """
    data = _bytes(path, name)
    problem = foreign(data)
    if problem:
        raise ReadError(name, problem)
    try:
        text, encoding = decode(data)
    except CannotDecodeError as error:
        raise ReadError(name, str(error)) from error
    if not text.strip("\ufeff\u200b\0 \t\r\n\u3000\u00a0"):
        raise ReadError(name, "文件是空的 / the file is empty")
    ending = path.suffix.lower()
    if ending in {".html", ".htm"} or looks_like_html(text):
        media_type, view = "text/html", view_html(text)
        if not view.text.strip():
            raise ReadError(name, "网页里没有文字 / the page has no text")
    elif ending == ".md":
        media_type, view = "text/markdown", view_markdown(text)
    else:
        media_type, view = "text/plain", AlignedText.plain(text)
    source = SourceFile(name, hashlib.sha256(data).hexdigest(), media_type, encoding, len(data))
    return RawDocument(source, text, view)


def _bytes(path: Path, name: str) -> bytes:
    """The content of the file, or what forbids to read it."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ReadError(name, f"文件太大：{size:,} 字节，最多 {LARGEST:,} / too large: split it")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(name, f"读不了 / cannot be read: {error.strerror or error}") from error
    if not data:
        raise ReadError(name, "文件是空的 / the file is empty")
    return data
