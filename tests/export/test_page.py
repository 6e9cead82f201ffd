"""The page as a browser meets it: offline, in Chinese, and deaf to what names may try."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.export.page import page
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


class Parsed(HTMLParser):
    """All tags of a page, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.inside.append((*self.tags[-1], data))


@pytest.fixture(scope="module")
def text() -> str:
    return page(small_graph()).decode("utf-8")


@pytest.fixture(scope="module")
def parsed(text: str) -> Parsed:
    return Parsed(text)


def test_nothing_is_fetched_from_anywhere(parsed: Parsed) -> None:
    for tag, attributes in parsed.tags:
        assert not {"src", "href", "srcset", "data", "action", "integrity"} & attributes.keys(), (tag, attributes)
        assert tag not in ("link", "iframe", "object", "embed", "base", "form", "img")
    for tag, _, content in parsed.inside:
        if tag == "style":
            assert "url(" not in content and "@import" not in content


def test_names_add_no_element_to_the_page(parsed: Parsed) -> None:
    harmless = Parsed(page(type(small_graph())((), (), {})).decode())
    assert [tag for tag, _ in parsed.tags] == [tag for tag, _ in harmless.tags]
    assert not [a for _, attributes in parsed.tags for a in attributes if a.startswith("on")]


def test_a_title_is_escaped() -> None:
    hostile = "</title><script>alert(1)</script>{{7*7}}"
    parsed = Parsed(page(small_graph(), title=hostile).decode())
    assert [tag for tag, _ in parsed.tags].count("script") == 6
    assert hostile in page(small_graph(), title=hostile).decode().replace("&lt;", "<").replace("&gt;", ">")


def test_the_policy_allows_these_very_scripts_and_no_others(parsed: Parsed) -> None:
    (policy,) = [a["content"] for t, a in parsed.tags if t == "meta" and a.get("http-equiv")]
    assert policy is not None and "default-src 'none'" in policy and "unsafe" not in policy
    hashes = set(re.findall(r"'sha256-([^']+)'", policy))
    run = [c for tag, a, c in parsed.inside if tag == "style" or a.get("type") is None]
    assert {b64encode(hashlib.sha256(c.encode()).digest()).decode() for c in run} == hashes


def test_the_library_keeps_its_licence(text: str) -> None:
    assert "vis.js is dual licensed under both" in text and "@copyright" in text


def test_the_data_come_back_whole(parsed: Parsed) -> None:
    data = {a["id"]: json.loads(c) for _, a, c in parsed.inside if a.get("type") == "application/json"}
    assert {node["name"] for node in data["nodes"]} == {e.name for e in small_graph().entities}
    assert len(data["words"]["facts"]) == len(small_graph().statements)
    assert [kind["count"] for kind in data["words"]["kinds"] if kind["id"] == "School"] == [5]
    assert data["words"]["totals"] == {
        "documents": 3, "entities": 29, "facts": 31, "hiddenEntities": 0, "hiddenLines": 0
    }  # fmt: skip


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert page(small_graph()) == page(small_graph())


def test_a_page_is_small() -> None:
    assert len(page(small_graph())) < 600_000


