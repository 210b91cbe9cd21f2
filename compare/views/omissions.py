"""Omissions: whether an article leaves a passage out, not only that no link joins them, but that its words tell of none of it.

A missing link is no omission. What an article says in other words, or in part, or beside something else, shares the rarer words of a passage, or is
linked to one of the sentences that the passage is linked to. Where either may be so, nobody is said to leave anything out.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from compare.align.terms import terms
from compare.model import Comparison, Passage, Place
from compare.text.vocabulary import LIGHT, concept
from compare.text.words import fold, words

# From the first share of a passage's words on, weighed by how rare they are, two neighbouring sentences may tell of it if they hold its rarest words
# (the second share, by the squares of the weights), from the third on in any case. Of 91 passages that nothing links to an article, drawn from 15
# real events and read, .49 were told nowhere in it; of those below the first share, .89.
TELLS, RAREST, TELLS_ALL = 0.22, 0.175, 0.27
# A sentence of fewer words that carry matter ("Hoo-boy.", "I will say this.") tells nothing alone.
_FEWEST = 3
# A word in more places of an article than these is looked for only where a rarer one of the passage stands: no news report is so long.
_EVERYWHERE = 200


class Omissions:
    """Answers for one comparison; what the articles' sentences say is gathered at the first question."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def sure(self, passage: Passage, article: int) -> bool:
        """Whether an article that doesn't carry a passage says nothing of it. A headline names the story that all tell, so none is missed."""
        members = [place for place in passage.members if self._comparison.sentence(place).kind != "heading"]
        if not members or self._met(members, article) or any(self._language(place.article) != self._language(article) for place in members):
            return False
        if all(len(self._said[place.article][place.sentence]) < _FEWEST for place in members):
            return False  # "Sad!": nothing is told by it
        return not any(self._told(self._said[place.article][place.sentence], article) for place in members)

    def _language(self, article: int) -> str:
        return self._comparison.articles[article].article.language

    def _met(self, members: Iterable[Place], article: int) -> bool:
        """Whether a sentence of the article is linked to what one of the members is linked to."""
        linked = {link.other(member) for member in members for link in self._comparison.links_of(member)}
        return any(link.other(place).article == article for place in linked for link in self._comparison.links_of(place))

    def _told(self, said: frozenset[str], article: int) -> bool:
        """Whether two neighbouring sentences of the article hold that share of the words. The rarest words come first: what only common ones
        would lead to can't hold enough of them.
        """
        where = self._where[article]
        whole = math.fsum(sorted(self._weights[word] for word in said))
        rarest = RAREST * math.fsum(sorted(self._weights[word] ** 2 for word in said))
        present = sorted((word for word in said if word in where), key=lambda word: (len(where[word]), word))
        left = math.fsum(sorted(self._weights[word] for word in present))
        held: dict[int, tuple[float, float]] = {}
        for word in present:
            weight = self._weights[word]
            opens = left >= TELLS * whole and len(where[word]) <= _EVERYWHERE
            for window in where[word] if opens else held.keys() & where[word]:
                one, two = held.get(window, (0.0, 0.0))
                held[window] = one, two = one + weight, two + weight**2
                if one >= TELLS_ALL * whole or (one >= TELLS * whole and two >= rarest):
                    return True
            left -= weight
        return False

    @cached_property
    def _said(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """What each sentence says, as words that mean the same in a report."""
        return tuple(
            tuple(_content(sentence.text, analysis.article.language) for sentence in analysis.sentences)
            for analysis in self._comparison.articles
        )

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """Inverse document frequencies over the sentences of all the articles."""
        sentences = [said for article in self._said for said in article]
        counted = Counter(word for said in sentences for word in said)
        return {word: math.log((len(sentences) + 1) / count) for word, count in counted.items()}

    @cached_property
    def _where(self) -> tuple[Mapping[str, frozenset[int]], ...]:
        """For each article, the pairs of neighbouring sentences that hold a word, each by the number of its first."""
        found = []
        for article in self._said:
            where: defaultdict[str, set[int]] = defaultdict(set)
            for number, said in enumerate(article):
                for word in said:
                    where[word].update((number - 1, number))
            found.append({word: frozenset(windows) for word, windows in where.items()})
        return tuple(found)


def _content(text: str, language: str) -> frozenset[str]:
    if language != "en":
        return frozenset(term.text for term in terms(text, language))
    return frozenset(concept(word.text) for word in words(text) if len(word.text) > 1 and fold(word.text) not in LIGHT)
