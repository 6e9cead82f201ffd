"""What the exit code tells."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Exit"]


class Exit(IntEnum):
    """The exit codes of `kg`; a test holds README and `kg --help` equal to them."""

    WELL = 0
    """全部成功 / all went well"""
    ERROR = 1
    """其他错误 / anything else went wrong"""
    USAGE = 2
    """用法有误 / wrong usage"""
    SOME_FAILED = 3
    """部分输入文件失败，其余已完成 / some inputs failed, the others are done"""
    INTERRUPTED = 130
    """被 Ctrl-C 中断 / stopped by Ctrl-C"""
