"""Why entities of several documents are one, and why schools with near names are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from kg.knowledge import Knowledge
from kg.model.identity import Decision, Reason
from kg.model.names import EntityKind
from kg.resolve.near import near_reason, near_words
from kg.resolve.scope import Identity

__all__ = ["told_apart", "told_same"]

Schools = Mapping[str, tuple[Identity, tuple[str, ...]]]
"""Key of each school to what it is and the documents that name it."""
_SHORTEST = 3
"""赣县中学 and 潜江中学 share no more than 中学: nobody takes the one for the other."""
_MOST = 24
"""Of more schools than so many with one core in one county, each is compared with its neighbours in order only."""


def told_same(
    kind: EntityKind,
    names: tuple[str, ...],
    documents: tuple[str, ...],
    identity: Identity,
    knowledge: Knowledge,
) -> Decision:
    """Why the names of several documents are one thing."""
    key = identity.key
    if kind is EntityKind.REGION:
        return Decision(True, Reason.SAME_CODE, kind, names, (key,), documents, {"form": identity.scope})
    if kind is EntityKind.SCHOOL:
        detail = {"form": identity.form, "region": _region_name(identity.scope, knowledge)}
        return Decision(True, Reason.SAME_REGION_AND_NAME, kind, names, (key,), documents, detail)
    return Decision(True, Reason.SAME_NAME, kind, names, (key,), documents)


def told_apart(schools: Schools, names: Mapping[str, str], knowledge: Knowledge) -> Iterator[Decision]:
    """The refusals: schools of one name in several regions, and of near names in one; each group or pair once."""
    by_form: dict[str, list[str]] = defaultdict(list)
    for key, (identity, _) in sorted(schools.items()):
        by_form[identity.form].append(key)
    for form, keys in sorted(by_form.items()):
        if len(keys) > 1 and len(form) >= _SHORTEST:
            yield _other_regions(form, keys, schools, names, knowledge)
    near: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, (identity, _) in sorted(schools.items()):
        for word in near_words(identity.form):
            near[identity.scope, word].append(key)
    told: set[tuple[str, str]] = set()
    for keys in near.values():
        for left, right in combinations(keys, 2) if len(keys) <= _MOST else pairwise(keys):
            if (left, right) in told:
                continue
            told.add((left, right))
            found = near_reason(schools[left][0].form, schools[right][0].form)
            if found is not None:
                yield _refused(found[0], (left, right), schools, names, found[1])


def _other_regions(
    form: str, keys: list[str], schools: Schools, names: Mapping[str, str], knowledge: Knowledge
) -> Decision:
    """The refusal of all schools of one name: in different regions, in one region and a wider one, or unknown."""
    scopes = [schools[key][0].scope for key in keys]
    reason = Reason.OTHER_REGION
    if not all(scope.isdigit() for scope in scopes):
        reason = Reason.REGION_UNKNOWN
    elif len(keys) == 2 and any(knowledge.regions.contains(a, b) for a, b in (scopes, scopes[::-1])):
        reason = Reason.WIDER_REGION
    told = "、".join(dict.fromkeys(_region_name(scope, knowledge) for scope in scopes))
    return _refused(reason, tuple(keys), schools, names, {"form": form, "region": told})


def _refused(
    reason: Reason, keys: tuple[str, ...], schools: Schools, names: Mapping[str, str], detail: Mapping[str, str]
) -> Decision:
    documents = tuple(sorted({document for key in keys for document in schools[key][1]}))
    return Decision(False, reason, EntityKind.SCHOOL, tuple(names[k] for k in keys), keys, documents, detail)


def _region_name(scope: str, knowledge: Knowledge) -> str:
    """A region's name with the one above it, which tells 鼓楼区 of 南京 from that of 福州."""
    division = knowledge.regions.by_code(scope) if scope.isdigit() else None
    if division is None:
        return "地区不明"
    above = knowledge.regions.ancestors(scope)
    return (above[0].name if above else "") + division.name
