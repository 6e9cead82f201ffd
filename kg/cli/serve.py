"""`kg serve`: the graph in a browser and as a SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.streams import warn
from kg.errors import UsageError

__all__ = ["serve"]

HELP = """在本机打开图谱：可浏览的图、问题、每个事物一页、SPARQL 接口和编辑器；只读，不联网。Ctrl-C 结束。

Serve the graph on this machine: the explorer, the questions, a page for every thing, a SPARQL endpoint and an editor.
Nothing can be changed, nothing is fetched from elsewhere. Ctrl-C ends it.

\b
例 / Examples:
  kg serve
  kg serve --store 库 --port 8080
  curl 'http://127.0.0.1:8000/sparql' --data-urlencode 'query=ASK { ?s a ek:School }'
"""


@click.command(help=HELP)
@click.option(
    "--graph", type=click.Path(path_type=Path), metavar="PATH",
    help="图谱文件或输出文件夹 / a graph file or a folder of outputs. 默认 / default: exports/graph.ttl",
)  # fmt: skip
@click.option(
    "--store", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="kg build --store 的文件夹 / the folder of kg build --store.",
)  # fmt: skip
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N",
    help="端口，0 为任意空闲端口 / the port; 0 takes any free one.",
)  # fmt: skip
@click.option(
    "--time-limit", type=click.FloatRange(0.1, 3600), default=10.0, show_default=True, metavar="S",
    help="一个问题最多几秒 / seconds for one question.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, show_default=True, metavar="N",
    help="同时回答几个问题，每个进程各有一份图谱 / questions answered at once, a process with the graph for each.",
)  # fmt: skip
def serve(*, graph: Path | None, store: Path | None, port: int, time_limit: float, workers: int) -> None:
    """Serve until Ctrl-C."""
    if graph is not None and store is not None:
        raise UsageError("--graph 和 --store 只给一个 / give one of --graph and --store")
    from kg.serve import serve as run

    asked = store or graph or Path("exports/graph.ttl")
    run(asked, port=port, limit=time_limit, workers=workers, told=_say)
    warn("已停止 / stopped")


def _say(address: str) -> None:
    print(address, flush=True)
    warn("用浏览器打开上面的地址，Ctrl-C 结束 / open this address in a browser; Ctrl-C ends")
