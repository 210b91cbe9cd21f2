"""The Compare screen: the articles side by side. Its parts tell the state what was pressed, and it has them draw what the state then holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextvars import Context
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.widget import Widget
from textual.worker import Worker

from compare.model import Article, Options, Place
from tui import collector
from tui.keymap import BY_ID, bindings_for
from tui.layout.cells import displayed
from tui.layout.subject import Subject
from tui.messages import Say
from tui.screens.annotations import Annotations
from tui.screens.base import Actor, ReaderScreen
from tui.screens.chrome import KeyLine
from tui.screens.compare_brief import CompareBrief
from tui.screens.comparer import Comparer
from tui.screens.consultation import Consultation
from tui.screens.dismissing import Dismissing
from tui.screens.heading import Heading
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.part import Part, does
from tui.screens.pinning import Pinning
from tui.screens.search_line import SearchLine
from tui.screens.sidebars import Sidebars
from tui.screens.viewing import Viewing
from tui.state.arrangement import Area
from tui.state.compare import CompareState
from tui.state.points import Span
from tui.widgets.lens import LensView
from tui.widgets.lines import Covered
from tui.widgets.pane import Pane
from tui.widgets.sidebar import Sidebar, Tabs

_FIRST_LINES = 400
"""Lines of each text that are laid out before the first picture; the rest follows right after it."""
_LARGE = 200_000
"""Code points of all texts."""
_FORGOTTEN = 2.0
"""Seconds after which what a closed screen held is looked for: the next picture comes first."""

_HOW = {name: BY_ID[name].label for name in ("search_case", "search_words", "search_regex")}
_FOUND = {name: BY_ID[name].label for name in ("search_next", "search_previous")}
_BESIDE = {"counterpart": "go there", "search": "filter"}
"""What the footer offers first: while one types, while something is lit, and while the keys are a sidebar's."""


