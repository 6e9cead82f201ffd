"""Names that no rule finds, known by their characters and by what stands around them."""

from __future__ import annotations

import pytest

from kg.errors import KnowledgeError
from kg.extract.page import Page
from kg.extract.person_likely import candidates
from kg.knowledge import Knowledge, PersonNames, load_knowledge
from kg.knowledge.person_names import load_person_names
from kg.model.names import EntityKind
from tests.specs.reading import read_text


@pytest.fixture(scope="module")
def known() -> Knowledge:
    """The knowledge of ontology/."""
    return load_knowledge()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石泉县委书记方晓岚多次到校检查工作。", {"方晓岚"}),
        ("本报讯（通讯员 郭宝林 孙玉玲）近日，学校举行了科技节。", {"郭宝林", "孙玉玲"}),
        ("赛场上，黄小琳、吴春燕、汪志鸿组成的“青檀队”表现出色。", {"黄小琳", "吴春燕", "汪志鸿"}),
    ],
)
def test_a_name_is_found_by_its_characters_and_its_place(known: Knowledge, text: str, names: set[str]) -> None:
    read = read_text("石泉县教育局2022年工作总结\n" + text + "\n", known)
    assert {e.name for e in read.entities if e.kind is EntityKind.PERSON} == names


@pytest.mark.parametrize(
    "text",
    [
        "切实减轻学生和家庭负担，引导教师和学生共同阅读。",
        "高年级和低年级分时段就餐，常抓师德师风，严格教学常规。",
        "组织学生参观纪念馆、博物馆，新建学生宿舍楼。",
        "于家村、高桥镇、金沙路等地学生乘坐校车。",
        "金秋时节，高校长一行到校调研。",
    ],
)
def test_words_that_begin_like_a_surname_are_no_person(known: Knowledge, text: str) -> None:
    read = read_text("石泉县教育局2022年工作总结\n" + text + "\n", known)
    assert not [e.name for e in read.entities if e.kind is EntityKind.PERSON]


def test_a_usual_given_name_scores_above_other_words(known: Knowledge) -> None:
    score = known.person_names.score
    assert (
        min(score("王晓芳"), score("李建国"), score("张伟"))
        > 5
        > max(score("高年级"), score("成果的"), score("和学生"))
    )


def test_without_what_was_learned_nobody_is_guessed(known: Knowledge) -> None:
    nothing = PersonNames()
    assert nothing.score("王晓芳") == float("-inf")
    assert nothing.chance(["before=title"]) == 0.5  # and no stretch is weighed, for no surname is known


def test_a_broken_table_is_an_error_with_its_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("tables") / "person_names.toml"
    path.write_text('[letters.first]\n"王" = "often"\n', "utf-8")
    with pytest.raises(KnowledgeError, match=r"person_names\.toml"):
        load_person_names(path)


def test_what_other_names_cover_is_no_candidate(known: Knowledge) -> None:
    from kg.clean import clean
    from kg.model.aligned import AlignedText
    from kg.model.document import RawDocument, SourceFile
    from kg.segment import segment

    text = "石泉县教育局2022年工作总结\n王晓芳在高明中学任教。\n"
    raw = RawDocument(SourceFile("a.txt", "0" * 64, "text/plain", "utf-8", len(text)), text, AlignedText.plain(text))
    page = Page(segment(clean(raw), known), known)
    start = page.text.index("高明中学")
    page.add(EntityKind.SCHOOL, start, start + 4, "told")
    stretches = {page.text[c.start : c.end] for c in candidates(page)}
    assert "王晓芳" in stretches
    assert not any(c.start < start + 4 and start < c.end for c in candidates(page))
