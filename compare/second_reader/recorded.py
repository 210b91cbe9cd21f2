"""Requests and answers in files, a JSON object a line: so a second reader can be tested, judged and reproduced without any model."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence

from compare.errors import NewsdiffError
from compare.reading.cleaning import inert, shown_path
from compare.reading.files import small_file
from compare.second_reader.asking import Answer, Unanswered
from compare.second_reader.prompt import Request
from compare.second_reader.server import labelled

_LARGEST = 64 << 20


def lines(requests: Sequence[Request]) -> str:
    """Requests as they are recorded: ``{"id", "messages", "schema"}`` each."""
    return "".join(
        json.dumps({"id": one.id, "messages": list(one.messages), "schema": one.schema}, ensure_ascii=False) + "\n" for one in requests
    )


class Recorded:
    """Answers from a file: ``{"id", "content"}`` each, and ``"model"`` where the line says who answered; the last one of an id counts.

    ``problems`` has a line for each line of the file that can't be used. ``name`` is for answers whose line names no model.
    Raises NewsdiffError where the file can't be read.
    """

    def __init__(self, file: str | os.PathLike[str], name: str = "") -> None:
        shown = shown_path(file)
        try:
            text = small_file(file, _LARGEST).decode("utf-8-sig", "replace")
        except (OSError, ValueError) as error:
            reason = inert(getattr(error, "strerror", None) or str(error))
            raise NewsdiffError(f"{shown}: can't be read ({reason}); replay takes a file with one answer on each line") from None
        self._shown = shown
        self._name = name
        self._answers: dict[str, Answer] = {}
        self.problems: list[str] = []
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                self._take(line, number)

    @property
    def name(self) -> str:
        """Who answered, where every line that names somebody names the same; else the name given."""
        names = {answer.name for answer in self._answers.values()}
        return names.pop() if len(names) == 1 else labelled(self._name)

    def answer(self, request: Request, cancelled: Callable[[], bool] = lambda: False) -> Answer:
        """The answer to a request. Raises Unanswered where the file has none."""
        found = self._answers.get(request.id)
        if found is None:
            raise Unanswered(f"{self._shown} has no answer to request {request.id[:12]}; were other texts or another version recorded?")
        return found

    def _take(self, line: str, number: int) -> None:
        try:
            given = json.loads(line)
        except (ValueError, RecursionError):
            given = None
        identity, content = (given.get("id"), given.get("content")) if isinstance(given, dict) else (None, None)
        if not isinstance(identity, str) or not isinstance(content, str | dict | list):
            self.problems.append(f'{self._shown}:{number}: not an answer; a line is {{"id": …, "content": …}}')
            return
        model = given.get("model")
        self._answers[identity] = Answer(labelled(model if isinstance(model, str) and model.strip() else self._name), content)
