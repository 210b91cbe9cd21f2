"""What follows from links and differences: each link's verdict, each passage's and each sentence's status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from compare.model import Analysis, Difference, Link, Options, Passage, Place, Standing, Status, Verdict, reach


def judge(
    analyses: Sequence[Analysis], links: Sequence[Link], passages: Sequence[Passage], differences: Sequence[Difference], options: Options
) -> tuple[tuple[Link, ...], tuple[Passage, ...], tuple[tuple[Standing, ...], ...]]:
    """Divergent exactly where a difference of at least the asked severity stands; unique where no link reaches a sentence.

    A difference stands in every sentence that its spans touch. It is a link's own where they touch both ends. ``extent`` is ``part`` where a
    sentence has partial links only and no difference.
    """
    apart = {
        place
        for difference in differences
        if difference.severity >= options.min_severity
        for end in (difference.a, difference.b)
        if end is not None
        for place in reach(end, analyses)
    }
    judged = _verdicts(analyses, links, differences, options.min_severity)
    whole = {place for link in links if link.relation == "aligned" for place in (link.a, link.b)}
    part = {place for link in links for place in (link.a, link.b)}
    standings = tuple(
        tuple(_standing(Place(number, sentence), apart, whole, part) for sentence in range(len(analysis.sentences)))
        for number, analysis in enumerate(analyses)
    )
    return judged, _rows(passages, links, apart), standings


def _verdicts(analyses: Sequence[Analysis], links: Sequence[Link], differences: Sequence[Difference], least: int) -> tuple[Link, ...]:
    owned: dict[tuple[Place, Place], list[Difference]] = {}
    for difference in differences:
        if difference.a is not None and difference.b is not None:
            for ends in product(reach(difference.a, analyses), reach(difference.b, analyses)):
                first, second = sorted(ends)
                owned.setdefault((first, second), []).append(difference)
    judged = []
    for link in links:
        own = tuple(owned.get((link.a, link.b), ()))
        verdict: Verdict = "divergent" if any(difference.severity >= least for difference in own) else "shared"
        judged.append(replace(link, differences=own, verdict=verdict))
    return tuple(judged)


def _standing(place: Place, apart: set[Place], whole: set[Place], part: set[Place]) -> Standing:
    status: Status = "divergent" if place in apart else "shared" if place in part else "unique"
    return Standing(status, "part" if status == "shared" and place not in whole else "whole")


def _rows(passages: Sequence[Passage], links: Sequence[Link], apart: set[Place]) -> tuple[Passage, ...]:
    partners: dict[Place, set[int]] = {}
    for link in links:
        partners.setdefault(link.a, set()).add(link.b.article)
        partners.setdefault(link.b, set()).add(link.a.article)
    rows = []
    for passage in passages:
        coverage = {place.article for place in passage.members}.union(*(partners.get(place, set()) for place in passage.members))
        status: Status = "divergent" if apart & set(passage.members) else "shared" if len(coverage) > 1 else "unique"
        rows.append(replace(passage, status=status, coverage=tuple(sorted(coverage))))
    return tuple(rows)
