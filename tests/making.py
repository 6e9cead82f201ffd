"""Files in forms that are no plain text, made here and nowhere kept: PDF, DOCX and zip archives.

The PDF is written by hand as Word writes it: each change of font begins a new piece, Chinese stands in two-byte codes
with a table that leads back to characters, lines are broken where the page ends. So its reader meets what it meets in
the world, and no library that only tests need is added.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 90.0, 760.0, 90.0
SIZE, PITCH = 16.0, 28.0
COLUMNS = 26
"""Chinese characters in a line."""


def em(text: str) -> float:
    """The room of a text, in Chinese characters."""
    return sum(map(_em, text))


def _em(char: str) -> float:
    kind = unicodedata.east_asian_width(char)
    return 1.0 if kind in "WF" or (kind == "A" and not char.isalpha()) else 0.5


@dataclass
class Pdf:
    """Pages that are written from the top; each call puts more on the last one."""

    head: str = ""
    number: str = ""
    """`— {} —`: how pages are numbered; nothing is not at all."""
    pages: list[list[str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """The characters on the pages."""
    y: float = 0.0

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """A piece for each run of Latin and of Chinese, as a change of font makes them."""
        for run in re.findall(r"[ -~]+|[^ -~]+", text):
            font = "F2" if run[0].isascii() else "F1"
            codes = self.codes(run)
            self.pages[-1].append(f"q BT /{font} {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [<{codes}>] TJ ET Q")
            x += em(run) * size

    def codes(self, text: str) -> str:
        """The characters as the page names them."""
        self.used |= set(text)
        return text.encode("utf-16-be").hex()

    def page(self) -> None:
        self.pages.append([])
        self.y = TOP
        if self.head:
            self.text(LEFT + 8 * SIZE, TOP + 30, self.head, 9)
        if self.number:
            self.text(LEFT + 11 * SIZE, BOTTOM - 30, self.number.format(len(self.pages)), 9)

    def line(self, cells: Iterable[tuple[float, str]], size: float = SIZE) -> None:
        """One line: pieces of text with the place where each begins, in characters from the margin."""
        if not self.pages or self.y < BOTTOM:
            self.page()
        for at, text in cells:
            self.text(LEFT + at * SIZE, self.y, text, size)
        self.y -= PITCH

    def paragraph(self, text: str, indent: float = 2.0) -> None:
        """A paragraph, broken where the line is full; marks never begin a line."""
        at, line = indent, ""
        first = True
        for char in text:
            if at + em(char) > COLUMNS and char not in "，。、；：”）》！？":
                self.line([(indent if first else 0.0, line)])
                at, line, first = 0.0, "", False
            line += char
            at += em(char)
        self.line([(indent if first else 0.0, line)])

    def title(self, text: str) -> None:
        self.line([((COLUMNS - em(text) * 22 / SIZE) / 2, text)], 22)

    def table(self, rows: Sequence[Sequence[str]], width: float = 8.0) -> None:
        for row in rows:
            self.line([(number * width, cell) for number, cell in enumerate(row) if cell], 12)

    def bytes(self, *, encrypt: bool = False) -> bytes:
        """The file."""
        kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(self.pages)))
        objects: dict[int, bytes] = {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: f"<</Type/Pages/Kids[{kids}]/Count {len(self.pages)}>>".encode(),
            3: _font("FangSong", 6),
            4: _font("TimesNewRoman", 7),
            5: _stream(_to_unicode(self.used)),
            6: _cid_font("FangSong", 1000),
            7: _cid_font("TimesNewRoman", 500),
        }
        for number, page in enumerate(self.pages):
            objects[10 + 2 * number] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
                f"/Contents {11 + 2 * number} 0 R>>"
            ).encode()
            objects[11 + 2 * number] = _stream("\n".join(page))
        data = _file(objects)
        return _encrypted(data) if encrypt else data


def scanned_pdf() -> bytes:
    """A page that shows no text."""
    pdf = Pdf()
    pdf.pages.append(["0 0 m 100 100 l S"])
    return pdf.bytes()


def _encrypted(data: bytes) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _font(name: str, descendant: int) -> bytes:
    parts = f"/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode 5 0 R"
    return f"<</Type/Font/Subtype/Type0/BaseFont/{name}{parts}>>".encode()


def _cid_font(name: str, width: int) -> bytes:
    info = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}{info}/DW {width}>>".encode()


def _to_unicode(used: Set[str]) -> str:
    """The table that leads from each code to the character of that number."""
    codes = [f"<{ord(char):04X}> <{ord(char):04X}>" for char in sorted(used)]
    blocks = [
        f"{len(codes[at : at + 100])} beginbfchar\n" + "\n".join(codes[at : at + 100]) + "\nendbfchar"
        for at in range(0, len(codes), 100)
    ]
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def"
    space = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    return "\n".join([head, space, *blocks, "endcmap end end"])


def _stream(content: str) -> bytes:
    packed = zlib.compress(content.encode("ascii"))
    return f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream"


def _file(objects: Mapping[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    size = max(objects) + 1
    return bytes(out + f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode())


# --- zip ------------------------------------------------------------------------------------------------------------


class _Info(zipfile.ZipInfo):
    """A member whose name is written in GBK without a word about it, as Windows does, or that claims a password."""

    encoding, flags = "gbk", 0

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 — the library's name
        return self.filename.encode(self.encoding), self.flag_bits | self.flags


class _Locked(_Info):
    encoding, flags = "ascii", 0x1


def zipped(files: Mapping[str, bytes], *, gbk: bool = False, locked: bool = False) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = (_Locked if locked else _Info if gbk else zipfile.ZipInfo)(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


# --- DOCX -----------------------------------------------------------------------------------------------------------

NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="97">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="98">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum>
<w:num w:numId="970"><w:abstractNumId w:val="97"/></w:num>
<w:num w:numId="980"><w:abstractNumId w:val="98"/></w:num>
</w:numbering>"""
BULLETS = 980


def docx_bytes(document: Any) -> bytes:
    """The file of a `docx.Document`."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def new_docx() -> Any:
    """An empty `docx.Document` with lists numbered 一、（一） 1. and with bullets."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    numbering = document.part.numbering_part.element
    for child in parse_xml(NUMBERING):
        # Forms stand before lists in the part.
        if child.tag.endswith("abstractNum"):
            numbering.insert(0, child)
        else:
            numbering.append(child)
    return document


def numbered(document: Any, text: str, level: int, number: int = 970) -> Any:
    """A paragraph that Word numbers."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
    return paragraph
