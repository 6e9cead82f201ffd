"""Words are those of jieba without its hidden Markov model, stretch by stretch."""

from __future__ import annotations

import logging
import random

import jieba
import pytest

from kg.text.words import Words, words

TEXT = (
    "2023年，全县教育系统坚持以习近平新时代中国特色社会主义思想为指导，新建、改扩建东山小学等12所学校，"
    "投入资金1.2亿元；“双减”工作稳步推进，PISA测试、STEM课程（含C++、Node.js）覆盖率达98.6%，毛入园率 94.5%。"
    "对接瞭望台中心小学、和县一中、新建区八一中学、喀什第二十八中学；𠮷林、㐀村学校撤并，教師（陳老師）15名。"
)


@pytest.fixture(scope="module")
def tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.ERROR)
    return jieba.Tokenizer()


def test_every_stretch_of_a_text_has_the_words_that_jieba_finds_in_it(tokenizer: jieba.Tokenizer) -> None:
    page = Words(TEXT)
    pick = random.Random(7)
    for _ in range(3000):
        start = pick.randrange(len(TEXT))
        end = min(len(TEXT), start + pick.randrange(1, 30))
        assert page.cut(start, end) == tuple(tokenizer.lcut(TEXT[start:end], HMM=False))


@pytest.mark.parametrize("text", ["", "。", "  ", "A", "ab1", "3.14、+86", "学"])
def test_short_texts_have_the_words_that_jieba_finds(tokenizer: jieba.Tokenizer, text: str) -> None:
    assert words(text) == tuple(tokenizer.lcut(text, HMM=False))
