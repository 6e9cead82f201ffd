"""Files that are no text: which kind they are, and what to do with them."""

from __future__ import annotations

__all__ = ["foreign"]

_WORD = "另存为纯文本或网页 / save it as plain text or HTML"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "PDF", "先转成文本，如 pdftotext 文件 / convert it first: pdftotext FILE"),
    (b"PK\x03\x04", "zip/docx/xlsx", _WORD),
    (b"PK\x05\x06", "zip", "压缩包是空的 / the archive is empty"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc/xls/wps", _WORD),
    (b"{\\rtf", "RTF", _WORD),
    (b"Rar!\x1a\x07", "rar", "先解压 / unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "先解压 / unpack it first"),
    (b"\x1f\x8b", "gzip", "先解压 / unpack it first"),
    (b"BZh", "bzip2", "先解压 / unpack it first"),
    (b"\xfd7zXZ", "xz", "先解压 / unpack it first"),
    (b"\x89PNG", "PNG", "图片要先识别文字 / an image needs OCR first"),
    (b"\xff\xd8\xff", "JPEG", "图片要先识别文字 / an image needs OCR first"),
    (b"GIF8", "GIF", "图片要先识别文字 / an image needs OCR first"),
    (b"II*\x00", "TIFF", "图片要先识别文字 / an image needs OCR first"),
    (b"MM\x00*", "TIFF", "图片要先识别文字 / an image needs OCR first"),
    (b"SQLite format 3", "SQLite", _WORD),
    (b"\x7fELF", "ELF", "这是程序 / this is a program"),
)


def foreign(data: bytes) -> str:
    """What the file is and the cure, if its first bytes show that it is no text; else an empty string.

    >>> foreign(b"%PDF-1.7 ...")
    '这是 PDF，不是文本：先转成文本，如 pdftotext 文件 / convert it first: pdftotext FILE'
    >>> foreign("临江县教育局".encode())
    ''
    """
    for magic, kind, cure in _MAGIC:
        if data.startswith(magic):
            return f"这是 {kind}，不是文本：{cure}"
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return f"这是 {data[8:12].decode().strip()}，不是文本 / this is no text"
    return ""
