"""Panes and map as they are drawn: what is in the cells, and that every line fits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.selection import Selection

from compare.model import ComparedQuotation, Entity, EntityMention, Fidelity, Place, Quotation, Role
from tests.tui.layout.made import Text, numbered, subject
from tui import themes
from tui.app import NewsdiffApp
from tui.layout.subject import Subject
from tui.screens.compare import CompareScreen
from tui.screens.comparer import Comparer
from tui.state.arrangement import Area

PAIRS = [((0, 0), (1, 0)), ((0, 2), (1, 3)), ((0, 4), (1, 5))]


@asynccontextmanager
async def reader(made: Subject, width: int = 100, height: int = 30) -> AsyncIterator[tuple[Pilot[None], CompareScreen]]:
    """The Compare screen over a comparison made by hand."""
    articles = [analysis.article for analysis in made.comparison.articles]
    app = NewsdiffApp(articles)
    async with app.run_test(size=(width, height)) as pilot:
        screen = CompareScreen(articles)
        screen.start_comparing = lambda: None  # type: ignore[method-assign]
        await app.push_screen(screen)
        await pilot.pause()
        screen.post_message(Comparer.Compared(0, made))
        await pilot.pause()
        yield pilot, screen


def lines_of(screen: CompareScreen, pane: int) -> list[str]:
    """What a pane shows, line by line."""
    each = screen.body.panes[pane]
    return ["".join(segment.text for segment in each.render_line(y)) for y in range(each.size.height)]


def known(made: Subject) -> Subject:
    """The comparison with two entities and a quotation."""
    texts = [analysis.article.text for analysis in made.comparison.articles]
    mentions = tuple(
        EntityMention(article, texts[article].index(word), texts[article].index(word) + 2, word, 0)
        for article, word in ((0, "a0"), (1, "b0"))
    )
    entities = (
        Entity("e1", "Anna Berg", "person", ("Berg",), (Role(0, "minister"),), mentions),
        Entity("e2", "The Hague", "place", (), (), (EntityMention(1, texts[1].index("b3"), texts[1].index("b3") + 2, "b3", 3),)),
    )
    quotation = Quotation(2, texts[0].index("a2"), texts[0].index("a2") + 7, "a2 word", "Anna Berg", "said")
    quotations = (ComparedQuotation(0, quotation, "c1", (Fidelity(1, "altered"),)),)
    return Subject(replace(made.comparison, entities=entities, quotations=quotations))


async def test_gutter_signs_and_level_rows() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS, differences=[PAIRS[1]], partial=[((0, 5), (1, 1))])
    async with reader(made) as (_pilot, screen):
        left, right = lines_of(screen, 0), lines_of(screen, 1)
        signs = {line.split()[1][:2]: line[1] for line in left[1:] if line[1] in "=≈≠+"}
        assert signs == {"a0": "=", "a1": "+", "a2": "≠", "a3": "+", "a4": "=", "a5": "≈"}
        for a, b in PAIRS:
            one = next(y for y, line in enumerate(left) if f"a{a[1]} " in line)
            assert f"b{b[1]} " in right[one]
        header = left[0]
        assert "≠ 1" in header
        assert "+ 2" in header


HOSTILE: Text = [
    [
        "[bold]x[/bold] \\[/] $accent",
        "Tab\there and 日本語「です」。 https://example.org/a/very/long/address/that/never/ends/index.html?with=query&and=more",
    ],
    ["e\u0301" * 200, "👩\u200d🚀 went 🚀🚀🚀 to “space” – שלום עולם مرحبا"],
    [" ".join(["word"] * 3_000)],
]


@pytest.mark.parametrize("width", [20, 41, 80, 133])
async def test_every_line_has_the_width_of_its_pane(width: int) -> None:
    made = subject(HOSTILE, numbered("b", 4), links=[((0, 0), (1, 0))])
    async with reader(made, width, 20) as (pilot, screen):
        for key in ("j", "j", "v", "G", "w", "j", "w", "v", "g"):
            await pilot.press(key)
            for pane in screen.body.panes[: screen.state.panes]:
                for y in range(pane.size.height):
                    strip = pane.render_line(y)
                    assert strip.cell_length == pane.size.width, (key, strip.text)
                    assert sum(segment.cell_length for segment in strip) == pane.size.width


async def test_what_is_drawn_again_is_what_is_drawn_at_all() -> None:
    """After any keys the screen shows just what it would show if all of it were drawn anew: no line keeps an old picture."""
    made = subject(
        numbered("a", 30, 12), numbered("b", 30, 9), links=[((0, n), (1, n)) for n in range(0, 30, 3)], differences=[((0, 9), (1, 9))]
    )
    async with reader(made) as (pilot, screen):
        for key in ["j", "]", "v", "l", "j", "j", "pagedown", "k", "w", "w", "v", "z", "z", "3", "3", "G", "h", "g", "n"]:
            await pilot.press(key)
            await pilot.pause()
            while not all(view.layout.settled for view in screen.state.views):  # heights still change, and with them the map
                await pilot.pause(0.02)
            await pilot.pause(0.05)
            shown = [strip.text for strip in screen._compositor.render_strips()]
            for widget in screen.walk_children():
                widget.refresh()
            for pane in screen.body.panes:
                pane._strips.clear()
            await pilot.pause()
            assert [strip.text for strip in screen._compositor.render_strips()] == shown, key


async def test_another_theme_changes_the_colours() -> None:
    made = subject(numbered("a", 4), numbered("b", 4), links=PAIRS[:1])
    async with reader(made) as (pilot, screen):
        dark = [segment.style for segment in screen.body.panes[0].render_line(1)]
        screen.app.theme = themes.LIGHT
        await pilot.pause()
        light = [segment.style for segment in screen.body.panes[0].render_line(1)]
        assert [style.bgcolor for style in dark if style] != [style.bgcolor for style in light if style]


async def test_states_differ_without_colour() -> None:
    """The signs and attributes alone tell the states and the spans apart."""
    made = subject(numbered("a", 4), numbered("b", 4), links=[((0, 0), (1, 0)), ((0, 1), (1, 1))], differences=[((0, 1), (1, 1))])
    async with reader(made) as (_pilot, screen):
        pane = screen.body.panes[0]
        found: dict[str, set[tuple[bool, bool, bool]]] = {}
        for y in range(1, pane.size.height):
            strip = list(pane.render_line(y))
            sign = "".join(segment.text for segment in strip)[1:2]
            if sign in {"=", "≠", "+"}:
                found.setdefault(sign, set()).update(
                    (bool(segment.style.bold), bool(segment.style.italic), bool(segment.style.underline))
                    for segment in strip[3:]
                    if segment.style and segment.text.strip()
                )
        assert (True, False, True) in found["≠"]
        assert (True, False, True) not in found["="]
        assert (True, False, True) not in found["+"]


async def test_a_selection_is_of_the_source() -> None:
    made = subject(numbered("a", 6, 30), numbered("b", 6), links=PAIRS)
    async with reader(made) as (pilot, screen):
        text = made.comparison.articles[0].article.text
        selection = Selection(Offset(5, 0), Offset(160, 0))
        assert screen.body.panes[0].get_selection(selection) == (made.display[0][5:160], "\n")
        screen.selections = {screen.body.panes[0]: selection}
        await pilot.pause()
        ground = screen.body.panes[0].palette.ground
        assert ground.color != ground.bgcolor
        segments = [segment for y in range(1, screen.body.panes[0].size.height) for segment in screen.body.panes[0].render_line(y)]
        selected = [segment for segment in segments if segment.style and segment.style.reverse]
        assert {(segment.style.color, segment.style.bgcolor) for segment in selected if segment.style} == {(ground.color, ground.bgcolor)}
        lit = "".join(segment.text for segment in selected)
        assert "".join(lit.split()) == "".join(text[5:160].split())


async def test_an_entity_is_lit_and_walked_through() -> None:
    made = known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS))
    async with reader(made, 130) as (pilot, screen):
        await pilot.press("e")
        assert screen.sidebar.kind == "entities"
        assert screen.state.panes == 2
        await pilot.press("enter")
        assert screen.state.cursor in {Place(0, 0), Place(1, 0)}
        seen = {screen.state.cursor}
        await pilot.press("n")
        seen.add(screen.state.cursor)
        assert seen == {Place(0, 0), Place(1, 0)}
        await pilot.press("e")
        assert screen.sidebar.kind is None
        assert screen.state.hits.spans


async def test_an_empty_cell_that_leads_to_the_counterpart_is_lit() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS, partial=[((0, 5), (1, 0))])
    async with reader(made) as (pilot, screen):

        def pointers() -> list[str]:
            return [line[1] for line in lines_of(screen, 1) if "↑ B1" in line or "│↑ B1" in line]

        assert pointers() == [" "]
        await pilot.press("G")
        await pilot.pause()
        assert screen.state.cursor == Place(0, 5)
        assert pointers() == ["│"]
        ground = screen.body.panes[1].palette.style("counterpart").bgcolor
        line = next(y for y, text in enumerate(lines_of(screen, 1)) if "↑ B1" in text)
        assert any(
            segment.style and segment.style.bgcolor == ground for segment in screen.body.panes[1].render_line(line) if "B1" in segment.text
        )
        await pilot.press("k")
        await pilot.pause()
        assert pointers() == [" "]


async def test_the_explanation_names_link_and_difference() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS, differences=[PAIRS[1]])
    async with reader(made) as (pilot, screen):
        await pilot.press("]")
        text = [strip.text for strip in (screen.lens.render_line(y) for y in range(2))]
        assert "They differ." in text[0]
        assert "1/1" in text[0]
        assert "a2 word" in text[1]
        await pilot.press("j")
        assert "only here" in screen.lens.render_line(0).text


async def test_tab_goes_round_panes_and_sidebar() -> None:
    made = known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS))
    async with reader(made, 130) as (pilot, screen):
        await pilot.press("e")
        assert screen.sidebar.has_keys
        await pilot.press("tab")
        assert not screen.sidebar.has_keys
        assert screen.state.cursor.article == 0
        await pilot.press("tab")
        assert screen.state.cursor.article == 1
        await pilot.press("tab")
        assert screen.sidebar.has_keys


async def test_a_second_comparison_makes_the_first_worthless() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS)
    async with reader(made) as (pilot, screen):
        screen.comparer.generation = 5
        screen.post_message(Comparer.Compared(4, subject(numbered("a", 6), numbered("b", 6))))
        await pilot.pause()
        assert screen.state.subject is made


async def test_unwrapped_lines_can_be_shifted() -> None:
    made = subject(numbered("a", 6, 40), numbered("b", 6), links=PAIRS)
    async with reader(made) as (pilot, screen):
        await pilot.press("w")
        line = lines_of(screen, 0)[1]
        assert line.rstrip().endswith("…")
        assert "a0 word" in line
        await pilot.press("shift+right")
        assert "a0 word" not in lines_of(screen, 0)[1]
        await pilot.press("shift+left")
        assert lines_of(screen, 0)[1] == line


async def test_a_click_opens_a_fold() -> None:
    made = subject(numbered("a", 8), numbered("b", 8), links=[((0, n), (1, n)) for n in range(6)])
    async with reader(made) as (pilot, screen):
        screen.body.show_kept({Place(0, 7): "◆"}, [])
        screen.body.renew()
        await pilot.press("z", "z")
        shown = lines_of(screen, 0)
        y = next(y for y, line in enumerate(shown) if "= " in line and "5 shared sentences ▸" in line)
        assert any("+◆2 only in " in line for line in shown)  # what is kept about a hidden sentence shows
        await pilot.click(screen.body.panes[0], offset=(10, y))
        assert "a1" in lines_of(screen, 0)[y]
        assert screen.state.cursor == Place(0, 1)
        await pilot.press("G", "b")
        assert not screen.state.on_fold  # nothing is done to a sentence unseen


async def test_the_map_can_be_dragged() -> None:
    made = subject(numbered("a", 60), numbered("b", 60), links=PAIRS)
    async with reader(made) as (pilot, screen):
        await pilot.press("z")
        height = screen.body.map.size.height
        await pilot.mouse_down(screen.body.map, offset=(1, 1))
        tops = []
        for y in (3, height // 2, height - 1):
            await pilot.hover(screen.body.map, offset=(1, y))
            await pilot.pause()
            tops.append(screen.state.views[0].top)
        await pilot.mouse_up(screen.body.map, offset=(1, height - 1))
        assert tops == sorted(tops)
        assert len(set(tops)) == 3
        view = screen.state.views[0]
        assert view.top == view._last_top()
        assert view.is_visible(screen.state.cursor)


async def test_an_empty_cell_leads_to_where_its_article_tells_of_it() -> None:
    made = subject(numbered("a", 30), numbered("b", 30), links=[((0, 0), (1, 0)), ((0, 29), (1, 29))], partial=[((0, 25), (1, 1))])
    async with reader(made) as (pilot, screen):
        await pilot.press("z")
        row = next(y for y, line in enumerate(lines_of(screen, 1)) if "b1 " in line)
        assert " ↓ A26 a25 word" in lines_of(screen, 0)[row]
        silent = next(y for y, line in enumerate(lines_of(screen, 1)) if "b2 " in line)
        assert lines_of(screen, 0)[silent].strip() == "·"
        await pilot.click(screen.body.panes[0], offset=(8, row))
        await pilot.pause()
        assert screen.state.cursor == Place(0, 25)
        await pilot.press("ctrl+o")
        assert screen.state.cursor == Place(0, 0)


def rows_of(screen: CompareScreen) -> list[str]:
    """What the map shows, line by line."""
    return ["".join(segment.text for segment in screen.body.map.render_line(y)) for y in range(screen.body.map.size.height)]


async def test_the_window_stays_on_the_map_whatever_was_found() -> None:
    made = known(subject(numbered("a", 60), numbered("b", 60), links=PAIRS, differences=[PAIRS[1]]))
    async with reader(made) as (pilot, screen):
        await pilot.press("z")
        window = [row[0] for row in rows_of(screen)]
        assert window.count("┃") > 2
        text = made.comparison.articles[0].article.text
        screen.look_for([(0, start, start + 4) for start in range(0, len(text) - 4, 10)])
        screen.body.show_kept({Place(0, 59): "◆"}, [Place(0, 59)])
        screen.body.renew()
        await pilot.pause()
        rows = rows_of(screen)
        assert [row[0] for row in rows] == window
        assert sum(row[1] == "•" for row in rows) > len(rows) // 3
        assert [row[1] for row in rows if row[1] == "◆"] == ["◆"]
        assert {row[2] for row in rows} >= {"█", "▌"}


async def test_the_mentions_of_a_name_are_counted() -> None:
    async with reader(known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS))) as (pilot, screen):
        assert "•" not in screen.lens.count()
        await pilot.press("e", "enter")
        await pilot.pause()
        assert screen.lens.count().startswith("1/2 •")
        await pilot.press("n")
        assert screen.lens.count().startswith("2/2 •")
        await pilot.press("escape", "escape")
        assert "•" not in screen.lens.count()


async def test_what_is_explained_is_drawn_in_both_panes() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS, differences=PAIRS)

    def reversed_in(screen: CompareScreen, pane: int) -> list[str]:
        lines = [list(screen.body.panes[pane].render_line(y)) for y in range(1, screen.body.panes[pane].size.height)]
        return [segment.text for line in lines for segment in line if segment.style and segment.style.reverse]

    async with reader(made) as (pilot, screen):
        for expected in (["a0 ", "b0 "], ["a2 ", "b3 "], ["a4 ", "b5 "]):
            assert [*reversed_in(screen, 0), *reversed_in(screen, 1)] == expected
            await pilot.press("]")
            await pilot.pause()


async def test_a_pane_that_the_desk_has_no_more_may_be_drawn_once_more() -> None:
    """The state is arranged anew before the panes that are too many are taken away, and a picture may come between."""
    made = subject(numbered("a", 6), numbered("b", 6), numbered("c", 6), links=PAIRS)
    async with reader(made, 130) as (pilot, screen):
        await pilot.press("v")
        assert screen.state.panes == 3
        last = screen.body.panes[2]
        screen.state.resize(Area(60, 20, narrow=True))
        assert len(last.render_lines(Region(0, 0, *last.size))) == last.size.height
