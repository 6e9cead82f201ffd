"""Whether two papers can be one report that stands at two places."""

from __future__ import annotations

from kg.model.document import DocumentInfo

__all__ = ["same_report"]


def same_report(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Whether nothing says that they are of different places or years."""
    return _same_place(one, other) and _same_years(one, other)


def _same_place(one: DocumentInfo, other: DocumentInfo) -> bool:
    if one.region_code and other.region_code:
        return one.region_code == other.region_code
    return not (one.region and other.region) or one.region == other.region


def _same_years(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Whether both look back on one year; where one of them does not, whether both look forward to one."""
    if one.review_years and other.review_years:
        return not set(one.review_years).isdisjoint(other.review_years)
    return not (one.plan_years and other.plan_years) or not set(one.plan_years).isdisjoint(other.plan_years)
