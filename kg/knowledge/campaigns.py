"""Known campaigns by what they are against: 有偿补课 leads to 有偿补课治理."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.knowledge.concepts import Concept

__all__ = ["Campaigns", "known_campaigns"]

_CAMPAIGN = re.compile(r"(?:专项|集中|综合|清理)?(?P<noun>治理|整治|整顿|查处)(?:工作|行动|专项行动)?")
_SHORTEST = 4
"""What a campaign is against has at least so many characters, or it is a word of every day."""


@dataclass(frozen=True, slots=True)
class Campaigns:
    """Where campaigns are told as verb and object, and which ones these are."""

    told: re.Pattern[str]
    """Groups `verb` and `core`."""
    named: Mapping[str, Mapping[str, tuple[str, str]]]
    """What a campaign is against to the noun of its name, and that to the name and the key of the concept."""

    def name(self, core: str, noun: str) -> tuple[str, str]:
        """Name and concept of the campaign against something: the name with this noun, if it has one."""
        shorter = (core[start:] for start in range(len(core)))
        found = next((self.named[one][noun] for one in shorter if noun in self.named.get(one, ())), None)
        return found or self.named[core][min(self.named[core])]


def known_campaigns(known: Mapping[str, Concept], verbs: Mapping[str, str]) -> Campaigns:
    """The campaigns among the known names; those whose name is a common phrase are left out."""
    named: dict[str, dict[str, tuple[str, str]]] = {}
    for name, concept in known.items():
        for campaign in _CAMPAIGN.finditer(name):
            core = name[: campaign.start()]
            if campaign.end() < len(name) or len(core) < _SHORTEST or name in concept.common:
                continue
            nouns = named.setdefault(core, {})
            best = nouns.get(campaign["noun"])
            if best is None or (len(name), name) < (len(best[0]), best[0]):
                nouns[campaign["noun"]] = name, concept.key
    cores = "|".join(map(re.escape, sorted(named, key=lambda core: (-len(core), core))))
    told = re.compile(
        rf"(?P<verb>{'|'.join(verbs)})[^，。；：、“”《》\n]{{0,10}}?(?P<core>{cores})"
        r"(?=行为|问题|乱象|现象|和|及|、|，|。|；|等|\n|$)"
    )
    return Campaigns(told, named)
