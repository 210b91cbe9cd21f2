"""The brief: the first page of a comparison. What it says is made in ``compare.views.brief``, how it is set in ``tui.layout.brief``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from compare.model import Article, Comparison, Options, Place, Point
from compare.model.place import OURS
from compare.views.brief import Brief, brief
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.layout.brief import STRIP, BriefPage, counted
from tui.layout.subject import Subject
from tui.messages import Say
from tui.screens.chrome import KeyLine, TitleLine, fit
from tui.screens.dismissing import Dismissing
from tui.screens.paged import PagedScreen
from tui.screens.rows import Line, RowList
from tui.screens.tables import TableScreen
from tui.second_reader import Choice, at_hand
from tui.state.undo import UndoStack

if TYPE_CHECKING:
    from tui.screens.compare_brief import CompareBrief

GoToPoint = Callable[[int], None]


class BriefScreen(PagedScreen[BriefPage]):
    """Verdict, outlets, points, what each leaves out. ``go_to_point`` shows a point (its index in the comparison) in the panes."""

    KEYS: ClassVar[ScreenName] = "brief"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("brief")]
    HEADING = "Brief"
    NOTE_LINES = 2

    def __init__(
        self,
        articles: Sequence[Article],
        options: Options,
        go: Callable[[Place], None] | None = None,
        go_to_point: GoToPoint | None = None,
        made: tuple[Comparison, Brief] | None = None,
        under: CompareBrief | None = None,
    ) -> None:
        super().__init__(articles, options, go)
        self._go_to_point = go_to_point
        self._under = under
        self.possible = under is not None and under.state.points.possible
        self._made = made
        self._begun = False
        self._choice: Choice | None = None
        self.dismissing = Dismissing(self, UndoStack(), self._compare_anew) if under is None else under.dismissing

    def compose(self) -> ComposeResult:
        yield TitleLine(self.HEADING, "comparing …")
        yield RowList(self._row, id="table-rows", empty="Comparing …")
        yield Static(id="table-note", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._choice = at_hand()
        self.rows.focus()
        if self._made is None:
            self._compare()
        else:
            self.take(*self._made)

    def take(self, comparison: Comparison, made: Brief) -> None:
        """Show a comparison whose brief is made already; the cursor stays where it is if there was one before."""
        self._made = comparison, made
        if not self.query(RowList):  # there is nothing to show it in yet
            return
        self.comparison = comparison
        self.page = BriefPage(comparison, made, possible=self.possible)
        self.renew()

    def prepare(self, comparison: Comparison) -> None:
        self._made = comparison, brief(comparison)

    @on(TableScreen.Ready)
    def _ready(self, event: TableScreen.Ready) -> None:
        event.prevent_default()
        self.problem = event.problem
        if event.comparison is not None and self._made is not None:
            self.take(*self._made)
        else:
            self.renew(empty=event.problem)

    def renew(self, empty: str | None = None) -> None:
        page = self.page
        if page is None:
            self.rows.show(0, empty=empty)
        else:
            page.spread(max(1, self.rows.size.width - 1), self.rows.size.height)
            self.rows.show(len(page.rows), measure=page.height, title=page.is_title)
            if not self._begun and self.rows.size.height:
                self._begun = True
                self.rows.cursor = page.begin(max(1, self.rows.size.width - 1), self.rows.size.height)
        self.tell()

    def tell(self) -> None:
        ready = self.comparison is not None
        self.query_one(TitleLine).show(self.HEADING, self.figures() if ready else "" if self.problem else f"{self._step} …")
        self.query_one("#table-note", Static).update(self.fitted(self.note()) if ready else "")
        self.refresh_bindings()

    # What the table asks for -------------------------------------------------------------------------------------------------------------

    def _row(self, row: int, width: int) -> Sequence[Line]:
        assert self.page is not None
        variables = self.app.theme_variables
        return [
            [(word.text, themes.style(word.look, variables)) for word in line]  # type: ignore[arg-type]
            for line in self.page.lines(row, width)
        ]

    def figures(self) -> str:
        assert self.comparison is not None
        if self._under is not None and self._under.consultation.is_under_way:
            return f"{self._under.consultation.step} … {self.key_of('consult')} gives up"
        return f"{len(self.articles)} articles · {counted(Subject(self.comparison), possible=self.possible)}"

    def note(self) -> str:
        """What the point under the cursor is about, in a sentence; elsewhere what the strips show."""
        page = self.page
        assert page is not None
        row = page.rows[self.row]
        if row.kind == "point":
            point = page.cards[row.number].point
            by = f" So says {point.by}, a model." if point.by != OURS else ""
            sure = f" Only possible: {point.confidence:.0%} sure." if row.number >= len(page.brief.cards) else ""
            return " ".join(f"{point.explanation}{by}{sure}".split())
        gone = sum(point.dismissed is not None for point in page.comparison.points)
        dismissed = f"   × {gone} not a difference, as you judged" if gone else ""
        return f"{STRIP['divergent']} conflict   {STRIP['unique']} only here   {STRIP['shared']} shared{dismissed}"

    @property
    def handy(self) -> Mapping[str, str]:
        """What is less sure, and the second reader as long as it hasn't been asked."""
        page = self.page
        if page is None:
            return {}
        count = len(page.brief.possible)
        said: dict[str, str] = {"dismiss_point": "not a difference"} if self.point is not None else {}
        said |= {"possible": "only what is certain" if self.possible else f"possible ({count})"} if count else {}
        if self._choice is not None and page.comparison.second_reading is None and self._under is not None:
            said["consult"] = "give up" if self._under.consultation.is_under_way else f"ask {fit(self._choice.name, 20)}"
        return said

    def action_possible(self) -> None:
        if self.page is None or self._made is None:
            return
        if not self.page.brief.possible:
            self.post_message(Say("No point is only possible"))
            return
        self.possible = not self.possible
        self.take(*self._made)

    @property
    def point(self) -> Point | None:
        """The point under the cursor."""
        page = self.page
        row = page.rows[self.row] if page is not None else None
        return page.cards[row.number].point if page is not None and row is not None and row.kind == "point" else None

    def action_dismiss_point(self) -> None:
        """Judge that the point under the cursor is no difference."""
        if self.comparison is not None:
            self.dismissing.ask(self.comparison, self.point)

    def action_undo(self) -> None:
        self.dismissing.undo()

    def _compare_anew(self) -> None:
        self._compare()

    def step_back(self) -> bool:
        """Call the second reader off while it is asked, before the brief is closed."""
        if self._under is not None and self._under.consultation.is_under_way:
            self.action_consult()
            return True
        return super().step_back()

    def action_consult(self) -> None:
        if self._under is None:
            self.post_message(Say("The second reader is asked from the comparison: open it first"))
            return
        self._under.consultation.action_consult()
        self.tell()

    def place(self) -> Place | None:
        return self.page.rows[self.row].place if self.page is not None else None

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        event.prevent_default()
        if event.times > 1:
            self.action_choose()

    def action_choose(self) -> None:
        page = self.page
        if page is None:
            return
        row = page.rows[self.row]
        if row.kind == "point" and self._go_to_point is not None:
            number = page.cards[row.number].number
            self.dismiss(None)
            self._go_to_point(number)
        else:
            super().action_choose()
