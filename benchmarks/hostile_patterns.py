"""Time every regular expression of the project on repeated near-misses: ``python -m benchmarks.hostile_patterns``, part of ``make bench-hostile``.

The expressions are gathered by watching :mod:`re` while all modules are imported and the samples go through the whole road. Each is searched in
texts made from its own parse tree: what it repeats, again and again behind what must stand before it; what nearly matches, again and again; and a
list of signs and words that news is full of. It is timed at two sizes; ``SLOWER`` is the exponent above which growth counts as a fault.
One that is only ever asked at one place (``match`` or ``fullmatch`` without a position) is timed that way. Status 1 where one is too slow.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import math
import pkgutil
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SIZES = (15_000, 30_000)
SLOWER = 1.3
_QUICK = 0.002
"""Seconds at the first size under which nothing can grow with the square: that would take 10^8 steps."""
_LIMIT = 1.0
_PIECES = 16
_TICK = 0.05
"""Seconds of which the processor's clock can be trusted to tell one from two."""
_EDGE = re.compile(r"\b")
_MANY = 20
"""A repetition that may go on longer than this is looked at."""

UNITS = (
    *". , - — ' ’ \" “ ” ( ) [ 1 a A \n \t @ # $ % / : ; & < _ é 大".split(" "),
    *(" ", "a ", "A ", "Aa ", "Aa", "a.", "A.", "A. ", "1,", "1.", "1 ", "1-", "a-", "A-", "a'", "a, ", "Aa, ", "Aa and ", ". .", " .", ". ", "…"),
    *("the ", "of the ", "and ", "not ", "said ", "he ", "Mr. ", "to ", "Monday ", "on ", "one ", "hundred ", "\n\n", " \n", "\r\n", "\u00a0", "e\u0301"),
)  # fmt: skip


class _TooLong(Exception):
    """One search took longer than anything may."""


def _recorded() -> dict[tuple[str, int], set[str]]:
    """Every expression of ours that is compiled, with the places that compile it, while all modules are imported and the samples are compared."""
    found: dict[tuple[str, int], set[str]] = {}
    original = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 -- all functions of re go through it

    def compile_and_record(pattern: Any, flags: Any) -> Any:
        made = original(pattern, flags)
        frame = sys._getframe(1)  # noqa: SLF001
        while frame is not None and "/re/" in frame.f_code.co_filename.replace("\\", "/"):
            frame = frame.f_back
        place = Path(frame.f_code.co_filename) if frame else Path()
        if place.is_relative_to(ROOT) and place.relative_to(ROOT).parts[0] in ("compare", "tui") and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), set()).add(f"{place.relative_to(ROOT)}:{frame.f_lineno}")
        return made

    re._compile = compile_and_record  # type: ignore[attr-defined]  # noqa: SLF001
    late = importlib.import_module("compare.deferred")
    deferred, late.deferred = late.deferred, re.compile  # type: ignore[attr-defined]  # compiled at once, where it is written
    try:
        for package in ("compare", "tui"):
            for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
                if not module.name.endswith("__main__"):
                    importlib.import_module(module.name)
        from compare import compare, read
        from compare.export import FORMATS
        from tui import samples

        comparison = compare([read(path) for path in samples.paths()])
        for kind in FORMATS.values():
            kind.render(comparison)
    finally:
        re._compile = original  # type: ignore[attr-defined]  # noqa: SLF001
        late.deferred = deferred  # type: ignore[attr-defined]
    return found


def _used() -> dict[tuple[str, int], str]:
    """How expressions with a name are asked in all of the source: "once" with ``match`` or ``fullmatch`` alone, "at words" where a position
    is given to them; those not in it are searched."""
    sources = {path: path.read_text("utf-8") for folder in ("compare", "tui") for path in (ROOT / folder).rglob("*.py")}
    everywhere = "\n".join(sources.values())
    found = {}
    for module in list(sys.modules.values()):
        if not (module.__name__ or "").startswith(("compare.", "tui.")):
            continue
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                source = sources.get(Path(module.__file__ or ""), "") if name.startswith("_") else everywhere
                uses = re.findall(rf"\b{re.escape(name)}\b(\.\w+)?(\([^()]*(?:\([^()]*\))?[^()]*\))?", source)
                asked = [(method, given) for method, given in uses if method]
                if asked and all(method in (".match", ".fullmatch") for method, _ in asked) and len(uses) == len(asked) + 1:
                    found[value.pattern, value.flags] = "at words" if any("," in given or not given for _, given in asked) else "once"
    return found


