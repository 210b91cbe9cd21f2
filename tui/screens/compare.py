"""The Compare screen: the articles side by side. It tells the state what was pressed and draws what the state then holds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextvars import Context
from time import monotonic
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from compare.errors import NewsdiffError
from compare.model import Article, Comparison, Options, letter
from tui import collector
from tui.keymap import BY_ID, bindings_for
from tui.layout.brief import counted
from tui.layout.subject import Subject
from tui.layout.viewport import Location, Viewport
from tui.screens.annotations import Annotations
from tui.screens.base import Actor, ReaderScreen
from tui.screens.chrome import KeyLine, TitleLine
from tui.screens.compare_brief import CompareBrief
from tui.screens.compare_keys import CompareKeys
from tui.screens.compare_places import ComparePlaces
from tui.screens.compare_sidebar import CompareSidebar
from tui.screens.consultation import NOT_SET_UP, Consultation
from tui.screens.dismissing import Dismissing
from tui.screens.part import Part, does
from tui.screens.pinning import Pinning
from tui.screens.search_line import SearchLine
from tui.second_reader import at_hand
from tui.state.arrangement import Area
from tui.state.compare import CompareState
from tui.state.prefetch import prefetch
from tui.widgets.lens import LensView
from tui.widgets.lines import Beside, Covered
from tui.widgets.map import WIDTH as MAP_WIDTH
from tui.widgets.map import Map
from tui.widgets.pane import Pane
from tui.widgets.sidebar import Sidebar

MOST_PANES = 8
_FIRST_LINES = 400
"""Lines of each text that are laid out before the first picture; the rest follows right after it."""
_SLICE = 0.008
"""Seconds at a time that go into laying out what nobody has looked at yet."""
_LARGE = 200_000
"""Code points of all texts."""
_FORGOTTEN = 2.0
"""Seconds after which what a closed screen held is looked for: the next picture comes first."""

_HOW = {name: BY_ID[name].label for name in ("search_case", "search_words", "search_regex")}
_FOUND = {name: BY_ID[name].label for name in ("search_next", "search_previous")}
_BESIDE = {"counterpart": "go there", "search": "filter"}
"""What the footer offers first: while one types, while something is lit, and while the keys are a sidebar's."""


