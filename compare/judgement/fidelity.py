"""How a quotation fares in the other articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model import Analysis, ComparedQuotation, Fidelity, Link


def assess(analyses: Sequence[Analysis], links: Sequence[Link], quotations: Sequence[ComparedQuotation]) -> tuple[ComparedQuotation, ...]:
    """The quotations with their fidelity in each other article."""
    return tuple(
        replace(
            quotation,
            fidelity=tuple(
                Fidelity(other, "verbatim" if quotation.quotation.text in analysis.article.text else "absent")
                for other, analysis in enumerate(analyses)
                if other != quotation.article
            ),
        )
        for quotation in quotations
    )
