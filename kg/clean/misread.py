"""Text that was once decoded wrongly and saved so becomes what was meant."""

from __future__ import annotations

from array import array

from kg.clean.step import CERTAIN, Mended, lines, repair
from kg.model.aligned import AlignedText
from kg.model.document import Repair
from kg.text.misread import read_again, read_as

__all__ = ["misread"]


def misread(view: AlignedText) -> Mended:
    """The text as it was before its bytes were read in the wrong encoding; one repair for each line.

    >>> misread(AlignedText.plain("ä¸´æ±Ÿå\u008e¿æ•™è‚²å±€"))[0].text
    '临江县教育局'
    """
    encodings = read_as(view.text)
    if not encodings:
        return view, []
    texts: list[str] = []
    starts, ends = array("I"), array("I")
    repairs: list[Repair] = []
    for line in lines(view.text):
        if line.start:
            texts.append("\n")
            starts.append(view.starts[line.start - 1])
            ends.append(view.ends[line.start - 1])
        again = read_again(line.text, *encodings)
        if again is None:
            texts.append(line.text)
            starts.extend(view.starts[line.start : line.end])
            ends.extend(view.ends[line.start : line.end])
        else:
            meant, spans = again
            texts.append(meant)
            starts.extend(view.starts[line.start + first] for first, _ in spans)
            ends.extend(view.ends[line.start + last - 1] for _, last in spans)
            repairs.append(repair(view, "misread-encoding", line.start, line.end, meant, CERTAIN))
    return (AlignedText("".join(texts), starts, ends), repairs) if repairs else (view, [])
