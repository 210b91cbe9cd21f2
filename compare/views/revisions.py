"""What changed between two versions of one article: in the text, and in the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from compare.model import Comparison, Place, letter
from compare.reading.revisions import Revision, revisions
from compare.views.facts.table import table

MOST = 12
"""Lines on facts under one heading."""
_OF_FACTS = frozenset({"number", "date", "name", "role"})
"""Kinds of differences that the table of facts tells of."""


class Changes(NamedTuple):
    """``added`` and ``dropped`` are sentences of the later and of the earlier version that the other has not; ``reworded`` are pairs of them.

    ``kept`` counts the sentences that stand word for word, ``facts`` has a line for each value that is another now.
    """

    kept: int
    reworded: tuple[tuple[Place, Place], ...]
    added: tuple[Place, ...]
    dropped: tuple[Place, ...]
    facts: tuple[str, ...]


def changes(comparison: Comparison, revision: Revision) -> Changes:
    """What changed from one version to the next. Sentences that stand in both word for word are kept, each as often as both have it; of the others
    those that are linked are pairs, the best links first.
    """
    old, new = _sentences(comparison, revision.before), _sentences(comparison, revision.after)
    both = Counter(old.values()) & Counter(new.values())
    dropped, added = _without(old, both), _without(new, both)
    linked = [
        (link.relation != "aligned", -link.score, place, other)
        for place in dropped
        for link in comparison.links_of(place)
        if (other := link.other(place)) in added
    ]
    reworded: dict[Place, Place] = {}
    for _, _, place, other in sorted(linked):
        if place not in reworded and other not in reworded.values():
            reworded[place] = other
    return Changes(
        kept=both.total(),
        reworded=tuple(sorted(reworded.items())),
        added=tuple(place for place in added if place not in reworded.values()),
        dropped=tuple(place for place in dropped if place not in reworded),
        facts=tuple(_facts(comparison, revision.before, revision.after)),
    )


def _sentences(comparison: Comparison, article: int) -> dict[Place, str]:
    return {Place(article, number): _words(sentence.text) for number, sentence in enumerate(comparison.articles[article].sentences)}


def _without(sentences: dict[Place, str], counted: Counter[str]) -> list[Place]:
    """The places of the sentences that are left when so many of each are taken away, from the front."""
    left = counted.copy()
    rest = []
    for place, text in sentences.items():
        if left[text] > 0:
            left[text] -= 1
        else:
            rest.append(place)
    return rest


def told(comparison: Comparison) -> Iterator[str]:
    """Plain lines for each two versions of one article among those compared: what they are known by, what changed in the text and in the facts."""
    for revision in revisions([analysis.article for analysis in comparison.articles]):
        found = changes(comparison, revision)
        yield f"Two versions of one article ({revision.known_by}): {letter(revision.before)} before, {letter(revision.after)} after."
        yield f"  Text: {in_short(found)}."
        for line in found.facts[:MOST]:
            yield f"  {line}"
        if len(found.facts) > MOST:
            yield f"  and {len(found.facts) - MOST} more"
        if not found.facts:
            yield "  Facts: none changed."


def in_short(found: Changes) -> str:
    """The changes in the text, counted."""
    counts = ((len(found.added), "added"), (len(found.dropped), "dropped"), (len(found.reworded), "reworded"))
    said = [f"{count} {'sentence' if count == 1 else 'sentences'} {what}" for count, what in counts if count]
    return ", ".join([*said, f"{found.kept} as before"]) if said else "no sentence changed"


def _facts(comparison: Comparison, before: int, after: int) -> Iterator[str]:
    """A line for each fact of which the values changed, and for each difference that isn't one of those."""
    listed: set[str] = set()
    for row in table(comparison):
        old, new = row.cells[before], row.cells[after]
        if old and new and {value.value for value in old} != {value.value for value in new}:
            listed.update(value.text for value in (*old, *new))
            yield f"{row.heading}: {_said([value.text for value in old])} → {_said([value.text for value in new])}"
    options = comparison.options
    for each in comparison.differences:
        if each.a is None or each.b is None or {each.a.article, each.b.article} != {before, after}:
            continue
        old_side, new_side = (each.a, each.b) if each.a.article == before else (each.b, each.a)
        known = any(text in side.text or side.text in text for text in listed for side in (old_side, new_side))
        sure = each.severity >= options.min_severity and each.confidence >= options.min_confidence
        if sure and not (known and each.kind in _OF_FACTS):
            yield f"{each.kind}: {_said([old_side.text])} → {_said([new_side.text])}"


def _said(texts: list[str]) -> str:
    return ", ".join(" ".join(text.split()) for text in texts)


def _words(text: str) -> str:
    return " ".join(text.split())
