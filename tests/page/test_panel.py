"""The panel: what the graph knows of a thing, with the words of the reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.graph import small_graph as small
from tests.graph.small_graph import HOSTILE
from tests.page.opened import Opened

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def small_opened(browser: Browser, small_page: Path) -> Iterator[Opened]:
    one = Opened(browser, small_page, "", (1400, 900))
    yield one
    one.finish()


@pytest.fixture
def opened(small_opened: Opened) -> Opened:
    """The page of the small graph as it is at the start: opened once for all tests."""
    small_opened.choose("")
    return small_opened


def test_a_region_shows_its_facts_by_kind_with_the_newest_first(opened: Opened) -> None:
    opened.choose(f"selected={small.ZF}")
    page = opened.page
    expect(page.get_by_role("region", name="中方县")).to_be_visible()
    top = opened.read("#panel .sub")
    assert "县级" in top and "怀化市" in top and "431221" in top
    assert "又称 中方" in opened.read("#panel")
    assert page.locator("#panel h3").all_inner_texts()[0].split() == ["荣誉", "1"]
    programs = page.locator("#part-program .fact")
    assert [re.sub(r"\s+", " ", text) for text in programs.locator(".what").all_inner_texts()] == [
        "2024 ○ 计划 双减", "2024 ○ 计划 县管校聘", "2023 ● 已完成 双减"
    ]  # fmt: skip
    assert programs.nth(0).locator("mark").all_inner_texts() == ["双减"]
    # The same in English; the words of the report stay.
    page.click("#language")
    assert (
        "● completed" in re.sub(r"\s+", " ", programs.nth(2).inner_text())
        and "深化“双减”" in programs.nth(0).inner_text()
    )


def test_a_fact_tells_money_seats_place_rule_and_confidence(opened: Opened) -> None:
    opened.choose(f"selected={small.ZIJING_BUILD}")
    planned = opened.page.locator(".fact", has_text="14652–")
    text = planned.inner_text()
    for told in (
        "1,200 万元",
        "1,080 个",
        "25,600.5 平方米",
        "2024-09",
        "第 14652–14669 字",
        "工作总结及2024年工作计划",
    ):
        assert told in text
    assert "build" not in text, "the rule only on demand"
    planned.locator("summary").click()
    for told in ("build", "93%", "a.txt", "2024-01-16", "中方县教育局"):
        assert told in planned.inner_text()
    unknown = opened.page.locator(".fact", has_text="建成投用").inner_text()
    assert "约一千万" in unknown and "red" in unknown, "what no words are known for stands as it is"


def test_why_a_fact_has_its_year_is_told_in_words(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    left = opened.page.evaluate(
        """async () => {
            const open = [];
            const seen = new Set();
            for (const fact of explorer.graph.facts) {
                const rules = [fact.attributes.year_rule, fact.attributes.status_rule].filter(Boolean);
                if (rules.every((rule) => seen.has(rule))) continue;
                rules.forEach((rule) => seen.add(rule));
                explorer.store.set({ selected: "", fact: fact.key }, { quiet: true });
                document.querySelectorAll("#panel summary").forEach((one) => one.click());
                // The rule that found the fact is told by its id, and may have decided the status, too.
                document.querySelectorAll("#panel dd code").forEach((one) => one.remove());
                const text = document.querySelector("#panel").innerText;
                open.push(...rules.filter((rule) => text.includes(rule)));
            }
            return [seen.size > 10, ...open];
        }"""
    )
    assert left == [True], "ids that a person has to guess"


def test_a_quote_is_copied_as_a_citation(opened: Opened) -> None:
    opened.choose(f"fact={small.fact(small.FactKind.PROGRAM, 'sj-zf-2024', {}).key}")
    line = (
        "中方县教育局. 中方县教育局2023年工作总结及2024年工作计划[R]. 2024-01-16. a.txt, 第 9423–9429 字: “深化“双减””."
    )
    opened.page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    opened.page.get_by_role("button", name="复制引用").click()
    assert opened.page.evaluate("globalThis.copied") == line
    expect(opened.page.locator("#notice")).to_have_text("已复制引用")
    # Where the browser does not let the page copy, the line appears, selected.
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    opened.page.get_by_role("button", name="复制引用").click()
    expect(opened.page.locator("textarea.citation")).to_be_focused()
    assert opened.page.evaluate("getSelection().toString()") == line
    expect(opened.page.locator("#notice")).to_contain_text("Ctrl+C")


def test_two_things_show_all_facts_between_them(opened: Opened) -> None:
    opened.choose(f"pair={small.SHUANGJIAN}&pair={small.ZF}")
    assert opened.page.locator(".fact").count() == 3
    assert opened.page.locator("#panel h2").inner_text().split() == ["双减", "↔", "中方县"]
    opened.page.evaluate("explorer.store.set({ statuses: ['planned'] })")
    assert opened.page.locator(".fact").count() == 1
    assert "筛选后 1 条事实（共 3 条）" in opened.read("#panel")


def test_a_quote_leads_to_its_report_and_back(opened: Opened) -> None:
    opened.choose(f"selected={small.SHUANGJIAN}")
    opened.page.locator(".link.report", has_text="柳南区").click()
    text = opened.read("#panel")
    for told in ("柳南区教育局2022年工作总结", "2024-01-16", "b.txt", "2022", "2023", "这份报告中的事实"):
        assert told in text
    opened.page.click("text=只看这份报告")
    assert opened.state()["documents"] == [small.DOC_B]
    opened.page.click("#under")
    assert opened.page.locator(".fact").count() == 1
    assert "筛选后 1 条事实（共 4 条）" in opened.read("#panel")
    opened.page.locator("#panel").get_by_text("清除全部筛选").click()
    assert opened.page.locator(".fact").count() == 4


def test_figures_stand_in_a_table_with_their_words_on_demand(opened: Opened) -> None:
    opened.choose(f"selected={small.ZF}")
    row = opened.page.locator("#part-figures tr", has_text="投入")
    assert "226 万 元" in row.inner_text() and "投入226万元" not in row.inner_text()
    row.get_by_role("button").click()
    assert "投入226万元" in row.inner_text() and "第 300–307 字" in row.inner_text()
    opened.page.evaluate(f"explorer.store.set({{ selected: '{small.KYJ}' }})")
    assert "1,371 人" in opened.read("#part-figures"), "those of a school stand with the school"
    opened.page.evaluate(f"explorer.store.set({{ selected: '{small.LN}' }})")
    assert "1,371" not in opened.read("#part-figures") and "约4,800–5,000 个" in opened.read("#part-figures")


def test_the_keyboard_goes_in_and_comes_back(opened: Opened) -> None:
    page = opened.page
    page.fill("#search", "")
    page.keyboard.type("furong")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    assert opened.read("#panel-title") == "中方县芙蓉学校"
    page.locator("#panel .end .link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    assert opened.read("#panel-title") != "中方县芙蓉学校", "a link inside leads on, and the focus follows"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden() and opened.state()["selected"] == ""
    expect(page.locator("#search")).to_be_focused()


def test_what_does_not_concern_the_panel_leaves_it_as_it_is(opened: Opened) -> None:
    opened.choose(f"selected={small.ZF}")
    opened.page.locator("#panel .actions summary").first.click()
    opened.page.evaluate("explorer.store.set({ theme: 'dark' })")
    assert opened.page.locator("#panel .actions details[open]").count() == 1


def test_hostile_names_stand_in_their_place_as_text(opened: Opened) -> None:
    for number, name in enumerate(HOSTILE):
        opened.page.evaluate(f"explorer.store.set({{ selected: 'person/hostile-{number}' }})")
        shown = opened.page.locator("#panel-title bdi").text_content() or ""
        unseen = r"[\x00-\x1f\u200f\u2028\u2029\u202e\ufeff\ufffe]"
        assert shown == re.sub(unseen, lambda found: f"[U+{ord(found[0]):04X}]", name)
        assert opened.page.locator("#panel :is(img, script, iframe)").count() == 0
        quotes = opened.page.locator("#panel blockquote bdi")
        assert quotes.count() == 1 and quotes.locator("mark").count() <= 1


def test_on_a_phone_the_panel_is_a_sheet_that_can_be_drawn_up(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, f"selected={small.ZF}", size=(390, 844))
    sheet = opened.page.locator("#panel")
    box = sheet.bounding_box()
    assert box and box["x"] == 0 and box["width"] == 390 and box["y"] > 300 and box["y"] + box["height"] <= 845
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
    opened.page.click("#tall")
    taller = sheet.bounding_box()
    assert taller and taller["height"] > box["height"] + 150
    assert opened.page.evaluate("document.querySelector('#panel').scrollWidth <= 390")


def test_on_paper_the_panel_keeps_its_title_and_quotes_and_loses_its_buttons(opened: Opened) -> None:
    opened.choose(f"selected={small.ZIJING_BUILD}")
    opened.page.emulate_media(media="print")
    try:
        expect(opened.page.locator("#panel-title")).to_be_visible()
        assert "确保紫荆学校2024年9月投入使用" in opened.read("#panel") and "复制引用" not in opened.read("#panel")
        expect(opened.page.locator("#close")).to_be_hidden()
    finally:
        opened.page.emulate_media(media="screen")
