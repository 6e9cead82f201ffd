"""The page's script as one text: modules in the order in which they need each other."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["bundle"]

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([\w-]+)\.js";\n', re.MULTILINE)
_REMARK = re.compile(
    r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|/\*\*(?:[^*\n]|\*(?!/))*\*/ ?|^[ \t]+//.*\n", re.MULTILINE
)
_MARGIN = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)


def bundle(folder: Path, first: str = "main") -> str:
    """All modules that `first` needs, each once and after those that it imports, in one scope.

    The modules are ordinary ones: editors and type checkers read them as they stand. A page that is opened from a disk
    can load none, so imports and the word `export` are taken out, and with them types, remarks and margins, a quarter
    of the text, which are for editors. Tests hold what this rests on: no two modules share a name at their top, and no
    string goes on in the next line.
    Raises `ValueError` where modules need each other in a circle.
    """
    texts: dict[str, str] = {}

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ValueError(f"modules in a circle: {' → '.join((*above, name))}")
        if name in texts:
            return
        text = (folder / f"{name}.js").read_text(encoding="utf-8")
        for needed in _IMPORT.findall(text):
            add(needed, (*above, name))
        texts[name] = _MARGIN.sub("", _EXPORT.sub("", _REMARK.sub("", _IMPORT.sub("", text)))).strip()

    add(first, ())
    return '"use strict";\n(() => {\n' + "\n".join(texts.values()) + "\n})();"
