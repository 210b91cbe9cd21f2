"""The ledger: every difference across all articles, by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from compare.extract.values import agree
from compare.judge import modality, names, negation, one_sided, opposites, order, roles, tied, values
from compare.judge.confidence import Confidence
from compare.judge.quotations import find as find_quoted
from compare.judge.retellings import Retellings
from compare.judge.sentence_pairs import ComparisonIndex
from compare.model import Analysis, ComparedQuotation, Difference, Entity, Evidence, Link, Place
from compare.model.outlets import outlet_names, spoken
from compare.parallel import Lost, Team
from compare.progress import Tell, silent

# So many code points make a stretch in which differences are looked for.
_CELL = 64

_SHARE = 400
"""Links that a process is given at a time."""

_NAMING = frozenset({"name", "attribution", "other"})
_WORDING = _NAMING | {"negation", "modality"}


def find(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    entities: Sequence[Entity],
    quotations: Sequence[ComparedQuotation],
    retellings: Retellings | None = None,
    tell: Tell = silent,
    team: Team | None = None,
) -> tuple[Difference, ...]:
    """All differences, most severe first, then in the order of the articles; none is listed twice.

    ``retellings`` are those of the articles and links, where they are made already; a ``team`` of processes shares the work.
    """
    compared = ComparisonIndex(analyses, entities)
    quoted = find_quoted(analyses, links, entities, quotations, retellings)
    sure = Confidence(compared, links)
    found = (
        *_all_linked(compared, links, sure, tell, team),
        *sure.rate("spelling", names.spellings(analyses)),
        *sure.rate("tied", tied.offices(compared)),
    )
    told: dict[tuple[int, int], list[Difference]] = {}
    for difference in quoted:
        for cell in _cells(difference.a):
            told.setdefault(cell, []).append(difference)
    ledger = settle((*quoted, *(one for one in found if not _inside(one, told.get(_cells(one.a)[0], ())))))
    ledger = tuple(filter(sure.possible, ledger))
    outlets = outlet_names([analysis.article for analysis in analyses])
    return tuple(replace(one, explanation=spoken(one.explanation, outlets), consensus=spoken(one.consensus, outlets)) for one in ledger)


class _Judged:
    """What the judgement of a link needs beside it, in each process."""

    def __init__(self, analyses: Sequence[Analysis], entities: Sequence[Entity], links: Sequence[Link]) -> None:
        self.links = links
        self.compared = ComparisonIndex(analyses, entities)
        self.sure = Confidence(self.compared, links)
        self.known = _known(links)


def _share(held: _Judged, bounds: tuple[int, int]) -> list[Difference]:
    return list(_linked(held.compared, held.links[slice(*bounds)], held.sure, held.known))


def _all_linked(compared: ComparisonIndex, links: Sequence[Link], sure: Confidence, tell: Tell, team: Team | None) -> list[Difference]:
    """The differences of all links, in their order."""
    if team is not None:
        shares = [(start, min(len(links), start + _SHARE)) for start in range(0, len(links), _SHARE)]
        bare = [replace(link, reasons=()) for link in links]  # half of what a link weighs on its way
        held = team.hold(_Judged, compared.analyses, compared.entities, bare)
        found: list[Difference] = []
        with suppress(Lost):
            for (_, end), part in zip(shares, team.each(_share, held, shares), strict=True):
                tell("links", end, len(links))
                found += part
            return found
    return list(_linked(compared, links, sure, _known(links), tell))


def _known(links: Sequence[Link]) -> dict[tuple[Place, int], tuple[Place, ...]]:
    """The places that a place is linked to, by article."""
    partners: dict[tuple[Place, int], list[Place]] = {}
    for link in links:
        partners.setdefault((link.a, link.b.article), []).append(link.b)
        partners.setdefault((link.b, link.a.article), []).append(link.a)
    return {key: tuple(sorted(places)) for key, places in partners.items()}


def _linked(
    compared: ComparisonIndex,
    links: Sequence[Link],
    sure: Confidence,
    known: dict[tuple[Place, int], tuple[Place, ...]],
    tell: Tell = silent,
) -> Iterator[Difference]:
    for number, link in enumerate(links):
        tell("links", number, len(links))
        a, b = link.a, link.b
        if _copies(compared, a, b) or sure.hopeless(link):
            continue
        pair = compared.pair(a, b)
        strange = one_sided.left_over(compared, link, pair)
        yield from sure.rate("value", values.find(compared, link, pair, known, named_apart=all(strange)), link)
        yield from sure.rate("tied", tied.find(compared, link, pair), link)
        yield from sure.rate("order", order.find(link, pair), link)
        named = tuple(names.find(compared, link, pair))
        yield from sure.rate("name", named, link)
        if not named:
            yield from sure.rate("name", one_sided.find(link, pair, *strange), link)
        yield from sure.rate("name", names.events(link, pair), link)
        yield from sure.rate("role", roles.find(compared, link, pair), link)
        turned = tuple(one for one in negation.find(link, pair) if not negation.told_beside(compared, one))
        yield from sure.rate("negation", turned, link)
        yield from sure.rate("modality", modality.find(link, pair), link)
        yield from sure.rate("opposite", _unless_told(opposites.find(link, pair), turned), link)


def _copies(compared: ComparisonIndex, a: Place, b: Place) -> bool:
    """Whether two sentences are the same letter for letter, their figures and days too ("Monday" may be another one)."""
    one, other = (compared.analyses[place.article].sentences[place.sentence].text for place in (a, b))
    return one == other and all(map(agree, compared.values(a), compared.values(b)))


def _unless_told(found: Iterable[Difference], told: Sequence[Difference]) -> Iterator[Difference]:
    """Those that don't rest on words of a denial or an opposite told already."""
    for difference in found:
        if not any(_meet(difference.a, other.a) and _meet(difference.b, other.b) for other in told):
            yield difference


