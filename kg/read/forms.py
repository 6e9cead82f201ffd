"""What a document's bytes are, and its text in each form."""

from __future__ import annotations

from typing import TypeAlias

from kg.model.aligned import AlignedText
from kg.read.decode import decode
from kg.read.docx import is_docx, read_docx
from kg.read.foreign import foreign
from kg.read.html import looks_like_html, view_html
from kg.read.markdown import view_markdown
from kg.read.pdf_text import read_pdf
from kg.read.problem import UnreadableError

__all__ = ["FORMS", "Content", "content"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = ("text", "markdown", "html", "jsonl", "pdf", "docx", "zip")
"""What can be told of standard input; a file is known by its content and its ending."""

Content: TypeAlias = tuple[str, AlignedText, str, str]
"""Text, view, media type, and encoding, which is empty where the text was extracted."""


def content(data: bytes, *, ending: str, form: str = "") -> Content:
    """Text and view of one document, by its form if that is told, else by its first bytes, then by its ending.

    `ending` is in lower case with its dot. Raises `UnreadableError` or `CannotDecodeError`.
    """
    if form == "pdf" or (not form and _is_pdf(data)):
        return *read_pdf(data), "application/pdf", ""
    if form == "docx" or (not form and is_docx(data)):
        return *read_docx(data), DOCX, ""
    if problem := foreign(data):
        raise UnreadableError(problem)
    text, encoding = decode(data)
    if not text.strip("\ufeff\u200b\0 \t\r\n\u3000\u00a0"):
        raise UnreadableError("文件是空的 / the file is empty")
    if form == "html" or (not form and (ending in _HTML or looks_like_html(text))):
        view = view_html(text)
        if not view.text.strip():
            raise UnreadableError("网页里没有文字 / the page has no text")
        return text, view, "text/html", encoding
    if form == "markdown" or (not form and ending in _MARKDOWN):
        return text, view_markdown(text), "text/markdown", encoding
    return text, AlignedText.plain(text), "text/plain", encoding


_HTML = (".html", ".htm", ".shtml", ".xhtml")
_MARKDOWN = (".md", ".markdown")


def _is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; some begin with a few stray bytes."""
    return b"%PDF-" in data[:1024] and (data.startswith(b"%PDF-") or not data[:64].isascii() or b"%%EOF" in data)
