"""The page for every reader: by axe-core, on a phone, in the dark, enlarged, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from compare.export.html import render
from compare.model import Comparison
from tests.export.sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
Violations = Callable[["Page"], list[str]]
WIDE: dict[str, Any] = {}
PHONE: dict[str, Any] = {"width": 360, "height": 740, "has_touch": True}
DARK: dict[str, Any] = {"scheme": "dark"}


@pytest.mark.parametrize("given", [WIDE, PHONE, DARK, {"hide_findings": True}], ids=["wide", "phone", "dark", "classroom"])
def test_axe_finds_nothing(open_page: Open, violations: Violations, given: dict[str, Any]) -> None:
    page = open_page(**given)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("key", ["v", "d", "e", "u", "m", "?", "1"])
def test_axe_finds_nothing_once_a_key_was_pressed(open_page: Open, violations: Violations, key: str, scheme: str) -> None:
    page = open_page(scheme=scheme)
    page.keyboard.press("g")
    page.keyboard.press(key)
    assert violations(page) == []


@pytest.mark.parametrize("given", [WIDE, DARK, PHONE, {"hide_findings": True}], ids=["wide", "dark", "phone", "classroom"])
def test_axe_finds_nothing_in_the_real_articles(
    open_page: Open, violations: Violations, comparison: Comparison, given: dict[str, Any]
) -> None:
    page = open_page(comparison, **given)
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("key", ["", "v", "d"])
def test_no_width_scrolls_sideways(open_page: Open, comparison: Comparison, key: str) -> None:
    page = open_page(comparison)
    if key:
        page.keyboard.press(key)
    for width in (320, 360, 640, 768, 1024, 1440):  # 640 is what 200 % zoom leaves of a window of 1280
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_panes_stack(open_page: Open) -> None:
    page = open_page(**PHONE)
    boxes = [page.locator(f"#{name}").bounding_box() for name in ("A2", "B1", "C2")]
    assert len({box["x"] for box in boxes if box}) == 1
    assert [box["y"] for box in boxes if box] == sorted(box["y"] for box in boxes if box)
    assert len({box["y"] for box in boxes if box}) == 3


@pytest.mark.parametrize("width", [320, 360, 430])
def test_on_a_phone_a_sentence_is_called_by_its_outlet_and_no_name_is_broken(open_page: Open, comparison: Comparison, width: int) -> None:
    page = open_page(comparison, width=width, height=740)
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true; })")
    lines = "all => all.filter(one => one.getClientRects().length > 1).map(one => one.textContent)"
    assert page.locator(".label, .chip, td:not(.fidelity) abbr, .weight").evaluate_all(lines) == []
    assert " ".join(page.locator("#E10 > .label").inner_text().split()).startswith("E 10")
    # A word that is no longer than its column is in one line.
    cut = """all => all.flatMap(cell => [...cell.querySelectorAll('.named')].filter(one => one.textContent.length < 25 && one.getClientRects().length > 1))
        .map(one => one.textContent)"""
    assert page.locator("#entities tbody th").evaluate_all(cut) == []


def test_the_page_of_five_accounts_is_small(comparison: Comparison) -> None:
    assert len(render(comparison).encode()) < 300_000


def test_everything_is_reached_by_the_tabulator_and_shows_it(open_page: Open) -> None:
    page = open_page()
    seen: list[str] = []
    describe = "e => e.id || e.textContent.trim() || e.placeholder || ''"
    outlined = "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }"
    for _ in range(300):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(f"[({describe})(document.activeElement), ({outlined})(document.activeElement)]")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen.append(name)
        assert outline, name
    for wanted in ("Skip to the comparison", "Reading view", "Search /", "Points", "?"):
        assert wanted in seen, wanted


def test_paper_has_states_in_words_and_nothing_folded(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator("#A2 .said").is_visible()
    assert "divergent" in page.locator("#A2").inner_text()
    assert not page.locator(".bar").is_visible()
    assert page.locator("#row2").evaluate("row => getComputedStyle(row).breakInside") == "avoid"
    assert page.pdf().startswith(b"%PDF")


def test_the_page_is_dark_where_the_system_is(open_page: Open) -> None:
    light = open_page().evaluate("getComputedStyle(document.body).backgroundColor")
    dark = open_page(scheme="dark").evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = [sum(int(part) for part in colour[4:-1].split(",")) for colour in (light, dark)]
    assert brightness[0] > 650
    assert brightness[1] < 120


@pytest.mark.parametrize("classroom", [False, True])
def test_without_scripts_nothing_is_missing(open_page: Open, *, classroom: bool) -> None:
    page = open_page(java_script_enabled=False, hide_findings=classroom)
    for article, analysis in enumerate(sample().articles):
        for number, sentence in enumerate(analysis.sentences):
            element = page.locator(f"#{'ABC'[article]}{number + 1} > .t")
            assert element.is_visible()
            assert element.text_content() == sentence.text
    assert not page.locator(".bar").is_visible()
    if classroom:
        page.get_by_text("What newsdiff says about HarPos 2").click()
        assert page.get_by_text("A counts 14 people injured, B 41.").first.is_visible()
    else:
        assert page.get_by_text("A counts 14 people injured, B 41.").first.is_visible()
        for panel in ("differences", "quotations", "entities", "coverage", "notes", "made"):
            assert page.locator(f"#{panel}").is_visible()


def test_states_show_without_colour(open_page: Open) -> None:
    """As a system with forced colours draws it: signs and lines remain."""
    page = open_page(forced_colors="active")
    assert page.locator("#A2 > .sign").inner_text() == "≠"
    assert page.locator("#A2 .x").first.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"
