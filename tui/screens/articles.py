"""The first screen: the articles, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.worker import get_current_worker

from compare.errors import NewsdiffError
from compare.model import Article, Options, letter
from tui.comparing import Fact, facts
from tui.keymap import ScreenName, bindings_for
from tui.messages import Do, Say
from tui.screens.chrome import KeyLine, TitleLine, amount, fit
from tui.screens.filtering import FilteredScreen
from tui.screens.listing import ORDERS, Entry, Listing, draw_row
from tui.screens.preview import Preview
from tui.screens.rows import Line, RowList
from tui.widgets.filter_field import FilterField
from tui.worker_process import NotWanted

_COMPARES = Style.from_meta({"@click": "screen.compare"})
"""Makes a text one that can be clicked."""
_OFTEN = 0.1
"""Seconds between two looks of the list at what its worker has found."""


class ArticlesScreen(FilteredScreen):
    """The articles with what is known about them; choosing two or more leads to their comparison."""

    KEYS: ClassVar[ScreenName] = "articles"
    CSS_PATH = "articles.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("articles")]

    class Learnt(Message):
        """A worker has read or compared some articles. ``generation`` tells answers to an old question from those to the last."""

        def __init__(self, generation: int, learnt: Sequence[Fact]) -> None:
            super().__init__()
            self.generation = generation
            self.learnt = learnt

    def __init__(self, articles: Sequence[Article], options: Options) -> None:
        super().__init__()
        self.options = options
        self.listing = Listing.of(articles)
        self._shown: tuple[int, ...] = ()
        self._generation = 0
        self._waiting = False

    def compose(self) -> ComposeResult:
        yield TitleLine()
        with Container(id="articles-body"):
            with Vertical(id="articles-list"):
                yield RowList(self._draw, row_height=2, id="articles-rows")
                yield FilterField("show only what contains this text", id="articles-filter")
            yield Preview(id="articles-preview")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#articles-preview").border_title = "Preview"
        self.rows.focus()
        self._change(self.listing)
        # The first picture comes before anything is computed.
        self.call_after_refresh(self._compute)
        self.watch_files()

    # What is shown ---------------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> RowList:
        return self.query_one("#articles-rows", RowList)

    @property
    def preview(self) -> Preview:
        return self.query_one(Preview)

    @property
    def current(self) -> int | None:
        """The entry under the cursor."""
        return self._shown[self.rows.cursor] if self.rows.cursor < len(self._shown) else None

    def _draw(self, row: int, width: int) -> Sequence[Line]:
        return draw_row(self.listing, self._shown[row], width, self.rows.row_height, self.app.theme_variables)

    def _change(self, listing: Listing, *, keep: int | None = None) -> None:
        """Show another state of the list, with the cursor on the entry ``keep``, by default the one that it is on."""
        under = self.current if keep is None else keep
        based_anew = listing.base != self.listing.base
        self.listing = listing
        self._shown = listing.shown
        rows = self.rows
        nothing = f"Nothing matches; {self.key_of('back')} shows all again"
        empty = nothing if listing.entries else f"No articles yet: press {self.key_of('open')} to open a file or a folder"
        rows.show(len(self._shown), row_height=self._row_height(), empty=empty)
        if under in self._shown:
            rows.cursor = self._shown.index(under)
        self._tell()
        self.refresh_bindings()
        if based_anew:
            self._compute()

    def _row_height(self) -> int:
        height = self.rows.size.height
        if height >= 3 * len(self._shown):
            return 3
        return 1 if height < 6 else 2

    def _tell(self) -> None:
        """Titles, hint and preview."""
        listing, count = self.listing, len(self.listing.entries)
        chosen = f" · {len(listing.chosen)} selected" if listing.chosen else ""
        of = f"{len(self._shown)} of " if listing.filter else ""
        self.query_one(TitleLine).show("", f"{of}{amount(count, 'article')}{chosen}")
        panel = self.query_one("#articles-list")
        panel.border_title = "Articles" + ("" if listing.order == "as given" else f" by {listing.order}")
        hint = Content(self._hint())
        panel.border_subtitle = hint.stylize(_COMPARES) if len(listing.chosen) > 1 else hint
        current = self.current
        base = listing.base
        called = "" if base is None or current == base else letter(0) if listing.chosen else fit(listing.entries[base].outlet, 24)
        self.preview.show(listing.entries[current] if current is not None else None, called)

    def _hint(self) -> str:
        match len(self.listing.chosen):
            case 0:
                return f"select two or more with {self._chooser}" if len(self.listing.entries) > 1 else ""
            case 1:
                return "select another to compare A with"
            case 2:
                return f"{self.key_of('compare')} compares A and B"
            case count:
                return f"{self.key_of('compare')} compares A to {letter(count - 1)}"

    @property
    def _chooser(self) -> str:
        key = self.key_of("select")
        return "the space bar" if key == "Space" else key

    @on(RowList.Resized, "#articles-rows")
    def _resized(self) -> None:
        self.rows.show(len(self._shown), row_height=self._row_height())

    @on(RowList.Moved, "#articles-rows")
    def _moved(self) -> None:
        self._tell()
        self.preview.go_to_top()

    @on(RowList.Clicked, "#articles-rows")
    def _clicked(self, event: RowList.Clicked) -> None:
        if event.times > 1:
            self.post_message(Do("compare"))
        elif event.column < 5 and (current := self.current) is not None:
            self._change(self.listing.choose(current))

    # What is computed --------------------------------------------------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        if self._waiting:
            self._learn_on()

    def on_screen_suspend(self) -> None:
        # Under another screen there is nobody to see it: what is computed there comes first.
        if not self._waiting:
            self.workers.cancel_group(self, "learn")
            self._waiting = True

    def _compute(self) -> None:
        """Compute all figures anew."""
        self._generation += 1
        self.listing = self.listing.with_entries([replace(entry, pair=None) for entry in self.listing.entries])
        self.rows.show(len(self._shown))
        self._learn_on()

    def _learn_on(self) -> None:
        """Compute the figures that aren't there yet."""
        self._waiting = self.app.screen is not self
        base = self.listing.base
        if base is not None and not self._waiting:
            self._learn(self._generation, self.all_articles(), self.listing.entries[base].article)

    @work(thread=True, exclusive=True, group="learn", exit_on_error=False)
    def _learn(self, generation: int, articles: tuple[Article, ...], base: Article) -> None:
        """Read all articles, then compare each with the base; what is there goes to the list a few times a second."""
        worker = get_current_worker()
        learnt: list[Fact] = []
        told = monotonic()
        with suppress(NotWanted, NewsdiffError):  # without figures the list serves as well
            for fact in facts(articles, base, self.options, lambda: worker.is_cancelled):
                learnt.append(fact)
                if monotonic() - told > _OFTEN:
                    self.post_message(self.Learnt(generation, learnt))
                    learnt, told = [], monotonic()
        if learnt and not worker.is_cancelled:
            self.post_message(self.Learnt(generation, learnt))

    @on(Learnt)
    def _learnt(self, event: Learnt) -> None:
        if event.generation == self._generation:
            self._change(self.listing.learn(event.learnt))

    # What can be done --------------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        count = len(self.listing.entries)
        if action in {"select", "select_all", "filter", "sort", "remove", "make_base", "details"}:
            return count > 0
        if action == "compare":
            return count > 0
        if action in {"coverage", "likeness", "matrix", "export"}:
            return count > 1
        return True

    def action_select(self) -> None:
        if (current := self.current) is not None:
            self._change(self.listing.choose(current))
            self.rows.move(1)

    def action_select_all(self) -> None:
        self._change(self.listing.choose_all())

    def action_make_base(self) -> None:
        if (current := self.current) is not None:
            self._change(self.listing.rebase(current))

    def action_remove(self) -> None:
        if (current := self.current) is not None:
            self._change(self.listing.without(current), keep=-1)

    def action_sort(self) -> None:
        order = ORDERS[(ORDERS.index(self.listing.order) + 1) % len(ORDERS)]
        self._change(self.listing.sorted_by(order))

    def narrow(self, typed: str) -> None:
        self._change(self.listing.filtered(typed))

    def taken(self) -> tuple[Article, ...]:
        """The articles to work on: those chosen, or all where fewer than two are."""
        listing = self.listing
        indexes = listing.chosen if len(listing.chosen) > 1 else range(len(listing.entries))
        return tuple(listing.entries[index].article for index in indexes)

    def article_here(self) -> Article | None:
        return self.listing.entries[self.current].article if self.current is not None else None

    def all_articles(self) -> tuple[Article, ...]:
        return tuple(entry.article for entry in self.listing.entries)

    def take_in(self, articles: Sequence[Article]) -> None:
        known = {(article.origin, article.sha256) for article in self.all_articles()}
        fresh = [Entry(article) for article in articles if (article.origin, article.sha256) not in known]
        if not fresh:
            self.post_message(Say("Already on the list"))
            return
        first = len(self.listing.entries)
        self._change(self.listing.with_entries([*self.listing.entries, *fresh]), keep=first)
        self._began_anew()

    def renew_articles(self, articles: Sequence[Article]) -> None:
        self._change(self.listing.with_entries([Entry(article) for article in articles]))
        self._began_anew()

    def _began_anew(self) -> None:
        if self._watch is not None:
            self._watch.begin(self.all_articles())
        self._compute()

    def action_compare(self) -> None:
        listing, current = self.listing, self.current
        indexes = listing.chosen or ((current,) if current is not None else ())
        if not indexes:
            return
        if len(indexes) == 1 and len(listing.entries) > 1 and listing.chosen:
            self.post_message(Say(f"Choose at least one more article with {self._chooser}, then press {self.key_of('compare')}"))
            return
        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen([listing.entries[index].article for index in indexes], self.options))

    # Moving ------------------------------------------------------------------------------------------------------------------------

    def action_cursor_down(self) -> None:
        self._move(1)

    def action_cursor_up(self) -> None:
        self._move(-1)

    def action_page_down(self) -> None:
        self._move(self.rows.page, pages=1)

    def action_page_up(self) -> None:
        self._move(-self.rows.page, pages=-1)

    def action_first(self) -> None:
        self._move(-len(self._shown), pages=-1000)

    def action_last(self) -> None:
        self._move(len(self._shown), pages=1000)

    def _move(self, by: int, pages: int = 0) -> None:
        if self.focused is self.preview:
            self.preview.scroll_relative(y=pages * self.preview.size.height or by, animate=False)
        else:
            self.rows.move(by)

    def action_half_page_down(self) -> None:
        self.preview.scroll_relative(y=max(1, self.preview.size.height // 2), animate=False)

    def action_half_page_up(self) -> None:
        self.preview.scroll_relative(y=-max(1, self.preview.size.height // 2), animate=False)

    def action_next_pane(self) -> None:
        self.set_focus(self.rows if self.focused is self.preview or not self.preview.display else self.preview)

    def action_left(self) -> None:
        self.set_focus(self.rows)

    def action_right(self) -> None:
        if self.preview.display:
            self.set_focus(self.preview)

    def action_previous_pane(self) -> None:
        self.action_next_pane()
