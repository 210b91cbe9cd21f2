"""The bottom of the Compare screen: the explanation, and the keys that matter just now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from tests.tui.conftest import seen, told
from tests.tui.layout.made import numbered, subject
from tests.tui.test_pane import PAIRS, known, reader
from tui.layout.subject import Subject
from tui.screens.coverage import CoverageScreen
from tui.screens.tables import TableScreen


def wordy() -> Subject:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS, differences=PAIRS)
    told = "A says in many words that are needed to say it what the other article doesn't say in just as many words, and that to the end."
    return Subject(replace(made.comparison, points=tuple(replace(each, explanation=told) for each in made.comparison.points)))


@pytest.mark.parametrize(("size", "told"), [((80, 24), False), ((140, 34), True), ((90, 20), False)])
async def test_the_sides_are_told_before_the_explanation_and_the_key_tells_that_to_its_end(size: tuple[int, int], told: bool) -> None:
    async with reader(wordy(), *size) as (pilot, screen):

        def shown() -> str:
            lines = [screen.lens.render_line(y).text.strip() for y in range(screen.lens.size.height)]
            return " ".join(" ".join(lines).replace("1/3 ≠", "").split())

        assert "a0 word word word" in shown()
        assert "b0 word word word" in shown()
        end = "doesn't say in just as many words, and that to the end."
        assert (end in shown()) is told
        await pilot.press("i")
        await pilot.pause()
        assert end in shown() or size[1] < 24


@pytest.mark.parametrize(("size", "more"), [((200, 24), False), ((80, 24), True), ((60, 16), True), ((40, 13), True)])
async def test_where_something_has_no_room_the_key_for_it_is_told(size: tuple[int, int], more: bool) -> None:
    """At the right of the last of several lines; a click there does it, too."""
    async with reader(wordy(), *size) as (pilot, screen):
        last = screen.lens.size.height - 1
        assert screen.lens.render_line(last).text.endswith(" i more ") == more
        await pilot.click("#lens", offset=(screen.lens.size.width - 4, last if more else 0))
        await pilot.pause()
        assert screen.lens.in_full
        assert "more" not in screen.lens.render_line(screen.lens.size.height - 1).text


async def test_a_sidebar_has_its_own_words_in_the_footer() -> None:
    async with reader(known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS))) as (pilot, screen):
        assert " enter other side " in seen(screen.app)
        await pilot.press("e")
        await pilot.pause()
        footer = seen(screen.app).splitlines()[-1]
        assert footer.startswith(" enter go there · / filter · ")
        assert "other side" not in footer
        await pilot.press("slash")
        await pilot.pause()
        assert "filter" not in seen(screen.app).splitlines()[-1]
        assert "/ search" not in seen(screen.app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert " enter other side " in seen(screen.app)


async def test_the_tables_say_what_the_next_sort_shows() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), numbered("c", 6), links=[*PAIRS, ((0, 0), (2, 0))])
    async with reader(made) as (pilot, screen):
        screen.app.push_screen(table := CoverageScreen(screen.articles, screen.options))
        await pilot.pause()
        table.prepare(made.comparison)
        table.post_message(TableScreen.Ready(made.comparison))
        for footer, title in (
            ("o all passages, as told", "what B lacks and most carry first"),
            ("o what B leaves out", "all passages, as told"),
            ("o what B alone says", "what B leaves out"),
            ("o what B lacks and most carry first", "what B alone says"),
        ):
            table._to_column(1)
            await pilot.pause()
            lines = seen(screen.app).splitlines()
            assert title in lines[0]
            assert lines[-1].startswith(f" {footer} · ")
            assert table.order != "as told" or lines[-2].startswith(" B (article-1) has it")
            await pilot.press("o")


async def test_the_wheel_over_the_map_scrolls_the_panes() -> None:
    linked = [((0, number), (1, number)) for number in range(60)]  # else all would be folded, and there would be nowhere to scroll to
    async with reader(subject(numbered("a", 60), numbered("b", 60), links=linked)) as (pilot, screen):
        view = screen.state.views[0]
        top = view.top
        await pilot._post_mouse_events([MouseScrollDown], widget=screen.body.map, offset=(1, 1))
        await pilot.pause()
        assert view.top > top
        await pilot._post_mouse_events([MouseScrollUp], widget=screen.body.map, offset=(1, 1))
        await pilot.pause()
        assert view.top == top


async def test_a_pane_that_cant_be_moved_says_so() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=PAIRS)
    async with reader(made) as (pilot, screen):
        assert "base" not in seen(screen.app).split("\n")[0]
        await pilot.press(">")
        assert screen.state.columns == (1, 0)
        assert "aligned view · base A" in seen(screen.app).split("\n")[0]
        await pilot.press(">")
        assert told(screen.app)[-1] == "There is no pane on that side"
    async with reader(made, 60) as (pilot, screen):
        await pilot.press("<")
        assert told(screen.app)[-1] == "There is one column only; = makes its article the base"
