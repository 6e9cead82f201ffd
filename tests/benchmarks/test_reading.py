"""Reading keeps its speed: measured beside jieba in one run, for the clock alone tells more of the machine."""

from __future__ import annotations

import pytest

from kg.knowledge import load_knowledge
from kg.model.aligned import AlignedText
from kg.model.document import RawDocument, SourceFile
from kg.pipeline.document import understand
from tests.benchmarks.reading import SEEDS, Round, measure, middle, report, texts_of

FLOOR = 0.45
"""The ratio to jieba.lcut on the seeds: 0.53 to 0.61 were measured as the best of three rounds, on a busy machine."""
GROWTH = 1.6
"""By so much at most a character may take longer in a text thirty times as long."""
PARTS = (
    "2023年，{0}区新建、改扩建{0}山小学、{0}河第一中学等12所学校，新增学位3600个；{0}湖幼儿园获评省级示范幼儿园。",
    "实施“{0}青工程”，{0}林镇中心小学、{0}江实验学校参与试点，教师王{0}获市级优秀教师称号。",
    "下一步，将推进{0}新二小综合楼建设，力争2024年9月投入使用，落实“双减”和课后服务。",
)


@pytest.fixture(scope="module")
def rounds() -> list[Round]:
    return measure(texts_of(sorted(SEEDS.glob("*.txt"))), load_knowledge(), rounds=9)


def test_reading_is_not_slower_beside_jieba_than_it_was(rounds: list[Round]) -> None:
    # The best of nine: what else the machine does can only make a round slower.
    assert max(one.ratio for one in rounds) >= FLOOR


def test_the_table_tells_both_speeds_and_what_each_stage_takes(rounds: list[Round]) -> None:
    table = report(texts_of(sorted(SEEDS.glob("*.txt"))), rounds)
    assert all(word in table for word in ("kg ", "jieba.lcut", "ratio", *middle(rounds).stages))


def test_a_character_of_a_long_text_takes_no_longer_than_one_of_a_short_text() -> None:
    few, many = text(40), text(1200)
    measured = [
        min(one.kg for one in measure([raw], load_knowledge(), rounds=3)) / len(raw.text) for raw in (few, many)
    ]
    assert measured[1] <= GROWTH * measured[0]


@pytest.mark.parametrize(
    "piece", ["县一中、", "获评全国文明校园、", "“双减”", "和", "梅林、古田、", "青山镇、", "湖南省"]
)
def test_one_line_without_an_end_is_read_in_proportion_to_its_length(piece: str) -> None:
    one, ten = (seconds(raw(piece * (size // len(piece)))) for size in (2_000, 20_000))
    assert ten <= 25 * one + 0.2


def seconds(raw: RawDocument) -> float:
    """How long one text takes, from the decoded file to its facts."""
    one = Round()
    understand(raw, load_knowledge(), at=one.timed)
    return one.kg


def text(size: int) -> RawDocument:
    """A report of so many paragraphs, no two of them with the same names."""
    lines = [PARTS[number % 3].format(chr(0x5000 + number)) + chr(0x6000 + number) * 3 for number in range(size)]
    return raw("\n".join(lines))


def raw(words: str) -> RawDocument:
    """A text as if it had been read from a file."""
    return RawDocument(
        SourceFile("a.txt", "0" * 64, "text/plain", "utf-8", len(words)), words, AlignedText.plain(words)
    )
