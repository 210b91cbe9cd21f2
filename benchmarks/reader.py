"""What the reader's speed is, beside a bare Textual app: run by ``make bench-reader``.

Two made-up articles of many sentences each. Measured in this process, without a terminal: the time from making the app until the first text is
drawn; each key's time from press to drawn; the time of a resize; memory. Ratios are what counts: the same machine measures both.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

    from tui.layout.subject import Subject

SENTENCES = 10_000
SIZES = ((90, 30), (200, 60), (60, 20), (120, 40), (300, 100), (20, 6), (120, 40)) * 2
KEYS = ("j", "k", "]", "[", "pagedown", "pageup", "ctrl+d", "l", "h", "v", "G", "g", "n")


def invented(seed: int, sentences: int, shared: int) -> str:
    """News-like text: ``shared`` in a hundred of its sentences are the same for every seed, but for a number here and there."""
    names = ["Anna Berg", "the ministry", "Carlos Diaz", "the committee", "Eva Falk", "the bank", "Goran Hill", "the council", "Ines Jahn"]
    verbs = ["rejected", "announced", "delayed", "praised", "signed", "questioned", "prepared", "leaked", "funded"]
    things = ["the tariff", "a new bridge", "the budget", "an election", "the ceasefire", "a merger", "the harbour", "a vaccine", "the law"]
    common, own = random.Random(0), random.Random(seed)
    paragraphs: list[str] = []
    for number in range(sentences):
        source = common if number % 100 < shared else own
        tag = number if number % 100 < shared else f"{seed}-{number}"
        count = common.randint(10, 900) + (seed if number % 50 == 7 else 0)
        words = f"On day {tag} {source.choice(names)} {source.choice(verbs)} {source.choice(things)} and {source.choice(names)} {source.choice(verbs)}"
        paragraphs.append(f"{words} {source.choice(things)} for {count} people.")
    return "\n\n".join(" ".join(paragraphs[start : start + 3]) for start in range(0, sentences, 3))


BARE = """
import os, time; begin = time.perf_counter()
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("text")
    def on_mount(self):
        self.call_after_refresh(self.done)
    def done(self):
        os.write(1, str(time.perf_counter() - begin).encode()); os._exit(0)
Bare().run(headless=True, size=(120, 40))
"""

READER = """
import os, sys, time; begin = time.perf_counter()
from tui import collector; collector.begin()  # as the command line does
from compare import read
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
expected, *paths = sys.argv[1:]
def seen(screen):
    text = "".join(segment.text for strip in screen._compositor.render_strips() for segment in strip)
    assert expected in text
    os.write(1, str(time.perf_counter() - begin).encode()); os._exit(0)
