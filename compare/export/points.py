"""The points of a comparison, written out for any format: grouped by who says so, newsdiff or a second reader."""

from __future__ import annotations

from typing import NamedTuple

from compare.export.called import Called
from compare.export.overview import name_of
from compare.export.rows import SEVERITIES, Finding, label
from compare.model import Comparison, Opinion, Point, letter
from compare.model.place import OURS, kind_word
from compare.text.phrases import enumerated


class PointGroup(NamedTuple):
    """The points that one reader names. ``note`` says what its word is worth, in a sentence or two; ``opinions`` what it says of newsdiff's
    own findings, a line each.
    """

    by: str
    heading: str
    note: str
    points: tuple[Finding, ...]
    opinions: tuple[str, ...] = ()


class DismissedFinding(NamedTuple):
    """A point that the user judged to be no difference, who named it, and the user's word why ("" where none was given)."""

    finding: Finding
    by: str
    why: str

    @property
    def decision(self) -> str:
        """What the user decided, in a few words."""
        by = "" if self.by == OURS else f", named by {self.by}"
        return f"not a difference{by}{f': {self.why}' if self.why else ''}"


DISMISSED_HEADING = "Not a difference"
DISMISSED_NOTE = "The user's decision, not newsdiff's: these points aren't counted and make no sentence divergent."


def dismissed_findings(comparison: Comparison) -> tuple[DismissedFinding, ...]:
    """The points that the user dismissed, in the ledger's order."""
    return tuple(
        DismissedFinding(point_finding(comparison, point), point.by, point.dismissed.why)
        for point in comparison.points
        if point.dismissed is not None
    )


def point_groups(comparison: Comparison, *, ours: bool = True) -> tuple[PointGroup, ...]:
    """The points that nobody dismissed by who names them, newsdiff first (unless ``ours`` is false); a second reader that found nothing is there as well."""
    names = dict.fromkeys(sorted((point.by for point in comparison.points), key=lambda name: name != OURS))
    reading = comparison.second_reading
    if reading is not None:
        names.setdefault(reading.name)
    return tuple(_group(comparison, name) for name in names if ours or name != OURS)


def point_finding(comparison: Comparison, point: Point) -> Finding:
    """A point, written as a difference is: its sides are its ends."""
    return Finding(
        kind_word(point.kind),
        point.severity,
        SEVERITIES[point.severity],
        tuple((label(side.place), side.text) for side in point.sides),
        tuple(((side.text, False),) for side in point.sides),
        tuple(dict.fromkeys(label(place) for side in point.sides for place in comparison.reach(side))),
        point.explanation,
        _camps(comparison, point) if point.by != OURS else "",
    )


def opinion_of(opinion: Opinion, called: Called) -> str:
    """What a second reader says of a difference, in one line."""
    ends = called.all((label(end.place) for end in (opinion.a, opinion.b) if end is not None), "–")
    said = "a divergence" if opinion.divergence else "none"
    return " ".join(f"{kind_word(opinion.kind)} ({ends}): {said}. {opinion.why}".split())


def _group(comparison: Comparison, name: str) -> PointGroup:
    points = tuple(point_finding(comparison, point) for point in comparison.points if point.by == name and point.dismissed is None)
    if name == OURS:
        return PointGroup(
            name, "Points", "One row for each thing on which the accounts differ, with every account that speaks about it.", points
        )
    reading = comparison.second_reading
    note = "This is what a model says, not newsdiff; the words on both sides are in the articles as quoted."
    if not points:
        note = "The model named no divergence that the articles bear out."
    opinions: tuple[str, ...] = ()
    if reading is not None and reading.name == name:
        note += f" Answers: {reading.answered} of {reading.requests}."
        if reading.dropped:
            note += f" Rows dropped because the articles don't bear them out: {reading.dropped}."
        called = Called(comparison)
        opinions = tuple(opinion_of(opinion, called) for opinion in reading.opinions)
    return PointGroup(name, f"Second reader: {name}", note, points, opinions)


def _camps(comparison: Comparison, point: Point) -> str:
    """Who agrees with whom, where there are three sides or more; newsdiff's own points say so in their sentence."""
    if not point.majority:
        return ""
    names = [name_of(comparison, article) for article in point.majority]
    agreed = f"{enumerated(names)} agree"
    if point.alone is None:
        return f"{agreed}."
    return f"{agreed}; {name_of(comparison, point.alone)} ({letter(point.alone)}) stands alone."
