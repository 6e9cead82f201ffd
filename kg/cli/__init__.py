"""The command line: arguments, one function call, what is printed.

The modules here import only click and what is light: `kg --help` must not wait for jieba, rdflib or networkx. Each
command imports what it needs when it runs.
"""

from __future__ import annotations

import logging
import sys

import click

from kg import __version__
from kg.cli.app import KgGroup
from kg.cli.build import build
from kg.cli.communities import communities
from kg.cli.compare import compare
from kg.cli.diff import diff
from kg.cli.diffusion import diffusion
from kg.cli.evaluate import evaluate
from kg.cli.exits import Exit
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.ladder import ladder
from kg.cli.lineage import lineage
from kg.cli.merge import merge
from kg.cli.plot import plot
from kg.cli.promises import promises
from kg.cli.publish import publish
from kg.cli.query import query
from kg.cli.reach import reach
from kg.cli.review import review
from kg.cli.serve import serve
from kg.cli.store import add, remove
from kg.cli.streams import prepare, warn
from kg.cli.text import text
from kg.cli.validate import validate

__all__ = ["kg", "main"]

HELP = """从教育工作报告到知识图谱：每条事实都有年份、状态和原文出处。

From China's education work reports to a knowledge graph in which every fact has a year, a status and an exact quote.

\b
例 / Examples:
  kg build seeds                      读 seeds，写 exports / read seeds, write exports
  kg query --list                     可问的问题 / the questions that come along
  kg query honors-by-year             问其中一个 / ask one of them
  kg explain 县一中                    它是谁，为什么 / who it is, and why
  kg extract 报告.txt > facts.jsonl    单篇抽取 / the facts of one report
  kg text 报告.pdf                     出处所指的原文 / the text into which evidence points
  kg evaluate gold/ texts/            与人工标注比较 / compare with gold annotations

\b
退出码 / Exit codes:
  0    全部成功 / all went well
  1    其他错误 / anything else went wrong
  2    用法有误 / wrong usage
  3    部分输入文件失败，其余已完成 / some inputs failed, the others are done
  130  被 Ctrl-C 中断 / stopped by Ctrl-C
"""


@click.group(cls=KgGroup, help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="出错时显示详细位置 / show where an internal error happened.")
def kg(*, debug: bool) -> None:
    """Set the stage for every command."""
    if debug:
        logging.basicConfig(stream=sys.stderr, format="%(message)s")
        logging.getLogger("kg").setLevel(logging.DEBUG)


for _command in (
    build, add, remove, extract, query, compare, diffusion, promises, lineage, reach, ladder, communities, serve,
    explain, review, diff, merge, publish, export, plot, evaluate, text, validate,
):  # fmt: skip
    kg.add_command(_command)


def main() -> None:
    """Run `kg` on the command line's arguments and leave with its exit code."""
    prepare()
    try:
        code = kg.main(standalone_mode=False) or Exit.WELL
    except click.exceptions.NoArgsIsHelpError as problem:
        print(problem.ctx.get_help() if problem.ctx else "", file=sys.stderr)
        code = Exit.USAGE
    except click.UsageError as problem:
        command = problem.ctx.command_path if problem.ctx else "kg"
        warn(f"用法有误 / wrong usage: {problem.format_message()} ({command} --help)")
        code = Exit.USAGE
    except click.Abort:
        warn("已中断 / interrupted")
        code = Exit.INTERRUPTED
    sys.exit(code)
