"""Standard streams that can say anything in Chinese, whatever the locale, and that may be closed at the other end."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

__all__ = ["abandon_stdout", "prepare", "warn"]


def prepare() -> None:
    """Data on stdout is UTF-8 when it goes to a file or a pipe; a terminal keeps its own encoding.

    What a stream cannot show is escaped (`\\u6821`) instead of raising.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def warn(line: str) -> None:
    """Write one line on stderr."""
    print(line, file=sys.stderr)


def abandon_stdout() -> None:
    """Send what is still in stdout's buffer nowhere: the reader has gone, and Python would complain at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _descriptor(sys.stdout))
    os.close(nowhere)


def _descriptor(stream: TextIO) -> int:
    """The stream's file descriptor; of a stream that has none (in tests) a spare one."""
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return os.open(os.devnull, os.O_WRONLY)
