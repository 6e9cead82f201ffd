"""How far the words behind a building work's name speak of it."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.relate.scene import Scene

__all__ = ["its_sentence", "words_about"]

_MARK = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳●·])?")
_ENDS = re.compile(r"(?:建设)?(?:项目|工程)?[。：\s]*")
_NUMBERED = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．](?!\d)|[①-⑳●·])"
)
_ITS = re.compile(
    r"[。\s]*(?:目前，|据[^，。\n]{2,12}，)?(?:[该本]项目|[该本]工程|项目|工程)(?=[^，。；]{0,8}[，于已将正自从总占预计概])"
)
_SENTENCES = 3
_BODY = 160
"""The words below a work that is a heading tell of it for at most so many characters."""


def words_about(scene: Scene, work: Mention, sentence: Sentence) -> int:
    """Where the words behind a work's name that speak of it end."""
    return _body_end(scene, work, sentence) or _window_end(scene, work, sentence)


def _body_end(scene: Scene, work: Mention, sentence: Sentence) -> int | None:
    """Where the words below a work end that is a heading or a sentence of its own; None where it is not.

    （一）县一中改扩建项目。总投资1.2亿元，主体已封顶。 They reach to the next work or the end of their line.
    """
    text = scene.text
    if not _MARK.fullmatch(text, sentence.start, work.start) or not _ENDS.fullmatch(text, work.end, sentence.end):
        return None
    begin = sentence.end
    while begin < len(text) and text[begin] in "。：\n ":
        begin += 1
    if _NUMBERED.match(text, begin):
        return None
    line = text.find("\n", begin)
    end = min(len(text) if line < 0 else line, begin + _BODY)
    others = scene.within(begin, end, EntityKind.PROJECT, EntityKind.SCHOOL)
    return scene.mentions[others[0]].start if others else end


def _window_end(scene: Scene, work: Mention, sentence: Sentence) -> int:
    """How far the words behind a work's name speak of it: to the next other list of works, ； or the sentence's end."""
    end = sentence.end
    stop = scene.text.find("；", work.end, end)
    if stop >= 0:
        end = stop
    at = work.end
    for index in scene.within(work.end, end, EntityKind.PROJECT):
        other = scene.mentions[index]
        if other.start > at and not re.fullmatch(
            r"(?:等)?[、和与及]?(?:[\d.]+[万亿]余?元的)?", scene.text[at : other.start]
        ):
            # 完成甲项目，开工乙项目: the words of the other work's clause speak of the other.
            comma = scene.text.rfind("，", at, other.start)
            return min(end, comma if comma >= 0 else other.start)
        at = max(at, other.end)
    return end if stop >= 0 else its_sentence(scene, end)


def its_sentence(scene: Scene, end: int) -> int:
    """The end of the sentences that go on with 该项目 or 目前 and name no other work; else the given end."""
    for _ in range(_SENTENCES):
        match = _ITS.match(scene.text, end)
        following = scene.sentence_at(match.end()) if match else None
        if following is None or scene.within(end, following.end, EntityKind.PROJECT, EntityKind.SCHOOL):
            return end
        end = following.end
    return end
