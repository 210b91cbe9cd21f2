"""The Compare screen's search line: it lights all hits while one types; Enter goes to the first, n and N to the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from compare.errors import NewsdiffError
from tui.keymap import BY_ID, bindings_for
from tui.screens.finding import MOST, Span, Wanted, find_in_time
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tui.screens.compare_sidebar import CompareSidebar

    Base = CompareSidebar
else:
    Base = object


_HOW = {name: BY_ID[name].label for name in ("search_case", "search_words", "search_regex")}
_FOUND = {name: BY_ID[name].label for name in ("search_next", "search_previous")}
_BESIDE = {"counterpart": "go there", "search": "filter"}
"""What the footer offers first: while one types, while something is lit, and while the keys are a sidebar's."""


class SearchField(OneLine):
    """A field that leaves keys with alt to the search line: most terminals send them as Esc and a letter, which a field would take as text."""

    def on_key(self, event: events.Key) -> None:
        if event.key.startswith("alt+"):
            event.prevent_default()


class SearchLine(Horizontal, inherit_bindings=False):
    """What is looked for, how, and how often it was found."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("search")]

    class Asked(Message):
        """Something else is looked for."""

        def __init__(self, wanted: Wanted) -> None:
            super().__init__()
            self.wanted = wanted

    class Accepted(Message):
        """Enter: go to the first hit."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self.wanted = Wanted("")

    def compose(self) -> ComposeResult:
        yield Static("/", id="search-sign", markup=False)
        yield SearchField(placeholder="search in all the articles; Enter goes to the first hit", id="search-input", select_on_focus=False)
        yield Static("", id="search-state", markup=False)

    def on_mount(self) -> None:
        self.display = False

    @property
    def field(self) -> Input:
        return self.query_one(Input)

    def show(self, found: str, *, alarming: bool = False) -> None:
        """Say how often it was found; the ways of looking stand before it."""
        if not self.display:
            return
        ways = [(self.wanted.case, "Aa"), (self.wanted.words, "word"), (self.wanted.regex, ".*")]
        shown = [Content.styled(f"{name} ", "bold $nd-key") for chosen, name in ways if chosen]
        content = Content("").join([*shown, Content.styled(found, "$nd-bad" if alarming else "$nd-muted")])
        state = self.query_one("#search-state", Static)
        width = min(cell_len(content.plain) + 1, max(0, self.app.size.width - 12))
        if state.size.width != width:  # to set it lays out the whole screen
            state.styles.width = width
        state.update(content)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._ask(self.wanted._replace(text=event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def action_search_case(self) -> None:
        self._ask(self.wanted._replace(case=not self.wanted.case))

    def action_search_words(self) -> None:
        self._ask(self.wanted._replace(words=not self.wanted.words))

    def action_search_regex(self) -> None:
        self._ask(self.wanted._replace(regex=not self.wanted.regex))

    def _ask(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.post_message(self.Asked(wanted))


class CompareSearch(Base):
    """Searching on the Compare screen."""

    class Found(Message):
        """A worker has looked through the texts."""

        def __init__(self, wanted: Wanted, spans: Sequence[Span], problem: str = "") -> None:
            super().__init__()
            self.wanted = wanted
            self.spans = spans
            self.problem = problem

    _going = False

    @property
    def search(self) -> SearchLine:
        return self.query_one(SearchLine)

    @property
    def handy(self) -> Mapping[str, str]:
        if self.focused is not None and self.focused.id == "search-input":
            return _HOW
        if self.focused is not None and self.focused.id == "sidebar-rows":
            return _BESIDE
        return _FOUND if len(self.state.hits.spans) > 1 else {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types into a field, the key of the search is only a letter."""
        return action != "search" or not isinstance(self.focused, Input)

    def action_search(self) -> None:
        """Open the search line; in a sidebar, its filter. What stood there gives way to what is typed now, unless one moves in it first."""
        if self.sidebar.has_keys:
            self.sidebar.ask_filter()
            return
        self.search.display = True
        self.search.field.focus()
        self.search.field.action_select_all()
        self.lay_out()

    def step_back(self) -> bool:
        """Close the search line and what it lit, before anything else."""
        if self.search.display:
            self.search.display = False
            self.set_focus(None)
            self.search.field.value = ""
            self.look_for([])
            self.lay_out()
            return True
        return super().step_back()

    def on_search_line_asked(self, event: SearchLine.Asked) -> None:
        if self.search.display:
            self._going = False
            self._search(event.wanted)

    def on_search_line_accepted(self) -> None:
        self.set_focus(None)
        self._going = True
        self._search(self.search.wanted)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, wanted: Wanted) -> None:
        from tui.worker_process import NotWanted

        worker = get_current_worker()
        texts = [analysis.article.text for analysis in self.state.subject.comparison.articles]
        try:
            message = self.Found(wanted, find_in_time(texts, wanted, lambda: worker.is_cancelled))
        except NotWanted:
            return
        except NewsdiffError as error:
            message = self.Found(wanted, [], str(error))
        if not worker.is_cancelled:
            self.post_message(message)

    def on_compare_search_found(self, message: Found) -> None:
        if message.wanted != self.search.wanted or not self.search.display:
            return
        if (tuple(message.spans), "hit") != (
            self.state.hits.spans,
            self.state.hits.look,
        ):  # found twice, as one typed on quickly: one stays where one is
            self.look_for(message.spans)
        if self._going and message.spans:
            self.state.next_hit(1)
            self.show_moved()
        self._going = False
        if message.problem:
            self.search.show(message.problem, alarming=True)
        else:
            self.tell_hits()

    def search_again(self) -> None:
        """Look for the same in texts that may have changed."""
        if self.search.display and self.search.wanted.text.strip():
            self._search(self.search.wanted)

    def tell_hits(self) -> None:
        """Say which hit the cursor is on, of how many."""
        count, at = len(self.state.hits.spans), self.state.hits.number_at(self.state.cursor)
        many = f"{MOST} and more" if count >= MOST else str(count)
        if not self.search.wanted.text.strip():
            self.search.show("")
        elif not count:
            self.search.show("nothing found", alarming=True)
        else:
            self.search.show(many if at is None else f"{at + 1}/{many}")

    def action_search_next(self) -> None:
        super().action_search_next()
        self.tell_hits()

    def action_search_previous(self) -> None:
        super().action_search_previous()
        self.tell_hits()
