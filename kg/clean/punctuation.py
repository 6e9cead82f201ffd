"""One form of punctuation: Chinese marks in Chinese text, ASCII digits, letters and signs."""

from __future__ import annotations

import re

from kg.clean.characters import READ_LATE
from kg.clean.quotes import quotes
from kg.clean.step import Mended, relettered
from kg.model.aligned import AlignedText

__all__ = ["narrow", "punctuation"]

_CHINESE = re.compile("[㐀-䶿一-鿿]")
_WIDE = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if chr(c) not in "，：；！？（）"}
_LIKE = {
    **dict.fromkeys(map(ord, "•・‧∙⋅"), "·"),
    **dict.fromkeys(map(ord, "―─━⸺"), "—"),
    **dict.fromkeys(map(ord, "–−‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "〜∼"), "~"),
    **dict.fromkeys(map(ord, "「〝＂"), "“"),
    **dict.fromkeys(map(ord, "」〞〟"), "”"),
    **dict.fromkeys(map(ord, "『"), "‘"),
    **dict.fromkeys(map(ord, "』"), "’"),
}
_TABLE = {**_WIDE, **_LIKE}
_SIGNS = re.compile(f"[{''.join(map(chr, _TABLE))}]")
_ANGLE = re.compile("[<＜≪]")
_ASCII = re.compile("[,;:?!()]")
_IS_WIDE = re.compile(f"[{''.join(map(chr, _WIDE))}]")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")

_MARK = re.compile(
    r"""
    (?=[0-9A-Za-z,;:?!()&？])                           # most characters are passed at once
    (?: (?P<keep>
        (?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)            # 1,062
      | (?<=\d):(?=\d)                                # 09:00
      | [A-Za-z][A-Za-z0-9+.-]{0,15}://[!-~]*          # an address
      | (?<=[A-Za-z])[,;:?!] ?(?=[A-Za-z])            # English
      | &\#?[A-Za-z0-9]+;
      | [A-Za-z0-9]\([ -'*-~]{0,40}\)                  # f(x)
      | [?？][a-zà-ǿ]{1,7}[)）]                        # damage that could not be mended
      | \?[!！]
      | \?(?=[，。；：、）”])
    )
  | [,;:?!()] )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"[\[［﹝【(（](?P<year>(?:19|20)\d\d)[\]］﹞】)）](?=\s*(?:第\s*)?\d+\s*号)")
_PERIOD = re.compile(r"(?<=[㐀-䶿一-鿿”）])[.．](?=\s*$)", re.MULTILINE)
_MENDABLE = re.compile("[]'\",;:?!()<>.．[［﹝【（≪＜‘’]")
"""One of these stands in every line that changes, or a quote that is turned the wrong way."""
_MENDABLE_OR_QUOTE = re.compile(f"{_MENDABLE.pattern[:-1]}“”]")
_QUOTE_OR_END = re.compile("[“”\n]")
_IN_TURN = re.compile("(?:(?:“”)*“?\n)*(?:“”)*“?")
_DOT = re.compile(
    r"""(?P<keep>^[ \t]*[一二三四五六七八九十]{1,3}[.．])
    | (?:(?<=[㐀-䶿一-鿿”"’）)》%])|(?<=[㐀-䶿一-鿿]\d\d)|(?<=\d\d\d))[.．](?=[㐀-䶿一-鿿“"‘（(《]|\s*$)
    | (?<=[㐀-䶿一-鿿”"’）)》])[.．](?=\d)""",
    re.MULTILINE | re.VERBOSE,
)
"""A dot that ends a sentence in a text without 。; behind a numeral that begins a line it is the mark of a heading."""
FEW_DOTS = 3
_GUILLEMETS = re.compile("[≪＜<]([^≪≫<>＜＞\n]{2,40})[≫＞>](?=[^≪≫<>]|$)")


def narrow(view: AlignedText) -> Mended:
    """The text with ASCII digits, letters and signs for the full-width ones; marks of sentences stay Chinese.

    >>> narrow(AlignedText.plain("２０２３年，１５％（含Ａ类）"))[0].text
    '2023年，15%（含A类）'
    """
    # Text that is read one byte late is full of such letters, and each stands for two bytes of it.
    if not _IS_WIDE.search(view.text) or READ_LATE.search(view.text):
        return view, []
    return relettered(view, view.text.translate(_WIDE), "punctuation")


def punctuation(view: AlignedText) -> Mended:
    """The text with ，；：？！（） for their ASCII forms, “” for straight quotes, and 〔2022〕9号 in such
    brackets. Lines without any Chinese keep their marks.

    >>> punctuation(AlignedText.plain('2023年,投入1,062万元(其中:"双减"30%,见9:00)'))[0].text
    '2023年，投入1,062万元（其中：“双减”30%，见9:00）'
    """
    text = _full_stops(_SIGNS.sub(lambda found: _TABLE[ord(found[0])], view.text))
    # Nearly all quotes open and close in turn: one look at those of the whole text tells.
    turned = not _IN_TURN.fullmatch("".join(_QUOTE_OR_END.findall(text)))
    mendable = _MENDABLE_OR_QUOTE if turned else _MENDABLE
    parts = [_marks(line) if mendable.search(line) and _CHINESE.search(line) else line for line in text.split("\n")]
    return relettered(view, "\n".join(parts), "punctuation")


def _full_stops(text: str) -> str:
    """The text with 。 for the dots that end sentences, if its writer had no other: else a dot is one of a name."""
    if text.count(".") < FEW_DOTS or text.count("。") * 2 > text.count("."):
        return text
    dots = sum(1 for found in _DOT.finditer(text) if not found["keep"])
    if dots < FEW_DOTS or dots <= 2 * text.count("。"):
        return text
    return _DOT.sub(lambda found: found["keep"] or "。", text)


def _marks(line: str) -> str:
    """A line with its marks in the Chinese form; always of the same length."""
    if "号" in line:
        line = _NUMBERED.sub(r"〔\g<year>〕", line)
    if line.rstrip().endswith((".", "．")):
        line = _PERIOD.sub("。", line)
    if _ANGLE.search(line):
        line = _GUILLEMETS.sub(_title, line)
    if _ASCII.search(line):
        line = _MARK.sub(lambda found: found[0] if found["keep"] else found[0].translate(_FULL), line)
    return quotes(line)


def _title(found: re.Match[str]) -> str:
    """A title in angle brackets, if there is Chinese in it."""
    return f"《{found[1]}》" if _CHINESE.search(found[1]) else found[0]
