"""What follows from links and differences: each link's verdict, each passage's and each sentence's status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model import Analysis, Difference, Link, Options, Passage, Place, Standing, Status, Verdict


def judge(
    analyses: Sequence[Analysis], links: Sequence[Link], passages: Sequence[Passage], differences: Sequence[Difference], options: Options
) -> tuple[tuple[Link, ...], tuple[Passage, ...], tuple[tuple[Standing, ...], ...]]:
    """Divergent exactly where a difference of at least the asked severity stands; unique where no link reaches a sentence."""
    severe = [difference for difference in differences if difference.severity >= options.min_severity]
    apart = {end.place for difference in severe for end in (difference.a, difference.b) if end is not None}
    whole = {place for link in links if link.relation == "aligned" for place in (link.a, link.b)}
    part = {place for link in links for place in (link.a, link.b)}
    judged = []
    for link in links:
        own = tuple(
            difference
            for difference in differences
            if difference.a and difference.b and {difference.a.place, difference.b.place} == {link.a, link.b}
        )
        verdict: Verdict = "divergent" if any(difference.severity >= options.min_severity for difference in own) else "shared"
        judged.append(replace(link, differences=own, verdict=verdict))
    partners: dict[Place, set[int]] = {}
    for link in links:
        partners.setdefault(link.a, set()).add(link.b.article)
        partners.setdefault(link.b, set()).add(link.a.article)
    rows = []
    for passage in passages:
        coverage = {place.article for place in passage.members}.union(*(partners.get(place, set()) for place in passage.members))
        status: Status = "divergent" if apart & set(passage.members) else "shared" if len(coverage) > 1 else "unique"
        rows.append(replace(passage, status=status, coverage=tuple(sorted(coverage))))
    standings = tuple(
        tuple(
            Standing(
                "divergent" if place in apart else "shared" if place in part else "unique",
                "whole" if place in whole or place not in part else "part",
            )
            for place in (Place(number, sentence) for sentence in range(len(analysis.sentences)))
        )
        for number, analysis in enumerate(analyses)
    )
    return tuple(judged), tuple(rows), standings
