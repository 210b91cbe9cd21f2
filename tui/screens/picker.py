"""Opening more articles from within: a folder's files, walked by keys or the mouse, and a line for a path or an address."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from glob import glob
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from compare.errors import NewsdiffError
from compare.model import Article
from compare.reading import articles_in, format_of, read_all
from compare.reading.cleaning import inert, shown_path
from compare.reading.fetching import is_address
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.messages import Say
from tui.paths import absolute
from tui.screens.chrome import KeyLine, TitleLine, fit
from tui.screens.filtering import FilteredScreen
from tui.screens.listing import plain
from tui.screens.rows import Line, RowKeys, RowList
from tui.widgets.filter_field import FilterField

MOST = 5000
"""Entries of a folder that are shown; more would be found by their name in the line."""


def _matching(pattern: Path) -> list[Path]:
    """The files that a pattern stands for (``news/*.txt``), as a shell would give them; none where it is the name of a file or matches nothing."""
    if os.path.lexists(pattern):
        return []
    return [Path(found) for found in sorted(glob(os.fspath(pattern), recursive=True)) if os.path.isfile(found)][:MOST]  # noqa: PTH113, PTH207 (names that pathlib refuses)


class PickerScreen(RowKeys, FilteredScreen):
    """Space chooses files, Enter opens those chosen or the one under the cursor; typing into the line filters, or names a path."""

    KEYS: ClassVar[ScreenName] = "picker"
    CSS_PATH = "tables.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("picker")]

    class Opened(Message):
        """What could be read, and a line for each source that couldn't."""

        def __init__(self, articles: Sequence[Article], problems: Sequence[str]) -> None:
            super().__init__()
            self.articles = articles
            self.problems = problems

    class Underway(Message):
        """How far the fetching of addresses is."""

        def __init__(self, how: str) -> None:
            super().__init__()
            self.how = how

    def __init__(self, take: Callable[[Sequence[Article]], None], folder: Path | None = None) -> None:
        super().__init__()
        self._take = take
        self._folder = folder or absolute(".")
        self._all: list[Path] = []
        self._folders: set[Path] = set()
        self._shown: list[Path] = []
        self._chosen: list[Path] = []
        self._wanted = ""

    def compose(self) -> ComposeResult:
        yield TitleLine("Open")
        yield RowList(self._draw, id="picker-rows", empty="Nothing here that newsdiff can read")
        yield FilterField("part of a name, a path, a pattern such as ../*.txt, or web addresses", id="table-filter")
        yield KeyLine()

    def on_mount(self) -> None:
        self.rows.focus()
        self._enter(self._folder)

    @property
    def rows(self) -> RowList:
        return self.query_one("#picker-rows", RowList)

    @property
    def _current(self) -> Path | None:
        return self._shown[self.rows.cursor] if self.rows.cursor < len(self._shown) else None

    def _enter(self, folder: Path) -> None:
        try:
            found = [path for path in folder.iterdir() if not path.name.startswith(".")][:MOST]
        except OSError as error:
            self.post_message(Say(f"{shown_path(folder)}: {inert(error.strerror or str(error))}", "error"))
            return
        folders = sorted((path for path in found if path.is_dir()), key=lambda path: plain(path.name))
        files = sorted((path for path in found if path.is_file() and format_of(path.name)), key=lambda path: plain(path.name))
        self._folder = folder
        self._all, self._folders = [*folders, *files], set(folders)
        self.query_one(Input).value = self._wanted = ""
        self.rows.cursor = 0
        self._renew()

    def _renew(self) -> None:
        words = plain(self._wanted).split()
        self._shown = [path for path in self._all if all(word in plain(path.name) for word in words)]
        chosen = f"{len(self._chosen)} selected" if self._chosen else ""
        self.query_one(TitleLine).show(f"Open  {shown_path(self._folder)}", chosen)
        self.rows.show(len(self._shown), empty=self._opens() if words else "Nothing here that newsdiff can read")

    def _opens(self) -> str:
        """What Enter does with what is typed, where no file here has that in its name."""
        addresses = self._wanted.split() if is_address(self._wanted.strip()) else []
        what = "this path" if not addresses else "this address" if len(addresses) == 1 else f"these {len(addresses)} addresses"
        return f"Enter opens {what}"

    def _draw(self, row: int, width: int) -> Sequence[Line]:
        path, variables = self._shown[row], self.app.theme_variables
        is_folder = path in self._folders
        mark = "●" if path in self._chosen else "▸" if is_folder else "○"
        style = themes.style("heading" if is_folder else "text", variables)
        return [[(f"{mark} ", themes.style("key", variables)), (fit(shown_path(path.name) + ("/" if is_folder else ""), width - 3), style)]]

    # Keys ------------------------------------------------------------------------------------------------------------------------------

    def action_select(self) -> None:
        path = self._current
        if path is None:
            return
        if path in self._chosen:
            self._chosen.remove(path)
        else:
            self._chosen.append(path)
        self._renew()
        self.rows.move(1)

    def action_choose(self) -> None:
        path = self._current
        if self._chosen:
            self._open(self._chosen)
        elif path is not None and path.is_dir():
            self._enter(path)
        elif path is not None:
            self._open([path])

    def _open(self, paths: Sequence[Path | str]) -> None:
        self.query_one(TitleLine).show("Open", "reading …")
        self._read(tuple(paths))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self, paths: Sequence[Path | str]) -> None:
        """Read files, whole folders and addresses, away from the keys; what can't be read gets a line, and the rest is taken."""
        articles: list[Article] = []
        problems: list[str] = []
        addresses = [path for path in paths if isinstance(path, str) and is_address(path)]
        if addresses:
            from tui.fetching import opened

            found = opened(addresses, self._progress)
            articles.extend(found.articles)
            problems.extend([*found.problems, *found.notices])
        for path in (each for each in paths if each not in addresses):
            try:
                names = articles_in(path) if isinstance(path, Path) and path.is_dir() else (os.fspath(path),)
            except NewsdiffError as error:
                problems.append(str(error))
                continue
            for name in names:
                try:
                    reading = read_all(name)
                    articles.extend(reading.articles)
                    problems.extend(reading.problems)
                except NewsdiffError as error:
                    problems.append(str(error))
        self.post_message(self.Opened(articles, problems))

    def _progress(self, what: str, done: int, of: int) -> None:
        self.post_message(self.Underway(f"{what.lower()}, {done} of {of} …"))

    @on(Underway)
    def _tell_progress(self, event: Underway) -> None:
        if self.is_current:
            self.query_one(TitleLine).show("Open", event.how)

    def on_paste(self, event: events.Paste) -> None:
        """Addresses can be pasted without opening the line first."""
        pasted = " ".join(event.text.split())
        field = self.query_one(FilterField)
        if is_address(pasted) and self.focused is not field:
            field.open()
            field.value = pasted

    @on(Opened)
    def _opened(self, event: Opened) -> None:
        for problem in event.problems:
            self.post_message(Say(problem, "error"))
        if event.articles and self.is_current:
            self.dismiss(None)
            self._take(event.articles)
        else:
            self._renew()

    def action_right(self) -> None:
        path = self._current
        if path in self._folders:
            self._enter(path)

    def action_left(self) -> None:
        self.action_parent()

    def action_parent(self) -> None:
        below = self._folder
        self._enter(below.parent)
        if below in self._shown:
            self.rows.cursor = self._shown.index(below)

    def narrow(self, typed: str) -> None:
        self._wanted = typed
        self._renew()

    def submit_filter(self, typed: str) -> None:
        typed = typed.strip()
        if is_address(typed):
            self._open(typed.split())
            return
        if typed and not self._shown:
            try:
                path = self._folder / Path(typed).expanduser()
                if path.is_dir():
                    self._enter(path)
                else:
                    self._open(_matching(path) or [path])
            except (OSError, RuntimeError, ValueError) as error:
                self.post_message(Say(inert(str(error)), "error"))
            return
        super().submit_filter(typed)

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        if event.times > 1:
            self.action_choose()
        elif event.column < 2:
            self.action_select()
