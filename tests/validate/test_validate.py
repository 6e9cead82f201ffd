"""What breaks a rule is told: which node, which rule, which value, and how to mend it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, Literal, URIRef
from rdflib.collection import Collection

from kg.errors import GraphError, UsageError
from kg.graph import vocabulary
from kg.graph.iri import ONTOLOGY
from kg.graph.rdf import to_rdf, to_turtle
from kg.model.curation import Action, Curation
from kg.validate import Finding, Validation, lines, validate, validate_file
from kg.validate.words import CURES, MOST
from tests.conftest import Run
from tests.graph.small_graph import BASE, HOSTILE, small_graph

PREFIXES = "".join(f"PREFIX {p}: <{n}>\n" for p, n in vocabulary.PREFIXES.items())
PREFIXES += "".join(
    f"PREFIX {kind}: <{BASE}{kind}/>\n"
    for kind in (
        "fact",
        "school",
        "region",
        "honor",
        "program",
        "project",
        "document",
        "year",
        "figure",
        "run",
        "person",
        "indicator",
    )
)


def instead(subject: str, predicate: str, value: str) -> str:
    """An update that gives every such subject another value."""
    old, new = f"{{ {subject} {predicate} ?x }}", f"{{ {subject} {predicate} {value} }}"
    return f"DELETE {old} INSERT {new} WHERE {old}"


def without(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?x }}"


def besides(triple: str) -> str:
    return f"INSERT DATA {{ {triple} }}"


AWARD, FURONG = "fact:award-furong", "school:furong"
BROKEN = {
    "no evidence": (without(AWARD, "ek:hasEvidence"), "MinCount", "ek:hasEvidence", "陈述和数据都要有证据"),
    "evidence of another": (
        instead("?e", "oa:hasBody", "fact:program-ql-none"), "Equals", "^oa:hasBody", "证据的 oa:hasBody 要指回"),
    "no honor": (without(AWARD, "ek:honor"), "MinCount", "ek:honor", "荣誉授予有且只有一个荣誉"),
    "two years": (besides(f"{AWARD} ek:inYear year:2024"), "MaxCount", "ek:inYear", "陈述至多一个年份"),
    "an unknown status": (instead(AWARD, "ek:status", "ek:soon"), "In", "ek:status", "状态至多一个"),
    "a year for a recipient": (instead(AWARD, "ek:recipient", "year:2024"), "Or", "ek:recipient", "获得者至多一个"),
    "confidence 1.7": (instead("?e", "ek:confidence", "1.7"), "MaxInclusive", "ek:confidence", "置信度有且只有一个"),
    "a confidence in words": (
        instead("?e", "ek:confidence", "'high'"), "Datatype", "ek:confidence",
        "置信度有且只有一个"),
    "no rule": (without("?e", "ek:rule"), "MinCount", "ek:rule", "证据有且只有一条规则"),
    "no run": (without("?e", "prov:wasGeneratedBy"), "MinCount", "prov:wasGeneratedBy", "证据要写明由哪次运行得出"),
    "end before start": (instead("?p", "oa:end", "0"), "LessThan", "oa:start", "位置有且只有一个起点，在终点之前"),
    "no quote": (without("?q", "oa:exact"), "MinCount", "oa:exact", "原文有且只有一段"),
    "a quotation of no report": (without("?q", "oa:hasSource"), "Node", "oa:hasTarget", "证据有且只有一处引文"),
    "a report without sha256": (
        without("?r", "dct:identifier"), "MinCount", "dct:identifier",
        "报告有且只有一个 sha256"),
    "a report in English": (instead("?r", "dct:language", "'en'"), "In", "dct:language", "报告的语言是"),
    "a path for a file name": (
        instead("?r", "ek:fileName", "'/home/li/a.txt'"), "Pattern", "ek:fileName",
        "不含文件夹"),
    "a letter in a code": (
        besides('region:luyang ek:divisionCode "43122O"'), "Pattern", "ek:divisionCode", "行政区划代码至多一个"),
    "a region in a school": (
        besides("region:luyang schema:containedInPlace school:furong"), "Class", "schema:containedInPlace",
        "区划只能位于"),
    "a school without a name": (without(FURONG, "skos:prefLabel"), "MinCount", "skos:prefLabel", "要有名称"),
    "a name in French only": (
        instead(FURONG, "skos:prefLabel", "'École'@fr"), "LanguageIn", "skos:prefLabel",
        "要有名称"),
    "two Chinese names": (besides(f"{FURONG} skos:prefLabel '一中'@zh"), "UniqueLang", "skos:prefLabel", "要有名称"),
    "a person of a year": (
        instead("person:li", "ek:affiliation", "year:2024"), "Or", "ek:affiliation",
        "所在单位至多一个"),
    "a year in words": (
        instead("year:2024", "ek:yearNumber", "'二〇二四'"), "Datatype", "ek:yearNumber",
        "年份有且只有"),
    "the year 20024": (instead("year:2024", "ek:yearNumber", "20024"), "MaxInclusive", "ek:yearNumber", "年份有且只有"),
    "a figure without a unit": (
        without("figure:schools", "sdmx-attribute:unitMeasure"), "MinCount", "sdmx-attribute:unitMeasure",
        "数据有且只有一个计量"),
    "a figure below nothing": (
        instead("figure:schools", "sdmx-measure:obsValue", "'-47.0'^^xsd:decimal"),
        "MinInclusive", "sdmx-measure:obsValue",
        "不小于0"),
    "a figure above its upper end": (
        besides("figure:schools ek:upper 3.0"), "LessThanOrEquals", "sdmx-measure:obsValue", "不大于上限"),
    "an equation of nothing": (without("?i", "ek:derived"), "MinCount", "ek:derived", "恒等式有且只有一个推得的数据"),
    "a run without a version": (without("?r", "ek:version"), "MinCount", "ek:version", "运行有且只有一个程序版本"),
    "a school that became itself": (
        instead("fact:succession-zijing", "ek:successor", "school:zhongfang"), "Disjoint", "ek:former",
        "学校沿革有且只有"),
    "a change that nobody knows": (
        instead("fact:succession-zijing", "ek:change", "ek:planned"), "In", "ek:change", "变动方式有且只有一个"),
    "an honor from nowhere": (besides("school:zijing ek:hasHonor honor:kaoqu"), "SPARQL", "", "捷径 ek:hasHonor"),
    "a program only planned": (
        besides("region:431221 ek:implements program:xianguanxiaopin"), "SPARQL", "", "捷径 ek:implements"),
    "a participation from nowhere": (
        besides("school:zijing ek:participatesIn program:shuangjian"), "SPARQL", "", "捷径 ek:participatesIn"),
    "a project from nowhere": (besides(f"{FURONG} ek:hasProject project:sixiao"), "SPARQL", "", "捷径 ek:hasProject"),
    "a school from nowhere": (besides(f"{FURONG} ek:succeeds school:zijing"), "SPARQL", "", "捷径 ek:succeeds"),
    "a region within another from nowhere": (
        besides("region:luyang schema:containedInPlace region:450204"), "SPARQL", "", "捷径 schema:containedInPlace"),
    "a figure without a variant": (without("figure:schools", "ek:variant"), "MinCount", "ek:variant", "变体短码"),
    "a figure of two indicators": (
        instead("figure:schools", "dct:subject", "indicator:none"), "Equals", "ek:indicator", "与 dct:subject 相同"),
    "a run of no program": (
        without("?r", "prov:wasAssociatedWith"), "MinCount", "prov:wasAssociatedWith", "运行要写明是哪个程序"),
    "a rule without an id": (
        "DELETE { ?r dct:identifier ?id } WHERE { ?r a ek:Rule ; dct:identifier ?id }", "MinCount", "dct:identifier",
        "规则有且只有一个编号"),
    "a document from nowhere": (besides("region:450204 ek:applies document:fangan"), "SPARQL", "", "捷径 ek:applies"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_graph_is_rejected_in_its_own_words(case: str) -> None:
    update, constraint, path, rule = BROKEN[case]
    graph = to_rdf(small_graph())
    before = set(graph)
    graph.update(PREFIXES + update)
    assert set(graph) != before
    found = validate(graph)
    assert not found.conforms
    told = [
        f for f in found.findings if f.violation and (f.constraint, f.path) == (constraint, path) and rule in f.chinese
    ]
    assert told, [(f.constraint, f.path, f.chinese) for f in found.findings if f.violation]
    printed = "\n".join(lines(found))
    assert f"{told[0].chinese} / {told[0].english}" in printed and told[0].english.isascii()
    assert "不符合约束 / does not conform" in printed


def test_what_is_told_names_the_node_by_iri_and_name_and_shows_the_value_and_the_cure() -> None:
    graph = to_rdf(small_graph())
    graph.update(PREFIXES + BROKEN["a year for a recipient"][0])
    printed = list(lines(validate(graph)))
    at = printed.index(f"违反 / violation: {BASE}fact/award-furong（荣誉授予） ek:recipient")
    assert printed[at + 1].endswith(f"值 / value: {BASE}year/2024")
    assert printed[at + 2] == "  改法 / cure: " + " / ".join(CURES["Or"])


def test_a_graph_that_is_whole_conforms_and_its_warnings_are_told() -> None:
    found = validate(to_rdf(small_graph()))
    assert found.conforms and found.warnings
    assert [f for f in found.findings if f.value == "约一千万" and f.path == "ek:amount" and not f.violation]
    assert list(lines(found))[-1].startswith("符合约束 / conforms: ")


CURATED = replace(
    small_graph(),
    curations=(
        Curation("curation/1", Action.RENAME, "李老师", "校名已改", ("school/furong",)),
        Curation("curation/2", Action.RETRACT, "李老师", "误读", (), ("fact/award-nobody",)),
    ),
)


def test_a_graph_that_people_corrected_conforms() -> None:
    found = validate(to_rdf(CURATED))
    assert found.conforms, list(lines(found))


@pytest.mark.parametrize(
    ("lost", "rule"),
    [
        ("ek:curator", "订正要写明是谁"),
        ("ek:curationReason", "订正要写明为什么"),
        ("ek:action", "订正方式有且只有一个"),
    ],
)
def test_a_correction_by_nobody_or_for_no_reason_is_rejected(lost: str, rule: str) -> None:
    graph = to_rdf(CURATED)
    graph.update(PREFIXES + without("?c", lost))
    assert [f for f in validate(graph).findings if f.violation and f.path == lost and rule in f.chinese]


def test_names_that_mean_harm_do_no_harm_on_a_terminal() -> None:
    finding = [Finding(True, "urn:ex:1", name, "ek:honor", name, "In", "规则", "rule") for name in HOSTILE]
    printed = list(lines(Validation(1, tuple(finding))))
    assert len(printed) == 3 * len(HOSTILE) + 1
    assert all(line.isprintable() for line in printed)


def test_many_findings_are_cut_and_counted() -> None:
    finding = Finding(True, "urn:ex:1", "", "", "", "In", "规则", "rule")
    printed = list(lines(Validation(1, (finding,) * (MOST + 7))))
    assert len(printed) == 3 * MOST + 2
    assert "还有 7 处" in printed[-2]


@pytest.fixture(scope="module")
def shapes(root: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(root / "ontology" / "shapes.ttl")


def rules(shapes: rdflib.Graph) -> set[object]:
    """Every shape that can be broken by itself: on a property, or by SPARQL."""
    inner = {o for word in (SH.qualifiedValueShape, SH["not"]) for o in shapes.objects(None, word)}
    for either in shapes.objects(None, SH["or"]):
        inner |= set(Collection(shapes, either))
    return {*shapes.subjects(SH.path), *shapes.objects(None, SH.sparql), *shapes.subjects(SH.nodeKind)} - inner


def test_every_rule_says_in_both_languages_what_must_be(shapes: rdflib.Graph) -> None:
    assert len(rules(shapes)) > 90
    for rule in rules(shapes):
        if (
            (rule, SH.nodeKind, None) in shapes
            and (rule, SH.path, None) not in shapes
            and not shapes.value(rule, SH.message)
        ):
            continue
        told = {m.language: str(m) for m in shapes.objects(rule, SH.message) if isinstance(m, Literal)}
        assert set(told) == {"zh", "en"}, list(shapes.predicate_objects(rule))
        assert told["en"].isascii() and not told["zh"].isascii()


def test_every_class_of_the_ontology_has_a_shape(root: Path, shapes: rdflib.Graph) -> None:
    ontology = rdflib.Graph().parse(root / "ontology" / "edu.ttl")
    targets = set(shapes.objects(None, SH.targetClass))
    classes = [c for c in ontology.subjects(RDF.type, OWL.Class) if str(c).startswith(ONTOLOGY)]
    assert len(classes) > 35
    for kind in classes:
        assert targets & set(ontology.transitive_objects(kind, RDFS.subClassOf)), kind


def test_every_kind_of_constraint_in_use_has_its_cure(shapes: rdflib.Graph) -> None:
    plain = {"path", "message", "severity", "name", "property", "sparql", "qualifiedValueShape", "select", "prefixes"}
    plain |= {"declare", "prefix", "namespace", "inversePath", "targetClass", "targetSubjectsOf", "targetObjectsOf"}
    used = {p.removeprefix(str(SH)) for p in map(str, shapes.predicates()) if p.startswith(str(SH))} - plain
    assert {word[0].upper() + word[1:] for word in used} <= set(CURES)


def test_a_folder_a_file_and_other_shapes_are_read(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(small_graph()), "utf-8")
    assert validate_file(tmp_path) == validate_file(tmp_path / "graph.ttl")
    own = tmp_path / "own.ttl"
    own.write_text(
        f"""@prefix sh: <{SH}> . @prefix ek: <{ONTOLOGY}> .
        [] a sh:NodeShape ; sh:targetClass ek:School ; sh:property [ sh:path ek:motto ; sh:minCount 1 ] .""",
        "utf-8",
    )
    found = validate_file(tmp_path, shapes=own)
    assert {f.path for f in found.findings} == {"ek:motto"} and not found.conforms


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.ttl", None, "run kg build first"),
        ("broken.ttl", "<urn:ex:a> <urn:ex:b", "run kg build again"),
        ("empty.ttl", "", "no graph of kg build"),
        ("other.ttl", "<urn:ex:a> a <urn:ex:b> .", "no graph of kg build"),
    ],
)
def test_what_is_no_graph_of_ours_is_told_in_one_line(
    tmp_path: Path, name: str, content: str | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(GraphError, match=told) as caught:
        validate_file(tmp_path / name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        ("<urn:ex:a> <urn:ex:b", "is no Turtle"),
        ("<urn:ex:a> a <urn:ex:b> .", "no SHACL shapes"),
        (
            f"[] a <{SH}NodeShape> ; <{SH}targetClass> <{ONTOLOGY}School> ; <{SH}property> [ <{SH}minCount> 1 ] .",
            "cannot be used",
        ),
    ],
)
def test_shapes_that_are_none_are_told_in_one_line(tmp_path: Path, content: str | None, told: str) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(small_graph()), "utf-8")
    if content is not None:
        (tmp_path / "shapes.ttl").write_text(content, "utf-8")
    with pytest.raises(UsageError, match=told) as caught:
        validate_file(tmp_path, shapes=tmp_path / "shapes.ttl")
    assert "\n" not in str(caught.value)


def test_the_command_tells_and_its_exit_code_too(kg: Run, tmp_path: Path) -> None:
    graph = to_rdf(small_graph())
    graph.serialize(tmp_path / "good.ttl")
    good = kg("validate", tmp_path / "good.ttl")
    assert good.returncode == 0 and "符合约束" in good.stdout, good.stderr
    graph.remove((URIRef(BASE + "fact/award-furong"), URIRef(ONTOLOGY + "honor"), None))
    graph.serialize(tmp_path / "graph.ttl")
    bad = kg("validate", tmp_path, "--format", "json")
    assert bad.returncode == 1 and not bad.stderr
    told = json.loads(bad.stdout)
    assert not told["conforms"] and told["triples"] == len(graph)
    (wrong,) = [finding for finding in told["findings"] if finding["violation"] and finding["path"] == "ek:honor"]
    assert wrong["chinese"] == "荣誉授予有且只有一个荣誉" and wrong["node"].endswith("fact/award-furong")
    none = kg("validate", tmp_path / "none.ttl")
    assert none.returncode == 1 and none.stderr.count("\n") == 1 and "kg build" in none.stderr
