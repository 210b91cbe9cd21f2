"""Files and pages that change or vanish while their texts are on the screen: offered for reading again, never read behind the user's back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from compare.errors import NewsdiffError
from compare.model import Article
from compare.progress import Tell
from compare.reading.cleaning import shown_path
from compare.reading.fetching import is_address

INTERVAL = 2.0
"""Seconds between two looks."""

_MOST = 3
"""Lines at a time: a folder that goes takes all its files along, and a line for each would cover the screen."""

_Look = tuple[int, int] | None


@dataclass(slots=True)
class Watch:
    """What the files looked like when they were last read or told of: time of change in ns and size; None where there is none."""

    seen: dict[str, _Look] = field(default_factory=dict)

    def begin(self, articles: Iterable[Article]) -> None:
        """Watch the files of these articles from what they are now."""
        self.seen = {article.path: _look(article.path) for article in articles if article.path}

    def news(self, key: str) -> list[str]:
        """One line for each file that has changed or vanished since the last look; ``key`` is what reads it again."""
        lines = []
        for path, before in self.seen.items():
            now = _look(path)
            if now != before:
                self.seen[path] = now
                shown = shown_path(path)
                lines.append(
                    f"{shown} was removed; its text is kept here" if now is None else f"{shown} has changed: press {key} to read it again"
                )
        return lines


def summed_up(lines: Sequence[str], rest: str) -> list[str]:
    """The first of these lines, and one that counts the others: ``and 57 more`` and then ``rest``."""
    if len(lines) <= _MOST:
        return list(lines)
    return [*lines[: _MOST - 1], f"and {len(lines) - _MOST + 1} more {rest}"]


def read_again(articles: Sequence[Article]) -> tuple[tuple[Article, ...], list[str], int]:
    """The articles with those read anew whose files have changed; a line for each that can't be read, whose old text stays; how many changed."""
    from compare.reading import read

    result, problems, changed = [], [], 0
    for article in articles:
        fresh = article
        if article.path:
            try:
                fresh = read(article.path, article.part)
            except NewsdiffError as error:
                problems.append(f"{error}; the old text is kept")
        if fresh.sha256 != article.sha256:
            changed += 1
            result.append(fresh)
        else:
            result.append(article)
    return tuple(result), problems, changed


def told(changed: int) -> str:
    """What reading again has brought, in words."""
    return f"{changed} article{'' if changed == 1 else 's'} read again" if changed else "Nothing has changed"


def fetched_again(articles: Sequence[Article], tell: Tell) -> tuple[tuple[Article, ...], list[str], int]:
    """As :func:`read_again`, the pages at web addresses too: their servers are asked, whatever is kept of them. Slow: call it in a thread."""
    from compare.reading import Reading
    from tui.fetching import asked, noticed, taken

    result, problems, changed = read_again(articles)
    outcomes = asked(addresses_of(articles), tell)
    readings: dict[str, Reading] = {}
    for address, outcome in outcomes.items():
        try:
            readings[address] = taken(outcome, address)
        except NewsdiffError as error:
            problems.append(f"{error}; the old text is kept")
            continue
        problems += noticed(outcome, address)
    renewed = []
    for article in result:
        reading = readings.get(_address(article))
        fresh = next((each for each in reading.articles if each.part == article.part), article) if reading else article
        is_new = fresh.text != article.text  # its bytes are others every time: advertisements, tokens
        changed += is_new
        renewed.append(fresh if is_new else article)
    return tuple(renewed), problems, changed


def addresses_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """The web addresses that articles were fetched from, each once."""
    return tuple(dict.fromkeys(address for article in articles if (address := _address(article))))


def _address(article: Article) -> str:
    """The address that an article was fetched from, as it was given; "" for one from elsewhere."""
    if article.path or not is_address(article.source):
        return ""
    return article.source.removesuffix(f"#{shown_path(article.part)}") if article.part else article.source


def _look(path: str) -> _Look:
    try:
        status = os.stat(path)  # noqa: PTH116 (it need not be one that pathlib takes)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
