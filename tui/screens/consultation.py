"""The second reader, asked from the Compare screen: it works beside the interface, says how far it is, and can be called off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from textual.message import Message
from textual.worker import Worker, get_current_worker

from compare.errors import NewsdiffError

if TYPE_CHECKING:
    from textual.screen import Screen

    from compare.model import Article, Comparison, Options
    from tui.second_reader import Choice

How = Literal["step", "said", "end", "trouble"]

NOT_SET_UP = "No second reader is set up: url and model under [second_reader] in config.toml; see docs/second-reader.md"


class Consultation:
    """One question at a time, on behalf of a screen. ``found`` is called in the worker's thread with the comparison that came of it."""

    class Told(Message):
        """A line: how far it is (``step``), something to say meanwhile (``said``), how it ended (``end``), or why it can't be done (``trouble``)."""

        def __init__(self, line: str, how: How) -> None:
            super().__init__()
            self.line = line
            self.how = how

    def __init__(self, screen: Screen[None], found: Callable[[Comparison], None]) -> None:
        self._screen = screen
        self._found = found
        self._worker: Worker[None] | None = None
        self.step = ""
        """How far it is, in a few words; "" while nobody is asked."""

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self.step)

    def begin(self, articles: tuple[Article, ...], options: Options, choice: Choice) -> None:
        """Ask about the comparison of these articles, unless somebody is asked already."""
        if not self.is_under_way:
            self.step = f"asking {choice.name}"
            self._worker = self._screen.run_worker(
                lambda: self._ask(articles, options, choice), thread=True, group="second reader", exit_on_error=False
            )

    def cancel(self) -> bool:
        """Call it off; False where nobody is asked."""
        if not self.is_under_way:
            return False
        self.step = ""
        if self._worker is not None:
            self._worker.cancel()
        return True

    def heard(self, message: Told) -> bool:
        """Take in what the worker has told; False for what comes after it was called off."""
        if not self.is_under_way:
            return False
        if message.how != "said":
            self.step = message.line if message.how == "step" else ""
        return True

    def _ask(self, articles: tuple[Article, ...], options: Options, choice: Choice) -> None:
        worker = get_current_worker()
        from tui.comparing import asked
        from tui.worker_process import NotWanted

        def tell(line: str, how: How = "step") -> None:
            if not worker.is_cancelled:
                self._screen.post_message(self.Told(line, how))

        try:
            comparison = asked(articles, options, choice, lambda: worker.is_cancelled, tell, lambda line: tell(line, "said"))
            if not worker.is_cancelled:
                self._found(comparison)
            tell("", "end")
        except NotWanted:
            return
        except NewsdiffError as error:
            tell(str(error), "trouble")
        except Exception as error:  # the reader goes on, and says what went wrong
            tell(f"The second reader can't be asked: {type(error).__name__}: {error}", "trouble")
