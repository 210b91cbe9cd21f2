"""The ledger: every difference across all articles."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Analysis, ComparedQuotation, Difference, Entity, Evidence, Link, Place, Quantity, letter


def find(
    analyses: Sequence[Analysis], links: Sequence[Link], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation]
) -> tuple[Difference, ...]:
    """All differences, most severe first."""
    found: list[Difference] = []
    for link in links:
        if link.relation != "aligned":
            continue
        left, right = _quantities(analyses, link.a), _quantities(analyses, link.b)
        if len(left) == 1 and len(right) == 1 and left[0].unit == right[0].unit and left[0].low != right[0].low:
            a, b = (
                Evidence(place.article, place.sentence, value.start, value.end, value.text)
                for place, value in ((link.a, left[0]), (link.b, right[0]))
            )
            sentence = f"{letter(a.article)} gives {a.text}, {letter(b.article)} {b.text}."
            found.append(Difference("number", 3, a, b, sentence))
    return tuple(found)


def _quantities(analyses: Sequence[Analysis], place: Place) -> list[Quantity]:
    sentence = analyses[place.article].sentences[place.sentence]
    return [
        value for value in analyses[place.article].values if isinstance(value, Quantity) and sentence.start <= value.start < sentence.end
    ]
