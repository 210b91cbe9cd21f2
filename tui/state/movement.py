"""The cursor and the windows around it: sentence by sentence, page by page, to another pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Place
from tui.layout.viewport import Location, Viewport
from tui.state.neighbours import Neighbours

if TYPE_CHECKING:
    from tui.layout.highlights import Highlights
    from tui.layout.subject import Subject
    from tui.state.history import History
    from tui.state.options import ViewOptions
    from tui.state.order import ArticleOrder
    from tui.state.windows import Windows


class Movement:
    """``cursor`` is the sentence that one is on; it always stands on one that the windows have."""

    def __init__(self, highlights: Highlights, windows: Windows, order: ArticleOrder, options: ViewOptions, history: History) -> None:
        self.windows = windows
        self.order = order
        self.options = options
        self.history = history
        self.cursor = Place(order.base, 0)
        self.renew(highlights)

    def renew(self, highlights: Highlights) -> None:
        """Move through another comparison from the next ``rebuild`` on."""
        self.highlights = highlights
        self.beside = Neighbours(highlights.subject, self.windows, self.order)

    @property
    def subject(self) -> Subject:
        return self.highlights.subject

    @property
    def focused(self) -> tuple[Viewport, int]:
        """The view and column with the cursor."""
        return self.windows.of(self.cursor.article)

    # Making the windows anew -----------------------------------------------------------------------------------------------------------

    def rebuild(self, *, held: int | None = None) -> None:
        """Make rows and views anew, since columns, filters, folds or the view have changed.

        The cursor stays on its line of the window, or goes to the line ``held``.
        """
        if held is None:
            held = self.windows.line_of(self.cursor)
        self.windows.rebuild(self.cursor.article)
        self._seat_cursor()
        self.highlights.against(self.beside.counterpart)
        self.windows.put(self.cursor, held)
        self.windows.follow(self.cursor)

    def _seat_cursor(self) -> None:
        """The cursor stands on a sentence that is there."""
        if self.cursor.article not in self.windows.columns:
            self.cursor = self.beside.level(self.cursor, self.windows.columns[0])
        view, _column = self.focused
        found = view.grid.beside(self.cursor)
        if found is None:
            found = next((stops[0] for each in self.windows.views for stops in each.grid.stops if stops), None)
        self.cursor = found or self.cursor

    # Moving --------------------------------------------------------------------------------------------------------------------------

    def to(self, place: Place, *, jump: bool = False, unfolds: bool = False) -> None:
        """Put the cursor on a sentence and bring it, and what it is linked to, into the windows.

        A jump lifts a filter that hides it and opens the fold that it is in; that fold alone is opened where it ``unfolds``. Else the cursor
        stops at the fold.
        """
        if jump and not self.windows.shown(place):
            self.options.only = None
            self.rebuild()
        if place.article != self.cursor.article and self.order.visited(self.cursor.article, place.article):
            self.highlights.renew()
        if place.article not in self.windows.columns:
            self.bring(place.article)
        view, _column = self.windows.of(place.article)
        if place in view.grid.behind and (jump or unfolds):
            self.unfold(place)
            view, _column = self.windows.of(place.article)
        place = view.grid.beside(place) or self.cursor
        view, _column = self.windows.of(place.article)
        self.cursor = place
        view.reveal(place, jump=jump)
        self.windows.follow(self.cursor)

    def unfold(self, place: Place) -> None:
        """Open the fold that hides a sentence, which gets the cursor and stands where the fold stood."""
        view, _column = self.windows.of(place.article)
        self.options.opened.add(place)
        self._refold(place, self.windows.line_of(view.grid.behind.get(place, place)))

    def fold(self, place: Place) -> bool:
        """Close the open fold that a sentence is in, which gets the cursor; false where it is in none."""
        hidden = self.windows.folded_with(place)
        if self.options.opened.isdisjoint(hidden):
            return False
        held = self.windows.line_of(hidden[0])
        self.options.opened.difference_update(hidden)
        self._refold(hidden[0], max(held, 0))
        return True

    def _refold(self, place: Place, held: int) -> None:
        """Make the rows of a fold anew, with the cursor on this sentence of it and on this line of the window."""
        self.windows.refold(place)
        self.cursor = place
        self.highlights.renew()
        self.windows.put(place, held)
        self.windows.follow(place)

    def bring(self, article: int) -> None:
        """Bring an article that has no pane into one."""
        if self.windows.panes == 1:
            self.cursor = self.beside.level(self.cursor, article)
        else:
            self.order.bring(article)
        self.rebuild()

    def step(self, by: int) -> None:
        """Sentences down or up; through a long sentence window by window."""
        view, _column = self.focused
        lines = view.lines_of(self.cursor)
        if lines is None or self.cursor not in view.grid.seats:
            return
        first, last = view.line_of(lines[0]), view.line_of(lines[1])
        stay = max(view.height - 2, 1)
        if by > 0 and last >= view.height and first <= 0:
            self.scroll(min(stay, last - view.height + 1), keep=True)
        elif by < 0 and first < 0:
            self.scroll(-min(stay, -first), keep=True)
        else:
            self.to(view.grid.step(self.cursor, by))

    def page(self, share: float) -> None:
        """Move cursor and window by a share of the window's height, at least a line; to the very end where the window can't move on."""
        view, column = self.focused
        by = max(1, round(abs(share) * max(view.height - 1, 1))) * (1 if share > 0 else -1)
        if not view.scroll(by):
            stops = view.grid.stops[column]
            if stops:
                self.to(stops[-1 if by > 0 else 0])
            return
        self._clamp()
        self.windows.follow_scroll(*self.focused)

    def edge(self, *, end: bool) -> None:
        """To the first or last sentence of the pane."""
        view, column = self.focused
        stops = view.grid.stops[column]
        if stops:
            self.history.leave(self.cursor)
            self.to(stops[-1 if end else 0])
            view.put(Location(len(view.layout) - 1, 0) if end else Location(0, 0), 0)
            if not view.is_visible(self.cursor):
                view.reveal(self.cursor)
            self.windows.follow(self.cursor)

    def scroll(self, by: int, *, pane: int | None = None, keep: bool = False) -> bool:
        """Scroll a pane (the focused one by default) by lines, the others after it; true if it moved.

        The cursor is taken along when it would leave the window, unless ``keep`` is set.
        """
        view, column = self.focused if pane is None else self.windows.window(pane)
        if not view.scroll(by):
            return False
        if not keep:
            self._clamp()
        self.windows.follow_scroll(view, column)
        return True

    def scroll_to(self, top: tuple[int, int]) -> None:
        """Put a row and line of the focused pane at the top of the window, the cursor with it."""
        view, column = self.focused
        view.top = Location(*top)
        view.settle()
        self._clamp()
        self.windows.follow_scroll(view, column)

    def _clamp(self) -> None:
        """Take the cursor along into the window."""
        self.cursor = self.windows.nearest_visible(self.cursor)

    def sideways(self, by: int) -> bool:
        """To the pane on the right (``by`` 1) or left (-1), level with the cursor; false at the edge, or where that pane has no sentence to show."""
        before, found = self.cursor, self.beside.sideways(self.cursor, by)
        if found is not None:
            self.to(found)
        return self.cursor != before
