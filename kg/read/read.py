"""One document to its text and to the part of it that a person reads."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from kg.errors import ReadError
from kg.model.aligned import AlignedText
from kg.model.document import Metadata, RawDocument, SourceFile
from kg.read.decode import CannotDecodeError
from kg.read.fields import Fields
from kg.read.forms import content
from kg.read.html import looks_like_html, view_html
from kg.read.jsonl import read_record
from kg.read.origin import Inside, Origin, origin_bytes
from kg.read.problem import UnreadableError

__all__ = ["JSONL", "read"]

JSONL = "application/jsonl"


def read(origin: Origin, *, name: str) -> RawDocument:
    """The document's text and its view; `name` is what the document is called in everything that is written.

    The text of a file in an encoding is `bytes.decode(source.encoding)`: a byte order mark is not part of it, line
    ends stay as they are. Of PDF and DOCX it is what was extracted, of a line of JSON Lines its text field. Raises
    `ReadError` for what cannot be opened, is empty, too large, locked, broken, no text, or in no known encoding.
    """
    data = origin_bytes(origin, name=name)
    given = Metadata()
    try:
        if isinstance(origin, Inside) and origin.fields is not None:
            text, view, media_type, encoding, given = _record(data, origin.fields)
        else:
            form = origin.form if isinstance(origin, Inside) else ""
            text, view, media_type, encoding = content(data, ending=_ending(origin), form=form)
    except (UnreadableError, CannotDecodeError) as error:
        raise ReadError(name, str(error)) from error
    source = SourceFile(name, hashlib.sha256(data).hexdigest(), media_type, encoding, len(data))
    return RawDocument(source, text, view, given)


def _record(data: bytes, fields: Fields) -> tuple[str, AlignedText, str, str, Metadata]:
    """A line of JSON Lines; its text may be a web page."""
    record = read_record(data, fields)
    view = view_html(record.text) if looks_like_html(record.text) else AlignedText.plain(record.text)
    if not view.text.strip():
        raise UnreadableError("正文字段是空的 / the text field is empty")
    return record.text, view, JSONL, record.encoding, record.given


def _ending(origin: Origin) -> str:
    """The ending of the file or of the archive's member, in lower case."""
    path = origin if isinstance(origin, Path) else PurePosixPath(origin.inner or origin.file)
    return path.suffix.lower()
