"""Finding words: what counts as the same, what is no pattern, and the search line on the Compare screen."""

from __future__ import annotations

import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.color import Color

from compare.model import Article
from compare.reading import read_bytes
from tests.tui.conftest import press, seen, settle
from tui import themes
from tui.app import NewsdiffApp
from tui.screens import finding
from tui.screens.compare import CompareScreen
from tui.screens.finding import MOST, BadPattern, Wanted, find, find_in_time, fold
from tui.screens.search_line import SearchLine
from tui.worker_process import NotWanted


def hits(text: str, wanted: Wanted) -> list[str]:
    return [text[start:end] for _, start, end in find([text], wanted)]


def test_case_accents_marks_and_line_breaks_dont_count() -> None:
    assert hits("Müller met MULLER and mülLer", Wanted("muller")) == ["Müller", "MULLER", "mülLer"]
    assert hits("Straße, STRASSE", Wanted("strasse")) == ["Straße", "STRASSE"]
    assert hits("the minister’s\n  words", Wanted("minister's words")) == ["minister’s\n  words"]
    assert hits("ﬁne", Wanted("i")) == ["ﬁ"]


def test_unless_they_are_asked_for() -> None:
    assert hits("Müller MULLER müller", Wanted("Müller", case=True)) == ["Müller"]
    assert hits("India Indian India.", Wanted("india", words=True)) == ["India", "India"]
    assert hits("in 2019 and 2020", Wanted(r"\d{4}", regex=True)) == ["2019", "2020"]
    assert hits("Émile emile", Wanted(r"\bémile\b", regex=True)) == ["Émile", "emile"]


def test_signs_of_a_pattern_are_plain_letters_unless_it_is_one() -> None:
    assert hits("what? (yes)", Wanted("(yes)")) == ["(yes)"]
    assert hits("C++", Wanted("c++")) == ["C++"]


@pytest.mark.parametrize("bad", ["(", "[", "*", "a{2,1}", "(?P<x>", "\\"])
def test_a_bad_pattern_says_so_in_one_line(bad: str) -> None:
    with pytest.raises(BadPattern) as caught:
        find(["text"], Wanted(bad, regex=True))
    assert "\n" not in str(caught.value)


def test_nothing_is_found_endlessly() -> None:
    assert find(["aaa"], Wanted("x*", regex=True)) == []
    assert find(["aaa"], Wanted("  ")) == []
    assert len(find(["a" * 10_000], Wanted("a"))) == MOST


@given(st.text(max_size=60))
def test_folding_keeps_every_offset_in_the_text(text: str) -> None:
    folded, offsets = fold(text)
    if offsets is None:
        assert len(folded) == len(text)
    else:
        assert len(folded) == len(offsets)
        assert list(offsets) == sorted(offsets)
        assert all(0 <= offset < len(text) for offset in offsets)


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_what_stands_there_is_found(needle: str, before: str, after: str) -> None:
    if needle.strip():
        spans = find([before + needle + after], Wanted(needle, case=True))
        assert spans
        assert all("".join((before + needle + after)[start:end].split()) == "".join(needle.split()) for _, start, end in spans)


async def test_the_search_line(seeds: list[Article]) -> None:
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        shown = await press(pilot, "slash", *"rubio")
        count = len(screen.state.hits.spans)
        assert count > 3
        assert f"1/{count}\n" in shown  # the sentence under the cursor has one
        shown = await press(pilot, "enter")
        assert f"1/{count}" in shown
        first = screen.state.cursor
        assert "Rubio" in screen.state.subject.comparison.sentence(first).text
        assert f"2/{count}" in await press(pilot, "n")
        assert f"1/{count}" in await press(pilot, "N")
        assert "nothing found" in await press(pilot, "slash", *"qqq")
        assert "regular expression" in await press(pilot, "alt+r", "(")
        await press(pilot, "escape")
        assert not screen.search.display
        assert screen.state.hits.spans == ()
        assert app.screen is screen
        assert "nothing found" not in seen(app)


