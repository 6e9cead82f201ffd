"""docs/ontology.html is what ontology/edu.ttl says today, in all its languages, and asks nothing of the network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef

from kg.graph.prefixes import ONTOLOGY
from scripts.ontology_page import PAGE, page


@pytest.fixture(scope="module")
def ontology(root: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(root / "ontology" / "edu.ttl")


@pytest.fixture(scope="module")
def html() -> str:
    return PAGE.read_text("utf-8")


def test_the_page_is_the_one_that_the_ontology_gives_today(ontology: rdflib.Graph, html: str) -> None:
    assert html == page(ontology), "make it again: python -m scripts.ontology_page"


def test_it_is_the_same_whatever_the_seed_of_hashes(root: Path, html: str) -> None:
    code = (
        "import rdflib; from scripts.ontology_page import page\n"
        "print(page(rdflib.Graph().parse('ontology/edu.ttl')), end='')"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root)},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == html


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.seen


def test_every_term_stands_on_it_with_its_names_in_every_script_and_what_it_means(
    ontology: rdflib.Graph, html: str
) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
    terms = {t for kind in kinds for t in ontology.subjects(RDF.type, kind) if str(t).startswith(ONTOLOGY)}
    articles = dict(re.findall(r'<article id="(\w+)">(.*?)</article>', html, re.DOTALL))
    assert len(terms) > 120
    for term in terms:
        article = articles[str(term).removeprefix(ONTOLOGY)]
        words = [w for p in (RDFS.label, SKOS.prefLabel, RDFS.comment) for w in ontology.objects(term, p)]
        assert len(words) >= 3
        assert all(isinstance(w, Literal) and escape(str(w)) in article for w in words), term


def test_every_link_on_the_page_leads_to_a_term_and_no_anchor_is_there_twice(html: str) -> None:
    anchors = [attrs["id"] for _, attrs in tags(html) if "id" in attrs]
    assert len(anchors) == len(set(anchors))
    inside = {str(attrs["href"])[1:] for _, attrs in tags(html) if str(attrs.get("href", "")).startswith("#")}
    assert len(inside) > 60 and inside <= set(anchors)


def test_the_page_asks_nothing_of_the_network(html: str) -> None:
    assert {tag for tag, _ in tags(html)}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    )
    assert all("src" not in attrs and "style" not in attrs for _, attrs in tags(html))
    assert re.search(r"<title>[^<]*词表[^<]*vocabulary</title>", html)
    assert not re.search(r"@import|url\(|http-equiv", html)


def test_words_that_mean_harm_are_only_words_on_the_page(ontology: rdflib.Graph) -> None:
    changed = ontology + rdflib.Graph()
    changed.add((URIRef(ONTOLOGY + "School"), RDFS.comment, Literal("<script>alert(1)</script>", lang="fr")))
    changed.set((URIRef(ONTOLOGY + "School"), RDFS.label, Literal("<script>alert(2)</script>", lang="zh")))
    assert "<script" not in page(changed) and "&lt;script&gt;alert(2)" in page(changed)
