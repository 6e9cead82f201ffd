from __future__ import annotations

import pytest

from kg.knowledge import load_knowledge
from kg.knowledge.asked import Asked


def test_a_value_is_worked_out_once_and_only_when_it_is_asked_for() -> None:
    asked: list[str] = []
    values = Asked(lambda key: asked.append(key) or (key.upper() if key != "c" else None), lambda: "abc")
    assert not asked
    assert (values.get("a"), values.get("a"), values.get("c"), values.get("c")) == ("A", "A", None, None)
    assert asked == ["a", "c"]
    assert (dict(values), len(values)) == ({"a": "A", "b": "B"}, 2)


@pytest.mark.parametrize("code", ["430726", "620900", "654000", "420600-2010", "460000"])
def test_a_name_below_a_division_means_the_same_asked_alone_and_among_all(code: str) -> None:
    regions = load_knowledge().regions
    everything = dict(regions.local_names(code))
    assert everything
    alone = regions.local_names(code)
    assert all(alone.get(name) == meant for name, meant in everything.items())
    assert alone.get("没有这个地方") is None
