"""A stage that fails on one sentence, link or pair goes on without it: what is left out is found by halving, said in one line, and kept.

The stages themselves know nothing of this, and it costs nothing while nothing fails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from compare.errors import NewsdiffError
from compare.model import Problem
from compare.progress import Cancelled
from compare.reading.cleaning import inert

Item = TypeVar("Item")
Made = TypeVar("Made")

MOST = 20
"""Items that one stage leaves out at most before it is given up: that many are no accident of one sentence."""
_LONGEST = 200

NOT_OURS = (NewsdiffError, Cancelled, MemoryError)
"""What is no fault of a sentence, and ends the comparison: trouble that the user can put right, a comparison that isn't wanted, no memory."""


def sparing(work: Callable[[Sequence[Item]], Made], items: Sequence[Item], blame: Callable[[Item, Exception], None]) -> Made:
    """What ``work`` makes of the items, in their order, without those that it fails on; ``blame`` hears of each and of the error.

    ``work`` is asked once where it doesn't fail. Else the first item is found that makes it fail together with those before it, left out, and
    ``work`` asked anew. Raises what ``work`` raises where it fails without any item or after ``MOST`` were left out, and at once ``NOT_OURS``.
    """
    left = list(items)
    for _ in range(MOST):
        made, failed = _attempt(work, left)
        if failed is None:
            return cast("Made", made)
        if not left or _attempt(work, [])[1] is not None:
            raise failed
        good, bad = 0, len(left)  # so many from the front work, so many fail
        while bad - good > 1:
            middle = (good + bad) // 2
            error = _attempt(work, left[:middle])[1]
            good, bad, failed = (middle, bad, failed) if error is None else (good, middle, error)
        blame(left.pop(bad - 1), failed)
    return work(left)


def _attempt(work: Callable[[Sequence[Item]], Made], items: Sequence[Item]) -> tuple[Made | None, Exception | None]:
    try:
        return work(items), None
    except NOT_OURS:
        raise
    except Exception as error:
        return None, error


def kept_going(
    stage: str,
    work: Callable[[Sequence[Item]], Made],
    items: Sequence[Item],
    name: Callable[[Item], tuple[int | None, str]],
    otherwise: Made,
    problems: list[Problem],
) -> Made:
    """As :func:`sparing`, with a line in ``problems`` for each item left out; ``otherwise`` where the stage fails altogether.

    ``name`` says which article an item is of (None: of none, or it isn't numbered yet) and what it is called.
    """

    def blame(item: Item, error: Exception) -> None:
        article, called = name(item)
        problems.append(_problem(stage, article, f"{called} left out of {stage}", error))

    try:
        return sparing(work, items, blame)
    except NOT_OURS:
        raise
    except Exception as error:
        problems.append(_problem(stage, None, f"{stage} given up", error))
        return otherwise


def _problem(stage: str, article: int | None, what: str, error: Exception) -> Problem:
    """The one line about what was left out of a stage. The error may quote the article, so it is made inert and kept short."""
    said = " ".join(inert(f"{type(error).__name__}: {error}").split())[:_LONGEST]
    return Problem(stage, article, f"{what} ({said}); the rest is there; please report it")
