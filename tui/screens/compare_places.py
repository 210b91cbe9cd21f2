"""The Compare screen and the other screens: going to a place that one of them asks for, another base, shades counted or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from compare.model import Article, Options, Place, letter

if TYPE_CHECKING:
    from tui.screens.compare_keys import CompareKeys
    from tui.screens.lists import Item

    Base = CompareKeys
else:
    Base = object


class ComparePlaces(Base):
    """What leads into the comparison from elsewhere."""

    articles: tuple[Article, ...]
    options: Options
    _wanted: Place | None = None

    def start_comparing(self) -> None:
        """Compare anew."""
        raise NotImplementedError

    def here(self) -> Place | None:
        return self.state.cursor if self.state.subject.ready else None

    def go_to(self, place: Place) -> None:
        """Show a sentence; one that is asked for before the comparison is there waits for it."""
        state = self.state
        if not state.subject.ready:
            self._wanted = place
            return
        state.history.leave(state.cursor)
        if place.article not in state.columns:
            state.move.bring(place.article)
        state.move.to(place, jump=True)
        self.lay_out()

    def arrived(self) -> None:
        """The comparison is there: go where somebody wanted to go meanwhile."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.state.subject.ready:
            self.go_to(wanted)

    def take_in(self, articles: Sequence[Article]) -> None:
        """Compare these as well; the screen is made anew for them, and looks at the same place in the same way."""
        from tui.screens.compare import CompareScreen

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

    def action_jumps(self) -> None:
        """List the places that were left by a jump, the last first."""
        from tui.screens.lists import ListScreen

        self.app.push_screen(ListScreen("Places you have been", self._jumps, "You haven't jumped yet"))

    def _jumps(self) -> list[Item]:
        from tui.screens.lists import Item

        comparison = self.state.subject.comparison
        return [
            Item("·", f"{letter(place.article)}{place.sentence + 1}", comparison.sentence(place).text, "", partial(self.go_to, place))
            for place in dict.fromkeys(reversed(self.state.history.past))
        ]

    def action_make_base(self) -> None:
        """Compare the others with the article under the cursor, which comes first."""
        state = self.state
        article = state.cursor.article
        if not state.subject.ready or article == state.order.base:
            self.say("This article is the base already" if state.subject.ready else "The comparison isn't ready yet")
            return
        self.options = replace(self.options, base=article)
        state.put_first(article)
        self.lay_out()
        self.start_comparing()
        self.say("This article is the base now")

    def action_shades(self) -> None:
        """Let shades make a sentence divergent, or only what misleads."""
        if not self.state.subject.ready:
            self.say("The comparison isn't ready yet")
            return
        usual = Options().min_severity
        counted = self.options.min_severity > 1
        self.options = replace(self.options, min_severity=1 if counted else usual)
        self.start_comparing()
        self.say("Shades count now: a sentence with a slight difference is divergent too" if counted else "Only what misleads counts")
