"""The gazetteer answers by code, by name, by short name and by path, for today and for the year of a report."""

from __future__ import annotations

import pickle

import pytest

from kg.knowledge.folder import ontology_folder
from kg.knowledge.regions import Division, Gazetteer, load_gazetteer
from kg.model.names import Level


@pytest.fixture(scope="module")
def regions() -> Gazetteer:
    return load_gazetteer(ontology_folder() / "regions")


def found(regions: Gazetteer, name: str, *, within: str = "", year: int | None = None) -> str | None:
    division = regions.lookup(name, within=within, year=year)
    return division.code if division else None


@pytest.mark.parametrize(
    ("code", "name", "short", "level", "parent"),
    [
        ("110000", "北京市", "北京", Level.PROVINCE, ""),
        ("710000", "台湾省", "台湾", Level.PROVINCE, ""),
        ("810000", "香港特别行政区", "香港", Level.PROVINCE, ""),
        ("650000", "新疆维吾尔自治区", "新疆", Level.PROVINCE, ""),
        ("150000", "内蒙古自治区", "内蒙古", Level.PROVINCE, ""),
        ("431200", "怀化市", "怀化", Level.PREFECTURE, "430000"),
        ("632300", "黄南藏族自治州", "黄南", Level.PREFECTURE, "630000"),
        ("441900", "东莞市", "东莞", Level.PREFECTURE, "440000"),
        ("460300", "三沙市", "三沙", Level.PREFECTURE, "460000"),
        ("460400", "儋州市", "儋州", Level.PREFECTURE, "460000"),
        ("431221", "中方县", "中方", Level.COUNTY, "431200"),
        ("360704", "赣县区", "赣县", Level.COUNTY, "360700"),
        ("450226", "三江侗族自治县", "三江", Level.COUNTY, "450200"),
        ("410304", "瀍河回族区", "瀍河", Level.COUNTY, "410300"),
        ("140109", "万柏林区", "万柏林", Level.COUNTY, "140100"),
        ("429021", "神农架林区", "神农架", Level.COUNTY, "420000"),
        ("310115", "浦东新区", "浦东", Level.COUNTY, "310000"),
        ("421002", "沙市区", "沙市", Level.COUNTY, "421000"),
        ("140502", "城区", "城区", Level.COUNTY, "140500"),
        ("130133", "赵县", "赵县", Level.COUNTY, "130100"),
        ("429005", "潜江市", "潜江", Level.COUNTY, "420000"),
        ("659003", "图木舒克市", "图木舒克", Level.COUNTY, "650000"),
        ("110105", "朝阳区", "朝阳", Level.COUNTY, "110000"),
        ("431221112", "泸阳镇", "泸阳", Level.TOWNSHIP, "431221"),
        ("429005001", "园林街道", "园林", Level.TOWNSHIP, "429005"),
        ("441900119", "长安镇", "长安", Level.TOWNSHIP, "441900"),
        ("110105033", "常营回族乡", "常营", Level.TOWNSHIP, "110105"),
        ("110113006", "杨镇", "杨镇", Level.TOWNSHIP, "110113"),
    ],
)
def test_a_division_has_name_short_name_level_and_parent(
    regions: Gazetteer, code: str, name: str, short: str, level: Level, parent: str
) -> None:
    division = regions.by_code(code)
    assert division is not None
    assert (division.name, division.short, division.level, division.parent) == (name, short, level, parent)


@pytest.mark.parametrize("code", ["999999", "110100", "429000", "431221999"])
def test_there_is_nothing_under_a_code_that_no_division_has(regions: Gazetteer, code: str) -> None:
    assert regions.by_code(code) is None
    assert (regions.children(code), regions.ancestors(code), regions.local_names(code)) == ((), (), {})


