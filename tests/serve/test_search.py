"""Finding things by name: Chinese in either script, pinyin, first letters."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, Store

from kg.serve.search import SHOWN_HITS, Names
from tests.serve.conftest import HOSTILE, Server

BASE = "https://example.org/id/"
GRAPH = f"""
@prefix : <{BASE}> . @prefix ek: <https://w3id.org/cn-edu-kg/ns#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:s1 a ek:School ; skos:prefLabel "云溪县第一中学"@zh ; skos:altLabel "云溪一中"@zh ; ek:homeRegion :r .
:s2 a ek:School ; skos:prefLabel "第一中学"@zh .
:s3 a ek:School ; skos:prefLabel "绿地小学"@zh .
:h a ek:Honor ; skos:prefLabel "先进单位"@zh , "Advanced unit"@en .
:r a ek:Region ; skos:prefLabel "云溪县"@zh .
:d a ek:Report ; dct:title "云溪县2023年工作总结"@zh .
:e a ek:HonorConferral ; skos:prefLabel "云溪县"@zh .
<https://elsewhere.example/> a ek:School ; skos:prefLabel "云溪县"@zh .
"""


@pytest.fixture(scope="module")
def names() -> Names:
    store = Store()
    store.load(GRAPH.encode(), format=RdfFormat.TURTLE)
    return Names(store, BASE)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("云溪县", "s1 r d"), ("雲溪縣", "s1 r d"), ("第一中学", "s2 s1"), ("云溪 中学", "s1"), ("学中", ""),
        ("yunxi", "s1 r d"), ("Yún xī", "s1 r d"), ("yun'xi", "s1 r d"), ("yxx", "s1 r d"), ("yxyz", "s1"),
        ("unxi", ""), ("lüdi", "s3"), ("lvdi", "s3"), ("ldxx", "s3"), ("advanced", "h"), ("ADVANCED 先进", "h"),
        ("２０２３", "d"), ("2023n", "d"), ("", ""), ("  ", ""), (".*", ""), ("zyxw", ""),
    ],
)  # fmt: skip
def test_a_thing_is_found_as_people_type(names: Names, words: str, keys: str) -> None:
    found = [hit.thing.link.removeprefix("/id/") for kind in names.find(words).kinds for hit in kind.hits]
    assert found == keys.split()


def test_a_find_tells_the_region_and_the_other_name(names: Names) -> None:
    ((school,),) = [kind.hits for kind in names.find("云溪一中").kinds]
    assert (school.thing.text, school.region, school.called) == ("云溪县第一中学", "云溪县", "云溪一中")


def test_all_are_counted_and_the_first_are_shown() -> None:
    store = Store()
    many = SHOWN_HITS + 7
    label, kind = "<http://www.w3.org/2004/02/skos/core#prefLabel>", "<https://w3id.org/cn-edu-kg/ns#School>"
    turtle = "".join(f'<{BASE}s{i}> a {kind} ; {label} "小学{i}"@zh .\n' for i in range(many))
    store.load(turtle.encode(), format=RdfFormat.TURTLE)
    (schools,) = Names(store, BASE).find("xx").kinds
    assert (schools.count, len(schools.hits)) == (many, SHOWN_HITS)


def test_every_page_has_the_box_and_the_answer_is_a_page_of_links(server: Server) -> None:
    assert 'action="/search"' in server.get("/editor").text
    page = server.get("/search?q=" + quote("贛縣")).text
    assert re.search(r"学校 <small>School</small> <span class=\"count\">\d+</span>", page)
    link = re.findall(r'<li><a href="(/id/[^"]+)"', page)[0]
    assert server.get(link, accept="text/html").status == 200
    assert "没有找到" in server.get("/search?q=zyxwzyxw").text
    assert "没有找到" not in server.get("/search").text


def test_words_and_names_are_text_on_the_page(server: Server) -> None:
    page = server.get("/search?q=" + quote(HOSTILE)).text
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") >= 3
