"""Where the bars of a chart stand; the template draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.archive.page.figures import Bucket

STEP, BAR, HEIGHT = 10, 8, 100


class Column(NamedTuple):
    """A column of events: those whose accounts differ at its foot. Sizes are in units of the drawing."""

    x: int
    top: float
    height: float
    differing_top: float
    differing_height: float
    told: str


def columns(buckets: Sequence[Bucket]) -> list[Column]:
    """A column a stretch of days, side by side; the highest has the whole height."""
    most = max((bucket.events for bucket in buckets), default=0) or 1
    made = []
    for number, bucket in enumerate(buckets):
        whole, part = (round(HEIGHT * count / most, 2) for count in (bucket.events, bucket.differing))
        differ = f", {bucket.differing:,} of them with points" if bucket.differing else ""
        told = f"{bucket.label}: {bucket.events:,} event{'s' if bucket.events != 1 else ''}{differ}"
        made.append(Column(number * STEP + 1, round(HEIGHT - whole, 2), round(whole - part, 2), round(HEIGHT - part, 2), part, told))
    return made
