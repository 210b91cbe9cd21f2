"""The search line: it lights all hits while one types; Enter goes to the first, n and N to the others."""

from __future__ import annotations

from collections.abc import Sequence
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
from tui.keymap import bindings_for
from tui.screens.finding import MOST, Span, Wanted, find_in_time
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tui.screens.part import Host


class SearchField(OneLine):
    """A field that leaves keys with alt to the search line: most terminals send them as Esc and a letter, which a field would take as text."""

    def on_key(self, event: events.Key) -> None:
        if event.key.startswith("alt+"):
            event.prevent_default()


class SearchLine(Horizontal, inherit_bindings=False):
    """What is looked for, how, and how often it was found; it looks through the texts of its host, too."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("search")]

    class Found(Message):
        """A worker has looked through the texts."""

        def __init__(self, wanted: Wanted, spans: Sequence[Span], problem: str = "") -> None:
            super().__init__()
            self.wanted = wanted
            self.spans = spans
            self.problem = problem

    def __init__(self, host: Host) -> None:
        super().__init__(id="search")
        self.host = host
        self.wanted = Wanted("")
        self._going = False

    def compose(self) -> ComposeResult:
        yield Static("/", id="search-sign", markup=False)
        yield SearchField(placeholder="search in all the articles; Enter goes to the first hit", id="search-input", select_on_focus=False)
        yield Static("", id="search-state", markup=False)

    def on_mount(self) -> None:
        self.display = False

    @property
    def field(self) -> Input:
        return self.query_one(Input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types into a field, the key of the search is only a letter."""
        return action != "search" or not isinstance(self.screen.focused, Input)

    def action_search(self) -> None:
        """Open the line. What stood there gives way to what is typed now, unless one moves in it first."""
        self.display = True
        self.field.focus()
        self.field.action_select_all()
        self.host.lay_out()

    def step_back(self) -> bool:
        """Close the line and put out what it lit; False if it was closed."""
        if not self.display:
            return False
        self.display = False
        self.screen.set_focus(None)
        self.field.value = ""
        self.host.look_for([])
        self.host.lay_out()
        return True

    # Looking ---------------------------------------------------------------------------------------------------------------------------

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._ask(self.wanted._replace(text=event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.set_focus(None)
        self._going = True
        self._search(self.wanted)

    def action_search_case(self) -> None:
        self._ask(self.wanted._replace(case=not self.wanted.case))

    def action_search_words(self) -> None:
        self._ask(self.wanted._replace(words=not self.wanted.words))

    def action_search_regex(self) -> None:
        self._ask(self.wanted._replace(regex=not self.wanted.regex))

    def _ask(self, wanted: Wanted) -> None:
        self.wanted = wanted
        if self.display:
            self._going = False
            self._search(wanted)

    def look_again(self) -> None:
        """Look for the same in texts that may have changed."""
        if self.display and self.wanted.text.strip():
            self._search(self.wanted)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, wanted: Wanted) -> None:
        from tui.worker_process import NotWanted

        worker = get_current_worker()
        texts = [analysis.article.text for analysis in self.host.state.subject.comparison.articles]
        try:
            message = self.Found(wanted, find_in_time(texts, wanted, lambda: worker.is_cancelled))
        except NotWanted:
            return
        except NewsdiffError as error:
            message = self.Found(wanted, [], str(error))
        if not worker.is_cancelled:
            self.post_message(message)

    def on_search_line_found(self, message: Found) -> None:
        message.stop()
        if message.wanted != self.wanted or not self.display:
            return
        hits = self.host.state.hits
        if (tuple(message.spans), "hit") != (hits.spans, hits.look):  # found twice, as one typed on quickly: one stays where one is
            self.host.look_for(message.spans)
        if self._going and message.spans:
            self.host.state.next_hit(1)
            self.host.draw()
        self._going = False
        if message.problem:
            self._show(message.problem, alarming=True)
        else:
            self._show_number()

    # Hits ------------------------------------------------------------------------------------------------------------------------------

    def action_search_next(self) -> None:
        self._go(1)

    def action_search_previous(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        """To the next hit (``by`` 1) or the previous (-1), also of what was not typed here."""
        if self.host.state.next_hit(by):
            self.host.draw()
        else:
            self.host.say("There is no search yet")
        self._show_number()

    def _show_number(self) -> None:
        """Say which hit the cursor is on, of how many."""
        hits = self.host.state.hits
        count, at = len(hits.spans), hits.number_at(self.host.state.cursor)
        many = f"{MOST} and more" if count >= MOST else str(count)
        if not self.wanted.text.strip():
            self._show("")
        elif not count:
            self._show("nothing found", alarming=True)
        else:
            self._show(many if at is None else f"{at + 1}/{many}")

    def _show(self, found: str, *, alarming: bool = False) -> None:
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