def _meet(one: Evidence | None, other: Evidence | None) -> bool:
    return one is not None and other is not None and one.article == other.article and one.start < other.end and other.start < one.end


def settle(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """In the ledger's order; of two that rest on the same spans the more severe one stays, then the surer."""
    kept: list[Difference] = []
    near: dict[tuple[object, ...], list[Difference]] = {}
    for difference in sorted(found, key=lambda one: (one.confidence < 0.5, -one.severity, -one.confidence, _order(one))):
        cells = [(difference.kind, difference.b and difference.b.article, *cell) for cell in _cells(difference.a)]
        if not any(_same(difference, other) for cell in cells for other in near.get(cell, ())):
            kept.append(difference)
            for cell in cells:
                near.setdefault(cell, []).append(difference)
    return tuple(sorted(kept, key=_order))


def by_confidence(found: Iterable[Difference], least: float) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """The differences at least so sure, and those that are only possible, each in the ledger's order."""
    ordered = sorted(found, key=_order)
    return tuple(one for one in ordered if one.confidence >= least), tuple(one for one in ordered if one.confidence < least)


def _cells(end: Evidence | None) -> list[tuple[int, int]]:
    """The stretches of an article that a span touches: two spans that meet have one in common."""
    return [(end.article, cell) for cell in range(end.start // _CELL, end.end // _CELL + 1)] if end is not None else [(-1, 0)]


def _inside(difference: Difference, quoted: Sequence[Difference]) -> bool:
    """Whether a change inside a quotation is told already: as another wording in the marks, or as a retelling that moves the sense."""
    return any(
        (difference.kind in _WORDING or other.severity == 3)
        and (difference.kind in _NAMING or other.severity >= difference.severity)
        and all(
            first is not None
            and second is not None
            and first.article == second.article
            and second.start <= first.start
            and first.end <= second.end
            for first, second in ((difference.a, other.a), (difference.b, other.b))
        )
        for other in quoted
    )


def _order(difference: Difference) -> tuple[int, tuple[tuple[int, int, int, int], ...], str, str]:
    ends = tuple((end.article, end.sentence, end.start, end.end) for end in (difference.a, difference.b) if end is not None)
    return -difference.severity, ends, difference.kind, difference.explanation


def _same(one: Difference, other: Difference) -> bool:
    return one.kind == other.kind and all(
        (first is None and second is None)
        or (
            first is not None
            and second is not None
            and first.article == second.article
            and first.start < second.end
            and second.start < first.end
        )
        for first, second in ((one.a, other.a), (one.b, other.b))
    )