class CompareScreen(Covered, ReaderScreen):
    """Two or more articles (or one, read alone); their texts at once, their comparison as soon as it is there."""

    KEYS = "compare"
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("compare")]
    AUTO_FOCUS = ""

    def __init__(self, articles: Sequence[Article], options: Options | None = None) -> None:
        super().__init__()
        # It gives its parts their room itself: a class for its size would only have all of them styled anew.
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = [], []
        self.articles = tuple(articles)
        self.options = options or Options()
        self.state = CompareState(Subject.of_texts(self.articles, _FIRST_LINES), Area(80, 20, narrow=False), base=self.options.base)
        self.sidebar = Sidebar()
        self.body = Panes(self, self.sidebar)
        self.search = SearchLine(self)
        self.lens = LensView(self)
        self.sidebars = Sidebars(self, self.sidebar)
        self.comparer = Comparer(self)
        self.consultation = Consultation(self, self.comparer.take)
        self.dismissing = Dismissing(self, self.state.undo, self.start_comparing)
        self.heading = Heading(self, self.comparer, self.consultation)
        self.brief = CompareBrief(self, self.consultation, self.dismissing)
        self.annotations = Annotations(self, self.body.show_kept, self.dismissing.restore)
        self.pinning = Pinning(self)
        self._parts: tuple[Part | Widget, ...] = (
            Navigation(self, self.sidebar),
            Viewing(self),
            self.body,
            self.search,
            self.lens,
            self.sidebars,
            self.comparer,
            self.consultation,
            self.brief,
            self.annotations,
            self.pinning,
        )
        self._wanted: Place | None = None
        """Where somebody wants to go as soon as there is a comparison."""
        self._columns: tuple[object, ...] = ()
        self._laid_out_at: Size | None = None

    # The parts -------------------------------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield self.heading.line
        yield self.body
        yield self.search
        yield self.lens
        yield KeyLine()

    def actor(self, action: str) -> Actor | None:
        """A part does its own actions, the sidebar with the keys first; the screen does the others."""
        with_keys = (self.sidebar,) if self.sidebar.has_keys else ()
        return next((part for part in (*with_keys, *self._parts) if does(part, action)), super().actor(action))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        actor = self.actor(action)
        return super().check_action(action, parameters) if actor is None or actor is self else actor.check_action(action, parameters)

    @property
    def handy(self) -> Mapping[str, str]:
        if self.focused is not None and self.focused.id == "search-input":
            return _HOW
        if self.focused is not None and self.focused.id == "sidebar-rows":
            return _BESIDE
        return _FOUND if len(self.state.hits.spans) > 1 else {}

    def on_mount(self) -> None:
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

    def on_key(self, event: events.Key) -> None:
        self.brief.touched = True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.brief.touched = True

    @property
    def _is_large(self) -> bool:
        """Whether the comparison takes so much memory that the collector of cycles would be felt."""
        return sum(len(article.text) for article in self.articles) >= _LARGE

    # Drawing ---------------------------------------------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Give every part its room, from the size of the screen and what is open."""
        width, height = self.size
        if not width or not height:
            return
        crowded = height < 12
        self.heading.line.display = not crowded
        self.query_one(KeyLine).display = not crowded
        self.lens.styles.height = lines = self.lens.rows(height)
        taken = self.body.map_room(width) + self.sidebars.take_room(width, height)
        above = lines + (0 if crowded else 2) + (1 if self.search.display else 0) + 1
        self.state.resize(Area(max(width - taken, 1), max(height - above, 1), narrow=width < 80))
        self.body.show_panes()
        self._columns = self._in_panes()
        self._draw()

    def draw(self) -> None:
        """Draw what the state holds now, in other panes if a move has changed them."""
        if self._columns != self._in_panes():
            self.lay_out()
        else:
            self._draw()

    def _in_panes(self) -> tuple[object, ...]:
        return self.state.columns, self.state.shows, self.state.is_stacked

    def _draw(self) -> None:
        self.state.point_out()
        self.body.renew()
        self.lens.renew(self.comparer.problem, self.annotations.note_at(self.state.cursor), number_hits=not self.search.display)
        self.heading.renew()

    # Comparing -------------------------------------------------------------------------------------------------------------------------

    def start_comparing(self) -> None:
        self.comparer.begin()

    def in_thread(self, work: Callable[[], None], group: str) -> Worker[None]:
        return self.run_worker(work, thread=True, exclusive=True, group=group, exit_on_error=False)

    def action_reload(self) -> None:
        if self.comparer.problem:  # what failed once is tried again
            self.start_comparing()
            self.draw()
        super().action_reload()

    def on_consultation_told(self, message: Consultation.Told) -> None:
        if self.consultation.heard(message):
            if message.how in {"said", "trouble"}:
                self.say(f"Second reader: {message.line}", "error" if message.how == "trouble" else "information")
            self.heading.renew()
            self.brief.tell()

    def on_comparer_told(self, message: Comparer.Told) -> None:
        if message.generation != self.comparer.generation:
            return
        if message.how == "said":
            self.say(message.line)
        elif not self.state.subject.ready:
            self.comparer.step = message.line
            self.heading.renew()

    def on_comparer_compared(self, message: Comparer.Compared) -> None:
        if message.generation != self.comparer.generation:
            return
        if message.subject is None:
            self.comparer.problem = message.problem
            self.say(message.problem, "error")
        else:
            self.state.adopt(message.subject)
            self.sidebars.fill()
            self.search.look_again()
            if self._is_large:
                collector.stays()
        self.lay_out()
        self.refresh_bindings()
        self.annotations.load()
        self.pinning.tell_of_pins()
        if self._wanted is not None and self.state.subject.ready:
            self.go_to(self._wanted)
            self.brief.touched = True
        self._wanted = None
        self.brief.renew()

    # Going ------------------------------------------------------------------------------------------------------------------------------

    def say(self, text: str, severity: Literal["information", "warning", "error"] = "information", *, once: bool = False) -> None:
        self.post_message(Say(text, severity, once=once))

    def here(self) -> Place | None:
        return self.state.cursor if self.state.subject.ready else None

    def go_to(self, place: Place) -> None:
        """Show a sentence; one that is asked for before the comparison is there waits for it."""
        state = self.state
        if not state.subject.ready:
            self._wanted = place
            return
        state.go_to(place)
        self.lay_out()

    def look_for(self, spans: Sequence[Span], look: str = "hit") -> None:
        self.state.look_for(spans, look)
        self.draw()
        self.refresh_bindings()

    def take_in(self, articles: Sequence[Article]) -> None:
        """Compare these as well; the screen is made anew for them, and looks at the same place in the same way."""
        screen = CompareScreen([*self.articles, *articles], self.options)
        screen.state.options.take_over(self.state.options)
        if self.state.subject.ready:
            screen.go_to(self.state.cursor)
        self.app.switch_screen(screen)

    def renew_articles(self, articles: Sequence[Article]) -> None:
        """Compare the changed texts; the state keeps its place as far as the texts let it."""
        self.articles = tuple(articles)
        self.state.undo.clear()
        if self._watch is not None:
            self._watch.begin(self.articles)
        self.start_comparing()

    def step_back(self) -> bool:
        """Call off what is under way before anything is closed: joining, the second reader; then what lies open; then what hides or lights."""
        if self.pinning.stop_joining():
            return True
        if self.consultation.is_under_way:
            self.consultation.action_consult()
            return True
        if self.search.step_back() or self.sidebars.step_back() or self.lens.step_back():
            return True
        if self.state.hits.spans:
            self.look_for([])
            return True
        return self._show_all()

    def _show_all(self) -> bool:
        """Lift the filters; False where there are none."""
        state = self.state
        if state.options.only is not None:
            state.show_only(state.options.only)
        elif state.points.kinds is not None:
            state.points.only(None)
            self.sidebars.fill()
        else:
            return False
        self.lay_out()
        return True

    async def on_tabs_chosen(self, message: Tabs.Chosen) -> None:
        await self.sidebars.open(message.kind)

    def on_sidebar_chosen(self, message: Sidebar.Chosen) -> None:
        self.sidebars.choose(message)

    def action_facts(self) -> None:
        if self.enough():
            from tui.screens.facts import FactsScreen

            self.app.push_screen(FactsScreen(self.articles, self.options, self._show_fact, self.here()))

    def _show_fact(self, place: Place, values: Sequence[Span]) -> None:
        """Go to where a value of a fact stands, all values of it lit."""
        self.state.look_for(values)
        self.go_to(place)
        self.refresh_bindings()

    def action_dismiss_point(self) -> None:
        """Judge that the point under the cursor, in the texts or in the sidebar, is no difference."""
        if not self.state.subject.ready:
            self.say("The comparison isn't ready yet")
            return
        number = self.sidebar.point if self.sidebar.has_keys else self.state.point
        subject = self.state.subject
        self.dismissing.ask(subject.comparison, None if number is None else subject.point(number))

    def action_undo(self) -> None:
        self.dismissing.undo()

    def action_copy_sentence(self) -> None:
        self._copy([self.state.subject.comparison.sentence(self.state.chosen()).text], "sentence")
        self.draw()

    def action_copy_both(self) -> None:
        comparison = self.state.subject.comparison
        places = [self.state.chosen()]
        for article in self.state.order.articles:
            found = comparison.counterpart(self.state.cursor, article)
            if found is not None:
                places.append(found)
        others = {1: "sentence alone: nothing is linked to it", 2: "sentence and its counterpart"}
        self._copy([comparison.sentence(place).text for place in sorted(places)], others.get(len(places), "sentence and its counterparts"))
        self.draw()

    def _copy(self, texts: list[str], what: str) -> None:
        self.app.copy_to_clipboard("\n".join(displayed(text) for text in texts))
        self.say(f"Copied the {what}")

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What may be selected at a cell: text in a pane. A selection stays in the pane and in the article where it began."""
        begun = self._select_state.start if self._selecting and self._select_state is not None else None
        widget = begun.content_widget if begun is not None else super().get_widget_and_offset_at(x, y)[0]
        if not isinstance(widget, Pane) or not widget.is_attached:
            return None, None
        article = begun.content_offset.y if begun is not None and begun.content_offset is not None else None
        found = widget.nearest(x - widget.region.x - widget.edge, y - widget.region.y, article)
        return (None, None) if found is None else (widget, found)
