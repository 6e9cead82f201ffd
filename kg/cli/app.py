"""The group behind `kg`: where every error becomes one line and an exit code."""

from __future__ import annotations

import sys
from typing import Any

import click

from kg.cli.exits import Exit
from kg.cli.streams import abandon_stdout, warn
from kg.errors import KgError, UsageError

__all__ = ["KgGroup"]


class KgGroup(click.Group):
    """A group of commands whose errors are one line on stderr; only a bug shows a traceback, and only on request."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end the process with the exit code of `Exit` if it raises."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            warn("已中断 / interrupted")
            ctx.exit(Exit.INTERRUPTED)
        except BrokenPipeError:  # kg extract … | head
            abandon_stdout()
            ctx.exit(Exit.WELL)
        except KgError as problem:
            usage = isinstance(problem, UsageError)
            warn(_one_line(f"{'用法有误 / wrong usage' if usage else '错误 / error'}: {problem}"))
            ctx.exit(Exit.USAGE if usage else Exit.ERROR)
        except OSError as problem:
            abandon_stdout()
            place = f"{problem.filename}: " if problem.filename else ""
            warn(_one_line(f"错误 / error: {place}{problem.strerror or problem}"))
            ctx.exit(Exit.ERROR)
        except Exception as problem:  # a bug: say so, and how to see more
            if ctx.params.get("debug"):
                raise
            warn(_one_line(_unexpected(problem)))
            ctx.exit(Exit.ERROR)
        return result


def _unexpected(problem: Exception) -> str:
    """What is said of an error that is no user's mistake: a library that is not installed, else a bug."""
    if isinstance(problem, ModuleNotFoundError) and problem.name and problem.name.partition(".")[0] != "kg":
        cure = "请先安装本程序：pip install . / install the program first: pip install ."
        return f"错误 / error: 缺少库 / missing library: {problem.name}; {cure}"
    kind = type(problem).__name__
    return f"内部错误 / internal error: {kind}: {problem} (kg --debug … 显示详情 / shows where)"


def _one_line(text: str) -> str:
    """The text with every run of white space as one space.

    >>> _one_line("a\\n  b")
    'a b'
    """
    return " ".join(text.split())
