"""How the names of administrative divisions are built: what stays when the word for the kind is taken off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Ethnic", "NamedKind", "NamingRules"]

SHORTEST = 2
"""Characters that a short name must keep: 赣县 stays 赣县."""


class Ethnic(StrEnum):
    """Which names of ethnic groups a kind of division carries between the place and the kind."""

    NO = "no"
    GROUP = "group"
    """Those that end in 族: 瀍河回族区, but 保安镇 is no town of the 保安族."""
    ANY = "any"
    """Also the bare ones: 新疆维吾尔自治区."""


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A kind of division as its name ends, and what else may stand in its place."""

    suffix: str
    ethnic: Ethnic
    also: tuple[str, ...]
    """Ends that may follow the short name as well: 三江县 for 三江侗族自治县, 园林办事处 for 园林街道."""


@dataclass(frozen=True, slots=True)
class NamingRules:
    """Turns the full name of a division into its short name and its other names.

    >>> counties = [NamedKind("县", Ethnic.NO, ()), NamedKind("自治县", Ethnic.ANY, ("县",))]
    >>> rules = NamingRules.of(counties, ["苗族", "侗族"], {})
    >>> rules.short("靖州苗族侗族自治县"), rules.short("中方县"), rules.short("赣县")
    ('靖州', '中方', '赣县')
    >>> rules.others("靖州苗族侗族自治县")
    ('靖州', '靖州县')
    """

    kinds: Mapping[str, tuple[NamedKind, ...]]
    """By the last character of the suffix; longer suffixes stand before those they contain."""
    groups: tuple[str, ...]
    """Names of ethnic groups, the longer ones first."""
    exceptions: Mapping[str, tuple[str, tuple[str, ...]]]
    """Code to the short name that the rules do not give, or an empty text if they do, and to further names."""

    @classmethod
    def of(
        cls,
        kinds: Iterable[NamedKind],
        groups: Iterable[str],
        exceptions: Mapping[str, tuple[str, tuple[str, ...]]],
    ) -> NamingRules:
        """The rules, with everything in the order in which it is tried."""
        by_end: dict[str, tuple[NamedKind, ...]] = {}
        for kind in sorted(kinds, key=lambda kind: -len(kind.suffix)):
            by_end[kind.suffix[-1]] = (*by_end.get(kind.suffix[-1], ()), kind)
        return cls(by_end, tuple(sorted(groups, key=lambda group: -len(group))), exceptions)

    def short(self, name: str, code: str = "") -> str:
        """The name without kind and ethnic groups, at least two characters long; the name itself if nothing goes."""
        exception = self.exceptions.get(code)
        return exception[0] if exception and exception[0] else self._split(name)[0]

    def others(self, name: str, code: str = "") -> tuple[str, ...]:
        """All names of the division but the full one, the short name first."""
        stem, ends = self._split(name)
        if not ends and code not in self.exceptions:
            return (stem,) if stem != name else ()
        found = [stem, *[stem + end for end in ends]]
        if exception := self.exceptions.get(code):
            short, further = exception
            found = [short, *further] if short else [*found, *further]
        return tuple(dict.fromkeys([other for other in found if other != name]))

    def _split(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The stem, and the ends that may follow it instead of the suffix."""
        for kind in self.kinds.get(name[-1:], ()):
            if name.endswith(kind.suffix) and len(name) - len(kind.suffix) >= SHORTEST:
                return self._without_groups(name.removesuffix(kind.suffix), kind.ethnic), kind.also
        return name, ()

    def _without_groups(self, stem: str, ethnic: Ethnic) -> str:
        """The stem without the names of ethnic groups at its end."""
        # The check of one character spares 30,000 townships the way through all groups.
        if ethnic is Ethnic.NO or (ethnic is Ethnic.GROUP and not stem.endswith("族")):
            return stem
        for group in self.groups:
            if stem.endswith(group) and len(stem) - len(group) >= SHORTEST:
                return self._without_groups(stem.removesuffix(group), ethnic)
        return stem
