"""The headlines of all articles, which stand in one row though each may say something else."""

from __future__ import annotations

from compare.model import Comparison, Place


def headline_places(comparison: Comparison) -> frozenset[Place]:
    """The first sentence of each article that is a heading."""
    return frozenset(
        Place(article, 0)
        for article, analysis in enumerate(comparison.articles)
        if analysis.sentences and analysis.sentences[0].kind == "heading"
    )
