"""One paragraph a line: no empty lines, no space around a line."""

from __future__ import annotations

import re

from kg.clean.step import Mended
from kg.model.aligned import AlignedText, Edit

__all__ = ["paragraphs"]

_AROUND = re.compile(r"[ \t]+\n[ \t\n]*|\n[ \t\n]+")
_OUTER = re.compile(r"\A[ \t\n]+|[ \t\n]+\Z")


def paragraphs(view: AlignedText) -> Mended:
    r"""The text without empty lines and without space at the ends of lines; no repair is recorded, nothing was broken.

    >>> paragraphs(AlignedText.plain("  一、工作 \n\n \n  二、计划\n"))[0].text
    '一、工作\n二、计划'
    """
    outer = [Edit(*found.span(), "") for found in _OUTER.finditer(view.text)]
    if outer:
        view = view.edited(outer[:1] if outer[0].end == len(view.text) else outer)
    edits = [Edit(*found.span(), "\n") for found in _AROUND.finditer(view.text)]
    return view.edited(edits) if edits else view, []