class CompareScreen(CompareBrief, CompareSidebar, ComparePlaces, CompareKeys, Covered, ReaderScreen):
    """Two or more articles (or one, read alone); their texts at once, their comparison as soon as it is there."""

    KEYS = "compare"
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("compare")]
    AUTO_FOCUS = ""

    class Compared(Message):
        """A comparison has come from the worker; ``generation`` says which one was asked for."""

        def __init__(self, generation: int, subject: Subject | None, problem: str = "") -> None:
            super().__init__()
            self.generation = generation
            self.subject = subject
            self.problem = problem

    class Underway(Message):
        """How far the comparison is, in a word or two."""

        def __init__(self, generation: int, step: str) -> None:
            super().__init__()
            self.generation = generation
            self.step = step

    class Announced(Message):
        """A line about what the second reader gets and gives."""

        def __init__(self, generation: int, line: str) -> None:
            super().__init__()
            self.generation = generation
            self.line = line

    def __init__(self, articles: Sequence[Article], options: Options | None = None) -> None:
        super().__init__()
        # It gives its parts their room itself: a class for its size would only have all of them styled anew.
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = [], []
        self.articles = tuple(articles)
        self.options = options or Options()
        self.state = CompareState(Subject.of_texts(self.articles, _FIRST_LINES), Area(80, 20, narrow=False), base=self.options.base)
        self.panes = [Pane(self.state, number) for number in range(min(len(self.articles), MOST_PANES))]
        self.consultation = Consultation(self, self._consulted)
        self.map = Map(self.state)
        self.sidebar = Sidebar()
        self.lens = LensView()
        self.search = SearchLine(self)
        self.dismissing = Dismissing(self, self.state.undo, self.start_comparing)
        self.annotations = Annotations(self, self.dismissing.restore)
        self.pinning = Pinning(self)
        self._parts: tuple[Part | Widget, ...] = (self.search, self.annotations, self.pinning)
        self.generation = 0
        self._step = "comparing"
        self._laid_out_at: Size | None = None
        self._slices: Timer | None = None
        self._prefetched: Iterator[tuple[Viewport, Location]] = iter(())

    # The parts -------------------------------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield TitleLine()
        with Beside(id="body"):
            yield from self.panes
            yield self.map
            yield self.sidebar
        yield self.search
        yield self.lens
        yield KeyLine()

    def actor(self, action: str) -> Actor | None:
        """A part does its own actions, the sidebar with the keys first; the screen does the others."""
        with_keys = (self.sidebar,) if self.sidebar.has_keys else ()
        return next((part for part in (*with_keys, *self._parts) if does(part, action)), super().actor(action))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        actor = self.actor(action)
        return super().check_action(action, parameters) if actor in {self, None} else actor.check_action(action, parameters)

    @property
    def handy(self) -> Mapping[str, str]:
        if self.focused is self.search.field:
            return _HOW
        if self.focused is not None and self.focused.id == "sidebar-rows":
            return _BESIDE
        return _FOUND if len(self.state.hits.spans) > 1 else {}

    def on_mount(self) -> None:
        self._slices = self.set_interval(0.02, self._refine, pause=True)
        self.lay_out()
        self.watch_files()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Once something is on the screen: the texts whole, then their comparison."""
        if any(article.text.count("\n") >= _FIRST_LINES for article in self.articles):
            self.state.adopt(Subject.of_texts(self.articles))
            self.lay_out()
        self.start_comparing()

    def on_resize(self, event: events.Resize) -> None:
        # Textual tells of each size twice, and would draw everything twice; the second word may come when there is another size already.
        if event.size == self._laid_out_at or event.size != self.app.size:
            event.prevent_default()
            return
        self._laid_out_at = event.size
        self.lay_out()

    def on_unmount(self) -> None:
        if self._is_large:
            # In a context of its own: that of here would hold on to the screen.
            asyncio.get_running_loop().call_later(_FORGOTTEN, collector.gone, context=Context())

    @property
    def _is_large(self) -> bool:
        """Whether the comparison takes so much memory that the collector of cycles would be felt."""
        return sum(len(article.text) for article in self.articles) >= _LARGE

    def lay_out(self) -> None:
        """Give every part its room, from the size of the screen and what is open."""
        width, height = self.size
        if not width or not height:
            return
        crowded = height < 12
        self.query_one(TitleLine).display = not crowded
        self.query_one(KeyLine).display = not crowded
        self.lens.styles.height = lines = self.lens_rows(height)
        self.map.display = self.map_shown and width >= 30
        taken = (MAP_WIDTH if self.map.display else 0) + self.sidebar_room(width, height)
        room = Area(
            max(width - taken, 1), max(height - lines - (0 if crowded else 2) - (1 if self.search.display else 0) - 1, 1), narrow=width < 80
        )
        self.state.resize(room)
        self.show_panes()
        self.draw()

    def show_panes(self) -> None:
        """Show as many panes as the state has, each as wide as it says."""
        widths = self.state.windows.arrangement.widths
        for pane in self.panes:
            shown = pane.number < self.state.panes
            pane.display = shown
            if shown:
                pane.styles.width = widths[pane.number] + pane.edge

    def draw(self) -> None:
        """Draw what the state holds now."""
        state = self.state
        state.point_out()
        for pane in self.panes[: state.panes]:
            pane.renew()
        self.map.renew()
        self.lens.show(self.in_lens(), self._count(), "" if self.explained_in_full else self.key_of("explain"))
        self.query_one(TitleLine).show(self._title(), self._figures())
        self._prefetched = prefetch(state)
        if self._slices is not None:
            self._slices.resume()

    def _refine(self) -> None:
        until = monotonic() + _SLICE
        for view, location in self._prefetched:
            for pane in self.panes[: self.state.panes]:
                pane.draw_beforehand(view, location)
            if monotonic() > until:
                return
        unsettled = [view for view in self.state.views if not view.layout.settled]
        if unsettled:
            unsettled[0].layout.refine(_SLICE)
        elif self._slices is not None:
            self._slices.pause()
        self.map.renew()

    def _count(self) -> str:
        """Which difference the cursor is on, of how many."""
        walk = self.state.points
        if not self.state.subject.judged:
            return self._hit().rstrip()
        at = walk.number_at(self.state.cursor)
        return f"{self._hit()}{'–' if at is None else at + 1}/{len(walk)} ≠"

    def _hit(self) -> str:
        """Which mention of a name the cursor is on, of how many; the search line says that of hits itself."""
        hits = self.state.hits
        if len(hits) < 2 or self.search.display:
            return ""
        at = hits.number_at(self.state.cursor)
        return f"{'–' if at is None else at + 1}/{len(hits)} •   "

    def _title(self) -> str:
        state = self.state
        others = len(state.order) - (len(state.columns) if not state.is_stacked else len(state.order))
        if len(state.order) == 1:
            return ""
        parts = ["reading view" if state.shows == "reading" else "aligned view"]
        if others > 0 and state.panes < len(state.order):
            parts.append(f"{others} more {'article' if others == 1 else 'articles'}: {self.key_of('next_articles')}")
        if state.order.base != state.order.articles[0]:
            parts.append(f"base {letter(state.order.base)}")
        if state.options.only:
            parts.append(f"only what is {state.options.only}")
        if self.options.min_severity == 1:
            parts.append("shades count")
        if state.options.folding:
            parts.append("folded")
        if state.points.kinds:
            parts.append(f"only {', '.join(sorted(state.points.kinds))} ≠")
        if not state.options.synchronized:
            parts.append("each pane for itself")
        return " · ".join(parts)

    def _figures(self) -> str:
        comparison = self.state.subject.comparison
        if not self.state.subject.ready:
            return f"{self._step} …" if not self.problem else ""
        if self.consultation.is_under_way:
            return f"{self.consultation.step} … {self.key_of('consult')} gives up"
        if len(comparison.articles) == 1:
            return "1 article, read alone"
        return f"{len(comparison.articles)} articles · {counted(self.state.subject, possible=self.state.points.possible)}"

    # Comparing -------------------------------------------------------------------------------------------------------------------------

    def start_comparing(self) -> None:
        """Compare in a thread; what an earlier request brings is thrown away."""
        self.generation += 1
        self.problem = ""
        self._compare(self.generation, self.articles, self.options)

    def action_reload(self) -> None:
        if self.problem:  # what failed once is tried again
            self.start_comparing()
            self.draw()
        super().action_reload()

    @work(thread=True, exclusive=True, group="comparison", exit_on_error=False)
    def _compare(self, generation: int, articles: tuple[Article, ...], options: Options) -> None:
        worker = get_current_worker()
        from compare.views.marks import marks
        from tui.comparing import comparisons
        from tui.worker_process import Broken, NotWanted

        def tell(step: str) -> None:
            self.post_message(self.Underway(generation, step))

        def announce(line: str) -> None:
            self.post_message(self.Announced(generation, f"Second reader: {line}"))

        try:
            for comparison in comparisons(articles, options, lambda: worker.is_cancelled, tell, announce):
                subject = Subject(comparison, marks)
                self.state.prepare(subject)
                self.prepare_brief(subject)
                if worker.is_cancelled:
                    return
                self.post_message(self.Compared(generation, subject))
        except NotWanted:
            return
        except Broken as error:
            self.post_message(self.Compared(generation, None, f"The comparison broke off: {error}. {self.key_of('reload')} tries again"))
        except NewsdiffError as error:
            self.post_message(self.Compared(generation, None, str(error)))
        except Exception as error:  # the reader goes on with the texts alone, and says why
            self.post_message(self.Compared(generation, None, f"The comparison failed: {type(error).__name__}: {error}"))

    # The second reader ------------------------------------------------------------------------------------------------------------------

    def step_back(self) -> bool:
        """Call off what is under way before anything is closed: joining, the second reader; then what lies open; then what hides or lights."""
        if self.pinning.stop_joining():
            return True
        if self.consultation.is_under_way:
            self.action_consult()
            return True
        return self.search.step_back() or super().step_back() or self._show_all()

    def _show_all(self) -> bool:
        """Lift the filters; False where there are none."""
        state = self.state
        if state.options.only is not None:
            state.show_only(state.options.only)
        elif state.points.kinds is not None:
            state.points.only(None)
            self.fill_sidebar()
        else:
            return False
        self.lay_out()
        return True

    def action_consult(self) -> None:
        """Ask the second reader beside all else; while it is asked, give up."""
        if self.consultation.cancel():
            self.say("The second reader isn't asked any more")
        elif not self.state.subject.judged:
            self.say("The comparison isn't ready yet" if not self.state.subject.ready else "That needs two articles or more")
        elif (choice := at_hand()) is None:
            self.say(NOT_SET_UP)
        else:
            self.consultation.begin(self.articles, self.options, choice)
        self.draw()

    def _consulted(self, comparison: Comparison) -> None:
        """In the worker's thread: the comparison with what a second reader names is laid out and takes the place of that without."""
        from compare.views.marks import marks

        subject = Subject(comparison, marks)
        self.state.prepare(subject)
        self.prepare_brief(subject)
        self.post_message(self.Compared(self.generation, subject))

    def on_consultation_told(self, message: Consultation.Told) -> None:
        if self.consultation.heard(message):
            if message.how in {"said", "trouble"}:
                self.say(f"Second reader: {message.line}", "error" if message.how == "trouble" else "information")
            self.query_one(TitleLine).show(self._title(), self._figures())
            self.tell_brief()

    def on_compare_screen_underway(self, message: Underway) -> None:
        if message.generation == self.generation and not self.state.subject.ready:
            self._step = message.step
            self.query_one(TitleLine).show(self._title(), self._figures())

    def on_compare_screen_announced(self, message: Announced) -> None:
        if message.generation == self.generation:
            self.say(message.line)

    def on_compare_screen_compared(self, message: Compared) -> None:
        if message.generation != self.generation:
            return
        if message.subject is None:
            self.problem = message.problem
            self.say(message.problem, "error")
        else:
            self.state.adopt(message.subject)
            self.fill_sidebar()
            self.search.look_again()
            if self._is_large:
                collector.stays()
        self.lay_out()
        self.refresh_bindings()
        self.annotations.load()
        self.pinning.tell_of_pins()
        self.arrived()
