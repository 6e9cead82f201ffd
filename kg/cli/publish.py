"""`kg publish`: the graph on a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.streams import warn

if TYPE_CHECKING:
    from kg.publish import Plan

__all__ = ["publish"]

HELP = """把图谱放到服务器上：任何支持 SPARQL 1.1 Graph Store 协议的图存储（Oxigraph、Fuseki、GraphDB…）。

Put the graph into a SPARQL 1.1 graph store over HTTP: each report in a named graph that bears its IRI, what all share
in the graph <BASE>dataset. What the server has confirmed is remembered beside the graph (graph.ttl.published.jsonl)
and is not sent again: after a break, the same command goes on. Name and password come from the environment:
KG_PUBLISH_USER, KG_PUBLISH_PASSWORD.

\b
例 / Examples:
  kg publish http://127.0.0.1:7878/store --dry-run    只说会送什么 / only tell what would be sent
  kg publish http://127.0.0.1:7878/store
  kg publish https://example.org/fuseki/edu/data --graph out/graph.ttl --prune
"""


@click.command(help=HELP)
@click.argument("url", metavar="URL")
@click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("exports/graph.ttl"), show_default=True, metavar="PATH",
    help="要发布的图谱：文件、输出文件夹或库 / the graph: a file, a folder of outputs, or a store.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="不联网，只说会送什么 / send nothing, tell what would be sent.")
@click.option("--again", is_flag=True, help="全部重送 / send all anew, as to a server that was emptied.")
@click.option("--prune", is_flag=True, help="删去图谱里已没有的报告 / delete graphs of reports that were taken out.")
@click.option("--default-graph", is_flag=True, help="共有部分放默认图 / put what all share into the default graph.")
@click.option("--retries", type=click.IntRange(0, 20), default=5, show_default=True, help="重试次数 / further tries.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 3600), default=60, show_default=True, metavar="SECONDS",
    help="等待回应的秒数 / how long to wait for an answer.",
)  # fmt: skip
@click.option("--quiet", is_flag=True, help="只说错误 / tell only errors.")
def publish(
    url: str,
    *,
    graph: Path,
    dry_run: bool,
    again: bool,
    prune: bool,
    default_graph: bool,
    retries: int,
    timeout: float,
    quiet: bool,
) -> None:
    """Send what the server has not confirmed yet, a line a graph."""
    from kg.graph.reading import read_file
    from kg.publish import Confirmed, Server, delete_stale, plan, send_parts, state_path

    server = Server.of(url, os.environ, timeout=timeout, retries=retries, told=warn)
    confirmed = Confirmed(state_path(graph), url)
    back = read_file(graph)
    known = {} if again else confirmed.graphs
    if again and not dry_run:
        confirmed.forget()  # so that after a break the command goes on without --again
    if server.exposed and not dry_run:
        warn("密码会不加密地送出，请用 https:// / the password goes unencrypted: use https://")
    todo = plan(back.graph, base_iri=back.base_iri, confirmed=known, default_graph=default_graph)
    if dry_run:
        _tell(todo, prune=prune)
        return
    for part in send_parts(todo, server, confirmed):
        if not quiet:
            print(f"已送 / sent  {len(part.turtle):>9,} B  {part.title}  <{part.iri}>", flush=True)
    for iri in delete_stale(todo, server, confirmed) if prune else ():
        if not quiet:
            print(f"已删 / deleted  <{iri}>", flush=True)
    if not quiet:
        left = f"；图谱里已没有的 {len(todo.stale)}，--prune 删去 / no longer here: --prune" if todo.stale else ""
        print(
            f"已发布 / published: {len(todo.send) + len(todo.kept)} 个图 / graphs → {url}（送出 sent {len(todo.send)}，"
            f"早已确认 confirmed before {len(todo.kept)}{'' if prune else left}）"
        )


def _tell(todo: Plan, *, prune: bool) -> None:
    """A line for each graph: what would be done."""
    for part in todo.send:
        print(f"要送 / to send  {len(part.turtle):>9,} B  {part.title}  <{part.iri}>")
    for part in todo.kept:
        print(f"已确认 / confirmed  {part.title}  <{part.iri}>")
    for iri in todo.stale:
        print(f"{'要删 / to delete' if prune else '已没有，--prune 删去 / no longer here: --prune'}  <{iri}>")
    size = sum(len(part.turtle) for part in todo.send)
    print(f"共 / in all: {len(todo.send)} 个图 / graphs, {size:,} B；没有联网 / nothing was sent")
