"""`kg diff`: two graphs compared, in words."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.exits import Exit

__all__ = ["diff"]

HELP = """比较两个图谱：每份报告新增、消失、改变了哪些事实和数据，哪些实体改名或合并。

Compare two graphs in words: what each report gained, lost and changed, which things were renamed or merged. OLD and NEW
are graph files, folders of outputs, or stores.

\b
例 / Examples:
  kg diff 旧/graph.ttl 新/graph.ttl
  kg diff 旧 新 --all
  kg diff 旧 新 --json > 变化.json
  kg diff 旧 新 --exit-code          相同为 0，不同为 1 / 0 if equal, 1 if different
"""


@click.command(help=HELP)
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option("--all", "everything", is_flag=True, help="全部列出 / all lines of every list.")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object.")
@click.option("--exit-code", "by_code", is_flag=True, help="有不同时退出码为 1 / exit code 1 when they differ.")
@click.pass_context
def diff(ctx: click.Context, old: Path, new: Path, *, everything: bool, as_json: bool, by_code: bool) -> None:
    """Print what differs."""
    from dataclasses import asdict

    from kg import api
    from kg.compare import difference_lines

    difference = api.diff(old, new)
    if as_json:
        told = asdict(difference)
        for record, document in zip(told["documents"], difference.documents, strict=True):
            record["state"] = document.state
        print(json.dumps({"equal": not difference, **told}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(difference_lines(difference)) if everything else difference)
    if by_code and difference:
        ctx.exit(Exit.ERROR)
