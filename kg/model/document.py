"""The values that lead from a file to its sentences; all frozen, all picklable."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model.aligned import AlignedText
from kg.model.names import Level, Status

__all__ = [
    "CleanDocument",
    "Context",
    "DocumentInfo",
    "Metadata",
    "RawDocument",
    "Repair",
    "Section",
    "SegmentedDocument",
    "Sentence",
    "SourceFile",
]

_LINE = re.compile(r"(?<=.)#\d+\Z")
"""The number of a line of JSON Lines at the end of a document's name."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Which file it is: its content decides, not its place."""

    path: str
    """As the user named it, with forward slashes; two files of equal content differ only here. A document inside a
    file has the file's name before its own: `archive.zip/inner/name.txt`, `file.jsonl#12`."""
    sha256: str
    """Of the bytes of the file, the archive's member or the line, 64 hexadecimal digits."""
    media_type: str
    """`text/plain`, `text/markdown`, `text/html`, `application/pdf`, `application/jsonl`, or the long name of DOCX."""
    encoding: str
    """As Python names it: `utf-8`, `gb18030`, `big5`, `utf-16`; empty for PDF and DOCX, whose text is extracted."""
    size: int
    """In bytes."""

    @property
    def stem(self) -> str:
        """The file's name without folder and last ending: the name of the document in tables.

        >>> SourceFile("seeds/000_e4.txt", "0" * 64, "text/plain", "utf-8", 1).stem
        '000_e4'
        >>> SourceFile("in/pages.jsonl#12", "0" * 64, "application/jsonl", "utf-8", 1).stem
        'pages#12'
        """
        name = self.path.rsplit("/", 1)[-1]
        line = _LINE.search(name)
        name, number = (name[: line.start()], line[0]) if line else (name, "")
        return (name.rsplit(".", 1)[0] if "." in name.lstrip(".") else name) + number


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about the text beside the text itself; empty where nothing is said."""

    title: str = ""
    publisher: str = ""
    """From lines like 来源: 北山区教育局, or as told."""
    published: str = ""
    """ISO date, `2023-02-16`."""
    language: str = ""
    """`zh-Hans` or `zh-Hant`: the script of the raw text."""
    url: str = ""
    """Where the text was published."""
    region: str = ""
    """Name or code of the region that the text speaks for, as told; not checked yet."""
    told: tuple[str, ...] = ()
    """Which of these stand in fields beside the text: they are believed before what its lines say."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A decoded file, and the part of it that a person reads."""

    source: SourceFile
    text: str
    """The text into which all evidence points: the whole decoded file; of PDF and DOCX the text that was extracted,
    of a line of JSON Lines its text field. `kg text` prints it."""
    view: AlignedText
    """What a reader sees: for plain text all of it, for HTML the paragraphs of the main part, a line each."""
    given: Metadata = Metadata()
    """What is told beside the text: fields of JSON Lines."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One mend of one damage, with the rule that made it and how sure it is."""

    rule: str
    start: int
    """Place in the raw text, half-open."""
    end: int
    before: str
    after: str
    confidence: float
    """1.0 certain; below 0.5 marked only: the text was left as it stood."""


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """The mended text that every later stage reads, and the way back to the raw file."""

    source: SourceFile
    raw: str
    body: AlignedText
    """Simplified Chinese, damage repaired, page furniture gone; one paragraph a line."""
    metadata: Metadata
    repairs: tuple[Repair, ...]

    @property
    def text(self) -> str:
        """The mended text."""
        return self.body.text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, as part of a tree."""

    start: int
    end: int
    """Half-open span in the clean text, from the heading to the next heading of its rank or above."""
    heading: str
    rank: int
    """0 the whole document, 1 for 一、, 2 for (一), 3 for 1., 4 for 一是 …"""
    parent: int
    """Index of the section above; -1 for the root."""
    year: int | None = None
    status: Status | None = None
    year_rule: str = ""
    """How the year was found, in the words of `Context.year_rule`."""
    status_rule: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence inherits from its document and its headings; decided here and nowhere else."""

    year: int | None
    status: Status | None
    """`completed` in a review, `planned` in a plan; None where nothing tells."""
    year_rule: str
    """Where the year comes from: `year-in-heading`, `review-heading`, `plan-heading` (the document's year for such a
    section), or one of `DocumentInfo.years_rule`; empty where nothing tells."""
    status_rule: str
    """Where the status comes from: `review-heading`, `plan-heading`, `review-document`, `plan-document`; or empty."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the clean text that ends with 。！？ or a line's end; sentences never overlap."""

    start: int
    end: int
    section: int
    """Index into `SegmentedDocument.sections`."""
    context: Context


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a document says of itself: who wrote it, about where and when."""

    source: SourceFile
    title: str
    issuer: str
    """The body that reports, with its region: 石门县教育局; empty if unknown."""
    region: str
    """Full name of the region that the document speaks for; empty if nothing tells."""
    region_code: str
    """Division code, 2 to 12 digits; empty if unknown."""
    region_level: Level | None
    region_why: str
    """How the region was found, or why it is unknown."""
    date: str
    """ISO date or `2023`; empty if unknown."""
    review_years: tuple[int, ...]
    plan_years: tuple[int, ...]
    language: str
    """`zh-Hans` or `zh-Hant`: the script of the raw text."""
    years_rule: str = ""
    """Where the years come from: `year-in-title`, `years-in-headings`, `years-of-speech`, `five-year-plan`,
    `year-in-opening`, `date-of-document`, `portrait` (a school's own page, of no year); empty if nothing tells."""
    url: str = ""
    """Where the text was published, as told; empty if unknown."""


@dataclass(frozen=True, slots=True)
class SegmentedDocument:
    """The clean text as a tree of sections and a row of sentences, each with its context."""

    source: SourceFile
    raw: str
    body: AlignedText
    info: DocumentInfo
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    repairs: tuple[Repair, ...]

    @property
    def text(self) -> str:
        """The clean text in which all spans count."""
        return self.body.text
