"""The corpus is large, varied, full of traps, and names nothing of the five source documents; its judge can fail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts
from kg.model.names import EntityKind, FactKind, Status
from tests.specs.corpus import Spec, load_specs
from tests.specs.reading import ENDS, differences, read_text

SPECS = load_specs()
SEED_NAMES = (
    "中方", "怀化", "鹤城", "泸阳", "铜湾", "桐木中学", "芙蓉学校", "云谷", "恒雅", "花桥", "袁家学校", "铜鼎", "牌楼",
    "潜江", "浩口", "园林六小", "莫市", "曹禺", "泰丰", "兴盛路", "东方红幼儿园", "城南学校", "春华学校", "黄冈",
    "柳南", "柳州", "洛满", "铁五中学", "栗园", "龙腾苑", "航五路", "南环小学", "和平路二小",
    "赣县", "赣州", "瀚思", "红金", "阳埠", "五云", "小坌", "王母渡", "储潭", "吉埠", "梅林", "古田", "稀金", "茅店",
)  # fmt: skip
"""Places and schools of the five source documents."""


def test_there_are_three_hundred_sentences_and_no_text_twice() -> None:
    sentences = sum(len(re.findall(r"[^。！？\n]+", spec.text)) for spec in SPECS)
    assert sentences >= 300
    assert len(SPECS) >= 320
    assert [text for text, count in Counter(spec.text for spec in SPECS).items() if count > 1] == []


def test_a_third_of_what_is_judged_must_not_be_read() -> None:
    wanted, unwanted = sum(s.wanted for s in SPECS), sum(s.unwanted for s in SPECS)
    assert unwanted >= 0.4 * (wanted + unwanted)
    assert sum(1 for s in SPECS if s.unwanted) >= 0.9 * len(SPECS)
    assert sum(1 for s in SPECS if not s.wanted) >= len(SPECS) / 8, "texts in which nothing at all is to be found"


def test_every_kind_is_wanted_and_unwanted() -> None:
    kinds = {kind.value for kind in EntityKind}
    assert {kind for s in SPECS for kind in s.finds} == kinds
    assert {kind for s in SPECS for kind in s.leaves} == kinds
    assert {fact["type"] for s in SPECS for fact in s.facts} == {kind.value for kind in FactKind}
    assert {fact["type"] for s in SPECS for fact in s.lacks} == {kind.value for kind in FactKind}


def test_the_texts_come_from_all_over_the_country(knowledge: Knowledge) -> None:
    """A region is given by its path where its name alone could be several."""
    regions = {s.region for s in SPECS} - {""}
    found = {region: knowledge.regions.lookup(region) for region in regions}
    assert [region for region, division in found.items() if division is None] == []
    assert len(regions) >= 120
    assert len({division.code[:2] for division in found.values() if division}) >= 28


@pytest.mark.parametrize("spec", SPECS, ids=[s.id for s in SPECS])
def test_a_spec_says_something_true_to_its_form(spec: Spec) -> None:
    assert spec.wanted + spec.unwanted > 0
    assert "\n\n" not in spec.title
    for fact in (*spec.facts, *spec.lacks):
        allowed = {"type", "year", "status", "count", "amount", "seats", "area", "begin", "finish", *ENDS}
        allowed |= {"year_rule", "status_rule", "period", "state", "issuer", "how", "was"}
        assert set(fact) <= allowed
        assert fact["type"] in set(FactKind)
        assert set(str(fact.get("status", "planned")).split("|")) <= set(Status)
    for kind, names in spec.leaves.items():
        asked = {n for name in spec.finds.get(kind, ()) for n in name.split("|")}
        assert not asked & set(names), f"{kind}: both found and left"


@pytest.mark.parametrize("name", SEED_NAMES)
def test_no_spec_names_a_place_or_a_school_of_the_source_documents(name: str) -> None:
    assert [s.id for s in SPECS if name in s.document] == []


BASE = Spec(region="石门县", text="县一中、城关小学获评“常德市文明校园”。")
AWARD = {"type": "award", "honor": "常德市文明校园", "to": "县一中"}
FAULTS: list[tuple[str, Callable[[], Spec], str]] = [
    ("a name that is not there", lambda: _spec(finds={"School": ("县二中",)}), "missed School 县二中"),
    ("one entity for two names", lambda: _spec(finds={"School": ("县一中", "石门县一中")}), "missed School"),
    ("an unwanted name", lambda: _spec(leaves={"School": ("城关小学",)}), "wrong School 城关小学"),
    ("anything of a kind", lambda: _spec(leaves={"School": ("*",)}), "wrong School"),
    ("more than what is found", lambda: _spec(finds={"School": ("县一中",)}, leaves={"School": ("*",)}), "城关小学"),
    ("a fact that is not stated", lambda: _spec(facts=({**AWARD, "year": 2021},)), "missed fact type=award"),
    ("an end that is not there", lambda: _spec(facts=({**AWARD, "to": "县二中"},)), "missed fact"),
    ("an unwanted fact", lambda: _spec(lacks=(AWARD,)), "wrong fact award"),
    ("any fact of a kind", lambda: _spec(lacks=({"type": "award"},)), "wrong fact award"),
    ("another level", lambda: _spec(levels={"常德市文明校园": "province"}), "level of"),
    ("another code", lambda: _spec(codes={"石门县": "430725"}), "code of"),
    ("another attribute", lambda: _spec(attributes={"县一中": {"stage": "primary"}}), "expected {'stage': 'primary'}"),
    ("two that should be one", lambda: _spec(same={"School": (("县一中", "城关小学"),)}), "should be one"),
    ("another region", lambda: Spec(region="桑植县", title="石门县教育局总结", text=BASE.text), "document's region"),
]


def _spec(**expected: object) -> Spec:
    return Spec(region=BASE.region, text=BASE.text, **expected)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def read(knowledge: Knowledge) -> DocumentFacts:
    return read_text(BASE.document, knowledge)


def test_the_judge_is_content_with_what_is_right(read: DocumentFacts) -> None:
    spec = _spec(
        finds={"School": ("县一中", "城关小学"), "Honor": ("“常德市 文明校园”",)},
        leaves={"School": ("*", "一小"), "Project": ("*",)},
        facts=({**AWARD, "year": 2022},),
        lacks=({**AWARD, "year": 2021}, {"type": "award", "to": "石门县"}),
        levels={"常德市文明校园": "prefecture"},
        codes={"石门县": "430726"},
        attributes={"城关小学": {"stage": "primary"}},
        same={"School": (("县一中", "石门县第一中学"),)},
    )
    assert differences(spec, read) == []


@pytest.mark.parametrize(("what", "spec", "said"), FAULTS, ids=[what for what, _, _ in FAULTS])
def test_the_judge_tells(what: str, spec: Callable[[], Spec], said: str, read: DocumentFacts) -> None:
    (line,) = differences(spec(), read)[:1]
    assert said in line
