"""`kg plot` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.plot import plot
from kg.errors import UsageError

GRAPH = str(Path(__file__).resolve().parents[2] / "exports" / "graph.ttl")


@pytest.mark.parametrize(
    "arguments",
    [("timeline",), ("matrix", "--kind", "Honor"), ("ego", "--region", "360704"), ("diffusion", "--concept", "双减")],
)
@pytest.mark.parametrize("form", ["png", "svg"])
def test_it_writes_the_picture_and_prints_its_name(tmp_path: Path, arguments: tuple[str, ...], form: str) -> None:
    target = tmp_path / f"picture.{form}"
    result = CliRunner().invoke(plot, [*arguments, "--graph", GRAPH, "-o", str(target)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.strip() == str(target)
    assert target.stat().st_size > 5_000


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("timeline", "-o", "picture.pdf"), r"\.png or \.svg"),
        (("ego", "-o", "picture.png"), "--region"),
        (("diffusion", "-o", "picture.png"), "--concept"),
        (("diffusion", "--concept", "没有的举措", "-o", "picture.png"), "没有的举措"),
        (("ego", "--region", "没有的县", "-o", "picture.png"), "no such region"),
        (("matrix", "--graph", "nothing.ttl", "-o", "picture.png"), "nothing.ttl"),
    ],
)
def test_a_mistake_is_told_with_its_cure(arguments: tuple[str, ...], told: str) -> None:
    graph = () if "--graph" in arguments else ("--graph", GRAPH)
    with pytest.raises(Exception, match=told) as problem:
        CliRunner().invoke(plot, [*arguments, *graph], catch_exceptions=False)
    assert isinstance(problem.value, UsageError) or "nothing.ttl" in str(problem.value)