async def test_what_is_typed_next_takes_the_place_of_what_stood_there() -> None:
    app = NewsdiffApp([read_bytes(b"The mayor spoke. The deputy left.\n", "a.txt"), read_bytes(b"The deputy spoke.\n", "b.txt")])
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "slash", *"b.t", "enter")
        assert "1 of 2 articles" in await press(pilot, "slash", *"a.tx", "enter")
        assert "1 of 2 articles" in await press(pilot, "slash", "end", "t"), "who moves in it writes on"
        await press(pilot, "escape", "a", "enter")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "slash", *"mayor", "enter")
        await press(pilot, "slash", *"deputy")
        assert app.screen.search.wanted.text == "deputy"
        await press(pilot, "enter", "e", "slash", *"mayor", "enter", "slash", *"dep")
        assert app.screen.sidebar.filter.value == "dep"


async def test_what_is_found_twice_keeps_the_hit_one_is_at(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2], compare_at_once=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"rubio", "enter", "n")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        current, shown = screen.state.highlights.current, seen(app)
        screen.search.post_message(
            SearchLine.Found(screen.search.wanted, screen.state.hits.spans)
        )  # as of a search that was under way when Enter came
        await pilot.pause()
        assert (screen.state.highlights.current, seen(app)) == (current, shown)
        await press(pilot, "n")
        assert screen.state.highlights.current != current


async def test_keys_with_alt_as_most_terminals_send_them(seeds: list[Article]) -> None:
    """Esc and a letter come as one key that has the letter's character, unlike those of the newer keyboard protocol."""
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        shown = await press(pilot, "slash", *"india")
        assert "alt+c case · alt+w words · alt+r regex" in shown
        assert "/ search" not in shown
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        app.post_message(events.Key("alt+w", "w"))
        shown = await press(pilot)
        assert screen.search.wanted == Wanted("india", words=True)
        assert screen.search.field.value == "india"
        assert "word" in shown
        app.post_message(events.Key("alt+r", "r"))
        await press(pilot)
        assert screen.search.wanted == Wanted("india", words=True, regex=True)
        assert "n next hit · N previous hit · ] next" in await press(pilot, "enter")
        assert "next hit" not in await press(pilot, "escape")


async def test_the_search_line_on_the_smallest_screen(seeds: list[Article]) -> None:
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(20, 6)) as pilot:
        await settle(pilot)
        assert "/rub" in (await press(pilot, "slash", *"rub")).replace(" ", "")


def test_a_pattern_that_would_take_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "PATIENCE", 1.0)
    begin = time.monotonic()
    with pytest.raises(BadPattern, match="stopped after 1 seconds"):
        find_in_time(["a" * 100_000 + "!"], Wanted("(a+)+$", regex=True), lambda: False)
    assert time.monotonic() - begin < 20
    with pytest.raises(NotWanted):
        find_in_time(["a" * 100_000 + "!"], Wanted("(a+)+$", regex=True), lambda: True)
    assert find_in_time(["one two"], Wanted(r"t\w+", regex=True), lambda: False) == [(0, 4, 7)]


async def test_the_keys_go_on_while_a_pattern_takes_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "PATIENCE", 2.0)
    texts = [read_bytes(f"A heading\n\n{'a' * 5000}! {name}".encode(), f"{name}.txt") for name in ("one", "two")]
    app = NewsdiffApp(texts, compare_at_once=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "alt+r")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        for key in "(a+)+$":
            app.post_message(events.Key(key, key))
            async with asyncio.timeout(60):
                while not screen.search.field.value.endswith(key):  # each comes through while it is looked for what there was before
                    await asyncio.sleep(0.01)
        assert screen.search.field.value == "(a+)+$"
        assert "stopped after 2 seconds" in await press(pilot)


@pytest.mark.parametrize("theme", ["newsdiff-dark", "newsdiff-light", "tokyo-night", "atom-one-dark", "solarized-light", "ansi-dark"])
async def test_what_would_be_typed_over_can_be_read(theme: str) -> None:
    app = NewsdiffApp([read_bytes(b"The mayor spoke.\n", "a.txt")], compare_at_once=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await press(pilot, "slash", *"mayor", "enter", "slash")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        style = next(segment.style for segment in screen.search.field.render_line(0) if "mayor" in segment.text)
        assert style is not None
        if theme == "ansi-dark":
            assert style.reverse
        else:
            assert style.color
            assert style.bgcolor
            colours = [Color.from_rich_color(each) for each in (style.color, style.bgcolor)]
            assert themes.contrast(*colours) >= 4.5
