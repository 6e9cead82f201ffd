"""One form of punctuation: Chinese marks in Chinese text, ASCII digits, letters and signs."""

from __future__ import annotations

import re

from kg.clean.quotes import quotes
from kg.clean.step import Mended, relettered
from kg.model.aligned import AlignedText

__all__ = ["punctuation"]

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
_FULL = str.maketrans(",;:?!()", "，；：？！（）")

_MARK = re.compile(
    r"""
    (?P<keep>
        (?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)            # 1,062
      | (?<=\d):(?=\d)                                # 09:00
      | [A-Za-z][A-Za-z0-9+.-]{0,15}://\S*             # an address
      | (?<=[A-Za-z])[,;:?!] ?(?=[A-Za-z])            # English
      | &\#?[A-Za-z0-9]+;
      | [A-Za-z0-9]\([ -'*-~]{0,40}\)                  # f(x)
      | [?？][a-zà-ǿ]{1,7}[)）]                        # damage that could not be mended
      | \?[!！]
      | \?(?=[，。；：、）”])
    )
  | [,;:?!()]
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"[\[［﹝【(（](?P<year>(?:19|20)\d\d)[\]］﹞】)）](?=\s*(?:第\s*)?\d+\s*号)")
_PERIOD = re.compile(r"(?<=[㐀-䶿一-鿿”）])[.．](?=\s*$)", re.MULTILINE)
_MENDABLE = re.compile("[]'\",;:?!()<>.．[［﹝【（≪＜“”‘’]")
"""One of these stands in every line that changes."""
_GUILLEMETS = re.compile("[≪＜<]([^≪≫<>＜＞\n]{2,40})[≫＞>](?=[^≪≫<>]|$)")


def punctuation(view: AlignedText) -> Mended:
    """The text with ，；：？！（） for their ASCII forms, “” for straight quotes, ASCII for full-width digits, letters
    and signs, and 〔2022〕9号 in such brackets. Lines without any Chinese keep their marks.

    >>> punctuation(AlignedText.plain('２０２３年,投入1,062万元(其中:"双减"30%,见9:00)'))[0].text
    '2023年，投入1,062万元（其中：“双减”30%，见9:00）'
    """
    text = _SIGNS.sub(lambda found: _TABLE[ord(found[0])], view.text)
    parts = [_marks(line) if _MENDABLE.search(line) and _CHINESE.search(line) else line for line in text.split("\n")]
    return relettered(view, "\n".join(parts), "punctuation")


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
