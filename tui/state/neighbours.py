"""Which sentence lies beside the cursor's: level with it in another pane, linked to it, next in the one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Place
from tui.layout.counterparts import counterpart_in
from tui.layout.subject import Subject

if TYPE_CHECKING:
    from tui.state.order import ArticleOrder
    from tui.state.windows import Windows


class Neighbours:
    """Asks; moves nothing."""

    def __init__(self, subject: Subject, windows: Windows, order: ArticleOrder) -> None:
        self._subject = subject
        self._comparison = subject.comparison
        self._windows = windows
        self._order = order

    def counterpart(self, place: Place) -> Place | None:
        """As against which sentence the words of another are marked: the base's; for the base that of the pane last visited, or of the first
        where that one isn't on the screen any more.
        """
        order, columns = self._order, self._windows.columns
        wanted = order.base
        if place.article == wanted:
            wanted = next((shown for shown in (order.companion, *columns) if shown in columns and shown != order.base), order.companion)
        found = self._comparison.counterpart(place, wanted)
        if found is None:
            links = self._comparison.links_of(place)
            found = links[0].other(place) if links else None
        return found

    def level(self, place: Place, article: int) -> Place:
        """The sentence of another article that is linked to this one, or else level with it by the links around it."""
        found = self._comparison.counterpart(place, article)
        if found is not None:
            return found
        if not self._subject.ready:
            return Place(article, 0)
        position = self._windows.follower.ladder(place.article, article).across(float(place.sentence))
        last = len(self._comparison.articles[article].sentences) - 1
        return Place(article, max(0, min(int(position), last)))

    def across(self, place: Place) -> Place | None:
        """What a sentence is linked to in the next article that has something, those on the screen first."""
        order, columns = self._order.articles, self._windows.columns
        here = order.index(place.article)
        turned = [order[(here + step) % len(order)] for step in range(1, len(order))]
        near = [article for article in turned if article in columns] + [article for article in turned if article not in columns]
        found = (counterpart_in(self._comparison, place, article) for article in near)
        return next((other for other in found if other is not None), None)

    def turned(self, place: Place, by: int) -> Place:
        """The level sentence of the next article in the order (``by`` 1), or of the previous (-1), around the end."""
        order = self._order.articles
        return self.level(place, order[(order.index(place.article) + by) % len(order)])

    def sideways(self, place: Place, by: int) -> Place | None:
        """The level sentence of the pane on the right (``by`` 1) or left (-1); None at the edge, or where that pane has no sentence to show."""
        if self._windows.arrangement.stacked:
            return self._next_outlet(place, by)
        order, columns = self._order.articles, self._windows.columns
        if self._windows.panes == 1:
            here = order.index(place.article) + by
            return self.level(place, order[here]) if 0 <= here < len(order) else None
        pane = (self._windows.pane_of(place.article) or 0) + by
        if not 0 <= pane < len(columns):
            return None
        found = self.in_pane(place, pane)
        return None if found == place else found

    def in_pane(self, place: Place, pane: int) -> Place:
        """The sentence of another pane that is level with this one: its counterpart, or what stands on the same line; itself where there is none."""
        found = self._comparison.counterpart(place, self._windows.columns[pane])
        view, column = self._windows.window(pane)
        if found is not None and found in view.grid.seats:
            return found
        if self._windows.shows == "aligned" and place in view.grid.seats:
            return view.grid.nearest(view.grid.seats[place].row, column) or place
        own, _column = self._windows.of(place.article)
        lines = own.lines_of(place)
        at = min(max(own.line_of(lines[0]) if lines else 0, 0), view.height - 1)
        return view.grid.nearest(view.moved(view.top, at).row, column) or place

    def _next_outlet(self, place: Place, by: int) -> Place | None:
        """In the one column the next sentence that is another outlet's, or stands in another row."""
        view, _column = self._windows.of(place.article)
        if place not in view.grid.seats:
            return None
        row = view.grid.seats[place].row
        found = view.grid.step(place, by)
        while found != place and found.article == place.article and view.grid.seats[found].row == row:
            further = view.grid.step(found, by)
            if further == found:
                return None
            found = further
        return None if found == place else found
