"""`kg review`: what most deserves a human look, and a file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import UsageError

__all__ = ["review"]

HELP = """列出最值得人工审阅的：对不上的数据、说法不一的报告、近似重复的名称、没有地区的学校、把握不大的事实。

List what most deserves a human look, most deserving first, each with its reason and its quote; -o writes a curation
file to fill in (who and why), for kg build --curation. What was confirmed ([[confirm]]) is listed no more. GRAPH is a
graph file, a folder of outputs, or a store.

\b
例 / Examples:
  kg review
  kg review exports -o curation-todo.toml --limit 100
"""


@click.command(help=HELP)
@click.argument("graph", type=click.Path(path_type=Path), default=Path("exports"), metavar="[GRAPH]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="写出待填写的订正文件 / write a curation file to fill in.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=50,
    show_default=True,
    help="最多几条 / so many at most.",
)
def review(graph: Path, *, output: Path | None, limit: int) -> None:
    """Print the list; write the file."""
    from kg.export.atomic import write_files
    from kg.graph.reading import read_file
    from kg.review import concern_lines, concerns, todo_file

    if output is not None and output.exists():
        raise UsageError(
            f"{output}: 已有这个文件，为免盖掉写好的内容请换名 / the file is there: choose another name, so that "
            "nothing written in it is lost"
        )
    found = concerns(read_file(graph).graph)
    shown = found[:limit]
    for line in concern_lines(shown):
        print(line)
    print(f"共 {len(found)} 条，列出 {len(shown)} 条 / {len(found)} in all, {len(shown)} shown")
    if output is not None:
        write_files(output.parent, {output.name: todo_file(shown).encode()})
        print(f"已写出 / written: {output.as_posix()}")
