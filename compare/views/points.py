"""Which points count, one number on every screen and in every export; and which are only possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model.points import OURS

if TYPE_CHECKING:
    from compare.model import Comparison, Difference, Point


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

    A pair of sides of a sure point is none: that point tells of it.
    """
    from compare.judge.points import gather
    from compare.model.outlets import outlet_names

    severe = [
        difference
        for difference in comparison.possible
        if difference.severity >= comparison.options.min_severity and not _told(comparison, difference)
    ]
    if not severe:
        return ()
    return gather(comparison.articles, comparison.links, severe, outlet_names([analysis.article for analysis in comparison.articles]))


def _told(comparison: Comparison, difference: Difference) -> bool:
    ends = [end for end in (difference.a, difference.b) if end is not None]
    return any(
        point.kind == difference.kind
        and all(any(side.article == end.article and side.start < end.end and end.start < side.end for side in point.sides) for end in ends)
        for point in comparison.points
    )


def conflicts(comparison: Comparison) -> tuple[Point, ...]:
    """Those of them that newsdiff names itself: what is counted."""
    return tuple(point for _, point in counting(comparison) if point.by == OURS)
