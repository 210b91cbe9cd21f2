"""Links in long articles: ``python -m benchmarks.quality_long GOLD``.

Nobody has labelled two articles of thousands of sentences. So the labelled pairs are laid end to end, one side in another order, and made two long
articles, whose links between the two sides of one pair are measured in its units. Links between different pairs are counted: hardly any is right.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.links_data import Cell, Pair, Tally, gold_pairs
from compare.align.links import align
from compare.model import Analysis, Article, Options, Quotation, Sentence


def end_to_end(analyses: Sequence[Analysis], name: str) -> tuple[Analysis, list[int]]:
    """One article of many, without names and numbers, and the number of each one's first sentence."""
    text = ""
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    firsts: list[int] = []
    for analysis in analyses:
        firsts.append(len(sentences))
        at = len(text)
        quotations += [
            replace(each, start=each.start + at, end=each.end + at, sentence=each.sentence + firsts[-1]) for each in analysis.quotations
        ]
        sentences += [replace(each, start=each.start + at, end=each.end + at) for each in analysis.sentences]
        text += f"{analysis.article.text}\n\n"
    return Analysis(Article(name, text, name, name), tuple(sentences), quotations=tuple(quotations)), firsts


def measure(pairs: Sequence[Pair]) -> tuple[Tally, int, int]:
    """The tally of the links within the pairs, their number, and that of the links between different ones."""
    order = list(range(len(pairs)))
    random.Random(1).shuffle(order)
    left, ours = end_to_end([pair.analyses[0] for pair in pairs], "left")
    right, theirs = end_to_end([pairs[number].analyses[1] for number in order], "right")
    found: list[tuple[set[Cell], set[Cell]]] = [(set(), set()) for _ in pairs]
    within = between = 0
    for link in align([left, right], (), (), Options(semantic="off")):
        number, place = (bisect_right(firsts, end.sentence) - 1 for firsts, end in ((ours, link.a), (theirs, link.b)))
        if order[place] != number:
            between += 1
            continue
        within += 1
        cells = pairs[number].cells(link.a.sentence - ours[number], link.b.sentence - theirs[place])
        found[number][1].update(cells)
        if link.relation == "aligned":
            found[number][0].update(cells)
    tally = Tally()
    for pair, (aligned, either) in zip(pairs, found, strict=True):
        tally.add(pair, aligned, either)
    return tally, within, between


def report(gold: Path | None) -> None:
    """Print the figures where the gold folder is there."""
    pairs = gold_pairs(gold) if gold is not None else []
    if not pairs:
        return
    tally, within, between = measure(pairs)
    sizes = [sum(len(pair.analyses[side].sentences) for pair in pairs) for side in (0, 1)]
    print(
        f"{len(pairs)} pairs end to end, {sizes[0]:,} and {sizes[1]:,} sentences (seen in fitting): aligned P {tally.precision:.3f} "
        f"R {tally.recall:.3f} F1 {tally.f1:.3f}, either label P {tally.either_precision:.3f} R {tally.either_recall:.3f}; "
        f"{within} links within pairs, {between} between them"
    )


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
