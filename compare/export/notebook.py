"""A comparison in a notebook: one line, and a small picture with a style of its own, no script, nothing loaded."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.export.figures import totals
from compare.export.overview import name_of, overview
from compare.export.points import point_groups
from compare.model import Comparison
from compare.reading.cleaning import inert

if TYPE_CHECKING:
    from jinja2 import Template

MOST_POINTS = 12
"""Points that the picture has; the page has them all."""


def line(comparison: Comparison) -> str:
    """The comparison in one line, safe for a terminal."""
    names = ", ".join(name_of(comparison, article) for article in range(len(comparison.articles)))
    counted = totals(comparison) if comparison.standings else {}
    sentences = sum(len(analysis.sentences) for analysis in comparison.articles)
    told = f"{sentences} {'sentence' if sentences == 1 else 'sentences'}"
    said = ", ".join([told, *(f"{number} {status}" for status, number in counted.items())])
    points = f"{len(comparison.points)} {'point' if len(comparison.points) == 1 else 'points'}"
    return " ".join(inert(f"<Comparison of {names}: {said}; {points}>").split())


def brief(comparison: Comparison) -> str:
    """The head of the page, its strips and its points, as a piece of HTML that touches nothing around it. All text is escaped."""
    groups = point_groups(comparison)
    return _template().render(
        overview=overview(comparison),
        groups=[(group, group.points[:MOST_POINTS]) for group in groups if group.points],
        left=sum(max(0, len(group.points) - MOST_POINTS) for group in groups),
    )


@cache
def _template() -> Template:
    from compare.export.html import template

    return template("notebook", files(__package__).joinpath("notebook.html.jinja").read_text("utf-8"))
