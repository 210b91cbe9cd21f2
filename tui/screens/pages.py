"""Pages of text that are only read: the keys of a screen, and what the marks mean. Both are made from the tables that the program runs on."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui import keymap, themes
from tui.keymap import Action, ScreenName, bindings_for
from tui.screens.chrome import KeyLine, TitleLine
from tui.screens.filtering import FilteredScreen
from tui.screens.listing import plain
from tui.screens.rows import Line
from tui.widgets.filter_field import FilterField

_ONE_COLUMN = 50
"""Below this many cells a key's description stands under it."""


class Page(ScrollView, inherit_bindings=False, can_focus=True):
    """Lines that are made anew for each width."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = "Page { height: 1fr; padding: 0 1; overflow-x: hidden; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.virtual_size = Size(0, len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        ground = self.rich_style
        row = y + self.scroll_offset.y
        line = self._lines[row] if row < len(self._lines) else ()
        return Strip([Segment(text, ground + style if style else ground) for text, style in line]).adjust_cell_length(width, ground)


class PageScreen(FilteredScreen):
    """A page of text that scrolls."""

    KEYS: ClassVar[ScreenName] = "page"
    CSS_PATH = "tables.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("page")]
    HEADING = ""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: tuple[str, ...] = ()
        """The words that what is shown must have in it."""

    def compose(self) -> ComposeResult:
        yield TitleLine(self.HEADING)
        yield Page()
        yield FilterField("show only what contains this text", id="table-filter")
        yield KeyLine()

    @abstractmethod
    def lines(self, width: int, variables: Mapping[str, str]) -> list[Line]:
        """The page for so many cells."""

    @property
    def page(self) -> Page:
        return self.query_one(Page)

    def on_mount(self) -> None:
        self.page.focus()
        self.renew()

    def on_resize(self) -> None:
        self.renew()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_mounted:
            self.renew()

    def renew(self) -> None:
        lines = self.lines(max(16, self.size.width - 3), self.app.theme_variables)
        self.page.show(lines or [[(_NOTHING, themes.style("muted", self.app.theme_variables))]])
        self.page.scroll_home(animate=False)

    def has_wanted(self, text: str) -> bool:
        """Whether a text has all the words that are looked for."""
        told = plain(text)
        return all(word in told for word in self.wanted)

    @property
    def filtered(self) -> Widget:
        return self.page

    def narrow(self, typed: str) -> None:
        self.wanted = tuple(plain(typed).split())
        self.renew()

    def _scroll(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)

    def action_cursor_down(self) -> None:
        self._scroll(1)

    def action_cursor_up(self) -> None:
        self._scroll(-1)

    def action_page_down(self) -> None:
        self._scroll(max(1, self.page.size.height - 1))

    def action_page_up(self) -> None:
        self._scroll(-max(1, self.page.size.height - 1))

    def action_half_page_down(self) -> None:
        self._scroll(max(1, self.page.size.height // 2))

    def action_half_page_up(self) -> None:
        self._scroll(-max(1, self.page.size.height // 2))

    def action_first(self) -> None:
        self.page.scroll_home(animate=False)

    def action_last(self) -> None:
        self.page.scroll_end(animate=False)


class HelpScreen(PageScreen):
    """All keys of one screen, by what one wants to do, with the user's own keys where there are any; the five that suffice come first."""

    def __init__(self, about: ScreenName, chosen: keymap.Keys) -> None:
        super().__init__()
        self._about: ScreenName = about
        self._chosen = chosen
        self.HEADING = f"Keys: {keymap.SCREEN_TITLES[about]}"

    def lines(self, width: int, variables: Mapping[str, str]) -> list[Line]:
        actions = keymap.actions_for(self._about)
        first = [action for name in keymap.FIRST for action in actions if action.id == name]
        groups: list[tuple[str, list[Action]]] = [(_FIRST, first)] if len(first) > 2 and not self.wanted else []
        for group, title in keymap.GROUPS.items():
            groups.append((title, [action for action in actions if action.group == group and self._is_wanted(action)]))
        shown = {action.id: "  ".join(keymap.shown_key(each) for each in keymap.keys_of(action, self._chosen)) for action in actions}
        column = min(max(map(cell_len, shown.values())) + 2, max(8, width // 3))
        lines: list[Line] = []
        for title, grouped in groups:
            if grouped:
                lines += [[("", None)], [(title, themes.style("heading", variables))]]
                for action in grouped:
                    lines += _key(action, shown[action.id], column, width, variables)
        if not self.wanted:
            lines += [[("", None)], *([(line, themes.style("muted", variables))] for line in wrap(_MOUSE, width))]
        return lines[1:]

    def _is_wanted(self, action: Action) -> bool:
        keys = keymap.keys_of(action, self._chosen)
        return self.has_wanted(
            f"{' '.join(keys)} {' '.join(map(keymap.shown_key, keys))} {action.label} {action.description} {keymap.GROUPS[action.group]}"
        )


def _key(action: Action, pressed: str, column: int, width: int, variables: Mapping[str, str]) -> list[Line]:
    """An action with its keys, in two columns or, where there is little room, one under the other."""
    key, text = themes.style("key", variables), themes.style("text", variables)
    if width < _ONE_COLUMN:
        return [[("  ", None), (pressed, key)], *([("    ", None), (part, text)] for part in wrap(action.description, width - 4))]
    described = wrap(action.description, width - column - 2)
    first: Line = [("  ", None), (pressed, key), (" " * max(1, column - cell_len(pressed)), None), (described[0], text)]
    return [first, *([(" " * (column + 2), None), (more, text)] for more in described[1:])]


_FIRST = "Five keys suffice"
_NOTHING = "Nothing matches"
_MOUSE = (
    "The mouse works, too: click a line to go there, click it twice to open it (a sentence: to select it), drag over text to select it, "
    "click the keys in the footer, turn the wheel, drag the map. "
    "The right button opens a menu at the pointer; a click on newsdiff at the top left lists all actions."
)


class LegendScreen(PageScreen):
    """What the signs, colours and attributes mean, each drawn as it is drawn elsewhere."""

    HEADING = "What the marks mean"

    def lines(self, width: int, variables: Mapping[str, str]) -> list[Line]:
        text, head = themes.style("text", variables), themes.style("heading", variables)
        lines: list[Line] = []
        for heading, entries in LEGEND:
            wanted = [entry for entry in entries if self.has_wanted(f"{heading} {entry[0]} {entry[2]}")]
            lines += [[("", None)], [(heading, head)]] if wanted else []
            for sample, name, meaning in wanted:
                style = themes.style(name, variables)
                described = wrap(meaning, max(8, width - _SAMPLE - 4))
                lines.append([("  ", None), (sample, style), (" " * (_SAMPLE - cell_len(sample)), None), (described[0], text)])
                lines += [[(" " * (_SAMPLE + 2), None), (more, text)] for more in described[1:]]
        return lines[1:]


LEGEND: tuple[tuple[str, tuple[tuple[str, themes.StyleName, str], ...]], ...] = (
    (
        "A sentence",
        (
            (
                f"{themes.SIGNS['shared']} shared",
                "shared",
                "Another article says it too, with no difference of substance, however it is worded.",
            ),
            (f"{themes.PART_SIGN} in part", "shared", "Another article has only part of it."),
            (
                f"{themes.SIGNS['divergent']} divergent",
                "divergent",
                "Another article speaks about it, too, but a reader of only one would believe something else.",
            ),
            (f"{themes.SIGNS['unique']} unique", "unique", "None of the other compared articles says any of it."),
        ),
    ),
    (
        "Words of the current sentence, compared with its counterpart",
        (
            ("the same", "same", "The same words."),
            ("reworded", "reworded", "Other words with the same meaning."),
            ("conflicting", "conflicting", "Part of a difference: a different figure, name, quotation, office, hedge …"),
            ("only here", "only", "Not in the counterpart."),
            ("explained", "told", "All sides of the point that the lens at the bottom shows."),
        ),
    ),
    (
        "Differences",
        (
            ("●●●", "divergent", "A fact or a quotation is altered."),
            ("●●", "divergent", "A reader of only one article is misled."),
            ("●", "divergent", "A shade: worth a look, but misleads nobody. It makes nothing divergent unless shades are counted."),
            ("○○", "muted", "Only possible, or said by a second reader: it marks no sentence as divergent."),
        ),
    ),
    (
        "Beside a sentence",
        (
            ("NYT", "outlet-1", "An outlet, in three to six letters (A, B … where none is known), everywhere in the same hue."),
            ("┃", "key", "The cursor."),
            ("│", "muted", "What the sentence under the cursor is linked to."),
            ("↕", "muted", "Moved: the other article has it in another place."),
            ("·", "muted", "The article has nothing on this."),
            ("↑ NYT 4", "muted", "The article tells of it further up (↓: down), out of sight; a click goes there."),
            ("12 only in … ▸", "muted", "This many sentences are folded here; Enter or a click opens them, Enter again closes them."),
            ("⋯", "muted", "Hidden by a filter, or folded."),
            ("◆", "key", "A bookmark of yours."),
            ("✎", "key", "A note of yours."),
            ("✓", "key", "You have reviewed it."),
        ),
    ),
    (
        "The map at the edge",
        (
            ("┃", "muted", "The part that the window shows."),
            ("█", "divergent", "Something divergent here."),
            ("▌", "unique", "Something unique, nothing divergent."),
            ("┆", "shared", "Shared in part at most."),
            ("│", "shared", "All shared."),
            ("•", "key", "A search hit, or a mention of the highlighted name."),
            ("◆ ✎", "key", "A bookmark or a note of yours."),
        ),
    ),
    (
        "Coverage, names and quotations",
        (
            ("●", "shared", "The article carries the passage."),
            ("◐", "shared", "It carries a part of it."),
            ("○", "bad", "It says nothing of what at least two others carry (of two articles, the other one)."),
            ("+", "unique", "Only this article says it, or names them."),
            ("= ≈ ≠ ~ ·", "text", "A quotation elsewhere: verbatim, trimmed, altered, paraphrased (without quotation marks), absent."),
        ),
    ),
    (
        "Elsewhere",
        (
            ("a hit", "hit", "Search hits; the current one is bold."),
            ("a name", "entity", "A mention of the name chosen in the sidebar."),
            ("━━━╸──", "unique", "How much of an article, by words, is in sentences that the base also has."),
        ),
    ),
)
"""Headings, and under each (a sample, its style, what it means)."""

_SAMPLE = max(cell_len(sample) for _, entries in LEGEND for sample, _, _ in entries) + 1
"""Cells of a sample, with the gap after it."""
