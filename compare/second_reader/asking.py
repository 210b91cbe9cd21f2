"""What answers requests (a server, a file of recorded answers, a cache before it): one protocol for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from compare.errors import NewsdiffError
from compare.second_reader.prompt import Request


class Answer(NamedTuple):
    """What a model answered: its name, and the content of its message (text, or JSON that was read already); ``note`` is a line to be told."""

    name: str
    content: object
    note: str = ""


class Unanswered(NewsdiffError):
    """A request that got no answer: one line. ``last`` says that no other request will fare better."""

    def __init__(self, line: str, *, last: bool = False) -> None:
        super().__init__(line)
        self.last = last


class Answering(Protocol):
    """Somebody who answers."""

    @property
    def name(self) -> str:
        """Who answers, as far as is known before."""
        ...

    def answer(self, request: Request, cancelled: Callable[[], bool]) -> Answer:
        """Answer a request. Raises Unanswered where there is no answer, Cancelled as soon as ``cancelled`` says so."""
        ...


class Kept(Protocol):
    """A cache of answers by their request's id and the model's name."""

    def get(self, request: str, name: str) -> object | None:
        """The content of the answer that is kept; None where there is none."""
        ...

    def put(self, request: str, answer: Answer) -> None:
        """Keep an answer. Raises NewsdiffError where it can't be kept."""
        ...
