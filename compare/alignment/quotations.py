"""Quotations of different articles that purport to be the same utterance."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Analysis, ComparedQuotation, Entity


def cluster(analyses: Sequence[Analysis], entities: Sequence[Entity]) -> tuple[ComparedQuotation, ...]:
    """Every quotation with its cluster; fidelity is found later."""
    return tuple(ComparedQuotation(article, quotation) for article, analysis in enumerate(analyses) for quotation in analysis.quotations)