@pytest.mark.parametrize(
    ("code", "name", "until", "successor"),
    [
        ("360721", "赣县", 2016, "360704"),
        ("450221", "柳江县", 2016, "450206"),
        ("420600-2010", "襄樊市", 2010, "420600"),
        ("433000", "怀化地区", 1997, "431200"),
        ("433021", "黔阳县", 1997, "431281"),
        ("110103", "崇文区", 2010, "110101"),
        ("320503", "平江区", 2012, "320508"),
        ("341400", "巢湖市", 2011, "340000"),
        ("210281", "瓦房店市", None, ""),
    ],
)
def test_a_former_division_says_when_it_went_and_what_it_is_today(
    regions: Gazetteer, code: str, name: str, until: int | None, successor: str
) -> None:
    division = regions.by_code(code)
    assert division is not None
    assert (division.name, division.until, division.successor) == (name, until, successor)
    assert regions.current(division).code == (successor or code)


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("中方县", "", "431221"),
        ("中方", "", "431221"),
        ("湖南省怀化市中方县", "", "431221"),
        ("怀化市中方县", "", "431221"),
        ("湖南中方", "", "431221"),
        ("湖南省怀化市中方县泸阳镇", "", "431221112"),
        ("中方县泸阳镇", "", "431221112"),
        ("泸阳镇", "", "431221112"),
        ("泸阳", "431200", "431221112"),
        ("赣州市赣县区", "", "360704"),
        ("赣县", "", "360704"),
        ("柳江县", "", "450221"),
        ("鹤城", "", "431202"),
        ("三江", "", "450226"),
        ("三江县", "", "450226"),
        ("柳州市三江县", "", "450226"),
        ("芷江县", "430000", "431228"),
        ("湘西州", "", "433100"),
        ("克州", "", "653000"),
        ("内蒙", "", "150000"),
        ("园林街道", "429005", "429005001"),
        ("园林街道办事处", "429005", "429005001"),
        ("园林办事处", "429005", "429005001"),
        ("潜江市园林街道办事处", "", "429005001"),
        ("湖北省潜江市", "", "429005"),
        ("北京市朝阳区", "", "110105"),
        ("朝阳", "110000", "110105"),
        ("朝阳区安贞街道", "", "110105008"),
        ("晋城市城区", "", "140502"),
        ("吉林", "", "220000"),
        ("海南", "", "460000"),
        ("荆州", "", "421000"),
        ("恩施", "", "422800"),
        ("襄樊市樊城区", "", "420606"),
        ("襄樊", "", "420600-2010"),
        ("怀化地区黔阳县", "", "433021"),
        ("莱芜市莱城区", "", "371202"),
    ],
)
def test_a_name_or_a_path_leads_to_the_one_division_it_means(
    regions: Gazetteer, name: str, within: str, code: str
) -> None:
    assert found(regions, name, within=within) == code


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("朝阳", ""),
        ("朝阳区", ""),
        ("城区", ""),
        ("城关镇", ""),
        ("甘肃临夏临夏", ""),
        ("大西洲市", ""),
        ("", ""),
        ("中方县", "450000"),
        ("中方县", "431221"),
        ("湖北省中方县", ""),
    ],
)
def test_what_is_ambiguous_or_unknown_or_elsewhere_has_no_answer(regions: Gazetteer, name: str, within: str) -> None:
    assert found(regions, name, within=within) is None


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("赣县", 2012, "360721"),
        ("赣县", 2020, "360704"),
        ("赣县王母渡镇", 2014, "360704101"),
        ("怀化市", 1990, "433001"),
        ("怀化市", 2023, "431200"),
        ("巢湖市", 2008, "341400"),
        ("巢湖市", 2020, "340181"),
        ("巢湖市和县", 2008, "341424"),
        ("马鞍山市和县", 2020, "340523"),
        ("柳江县", 2010, "450221"),
        ("柳江县", 2020, "450221"),
    ],
)
def test_the_year_of_a_report_decides_between_then_and_now(regions: Gazetteer, name: str, year: int, code: str) -> None:
    assert found(regions, name, year=year) == code


