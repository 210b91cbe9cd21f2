"""Which points count, one number on every screen and in every export; and which are only possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model.points import OURS

if TYPE_CHECKING:
    from compare.model import Comparison, Point


def counting(comparison: Comparison) -> tuple[tuple[int, Point], ...]:
    """The points of the severity asked for that nobody dismissed, with their indexes among all; those of a second reader after our own."""
    listed = [
        (number, point)
        for number, point in enumerate(comparison.points)
        if point.dismissed is None and point.severity >= comparison.options.min_severity
    ]
    return tuple(sorted(listed, key=lambda item: item[1].by != OURS))


def possible(comparison: Comparison) -> tuple[Point, ...]:
    """What the possible differences of the severity asked for come to, gathered into points as the sure ones are; they count nowhere."""
    from compare.judge.points import gather
    from compare.model.outlets import outlet_names

    severe = [difference for difference in comparison.possible if difference.severity >= comparison.options.min_severity]
    if not severe:
        return ()
    return gather(comparison.articles, comparison.links, severe, outlet_names([analysis.article for analysis in comparison.articles]))


def conflicts(comparison: Comparison) -> tuple[Point, ...]:
    """Those of them that newsdiff names itself: what is counted."""
    return tuple(point for _, point in counting(comparison) if point.by == OURS)
