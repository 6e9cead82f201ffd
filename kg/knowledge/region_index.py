"""Which divisions bear a name: in full, or as one of their other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.knowledge.region_names import NamingRules

__all__ = ["Index"]


class Index(NamedTuple):
    """For each name, the codes of those that bear it; the parts stand in the order of `NameKind`."""

    full: Mapping[str, list[str]]
    other: Mapping[str, list[str]]

    @classmethod
    def of(cls, divisions: Iterable[tuple[str, str]], rules: NamingRules) -> Index:
        """The index over codes and full names.

        >>> from kg.knowledge.region_names import Ethnic, NamedKind
        >>> index = Index.of([("431221", "中方县")], NamingRules.of([NamedKind("县", Ethnic.NO, ())], [], {}))
        >>> index.full["中方县"], index.other["中方"]
        (['431221'], ['431221'])
        """
        full: dict[str, list[str]] = defaultdict(list)
        other: dict[str, list[str]] = defaultdict(list)
        for code, name in divisions:
            full[name].append(code)
            for another in rules.others(name, code):
                other[another].append(code)
        return cls(dict(full), dict(other))
