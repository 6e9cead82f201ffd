"""Text that remembers, character by character, where in the raw file it came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["AlignedText", "Edit"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `after`; the new characters come from the raw place of what they replace."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class AlignedText:
    """A text and, for each of its characters, the half-open span of the raw text that it stands for.

    >>> view = AlignedText.plain("學(xué)校")
    >>> clean = view.edited([Edit(0, 1, "学"), Edit(1, 6, "")])
    >>> clean.text, clean.span(0, 2)
    ('学校', (0, 7))
    """

    text: str
    starts: Sequence[int]
    """For each character, where its raw span begins. Never falls."""
    ends: Sequence[int]
    """For each character, where its raw span ends. Never falls."""

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("one start and one end for each character")

    @classmethod
    def plain(cls, text: str) -> AlignedText:
        """The raw text itself: each character stands for its own place.

        >>> AlignedText.plain("ab").span(1, 2)
        (1, 2)
        """
        return cls(text, array("I", range(len(text))), array("I", range(1, len(text) + 1)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span that `text[start:end]` stands for.

        >>> AlignedText.plain("abc").span(1, 3)
        (1, 3)
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span: {start}..{end} in {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]

    def edited(self, edits: Iterable[Edit]) -> AlignedText:
        """A new text with all edits made; edits must not overlap, and may come in any order.

        A replacement of the same length keeps each character's own place; any other takes the whole raw span of
        what it replaces for each new character.

        >>> AlignedText.plain("20225月").edited([Edit(4, 4, "年")]).text
        '2022年5月'
        """
        parts: list[str] = []
        starts, ends = array("I"), array("I")
        at = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if edit.start < at:
                raise ValueError(f"edits overlap at {edit.start}")
            parts.append(self.text[at : edit.start])
            starts.extend(self.starts[at : edit.start])
            ends.extend(self.ends[at : edit.start])
            parts.append(edit.after)
            if len(edit.after) == edit.end - edit.start:
                starts.extend(self.starts[edit.start : edit.end])
                ends.extend(self.ends[edit.start : edit.end])
            else:
                first, last = self._place(edit.start, edit.end)
                starts.extend([first] * len(edit.after))
                ends.extend([last] * len(edit.after))
            at = edit.end
        parts.append(self.text[at:])
        starts.extend(self.starts[at:])
        ends.extend(self.ends[at:])
        return AlignedText("".join(parts), starts, ends)

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of what an edit replaces; an insertion stands at the edge between its neighbours."""
        if start < end:
            return self.span(start, end)
        edge = self.ends[start - 1] if start else (self.starts[0] if self.text else 0)
        return edge, edge
