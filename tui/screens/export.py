"""Writing the comparison into a file: where to, and whether what is there may go."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from compare.errors import NewsdiffError
from compare.model import Article, Options
from tui import keymap
from tui.comparing import compared
from tui.keymap import ScreenName, bindings_for
from tui.messages import Say
from tui.screens.asking import offers
from tui.screens.closing import ClosesOnce

_UNNAMED = "newsdiff.html"


class ExportScreen(ClosesOnce, ModalScreen[None]):
    """One line for the file; its ending says the format. Enter writes; where a file is already there, a second Enter replaces it."""

    KEYS: ClassVar[ScreenName] = "prompt"
    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("prompt"), *bindings_for("app", namespace="app.")]

    class Named(Message):
        """The worker has found a name for the file."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Written(Message):
        """The worker is done: ``path`` is the file, and ``problem`` what is missing in it; or ``problem`` says in one line why there is none."""

        def __init__(self, path: Path | None, problem: str = "") -> None:
            super().__init__()
            self.path = path
            self.problem = problem

    def __init__(self, articles: Sequence[Article], options: Options) -> None:
        super().__init__()
        self._articles = tuple(articles)
        self._options = options
        self._replacing: Path | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        with Vertical(id="prompt"):
            yield Static(id="prompt-question", markup=False)
            yield Input(_UNNAMED, id="prompt-input", select_on_focus=False)
            yield Static(id="prompt-note", markup=False)

    def on_mount(self) -> None:
        box = self.query_one("#prompt")
        box.border_title = "Export"
        box.border_subtitle = offers(self, "writes")
        count = len(self._articles)
        self.query_one("#prompt-question", Static).update(
            Content(f"Write the comparison of {count} articles to a file" if count > 1 else "Write the article to a file")
        )
        self.query_one(Input).focus()
        self._note()
        self._propose()

    @work(thread=True, exit_on_error=False)
    def _propose(self) -> None:
        """Offer a name that tells the story, unless one is being typed already."""
        from compare.export.file_names import file_stem

        self.post_message(self.Named(f"{file_stem(self._articles)}.html"))

    def on_export_screen_named(self, message: Named) -> None:
        field = self.query_one(Input)
        if field.value == _UNNAMED:
            field.value = message.name
            field.cursor_position = len(message.name)

    @property
    def path(self) -> Path | None:
        """The whole path that is asked for; None where nothing is, a home that nobody has, or a folder that is gone under our feet."""
        typed = self.query_one(Input).value.strip()
        try:
            path = Path(typed).expanduser()
            return (path if path.is_absolute() else Path.cwd() / path) if typed else None
        except (OSError, RuntimeError):
            return None

    @on(Input.Changed)
    def _note(self) -> None:
        self._replacing = None
        self._say(f"{self.path or ''}\nhtml, json, md, csv or txt, by the ending".strip())

    def _say(self, text: str, *, alarming: bool = False) -> None:
        note = self.query_one("#prompt-note", Static)
        note.update(Content("\n".join(map(_printable, text.split("\n")))))
        note.set_class(alarming, "alarming")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_submit()

    def action_submit(self) -> None:
        path = self.path
        if self._busy:
            return
        if path is None:
            self._say("There is no such folder: write the full path of a file", alarming=True)
            return
        if _is_there(path) and self._replacing != path:
            self._replacing = path
            back = keymap.shown_of("back", getattr(self.app, "chosen_keys", None))
            self._say(f"{path} already exists: Enter again replaces it, {back} keeps it", alarming=True)
            return
        self._busy = True
        self._say(f"Writing {path} …")
        self._write(path)

    @work(thread=True, exit_on_error=False)
    def _write(self, path: Path) -> None:
        try:
            from compare.export import write
            from tui.store.notes import with_notes
            from tui.store.pins import files

            comparison, missing = with_notes(compared(self._articles, self._options))
            write(comparison, path, inputs=files(self._articles))
        except NewsdiffError as error:
            self.post_message(self.Written(None, str(error)))
        except Exception as error:  # the reader goes on, whatever goes wrong in an export
            self.post_message(self.Written(None, f"the export failed: {type(error).__name__}: {error}"))
        else:
            self.post_message(self.Written(path, missing))

    @on(Written)
    def _written(self, event: Written) -> None:
        self._busy = False
        if event.path is None:
            self._say(event.problem, alarming=True)
            return
        self.app.post_message(Say(f"Written: {_printable(str(event.path))}"))
        if event.problem:
            self.app.post_message(Say(f"Without your notes: {event.problem}", "warning"))
        self.dismiss(None)


def _is_there(path: Path) -> bool:
    """Whether there is something that would be replaced; a name that the system refuses is none, and writing says why."""
    return os.path.exists(path) and not os.path.isdir(path)  # noqa: PTH110, PTH112 (pathlib raises where a name is too long)


def _printable(text: str) -> str:
    """A path as it may be shown: one line, no control characters."""
    from compare.reading.cleaning import inert

    return " ".join(inert(text).split())
