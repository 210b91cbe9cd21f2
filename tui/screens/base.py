"""What all screens of the reader have in common: a line with the title, the keys, a way back, and the ways to the other screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import events, work
from textual.actions import SkipAction
from textual.screen import Screen
from textual.worker import get_current_worker

from tui import keymap
from tui.keymap import ScreenName
from tui.messages import Do, Menu, Renewed, Say
from tui.screens.closing import ClosesOnce

if TYPE_CHECKING:
    from textual.selection import Selection
    from textual.widget import Widget

    from compare.model import Article, Options, Place
    from tui.screens.watching import Watch


_RIGHT = 3
"""The number of the right mouse button."""


class Actor(Protocol):
    """A screen, or a part of one, that does actions of the key table: by its methods ``action_…``."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done right now."""


class ReaderScreen(ClosesOnce, Screen[None]):
    """A screen that knows its name in the key table, from which its footer, its help and its palette are made.

    A subclass sets ``KEYS`` and ``BINDINGS = [*bindings_for(KEYS)]``, and yields a :class:`~tui.screens.chrome.TitleLine` and a
    :class:`~tui.screens.chrome.KeyLine` around its content. ``check_action`` says what can be done right now: what can't is left out of
    footer and palette.
    """

    KEYS: ClassVar[ScreenName]

    articles: tuple[Article, ...] = ()
    options: Options
    _watch: Watch | None = None

    def key_of(self, action: str) -> str:
        """The key of an action, the user's own if there is one, as texts on the screen name it."""
        return keymap.shown_of(action, getattr(self.app, "chosen_keys", None))

    def actor(self, action: str) -> Actor | None:
        """Who does an action on this screen; None where nobody does."""
        return self if hasattr(self, f"action_{action}") else None

    @property
    def handy(self) -> Mapping[str, str]:
        """Actions that are worth a place in the footer just now, before all others, with the word or two that they are called now."""
        return {}

    @property
    def has_way_back(self) -> bool:
        """Whether Esc leads to another screen; from the first one it leaves the program."""
        stack = self.app.screen_stack
        below = stack[: stack.index(self)] if self in stack else ()  # it may be drawn once more after it was closed
        return any(isinstance(screen, ReaderScreen) for screen in below)

    def step_back(self) -> bool:
        """Close what lies open on this screen (a sidebar, a search line); False when there is nothing, so that the screen itself goes."""
        return False

    def taken(self) -> tuple[Article, ...]:
        """The articles that this screen is about: those that the tables and an export are made of."""
        return self.articles

    def here(self) -> Place | None:
        """The sentence under the cursor, as one of :meth:`taken`'s articles; None where there is none."""
        return None

    def go_to(self, place: Place) -> None:
        """Show a sentence of :meth:`taken`; a screen without sentences opens their comparison for that."""
        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.taken(), self.options), None)
        self.app.call_after_refresh(self._arrive, place)

    def _arrive(self, place: Place) -> None:
        screen = self.app.screen
        if isinstance(screen, ReaderScreen) and screen.KEYS == "compare":  # unless somebody has gone on meanwhile
            screen.go_to(place)

    def enough(self) -> bool:
        """Whether there is something to compare; says so if not."""
        if len(self.taken()) > 1:
            return True
        self.post_message(Say("That needs two articles or more"))
        return False

    def on_click(self, event: events.Click) -> None:
        """The right button opens a menu at the pointer."""
        if event.button == _RIGHT:
            self.post_message(Menu(event.screen_x, event.screen_y))

    def validate_selections(self, selections: dict[Widget, Selection]) -> dict[Widget, Selection]:
        """Nothing is selected but stretches of text: where Textual selects a whole widget (by a second click), it would copy the widget's name."""
        return {widget: selection for widget, selection in selections.items() if selection.start is not None and selection.end is not None}

    def key_escape(self, event: events.Key) -> None:
        """Esc first lets go what is selected; the next one goes back. A comparison that was opened directly it doesn't leave by mistake."""
        if self.selections:
            self.clear_selection()
            event.stop()
        elif self.KEYS == "compare" and not self.has_way_back:
            event.stop()
            if not self.step_back():
                self.post_message(Say(f"{self.key_of('leave')} leaves newsdiff; {self.key_of('brief')} shows the brief"))

    def action_copy_text(self) -> None:
        """Textual's own name for copying what is selected; says that it did."""
        selected = self.get_selected_text()
        if not selected:
            raise SkipAction
        self.app.copy_to_clipboard(selected)
        self.post_message(Say("Copied the selection"))

    def passes_on(self, action: str) -> bool:
        """Whether this screen has no articles of its own (a page, a list); then it closes, and the one under it does the action."""
        if self.KEYS not in {"page", "list", "picker"} or not self.has_way_back:
            return False
        if self.is_current:  # the second of two quick keys finds it closed
            self.dismiss(None)
            self.app.post_message(Do(action))
        return True

    # The other screens ---------------------------------------------------------------------------------------------------------------

    def action_brief(self) -> None:
        if not self.passes_on("brief") and self.enough():
            from tui.screens.brief import BriefScreen

            self.app.push_screen(BriefScreen(self.taken(), self.options, self.go_to))

    def action_coverage(self) -> None:
        if not self.passes_on("coverage") and self.enough():
            from tui.screens.coverage import CoverageScreen

            self.app.push_screen(CoverageScreen(self.taken(), self.options, self.go_to, self.here()))

    def action_facts(self) -> None:
        if not self.passes_on("facts") and self.enough():
            from tui.screens.facts import FactsScreen

            self.app.push_screen(FactsScreen(self.taken(), self.options))

    def action_likeness(self) -> None:
        if not self.passes_on("likeness") and self.enough():
            from tui.screens.likeness import LikenessScreen

            self.app.push_screen(LikenessScreen(self.taken(), self.options, at=self.here()))

    def action_matrix(self) -> None:
        if not self.passes_on("matrix") and self.enough():
            from tui.screens.matrix import MatrixScreen

            self.app.push_screen(MatrixScreen(self.taken(), self.options, self.go_to, self.here()))

    def article_here(self) -> Article | None:
        """The article under the cursor, or the first; None where there is none."""
        place, articles = self.here(), self.taken()
        return articles[place.article if place is not None else 0] if articles else None

    def action_details(self) -> None:
        article = self.article_here()
        if article is not None:
            from tui.screens.details import DetailsScreen

            self.app.push_screen(DetailsScreen(article))

    def action_open(self) -> None:
        from tui.screens.picker import PickerScreen

        self.app.push_screen(PickerScreen(self.take_in))

    def action_reload(self) -> None:
        from tui.screens.watching import addresses_of, read_again

        articles = self.all_articles()
        addresses = addresses_of(articles)
        if addresses:
            self.post_message(Say(f"Asking {addresses[0] if len(addresses) == 1 else f'{len(addresses)} addresses'} …"))
            self._fetch_again(articles)
        else:
            self._read_again(articles, *read_again(articles))

    @work(thread=True, exclusive=True, group="reload", exit_on_error=False)
    def _fetch_again(self, articles: tuple[Article, ...]) -> None:
        """Ask the servers away from the keys."""
        from compare.progress import silent
        from tui.screens.watching import fetched_again

        worker = get_current_worker()
        found = fetched_again(articles, silent)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._read_again, articles, *found)

    def _read_again(self, before: tuple[Article, ...], articles: tuple[Article, ...], problems: list[str], changed: int) -> None:
        from tui.screens.watching import summed_up, told

        if before != self.all_articles():  # somebody has changed the list meanwhile
            fresh = dict(zip(before, articles, strict=True))
            articles = tuple(fresh.get(article, article) for article in self.all_articles())
        for problem in summed_up(problems, "articles that can't be fetched; their old texts are kept"):
            self.post_message(Say(problem, "warning"))
        self.post_message(Say(told(changed)))
        if changed:
            self.renew_articles(articles)
            self.post_message(Renewed(articles))

    def watch_files(self) -> None:
        """Look from now on whether the articles' files change, and offer to read them again."""
        from tui.screens.watching import INTERVAL, Watch

        watch = Watch()
        watch.begin(self.all_articles())
        self._watch = watch
        self.set_interval(INTERVAL, self._look_at_files)

    def _look_at_files(self) -> None:
        from tui.screens.watching import summed_up

        if self._watch is not None and self.is_active:
            for line in summed_up(self._watch.news(self.key_of("reload")), "files have changed or were removed"):
                self.post_message(Say(line, "warning"))

    def all_articles(self) -> tuple[Article, ...]:
        """All articles that this screen holds."""
        return self.articles

    def take_in(self, articles: Sequence[Article]) -> None:
        """Take in articles that were opened from within."""

    def take_over(self, message: Renewed) -> None:
        """Take the texts that the screen above has read again."""
        held = self.all_articles()
        renewed = message.taken_over(held)
        if renewed != held:
            self.renew_articles(renewed)

    def renew_articles(self, articles: Sequence[Article]) -> None:
        """Go on with these in place of :meth:`all_articles`, each in its place."""

    def action_export(self) -> None:
        from tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.taken(), self.options))
