"""Pictures for reports: of the right things, with a Chinese font, the same each time."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure

from kg.errors import UsageError
from kg.export.plot import Sheet, ego, matrix, spread, timeline
from kg.export.plot.fonts import chinese_font
from kg.graph.reading import read_file
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph

EXPORTS = Path(__file__).resolve().parents[2] / "exports" / "graph.ttl"


@pytest.fixture(scope="module")
def seeds() -> KnowledgeGraph:
    return read_file(EXPORTS).graph


def written(figure: Figure) -> list[str]:
    """All words on a picture."""
    (axes,) = figure.axes
    ticks = [label.get_text() for label in (*axes.get_yticklabels(), *axes.get_xticklabels())]
    return [axes.get_title("left"), *ticks, *(text.get_text() for text in axes.texts)]


def drawn(kind: str) -> Sheet:
    if kind == "timeline":
        return timeline(small_graph())
    return matrix(small_graph()) if kind == "matrix" else ego(small_graph(), region="中方县")


@pytest.mark.parametrize("kind", ["timeline", "matrix", "ego"])
@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_graph_gives_the_same_picture(kind: str, form: str) -> None:
    first, again = (drawn(kind).to_bytes(form) for _ in range(2))
    assert first == again
    assert first.startswith(b"\x89PNG" if form == "png" else b"<?xml")


def test_a_vector_picture_is_whole_without_a_font_and_asks_nobody() -> None:
    picture = ElementTree.fromstring(drawn("matrix").to_bytes("svg"))
    tags = {element.tag.rsplit("}", 1)[-1] for element in picture.iter()}
    assert "path" in tags and not tags & {"text", "image", "script", "a"}


def test_no_character_of_a_picture_is_missing_from_its_font(
    seeds: KnowledgeGraph, recwarn: pytest.WarningsRecorder
) -> None:
    for sheet in (timeline(seeds, region="360704"), matrix(seeds), ego(seeds, region="360704")):
        sheet.to_bytes("svg")
    assert [str(warning.message) for warning in recwarn if "missing" in str(warning.message)] == []


def test_a_matrix_has_the_initiatives_that_regions_share() -> None:
    words = written(matrix(small_graph()).figure)
    assert any(word.startswith("双减") for word in words)
    assert any(word.startswith("中方县\n") for word in words)


def test_a_timeline_of_a_region_has_its_things_and_whole_years() -> None:
    words = written(timeline(small_graph(), region="431221").figure)
    assert words[0].startswith("中方县")
    assert "2023" in words and "双减" in words


def test_a_region_stands_amid_its_things_in_traditional_script_too() -> None:
    words = written(ego(small_graph(), region="中方縣").figure)
    assert "中方县" in words and "芙蓉学校" in words


def test_of_many_things_the_most_told_are_drawn_and_the_title_says_so(seeds: KnowledgeGraph) -> None:
    (axes,) = ego(seeds, region="360704", most=12).figure.axes
    assert len(axes.texts) == 13
    assert "个中的 12 个" in axes.get_title("left")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("没有这个县", "图中没有这个地区"), ("", "图中没有这个地区")],
)
def test_an_unknown_region_is_answered_with_those_there_are(wanted: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as problem:
        ego(small_graph(), region=wanted)
    assert "中方县 431221" in str(problem.value)


@pytest.mark.parametrize("kind", ["timeline", "matrix"])
def test_where_there_is_nothing_to_draw_it_says_so(kind: str) -> None:
    empty = KnowledgeGraph((), (), {})
    with pytest.raises(UsageError, match="nothing to draw"):
        timeline(empty) if kind == "timeline" else matrix(empty, kind=EntityKind.PROGRAM)


def test_a_spread_has_each_region_and_both_numbers_of_each_share() -> None:
    figure = spread(small_graph(), concept="双减").figure
    rows, curve = figure.axes
    assert {label.get_text() for label in rows.get_yticklabels()} == {"中方县", "柳南区"}
    assert all(re.fullmatch(r"\d+/[1-9]\d*", text.get_text()) for text in curve.texts) and curve.texts
    assert spread(small_graph(), concept="双减").to_bytes("svg") == Sheet(figure, chinese_font()).to_bytes("svg")


def test_hostile_names_are_drawn_as_words() -> None:
    graph = small_graph()
    regions = {entity.key for entity in graph.entities if entity.kind is EntityKind.REGION}
    assert small.ZF in regions
    for region in sorted(regions & {key for s in graph.statements for key in s.ends.values()}):
        ElementTree.fromstring(ego(graph, region=region).to_bytes("svg"))


def test_a_named_font_must_be_there_and_hold_chinese(tmp_path: Path) -> None:
    import matplotlib

    latin = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    with pytest.raises(UsageError, match="no such font file"):
        chinese_font(tmp_path / "none.ttf")
    with pytest.raises(UsageError, match="not a font with Chinese"):
        chinese_font(latin)
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    with pytest.raises(UsageError, match="not a font with Chinese"):
        chinese_font(tmp_path / "broken.ttf")


def test_without_a_chinese_font_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.export.plot.fonts.FAMILIES", ("No Such Family",))
    with pytest.raises(UsageError, match="fonts-noto-cjk"):
        chinese_font()