def _asking(made: re.Pattern[str], how: str) -> Callable[[str], object]:
    def search(text: str) -> None:
        for _ in made.finditer(text):
            pass

    def once(text: str) -> None:
        made.match(text)
        made.fullmatch(text)

    def at_words(text: str) -> None:
        for at in [0, *(edge.start() for edge in _EDGE.finditer(text))]:
            made.match(text, at)

    return {"once": once, "at words": at_words}.get(how, search)


# Near-misses -------------------------------------------------------------------------------------------------------------------------------


def _sample(tree: Any, draw: random.Random) -> str:
    """A text that this piece of an expression is likely to match."""
    return "".join(_of(operation, given, draw) for operation, given in tree)


def _of(operation: Any, given: Any, draw: random.Random) -> str:
    if operation is codes.LITERAL:
        return chr(given)
    if operation is codes.NOT_LITERAL:
        return "a" if given != ord("a") else "b"
    if operation is codes.ANY:
        return draw.choice("a .1")
    if operation is codes.IN:
        return _from_class(given, draw)
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, body = given
        return "".join(_sample(body, draw) for _ in range(draw.randint(least, min(most, least + 1))))
    if operation is codes.SUBPATTERN:
        return _sample(given[-1], draw)
    if operation is codes.ATOMIC_GROUP:
        return _sample(given, draw)
    if operation is codes.BRANCH:
        return _sample(draw.choice(given[1]), draw)
    return ""


_CLASSES = {codes.CATEGORY_DIGIT: "17", codes.CATEGORY_SPACE: " \n", codes.CATEGORY_WORD: "aA1",
            codes.CATEGORY_NOT_DIGIT: "a ", codes.CATEGORY_NOT_SPACE: "a.", codes.CATEGORY_NOT_WORD: " .,"}  # fmt: skip


def _from_class(given: Any, draw: random.Random) -> str:
    parts = [part for part in given if part[0] is not codes.NEGATE]
    if len(parts) < len(given):
        refused = "".join(
            _CLASSES.get(value, "") if kind is codes.CATEGORY else chr(value) if kind is codes.LITERAL else "" for kind, value in parts
        )
        spans = [value for kind, value in parts if kind is codes.RANGE]
        fits = [sign for sign in "aA1 .,“-" if sign not in refused and not any(low <= ord(sign) <= high for low, high in spans)]
        return draw.choice(fits or ["a"])
    kind, value = draw.choice(parts)
    if kind is codes.LITERAL:
        return chr(value)
    if kind is codes.RANGE:
        return chr(draw.randint(value[0], min(value[1], value[0] + 25)))
    return draw.choice(_CLASSES.get(value, "a"))


