"""Initiatives over regions, and what is held of each."""

from __future__ import annotations

from kg.model.names import EntityKind, Status
from kg.policy.held import held, home_regions
from kg.policy.initiatives import initiatives
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


def test_what_is_held_of_a_region_is_told_by_its_reports() -> None:
    of = held(small_graph())
    assert set(of) == {small.ZF, small.LN}
    assert of[small.ZF].name == "中方县"
    assert of[small.ZF].documents == (small.DOC_A,)
    assert of[small.ZF].years == tuple(sorted({*of[small.ZF].review_years, *of[small.ZF].plan_years}))


def test_a_report_without_a_region_is_nobodys() -> None:
    assert small.DOC_C not in home_regions(small_graph())


def test_an_initiative_of_several_regions_is_one() -> None:
    found = initiatives(small_graph(), [EntityKind.PROGRAM])
    (shared,) = [one for one in found.values() if small.SHUANGJIAN in one.entities]
    assert set(shared.regions) == {small.ZF, small.LN}
    assert all(adoption.status in (*Status, None) for adoption in shared.adoptions)


def test_adoptions_are_told_by_year() -> None:
    for initiative in initiatives(small_graph()).values():
        years = [adoption.year or 9999 for adoption in initiative.adoptions]
        assert years == sorted(years)


def test_only_the_wanted_kinds_are_told() -> None:
    assert {one.kind for one in initiatives(small_graph(), [EntityKind.HONOR]).values()} == {EntityKind.HONOR}
