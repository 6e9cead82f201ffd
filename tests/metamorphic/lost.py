"""Damage by loss: characters that a page's program dropped between digits."""

from __future__ import annotations

import re
from random import Random

__all__ = ["between_digits_lost", "days_lost", "marks_lost", "months_lost"]

_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)年(?=\d{1,2}月)")
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})月(?=\d{1,2}日)")
_MARK = re.compile(r"(?<=[%人次])[，,；;、](?=\d)")


def months_lost(text: str, draw: Random) -> str:
    """年 is gone between a year and a month, and 月 between that month and a day: 20225月, 20221027日.

    >>> months_lost("2022年5月开工，2022年10月27日完工，2月28日，2022年起", Random(0))
    '20225月开工，20221027日完工，2月28日，2022年起'
    """
    text = re.sub(r"((?:19|20)\d\d)年(\d{1,2})月(?=\d{1,2}日)", r"\1\2", text)
    return _YEAR_MONTH.sub(r"\1", text)


def days_lost(text: str, draw: Random) -> str:
    """The same, and 月 is gone between any month and day: 在228日.

    >>> days_lost("在2月28日，2022年5月", Random(0))
    '在228日，20225月'
    """
    return _YEAR_MONTH.sub(r"\1", _MONTH_DAY.sub(r"\1", text))


def between_digits_lost(text: str, draw: Random) -> str:
    """年 and 月 are gone wherever they stand between two digits, in spans of months too: 20221-6月.

    >>> between_digits_lost("2022年1-6月，2022年上半年", Random(0))
    '20221-6月，2022年上半年'
    """
    return re.sub(r"(?<=\d)[年月](?=\d)", "", text)


def marks_lost(text: str, draw: Random) -> str:
    """The mark is gone between a percentage or a count of persons and the next number: 100%111所.

    >>> marks_lost("达100%,111所", Random(0))
    '达100%111所'
    """
    return _MARK.sub("", text)