def test_all_that_bear_a_full_name_are_given_those_of_the_year_first(regions: Gazetteer) -> None:
    codes = ["431200", "433001"]
    assert [d.code for d in regions.by_name("怀化市")] == codes
    assert [d.code for d in regions.by_name("怀化市", year=1990)] == codes[::-1]
    assert regions.by_name("怀化") == ()


@pytest.mark.parametrize(
    ("short", "first", "also"),
    [
        ("中方", "431221", "431221111"),
        ("新疆", "650000", ""),
        ("三江", "450226", ""),
        ("泸阳", "361028001", "431221112"),
        ("赣县", "360704", "360721"),
        ("襄阳", "420600", "420607-2010"),
    ],
)
def test_short_names_name_higher_levels_first_and_those_of_today(
    regions: Gazetteer, short: str, first: str, also: str
) -> None:
    codes = [d.code for d in regions.by_short(short)]
    assert codes[0] == first
    assert not also or also in codes


def test_what_lies_where_follows_the_parents_and_what_became_of_them(regions: Gazetteer) -> None:
    assert [d.name for d in regions.ancestors("431221112")] == ["中方县", "怀化市", "湖南省"]
    assert [d.name for d in regions.ancestors("433021")] == ["怀化地区", "湖南省"]
    assert "431221" in {d.code for d in regions.children("431200")}
    assert "433021" not in {d.code for d in regions.children("431200")}
    assert len(regions.children("")) == 34
    assert regions.contains("430000", "431221112")
    assert regions.contains("431200", "433021")
    assert regions.contains("340500", "341424") and regions.contains("341400", "341424")
    assert regions.contains("370100", "371202"), "莱芜市, where 莱城区 lay, was merged into 济南市"
    assert not regions.contains("371200", "370102"), "but no old district of 济南市 ever lay in 莱芜市"
    assert not regions.contains("341400", "340111")
    assert not regions.contains("450000", "431221")
    assert not regions.contains("431221", "431221")
    assert not regions.contains("431221", "431200")


def test_the_words_for_an_automaton_lead_to_codes_the_likeliest_first(regions: Gazetteer) -> None:
    names = regions.names(Level.COUNTY)
    assert names["吉林"] == ("220000", "220200")
    assert names["赣县"] == ("360704", "360721")
    assert names["三江县"] == ("450226", "452228")
    assert names["莱芜市"] == ("371200", "379004")
    assert "泸阳镇" not in names and "中方县" not in regions.names(Level.PREFECTURE)
    assert regions.names(Level.TOWNSHIP)["泸阳镇"] == ("431221112",)


def test_within_one_county_every_name_has_one_meaning(regions: Gazetteer) -> None:
    local = regions.local_names("431221")
    assert local["中方"] == local["中方县"] == "431221"
    assert (local["泸阳"], local["泸阳镇"], local["中方镇"]) == ("431221112", "431221112", "431221111")
    assert all(code == "431221" or regions.contains("431221", code) for code in local.values())
    assert regions.local_names("360700")["赣县"] == "360704"
    assert regions.local_names("360721")["王母渡"] == "360704101"
    # 临夏 is 临夏州; whether a bare 伊宁 is the city or the county beside it stays open.
    assert regions.local_names("622900")["临夏"] == "622900"
    assert "伊宁" not in regions.local_names("654000")


def test_a_pickled_gazetteer_knows_the_same(regions: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(regions))
    assert len(copy) == len(regions)
    assert list(copy) == list(regions)
    assert copy.lookup("怀化市泸阳镇") == regions.lookup("怀化市泸阳镇")


def test_loading_makes_no_objects_for_townships() -> None:
    fresh = load_gazetteer(ontology_folder() / "regions")
    assert not {"_lower", "_upper", "_children"} & vars(fresh).keys()
    assert len(fresh) > 8 * sum(isinstance(value, Division) for value in fresh._divisions.values())
