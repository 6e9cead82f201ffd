"""`kg query`: ask the finished graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import base_iri_option
from kg.cli.streams import warn
from kg.errors import UsageError

__all__ = ["query"]

HELP = """向图谱提问：自带的问题、SPARQL 文件，或一句 SPARQL。

Ask the graph: a question that comes along (see --list), a SPARQL file, or SPARQL in words of your own.

\b
例 / Examples:
  kg query --list
  kg query honors-by-year
  kg query programs-of-region --set region_name=石门县 --set year=2023
  kg query my.rq --graph out/graph.ttl --format csv > answer.csv
  kg query --text 'SELECT (COUNT(*) AS ?schools) { ?s a ek:School }'
"""


@click.command(help=HELP)
@click.argument("question", required=False, metavar="[NAME|FILE.rq]")
@click.option("--text", metavar="SPARQL", help="直接给出 SPARQL / the question itself.")
@click.option(
    "--graph", type=click.Path(path_type=Path), default=Path("exports/graph.ttl"), show_default=True, metavar="FILE",
    help="要问的图谱：文件、输出文件夹或库 / the graph to ask: a file, a folder of outputs, or a store.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "tsv", "json", "turtle"]), default="table",
    show_default=True, help="输出格式；turtle 只用于 CONSTRUCT / form of the answer; turtle is for CONSTRUCT.",
)  # fmt: skip
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE",
    help="给问题的参数赋值，几个参数就写几次 / set a parameter of the question; once for each.",
)  # fmt: skip
@click.option("--list", "listed", is_flag=True, help="列出自带的问题 / list the questions that come along.")
@base_iri_option
def query(
    *,
    question: str | None,
    text: str | None,
    graph: Path,
    form: str,
    settings: tuple[str, ...],
    listed: bool,
    base_iri: str | None,
) -> None:
    """Print the answer on stdout."""
    if sum((question is not None, text is not None, listed)) != 1:
        raise UsageError("请给出问题名、.rq 文件、--text 或 --list 之一 / give one of NAME, FILE.rq, --text, --list")
    if listed:
        _print_list()
        return
    sparql = text if text is not None else _sparql(question or "")

    from kg.export.answers import write_answer
    from kg.graph.iri import BASE_IRI
    from kg.graph.nothing import why_nothing
    from kg.graph.query import Kind, ask
    from kg.graph.questions import fill
    from kg.graph.store import open_graph

    values, base = _settings(settings), base_iri or BASE_IRI
    filled = fill(sparql, values)
    store = open_graph(graph)
    answer = ask(store, filled, base_iri=base)
    print(write_answer(answer, form, base_iri=base), end="")
    if answer.kind is Kind.ROWS and not answer.rows:
        for line in why_nothing(store, sparql, values, base_iri=base):
            warn(line)


def _settings(given: tuple[str, ...]) -> dict[str, str]:
    """Name to value of each `NAME=VALUE`."""
    found = {}
    for setting in given:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise UsageError(f"--set {setting}: 要写成 名称=值 / write NAME=VALUE")
        if name in found:
            raise UsageError(f"--set {name}: 只能给一次 / can be given only once")
        found[name] = value
    return found


def _sparql(question: str) -> str:
    """The SPARQL of a file, or of a question that comes along."""
    from kg.graph.questions import find_query

    path = Path(question)
    if path.suffix != ".rq" and not path.is_file():
        return find_query(question).text
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"{question}: 没有这个文件；自带的问题见 kg query --list / no such file") from None
    except OSError as problem:
        raise UsageError(f"{question}: 读不了 / cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise UsageError(f"{question}: 不是 UTF-8 文本 / is no UTF-8 text") from problem


def _print_list() -> None:
    """A line a question: its name, its words in Chinese and in English; below it what can be set."""
    from kg.graph.questions import list_queries

    queries = list_queries()
    width = max((len(shipped.name) for shipped in queries), default=0)
    for shipped in queries:
        print(f"{shipped.name:{width}}  {shipped.question_zh} / {shipped.question_en}")
        for slot in shipped.parameters:
            print(f"{'':{width}}    --set {slot.name}={slot.example}  {slot.chinese} / {slot.english}")
