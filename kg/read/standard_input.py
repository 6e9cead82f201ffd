"""What comes by a pipe: one document, or an archive or JSON Lines with many."""

from __future__ import annotations

import sys

from kg.model.facts import Failure
from kg.read.docx import is_docx
from kg.read.fields import Fields
from kg.read.jsonl import looks_like_jsonl
from kg.read.origin import STANDARD_INPUT, Inside
from kg.read.sizes import LARGEST
from kg.read.unpack import Unpacked, unpack

__all__ = ["read_standard_input"]


def read_standard_input(fields: Fields, form: str = "") -> Unpacked:
    """The documents of standard input, which is read to its end; what it is is guessed unless `form` tells."""
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        problem = f"标准输入太大，最多 {LARGEST:,} 字节，请存成文件 / standard input is too large: save it as a file"
        return Unpacked(failures=[Failure("", "read", problem)])
    form = form or _guess(data)
    if form in ("zip", "jsonl"):
        return unpack(STANDARD_INPUT, fields, data=data, form=form)
    return Unpacked(origins=[Inside(STANDARD_INPUT, "", 0, len(data), data=data, form=form)])


def _guess(data: bytes) -> str:
    """`zip` or `jsonl` where the bytes look so; empty for what is one document."""
    if data.startswith(b"PK\x03\x04") and b"PK\x05\x06" in data and not is_docx(data):
        return "zip"
    return "jsonl" if looks_like_jsonl(data) else ""
