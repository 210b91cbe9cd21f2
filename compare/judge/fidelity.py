"""How a quotation fares in each other article: verbatim, trimmed, altered, paraphrased (told there without marks) or absent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from compare.align.quotations import Tie, find_utterance_ties
from compare.align.related import related_pairs
from compare.judge.retellings import Retellings
from compare.model import Analysis, ComparedQuotation, Fidelity, FidelityValue, Link

SURE = 0.5
"""Ties of less confidence alter no fidelity."""


def assess(
    analyses: Sequence[Analysis], links: Sequence[Link], quotations: Sequence[ComparedQuotation], retellings: Retellings | None = None
) -> tuple[ComparedQuotation, ...]:
    """The quotations with their fidelity in each other article, in the order of the articles.

    A quotation of several sentences is verbatim where all of them are, altered where one is, else trimmed where any of them is there.
    ``retellings`` are those of the articles and links, where they are made already.
    """
    retellings = retellings or Retellings(analyses, links)
    ties: dict[tuple[int, int, int], list[Tie]] = defaultdict(list)
    for tie in find_utterance_ties(analyses):
        ties[(*tie.a, tie.b[0])].append(tie)
        ties[(*tie.b, tie.a[0])].append(tie)
    numbers: dict[int, int] = defaultdict(int)
    assessed = []
    absent = [Fidelity(other, "absent") for other in range(len(analyses))]
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in (*related_pairs(analyses), *((link.a.article, link.b.article) for link in links)):
        near[a].add(b)
        near[b].add(a)
    for quoted in quotations:
        article, number = quoted.article, numbers[quoted.article]
        numbers[article] += 1
        found = []
        for other in range(len(analyses)):
            if other == article:
                continue
            if other not in near[article]:  # so many articles that not all were compared
                found.append(absent[other])
                continue
            value = _by_words(retellings, article, number, ties.get((article, number, other), ()))
            if value is None and retellings.quotes_part(article, number, other) is not None:
                value = retellings.quotes_part(article, number, other)
            if value is None:
                value = "paraphrased" if retellings.find(article, number, other) else "absent"
            found.append(Fidelity(other, value))
        assessed.append(replace(quoted, fidelity=tuple(found)))
    return tuple(assessed)


def _by_words(retellings: Retellings, article: int, number: int, ties: Sequence[Tie]) -> FidelityValue | None:
    """What the ties of a quotation to another article's come to, or None where there are none."""
    ties = [tie for tie in ties if tie.confidence >= SURE and (tie.likeness is None or _touches(tie, article, number))]
    if not ties:
        return None
    if any(tie.relation in ("altered", "shaded") and tie.confidence >= SURE for tie in ties):
        return "altered"
    own = retellings.utterances(article, number)
    for utterance in own:
        whole = False
        for tie in ties:
            if tie.likeness is None or utterance not in (tie.left, tie.right):
                continue
            whole = (
                whole
                or tie.relation == "verbatim"
                or (tie.likeness.common >= len(utterance.firm) and tie.relation in ("trimmed", "respelt"))
            )
        if not whole:
            return "trimmed"
    return "verbatim"


def _touches(tie: Tie, article: int, number: int) -> bool:
    """Whether the words in common stand in this quotation's own marks, where a sentence runs over several."""
    own = tie.left if tie.a == (article, number) else tie.right
    if own is None or tie.likeness is None or len(own.quotations) < 2:
        return True
    first, last = tie.likeness.core[:2] if own is tie.left else tie.likeness.core[2:]
    starts = [0, *sorted(own.breaks), len(own.words)]
    place = own.quotations.index(number)
    return first < starts[place + 1] and starts[place] < last
