"""Files that are no text and that nothing here reads: which kind they are, and what to do with them."""

from __future__ import annotations

import re

__all__ = ["foreign"]

_WORD = "用 Word 或 WPS 另存为 .docx / save it as .docx with Word or WPS"
_SHEET = "另存为 .csv 或 .docx / save it as .csv or .docx"
_UNPACK = "先解压，或改成 .zip / unpack it first, or pack it as .zip"
_IMAGE = "图片要先识别文字 / an image needs OCR first"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc/xls/wps（或加了密码的 docx）", _WORD),
    (b"{\\rtf", "RTF", _WORD),
    (b"Rar!\x1a\x07", "rar", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "7z", _UNPACK),
    (b"\x1f\x8b", "gzip", _UNPACK),
    (b"BZh", "bzip2", _UNPACK),
    (b"\xfd7zXZ", "xz", _UNPACK),
    (b"HN\x00\x00", "CAJ", "另存为 PDF / save it as PDF"),
    (b"CAJ\x00", "CAJ", "另存为 PDF / save it as PDF"),
    (b"\x89PNG", "PNG", _IMAGE),
    (b"\xff\xd8\xff", "JPEG", _IMAGE),
    (b"GIF8", "GIF", _IMAGE),
    (b"II*\x00", "TIFF", _IMAGE),
    (b"MM\x00*", "TIFF", _IMAGE),
    (b"SQLite format 3", "SQLite", "另存为纯文本 / save it as plain text"),
    (b"\x7fELF", "ELF", "这是程序 / this is a program"),
)
_PACKED: tuple[tuple[bytes, str, str], ...] = (
    (b"xl/", "Excel", _SHEET),
    (b"ppt/", "PowerPoint", _WORD),
    (b"OFD.xml", "OFD", "另存为 PDF / save it as PDF"),
    (b"opendocument", "OpenDocument", _WORD),
    (b"META-INF/container.xml", "EPUB", _WORD),
)
"""What tells the kind of a zip archive that is an office document: names in it."""
_END = re.compile(rb"PK\x05\x06")


def foreign(data: bytes) -> str:
    """What the file is and the cure, if its first bytes show that it is no text; else an empty string.

    >>> foreign(b"\\x89PNG ...")
    '这是 PNG，不是文本：图片要先识别文字 / an image needs OCR first'
    >>> foreign("临江县教育局".encode())
    ''
    """
    for magic, kind, cure in _MAGIC:
        if data.startswith(magic):
            return f"这是 {kind}，不是文本：{cure}"
    if data.startswith(b"PK\x05\x06"):
        return "这是 zip，不是文本：压缩包是空的 / the archive is empty"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return f"这是 {data[8:12].decode().strip()}，不是文本 / this is no text"
    return ""


def _packed(data: bytes) -> str:
    """What an archive is, told by the names in it."""
    if not _END.search(data):
        return "zip 或 docx 已损坏，请重新下载 / broken zip or docx: download it again"
    for name, kind, cure in _PACKED:
        if name in data:
            return f"这是 {kind}，不是文本：{cure}"
    return "这是 zip：文件名请以 .zip 结尾 / a zip archive: its name must end with .zip"
