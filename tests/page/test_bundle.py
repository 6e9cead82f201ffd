"""The page's script is put together from ordinary modules."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import kg.export.page
from kg.export.page.bundle import bundle

SCRIPT = Path(kg.export.page.__file__).parent / "script"
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (?:\{([^}]*)\}|(\w+))", re.MULTILINE)


def test_a_module_stands_once_and_after_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n')
    (tmp_path / "b.js").write_text('import { c } from "./c.js";\nexport function b() { return c; }\n')
    (tmp_path / "c.js").write_text("export const c = 1;\n")
    made = bundle(tmp_path)
    assert "import" not in made and "export" not in made
    assert [made.count(part) for part in ("const c", "function b", "b(c);")] == [1, 1, 1]
    assert made.index("const c") < made.index("function b") < made.index("b(c);")


def test_what_is_for_editors_only_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text(
        "// The head stays.\n\n/** @typedef {1} One */\n/**\n * A word.\n */\nfunction a() {\n  // Why.\n"
        '  const b = /** @type {any} */ ("//b");\n\n  return b;\n}\n'
    )
    assert bundle(tmp_path).splitlines()[2:-1] == [
        "// The head stays.",
        "function a() {",
        'const b = ("//b");',
        "return b;",
        "}",
    ]


def test_no_text_goes_on_in_the_next_line() -> None:
    """Margins are taken away: in a template over several lines they would be words."""
    for file in SCRIPT.glob("*.js"):
        for line in re.sub(r"/\*\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines():
            code = line.split("// ")[0]
            assert code.count("`") % 2 == 0, f"{file.name}: {line}"


def test_modules_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import { b } from "./b.js";\n')
    (tmp_path / "b.js").write_text('import { a } from "./main.js";\n')
    with pytest.raises(ValueError, match="main → b → main"):
        bundle(tmp_path)


def test_no_two_modules_share_a_name() -> None:
    names = Counter(
        name.strip()
        for file in SCRIPT.glob("*.js")
        for several, one in _TOP.findall(file.read_text(encoding="utf-8"))
        for name in (several.split(",") if several else [one])
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_no_word_of_the_page_is_told_twice() -> None:
    lines = "".join((SCRIPT / name).read_text(encoding="utf-8") for name in ("words.js", "words-views.js"))
    names = Counter(re.findall(r'^  "?([\w-]+)"?: \[', lines, re.MULTILINE))
    assert len(names) > 100
    assert [name for name, count in names.items() if count > 1] == []


def test_every_module_is_used() -> None:
    text = bundle(SCRIPT)
    for file in SCRIPT.glob("*.js"):
        assert file.read_text(encoding="utf-8").splitlines()[0] in text, file.name


def test_no_module_reads_words_as_html() -> None:
    for file in SCRIPT.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", file.read_text("utf-8")
        ), file.name
