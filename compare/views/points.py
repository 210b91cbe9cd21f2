"""Which points count: one number on every screen and in every export."""

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


def conflicts(comparison: Comparison) -> tuple[Point, ...]:
    """Those of them that newsdiff names itself: what is counted."""
    return tuple(point for _, point in counting(comparison) if point.by == OURS)