CompareScreen._begin = seen  # called once the first picture is out
NewsdiffApp([read(path) for path in paths], compare_at_once=True).run(headless=True, size=(120, 40))
"""


def first_texts(*programs: Sequence[str]) -> list[tuple[float, float]]:
    """Seconds until the first text of each program (its source and its arguments) is on the screen, and seconds of the processor for it, from the
    interpreter's start on: the least of seven runs in fresh processes.

    They take turns, so that a machine that is slow for a moment is so for all of them; a first run of each doesn't count.
    """
    times: list[list[tuple[float, float]]] = [[] for _ in programs]
    # An installed program has its bytecode beside it; here it is kept from the first of the runs for the others.
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": cache}
        for _ in range(8):
            for (program, *arguments), spent in zip(programs, times, strict=True):
                command = [sys.executable, "-c", program, *arguments]
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                spent.append((float(done.stdout.split()[-1]), worked))
    return [(min(first for first, _ in spent[1:]), min(worked for _, worked in spent[1:])) for spent in times]


def linked_by_position(texts: list[Path]) -> Subject:
    """A comparison of the two without the engine, so that the screen alone is measured: each sentence is linked to the same one over there."""
    from compare import read
    from compare.model import Analysis, Comparison, Difference, Evidence, Link, Passage, Place, Sentence, Standing
    from tui.layout.subject import Subject, provisional

    analyses = []
    for path in texts:
        article = read(path)
        sentences = []
        for paragraph in provisional(article).sentences:
            at = paragraph.start
            for part in paragraph.text.split(". "):
                end = min(at + len(part) + 1, paragraph.end)
                sentences.append(Sentence(at, end, article.text[at:end], "sentence", paragraph.paragraph))
                at = end + 1
        analyses.append(Analysis(article, tuple(sentences)))
    links, passages, ledger, standings = [], [], [], ([], [])
    for number, (one, two) in enumerate(zip(*(analysis.sentences for analysis in analyses), strict=True)):
        a, b = Place(0, number), Place(1, number)
        if number % 100 >= 60:
            passages += [Passage(f"a{number}", (a,)), Passage(f"b{number}", (b,))]
            for each in standings:
                each.append(Standing("unique"))
            continue
        own = ()
        if one.text != two.text:
            ends = [Evidence(place.article, number, s.end - 12, s.end - 8, s.text[-12:-8]) for place, s in ((a, one), (b, two))]
            own = (Difference("number", 3, ends[0], ends[1], "The numbers differ."),)
            ledger += own
        links.append(Link(a, b, 0.9, "aligned", verdict="divergent" if own else "shared", differences=own))
        passages.append(Passage(f"p{number}", (a, b)))
        for each in standings:
            each.append(Standing("divergent" if own else "shared"))
    found = Comparison(tuple(analyses), tuple(links), tuple(passages), (), (), tuple(ledger), tuple(map(tuple, standings)))
    from compare.views.marks import marks

    return Subject(found, marks)


async def keys(texts: list[Path], presses: int) -> None:
    """Press keys on a ready comparison and print how long each takes until it is drawn."""
    from compare import read
    from tui import collector
    from tui.app import NewsdiffApp
    from tui.screens.compare import CompareScreen
    from tui.screens.comparer import Comparer
    from tui.settings import Settings

    collector.begin()  # as the command line does; the app ends it with its first picture
    subject = linked_by_position(texts)
    app = NewsdiffApp([read(path) for path in texts], settings=Settings(opens_with="texts"))  # the keys are those of the panes
    chance = random.Random(1)
    spent: dict[str, list[float]] = {key: [] for key in KEYS}
    worked: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        screen = CompareScreen(app.articles)
        screen.start_comparing = lambda: None  # type: ignore[method-assign]
        await app.push_screen(screen)
        await pilot.pause()
        screen.state.prepare(subject)  # the worker does this
        begin = time.perf_counter()
        screen.post_message(Comparer.Compared(0, subject))
        while screen.state.subject is not subject:
            await asyncio.sleep(0)
        screen.lay_out()
        drawn(screen)
        print(f"the comparison comes in       {(time.perf_counter() - begin) * 1000:8.1f} ms")
        comparison = screen.state.subject.comparison
        spans = [
            (link.a.article, comparison.sentence(link.a).start, comparison.sentence(link.a).start + 6) for link in comparison.links[::50]
        ]
        screen.look_for(spans)
        for _ in range(presses):
            key = chance.choice(KEYS)
            begin, busy = time.perf_counter(), time.process_time()
            await screen.run_action(action_of(key))
            drawn(screen)
            spent[key].append(time.perf_counter() - begin)
            worked.append(time.process_time() - busy)
        every = sorted(each for times in spent.values() for each in times)
        for key, times in spent.items():
            times.sort()
            print(f"{key:<12} p50 {times[len(times) // 2] * 1000:6.1f} ms   p95 {times[int(len(times) * 0.95)] * 1000:6.1f} ms")
        print(
            f"{'all keys':<12} p50 {every[len(every) // 2] * 1000:6.1f} ms   p95 {every[int(len(every) * 0.95)] * 1000:6.1f} ms   (wanted: p95 20)"
        )
        worked.sort()
        half, most = worked[len(worked) // 2], worked[int(len(worked) * 0.95)]
        print(f"{'processor':<12} p50 {half * 1000:6.1f} ms   p95 {most * 1000:6.1f} ms   (the same, without what else the machine does)")
        await resizes(pilot)


async def resizes(pilot: Pilot[None]) -> None:
    """Press a key while the terminal is resized, many times, and print how long it waits until it has been done."""
    from textual import events

    from tui.screens.compare import CompareScreen

    app, screen = pilot.app, pilot.app.screen
    assert isinstance(screen, CompareScreen)
    screen.go_to(screen.state.subject.comparison.links[100].a)
    waits: list[float] = []
    worked: list[float] = []
    sizes = (*SIZES, *((width, 40) for width in range(121, 154)))  # and as somebody draws the window's edge
    for number, size in enumerate(sizes):
        pressed = time.perf_counter() + 0.004 * (number % 6)
        resized = asyncio.create_task(pilot.resize_terminal(*size))
        await asyncio.sleep(pressed - time.perf_counter())
        before, busy = screen.state.cursor, time.process_time()
        app.post_message(events.Key("k" if number % 2 else "j", None))
        while screen.state.cursor == before:
            await asyncio.sleep(0)
        waits.append(time.perf_counter() - pressed)
        worked.append(time.process_time() - busy)
        await resized
    waits.sort()
    print(
        f"resize       p50 {waits[len(waits) // 2] * 1000:6.1f} ms   p95 {waits[int(len(waits) * 0.95)] * 1000:6.1f} ms   "
        f"slowest {waits[-1] * 1000:6.1f} ms   of {len(waits)} keys, each pressed while a resize was done"
    )
    worked.sort()
    half, most = worked[len(worked) // 2], worked[int(len(worked) * 0.95)]
    print(f"{'processor':<12} p50 {half * 1000:6.1f} ms   p95 {most * 1000:6.1f} ms   (from the press on)")


def drawn(screen: Screen[None]) -> None:
    """Draw the whole screen, as the terminal would get it."""
    # Textual has no public way to draw without a terminal. Only what has changed is drawn, as the terminal would get it.
    compositor = screen._compositor  # noqa: SLF001
    dirty = {widget for widget in screen.walk_children() if widget._repaint_required}  # noqa: SLF001
    compositor.update_widgets(dirty)
    for widget in dirty:
        widget._repaint_required = False  # noqa: SLF001
    update = compositor.render_update(screen_stack=[screen])
    if update is not None:
        update.render_segments(screen.app.console)  # type: ignore[attr-defined]


def action_of(key: str) -> str:
    """The action of a key, from the key table."""
    from tui.keymap import actions_for

    names = {"pagedown": "pgdn", "pageup": "pgup"}
    return next(action.id for action in actions_for("compare") if names.get(key, key) in action.keys)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=SENTENCES)
    parser.add_argument("--presses", type=int, default=600)
    parser.add_argument("--quick", action="store_true", help="without the engine, which takes minutes")
    parser.add_argument("--folder", type=Path, default=None, help="where to put the made-up articles (a temporary folder unless given)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = [(asked.folder or Path(folder)) / f"{name}.txt" for name in ("one", "two")]
        for seed, path in enumerate(texts, 1):
            path.write_text(invented(seed, asked.sentences, 60), encoding="utf-8")
        (bare, bare_worked), (reader, worked) = first_texts((BARE,), (READER, "On day", *map(str, texts)))
        print(f"bare Textual app, first text  {bare * 1000:8.1f} ms")
        print(f"reader, 2 × {asked.sentences} sentences     {reader * 1000:8.1f} ms   {reader / bare:.2f} times   (wanted: 1.3)")
        print(f"processor                     {worked * 1000:8.1f} ms   {worked / bare_worked:.2f} times, the interpreter's start included")
        asyncio.run(keys(texts, asked.presses))
        if os.name != "nt" and not asked.quick:
            from benchmarks.reader_terminal import while_it_works

            while_it_works(texts)
    print(f"memory of this process, at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f} MB")


if __name__ == "__main__":
    main()