# ---- in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "the browser tests need Chromium: apt-get install -y chromium fonts-noto-cjk"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened:
    """A page in a browser without a network, and all that went wrong in it."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self.problems: list[str] = []
        self.requests: list[str] = []
        context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.problems.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("#picture canvas")
        self.page.wait_for_timeout(200)

    def pixels(self) -> dict[str, int]:
        """How many points of the picture have each colour."""
        script = """() => {
            const canvas = document.querySelector("#picture canvas"), seen = {};
            const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            for (let i = 0; i < data.length; i += 4) {
                const color = "#" + [0, 1, 2].map((k) => data[i + k].toString(16).padStart(2, "0")).join("");
                seen[color] = (seen[color] || 0) + 1;
            }
            return seen;
        }"""
        found: dict[str, int] = self.page.evaluate(script)
        return found

    def read(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    path.write_bytes(page(small_graph()))
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    opened = Opened(browser, file)
    yield opened
    assert opened.problems == []
    assert opened.requests == [file.as_uri()]
    opened.page.context.close()


def test_it_opens_without_a_network_and_draws_every_kind(opened: Opened) -> None:
    from kg.export.page.kinds import LOOKS

    seen = opened.pixels()
    for kind, look in LOOKS.items():
        assert seen.get(look.color.lower(), 0) > 20, kind
    assert "3 份报告 · 29 个实体 · 31 条事实" in opened.read("#totals")
    assert opened.read("h1") == "中国教育工作报告知识图谱"


def test_the_legend_counts_and_hides_a_kind(opened: Opened) -> None:
    school = opened.page.locator("#kinds button", has_text="学校")
    assert school.inner_text().split() == ["学校", "School", "5"]
    assert opened.pixels().get("#0072b2", 0) > 20
    school.click()
    opened.page.wait_for_timeout(200)
    assert school.get_attribute("aria-pressed") == "false"
    assert opened.pixels().get("#0072b2", 0) == 0
    school.click()
    opened.page.wait_for_timeout(200)
    assert opened.pixels().get("#0072b2", 0) > 20


def test_searching_leads_to_the_facts_and_the_words_of_the_report(opened: Opened) -> None:
    opened.page.fill("#search", "县芙蓉")
    assert opened.page.locator("#found button").all_inner_texts() == ["中方县芙蓉学校"]
    opened.page.press("#search", "Enter")
    told = opened.read("#panel")
    assert told.startswith("×\n中方县芙蓉学校") or "中方县芙蓉学校" in told.splitlines()[:2]
    assert "2023年 · 已完成" in told and small.HONOURED.quote in told
    assert "a.txt，第 3364 字起" in told
    opened.page.click("#panel button:has-text('怀化市清廉学校')")
    assert "中方小学" in opened.read("#panel")
    opened.page.click("#close")
    assert opened.page.locator("#panel").is_hidden()


def test_a_search_without_a_hit_says_so(opened: Opened) -> None:
    opened.page.fill("#search", "没有这样的名字")
    assert "nothing found" in opened.read("#found")


def test_figures_of_a_fact_are_shown(opened: Opened) -> None:
    opened.page.fill("#search", "紫荆学校建设")
    opened.page.press("#search", "Enter")
    told = opened.read("#panel")
    assert "金额（元） 12000000" in told and "学位 1080" in told and "2024年 · 计划" in told


def test_hostile_names_are_words_and_nothing_else(opened: Opened) -> None:
    before = opened.page.locator("script, img, svg script").count()
    for name in small.HOSTILE[:3]:
        opened.page.fill("#search", name.split("\n")[0])
        opened.page.press("#search", "Enter")
        assert opened.page.locator("#panel h3").text_content() == name
    assert opened.page.locator("script, img").count() == before


def test_a_click_on_a_region_shows_its_names(opened: Opened) -> None:
    before = opened.pixels()
    opened.page.click("#regions button:has-text('中方县')")
    opened.page.wait_for_timeout(200)
    assert opened.pixels() != before


def test_what_is_not_drawn_is_told(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "part.html"
    file.write_bytes(page(small_graph(), max_nodes=10, max_lines=5))
    opened = Opened(browser, file)
    assert re.search(r"有 19 个实体、[1-9]\d* 条连线没有画出", opened.read("#hidden"))
    assert "29 个实体" in opened.read("#totals")
    assert opened.problems == []


def test_an_empty_graph_opens(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_bytes(page(type(small_graph())((), (), {})))
    opened = Opened(browser, file)
    assert "0 个实体" in opened.read("#totals")
    assert opened.problems == []


def test_the_policy_stops_a_script_that_got_in(browser: Browser, tmp_path: Path, text: str) -> None:
    broken = text.replace(
        "<main", "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><main"
    )
    file = tmp_path / "broken.html"
    file.write_text(broken, encoding="utf-8")
    opened = Opened(browser, file)
    assert opened.page.title() == "中国教育工作报告知识图谱"
    assert any("Content Security Policy" in problem for problem in opened.problems)
