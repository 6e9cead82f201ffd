"""How much is read of anything: a hostile or broken file must not fill the memory."""

from __future__ import annotations

__all__ = ["DEEPEST", "LARGEST", "LARGEST_UNPACKED", "MOST_MEMBERS", "MOST_PACKED", "SMALL", "too_large"]

LARGEST = 50_000_000
"""Bytes; a larger document is no report. A year's collected reports of a province are below 5 MB."""
LARGEST_UNPACKED = 1_000_000_000
"""Bytes of all that an archive holds, archives inside it included."""
MOST_MEMBERS = 20_000
"""Files in an archive."""
MOST_PACKED = 200
"""How many times larger than its packed form a member may be. Reports shrink 2 to 10 times, a bomb a thousand times."""
SMALL = 1_000_000
"""Bytes; below that a member may shrink as it likes."""
DEEPEST = 2
"""Archives that may stand one inside another: a package of a bureau's packages."""


def too_large(size: int) -> str:
    """What is said of a document above the limit.

    >>> too_large(60_000_000)
    '文件太大：60,000,000 字节，最多 50,000,000 / too large: split it'
    """
    return f"文件太大：{size:,} 字节，最多 {LARGEST:,} / too large: split it"
