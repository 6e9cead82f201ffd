"""Shares, growth and differences: percentages and steps that follow from other figures of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kg.figures.draft import Draft
from kg.model.figures import Change, Identity, IdentityKind

__all__ = ["find_changes"]


def find_changes(drafts: Sequence[Draft]) -> list[Identity]:
    """The identities of three figures in a row of one sentence, the last of which follows from the first two.

    A rate that does not follow is another rate and states nothing; a growth or a difference that does not follow is
    an identity that fails.
    """
    found: list[Identity] = []
    for index in range(2, len(drafts)):
        first, second, third = drafts[index - 2 : index + 1]
        if first.sentence is not third.sentence or any(d.approximate for d in (first, second, third)):
            continue
        identity = _growth(index, first, second, third) or _difference(index, first, second, third)
        identity = identity or _share(index, first, second, third)
        if identity is not None:
            found.append(identity)
    return found


def _growth(index: int, level: Draft, step: Draft, percent: Draft) -> Identity | None:
    """一本上线624人，增加195人，增幅45.45%."""
    if percent.number.unit.name != "%" or percent.change is None or step.change is None or level.change is not None:
        return None
    if step.number.unit != level.number.unit or step.number.unit.kind == "share" or step.rule != "inherited":
        return None
    sign = 1 if step.change is Change.INCREASE else -1
    before = level.number.value - sign * step.number.value
    if before <= 0 or percent.change is not step.change:
        return None
    computed = step.number.value / before * 100
    hidden = (_rounding(step) * 100 + _rounding(level) * computed) / before
    return _identity(IdentityKind.GROWTH, index, percent, computed, hidden)


def _difference(index: int, first: Draft, second: Draft, step: Draft) -> Identity | None:
    """由500元提高到700元，提高200元; 春季为10.12%，秋季为9.78%，降低0.34个百分点."""
    if step.change is None or first.change is not None or second.change is not None:
        return None
    if first.number.unit != second.number.unit or second.rule != "inherited" or step.rule != "inherited":
        return None
    names = (first.number.unit.name, step.number.unit.name)
    if names[0] != names[1] and names != ("%", "个百分点"):
        return None
    computed = second.number.value - first.number.value
    if (computed > 0) is not (step.change is Change.INCREASE) and not first.before:
        # 今年3人、去年5人，减少2人: the order of the levels is not told.
        computed = -computed
    return _identity(IdentityKind.DIFFERENCE, index, step, abs(computed), Decimal(0))


def _share(index: int, whole: Draft, part: Draft, percent: Draft) -> Identity | None:
    """发现问题49个，完成整改48个，完成率97.96%; or 占 behind a part of a whole."""
    if percent.number.unit.name != "%" or percent.change is not None or whole.change or part.change:
        return None
    if whole.number.unit.name != part.number.unit.name or not 0 < part.number.value <= whole.number.value:
        return None
    computed = part.number.value / whole.number.value * 100
    hidden = (_rounding(part) * 100 + _rounding(whole) * computed) / whole.number.value
    identity = _identity(IdentityKind.SHARE, index, percent, computed, hidden)
    claimed = "占" in percent.what and part.part_of == index - 2
    rate = percent.what.endswith(("率", "比", "比例")) or "占" in percent.what
    return identity if rate and (identity.holds or claimed) else None


def _identity(kind: IdentityKind, index: int, told: Draft, computed: Decimal, hidden: Decimal) -> Identity:
    """The identity of three figures in a row, computed to the digits that the text gives.

    It holds within the last digit of what is told, and within half of what the roundings of the others can hide.
    """
    digit = told.number.digit
    near = abs(computed - told.number.value) < digit + hidden / 2
    return Identity(kind, (index - 2, index - 1, index), computed.quantize(digit), near)


def _rounding(draft: Draft) -> Decimal:
    """What the last digit of a number can hide: 100 of 1.06万; nothing of what is counted one by one."""
    return Decimal(0) if draft.number.digit == 1 else draft.number.digit
