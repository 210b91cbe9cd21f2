"""The second reader as the user chose it: ``--second-reader``, the configuration, the answers that are kept, record and replay.

:func:`consulted` is for commands and for workers alike: it tells how far it is, can be cancelled, and writes to no terminal itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare.errors import NewsdiffError
from compare.progress import Tell, silent

if TYPE_CHECKING:
    from compare.model import Comparison
    from compare.second_reader.configuration import Configuration
    from compare.second_reader.recorded import Recorded

RECORD, REPLAY, ON = "record:", "replay:", "on"


class Choice(NamedTuple):
    """What ``--second-reader`` asks for: the configured model, or a file to record requests in, or one to take answers from."""

    configuration: Configuration | None
    record: str = ""
    replay: Recorded | None = None
    problems: tuple[str, ...] = ()
    """A line for each wrong setting that something else was taken for."""

    @property
    def name(self) -> str:
        """Who is asked, as the reader names them."""
        if self.replay is not None:
            return self.replay.name or "the second reader"
        return self.configuration.model if self.configuration is not None and not self.record else "the second reader"


_current: list[Choice] = []


def choose(choice: Choice | None) -> None:
    """Ask this second reader about whatever is compared from now on in the reader; None: nobody."""
    _current[:] = [choice] if choice is not None else []


def current() -> Choice | None:
    """Who is asked in the reader."""
    return _current[0] if _current else None


def at_hand() -> Choice | None:
    """Whom a key can ask: who was chosen for the session, else the configured model; None where there is none."""
    from tui.settings import load

    if (choice := current()) is not None:
        return choice
    configuration = load().second_reader
    return Choice(configuration) if configuration is not None else None


def chosen(word: str) -> Choice:
    """What the option's word asks for: "on", "record:FILE" or "replay:FILE".

    Raises NewsdiffError for any other word, where the file to replay can't be read, the configuration names no model, or its key is missing.
    """
    from tui.settings import load, path

    settings = load()
    configuration, problems = settings.second_reader, settings.second_reader_problems
    for prefix in (RECORD, REPLAY):
        if word.startswith(prefix):
            file = word.removeprefix(prefix)
            if not file:
                raise NewsdiffError(f"--second-reader={prefix} needs a file: {prefix}FILE")
            if prefix == RECORD:
                return Choice(configuration, record=file, problems=problems)
            from compare.second_reader.recorded import Recorded

            return Choice(configuration, replay=Recorded(file, configuration.model if configuration else ""), problems=problems)
    if word != ON:
        raise NewsdiffError("--second-reader takes nothing, record:FILE or replay:FILE")
    if configuration is None:
        if problems:
            raise NewsdiffError(problems[0])
        from compare.reading.cleaning import shown_path

        raise NewsdiffError(
            f"--second-reader needs url and model under [second_reader] in {shown_path(path())}; see docs/second-reader.md"
            + (f" ({settings.problems[0]})" if settings.problems else "")
        )
    from compare.second_reader.server import Server

    Server(configuration)  # a key that is missing is told before the work begins
    return Choice(configuration, problems=problems)


def consulted(
    comparison: Comparison,
    choice: Choice,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    tell: Tell = silent,
    announce: Callable[[str], None] = lambda _: None,
) -> tuple[Comparison, tuple[str, ...]]:
    """The comparison with the second reader's points, and a line for all that there is to tell about how it went. Slow.

    ``announce`` hears in a line where the texts go before they do; ``tell`` hears how many answers there are, also while one is waited for.
    Raises Cancelled as soon as ``cancelled`` says so, NewsdiffError where a file can't be written.
    """
    from compare.model.place import SECOND_READER
    from compare.second_reader.configuration import Configuration
    from compare.second_reader.consulting import consult, requests
    from compare.second_reader.recorded import lines
    from compare.second_reader.server import Server

    limits = choice.configuration or Configuration("", "")
    if choice.record:
        from compare.export import refuse_inputs, write_text
        from tui.settings import path

        planned = requests(comparison, window=limits.window, most=limits.max_requests, verdicts=limits.verdicts)
        refuse_inputs(comparison, Path(choice.record), (path(), 0))  # 0: standard input
        write_text(Path(choice.record), lines(planned.requests))
        count = len(planned.requests)
        told = [f"{count} {'request' if count == 1 else 'requests'} for a second reader recorded; nothing was sent"]
        if planned.left_out:
            told.append("max_requests allows too few requests; some of the texts stay unread")
        return comparison, tuple(told)
    before = len(comparison.problems)
    if (answers := choice.replay) is not None:
        found = consult(
            comparison, answers, window=limits.window, most=limits.max_requests, verdicts=limits.verdicts, cancelled=cancelled, tell=tell
        )
        problems = answers.problems
    else:
        from tui.store.answers import answers as kept

        found = consult(
            comparison,
            Server(limits, announce),
            window=limits.window,
            most=limits.max_requests,
            verdicts=limits.verdicts,
            cache=kept(),
            cancelled=cancelled,
            tell=tell,
        )
        problems = []
    return found, (*problems, *(problem.text for problem in found.problems[before:] if problem.stage == SECOND_READER))
