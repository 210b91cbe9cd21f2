"""The page in a real browser: opening, keys, filters, search, sidebars, the reading view."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from benchmarks.export import compared
from compare import compare, read
from compare.model import Dismissal
from compare.views import palette
from tests.export.sample import MODEL, sample
from tui import samples

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
# Whether the sentences at a third of the columns' height are each other's counterparts, or next to them.
LEVEL = """(() => {
    const columns = [...document.querySelectorAll('.column')];
    const [a, b] = columns.map(column => {
        const line = column.getBoundingClientRect().top + column.clientHeight / 3;
        const reaches = [...column.querySelectorAll('.s')].find(one => one.getBoundingClientRect().bottom > line);
        return Number(reaches.id.slice(1));
    });
    return a > 20 && Math.abs(a - b) <= 2;
})()"""


def text(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().split())


def visible(page: Page, selector: str) -> list[str]:
    return [str(element.get_attribute("id")) for element in page.locator(selector).all() if element.is_visible()]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


LONGEST = 60.0
"""Seconds after which something never happens; however busy the machine is, nothing here has so much to do."""


def until(page: Page, expression: str) -> None:
    """Wait for something in the page; Playwright's own wait would need an eval that the page's policy forbids."""
    end = time.monotonic() + LONGEST
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


def jump(page: Page, target: str) -> None:
    """Go to a place by its hash, and wait until the page has heard of it: what a test does before would be undone when it does."""
    page.evaluate(
        "hash => new Promise((heard) => { addEventListener('hashchange', heard, { once: true }); location.hash = hash; }).then(() => null)",
        target,
    )


def test_everything_is_there_and_says_its_state(open_page: Open) -> None:
    page = open_page()
    comparison = sample()
    for article, analysis in enumerate(comparison.articles):
        for number, sentence in enumerate(analysis.sentences):
            element = page.locator(f"#{'ABC'[article]}{number + 1}")
            assert element.locator(".t").text_content() == sentence.text
            assert comparison.standings[article][number].status in (element.locator(".label").text_content() or "")
    assert text(page, "h1") == "Ferry strikes pier in Port Aldine; 14 hurt"
    assert page.locator("#A4 .x").all_inner_texts() == ["not"]
    assert page.locator("#B3 .x").all_inner_texts() == ["never"]
    assert "Ask the desk" in text(page, "#B1 .note")
    assert "HarPos 4, B3" in text(page, "#row4 .findings")
    for analysis in comparison.articles:
        assert analysis.article.sha256 in text(page, "#made")


def test_the_first_row_holds_the_headlines_and_no_other_does(open_page: Open) -> None:
    page = open_page(compare([read(path) for path in samples.demo_paths()]))
    assert page.locator(".row").first.locator(".s").evaluate_all("all => all.map(one => one.id)") == ["A1", "B1", "C1"]
    assert page.locator(".s").count() == page.locator(".s").evaluate_all("all => new Set(all.map(one => one.id)).size")
    for link in page.locator("#coverage a[href^='#row']").evaluate_all("all => all.map(one => one.hash)"):
        assert page.locator(link).count() == 1


def test_a_point_shows_all_its_sides_with_who_says_so(open_page: Open) -> None:
    page = open_page(compare([read(path) for path in samples.demo_paths()]))
    card = page.locator("#differences li[data-kind=figure]")
    assert [" ".join(side.split()) for side in card.locator("footer").all_inner_texts()] == ["Orbis 2 Valley 2", "Radio 4"]
    assert card.locator("p b").all_inner_texts() == ["46", "64"]
    assert "by rope from the stalled cable car" in card.inner_text()
    assert page.locator(".chip").all_inner_texts()[:3] == ["Orbis", "Valley", "Radio"]
    grounds = page.locator(".head .chip").evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    wanted = [Color.parse(palette.LIGHT[palette.outlet(article)]).rgb for article in range(3)]
    assert grounds == [f"rgb({red}, {green}, {blue})" for red, green, blue in wanted]


def test_what_is_dismissed_or_only_possible_stands_by_itself_and_counts_nowhere(open_page: Open) -> None:
    made = sample()
    first = dataclasses.replace(made.points[0], dismissed=Dismissal("Two counts, <b>an hour</b> apart"))
    unsure = dataclasses.replace(made.differences[5], severity=2, confidence=0.3)
    page = open_page(dataclasses.replace(made, points=(first, *made.points[1:]), possible=(unsure,)))
    apart = text(page, "#uncounted")
    assert "Dismissed and possible 2" in apart
    assert "Two counts, <b>an hour</b> apart" in apart
    assert page.locator("#uncounted li").count() == 2
    assert first.explanation not in text(page, "#differences")
    assert first.explanation not in text(page, "#rows")
    assert page.locator("nav a[href='#uncounted']").count() == 1


def test_a_second_reader_is_named_on_each_of_its_points(open_page: Open) -> None:
    page = open_page()
    assert set(page.locator("#points .by").all_inner_texts()) == {MODEL}
    assert page.locator("#points .ledger li").count() == page.locator("#points .by").count() == 2
    assert page.locator("#differences .by").count() == 0
    assert page.locator("#rows .by").count() > 0


def test_word_marks_are_quiet_until_one_points_or_asks(open_page: Open) -> None:
    page = open_page()
    line = "getComputedStyle(document.querySelector('#A5 .r, #A5 .o')).textDecorationLine"
    assert page.evaluate(line) == "none"
    page.locator("#A5").hover()
    assert page.evaluate(line) == "underline"
    page.locator("h1").hover()
    press(page, "w")
    assert page.evaluate(line) == "underline"


def test_linked_sentences_stand_level(open_page: Open) -> None:
    page = open_page()
    tops = [page.locator(f"#{name}").bounding_box() for name in ("A2", "B1", "C2")]
    assert len({box["y"] for box in tops if box}) == 1
    assert len({box["x"] for box in tops if box}) == 3


def test_filters_hide_and_show(open_page: Open) -> None:
    page = open_page()
    press(page, "1")
    assert visible(page, ".s.shared") == []
    assert not page.locator("#row5").is_visible()
    press(page, "1", "2", "3")
    assert len(visible(page, ".s.shared")) == 6
    assert visible(page, ".s.divergent, .s.unique") == []
    page.get_by_role("button", name="divergent 6").click()
    assert len(visible(page, ".s.divergent")) == 6
    page.get_by_role("button", name="B", exact=True).click()
    assert {name[0] for name in visible(page, ".s")} == {"A", "C"}


def test_keys_move_through_sentences_and_differences(open_page: Open) -> None:
    page = open_page()
    press(page, "g")
    assert focused(page) == "A1"
    press(page, "j", "j")
    assert focused(page) == "A3"
    press(page, "k", "l")
    assert focused(page) == "B1"
    press(page, "G")
    assert focused(page) == "B4"  # the last of B's in the rows
    press(page, "g", "Enter")
    assert focused(page) == "A1"
    press(page, "]")
    assert focused(page) == "A2"
    assert "1/6" in text(page, ".bar")
    press(page, "]", "]", "]")
    assert focused(page) == "A3"
    press(page, "[", "[")
    assert focused(page) == "C2"


def test_the_counterparts_of_a_sentence_light_up_marked_against_it(open_page: Open) -> None:
    page = open_page()
    before = page.locator("#A5 .t").inner_html()
    page.locator("#C1").hover()
    assert page.locator(".peer").evaluate_all("all => all.map(one => one.id)") == ["A5"]
    assert page.locator("#A5 .t").inner_html() != before
    assert page.locator("#A5 .t").text_content() == "The Maritime Board opened an inquiry."
    page.locator("h1").hover()
    assert page.locator(".peer").count() == 0
    assert page.locator("#A5 .t").inner_html() == before
    press(page, "g", "j")
    assert page.locator(".peer").evaluate_all("all => all.map(one => one.id)") == ["B1", "C2"]


def test_search_finds_lights_up_and_walks(open_page: Open) -> None:
    page = open_page()
    press(page, "/")
    page.keyboard.type("maritime board")
    assert page.locator(".hit").evaluate_all("all => all.map(one => one.id)") == ["A5", "B5", "C1"]
    assert page.evaluate("CSS.highlights.get('search').size") == 3
    press(page, "Enter")
    assert focused(page) == "A5"
    press(page, "n", "n")
    assert focused(page) == "C1"
    press(page, "N")
    assert focused(page) == "B5"
    press(page, "/", "Escape")
    assert page.locator(".hit").count() == 0


@pytest.mark.parametrize(("key", "panel"), [("d", "differences"), ("e", "entities"), ("u", "quotations"), ("m", "coverage")])
def test_sidebars_open_and_close_by_their_key(open_page: Open, key: str, panel: str) -> None:
    page = open_page(width=1600)
    press(page, key)
    box = page.locator(f"#{panel}").bounding_box()
    assert box is not None
    assert (box["x"] > 1000, box["y"]) == (True, 0)
    assert focused(page) == panel
    press(page, key)
    assert page.locator(".docked").count() == 0
    press(page, key, "Escape")
    assert page.locator(".docked").count() == 0


def test_a_name_lights_up_wherever_it_is_said(open_page: Open) -> None:
    page = open_page()
    press(page, "e")
    page.get_by_role("button", name="Ines Okafor").click()
    assert page.locator(".named-now").all_text_contents() == ["Ines Okafor", "Ines Okafor", "Okafor"]
    press(page, "n", "n")
    assert focused(page) == "B2"


def test_the_table_of_names_is_sorted_and_filtered(open_page: Open) -> None:
    page = open_page()
    names = [entity.name for entity in sample().entities]
    shown = "[...document.querySelectorAll('#entities tbody tr:not([hidden])')].filter(row => row.checkVisibility()).map(row => row.cells[%s].%s)"
    heads = page.locator("#entities thead").first.locator("button")
    as_made = page.evaluate(shown % (0, "querySelector('.named').textContent"))
    assert sorted(as_made) == sorted(names)
    heads.nth(1).click()
    counts = page.evaluate("[...document.querySelector('#entities tbody').rows].map(row => Number(row.cells[1].dataset.n))")
    assert counts == sorted(counts, reverse=True)
    assert page.locator("#entities [aria-sort]").count() == page.locator("#entities table").count()
    heads.nth(1).click()
    firsts = page.evaluate("[...document.querySelector('#entities tbody').rows].map(row => Number(row.cells[1].dataset.first ?? 101))")
    assert firsts == sorted(firsts)
    for _ in range(2):
        heads.nth(1).click()
    assert page.evaluate(shown % (0, "querySelector('.named').textContent")) == as_made
    page.locator("#entities input").fill(names[0].upper())
    assert page.evaluate(shown % (0, "querySelector('.named').textContent")) == [
        name for name in as_made if names[0].lower() in name.lower()
    ]


def test_the_ledger_is_filtered_by_kind(open_page: Open) -> None:
    page = open_page()
    press(page, "d")
    page.locator("#differences .kinds").get_by_role("button", name="figure").click()
    shown = [item for item in page.locator("#differences li[data-kind]").all() if item.is_visible()]
    assert sorted(str(item.get_attribute("data-kind")) for item in shown) == ["attribution", "quotation", "role"]


def test_the_reading_view_has_each_account_as_it_was_written(open_page: Open) -> None:
    page = open_page()
    cells = "all => all.map(cell => [...cell.querySelectorAll('.s')].map(sentence => sentence.id))"
    aligned = page.locator(".cell").evaluate_all(cells)
    press(page, "v")
    assert not page.locator("#rows").is_visible()
    for index, analysis in enumerate(sample().articles):
        said = page.locator(".column").nth(index).locator(".t").all_text_contents()
        assert said == [sentence.text for sentence in analysis.sentences]
        assert page.locator(".column").nth(index).locator(".paragraph").count() == 1 + max(one.paragraph for one in analysis.sentences)
    press(page, "g", "j")
    assert "A counts 14 people injured" in text(page, ".explain")
    press(page, "v")
    assert page.locator(".cell").evaluate_all(cells) == aligned
    assert page.locator("#A2").is_visible()


def test_in_the_reading_view_the_others_follow_through_links(open_page: Open) -> None:
    page = open_page(width=1000, height=420)
    press(page, "v")
    page.locator(".column").first.hover()
    page.mouse.wheel(0, 4000)
    end = "(column => column.scrollTop + column.clientHeight > column.scrollHeight - 2)"
    until(page, f"{end}(document.querySelectorAll('.column')[0])")
    until(page, f"{end}(document.querySelectorAll('.column')[1])")
    press(page, "s")
    before = page.locator(".column").nth(1).evaluate("column => column.scrollTop")
    page.mouse.wheel(0, -4000)
    until(page, "document.querySelector('.column').scrollTop === 0")
    assert page.locator(".column").nth(1).evaluate("column => column.scrollTop") == before


def test_help_lists_every_key(open_page: Open) -> None:
    page = open_page()
    press(page, "?")
    listed = text(page, "dialog")
    for key in ("j", "k", "]", "[", "/", "n", "1", "2", "3", "v", "s", "d", "e", "u", "m", "?"):
        assert f" {key} " in f" {listed} ", key
    press(page, "Escape")
    assert not page.locator("dialog").is_visible()


def test_a_link_into_the_page_goes_to_the_sentence(open_page: Open) -> None:
    page = open_page()
    page.locator("#differences a[href='#B3']").first.click()
    assert focused(page) == "B3"


def test_the_map_goes_where_it_is_clicked(open_page: Open) -> None:
    page = open_page(height=420)
    page.locator("#comparison h2").first.evaluate("element => element.scrollIntoView()")
    until(page, "document.querySelector('.map').getClientRects().length > 0")
    box = page.locator(".map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] - 3)
    until(page, "(box => box.top > 0 && box.top < innerHeight)(document.querySelector('#row9').getBoundingClientRect())")


def test_a_classroom_sees_no_finding_until_it_asks(open_page: Open) -> None:
    page = open_page(hide_findings=True)
    shown = page.locator("body").inner_text()
    for word in ("divergent", "stands alone", "shared 6", "figure", "altered", "≠"):
        assert word not in shown.replace("what is shared, what diverges", ""), word
    assert page.locator(".c, .x").filter(visible=True).count() == 0
    page.get_by_text("What newsdiff says about HarPos 2").click()
    assert "A counts 14 people injured, B 41." in text(page, "#A2 .answer")
    assert not page.get_by_text("We will never sail").nth(1).is_visible()


def test_on_a_long_page_a_jump_ends_where_it_should(open_page: Open) -> None:
    page = open_page(compared(800))
    for target in ("#coverage", "#row700", "#differences", "#row10"):
        jump(page, target)
        until(page, f"Math.abs(document.querySelector('{target}').getBoundingClientRect().top - 112) < 60")
    page.keyboard.press("G")
    until(page, "(box => box.top > 0 && box.bottom < innerHeight)(document.activeElement.getBoundingClientRect())")
    assert focused(page) in ("A800", "B800")


def test_on_a_long_page_the_reading_view_keeps_the_accounts_level(open_page: Open) -> None:
    page = open_page(compared(800), height=600)
    press(page, "v")
    page.locator(".column").first.hover()
    for depth in (9_000, 30_000, 4_000):
        page.evaluate("depth => { document.querySelector('.column').scrollTop = depth; }", depth)
        until(page, LEVEL)
    laid_out = (
        "[...document.querySelectorAll('.column .paragraph')].filter(one => one.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert 0 < page.evaluate(laid_out) < page.locator(".column .paragraph").count() / 2
    press(page, "v")
    assert page.locator("#columns *").count() == 0
    assert page.locator("#row700 .s").count() >= 1
