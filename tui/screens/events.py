"""The events of an archive, to choose from: the first screen over a folder that ``newsdiff events`` wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from compare.archive.shelf import Shelf
from compare.errors import NewsdiffError
from tui.keymap import ScreenName, bindings_for
from tui.messages import Do, Say
from tui.screens.chrome import KeyLine, TitleLine, amount
from tui.screens.event_listing import ONE_LINE, ORDERS, EventListing, described, draw_event
from tui.screens.filtering import FilteredScreen
from tui.screens.rows import Line, RowKeys, RowList
from tui.widgets.filter_field import FilterField

if TYPE_CHECKING:
    from compare.archive.shelf import Event, Member, Point
    from compare.model import Article, Options


class About(VerticalScroll, inherit_bindings=False):
    """What is known of the event under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def compose(self) -> ComposeResult:
        yield Static(id="about-text", markup=False)

    def show(self, content: Content) -> None:
        self.query_one("#about-text", Static).update(content)


class EventsScreen(RowKeys, FilteredScreen):
    """Events with their days, outlets, size and points; Enter compares one on the spot from its texts."""

    KEYS: ClassVar[ScreenName] = "events"
    CSS_PATH = "events.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("events")]

    class Read(Message):
        """The worker has read an event's articles and points, or can't, which ``problem`` says."""

        def __init__(self, event: str, members: Sequence[Member], points: Sequence[Point], problem: str = "") -> None:
            super().__init__()
            self.event = event
            self.members = members
            self.points = points
            self.problem = problem

    class Headlines(Message):
        """The worker has read all headlines."""

        def __init__(self, shelf: Shelf, headlines: Mapping[str, str]) -> None:
            super().__init__()
            self.shelf = shelf
            self.headlines = headlines

    def __init__(self, shelf: Shelf, options: Options) -> None:
        super().__init__()
        self.options = options
        self.shelf = shelf
        self.listing = EventListing.of(shelf.events, shelf.outlets())
        self._shown: tuple[int, ...] = self.listing.shown
        self._texts: tuple[str, tuple[Article, ...]] = ("", ())

    def compose(self) -> ComposeResult:
        yield TitleLine()
        with Container(id="events-body"):
            with Vertical(id="events-list"):
                yield RowList(self._draw, row_height=2, id="events-rows")
                yield FilterField("words of headlines, outlets, a day as 2012-08", id="events-filter")
            yield About(id="events-about")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(About).border_title = "Event"
        self.rows.focus()
        self._change(self.listing)
        if self.shelf.status:
            self.post_message(Say(self.shelf.status, "warning"))
        self.call_after_refresh(self._read_headlines, self.shelf)

    # What is shown ---------------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> RowList:
        return self.query_one("#events-rows", RowList)

    @property
    def current(self) -> Event | None:
        """The event under the cursor."""
        cursor = self.rows.cursor
        return self.listing.events[self._shown[cursor]] if cursor < len(self._shown) else None

    def _draw(self, row: int, width: int) -> Sequence[Line]:
        return draw_event(self.listing, self._shown[row], width, self.rows.row_height, self.app.theme_variables)

    def _change(self, listing: EventListing, keep: str = "") -> None:
        """Show another state of the list, with the cursor on the same event, or on the one that ``keep`` names."""
        current = self.current
        under = keep or (current.id if current else "")
        self.listing = listing
        self._shown = listing.shown
        empty = f"Nothing matches; {self.key_of('back')} shows all again" if listing.filter else "No events"
        if listing.differing and not listing.filter:
            empty = f"No event has points; {self.key_of('only_divergent')} shows all again"
        self.rows.show(len(self._shown), row_height=self._row_height(), empty=empty)
        at = next((row for row, number in enumerate(self._shown) if listing.events[number].id == under), None)
        if at is not None:
            self.rows.cursor = at
        self._tell()
        self.refresh_bindings()

    def _row_height(self) -> int:
        return 1 if self.rows.size.height < 6 or self.rows.size.width > ONE_LINE else 2

    def _tell(self) -> None:
        """Titles, and what is beside."""
        listing, count = self.listing, len(self.listing.events)
        of = f"{len(self._shown):,} of " if len(self._shown) != count else ""
        articles = sum(event.articles for event in listing.events)
        self.query_one(TitleLine).show("", f"{of}{amount(count, 'event')} · {amount(articles, 'article')}")
        panel = self.query_one("#events-list")
        panel.border_title = f"Events by {listing.order}" + (", only those that differ" if listing.differing else "")
        panel.border_subtitle = Content(self.shelf.status.partition(";")[0])
        self._look()

    def _look(self) -> None:
        """Have what is beside the list read for the event under the cursor; until it is there the one before stands."""
        about, current = self.query_one(About), self.current
        if current is None:
            about.show(Content(""))
        elif about.display:
            self._read(self.shelf, current.id)

    @on(RowList.Resized, "#events-rows")
    def _resized(self) -> None:
        self.rows.show(len(self._shown), row_height=self._row_height())
        self._look()

    @on(RowList.Moved, "#events-rows")
    def _moved(self) -> None:
        self._look()

    @on(RowList.Clicked, "#events-rows")
    def _clicked(self, event: RowList.Clicked) -> None:
        if event.times > 1:
            self.post_message(Do("choose"))

    @work(thread=True, exclusive=True, group="event", exit_on_error=False)
    def _read(self, shelf: Shelf, event: str) -> None:
        """Read who reports an event, and its points."""
        if get_current_worker().is_cancelled:  # the cursor has gone on
            return
        try:
            found = self.Read(event, shelf.members(event), shelf.points(event))
        except NewsdiffError as error:
            found = self.Read(event, (), (), str(error))
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(Read)
    def _have_read(self, message: Read) -> None:
        current = self.current
        if message.problem:
            self.post_message(Say(message.problem, "warning", once=True))
        if current is not None and current.id == message.event:
            about = self.query_one(About)
            about.show(described(self.listing, current, message.members, message.points))
            about.scroll_home(animate=False)

    @work(thread=True, exclusive=True, group="headlines", exit_on_error=False)
    def _read_headlines(self, shelf: Shelf) -> None:
        """Read all headlines, to find in: without them the list finds in its own titles."""
        try:
            self.post_message(self.Headlines(shelf, shelf.headlines()))
        except NewsdiffError as error:
            self.post_message(Say(str(error), "warning", once=True))

    @on(Headlines)
    def _have_headlines(self, message: Headlines) -> None:
        if message.shelf is self.shelf:
            listing = self.listing.with_headlines(message.headlines)
            if listing.filter:
                self._change(listing)
            else:
                self.listing = listing

    # What can be done --------------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"choose", "brief", "facts", "coverage", "likeness", "matrix", "export"}:
            return self.is_mounted and self.current is not None
        return True

    def taken(self) -> tuple[Article, ...]:
        """The articles of the event under the cursor, as they are compared; none where they can't be read, which is said."""
        current = self.current
        if current is not None and self._texts[0] != current.id:
            try:
                self._texts = (current.id, tuple(self.shelf.articles(current.id)))
            except NewsdiffError as error:
                self.post_message(Say(str(error), "warning"))
                return ()
        return self._texts[1] if current is not None else ()

    def action_choose(self) -> None:
        articles = self.taken()
        if articles:
            from tui.screens.compare import CompareScreen

            self.app.push_screen(CompareScreen(articles, self.options))

    def action_export(self) -> None:
        if self.taken():
            super().action_export()

    def action_sort(self) -> None:
        self.rows.cursor = 0  # what one sorts for stands at the top
        listing = self.listing.sorted_by(ORDERS[(ORDERS.index(self.listing.order) + 1) % len(ORDERS)])
        self._change(listing, listing.events[listing.shown[0]].id if listing.shown else "")

    def action_only_divergent(self) -> None:
        self._change(self.listing.only_differing(not self.listing.differing))

    def action_reload(self) -> None:
        """Read the folder again: a run may have gone on."""
        try:
            shelf = Shelf(self.shelf.folder.path)
        except NewsdiffError as error:
            self.post_message(Say(str(error), "warning"))
            return
        old, self.shelf, self._texts = self.listing, shelf, ("", ())
        fresh = EventListing.of(shelf.events, shelf.outlets()).sorted_by(old.order).filtered(old.filter).only_differing(old.differing)
        self._change(fresh)
        self._read_headlines(shelf)
        self.post_message(Say(shelf.status or amount(len(shelf.events), "event")))

    def narrow(self, typed: str) -> None:
        self._change(self.listing.filtered(typed))

    def action_next_pane(self) -> None:
        about = self.query_one(About)
        self.set_focus(self.rows if self.focused is about or not about.display else about)

    def action_previous_pane(self) -> None:
        self.action_next_pane()

    def _scrolled(self, by: int) -> bool:
        """Where one is in the text beside the list, the keys move that."""
        about = self.query_one(About)
        if self.focused is not about:
            return False
        about.scroll_relative(y=by, animate=False)
        return True

    def action_cursor_down(self) -> None:
        if not self._scrolled(1):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        if not self._scrolled(-1):
            super().action_cursor_up()

    def action_page_down(self) -> None:
        if not self._scrolled(self.query_one(About).size.height):
            super().action_page_down()

    def action_page_up(self) -> None:
        if not self._scrolled(-self.query_one(About).size.height):
            super().action_page_up()

    def action_half_page_down(self) -> None:
        self._half_page(1)

    def action_half_page_up(self) -> None:
        self._half_page(-1)

    def _half_page(self, by: int) -> None:
        about = self.query_one(About)
        if about.display and about.max_scroll_y:
            about.scroll_relative(y=by * max(1, about.size.height // 2), animate=False)
        else:
            self.rows.move(by * max(1, self.rows.page // 2))
