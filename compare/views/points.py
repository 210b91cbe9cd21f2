"""Which points count, one number on every screen and in every export; and which are only possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model.place import OURS, Place

if TYPE_CHECKING:
    from compare.model import Comparison, Difference, Evidence, Point


def counting(comparison: Comparison) -> tuple[tuple[int, Point], ...]:
    """The points of the severity asked for that nobody dismissed, with their indexes among all; those of a second reader after our own."""
    listed = [
        (number, point)
        for number, point in enumerate(comparison.points)
        if point.dismissed is None and point.severity >= comparison.options.min_severity
    ]
    return tuple(sorted(listed, key=lambda item: item[1].by != OURS))


def possible(comparison: Comparison) -> tuple[Point, ...]:
    """What the possible differences of the severity asked for come to, gathered into points as the sure ones are; they count nowhere.

    A pair of sides of a sure point is none: that point tells of it. Nor is one that the user dismissed, which stands among the points.
    """
    from compare.judge.points import gather
    from compare.model.outlets import outlet_names

    severe = [difference for difference in unsure(comparison) if difference.severity >= comparison.options.min_severity]
    if not severe:
        return ()
    return gather(comparison.articles, comparison.links, severe, outlet_names([analysis.article for analysis in comparison.articles]))


def unsure(comparison: Comparison) -> tuple[Difference, ...]:
    """The possible differences that no point tells of; what the user dismissed is told."""
    told = _sides(comparison)
    return tuple(difference for difference in comparison.possible if not _told(told, difference))


_Sides = dict[tuple[str, Place], list[tuple[int, "Evidence"]]]


def _sides(comparison: Comparison) -> _Sides:
    """The sides of all points, with the points' indexes, by kind and sentence."""
    found: _Sides = {}
    for number, point in enumerate(comparison.points):
        for side in point.sides:
            found.setdefault((point.kind, side.place), []).append((number, side))
    return found


def _told(sides: _Sides, difference: Difference) -> bool:
    """Whether the ends of a difference overlap sides of one and the same point."""
    ends = [end for end in (difference.a, difference.b) if end is not None]
    touched = [
        {number for number, side in sides.get((difference.kind, end.place), ()) if side.start < end.end and end.start < side.end}
        for end in ends
    ]
    return bool(touched and set.intersection(*touched))


def conflicts(comparison: Comparison) -> tuple[Point, ...]:
    """Those of them that newsdiff names itself: what is counted."""
    return tuple(point for _, point in counting(comparison) if point.by == OURS)
