"""Links between sentences of different articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from compare.language.words import stem, words
from compare.model import Analysis, ComparedQuotation, Entity, Link, Options, Place


def align(
    analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation], options: Options
) -> tuple[Link, ...]:
    """The links among all articles; ``a.article < b.article``."""
    bags = [
        [Counter(stem(word.text, analysis.article.language) for word in words(sentence.text)) for sentence in analysis.sentences]
        for analysis in analyses
    ]
    total = sum(len(article) for article in bags)
    seen = Counter(term for article in bags for bag in article for term in bag)
    weights = {term: math.log((total + 1) / count) for term, count in seen.items()}
    norms = [[math.sqrt(math.fsum((n * weights[t]) ** 2 for t, n in sorted(bag.items()))) for bag in article] for article in bags]
    found: list[Link] = []
    for a, b in combinations(range(len(analyses)), 2):
        for i, left in enumerate(bags[a]):
            for j, right in enumerate(bags[b]):
                common = sorted(left.keys() & right.keys())
                size = norms[a][i] * norms[b][j]
                cosine = math.fsum(left[t] * right[t] * weights[t] ** 2 for t in common) / size if size else 0.0
                if cosine < 0.12:
                    continue
                fuzzy = fuzz.token_set_ratio(analyses[a].sentences[i].text, analyses[b].sentences[j].text) / 100
                score = round(0.75 * cosine + 0.25 * fuzzy, 4)
                if score >= 0.3:
                    found.append(Link(Place(a, i), Place(b, j), score, "aligned" if score >= 0.4 else "partial"))
    return tuple(found)
