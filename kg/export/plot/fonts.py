"""A font that has Chinese characters, found on the system or named by the user."""

from __future__ import annotations

from pathlib import Path

from kg.errors import UsageError

__all__ = ["chinese_font"]

FAMILIES = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Heiti SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Microsoft JhengHei",
    "PingFang TC",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "SimSun",
)
"""Known families, the better first. Of a collection matplotlib sees one family only: that of Noto CJK is called JP."""
_NEEDED = "县縣学學举舉"
"""Characters that a font must have: simplified and traditional ones."""


def chinese_font(named: Path | None = None) -> str:
    """The path of a font file that holds Chinese: the one named, else the best known of the system.

    Raises `UsageError` that says what to install, or what is the matter with the named file.
    """
    from matplotlib import font_manager

    if named is not None:
        if not named.is_file():
            raise UsageError(f"{named}: 没有这个字体文件 / no such font file")
        if not _holds_chinese(str(named)):
            raise UsageError(f"{named}: 不是含中文的字体 / not a font with Chinese characters")
        return str(named)
    known = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist if entry.style == "normal"}
    # The list of matplotlib is kept from one run to the next: a font that is gone since may still stand there.
    for family in FAMILIES:
        path = known.get(family)
        if path and Path(path).is_file() and _holds_chinese(path):
            return _regular(family) or path
    raise UsageError(
        "找不到中文字体：请安装一种（如 apt-get install fonts-noto-cjk），或用 --font 指明字体文件 / "
        "no Chinese font found: install one (such as apt-get install fonts-noto-cjk), or name a file with --font"
    )


def _regular(family: str) -> str:
    """The file of the family whose weight is nearest to regular."""
    from matplotlib import font_manager

    files = [entry for entry in font_manager.fontManager.ttflist if entry.name == family and entry.style == "normal"]
    nearest = min(files, key=lambda entry: (abs(_weight(entry.weight) - 400), entry.fname))
    return nearest.fname if Path(nearest.fname).is_file() else ""


def _weight(weight: int | str) -> int:
    from matplotlib import font_manager

    return weight if isinstance(weight, int) else int(font_manager.weight_dict.get(weight, 400))


def _holds_chinese(path: str) -> bool:
    from matplotlib.ft2font import FT2Font

    try:
        held = FT2Font(path).get_charmap()
    except (RuntimeError, OSError):
        return False
    return all(ord(char) in held for char in _NEEDED)
