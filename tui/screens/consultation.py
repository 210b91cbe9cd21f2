"""The second reader, asked from the Compare screen: it works beside the interface, says how far it is, and can be called off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual.message import Message
from textual.worker import Worker, get_current_worker

from compare.errors import NewsdiffError
from tui.screens.part import Host, Part
from tui.second_reader import at_hand

if TYPE_CHECKING:
    from compare.model import Article, Comparison, Options
    from tui.second_reader import Choice

How = Literal["step", "said", "end", "trouble"]

NOT_SET_UP = "No second reader is set up: url and model under [second_reader] in config.toml; see docs/second-reader.md"


class Consultation(Part):
    """One question at a time, on behalf of the screen. ``found`` is called in the worker's thread with the comparison that came of it."""

    class Told(Message):
        """A line: how far it is (``step``), something to say meanwhile (``said``), how it ended (``end``), or why it can't be done (``trouble``)."""

        def __init__(self, line: str, how: How) -> None:
            super().__init__()
            self.line = line
            self.how = how

    def __init__(self, host: Host, found: Callable[[Comparison], None]) -> None:
        super().__init__(host)
        self._found = found
        self._worker: Worker[None] | None = None
        self.step = ""
        """How far it is, in a few words; "" while nobody is asked."""

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self.step)

    def action_consult(self) -> None:
        """Ask beside all else; while somebody is asked, give up."""
        if self.cancel():
            self.host.say("The second reader was cancelled")
        elif self.is_judged():
            choice = at_hand()
            if choice is None:
                self.host.say(NOT_SET_UP)
            else:
                self.step = f"asking {choice.name}"
                work = partial(self._ask, self.host.articles, self.host.options, choice)
                self._worker = self.host.in_thread(work, group="second reader")
        self.host.draw()

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
                self.host.post_message(self.Told(line, how))

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