def _repeats(tree: Any, before: str, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Each long repetition inside: a text that may stand before it, and one that it repeats."""
    for operation, given in tree:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            body = given[2]
            if given[1] > _MANY:
                for _ in range(3):
                    yield before, _sample(body, draw)
            yield from _repeats(body, before, draw)
        elif operation is codes.SUBPATTERN:
            yield from _repeats(given[-1], before, draw)
        elif operation is codes.ATOMIC_GROUP:
            yield from _repeats(given, before, draw)
        elif operation is codes.BRANCH:
            for branch in given[1]:
                yield from _repeats(branch, before, draw)
        elif operation in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeats(given[1], before, draw)
        before += _of(operation, given, draw)


def attacks(pattern: str, flags: int) -> list[tuple[str, str]]:
    """Pairs of a beginning and what is repeated behind it, each once, the same on every run."""
    draw = random.Random(ascii(pattern))
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    found: dict[tuple[str, str], None] = {("", unit): None for unit in UNITS}
    for before, unit in _repeats(tree, "", draw):
        found |= {(before, unit): None, ("", before + unit): None, ("", before + unit * 3): None, (before, unit + "\x00"): None}
    for _ in range(4):
        whole = _sample(tree, draw)
        found |= {("", whole): None, ("", whole[:-1]): None, ("", whole[1:]): None, (whole[:-1], whole[-1:]): None}
    return [(before, unit) for before, unit in found if unit]


# Timing ------------------------------------------------------------------------------------------------------------------------------------


def _out_of_time(*_: object) -> None:
    raise _TooLong


def _seconds(ask: Callable[[str], object], text: str, limit: float = _LIMIT) -> float:
    """Seconds that one search through a text takes, by the clock (the processor's has ticks of 10 ms on some systems); infinite above the limit."""
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    start = time.perf_counter()
    try:
        ask(text)
    except _TooLong:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.perf_counter() - start


def growth(ask: Callable[[str], object], before: str, unit: str) -> tuple[float, float]:
    """The exponent with which time grows from the first size to the second (0 where it is nothing), and the seconds at the second."""

    def text(size: int) -> str:
        return before + unit * (size // len(unit)) + "\x00"

    small, large = SIZES
    seconds = {small: _seconds(ask, text(small))}
    if seconds[small] < _QUICK:
        return 0.0, seconds[small]
    if math.isinf(seconds[small]):
        return math.inf, math.inf
    seconds[large] = _seconds(ask, text(large))
    for _ in range(3):  # others work on this machine, too: the least of several is nearest to what it takes
        if math.isinf(seconds[large]):
            return math.inf, math.inf
        if seconds[large] <= seconds[small] * (large / small) ** SLOWER:
            return 1.0, seconds[large]
        seconds = {size: min(taken, _seconds(ask, text(size))) for size, taken in seconds.items()}
    # As much work, if it grows with the length: once in one piece, and in many. That is long enough to be told by the processor's clock.
    began = time.process_time()
    if math.isinf(_seconds(ask, text(_PIECES * small), _PIECES * _LIMIT)):
        return math.inf, seconds[large]
    whole = time.process_time() - began
    for _ in range(_PIECES):
        ask(text(small))
    pieces = time.process_time() - began - whole
    return 1 + math.log(max(whole, _TICK) / max(pieces, _TICK)) / math.log(_PIECES), seconds[large]


def report(part: str = "") -> int:
    """Print what is too slow, and how many expressions there are. Gives the number of those that are."""
    signal.signal(signal.SIGVTALRM, _out_of_time)
    gc.disable()
    found = _recorded()
    used = _used()
    slow = 0
    worst = (0.0, "")
    for (pattern, flags), places in sorted(found.items(), key=lambda item: sorted(item[1])):
        place = min(places)
        if part not in place:
            continue
        ask = _asking(re.compile(pattern, flags), used.get((pattern, flags), ""))
        for before, unit in attacks(pattern, flags):
            exponent, seconds = growth(ask, before, unit)
            if exponent > SLOWER:
                slow += 1
                shown = pattern if len(pattern) < 90 else pattern[:90] + "…"
                told = "more than" if math.isinf(exponent) else f"n^{exponent:.1f},"
                print(
                    f"{place}: {told} {min(seconds, _LIMIT):.2f} s; {before[-60:]!r} + {unit[:60]!r} again and again; {shown!r}", flush=True
                )
                break
            if seconds > worst[0]:
                worst = (seconds, f"{place} on {unit!r}")
    once = sum(used.get(one) == "once" for one in found)
    print(f"{len(found)} regular expressions, {once} of them asked once a text; {slow} grow faster than n^{SLOWER}.")
    print(f"The slowest of the others: {worst[0]:.2f} s at {SIZES[1]:,} code points ({worst[1]}).")
    return slow


def main() -> None:
    """Print the report; status 1 where an expression is too slow."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("part", nargs="?", default="", help="only expressions from places whose path holds this")
    sys.exit(min(1, report(given.parse_args().part)))


if __name__ == "__main__":
    main()
